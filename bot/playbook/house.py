"""A team's own: which new thing may be brought to a deal, how it is said, and what an own opener may hold (S10, H24)."""

import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from bot.days import promised
from bot.model import History, House, Member, Novelty, ShelfItem
from bot.playbook.cliches import is_clean

_SAID = {
    Novelty.case: "a new case",
    Novelty.event: "an event coming up",
    Novelty.price: "news on prices",
    Novelty.news: "news",
}
SLOT = re.compile(r"\{([^{}]*)\}")
# What an own opener may hold; the first that stands in it decides where it is used.
FACTS = ("new", "their promise", "said", "topic", "when")
NAMES = ("their name", "company")


def on_day(house: House, today: date, member: Member | None = None) -> House:
    """The house as words of that member may use it that day: what has begun and is not over."""
    there = tuple(item for item in house.shelf if has_begun(item, today) and not is_over(item, today))
    return replace(house, shelf=there, on=today, member=member)


def is_over(item: ShelfItem, today: date) -> bool:
    return item.until_on is not None and item.until_on < today


def has_begun(item: ShelfItem, today: date) -> bool:
    return item.first_on is None or item.first_on <= today


def for_this_deal(history: History) -> ShelfItem | None:
    """The newest thing that was never brought up on this deal before, and that the wall lets through.

    What was brought today goes on being today's: the email after a voicemail says the same.
    """
    used = {item.item_id: not item.kept_back and item.on != history.house.on for item in history.brought}
    fresh = (item for item in reversed(history.house.shelf) if not used.get(item.id))
    return next((item for item in fresh if is_sayable(item, history.house)), None)


def is_sayable(item: ShelfItem, house: House) -> bool:
    return is_clean(unquoted(item.text), house.worn)


def unquoted(text: str) -> str:
    """What the team writes is no prospect's word: quotation marks hide nothing in it from the wall."""
    return re.sub(r"[“”\"«»]", "", text)


def said_of(item: ShelfItem, today: date) -> str:
    """ "we have a new case: how Harbour cut mis-picks by a third"."""
    day = ""
    if item.until_on:
        day = f", {'on' if item.kind is Novelty.event and not item.first_on else 'until'} {promised(item.until_on, today)}"
    return f"we have {_SAID[item.kind]}: {item.text}{day}"


def is_used_for(pattern: str) -> str:
    """The fact that an own opener turns on."""
    slots = SLOT.findall(pattern)
    return next((fact for fact in FACTS if fact in slots), "")


def filled(pattern: str, facts: Mapping[str, str]) -> str:
    """The sentence, or nothing when a fact that it needs is not on record."""
    slots = SLOT.findall(pattern)
    return SLOT.sub(lambda slot: facts[slot[1]], pattern) if all(facts.get(slot) for slot in slots) else ""
