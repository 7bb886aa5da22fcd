"""One sentence that answers a question about one deal, before the facts: only what is on record."""

import re
from collections.abc import Sequence
from datetime import date

from bot.cards import Button, Buttons, Card, Text, Tone
from bot.days import written
from bot.model import Commitment, CommitmentState, Deal, DealState, History, NextStep, Side, Standing, Touch, first_name
from bot.phrases import base_verb
from bot.playbook.holds import kept_steps
from bot.playbook.on_record import contact_of
from bot.playbook.results import is_sign_of_life, last_talk
from bot.reading.plain.yesno import Wanted, YesNo
from bot.views.naming import OPEN_DEAL, agreed_line, back_on, promise_fact
from bot.views.open_shortly import away_shortly, open_shortly

_BUYS = frozenset({"sign", "order", "buy"})
_ANY_KIND = frozenset({"meeting", "appointment"})  # whoever asks for one means a demo or a visit as well
_NO_THING = frozenset("the a an our my your their his her to it them that this of for with yet already back".split())


def answered_shortly(said: str, stands: str, deal: Deal) -> Card:
    """The answer alone, then where the deal stands; the rest is one press away."""
    buttons = Button(OPEN_DEAL, f"where {deal.id}"), Button("Log a call", f"log {deal.id}")
    return Card("", (Text(said, Tone.strong), Text(stands, Tone.quiet), Buttons(buttons)))


def shortly(asked: YesNo, history: History, now: Standing, today: date) -> str:
    match asked.wanted:
        case Wanted.talk:
            return _talk(history, today)
        case Wanted.answer:
            return _answer(history, today)
        case Wanted.step:
            return _step(asked.thing, history, now, today)
        case Wanted.promised | Wanted.owed:
            side = Side.theirs if asked.wanted is Wanted.promised else Side.ours
            return open_shortly(side, asked.who, history, today)
        case Wanted.away:
            return away_shortly(asked.who, history, today)
        case Wanted.theirs | Wanted.ours:
            return _act(asked, history, now, today)


def _talk(history: History, today: date) -> str:
    talk = last_talk(history)
    if talk:
        return f"Yes: {history.colleagues.get(talk.member_id, 'you')} last spoke with {_who(history, talk)} on {written(talk.on, today)}."
    tried = history.touches[-1] if history.touches else None
    return f"No talk is on record{f'; the last try was on {written(tried.on, today)}' if tried else ''}."


def _answer(history: History, today: date) -> str:
    """What came since we last wrote or tried."""
    last = next((touch for touch in reversed(history.touches) if is_sign_of_life(touch)), None)
    tries = [touch for touch in history.touches if last is None or touch.act_id > last.act_id]
    who = first_name(contact_of(history)) or "them"
    if tries:
        return f"No: nothing has come from {who} since {written(tries[0].on, today)}."
    return (
        f"Yes: last heard from {_who(history, last)} on {written(last.on, today)}."
        if last
        else "Nothing of theirs is on record."
    )


def _step(what: str, history: History, now: Standing, today: date) -> str:
    """The next one, or that of the kind which was asked about; where there is none of it, that is said first."""
    steps = kept_steps(history, today)
    if not steps:
        return f"{f'No {what}' if what else 'Nothing'} is agreed with them. {back_on(now, today)}".strip()
    step = next((one for one in steps if _is_called(one, what)), None)
    if step is None and what in _ANY_KIND:
        step = next((one for one in steps if one.agreed and not one.purpose), None)
    told = agreed_line(history, step or steps[0], today)
    said = f"{told[:1].upper()}{told[1:]}."
    return said if step or not what else f"No {what} is agreed. {said}"


def _is_called(step: NextStep, what: str) -> bool:
    return bool(what) and what.replace("-", "") in step.what.casefold().replace("-", "")


def _act(asked: YesNo, history: History, now: Standing, today: date) -> str:
    """As far as a promise, a win or a note tells it."""
    side = Side.ours if asked.wanted is Wanted.ours else Side.theirs
    if side is Side.theirs and asked.verb in _BUYS and now.state is DealState.won:
        return f"Yes: {now.why}."
    meant = next(
        (p for p in reversed(_open_last(history.commitments)) if p.side is side and _names(p.text, asked)), None
    )
    if meant:
        return _became(meant, today)
    noted = next((t for t in reversed(history.touches) if _things(asked) and _things(asked) <= _words(t.note)), None)
    return f"Your note of {written(noted.on, today)}: {noted.note}." if noted else "No word of that is on record."


def _open_last(promises: Sequence[Commitment]) -> list[Commitment]:
    return sorted(promises, key=lambda p: p.state is CommitmentState.open)


def _became(promise: Commitment, today: date) -> str:
    if promise.state is CommitmentState.open:
        return f"Not on record yet: {promise_fact(promise, today)}."
    day = written(promise.turns[-1].on, today)
    return (
        f"Yes: {promise.text}, done {day}."
        if promise.state is CommitmentState.kept
        else f"No: {promise.text} fell on {day}."
    )


def _names(text: str, asked: YesNo) -> bool:
    first, _, rest = text.partition(" ")
    return base_verb(first) == asked.verb and (not _things(asked) or bool(_things(asked) & _words(rest)))


def _things(asked: YesNo) -> frozenset[str]:
    return _words(asked.thing)


def _words(text: str) -> frozenset[str]:
    return frozenset(re.findall(r"[\w'’-]+", text.casefold())) - _NO_THING


def _who(history: History, touch: Touch) -> str:
    return first_name(touch.contact or contact_of(history)) or history.deal.label
