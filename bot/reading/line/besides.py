"""What one clause means by the clause beside it: "with their lawyer, she expects it back Wed" is theirs, not due from us.

The two are put in the words that each would have alone; the rest of the line stays as it was typed.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from bot.reading.grammar.ourthings import is_thing
from bot.reading.line.takenon import ASKED, SAYS, as_taken_on, as_their_word
from bot.reading.line.todos import with_doers
from bot.reading.telegraph.undone import late_thing
from bot.reading.words.speech import NAME
from bot.reading.words.theirs import THEIRS

_WHO = rf"(?:she|he|they|{NAME})"
_NEXT = r"(?:[,;.]\s+(?:(?:and|but|so)\s+)?|\s+and\s+|\s+but\s+)"
_WISHED = re.compile(
    rf"(?P<wish>\b(?:wants?|needs?|asked\s+for|asks\s+for|requested|chasing(?:\s+(?:me|us)\s+for)?)\s+(?P<thing>[\w'’-]+(?:\s+[\w'’-]+){{0,3}}?)(?:\s+(?:now|asap|soon|today|quickly|urgently|back))?{_NEXT})(?=promised\s+(?:(?:it|them|that|both)\b|(?:(?:by|for)\s+)?(?:(?:mon|tues?|wed|thu|fri|tom)[a-z]*|tmrw|today|\d)\b))",
    re.IGNORECASE,
)
_IT = re.compile(r"promised\s+(?:it|them|that|both)\b", re.IGNORECASE)
_WITH_THEIRS = re.compile(
    rf"(?P<held>\b(?:with|at|to)\s+(?:(?:her|his|their|the)\s+)?(?:lawyers?|legal(?:\s+team)?|counsel|solicitors?|boss|manager|cfo|ceo|finance|procurement|purchasing|accountants?|bookkeeper|board|security|compliance)(?:\s+(?:now|already|since\s+\w+))?{_NEXT})(?P<who>{_WHO})\s+(?:expects?|(?:is|are)\s+expecting|should\s+(?:have|get))\s+(?P<it>it|them|that)\s+back\b(?!\s+(?:from|to|with)\s+(?:me|us)\b)",
    re.IGNORECASE,
)
# "said no way, offered 5": who offers is who said no.
_SAID_NO = re.compile(
    r"(?P<lead>^|[.;,]\s+)said\s+(?P<no>no(?:\s+way|\s+chance)?|nope|not\s+possible|can['’]?t\s+do\s+(?:that|it))(?=\s*[,;.]\s+(?:(?:but|and)\s+)?(?:i\s+)?(?:offered|countered|proposed)\b)",
    re.IGNORECASE,
)
_SAYS_AND_SENDS = re.compile(
    rf"(?P<says>\b(?P<who>{_WHO})\s+(?:says?|said|reckons?|thinks?|figures|mentioned)\s+[^,;.:“”\"]{{2,80}}(?:,|\s+and|\s+so)\s+)(?P<verb>sending|emailing|e-mailing|forwarding|texting|mailing|posting|sharing|uploading)\s+(?P<what>[a-z][\w'’-]*(?:\s+[\w'’-]+){{0,2}})",
    re.IGNORECASE,
)
_OURS_OR_OPEN = re.compile(
    r"(?:it|them|those|that|this|her|him|me|us|you|both|over|back|out|off|our|my|one|a\s+(?:new|revised))\b",
    re.IGNORECASE,
)
# "didn't call, tomorrow": then we do.
_NOT_CALLED = re.compile(
    r"(?P<missed>(?:^|[.;:,]\s+)(?:i\s+)?(?:did\s?n['’]?t|did\s+not|could\s?n['’]?t|forgot\s+to|never\s+got\s+(?:a?round\s+)?to|no\s+time\s+to)\s+(?:call|ring|phone|dial)(?:ing)?\b[^“”\"?]{0,80}?[.,;]\s+)(?:(?:will\s+(?:do|try)(?:\s+(?:it|so))?|so|then)\s+)*(?P<day>(?:first\s+thing\s+)?(?:tomorrow|tmrw|(?:mon|tue|wed|thu|fri)(?:s|r|rs|nes|ur|day|sday|nesday|rsday|urs|ursday)?)(?:\s+(?:at\s+)?\d{1,2}(?::\d\d)?(?:\s?[ap]m)?)?)(?:\s+(?:then|instead|first\s+thing|morning|afternoon))*[\s.!]*$",
    re.IGNORECASE,
)
# "wants it split by plant. on it, weds noon": what they want, and by when we do it.
_ON_IT = re.compile(
    r"(?<=[.;,]\s)(?:(?:and|so|i['’]?m|we['’]?re)\s+)*on\s+it\s*[,;:]?\s+(?:(?:by|for)\s+)?(?P<day>(?:(?:mon|tues?|weds?|thu(?:rs?)?|fri)(?:day|sday|nesday|rsday)?|today|tonight|tomorrow|tmrw|eod|eow|eom|\d{1,2}/\d{1,2}|the\s+\d{1,2}(?:st|nd|rd|th))\b)(?![^.,;]*\b(?:call|meet|she|he|they|demo)\b)",
    re.IGNORECASE,
)
# "our 2pm call to thurs, same time": the last hour of a talk; where an hour of its own follows, that one counts.
_ITS_HOUR = re.compile(
    r"\b(?:(?:at\s+)?the\s+)?same\s+(?:time|slot|hour)\b(?!\s+(?:as|we|next|last|she|he|they|i|it|the|their|our|every)\b|\s+(?:at\s+)?\d|\s*,?\s+(?:at\s+)?\d{1,2}(?:[:.]\d\d|\s?[ap]m))",
    re.IGNORECASE,
)
_TALK = r"(?:demo|call|visit|walk-?\s?thr(?:ough|u)|meeting|mtg|review|lunch|workshop|kick-?off)"
_HOUR = r"(?<![\d/.:$€£#-])(?:\d{1,2}:[0-5]\d(?:\s?[ap]m?\b)?|\d{1,2}\s?[ap]m\b|\d{1,2}[ap]\b|noon\b)(?!\s?%)"
_TALK_AT = re.compile(
    rf"(?P<hour>{_HOUR})(?:\s+[\w/'’-]+){{0,2}}?\s+(?P<what>{_TALK})\b|\b(?P<talk>{_TALK})(?:\s+[\w/'’-]+){{0,4}}?\s+(?:at\s+|@\s?)?(?P<at>{_HOUR})",
    re.IGNORECASE,
)
_OF_A_TALK = re.compile(rf"\b{_TALK}\b", re.IGNORECASE)
_MOVES = re.compile(r"\b(?:mov(?:e|es|ed|ing)|push|bump|shift|postpon|resched|slid)", re.IGNORECASE)
# "he'd loop in security “at some point”": when it may be, and no words that anybody is shown.
_QUOTED_HEDGE = re.compile(
    r"(?P<before>[\w’']\s+)(?<!said )(?<!says )(?<!goes )(?<!answered )(?<!replied )(?<!told me )(?<!told us )[“\"](?P<hedge>at\s+some\s+(?:point|stage)|some\s?day|one\s+day|eventually|some\s?time|in\s+due\s+course|down\s+the\s+(?:road|line|track)|when\s+(?:she|he|they)\s+(?:can|gets?\s+(?:a\s+chance|time|round\s+to\s+it)))[”\"]",
    re.IGNORECASE,
)
# "can't do today, thurs instead? told him ok 1:30": they asked for another day, and we said yes to it; or we offered one.
_WEEKDAY = r"(?:(?:next\s+)?(?:mon|tues?|wed(?:s|nes)?|thu(?:rs?|r)?|fri)(?:day)?(?:\s+(?:the\s+)?\d{1,2}(?:st|nd|rd|th|/\d{1,2})?)?|tomorrow|tmrw|today|(?:the\s+)?\d{1,2}(?:st|nd|rd|th)|\d{1,2}/\d{1,2})"
_AT_HOUR = r"(?:\d{1,2}(?::\d\d)?\s?(?:[ap]m?\b)?|noon)"
_WE_AGREED = r"(?:(?:and\s+|so\s+)?(?:i\s+|we\s+)?(?:told\s+(?:her|him|them|[A-Z][\w'’-]+)|said|replied|answered|wrote\s+back)\s+(?:that['’]?s\s+|it['’]?s\s+)?(?:ok(?:ay)?|fine|sure|yes|works|great|perfect|good|no\s+prob(?:lem)?|deal)|(?:i\s+|we\s+)?confirmed|(?:i\s+|we\s+)?ok(?:ay)?['’]?(?:e?d)(?:\s+(?:it|that))?|(?:i\s+|we\s+)?agreed|works\s+for\s+(?:me|us))"
_ANOTHER_SLOT = re.compile(
    rf"(?:(?:(?:can|could)\s+(?:we|you|i)\s+(?:do|make\s+it|meet|say)\s+)?(?P<day>{_WEEKDAY})(?:\s+(?:at\s+)?(?P<at>{_AT_HOUR}))?\s+instead(?:\s+of\s+\w+)?\s*[?,.;]\s*{_WE_AGREED}"
    rf"|\b(?:asked|wants?|wanted|would\s+like)\s+to\s+(?:move|push|switch|shift|change)(?:\s+(?P<talk>it|us|(?:our|the)\s+\w+))?\s+to\s+(?P<day2>{_WEEKDAY})(?:\s+(?:at\s+)?(?P<at2>{_AT_HOUR}))?\s*[,.;]\s*{_WE_AGREED}"
    rf"|\boffered\s+(?:her\s+|him\s+|them\s+)?(?P<day3>{_WEEKDAY})\s*[,.;]\s+(?:she|he|they)\s+(?:took|takes|picked|chose|went\s+for)(?=\s+\d))"
    rf"(?:[\s,]+(?:at\s+|for\s+)?(?P<hour>{_AT_HOUR}))?(?=\s*(?:$|[.;,]))",
    re.IGNORECASE,
)

# "offered 4/1 or 4/2, I took the 2nd, 9:30": the one of the two that was taken.
_OF_TWO = re.compile(
    rf"\boffered\s+(?:(?:her|him|them|me|us)\s+)?{_WEEKDAY}\s+or\s+{_WEEKDAY}\s*[,.;]\s+(?:and\s+|so\s+)?(?:i|we|she|he|they)\s+(?:took|takes|picked|chose|went\s+(?:for|with)|settled\s+on)\s+(?P<day>{_WEEKDAY})(?:[\s,]+(?:at\s+)?(?P<hour>{_AT_HOUR}))?(?=\s*(?:$|[.;,]))(?![^.;]*\b(?:if|only|unless|maybe|perhaps|provided|pending|tentativ\w*|depend\w*)\b)",
    re.IGNORECASE,
)

# "“can we do 3 instead”. ok, 3pm CT call today": it is still to come, where a call of today alone may have been.
_OK_TODAY = re.compile(
    rf"(?<=[.,;?”\"]\s)(?:ok(?:ay)?|fine|sure|agreed|works(?:\s+for\s+(?:me|us))?|told\s+(?:her|him|them)\s+(?:ok(?:ay)?|fine|sure))\s*[,.]?\s+(?:at\s+)?(?P<hour>{_AT_HOUR}(?:\s+(?:[ECMP][SD]?T|GMT|CET|BST)\b)?)\s+(?:(?P<talk>call|demo|meeting|mtg|chat|visit)\s+)?(?P<day>today|tonight|this\s+afternoon)(?=\s*(?:$|[.;,]))",
    re.IGNORECASE,
)

# "35 tys. zł": a thousand that is cut short ends no clause.
_THOUSANDS = re.compile(
    r"(?<=\d)\s?(?:tys|tsd|mln|mio|mill?)\.(?=\s+(?:zł|pln|eur|€|chf|kč|kr|nok|sek|dkk|usd)\b)", re.IGNORECASE
)
# "says PO is stuck in accounting, now 3/25": what they say ends before its new day.
_LATE_NOW = re.compile(
    rf"\b(?:says?|said|admits|admitted|told\s+(?:me|us))\s+(?:that\s+)?(?P<told>(?:(?:the|her|his|their)\s+)?{THEIRS}\s+(?:(?:is|has|got|was|been|still|all)\s+)*(?:stuck|slipped|late|delayed|held\s+up|pushed|overdue)(?:\s+(?:in|at|with|by|on)\s+[\w'’]+(?:\s+[\w'’]+)?)?)(?=\s*[,;]\s+(?:now|new\s+(?:date|eta)(?:\s+is)?|more\s+like)\s+(?:{_WEEKDAY}|eow|eom|end\s+of\s))",
    re.IGNORECASE,
)


# "not this mon, the one after, 11a": that of the week behind it.
_ONE_AFTER = re.compile(
    rf"\bnot\s+this\s+(?:coming\s+)?(?P<day>(?:mon|tues?|weds?|wednes|thurs?|fri)(?:day)?)\s*,?\s+(?:but\s+)?the\s+(?:one\s+after(?:\s+(?:that|it|next))?|next(?:\s+one)?|following(?:\s+one)?)(?:\s*,?\s+(?:at\s+)?(?P<hour>\d{{1,2}}(?:[:.]\d\d)?\s?[ap]m?\b|\d{{1,2}}[:.]\d\d|noon\b))?(?:\s*,?\s+(?:for\s+)?(?:the\s+|an?\s+|our\s+)?(?P<what>{_TALK})\b)?",
    re.IGNORECASE,
)

# "“ask again in the fall”. ok, sept it is": when we do.
_THEN_IT_IS = re.compile(
    r"\b(?:ask|try|call|ring|check|come\s+back|ping|reach\s+out|talk|speak|revisit|not\s+(?:now|before|until))\b[^.;]{0,40}?[.;,”\"'’]+\s+(?:(?:ok|okay|fine|sure|so|right|deal|agreed|all\s+right)[\s,.]+)*(?P<month>(?:(?:early|mid|late)[\s-]+)?(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?|q[1-4]))\s+(?:it\s+is|then)(?=\s*(?:$|[.;,!]))",
    re.IGNORECASE,
)


# "COB his Monday": the end of that day where they are.
_THEIR_END = re.compile(
    r"\b(?P<end>cob|eod|eob|cop|close\s+of\s+(?:business|play)|end\s+of\s+day)\s+(?:on\s+)?(?P<whose>her|his|their|my|our)\s+(?P<day>mon|tues?|weds?|wednes|thu(?:rs?)?|fri)(?P<more>day)?\b",
    re.IGNORECASE,
)


# What was typed, and what is read in its place.
Words = tuple[str, str]


def _we_promised(found: re.Match[str]) -> Words:
    """ "wants the pricing, promised it by EOD": who has it promised it."""
    it = "" if _IT.match(found.string, found.end()) else " it"
    return ("promised", f"I promised{it}") if is_thing(found["thing"]) else ("", "")


def _they_send(found: re.Match[str]) -> Words:
    words = found["what"].split()
    is_ours = any(is_thing(" ".join(words[:count])) for count in range(1, len(words) + 1))
    if is_ours or _OURS_OR_OPEN.match(found["what"]):
        return "", ""
    who = found["who"].lower() if found["who"].lower() in {"she", "he"} else "they"
    typed = f"{found['verb']} {found['what']}"
    return typed, f"{who} {'are' if who == 'they' else 'is'} {typed}"


def _comes_back(found: re.Match[str]) -> Words:
    return found[0][len(found["held"]) :], f"{found['who']} gets {found['it']} back"


def _is_ours(found: re.Match[str]) -> Words:
    typed = found[0][len(found["lead"]) :]
    return typed, f"told them {found['no']}"


def _call_then(found: re.Match[str]) -> Words:
    return found["day"], f"trying again {found['day']}"


def _week_after(found: re.Match[str]) -> Words:
    """Of what its clause tells, a talk only where none is told: "they decide Monday week" is no call, nor is a day alone."""
    is_told = found.string[: found.start()].rstrip()[-1:].isalnum()
    what = found["what"] or ("call" if found["hour"] and not is_told else "")
    if not (what or is_told):
        return "", ""
    hour = f" at {found['hour']}" if found["hour"] else ""
    return found[0], f"{what} {found['day']} week{hour}".lstrip()


def _call_in(found: re.Match[str]) -> Words:
    return found.string[found.start("month") : found.end()], f"call in {found['month']}"


def _do_it(found: re.Match[str]) -> Words:
    return found[0], f"I'll get it done by {found['day']}"


def _at_its_hour(found: re.Match[str]) -> Words:
    """Whoever moves what is on record leaves its hour on record: then only an hour in the same clause is that of the talk."""
    before = found.string[: found.start()].rstrip(" ,")
    clause = re.split(r"[.,;]\s", before)[-1]
    told = [*_TALK_AT.finditer(clause if _MOVES.search(clause) else before)]
    named = {one[0].lower() for one in _OF_A_TALK.finditer(clause)}
    if not told or (named and (told[-1]["what"] or told[-1]["talk"]).lower() not in named):
        return "", ""
    hour = told[-1]["hour"] or told[-1]["at"]
    meant = f"at {hour}"
    return found[0], f"@ {hour}" if meant in found.string else meant


def _undotted(found: re.Match[str]) -> Words:
    return found[0], found[0].rstrip(".")


def _in_marks(found: re.Match[str]) -> Words:
    return (found["told"], f"“{found['told']}”") if late_thing(found["told"]) else ("", "")


def _still_today(found: re.Match[str]) -> Words:
    return found[0], f"{found['talk'] or 'call'} today at {found['hour']}"


def _of_two(found: re.Match[str]) -> Words:
    hour = f" at {found['hour']}" if found["hour"] else ""
    return found[0], f"rescheduled to {found['day']}{hour}"


def _another_slot(found: re.Match[str]) -> Words:
    day = found["day"] or found["day2"] or found["day3"]
    hour = found["hour"] or found["at"] or found["at2"]
    moved = f"moved {found['talk'] or 'it'}" if found["day2"] else "rescheduled"
    return found[0], f"{moved} to {day}{f' at {hour}' if hour else ''}"


def _end_of_day(found: re.Match[str]) -> Words:
    return found[0], f"{found['day']}{found['more'] or ''} {found['end']} {found['whose']} time"


_RULES: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], Words]], ...] = (
    (_WISHED, _we_promised),
    (_WITH_THEIRS, _comes_back),
    (_SAID_NO, _is_ours),
    (_SAYS_AND_SENDS, _they_send),
    (_NOT_CALLED, _call_then),
    (_ONE_AFTER, _week_after),
    (_THEN_IT_IS, _call_in),
    (_ON_IT, _do_it),
    (_ITS_HOUR, _at_its_hour),
    (_OK_TODAY, _still_today),
    (_THEIR_END, _end_of_day),
    (_THOUSANDS, _undotted),
    (_LATE_NOW, _in_marks),
    (_OF_TWO, _of_two),
    (_ANOTHER_SLOT, _another_slot),
    (ASKED, as_taken_on),
    (SAYS, as_their_word),
)


@dataclass(frozen=True)
class Beside:
    """A line as it is read, and what was typed in the places that were put in other words."""

    text: str
    told: tuple[Words, ...] = ()

    def as_typed(self, words: str) -> str:
        for typed, meant in self.told:
            words = words.replace(meant, typed)
        return words


def beside(text: str, people: Sequence[str] = (), colleagues: Sequence[str] = ()) -> Beside:
    text, told = with_doers(_QUOTED_HEDGE.sub(r"\g<before>\g<hedge>", text), people, colleagues)
    for pattern, rule in _RULES:
        found = pattern.search(text)
        typed, meant = rule(found) if found else ("", "")
        at = text.rfind(typed, found.start(), found.end() + len(typed)) if found and typed else -1
        if at >= 0:
            before = text[:at]
            if meant.startswith("rescheduled") and before.rstrip()[-1:].isalnum():  # "Dana wrote can we do Fri"
                before = f"{before.rstrip()}, "
            text = f"{before}{meant}{text[at + len(typed) :]}"
            told.append((typed, meant))
    return Beside(text, tuple(told))
