"""Names in a phrase that is said: with their capitals, and "you" for whoever reads it."""

import re
from collections.abc import Iterable

_BEFORE_NAME = r"(?P<lead>\b(?:with|to|from|by|for|at|ask|asks|tell|get|have|let|and|or|send|give|show|email|call|ring|phone|meet|remind|invite|introduce|bring|text|mail|chase|visit|see)\s+)"


def with_names(phrase: str, names: Iterable[str]) -> str:
    """ "check with maria" -> "check with Maria": a name that is known, typed small where only a name or a thing can stand."""
    for name in names:
        if name.isalpha():
            lead = rf"{_BEFORE_NAME}{re.escape(name)}(?=\b(?!-))"
            phrase = re.sub(lead, rf"\g<lead>{name}", phrase, flags=re.IGNORECASE)
    return phrase


def addressed(phrase: str, name: str) -> str:
    """What names the one who reads it: "send Dana the deck" -> "send you the deck"."""
    if not name or not re.search(re.escape(name), phrase, re.IGNORECASE):  # as nearly always
        return phrase
    lead = rf"{_BEFORE_NAME}{re.escape(name)}"
    said = re.sub(rf"{lead}['’]s\b", lambda found: f"{found['lead']}your", phrase, flags=re.IGNORECASE)
    return re.sub(
        rf"{lead}(?=\b(?![-'’]|\s+(?-i:[A-Z])))", lambda found: f"{found['lead']}you", said, flags=re.IGNORECASE
    )
