"""A step that they wish for: "wants to do it Mon 10am instead", "wants a demo Weds or Thurs". Nobody has agreed to it yet.

Of two days, or a week, the first is when they are asked which of them suits.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

from bot.reading.calendar.datewords import DateReading, first_working_day
from bot.reading.grammar.ourthings import is_eithers, is_thing
from bot.reading.grammar.theirthings import is_theirs
from bot.reading.steps.hourtaken import is_offered
from bot.reading.steps.steps import KIND, OUR, WANTS, WHO, Step, kind_of, with_hour, without_days

_A_WEEK, _A_MONTH = timedelta(days=7), timedelta(days=31)
_WISH = re.compile(
    rf"(?:{WHO}{WANTS}(?:for\s+)?(?:to\s+)?|^(?:could|can)\s+(?:we|you)\s+|^let['’]?s\s+)"
    rf"(?:(?:push|move|shift|reschedule)(?:\s+back)?(?:\s+(?:to|for))?|(?:do|have|move|push|shift|reschedule|make|hold)\s+(?:it|that|this|{OUR}(?P<moved>{KIND})|a\s+(?P<new>{KIND}))(?:\s+(?:back|to|for|on))*"
    rf"|(?P<talk>meet(?:\s+(?:with\s+)?(?:me|us))?|see\s+(?:me|us)|talk|speak|catch\s+up|connect|sync|chat)(?:\s+again)?|(?:go|run|walk|talk)\s+(?:us\s+|me\s+)?(?:thr(?:ough|u)|over)\s+(?:it|(?P<what>(?:(?:the|our|my|his|her|their)\s+)?[a-z][\w'’-]*(?:\s+[a-z][\w'’-]*)?))(?:\s+(?:on|with\s+(?:me|us)|together))*|(?:{OUR}|an?\s+(?:(?!the\b|to\b|our\b)[a-z][\w-]*\s+){{0,2}}?)(?P<named>{KIND})(?:\s+(?:on|for|to))?)$",
    re.IGNORECASE,
)
_RATHER = re.compile(
    rf"(?:{WHO}{WANTS}(?:to\s+|for\s+)?|^(?:could|can)\s+(?:we|you|she|he|they)\s+)(?:do|say|make\s+it)?$|^(?:let['’]?s\s+)?(?:do|make it|say)$",
    re.IGNORECASE,
)
_CAN_DO = re.compile(
    rf"{WHO}(?:(?:can|could)\s+(?:only\s+)?(?:do|make)(?:\s+it)?(?P<may>\s+for\s+(?:an?|{OUR})\s*(?P<what>{KIND}))?|(?:will|['’]ll|would)\s+do\s+for\s+(?:an?|{OUR})\s*(?P<will>{KIND})|(?:suggest(?:s|ed)?|propose[sd]?|offer(?:s|ed)|counter(?:s|ed)?\s+(?:with|w/?))(?:\s+it)?)(?:\s+(?:on|for))?$",
    re.IGNORECASE,
)
_OR = re.compile(r"\s*(?:/|\bor\b)\s*(?:(?:on|the|even|maybe|possibly)\s+)*", re.IGNORECASE)
_OR_IN = re.compile(r"\bor\b|[a-z]/", re.IGNORECASE)  # "4/6" may be a day of two months
_IN_A_WEEK = re.compile(r"\b(?:next|nxt|this)\s+w(?:ee)?k$", re.IGNORECASE)


_TALK = {
    "meet": "meeting", "meet us": "meeting", "meet with us": "meeting", "see us": "meeting", "see me": "meeting", "meet me": "meeting", "meet with me": "meeting", "talk": "call", "speak": "call", "catch up": "call", "connect": "call", "sync": "call", "chat": "call",
}  # fmt: skip
_ARTICLE = re.compile(r"^(?:the|our|my|his|her|their)\s+", re.IGNORECASE)


_SAME_TIME = r"(?:at\s+)?(?:the\s+)?same\s+(?:time|hour|slot)"
_INSTEAD_BEHIND = re.compile(rf"[\s,]+(?:instead|if\s+possible|please|rather|{_SAME_TIME})[\s.!]*$", re.IGNORECASE)
_TOPICS = frozenset(
    "numbers figures results plan rollout scope pricing budget requirements options design timeline agenda list data changes questions security integration setup specs redlines".split()
)


def wished_step(clause: str, dates: Sequence[DateReading]) -> Step | None:
    """ "wants to do it Mon 10am instead": a day of theirs, which nobody has agreed to yet."""
    dates = either_day(clause, dates)
    if len(dates) != 1 or dates[0].on is None or dates[0].not_before:
        return None
    said = _INSTEAD_BEHIND.sub("", clause)
    dates = with_hour(said, dates)
    rest = without_days(said, dates).rstrip(" ?")
    if dates[0].first_on:
        return _wished_in_week(re.sub(r"\s+already$", "", rest, flags=re.IGNORECASE), clause, dates[0])
    if is_offered(rest, dates[0]):
        return Step("", dates[0], clause, agreed=False)
    bare = re.sub(rf"\s+(?:instead|if possible|please|rather|{_SAME_TIME})\b", "", rest, flags=re.IGNORECASE).strip()
    found = _WISH.match(bare)
    if found and found["what"] and not _is_talked_over(found["what"]):
        return None  # through the airport
    if found:
        talk = _TALK.get(" ".join((found["talk"] or "").lower().split()), "")
        if found["what"]:
            talk = f"{_ARTICLE.sub('', found['what'])} review"
        return Step(talk or kind_of(found["moved"] or found["new"] or found["named"]), dates[0], clause, agreed=False)
    rather = _CAN_DO.match(bare) or (("instead" in clause.lower() or dates[0].at) and _RATHER.match(bare))
    named = rather["what"] or rather["will"] if rather and rather.re is _CAN_DO else ""
    return Step(kind_of(named), dates[0], clause, agreed=False) if rather else None


def either_day(clause: str, dates: Sequence[DateReading]) -> Sequence[DateReading]:
    """ "Weds or Thurs", "tue/wed 10am": both days as the first of them; the hour is that of either."""
    if len(dates) == 1 and dates[0].choices and _OR_IN.search(dates[0].text):
        return (replace(dates[0], on=dates[0].choices[0], choices=()),)
    if len(dates) != 2 or not _OR.fullmatch(clause[dates[0].end : dates[1].start]):  # noqa: PLR2004 - the one or the other
        return dates
    first, last = dates
    day = first if first.on else replace(first, on=(first.choices or (None,))[-1], choices=())
    if day.on and last.on and _IN_A_WEEK.search(last.text):  # "Fri or Thurs next week": both are in it
        day = replace(day, on=last.on + timedelta(days=day.on.weekday() - last.on.weekday()))
    return (replace(day, end=last.end, at=first.at or last.at, zone=first.zone or last.zone),)


def _is_talked_over(what: str) -> bool:
    """A paper, or what a talk is about."""
    return what.rsplit(maxsplit=1)[-1].lower() in _TOPICS or is_thing(what) or is_eithers(what) or is_theirs(what)


def _wished_in_week(rest: str, clause: str, week: DateReading) -> Step | None:
    """ "wants a security call week of 11 Jan", "to talk mid January": its first working day is when they are asked which day suits."""
    long = week.on - week.first_on if week.on and week.first_on else timedelta.max
    found = _WISH.match(rest) if long <= _A_MONTH else None
    named = kind_of(found["named"] or found["new"]) if found else ""
    kind = kind_of(found["talk"]) or (named if long <= _A_WEEK or named in {"call", "chat"} else "") if found else ""
    if not kind or kind == "trial" or week.first_on is None:
        return None
    return Step(kind, replace(week, on=first_working_day(week.first_on)), clause, agreed=False)
