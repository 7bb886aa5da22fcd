"""What both come together for, told behind the day: "Wed 10:15 to go over the BAA". It is no part of when, and it makes a call a review."""

import re
from collections.abc import Sequence

from bot.reading.calendar.datewords import DateReading
from bot.reading.steps.steps import Step
from bot.reading.words.leads import AND
from bot.reading.words.speech import NAME

_ACTS = (
    r"(?:go\s+(?:over|through|thru)|(?:talk|walk|run|work|step|think)\s+(?:(?:her|him|them|us|me|it|this)\s+)?(?:through|thru)|talk\s+(?:about|over|pricing|numbers|terms|scope)|review|discuss|finali[sz]e|settle|resolve|compare|hash\s+out|iron\s+out|nail\s+down|sort\s+out|work\s+out"
    r"|look\s+over|kick\s+off|hand\s+over|negotiate|align\s+on|redline|mark\s+up)"
)
_FOR = re.compile(
    rf"(?:\s+(?:instead|then|again|there|here|(?:his|her|their|our|my|local)\s+time))*(?:\s+(?:so\s+(?:we|i)\s+can|to)\s+{_ACTS}|,?\s+(?:going\s+(?:over|through|thru)|reviewing|discussing|comparing|negotiating|(?:walking|talking)\s+(?:(?:her|him|them|us)\s+)?(?:through|thru)))\s+\w",
    re.IGNORECASE,
)

# "call Dana Tue 10am to review it" is our own plan: nobody has agreed to anything.
_OURS_ALONE = re.compile(
    rf"{AND}(?:(?:i|we)(?:['’]ll|\s+will)?\s+|to\s+)?(?:call|ring|phone|buzz|dial|try|calling|ringing)\s+(?:back\s+)?(?:her|him|them|(?!(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|mon|tues?|weds?|thu(?:rs?)?|fri|sat|sun|tomorrow|today)\b){NAME})\b",
    re.IGNORECASE,
)


def without_purpose(clause: str, dates: Sequence[DateReading]) -> str:
    """ "Fri 10:00 to go over the lease tool" is Friday 10:00: what stands behind the hour is no part of it."""
    if not dates or not dates[-1].at or not _FOR.match(clause[dates[-1].end :]):
        return clause
    return clause[: dates[-1].end]


def kind_for(step: Step, line: str) -> str:
    """The kind of step with what it is for, as the line tells it: a call to go over something is a review."""
    _, _, behind = line.partition(step.raw)
    is_review = _FOR.match(behind) and "kick" not in step.what and not _OURS_ALONE.match(step.raw)
    return "review" if is_review else step.what
