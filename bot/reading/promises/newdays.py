"""A thing that somebody owes gets a new day in everyday words: "drawings will be mon not thu", "contract is late, comes next tue".

These words say little by themselves. They move the one open promise that holds the thing, and are a note where none does.
"""

import re
from collections.abc import Callable, Sequence

from bot.reading.calendar.datewords import DateReading
from bot.reading.promises.moving import Moved
from bot.reading.words.speech import NAME

_SIGN = re.compile(
    r"\b(?:instead|not|late|delay\w*|slip\w*|can['’]?t|cannot|push|move|postpone|shift|behind|held\s+up|rather|now|only|earliest)\b",
    re.IGNORECASE,
)  # what most lines hold nothing of
_TOLD = rf"(?:(?:and|but|so|the|(?>{NAME}):?|she|he|they)\s+)*(?:(?:says?|said|reckons|thinks)\s+(?:that\s+)?)?"
_THING = r"(?P<thing>(?:(?:the|her|his|their|our|my)\s+)?[^\W\d_][\w'’-]*(?:\s+(?!is\b|are\b|will\b|be\b|not\b|only\b|now\b|comes?\b|goes?\b|go\b|to\b|too\b|by\b|on\b)[\w'’&-]+){0,4}?)"
_IS = r"(?:(?:is|are|was|will|shall|should|be|['’]s|['’]ll|a\s+bit|now|running|still|again)\s+)*"
_LATE = re.compile(
    rf"^{_TOLD}(?:{_THING}\s+{_IS}(?:late|delayed|held\s+up|not\s+ready|behind)|(?:is|are|was|running|['’]s|a\s+bit|\s)*(?:late|behind|delayed)\s+(?:with|w/|w|on)\s*(?P<with>\S.*?))(?:[\s,]+(?:because|cos|cuz|since|due\s+to|as)\b.*)?$",
    re.IGNORECASE,
)
_THEN = re.compile(
    rf"^{_TOLD}(?:(?:i|we|it|that|this|they|she|he)\s+)?(?:(?:will|['’]ll|is|should|be|to|now|only|then|expects?|expected|promises|not)\s+)*(?:comes?|coming|sends?|send\s+it|sends\s+it|arrives?|follows?|gets?\s+it|ready|here|there|be)?(?:\s+(?:it|them|in|over|on|by|to\s+(?:us|me)|instead|now|only))*$",
    re.IGNORECASE,
)
_COMES = re.compile(
    rf"^{_TOLD}{_THING}(?:\s+(?:will|['’]ll|is|are|should|be|can|rather|then|comes?|coming|arrives?|follows?|go|goes|ready|sent|due|here|there|not|only|now|in|out|over|on|by|instead|before|to\s+(?:us|me|her|him|them)))*$",
    re.IGNORECASE,
)
_WANTS = re.compile(
    rf"^{_TOLD}(?:wants?|needs?|(?:would|['’]d)\s+(?:like|prefer|rather\s+have)|prefers?|expects?)\s+(?:to\s+(?:have|get|see)\s+)?{_THING}(?:\s+(?:on|by|for|instead|rather))*$",
    re.IGNORECASE,
)
_PUSH = re.compile(
    rf"^{_TOLD}(?:(?:asked|asks|wants|wanted|needs|told|i|we|will|['’]ll|have|had)\s+)*(?:(?:me|us)\s+)?(?:to\s+)?(?:push|move|postpone|delay|shift|put\s+off)\s+{_THING}(?:\s+(?:back|out|off|on|to|until|till?|for|by))*$",
    re.IGNORECASE,
)
_OTHER = re.compile(r"\b(?:instead|now|only|rather|not)\b", re.IGNORECASE)
_CANT = re.compile(
    rf"^{_TOLD}(?:(?:i|we)\s+)?(?:can['’]?t|cannot|can\s+not|won['’]?t|could\s?n['’]?t)\s+(?:make|do|manage)\b",
    re.IGNORECASE,
)
_FORMER = re.compile(r"[\s,]+(?:and\s+)?(?:not|instead\s+of|rather\s+than)\s+(?:on\s+|by\s+)?$", re.IGNORECASE)
_NO_THING = frozenset(
    "i we she he they it that this who nobody not now only there then and but so call meeting demo visit".split()
)


def new_days(clauses: Sequence[str], days: Callable[[str], Sequence[DateReading]]) -> tuple[Moved, ...]:
    """The things and their new days; `days` reads those of a clause."""
    if not _SIGN.search(" ".join(clauses)):
        return ()
    found: list[Moved] = []
    late, is_unable = "", False
    for clause in clauses:
        bare, day = _apart(clause, days(clause))
        told = _LATE.match(bare)
        if told and day is None:
            late = told["thing"] or told["with"]
            continue
        if day is None or not (day.on or day.choices):
            is_unable = is_unable or bool(_CANT.match(bare))
            continue
        is_unable = is_unable or bool(_CANT.match(bare))
        thing = late if late and _THEN.match(bare) else _named(clause, bare, is_unable=is_unable)
        if thing and thing.split()[-1].lower() not in _NO_THING:
            found.append(Moved(thing, day, is_late=thing == late))
            late = ""
    return tuple(found)


def _named(clause: str, bare: str, *, is_unable: bool) -> str:
    push = _PUSH.match(bare)
    if push:
        return push["thing"]
    if not (is_unable or _OTHER.search(clause)):
        return ""
    told = _WANTS.match(bare) or _COMES.match(bare)
    return told["thing"] if told else ""


def _apart(clause: str, dates: Sequence[DateReading]) -> tuple[str, DateReading | None]:
    """The clause without its days, and the new one: of "mon not thu" the first."""
    if not dates:
        return clause.strip(" .!"), None
    new, end = dates[0], dates[0].end
    if len(dates) > 1:
        if not _FORMER.search(clause[: dates[1].start]) or dates[2:]:
            return clause, None
        end = dates[1].end
    return " ".join(f"{clause[: new.start]} {clause[end:]}".split()).strip(" .!,"), new
