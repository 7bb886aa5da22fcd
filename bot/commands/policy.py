"""The organisation's figures: shown to everybody, tried out and saved by an admin."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from bot.playbook.figures import FIGURES


@dataclass(frozen=True)
class ShowPolicy:
    """The figures as they stand; `left`: a change was shown and is not wanted."""

    left: bool = False


@dataclass(frozen=True)
class TryFigures:
    """(figure, value as typed): what would come of it, before anything is saved. None opens the form.

    A figure that nobody knows has an empty name and all that was typed as its value.
    """

    wanted: tuple[tuple[str, str], ...] = ()
    filled_in: bool = False


@dataclass(frozen=True)
class SaveFigures:
    """(figure, new value, value before): saved only while the one before is the one that was shown."""

    wanted: tuple[tuple[str, str, str], ...]


@dataclass(frozen=True)
class Company:
    """What the company is called in words to a prospect; an empty name asks for it."""

    name: str = ""


AboutPolicy = ShowPolicy | TryFigures | SaveFigures | Company

INSTEAD = " instead of "
# How people call a figure, besides its own name in the policy.
_NAMES = {
    "min_gap": r"(?:(?:week(?:ly)?|first|short(?:est)?|min(?:imum)?|smallest) )?(?:gap|rhythm)|weekly",
    "long_gap": r"(?:long|wide|second|two[- ]weeks?)(?: (?:gap|rhythm))",
    "max_gap": r"(?:max(?:imum)?|longest|biggest)(?: gap| silence)?|silence|quiet|cool",
    "unanswered_to_definitive": r"(?:unanswered )?(?:messages|message|touches|tries)|unanswered",
    "definitive_after_days": r"chase(?: days)?|definitive after(?: days)?",
    "definitive_wait": r"(?:definitive |answer )?wait",
    "closing_lines": r"clos(?:ing|e)(?: (?:lines|deals|day))?",
    "let_go_by_itself": r"(?:let(?:ting)? go|closed?)(?: (?:by (?:it|them)sel(?:f|ves)|alone))",
    "digest_lines": r"(?:digest |list )?lines?|digest|list",
    "new_deals_a_day": r"(?:new|imported) deals?(?: a day)?|imports?",
    "treadmill_touches": r"treadmill(?: touches)?",
    "talk_minutes": r"(?:talk|call|conversation)s?(?: minutes)?",
    "prep_minutes": r"(?:prep|preparation)(?: minutes)?",
    "attempt_minutes": r"(?:try|attempt)s?(?: minutes)?",
    "hourly_rate": r"(?:hourly )?(?:rate|cost)(?: an hour| per hour)?|(?:a |an )?hour",
    "whale_top_1": r"(?:whale )?top[- ](?:1|one|deal)|whale",
    "whale_top_3": r"(?:whale )?top[- ](?:3|three)(?: deals)?",
}
_READ = tuple(
    (name, re.compile(rf"^(?:{pattern}|{name})(?:\s*[:=]\s*|\s+(?:to|is|at|of)\s+|\s+|$)(?P<value>.*)$", re.IGNORECASE))
    for name, pattern in _NAMES.items()
)


def policy(rest: str) -> AboutPolicy:
    """`gap 5 days`, `gap 5, long gap 10`; with "instead of 7 days" behind each it is a save."""
    if not rest:
        return ShowPolicy()
    if rest.lower() in {"leave", "leave it"}:
        return ShowPolicy(left=True)
    if rest.lower() in {"change", "form", "edit"}:
        return TryFigures()
    parts = [part.strip() for part in re.split(r",\s+|;\s*|\s+and\s+", rest.rstrip(" .")) if part.strip()]
    read = [_read(part) for part in parts]
    split = [(name, *value.partition(INSTEAD)[::2]) for name, value in read]
    if all(name and before for name, _, before in split):
        return SaveFigures(tuple(split))
    return TryFigures(tuple((name, value) for name, value, _ in split))


def form(fields: Mapping[str, str]) -> TryFigures:
    return TryFigures(tuple((name, fields[name].strip()) for name in FIGURES if name in fields), filled_in=True)


def _read(part: str) -> tuple[str, str]:
    for name, pattern in _READ:
        found = pattern.match(part)
        if found:
            return name, found["value"].strip()
    return "", part
