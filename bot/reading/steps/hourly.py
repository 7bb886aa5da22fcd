"""A day with its hour, and little else beside it, is an appointment: "3 of us talk Mon 3/30 @ 3", "Thu 26 March 1pm on site"."""

import re
from collections.abc import Sequence
from datetime import date, time

from bot.reading.calendar.datewords import DateReading
from bot.reading.grammar.clauses import Kind, clause_of
from bot.reading.steps.appointments import step_of
from bot.reading.steps.meetings import KINDS
from bot.reading.steps.steps import Step, kind_of
from bot.reading.words.speech import NAME

_ANY_KIND = re.compile(rf"\b{KINDS}\b", re.IGNORECASE)
_THEY_TALK = re.compile(r"\b(?:talk|speak|meet|chat|catch\s+up|connect)\b", re.IGNORECASE)
_ON_SITE = re.compile(
    r"\b(?:on\s+site|onsite|at\s+(?:their|his|her)\s+(?:place|office|plant|hq|site|shop|store))\b", re.IGNORECASE
)
# Each word is read in one way only: "At At At" would be a name as well.
_LITTLE_ELSE = re.compile(
    rf"^(?:(?>on\s+site|onsite|at\s+(?:their|his|her|our)\s+[\w-]+|@|w/|(?:and|then|so|now|it['’]s|it\s+is|on|at|with|both|all|i['’]m|we['’]re|i\s+am|we\s+are|in\s+person|online|zoom|teams|phone|wants|works|suits|uk|again|instead|sharp|there|here|her|him|them|me|us)(?![\w'’-])|['‘’“”\"][^'‘’“”\"]{{2,40}}['‘’“”\"]|{NAME}(?![\w'’-]))[\s,.!]*)*$",
    re.IGNORECASE,
)
# Not agreed, not to come, or nobody's talk.
_NO_STEP = re.compile(
    r"\b(?:no|not|never|nothing|(?:ca|wo|do|does|did|is|are|could|would)nt|before|until|till?|was|were|had|been|rang|called|spoke|talked|met|tried|missed|since|ago|if|unless|deadline|due|maybe|perhaps|tentativ\w*|hop(?:e|es|ing)|might|could|possibly|prob(?:ably)?|too|out|busy|off|cancell?ed|declined|turn(?:s|ed|ing)?\s+down|refused|rejected|skipp?(?:ed|s|ing)|pass(?:es|ed)\s+on|fell|offered|asked|proposed|yet)\b|n['’]t\b|\?",
    re.IGNORECASE,
)
_THEIR_ACT = re.compile(
    rf"^(?:(?:and|but|then|so)\s+)*(?:(?:she|he|they|(?:her|his|their)\s+\w+)\s|(?-i:[a-z])[a-z]+s\s+(?:the|an?|it|our|their|his|her|us|me)\s|{NAME}\s+(?!wants\b|works\b|suits\b)[a-z]+s\b)",
    re.IGNORECASE,
)
_ALONE = re.compile(r"\b(?:try|trying|retry|again|vm|lvm)\b", re.IGNORECASE)


def at_an_hour(
    clause: str, dates: Sequence[DateReading], kind: str, today: date, now: time | None = None
) -> Step | None:
    """`kind` is the meeting that the clause before spoke of. None for what is past, and where more is told beside it."""
    day = dates[0] if len(dates) == 1 else None
    if day is None or not ((day.on or day.choices) and day.at) or day.by or day.not_before or _is_over(day, today, now):
        return None
    beside = f"{clause[: day.start]} {clause[day.end :]}".strip()
    if _NO_STEP.search(beside) or _THEIR_ACT.match(beside) or clause_of(clause).kind is Kind.promise:
        return None
    named = _ANY_KIND.search(beside)
    if not (named or _THEY_TALK.search(beside) or _LITTLE_ELSE.match(beside)) or not (
        beside or kind or not day.on or day.on > today
    ):
        return None
    what = kind_of(" ".join(named["what"].lower().split())) if named else ""
    what = what or ("visit" if _ON_SITE.search(beside) else kind or "call")
    return step_of((what, not _ALONE.search(beside)), dates, clause, today)


def _is_over(day: DateReading, today: date, now: time | None) -> bool:
    return bool(day.on and (day.on < today or (day.on == today and now and day.at <= f"{now:%H:%M}")))
