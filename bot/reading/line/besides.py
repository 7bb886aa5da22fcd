"""What one clause means by the clause beside it: "with their lawyer, she expects it back Wed" is theirs, not due from us.

The two are put in the words that each would have alone; the rest of the line stays as it was typed.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass

from bot.reading.grammar.ourthings import is_thing
from bot.reading.words.speech import NAME

_WHO = rf"(?:she|he|they|{NAME})"
_NEXT = r"(?:[,;.]\s+(?:(?:and|but|so)\s+)?|\s+and\s+|\s+but\s+)"
_WISHED = re.compile(
    rf"(?P<wish>\b(?:wants?|needs?|asked\s+for|asks\s+for|requested|chasing(?:\s+(?:me|us)\s+for)?)\s+(?P<thing>[\w'’-]+(?:\s+[\w'’-]+){{0,3}}?)(?:\s+(?:now|asap|soon|today|quickly|urgently|back))?{_NEXT})(?=promised\s+(?:it|them|that|both)\b)",
    re.IGNORECASE,
)
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
# "he'd loop in security “at some point”": when it may be, and no words that anybody is shown.
_QUOTED_HEDGE = re.compile(
    r"(?P<before>[\w’']\s+)(?<!said )(?<!says )(?<!goes )(?<!answered )(?<!replied )(?<!told me )(?<!told us )[“\"](?P<hedge>at\s+some\s+(?:point|stage)|some\s?day|one\s+day|eventually|some\s?time|in\s+due\s+course|down\s+the\s+(?:road|line|track)|when\s+(?:she|he|they)\s+(?:can|gets?\s+(?:a\s+chance|time|round\s+to\s+it)))[”\"]",
    re.IGNORECASE,
)
# "can't do today, thurs instead? told him ok 1:30": they asked for another day, and we said yes to it; or we offered one.
_WEEKDAY = r"(?:(?:next\s+)?(?:mon|tues?|wed(?:s|nes)?|thu(?:rs?|r)?|fri)(?:day)?(?:\s+(?:the\s+)?\d{1,2}(?:st|nd|rd|th|/\d{1,2})?)?|tomorrow|tmrw|today|(?:the\s+)?\d{1,2}(?:st|nd|rd|th)|\d{1,2}/\d{1,2})"
_HOUR = r"(?:\d{1,2}(?::\d\d)?\s?(?:[ap]m?\b)?|noon)"
_WE_AGREED = r"(?:(?:and\s+|so\s+)?(?:i\s+|we\s+)?(?:told\s+(?:her|him|them|[A-Z][\w'’-]+)|said|replied|answered|wrote\s+back)\s+(?:that['’]?s\s+|it['’]?s\s+)?(?:ok(?:ay)?|fine|sure|yes|works|great|perfect|good|no\s+prob(?:lem)?|deal)|(?:i\s+|we\s+)?confirmed|(?:i\s+|we\s+)?ok(?:ay)?['’]?(?:e?d)(?:\s+(?:it|that))?|(?:i\s+|we\s+)?agreed|works\s+for\s+(?:me|us))"
_ANOTHER_SLOT = re.compile(
    rf"(?:(?:(?:can|could)\s+(?:we|you|i)\s+(?:do|make\s+it|meet|say)\s+)?(?P<day>{_WEEKDAY})(?:\s+(?:at\s+)?(?P<at>{_HOUR}))?\s+instead(?:\s+of\s+\w+)?\s*[?,.;]\s*{_WE_AGREED}"
    rf"|\b(?:asked|wants?|wanted|would\s+like)\s+to\s+(?:move|push|switch|shift|change)(?:\s+(?P<talk>it|us|(?:our|the)\s+\w+))?\s+to\s+(?P<day2>{_WEEKDAY})(?:\s+(?:at\s+)?(?P<at2>{_HOUR}))?\s*[,.;]\s*{_WE_AGREED}"
    rf"|\boffered\s+(?:her\s+|him\s+|them\s+)?(?P<day3>{_WEEKDAY})\s*[,.;]\s+(?:she|he|they)\s+(?:took|takes|picked|chose|went\s+for)(?=\s+\d))"
    rf"(?:[\s,]+(?:at\s+|for\s+)?(?P<hour>{_HOUR}))?(?=\s*(?:$|[.;,]))",
    re.IGNORECASE,
)


# What was typed, and what is read in its place.
Words = tuple[str, str]


def _we_promised(found: re.Match[str]) -> Words:
    """ "wants the pricing, promised it by EOD": who has it promised it."""
    return ("promised", "I promised") if is_thing(found["thing"]) else ("", "")


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


def _another_slot(found: re.Match[str]) -> Words:
    day = found["day"] or found["day2"] or found["day3"]
    hour = found["hour"] or found["at"] or found["at2"]
    moved = f"moved {found['talk'] or 'it'}" if found["day2"] else "rescheduled"
    return found[0], f"{moved} to {day}{f' at {hour}' if hour else ''}"


_RULES: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], Words]], ...] = (
    (_WISHED, _we_promised),
    (_WITH_THEIRS, _comes_back),
    (_SAID_NO, _is_ours),
    (_SAYS_AND_SENDS, _they_send),
    (_NOT_CALLED, _call_then),
    (_ANOTHER_SLOT, _another_slot),
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


def beside(text: str) -> Beside:
    text, told = _QUOTED_HEDGE.sub(r"\g<before>\g<hedge>", text), []
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
