"""How a line is taken apart before anybody looks up a deal: who, when, and why. Text in, text out."""

import re

from bot.reading.typed.typeddates import leading_day, length_of_leading_day, starts_with_day

_WHEN_WORDS = r"today|tomorrow|yesterday|last|next|this|in|on|by|until|till|after|none|nothing|end|between|either|(?:first|second) half|early|mid|late|the|a"
_WHO_THEN_WHEN = re.compile(
    rf"^(?P<who>#?\d+|.{{1,120}}?)[\s,:]+(?:to\s+)?(?P<when>(?:(?:call|demo|meeting|visit)\s+)?(?:(?:{_WHEN_WORDS})\b|\d{{1,4}}[./-]\d).*)$",
    re.IGNORECASE,
)
_LONGEST_NAME = 12  # words
_BECAUSE = re.compile(r"^(?P<who>.+?)(?:\s*:\s*|[\s,]+because\s+)(?P<why>.+)$", re.IGNORECASE)
_UNTIL = re.compile(r"[\s,]*\b(?:until|till|til)\s+(?P<when>.+?)(?=[\s,]+because\b|$)", re.IGNORECASE)


def who_and_when(text: str) -> tuple[str, str] | None:
    """ "Acme next week" -> ("Acme", "next week"), "Acme: demo Fri" -> ("Acme", "demo Fri"); None when no day is named.

    The day begins where the date reader finds one first. A word that only begins a day ("in a while") is kept for
    the answer, which says that it cannot be read.
    """
    text = re.sub(r"^to\s+", "", " ".join(text.split()), flags=re.IGNORECASE)
    numbered = number_first(text)
    if numbered and starts_with_day(numbered[1]):
        return numbered
    inside = length_of_leading_day(text)
    begins = [space for space in re.finditer(r"[\s,:]+", text) if space.start() > inside][:_LONGEST_NAME]
    day = next((space for space in begins if starts_with_day(text[space.end() :])), None)
    vague = _WHO_THEN_WHEN.match(text)
    if vague and len(vague["who"]) <= inside:
        vague = None
    if day and not (vague and len(vague["who"]) < day.start()):
        return text[: day.start()].strip(" ,:"), re.sub(r"^to\s+", "", text[day.end() :].strip(), flags=re.IGNORECASE)
    return (vague["who"].strip().rstrip(","), vague["when"].strip()) if vague else None


def when_and_who(text: str) -> tuple[str, str] | None:
    """ "Fri Acme" -> ("Fri", "Acme"): the other order, when it is clear."""
    return leading_day(text)


def who_and_why(text: str) -> tuple[str, str]:
    """ "Acme: too dear", "Acme because too dear" -> ("Acme", "too dear"); the reason may be empty."""
    split = _BECAUSE.match(text)
    return (split["who"].strip(" ,:"), split["why"].strip(" .")) if split else (text.strip(" :"), "")


def until(text: str) -> tuple[str, str]:
    """ "Acme until 3 April because x" -> ("Acme because x", "3 April"); the day may be empty."""
    found = list(_UNTIL.finditer(text))
    if not found:
        return text, ""
    last = found[-1]
    return f"{text[: last.start()]} {text[last.end() :].strip(' ,')}".strip(), last["when"].strip(" ,")


def number_from(text: str) -> int | None:
    """The id in "42" or "#42"; None for anything else, however long."""
    digits = text.strip().lstrip("#")
    return int(digits) if re.fullmatch(r"[0-9]{1,12}", digits) else None


def number_first(text: str) -> tuple[str, str] | None:
    """ "42 Fri" -> ("42", "Fri")."""
    found = re.match(r"^(?:#|c)?(?P<which>\d+)\s+(?P<rest>.*)$", text, re.IGNORECASE)
    return (found["which"], found["rest"]) if found else None
