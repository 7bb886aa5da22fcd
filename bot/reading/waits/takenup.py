"""They are taken up with something else until a day: "in Edinburgh until the 24th", "swamped til Fri", "audit thru 3/31".

What is open, valid or kept until a day is no absence, and a deadline is none either.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date, timedelta

from bot.phrases import base_verb
from bot.reading.calendar.datewords import DateReading, first_working_day
from bot.reading.naming.persons import is_person
from bot.reading.steps.meetings import TALKS
from bot.reading.waits.absence import Away
from bot.reading.words.bounds import ends_with_day
from bot.reading.words.leads import AND
from bot.reading.words.speech import NAME

# What keeps them busy and is none of ours.
_CHORE = r"(?:doing|running|prepping(?:\s+for)?|preparing(?:\s+for)?|closing|finishing|covering|on)\s+(?:the\s+|their\s+|his\s+|her\s+|an?\s+)?(?:inventory|stock\s?-?tak(?:e|ing)|(?:annual\s+|internal\s+)?audits?|year[\s-]?end|month[\s-]?end|quarter[\s-]?end|payroll|books|taxes|interviews|training|board\s+(?:deck|pack|meeting)|budgets?|harvest|nights|(?:night|late|early)\s+shifts?)"
_STATE = (
    r"(?:travel(?:l?ing|s)|on\s+the\s+road|abroad|overseas|unterwegs|unavailable|un-?reachable|offline|slammed|swamped|buried|drowning|snowed\s+under|busy|tied\s+up|booked(?:\s+(?:up|solid))?|flat\s+out|heads?[- ]down"
    r"|(?!(?:holding|staying|keeping|sitting|stopping|standing|waiting|sleeping|thinking|mulling|considering|deciding|comparing|evaluating|negotiating|offering|freezing|pausing|stalling|blocking|hoping|needing|wanting|having|being|doing|going|getting|using|taking|paying|running|working|collecting|gathering|accepting)\b)(?-i:[a-z]{2,}ing)(?:\s+(?:season|leave|trip|camp))?(?:\s+(?:in|at|on|near|around)\s+[\w'’&-]+(?:\s+[\w'’&-]+){0,2}?)?"
    rf"|{_CHORE}"
    r"|offshore|at\s+sea|out\s+at\s+sea|on\s+the\s+water|sick|ill|unwell|krank|malade|enferm[oa]|verreist|im\s+urlaub|en\s+cong[eé]s?|recovering|quarantined|fasting|on\s+jury\s+duty"
    r"|(?:has|have)\s+no\s+time|no\s+time|can['’]?t\s+(?:talk|speak|look\s+at\s+(?:it|this|anything))"
    r"|(?:in|at|on)\s+(?!(?:the\s+|her\s+|his\s+|their\s+)?(?:office|desk|work|town|contract|trial|pilot|lease|agreement|subscription|notice|hold|ice|fence|list|offer|sale|track|board|side|budget|term)\b)[\w'’&-]+(?:\s+[\w'’&-]+){0,4}?)"
    r"(?:\s+(?:with|in|on|by)\s+[\w'’&-]+(?:\s+[\w'’&-]+){0,3}?)?"
)
_OWN_CHORE = re.compile(rf"\b{_CHORE}$", re.IGNORECASE)
_TAKEN_UP = re.compile(
    rf"^(?:(?:and|but|then|so|sorry|also)\s+)*(?:(?P<who>she|he|they|{NAME})\s*|(?:(?:the|their|her|his|whole|entire|all)\s+)+(?:crew|team|office|staff|department|company|plant|guys)\s+)?(?:['’](?:s|re|ll\s+be)\s+|(?:is|are|will\s+be|ist|est|gets|getting|says\s+(?:she|he)['’]?s|said\s+(?:she|he)['’]?s|says\s+(?:she|he)\s+is)\s+)?"
    rf"(?:(?:also|now|still|currently|totally|really|so|completely|pretty)\s+)*{_STATE}$",
    re.IGNORECASE,
)
_SEASON = re.compile(
    r"^(?:(?:and|but|then|so|sorry|also)\s+)*(?:(?:it['’]?s|it\s+is|(?:there['’]?s|there\s+is|(?:she|he|they|we)(?:['’]ve|\s+ha(?:s|ve))?(?:\s+got)?)\s+an?|they['’]?re\s+in|in|plant|company|factory|total|the|their|her|his|our)\s+)*"
    r"(?:eid|ramadan|diwali|golden\s+week|lunar\s+new\s+year|chinese\s+new\s+year|cny|easter|carnival|fasching|passover|pesach|sukkot|christmas|half[- ]term|shut\s?-?down|inventory|stock\s?-?tak(?:e|ing)|audit|year[- ]end(?:\s+close)?"
    r"|quarter[- ]end(?:\s+close)?|month[- ]end|budget\s+season|black-?out(?:\s+period)?|quiet\s+period|(?:(?:spend(?:ing)?|budget|change|code|hiring|legal|vendor|contract|capex|it|purchasing|procurement|year[- ]end)\s+)?(?:freeze|lock(?:-?down)?|moratorium)|silence|harvest|peak(?:\s+season)?|strike|radio\s+silence|cone\s+of\s+silence|(?:rf[pqi]\s+)?(?:evaluation|tender|bidding|scoring)(?:\s+(?:period|phase|window))?|(?:all\s+)?(?:new\s+)?(?:(?:vendor|supplier)\s+onboarding|vendors?|spend(?:ing)?|budgets?|hiring|projects?|purchases?|purchasing|everything)\s+(?:(?:is|are)\s+)?(?:frozen|on\s+hold|locked|paused|stopped|closed)|(?:(?:office|shop|store|plant|site|factory|warehouse|clinic|school|kitchen|works)\s+(?:(?:is|are)\s+)?)?(?:closed|shut)(?:\s+down)?(?:\s+for\s+[\w'’]+)?)(?:\s+(?:runs|goes|lasts|is\s+on))?(?:\s+(?:there|season|period|time))?$",
    re.IGNORECASE,
)
_UNTIL = re.compile(
    r"\s*\b(?P<until>until|till?|thru|through|bis(?:\s+zum)?|jusqu['’]au|hasta(?:\s+el)?)(?P<event>(?:\s+(?:the\s+)?[\w'’-]+){0,3})$",
    re.IGNORECASE,
)
_UP_TO = re.compile(r"^(?:through|thru|bis|jusqu|hasta)", re.IGNORECASE)  # that day as well


_DOES = re.compile(r"(?:^|['’](?:s|re)\s+|\b(?:is|are|be|still|now|also)\s+)([a-z]+ing)\b", re.IGNORECASE)


def taken_up(clause: str, dates: Sequence[DateReading], people: Sequence[str]) -> Away | None:
    """They, and nobody else, until a sure day."""
    until = _until(clause, dates)
    found = _TAKEN_UP.match(until[0]) if until else None
    if until is None or found is None or _is_of_the_deal(until[0]):
        return None
    who = re.sub(r"['’]s$", "", found["who"] or "")
    is_named = who.lower() not in {"", "she", "he", "they"}
    return None if is_named and not is_person(who, people) else Away(until[1], who if is_named else "")


_WE_ARE = re.compile(r"^(?:sorry,?\s+)?(?:i|we)(?:['’](?:m|re)|\s+(?:am|are))\s+", re.IGNORECASE)


def busy_in_words(clause: str, dates: Sequence[DateReading], people: Sequence[str]) -> DateReading | None:
    """ "“heads down thru quarter end”": who says so is taken up until then."""
    lead = _WE_ARE.match(clause)
    by = lead.end() if lead else 0
    moved = [replace(day, start=day.start - by, end=day.end - by) for day in dates]
    away = taken_up(clause[by:], moved, people)
    return replace(dates[0], on=away.back_on, first_on=None, last_on=None, not_before=True) if away else None


_ALL_WEEK = re.compile(
    r"(?<=\S)(?:\s+(?:all(?:\s+of)?|for|(?:the\s+)?(?:whole|rest|most)(?:\s+of)?)(?=\s))?\s+(?:(?P<which>this|next)\s+|the\s+)?w(?:ee)?k[\s.!]*$",
    re.IGNORECASE,
)
_ALL = re.compile(r"\s(?:all|whole|rest|this|next)\s", re.IGNORECASE)


def away_all_week(clause: str, dates_in: Callable[[str], Sequence[DateReading]], people: Sequence[str]) -> Away | None:
    """ "on site in Leeds all week", "shut next week": as if "through" stood before it, and back on the Monday."""
    found = _ALL_WEEK.search(clause)
    if not found or not _ALL.search(found[0]):
        return None
    until = f"{clause[: found.start()]} through {found['which'] or 'this'} week"
    dates = dates_in(until)
    told = _until(until, dates)
    gone = taken_up(until, dates, people)
    if told is None or not (gone or _SEASON.match(told[0])):
        return None
    since = dates[0].first_on if (found["which"] or "").lower() == "next" else None
    return replace(gone or Away(told[1]), back_on=first_working_day(told[1]), since=since)


# "no calls during launch (3/16-3/27)": nothing to be asked of them on those days.
_NOT_DURING = re.compile(
    rf"{AND}(?:(?:she|he|they|{NAME})\s+(?:says?|said|wants?)\s+)?(?:no\s+(?:calls?|contact|visits?|meetings?|mtgs?|e-?mails?|vendors?)|(?:do\s?n['’]?t|do\s+not|not\s+to|can['’]?t)\s+(?:call|ring|phone|chase|contact|meet|talk|visit|bother|bug)(?:\s+(?:her|him|them|me|us))?)(?:\s+(?:during|over|in|between|from|on|while)(?:\s+[\w'’-]+){{0,4}})?[\s(]*$",
    re.IGNORECASE,
)


def _is_of_the_deal(state: str) -> bool:
    """ "she's testing til Mon": at work on ours, and so is whatever a rep would have them do."""
    found = None if _OWN_CHORE.search(state) else _DOES.search(state)
    return found is not None and (base_verb(found[1]) is not None or bool(_OF_THE_DEAL.search(state)))


# "fishing in Alaska", "at a fair", "visits family in Hanoi": beside a range of days, whatever it is, and nothing of ours.
_PLACED = r"(?:in|at|on|near|around|through|across|with)\s+(?:(?:the|a|an|her|his|their)\s+)?[\w'’&-]+(?:\s+(?!(?:and|to)\b)[\w'’&-]+){0,3}"
_SOMEWHERE = re.compile(
    rf"{AND}(?P<who>she|he|they|{NAME})(?:['’](?:s|re|ll\s+be)|\s+(?:is|are|will\s+be))?(?:\s+(?:also|now|off|away|out|back))*\s+(?:{_PLACED}|(?P<does>[a-z]{{3,}}(?:ing|s))(?:\s+(?!(?:the|our|my|it|this|that|them|us|me|a|an|her|his|their|in|at|on|with|to|by|for|from)\b)[a-z]+)?(?:\s+{_PLACED})+|[a-z]{{3,}}ing(?:\s+(?:the\s+)?[a-z]+)?)(?:\s+(?:from|between))?$",
    re.IGNORECASE,
)
_OF_THE_DEAL = re.compile(
    rf"\b(?:us|me|our|my|it|this|pilot|trial|trialing|testing|reviewing|evaluating|installing|piloting|sending|signing|deciding)\b|\b{TALKS}\b",
    re.IGNORECASE,
)


def somewhere(clause: str, dates: Sequence[DateReading], people: Sequence[str]) -> Away | None:
    """ "he's fishing in Alaska aug 3-14"."""
    day = dates[0] if len(dates) == 1 else None
    if day is None or not day.spans or day.by or not ends_with_day(clause, day.end):
        return None
    first, last = day.first_on or day.on, day.last_on or day.on
    before = clause[: day.start].strip(" ,")
    if first and last and _NOT_DURING.match(before):
        return Away(last + timedelta(days=1), since=first)
    found = None if _OF_THE_DEAL.search(before) else _SOMEWHERE.match(before)
    if not found or first is None or last is None:
        return None
    who = found["who"]
    is_named = who.lower() not in {"she", "he", "they"}
    if is_named and not is_person(who, people):
        return None
    return Away(last + timedelta(days=1), who if is_named else "", since=first)


def quiet_until(clause: str, dates: Sequence[DateReading]) -> DateReading | None:
    """A season or a freeze in which nothing happens there."""
    until = _until(clause, dates)
    if until is None or not _SEASON.match(until[0]):
        return None
    return replace(dates[0], on=until[1], first_on=None, last_on=None, not_before=True)


def _until(clause: str, dates: Sequence[DateReading]) -> tuple[str, date] | None:
    """ "audit thru 3/31" -> ("audit", 1 April)."""
    if len(dates) != 1 or not ends_with_day(clause, dates[0].end) or "?" in clause:
        return None
    day = dates[0]
    word = re.match(r"\w+", day.text)
    is_until = bool(word and _UNTIL.match(word[0]))
    found = _UNTIL.search(f"{clause[: day.start].rstrip()}{f' {word[0]}' if is_until and word else ''}")
    on = day.first_on or day.on
    if not found or on is None:
        return None
    if _UP_TO.match(found["until"]):
        on = (day.last_on or day.on or on) + timedelta(days=1)
    return clause[: found.start()].strip(" ,"), on
