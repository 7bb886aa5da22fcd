"""Never twice (C6): the same said or pressed again on one day, with nothing on the deal since, is asked, not done."""

import hashlib
import json
from collections.abc import Sequence
from dataclasses import dataclass
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
from bot.wire import as_json, card_from, form_from
from bot.worktime import instant

_ON_PURPOSE = "+"
_LONGEST_KEY = 200
_KEPT, _FORM = "drafts", "form"  # in a stored answer
_LONGEST_AGAIN = 500  # characters that every platform's button can carry


@dataclass(frozen=True)
class Keys:
    """Under which a message is known again: when it has `done` something, and when it only left a draft (`kept`)."""

    done: tuple[str, ...]
    kept: tuple[str, ...]

    @property
    def all(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys((*self.done, *self.kept)))


def meaning_of(command: Command) -> str:
    """What was asked, whichever way it came, as a digest: words that were typed are stored once only.

    Done once more on purpose it is marked, so that a second press on "another one" is a repeat too.
    """
    if isinstance(command, Again):
        return _ON_PURPOSE + meaning_of(command_from(command.line)).removeprefix(_ON_PURPOSE)
    return hashlib.sha256(repr(command).encode()).hexdigest()


def before(
    exchange: Exchange, keys: Sequence[str] = (), *, may_repeat: bool = False, is_call: bool = False
) -> Earlier | Act | None:
    """What the same event was answered; else the act by which the member did the same today, if nothing has happened on its
    deals since. What every call needs is read with it."""
    meaning = "" if may_repeat else exchange.meaning
    if not keys and not meaning:
        return None
    midnight = instant(exchange.today, time.min, exchange.member.zone)
    meanings = (meaning, _ON_PURPOSE + meaning.removeprefix(_ON_PURPOSE)) if meaning else (None, None)
    if is_call:
        return exchange.at_first(keys, meanings, midnight)
    return exchange.store.answered.before(exchange.member.id, keys, meanings, midnight)


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


def keys_of(message: Message, member_id: int) -> Keys:
    """A form has one key however often it is filled in: what only left a draft goes by what was in it, too."""
    given = tuple(f"{member_id}:{_short(key)}" for key in (message.key, message.also) if key)
    if not given or message.fields is None:
        return Keys(given, given)
    filled = hashlib.sha256(json.dumps([message.text, message.fields]).encode()).hexdigest()
    return Keys(given, (f"{given[0]}:{filled}",))


def _short(key: str) -> str:
    """A platform's key as it can be stored: of any length, of any characters."""
    is_fine = len(key) <= _LONGEST_KEY and key.isprintable()
    return key if is_fine else hashlib.sha256(key.encode(errors="replace")).hexdigest()


def remember(exchange: Exchange, keys: Keys, reply: Reply) -> None:
    """The keys of what this message did, or else of the drafts that it left, in the transaction of these."""
    acts = [*exchange.acts[-1:], *exchange.undone[-1:]]
    told = as_json(reply.card)
    if not acts and exchange.kept:
        told |= {_KEPT: exchange.kept, **({_FORM: as_json(reply.form)} if reply.form else {})}
    if acts or exchange.kept:
        act_id = acts[0] if acts else None
        under = keys.done if acts else keys.kept
        exchange.store.answered.remember(under, exchange.member.id, exchange.now, act_id, json.dumps(told))


def told_again(exchange: Exchange, earlier: Earlier, *, anew: bool = False) -> Reply | None:
    """The same event a second time. What left only a draft is answered as it was; None where a form has to be opened anew,
    since its draft has become something.

    `anew`: they said it once; it was kept, and only the answer got lost.
    """
    told = json.loads(earlier.reply_json)
    card, drafts = card_from(told), told.get(_KEPT, ())
    form = form_from(told[_FORM]) if _FORM in told else None
    if drafts and exchange.store.drafts.open_among(drafts, exchange.member.id):
        return Reply(card, form, replaces=exchange.pressed_on, is_repeat=not anew)
    if form:
        return None
    return Reply(card, replaces=exchange.pressed_on) if anew else _already(exchange, earlier, card)


def _already(exchange: Exchange, earlier: Earlier, card: Card) -> Reply:
    """The same event a second time: what it did then; a list that was pressed on is shown as it stands now."""
    remark = already_done(earlier.at.astimezone(exchange.zone), exchange.today)
    if is_list(exchange.pressed_on):
        return changed_list(exchange, remark=remark)
    return Reply(
        Card(card.title, (Text(remark, Tone.quiet), *card.blocks), card.key),
        replaces=exchange.pressed_on, is_repeat=True,
    )  # fmt: skip
