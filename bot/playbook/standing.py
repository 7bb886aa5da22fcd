"""Where a deal stands, derived from its history on one day. Nothing derived is ever edited (design section 4)."""

from datetime import date, timedelta

from bot.days import written
from bot.model import (
    OPEN_STATES,
    CommitmentState,
    Course,
    DealState,
    Decision,
    DecisionKind,
    History,
    Outcome,
    Policy,
    Result,
    Standing,
    Temperature,
)
from bot.playbook.cadence import answer_awaited_until, is_woken, next_touch, opened_window, sent_definitive
from bot.playbook.holds import appointments, holding, is_our_plan, kept_step, try_told
from bot.playbook.once import once_of
from bot.playbook.precedence import NextTouch
from bot.playbook.results import (
    GOING_DARK,
    heard,
    is_sign_of_life,
    last_conversation,
    last_said,
    refused,
    theirs,
    touches_since_advance,
    unanswered_days,
)

_ENDINGS = {
    DecisionKind.won: DealState.won,
    DecisionKind.lost: DealState.lost,
    DecisionKind.let_go: DealState.nurture,
    DecisionKind.do_not_contact: DealState.do_not_contact,
}
_COLD_AFTER_DAYS = 45
_A_DAY = timedelta(days=1)


def course(history: History, policy: Policy, today: date) -> Course:
    """How it goes on, on `today`; pure, the same facts give the same answer."""
    ending = ending_on(history, today)
    due = None if ending else next_touch(history, policy, today)
    state = _ENDINGS[ending.kind] if ending else _open_state(history, policy, today)
    return Course(
        state=state,
        next_touch_on=due.on if due else _wakes_on(history, ending),
        why=_on_its_day(history, due, today) or due.why if due else _ending_why(ending, state, today),
        unanswered=len(unanswered_days(history)),
    )


def standing(history: History, policy: Policy, today: date) -> Standing:
    """The same, with how warm it is."""
    now = course(history, policy, today)
    temperature, temperature_why = _temperature(history, now.state, policy, today)
    contacts = [touch.on for touch in heard(history) if touch.outcome is not Outcome.no_show]
    return Standing(
        **vars(now),
        temperature=temperature,
        temperature_why=temperature_why,
        touches_since_advance=touches_since_advance(history),
        last_contact_on=contacts[-1] if contacts else history.deal.crm_contact_on,
    )


def _on_its_day(history: History, due: NextTouch, today: date) -> str:
    """An agreed day that is over stands for nothing any more: whether they spoke is open, and is asked once they are there;
    or nobody was reached."""
    step = kept_step(history, today)
    if step is None or step.on > today or (step.purpose and not (is_our_plan(step.purpose) and step.on == today)):
        return ""
    tried = try_told(history, step, today)
    said = f"{step.what} {written(step.on, today)}{f' {step.hour}' if step.at else ''}"
    if step.on < today:
        return f"{said}: {tried or 'did it take place?'}"
    return f"{due.why}: {tried}" if tried and due.about is step else ""


def is_open(state: DealState) -> bool:
    return state in OPEN_STATES


def ending_on(history: History, today: date) -> Decision | None:
    """The decision that keeps the deal closed on that day: a let-go ends when the time they had named begins (H50)."""
    ending = _ending(history)
    wakes = _wakes_on(history, ending)
    return None if wakes and today >= wakes else ending


def _wakes_on(history: History, ending: Decision | None) -> date | None:
    opened = opened_window(history) if ending and ending.kind is DecisionKind.let_go else None
    return opened.until_on if opened else None


def let_go_of(history: History) -> Decision | None:
    """The let-go by which the deal sleeps."""
    ending = _ending(history)
    return ending if ending and ending.kind is DecisionKind.let_go else None


@once_of
def _ending(history: History) -> Decision | None:
    """The decision that closed the deal, unless it was reopened, or they came back after a let-go (H50)."""
    endings = [d for d in history.decisions if d.kind in _ENDINGS or d.kind is DecisionKind.reopened]
    if endings and endings[-1].kind is DecisionKind.do_not_contact:
        return endings[-1]  # final: neither an order nor a sign of theirs lifts it, only their word (reopen)
    order = next((touch for touch in reversed(history.touches) if touch.result is Result.order), None)
    last = endings[-1] if endings else None
    if order and (last is None or order.act_id > last.act_id):
        signed = "signed" if not order.said else f"signed: “{order.said}”"
        return Decision(0, history.deal.id, order.act_id, order.member_id, order.on, DecisionKind.won, reason=signed)
    if last is None or last.kind is DecisionKind.reopened:
        return None
    returned = any(is_sign_of_life(touch) and touch.act_id > last.act_id for touch in history.touches)
    return None if last.kind is DecisionKind.let_go and returned else last


def _ending_why(ending: Decision | None, state: DealState, today: date) -> str:
    if ending is None:
        return ""
    verb = {
        DealState.won: "won",
        DealState.lost: "lost",
        DealState.do_not_contact: "they asked not to be contacted,",
    }.get(state, "let go")
    return f"{verb} on {written(ending.on, today)}" + (f": {ending.reason}" if ending.reason else "")


def _open_state(history: History, policy: Policy, today: date) -> DealState:
    hold = holding(history)
    if hold and hold.kind is DecisionKind.keep and hold.until_on and today < hold.until_on:
        return DealState.active  # kept for a reason: no end is proposed before that day
    if is_woken(history):
        return DealState.active  # they had named this time: nobody has tried yet
    waits_until = answer_awaited_until(history, policy)
    if waits_until:
        return DealState.let_go_due if today >= waits_until else DealState.definitive_sent
    quiet = unanswered_days(history)
    if is_definitive_due(history, policy):
        return DealState.definitive_due
    if len(quiet) >= GOING_DARK:
        return DealState.going_dark
    return DealState.active if last_said(history) or last_conversation(history) else DealState.unknown


def is_definitive_due(history: History, policy: Policy) -> bool:
    """Three unanswered touches over three weeks, after a real conversation (H36, H40): never after attempts alone,
    and once in a silence."""
    if len(history.touches) <= policy.unanswered_to_definitive or last_conversation(history) is None:
        return False
    quiet = unanswered_days(history)
    if sent_definitive(history) or len(quiet) < policy.unanswered_to_definitive:
        return False
    asks_on = next_touch(history, policy).on
    return (asks_on - quiet[0]).days >= policy.definitive_after_days


def _temperature(history: History, state: DealState, policy: Policy, today: date) -> tuple[Temperature, str]:
    if state is DealState.won:
        return Temperature.hot, "signed"
    if state in {DealState.lost, DealState.nurture, DealState.do_not_contact}:
        return Temperature.cold, "closed"
    conversation = last_conversation(history)
    if conversation is None:
        return Temperature.cold, "no word from them on record"
    no = refused(history)
    if no:
        return Temperature.cool, f"they said no on {written(no.on, today)}"
    silent = (today - conversation.on).days
    quiet = len(unanswered_days(history))
    if quiet >= policy.unanswered_to_definitive or silent >= _COLD_AFTER_DAYS:
        return Temperature.cold, f"no word from them since {written(conversation.on, today)}"
    moved = max((promise.moves for promise in theirs(history)), default=0)
    if quiet >= GOING_DARK or silent > policy.max_gap or moved >= 2:  # noqa: PLR2004 - twice is a habit
        often = "twice" if moved == 2 else f"{moved} times"  # noqa: PLR2004
        why = f"a promise moved {often}" if moved >= 2 else f"quiet since {written(conversation.on, today)}"  # noqa: PLR2004
        return Temperature.cool, why
    return _warm_or_hot(history, conversation.on, today)


def _warm_or_hot(history: History, heard_on: date, today: date) -> tuple[Temperature, str]:
    step = next(iter(appointments(history, today - _A_DAY)), None)
    kept = sum(promise.state is CommitmentState.kept for promise in theirs(history))
    takes_on = any(promise.state is not CommitmentState.broken for promise in theirs(history))
    if step and takes_on:
        return Temperature.hot, f"{step.what} agreed for {written(step.on, today)}, and they take things on"
    if kept:
        return Temperature.hot, f"they kept {kept} promise{'s' if kept > 1 else ''}"
    return Temperature.warm, f"last heard {written(heard_on, today)}"
