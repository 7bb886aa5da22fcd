"""Texts cut to a platform's lengths: whole characters only. Lengths are UTF-16 units, the largest way of counting in use."""

import unicodedata

from bot.hygiene import clean

_JOINER = "\u200d"
_LONGEST_CHARACTER = 40  # code points; what combines for longer than this is not writing
_SKIN_TONES = range(0x1F3FB, 0x1F400)
_TAGS = range(0xE0020, 0xE0080)
_FLAG_LETTERS = "".join(map(chr, range(0x1F1E6, 0x1F200)))


def length(text: str) -> int:
    return len(text) if text.isascii() else len(text.encode("utf-16-le", "surrogatepass")) // 2


def cut(text: str, longest: int) -> str:
    """The text, or its beginning and "…"; no composed letter, emoji or flag is torn apart. `longest` is 1 or more."""
    if 2 * len(text) <= longest:  # none has more than two units a character
        return text
    if text.isascii():  # nothing combines
        return text if len(text) <= longest else f"{text[: longest - 1].rstrip()}…"
    begins = text[:longest].encode("utf-16-le", "surrogatepass")
    if len(text) <= longest and len(begins) <= 2 * longest:
        return text
    room = len(begins[: 2 * (longest - 1)].decode("utf-16-le", "ignore"))
    end = room
    if _is_inside(text, end):
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
    """Where a platform formats nothing: without control and bidi characters."""
    return cut(clean(text), longest)


def one_line(text: str, longest: int) -> str:
    """For labels; never empty, since platforms refuse an empty one."""
    return cut(" ".join(clean(text).split()) or "…", longest)


def _is_inside(text: str, at: int) -> bool:
    """Whether the characters on both sides of `at` are seen as one."""
    if text[at - 1 : at + 1].isascii():
        return False
    before, after = text[at - 1], text[at]
    if _JOINER in {before, after} or unicodedata.category(after).startswith("M"):
        return True
    if ord(after) in _SKIN_TONES or ord(after) in _TAGS:
        return True
    begun = text[max(0, at - _LONGEST_CHARACTER) : at]
    letters = len(begun) - len(begun.rstrip(_FLAG_LETTERS))
    return after in _FLAG_LETTERS and letters % 2 == 1
