"""What a text of the rep's own has, and what it lacks: something of theirs, and a question or a day at its end."""

import re

from bot.model import History

_ENDS = re.compile(
    r"\?|\b(?:mon|tue|tues|wed|weds|wednes|thu|thur|thurs|fri|satur|sun)(?:day)?\b|\b(?:today|tomorrow|next week|end of month)\b"
    r"|\b\d{1,2}(?:st|nd|rd|th)?\s+(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\b",
    re.IGNORECASE,
)
_OF_THEIRS = re.compile(
    r"\byou(?:['’]d| had| have|['’]ve)? (?:said|told|mentioned|asked|wanted|were|promised|wrote|named|showed|described|liked|planned|need)"
    r"|\byour (?!time\b|inbox\b|mail\b|email\b|convenience\b|reply\b|answer\b|thoughts\b|earliest\b)\w+",
    re.IGNORECASE,
)
_LETTERS = 4  # shorter words say nothing of their own
_ANYBODYS = frozenset(
    "about after again before could every first their there these thing think those today tomorrow until where which while would"
    " should monday tuesday wednesday thursday friday please thanks thank email offer price check".split()
)


def names_theirs(text: str, history: History | None) -> bool:
    """Something that they said or have: in so many words, or by words that are on record."""
    return bool(_OF_THEIRS.search(text) or (history and _words(text) & _recorded(history)))


def ends_well(text: str) -> bool:
    """The last sentence of the text itself asks, or names a day; the name below it is no sentence."""
    sentences = [part for part in re.split(r"(?<=[.!?])\s+|\n+", text.strip()) if len(part.split()) > 2]  # noqa: PLR2004
    return bool(sentences and _ENDS.search(sentences[-1]))


def _recorded(history: History) -> frozenset[str]:
    told = [touch.said for touch in history.touches] + [promise.text for promise in history.commitments]
    return _words(" ".join([*told, history.deal.title if history.deal.company else ""]))


def _words(text: str) -> frozenset[str]:
    return frozenset(
        word for word in re.findall(r"[^\W\d_]+", text.casefold()) if len(word) > _LETTERS and word not in _ANYBODYS
    )
