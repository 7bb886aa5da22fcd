"""The dates on which a rule rests, each with its weekday, and what was said, tried and decided on them."""

from collections.abc import Iterator
from datetime import date, timedelta

from bot.days import written
from bot.model import (
    Commitment,
    DealState,
    Decision,
    History,
    NextStep,
    Outcome,
    Side,
    Touch,
    first_name,
)
from bot.phrases import said_after
from bot.playbook.absences import every_absence
from bot.playbook.agenda import Group
from bot.playbook.cadence import promiser
from bot.playbook.holds import DAY_OPEN, is_wait, tried_for
from bot.playbook.on_record import contact_of
from bot.playbook.parts import an
from bot.playbook.precedence import BECAUSE, REMINDED, SATURDAY, SOMETHING_NEW, THEY_ASKED, NextTouch, Rule
from bot.playbook.results import is_asked
from bot.playbook.returning import did_not
from bot.playbook.why import Unanswered, Why
from bot.views.naming import counted, people
from bot.views.rules import length

_MOST_NAMED = 4
_TRIED = {
    Outcome.left_voicemail: "voicemail",
    Outcome.left_message: "message",
    Outcome.email: "email",
}


def promise_reason(promise: Commitment, history: History, today: date) -> str:
    """Which promise, made when, by when, and how often it was moved."""
    made = written(promise.made_on, today)
    if promise.side is Side.theirs:
        told = said_after(f"They said on {made} that they would", promise.text)
    else:
        who = promiser(history, promise)
        of_whom = f"asked {history.colleagues.get(history.deal.owner_id, 'you')}" if is_asked(history, promise) else ""
        told = said_after(f"{who[:1].upper()}{who[1:]} {of_whom or 'promised'} on {made} to", promise.text)
    return f"{told}{_by(promise, today)}."


def _by(promise: Commitment, today: date) -> str:
    """By when: as it was said, and what became of that day."""
    if promise.due_on is None:
        return ""
    day = written(promise.due_on, today)
    if promise.back_on:
        before = promise.promised_on
        return f"{f' by {written(before, today)}' if before else ''}; they are away, so it waits until {day}"
    moved = f"; at first it was {written(promise.named_days[0], today)}" if promise.moves else ""
    return f" by {day}{moved}"


def dates(told: Why, history: History, today: date) -> Iterator[str]:
    """The dates on which the rule rests, each with its weekday."""
    decided = told.decided
    if told.ending:
        yield _ended(told.ending, told, today)
    if told.due and told.due.promise:
        yield promise_reason(told.due.promise, history, today)
    if decided is None or (told.due and told.due.group is Group.ours and decided.about is told.due.promise):
        return
    if told.due and told.due.group is Group.ours:
        if decided.rule in {Rule.later, Rule.keep, Rule.absent} and decided.on > today:
            yield f"The deal itself comes back {written(decided.on, today)}; a promise of ours keeps its day."
        return
    if not (told.due and decided.about is told.due.promise and told.due.promise):
        yield from _of_the_rule(told, decided, history, today)
    if decided.literal_on and decided.since != date.min:
        yield _day(decided, told, today)


def _of_the_rule(told: Why, decided: NextTouch, history: History, today: date) -> Iterator[str]:
    match decided.about:
        case Commitment() as promise:
            yield promise_reason(promise, history, today)
        case NextStep() as step:
            yield _step(history, step, today)
        case Decision() as decision:
            yield _held(decision, decided.rule, history, today)
        case Touch() as touch if decided.rule is Rule.sent:
            yield _sent(touch, decided, told, today)
        case Touch() as touch if decided.rule is Rule.rests:
            yield f"It was noted on {written(touch.on, today)}."
        case Touch() as touch:
            what = f"They {did_not(history, touch)}" if decided.rule is Rule.missed else _reached_nobody(touch)
            yield f"{what} on {written(touch.on, today)}{'' if decided.rule is Rule.missed else ', which counts toward nothing'}."
        case None:
            yield from _silence(told, decided, history, today)


def _reached_nobody(touch: Touch) -> str:
    return "The number was wrong" if touch.outcome is Outcome.wrong_number else "Nobody picked up"


def _step(history: History, step: NextStep, today: date) -> str:
    day = f"{written(step.on, today)}{f' at {step.hour}' if step.at else ''}"
    made = written(step.made_on, today)
    if step.purpose and step.agreed:
        return f"On {made} they asked to wait until {day}."
    if is_wait(step):
        return f"Noted on {made}: {step.purpose}. Nothing is due before {day}."
    tried = tried_for(history, step)
    over = " Whether it took place is not on record yet." if step.on < today and not tried else ""
    over = f" {_reached_nobody(tried)} on {written(tried.on, today)}." if tried else over
    still = f", {step.purpose}" if step.purpose == DAY_OPEN else ""
    return f"On {made} {an(step.what)} was {'agreed' if step.agreed else 'planned'} for {day}{still}.{over}"


def _held(decision: Decision, rule: Rule, history: History, today: date) -> str:
    on, until = written(decision.on, today), written(decision.until_on or decision.on, today)
    why = f": {decision.reason}" if decision.reason else ""
    if rule is Rule.window:
        return f"When it was let go on {on}, their time for buying was on record{why}. It begins {until}."
    if rule is Rule.keep:
        return f"On {on} it was kept until {until}{why}."
    if rule is Rule.absent:
        away = (
            decision.reason
            if decision.reason not in {"", "they"}
            else first_name(contact_of(history)) or "your contact"
        )
        begins = next((one.begins_on for one in every_absence(history) if one.told == decision), None)
        since = f" from {written(begins, today)}" if begins else ""
        return f"On {on} it was noted that {away} is away{since}, and back {until}."
    if rule is Rule.sooner:
        return _sooner(decision, on, until)
    if decision.reason.startswith(BECAUSE):
        return f"On {on} it was put off until {until} {decision.reason}."
    return f"On {on} it was put off until {until}{f'; before that: {decision.reason}' if decision.reason not in {'', REMINDED} else ''}."


def _sooner(decision: Decision, on: str, until: str) -> str:
    if decision.reason == THEY_ASKED:
        return f"On {on} they asked for {until}."
    if decision.reason == SOMETHING_NEW:
        return f"On {on} it was set to {until}: there is something new for them."
    return f"On {on} it was set to {until}{f' {decision.reason}' if decision.reason.startswith(BECAUSE) else ''}."


def _sent(touch: Touch, decided: NextTouch, told: Why, today: date) -> str:
    anew = (
        f" Their time counts anew from {written(decided.since, today)}."
        if decided.since != touch.on and decided.since
        else ""
    )
    no = " No answer is on record." if told.now.state is DealState.let_go_due else ""
    return f"The yes-or-no message went out {written(touch.on, today)}.{anew}{no}"


def _silence(told: Why, decided: NextTouch, history: History, today: date) -> Iterator[str]:
    if decided.rule in {Rule.first, Rule.wakes}:
        yield from _arrived(history, today)
        if decided.rule is Rule.wakes:
            yield f"Its turn is {written(decided.on, today)}."
        return
    if told.spoke:
        who = history.colleagues.get(told.spoke.member_id, "You")
        verb = "They were in touch" if told.spoke.inbound else f"{who} last spoke"
        yield f"{verb} {written(told.spoke.on, today)}."
    else:
        yield "Nobody has spoken with them yet."
    if told.unanswered:
        yield _nothing_since(told, today)
    elif told.spoke and decided.since and decided.since != told.spoke.on:
        yield f"The last contact was {written(decided.since, today)}."
    if told.tries:
        days = people([written(day, today) for day in told.tries[-_MOST_NAMED:]])
        yield f"What reached nobody ({days}) counts toward nothing."


def _arrived(history: History, today: date) -> Iterator[str]:
    deal = history.deal
    if deal.created_on:
        yield f"It has been here since {written(deal.created_on, today)}, and no call is on record."
    else:
        yield "No call is on record."
    if deal.crm_contact_on:
        yield f"Your CRM's last contact is {written(deal.crm_contact_on, today)}."


def _nothing_since(told: Why, today: date) -> str:
    days = told.unanswered
    count = counted(len(days))
    lead = "Nothing since" if told.spoke else "No answer"
    if len(days) > _MOST_NAMED:
        return f"{lead}: {count} touches, from {_tried(days[0], today)} to {_tried(days[-1], today)}."
    named = people([_tried(day, today) for day in days])
    return f"{lead}: {named} count{'s' if len(days) == 1 else ''} as {count}."


def _tried(day: Unanswered, today: date) -> str:
    """ "voicemail and email Thu 19 March"; what was tried on one day is one touch."""
    tried = [_TRIED.get(outcome, "a touch") for outcome in day.outcomes]
    return f"{' plus '.join(tried)} {written(day.on, today)}"


def _day(decided: NextTouch, told: Why, today: date) -> str:
    """From the literal day to the one on the list, and why they differ."""
    literal = decided.literal_on or decided.on
    lead = _lead(decided, literal, today)
    if literal == decided.on:
        return f"{lead} {written(literal, today)}."
    return f"{lead} {written(literal, today)}. {_free(literal, told, today)}, so {written(decided.on, today)}."


def _free(literal: date, told: Why, today: date) -> str:
    """Why nobody is there: "That is the weekend, and Mon 6 April is Easter Monday there"."""
    first = dict(told.holidays).get(literal)
    rest = [
        f"{written(day, today)} is {name} there"
        for day, name in told.holidays
        if day != literal and day.weekday() < SATURDAY
    ]
    return " and ".join([f"That is {first} there" if first else "That is the weekend", *rest])


def _lead(decided: NextTouch, literal: date, today: date) -> str:
    gap = literal - decided.since if decided.since else timedelta(0)
    if decided.rule is Rule.sent:
        return "They had until" if decided.on <= today else "They have until"
    return "The day after is" if gap.days == 1 else f"{length(gap.days).capitalize()} later is"


def _ended(ending: Decision, told: Why, today: date) -> str:
    verb = {
        DealState.won: "Won",
        DealState.lost: "Lost",
        DealState.do_not_contact: "Asked for",
    }.get(told.now.state, "Let go")
    wakes = f" The time that they had named begins {written(told.on, today)}." if told.on else ""
    return f"{verb} on {written(ending.on, today)}{f': {ending.reason}' if ending.reason else ''}.{wakes}"
