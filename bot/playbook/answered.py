"""How the yes-or-no message was answered: with an order, a no, a day, something else, or not at all (H46, H47)."""

from collections.abc import Collection
from datetime import date, timedelta
from enum import StrEnum

from bot.model import DecisionKind, History, Policy, Result, Touch, TurnKind
from bot.playbook.dated import ended_with_a_day
from bot.playbook.results import is_sign_of_life, theirs


class Answer(StrEnum):
    """What came back to a yes-or-no message."""

    order = "order"
    no = "no"
    later = "later"  # with a day
    other = "other"  # they spoke, and left it open
    waiting = "waiting"  # it still has time
    none = "none"


def answers(history: History, policy: Policy, members: Collection[int], first: date, today: date) -> list[Answer]:
    """One for each such message of these members since that day."""
    ours = (touch for touch in history.touches if touch.definitive and touch.member_id in members)
    sent = [touch for touch in ours if touch.on >= first]
    return [_answer(history, message, policy, today) for message in sent]


_BY_DECISION = {
    DecisionKind.won: Answer.order,
    DecisionKind.lost: Answer.no,
    DecisionKind.do_not_contact: Answer.no,
    DecisionKind.let_go: Answer.none,
}
_BY_RESULT = {Result.order: Answer.order, Result.no_sale: Answer.no}
_DAYS_OF_THEIRS = frozenset({DecisionKind.later, DecisionKind.window, DecisionKind.absent})


def _answer(history: History, sent: Touch, policy: Policy, today: date) -> Answer:
    """What the first sign of theirs after the message said; a second one answers something else."""
    later = history.touches[history.touches.index(sent) + 1 :]
    again = next((touch.act_id for touch in later if touch.definitive), None)
    signs = [touch for touch in later if is_sign_of_life(touch) and (again is None or touch.act_id < again)]
    until = signs[1].act_id if len(signs) > 1 else again
    endings = [d for d in history.decisions if d.kind in _BY_DECISION and d.act_id > sent.act_id]
    ended = next((d for d in endings if until is None or d.act_id < until), None)
    kind = _BY_DECISION[ended.kind] if ended else None
    if signs and not (ended and kind is Answer.none and ended.act_id < signs[0].act_id):
        return _said(history, signs[0], kind)
    if kind:
        return kind
    kept = [turn for promise in theirs(history) for turn in promise.turns if turn.kind is TurnKind.kept]
    if any(sent.act_id < turn.act_id and (again is None or turn.act_id < again) for turn in kept):
        return Answer.other
    has_time = again is None and today < sent.on + timedelta(days=policy.definitive_wait)
    return Answer.waiting if has_time else Answer.none


def _said(history: History, reply: Touch, ended: Answer | None) -> Answer:
    told = _BY_RESULT.get(reply.result)
    if told or ended in {Answer.order, Answer.no}:
        return told or ended or Answer.other
    put_off = [d for d in history.decisions if d.kind in _DAYS_OF_THEIRS and d.until_on]
    steps = [step for step in history.next_steps if step.act_id == reply.act_id]
    held = [d for d in put_off if d.act_id >= reply.act_id and d.on == reply.on]
    return Answer.later if steps or held or ended_with_a_day(history, reply) else Answer.other
