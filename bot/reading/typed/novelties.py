"""A new thing in one line: what it is, what kind, and perhaps from which day until which.

`case study: how Harbour cut mis-picks by a third`, `price: new seat price from 1 June until 30 June`.
"""

import re
from dataclasses import dataclass
from datetime import date

from bot.model import Novelty
from bot.reading.calendar.datewords import DateReading
from bot.reading.typed.typeddates import typed_date
from bot.reading.words.bounds import LONGEST_CLAUSE

_KINDS = (
    (Novelty.case, r"case(?:s|\s+stud(?:y|ies))?|reference|customer\s+story|story"),
    (Novelty.event, r"events?|webinar|open\s+day|workshop|fair"),
    (Novelty.price, r"prices?|pricing|offer"),
    (Novelty.news, r"news|new|release|feature"),
)
_KIND = re.compile(
    rf"^(?:{'|'.join(f'(?P<{kind}>{words})' for kind, words in _KINDS)})\s*(?::|\s[-–]\s)\s*(?P<what>.+)$",
    re.IGNORECASE | re.DOTALL,
)
_UNTIL = re.compile(r"[\s,;]+(?:valid\s+)?(?:until|till|til|through|up to|to)\s+(?=\S)", re.IGNORECASE)
_FROM = re.compile(r"[\s,;]+(?:valid\s+)?(?:from|starting|as of|since)\s+(?=\S)", re.IGNORECASE)
_ON = re.compile(r"(?:,|\s+on\b)\s*(?=\S)", re.IGNORECASE)


@dataclass(frozen=True)
class NoveltyReading:
    kind: Novelty
    text: str
    first_on: date | None = None
    until_on: date | None = None
    asked: DateReading | None = None  # a day that cannot be taken as it is: unclear, or none at all
    before: str = ""  # what stands before that day
    after: str = ""  # and what behind it


def read_novelty(text: str, today: date, *, day_first: bool = True) -> NoveltyReading | None:
    """The thing; None when the line does not say of which kind it is."""
    line = " ".join(text.split())
    found = _KIND.match(line) if len(line) <= LONGEST_CLAUSE else None
    if found is None:
        return None
    kind = next(kind for kind in Novelty if found[kind.value])
    what, until, mark = _cut(found["what"], _UNTIL, today, day_first=day_first)
    if until is None and kind is Novelty.event:
        what, until, mark = _cut(what, _ON, today, day_first=day_first)
    if until and until.on is None:
        return NoveltyReading(kind, what, asked=until, before=f"{kind}: {what}{mark}")
    what, first, mark = _cut(what, _FROM, today, day_first=day_first)
    if first and first.on is None:
        end = f" until {until.on.isoformat()}" if until and until.on else ""
        return NoveltyReading(kind, what, asked=first, before=f"{kind}: {what}{mark}", after=end)
    begins = (first.first_on or first.on) if first else None
    return NoveltyReading(kind, what.strip(" ,;."), begins, until.on if until else None)


def _cut(text: str, mark: re.Pattern[str], today: date, *, day_first: bool) -> tuple[str, DateReading | None, str]:
    """(what stands before the last mark, the day behind it, the mark), when nothing but a day stands there."""
    for found in reversed(list(mark.finditer(text))):
        tail = text[found.end() :].strip(" .")
        day = typed_date(tail, today, day_first=day_first)
        if day and (day.choices or day.problem or (day.start == 0 and day.end >= len(tail))):
            return text[: found.start()], day, found[0]
    return text, None, ""
