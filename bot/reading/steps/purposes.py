"""What both come together for, told behind the day: "Wed 10:15 to go over the BAA". It is no part of when, and it makes a call a review."""

import re
from collections.abc import Sequence

from bot.reading.calendar.datewords import DateReading
from bot.reading.steps.meetings import KINDS
from bot.reading.steps.steps import Step
from bot.reading.words.leads import AND
from bot.reading.words.speech import NAME

_ACTS = (
    r"(?:go\s+(?:over|through|thru)|(?:talk|walk|run|work|step|think)\s+(?:(?:her|him|them|us|me|it|this)\s+)?(?:through|thru)|talk\s+(?:about|over|pricing|numbers|terms|scope)|review|discuss|finali[sz]e|settle|resolve|compare|hash\s+out|iron\s+out|nail\s+down|sort\s+out|work\s+out"
    r"|look\s+over|kick\s+off|hand\s+over|negotiate|sign\s+off|align\s+on|redline|mark\s+up)"
)
_ACTING = (
    r"(?:(?:going|talking|walking|running|working|looking|stepping)\s+(?:(?:her|him|them|us|it|this)\s+)?(?:over|through|thru)"
    r"|(?:reviewing|discussing|finali[sz]ing|settling|comparing|negotiating|redlining|ironing\s+out|sorting\s+out|hashing\s+out))"
)
_FOR = re.compile(
    rf"(?:\s+(?:instead|then|again|there|here|(?:his|her|their|our|my|local)\s+time))*(?:\s+(?:so\s+(?:we|i)\s+can|to)\s+{_ACTS}|[,;:]?\s+(?:and\s+|we['’]?re\s+|for\s+)?{_ACTING})\s+\w",
    re.IGNORECASE,
)

# "call Dana Tue 10am to review it" is our own plan: nobody has agreed to anything.
_OURS_ALONE = re.compile(
    rf"{AND}(?:(?:i|we)(?:['’]ll|\s+will)?\s+|to\s+)?(?:call|ring|phone|buzz|dial|try|calling|ringing)\s+(?:back\s+)?(?:her|him|them|(?!(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|mon|tues?|weds?|thu(?:rs?)?|fri|sat|sun|tomorrow|today)\b){NAME})\b",
    re.IGNORECASE,
)


# "we run thru it Wed 10:30": what both do then.
_TOGETHER = re.compile(
    rf"{AND}(?:we|both\s+of\s+us|{NAME}\s+and\s+(?:i|me))(?:['’]ll|\s+will)?\s+(?:{_ACTS}|(?:run|look)\s+(?:it\s+)?(?:over|through|thru))\b(?!.*\b(?:internally|ourselves|in-?house|(?:with|w/)\s*(?:legal|finance|(?:the|our|my)\s+\w+))\b)",
    re.IGNORECASE,
)
_DROPS_BY = re.compile(
    r"\b(?:drop|stop|swing|pop|look)(?:ping|p?ing)?\s+(?:in|by|over|round)\b(?!\s+(?:to|for)\b)", re.IGNORECASE
)
# "we're on for Mon 11, demo of the app"
_IS_A = re.compile(
    rf"\s*(?:[,;:–-]\s*|for\s+)(?:an?\s+|the\s+|our\s+)?{KINDS}(?:\s+(?:of|for|on)\s+(?:(?:the|our|her|his|their|an?)\s+)?[\w-]+(?:\s+(?!\w+(?:ed|ly)\b)[\w-]+)?)?(?:\s+(?:with\b|w/)\s*[\w'’ ]+)?\s*(?:$|[,;.])",
    re.IGNORECASE,
)


def without_purpose(clause: str, dates: Sequence[DateReading]) -> str:
    """ "Fri 10:00 to go over the lease tool" is Friday 10:00: what stands behind the hour is no part of it."""
    if not dates or not dates[-1].at or not _FOR.match(clause[dates[-1].end :]):
        return clause
    return clause[: dates[-1].end]


def kind_for(step: Step, line: str) -> str:
    """The kind of step with what it is for, as the line tells it: a call to go over something is a review, and who only drops by talks."""
    _, _, behind = line.partition(step.raw)
    named = _IS_A.match(behind) if step.what == "call" else None
    if named:
        return named["what"].lower()
    if step.what == "visit" and _DROPS_BY.search(step.raw):
        return "call"
    is_review = (
        (_FOR.match(behind) or _TOGETHER.match(step.raw))
        and "kick" not in step.what
        and not _OURS_ALONE.match(step.raw)
    )
    return "review" if is_review else step.what
