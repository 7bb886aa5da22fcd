"""What people type, made harmless and kept whole: composed letters, no control or bidi characters (reliability 3.5)."""

import unicodedata

LONGEST = 20_000  # characters of one message; a call takes a few hundred
_KEPT = frozenset("\n\t")
_BIDI = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")

_BLANK_LETTERS = frozenset("\u115f\u1160\u2800\u3164\uffa0")  # letters and signs by their category, yet nothing to see
# Nothing to see by themselves: they change, part or join what stands before them. The selectors may follow a sign as well.
_SELECTORS = frozenset(map(chr, (0x034F, *range(0x180B, 0x1810), *range(0xFE00, 0xFE10), *range(0xE0100, 0xE01F0))))
_BREAKS = frozenset(map(chr, (0x00AD, 0x200B, *range(0x2060, 0x2065), 0xFEFF)))  # where a line may break: of no word
_TAGS = frozenset(map(chr, (0xE0001, *range(0xE0020, 0xE0080))))  # of a flag, and nothing behind a letter
_UNSEEN = _BLANK_LETTERS | _SELECTORS | _BREAKS | _TAGS | frozenset("\u200c\u200d")

# Letters of other alphabets that look like Latin ones: Cyrillic, then Greek, each above the one that it looks like. A
# letter of which only the capital looks like one (Greek Ν, ν) is not taken: in either case a word has to stay the same word.
LOOK_LATIN = str.maketrans(
    "аеорсухіјѕһкмтвнԁԛԝАЕОРСУХІЈЅҺКМТВНԀԚԜ" "αορικτεχβΑΟΡΙΚΤΕΧΒ",
    "aeopcyxijshkmtbhdqwAEOPCYXIJSHKMTBHDQW" "aopiktexbAOPIKTEXB",
)  # fmt: skip


def clean(text: str) -> str:
    """NFC, without control, bidi, surrogate or unassigned code points, nor what nobody sees, unless it belongs to the sign
    before it: zero-width joiners of emoji stay."""
    if text.isprintable() or text.replace("\n", " ").replace("\t", " ").isprintable():  # nothing that is taken out is
        return text if text.isascii() else unicodedata.normalize("NFC", _seen(text))
    return unicodedata.normalize(
        "NFC", _seen(text.translate(_HARMLESS))
    )  # in this order cleaning twice changes nothing


def _seen(text: str) -> str:
    """Without what shows nothing and clings to nothing: a name of nothing else is no name."""
    if _UNSEEN.isdisjoint(text):  # a pattern of all of them takes ten times as long
        return text
    kept: list[str] = []
    for char in text:
        if char not in _UNSEEN or (kept and _clings(char, kept[-1])):
            kept.append(char)
    return "".join(kept)


def _clings(unseen: str, before: str) -> bool:
    if unseen in _BREAKS:
        return False
    if unseen in _TAGS:
        return before in _TAGS or unicodedata.category(before)[0] == "S"
    if before in _UNSEEN or unicodedata.category(before)[0] in "LMNS":
        return True
    return unseen in _SELECTORS and not before.isspace()  # "‼️"


def name_from(*told: object) -> str:
    """The first of these that shows anything, as one clean line; empty when none does.

    Platforms tell of people with blank names, or with characters that no screen shows.
    """
    lines = (" ".join(clean(text).split()) for text in told if isinstance(text, str))
    return next((line for line in lines if any(_shows(char) for char in line)), "")


def _shows(char: str) -> bool:
    return unicodedata.category(char)[0] in "LNPS" and char not in _BLANK_LETTERS


class _Harmless(dict[int, int | None]):
    """Each code point's own, or nothing; decided when it is first met."""

    def __missing__(self, code: int) -> int | None:
        self[code] = code if _is_kept(chr(code)) else None
        return self[code]


def _is_kept(char: str) -> bool:
    if char in _KEPT:
        return True
    return char not in _BIDI and unicodedata.category(char) not in {"Cc", "Cs", "Co", "Cn"}


_HARMLESS = _Harmless()
