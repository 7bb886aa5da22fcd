"""The first five minutes: a welcome in five lines, and the deals on a rep's mind made a list (voice.md section 2)."""

from collections.abc import Sequence

from bot.cards import Card, Reply, Text
from bot.conversation.creating import LONGEST_NAME, create_deals
from bot.conversation.exchange import Exchange
from bot.playbook.questions import question_for_them
from bot.reading.names import key
from bot.views import own
from bot.views.asking import note
from bot.worktime import next_working_day

_MOST = 20


def hello(exchange: Exchange) -> Reply:
    manager = exchange.manager_of(exchange.member)
    name = manager.first_name if manager else ""
    return Reply(own.welcome_card(exchange.member, name, has_deals=exchange.store.deals.has_any(exchange.owners)))


def start(exchange: Exchange, names: Sequence[str]) -> Reply:
    """Each name becomes a deal with standing "unknown", and one question to ask them."""
    if not names:
        return Reply(
            Card("", (Text("Names are enough; what they said comes after your next call."),)), own.start_form()
        )
    if len(names) > _MOST:
        return note(f"That is {len(names)} deals. Start with the {_MOST} that matter most; a file comes in by import.")
    too_long = next((name for name in names if len(name) > LONGEST_NAME), None)
    if too_long:
        return note(f"“{too_long[:40]}…” is too long for a name: {LONGEST_NAME} characters at most, one deal a line.")
    known = {key(name.full_label): name.id for name in exchange.named}
    new = [name for name in dict.fromkeys(names) if key(name) and key(name) not in known]
    made = create_deals(exchange, new) if new else []
    histories = exchange.store.history.many(known[key_] for key_ in dict.fromkeys(map(key, names)) if key_ in known)
    there = [history.deal for history in histories.values()]
    with_questions = [(history.deal, question_for_them(history, exchange.today)) for history in made]
    first_on = next_working_day(exchange.today, exchange.member)
    undo = exchange.acts[0] if exchange.acts else None
    return Reply(own.started_card(with_questions, there, undo, first_on, exchange.today))
