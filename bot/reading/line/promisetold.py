"""A clause that promises, taken down: by which day, one act or two; and what they need of us by a day."""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from bot.model import Side
from bot.phrases import base_verb
from bot.reading.calendar.datewords import DateReading
from bot.reading.grammar.clauses import Clause, Kind, clause_of, is_habit, plans
from bot.reading.grammar.deadlines import needed_by
from bot.reading.grammar.firmness import is_conditional, is_going_on, is_hedged, only_remembers
from bot.reading.grammar.opinions import is_plea
from bot.reading.languages.otherlanguages import is_foreign
from bot.reading.line.heard import Heard, Needed, dates_in
from bot.reading.line.toldbefore import (
    after_that,
    by_when_needed,
    comes_of_it,
    gets_its_day,
    is_our_answer,
    is_sometime,
    is_unhurried,
    think_until,
)
from bot.reading.naming.persons import is_somebody
from bot.reading.outcome.choosing import is_of_choosing
from bot.reading.outcome.goelsewhere import is_refusal
from bot.reading.promises.ownwords import own_words
from bot.reading.promises.promised import Promised, acts_of, is_only_needed, promised, says_nothing, stays_in_touch
from bot.reading.telegraph.undone import was_due
from bot.reading.words.bounds import ends_with_day

_ONCE = re.compile(
    r"\b(?:once|as\s+soon\s+as)\s+(?:it|she|he|they|we|i|the|her|his|their|that)\b|\b(?:(?:call|ring|phone|ping|text|e-?mail|message|update|tell)\s+(?:me|us)|let\s+(?:me|us)\s+know|(?:get|come)\s+back\s+to\s+(?:me|us))(?:\s+back)?\s+(?:when|once|as\s+soon\s+as)\b",
    re.IGNORECASE,
)
_DECIDES_AFTER = re.compile(
    r"\b(?:decid|pick|choos|select)(?:e?s?|ing)\s+(?:(?!up\b)\w+\s+){0,2}?(?:after|once|when|following)\b",
    re.IGNORECASE,
)
# "she corners him tomorrow & texts me": one act and what comes of it.
_DOES_MORE = re.compile(
    r"^\s*(?:and|&|\+)\s+(?:then\s+)?[a-z]{3,}\s+(?:it|them|me|us|her|him)\b(?:\s+(?:back|over|up|to\s+(?:me|us)))*[\s.!]*$",
    re.IGNORECASE,
)
_WE_OWE = re.compile(
    r"^(?:(?:and|but|so|also)\s+)*(?:i|we)\s+(?:still\s+|also\s+)?owe\b", re.IGNORECASE
)  # owed, whenever
# Verbs whose past looks no different: "i split it" is told, and promised only by a day.
_DONE_ALREADY = re.compile(
    r"^(?:(?:and|but|so|then)\s+)*(?:i|we)\s+(?:just\s+|both\s+|then\s+)?(?:split|cut|put|set|hit|let|shut|spread|bet|quit|read)\s", re.IGNORECASE
)  # fmt: skip
_SHE_OR_HE = re.compile(r"(?:(?:and|but|so|then|also)\s+)*(?:she|he)\b", re.IGNORECASE)
_COULD = re.compile(
    r"^(?:(?:and|but|so|then)\s+)*(?:[\w'’-]+\s+){1,2}?could\b", re.IGNORECASE
)  # "they could have it by Fri"
_ASKS = re.compile(r"^ask\b(?!\s+(?:me|us)\b)", re.IGNORECASE)


# "we get weekdays, they get weekends": how it is shared; "so we can start Monday": what is possible then.
_GETS = re.compile(
    r"^(?:(?:and|but|so|then)\s+)*(?:we|they)\s+gets?\s+(?:(?:the|an?|all|only|both|just)\s+)*(?!(?:her|him|them|you|it|me|us|back|this|that|to|ready|done|going|started|approval|budget|sign|buy|legal|finance|ok|okay|po)\b)[\w-]+(?:\s+(?:floors?|sites?|half|part|days?|shifts?|only))?[\s.!]*$",
    re.IGNORECASE,
)
_CAN_THEN = re.compile(
    r"^(?:and\s+)?so\s+(?:that\s+)?(?:we|she|he|they)\s+can\b|^(?:(?:and|but|then|that)\s+)*we\s+can\s+(?:then\s+)?(?:do|start|begin|go|run|have|hold|meet|plan|move|proceed|look|see)\b",
    re.IGNORECASE,
)


def take_promise(heard: Heard, clause: str, side: Side, dates: Sequence[DateReading], typed: str) -> None:
    is_owed = side is Side.ours and not dates and bool(_WE_OWE.match(typed))
    is_asking = clause.rstrip().endswith("?")
    if (
        heard.on_condition
        or is_conditional(clause)
        or is_asking
        or _is_vague(clause, side, dates, typed, is_owed=is_owed)
    ):
        heard.notes.append(typed)
        return
    acts = list(acts_of(clause, dates))
    who = _who(heard, clause, dates) if side is Side.theirs else ""
    for act in acts:
        made = promised(act, side, dates_in(act, heard.day), heard.named_last)
        due = in_a_week(made.due, heard.day.today)
        made = replace(made, due=due, asked=heard.is_asked, again=heard.is_again, instead=heard.is_instead)
        is_vague = made.due is None and side is Side.theirs and stays_in_touch(made.text)
        is_idle = made.soft and made.due is None and side is Side.theirs and len(acts) > 1
        if is_vague or says_nothing(made.text) or is_idle:
            heard.notes.append(act if len(acts) > 1 and not heard.is_asked else typed)
            continue
        is_whole = not heard.is_named if is_foreign(typed) else len(acts) == 1
        words = own_words(made.text, typed, is_ours=side is Side.ours) if is_whole else ""
        soft = made.soft or _only_asks(made) or (is_owed and is_hedged(clause))
        is_loose = _COULD.search(clause) or (made.due is None and is_unhurried(typed))
        soft = soft or (side is Side.theirs and bool(is_loose))
        _put_down(heard, replace(made, soft=soft, typed=words, who=who), typed)


_WHEN_WE = re.compile(r"\b(?:when|once|as\s+soon\s+as)\s+(?:i|we)\b", re.IGNORECASE)  # it hangs on an act of ours


# "inks it when I stop by Thu": on the day of the visit, as it is where we meet.
_ON_A_VISIT = re.compile(
    r"\bwhen\s+(?:i|we)(?:['’](?:m|re|ll)|\s+am|\s+are|\s+will)?\s+(?:stop(?:ping)?\s+(?:by|in)|swing(?:ing)?\s+by|drop(?:ping)?\s+(?:by|in)|come(?:\s+(?:by|in|over|round))?|visit|meet|see\s+(?:her|him|them)|(?:be\s+)?(?:there|on\s?site))\b(?!\s+(?:back|up)\b)",
    re.IGNORECASE,
)


def in_a_week(due: DateReading | None, today: date) -> DateReading | None:
    """ "Signs Tuesday", told on a Tuesday: nobody names the weekday of today for what is still to be done."""
    is_today = due is not None and due.on is None and not due.at and due.choices[:1] == (today,)
    return replace(due, on=due.choices[-1], choices=()) if due and is_today else due


def _is_vague(clause: str, side: Side, dates: Sequence[DateReading], typed: str, *, is_owed: bool) -> bool:
    """Without a day it is told, or waits for something; with one, or without, it is hedged, needed or remembered, and no act."""
    undated = not dates and bool(
        _ONCE.search(clause)
        or _DECIDES_AFTER.search(clause)
        or is_going_on(clause)
        or _DONE_ALREADY.match(clause)
        or is_of_choosing(clause)
        or (side is Side.ours and is_sometime(typed))
        or _GETS.match(clause)
    )
    return (
        undated
        or bool(_CAN_THEN.match(clause))
        or (is_hedged(clause) and not is_owed)
        or is_only_needed(clause, dates)
        or (bool(dates) and only_remembers(clause))
        or (side is Side.theirs and (is_refusal(clause) or is_plea(typed) or _hangs_on_us(clause, dates)))
    )


def _hangs_on_us(clause: str, dates: Sequence[DateReading]) -> bool:
    """ "signs when I send the offer"; "signs Friday when we meet" is Friday."""
    found = None if _ON_A_VISIT.search(clause) else _WHEN_WE.search(clause)
    return bool(found and not any(day.end <= found.start() for day in dates))


def _put_down(heard: Heard, made: Promised, typed: str) -> None:
    if gets_its_day(heard, made) or is_our_answer(heard, made, typed) or _is_told_again(heard, made):
        return
    is_there = heard.gathering and made.side is Side.theirs and not _ELSEWHERE.search(made.text)
    if made.due is None and is_there and not made.soft:
        made = replace(made, due=heard.gathering)
    made = by_when_needed(heard, made)
    think_until(heard, made)
    comes_of_it(heard, made)
    heard.promises.append(after_that(heard, made, typed))


def _is_told_again(heard: Heard, made: Promised) -> bool:
    """ "wants pricing by Fri. will do both": it is promised once."""
    text, day = re.sub("^do ", "send ", made.text), made.due.on if made.due else None
    told = [(one.side, one.text, one.due.on if one.due else None) for one in heard.promises]
    return (made.side, made.text, day) in told or (made.side, text, day) in told


def _who(heard: Heard, clause: str, dates: Sequence[DateReading]) -> str:
    """The person who does it: named in the clause, or "she" and "he" for who was named before. A firm is none."""
    named = who_does_what(clause, dates).name
    if is_somebody(named, heard.day.people):
        heard.actor = named
    elif named or not _SHE_OR_HE.match(clause):
        return ""
    return heard.actor


def _only_asks(made: Promised) -> bool:
    """ "she'll ask HQ", one day: as good as thinking about it (H3)."""
    return made.side is Side.theirs and made.due is None and bool(_ASKS.match(made.text))


def planned(clause: str, dates: Sequence[DateReading], *, is_said: bool = False) -> Clause | None:
    """ "she enrols in the trial by Sunday": what somebody does on a day to come is a promise, whatever the verb."""
    last = dates[-1] if dates else None
    if last is None or not (last.on or last.choices) or last.not_before or _UNTIL.match(last.text):
        return None
    behind = clause[last.end :]
    ends = ends_with_day(clause, last.end) or _DOES_MORE.match(behind) or _tells_besides(clause[: last.start], behind)
    return plans(clause, is_deadline=last.by, is_said=is_said) if ends else None


# "x-rays the dummy Tue with our sensor": how, where and what for.
_BESIDES = re.compile(
    r"\s+(?:with|w/|using|at|in|on|for|over|from|to|via|before|after|during|while|as|so|and\s+then|instead|too|(?:him|her)self|themselves)(?![\w'’-])",
    re.IGNORECASE,
)
# "hikes the rim Fri with his son": by such words everybody's doings are told, and the deal's only where they name it, or us, or their own means.
_OF_THE_DEAL = re.compile(
    r"\b(?:us|our|ours|me|my|(?:her|his|their)\s+own|quotes?|orders?|offers?|proposals?|papers?|paperwork|contracts?|agreements?|ndas?|msas?|sows?|po|invoices?|samples?|specs?|drawings?|designs?|drafts?|pilot|trial|poc|demo|pricing|budget|sign-?off|approvals?|tender|rf[pqi])\b",
    re.IGNORECASE,
)
_OURS_DO = re.compile(r"(?:(?:and|but|then|so)\s+)*(?:i|we)\b", re.IGNORECASE)
_VERB_OF = re.compile(r"(?:\S+\s+){1,3}?(?P<verb>(?-i:[a-z][a-z-]*s))(?=\s|$)", re.IGNORECASE)


def _tells_besides(before: str, behind: str) -> bool:
    """A verb of theirs that is on no list needs the deal beside it; one of a list does not, nor does what we note of ourselves."""
    if not _BESIDES.match(behind):
        return False
    if _OURS_DO.match(before):
        return True
    found = _VERB_OF.match(before)
    return bool((found and base_verb(found["verb"])) or _OF_THE_DEAL.search(behind) or _OF_THE_DEAL.search(before))


# "board sits 4/14. Dana sends the list": when is not told; what she presents, asks or gets is done there.
_ELSEWHERE = re.compile(
    r"\b(?:sends?|e-?mails?|mails?|forwards?|orders?|fix(?:es)?|ships?|calls?|rings?|checks?|reviews?|reads?|tests?|drafts?|writes?|updates?|pays?|lets?)\b",
    re.IGNORECASE,
)
_UNTIL = re.compile(r"(?:thru|through|un?till?|til)\b", re.IGNORECASE)  # how long it is so
_OF_OURS = re.compile(r"\b(?:our|my)\b", re.IGNORECASE)  # "he runs our plates tomorrow": no habit


_ONLY_WOULD = re.compile(
    r"(?:(?:and|but|then|so)\s+)*(?:she|he|they)(?:['’]d|\s+would)\s+(?!(?:be\s+)?(?:like|love|prefer|rather|have|had)\b)[a-z]",
    re.IGNORECASE,
)  # nobody said that they will


def who_does_what(clause: str, dates: Sequence[DateReading], *, agreed: bool = False) -> Clause:
    """What has a day is a plan, whatever the verb; a habit, or an abbreviation that looks like a name, is a remark.

    `agreed`: they said yes before it, and what they "would" do they will.
    """
    what = clause_of(clause)
    if was_due(clause) or (_ONLY_WOULD.match(clause) and not (agreed and _is_unconditional(clause))):
        return replace(what, kind=Kind.remark)
    is_shortened = what.name.isupper() and len(what.name) > 1 and not dates
    if is_shortened or (is_habit(clause) and not (dates and (dates[-1].by or _OF_OURS.search(clause)))):
        return replace(what, kind=Kind.remark)
    return what if what.kind is Kind.promise else planned(clause, dates, is_said=agreed) or what


def _is_unconditional(clause: str) -> bool:
    return not (is_conditional(clause) or re.search(r"\b(?:only|but)\b", clause))


_AN_ANSWER = re.compile(r"\bneeds?\s+(?:to\s+(?:know|hear)|(?:an|our|my)\s+(?:answer|reply|response))\b", re.IGNORECASE)
_FROM_US = re.compile(r"\bfrom\s+(?:me|us)\b", re.IGNORECASE)
_OF_OTHERS = re.compile(
    r"\bwait(?:s|ing)?\b|\bask(?:s|ed|ing)?\s+(?!(?:me|us|for|about|if|whether|to)\b)\S|\bfrom\s+(?!(?:me|us)\b)\S",
    re.IGNORECASE,
)


def is_needed(heard: Heard, clause: str, dates: Sequence[DateReading], typed: str) -> bool:
    """ "I ask Maria … she needs it by Friday": the day of what we promised before; else we owe what they asked for, or an answer."""
    day = needed_by(clause, dates)
    if day is None:
        return False
    if heard.promises and heard.promises[-1].side is Side.theirs:  # "Tom sends Dana the report, she needs it by Fri"
        return False
    last = next((at for at, made in enumerate(heard.promises) if made.side is Side.ours and made.due is None), None)
    if last is None:
        return _is_owed_by(heard, clause, day, typed)
    raw = f"{heard.promises[last].raw} {day.text}"
    heard.promises[last] = replace(promised(raw, Side.ours, dates_in(raw, heard.day)), asked=True)
    heard.notes.append(typed)
    return True


SOON = timedelta(days=14)  # what they need in months is a project, and no promise of ours that nobody made


def _is_owed_by(heard: Heard, clause: str, day: DateReading, typed: str) -> bool:
    """What they asked for is owed by then; else an answer is, unless we promise something behind it."""
    asked = heard.wish.needed()
    of_others = any(_OF_OTHERS.search(said) for said in (*heard.notes, heard.said))
    if not (_FROM_US.search(clause) or (not of_others and (asked or _AN_ANSWER.search(clause)))):
        heard.needed = None if of_others else Needed(day, typed)
        return False
    if asked or day.on is None or day.on - heard.day.today < SOON:
        raw = f"I will {asked or 'give them an answer'} {day.text}"
        heard.is_asked = True
        take_promise(heard, raw, Side.ours, dates_in(raw, heard.day), typed)
    else:
        heard.notes.append(typed)
    heard.needed = None if asked else Needed(day, typed)
    return True
