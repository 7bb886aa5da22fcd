"""What to ask the rep after a log, and the prospect at the next call (voice.md 1.1, S24-S31).

One question only, the most useful: which deal, then their date, ours, then the next step.
"""

from dataclasses import dataclass
from datetime import date

from bot.model import Commitment, DealState, History, Outcome, Result, Side, Touch
from bot.playbook.asked import asks_for_silence, is_yes
from bot.playbook.circumstances import SAD, circumstance
from bot.playbook.cliches import is_clean
from bot.playbook.facts import SHOWN
from bot.playbook.holds import away_until, pending_step
from bot.playbook.results import is_sign_of_life, last_talk, missed_last, open_promises, refused, told_last
from bot.playbook.tact import who_now

# The short standing questions any rep asks (S24-S31); they rotate, so that nobody hears one twice running.
STANDING_QUESTIONS = (
    "So, where are we right now?",
    "Where do we sit right now?",
    "How far along are we, as you see it?",
    "How close are we to making this happen?",
    "What are the next steps?",
    "What next?",
    "What needs to happen on your end to move forward?",
    "How do you see us proceeding?",
)

# With somebody never spoken to: about them, short, and easy to answer; nothing that supposes a deal.
FIRST_QUESTIONS = (
    "How do you do this today, and what would you change about it?",
    "Is this something that you want to look at this year?",
    "Who else there cares about this?",
    "What would make ten minutes on this worth your time?",
    "What have you tried for this so far?",
    "If one thing about it could go better, which would it be?",
)

# At the beginning of what was agreed for today.
QUESTIONS_ON_THE_DAY = (
    "What would you like settled by the end of our {}?",
    "What should we cover first in our {}?",
)

# They did not come: the day is what matters, not the deal.
QUESTIONS_AFTER_NO_SHOW = (
    "Which day suits you better?",
    "Is another day easier, or should somebody else be there?",
)

# Before they have seen anything: what they need to see, who sees it, what follows if they like it.
QUESTIONS_BEFORE = (
    "What do you most need to see in the {}?",
    "Who else should be in the {}?",
    "If you like what you see in the {}, what happens after that?",
)


@dataclass(frozen=True)
class AskTheirDate:
    promise: Commitment
    back_on: date | None = None  # nothing is asked of them before


@dataclass(frozen=True)
class AskOurDate:
    """A promise of ours without a day comes up nowhere."""

    promise: Commitment


@dataclass(frozen=True)
class AskNextStep:
    back_on: date | None = None  # they are away until then
    named_on: date | None = None  # a time that they named: until then, perhaps, nothing is to happen
    days: tuple[date, ...] = ()  # which a day that was typed may mean: "next Friday"
    what: str = ""  # and what is to be then: "demo", at
    at: str = ""


@dataclass(frozen=True)
class AskOutcome:
    """A refusal: is the deal to be let go? `perhaps`: something was lost, and it may be something else."""

    perhaps: bool = False


@dataclass(frozen=True)
class AskSilence:
    """They seem to have asked not to be contacted: is it so?"""


@dataclass(frozen=True)
class AskTheyCameBack:
    """They had asked not to be contacted, and now somebody spoke with them: on whose wish?"""


@dataclass(frozen=True)
class AskReopen:
    """The deal was lost, and now they spoke with us."""


@dataclass(frozen=True)
class AskWon:
    """They seem to have said yes: a verbal yes is no order, so nothing is won by it. `worth` is the amount and currency that were told."""

    worth: tuple[str, str] = ("", "")


@dataclass(frozen=True)
class AskWhoNow:
    """Who we dealt with is not there any more, or for long: who is?"""

    asked: str


Question = (
    AskWhoNow | AskTheirDate | AskOurDate | AskNextStep | AskWon | AskOutcome | AskSilence | AskTheyCameBack | AskReopen
)
# Nothing is written to them, and nothing else is asked, before these are answered.
COMES_FIRST = (AskSilence, AskTheyCameBack, AskReopen)


def question_after_log(history: History, state: DealState, today: date) -> Question | None:
    """The one question worth the rep's time now; None when nothing useful is missing."""
    last = told_last(history)
    if last is None:
        return None
    if not is_sign_of_life(last):
        return _about_who_is_there(history, last, today)
    if state is DealState.do_not_contact:
        return AskTheyCameBack()
    if state is DealState.lost:
        return AskReopen()
    return _about_the_deal(last, state) or _about_what_is_missing(history, last, state, today)


def _about_who_is_there(history: History, last: Touch, today: date) -> Question | None:
    """Reception may tell that somebody has left: nobody spoke with them, and who is there now is asked all the same."""
    told = circumstance(history, today)
    return AskWhoNow(who_now(told)) if told and told.act_id == last.act_id and told.kind not in SAD else None


def _about_the_deal(last: Touch, state: DealState) -> Question | None:
    """Whether it goes on at all."""
    if asks_for_silence(last.said, last.note):
        return AskSilence()
    if last.result is Result.no_sale:
        return AskOutcome()
    if last.result is not Result.order and state is not DealState.won and is_yes(last.said, last.note):
        return AskWon()
    return None


def _about_what_is_missing(history: History, last: Touch, state: DealState, today: date) -> Question | None:
    if last.result is Result.order or state is DealState.won:
        return None
    told = circumstance(history, today)
    if told:
        return None if told.kind in SAD else AskWhoNow(who_now(told))
    away = away_until(history, today)
    back_on = away.back_on if away else None
    undated = [promise for promise in history.commitments if promise.due_on is None and promise.act_id == last.act_id]
    for promise in (p for side in Side for p in open_promises(history, side) if p in undated):
        return AskTheirDate(promise, back_on) if promise.side is Side.theirs else AskOurDate(promise)
    step = pending_step(history)
    return None if step and step.on >= today else AskNextStep(back_on)


def question_for_them(history: History, today: date) -> str:
    """The next of the standing questions for this deal; one that looks forward to what is agreed and still to come."""
    told = circumstance(history, today)
    if told:
        return "" if told.kind in SAD else who_now(told)
    if refused(history):
        return "What decided it, and what would have to be different?"
    talks = sum(touch.outcome is Outcome.connected for touch in history.touches)
    questions = tuple(question for question in _questions(history, today) if is_clean(question, history.house.worn))
    if not questions:
        return ""
    # Each talk and each working day takes the next one, so that no list shows the same question two mornings running.
    asked = questions[(talks + history.deal.id + _working_days(today)) % len(questions)]
    step = pending_step(history)
    return asked.format(step.what) if step else asked


def _questions(history: History, today: date) -> tuple[str, ...]:
    """Those that fit: after a no-show, before and on the day of what is agreed, to a stranger, to somebody known."""
    if missed_last(history):
        return QUESTIONS_AFTER_NO_SHOW
    step = pending_step(history)
    if step and step.agreed and not step.purpose and step.on >= today:
        if step.what in SHOWN:
            return QUESTIONS_BEFORE
        if step.on == today:
            return QUESTIONS_ON_THE_DAY
    return STANDING_QUESTIONS if last_talk(history) else FIRST_QUESTIONS


def _working_days(today: date) -> int:
    """Monday follows Friday."""
    week, weekday = divmod(today.toordinal() - 1, 7)
    return week * 5 + min(weekday, 4)
