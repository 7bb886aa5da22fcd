"""A meeting that is moved, and nobody says whose: of what the member has agreed of that kind, one is offered and several are asked about."""

import re
from collections.abc import Sequence
from datetime import date, timedelta

from bot.cards import Button, Reply
from bot.conversation import drafting
from bot.conversation.exchange import Exchange
from bot.conversation.finding import named_in as whose_is
from bot.conversation.picked_step import is_same
from bot.conversation.plain.doings import not_today
from bot.conversation.plain.last import named_in
from bot.conversation.plain.newday import offer_day
from bot.days import written
from bot.model import Deal, NextStep
from bot.playbook.holds import appointments
from bot.reading.plain.doings import Act, doing
from bot.reading.typed.typeddates import starts_with_day, typed_date
from bot.reading.words.cutout import NAME
from bot.views.asking import note

_LONGEST = 12  # words
_SHOWN = 6
_AHEAD = timedelta(days=365)
_THEY = re.compile(
    r"^(?:they|she|he|the\s+client|the\s+customer)(?:['’](?:ve|s|d))?\s+(?:(?:have|has|want|wants|wanted|need|needs|asked|had|would\s+like)\s+)*(?:(?:me|us)\s+)?(?:to\s+)?",
    re.IGNORECASE,
)
_WHAT = re.compile(
    r"^(?P<before>(?:.*?\s)?)(?P<what>call|meeting|demo|visit|appointment)(?P<is>['’]s)?\b", re.IGNORECASE
)


def whose_moved(exchange: Exchange, line: str) -> Reply | None:
    """ "Push the demo to 17 Dec", "the visit's been moved to Friday": offered, with nothing changed before the press."""
    moved = _moved(line)
    if moved is None or named_in(exchange, line)[0] or whose_is(exchange, line).ids:
        return None
    what, when = moved[0], not_today(exchange, moved[1])
    day = typed_date(when, exchange.today, day_first=exchange.day_first) if starts_with_day(when) else None
    days = (day.choices or (day.on,)) if day and not day.first_on else ()
    if day is None or not days or not all(on and on >= exchange.today for on in days):
        return None
    found = [(deal, step) for deal, step in _agreed(exchange) if is_same(step.what, what)]
    if not found:
        return note(f"You have no {what} agreed with anybody. Name the company: move the Acme {what} to {when}")
    if len(found) == 1 and day.on and not day.choices:
        return offer_day(exchange, line, *found[0], day.on, day.at or found[0][1].hour)
    ways = [(deal, step, on) for deal, step in found for on in days if on]
    return _which(exchange, line, what, ways[:_SHOWN], day.at)


def _moved(line: str) -> tuple[str, str] | None:
    """What, and to when: read as the line that names a deal is."""
    told = _THEY.sub("", line.strip())
    if len(told.split()) > _LONGEST or "?" in line:
        return None
    told = _WHAT.sub(
        lambda found: f"{found['before']}{found['what']} with {NAME}{' has' if found['is'] else ''}", told, count=1
    )
    read = doing(told) if NAME in told else None
    return (read.what, read.when) if read and read.act is Act.move and read.what else None


def _agreed(exchange: Exchange) -> list[tuple[Deal, NextStep]]:
    """What the member has agreed for today and later, by its days."""
    ids = exchange.store.deals.due([exchange.member.id], exchange.today + _AHEAD)
    histories = exchange.store.history.many(ids).values()
    yesterday = exchange.today - timedelta(days=1)
    found = [(one.deal, step) for one in histories for step in appointments(one, yesterday)]
    return sorted(found, key=lambda one: (one[1].on, one[0].id))


def _which(exchange: Exchange, line: str, what: str, ways: Sequence[tuple[Deal, NextStep, date]], at: str) -> Reply:
    """Whose it is, and of two readings of the day to which."""
    draft = drafting.keep(exchange, {"line": line, "text": line})
    buttons = [
        Button(
            f"{deal.full_label}: {written(step.on, exchange.today)} to {written(on, exchange.today)}",
            drafting.instead(draft, f"next {deal.id} {step.what} {on.isoformat()} {at or step.hour}".strip()),
        )
        for deal, step, on in ways
    ]
    none = Button("None of these", f"resume {draft} drop")
    return note(f"Which {what} is moved, and to when? Nothing is changed yet.", *buttons, none)
