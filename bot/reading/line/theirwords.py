"""What their own quoted words ask for take on: "call my cell Mon 7:30", "redlines by the 20th", "not now, ask us again in May"."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

from bot.model import Side
from bot.reading.calendar.datewords import DateReading
from bot.reading.grammar.agents import ROLES
from bot.reading.grammar.clauses import Kind, clause_of
from bot.reading.grammar.firmness import is_conditional, is_hedged
from bot.reading.languages.otherlanguages import in_english, is_foreign
from bot.reading.line.callline import Line
from bot.reading.line.heard import dates_in
from bot.reading.line.hourstold import hours_in
from bot.reading.line.promisetold import in_a_week
from bot.reading.line.whichstep import they_gather, they_sit_next
from bot.reading.outcome.rangoff import time_as_call
from bot.reading.people.shorthand import spelled
from bot.reading.promises.promised import Promised, promised, says_nothing
from bot.reading.promises.toyou import for_us, with_us
from bot.reading.steps.appointments import agreed_step
from bot.reading.steps.steps import Step
from bot.reading.steps.wished import wished_step
from bot.reading.telegraph.telegraph import in_full
from bot.reading.waits.holding import asks_to_wait, postpones, wait
from bot.reading.waits.ownevents import is_own_event
from bot.reading.waits.takenup import busy_in_words, quiet_until
from bot.reading.waits.waiting import (
    after_event,
    asked_then,
    asks_until_event,
    busy_until,
    decides_after,
    is_beginning,
    is_how_things_are,
    puts_off,
    waits_for,
    with_that_day,
)
from bot.reading.words.bounds import LONGEST_CLAUSE
from bot.reading.words.marks import with_its_day
from bot.reading.words.slips import written_out
from bot.reading.words.speech import first_clauses

_CALLS = re.compile(
    r"^(?:(?:i['’]?ll|i\s+will|will|pls|please|can|gonna|can\s+you)\s+)*(?:call|ring|phone|cb|buzz|try)\b",
    re.IGNORECASE,
)
_TALK_THEN = re.compile(
    r"(?P<asks>(?:(?:so|and|but|please|pls|best|just)\s+)*(?:let['’]?s\s+)?(?:call|ring|phone|try|ask|ping|contact|talk|speak|reach|come|check|circle|get|touch|look|(?P<hit>hit))\b[^,;]{0,30}?)\s+(?:then|(?P<after>after(?:wards?|\s+that)?))$",
    re.IGNORECASE,
)
_BEFORE_IT = re.compile(r"^(?:not\s+)?(?:before|until|till?)\s+", re.IGNORECASE)  # "no money before July, try me then"
_WEEKS = timedelta(weeks=3)
_ONLY_A_DAY = re.compile(
    r"^(?:(?:yes|ok|sure|sorry|inshallah|insha['’]?allah|promise|i\s+promise|promised|for\s+sure|definitely|at\s+the\s+latest|latest|it['’]?ll\s+be|make\s+it|by|will\s+do|now)[\s,.!]*)*$",
    re.IGNORECASE,
)
_TAKES_ON = re.compile(
    r"^(?:(?:yes|ok|sure|and|but|so)[\s,]+)*(?:(?:i|we)(?:['’]ll|\s+will|\s+am\s+going\s+to|['’]m\s+going\s+to|['’]re\s+going\s+to)\b|we\s+(?:both\s+|all\s+)?(?:(?:sign|countersign|pay|decide|approve)\b(?=\s+\S)|(?:send|give|get|bring|return|forward|e-?mail|mail)\s+(?:you|u)\b))",
    re.IGNORECASE,
)


# Acts that bring a deal on; "we'll stick with what we have" is none.
_BRINGS_ON = re.compile(
    r"(?:send|share|forward|ask|check|chase|sign|countersign|review|push|introduce|intro|bring|draft|prepare|fill|pay|order|approve|confirm|escalate|nudge|present|show|circulate|loop|set\s+up|book|schedule|put\s+(?:it|this|you|us)|sort\s+(?:it|this|that)|run\s+it)\b",
    re.IGNORECASE,
)


# "“talk to me once the budget opens”. July 1": when that is.
_THAT_IS = re.compile(
    r"(?:(?:so|that['’]?s|that\s+is|which\s+is|i\.?e\.?|meaning|=|(?:theirs|it|that|which|(?:the|their|her|his)\s+(?:new\s+)?(?:fy|fiscal\s+(?:year|yr)|year|yr|quarter|budget(?:\s+(?:year|cycle))?|season))\s+(?:starts?|begins?|opens?|kicks\s+off|is|runs)|say|about|around|from|after|in|on|prob(?:ably)?)[\s,:]*)*"
    r"(?:\([^()]{1,40}\))?[\s.!]*",
    re.IGNORECASE,
)


def day_beside(line: Line) -> DateReading | None:
    """The day of what they want to wait for, where the line tells nothing else of it."""
    theirs = [one for one in line.promises if one.side is Side.theirs]
    if (
        line.step
        or theirs
        or line.not_before
        or not any(asks_until_event(one) or waits_for(one) for one in first_clauses(line.said))
    ):
        return None
    told = [(note, found[0]) for note in line.notes if len(found := dates_in(note, line.day)) == 1]
    named = [day for note, day in told if _THAT_IS.fullmatch(_beside(note, day)) and not (day.by or day.at)]
    if len(told) != 1 or len(named) != 1 or not (named[0].first_on or named[0].on):
        return None
    if not any(map(asks_until_event, first_clauses(line.said))):
        line.hold = f"they said “{line.said}”"
    return replace(named[0], on=named[0].first_on or named[0].on, not_before=True)


def asked_in(line: Line) -> DateReading | None:
    """The time until which nothing is to happen, in their own words: "not now, ask us again in May"."""
    for clause, dates in _dated(line):
        if dates[0].on and they_sit_next(clause, line.said):
            line.hold = f"they said “{line.said}”"
            return replace(dates[0], not_before=True)
        event = None if is_beginning(clause, dates) else after_event(clause, dates)
        asked = event or (wait(clause, dates) if asks_to_wait(clause, dates, in_their_words=True) else None)
        if asked:
            if event and is_how_things_are(clause, dates):
                line.hold = f"they said “{line.said}”"
            return asked
        held = wait(clause, dates) or quiet_until(clause, dates) or busy_in_words(clause, dates, line.people)
        if held and any(map(puts_off, first_clauses(line.said))):
            return held  # "hold off, no time before May"
        if held:
            line.hold = f"they said “{line.said}”"
            return held
        then = None if line.promises or line.step else decides_after(clause, dates)
        if then:
            line.hold = f"they said “{line.said}”"
            return then
    step = line.step
    if step and step.what == "call" and not step.date.at and any(map(waits_for, first_clauses(line.said))):
        return replace(step.date, not_before=True)  # "not before the new fiscal year", "try her Jan 11"
    if line.decides and not (line.promises or line.step):
        then, line.hold = line.decides
        return then
    return None


def day_quoted(line: Line) -> list[Promised]:
    """ "still owes the seat count … “Thursday for sure”": the day of what they have not done."""
    made = line.promises
    days = [
        dates[0] for clause, dates in _dated(line) if len(dates) == 1 and _ONLY_A_DAY.match(_beside(clause, dates[0]))
    ]
    open_ = [at for at, one in enumerate(made) if one.side is Side.theirs and one.due is None]
    if len(days) == 1 and not open_ and line.undone and not any(one.side is Side.theirs for one in made):
        act = f"they will {line.undone} {days[0].text}"
        return [*made, replace(promised(act, Side.theirs, dates_in(act, line.day)), again=True)]
    if len(days) != 1 or len(open_) != 1:
        return made
    return [*made[: open_[0]], replace(made[open_[0]], due=days[0]), *made[open_[0] + 1 :]]


_OK = re.compile(
    r"^(?:(?:yes|yep|yeah|yup|ok(?:ay)?|right|sure|fine|great|alright|absolutely|of\s+course|no\s+problem)[\s,]+)+(?=(?:we|i)(?:['’]|\s))",
    re.IGNORECASE,
)


def _beside(clause: str, day: DateReading) -> str:
    return f"{clause[: day.start]} {clause[day.end :]}".strip(" ,.!")


# "was going to send the logos Tue … “you'll have em Fri”": what they name by "them" is what they have not done.
_NAMES_NOTHING = re.compile(
    r"(?:send|have|get|give|bring|do|e-?mail)\s+(?:(?:me|us|you)\s+)?(?:it|them|em|those|that)(?:\s+(?:over|back|to\s+(?:me|us|you)))*$",
    re.IGNORECASE,
)
_BUYS = re.compile(
    r"(?:sign|order|buy|purchase|pay|decide|go\s+ahead)\b(?!\s+(?:the|an?|our|your|off)\b)", re.IGNORECASE
)


def promised_in(line: Line) -> list[Promised]:
    """What they take on by a day in their own words: "redlines back to you by the 20th", "I'll sign on Friday"."""
    made: list[Promised] = [] if line.promises else list(_undated_in(line))
    for typed, dates in _dated(line):
        if is_conditional(typed) or postpones(typed, dates) or is_own_event(typed, dates):
            continue
        clause = _as_told(typed) or for_us(typed, dates) or in_full(typed, dates)
        told = clause_of(clause)
        is_theirs = told.side is (Side.theirs if clause != typed else Side.ours)
        is_firm = clause != typed or _TAKES_ON.match(typed) or dates[-1].text.lower().startswith("by ")
        if is_theirs and is_firm and told.kind is Kind.promise and not (is_hedged(clause) or dates[-1].not_before):
            to_us = with_us(clause)
            one = promised(to_us, Side.theirs, dates_in(to_us, line.day))
            if line.undone and _NAMES_NOTHING.match(one.text):
                act = f"they will {line.undone} {dates[-1].text}"
                one = replace(promised(act, Side.theirs, dates_in(act, line.day)), again=True)
            one = replace(one, due=in_a_week(one.due, line.day.today))
            if _BUYS.match(one.text) and one.due and one.due.first_on:
                continue  # "we sign in May": when they will buy, and no day to hold them to
            own = clause if to_us != clause else ""
            made.append(replace(one, typed=line.said if is_foreign(line.said) else own))
    return made


_OF_THEIRS = re.compile(
    rf"(?:our|my)\s+(?=(?:{ROLES}|team|guys|people|assistant|office\s+manager)\s)|(?=will\s+(?!be\b|think\b|see\b|need\b|know\b|try\b|(?:you|i|we|it|they|she|he|the|your)\b)[a-z])",
    re.IGNORECASE,
)


def _as_told(words: str) -> str:
    """ "our legal reviews it", "will sign" as the rep would tell it; empty of anything else."""
    found = _OF_THEIRS.match(words)
    told = f"{'their' if found[0] else 'they'} {words[found.end() :]}" if found else ""
    return told if clause_of(told).kind is Kind.promise else ""


def _undated_in(line: Line) -> Iterator[Promised]:
    """ "I'll chase him": what they take on without a day, where nothing vaguer is said."""
    for clause in map(spelled, first_clauses(line.said)):
        if len(clause) > LONGEST_CLAUSE or dates_in(clause, line.day) or is_conditional(clause) or is_hedged(clause):
            continue
        one = (
            promised(with_us(clause), Side.theirs, ())
            if _TAKES_ON.match(clause) and clause_of(clause).kind is Kind.promise
            else None
        )
        if one and _BRINGS_ON.match(one.text) and not (one.soft or says_nothing(one.text)):
            yield one


def step_in(line: Line) -> Step | None:
    """What they asked for in their own words: "call my cell Mon 7:30am"."""
    if line.unsure_step:
        return None
    for clause, dates in _dated(line):
        if they_gather(clause, line.said):
            continue
        step = None if postpones(clause, dates) else agreed_step(clause, dates, line.day.today)
        step = step or (wished_step(clause, dates) if dates[0].at else None)  # "we can do the 24th at 3"
        if step and not step.date.not_before and not _is_running(step.date, line.day.today):
            return step
    return None


def _is_running(day: DateReading, today: date) -> bool:
    """ "best pitch this year": a month or more that has begun is a measure, no day for a call."""
    return bool(day.first_on and day.last_on and day.first_on < today and day.last_on - day.first_on > _WEEKS)


def _plain(clause: str) -> str:
    return in_english(spelled(clause))


def _dated(line: Line) -> Iterator[tuple[str, tuple[DateReading, ...]]]:
    """Their clauses that name a day."""
    named, before, busy = "", None if line.step else line.named_last, ""
    said = (line.rang_off and time_as_call(line.said)) or line.said
    for whole in map(_plain, first_clauses(with_its_day(written_out(said)))):
        clause = asked_then(with_that_day(_OK.sub("", whole), before, None), busy)
        busy = busy_until(clause)
        then = _TALK_THEN.match(clause) if named else None
        if then and then["after"] and before and before.on:  # "boat show thru 3/22, hit me after"
            last = before.last_on or before.on
            clause = f"{'call me' if then['hit'] else then['asks']} after {last.day} {last:%B} {last.year}"
        elif then and not then["hit"]:  # "budget opens in January, reach out then"
            when = _BEFORE_IT.sub("in " if before and before.by and not any(map(str.isdigit, named)) else "on ", named)
            clause = f"{then['asks']} {when}"
        dates = dates_in(clause, line.day) if len(clause) <= LONGEST_CLAUSE else ()
        named, before = (dates[-1].text, dates[-1]) if dates else (named, before)
        dates = dates or (hours_in(line, clause) if _CALLS.match(clause) else ())
        if dates:
            yield clause, dates
