"""The first five minutes: a welcome in five lines, and the deals on a rep's mind made a list (voice.md section 2).

Names pasted behind that question become deals; several that nobody asked for are offered.
"""

import re
from collections.abc import Sequence

from bot.cards import Card, Reply, Text
from bot.commands.own import start as start_with
from bot.conversation import pending
from bot.conversation.creating import LONGEST_NAME, create_deals
from bot.conversation.exchange import Exchange
from bot.conversation.finding import deal_called, named_in
from bot.playbook.questions import question_for_them
from bot.reading.mentioned.headings import is_surely_firm
from bot.reading.mentioned.namelists import Listed, is_name, names_in
from bot.reading.names import key
from bot.reading.people.somebody import is_word
from bot.views import own
from bot.views import starting as views
from bot.views.asking import note
from bot.worktime import next_working_day

_MOST = 20
_SEVERAL = 2
_MOST_WORDS = 3  # of a name


def hello(exchange: Exchange) -> Reply:
    manager = exchange.manager_of(exchange.member)
    name = manager.first_name if manager else ""
    return Reply(own.welcome_card(exchange.member, name, has_deals=exchange.store.deals.has_any(exchange.owners)))


def _parts(exchange: Exchange, name: str) -> list[str]:
    """ "Acme, Bluepeak" is two deals when one of them is known, and three names are three; "Acme, 40 seats" stays one."""
    parts = [part.strip() for part in name.split(",") if part.strip()]
    several = len(parts) > 1 and any(_one_called(exchange, part) for part in parts)
    if deal_called(exchange, name) is not None:
        return [name]
    if several and _are_names(exchange, parts):
        return parts
    listed = names_in(name)
    return list(listed.names) if listed.how is Listed.several else [name]


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


def pasted(exchange: Exchange, text: str) -> Reply | None:
    """Names, one a line: behind the question which deals are on their mind they become deals, else that is asked."""
    names = start_with(text).names
    if not names or not all(map(is_name, names)) or all(_one_called(exchange, name) for name in names):
        return None
    if pending.takes_names(exchange):
        return start(exchange, names) if _are_surely_deals(exchange, names) else views.new_deals(names)
    if "\n" not in text.strip() or len(names) < _SEVERAL or not all(map(is_surely_firm, names)):
        return None
    if len(names) > _MOST or named_in(exchange, text).ids or _closes_a_letter(names[0]):
        return None
    return views.new_deals(names)


def _closes_a_letter(line: str) -> bool:
    """ "Best Regards": what stands under it is who signs."""
    return all(map(is_word, line.split()))


def _are_surely_deals(exchange: Exchange, names: Sequence[str]) -> bool:
    """ "Never mind", alone behind that question, may be a name or an answer: it is no deal before that was said."""
    return len(names) > 1 or len(_parts(exchange, names[0])) > 1 or is_surely_firm(names[0].partition(",")[0])


def start(exchange: Exchange, typed: Sequence[str]) -> Reply:
    """Each name becomes a deal with standing "unknown", and one question to ask them."""
    if not typed:
        pending.remember_names(exchange)
        return Reply(
            Card("", (Text("Names are enough; what they said comes after your next call."),)), own.start_form()
        )
    names = [part for name in typed for part in _parts(exchange, name)]
    listed = names_in(names[0]) if len(names) == 1 else None
    if listed and listed.how is Listed.unclear and deal_called(exchange, names[0]) is None:
        return views.one_or_several(names[0], listed.names)
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
    return Reply(views.started_card(with_questions, there, undo, first_on, exchange.today))
