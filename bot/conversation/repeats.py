"""Never twice (C6): the same said or pressed again on one day, with nothing on the deal since, is asked, not done."""

import hashlib
from collections.abc import Sequence
from datetime import time

from bot.cards import Card, Message, Reply, Text, Tone
from bot.commands import Command, command_from
from bot.commands.own import Again
from bot.conversation.drafting import keep_message
from bot.conversation.exchange import Exchange
from bot.conversation.followups import changed_list, is_list
from bot.model import Act
from bot.store import Earlier
from bot.views.asking import already_done, done_already
from bot.worktime import instant

_ON_PURPOSE = "+"
_LONGEST_AGAIN = 500  # characters that every platform's button can carry


def meaning_of(command: Command) -> str:
    """What was asked, whichever way it came, as a digest: words that were typed are stored once only.

    Done once more on purpose it is marked, so that a second press on "another one" is a repeat too.
    """
    if isinstance(command, Again):
        return _ON_PURPOSE + meaning_of(command_from(command.line)).removeprefix(_ON_PURPOSE)
    return hashlib.sha256(repr(command).encode()).hexdigest()


def before(exchange: Exchange, keys: Sequence[str] = (), *, may_repeat: bool = False) -> Earlier | Act | None:
    """What the same event was answered; else the act by which the member did the same today, if nothing has happened on its
    deals since."""
    meaning = "" if may_repeat else exchange.meaning
    if not keys and not meaning:
        return None
    midnight = instant(exchange.today, time.min, exchange.member.zone)
    meanings = (meaning, _ON_PURPOSE + meaning.removeprefix(_ON_PURPOSE)) if meaning else (None, None)
    key, also, *_ = (*keys, None, None)
    return exchange.store.acts.before(exchange.member.id, (key, also), meanings, midnight)


def done_today(exchange: Exchange, message: Message, before: Act) -> Reply:
    """The question that stands in the place of doing it twice; what no button can carry is kept behind it."""
    at = before.at.astimezone(exchange.zone)
    if is_list(exchange.pressed_on):
        return changed_list(exchange, remark=already_done(at, exchange.today))
    again = once_more(message.text) if message.fields is None else ""
    return done_already(before.summary, at, before.id, again or f"again resume {keep_message(exchange, message)}")


def once_more(line: str) -> str:
    """The command that does it again; empty when it fits no button."""
    return f"again {line}" if len(line) <= _LONGEST_AGAIN else ""


def already(exchange: Exchange, earlier: Earlier, card: Card) -> Reply:
    """The same event a second time: what it did then; a list that was pressed on is shown as it stands now."""
    remark = already_done(earlier.at.astimezone(exchange.zone), exchange.today)
    if is_list(exchange.pressed_on):
        return changed_list(exchange, remark=remark)
    return Reply(
        Card(card.title, (Text(remark, Tone.quiet), *card.blocks), card.key),
        replaces=exchange.pressed_on, is_repeat=True,
    )  # fmt: skip
