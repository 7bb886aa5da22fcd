"""A sum that was spoken, in figures: "thirty two hundred", "twelve grand", behind a price "fourteen two" (14,200).

Only what is surely money: with its thousands said, or with its currency; two bare numbers only where they end what was paid.
"""

import re

_ONES = {word: at for at, word in enumerate("one two three four five six seven eight nine".split(), 1)}
_TEENS = {
    word: at
    for at, word in enumerate(
        "ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split(), 10
    )
}
_TENS = {word: at * 10 for at, word in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), 2)}
_VALUES = _ONES | _TEENS | _TENS
_SMALL = rf"(?:(?:{'|'.join(_TENS)})(?:[\s-](?:{'|'.join(_ONES)}))?|{'|'.join(_TEENS)}|{'|'.join(_ONES)})"
_MARKED = re.compile(r"\b(?:hundred|thousand|grand|bucks|dollars|signed|pounds|quid)\b", re.IGNORECASE)
_HUNDREDS = rf"(?P<{{hundreds}}>{_SMALL}|a)\s+hundred\b"
_REST = rf"(?:\s+(?:and\s+)?(?P<{{rest}}>{_SMALL})(?=\s+(?:bucks|dollars|pounds|quid)\b))?"
_SUM = re.compile(
    rf"\b(?:(?P<thousands>{_SMALL}|a(?=\s+thousand))\s+(?:thousand|grand)\b"
    rf"(?:\s+(?:and\s+)?{_HUNDREDS.format(hundreds='more')})?{_REST.format(rest='odd')}|{_HUNDREDS.format(hundreds='hundreds')}{_REST.format(rest='rest')})",
    re.IGNORECASE,
)
_BARE = re.compile(
    rf"(?<=\bsigned\s)(?P<it>(?:(?:it|today|yesterday|for|at)\s+)*)(?P<thousands>{_SMALL})\s+(?P<hundreds>{'|'.join(_ONES)})[\s.!]*$",
    re.IGNORECASE,
)


def told_by_grand(text: str) -> str:
    """ "twelve grand" -> "12k": money by that word alone, where a bare number is anything."""
    return _GRAND.sub(lambda found: f"{_value(found['many'])}k", text) if "grand" in text.lower() else text


_GRAND = re.compile(rf"\b(?P<many>{_SMALL})\s+grand\b(?!\s+(?:and\s+)?(?:{'|'.join(_ONES)})\b)", re.IGNORECASE)


def in_figures(text: str) -> str:
    """ "signed it thirty two hundred" -> "signed it 3,200"; the text itself where no sum was spoken."""
    if not _MARKED.search(text):
        return text
    return _SUM.sub(_figures, _BARE.sub(lambda found: f"{found['it']}{_figures(found)}", text))


def _figures(found: re.Match[str]) -> str:
    told = found.groupdict()
    hundreds = told.get("hundreds") or told.get("more")
    thousands, hundred, rest = (
        _value(part) for part in (told.get("thousands"), hundreds, told.get("rest") or told.get("odd"))
    )
    return f"{thousands * 1_000 + hundred * 100 + rest:,}"


def _value(words: str | None) -> int:
    """ "thirty two" -> 32, "a" -> 1, nothing -> 0."""
    return sum(_VALUES.get(word, 1) for word in re.split(r"[\s-]+", words.lower())) if words else 0
