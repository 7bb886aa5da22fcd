"""Lists that are asked for plainly: who is away, which deals have no next step, what closes this month. From the record alone."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

from bot.cards import Button, Buttons, Reply, Text, Tone
from bot.commands.lists import ListOf, Which
from bot.commands.measuring import MyMonday
from bot.conversation import monday
from bot.conversation.exchange import Exchange
from bot.days import written
from bot.model import OPEN_STATES, History, Member, Side, first_name
from bot.playbook.absences import absence_on, to_come
from bot.playbook.holds import kept_step
from bot.playbook.results import open_promises
from bot.reading.outcome.buying import is_buying
from bot.reading.typed.periods import period
from bot.views.absences import absence_words
from bot.views.naming import promise_fact
from bot.views.which_deals import Row, which_card
from bot.worktime import is_away

_TEAM = Button("My team", "where my team")
_Told = Callable[[History, date], str]


def which(exchange: Exchange, command: Which) -> Reply:
    if exchange.sees_many and exchange.member.may_lead:
        return monday.monday(exchange, MyMonday())  # counted in the database, where there are thousands
    match command.asked:
        case ListOf.away:
            now = [*_colleagues(exchange, _away_today), *_rows(exchange, _away)]
            soon = [*_colleagues(exchange, _leaves), *_rows(exchange, _to_come)]
            title = "Away" if now else "Nobody is away today; to come"
            return Reply(which_card(title, [*now, *soon], "Nobody is away, as far as is on record."))
        case ListOf.no_step:
            return _without_step(exchange)
        case ListOf.closing:
            return _closing(exchange, command.when)


def _without_step(exchange: Exchange) -> Reply:
    empty = "Every open deal has a next step, or something of theirs to come."
    card = which_card("No call agreed, and nothing of theirs to come", _rows(exchange, _no_step), empty)
    if len(exchange.led) <= 1:
        return Reply(card)
    also = Text("They also stand in your team's view and in your Monday:", Tone.quiet)
    return Reply(replace(card, blocks=(*card.blocks, also, Buttons((_TEAM, Button("Monday", "monday"))))))


def _histories(exchange: Exchange) -> list[History]:
    ids = [name.id for name in exchange.named if name.state in OPEN_STATES]
    return [*exchange.store.history.many(ids).values()]


def _rows(exchange: Exchange, told: _Told) -> list[Row]:
    rows = ((history, said) for history in _histories(exchange) if (said := told(history, exchange.today)))
    return [_row(exchange, history, said) for history, said in rows]


def _row(exchange: Exchange, history: History, said: str) -> Row:
    deal = history.deal
    owner = "" if deal.owner_id == exchange.member.id else first_name(exchange.names.get(deal.owner_id, ""))
    return Row(f"{deal.label}{f' ({owner})' if owner else ''}", said, deal.id)


def _away(history: History, today: date) -> str:
    absence = absence_on(history, today)
    return f"{absence.told.reason or 'they are'} back {written(absence.back_on, today)}" if absence else ""


def _to_come(history: History, today: date) -> str:
    return "" if absence_on(history, today) else absence_words(to_come(history, today), today)


def _no_step(history: History, today: date) -> str:
    if kept_step(history, today) or open_promises(history, Side.theirs):
        return ""
    last = max((touch.on for touch in history.touches), default=history.deal.crm_contact_on)
    return f"last contact {written(last, today)}" if last else "no contact on record"


def _colleagues(exchange: Exchange, told: Callable[[Member, date], str]) -> list[Row]:
    me = exchange.member
    leaders = {me.id, me.manager_id} - {None}
    others = (one for one in exchange.store.members.all() if one.manager_id in leaders and one.id != me.id)
    rows = ((member, said) for member in others if (said := told(member, exchange.today)))
    return [Row(member.first_name, f"of your team, {said}", 0) for member, said in rows]


def _away_today(member: Member, today: date) -> str:
    return "away today" if is_away(today, member) else ""


def _leaves(member: Member, today: date) -> str:
    """The next days off of whoever is here today."""
    ahead = [] if is_away(today, member) else [span for span in member.leave if span[0] > today]
    first, last = min(ahead, default=(None, None))
    return f"off from {written(first, today)} to {written(last, today)}" if first and last else ""


def _closing(exchange: Exchange, when: str) -> Reply:
    """By the day in the CRM, and by what they said themselves; to whoever leads others their Monday is told behind it."""
    first, last = _span(when, exchange.today)
    rows: list[tuple[date, Row]] = []
    for history in _histories(exchange):
        deal = history.deal
        buys = [
            p
            for p in open_promises(history, Side.theirs)
            if p.due_on and is_buying(p.text) and first <= p.due_on <= last
        ]
        said = [f"they said: {promise_fact(promise, exchange.today)}" for promise in buys]
        closes = deal.closes_on if deal.closes_on and first <= deal.closes_on <= last else None
        told = [*([f"closes {written(closes, exchange.today)} in your CRM"] if closes else []), *said]
        if told:
            day = min((*([closes] if closes else []), *(p.due_on for p in buys if p.due_on)))
            rows.append((day, _row(exchange, history, "; ".join(told))))
    rows.sort(key=lambda one: one[0])
    card = which_card(f"Closing {when}", [row for _, row in rows], f"Nothing on record closes {when}.")
    if not exchange.member.may_lead:
        return Reply(card)
    behind = monday.monday(exchange, MyMonday()).card
    return Reply(replace(card, blocks=(*card.blocks, Text(behind.title, Tone.strong), *behind.blocks)))


def _span(when: str, today: date) -> tuple[date, date]:
    which, _, unit = when.partition(" ")
    this = period(f"this {unit}", today) or (today, today)
    if which == "this":
        return this
    return period(f"this {unit}", this[1] + timedelta(days=1)) or this
