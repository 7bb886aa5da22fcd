"""What a clause tells of the next step: agreed, planned, wished for, moved or off; or of a promise that gets another day."""

import re
from collections.abc import Sequence
from dataclasses import replace

from bot.model import Side
from bot.reading.calendar.datewords import DateReading
from bot.reading.grammar.others import has_them_ring
from bot.reading.line.heard import Heard, dates_in
from bot.reading.line.hourstold import days_or_hours, is_its_hour
from bot.reading.line.promisetold import take_promise
from bot.reading.line.whichstep import is_sooner, named_apart, of_its_kind, they_gather, they_put_off
from bot.reading.naming.persons import known_as
from bot.reading.people.introduced import names_another, told_there
from bot.reading.promises.moving import moved_thing, owed_later
from bot.reading.steps.appointments import agreed_step, bare_step, step_of
from bot.reading.steps.booked import purpose
from bot.reading.steps.diary import diary_step, step_then
from bot.reading.steps.hourtaken import is_offered, says_yes, takes, we_say_yes
from bot.reading.steps.meetings import signed_up
from bot.reading.steps.occasions import moved_occasion
from bot.reading.steps.purposes import without_purpose
from bot.reading.steps.solong import spoken_for
from bot.reading.steps.stepbeside import step_beside
from bot.reading.steps.steps import Dropped, Step, dropped_step, moved_step
from bot.reading.steps.wished import wished_step
from bot.reading.words.bounds import ends_with_day
from bot.reading.words.speech import NAME

# "wants new terms by Friday, kickoff 1 July": when they hope to begin, and no meeting.
_BEGINS = re.compile(r"(?:kick-?off|install|go-?live|launch|trial|training|onboarding)", re.IGNORECASE)


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


# "demo 24 March if her boss agrees": nobody has agreed to it yet.
_HANGS = re.compile(
    r"(?:\s+\d{1,2}(?=\s))?[\s,(]+(?:but\s+)?(?:only\s+)?(?:if|provided|assuming|as\s+long\s+as|pending|subject\s+to)\s+(?!(?:nothing|not|no|silent|quiet|still|needed|possible|poss)\b)\w|\s*(?:is|['’]s)\s+(?:still\s+|only\s+)?(?:an?\s+)?(?:maybe|perhaps|tentative|iffy)\b",
    re.IGNORECASE,
)


# "demo Fri fell through", "call Fri is a maybe"; "maybe lunch Fri", "should I demo Fri?": off, or still open.
_IS_OFF = re.compile(r"\s*(?:(?:has\s+|have\s+)?f[ea]ll(?:s|en|ing)?\s+(?:thr(?:u|ough)|apart)|(?:is\s+|was\s+)?(?:not|n['’]?t|no\s+longer|isn['’]?t)\s+(?:happening|going\s+ahead|on(?=\s*$))|won['’]?t\s+(?:happen|work)|did\s?n['’]?t\s+(?:happen|work)|is\s+a\s+no(?:-?go)?\b)", re.IGNORECASE)  # fmt: skip
_IS_OPEN = re.compile(r"(?:and\s+|but\s+|so\s+)*(?:maybe|perhaps|possibly|(?:should|shall|could|can)\s+(?:i|we)\b)", re.IGNORECASE)  # fmt: skip

_ASKER = re.compile(NAME)


# "says no to the demo Fri", "turned down the 2pm call": what they will not come to is no step.
_TURNS_DOWN = re.compile(
    r"\b(?:no\s+to|turn(?:s|ed|ing)?\s+down|declin(?:es?|ed|ing)|refus(?:es?|ed|ing)|reject(?:s|ed|ing)?)\s+(?:(?:the|our|a|my|any|this|that)\s|(?:mon|tue|wed|thu|fri|sat|sun))",
    re.IGNORECASE,
)


def tells_step(heard: Heard, clause: str, typed: str, dates: Sequence[DateReading]) -> bool:
    if dates and (_TURNS_DOWN.search(clause) or _IS_OFF.match(clause[dates[-1].end :])):
        return False
    if not dates and (
        is_its_hour(heard, clause)
        or _is_its_purpose(heard, clause)
        or _is_agreed_now(heard, clause, typed)
        or _is_then(heard, clause)
    ):
        return True
    ways, before = dict.fromkeys((without_purpose(clause, dates), clause)), heard.step
    if any(_is_noted(heard, way, typed, dates) or _tells(heard, way, typed, dates) for way in ways):
        behind = clause[dates[-1].end :] if dates else ""
        is_open = _HANGS.match(behind) or _IS_OPEN.match(clause)
        if heard.step and heard.step is not before and dates and is_open:
            heard.step = replace(heard.step, agreed=False)
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
    gathers = bool(dates) and they_gather(clause, heard.notes[-1] if heard.notes else "")
    if not gathers and not (dates and _sits_later(heard, clause, dates)):
        return False
    heard.notes.append(typed)
    return True


def _sits_later(heard: Heard, clause: str, dates: Sequence[DateReading]) -> bool:
    """ "said the board tabled it, next meeting is 4/21": what they said of the board; nothing happens before."""
    if dates[0].at or not they_put_off(clause, heard.said):
        return False
    heard.not_before = heard.not_before or replace(dates[0], not_before=True)
    heard.hold = heard.hold or f"they said “{heard.said}”"
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
    dates = days_or_hours(heard, clause, dates)
    told = _told(heard, clause, typed, dates)
    if isinstance(told, Step) and not told.agreed:
        told = replace(told, offered=typed if is_offered(typed.partition(told.date.text)[0], told.date) else "")
    if isinstance(told, Dropped):
        heard.dropped = heard.dropped or told
    elif told and heard.wants and _BEGINS.match(told.what) and not told.date.at:
        heard.notes.append(typed)
        return True
    elif told and told.date.on is None:
        heard.unsure_step = heard.unsure_step or told
    elif told and (heard.step is None or not heard.step.agreed):
        heard.step = told
        _brings(heard, clause, told, typed)
    else:
        return _is_another(heard, clause, typed, dates, told)
    if not (isinstance(told, Step) and _is_whole(told, typed)):
        heard.notes.append(typed)
    return True


def _told(heard: Heard, clause: str, typed: str, dates: Sequence[DateReading]) -> Step | Dropped | None:
    alone, is_off = _may_move(heard, dates), heard.dropped is not None
    told = (
        dropped_step(clause, dates, heard.people)
        or moved_step(clause, dates, alone=alone, is_off=is_off)
        or moved_occasion(clause, dates)
        or wished_step(clause, dates)
        or agreed_step(clause, dates, heard.day.today)
    )
    if isinstance(told, Step):
        return _of_the_line(heard, told, typed)
    return told or (None if heard.step or _is_any_number(heard, typed) else _untold(heard, clause, dates))


_NOT_THAT = re.compile(r"\d\s?(?:[ap]m?)?\s+(?:and\s+)?(?:not|instead\s+of|rather\s+than)\s", re.IGNORECASE)


def _is_any_number(heard: Heard, typed: str) -> bool:
    """ "10 not 12", where the line has told no talk that it could be the hour of."""
    return bool(_NOT_THAT.search(typed)) and not (heard.step or heard.awaiting or heard.named_kind)


def _may_move(heard: Heard, dates: Sequence[DateReading]) -> bool:
    """Whether "postponed until Mon", which names no step, tells of one."""
    is_clear = heard.is_first or heard.is_missed or heard.dropped or heard.named_kind
    return bool(is_clear) or any(day.at for day in dates)


def _of_the_line(heard: Heard, step: Step, typed: str) -> Step:
    """Of what kind it is, and who set it, by what the line has told before."""
    step = of_its_kind(heard, _as_ours(step, typed))
    if heard.is_missed and _BOOK_ANEW.match(typed):
        step = replace(step, agreed=False, is_plan=True)
    if step.is_moved and not step.what:
        step = replace(step, what=heard.dropped.what if heard.dropped else heard.named_kind)
    return step


def _untold(heard: Heard, clause: str, dates: Sequence[DateReading]) -> Step | None:
    """ "Thu 3pm": no word says what is then."""
    if len(dates) == 1 and has_them_ring(clause):
        return step_of(("call", False), dates, clause, heard.day.today)
    kind = heard.awaiting or heard.named_kind or signed_up(heard.said)
    if kind and len(dates) == 1 and takes(clause[: dates[0].start]) and ends_with_day(clause, dates[0].end):
        return step_of((kind, True), dates, clause, heard.day.today)
    bare = bare_step(clause, dates, kind, heard.day.today)
    return bare or diary_step(clause, dates, heard.awaiting, heard.day.today)


def _is_another(heard: Heard, clause: str, typed: str, dates: Sequence[DateReading], step: Step | None) -> bool:
    """Behind a step that is agreed: one that comes before it, or another day for something."""
    beside = step_beside(clause, dates, heard.day.today)
    apart = None if _is_any_number(heard, typed) else named_apart(clause, dates, heard)
    is_first = is_sooner(step or beside or apart, heard)
    return not beside and (is_first or _is_moved(heard, clause, typed, dates))


def _is_whole(step: Step, typed: str) -> bool:
    """Whether the step says all that was typed."""
    return bool(step.what and step.agreed and step.date.on and not names_another(typed))


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


def _is_agreed_now(heard: Heard, clause: str, typed: str) -> bool:
    """ "he's fine w it", of the hour that was named to him."""
    step = heard.step
    if step is None or step.agreed or step.date.by:
        return False
    if not (step.offered and says_yes(clause, step.offered, heard.people)) and not (
        _is_asked_for(heard, step) and we_say_yes(typed)
    ):
        return False
    heard.step = replace(step, what=step.what or "call", agreed=True, is_plan=False)
    heard.notes.append(typed)
    return True


def _is_asked_for(heard: Heard, step: Step) -> bool:
    """Whether the clause right before asked for that hour, and none did whom we do not know there."""
    named = _ASKER.match(step.raw)
    is_theirs = bool(step.date.at) and not (step.is_plan or step.offered or _HANGS.search(step.raw))
    return is_theirs and heard.is_new_step and not (named and not known_as(named[0], heard.people))


def _is_then(heard: Heard, clause: str) -> bool:
    """ "fine w/ Thurs the 26th, tasting then": what is on the day that they have just agreed to."""
    before = heard.step.raw if heard.step else heard.notes[-1] if heard.notes else ""
    step = step_then(clause, before, dates_in(before, heard.day), heard.day.today) if before else None
    if not step or (heard.step and heard.step.what != "call"):
        return False
    heard.step = step
    return True


def _is_its_purpose(heard: Heard, clause: str) -> bool:
    """ "gave us Sun 10am, to present to the fleet managers"."""
    step, kind = heard.step, purpose(clause)
    if not kind or step is None or not step.agreed or step.what != "call":
        return False
    heard.step = replace(step, what=kind)
    return True


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
