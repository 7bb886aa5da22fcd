"""The one question that waits for an answer: a bare "yes" or "no" presses its button, a day or a deal that it offers can be
typed (answers), plain words say why a deal was lost.

It is kept as a draft of its own, which no list shows, and holds until the member does something else.
"""

import re
from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any

from bot.cards import Button, Buttons, Card, Line, Reply
from bot.commands import Command, Nonsense, command_from
from bot.commands.calls import Next
from bot.conversation import answers, drafting
from bot.conversation.exchange import Exchange
from bot.conversation.finding import holding
from bot.conversation.plain.whylost import instead_of_why, is_no_answer, is_of_another
from bot.days import is_day_first
from bot.model import Deal, Member, first_name
from bot.reading.names import key, words_of
from bot.reading.plain.reasons import is_of_whom_was_told
from bot.store import Store
from bot.views.asking import A_NEW_ONE, note
from bot.worktime import today_for

_YES = re.compile(
    r"^(?:yes|yeah|yep|yup|ja|sure|ok|okay|correct|right|exactly|do it|go ahead|please do|yes please)[\s.!]*$",
    re.IGNORECASE,
)
_NO = re.compile(r"^(?:no|nope|nah|nein|not yet|no thanks)[\s.!]*$", re.IGNORECASE)
_SAYS_YES = re.compile(r"^yes\b", re.IGNORECASE)
_SAYS_NO = re.compile(r"^(?:no|not yet|none)\b", re.IGNORECASE)
_WON = re.compile(r"^Won(?:,|$)")  # with its worth, where that was told
_LASTS = timedelta(minutes=30)
_LASTS_SHORT = timedelta(
    minutes=3
)  # a name or a day alone means something else, later on: what was read since is not known
_KEY = "asked"
_TYPED = "typed"
_LEFT_OPEN = "left open"  # behind a line that did not answer it, and did something


def remember(exchange: Exchange, reply: Reply) -> None:
    """Of a card with exactly one yes: what a typed yes, and a typed no, would press; else which days or deals it offers.

    Any other question takes the place of the one before: a "no" is never the answer to what was asked earlier.
    """
    buttons = _buttons(reply.card)
    yes = [button.command for button in buttons if _SAYS_YES.match(button.label)]
    if not yes and any(button.label == "Not yet" for button in buttons):
        yes = [button.command for button in buttons if _WON.match(button.label)]
    if not yes and reply.card.title == A_NEW_ONE:
        yes = [button.command for button in buttons]
    if len(yes) == 1:
        no = [button.command for button in buttons if _SAYS_NO.match(button.label)]
        _keep(exchange, {"yes": yes[0], "no": no[0] if len(no) == 1 else ""})
    elif asked := answers.offered(reply.card):
        _keep(exchange, asked)
    elif not exchange.acts and answers.asks(reply) and not _is_asked_for(_waiting(exchange), buttons):
        if exchange.line:
            _keep(exchange, {})
        else:  # what was pressed or filled in has no line to correct
            _settle(exchange)
    elif exchange.acts and exchange.left_open:  # what the line did closes it no more
        _keep(exchange, {**exchange.left_open, _LEFT_OPEN: True})


def _is_asked_for(asked: Mapping[str, Any], buttons: Sequence[Button]) -> bool:
    """Whether what waits is what this card asks for in words, or names."""
    words = str(asked.get("words", "")).rstrip(": ")
    return "names" in asked or any(words and button.command.startswith(words) for button in buttons)


def remember_words(exchange: Exchange, command: str, deal: Deal) -> None:
    """The next plain words are the rest of this command, unless they speak of another deal."""
    _keep(exchange, {"words": command, "deal": deal.id})


def remember_names(exchange: Exchange) -> None:
    """The next names are the deals that were asked for."""
    _keep(exchange, {"names": True})


def takes_names(exchange: Exchange) -> bool:
    """Whether they were; asked no more from now on."""
    is_asked = bool(_waiting(exchange).get("names"))
    if is_asked:
        _settle(exchange)
    return is_asked


def answered(exchange: Exchange, text: str) -> Command | Reply | None:
    """What a bare yes or no presses; what to press when nothing waits for one."""
    says_yes, says_no = _YES.match(text), _NO.match(text)
    if not (says_yes or says_no):
        return None
    asked = _waiting(exchange)
    if "words" in asked:
        return note("That question wants a reason: press one, or type it in your words.")
    none = _none(asked, exchange.now) if says_no else ""
    if none:
        _settle(exchange)
        return command_from(none)
    if "yes" not in asked:
        text = "Nothing waits for a yes or a no. Press the button that you mean, or type it whole: won Acme, later Acme Fri"
        return note(text)
    _settle(exchange)
    command = asked["yes"] if says_yes else asked["no"]
    return command_from(command) if command else note("Nothing is changed.")


def _as_day(command: Command) -> str:
    """ "next Tuesday", which begins as the command does that sets a step."""
    return f"next {command.who}" if isinstance(command, Next) and not (command.when or command.planned) else ""


def next_day(exchange: Exchange, command: Next) -> Command | None:
    """ "Next Tuesday", typed behind a question that offers days."""
    typed = _as_day(command)
    return in_short(exchange, typed) if typed else None


def in_short(exchange: Exchange, text: str) -> Command | None:
    """A day or a deal, typed behind a question that offers some."""
    asked = _waiting(exchange)
    command = _short(asked, text, exchange.now, exchange.member)
    if not command or _names_another(exchange, asked, text):
        return None
    _settle(exchange)
    return command_from(command)


def _short(asked: Mapping[str, Any], text: str, now: datetime, member: Member) -> str:
    if not _is_new(asked, now):
        return ""
    return answers.pressed(asked, text, today_for(member, now), day_first=is_day_first(member.locale))


def _none(asked: Mapping[str, Any], now: datetime) -> str:
    """What a typed no presses where days are offered: that there is none."""
    return str(asked.get("none", "")) if _is_new(asked, now) else ""


def _is_new(asked: Mapping[str, Any], now: datetime) -> bool:
    at = asked.get("at")
    return bool(at) and now - datetime.fromisoformat(str(at)) <= _LASTS_SHORT


def _names_another(exchange: Exchange, asked: Mapping[str, Any], text: str) -> bool:
    """Whether it is the name of a deal that was not offered, or of somebody known there: "Three" beside "Heron Three"."""
    said, ones = key(text), asked.get("one", ())
    offered = {key(label) for label, _ in ones}
    if said in offered or answers.is_nth(text):
        return False
    others = [
        name
        for name in holding(exchange, words_of(text))
        if not offered & {key(name.company), key(name.full_label)}
        and not any(command.startswith("resume ") and command.endswith(f" {name.id}") for _, command in ones)
    ]
    return any(
        said in {key(called) for called in (name.company, name.full_label, *name.aliases)}
        or any(said in {key(person), key(first_name(person))} for person in name.contacts)
        for name in others
    )


def in_words(exchange: Exchange, text: str) -> Command | Reply | None:
    """Plain words behind a question that asks for them; others leave it open, or end it."""
    asked = _waiting(exchange) if "\n" not in text else {}
    begun = str(asked.get("words", ""))
    deal = exchange.deal(asked["deal"]) if begun else None
    if deal is None:
        return None
    goes_on = _LEFT_OPEN in asked and is_of_whom_was_told(text)
    if goes_on or is_of_another(exchange, deal, text) or is_no_answer(text):
        exchange.left_open.update(asked)
        return None
    _settle(exchange)
    return instead_of_why(exchange, deal, text) or command_from(f"{begun}{text}")


def _keep(exchange: Exchange, asked: Mapping[str, Any]) -> None:
    after = exchange.acts[-1] if exchange.acts else _last(exchange.store, exchange.member.id)
    typed = {} if exchange.acts else {_TYPED: exchange.line}
    drafting.note_instead(exchange, _KEY, {**asked, **typed, "at": exchange.now.isoformat(), "after": after})


def typed_before(exchange: Exchange) -> tuple[str, datetime] | None:
    """The line behind which the question stands that is open, and when it was asked; None where the line did something."""
    asked = _waiting(exchange)
    return (str(asked[_TYPED]), datetime.fromisoformat(str(asked["at"]))) if asked.get(_TYPED) else None


def close(exchange: Exchange) -> None:
    """Nothing is asked any more."""
    _settle(exchange)


def meant_now(store: Store, member: Member, now: datetime, command: Command) -> Command:
    """The command itself; for words that answer a question what they press, so that only its repeat is one."""
    typed = command.text if isinstance(command, Nonsense) else _as_day(command)
    if not typed:
        return command
    asked = _question(store, member.id, now)
    yes, no, words = (str(asked.get(name, "")) for name in ("yes", "no", "words"))
    words = words if isinstance(command, Nonsense) else ""
    pressed = (
        yes if _YES.match(typed) else (no or _none(asked, now)) if _NO.match(typed) else words and f"{words}{typed}"
    )
    pressed = pressed or _short(asked, typed, now, member)
    return command_from(pressed) if pressed else command


def _waiting(exchange: Exchange) -> Mapping[str, Any]:
    return _question(exchange.store, exchange.member.id, exchange.now)


def _question(store: Store, member_id: int, now: datetime) -> Mapping[str, Any]:
    """The question, if the member has done nothing since."""
    for draft in drafting.noted(store, member_id, _KEY):
        asked: Mapping[str, Any] = drafting.read(draft).get(_KEY, {})
        if asked:
            return asked if now - draft.at <= _LASTS and asked["after"] == _last(store, member_id) else {}
    return {}


def _settle(exchange: Exchange) -> None:
    old = [draft.id for draft in drafting.noted(exchange.store, exchange.member.id, _KEY)]
    if old:
        drafting.settle(exchange, *old)


def _last(store: Store, member_id: int) -> int:
    act = store.acts.last_of(member_id)
    return act.id if act else 0


def _buttons(card: Card) -> list[Button]:
    """Of a card with one question: those of a list with many lines wait for nothing."""
    lines = [block for block in card.blocks if isinstance(block, Line)]
    rows = [block for block in card.blocks if isinstance(block, Buttons)]
    if len(lines) > 1:
        return []
    return [button for row in rows for button in row.buttons] + [button for line in lines for button in line.buttons]
