"""The one question after a log: what the line left open first, then what is missing (voice.md 1.1)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from bot.cards import Block, Button, Buttons, Card, Reply, Text, Tone
from bot.days import written
from bot.model import Commitment, Deal, NextStep
from bot.phrases import said_after
from bot.playbook.offered import Free
from bot.playbook.questions import (
    AskNextStep,
    AskOurDate,
    AskOutcome,
    AskReopen,
    AskSilence,
    AskTheirDate,
    AskTheyCameBack,
    AskWhoNow,
    AskWon,
    Question,
)
from bot.views.clashing import Clash
from bot.views.deals import amount
from bot.views.ending import they_came_back

FRIDAY = 4
_TYPED = frozenset({"call", "demo", "meeting", "visit"})  # what "next Acme" takes by name


@dataclass(frozen=True)
class Unclear:
    """A date that could not be taken: two readings, or none."""

    promise: Commitment
    choices: tuple[date, ...] = ()
    problem: str = ""


@dataclass(frozen=True)
class PerhapsMoved:
    """A new day that may be for one of several promises, or for the next step."""

    promises: tuple[Commitment, ...]
    step: NextStep | None
    day: date


@dataclass(frozen=True)
class Unsaid:
    """What the line did not say clearly: a day, whether a promise is settled or moved by it, whether a day is agreed."""

    unclear: Sequence[Unclear]
    perhaps: Sequence[Commitment]
    perhaps_moved: PerhapsMoved | None
    wish: NextStep | None
    clash: Clash | None


def left_open(unsaid: Unsaid, deal: Deal, today: date, free: Free) -> list[Block]:
    """The question about the first of it."""
    if unsaid.clash:
        return [Text(unsaid.clash.asked(today), Tone.strong), Buttons(unsaid.clash.buttons(deal, today))]
    if unsaid.unclear:
        return [*_which_day(unsaid.unclear[0], today, free), _another(f"promise by {deal.label}")]
    if unsaid.perhaps:
        return list(_did_that_settle(unsaid.perhaps))
    if unsaid.perhaps_moved:
        return list(_which_moved(unsaid.perhaps_moved, deal, today))
    return _is_it_agreed(unsaid.wish, deal, today) if unsaid.wish else []


def missing(question: Question | None, deal: Deal, today: date, free: Free) -> list[Block]:
    if isinstance(question, AskWhoNow):
        name = Button("Name the new contact", f"deal contact {deal.id}", primary=True)
        return [Text(question.asked, Tone.strong), Buttons((name,))]
    return _asked(question, deal, today, free)


def _asked(question: Question | None, deal: Deal, today: date, free: Free) -> list[Block]:
    match question:
        case AskTheirDate(promise=promise, back_on=first):
            buttons = _dates_for(f"promise by {promise.id}", today, free, first)
            return [Text(f"{said_after('By when will they', promise.text)}?", Tone.strong), Buttons(buttons)]
        case AskOurDate(promise=promise):
            buttons = _dates_for(f"promise by {promise.id}", today, free)
            return [Text(f"{said_after('By when will you', promise.text)}?", Tone.strong), Buttons(buttons)]
        case AskNextStep(days=days) if days:
            return _which_of(question, deal, today)
        case AskNextStep(back_on=first, named_on=named):
            buttons = (
                *_until_then(deal, named, today),
                *_dates_for(f"next {deal.id}", today, free, first),
                Button("None agreed", f"next {deal.id} none"),
            )
            return [Text("When do you speak next?", Tone.strong), Buttons(buttons)]
        case _:
            return _asked_of_its_end(question, deal)


def _asked_of_its_end(question: Question | None, deal: Deal) -> list[Block]:
    """Whether the deal is won, over, or on again."""
    match question:
        case AskWon(worth=(value, currency)):
            label = ", ".join(filter(None, ("Won", amount(value, currency or deal.currency))))
            won = Button(label, " ".join(f"won {deal.id} {value} {currency}".split()), primary=True)
            return [
                Text("Is that a yes to the deal?", Tone.strong),
                Buttons((won, Button("Not yet", f"next {deal.id}"))),
            ]
        case AskSilence():
            silence = Button("Do not contact them again", f"do not contact {deal.id}", primary=True)
            later = Button("Ask again in 3 months", f"later {deal.id} in 3 months")
            return [Text("Did they ask not to be contacted?", Tone.strong), Buttons((silence, later))]
        case AskTheyCameBack():
            asked = "They had asked not to be contacted. Did they come back themselves?"
            return [Text(asked, Tone.strong), Buttons((they_came_back(deal),))]
        case AskReopen():
            reopen = Button("Reopen", f"reopen {deal.id}", primary=True)
            return [Text("It was closed. Is it on again?", Tone.strong), Buttons((reopen,))]
        case AskOutcome(perhaps):
            let_go = Button("Let go", f"let go {deal.id}")
            later = Button("Ask again in 3 months", f"later {deal.id} in 3 months")
            lost = Button("Lost", f"lost {deal.id}", primary=True)
            goes_on = Button("Not lost", f"next {deal.id}")
            asked = "Is the deal lost?" if perhaps else "That was a no. Is the deal lost, or what did they decide?"
            return [Text(asked, Tone.strong), Buttons((lost, let_go, later, goes_on))]
        case _:
            return []


def when_next(deal: Deal, today: date, free: Free, back_on: date | None = None) -> Reply:
    """The next step without its day: the usual days, and how to type another."""
    other = Text("Another day goes behind the name: next Acme Fri, next Acme demo Tue 10am", Tone.quiet)
    return Reply(Card("", (*missing(AskNextStep(back_on), deal, today, free), other)))


def step_words(step: NextStep, today: date) -> str:
    return f"{step.what} {written(step.on, today)}{f' at {step.hour}' if step.at else ''}"


def _which_of(question: AskNextStep, deal: Deal, today: date) -> list[Block]:
    """ "demo next Friday": the days that it may be, each with what was typed."""
    what = question.what if question.what in _TYPED else ""
    buttons = (
        Button(written(day, today), " ".join(f"next {deal.id} {what} {day.isoformat()} {question.at}".split()))
        for day in question.days
    )
    none = Button("None agreed", f"next {deal.id} none")
    asked = Text(f"Which day is the {question.what or 'next call'}?", Tone.strong)
    return [asked, Buttons((*buttons, none)), _another(" ".join(f"next {deal.label} {what}".split()))]


def _another(command: str) -> Text:
    return Text(f"Another day goes behind the name: {command} Fri", Tone.quiet)


def _until_then(deal: Deal, named: date | None, today: date) -> tuple[Button, ...]:
    return (Button(f"Wait until {written(named, today)}", f"later {deal.id} {named.isoformat()}"),) if named else ()


def _is_it_agreed(wish: NextStep, deal: Deal, today: date) -> list[Block]:
    what = wish.what if wish.what in _TYPED else "meeting"
    agreed = Button("Yes, agreed", f"next {deal.id} {what} {wish.on.isoformat()} {wish.hour}".strip())
    return [Text(f"Is the {step_words(wish, today)} agreed?", Tone.strong), Buttons((agreed,))]


def does_it_hold(step: NextStep, deal: Deal, today: date) -> list[Block]:
    """Of what was agreed before, once another step stands beside it."""
    asked = f"The {step.what} on {step_words(step, today).removeprefix(step.what).strip()}: does it still hold?"
    holds = Button("It still holds", f"where {deal.id}", primary=True)
    off = Button("It is off", f"next {deal.id} none {step.on.isoformat()}")
    return [Text(asked, Tone.strong), Buttons((holds, off))]


def _which_day(unclear: Unclear, today: date, free: Free) -> tuple[Block, ...]:
    text = unclear.promise.text
    ask = f"{unclear.problem} Which day is “{text}” due?" if unclear.problem else f"Which day is “{text}” due?"
    days = [
        Button(written(day, today), f"promise by {unclear.promise.id} {day.isoformat()}") for day in unclear.choices
    ]
    buttons = tuple(days) or _dates_for(f"promise by {unclear.promise.id}", today, free)
    return (Text(ask, Tone.strong), Buttons(buttons))


def _did_that_settle(perhaps: Sequence[Commitment]) -> tuple[Block, ...]:
    if len(perhaps) == 1:
        text = perhaps[0].text
        done = Button("Yes, done", f"promise kept {perhaps[0].id}", about=text)
        return (Text(f"Did that settle “{text}”?", Tone.strong), Buttons((done,)))
    buttons = tuple(Button(p.text[:60], f"promise kept {p.id}", about=p.text) for p in perhaps)
    return (Text("Which promise did that settle?", Tone.strong), Buttons(buttons))


def _which_moved(perhaps: PerhapsMoved, deal: Deal, today: date) -> tuple[Block, ...]:
    day = perhaps.day.isoformat()
    buttons = [Button(p.text[:60], f"promise moved {p.id} {day}", about=p.text) for p in perhaps.promises]
    if perhaps.step:
        what = perhaps.step.what if perhaps.step.what in _TYPED else "meeting"
        buttons.append(Button(f"The {perhaps.step.what}", f"next {deal.id} {what} {day}"))
    return (Text(f"What is it now {written(perhaps.day, today)} for?", Tone.strong), Buttons(tuple(buttons)))


def _dates_for(command: str, today: date, free: Free, first: date | None = None) -> tuple[Button, ...]:
    """The usual answers, this Friday or `first`, and a week on, or the next days that are free; any other date is typed."""
    friday = today + timedelta(days=(FRIDAY - today.weekday()) % 7 or 7)
    days = sorted({free.first(first or friday), free.first((first or today) + timedelta(days=7))})
    return tuple(Button(written(day, today), f"{command} {day.isoformat()}") for day in days)
