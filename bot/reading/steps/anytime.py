"""Any day of a week but one: "walkthrough any time wk of 11/2 bar Weds". What is barred never becomes the day of the step."""

import re
from dataclasses import replace
from datetime import date, timedelta

from bot.reading.steps.steps import KIND, Step
from bot.reading.words.daynames import MONTH

_DAY = r"(?:mon|tue|wed|thu|fri|sat|sun)(?:s|rs|day|sday|nesday|rsday|urday)?s?\b"
_DAYS = re.compile(r"\b(mon|tue|wed|thu|fri|sat|sun)", re.IGNORECASE)
_WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_WEEKEND = frozenset({5, 6})
_ANY_LEFT = re.compile(r"\s+any\s?(?:time|day|slot)$", re.IGNORECASE)
_BUT = re.compile(
    rf"[\s,(]+(?:bar(?:ring)?|except(?:\s+for|ing)?|excl(?:\.|uding)?|(?:but|just|only)\s+not|not|save(?:\s+for)?|other\s+than|apart\s+from|minus|all\s+but|but)\s+(?:on\s+|the\s+)?(?P<days>{_DAY}(?:\s*(?:,|/|&|or|and)\s*{_DAY})?)[\s.)]*$",
    re.IGNORECASE,
)
_ANY = re.compile(
    r"[\s,]+(?:(?:at\s+)?any\s?time|any\s?day|whenever|any\s+(?:slot|hour))(?:\s+(?:in|on|of|during|within))?(?=\s+(?:the\s+)?(?:w(?:ee)?k\b|w/c\b|next\b|this\b|mon|tue|wed|thu|fri|\d|in\b))",
    re.IGNORECASE,
)
_WHEN_ANY = r"any\s?(?:time|day|slot)\b"
_A_WEEK = r"(?:(?:the\s+)?(?:next|this)\s+w(?:ee)?k|(?:the\s+)?w(?:ee)?k\s+(?:of|after|commencing)|w/c)"
_APART = re.compile(
    rf"(?P<wish>\b(?:wants?|asks?\s+for|asked\s+for|needs?|suggests?|(?:up\s+for|open\s+to|game\s+for|good\s+for|happy\s+with|ok\s+(?:for|with)))\s+(?:an?\s+|the\s+|our\s+|to\s+)?(?:[a-z-]+\s+)?(?:demo|call|meeting|visit|walk-?thr(?:ough|u)|trial|tour|training|review|meet|talk|session|presentation)(?:\s+(?:the\s+)?(?:next|this)\s+w(?:ee)?k)?)(?:\s+(?:tho|though|then))?\s*[,.;]\s+(?={_WHEN_ANY}|{_A_WEEK}\b)",
    re.IGNORECASE,
)
_BARRED_FIRST = re.compile(
    rf"\s+any\s?(?:time|day)\s+(?:but|bar|except(?:\s+for)?|not|save)\s+(?P<days>{_DAY}(?:\s*(?:/|&|or|and)\s*{_DAY})?)(?=,?\s+(?:(?:the\s+)?(?:next|this)\s+w(?:ee)?k|(?:the\s+)?w(?:ee)?k\s+(?:of|after)\b|w/c\s))",
    re.IGNORECASE,
)
_COMMA = re.compile(
    rf"(?P<before>\bany\s?(?:time|day)\s+(?:but|bar|except(?:\s+for)?|not|save)\s+{_DAY}|\bw(?:ee)?k(?:\s+after\s+next|\s+of\s+[\w/.]{{1,9}}(?:\s\w{{1,9}})?)?),\s+(?=(?:(?:the\s+)?(?:next|this)\s+w(?:ee)?k\b|(?:(?:but|just|only)\s+)*not\s+(?:on\s+)?(?:the\s+)?{_DAY}))",
    re.IGNORECASE,
)


# "legal has it, back by Fri": what has it comes back, and nobody is away.
_HAS_IT_BACK = re.compile(
    r"(?P<has>\b(?:legal|finance|procurement|purchasing|counsel|accounting|security|compliance|it|(?:her|his|their|the)\s+(?:boss|lawyers?|cfo|ceo|team|counsel))\s+(?:has|have|got)\s+(?:it|them|the\s+[a-z]+))\s*,\s+(?:and\s+)?(?=back\s+(?:by|on|before|to\s+(?:me|us))\b(?![^.;]*\b(?:vacation|holidays?|leave|pto|trip)\b))",
    re.IGNORECASE,
)


# "tues w/ Dana at the plant, 11 central", "mon w/ April Summers 2pm": the hour of that day.
_DAY_WITH = re.compile(
    r"(?P<day>(?:^|(?<=[.;:]\s))(?:on\s+)?(?:(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*(?:\s+\d{1,2}[/.]\d{1,2}\.?)?|\d{1,2}[/.]\d{1,2}\.?))\s+(?P<whom>(?:w/\s?|w\s+|with\s+)[^\d,;.:]{2,50}?),?\s+(?:at\s+)?(?P<hour>\d{1,2}(?:[:.][0-5]\d)?(?:\s?[ap]m?)?(?:\s+(?:[ecmp][sd]?t|gmt|bst|ces?t|eastern|central|mountain|pacific|uk|(?:her|his|their)\s+time))?)(?=[\s.]*$|[.;]\s)",
    re.IGNORECASE,
)


# "the boss is out so the demo is now Tues", "she's in so 7am Tues it is": why, and then what holds.
_SO_IT_IS = re.compile(
    rf"(?<=[\w'’])\s+so\s+(?=(?:(?:the|our)\s+)?{KIND}(?:['’]s|\s+is|\s+was)\s+(?:now|moved|pushed|bumped|off|cancell?ed)\b|[^,;.]{{3,24}}\s(?:it\s+is|then)\s*(?:$|[,;.]|w/|with\b))",
    re.IGNORECASE,
)
# "pinging him after golden week, May 7", "call me after the fair, 20-26 April": one day, and the event that it follows.
_AFTER_EVENT = re.compile(
    rf"(?P<after>\b(?:(?:calling|ringing|phoning|pinging|trying|chasing|buzzing)\s[^,;.\d]{{2,30}}\s)?after\s+(?!(?:that|then|it|this|which|all)\b)[^,;.\d]{{3,40}}),\s+(?=(?P<span>\d{{1,2}}\.?\s?[-–]\s?\d{{1,2}}(?:\.\d|\s+{MONTH}\b)|{MONTH}\s+\d{{1,2}}\s?[-–]|\d{{1,2}}/\d{{1,2}}\s?[-–]\s?\d)|(?:(?:mon|tue|wed|thu|fri)[a-z]*\s+)?(?:{MONTH}\s+\d|\d{{1,2}}/\d|\d{{1,2}}\s+{MONTH}\b))",
    re.IGNORECASE,
)


def _joined(found: re.Match[str]) -> str:
    return f"{found['after']} " if found["span"] or not found["after"].lower().startswith("after") else found[0]


def in_one(text: str) -> str:
    """ "wants a demo. any day but Thurs, next wk": one wish, without the marks that part it."""
    text = _DAY_WITH.sub(r"\g<day> at \g<hour> \g<whom>", text)
    text = _SO_IT_IS.sub(", so ", text) if " so " in text else text
    text = _AFTER_EVENT.sub(_joined, text) if "after" in text.lower() else text
    text = _HAS_IT_BACK.sub(r"\g<has> ", text) if "back" in text.lower() else text
    if not any(word in text.lower() for word in ("any", "not ", "wk", "week", "w/c")):
        return text
    return _APART.sub(r"\g<wish> ", _COMMA.sub(r"\g<before> ", text))


def without_barred(clause: str) -> tuple[str, frozenset[int]]:
    """The clause with its period alone, and the weekdays that do not suit."""
    first = _BARRED_FIRST.search(clause)
    if first:
        barred = frozenset(_WEEKDAYS.index(day.lower()) for day in _DAYS.findall(first["days"]))
        return clause[: first.start()] + clause[first.end() :], barred
    clause = _ANY.sub("", clause)
    but = _BUT.search(clause)
    if but is None or not re.search(r"\b(?:w(?:ee)?k|w/c|next|this)\b", clause[: but.start()], re.IGNORECASE):
        return clause, frozenset()
    return _ANY_LEFT.sub("", clause[: but.start()]), frozenset(
        _WEEKDAYS.index(day.lower()) for day in _DAYS.findall(but["days"])
    )


def barring(step: Step, weekdays: frozenset[int]) -> Step:
    """The step on the first day of its period that is not barred."""
    first, last = step.date.on, step.date.last_on
    if not (weekdays and first and last):
        return step
    span = [first + timedelta(days=n) for n in range(min((last - first).days, 31) + 1)]
    barred = tuple(day for day in span if day.weekday() in weekdays)
    free = next((day for day in span if day not in barred and day.weekday() not in _WEEKEND), first)
    return replace(step, date=replace(step.date, on=free), barred=barred)


def last_of(step: Step) -> date | None:
    """The last day of a step that may be on any day of a week or so."""
    return step.date.last_on if step.date.first_on else None
