"""What a press on "Yes, log it" would keep, in one line: whoever presses has read what was understood."""

from collections.abc import Sequence
from datetime import date

from bot.days import written
from bot.model import Commitment, Side
from bot.reading.calendar.datewords import DateReading
from bot.reading.line.callreading import CallReading
from bot.reading.line.noted import is_only_noted
from bot.reading.promises.promised import Promised
from bot.reading.waits.absence import Away
from bot.views.naming import OUTCOME_WORDS, shortened

_LONGEST = 90  # characters of a note


def would_keep(
    told: CallReading | str | None, today: date, moving: Sequence[tuple[Commitment, DateReading]] = ()
) -> str:
    """A reading, why it is lost, or silence. `moving`: open promises that get another day."""
    if told is None:
        return "It would keep: nothing heard from them."
    if isinstance(told, str):
        return f"It would ask whether it is lost{f': {shortened(told, _LONGEST)}' if told else ''}."
    step = told.next_step or told.unsure_step
    parts = (
        "no call, a note"
        if is_only_noted(told)
        else f"{'they got in touch' if told.came else OUTCOME_WORDS[told.outcome]}{f' with {told.contact}' if told.contact else ''}",
        f"“{shortened(told.said, _LONGEST)}”" if told.said else "",
        *(f"they will {_promise(one, today)}" for one in told.promises if one.side is Side.theirs),
        *(f"you will {_promise(one, today)}" for one in told.promises if one.side is Side.ours),
        *(
            f"{'they' if promise.side is Side.theirs else 'you'} will {promise.text}, now{_on(day, today)}"
            for promise, day in moving
        ),
        f"next step{step.what and f' {step.what}'}{_on(step.date, today)}" if step else "",
        f"not before{_on(told.not_before, today)}" if told.not_before else "",
        _away(told.away, today) if told.away else "",
        f"noted “{shortened(told.note, _LONGEST)}”" if told.note else "",
    )
    return f"It would keep: {'; '.join(part for part in parts if part)}."


def _away(absence: Away, today: date) -> str:
    since = f" from {written(absence.since, today)}" if absence.since and absence.since > today else ""
    return f"{absence.who or 'they'} away{since} until {written(absence.back_on, today)}"


def _promise(promise: Promised, today: date) -> str:
    return f"{promise.text}{_on(promise.due, today)}"


def _on(day: DateReading | None, today: date) -> str:
    if day is None:
        return ""
    return f" {written(day.on, today)}{f' at {day.at}' if day.at else ''}" if day.on else f" “{day.text}”"
