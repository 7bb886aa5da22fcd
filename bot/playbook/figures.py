"""The figures of the policy that an organisation may set (H7): their bounds, and what has to hold between them. Pure."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any

from bot.model import Policy


class Unit(StrEnum):
    days = "days"
    minutes = "minutes"
    messages = "messages"
    touches = "touches"
    percent = "%"
    lines = "lines"
    deals = "deals"
    money = "money"  # an amount with its currency, or none


@dataclass(frozen=True)
class Figure:
    """`name`: the field of the policy; `typed`: how an admin calls it."""

    name: str
    typed: str
    unit: Unit
    least: int
    most: int


FIGURES: Mapping[str, Figure] = {
    figure.name: figure
    for figure in (
        Figure("min_gap", "gap", Unit.days, 1, 60),
        Figure("long_gap", "long gap", Unit.days, 1, 120),
        Figure("max_gap", "silence", Unit.days, 1, 365),
        Figure("unanswered_to_definitive", "messages", Unit.messages, 2, 10),
        Figure("definitive_after_days", "chase", Unit.days, 1, 365),
        Figure("definitive_wait", "wait", Unit.days, 1, 60),
        Figure("closing_lines", "closing", Unit.deals, 1, 30),
        Figure("let_go_by_itself", "let go by itself", Unit.deals, 0, 30),
        Figure("digest_lines", "lines", Unit.lines, 3, 30),
        Figure("new_deals_a_day", "new deals", Unit.deals, 1, 50),
        Figure("treadmill_touches", "treadmill", Unit.touches, 2, 20),
        Figure("talk_minutes", "talk", Unit.minutes, 0, 240),
        Figure("prep_minutes", "prep", Unit.minutes, 0, 240),
        Figure("attempt_minutes", "try", Unit.minutes, 0, 240),
        Figure("hourly_rate", "rate", Unit.money, 0, 10_000),
        Figure("whale_top_1", "top deal", Unit.percent, 1, 100),
        Figure("whale_top_3", "top three", Unit.percent, 1, 100),
    )
}
CURRENCY = "currency"  # belongs to the hourly rate: both are set by one word
# What the standing of a deal is derived from; the others only say how something is shown or counted.
OF_THE_STANDING = frozenset(
    {"min_gap", "long_gap", "max_gap", "unanswered_to_definitive", "definitive_after_days", "definitive_wait"}
)
# The first is never more than the second: a rhythm widens, and three deals took at least as much as one of them.
_ORDERED = (("min_gap", "long_gap"), ("long_gap", "max_gap"), ("whale_top_1", "whale_top_3"))


def is_within(figure: Figure, number: int) -> bool:
    return figure.least <= number <= figure.most


def changed(policy: Policy, fields: Mapping[str, Any]) -> Policy:
    return replace(policy, **fields)


def clashes(policy: Policy, names: Collection[str]) -> Iterator[tuple[Figure, Figure]]:
    """Of the pairs that one of `names` is in: what would be more than it may be, and the figure it would exceed."""
    for less, more in _ORDERED:
        if {less, more} & {*names} and getattr(policy, less) > getattr(policy, more):
            yield FIGURES[less], FIGURES[more]
