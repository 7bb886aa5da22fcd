"""When they want it, in looser words than "don't call before": "later, in September", "nothing before the board on 2 April"."""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

from bot.reading.calendar.datewords import FRIDAY, DateReading
from bot.reading.waits.absence import Away
from bot.reading.waits.ownevents import is_brought_up
from bot.reading.words.speech import NAME

_AND = r"^(?:(?:and|but|then|so|sorry)\s+)*"
_WHO = rf"(?:(?:she|he|they|we|i|{NAME})\s+)?"
_SAYS = r"(?:(?:says?|said|thinks?|thought|wants?|meant|means)\s+(?:that\s+)?(?:it['’]?s\s+|it\s+is\s+)?)?"
_LOOSELY = r"(?:(?:maybe|perhaps|probably|possibly|rather|more\s+like|some\s?time|only|on|onwards?|(?:at\s+)?(?:the\s+)?earliest|this\s+year|again)\s*)*"
_PUTS_OFF = re.compile(
    rf"{_AND}{_WHO}{_SAYS}{_LOOSELY}(?:later(?:\s+on)?|not\s+(?:right\s+)?now|not\s+yet|not\s+this\s+(?:year|quarter|season|half|fy|fiscal(?:\s+year)?)|another\s+time|too\s+early|too\s+soon|hold\s+off|hang\s+(?:on|fire)|sit\s+tight|park\s+it)\s*{_LOOSELY}$",
    re.IGNORECASE,
)
_LOOSE_DAY = re.compile(rf"^{_LOOSELY}$", re.IGNORECASE)
_EVENT = re.compile(
    r"(?:n['’]t|\b(?:cant|cannot|wont|dont|not|no|nothing|never))\b.{0,40}?\b(?:before|(?:until|till?)(?:\s+after)?)\s+(?:the|our|their|his|her|my|its|a)\s+(?:[\w'’-]+\s+){1,3}?$",
    re.IGNORECASE,
)
# "won't sign until she's back on 13 April", "wont circle back til the new VP starts 5/4", "ask again when their contract's up 6/30".
_WHEN_IT_IS = re.compile(
    r"(?:(?:n['’]t|\b(?:wont|cant|dont|not|no|nothing|never))\b.{0,50}?\b(?:before|until|till?)|\b(?:ask|try|call|come|check|ring|phone|talk|speak|ping|e-?mail|get|reach|circle|touch|follow)\s+(?:(?:me|us|him|her|them|again|back|in|to|out|touch|base|up|with)\s+)*(?:when|once|after|as\s+soon\s+as))\s+"
    r"(?:(?:we|they|she|he)(?:['’](?:ve|s|re)|\s+(?:have|has|are|is))\s+(?!back\b)[a-z]+(?:\s+[a-z]+)?|(?:she|he|they)(?:['’](?:s|re)|\s+(?:is|are))\s+back(?:\s+(?:from|at)\s+\w+)?|(?:the|our|their|his|her)\s+(?:[\w'’-]+\s+){1,4}?(?:(?!(?:this|his|is|was|has|as|us)\b)[a-z]{2,}s|(?:is|are|has\s+been|has|have|gets)\s+(?:\w+)))(?:\s+on)?\s*$|\b(?:ask|try|call|come\s+back|check|ring|talk)\s+(?:me\s+|us\s+)?(?:again|back)\s+(?:when|once|after)\s+(?:the|our|their|his|her)\s+[\w-]+['’]s\s+(?:up|over|done)(?:\s+on)?\s*$",
    re.IGNORECASE,
)
_UNSURE = re.compile(r"\bnot\s+(?:sure|certain|clear)\b", re.IGNORECASE)
_GATHERING = re.compile(
    r"^(?:(?:[\w'’]+\s+){1,2}(?:has|have|gets?|got)\s+(?:an?\s+|her\s+|his\s+)?(?:slot|spot|time|minutes|seat|agenda\s+item)\s+(?:at|with|before|on|in)\s+)?(?:(?:and|but|then|so|the|their|our|her|his|school|next|steering|buying|credit|exec|investment|purchasing|capex)\s+)*(?:board|committee|cmte|council|ic|comit[eé]|panel|directors|partners|trustees|steerco|leadership(?:\s+team)?|exec(?:\s+team)?|vorstand(?:ssitzung)?|styret|styremøte|conseil)(?:\s+(?:is|mtg|meeting|sits?|meets?|votes?|convenes?|gathers?|session|le|am|el))*\s*(?:on|in)?\s*$",
    re.IGNORECASE,
)
_ON_AGENDA = re.compile(
    r"\bon(?:to)?\s+(?:the|their)\s+(?:[\w'’-]+\s+){0,3}?(?:agenda|docket)(?:\s+(?:for|on))?$", re.IGNORECASE
)
_UNTIL_EVENT = re.compile(
    r"^(?:(?:and|but|then|so|please|pls)\s+)*(?:(?:she|he|they)\s+)?(?:(?:said|says|asked|asks|wants?|told\s+(?:me|us))\s+(?:(?:that|me|us|i|we|to|not|should)\s+)*|(?:[A-Z][\w'’]+\s+){1,2}(?:said|says|asked|asks)\s+(?:(?:that|me|us|i|we|to|not|should)\s+)*)?"
    r"(?:(?:do\s?n['’]?t|do\s+not|not\s+to|no\s+need\s+to|better\s+not)\s+(?:bother|call|ring|chase|contact|e-?mail|write|push|ping|try|come|follow)\b.{0,40}?\b(?:until|till?|before)"
    r"|(?:call|ring|phone|try|ping|contact|ask|come\s+back|get\s+(?:back|in\s+touch)|touch\s+base|check\s+(?:back|in)|circle\s+back|reach\s+out|talk|speak)\b.{0,30}?\b(?:after|once|when))\s+\S.*$",
    re.IGNORECASE,
)
_ON = re.compile(
    r"^(?:on|in|at)\b|^\d|^(?:the|mon|tue|wed|thu|fri|sat|sun|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)",
    re.IGNORECASE,
)
_BEGINS = re.compile(
    r"\b(?:starts?|begins?|opens?|resets?|(?:year|yr|quarter|qtr|fy|month|half|season|cycle|period)|kicks?\s+in|renews?|turns\s+over)\s*(?:on\s*)?$",
    re.IGNORECASE,
)
_DECIDE = re.compile(
    rf"{_AND}(?:the\s+|their\s+)?(?:decision|award|vote)(?:\s+(?:is|comes?|will\s+(?:be|come)|due))?$|{_AND}(?:(?:we|i|they|she|he|{NAME})\b)(?:['’](?:ll|re|m|s))?\s*(?:(?:will|only|can|are|is|am|going|to|won['’]?t|not)\s+)*(?:decid(?:e|es|ing)|(?:pick|choos|select)(?:e?s?|ing)(?:\s+(?:one|someone|a\s+(?:vendor|supplier|winner)|the\s+winner))?|look(?:ing)?\s+at\s+(?:it|this))(?:\s+(?:it|this|on\s+it|on\s+this|again|(?:on|about)\s+(?:(?:the|our|their|an?)\s+)?[\w'’-]+(?:\s+[\w'’-]+){{0,2}}))*$",
    re.IGNORECASE,
)


# What they will not do; what they "have not done before" tells of no day.
_WILL_NOT = r"(?:\b(?:(?:ca|wo|could|would)n['’]?t|do(?:es)?n['’]?t|cannot|(?:will|can|could|would|do|does)\s+(?:not|never)|(?:is|are|['’]s|['’]re)\s*(?:not|n['’]t)(?=\s+[a-z]+ing\b))|^(?:(?:and|but|so|then)\s+)*(?:not|nothing|nobody)\b|\bno\s+(?:decision|budget|money|funds|po|order|signature|answer|approval|call|meeting|talks?)\b|\b(?:can|will)\s+(?:do|sign|decide|buy|order)\s+nothing\b)"
_POINTS_BACK = re.compile(
    rf"(?:{_WILL_NOT}|\bno\s+(?:point|use|sense)\b|\bnothing\b).{{0,60}}?\s(?P<how>before|(?:until|till?)\s+after|until|till?)(?:\s+(?:then|that|it|this|(?:it|that|the\s+meeting|the\s+vote)['’]?s\s+(?:over|done)|(?:she|he|they|it)\s+(?:has|have|is|are|meets?|sits?)(?:\s+(?:met|back|sat|over|done))?|(?:her|his|their)\s+return))?$|\bwait(?:ing|s)?\s+(?P<settled>until|till?)\s+(?:she|he|they)(?:['’](?:s|re|ve)|\s+(?:is|are|has|have))\s+(?:(?:all|fully|well|been)\s+)*(?:settled(?:\s+in)?|started|in(?:\s+(?:place|the\s+(?:job|role|seat|chair)))?|there|on\s+board|arrived|landed|up\s+to\s+speed)[\s.!]*$|^not\s+(?P<alone>before)(?:\s+(?:then|that))?$"
    r"|\b(?:on\s+(?:hold|ice|pause)|frozen|parked|paused|shelved|stuck|waits?|waiting|hold(?:ing)?\s+off)\s+(?P<held>until|till?|'til)\s+(?:then|that|it['’]?s\s+(?:over|done))[\s.!]*$",
    re.IGNORECASE,
)


def with_that_day(clause: str, named: DateReading | None, absent: Away | None) -> str:
    """ "won't touch it before" behind "board sits 12/8": with that day; behind an absence with that of their return."""
    found = _POINTS_BACK.search(clause) if "before" in clause.lower() or "til" in clause.lower() else None
    on = absent.back_on if absent else named.first_on or named.on if named and not named.past else None
    if found is None or on is None:
        return clause
    if found["held"]:  # "everything on hold til then"
        return f"{clause[: found.start('held')]}until {on.day} {on:%B} {on.year}"
    how = found["how"] or found["alone"] or found["settled"]
    is_over = bool(named and named.last_on) and found[0].lower().endswith(
        ("over", "done")
    )  # of days in a row the last one
    is_after = is_over or "after" in how.lower()
    if is_after and not absent and named:
        on = (named.last_on or named.on or on) + timedelta(days=1)
        on += timedelta(days=7 - on.weekday()) if on.weekday() > FRIDAY else timedelta()
    if how.lower().startswith(("til", "until")) and not is_after and found[0].lower().endswith(how.lower()):
        return clause  # "no decision til": the line breaks off
    return f"{clause[: found.start(found.lastgroup or 0)]}before {on.day} {on:%B} {on.year}"


_CALL_AFTER = re.compile(
    r"^(?P<call>(?:(?:and|but|then|so|i|i['’]ll|will|pls|please)\s+)*(?:call|ring|phone|try|ping|call\s+back|try\s+again)(?:\s+(?:him|her|them|back|again))*)\s+(?:after(?:\s+(?:that|then|it))?|then|when\s+(?:she|he|they)(?:['’](?:s|re)|\s+is|\s+are)\s+back)[\s.!]*$",
    re.IGNORECASE,
)


def called_after(clause: str, absent: Away | None) -> str:
    """ "call after" behind "inventory thru the 23rd": on the first working day that they are back."""
    found = _CALL_AFTER.match(clause) if absent else None
    if not found or not absent:
        return clause
    on = absent.back_on + timedelta(
        days=max(0, 7 - absent.back_on.weekday()) if absent.back_on.weekday() > FRIDAY else 0
    )
    return f"{found['call']} on {on.day} {on:%B} {on.year}"


# "in surgery til 3", "with a patient until 2:30pm": today, as no day is named.
_BUSY_UNTIL = re.compile(
    r"\b(?:in|at|with|on|out|busy|away|tied\s+up|seeing|teaching|driving|meeting|call|surgery|clinic|class|court)\b[^,;.]{0,40}?\b(?:until|till?|'til)\s+(?:about\s+)?(?P<hour>(?:noon|\d{1,2}(?:[:.]\d\d)?\s?(?:[ap]m|ish)?))(?:\s+today)?[\s.!]*$",
    re.IGNORECASE,
)
_CALL_THEN = re.compile(
    r"^(?:(?:and|but|then|so|said|says|to|i['’]?ll|will|pls|please)\s+)*(?:call|ring|phone|try|trying|calling|cb|call\s+back|try\s+again)(?:\s+(?:him|her|them|back|again|me))*\s+(?:(?:right\s+|just\s+|any\s?time\s+)?after(?:\s+(?:that|then|it|wards?))?|afterwards?|then|when\s+(?:she|he|they)(?:['’](?:s|re)|\s+is|\s+are)\s+(?:out|done|free|back))[\s.!]*$",
    re.IGNORECASE,
)


def busy_until(clause: str) -> str:
    """The hour at which they can be reached again, "3"; empty when none is told."""
    found = _BUSY_UNTIL.search(clause)
    return found["hour"].strip() if found else ""


def called_from(clause: str, hour: str) -> str:
    """ "try after" behind "in surgery til 3": after 3."""
    return f"I'll try them again after {hour}" if hour and _CALL_THEN.match(clause) else clause


def asked_then(clause: str, hour: str) -> str:
    """In their words "call then" behind "in court til 5" is at 5."""
    return f"call me at {hour}" if hour and _CALL_THEN.match(clause) else clause


def puts_off(clause: str) -> bool:
    """ "Lucia says later", behind which only the time is told: "in September"."""
    return bool(_PUTS_OFF.match(clause.strip(" ,")))


def gathering(clause: str, dates: Sequence[DateReading], *, is_next: bool = False) -> DateReading | None:
    """ "board sits 4/14": the day on which somebody presents us there; `is_next`: "next one 4/14", behind it."""
    if len(dates) != 1 or dates[0].on is None:
        return None
    before = clause[: dates[0].start].strip(" ,")
    is_told = is_brought_up(before) or bool(_ON_AGENDA.search(before))
    if not (is_next or is_told or _GATHERING.search(f"{clause[: dates[0].start]} {clause[dates[0].end :]}")):
        return None
    return replace(dates[0], by=False, not_before=False)


def asks_until_event(clause: str) -> bool:
    """ "dont bother him til the merger closes", "phone after spring break": the day of it may follow."""
    return bool(_UNTIL_EVENT.match(clause))


_WAITS_FOR = re.compile(
    r"(?:(?:she|he|they|we|it['’]?s|but|sorry)[\s,]+)*(?:(?:not|nothing|no\s+[a-z]+)\s+(?:before|until|till?)|(?:ca|wo)n['’]?t\s+[a-z]+(?:\s+[a-z]+){0,2}?\s+(?:before|until|till?))\s+(?:the|our|their|her|his|we|new|next)\b[^,;]*$",
    re.IGNORECASE,
)


def waits_for(clause: str) -> bool:
    """ "not before the new fiscal year": they wait, and no day is told."""
    return bool(_WAITS_FOR.match(clause))


def is_loose_day(clause: str, dates: Sequence[DateReading]) -> bool:
    """A clause that is a time some weeks off and nothing else."""
    if len(dates) != 1 or not (dates[0].first_on or (dates[0].on and dates[0].not_before)):
        return False
    rest = f"{clause[: dates[0].start]} {clause[dates[0].end :]}"
    return bool(_LOOSE_DAY.match(rest.strip(" .,")))


def after_event(clause: str, dates: Sequence[DateReading]) -> DateReading | None:
    """ "can't do anything before the board on 2 April": the working day after it."""
    if not dates or dates[0].on is None or dates[0].first_on or "?" in clause or not _ON.match(dates[0].text):
        return None
    before = clause[: dates[0].start]
    if _WHEN_IT_IS.search(before):
        return replace(dates[0], first_on=None, not_before=True)
    if not _EVENT.search(before) or _UNSURE.search(before):
        return None
    on = dates[0].on + timedelta(days=0 if _BEGINS.search(clause[: dates[0].start]) else 1)
    on += timedelta(days=7 - on.weekday()) if on.weekday() > FRIDAY else timedelta()
    return replace(dates[0], on=on, first_on=None, not_before=True)


def is_beginning(clause: str, dates: Sequence[DateReading]) -> bool:
    """ "cant add vendors til the new fiscal yr Jul 1": how things are, and no talk is asked for."""
    return bool(dates and _BEGINS.search(clause[: dates[0].start]))


def decides_after(clause: str, dates: Sequence[DateReading]) -> DateReading | None:
    """ "we decide after Easter": nothing to chase before that."""
    if len(dates) != 1 or not dates[0].not_before or not (dates[0].first_on or dates[0].on):
        return None
    return dates[0] if _DECIDE.match(clause[: dates[0].start].strip()) else None


def asks_after_event(before: str) -> bool:
    """ "ring me once the audit is through": they ask for it, where "won't sign until …" is how things are."""
    found = _WHEN_IT_IS.search(before)
    return bool(found and _UNTIL_EVENT.match(found[0].strip()))


def is_how_things_are(clause: str, dates: Sequence[DateReading]) -> bool:
    """ "won't renew before the audit closes 30 October": a reason, and no call that they ask for."""
    before = clause[: dates[0].start]
    return bool(_WHEN_IT_IS.search(before)) and not asks_after_event(before)
