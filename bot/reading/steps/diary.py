"""A next step whose day comes behind it: "the tasting's in the diary, Tuesday week", "we speak at her return, 2 March"; or our next mail.

Anything may stand in a diary; what is only booked, set or agreed has to be a talk by its name.
"""

import re
from collections.abc import Sequence
from datetime import date
from functools import lru_cache

from bot.reading.calendar.datewords import DateReading
from bot.reading.grammar.firmness import is_negated
from bot.reading.grammar.ourthings import is_thing
from bot.reading.steps.agreedto import agreed_to
from bot.reading.steps.appointments import step_of
from bot.reading.steps.meetings import KINDS, OF_VERB
from bot.reading.steps.steps import Step, kind_of
from bot.reading.words.bounds import CLAUSES_KEPT, ends_with_day
from bot.reading.words.leads import AND
from bot.reading.words.speech import NAME

_DIARY = r"in\s+(?:the|our|my|her|his|their|both)\s+(?:diary|diaries|calendars?|books?)"
_IN_DIARY = re.compile(
    rf"{AND}(?:(?:the|our|her|his|their)\s+)?(?:{KINDS}(?:['’]s|\s+is|\s+are)?\s+(?:now\s+)?(?:{_DIARY}|booked(?:\s+in)?|fixed|set|confirmed|stands|arranged|agreed|locked\s+in|pencill?ed(?:\s+in)?)"
    rf"|(?P<any>(?!(?:she|he|they|it|we|i|nothing|that|this|what|who)\b)[a-z][\w-]{{2,}}(?:\s+[a-z][\w-]+)?)(?:['’]s|\s+is)\s+(?:now\s+)?{_DIARY}(?<!books)(?<!book))(?:\s+for)?$",
    re.IGNORECASE,
)
_WE_SPEAK = re.compile(
    rf"{AND}(?:(?:we|i)(?:['’]ll|\s+will)?\s+)?(?P<verb>speak|talk|meet|call|ring)(?:\s+(?:again|her|him|them|to\s+(?:her|him|them)))*\s+(?:(?:at|on|upon|after)\s+(?:her|his|their)\s+(?:return|holidays?|vacation|leave|trip|break|congés|urlaub)|(?:when|once|after)\s+(?:she|he|they)(?:['’](?:s|re)|\s+is|\s+are)\s+back)(?:\s+on)?$",
    re.IGNORECASE,
)
# "told him id check in at the committee mtg": they know that we do, and its day follows.
_AT_WHICH = re.compile(
    rf"{AND}(?:(?:(?:i\s+)?(?:told|promised)\s+(?:her|him|them|{NAME})\s+)(?:i['’]?d|i['’]?ll|i\s+would|i\s+will|we['’]?d)|(?:i|we)(?:['’](?:ll|d)|\s+will|\s+would)?)\s+(?P<verb>check|look|drop|swing|stop|pop|catch|ring|call|touch|circle|follow)(?:\s+(?:in|by|up|base|back|again|her|him|them|on\s+(?:her|him|them)))*\s+(?:at|after|around|during|right\s+after)\s+(?:the|her|his|their|our)\s+[\w'’-]+(?:\s+[\w'’-]+)?$",
    re.IGNORECASE,
)
_PUT_IT = re.compile(
    rf"{AND}(?:(?:she|he|they|i|we|{NAME})(?:['’](?:s|ve)|\s+has|\s+have)?\s+)?(?:put|got|has|have|stuck|popped)\s+(?:it|us|that|me)\s+{_DIARY}(?:\s+for)?$"
    rf"|{AND}(?:we['’]?re|we\s+are|i['’]?m|i\s+am)\s+(?:now\s+)?{_DIARY}(?:\s+(?:with|w/)\s+[^,;]{{1,40}}?)?(?:\s+(?:for|on))?$",
    re.IGNORECASE,
)
# "she accepted the invite", "chose the later one": the slot's day follows; "the first one" may be of anything.
_TOOK_SLOT = re.compile(
    rf"{AND}(?:(?:she|he|they|i|we|{NAME})\s+)?(?:accepted|confirmed|picked|chose|took|ok['’]?d)\s+(?:the|my|our|his|her)\s+(?:(?:(?:later|earlier|first|second|third|last|other|early|late|morning|afternoon|new)\s+)?(?:invite|invitation|slot|time)|(?:later|earlier|early|late|morning|afternoon)\s+(?:option|one))$",
    re.IGNORECASE,
)
_NEXT_MAIL = re.compile(
    rf"{AND}(?:(?:the|my|our|a|an)\s+)?(?:second|2nd|third|3rd|fourth|last|final|next|another|break-?\s?up|goodbye|farewell|closing|follow-?up|reminder|chaser)\s+(?:e-?mail|mail|text|letter|note|message|nudge|reminder)\s+(?:(?:goes|will\s+go|going|is\s+going)(?:\s+(?:out|off|over))?|follows)(?:\s+on)?$",
    re.IGNORECASE,
)


# "confirmed Thurs 26th demo w 4 captains": what stands behind its day; of what has been it would be told how it was.
_KIND_FIRST = re.compile(r"\s+(?P<what>(?!.*\bof\b)[a-z][^,;]{2,60})$", re.IGNORECASE)
# "weld test then", behind "ok w/ a week from Mon 9:30"
_NO_EVENT = frozenset(
    "decision answer reply word news update holiday vacation leave off out away closed shut busy free budget money price deal more".split()
)
_THEN = re.compile(
    r"(?:and\s+|so\s+)?(?P<what>(?!(?:call|ring|try|talk|speak|not|if|until|till?|back|and|but|so|we|i|she|he|they|it)\b)[a-z][\w-]*(?:\s+[a-z][\w-]*){0,2})\s+then",
    re.IGNORECASE,
)


_NOTED_FOR = re.compile(
    rf"{AND}(?:(?:i|we)\s+)?(?:(?:put|got|have|stuck)\s+(?:it\s+|this\s+|them\s+|him\s+|her\s+)?in\s+(?:the\s+|my\s+)?)?(?:diary|diari[sz]ed?|diaried|bring-?up|reminder(?:\s+set)?)(?:\s+(?:it|this|her|him|them))?(?:\s+(?:for|on))?$"
    rf"|{AND}(?:(?:i|we)(?:['’]ve|['’]ll)?\s+)?(?:put|noted|marked|got|have)\s+(?:her|him|them|it|this|{NAME})\s+(?:back\s+)?(?:in|down)(?:\s+(?:again|to\s+call))?\s+for$",
    re.IGNORECASE,
)  # "diary for 1 June": when we call, as we plan it


@lru_cache(maxsize=CLAUSES_KEPT)
def kind_awaiting(clause: str) -> str:
    """The kind of step in a clause that leaves its day to the next one; empty when there is none."""
    bare = clause.strip(" ,.")
    found = None if is_negated(bare) else _IN_DIARY.match(bare)
    if found:
        return kind_of(" ".join((found["what"] or found["any"]).lower().split()))
    speaks = _WE_SPEAK.match(bare)
    if speaks:
        return "meeting" if speaks["verb"].lower() == "meet" else "call"
    then = _AT_WHICH.match(bare)
    if then:
        return kind_of(OF_VERB.get(then["verb"].lower(), "call"))
    return "call" if _TOOK_SLOT.match(bare) else agreed_to(bare)


def diary_step(clause: str, dates: Sequence[DateReading], awaiting: str, today: date) -> Step | None:
    """`awaiting` is the kind whose day the clause before left open."""
    day = dates[0] if len(dates) == 1 else None
    if day is None or not (day.on or day.choices) or day.by or day.not_before or (day.on and day.on < today):
        return None
    before = clause[: day.start].strip(" ,")
    if not ends_with_day(clause, day.end):
        behind = _KIND_FIRST.match(clause[day.end :])
        kind = kind_awaiting(f"{before} the {behind['what']}") if behind and before else ""
        return step_of((kind, True), dates, clause, today) if kind else None
    if _NEXT_MAIL.match(before):
        return step_of(("email", False), dates, clause, today)
    if _NOTED_FOR.match(before):
        return step_of(("call", False), dates, clause, today)
    kind = kind_awaiting(before) if before else awaiting
    kind = kind or ("call" if day.at and _PUT_IT.match(before) else "")
    return step_of((kind, True), dates, clause, today) if kind else None


def step_then(clause: str, told: str, dates: Sequence[DateReading], today: date) -> Step | None:
    """What is on the day that they were fine with in the words `told` before, with its `dates`."""
    found = _THEN.fullmatch(clause.strip(" ,."))
    day = dates[0] if found and len(dates) == 1 else None
    if not found or day is None or not day.on or day.by or day.not_before or not ends_with_day(told, day.end):
        return None
    fine, what = told[: day.start].strip(" ,"), found["what"].lower()
    is_any = day.at and agreed_to(f"{fine} the call") and not (is_thing(what) or what.split()[-1] in _NO_EVENT)
    kind = agreed_to(f"{fine} the {what}") or (what if is_any else "")
    return step_of((kind, True), dates, told, today) if kind else None


def is_next_mail(bare: str) -> bool:
    """ "second mail goes out": a try of ours, and nothing that anybody waits for."""
    return bool(_NEXT_MAIL.match(bare))
