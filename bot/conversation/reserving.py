"""What is really kept for them, on the rep's word and with its day (H42). Only then do words say so; nothing is invented."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import date, datetime, timedelta

from bot.cards import Button, Reply
from bot.commands.deals import Reserve
from bot.conversation.choosing_days import day_or_question
from bot.conversation.exchange import Exchange
from bot.conversation.finding import find_deal
from bot.days import read_by, written
from bot.model import Deal, DecisionKind, Member
from bot.playbook.cliches import is_clean
from bot.playbook.deciding import reserved
from bot.store import Store
from bot.views.asking import note
from bot.views.news import is_it_released
from bot.views.touching import settled
from bot.worktime import next_working_day, roll, today_for

_NOTHING = frozenset({"none", "nothing", "released", "no"})
_LONGEST = 10  # words
_DAYS = (7, 14)


def reserve(exchange: Exchange, command: Reserve) -> Reply:
    """A thing and the day until which it is kept; "none" releases it."""
    until = f" until {command.when}" if command.when else ""
    deal = find_deal(exchange, command.who, lambda id_: f"hold {id_} {command.what}{until}")
    if isinstance(deal, Reply):
        return deal
    what = command.what.strip(" .!")
    if what.lower() in _NOTHING:
        act_id = _keep(exchange, deal, f"{deal.label}: nothing is held for them", "", None)
        return settled(f"{deal.label}: nothing is held for them", act_id)
    if not what or len(what.split()) > _LONGEST or not is_clean(what):
        return note(f"What is held, in a few plain words? hold {deal.label}: the June slot until 20 March")
    what = what[0].lower() + what[1:] if what.split()[0].lower() in {"the", "a", "an", "our", "your"} else what
    return _until(exchange, deal, what, command.when)


def released_news(store: Store, members: Sequence[Member], now: datetime) -> dict[int, list[str]]:
    """By member: what is held until today, or until a free day after it: asked, never extended silently (voice.md 1.16)."""
    locales = {m.id: m.locale for m in members}
    spans = {m.id: (today_for(m, now), next_working_day(today_for(m, now), m)) for m in members}
    if not spans:
        return {}
    first, last = min(day for day, _ in spans.values()), max(day for _, day in spans.values())
    found: dict[int, list[str]] = defaultdict(list)
    for history in store.history.many(store.work.reserved(list(spans), first, last)).values():
        today, then = spans[history.deal.owner_id]
        kept = reserved(history, today)
        if kept and kept.until_on and kept.until_on < then:
            with read_by(locales[history.deal.owner_id]):
                found[history.deal.owner_id].append(is_it_released(history.deal, kept.reason, kept.until_on, today))
    return found


def _until(exchange: Exchange, deal: Deal, what: str, when: str) -> Reply:
    if not when:
        days = [roll(exchange.today + timedelta(days=n), exchange.member) for n in _DAYS]
        choices = [
            Button(written(day, exchange.today), f"hold {deal.id} {what} until {day.isoformat()}") for day in days
        ]
        return note(f"Until when is it really held? hold {deal.label}: {what} until 20 March", *choices)
    day = day_or_question(exchange, when, lambda iso: f"hold {deal.id} {what} until {iso}")
    if isinstance(day, Reply):
        return day
    on = day.on or day.first_on or exchange.today
    if on <= exchange.today:
        return note(f"That day has come already. Until when is it held? hold {deal.label}: {what} until 20 March")
    said = f"{deal.label}: {what}, held for them until {written(on, exchange.today)}"
    act_id = _keep(exchange, deal, said, what, on)
    return settled(said, act_id, then="The yes-or-no message says so until that day, and not a day longer.")


def _keep(exchange: Exchange, deal: Deal, summary: str, what: str, until: date | None) -> int:
    act_id = exchange.act(summary)
    exchange.store.history.add_decision(
        act_id, deal.id, exchange.member.id, exchange.today, DecisionKind.reserved,
        until_on=until, reason=what,
    )  # fmt: skip
    exchange.refresh(deal.id)
    return act_id
