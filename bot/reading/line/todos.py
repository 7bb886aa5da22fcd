"""A thing to do is done by whoever is named in front of it: me, somebody there, a colleague; of a stranger nothing is told."""

import re
from collections.abc import Sequence

from bot.phrases import base_verb
from bot.reading.grammar.ourthings import is_only_eithers, is_thing
from bot.reading.naming.persons import is_person
from bot.reading.words.speech import NAME

# "todo Dana: sign by Tue", "todo me: the deck": whoever is named has to do it.
_TODO = re.compile(
    rf"(?P<todo>(?:^|(?<=[.;,]\s))(?:to-?\s?do|action(?:\s+item)?|task)s?\s*(?:for\s+|on\s+|[:-]\s*)?(?P<who>{NAME}|me|us|myself)\s*(?::|\s[-–—])\s+)(?P<what>[^.;\s][^.;]{{1,79}})",
    re.IGNORECASE,
)
_HANDS_OVER = re.compile(
    r"^(?:(?:re-?)?send|e-?mail|share|forward|give|mail|get|bring|text|post|provide|deliver|drop)(?:\s+(?:over|her|him|them))?\s+",
    re.IGNORECASE,
)


def with_doers(text: str, people: Sequence[str], colleagues: Sequence[str]) -> tuple[str, list[tuple[str, str]]]:
    """Of each thing to do: "on me" or "on Dana", and "Lena will" of a colleague. Of whom we know nothing it stays as it was typed."""
    told: list[tuple[str, str]] = []

    def whose(found: re.Match[str]) -> str:
        who, what = found["who"], found["what"]
        meant = ""
        if who.lower() in {"me", "us", "myself"}:
            meant = "on me: "
        elif _is_there(who, people):
            meant = "on me: " if _hands_over_ours(what) else f"on {who}: "
        elif _is_there(who, colleagues) and base_verb(what.split()[0]):
            meant = f"{who} will "
        if meant:
            told.append((found["todo"], meant))
        return f"{meant or found['todo']}{what}"

    return _TODO.sub(whose, text), told


def _is_there(who: str, people: Sequence[str]) -> bool:
    """Known there, be it by the first letters alone: "SJ"."""
    letters = {"".join(word[0] for word in person.split()[:count]) for person in people for count in (2, 3)}
    return bool(people) and (is_person(who, people) or who.lower() in {one.lower() for one in letters})


def _hands_over_ours(what: str) -> bool:
    """ "send the deck", "the deck": what a seller alone hands over, and nothing else is done with it."""
    words = _HANDS_OVER.sub("", what, count=1).split()[:5]
    things = [" ".join(words[:end]) for end in range(1, len(words) + 1)]
    return any(is_thing(one) and not is_only_eithers(one) for one in things)
