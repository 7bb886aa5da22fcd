"""Whether a plain line may be logged without asking: it tells something definite, and leaves nothing to be guessed.

What is wished of us or of the bot, what puts right what was said before, and what several people wrote is asked about first.
"""

import re

from bot.model import Outcome, Result, Side
from bot.reading.calendar.datewords import DateReading
from bot.reading.line.callreading import CallReading

_WISHED = re.compile(
    r"^(?:(?:please|pls|can\s+you|could\s+you|and|then|let['’]?s|to)[\s,]+)*"
    r"(?:remind|put|set|add|move|push|change|show|make|create|give|schedule|book|plan|delete|remove|drop|cancel|update|edit|send|write|draft|ask|tell|find|check|get|let"
    r"|mark|note|assign|share|open|close|stop|start|follow\s+up|prepare|forward|keep|hold|chase|bring|arrange|fix|use|try|postpone|reserve|shift|visit|imagine|suppose|(?:i|we)\s+(?:should|must|could|might)|(?:e-?mail|mail|text|message|call|ring|phone|invite)(?!\s+(?:from|with|by|at|came|went|was|is|again)\b|\s*:))\b"
    r"(?!\s*:|\s+(?:from|at|of|with)\b)",
    re.IGNORECASE,
)
_PUTS_RIGHT = re.compile(
    r"^(?:(?:oh|ah|hm+|so|and)[\s,]+)*(?:no(?!-|\s+(?:answer|ans|reply|response|pick-?\s?up|joy|luck|dice|show|vm|voice\s?mail|one|news|word|decision|budget|changes?|movement)\b)|nope|not|oops|ups|whoops|sorry|wait|actually|correction|wrong|i\s+mean[t]?|scratch|scrap|forget|ignore|undo|it\s+was|that\s+was|make\s+(?:it|that))\b",
    re.IGNORECASE,
)
# What is hoped, wondered, only thought of, or one of two days; and "I" or "we" in what somebody wrote, which may be theirs.
_OPEN = re.compile(
    r"\b(?:hopefully|wonder\w*|fyi|(?:i|we)\s+(?:just\s+)?(?:hope|think|guess|assume|suppose|believe)|(?:i|we)\s+(?:could|would|should|might|may)|(?:i|we)['’]d)\b|\bor\s+(?:on\s+)?(?:mon|tue|wed|thu|fri|sat|sun|tomorrow|next|the\s+\d)"
    r"|\b(?:wrote|writes|written|e-?mail(?:ed|s)?|mail(?:ed)?|text(?:ed|s)?|messaged?|sms|whatsapp|repl(?:ied|ies|y))\b[^“”\"]*\b(?:i|we|my|our)\b",
    re.IGNORECASE,
)
# That somebody was spoken to, or reached.
_TALKED = re.compile(
    r"(?:^|\b(?:i|we|just|had)\s+)met\b|\b(?:spoke|talked|chatted|called|rang|phoned|reached|visited|saw|caught|picked\s+up|got\s+(?:hold|through)|had\s+(?:an?\s+|the\s+)?(?:\w+\s+)?(?:call|chat|demo|meeting|visit|lunch)"
    r"|(?:call|chat|talk|demo|meeting|visit)\s+(?:(?:is\s+|was\s+|all\s+)?(?:done|held|over)\b|went\b)|(?:call|chat|talk|demo)\s+(?:with|w/)|on\s+the\s+phone|tt|said|says|told)\b",
    re.IGNORECASE,
)
# What somebody there wishes for, or has answered: they told us.
_TOLD_US = re.compile(
    r"^(?!(?:what|whatever|if|when|once|in\s+case|hop\w+|perhaps|maybe|because)\b)(?:[^\s,.;:]+\s+){1,6}?"
    r"(?:wants|wanted|asks|asked|confirmed|accepts|accepted|insists|voted|offers|offered|prefers|decided|signed|promised)\b",
    re.IGNORECASE,
)
_NOT_TALKED = re.compile(
    r"(?:\b(?:not|never|nobody|no\s+one)|n['’]?t)\s+(?:\w+\s+){0,2}?(?:called|rung|phoned|spoken|spoke|talked|met|reached|seen|visited|call|ring|speak|talk|reach|asked|signed|confirmed|decided|accepted|want)\b",
    re.IGNORECASE,
)
_TELLS_SOMETHING = 4  # words of a note
# What stays in a note of these was not understood as a day, an absence or a call that failed.
_UNREAD = re.compile(
    r"\b(?:(?:mon|tues?|wednes|wed|thurs?|thu|fri|satur|sun)(?:day)?s?|tomorrow|tmrw|today|tonight|week|month|year|christmas|easter|until|till?|before|after|later"
    r"|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec|(?:jan|febr)uary|march|april|june|july|august|(?:septem|octo|novem|decem)ber|\w+teenth|\w+ieth|\d{1,2}(?:st|nd|rd|th)"
    r"|shows?|showed|sick|ill|away|off|ooo|quit|left|leaves|fired|replaced|replacement|contact(?:ed)?|alone)\b",
    re.IGNORECASE,
)
_HEAD = re.compile(r"^(?!.{0,60}\b(?:mail|e-?mail|text|message|sms|whatsapp)\b)[^:]{1,60}:\s", re.IGNORECASE)
_TRIED = frozenset(Outcome) - {Outcome.connected, Outcome.meeting}
_CAME = frozenset({Result.order, Result.advance, Result.no_sale})


def is_told(text: str) -> bool:
    """Whether it is one line of what happened: no wish, no correction, no text of several lines."""
    return not ("\n" in text.strip() or _WISHED.match(text) or _PUTS_RIGHT.match(text) or _OPEN.search(text))


def is_definite(reading: CallReading, typed: str) -> bool:
    """An outcome, words or a promise of theirs, a result, what came from them, or what was told in a talk. A talk of which nothing is
    told is none; nor is what we handed over. What only we mean to do, or what is arranged, tells of no call unless the line does: "Acme: …", "spoke to …"."""
    theirs = (
        reading.said, reading.came, reading.successor, reading.gone, reading.away, reading.answered, reading.given_up, reading.rang, reading.number,
        reading.has_ordered, any(promise.side is Side.theirs for promise in reading.promises),
    )  # fmt: skip
    arranged = bool(reading.promises or reading.next_step or reading.not_before or reading.dropped)
    if any(theirs) or reading.outcome in _TRIED or (reading.result in _CAME and not arranged):
        return True
    is_talk = bool(_TALKED.search(typed))
    if (is_talk and (arranged or bool(reading.away))) or (arranged and bool(_HEAD.match(typed))):
        return True
    tells = len(reading.note.split()) >= _TELLS_SOMETHING and not _UNREAD.search(reading.note)
    return tells and not _NOT_TALKED.search(typed) and (is_talk or bool(_TOLD_US.match(typed)))


def is_doubtful(reading: CallReading) -> bool:
    """A day with two readings, or none in the calendar; or perhaps the end of the deal."""
    steps = (step.date for step in (reading.next_step, reading.unsure_step) if step)
    days = (*steps, reading.not_before, *(promise.due for promise in reading.promises))
    return reading.perhaps_lost or any(map(_is_open, days))


def _is_open(day: DateReading | None) -> bool:
    return bool(day and (day.choices or day.problem))
