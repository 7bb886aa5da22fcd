"""Text as Slack shows it: literally, whole characters only, within a length. Nothing else in this package makes a text.

People's words only go where Slack formats nothing (plain_text, rich_text). The one field that Slack reads as markup is a
message's top-level `text`, made by `escaped`. Lengths are UTF-16 units, the largest way of counting that Slack may use.
"""

import unicodedata
from bisect import bisect_right
from typing import Any

from bot.hygiene import clean

Json = dict[str, Any]
_JOINER = "\u200d"
_LONGEST_CHARACTER = 40  # code points; what combines for longer than this is not writing
_SKIN_TONES = range(0x1F3FB, 0x1F400)
_TAGS = range(0xE0020, 0xE0080)
_FLAG_LETTERS = "".join(map(chr, range(0x1F1E6, 0x1F200)))


def length(text: str) -> int:
    return len(text) if text.isascii() else len(text.encode("utf-16-le", "surrogatepass")) // 2


def cut(text: str, longest: int) -> str:
    """The text, or its beginning and "…"; no composed letter, emoji or flag is torn apart. `longest` is 1 or more."""
    if length(text) <= longest:
        return text
    begins = text.encode("utf-16-le", "surrogatepass")[: 2 * (longest - 1)]
    room = len(begins.decode("utf-16-le", "ignore"))
    ends = range(room, max(0, room - _LONGEST_CHARACTER), -1)
    end = next((end for end in ends if not _is_inside(text, end)), room)
    return f"{text[:end].rstrip()}…"


def cut_to_words(text: str, longest: int) -> str:
    """As `cut`, but ends after a whole word when that costs no more than half."""
    short = cut(text, longest)
    if short == text or text[len(short) - 1] == " ":
        return short
    words = short.rpartition(" ")[0].rstrip(" ,:;-–")
    return short if length(words) < longest / 2 else f"{words}…"


def literal(text: str, longest: int) -> str:
    """For rich_text: without control and bidi characters."""
    return cut(clean(text), longest)


def one_line(text: str, longest: int) -> str:
    """For labels; never empty, since Slack refuses an empty one."""
    return cut(" ".join(clean(text).split()) or "…", longest)


def plain(text: str, longest: int) -> Json:
    """A plain_text object in which `:smile:` stays what was typed."""
    return {"type": "plain_text", "text": one_line(text, longest), "emoji": False}


def escaped(text: str, longest: int) -> str:
    """For a message's top-level `text`: no mention or link fires; cut before it is escaped, so no `&amp;` is split."""
    safe = clean(text)
    if length(_marked(safe)) <= longest:
        return _marked(safe)
    return _marked(
        cut(safe, max(1, bisect_right(range(longest), longest, key=lambda room: _marked_length(safe, room)) - 1))
    )


def _marked_length(text: str, room: int) -> int:
    return length(_marked(cut(text, room))) if room else 0


def _marked(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def _is_inside(text: str, at: int) -> bool:
    """Whether the characters on both sides of `at` are seen as one."""
    before, after = text[at - 1], text[at]
    if _JOINER in {before, after} or unicodedata.category(after).startswith("M"):
        return True
    if ord(after) in _SKIN_TONES or ord(after) in _TAGS:
        return True
    begun = text[max(0, at - _LONGEST_CHARACTER) : at]
    letters = len(begun) - len(begun.rstrip(_FLAG_LETTERS))
    return after in _FLAG_LETTERS and letters % 2 == 1
