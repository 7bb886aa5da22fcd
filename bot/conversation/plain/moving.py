""" "Moved Greg price list to Wed": the open promise that is named gets that day. Of what is agreed it is asked first."""

import re
from datetime import date, timedelta

from bot.cards import Reply
from bot.commands.calls import Next, Promise, Verdict
from bot.conversation.by_hours import step_and_hour
from bot.conversation.exchange import Exchange
from bot.conversation.plain.last import last_act, last_deal, named_in
from bot.conversation.plain.newday import offer_day
from bot.model import Deal, Side
from bot.playbook.holds import appointments
from bot.playbook.restating import settled
from bot.playbook.results import open_promises
from bot.reading.calendar.clock import office_time
from bot.reading.dates import find_dates
from bot.reading.promises.moving import moved_thing
from bot.reading.steps.byhours import by_hours

_LONGEST = 12  # words
_EVENT = re.compile(r"^(?:the\s+|our\s+)?(?:call|meeting|demo|visit|appointment)$", re.IGNORECASE)
_FOR = re.compile(r"\b(?:for|to|with|at|from|of)\s+(?=(?:to|until|till?)\b)", re.IGNORECASE)  # "for Greg to Wed"


def promise_moved(exchange: Exchange, line: str) -> Promise | None:
    """None unless the line moves something that was promised, and one open promise there is surely meant."""
    if len(line.split()) > _LONGEST or "?" in line:
        return None
    deal, name = named_in(exchange, line)
    if deal is None:
        return None
    cut = re.sub(rf"(?<!\w){re.escape(name)}(?:['’]s)?(?!\w)", " ", line, count=1)
    cut = _FOR.sub("", " ".join(cut.split())).strip(" .!")
    dates = find_dates(cut, exchange.today, day_first=exchange.day_first)
    moved = moved_thing(cut, dates)
    if moved is None or not moved.thing or _EVENT.match(moved.thing):
        return None
    history = exchange.history(deal.id)
    fits = settled(moved.thing, [p for side in Side for p in open_promises(history, side)])
    when = re.sub(r"^(?:to|until|till?|for)\s+", "", moved.day.text, flags=re.IGNORECASE)
    return Promise(Verdict.moved, str(fits[0].id), when) if len(fits) == 1 else None


_STEP = r"(?:the|our|my)\s+(?P<what>call|meeting|demo|visit|appointment|lunch|workshop)"
_BY_DAYS = re.compile(
    rf"\b{_STEP}\b.{{0,30}}?\b(?P<many>an?|one|two|three|2|3)\s+days?\s+(?P<way>later|earlier|sooner)\b", re.IGNORECASE
)
_HOUR = re.compile(
    rf"\b{_STEP}\b.{{0,30}}?\bat\s+(?P<new>\d{{1,2}}(?:[:.]\d\d)?(?:\s?[ap]m)?),?\s+(?:and\s+)?not\s+(?:at\s+)?\d",
    re.IGNORECASE,
)
_MANY = {"a": 1, "an": 1, "one": 1, "two": 2, "2": 2, "three": 3, "3": 3}


def _of_which(exchange: Exchange, line: str) -> tuple[Deal | None, str]:
    """The deal that is named; where nobody is, the one of which the talk is today."""
    deal, name = named_in(exchange, line)
    is_nobodys = deal is None and not re.search(r"(?<!^)\b[A-ZÀ-Þ]", line.strip())
    return (last_deal(exchange) if is_nobodys and last_act(exchange) else deal), name


def step_moved_by_hours(exchange: Exchange, line: str) -> Next | Reply | None:
    """ "Move the Acme visit half an hour earlier" is done; "Ida wants the visit an hour later" is asked. A longer line is a call that is told."""
    deal, name = _of_which(exchange, line) if len(line.split()) <= _LONGEST else (None, "")
    named = rf"(?:\b(?:with|at|for)\s+)?(?<!\w){re.escape(name)}(?:['’]s)?(?!\w)"
    cut = re.sub(named, " ", line, count=1) if name else line
    moved = by_hours(" ".join(cut.split())) if deal else None
    history = exchange.history(deal.id) if deal else None
    found = step_and_hour(history, moved, exchange.today) if history and moved else None
    if deal is None or moved is None or found is None:
        return None
    step, hour = found
    if not moved.is_sure:
        return offer_day(exchange, line, deal, step, step.on, hour)
    return Next(str(deal.id), f"{step.what} {step.on.isoformat()} {hour}") if moved.is_all else None


def step_moved(exchange: Exchange, line: str) -> Reply | None:
    """ "Ida wants the visit a day later", "the visit is at 10 not 9": asked, where that is agreed there; nothing is changed before."""
    by_days, hour = _BY_DAYS.search(line), _HOUR.search(line)
    found = by_days or hour
    if found is None or len(line.split()) > _LONGEST:
        return None
    deal, _ = _of_which(exchange, line)
    ahead = appointments(exchange.history(deal.id), exchange.today) if deal else ()
    steps = [step for step in ahead if found["what"].lower() in {step.what, "appointment"}]
    if deal is None or len(steps) != 1:
        return None
    step = steps[0]
    on, at = (_days_from(step.on, by_days), step.hour) if by_days else (step.on, _hour(found["new"]))
    if on < exchange.today:
        return None
    return offer_day(exchange, line, deal, step, on, at)


def _hour(typed: str) -> str:
    """ "10" as an hour of the day."""
    return office_time(int(typed)) if typed.isdigit() else typed


def _days_from(day: date, found: re.Match[str]) -> date:
    many = timedelta(days=_MANY[found["many"].lower()])
    return day + many if found["way"].lower() == "later" else day - many
