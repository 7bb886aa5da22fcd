"""The day of a call that is told later: "yesterday: no answer", "left vm 3 days ago". What is not surely one is today's."""

import re
from datetime import date, timedelta

from bot.reading.calendar.datespelling import TYPED_WEEKDAY
from bot.reading.calendar.datewords import DAYS, NUMBER, count_of
from bot.reading.dates import find_dates
from bot.reading.words.bounds import LONGEST_CLAUSE

_LONGEST_AGO = 31  # days
_TOLD_LATE = 330  # days in which a date in the past has one reading
_PAST = (
    r"(?P<past>yesterday(?:\s+(?:morning|afternoon|evening|night))?|last\s+night|(?:the\s+)?day\s+before\s+yesterday"
    rf"|{NUMBER}\s+(?P<unit>days?|weeks?)\s+ago|last\s+{TYPED_WEEKDAY})"
)
_CONTACT = (
    r"(?:(?:i|we)\s+)?(?:spoke|talked|chatted|met|called|rang|phoned|tried|visited|saw|had\s+a\s+(?:call|chat|meeting)|lvm|lm|vm|gvm|na|busy"
    r"|left\s+(?:a\s+)?(?:vm|voice\s?mail|msg|message|word)|no\s+(?:answer|reply)|did\s?n['’]?t\s+(?:reach|pick)|could\s?n['’]?t\s+reach)\b"
)
_AT_HEAD = re.compile(rf"^\s*(?:on\s+)?{_PAST}\s*(?::|\s[-–—]\s)\s*(?P<rest>\S.*)$", re.IGNORECASE | re.DOTALL)
_VERB_AFTER = re.compile(rf"^\s*{_PAST}[\s,]+(?P<rest>{_CONTACT}.*)$", re.IGNORECASE | re.DOTALL)
_AT_END = re.compile(
    rf"^\s*(?P<before>{_CONTACT}[^,;.\n]{{0,60}}?)(?<!since)(?<!about)\s+{_PAST}(?=\s*(?:[,;.\n]|and\b|but\b|$))(?P<rest>.*)$",
    re.IGNORECASE | re.DOTALL,
)
_DATED = re.compile(r"^\s*(?P<day>[^:]{3,25}?\d[^:]{0,12}?|\d[^:]{2,25}?)\s*:\s+(?P<rest>\S.*)$", re.DOTALL)
# "call 11/26 11:50pm, he signs Tue": of what is told the day and the hour, and then what was said
_OF_A_CALL = re.compile(
    rf"^\s*(?P<kind>(?:(?:had|did|our|the|a|quick|last|good|great|short|long|nice|phone)\s+)*(?:call|chat|convo|talk|meeting|mtg|demo|visit|lunch|zoom|teams))\s+(?:on\s+|from\s+|of\s+)?(?:{_PAST}|(?P<day>\d{{1,2}}[/.]\d{{1,2}}\.?|\d{{1,2}}\.?\s+[a-z]{{3,9}}|[a-z]{{3,9}}\s+\d{{1,2}}))(?:,?\s+(?:at\s+)?\d{{1,2}}(?:[:.]\d\d)?\s*(?:[ap]m?)?)?(?P<mark>\s*[,;:]|\s+[-–—])\s+(?P<rest>\S.*)$",
    re.IGNORECASE | re.DOTALL,
)
# "spoke on 1 Nov, he said wait": told in the past with its date, however long ago
_ON_A_DATE = re.compile(
    r"^\s*(?P<before>(?:(?:i|we)\s+)?(?:spoke|talked|chatted|met|visited|saw|had\s+a\s+(?:call|chat|meeting))\b[^,;.:\n]{0,60}?)(?<!since)(?<!about)(?<!for)\s+(?:on\s+)?(?:the\s+)?"
    r"(?P<day>\d{1,2}[/.]\d{1,2}\.?|\d{1,2}(?:st|nd|rd|th)?\.?\s+(?:of\s+)?[a-z]{3,9}|[a-z]{3,9}\s+\d{1,2}(?:st|nd|rd|th)?)(?=\s*(?:[,;:\n]|\.\s|and\b|but\b|$))(?!\s*,\s*\d)(?P<rest>.*)$",
    re.IGNORECASE | re.DOTALL,
)
_TODAY = re.compile(r"\b(?:today|just\s+now|this\s+(?:morning|afternoon|evening)|tonight)\b", re.IGNORECASE)
_AND_TODAY = re.compile(r"[,;.]\s*(?:and\s+|but\s+|then\s+)*today\b", re.IGNORECASE)  # two calls in one line
_BEHIND = re.compile(rf"^(?P<who>.+?)[\s,]+(?:on\s+)?{_PAST}$", re.IGNORECASE)

_FIRST = re.compile(rf"^(?:on\s+)?{_PAST}[\s,]+(?:with\s+|at\s+)?(?P<who>\S.*)$", re.IGNORECASE)


def call_day(rest: str, today: date, *, day_first: bool) -> tuple[date | None, str]:
    """(the day, what is left of the line); None when the call is today's, or when that is not sure."""
    found = _AT_HEAD.match(rest)
    if found and not _AND_TODAY.search(rest):
        return _kept(_day_of(found, today), found["rest"], rest, today)
    found = _VERB_AFTER.match(rest) or _AT_END.match(rest)
    if found and not _TODAY.search(rest):
        before = found.groupdict().get("before") or ""
        return _kept(_day_of(found, today), f"{before}{found['rest']}", rest, today)
    told = _ON_A_DATE.match(rest)
    on = _date_in(told["day"], today, day_first=day_first, ago=_TOLD_LATE) if told else None
    if told and on and not _TODAY.search(rest):
        return on, f"{told['before']}{told['rest']}"
    of_call = _OF_A_CALL.match(rest)
    if of_call and not _TODAY.search(rest):
        on = _date_in(of_call["day"], today, day_first=day_first) if of_call["day"] else _day_of(of_call, today)
        return _kept(on, f"{of_call['kind']}, {of_call['rest']}", rest, today)
    dated = _DATED.match(rest)
    day = _date_in(dated["day"], today, day_first=day_first) if dated else None
    return _kept(day, dated["rest"] if dated else rest, rest, today)


def day_behind(who: str, today: date, *, day_first: bool) -> tuple[str, str] | None:
    """ "Pennington yesterday" -> ("Pennington", "yesterday"): a deal and the day of its call."""
    if len(who) > LONGEST_CLAUSE:
        return None
    found = _BEHIND.match(who)
    if found:
        return found["who"], found["past"]
    for day in find_dates(who, today - timedelta(days=_LONGEST_AGO), day_first=day_first):
        if day.start and day.end == len(who) and _date_in(day.text, today, day_first=day_first):
            return who[: day.start].strip(" ,"), day.text
    return None


def day_before(who: str) -> tuple[str, str] | None:
    """ "yesterday Pennington" -> ("Pennington", "yesterday")."""
    found = _FIRST.match(who) if len(who) <= LONGEST_CLAUSE else None
    return (found["who"], found["past"]) if found else None


def day_ago(text: str, today: date) -> date | None:
    """ "yesterday", "two weeks ago", "last Tue", when that is all there is."""
    found = re.fullmatch(_PAST, text, re.IGNORECASE)
    return _day_of(found, today) if found else None


def _kept(day: date | None, left: str, rest: str, today: date) -> tuple[date | None, str]:
    """Only the last month: what is older, or still to come, stays in the line."""
    return (day, left) if day and 0 < (today - day).days <= _LONGEST_AGO else (None, rest)


def _day_of(found: re.Match[str], today: date) -> date:
    past = " ".join(found["past"].lower().split())
    if found["unit"]:
        return today - timedelta(days=count_of(found["number"]) * (7 if found["unit"].lower().startswith("w") else 1))
    if found["weekday"]:
        return today - timedelta(days=(today.weekday() - DAYS.index(found["weekday"][:3].lower())) % 7 or 7)
    return today - timedelta(days=2 if past.endswith("before yesterday") else 1)


def _date_in(text: str, today: date, *, day_first: bool, ago: int = _LONGEST_AGO) -> date | None:
    """A written date of the last month, or of so many days; a weekday alone may be the coming one, and is none."""
    typed = re.sub(r"^on\s+", "", text.strip(), flags=re.IGNORECASE)
    bases = (today - timedelta(days=ago), today - timedelta(days=ago - 1))
    found = {_whole(typed, base, day_first=day_first) for base in bases} if re.search(r"\d", typed) else {None}
    on = found.pop()
    return on if on and on < today and not found else None  # "in 3 days" is another day from another day


def _whole(typed: str, today: date, *, day_first: bool) -> date | None:
    found = find_dates(typed, today, day_first=day_first)
    return found[0].on if len(found) == 1 and found[0].start == 0 and found[0].end == len(typed) else None
