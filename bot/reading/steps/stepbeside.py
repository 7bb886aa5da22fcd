"""The appointment in a clause that promises as well: "she'll get the CFO on the 3/26 call", "brings his boss Wed 9:30 zoom".

What we asked for is none yet, nor is what they hold among themselves.
"""

import re
from collections.abc import Sequence
from datetime import date

from bot.model import Side
from bot.reading.calendar.datewords import DateReading
from bot.reading.grammar.clauses import clause_of
from bot.reading.grammar.firmness import is_negated
from bot.reading.steps.appointments import step_of
from bot.reading.steps.booked import Found
from bot.reading.steps.meetings import OF_KIND, TALKS, is_their_own
from bot.reading.steps.steps import Step, kind_of

_ON_THE = re.compile(
    r"\b(?:(?:on|at|in|to|during|for|before)\s+(?:the|our)|(?:on|at|in|to|during)\s+their)\s*$", re.IGNORECASE
)  # "before their standup" is without us
_TO_A = re.compile(
    rf"\b(?:to|for|at|on)\s+(?:an?|the|our)\s+(?P<what>(?!trial\b){OF_KIND}{TALKS})\s*(?:on\s*)?$", re.IGNORECASE
)
# "brings his IT lead to an SSO session Thu 10:30": at an hour, whatever it is about.
_TO_ANY = re.compile(
    rf"\b(?:to|on|into)\s+an?\s+(?P<what>(?!(?:new|big|own|board|family|rival|competitor)\b)[a-z][\w/-]*\s+{TALKS})\s*(?:on\s*)?$",
    re.IGNORECASE,
)
_ITS_KIND = re.compile(rf"^['’]?s?\s*(?P<what>{TALKS}|zoom|teams)\b", re.IGNORECASE)
_WE_ASKED = re.compile(
    r"^(?:(?:and|but|then|so|i|we|just|also)\s+)*(?:pushed|pressed|asked|begged|lobbied|angled|fished|gunned|nudged|hinted|pitched|tried|argued|aimed|hoping|hoped|invited|pestered|chased)\b",
    re.IGNORECASE,
)  # "pushed marcus for a demo tues"


def step_beside(clause: str, dates: Sequence[DateReading], today: date) -> Step | None:
    """The appointment in a clause that promises as well: "she'll get the CFO on the 3/26 call"."""
    if not dates or is_negated(clause[: dates[-1].start]) or not (dates[-1].on or dates[-1].choices) or dates[-1].by:
        return None
    if _WE_ASKED.match(clause):
        return None
    before = clause[: dates[-1].start]
    to_a = _TO_A.search(before) or (_TO_ANY.search(before) if dates[-1].at else None)
    if to_a and is_their_own(to_a["what"]) and clause_of(clause).side is not Side.ours:
        return None
    step = (kind_of(to_a["what"].lower()), True) if to_a else _on_the_call(clause, dates)
    return step_of(step, dates[-1:], clause, today) if step else None


def _on_the_call(clause: str, dates: Sequence[DateReading]) -> Found | None:
    """ "she'll get the CFO on the 3/26 call"."""
    last = dates[-1]
    lead = re.match(r"(?:on|at|in|during|for|before)\s+(?:the|our|their)\s+", last.text, re.IGNORECASE)
    before = clause[: last.start] + (lead[0] if lead else "")
    behind = clause[last.end :]
    kind = _ITS_KIND.match(behind)
    ends_with_it = kind and last.at and not behind[kind.end() :].strip(" .!")  # "brings his boss Wed 9:30 zoom"
    kind = kind if _ON_THE.search(before) or ends_with_it else None
    return (kind_of(kind["what"].lower()), True) if kind else None
