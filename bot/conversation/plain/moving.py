""" "Moved Greg price list to Wed": the open promise that is named gets that day."""

import re

from bot.commands.calls import Promise, Verdict
from bot.conversation.exchange import Exchange
from bot.conversation.plain.last import named_in
from bot.model import Side
from bot.playbook.restating import settled
from bot.playbook.results import open_promises
from bot.reading.dates import find_dates
from bot.reading.moving import moved_thing

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
