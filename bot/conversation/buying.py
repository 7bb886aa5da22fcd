"""What customers say that they will buy soon: in their own words with a day, or as a promise of theirs; and what is open before."""

from collections.abc import Collection, Iterable, Mapping
from datetime import date, timedelta

from bot.days import is_day_first
from bot.model import Member, Side
from bot.playbook.monday import BUYING_DAYS, Buying, OfDeal
from bot.reading.outcome.buying import buying_time, is_buying
from bot.store import Store, Told
from bot.views.deals import amount


def buying_soon(store: Store, owners: Collection[int], everybody: Mapping[int, Member], today: date) -> list[Buying]:
    """What they say, or took on, about buying soon: one a deal, the nearest first; with what is open before it."""
    last = today + timedelta(days=BUYING_DAYS)
    found: dict[int, tuple[Told, date, str]] = {}
    for told in store.buying.about_buying(owners, today):
        owner = everybody.get(told.deal.owner_id)
        read = _bought(told, day_first=owner is None or is_day_first(owner.locale))
        if read and today <= read[0] <= last and told.deal.deal_id not in found:
            found[told.deal.deal_id] = (told, *read)
    before = store.buying.still_open(found)
    made = (_with_before(told, by, words, before.get(id_, ())) for id_, (told, by, words) in found.items())
    return sorted(made, key=lambda one: (one.deal.on or date.max, one.deal.deal_id))


def _bought(told: Told, *, day_first: bool) -> tuple[date, str] | None:
    if told.said_on is None:
        return (told.due_on, told.text) if told.due_on and is_buying(told.text) else None
    time = buying_time(told.text, told.said_on, day_first=day_first)
    return (time.by, time.words) if time else None


def _with_before(told: Told, by: date, words: str, promises: Iterable[tuple[int, Side, str, date | None]]) -> Buying:
    before = tuple(
        (f"{'we' if side is Side.ours else 'they'} {text}", on)
        for _, side, text, on in promises
        if (on is None or on <= by) and text != words and not (on == by and is_buying(text))
    )
    deal = OfDeal(told.deal.owner_id, told.deal.deal_id, told.deal.label, by, words)
    return Buying(deal, amount(*told.worth), told.by, told.said_on, before)
