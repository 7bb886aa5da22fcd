"""A day that has been, behind a name: "Acme on 1 March", "Acme last Monday", "Acme two weeks ago", "Acme in February"."""

import re
from collections.abc import Iterator
from datetime import date, timedelta

from dateutil.relativedelta import relativedelta

from bot.reading.calendar.datespelling import month_in_english
from bot.reading.calendar.datewords import MONTHS, NUMBER, count_of
from bot.reading.dates import find_dates
from bot.reading.days.callday import day_ago
from bot.reading.words.bounds import LONGEST_CLAUSE
from bot.reading.words.leads import AND
from bot.reading.words.openverbs import is_past
from bot.reading.words.speech import MONTH

_LEAD = re.compile(
    r"^(?:back\s+)?(?:(?:on|at|in|by|as\s+of|during)\s+)?(?:the\s+end\s+of\s+|end\s+of\s+)?", re.IGNORECASE
)
_MONTH = re.compile(r"^(?P<month>[^\W\d_]{3,10})\.?(?:\s+(?P<year>20\d\d))?$")
_LAST = re.compile(rf"^(?:last\s+(?P<last>week|month|quarter|year)|{NUMBER}\s+months?\s+ago)$", re.IGNORECASE)
_MOST_WORDS = 6  # of a day
_A_YEAR = timedelta(days=365)

_BACK_THEN = re.compile(
    rf"{AND}(?:way\s+)?back\s+in\s+(?:the\s+)?(?:(?:early|mid|late)[\s-]+)?(?:{MONTH}|q[1-4]|20\d\d|spring|summer|autumn|fall|winter|day)\b[\s,]+(?=(?:i|we|she|he|they|(?:the|his|her|their|our)\s+[\w'’-]+|[^\W\d_][\w'’-]*(?:\s+(?-i:[A-Z])[\w'’-]+)?)\s+(?P<verb>[a-z]+)\b)",
    re.IGNORECASE,
)


def without_back_then(clause: str) -> str:
    """ "back in jan Joe promised the plan": what has been is told without its day, and no day to come is meant."""
    found = _BACK_THEN.match(clause)
    return clause[found.end() :] if found and is_past(found["verb"]) else clause


def past_day(text: str, today: date, *, day_first: bool = True) -> date | None:
    """The newest day before today that these words name, and nothing else; of a period its last day that has been."""
    said = _LEAD.sub("", " ".join(text.split()))
    named = day_ago(said, today) or _period(said, today)
    if named:
        return named
    if not re.search(r"\d", said):
        return None  # a weekday alone is the coming one
    found = find_dates(said, today - _A_YEAR, day_first=day_first)
    if len(found) != 1 or found[0].start or found[0].end != len(said) or found[0].on is None:
        return None
    begins = found[0].first_on or found[0].on
    return min(found[0].on, today - timedelta(days=1)) if begins < today else None


def _period(said: str, today: date) -> date | None:
    """The last day of a month, or of the week, month, quarter or year before this one."""
    found = _MONTH.match(said)
    month = month_in_english(found["month"]) if found else ""
    if found and month:
        number = MONTHS.index(month) + 1
        year = int(found["year"]) if found["year"] else today.year - (number >= today.month)
        return _end_of_month(date(year, number, 1)) if date(year, number, 1) < today.replace(day=1) else None
    found = _LAST.match(said)
    if not found:
        return None
    if found["number"]:
        return today - relativedelta(months=count_of(found["number"]))
    firsts = {
        "week": today - timedelta(days=today.weekday()),
        "month": today.replace(day=1),
        "quarter": date(today.year, (today.month - 1) // 3 * 3 + 1, 1),
        "year": date(today.year, 1, 1),
    }
    return firsts[found["last"].lower()] - timedelta(days=1)


def _end_of_month(first: date) -> date:
    return first + relativedelta(months=1, days=-1)


def is_month_alone(words: str) -> bool:
    """ "March", without "in" and without a year: behind half a name it is the other half."""
    return bool(month_in_english(words))


def name_and_past_day(text: str, today: date, *, day_first: bool = True) -> tuple[str, date] | None:
    """("Acme", 1 March) of "Acme on 1 March"; None when no such day stands at the end."""
    for name, words in _splits(text):
        day = past_day(words, today, day_first=day_first)
        if day:
            return name, day
    return None


def _splits(text: str) -> Iterator[tuple[str, str]]:
    """The longest day first."""
    words = text[:LONGEST_CLAUSE].split()
    for start in range(max(1, len(words) - _MOST_WORDS), len(words)):
        yield " ".join(words[:start]).strip(" ,"), " ".join(words[start:])
