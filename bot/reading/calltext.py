"""A call in one line becomes facts: the deal, the outcome, their words, both sides' promises, the next step.

What is not clearly a promise stays a note, whole: nothing typed is lost, and nothing is promised by a misreading.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date, time

from bot.model import Side, is_by_role
from bot.reading.calendar.datewords import DateReading
from bot.reading.days.callday import call_day
from bot.reading.days.corrected import put_right
from bot.reading.days.daynamed import with_their_day
from bot.reading.grammar.clauses import Kind, clause_of
from bot.reading.grammar.deciders import tells_who_does_it
from bot.reading.grammar.duties import duty
from bot.reading.grammar.opinions import with_its_opinion
from bot.reading.grammar.others import is_nobody, is_of_desk, without_others
from bot.reading.grammar.runson import parted_where_it_runs_on
from bot.reading.languages.otherlanguages import rang_in_english
from bot.reading.line.askedofus import still_asked
from bot.reading.line.besides import beside
from bot.reading.line.callers import new_caller, with_caller, with_whom
from bot.reading.line.callline import Line
from bot.reading.line.callreading import CallReading
from bot.reading.line.calltold import told_by
from bot.reading.line.heard import Day, dates_in
from bot.reading.line.medium import as_was_typed, by_medium, told_in_short
from bot.reading.line.promisetold import planned
from bot.reading.line.saidtous import with_their_marks
from bot.reading.line.theirwords import asked_in, day_beside, day_quoted, promised_in, step_in
from bot.reading.naming.persons import known_as
from bot.reading.outcome.machines import without_recordings
from bot.reading.outcome.outcomes import outcome_of
from bot.reading.outcome.positions import position, whole_thought
from bot.reading.outcome.rangoff import rang_off
from bot.reading.outcome.results import UNREACHED
from bot.reading.outcome.takenback import without_taken_back
from bot.reading.people.forwarded import forwarded
from bot.reading.people.introduced import introduced
from bot.reading.people.newcomers import called_so, newcomers
from bot.reading.people.shorthand import spelled
from bot.reading.people.smallnames import named, unlike
from bot.reading.people.somebody import somebody
from bot.reading.promises.carrying import praise_apart
from bot.reading.promises.inorder import in_order
from bot.reading.promises.lists import together
from bot.reading.promises.ourpeople import as_our_own
from bot.reading.promises.ownwords import retyped
from bot.reading.promises.promised import Promised
from bot.reading.promises.theircalls import their_call
from bot.reading.steps.anytime import in_one
from bot.reading.steps.letgo import let_go_check
from bot.reading.steps.steps import Step
from bot.reading.telegraph.telegraph import in_full
from bot.reading.telegraph.undone import late_thing, undone
from bot.reading.waits.absence import return_apart
from bot.reading.waits.holding import behind
from bot.reading.words.arrows import in_colons
from bot.reading.words.bounds import LONGEST_CLAUSE, LONGEST_LINE, MOST_CLAUSES, single_blanks, split_at, verbatim
from bot.reading.words.dictated import parted_by_ear
from bot.reading.words.hesitating import as_spoken, unhesitating
from bot.reading.words.marks import marked
from bot.reading.words.slips import Typed, as_typed, mended
from bot.reading.words.speech import NAME, clauses_of, first_clauses, spoken

_MARKS = re.compile('[“”"]')


def read_rest(
    who: str,
    rest: str,
    today: date,
    *,
    day_first: bool = True,
    people: Sequence[str] = (),
    colleagues: Sequence[str] = (),
    writer: str = "",
    now: time | None = None,
    is_letter: bool = False,
    is_order_sure: bool = False,
) -> CallReading:
    """The facts in what follows the deal's name; `people` are known there, and recognised in small letters too. `is_letter`: they wrote it.
    `is_order_sure`: who writes and whom they deal with put day and month in the same order, so that "11/2" is one day.

    `colleagues` are ours, and so is the `writer`, whose line it is; a name that is known there is theirs.
    """
    message = forwarded(rest, (*colleagues, writer), people)
    rest = message.told if message else rest
    aloud, unread = split_at(single_blanks(rest), LONGEST_LINE)
    kept, typed = mended(in_colons(unhesitating(aloud)), (*people, *colleagues))
    called_on, kept = call_day(kept, today, day_first=day_first)
    kept, taken = without_taken_back(without_recordings(kept))
    day = Day(today, day_first, people, unlike(colleagues, people), now, is_order_sure)
    way = by_medium(named(kept, (*people, *day.colleagues, *newcomers(kept))))
    whole = beside(way.text, people, day.colleagues)
    cased = whole.text
    line = _heard(cased, day, is_letter=is_letter, is_headed=bool(known_as(who, people)))
    line.said = line.said or told_in_short(way, line.notes)
    line.notes = [
        *([taken] if taken else []),
        *(as_was_typed(way, whole.as_typed(note)) for note in line.notes),
        *([unread] if unread else []),
    ]
    line.unread += [unread] if unread else []
    told = _as_typed(told_by(line, parted_by_ear(cased), cased), typed, rest, aloud)
    told = replace(told, promises=retyped(told.promises, whole.as_typed)) if whole.told else told
    read = _with_whole_names(told, rest, cased, people, (*day.colleagues, writer))
    read = replace(read, who=who, called_on=called_on, unread=next(iter(line.unread), ""))
    if not read.successor and (new := new_caller(cased) or called_so(cased, read.contact, people)):
        return replace(read, contact=new)
    return _of_whom_it_was_with(read, with_whom(who, cased, people))


def _as_typed(told: CallReading, typed: Typed, rest: str, aloud: str) -> CallReading:
    """With its slips, and in what is kept word for word with the sounds that a spoken line has."""
    said = as_spoken(verbatim(as_typed(told.said, typed, rest), rest), aloud)
    note = "; ".join(as_spoken(as_typed(one, typed, rest), aloud) for one in told.note.split("; "))
    made = retyped(told.promises, lambda words: as_typed(words, typed, rest)) if typed else told.promises
    return replace(told, said=said, note=note, promises=made, hold=as_typed(told.hold, typed, rest))


def _with_whole_names(
    told: CallReading, rest: str, cased: str, people: Sequence[str], ours: Sequence[str]
) -> CallReading:
    def whole(name: str) -> str:
        return name if is_by_role(name) else _whole(somebody(name, rest, people, ours), people)

    made = tuple(replace(one, who=whole(one.who)) for one in told.promises)
    others = (*told.others, *introduced(cased, people, ours))
    return replace(told, promises=made, contact=whole(told.contact), others=others)


def _of_whom_it_was_with(read: CallReading, who: str) -> CallReading:
    """Who rang, or was given what "he returns it" is about, spoke; what that one tells of another is no word of theirs."""
    is_same = not who or known_as(read.contact, (who,))
    if is_same or read.successor or read.gone or not any(one.side is Side.theirs for one in read.promises):
        return read
    kept = read.said and read.contact and read.said.casefold() not in read.note.casefold()
    notes = "; ".join(one for one in (read.note, read.said if kept else "") if one)
    return replace(read, contact=who, said="" if read.contact else read.said, note=notes)


def _whole(name: str, people: Sequence[str]) -> str:
    """ "Dr. Mayer" is Dr. Rolf Mayer, where one is called so; whom the first name tells stays as typed."""
    known = known_as(name, people) if name else ""
    return name if not known or known.casefold().startswith(f"{name.casefold()} ") else known


def _apart(cased: str, day: Day) -> tuple[str, str, tuple[str, ...]]:
    """Whose name stands at the head, what the line tells, and what it tells of others."""
    cased = as_our_own(in_one(rang_in_english(cased)))
    cased = with_its_opinion(put_right(return_apart(praise_apart(cased)), lambda text: dates_in(text, day)))
    cased = with_their_marks(cased, day.colleagues)
    headed = _HEADED.match(cased)  # "Walt: no budget": Walt was there
    headed = None if headed and is_nobody(headed["name"]) else headed
    theirs, asides = without_others(
        marked(with_caller(parted_where_it_runs_on(parted_by_ear(cased[headed.end() :] if headed else cased))))
    )
    return headed["name"] if headed else "", theirs, tuple(asides)


def _heard(cased: str, day: Day, *, is_letter: bool, is_headed: bool) -> Line:
    """The line clause by clause, and what their own words add."""
    head, theirs, asides = _apart(cased, day)
    body, said, speaker = spoken(theirs)
    speaker = speaker or head
    line = Line(
        day, said, speaker, notes=list(asides), doer=Side.theirs if said or speaker else None, is_letter=is_letter,
        is_headed=is_headed, body=body,
    )  # fmt: skip
    line.is_met, line.rang_off = bool(said or speaker), rang_off(body)
    for asked in first_clauses(said):
        line.wish.hear(asked, dates_in(asked, day))
        line.undone = line.undone or (undone(asked, ()) if _NOT_YET.match(asked) else late_thing(asked))
    _read(line, clauses_of(body))
    if _IF.match(said):  # "she gives it “if the pilot behaves”"
        line.promises = [one for one in line.promises if one.due or one.side is Side.ours]
    taken_on = promised_in(line)
    line.promises = [*day_quoted(line), *taken_on, *still_asked(line.promises, said, day, beside=body)]
    line.step = line.step or step_in(line)
    line.promises = in_order(_on_the_day_of(line.step, line.promises))
    _their_call(line)
    line.not_before = line.not_before or asked_in(line) or day_beside(line)
    line.step = line.step or let_go_check(first_clauses(body), lambda clause: dates_in(clause, day), day.today)
    line.step = behind(line.step, line.not_before)
    is_promise = not said and any(one.due for one in taken_on) and len(first_clauses(line.said)) == 1
    line.said = "" if is_promise else line.said  # told without marks, and kept as what they take on
    # Beside a third person's words "he won't" may be theirs; what stands in marks and tells about them is no word of theirs.
    if not (said or asides or is_promise or _MARKS.search(theirs)):
        _stand(line, body, headed=bool(head))
    return line


def _their_call(line: Line) -> None:
    """ "he calls me Tue 10am"."""
    told = their_call(line.promises, line.step, line.unsure_step)
    line.promises, line.step, line.unsure_step = list(told.promises), told.step, told.unsure_step
    line.notes += [told.note] if told.note else []


def _stand(line: Line, body: str, *, headed: bool) -> None:
    """What they say without quotation marks: where they stand, or what was reported, up to the end of the thought."""
    clauses = first_clauses(body)
    if line.said and (is_of_desk(line.said, clauses) or tells_who_does_it(line.said, clauses)):
        line.notes.append(line.said)
        line.said = ""
        return
    told = position(body, line.people, headed=headed, before=line.said)
    if told and not line.said and outcome_of(body, spoke=False) in UNREACHED:
        return
    lead = (
        line.step.raw[: line.step.date.start].strip() if line.step else ""
    )  # what is agreed goes on with nothing said
    notes = [one for one in line.notes if not (lead and one.startswith(lead))]
    line.said = whole_thought(body, told or line.said, notes)


_NOT_YET = re.compile(r"(?:sorry,?\s+)?(?:(?:i|we)\s+)?(?:have\s?n['’]?t|have\s+not|did\s?n['’]?t)\b", re.IGNORECASE)


_IF = re.compile(r"(?:but\s+|only\s+)*(?:if|provided|as\s+long\s+as|wenn|falls)\b", re.IGNORECASE)
_HEADED = re.compile(
    rf"^(?:(?-i:[A-Z])\.\s+)?(?:(?:finally\s+)?(?:got|reached|caught|had|eu|hatte|sentito|snakket\s+med)\s+)?(?P<name>{NAME})(?:\s+\((?-i:[A-ZÀ-Þ])[^()\d]{{1,30}}\))?(?:\s+(?:\d+\s*min(?:s|utes)?|on|here|too|again|live|now|today|finally|at\s+last|by\s+phone|(?:on|re|about)\s+the\s+(?:phone|line|deal|quote|offer|renewal|project)))*(?:\s*,)?\s*(?::|\s[-–—])\s(?!\s*[“\"'‘«])"
)
_BRINGS = re.compile(
    r"^(?:bring|present|introduce|(?:drag|pull|rope|loop|take|invite|haul|get)\b.*\b(?:along|in|with (?:her|him|them))$"
    r"|have\b.*\b(?:ready|there|out|on\s+hand|with\s+(?:her|him|them|me|us)|on\s+(?:(?:her|his|my|our)\s+(?:screen|desk)|it|(?:the|that)\s+(?:call|line|bridge|zoom)))(?:\s+(?:too|also|as\s+well))?(?:\s+for\s+(?:it|that|then|the\s+\w+|us|me))?$)"
)
_THERE = re.compile(
    r"\b(?:in\s+person|face\s+to\s+face|on\s+site|at\s+(?:the|their|her|his)\s+(?:desk|meeting|visit|demo|call|school|office|shop|plant|site|store|mill|yard|farm|clinic|warehouse)|when\s+(?:i|we)\s+(?:come|meet|visit))\b",
    re.IGNORECASE,
)


_VOUCHES = {"vouch": "reference", "vouches": "reference", "ref": "reference"}


def _on_the_day_of(step: Step | None, promises: Sequence[Promised]) -> tuple[Promised, ...]:
    """ "agreed to be a reference" beside a reference call, "sign in person" beside a visit: it is done there."""
    if step is None or step.date.on is None:
        return tuple(promises)
    named = {word for word in step.what.split() if len(word) > len("call")} - {"meeting", "visit", "demo"}

    def is_there(one: Promised) -> bool:
        return (
            (one.side is Side.theirs or bool(_BRINGS.match(one.text)))
            and one.due is None
            and bool(
                _THERE.search(one.raw)
                or _BRINGS.match(one.text)
                or named & {_VOUCHES.get(word, word) for word in one.raw.lower().split()}
            )
        )

    return tuple(replace(one, due=step.date) if is_there(one) else one for one in promises)


def _read(line: Line, clauses: Iterable[str]) -> None:
    """Clause by clause; what is too long, or too much, is noted as it stands."""

    def is_promise(clause: str) -> bool:
        plain = spelled(clause)
        plain = in_full(plain, dates_in(plain, line.day))
        what = clause_of(plain)
        dates = dates_in(plain, line.day)
        is_told = bool(what.kind is Kind.promise and what.side) or bool(planned(plain, dates))
        return is_told or bool(duty(plain, dates))

    def days(clause: str) -> Sequence[DateReading]:
        return dates_in(clause, line.day)

    whole = with_their_day(clauses, is_promise, days)
    for number, clause in enumerate(together(whole, is_promise, days)):
        if number < MOST_CLAUSES and len(clause) <= LONGEST_CLAUSE:
            line.read(clause)
        else:
            line.notes.append(clause)
            line.unread.append(clause)
