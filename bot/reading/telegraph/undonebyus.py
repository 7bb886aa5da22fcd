"""Whose it is what was not done: "didn't send her the offer" is ours, "hasn't sent the form" theirs. Whoever was late makes the new day.

Only what tells it surely is ours: "I", or nobody named and an act that reaches them.
"""

import re
from collections.abc import Sequence

from bot.reading.grammar.ourthings import goes_to_them, is_eithers, is_thing
from bot.reading.telegraph.undone import undone
from bot.reading.words.leads import AND_ALSO
from bot.reading.words.speech import NAME, first_clauses

_WE = re.compile(rf"{AND_ALSO}(?:i|we)\b", re.IGNORECASE)
_THEY = re.compile(rf"{AND_ALSO}(?:she|he|they|{NAME})\b", re.IGNORECASE)
_NOBODY = re.compile(
    rf"{AND_ALSO}(?:still\s+)?(?:have\s?n['’]?t|have\s+not|did\s?n['’]?t|did\s+not|never|not|forgot)\b", re.IGNORECASE
)
_TO_US = re.compile(r"\b(?:me|us|our|my)\b", re.IGNORECASE)
_FOR_THEM = re.compile(
    r"\b(?:to|for)\s+(?:her|him|them|(?P<one>[\w'’-]+))$|\s(?P<whose>[\w-]+)['’]s\s|\s(?P<whom>[\w'’-]+)\s+(?:the|an?|our)\s",
    re.IGNORECASE,
)


def names_them(clause: str) -> bool:
    """Who acts in the clause is one of theirs."""
    return bool(_THEY.match(clause))


def without_undone_by_us(text: str, people: Sequence[str]) -> str:
    """What is left to tell of a talk: who waits for a thing of ours was not spoken with by that."""
    clauses = first_clauses(text)
    left = [one for one in clauses if not _is_undone_by_us(one, people)]
    return text if len(left) == len(clauses) else ", ".join(left)


def _is_undone_by_us(clause: str, people: Sequence[str]) -> bool:
    act = undone(clause, ()) if _WE.match(clause) or _NOBODY.match(clause) else ""
    return bool(act) and is_undone_by_us(clause, act, people, told_by_them=False)


def is_undone_by_us(clause: str, act: str, people: Sequence[str], *, told_by_them: bool) -> bool:
    """`told_by_them`: the line is of one of theirs, so that a thing alone may be theirs as well."""
    if _WE.match(clause):
        return True
    if not _NOBODY.match(clause) or _TO_US.search(act):
        return False
    thing = act.partition(" ")[2]
    return _reaches_them(act, people) or (not told_by_them and is_thing(thing) and not is_eithers(thing))


def _reaches_them(act: str, people: Sequence[str]) -> bool:
    """It goes to one of those we deal with, or is made for one."""
    firsts = {name.casefold() for person in people for name in person.split()}
    named = [next(filter(None, found.groups()), "").casefold() for found in _FOR_THEM.finditer(act)]
    return goes_to_them(act) or any(not name or name in firsts for name in named)
