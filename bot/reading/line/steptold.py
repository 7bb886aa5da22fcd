"""What a clause tells of the next step: agreed, planned, wished for, moved or off; or of a promise that gets another day."""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from bot.model import Outcome, Side
from bot.reading.calendar.datewords import FRIDAY, DateReading
from bot.reading.dates import find_dates
from bot.reading.line.heard import Heard, dates_in, to_come
from bot.reading.line.promisetold import take_promise
from bot.reading.line.whichstep import is_sooner, named_apart, of_its_kind, they_gather
from bot.reading.outcome.happened import outcomes_in
from bot.reading.people.introduced import names_another, told_there
from bot.reading.promises.moving import moved_thing, owed_later
from bot.reading.steps.appointments import agreed_step, bare_step
from bot.reading.steps.booked import purpose
from bot.reading.steps.diary import diary_step
from bot.reading.steps.meetings import signed_up
from bot.reading.steps.purposes import without_purpose
from bot.reading.steps.solong import spoken_for
from bot.reading.steps.stepbeside import step_beside
from bot.reading.steps.steps import Dropped, Step, dropped_step, moved_step, wished_step

_HOUR_OF_IT = re.compile(
    r"^(?:(?:still|again|now|same\s+(?:slot|time)|at|around|starts?|starting|from)\s*)*$", re.IGNORECASE
)


# "wants new terms by Friday, kickoff 1 July": when they hope to begin, and no meeting.
_BEGINS = re.compile(r"(?:kick-?off|install|go-?live|launch|trial|training|onboarding)", re.IGNORECASE)
_TRIED = re.compile(
    r"^(?:(?:i|we|and|then)\s+)*(?:rang|called|tried|phoned|dialled|dialed|buzzed)\b.*\d", re.IGNORECASE
)
_TRIES = frozenset(
    {Outcome.no_answer, Outcome.busy, Outcome.left_voicemail, Outcome.left_message, Outcome.wrong_number}
)
_ANEW = re.compile(r"\b(?:again|back|cb|later|retry|next|will)\b", re.IGNORECASE)


# "I'm to call 30 March": what I was told to do, and no plan of mine alone.
_I_AM_TO = re.compile(r"\bi(?:['’]?m|\s+am)\s+(?:supposed\s+|meant\s+|due\s+)?to\b", re.IGNORECASE)
_BOOK_ANEW = re.compile(
    r"^(?:(?:and|but|so|then|i|we|will|to|need|have)\s+)*(?:re-?book|re-?schedule|re-?arrange)\b", re.IGNORECASE
)  # of who did not come: nobody has agreed yet
# "call again 11 Jan", without an hour: noted for ourselves, as "call again in January" is.
_CALL_AGAIN = re.compile(
    r"^(?:(?:and|but|then|so)\s+)*(?:call|ring|phone)\s+(?:(?:her|him|them)\s+)?again\b(?!.*\b(?:me|us)\b)",
    re.IGNORECASE,
)


def tells_step(heard: Heard, clause: str, typed: str, dates: Sequence[DateReading]) -> bool:
    if not dates and (_is_its_hour(heard, clause) or _is_its_purpose(heard, clause)):
        return True
    ways = dict.fromkeys((without_purpose(clause, dates), clause))
    if any(_is_noted(heard, way, typed, dates) or _tells(heard, way, typed, dates) for way in ways):
        return True
    return _is_told_there(heard, clause, typed) if dates else False


def _is_told_there(heard: Heard, clause: str, typed: str) -> bool:
    """ "his assistant Kim says call Thursday at three": so we call then, and nobody whom we wanted has agreed."""
    told, before = told_there(clause), heard.step
    is_read = bool(told) and _tells(heard, told, typed, dates_in(told, heard.day))
    if heard.step and heard.step is not before:
        heard.step = replace(heard.step, agreed=False, is_plan=True)
    return is_read


def _is_noted(heard: Heard, clause: str, typed: str, dates: Sequence[DateReading]) -> bool:
    """Whether they gather without us: no step of ours."""
    if not dates or not they_gather(clause, heard.notes[-1] if heard.notes else ""):
        return False
    heard.notes.append(typed)
    return True


# "trying 617-555-0316 tmrw 9am": the number is whom we call.
_DIALS = re.compile(
    r"(?<=\b)(?P<verb>try|trying|call|calling|ring|ringing|phone|dial)(?P<number>\s+(?:(?:her|his|their|the)\s+(?:cell|mobile|phone|desk|new\s+number|number|line)\s+)?\+?\(?\d[\d\s().-]{5,}\d)(?=\s)",
    re.IGNORECASE,
)


def _undialled(clause: str) -> str:
    """With blanks in the place of the number: every day stands where it stood."""
    return _DIALS.sub(lambda found: found["verb"] + " " * len(found["number"]), clause)


def _tells(heard: Heard, clause: str, typed: str, dates: Sequence[DateReading]) -> bool:
    clause = _undialled(clause)
    clause = spoken_for(clause) if any(day.on and day.on > heard.day.today for day in dates[-1:]) else clause
    dates = _days_or_hours(heard, clause, dates)
    dropped = dropped_step(clause, dates, heard.people)
    step = (
        None
        if dropped
        else moved_step(
            clause,
            dates,
            alone=heard.is_first
            or heard.is_missed
            or bool(heard.dropped or heard.named_kind)
            or any(day.at for day in dates),
        )
    )
    if isinstance(step, Dropped):
        dropped, step = step, None
    step = step or (None if dropped else wished_step(clause, dates) or agreed_step(clause, dates, heard.day.today))
    step = of_its_kind(heard, _as_ours(step, typed)) if step else None
    if step and heard.is_missed and _BOOK_ANEW.match(typed):
        step = replace(step, agreed=False, is_plan=True)
    if step and step.is_moved and not step.what:
        step = replace(step, what=heard.dropped.what if heard.dropped else heard.named_kind)
    if step is None and not (dropped or heard.step):
        step = bare_step(clause, dates, heard.awaiting or heard.named_kind or signed_up(heard.said), heard.day.today)
        step = step or diary_step(clause, dates, heard.awaiting, heard.day.today)
    if step and heard.wants and _BEGINS.match(step.what) and not step.date.at:
        heard.notes.append(typed)
        return True
    if dropped:
        heard.dropped = heard.dropped or dropped
    elif step and step.date.on is None:
        heard.unsure_step = heard.unsure_step or step
    elif step and (heard.step is None or not heard.step.agreed):
        heard.step = step
        _brings(heard, clause, step, typed)
    else:
        beside = step_beside(clause, dates, heard.day.today)
        is_first = is_sooner(step or beside or named_apart(clause, dates, heard), heard)
        return not beside and (is_first or _is_moved(heard, clause, typed, dates))
    is_whole = step and step.what and step.agreed and step.date.on and not names_another(typed)
    if dropped or (step and not is_whole):
        heard.notes.append(typed)
    return True


def _as_ours(step: Step, typed: str) -> Step:
    """Whether we alone set it, as far as the words typed tell."""
    if step.is_plan and _I_AM_TO.search(typed):
        return replace(step, agreed=True, is_plan=False)
    is_plan = bool(_CALL_AGAIN.match(typed)) and not step.date.at
    return replace(step, agreed=False, is_plan=True) if is_plan else step


def _brings(heard: Heard, clause: str, step: Step, typed: str) -> None:
    """ "I'll call her Fri with it": what they asked for is ready by then."""
    thing = heard.wish.brought(clause.replace(step.date.text, " "))
    if thing:
        act = f"I will have {thing} ready {step.date.text}"
        take_promise(heard, act, Side.ours, dates_in(act, heard.day), typed)


def _days_or_hours(heard: Heard, clause: str, dates: Sequence[DateReading]) -> Sequence[DateReading]:
    """ "rang at 9am, 11am, 2pm", "vm for Kenji, 8am his time": hours at which nobody answered are none."""
    if dates:
        return dates
    found = hours_in(heard, clause)
    is_only_hour = not _beside(clause, found[0]) if len(found) == 1 else not clause.strip(" ,.0123456789:apm")
    is_of_a_try = not _ANEW.search(clause) and not _TRIES.isdisjoint(outcomes_in(clause))
    has_tried, heard.has_tried_at = heard.has_tried_at and is_only_hour, False
    heard.has_tried_at = has_tried or is_of_a_try or bool(_TRIED.match(clause))
    return () if has_tried or is_of_a_try else found


_THEN = re.compile(r"\bthen\b(?!\s+(?:i|we|she|he|they)\b)", re.IGNORECASE)


_THEM = re.compile(r"\b(?:her|him|them)\b", re.IGNORECASE)


def _back_at_work(heard: Heard, clause: str) -> date | None:
    """ "out til 3/20, calling her at 10": on the day on which they are back, and not tomorrow; "calling Tom" is another's."""
    away = heard.away
    if away is None or away.since:
        return None
    if not _THEM.search(clause) and not (away.who and away.who.lower() in clause.lower()):
        return None
    return away.back_on + timedelta(days=7 - away.back_on.weekday() if away.back_on.weekday() > FRIDAY else 0)


def hours_in(heard: Heard, clause: str) -> tuple[DateReading, ...]:
    """A time alone is a day only where they speak: "call back 4ish". Behind a day that was named it is of that day."""
    if heard.day.now is None:
        return ()
    found = to_come(find_dates(clause, heard.day.today, day_first=heard.day.day_first, now=heard.day.now), heard.day)
    back = _back_at_work(heard, clause)
    if back and found:
        return tuple(replace(one, on=max(one.on or back, back), choices=()) for one in found if one.at)
    day = heard.named_last
    if day and day.on and _THEN.search(clause):
        return tuple(replace(one, on=day.on, choices=()) for one in found if one.at)
    if day is None or not (day.on or day.choices) or day.by or day.first_on or day.at:
        return found
    return tuple(replace(one, on=day.on, choices=day.choices) for one in found if one.at)


def _is_its_hour(heard: Heard, clause: str) -> bool:
    """ "demo moved to the 24th, still 2pm"."""
    step = heard.step or heard.unsure_step
    if step is None or step.date.at or step.date.first_on or heard.day.now is None:
        return False
    found = find_dates(clause, heard.day.today, day_first=heard.day.day_first, now=heard.day.now)
    found = found or _spoken_hour(heard, step.date.text, clause)
    if len(found) != 1 or not found[0].at or found[0].by or not _HOUR_OF_IT.match(_beside(clause, found[0])):
        return False
    timed = replace(step, date=replace(step.date, at=found[0].at, zone=found[0].zone, about=found[0].about))
    heard.step, heard.unsure_step = (timed, heard.unsure_step) if heard.step else (None, timed)
    return True


def _is_its_purpose(heard: Heard, clause: str) -> bool:
    """ "gave us Sun 10am, to present to the fleet managers"."""
    step, kind = heard.step, purpose(clause)
    if not kind or step is None or not step.agreed or step.what != "call":
        return False
    heard.step = replace(step, what=kind)
    return True


def _spoken_hour(heard: Heard, day: str, clause: str) -> tuple[DateReading, ...]:
    """ "Tuesday week, half two": what is an hour only behind its day."""
    said = find_dates(f"{day} {clause}", heard.day.today, day_first=heard.day.day_first, now=heard.day.now)
    is_hour = len(said) == 1 and said[0].at and said[0].end == len(f"{day} {clause}")
    return (replace(said[0], start=0, end=len(clause)),) if is_hour else ()


def _beside(clause: str, reading: DateReading) -> str:
    return f"{clause[: reading.start]} {clause[reading.end :]}".strip(" ,.!()")


def _is_moved(heard: Heard, clause: str, typed: str, dates: Sequence[DateReading]) -> bool:
    moved = moved_thing(clause, dates)
    if not moved:
        return False
    if not moved.thing and heard.promises and heard.promises[-1].due is None:
        return False  # it is the day of what the line has just promised
    owed = owed_later(moved)
    if owed and not heard.promises:
        heard.is_again = True
        take_promise(heard, *owed, dates_in(owed[0], heard.day), typed)
        return True
    theirs = [at for at, made in enumerate(heard.promises) if made.side is Side.theirs]
    if not moved.thing and len(theirs) == 1:
        heard.promises[theirs[0]] = replace(heard.promises[theirs[0]], due=moved.day)
    else:
        heard.moved.append(moved)
    heard.notes.append(typed)
    return True
