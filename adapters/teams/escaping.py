"""Text as Teams shows it: literally. People's words stand in TextRuns, where no Markdown is read; only headings are
TextBlocks, whose Markdown is escaped, since no other element can be a heading to a screen reader."""

import re
from typing import Any

from adapters.cutting import cut, one_line
from bot.hygiene import clean

Json = dict[str, Any]

_DATES = re.compile(r"\{(?=\{)")  # {{DATE(…)}} is computed by every client, in a TextRun too
_APART = "\u200b"
_ANYWHERE = re.compile(r"([\\`*_~\[\]<>&])")
_AT_A_START = tuple("#+-=|:")
_NUMBERED = re.compile(r"^(\d{1,9})([.)])(?=\s|$)")


def shown(text: str, longest: int) -> str:
    """For a TextRun."""
    told = clean(text)
    return told if 2 * len(told) <= longest and "{{" not in told else cut(_undated(told), longest)


def labelled(text: str, longest: int) -> str:
    """On one line, and never empty."""
    told = one_line(text, longest)
    return cut(_undated(told), longest) if "{{" in told else told


def _undated(text: str) -> str:
    return _DATES.sub("{" + _APART, text) if "{{" in text else text


def heading(text: str, longest: int) -> str:
    """For a TextBlock, on one line: no bold, link, list, mention or entity."""
    words = cut(_undated(" ".join(clean(text).split())), longest)
    if _ANYWHERE.search(words):
        words = _ANYWHERE.sub(r"\\\1", words)
    if words.startswith(_AT_A_START):
        return f"\\{words}"
    return _NUMBERED.sub(r"\1\\\2", words) if words[:1].isdecimal() else words


def unmarked(text: str, longest: int) -> str:
    """For a summary or a fallback, of which nobody says whether tags are read: there are none."""
    return cut(clean(text).replace("<", "‹").replace(">", "›"), longest)
