"""One spelling for what a line may write in several: percent signs of an address, JSON's escapes, accents, apostrophes."""

import re
import unicodedata

_MOST = 3  # times that something was encoded
_ENCODED = re.compile(r"(?:%[0-9A-Fa-f]{2})+|(?:\\u[0-9A-Fa-f]{4})+")
_WORD = re.compile(r"[^\W_]+(?:['’.-][^\W_]+)*")
_APOSTROPHES = str.maketrans("’ʼ", "''")


def spelled(text: str) -> str:
    """As a person would read it: what was encoded is decoded, and a letter and its accent are one character."""
    for _ in range(_MOST):
        if "%" not in text and "\\u" not in text:
            break
        before, text = text, _ENCODED.sub(_decoded, text)
        if text == before:
            break
    return text if text.isascii() else unicodedata.normalize("NFC", text)


def _decoded(run: re.Match[str]) -> str:
    """What would end a line, or steer a terminal, becomes a space."""
    if run.group().startswith("%"):
        text = bytes.fromhex(run.group().replace("%", "")).decode("utf-8", "replace")
    else:
        halves = bytes.fromhex(run.group().replace("\\u", ""))
        text = halves.decode("utf-16-be", "replace")
    return "".join(one if one.isprintable() else " " for one in text)


def words_in(text: str) -> list[re.Match[str]]:
    return list(_WORD.finditer(text))


def letters(word: str) -> str:
    """A word as it is compared: small, without accents, with one kind of apostrophe."""
    if word.isascii():
        return word.lower()
    apart = unicodedata.normalize("NFKD", word.translate(_APOSTROPHES))
    return "".join(one for one in apart if not unicodedata.combining(one)).casefold()


def without_s(word: str) -> str:
    """Of what somebody has: Dana's."""
    return word.removesuffix("'s")
