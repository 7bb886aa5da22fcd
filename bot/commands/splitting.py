"""How a line is taken apart before anybody looks up a deal: who, when, and why. Text in, text out."""

import re

_WHEN_WORDS = (
    r"today|tomorrow|tmrw|yesterday|last|mon|tue|tues|wed|thu|thur|thurs|fri|sat|sun|monday|tuesday|wednesday|thursday|friday|"
    r"saturday|sunday|next|this|in|on|by|until|till|after|none|nothing|eow|eom|eod|end|early|mid|late|the|a"
)
_MONTH = r"(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*"
_WHO_THEN_WHEN = re.compile(
    rf"^(?P<who>#?\d+|.+?)[\s,:]+(?:to\s+)?(?P<when>(?:(?:call|demo|meeting|visit)\s+)?(?:(?:{_WHEN_WORDS})\b|\d{{1,4}}[./-]\d|\d{{1,2}}(?:st|nd|rd|th)?\s+[a-z]{{3}}"
    rf"|{_MONTH}\s+\d).*)$",
    re.IGNORECASE,
)
_BECAUSE = re.compile(r"^(?P<who>.+?)(?:\s*:\s*|[\s,]+because\s+)(?P<why>.+)$", re.IGNORECASE)
_UNTIL = re.compile(r"[\s,]*\b(?:until|till|til)\s+(?P<when>.+?)(?=[\s,]+because\b|$)", re.IGNORECASE)


def who_and_when(text: str) -> tuple[str, str] | None:
    """ "Acme next week" -> ("Acme", "next week"), "Acme: demo Fri" -> ("Acme", "demo Fri"); None when no day is named."""
    split = _WHO_THEN_WHEN.match(text)
    return (split["who"].strip().rstrip(","), split["when"].strip()) if split else None


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
