"""Whether a plain line may be logged without asking: it tells something definite, and leaves nothing to be guessed.

What is wished of us or of the bot, what puts right what was said before, and what several people wrote is asked about first.
"""

import re

from bot.model import Outcome, Result
from bot.reading.calltext import CallReading
from bot.reading.datewords import DateReading

_WISHED = re.compile(
    r"^(?:(?:please|pls|can\s+you|could\s+you|and|then|let['’]?s|to)[\s,]+)*"
    r"(?:remind|put|set|add|move|push|change|show|make|create|give|schedule|book|plan|delete|remove|drop|cancel|update|edit|send|write|draft|ask|tell|find|check|get|let"
    r"|mark|note|assign|share|open|close|stop|start|follow\s+up|prepare|forward|keep|hold|chase|bring|arrange|fix|use|try|postpone|reserve|shift|visit|imagine|suppose|(?:i|we)\s+(?:should|must|could|might)|(?:e-?mail|mail|text|message|call|ring|phone|invite)(?!\s+(?:from|with|by|at|came|went|was|is|again)\b|\s*:))\b"
    r"(?!\s*:|\s+(?:from|at|of|with)\b)",
    re.IGNORECASE,
)
_PUTS_RIGHT = re.compile(
    r"^(?:(?:oh|ah|hm+|so|and)[\s,]+)*(?:no|nope|not|oops|ups|whoops|sorry|wait|actually|correction|wrong|i\s+mean[t]?|scratch|scrap|forget|ignore|undo|it\s+was|that\s+was|make\s+(?:it|that))\b",
    re.IGNORECASE,
)
# "I hope", "Friday or Monday": the rep is not sure.
_UNSURE = re.compile(
    r"\b(?:i|we)\s+(?:just\s+)?(?:hope|think|guess|assume|suppose|believe)\b|\bor\s+(?:on\s+)?(?:mon|tue|wed|thu|fri|sat|sun|tomorrow|next|the\s+\d)",
    re.IGNORECASE,
)
_TRIED = frozenset(Outcome) - {Outcome.connected, Outcome.meeting}
_CAME = frozenset({Result.order, Result.advance, Result.no_sale})


def is_told(text: str) -> bool:
    """Whether it is one line of what happened: no wish, no correction, no text of several lines."""
    return not ("\n" in text.strip() or _WISHED.match(text) or _PUTS_RIGHT.match(text) or _UNSURE.search(text))


def is_definite(reading: CallReading) -> bool:
    """An outcome, words of theirs, a promise, a step, a result, what came from them. A talk of which nothing is told but a note is
    none; nor is what we handed over, which may have been no talk."""
    told = (
        reading.promises, reading.said, reading.next_step, reading.not_before, reading.dropped, reading.came, reading.away,
        reading.successor, reading.gone, reading.answered, reading.given_up, reading.rang, reading.number, reading.has_ordered,
    )  # fmt: skip
    return any(told) or reading.outcome in _TRIED or reading.result in _CAME


def is_doubtful(reading: CallReading) -> bool:
    """A day with two readings, or none in the calendar; or perhaps the end of the deal."""
    steps = (step.date for step in (reading.next_step, reading.unsure_step) if step)
    days = (*steps, reading.not_before, *(promise.due for promise in reading.promises))
    return reading.perhaps_lost or any(map(_is_open, days))


def _is_open(day: DateReading | None) -> bool:
    return bool(day and (day.choices or day.problem))
