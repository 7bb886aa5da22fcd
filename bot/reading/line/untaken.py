"""A clause with a day that no rule took: put in its plain order it is read once more, then by its grammar alone.

Where neither says whose it is, nothing is: a silent misreading is worse than a note.
"""

from collections.abc import Sequence
from datetime import date, timedelta

from bot.model import Side
from bot.phrasenames import with_names
from bot.reading.calendar.datewords import DateReading
from bot.reading.days.dayslast import day_last, plain_signs
from bot.reading.grammar.clauses import Kind, clause_of
from bot.reading.grammar.duties import duty
from bot.reading.grammar.firmness import is_negated
from bot.reading.line.heard import Day, dates_in
from bot.reading.line.openly import openly
from bot.reading.line.promisetold import planned
from bot.reading.people.smallnames import named
from bot.reading.promises.bygrammar import comes_over, ends_up_with, to_do, wanted_soon, we_promised
from bot.reading.telegraph.telegraph import in_full
from bot.reading.words.bounds import ends_with_day

_SOON = timedelta(weeks=3)  # what they want for a later day, they want for good and not from our desk


def untaken(clause: str, day: Day) -> tuple[str, Side] | None:
    """The sentence that was meant, and who promises in it."""
    form = plain_signs(clause)
    form = named(day_last(form, dates_in(form, day)), day.people)
    form = with_names(form, [person.split()[0] for person in day.people if person.strip()])
    dates = dates_in(form, day)
    last = dates[-1] if dates else None
    if last is None or last.not_before or not (last.on or last.choices) or "?" in form or is_negated(form):
        return None
    again = _told(_plain(form, dates, day), day) if form != clause else None
    if again or not ends_with_day(form, last.end):
        return again
    return _told(_by_grammar(form[: last.start].strip(" ,."), f" {form[last.start :].strip()}", last, day.today), day)


def _plain(form: str, dates: Sequence[DateReading], day: Day) -> str:
    meant = in_full(form, dates)
    return duty(meant, dates_in(meant, day)) or meant


def _told(meant: str, day: Day) -> tuple[str, Side] | None:
    what = clause_of(meant)
    what = what if what.kind is Kind.promise else planned(meant, dates_in(meant, day)) or what
    return (meant, what.side) if what.kind is Kind.promise and what.side else None


def _by_grammar(bare: str, when: str, last: DateReading, today: date) -> str:
    rules = (to_do, comes_over, ends_up_with, we_promised)
    meant = next((told for rule in rules if (told := rule(bare, when))), "")
    is_soon = last.first_on is None and (last.on or last.choices[-1]) - today <= _SOON
    wanted = wanted_soon(bare, when) if is_soon and last.by else ""
    return meant or wanted or openly(bare, when, is_soon=is_soon)
