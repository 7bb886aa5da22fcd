"""They are away: "out till 8/12", "on leave until Monday", "back on 4 Jan". Of the person we deal with, and nobody else."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from bot.reading.calendar.datewords import FRIDAY, DateReading, first_working_day
from bot.reading.dates import find_dates
from bot.reading.naming.persons import is_person
from bot.reading.words.daynames import WEEKDAY
from bot.reading.words.speech import NAME

_A_WEEK = timedelta(days=7)
_WEEK = re.compile(r"^(?:this|next|the)\s+(?:whole\s+)?week$", re.IGNORECASE)
_ALL_OF = re.compile(r"(?:\s+(?:all(?:\s+of)?|for|(?:the\s+)?(?:whole|rest|most)(?:\s+of)?))+\s*$", re.IGNORECASE)
_LONGEST = timedelta(days=120)  # of two readings of "8/12", one beyond this is not meant
_LEAVE = r"(?:(?:annual|sick|parental|maternity|paternity|mat|pat)\s+leave|(?<=on\s)(?:maternity|paternity)|(?<=on\s)(?:mat|pat)(?=\s*$))"
_THROUGH_WORDS = r"(?:(?:up\s+)?to|until|till?)\s+and\s+including|(?:up\s+)?to|through|thru"  # that day is one of them
_BREAK = r"(?:(?:an?|the|her|his|their)\s+)?(?:(?:easter|spring|summer|winter|christmas|xmas|half-?\s?term|short|long)\s+)?break"
_AWAY = re.compile(
    rf"^(?:(?:and|but|then|so|sorry)\s+)*(?:(?P<who>she|he|they|(?:mr|mrs|ms|dr)\b\.?(?=\s+(?:is|was|will|on|out|away|off|back)\b)|{NAME})(?:\s+[a-z]\.?(?=\s))?\s*)?(?:['’](?:s|re|ll\s+be)\s+|^(?:is|are|will\s+be)\s+|(?<=\s)(?:is|are|will\s+be|comes|gets|goes|going|is\s+going|starts)\s+)?"
    rf"(?:(?:also|now|still|currently)\s+)?(?:(?:out(?:\s+of\s+(?:the\s+)?office)?|away|off(?:\s+sick)?|(?:out|off)\s+(?:with|w/)\s+(?:an?\s+|the\s+|his\s+|her\s+)?(?:(?:bad|sick|broken|sore|pulled|high|sprained)\s+)?(?:flu|colds?|covid|corona|fever|back|migraines?|stomach(?:\s+bug)?|bug|knee|leg|arm|hip|shoulder|ankle|foot|wrist|neck|tooth|throat|kids?|child|baby|virus|bronchitis|pneumonia|surgery|injury|illness|norovirus|shingles|sciatica)|oo[of]|(?:on\s+)?{_LEAVE}"
    rf"|on\s+(?:leave|holidays?|vacation|hols|pto|ferie|urlaub|cong[eé]s?|semester|sabbatical|{_BREAK}))(?:[\s,]+(?:and\s+)?(?P<lead>back|returns?|returning|{_THROUGH_WORDS})(?:\s+(?:on|in))?)?"
    r"|(?P<back>(?:back|in\s+again|(?:will\s+|['’]ll\s+)?returns?|(?:is\s+|['’]s\s+)?returning)(?:\s+(?:on|in|at\s+work|to\s+work|to\s+(?:the\s+)?office|in\s+(?:the\s+)?office|from\s+(?:(?:leave|holidays?|vacation|hols|pto)|(?(who)(?!(?:legal|finance|counsel|procurement|us|me|her|his|their|the)\b)[\w'’-]+|(?!))(?=\s*$))))*))$",
    re.IGNORECASE,
)
_TO = re.compile(
    r"^[\s,(]*(?:(?P<until>until|till?|and\s+(?:is\s+)?back|back)(?:\s+on)?\s+|(?:to|through|thru|-|–)(?:\s+on)?\s+|[-–])",
    re.IGNORECASE,
)
_AND = re.compile(r"^[\s,]*(?:and|&|\+)\s+", re.IGNORECASE)
_BETWEEN = re.compile(r"^between\s+(\S.*?)\s+and\s+(?=\S)", re.IGNORECASE)
_FROM = re.compile(r"\s+(?:from|between|starting|as\s+of)\s*$", re.IGNORECASE)
_BEGINS = re.compile(r"^(?:from|starting|beginning|as\s+of)\b", re.IGNORECASE)
_LONG = r"(?P<long>[\w ]{1,12}\s(?:days?|wks?|weeks?|months?))"
_FOR = re.compile(rf"^for\s+(?:the\s+next\s+)?{_LONG}$", re.IGNORECASE)
_LONG_FROM = re.compile(rf"^{_LONG}\s+from\s+(?=\S)", re.IGNORECASE)
_IS_BACK = re.compile(r"\b(?:back|returns?|returning)(?:\s+in)?$", re.IGNORECASE)
_UNSAID_FOR = re.compile(r"\s+for\s*$", re.IGNORECASE)
_BEFORE_THAT = re.compile(
    r"\s+before\s+(?:she|he|they|that|then|(?:her|his|their)\s+(?:leave|holidays?|vacation|trip))(?:['’](?:s|re))?(?:\s+(?:leaves?|goes?|go|is\s+(?:off|away|out|gone)|are\s+(?:off|away|out|gone)|off|away))*$",
    re.IGNORECASE,
)
_THROUGH = re.compile(rf"^(?:{_THROUGH_WORDS})\b", re.IGNORECASE)
_UNTIL = re.compile(r"^(?:until|till|til)\b", re.IGNORECASE)
_UNTIL_DAY = re.compile(r"\b(?:until|till?)\b", re.IGNORECASE)
_WEEKDAY = re.compile(rf"^\W*{WEEKDAY}$", re.IGNORECASE)


_NUMBER = re.compile(r"^(?:(?:on|the|until|till?|back|and|is)\s+)*(?P<day>\d{1,2})(?:st|nd|rd|th)$", re.IGNORECASE)
_TO_BACK = re.compile(r"^(?:(?:on|until|till?|back|and|is)\s+)*", re.IGNORECASE)
_SINCE = re.compile(r"\s+(?:in|from|on|starting|as\s+of)$", re.IGNORECASE)
_TWO_MONTHS = [timedelta(days=one) for one in range(62)]


_IS_BACK_AND = re.compile(
    r"(?P<back>(?:(?:^|\s)(?:is|are)|['’](?:s|re))\s+back(?:\s+(?:from|at|in|to)\s+(?:(?:the|her|his|their)\s+)?\w+)?(?:\s+(?:now|already|again|today))*)\s+and\s+(?!forth\b)(?=\w)",
    re.IGNORECASE,
)
_NOBODY_NAMED = frozenset(
    {"", "she", "he", "they", "mr", "mrs", "ms", "dr"}
)  # a title alone is left of a name that was found


@dataclass(frozen=True)
class Away:
    """`back_on` is the first day on which they can be reached."""

    back_on: date
    who: str = ""
    since: date | None = None  # the day on which it begins; None: they are away already
    is_return: bool = False  # the day of their return was told beside the days of the absence


def away(clause: str, dates: Sequence[DateReading], people: Sequence[str], *, day_first: bool) -> Away | None:
    """Their absence, when the day is sure; None when it is not, or when somebody else is away."""
    span = _span(clause, dates, day_first=day_first) or _so_long(clause, dates)
    if span:
        first, clause, dates = span
        found_away = away(clause, dates, people, day_first=day_first)
        return replace(found_away, since=first) if found_away else None
    if len(dates) != 1:
        return None
    day = _likely(dates[0], day_first=day_first)
    if day.spans:
        return _away_for(clause, day, people, day_first=day_first)
    that_week = _that_week(clause, day, people, day_first=day_first)
    if that_week:
        return that_week
    found = _AWAY.match(clause[: day.start].strip(" ,"))
    on = day.first_on or day.on
    if not found or on is None:
        return None
    lead = (found["lead"] or "").lower()
    who = re.sub(r"['’]s$", "", found["who"] or "")
    is_named = who.lower().strip(".") not in _NOBODY_NAMED
    if is_named and not is_person(who, people):
        return None
    if _THROUGH.match(lead) or _THROUGH.match(day.text):
        return Away((day.last_on or day.on or on) + timedelta(days=1), who if is_named else "")
    if lead or found["back"] or _UNTIL.match(day.text):
        return Away(on, who if is_named else "")
    return None


def days_away(when: str, today: date, *, day_first: bool) -> Away | None:
    """What stands behind "away", of them as of a member: "from 7 to 11 May", "Monday-Friday", "through Friday", "until Friday"."""
    clause = "they are away " + _BETWEEN.sub(r"from \1 to ", when)
    return away(clause, find_dates(clause, today, day_first=day_first), (), day_first=day_first)


def for_so_long(when: str) -> str:
    """ "for two weeks" -> "in two weeks": the day on which they are back; empty when it says something else."""
    found = _FOR.match(when)
    return f"in {found['long']}" if found else ""


def is_only_begun(when: str) -> bool:
    """ "from February": until when is not said."""
    return bool(_BEGINS.match(when))


def _away_for(clause: str, day: DateReading, people: Sequence[str], *, day_first: bool) -> Away | None:
    """ "on leave 16 - 24 March": as if "through" stood between them, or the "until" that does."""
    lead = "until" if _UNTIL_DAY.search(day.text) else "through"
    until = f"{clause[: day.start].strip(' ,')} {lead}"
    back = replace(
        day, start=len(until) - len(lead), end=len(until), text=lead, first_on=None, on=day.last_on, spans=False
    )
    found = away(until, (back,), people, day_first=day_first)
    return replace(found, since=day.first_on) if found else None


def _that_week(clause: str, day: DateReading, people: Sequence[str], *, day_first: bool) -> Away | None:
    """ "out all next week": as if "through" stood before it, and back on the Monday; "back next week" is a return."""
    before = _ALL_OF.sub("", clause[: day.start]).rstrip(" ,")
    told = _AWAY.match(before) if _WEEK.match(day.text) and not clause[day.end :].strip(" .!") else None
    if told is None or told["lead"] or told["back"] or day.last_on is None:
        return None
    week = replace(day, start=len(before) + 1, end=len(before) + 8, text="through", on=day.last_on, first_on=None)
    found = away(f"{before} through", (week,), people, day_first=day_first)
    monday = day.last_on + timedelta(days=7 - day.last_on.weekday())
    return replace(found, back_on=monday, since=day.first_on) if found else None


def _span(
    clause: str, dates: Sequence[DateReading], *, day_first: bool
) -> tuple[date, str, tuple[DateReading, ...]] | None:
    """ "on leave from Monday until 27 March" -> (Monday, "on leave until 27 March", its day)."""
    if len(dates) != 2:  # noqa: PLR2004 - from and until
        return None
    behind = clause[dates[0].end :]
    to = _TO.match(behind)
    if not to and not _AND.fullmatch(clause[dates[0].end : dates[1].start]):
        return None
    first, last = _in_order(*(_likely(day, day_first=day_first) for day in dates))
    begins = first.on or min(
        first.choices, default=None
    )  # of two days the earlier: from then on nobody is sure to reach them
    if begins is None or clause[last.end :].strip(" .)"):
        return None
    last = first_from(last, (first.last_on or begins)) if first.spans or last.on == begins else last
    if not to and last.on != first_working_day(begins + timedelta(days=1)):
        return None  # "off Mon and Fri" is back between them
    before = _FROM.sub("", clause[: first.start]).rstrip(" ,")
    lead = "until" if (to and to["until"]) or _UNTIL_DAY.match(last.text) else "through"
    until = replace(
        last,
        start=len(before) + 1,
        text=f"{lead} {clause[last.start : last.end] if not to else _TO.sub('', behind).strip()}",
    )
    return begins, f"{before} {until.text}", (replace(until, end=len(before) + 1 + len(until.text)),)


def _so_long(clause: str, dates: Sequence[DateReading]) -> tuple[date, str, tuple[DateReading, ...]] | None:
    """The same of "off from Mon for 2 wks", "off for 2 wks from Mon"."""
    day = dates[0] if len(dates) == 1 else None
    if day is None or day.on is None:
        return None
    before, behind = clause[: day.start].rstrip(" ,"), clause[day.end :].strip(" ,")
    turned = None if _IS_BACK.search(before) else _LONG_FROM.match(day.text)
    long = f"in {turned['long']}" if turned else for_so_long(behind)
    later = next((found.on for found in find_dates(long, day.on) if found.on), None)
    if later is None:
        return None
    since, back = (day.on - (later - day.on), day.on) if turned else (day.on, later)
    before = _UNSAID_FOR.sub("", before)
    return since, f"{before} until", (replace(day, text="until", on=back, start=len(before) + 1, end=len(before) + 6),)


def _in_order(first: DateReading, last: DateReading) -> tuple[DateReading, DateReading]:
    """ "from Monday to Wednesday", said on a Thursday: the Wednesday behind it. Of two first days, the one before the last."""
    if last.on and not first.on:
        before = [day for day in first.choices if day < last.on]
        return (replace(first, on=before[0]) if len(before) == 1 else first), last
    if first.on and last.on and last.on <= first.on and _WEEKDAY.match(_TO_BACK.sub("", last.text)):
        return first, replace(last, on=last.on + _A_WEEK)
    return first, last


def first_from(day: DateReading, first: date) -> DateReading:
    """ "the 18th", "Monday": the first such day from then on; any other day stays."""
    number, weekday = _NUMBER.match(day.text), _WEEKDAY.match(_TO_BACK.sub("", day.text))
    if weekday and day.on:
        on = first + timedelta(days=(day.on.weekday() - first.weekday()) % 7)
    elif number:
        at = int(number["day"])
        on = next((one for one in map(first.__add__, _TWO_MONTHS) if one.day == at), first)
    else:
        return day
    return day if day.on and day.on >= on else replace(day, on=on, choices=())


def leaving(clause: str, dates: Sequence[DateReading]) -> date | None:
    """ "out from Jan 4", "away in January": since when, where nothing tells until when."""
    day = dates[0] if len(dates) == 1 else None
    is_told = day and _AWAY.match(_SINCE.sub("", clause[: day.start].strip(" ,")))
    return (day.first_on or day.on) if day and is_told else None


def back_from(absent: Away, before: Away | None, left: date | None, today: date) -> Away:
    """ "back the 18th" ends the absence that the clause before told: who is away, and since when, stays."""
    since = before.since if before else left if left and left > today else None
    who = absent.who or (before.who if before else "")
    return replace(absent, since=absent.since or since, who=who, is_return=True)


def before_leaving(clause: str, since: date | None, today: date) -> str:
    """ "sends the po before she leaves": by the working day before it."""
    found = _BEFORE_THAT.search(clause)
    if not found or since is None or since <= today:
        return clause
    last = since - timedelta(days=1)
    last -= timedelta(days=max(0, last.weekday() - FRIDAY))
    return f"{clause[: found.start()]} by {last.day} {last:%B} {last.year}"


def return_apart(text: str) -> str:
    """ "is back from leave and signs on the 9th": two clauses, of which the day is the second's."""
    return _IS_BACK_AND.sub(r"\g<back>, ", text)


def speaks_of_absence(clause: str, dates: Sequence[DateReading]) -> bool:
    """Whether somebody or something is said to be away until a day: "Server off until April"."""
    return bool(dates) and bool(_AWAY.match(clause[: dates[0].start].strip(" ,")))


def is_of_somebody(said: str, dates: Sequence[DateReading], people: Sequence[str]) -> bool:
    """ "Simone's on vacation": where somebody there is, by whomever it is told; no word on the deal."""
    found = _AWAY.match((said[: dates[0].start] if dates else said).strip(" ,."))
    who = re.sub(r"['’]s$", "", (found["who"] or "") if found else "")
    return who.lower().strip(".") not in _NOBODY_NAMED and is_person(who, people)


def _likely(day: DateReading, *, day_first: bool) -> DateReading:
    """ "8/12" in the member's own order, when the other reading is too far off for an absence."""
    number = re.search(r"(\d+)/(\d+)", day.text)
    if day.on or not number or len(day.choices) < 2:  # noqa: PLR2004
        return day
    near, far = day.choices[0], day.choices[-1]
    written = (int(number[1]), int(number[2]))
    ours = written == ((near.day, near.month) if day_first else (near.month, near.day))
    return replace(day, on=near) if ours and far - near > _LONGEST else day
