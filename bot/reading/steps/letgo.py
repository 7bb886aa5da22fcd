"""A day is set by which a silence ends a deal: "silence by 10/28 and he's off my list". On that day we look, and nobody has agreed to it.

Both have to be told: that nothing comes, and what we do then. "Nothing by Friday" alone is their answer. How we wrote or rang before tells nothing here.
"""

import re
from collections.abc import Callable, Sequence
from datetime import date

from bot.reading.calendar.datewords import DateReading
from bot.reading.steps.steps import Step, kind_of
from bot.reading.words.bounds import ends_with_day
from bot.reading.words.leads import AND

_NOTHING = re.compile(
    r"^(?:(?:and|but|then|so|still|if|unless)\s+)*(?:(?:i|we|she|he|they|it|there)(?:['’](?:s|re|m|ve))?\s+)?(?:(?:is|are|stays?|goes|hears?|gets?|have|has|see|still)\s+)*"
    r"(?:silen(?:ce|t)|quiet|crickets|mum|zip|zilch|nada|nothing|(?:radio|more)\s+silence|no\s+(?:word|reply|answer|response|re-?book(?:ing)?|show|callback|contact|news|bite|nibble|dice|joy|luck|sign(?:\s+of\s+life)?|call|feedback|reaction|movement|yes|po))(?:\s+(?:back|heard|in|yet|still|from\s+[\w'’]+(?:\s+[A-Z]\w+)?|comes?(?:\s+in)?))*\s*$"
    r"|^(?:(?:and|but|so)\s+)*(?:if\s+\S+(?:\s+\S+)?\s+(?:does|did|has)(?:n['’]?t|\s+not)\s+(?:re-?book|reply|replied|respond(?:ed)?|answer(?:ed)?|call(?:ed)?|show(?:ed)?|rung|ring|written|write|come|came))(?:\s+(?:me|us|back|up|in|to))*\s*$"
    r"|\bunless\s+(?:(?:i|we)\s+hear|they\s+[a-z]+|(?!(?:i|we|you|it|the|our|my|price|budget)\b)[\w'’]+(?:\s+(?-i:[A-Z])[\w'’]+)?\s+[a-z]+s)(?:\s+(?:me|us|back|up|in|to|out|again|from\s+[\w'’]+))*\s*$"
    r"|\bif\s+(?:(?:i|we|she|he|they|it)(?:['’](?:s|re|m))?\s+)?(?:(?:is|are|stays?|hear|get|still)\s+)*(?:silent|quiet|nothing|no\s+(?:word|reply|answer|response))(?:\s+(?:back|heard|from\s+\w+))*\s*$",
    re.IGNORECASE,
)
_THEN = re.compile(
    r"\b(?:off\s+(?:my|our|the)\s+(?:list|radar|books?|plate|desk)|(?:let(?:ting)?|lets)\s+(?:(?:it|this|him|her|them)\s+)?go|(?:clos|shut|shelv|park|archiv|bin|drop|kill|scrap)(?:t?ing|n?ing|p?ing|es?|s)?\s+(?:it|this|(?:the|this|that)\s+(?:file|deal|case|book|opp(?:ortunity)?|lead|account|record|chase|one))\b|flush(?:es|ing|ed)?|nurture[ds]?|(?:drop|dropping|drops|bin|binning|kill|killing|park|parking|ditch|scrap|cut|cutting)\s+(?:it|this|him|her|them)|giv(?:e|ing)\s+up|mov(?:e|ing)\s+on(?!\s+(?:to|with)\b)|walk(?:ing)?\s+away|(?:i['’]?m|we['’]?re|she['’]?s|he['’]?s|they['’]?re|it['’]?s)\s+(?:done|out|dead|gone|off|history)|call(?:ing)?\s+it\s+(?:quits|a\s+day)|file\s+(?:is\s+)?closed|newsletter\s+only|that['’]?s\s+(?:it|all|the\s+last))\b",
    re.IGNORECASE,
)


def let_go_check(clauses: Sequence[str], days: Callable[[str], Sequence[DateReading]], today: date) -> Step | None:
    for at, clause in enumerate(clauses):
        if not _THEN.search(" ".join(clauses[max(0, at - 1) : at + 2])):
            continue
        day = next(iter(days(clause)), None)
        if day and day.on and day.on >= today and _NOTHING.search(clause[: day.start].strip(" ,")):
            return Step("call", day, clause, agreed=False, is_plan=True)
    return None


def is_let_go_check(step: Step, text: str) -> bool:
    """Whether a step is that look: the day in it stands behind the silence, and the line tells what follows."""
    before = step.raw[: step.date.start].strip(" ,")
    return not step.agreed and bool(_NOTHING.search(before)) and bool(_THEN.search(text))


# "one whatsapp tmrw then park": so many of them have been, unless what follows it is told.
_ONE_THEN = re.compile(
    rf"{AND}(?:one|1)\s+(?:(?P<last>more|last|final)\s+)?(?P<what>e-?mail|mail|text|sms|whatsapp|message|msg|dm|voicemail|vm|note|letter|linkedin|call|ring|visit|drop-?in|knock)(?:\s+(?:on|for|to\s+(?:her|him|them)))*$",
    re.IGNORECASE,
)
_AND_THEN = re.compile(r"\s*,?\s*(?:and\s+)?then\b", re.IGNORECASE)


def one_then(clause: str, before: str, day: DateReading) -> tuple[str, bool] | None:
    """Of what kind, and that we alone plan it."""
    found = _ONE_THEN.match(before.strip(" ,"))
    is_plan = found and (_AND_THEN.match(clause[day.end :]) or (found["last"] and ends_with_day(clause, day.end)))
    return (kind_of(found["what"].lower()), False) if found and is_plan else None
