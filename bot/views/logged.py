"""What a log gives back at once: the facts as read, each date with its weekday, and one question (C36)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from bot.cards import Block, Button, Buttons, Card, Draft, Facts, Quote, Text, Tone
from bot.days import written
from bot.model import Commitment, History, NextStep, Side, Standing, Touch
from bot.phrases import said_after
from bot.playbook.cadence import off_weekend
from bot.playbook.drafts import Words
from bot.playbook.questions import AskNextStep, AskOutcome, AskSilence, AskTheirDate, Question
from bot.views.naming import OUTCOME_WORDS, deal_and_contact, people, promise_fact

FRIDAY = 4
NOTED = "Noted: "
_TYPED = frozenset({"call", "demo", "meeting", "visit"})  # what "next Acme" takes by name


@dataclass(frozen=True)
class Unclear:
    """A date that could not be taken: two readings, or none."""

    promise: Commitment
    choices: tuple[date, ...] = ()
    problem: str = ""


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
    dropped: NextStep | None = None  # stood, and does not any more


def logged_card(
    history: History,
    now: Standing,
    logged: Logged,
    question: Question | None,
    recap: Words | None,
    visible_to: Sequence[str],
    today: date,
) -> Card:
    """The read-back: what was kept, when the deal comes back, and the most useful question."""
    touch = logged.touch
    blocks: list[Block] = []
    if touch.said:
        blocks.append(Quote(touch.said, by=touch.contact or "In their words"))
    facts = _facts(logged, now, today)
    if facts:
        blocks.append(Facts(facts))
    if touch.note:
        blocks.append(Text(f"{NOTED}{touch.note}"))
    blocks += _question(logged, question, history, today)
    blocks.append(Buttons((Button("Undo", f"undo {logged.act_id}", about=history.deal.label),)))
    if recap:
        blocks.append(Draft("To send: thanks and who does what", recap.text, recap.subject))
    blocks.append(Text(f"Visible to {people(list(visible_to))}.", Tone.quiet))
    what = "they got in touch" if touch.inbound else OUTCOME_WORDS[touch.outcome]
    return Card(f"Logged: {deal_and_contact(history)}, {what} {written(touch.on, today)}", tuple(blocks))


def _facts(logged: Logged, now: Standing, today: date) -> tuple[tuple[str, str], ...]:
    pairs = [
        (label, "; ".join(promise_fact(promise, today) for promise in logged.promises if promise.side is side))
        for side, label in ((Side.theirs, "They will"), (Side.ours, "You will"))
    ]
    pairs += [
        (label, "; ".join(promise.text for promise in logged.settled if promise.side is side))
        for side, label in ((Side.theirs, "They did"), (Side.ours, "You did"))
    ]
    if logged.dropped:
        pairs.append(("Off", _step(logged.dropped, today)))
    if logged.next_step:
        step = logged.next_step
        pairs.append(("Next step", f"{_step(step, today)}{'' if step.agreed else ', their wish, not agreed yet'}"))
    if now.next_touch_on:
        back = written(now.next_touch_on, today) if now.next_touch_on > today else "today"
        pairs.append(("Back on your list", f"{back}: {now.why}"))
    elif now.why:
        pairs.append(("Now", now.why))
    return tuple((label, value) for label, value in pairs if value)


def _step(step: NextStep, today: date) -> str:
    return f"{step.what} {written(step.on, today)}{f' at {step.at}' if step.at else ''}"


def _question(logged: Logged, question: Question | None, history: History, today: date) -> list[Block]:
    if logged.unclear:
        return list(_which_day(logged.unclear[0], today))
    if logged.perhaps:
        return list(_did_that_settle(logged.perhaps))
    step = logged.next_step
    if step and not step.agreed:
        what = step.what if step.what in _TYPED else "meeting"
        agreed = Button("Yes, agreed", f"next {history.deal.id} {what} {step.on.isoformat()} {step.at}".strip())
        return [Text(f"Is the {_step(step, today)} agreed?", Tone.strong), Buttons((agreed,))]
    match question:
        case AskTheirDate(promise=promise):
            buttons = _dates_for(f"promise by {promise.id}", today)
            return [Text(f"{said_after('By when will they', promise.text)}?", Tone.strong), Buttons(buttons)]
        case AskNextStep():
            buttons = (
                *_dates_for(f"next {history.deal.id}", today),
                Button("None agreed", f"next {history.deal.id} none"),
            )
            return [Text("When do you speak next?", Tone.strong), Buttons(buttons)]
        case AskSilence():
            silence = Button("Do not contact them again", f"do not contact {history.deal.id}", primary=True)
            later = Button("Ask again in 3 months", f"later {history.deal.id} in 3 months")
            return [Text("Did they ask not to be contacted?", Tone.strong), Buttons((silence, later))]
        case AskOutcome():
            let_go = Button("Let go", f"let go {history.deal.id}")
            later = Button("Ask again in 3 months", f"later {history.deal.id} in 3 months")
            return [Text("That was a no. What now?", Tone.strong), Buttons((let_go, later))]
        case None:
            return []


def _which_day(unclear: Unclear, today: date) -> tuple[Block, ...]:
    text = unclear.promise.text
    ask = f"{unclear.problem} Which day is “{text}” due?" if unclear.problem else f"Which day is “{text}” due?"
    days = [
        Button(written(day, today), f"promise by {unclear.promise.id} {day.isoformat()}") for day in unclear.choices
    ]
    buttons = tuple(days) or _dates_for(f"promise by {unclear.promise.id}", today)
    return (Text(ask, Tone.strong), Buttons(buttons))


def _did_that_settle(perhaps: Sequence[Commitment]) -> tuple[Block, ...]:
    if len(perhaps) == 1:
        text = perhaps[0].text
        done = Button("Yes, done", f"promise kept {perhaps[0].id}", about=text)
        return (Text(f"Did that settle “{text}”?", Tone.strong), Buttons((done,)))
    buttons = tuple(Button(p.text[:60], f"promise kept {p.id}", about=p.text) for p in perhaps)
    return (Text("Which promise did that settle?", Tone.strong), Buttons(buttons))


def _dates_for(command: str, today: date, first: date | None = None) -> tuple[Button, ...]:
    """The usual answers, this Friday or `first`, and a week on; any other date is typed."""
    friday = today + timedelta(days=(FRIDAY - today.weekday()) % 7 or 7)
    days = sorted({first or friday, off_weekend(today + timedelta(days=7))})
    return tuple(Button(written(day, today), f"{command} {day.isoformat()}") for day in days)
