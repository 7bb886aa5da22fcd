"""A form's field of promises: each line or clause is one of that side, and what is none is said beside the field."""

import re
from dataclasses import replace
from datetime import date

from bot.model import Side
from bot.reading.calendar.datewords import DateReading
from bot.reading.grammar.firmness import is_conditional, is_negated
from bot.reading.line.heard import Day, dates_in, was_before
from bot.reading.people.shorthand import spelled
from bot.reading.promises.promised import Promised, promised
from bot.reading.words.bounds import LONGEST_CLAUSE, LONGEST_LINE, MOST_CLAUSES
from bot.reading.words.slips import written_out
from bot.reading.words.speech import clauses_of

_NEGATED_AT = 40  # characters in which a clause says that it will not be
_NOTHING = re.compile(r"^(?:\w+\s+)?(?:(?:will|['’]ll)\s+)?\w+\s+nothing\b", re.IGNORECASE)


def read_promises(text: str, side: Side, today: date, day_first: bool = True) -> tuple[Promised, ...]:  # noqa: FBT001, FBT002 - as the member writes dates
    """A form's field: each line or clause is one promise of that side, with or without its subject."""
    day = Day(today, day_first)
    clauses = clauses_of(text[: LONGEST_LINE + 1])
    if len(text) > LONGEST_LINE or len(clauses) > MOST_CLAUSES:
        problem = f"That is more than I can read. Keep it under {MOST_CLAUSES} promises."
        return (Promised(side, text, DateReading(problem=problem), soft=False, raw=text),)
    return tuple(_field_promise(spelled(written_out(clause)), side, day) for clause in clauses)


def _field_promise(clause: str, side: Side, day: Day) -> Promised:
    """What a line would not take for a promise is none in a field either, and said beside it."""
    if len(clause) > LONGEST_CLAUSE:
        problem = f"“{clause[:40].strip()}…” is too long for one promise."
        return Promised(side, clause, DateReading(problem=problem), soft=False, raw=clause)
    made = promised(clause, side, dates_in(clause, day))
    problem = ""
    if is_conditional(clause):
        problem = f"“{clause}” hangs on an “if”. Type it under what they said."
    elif is_negated(clause[:_NEGATED_AT]) or _NOTHING.match(clause):
        problem = f"“{clause}” promises nothing. Type it under what they said."
    elif made.due is None and was_before(clause, day):
        problem = f"“{clause}” names a day that is past."
    return replace(made, due=DateReading(problem=problem)) if problem else made
