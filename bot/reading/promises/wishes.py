"""What they asked for, or sent us, is what "it" means behind it: "wants the ROI sheet … sending it Tuesday".

Only what a seller hands over becomes a promise of ours: their PO, approval or payment never does.
"""

import re
from collections.abc import Sequence

from bot.phrases import base_verb
from bot.reading.calendar.datewords import DateReading
from bot.reading.grammar.duties import wished
from bot.reading.grammar.informs import finds_out, question_in
from bot.reading.grammar.ourthings import is_thing
from bot.reading.grammar.theirthings import is_theirs
from bot.reading.words.daynames import WORKDAY
from bot.reading.words.speech import NAME

_AND = r"(?:(?:and|but|then|so|also)\s+)*"
_IT = re.compile(
    rf"^{_AND}(?:(?:i|we)(?:['’](?:ll|m|re)|\s+(?:will|am|are|can|shall))?\s+|will\s+|(?=\w+ing\b))(?:(?:going\s+to|gonna|to)\s+)?"
    rf"(?P<verb>send|e-?mail|courier|ship|post|mail|fax|drop|deliver|overnight|upload|shoot|hand|forward|share|get|give|bring|provide|prepare|make|do|write|draft|return|complete|answer|submit|fill\s+(?:in|out))(?:[tp]?ing)?\s+(?P<whom>(?:her|him|them)\s+)?(?P<it>it|that|this|one(?!\s+pagers?\b)|those|them|both|(?P<many>two|three|four|[2-9]|a\s+couple)(?=\s*$|\s+(?:over|across|by|for|on|the\s+\d+(?:st|nd|rd|th)|today|tomorrow|tmrw|next|{WORKDAY}|of\s+(?:them|those))\b)|all\s+(?:of\s+it|three)|the\s+lot)\b(?P<rest>.*)$",
    re.IGNORECASE,
)
_SENDING = re.compile(
    rf"^{_AND}(?:(?:i|we)(?:['’](?:ll|m|re)|\s+(?:will|am|are))?\s+|will\s+)?(?:going\s+to\s+|gonna\s+)?(?P<verb>send(?:ing)?|e-?mail(?:ing)?|ship(?:ping)?|shar(?:e|ing)|provid(?:e|ing)|deliver(?:ing)?|get(?:ting)?)\s*$",
    re.IGNORECASE,
)
_RIGHT_NOW = re.compile(r"\s+(?:(?:right\s+)?now|as\s+we\s+speak|rn)[\s.!]*$", re.IGNORECASE)
_NEVER_WENT = re.compile(
    rf"^{_AND}(?:the\s+|my\s+|our\s+)?(?P<thing>[a-z][\w'’-]*(?:\s+[\w'’-]+){{0,2}}?)\s+(?:still\s+)?(?:never|did\s?n['’]?t|did\s+not|has\s?n['’]?t|has\s+not)\s+(?:went|go|gone)(?:\s+out)?(?:\s+yet)?$",
    re.IGNORECASE,
)
# "case study for Walt was due yesterday": what we owe still.
_WAS_DUE = re.compile(
    rf"^{_AND}(?:the\s+|my\s+|our\s+)?(?P<thing>[a-z][\w'’-]*(?:\s+[\w'’-]+){{0,2}}?)(?:\s+(?:for|to)\s+(?:her|him|them|{NAME}))?\s+(?:was|were)\s+(?:due|promised|supposed\s+to\s+(?:go|be))\b",
    re.IGNORECASE,
)
# "chasing me for the DPA I promised her last Fri"
_CHASES_US = re.compile(
    rf"^{_AND}(?:(?:she|he|they|{NAME})\s+)?(?:(?:is|are|['’]s|['’]re|was|still|keeps?)\s+)*(?:chasing|chased|nagging|hounding|bugging|waiting\s+on|asking|asked)\s+(?:me|us)\s+(?P<how>for|about)\s+(?P<thing>(?:the|our|my|that)\s+[\w-]+(?:\s+(?!(?:i|we|that)\b)[\w-]+)?)(?:\s+(?:that\s+)?(?:i|we)\s+.*)?$",
    re.IGNORECASE,
)
_GOES = re.compile(
    rf"^{_AND}(?:(?:it|they|those|these|both|(?:the\s+)?(?:fixed|new|right|revised|corrected|updated)\s+ones?)(?:['’]s)?\s+)?(?:(?:goe?s?|will\s+go|(?:is\s+|are\s+)?going)(?P<off>\s+(?:out|over|off))?(?:\s+to\s+(?:her|him|them))?|(?P<way>(?:is\s+|are\s+)?on\s+(?:its|their)\s+way|(?:is\s+|are\s+)?coming(?:\s+over)?|ships|follows))$",
    re.IGNORECASE,
)
_SEVERAL = re.compile(rf"{_AND}(?:they|those|these|both)\b", re.IGNORECASE)
# "redoing the numbers, he gets them Friday": what we are at work on is what they get.
_AT_WORK_ON = re.compile(
    rf"^{_AND}(?:(?:i|we)(?:['’](?:m|re)|\s+am|\s+are)\s+)?(?:re-?doing|re-?working|revising|updating|drafting|preparing|writing|building|finishing|re-?pricing|adjusting|amending)\s+(?P<thing>(?:(?:the|our|my|an?|her|his|their)\s+)?[a-z][\w'’-]*(?:\s+[\w'’-]+)?)$",
    re.IGNORECASE,
)
_GETS_IT = re.compile(
    rf"^{_AND}(?:she|he|they|{NAME})(?:['’]ll|\s+will)?\s+(?:gets?|ha(?:s|ve)|receives?)\s+(?:it|them|that|those|both)(?:\s+(?:back|from\s+(?:me|us)))?$",
    re.IGNORECASE,
)
_THEY_HAVE_IT = re.compile(
    rf"^{_AND}(?:(?:she|he|they|{NAME})(?:['’]ll|\s+will)?\s+)?(?:gets?|ha(?:s|ve)|receives?)\s+(?:it|them|those|both)(?:\s+from\s+(?:me|us))?$",
    re.IGNORECASE,
)
_TOLD_THEM = re.compile(
    rf"^(?:(?:and|but|so)\s+)*(?:(?:(?:i|we)\s+)?(?:told|promised)\s+(?:her|him|them|{NAME})(?:\s+(?:both|it|that|them|all(?:\s+of\s+it)?))?|(?:i|we)\s+said)$",
    re.IGNORECASE,
)
# What they sent us and want back: "emailed over their questionnaire, needs it back 3/27".
_SENT_US = re.compile(
    rf"^{_AND}(?:she|he|they|{NAME})\s+(?:has\s+|just\s+|already\s+)*(?:sent|emailed|forwarded|mailed|handed)\s+(?:me\s+|us\s+|over\s+|across\s+)+(?P<thing>(?:their|thier|his|her)\s+[^,;]{{3,60}})$",
    re.IGNORECASE,
)
_WANTS_BACK = re.compile(
    rf"^{_AND}(?:(?:she|he|they|[A-Z]\w+)\s+)?(?:needs?|wants?)\s+(?:it|them|that|this)\s+(?:back|filled(?:\s+(?:in|out))?|done|signed|returned|in)(?:\s+to\s+(?:her|him|them))?$",
    re.IGNORECASE,
)
# "RFP pushed out a week, now due 4/24".
_TO_SUBMIT = re.compile(
    rf"^{_AND}(?:the\s+)?(?P<thing>(?:rf[pqi]|bid|tender)(?:\s+(?:deadline|due\s+date))?)\s+(?:is\s+|was\s+|got\s+|has\s+been\s+)?(?:pushed|moved|extended|slid|slipped|delayed)\b(?!\s+to\s+(?:phase|stage|round)\b)",
    re.IGNORECASE,
)
_NOW_DUE = re.compile(rf"^{_AND}(?:(?:it['’]?s\s+|is\s+)?now|new\s+(?:date|deadline))(?:\s+due)?$", re.IGNORECASE)
_AT_THE_LATEST = re.compile(r"\b(?:latest|at\s+most|max|please|pls)\b", re.IGNORECASE)


_WITH = re.compile(
    r"\bwith\s+(?:(?P<it>it|that|this|one|those|them|both)|(?P<thing>(?:the|an?|our|my|some|that|this)\s+[^,;]{2,40}?))[\s.!]*$",
    re.IGNORECASE,
)
_ONLY_A_PLACE = re.compile(r"(?:[A-Z]\w+)?$")  # whose zone it is
# What a seller never hands over, whatever they need.
_NOT_OURS = re.compile(
    r"\b(?:ok(?:ay)?|approval|signature|sign-?\s?off|budget|decision|answer|blessing|p\.?o|payment|phone|time|call|meeting|demo|visit|comments|from\s+(?:her|his|their|legal|finance|procurement|the\s+\w+|[A-Z]\w+))\b|['’]s\b",
    re.IGNORECASE,
)
# "on my case about the spec I owed her Tue", "I owed Dana the quote": late, and ours.
_WE_OWED = re.compile(
    rf"\b(?:about|abt|over|for|re)\s+(?:the|that|my|our)\s+(?P<thing>[^,;]{{2,40}}?)\s+(?:that\s+)?(?:i|we)\s+(?:owed?|promised)\s+(?:her|him|them|{NAME})\b|\b(?:i|we)\s+(?:owed|still\s+owe)\s+(?:her|him|them|{NAME})\s+(?:the|that|an?|our|my)\s+(?P<owed>[^,;]{{2,40}}?)(?=\s+(?:by|on|since|last|for|mon|tue|wed|thu|fri)\b|$)",
    re.IGNORECASE,
)
# "wheres the SOC2 I promised last week", "asks where our quote is": they wait for it.
_WHERE_IS = re.compile(
    rf"^{_AND}(?:(?:she|he|they|{NAME})\s+(?:(?:is\s+|was\s+|['’]s\s+)?(?:asking|wondering)|asks?|asked|wonders|wants\s+to\s+know)\s+)?(?:where(?:['’]?s|\s+is|\s+are)?)\s+(?P<thing>(?:the|my|our|his|her|that)\s+(?!(?:money|po|order|payment)\b)[\w-]+(?:\s+(?!(?:is|are|i|we|that)\b)[\w-]+)?)"
    r"(?:\s+(?:is|are|stays))?(?P<told>\s+(?:that\s+)?(?:i|we)\s+(?:promised|owed?|said|offered|were\s+to\s+send)\b.*)?$",
    re.IGNORECASE,
)
_NO_PARCEL = re.compile(
    r"\b(?:discount|deal|price\s+(?:cut|drop)|% off|(?:pilot|trial)s?$|change|answers?|help|talk|word|chat|more\s+time|people|some(?:one|body)|money|seats?)\b",
    re.IGNORECASE,
)


_AT_ONCE = re.compile(
    r"\s+(?:now|asap|right\s+away|quickly|urgently)$|\s+(?:b4|before|ahead\s+of|in\s+time\s+for)\s.*$", re.IGNORECASE
)  # how and for when they wish it, and no thing


_HOW_MANY = re.compile(r"^(?:some|a\s+few|two|three|four|five|\d{1,2})\s+(?=\w)", re.IGNORECASE)


class Wish:
    """What they asked for last: "i'll send it" is to send that, by the day that they named."""

    def __init__(self) -> None:
        self.thing, self.when = "", ""
        self.question = ""  # what they want to know
        self.in_work = ""  # what we are at work on, as the clause before told
        self.to_return = self.to_submit = ""  # what they sent us to fill in; what we are to hand in

    def hear(self, clause: str, dates: Sequence[DateReading]) -> None:
        never = None if dates else _NEVER_WENT.match(clause)
        theirs, due = _SENT_US.match(clause), _TO_SUBMIT.match(clause)
        if theirs or due:
            self.to_return, self.to_submit = (theirs["thing"] if theirs else ""), (due["thing"] if due else "")
        # A day in what they ask is not the day by which we answer it.
        self.question = question_in(clause[: dates[0].start] if dates else clause) or self.question
        at_work = None if dates else _AT_WORK_ON.match(clause)
        self.in_work = at_work["thing"] if at_work else ""
        was_due = _WAS_DUE.match(clause)
        where = _WHERE_IS.match(clause)
        where = where if where and (where["told"] or is_thing(where["thing"])) else None
        thing, when = (never["thing"], "") if never and is_thing(never["thing"]) else wished(clause, dates)
        thing = where["thing"] if where and not thing else thing
        chased = _CHASES_US.match(clause)
        thing = chased["thing"] if chased and (chased["how"].lower() == "for" or is_thing(chased["thing"])) else thing
        thing = was_due["thing"] if was_due and is_thing(was_due["thing"]) else thing
        owed = None if thing else _WE_OWED.search(clause)
        if owed:
            thing, when = f"the {owed['thing'] or owed['owed']}", ""
        if thing:
            self.thing, self.when = _AT_ONCE.sub("", thing), when

    def named(self, clause: str, dates: Sequence[DateReading]) -> str:
        """The clause with the thing in the place of "it"; empty when it speaks of no such thing."""
        is_parcel = self._is_ours() and not _NO_PARCEL.search(self.thing)
        if is_parcel and dates and (bare := _SENDING.match(clause[: dates[0].start])):
            return f"I will {base_verb(bare['verb'])} {self.thing} {clause[dates[0].start :]}"
        if (
            is_parcel
            and not dates
            and (bare := _SENDING.match(_RIGHT_NOW.sub("", clause)))
            and _RIGHT_NOW.search(clause)
        ):
            return f"I will {base_verb(bare['verb'])} {self.thing} today"
        before = clause[: dates[0].start].strip(" ,.") if dates else ""
        if told := finds_out(before or clause, self.question):
            return f"{told} {clause[dates[0].start :] if dates else ''}".strip()
        if self.in_work and dates and _GETS_IT.match(before):
            return f"I will send {self.in_work} {clause[dates[0].start :]}"
        if self._is_ours() and dates and _THEY_HAVE_IT.match(before):
            return f"I will send {self.thing} {clause[dates[0].start :]}"
        if self.to_return and dates and _WANTS_BACK.match(before):
            return f"I will send back {self.to_return} {clause[dates[0].start :]}"
        if self.to_submit and dates and _NOW_DUE.match(before):
            return f"I will submit {self.to_submit} {clause[dates[0].start :]}"
        if (
            len(dates) == 1
            and self._is_ours()
            and (
                self._goes(before)
                or (_TOLD_THEM.match(before) and (dates[0].by or is_parcel))
                or self._is_latest(clause, dates[0])
            )
        ):
            return f"I will send {self.thing} {clause[dates[0].start :]}"
        found = _IT.match(clause) if self.thing else None
        if not found or base_verb(found["verb"]) is None:
            return ""
        when = "" if dates else self.when
        is_paper = is_thing(self.thing) and found["verb"].lower() in {"do", "make"}  # nobody "does a price"
        thing = _HOW_MANY.sub("", self.thing) if found["many"] else self.thing
        many = f"{found['many']} " if found["many"] and thing.split()[0].endswith("s") else ""
        return f"I will {'send' if is_paper else found['verb']} {found['whom'] or ''}{many}{thing}{found['rest']}{when}"

    def needed(self) -> str:
        """The act that hands over what they asked for; empty where no such thing was told."""
        return f"send {self.thing}" if is_thing(self.thing) and self._is_ours() else ""

    def brought(self, clause: str) -> str:
        """What we come to a talk with: "I'll call her Fri with it", "we meet Tue with the quote"; empty when it is not ours."""
        found = _WITH.search(clause)
        if not found:
            return ""
        if found["it"]:
            return self.thing if self._is_ours() else ""
        return found["thing"] if is_thing(found["thing"]) else ""

    def is_told_by(self, raw: str, *, asked: bool, is_undated: bool) -> bool:
        """Whether a promise before it is the same, without its day."""
        return (asked and self.thing in raw) or (is_undated and bool(self.in_work) and self.in_work in raw)

    def _is_ours(self) -> bool:
        return bool(self.thing) and not (is_theirs(self.thing) or _NOT_OURS.search(self.thing))

    def _goes(self, before: str) -> bool:
        """What they asked for goes out; without "out" it has to be a paper."""
        found = _GOES.match(before)
        if found and _SEVERAL.match(before) and not self.thing.endswith("s"):
            return False  # other things, or people
        is_out = found and (found["off"] or found["way"] or is_thing(self.thing))
        return bool(is_out) and not _NO_PARCEL.search(self.thing)

    @staticmethod
    def _is_latest(clause: str, day: DateReading) -> bool:
        """ "she needs the ROI sheet, Friday noon latest": nothing but the day by which they need it."""
        beside = f"{clause[: day.start]} {clause[day.end :]}"
        return bool(_AT_THE_LATEST.search(beside)) and bool(
            _ONLY_A_PLACE.match(_AT_THE_LATEST.sub("", beside).strip(" ,.!"))
        )
