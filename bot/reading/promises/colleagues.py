"""What a colleague of ours does is ours: "Omar sends her the deck" is our promise, and says who keeps it."""

import re
from collections.abc import Sequence

from bot.phrases import base_verb, expanded
from bot.reading.grammar.clauses import Kind, clause_of
from bot.reading.grammar.ourthings import is_to_them

_SUBJECT = r"^(?P<lead>(?:(?:and|but|then|so)\s+)*)(?P<name>{names})(?=\s|['’](?:ll|s|d)\b)"
_ASKED = (
    r"^(?:(?:and|but|then|so)\s+)*(?:(?:i|we)\s+)?(?:(?:will|['’]ll|have|['’]ve)\s+)?(?:ask(?:ed)?|told|get(?:ting)?|got|having|have)"
    r"\s+(?P<name>{names})\s+(?:to\s+)?(?!(?:for|about|by|if|whether|on|with|over|what|when|how|who)\b)(?P<act>[a-z]+\s.*)$"
)
_WILL = re.compile(
    r"^(?:['’]ll|will|shall|is\s+going\s+to|['’]s\s+going\s+to|is\s+gonna|gonna|has\s+to|needs\s+to|must|to|can|promised\s+to|agreed\s+to)\s+"
    r"(?:(?:also|then|just)\s+)*(?P<verb>[a-z]+)\b(?P<rest>.*)$",
    re.IGNORECASE,
)
_DOES = re.compile(
    r"^(?:(?:is|['’]s)\s+(?=\w+ing\b))?(?:(?:also|then|just)\s+)*(?P<verb>[a-z]+)\b(?P<rest>.*)$", re.IGNORECASE
)


def of_ours(clause: str, colleagues: Sequence[str], contact: str, *, known: bool) -> str:
    """The clause told as ours: "I will have Omar send her the deck by Fri", "we sent the deck".

    Where nobody is `known` there, a colleague's name may be theirs as well: then the act has to be one of ours.
    """
    names = [
        name for name in _first_names(colleagues) if name.casefold() != contact.split(" ", maxsplit=1)[0].casefold()
    ]
    if not names:
        return clause
    asked = re.match(_ASKED.format(names="|".join(map(re.escape, names))), clause, re.IGNORECASE)
    if asked and is_to_them(asked["act"]):
        name = next(n for n in names if n.casefold() == asked["name"].casefold())
        return f"I will have {name} {asked['act']}"
    found = re.match(_SUBJECT.format(names="|".join(map(re.escape, names))), clause)
    if not found:
        return clause
    rest = clause[found.end() :].strip()
    if not (known or contact or is_to_them(rest)):
        return clause
    does = _WILL.match(rest) or _DOES.match(rest)
    verb = base_verb(does["verb"]) if does else None
    is_doing = bool(
        does and verb and does["verb"].lower() != verb and does["verb"].lower().endswith("ing") and is_to_them(rest)
    )
    if rest[:2].lower() in {"'s", "’s"} and not is_doing:
        return clause
    if does and verb and (is_doing or clause_of(f"{found['name']} {rest}").kind is Kind.promise):
        return f"I will have {found['name']} {verb}{expanded_rest(does['rest'])}"
    return f"we {rest}"


def expanded_rest(rest: str) -> str:
    return f" {expanded(rest)}" if rest.strip() else ""


def _first_names(colleagues: Sequence[str]) -> list[str]:
    """Whole names first, so that the longer one is found."""
    whole = sorted((name for name in colleagues if name.strip()), key=len, reverse=True)
    return [*whole, *dict.fromkeys(name.split()[0] for name in whole)]
