"""Who is meant where a clause names nobody: "Marcus loved it, will sign by Fri" goes on about Marcus; "i'll send it" about what they want."""

import re
from collections.abc import Sequence
from datetime import date, timedelta

from bot.model import Side
from bot.phrases import base_verb
from bot.reading.calendar.countrules import on_from
from bot.reading.calendar.datewords import NUMBER, DateReading, count_of, first_working_day
from bot.reading.grammar.clauses import clause_of
from bot.reading.grammar.duties import duty
from bot.reading.grammar.theirthings import ABLE, can_do
from bot.reading.words.daynames import WEEKDAY
from bot.reading.words.speech import NAME

_AND = r"(?:(?:and|but|then|so|also)\s+)*"
_AHEAD = re.compile(
    rf"^{_AND}(?P<act>(?:(?:also|then|now|probably)\s+)*(?:(?:(?-i:will)|going\s+to|gonna)\s+(?!(?:i|we|you|u|they|he|she|it|there)\b)(?P<verb>[a-z]+)|(?:has\s+)?promise[sd]\s+(?:(?:me|us|her|him|them)\s+)?(?:to\s+)?[a-z]+)\b.*)$",
    re.IGNORECASE,
)
# What is only done within their house.
_CAN = re.compile(
    rf"^{_AND}(?P<act>{ABLE}\s+(?!(?:me|us|you)\s+(?:on|in|by|at)\b)\S.*)$",
    re.IGNORECASE,
)
_INSIDE = re.compile(
    r"^(?:will|going\s+to|gonna)\s+(?:(?:run|get)\s+(?:it|this|that|us)\s+(?:by|past)|circulate|socialise|socialize|take\s+it\s+(?:to|up)|bring\s+it\s+up|raise\s+it)\b",
    re.IGNORECASE,
)
_WE_TRY = re.compile(
    rf"^{_AND}(?:will|gonna|going\s+to)\s+(?:try|retry|redial|chase|nudge|bump|follow\s+up|check\s+(?:in|back)|ping|call\s+again|ring\s+again)\b",
    re.IGNORECASE,
)
_TO_US = re.compile(r"\b(?:me|us)\b(?!['’])", re.IGNORECASE)
_BUYERS = frozenset("sign decide buy order pay approve accept".split())
_WE_DID = re.compile(
    rf"^{_AND}(?:(?:just|also|already)\s+)*(?:sent|left|emailed|gave|showed|told|asked|promised)\b", re.IGNORECASE
)
_SPOKE = re.compile(
    rf"^{_AND}(?:(?:i|we)\s+)?(?:spoke|talked|chatted|met|called|rang|phoned|saw|reached)\b", re.IGNORECASE
)
_EITHERS = re.compile(r"\b(?:contracts?|agreements?|ndas?|msa|terms|docs|details|info|po)\b", re.IGNORECASE)
_TO_THEM = re.compile(r"\b(?:her|him|them)\b", re.IGNORECASE)


_WE_RING = re.compile(
    rf"^{_AND}(?:will|gonna|going\s+to)\s+(?:call|ring|phone|dial|buzz|e-?mail|text|ping|try|write|visit)(?:\s+(?:her|him|them|back|again|then|{NAME}))*(?=\s*$|\s+(?!me\b|us\b))",
    re.IGNORECASE,
)


# "promised her an engineer": whom the line is about got the promise, whoever acted before.
_WE_PROMISED = re.compile(r"^(?:(?:also|then|now)\s+)*promised\s+(?:her|him|them)\b(?!.*\b(?:me|us)\b)", re.IGNORECASE)


def is_our_try(clause: str) -> bool:
    """ "will ring Thursday", where they are away: ours."""
    return bool(_WE_RING.match(clause)) and not _TO_US.search(clause)


def doer(clause: str, before: Side | None) -> Side | None:
    """Whose act a clause tells, for the clause behind it; what names nobody leaves it as it was."""
    if _SPOKE.match(clause):
        return None
    return Side.ours if _WE_DID.match(clause) else clause_of(clause).side or before


# "bringing the plant lead along": whoever of theirs comes, they bring; what we bring goes by its name.
_BRINGING = re.compile(
    rf"^{_AND}(?:is\s+)?bringing\s+(?P<whom>(?:her|his|their)\s+(?:[a-z]+\s+)?[a-z]+|(?:the|an?|two|three|some)\s+(?:[a-z]+\s+)?[a-z]*(?:manager|director|lead|boss|owner|partner|engineer|foreman|buyer|chief|head|controller|people|guys|er|or|ist|ian)s?)(?:\s+(?:along|too|as\s+well|with\s+(?:her|him|them)|to\s+(?:it|that)))?[\s.!]*$",
    re.IGNORECASE,
)


def carried(clause: str, before: Side | None, dates: Sequence[DateReading]) -> str:
    """ "will sign by eom" behind "Priya loved it" is "they will sign by eom"; unchanged where nobody is surely meant."""
    brings = None if dates else _BRINGING.match(clause)
    if brings and (before is Side.theirs or brings["whom"].lower().startswith(("her ", "his ", "their "))):
        return f"they will bring {brings['whom']}"
    able = _CAN.match(clause) if before is Side.theirs and dates else None
    if able and "?" not in clause and not _TO_THEM.search(clause) and can_do(able["act"]):
        return f"they {able['act']}"
    found = _AHEAD.match(clause)
    if not found or "?" in clause or _WE_TRY.match(clause):
        return clause
    is_eithers = before is Side.theirs and _EITHERS.search(clause) and not _TO_THEM.search(clause)
    if not is_eithers and duty(clause, dates):
        return clause
    is_inside = found["verb"] is not None and _INSIDE.match(found["act"])
    side = Side.theirs if is_inside or _TO_US.search(found["act"]) else before
    side = Side.ours if _WE_PROMISED.match(found["act"]) else side
    if side is Side.ours and (not dates or (found["verb"] or "").lower() in _BUYERS):
        return clause  # "left vm, will try again"; "sent the contract, will sign Fri" may be them
    return f"{'they' if side is Side.theirs else 'I'} {found['act']}" if side else clause


_COUNTERSIGNS = re.compile(
    rf"^{_AND}(?:(?:will|to|gonna|going\s+to)\s+countersign|countersigning)\b(?P<rest>.*)$", re.IGNORECASE
)
_SIGNED = re.compile(r"\bsigned\b(?!\s+(?:with|by\s+(?:me|us))\b)", re.IGNORECASE)
_NOT_SIGNED = re.compile(
    rf"^{_AND}(?:i|we|just|not|sent|mailed|emailed|gave)\b|n['’]t\b|\b(?:not|once|when|if|until|to\s+be)\b",
    re.IGNORECASE,
)


def told_signed(clause: str) -> bool:
    """ "emailed the signed NDA", of theirs: the second signature is ours."""
    return bool(_SIGNED.search(clause)) and not _NOT_SIGNED.search(clause)


def countersigned(clause: str) -> str:
    """ "will countersign tmrw" behind it; empty of anything else."""
    found = _COUNTERSIGNS.match(clause)
    return f"I will countersign{found['rest']}" if found else ""


# "loves the scope and files the ticket tmrw": what they think of it, and what they do.
_PRAISES_AND = re.compile(
    r"(?P<praise>\b(?:loves?|loved|likes?|liked|digs|dug|enjoyed|(?:is|was|are|were)\s+(?:(?:very|really|quite|all)\s+)?(?:happy|fine|good|ok(?:ay)?|pleased|sold|thrilled|keen|impressed|on\s+board))\b[^,;.:()]{0,50}?)\s+(?:and|&|\+)\s+(?=(?P<verb>[a-z]{2,}s)\s+(?!that\b)\S)"
)


def praise_apart(text: str) -> str:
    return _PRAISES_AND.sub(lambda found: f"{found['praise']}, " if base_verb(found["verb"]) else found[0], text)


_THAT_WEEKDAY = re.compile(r"\b(?:on\s+)?that\s+(?P<day>mon|tue|wed|thu|fri|sat|sun)[a-z]*\b", re.IGNORECASE)
_THAT_WEEK = re.compile(
    r"\b(?:(?:some\s?time|later|at\s+some\s+point)\s+)?(?:in\s+)?that\s+(?:same\s+)?w(?:ee)?k\b", re.IGNORECASE
)
# "picks by Fri of that wk"
_OF_THAT_WEEK = re.compile(
    rf"\b(?:the\s+)?(?P<day>{WEEKDAY}),?\s+(?:of\s+|in\s+)?(?:that(?:\s+same)?|the\s+same)\s+w(?:ee)?k\b", re.IGNORECASE
)
_AHEAD_OF_IT = re.compile(
    r"\b(?P<many>an?|one|two|three|\d+)\s+(?P<what>(?:(?:working|business)\s+)?day|week|wk)s?\s+(?:ahead|before|prior|earlier|in\s+advance|beforehand)(?:\s+of\s+(?:that|it)|\s+that)?(?=\s*$)",
    re.IGNORECASE,
)
# "layout from us within a week of that": so long behind it.
_WITHIN_OF_IT = re.compile(
    r"\bwithin\s+(?P<many>an?|one|two|three|\d+)\s+(?P<what>day|week|wk)s?\s+(?:of|from|after)\s+(?:that|it|then|this)(?=[\s.!]*$)",
    re.IGNORECASE,
)
# "i answer by Wed, she redlines 2 biz days later": counted from the day that was named.
_LATER = re.compile(
    rf"(?<=\S\s)(?:(?:with)?in\s+)?{NUMBER}\s+(?P<unit>(?:(?:working|business|bus|biz|work)\s+)?days?|weeks?|wks?)\s+(?:later|after(?:wards?|\s+(?:that|it))?|on\s+from\s+(?:that|then)|from\s+(?:then|there))(?=[\s.!]*$)",
    re.IGNORECASE,
)
_MANY = {"a": 1, "an": 1, "one": 1, "two": 2, "three": 3}
_THEN = re.compile(r"(?<=\bback )then$|(?<=\bagain )then$", re.IGNORECASE)
_CALL_THEN = re.compile(
    r"\b(?P<call>(?:call|cb|ring|try|chat|talk|speak|reconnect|revisit|calling|ringing|trying|phoning|[a-z]+ing\s+(?=her\b|him\b|them\b))(?:\s*(?:her|him|them))?)\s+then$",
    re.IGNORECASE,
)
_ACTS_THEN = re.compile(
    rf"^{_AND}(?:(?:she|he|they|{NAME})\s+)?(?P<verb>(?-i:[a-z]){{2,}}[^\Ws]s)\s+\S.*(?=\bthen$)", re.IGNORECASE
)
# "Dana is presenting our deck there", behind the day on which their board sits.
_IS_DOING_THERE = re.compile(
    rf"^{_AND}(?:(?:she|he|they|{NAME})(?:['’](?:s|re)|\s+(?:is|are))\s+(?!(?:being|sitting|going|hoping|wishing|expecting|trying|thinking|planning|discussing|deciding|debating|voting)\b)[a-z]{{2,}}ing|(?:presents?|pitch(?:es)?|defends?|shows?|tables?|raises?|brings?|submits?|proposes?|files?))\s+\S.*\s(?:there|then)(?:\s+(?:her|him)self|\s+themselves)?$",
    re.IGNORECASE,
)
_SATURDAY = 5
_BESIDE_DAY = re.compile(
    r"(?:\bthe\s+(?:working\s+)?day|(?<=[a-z]\s)(?<!\ba\s)(?<!\bone\s)(?<!\bnext\s)day(?=\s+\w+[\s.!]*$))\s+(?P<which>before|prior|after)\b(?!\s+(?:yesterday|tomorrow|tom\b|tmrw|today|that\b))",
    re.IGNORECASE,
)
# "he runs it thru finance wk after": the week behind the one of that day.
_WEEK_AFTER = re.compile(
    r"(?<!\ba\s)(?<!\bone\s)(?<!\bnext\s)(?<!\bthis\s)\b(?:the\s+)?w(?:ee)?k\s+(?:after|following)(?:\s+that)?(?=[\s.!]*$)",
    re.IGNORECASE,
)
_WEEKDAY_AFTER = re.compile(
    r"\b(?:the\s+)?(?P<day>mon|tue|wed|thu|fri)(?:day|s(?:day)?|rs(?:day)?|nesday)?\s+(?:after(?:\s+that)?|following)(?=\s*(?:$|[,.;)]|at\b|\d{1,2}(?:[:.]\d\d|\s?[ap]m)))",
    re.IGNORECASE,
)
# "wants references before then", "sends me their volumes before that"
_BEFORE_THAT = re.compile(
    rf"^{_AND}(?P<act>(?:(?:she|he|they|i|we|{NAME})(?:['’]ll)?\s+)?(?:will\s+)?(?:wants?|needs?|asked\s+for|sends?|sending|gets?|brings?|returns?|shares?|e-?mails?|gives?|signs?)\s+(?!nothing\b|no\b)(?!.*\b(?:calls?|cb|demos?|meetings?|mtg|meet|visits?|chat|workshop|session|walk-?through|talk|speak|review)\b)\S.*?)\s+(?P<when>before|by)\s+(?:that|then)$",
    re.IGNORECASE,
)
_DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_SAME_TIME = re.compile(r"\b(?:at\s+the\s+|the\s+)?same\s+(?:time|hour)\b(?!\s+(?:as|we)\b)", re.IGNORECASE)
_NEXT_DAY = re.compile(r"\b(?:the\s+)?(?:next|following)\s+day\b(?!\s+or)", re.IGNORECASE)
_SAME_DAY = re.compile(
    r"\b(?:on\s+)?(?:that(?=\s+(?:morning|afternoon|evening|am|pm|aft)\b)|(?:the|that)\s+same\s+day|that\s+(?:(?:very\s+)?day|(?:very\s+|same\s+)?night)|(?:the\s+)?same\s+(?:day|night|evening|afternoon|morning)|(?:(?<=\bout )|(?<=\bready )|(?<=\bdone )|(?<=\bover )|(?<=\bback )|(?<=\bup ))for\s+(?:that|then)(?=\s*$)|there\s+and\s+then|on\s+the\s+spot(?!\s+\w))\b",
    re.IGNORECASE,
)


# "i fly in", behind what they do on a day: we are there then.
_WE_GO_THERE = re.compile(
    rf"^{_AND}(?:(?:i|we)(?:['’]ll|\s+will)?\s+(?:fly|drive|come|head|travel|go)\s+(?:in|over|up|down|there)|(?:i|we)(?:['’]?ll\s+be|['’]?m|['’]re|\s+am|\s+are|\s+will\s+be)\s+there)(?:\s+for\s+(?:it|that))?[\s.!]*$",
    re.IGNORECASE,
)


def we_go_there(clause: str, due: DateReading | None) -> str:
    if not (due and due.on and not due.by and _WE_GO_THERE.match(clause)):
        return clause
    return f"I will drop by on {_dated(due.on)}{f' at {due.at}' if due.at else ''}"


def on_the_same_day(clause: str, named_last: DateReading | None, sits: DateReading | None = None) -> str:
    """ "call that day at 1pm", "ring him that Mon" behind a day that was named: on that day. `sits`: when their board does."""
    on = named_last.on if named_last else None
    if on is None:
        return clause
    told = named_last.text.lower() if named_last else ""
    if told.startswith("before ") and not any(map(str.isdigit, told)):  # "no budget before May, call then"
        on += timedelta(days=1)
    if named_last and named_last.at:
        clause = _SAME_TIME.sub(f"at {named_last.at}", clause)
    clause = _WEEKDAY_AFTER.sub(lambda found: _dated(_weekday_after(on, found["day"])), clause)
    when, that = f"on {_dated(on)}", _THAT_WEEKDAY.search(clause)
    if that and named_last:
        then = _weekday_from(named_last.first_on or on, that["day"])
        return f"{clause[: that.start()]}on {_dated(then)}{clause[that.end() :]}"
    clause = _NEXT_DAY.sub(f"on {_dated(on + timedelta(days=1))}", clause)
    if ahead := _BEFORE_THAT.match(clause):
        hour = f" at {named_last.at}" if named_last and named_last.at else ""
        return f"{ahead['act']} {ahead['when']} {_dated(on)}{hour}"
    if sits and _IS_DOING_THERE.match(clause):
        return f"{clause} {when}"
    acts = _ACTS_THEN.match(clause)
    if acts and base_verb(acts["verb"]):
        clause = f"{acts[0]}{when}"  # "sends the redlines then"
    called = _first_of(named_last, on) if named_last else when
    clause = _CALL_THEN.sub(rf"\g<call> {called}", clause)
    clause = _OF_THAT_WEEK.sub(lambda found: _dated(_in_week_of(on, found["day"][:3])), clause)
    clause = _THEN.sub(when, _THAT_WEEK.sub(f"the week of {on.day} {on:%B}", clause))
    clause = _AHEAD_OF_IT.sub(lambda found: f"on {_dated(_far(on, found, -1))}", clause)
    clause = _WITHIN_OF_IT.sub(lambda found: f"by {_dated(_far(on, found, 1))}", clause)
    clause = _LATER.sub(lambda found: f"on {_dated(on_from(on, count_of(found['number']), found['unit']))}", clause)
    monday = on + timedelta(days=7 - on.weekday())
    clause = _WEEK_AFTER.sub(f"the week of {_dated(monday)}", clause)
    clause = _BESIDE_DAY.sub(lambda found: _beside(on, found["which"].lower()), clause)
    return _SAME_DAY.sub(when, clause)


def _first_of(named: DateReading, on: date) -> str:
    """ "budget resets in May, call then": the first day of it on which we call, and the hour that was told."""
    is_from = named.first_on and not named.by and not named.text.lower().startswith("before ")
    first = first_working_day(named.first_on) if is_from and named.first_on else on
    return f"on {_dated(first)}{f' at {named.at}' if named.at else ''}"


def _far(on: date, found: re.Match[str], way: int) -> date:
    many = found["many"].lower()
    return on_from(on, way * (_MANY.get(many) or int(many[:3])), found["what"])


def _dated(on: date) -> str:
    return f"{on.day} {on:%B} {on.year}"


def _weekday_after(on: date, day: str) -> date:
    return on + timedelta(days=(_DAYS.index(day.lower()) - on.weekday() - 1) % 7 + 1)


def _in_week_of(on: date, day: str) -> date:
    return on + timedelta(days=_DAYS.index(day.lower()) - on.weekday())


def _weekday_from(on: date, day: str) -> date:
    """ "that Friday": the first from the day that was named."""
    return on + timedelta(days=(_DAYS.index(day.lower()) - on.weekday()) % 7)


def _beside(on: date, which: str) -> str:
    """The working day before it, or after it."""
    then = on
    while then == on or then.weekday() >= _SATURDAY:
        then += timedelta(days=-1 if which in {"before", "prior"} else 1)
    return f"on {_dated(then)}"
