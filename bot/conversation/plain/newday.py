"""A step that may have another day is offered with it, and nothing is changed before the press; another day typed behind it changes the offer."""

import re
from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

from bot.cards import Button, Reply
from bot.conversation import drafting
from bot.conversation.exchange import Exchange
from bot.days import written
from bot.model import Deal, NextStep
from bot.playbook.holds import open_steps
from bot.reading.typed.typeddates import typed_date
from bot.views.asking import note

_DAY_ALONE = re.compile(r"^(?:the\s+)?(?P<day>\d{1,2})(?:st|nd|rd|th)?$", re.IGNORECASE)
_HALF_A_YEAR = 183


def offer_day(exchange: Exchange, line: str, deal: Deal, step: NextStep, on: date, at: str) -> Reply:
    """The line is kept with what is offered; a press on any of the three uses it up."""
    moves = {"deal": deal.id, "what": step.what, "from": step.on.isoformat(), "on": on.isoformat()}
    draft = drafting.keep(exchange, {"line": f"{deal.id}: {line}", "text": line, "moves": moves})
    said = f"{written(on, exchange.today)}{f' at {at}' if at else ''}"
    instead = f"{written(step.on, exchange.today)} {step.hour}".strip()
    command = drafting.instead(draft, f"next {deal.id} {step.what} {on.isoformat()} {at}".strip())
    return note(
        f"{deal.label}: the {step.what} on {said}, instead of {instead}?",
        Button(f"Yes, {said}", command, primary=True),
        Button("Log it as a call", f"resume {draft} {deal.id}"),
        Button("None of these", f"resume {draft} drop"),
    )


def offer_instead(exchange: Exchange, content: Mapping[str, Any], when: str) -> Reply | None:
    """The same offer with another day; None where no step's day was offered, or it stands no more."""
    moves = content.get("moves")
    deal = exchange.deal(moves["deal"]) if moves else None
    if not moves or deal is None:
        return None
    steps = open_steps(exchange.history(deal.id))
    step = next((one for one in steps if (one.what, one.on.isoformat()) == (moves["what"], moves["from"])), None)
    day = day_near(exchange, when, date.fromisoformat(moves["on"]))
    read = typed_date(day, exchange.today, day_first=exchange.day_first)
    if step is None or read is None or read.on is None or read.on < exchange.today:
        return None
    return offer_day(exchange, content["text"], deal, step, read.on, read.at or step.hour)


def day_near(exchange: Exchange, when: str, wrong: date | None) -> str:
    """ "The 17th" said of a 16 December is in December: of the days that are called so the nearest one that is not past."""
    found = _DAY_ALONE.match(when.strip(" .!"))
    if found is None or wrong is None:
        return when
    around = (wrong + timedelta(days=ahead) for ahead in range(-_HALF_A_YEAR, _HALF_A_YEAR))
    days = [day for day in around if day.day == int(found["day"]) and day >= exchange.today]
    return min(days, key=lambda day: abs(day - wrong)).isoformat() if days else when
