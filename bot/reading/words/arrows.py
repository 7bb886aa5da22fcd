"""Whose it is, told by an arrow or a label, is told by a colon: "me -> quote by Mon", "AI: her => invite out", "TODO me: deck"."""

import re

_ARROW = r"(?:[-=]+>|→)"
_LABEL = r"(?:ai|a/i|actions?(?:\s+items?)?|to-?\s?do|task|next(?:\s+steps?)?)s?"
_DASH = re.compile(r"(?P<before>^|[;,.:!?(]\s)(?P<who>me|us|him|her|them)\s+[-–—]\s+(?=\w)", re.IGNORECASE)  # fmt: skip
# "user list, due Fri": its day.
_DUE = re.compile(
    r",\s+(?=due\s+(?:(?:by|on)\s+)?(?:mon|tue|wed|thu|fri|sat|sun|today|tomorrow|tmrw|eo[dwm]|next\s|\d))",
    re.IGNORECASE,
)
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
    text = _DASH.sub(r"\g<before>\g<who>: ", _DUE.sub(" ", text))
    if ">" not in text and "→" not in text and ":" not in text:
        return text
    text = _THEN.sub("; ", text)
    return _WHOSE.sub(lambda found: f"{found['before']}{(found['named'] or found['who']).lower()}: ", text)
