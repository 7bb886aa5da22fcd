"""The first five minutes: a welcome in five lines, and the deals on a rep's mind made a list (voice.md section 2)."""

import re
from collections.abc import Sequence

from bot.cards import Card, Reply, Text
from bot.conversation.creating import LONGEST_NAME, create_deals
from bot.conversation.exchange import Exchange
from bot.conversation.finding import deal_called
from bot.playbook.questions import question_for_them
from bot.reading.names import key
from bot.views import own
from bot.views.asking import note
from bot.worktime import next_working_day

_MOST = 20
_MOST_WORDS = 3  # of a name


def hello(exchange: Exchange) -> Reply:
    manager = exchange.manager_of(exchange.member)
    name = manager.first_name if manager else ""
    return Reply(own.welcome_card(exchange.member, name, has_deals=exchange.store.deals.has_any(exchange.owners)))


def _parts(exchange: Exchange, name: str) -> list[str]:
    """ "Acme, Bluepeak" is two deals when one of them is known; "Acme, 40 seats" stays one."""
    parts = [part.strip() for part in name.split(",") if part.strip()]
    several = len(parts) > 1 and any(_one_called(exchange, part) for part in parts)
    return parts if several and deal_called(exchange, name) is None and _are_names(exchange, parts) else [name]


def _are_names(exchange: Exchange, parts: Sequence[str]) -> bool:
    """What follows a known company may be what is sold: a number, or words without a capital of another deal."""
    known = [part for part in parts if _one_called(exchange, part)]
    others = [part for part in parts if part not in known]
    return len(known) > 1 or all(len(part.split()) <= _MOST_WORDS and not re.search(r"\d", part) for part in others)


def _one_called(exchange: Exchange, name: str) -> int | None:
    """The deal of exactly that company."""
    return next(
        (known.id for known in exchange.named if key(name) in {key(known.company), key(known.full_label)}), None
    )


def start(exchange: Exchange, names: Sequence[str]) -> Reply:
    """Each name becomes a deal with standing "unknown", and one question to ask them."""
    if not names:
        return Reply(
            Card("", (Text("Names are enough; what they said comes after your next call."),)), own.start_form()
        )
    names = [part for name in names for part in _parts(exchange, name)]
    if len(names) > _MOST:
        return note(f"That is {len(names)} deals. Start with the {_MOST} that matter most; a file comes in by import.")
    too_long = next((name for name in names if len(name) > LONGEST_NAME), None)
    if too_long:
        return note(f"“{too_long[:40]}…” is too long for a name: {LONGEST_NAME} characters at most, one deal a line.")
    known = {key(name.full_label): name.id for name in exchange.named}
    known |= {key(name): id_ for name in names if "," not in name and (id_ := _one_called(exchange, name))}
    new = [name for name in dict.fromkeys(names) if key(name) and key(name) not in known]
    made = create_deals(exchange, new) if new else []
    histories = exchange.store.history.many(known[key_] for key_ in dict.fromkeys(map(key, names)) if key_ in known)
    there = [history.deal for history in histories.values()]
    with_questions = [
        (history.deal, question_for_them(exchange.with_house(history), exchange.today)) for history in made
    ]
    first_on = next_working_day(exchange.today, exchange.member)
    undo = exchange.acts[0] if exchange.acts else None
    return Reply(own.started_card(with_questions, there, undo, first_on, exchange.today))
