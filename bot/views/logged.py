"""What a log gives back at once: the facts as read, each date with its weekday, and one question (C36)."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from bot.cards import Block, Button, Buttons, Card, Draft, Facts, Quote, Text, Tone
from bot.days import written
from bot.model import Commitment, Deal, History, NextStep, Outcome, ShelfItem, Side, Standing, Touch
from bot.playbook.absences import told_by
from bot.playbook.offered import Free
from bot.playbook.questions import COMES_FIRST, AskWon, Question
from bot.playbook.results import is_sign_of_life, is_try
from bot.playbook.wording import Words
from bot.views.absences import absence_words
from bot.views.clashing import Clash
from bot.views.days_off import DayOff, said_of
from bot.views.house import brought_up, perhaps_brought
from bot.views.naming import (
    OUTCOME_WORDS,
    comes_before,
    deal_and_contact,
    people,
    promise_fact,
    promised_by,
    shortened,
    why_then,
)
from bot.views.one_question import PerhapsMoved, Unclear, Unsaid, does_it_hold, left_open, missing, step_words

NOTED = "Noted: "
READ_ON = frozenset(
    {"They will", "You will", "They did", "You did", "They will not", "Back on your list"}
)  # facts that make a sentence
THANKS = "To send: thanks and who does what"


@dataclass(frozen=True)
class Logged:
    """What one log recorded."""

    touch: Touch
    promises: tuple[Commitment, ...]
    next_step: NextStep | None
    unclear: tuple[Unclear, ...]
    act_id: int
    settled: tuple[Commitment, ...] = ()  # were open, and are done by what was told
    perhaps: tuple[Commitment, ...] = ()  # may be done by it: asked
    given_up: tuple[Commitment, ...] = ()  # they will not do it any more
    perhaps_moved: PerhapsMoved | None = None  # a new day that may be for several: asked
    dropped: NextStep | None = None  # stood, and does not any more
    brought: ShelfItem | None = None  # the new thing that the words of the day brought
    perhaps_brought: ShelfItem | None = None  # new, and no words of the day held it: asked
    no_day: str = ""  # of a day in the note that no calendar has: what is wrong with it
    unread: str = ""  # where what was too long to be read begins
    clash: Clash | None = None  # the next step is on a day on which they are away
    off: DayOff | None = None  # it is on a day on which no list comes to whoever has the deal
    beside: tuple[NextStep, ...] = ()  # agreed before, and holds beside the next step: asked
    worth: str = ""  # what they signed for
    hour: str = ""  # of the next step, where nobody typed one: that it stays, or is open
    first: Commitment | None = None  # ours, which comes up before the deal is back


def logged_card(
    history: History,
    now: Standing,
    logged: Logged,
    question: Question | None,
    recap: Words | None,
    visible_to: Sequence[str],
    today: date,
    free: Free,
) -> Card:
    """The read-back: what was kept, when the deal comes back, and the most useful question."""
    touch, deal = logged.touch, history.deal
    away = absence_words(told_by(history, logged.act_id), today)
    facts = _facts(history, logged, now, away, today)
    blocks = (
        *([Quote(touch.said, by=touch.contact or "In their words")] if touch.said else []),
        *([Facts(facts)] if facts else []),
        *_beside_the_facts(history, logged, today),
        *_question(logged, question, deal, today, free),
        Buttons((Button("Undo", f"undo {logged.act_id}", about=deal.label),)),
        *_new_things(logged, deal),
        *([Draft(THANKS, recap.text, recap.subject)] if recap else []),
        Text(f"Visible to {people(list(visible_to))}.", Tone.quiet),
    )
    tried = OUTCOME_WORDS[touch.outcome] if is_try(touch) else "noted"
    what = "they got in touch" if touch.inbound else tried
    return Card(f"Logged: {deal_and_contact(history)}, {what} {written(touch.on, today)}", blocks)


def _beside_the_facts(history: History, logged: Logged, today: date) -> Iterator[Block]:
    """What comes before it, the note, and what keeps a day, a number or the end of it from being used."""
    deal = history.deal
    if logged.first:
        yield Text(comes_before(history, logged.first, today))
    if logged.touch.note:
        yield Text(f"{NOTED}{logged.touch.note}", Tone.noted)
    if logged.no_day:
        yield Text(f"{logged.no_day} Which day did you mean? Type it so: next {deal.label} Fri")
    if logged.unread:
        yield Text(_too_long(logged.unread, deal))
    if logged.touch.outcome is Outcome.wrong_number:
        better = f"A better number goes behind the name: logcall {deal.label}: her number is 555 0142"
        yield Text(better, Tone.quiet)
    yield from said_of(None if logged.clash else logged.off)


def _new_things(logged: Logged, deal: Deal) -> Iterator[Block]:
    """What of the shelf came up in the touch, or may have."""
    for item, told in ((logged.brought, brought_up), (logged.perhaps_brought, perhaps_brought)):
        if item:
            text, press = told(item, deal)
            yield Text(text)
            yield Buttons((press,))


def _too_long(begins: str, deal: Deal) -> str:
    return (
        f"That was too long for me to read to the end. From “{shortened(begins)}” on it is kept in your note, and nothing that is"
        f" promised there is on a list. Log that in a line of its own: logcall {deal.label}: she signs Fri"
    )


def _facts(history: History, logged: Logged, now: Standing, away: str, today: date) -> tuple[tuple[str, str], ...]:
    pairs = [
        (label, "; ".join(_promised(history, promise, today) for promise in logged.promises if promise.side is side))
        for side, label in ((Side.theirs, "They will"), (Side.ours, "You will"))
    ]
    pairs += [
        (label, "; ".join(promise.text for promise in logged.settled if promise.side is side))
        for side, label in ((Side.theirs, "They did"), (Side.ours, "You did"))
    ]
    pairs.append(("They will not", "; ".join(promise.text for promise in logged.given_up)))
    if logged.dropped:
        pairs.append(("Off", step_words(logged.dropped, today)))
    if logged.next_step:
        step = logged.next_step
        how = f", {step.purpose}" if step.purpose and not step.agreed else ", their wish, not agreed yet"
        told = "" if step.agreed else how
        pairs.append(("Next step", f"{step_words(step, today)}{told}{f', {logged.hour}' if logged.hour else ''}"))
    pairs.append(("Away", away))
    pairs.append(("Still agreed", "; ".join(step_words(step, today) for step in logged.beside)))
    if now.next_touch_on:
        back = written(now.next_touch_on, today) if now.next_touch_on > today else "today"
        pairs.append(("Back on your list", f"{back}: {why_then(now, today)}"))
    elif now.why:
        pairs.append(("Now", ", ".join(filter(None, (now.why, logged.worth)))))
    return tuple((label, value) for label, value in pairs if value)


def _promised(history: History, promise: Commitment, today: date) -> str:
    """Who of them it was, where it was not the contact; of us nobody asks right after the log."""
    by = promised_by(history, promise) if promise.side is Side.theirs else ""
    return f"{promise_fact(promise, today)}{by}"


def _question(logged: Logged, question: Question | None, deal: Deal, today: date, free: Free) -> list[Block]:
    """One only; who asked for silence, or said no, is asked about first."""
    step = logged.next_step
    wish = step if step and not step.agreed and not step.purpose else None
    unsaid = Unsaid(logged.unclear, logged.perhaps, logged.perhaps_moved, wish, logged.clash)
    open_ = left_open(unsaid, deal, today, free)
    comes_first = isinstance(question, (*COMES_FIRST, AskWon))
    asked = open_ if open_ and not comes_first else missing(question, deal, today, free)
    is_new = step is not None and bool(logged.beside) and is_sign_of_life(logged.touch)
    return asked or (does_it_hold(logged.beside[0], deal, today) if is_new else [])
