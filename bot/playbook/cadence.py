"""When the next touch may and must happen, and why. Only real contact moves the clock (playbook section 10).

Order of the rules: a decision not before a day · a date they agreed to · our promise · theirs, the working day
after it was due · the rhythm (weekly, then every two weeks after the second unanswered touch).
"""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

from bot.model import Commitment, Decision, DecisionKind, History, NextStep, Outcome, Policy, Side, Touch
from bot.phrases import said_after
from bot.playbook.absences import waits_for
from bot.playbook.holds import day_said, held_until, holding, off_absence, open_steps, planned_about, reminder
from bot.playbook.on_record import last_contact
from bot.playbook.once import once_of
from bot.playbook.precedence import BECAUSE, SATURDAY, SOMETHING_NEW, THEY_ASKED, NextTouch, Rule, rolled
from bot.playbook.resting import rested
from bot.playbook.results import (
    heard,
    is_asked,
    is_heard,
    is_sign_of_life,
    is_try,
    is_unheard,
    open_promises,
    unanswered_days,
)
from bot.playbook.returning import did_not

_A_DAY = timedelta(days=1)


def next_touch(history: History, policy: Policy, today: date = date.min) -> NextTouch:
    """The day of the next touch of an open deal. It depends on what is recorded alone, and on today only while they are away."""
    due, reminded = _next_touch(history, policy, today), reminder(history)
    first = reminded if reminded and reminded.on < due.on else due
    return rested(history, off_absence(history, first, today), policy, today)


def _next_touch(history: History, policy: Policy, today: date) -> NextTouch:
    def day(touch: NextTouch) -> date:
        return off_absence(history, touch, today).on

    opened = _opens(history)
    due = opened or min(_promised(history, policy) or [_rhythm(history, policy)], key=day)
    step = None if opened else _first_step(history, today)
    if step:
        due = min([_planned(history, step), *_before(history, policy, step)], key=day)
    held = held_until(history)
    if held and held.on < due.on and _is_asked_for(history, step):
        return replace(held, why=_sooner(history, held), rule=Rule.sooner)
    return min([held, *_of_others(history, policy, held)], key=day) if held and held.on > due.on else due


def _of_others(history: History, policy: Policy, held: NextTouch) -> Iterator[NextTouch]:
    """While whom we deal with is away: what somebody else there has taken on."""
    if held.rule is not Rule.absent or not isinstance(held.about, Decision):
        return
    for due in _theirs(history, policy):
        if isinstance(due.about, Commitment) and not waits_for(history, due.about, held.about.reason):
            yield due


def _before(history: History, policy: Policy, step: NextStep) -> Iterator[NextTouch]:
    """What may come up before a step: our promises, and theirs unless it is an appointment, at which they are spoken about.

    Who asked us to wait has spoken about what was due until then, and a rhythm waits.
    """
    yield from _ours(history)
    if step.purpose == "":
        return
    for due in _theirs(history, policy):
        promised_on = due.about.due_on if isinstance(due.about, Commitment) else None
        if not step.agreed or (promised_on and promised_on >= step.made_on):
            yield due


def _first_step(history: History, today: date) -> NextStep | None:
    """Of several, the first that brings the deal up: one that waits until they are back comes up on that day."""
    return min(
        open_steps(history), key=lambda step: off_absence(history, _planned(history, step), today).on, default=None
    )


def _planned(history: History, step: NextStep) -> NextTouch:
    time = f" {step.hour}" if step.at else ""
    told = (step.purpose or "agreed") if step.agreed else planned_about(step)
    rule = Rule.waits if step.purpose else Rule.step
    return NextTouch(
        step.on, f"{step.what} {day_said(history, step.on)}{time}{f', {told}' if told else ''}", rule, about=step
    )


def _sooner(history: History, held: NextTouch) -> str:
    """Why it comes before the rhythm would have it."""
    day = day_said(history, held.on)
    reason = held.about.reason if isinstance(held.about, Decision) else ""
    told = {THEY_ASKED: f"they asked for {day}", SOMETHING_NEW: f"something new for them, {day}"}
    own = reason.removeprefix(BECAUSE) if reason.startswith(BECAUSE) else ""
    return told.get(reason) or f"you asked for {day}{f': {own}' if own else ''}"


def _is_asked_for(history: History, step: NextStep | None) -> bool:
    """ "Later" names the very day on which a member wants to see the deal, also one that comes early."""
    hold = holding(history)
    if hold is None or hold.kind is not DecisionKind.later or (step and step.act_id > hold.act_id):
        return False
    return not any(touch.act_id > hold.act_id for touch in history.touches)


def count_label(history: History, policy: Policy) -> str:
    """ "3 of 4": which touch of the chase comes next; empty while they answer."""
    quiet = len(unanswered_days(history))
    last = policy.unanswered_to_definitive + 1
    return f"{min(quiet + 1, last)} of {last}" if quiet else ""


def off_weekend(day: date) -> date:
    return day + timedelta(days=max(0, 7 - day.weekday())) if day.weekday() >= SATURDAY else day


def working_day_after(day: date) -> date:
    return off_weekend(day + timedelta(days=1))


def _promised(history: History, policy: Policy) -> list[NextTouch]:
    return [*_ours(history), *_theirs(history, policy)]


def _ours(history: History) -> Iterator[NextTouch]:
    for promise in open_promises(history, Side.ours):
        if promise.due_on:
            lead = f"{promiser(history, promise)} promised to"
            asked = is_asked(history, promise)
            what = promise.text if asked else said_after(lead, promise.text)
            why = f"{what} by {day_said(history, promise.due_on)}{asked_by(history, promise)}"
            yield NextTouch(promise.due_on, why, Rule.ours, about=promise)


def asked_by(history: History, promise: Commitment) -> str:
    """ ", asked by Maria", where a colleague put it on the owner's list."""
    colleague = history.colleagues.get(promise.member_id)
    return f", asked by {colleague}" if colleague and is_asked(history, promise) else ""


def promiser(history: History, promise: Commitment) -> str:
    """Who of us made a promise: "you", a colleague by name, or "we" where no names are at hand."""
    colleague = history.colleagues.get(promise.member_id)
    is_own = promise.member_id in {0, history.deal.owner_id} or history.colleagues
    return colleague or ("you" if is_own else "we")


def _theirs(history: History, policy: Policy) -> Iterator[NextTouch]:
    for promise in open_promises(history, Side.theirs):
        if not promise.due_on:
            continue
        ask_on = rolled(history, promise.due_on + _A_DAY)
        asked = [touch.on for touch in heard(history) if touch.on >= ask_on]
        if asked:  # asked already: from there on the rhythm decides
            yield _after_contact(history, policy, asked[-1])
        else:
            by = day_said(history, promise.promised_on or promise.due_on)
            back = f", back {day_said(history, promise.back_on)}" if promise.back_on else ""
            why = f"{said_after('they were going to', promise.text)} by {by}{back}"
            yield _counted(history, promise.due_on, _A_DAY, why, Rule.theirs, about=promise)


def _rhythm(history: History, policy: Policy) -> NextTouch:
    reached = heard(history)
    tried = next((touch for touch in reversed(history.touches) if is_try(touch)), None)
    if tried and is_unheard(tried):
        said = "the number was wrong" if tried.outcome is Outcome.wrong_number else "nobody picked up"
        why = f"{said} on {day_said(history, tried.on)}"
        return _counted(history, tried.on, _A_DAY, why, Rule.unheard, about=tried)
    if reached and reached[-1].outcome is Outcome.no_show:
        why = f"they {did_not(history, reached[-1])} on {day_said(history, reached[-1].on)}"
        return _counted(history, reached[-1].on, _A_DAY, why, Rule.missed, about=reached[-1])
    if reached:
        return _after_contact(history, policy, reached[-1].on)
    known = history.deal.crm_contact_on
    woken = wakes_on(history)
    last = f"last contact in your CRM {day_said(history, known)}" if known else "no call yet"
    why = f"nobody has asked yet where they stand; {last}"
    if woken:
        return NextTouch(woken, why, Rule.wakes)
    return _counted(history, history.deal.created_on or known or date.min, _A_DAY, why, Rule.first)


def _counted(
    history: History,
    since: date,
    gap: timedelta,
    why: str,
    rule: Rule,
    *,
    figure: str = "",
    about: Commitment | Touch | None = None,
) -> NextTouch:
    """So long after a day, and off the days on which nobody is there."""
    return NextTouch(rolled(history, since + gap), why, rule, since, since + gap, figure, about)


def wakes_on(history: History) -> date | None:
    """The day on which an imported deal comes up that nobody here has got in touch with yet."""
    if history.touches:
        return None
    return next((d.until_on for d in reversed(history.decisions) if d.kind is DecisionKind.wakes), None)


def _after_contact(history: History, policy: Policy, last_on: date) -> NextTouch:
    quiet = unanswered_days(history)
    definitive, waits_until = sent_definitive(history), answer_awaited_until(history, policy)
    if definitive and waits_until:
        why = f"no answer to {whose(history, definitive)} yes-or-no message of {day_said(history, definitive.on)}"
        since = answer_awaited_since(history, definitive)
        return _counted(history, since, waits_until - since, why, Rule.sent, figure="definitive_wait", about=definitive)
    if not quiet:
        gap = timedelta(days=policy.min_gap)
        return _counted(history, last_on, gap, last_contact(history, last_on), Rule.spoke, figure="min_gap")
    signs = [touch.on for touch in history.touches if is_sign_of_life(touch)]
    # The gap widens after the second unanswered touch; the one definitive message comes a week after the third.
    asks_at_last = len(quiet) >= policy.unanswered_to_definitive and signs
    figure = "min_gap" if len(quiet) == 1 or asks_at_last else "long_gap"
    gap = timedelta(days=policy.min_gap if figure == "min_gap" else policy.long_gap)
    if signs:
        why = f"quiet since {day_said(history, signs[-1])}, {count_label(history, policy)}"
    else:  # with somebody never spoken to no yes-or-no message is to come: nothing is "of 4", what was done is counted
        left = f"{len(quiet)} message{'s' if len(quiet) > 1 else ''} left"
        why = f"{left}, no answer since {day_said(history, quiet[0])}"
    return _counted(history, last_on, gap, why, Rule.quiet, figure=figure)


def whose(history: History, touch: Touch) -> str:
    """ "your", or "Tom's" to somebody else."""
    colleague = history.colleagues.get(touch.member_id)
    return f"{colleague}'s" if colleague else "your"


@once_of
def sent_definitive(history: History) -> Touch | None:
    """The definitive-answer message of this silence, if it went out (once per silence)."""
    for touch in reversed(history.touches):
        if is_sign_of_life(touch):
            return None
        if touch.definitive:
            return touch
    return None


def answer_awaited_until(history: History, policy: Policy) -> date | None:
    """How long the definitive message has time to be answered: a try at the time they named, a keep and
    a reopening lengthen it."""
    definitive = sent_definitive(history)
    if definitive is None:
        return None
    since = answer_awaited_since(history, definitive)
    kept = [d.until_on for d in history.decisions if d.kind is DecisionKind.keep and d.act_id > definitive.act_id]
    return max([since + timedelta(days=policy.definitive_wait), *filter(None, kept)])


def answer_awaited_since(history: History, definitive: Touch) -> date:
    """From which day their time to answer counts."""
    opened = opened_window(history)
    tried = tried_since(history, opened) if opened else ()
    again = [d.on for d in history.decisions if d.kind is DecisionKind.reopened and d.act_id > definitive.act_id]
    return max([definitive.on, *tried, *again])


def is_asked_anew(history: History, act_id: int) -> bool:
    """Whether the silence waits for another answer than before that act: they were asked again, kept or reopened since."""
    ends = {DecisionKind.keep, DecisionKind.reopened}
    asked = (touch.act_id for touch in history.touches if touch.definitive)
    return any(later > act_id for later in (*asked, *(d.act_id for d in history.decisions if d.kind in ends)))


@once_of
def opened_window(history: History) -> Decision | None:
    """The time they had named before they were let go; nothing once they were heard from, or another decision ended it."""
    window = next((d for d in reversed(history.decisions) if d.kind is DecisionKind.window and d.until_on), None)
    if window is None or any(is_sign_of_life(touch) and touch.act_id > window.act_id for touch in history.touches):
        return None
    later = any(d.kind in _ENDS_WINDOW and d.act_id > window.act_id for d in history.decisions)
    return None if later else window


def is_woken(history: History) -> bool:
    """Whether it sleeps until a time that they named, and was not tried since that began."""
    return _opens(history) is not None


def _opens(history: History) -> NextTouch | None:
    """The time that they had named before they were let go, until somebody has tried them since."""
    opened = opened_window(history)
    if opened is None or opened.until_on is None or tried_since(history, opened):
        return None
    return NextTouch(opened.until_on, f"the time they had named, {opened.reason}", Rule.window, about=opened)


def tried_since(history: History, window: Decision) -> tuple[date, ...]:
    """The days on which they were written to or rung since the time that they named began."""
    begins = window.until_on or window.on
    return tuple(t.on for t in history.touches if t.act_id > window.act_id and t.on >= begins and is_heard(t))


_ENDS_WINDOW = frozenset({DecisionKind.let_go, DecisionKind.reopened, DecisionKind.won, DecisionKind.lost})
