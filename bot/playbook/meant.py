"""Whom "him" and "her" mean in what they are going to do: "my husband" in their words, "his boss" in the same line.

When the line names nobody, or several, it is not known, and the promise is not said back to them.
"""

import re
from collections.abc import Iterator

from bot.model import Commitment, History, Side

_WOMEN = "wife|sister|mother|daughter|mum|mom|aunt|girlfriend"
_MEN = "husband|brother|father|son|dad|uncle|boyfriend"
_ANYBODY = (
    r"partner|boss|manager|line manager|director|managing director|chairman|chair|cfo|ceo|cto|coo|cio|md|accountant|bookkeeper"
    r"|lawyer|solicitor|landlord|colleague|co-owner|business partner|owner|buyer|chef|supervisor|treasurer|deputy|controller"
)
_MANY = "board|team|partners|colleagues|trustees|governors|directors|managers|owners|parents|committee"
_WHO = re.compile(
    rf"\b(?P<whose>my|her|his|their|our|the)\s+(?P<who>{_ANYBODY}|{_MANY}|{_WOMEN}|{_MEN})\b(?!['’]s|\s+(?:meeting|room))",
    re.IGNORECASE,
)
_PRONOUN = re.compile(r"\b(?:him|her|them)\b", re.IGNORECASE)
_TITLE = re.compile(r"c[eftio]o|md", re.IGNORECASE)


def whom(promise: Commitment, history: History) -> str:
    """ "your husband", as said to the one whose promise it is; empty when the line does not say who."""
    if promise.side is Side.ours:
        return ""
    pronoun = _PRONOUN.search(promise.text)
    if pronoun is None:
        return ""
    people = {person for text in _line(promise, history) for person in _people(text, pronoun[0].lower())}
    return people.pop() if len(people) == 1 else ""


def _line(promise: Commitment, history: History) -> Iterator[str]:
    """All that was recorded together with the promise."""
    for touch in history.touches:
        if touch.act_id == promise.act_id:
            yield from (touch.said, touch.note)
    yield from (other.text for other in history.commitments if other.act_id == promise.act_id)


def _people(text: str, pronoun: str) -> Iterator[str]:
    others = {"him": rf"{_WOMEN}|{_MANY}", "her": rf"{_MEN}|{_MANY}", "them": rf"{_WOMEN}|{_MEN}|{_ANYBODY}"}[pronoun]
    for found in _WHO.finditer(text):
        who = found["who"].upper() if _TITLE.fullmatch(found["who"]) else found["who"].lower()
        if not re.fullmatch(others, who, re.IGNORECASE):
            yield f"{'the' if found['whose'].lower() == 'the' else 'your'} {who}"
