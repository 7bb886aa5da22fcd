"""A day that stands where no rule looks for it: in front of the clause, or as the end of a period told in a sentence.

"By Friday, she will file it" is due on Friday, "before the month is out" by the end of the month.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date

from bot.reading.calendar.countrules import on_from
from bot.reading.calendar.datewords import DateReading, count_of, first_working_day, last_working_day
from bot.reading.words.speech import NAME

_PERIOD_ENDS = re.compile(
    r"\bbefore\s+(?:the|this)\s+(?P<unit>week|month|quarter|year)(?:['’]s|\s+is|\s+runs|\s+goes)?\s+(?:out|over|up|ends|end|done|through)\b",
    re.IGNORECASE,
)
_WITHIN_IT = re.compile(
    r"\b(?:within|inside)\s+(?:of\s+)?(?:the|this)\s+(?P<unit>week|wk|month|quarter|year)(?=[\s.!]*$)", re.IGNORECASE
)
_ACTS = re.compile(rf"^(?:i|we|she|he|they|{NAME}|(?:the|our|my|her|his|their)\s+[a-z])(?:['’]\w+)?\b", re.IGNORECASE)
# "Fiona sends comments 19/3, we reply within 2 days": from then on, where counted from today it would be before.
_WE_ANSWER_IN = re.compile(
    r"^(?P<act>(?:(?:and|then|so|but)\s+)*(?:i|we)(?:['’]ll|\s+will)?\s+(?:then\s+)?(?:reply|answer|respond|review|turn|mark|sign|countersign|price|quote|revert|(?:come|get)\s+back)\b.{0,40}?)\s+(?:with)?in\s+(?P<number>\d{1,2}|an?|one|two|three|four|five)\s+(?P<unit>(?:(?:working|business|biz)\s+)?(?:days?|weeks?|wks?))[\s.!]*$",
    re.IGNORECASE,
)


def from_their_day(clause: str, theirs: DateReading | None, today: date) -> str:
    """`theirs` is the day of what they have just promised: what would answer it earlier is meant to follow it so long, on a day on which we work."""
    found = _WE_ANSWER_IN.match(clause) if theirs and theirs.on else None
    if found is None or theirs is None or theirs.on is None:
        return clause
    many, unit = count_of(found["number"]), found["unit"]
    if last_working_day(on_from(today, many, unit)) > theirs.on:
        return clause
    ends = on_from(theirs.on, many, unit)
    on = last_working_day(ends) if last_working_day(ends) > theirs.on else first_working_day(ends)
    return f"{found['act']} by {on.day} {on:%B} {on.year}"


def period_named(clause: str) -> str:
    clause = _WITHIN_IT.sub(r"by the end of the \g<unit>", clause)
    return _PERIOD_ENDS.sub(r"by the end of the \g<unit>", clause) if "before" in clause.lower() else clause


def with_their_day(
    clauses: Iterable[str], is_promise: Callable[[str], bool], dates_in: Callable[[str], Sequence[DateReading]]
) -> Iterator[str]:
    """ "By Friday", "she will send the form": the day in front belongs to what follows, unless what was before waits for one."""
    undated, day = "", ""  # what the clause before left without a day, and the day that stands in front
    for clause in clauses:
        whole = clause
        if day:
            is_its = not dates_in(clause) and _ACTS.match(clause) and is_promise(clause)
            whole = f"{clause} {day}" if is_its else clause
            if not is_its:
                yield day
            day = ""
        elif _is_day(clause, dates_in(clause)) and not (undated and is_promise(undated)):
            day = clause
            continue
        undated = "" if dates_in(whole) else whole
        yield whole
    if day:
        yield day


def _is_day(clause: str, dates: Sequence[DateReading]) -> bool:
    """A day and nothing else; with its hour it is an appointment."""
    if len(dates) != 1 or not (dates[0].on or dates[0].choices) or dates[0].not_before:
        return False
    rest = f"{clause[: dates[0].start]}{clause[dates[0].end :]}".strip(" .,!").lower()
    return rest in {"", "on"} and (dates[0].by or not dates[0].at)
