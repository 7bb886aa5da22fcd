"""A call that they will make at an hour: an appointment, which stands on the list of its day, and no promise that waits for the
day after."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from bot.model import Side
from bot.reading.promises.promised import Promised
from bot.reading.steps.steps import Step

_CALLS = re.compile(
    r"^(?:(?:call|ring|phone|buzz|dial)(?:\s+(?:me|us))?(?:\s+back)?|give\s+(?:me|us)\s+a(?:nother)?\s+(?:call|ring|buzz|bell)(?:\s+back)?)(?:\s+(?:again|then))?$",
    re.IGNORECASE,
)
# "Linda can meet Tue 10am": the same, with its own name.
_MEETS = re.compile(
    r"^(?:(?P<meeting>meet(?:\s+(?:with\s+)?(?:me|us))?|see\s+(?:me|us))|(?:talk|speak|chat)(?:\s+(?:to|with|w/)\s*(?:me|us))?)$",
    re.IGNORECASE,
)
# "gets her on a call with me Thu 10am", "puts me through to him": what they bring about, and an hour that we keep.
_BRINGS_ABOUT = re.compile(
    r"^(?:(?:get|bring|have|put)\s+(?:her|him|them|(?:her|his|their|the)\s+\w+|(?-i:[A-Z])[\w'’-]+(?:\s+(?-i:[A-Z])[\w'’-]+)?)\s+on\s+(?:a|the)\s+(?:call|line|phone)(?:\s+with\s+(?:me|us))?|(?:put|patch)\s+(?:me|us)\s+(?:through|thru)(?:\s+to\s+\S.*)?)$",
    re.IGNORECASE,
)


def is_call_of_theirs(one: Promised) -> bool:
    """ "she'll ring me in August": then we do not call before."""
    return one.side is Side.theirs and one.due is not None and bool(_RINGS.match(one.text))


_RINGS = re.compile(r"(?:(?:she|he|they)(?:['’]ll|\s+will)\s+)?(?:call|ring|phone)\s+(?:me|us)\b", re.IGNORECASE)


@dataclass(frozen=True)
class TheirCall:
    """What is left of the promises once the call is the `step`, or `unsure_step` where its day has two readings; who calls stays in
    the `note`."""

    promises: tuple[Promised, ...]
    step: Step | None
    unsure_step: Step | None
    note: str = ""


def their_call(promises: Sequence[Promised], step: Step | None, unsure_step: Step | None) -> TheirCall:
    """Where another step is told already, the hour stays in the words of the promise; where it is that call, they agreed to it."""
    made = next((one for one in promises if _is_at_an_hour(one, _CALLS) or _is_at_an_hour(one, _MEETS)), None)
    if made is None or made.due is None:
        return _brought_about(promises, step, unsure_step)
    others = tuple(one for one in promises if one is not made)
    if step and (step.what, step.date.on, step.date.at) == ("call", made.due.on, made.due.at):
        return TheirCall(others, replace(step, agreed=True, is_plan=False), unsure_step)
    if step or unsure_step:
        told = replace(made, text=f"{made.text} at {made.due.at}")
        return TheirCall(tuple(told if one is made else one for one in promises), step, unsure_step)
    meets = _MEETS.match(made.text)
    call = Step("meeting" if meets and meets["meeting"] else "call", replace(made.due, by=False), made.raw)
    sure, unsure = (call, None) if made.due.on else (None, call)
    return TheirCall(others, sure, unsure, made.typed or made.raw)


def _brought_about(promises: Sequence[Promised], step: Step | None, unsure_step: Step | None) -> TheirCall:
    made = next((one for one in promises if _is_at_an_hour(one, _BRINGS_ABOUT)), None)
    if made and made.due and made.due.on and not (step or unsure_step):
        step = Step("call", replace(made.due, by=False), made.raw)
    return TheirCall(tuple(promises), step, unsure_step)


def _is_at_an_hour(one: Promised, act: re.Pattern[str]) -> bool:
    due = one.due
    is_one_day = due is not None and bool(due.at and (due.on or due.choices)) and not (due.not_before or due.first_on)
    return is_one_day and one.side is Side.theirs and not one.asked and bool(act.match(one.text))
