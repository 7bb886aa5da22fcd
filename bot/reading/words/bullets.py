"""The mark before a line of a list says nothing, whichever field or line it stands in: "• she signs Fri", "- …", "1. …"."""

import re

_BULLET = re.compile(r"^\s*(?:[-*•·▪◦‣–—]|\d{1,2}[.)])\s+(?=\S)")
_INSIDE = re.compile(r"(?<=\S)\s+[•▪◦‣]\s+(?=\S)")  # "Acme: • she signs • I send it": signs that no sentence holds


def bare(line: str) -> str:
    """The line without its bullet; the same where it has none."""
    return _BULLET.sub("", line)


def each_apart(text: str) -> list[str]:
    """The lines, also those that stand behind each other with nothing but their bullets between."""
    return [line for typed in text.splitlines() for line in _INSIDE.sub("\n• ", typed).splitlines() if line.strip()]


def without_bullets(text: str) -> str:
    """A line each."""
    return "\n".join(map(bare, each_apart(text)))
