"""Whose it is, told by an arrow or a label, is told by a colon: "me -> quote by Mon", "AI: her => invite out", "TODO me: deck"."""

import re

_ARROW = r"(?:[-=]+>|→)"
_LABEL = r"(?:ai|a/i|action(?:\s+items?)?|to-?\s?do|task)s?"
_WHOSE = re.compile(
    rf"(?P<before>^|(?<=[;,.:!?(/|])\s*|\s+)(?:{_LABEL}\s*:?\s*(?P<named>me|us|him|her|them)\s*(?:{_ARROW}|:)|(?P<who>me|us|him|her|them)\s*{_ARROW})\s*",
    re.IGNORECASE,
)

# "back Mon 23 -> I call him": what follows.
_THEN = re.compile(
    rf"\s*{_ARROW}\s*(?=(?:(?:i|we|she|he|they)(?:['’]\w+)?\s|(?:(?:next|sizing|review|kick-?off|follow-?up|intro)\s+)?(?:call|cb|demo|meeting|mtg|visit|kick-?off)\b))",
    re.IGNORECASE,
)


def in_colons(text: str) -> str:
    if ">" not in text and "→" not in text and ":" not in text:
        return text
    text = _THEN.sub("; ", text)
    return _WHOSE.sub(lambda found: f"{found['before']}{(found['named'] or found['who']).lower()}: ", text)
