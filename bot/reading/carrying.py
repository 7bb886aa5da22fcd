"""Who is meant where a clause names nobody: "Marcus loved it, will sign by Fri" goes on about Marcus; "i'll send it" about what they want."""

import re
from collections.abc import Sequence
from datetime import date, timedelta

from bot.model import Side
from bot.phrases import base_verb
from bot.reading.clauses import clause_of
from bot.reading.datewords import DateReading
from bot.reading.duties import duty, wished

_AND = r"(?:(?:and|but|then|so|also)\s+)*"
_AHEAD = re.compile(
    rf"^{_AND}(?P<act>(?:(?:also|then|now|probably)\s+)*(?:(?:(?-i:will)|going\s+to|gonna)\s+(?P<verb>[a-z]+)|(?:has\s+)?promise[sd]\s+(?:(?:me|us|her|him|them)\s+)?(?:to\s+)?[a-z]+)\b.*)$",
    re.IGNORECASE,
)
_WE_TRY = re.compile(
    rf"^{_AND}(?:will|gonna|going\s+to)\s+(?:try|retry|redial|chase|nudge|follow\s+up|check\s+(?:in|back)|ping|call\s+again|ring\s+again)\b",
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
_IT = re.compile(
    rf"^{_AND}(?:(?:i|we)(?:['’](?:ll|m|re)|\s+(?:will|am|are|can|shall))?\s+|will\s+|(?=\w+ing\b))(?:(?:going\s+to|gonna|to)\s+)?"
    r"(?P<verb>send|e-?mail|courier|ship|post|mail|fax|drop|deliver|overnight|upload|shoot|hand|forward|share|get|give|bring|provide|prepare|make|do|write|draft)(?:t?ing)?\s+(?P<whom>(?:her|him|them)\s+)?(?P<it>it|that|this|one|those|them|both|all\s+(?:of\s+it|three)|the\s+lot)\b(?P<rest>.*)$",
    re.IGNORECASE,
)

_SENDING = re.compile(
    rf"^{_AND}(?:(?:i|we)(?:['’](?:ll|m|re)|\s+(?:will|am|are))?\s+)?(?:going\s+to\s+|gonna\s+)?(?P<verb>send(?:ing)?|e-?mail(?:ing)?|ship(?:ping)?|shar(?:e|ing)|provid(?:e|ing)|deliver(?:ing)?|get(?:ting)?)\s*$",
    re.IGNORECASE,
)


_NEVER_WENT = re.compile(
    rf"^{_AND}(?:the\s+|my\s+|our\s+)?(?P<thing>[a-z][\w'’-]*(?:\s+[\w'’-]+){{0,2}}?)\s+(?:still\s+)?(?:never|did\s?n['’]?t|did\s+not|has\s?n['’]?t|has\s+not)\s+(?:went|go|gone)(?:\s+out)?(?:\s+yet)?$",
    re.IGNORECASE,
)
_GOES = re.compile(
    rf"^{_AND}(?:(?:it|(?:the\s+)?(?:fixed|new|right|revised|corrected|updated)\s+one)\s+)?(?:goes|going|will\s+go|is\s+going)(?:\s+(?:out|over|off))?$",
    re.IGNORECASE,
)
_TOLD_THEM = re.compile(
    r"^(?:(?:and|but|so)\s+)*(?:(?:i|we)\s+)?(?:told|promised)\s+(?:her|him|them)(?:\s+(?:both|it|that|them|all(?:\s+of\s+it)?))?$",
    re.IGNORECASE,
)
_ONLY_A_PLACE = re.compile(r"(?:[A-Z]\w+)?$")  # whose zone it is
# What they sent us and want back: "emailed over their questionnaire, needs it back 3/27".
_SENT_US = re.compile(
    rf"^{_AND}(?:[\w'’-]+\s+){{0,2}}?(?:sent|emailed|forwarded|mailed|handed)\s+(?:me\s+|us\s+|over\s+|across\s+)+(?P<thing>(?:the|their|thier|his|her|a)\s+[^,;]{{3,60}})$",
    re.IGNORECASE,
)
_WANTS_BACK = re.compile(
    rf"^{_AND}(?:(?:she|he|they|[A-Z]\w+)\s+)?(?:needs?|wants?)\s+(?:it|them|that|this)\s+(?:back|filled(?:\s+(?:in|out))?|done|signed|returned|in)(?:\s+to\s+(?:her|him|them))?$",
    re.IGNORECASE,
)
# "RFP pushed out a week, now due 4/24".
_TO_SUBMIT = re.compile(
    rf"^{_AND}(?:the\s+)?(?P<thing>(?:rf[pqi]|bid|tender|proposal|submission)(?:\s+(?:deadline|due\s+date))?)\s+(?:is\s+|was\s+|got\s+|has\s+been\s+)?(?:pushed|moved|extended|slid|slipped|delayed)\b",
    re.IGNORECASE,
)
_NOW_DUE = re.compile(rf"^{_AND}(?:(?:it['’]?s\s+|is\s+)?now|new\s+(?:date|deadline))(?:\s+due)?$", re.IGNORECASE)
_AT_THE_LATEST = re.compile(r"\b(?:latest|at\s+most|max|please|pls)\b", re.IGNORECASE)


def doer(clause: str, before: Side | None) -> Side | None:
    """Whose act a clause tells, for the clause behind it; what names nobody leaves it as it was."""
    if _SPOKE.match(clause):
        return None
    return Side.ours if _WE_DID.match(clause) else clause_of(clause).side or before


def carried(clause: str, before: Side | None, dates: Sequence[DateReading]) -> str:
    """ "will sign by eom" behind "Priya loved it" is "they will sign by eom"; unchanged where nobody is surely meant."""
    found = _AHEAD.match(clause)
    if not found or "?" in clause or _WE_TRY.match(clause):
        return clause
    is_eithers = before is Side.theirs and _EITHERS.search(clause) and not _TO_THEM.search(clause)
    if not is_eithers and duty(clause, dates):
        return clause
    side = Side.theirs if _TO_US.search(found["act"]) else before
    if side is Side.ours and (not dates or (found["verb"] or "").lower() in _BUYERS):
        return clause  # "left vm, will try again"; "sent the contract, will sign Fri" may be them
    return f"{'they' if side is Side.theirs else 'I'} {found['act']}" if side else clause


_THAT_WEEKDAY = re.compile(r"\b(?:on\s+)?that\s+(?P<day>mon|tue|wed|thu|fri|sat|sun)[a-z]*\b", re.IGNORECASE)
_THAT_WEEK = re.compile(
    r"\b(?:(?:some\s?time|later|at\s+some\s+point)\s+)?(?:in\s+)?that\s+(?:same\s+)?w(?:ee)?k\b", re.IGNORECASE
)
_THEN = re.compile(r"(?<=\bback )then$|(?<=\bagain )then$", re.IGNORECASE)
_SATURDAY = 5
_BESIDE_DAY = re.compile(
    r"\bthe\s+(?:working\s+)?day\s+(?P<which>before|prior|after)\b(?!\s+(?:yesterday|tomorrow|tom\b|tmrw|today|that\b))",
    re.IGNORECASE,
)
_WEEKDAY_AFTER = re.compile(
    r"\bthe\s+(?P<day>mon|tue|wed|thu|fri)[a-z]*\s+(?:after(?:\s+that)?|following)(?=\s*(?:$|[,.;)]|at\b|\d))",
    re.IGNORECASE,
)
_DAYS = ("mon", "tue", "wed", "thu", "fri")
_SAME_TIME = re.compile(r"\b(?:at\s+the\s+|the\s+)?same\s+(?:time|hour)\b(?!\s+(?:as|we)\b)", re.IGNORECASE)
_NEXT_DAY = re.compile(r"\b(?:the\s+)?(?:next|following)\s+day\b(?!\s+or)", re.IGNORECASE)
_SAME_DAY = re.compile(
    r"\b(?:on\s+)?(?:that\s+(?=(?:morning|afternoon|evening|am|pm|aft)\b)|(?:the|that)\s+same\s+day|that\s+(?:very\s+)?day|same\s+day)\b",
    re.IGNORECASE,
)


def on_the_same_day(clause: str, named_last: DateReading | None) -> str:
    """ "call that day at 1pm", "ring him that Mon" behind a day that was named: on that day."""
    on = named_last.on if named_last else None
    if on is None:
        return clause
    if named_last and named_last.at:
        clause = _SAME_TIME.sub(f"at {named_last.at}", clause)
    clause = _WEEKDAY_AFTER.sub(lambda found: _dated(_weekday_after(on, found["day"])), clause)
    when, that = f"on {_dated(on)}", _THAT_WEEKDAY.search(clause)
    if that and that["day"].lower() == f"{on:%a}".lower():
        return f"{clause[: that.start()]}{when}{clause[that.end() :]}"
    clause = _NEXT_DAY.sub(f"on {_dated(on + timedelta(days=1))}", clause)
    clause = _THEN.sub(when, _THAT_WEEK.sub(f"the week of {on.day} {on:%B}", clause))
    clause = _BESIDE_DAY.sub(lambda found: _beside(on, found["which"].lower()), clause)
    return _SAME_DAY.sub(when, clause)


def _dated(on: date) -> str:
    return f"{on.day} {on:%B} {on.year}"


def _weekday_after(on: date, day: str) -> date:
    return on + timedelta(days=(_DAYS.index(day.lower()) - on.weekday() - 1) % 7 + 1)


def _beside(on: date, which: str) -> str:
    """The working day before it, or after it."""
    then = on
    while then == on or then.weekday() >= _SATURDAY:
        then += timedelta(days=-1 if which in {"before", "prior"} else 1)
    return f"on {_dated(then)}"


class Wish:
    """What they asked for last: "i'll send it" is to send that, by the day that they named."""

    def __init__(self) -> None:
        self.thing, self.when = "", ""
        self.to_return = self.to_submit = ""  # what they sent us to fill in; what we are to hand in

    def hear(self, clause: str, dates: Sequence[DateReading]) -> None:
        never = None if dates else _NEVER_WENT.match(clause)
        theirs, due = _SENT_US.match(clause), _TO_SUBMIT.match(clause)
        if theirs or due:
            self.to_return, self.to_submit = (theirs["thing"] if theirs else ""), (due["thing"] if due else "")
        thing, when = (never["thing"], "") if never else wished(clause, dates)
        if thing:
            self.thing, self.when = thing, when

    def named(self, clause: str, dates: Sequence[DateReading]) -> str:
        """The clause with the thing in the place of "it"; empty when it speaks of no such thing."""
        if self.thing and dates and (bare := _SENDING.match(clause[: dates[0].start])):
            return f"I will {base_verb(bare['verb'])} {self.thing} {clause[dates[0].start :]}"
        before = clause[: dates[0].start].strip(" ,.") if dates else ""
        if self.to_return and dates and _WANTS_BACK.match(before):
            return f"I will send back {self.to_return} {clause[dates[0].start :]}"
        if self.to_submit and dates and _NOW_DUE.match(before):
            return f"I will submit {self.to_submit} {clause[dates[0].start :]}"
        if (
            self.thing
            and len(dates) == 1
            and (_GOES.match(before) or (dates[0].by and _TOLD_THEM.match(before)) or self._is_latest(clause, dates[0]))
        ):
            return f"I will send {self.thing} {clause[dates[0].start :]}"
        found = _IT.match(clause) if self.thing else None
        if not found or base_verb(found["verb"]) is None:
            return ""
        when = "" if dates else self.when
        return f"I will {found['verb']} {found['whom'] or ''}{self.thing}{found['rest']}{when}"

    @staticmethod
    def _is_latest(clause: str, day: DateReading) -> bool:
        """ "she needs the ROI sheet, Friday noon latest": nothing but the day by which they need it."""
        beside = f"{clause[: day.start]} {clause[day.end :]}"
        return bool(_AT_THE_LATEST.search(beside)) and bool(
            _ONLY_A_PLACE.match(_AT_THE_LATEST.sub("", beside).strip(" ,.!"))
        )
