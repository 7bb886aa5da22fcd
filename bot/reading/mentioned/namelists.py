"""Names of companies typed one behind the other. "Acme, 40 seats" is one deal: a company, and what it is about."""

import re
from enum import Enum
from typing import NamedTuple

from bot.reading.mentioned.headings import firm_before, is_surely_firm

_MOST_WORDS = 3  # of a name in a list
_A_FEW = 3  # names, which are seldom a company with what it is about
_COUNTED = re.compile(r"\d+\s+\w|^[\d\W]+$")  # "40 seats", "12,000"
_AND = re.compile(r"\s+(?:and|&)\s+", re.IGNORECASE)
_LEADING_AND = re.compile(r"^(?:and|&)\s+", re.IGNORECASE)


class Listed(Enum):
    one = "one"
    several = "several"
    unclear = "unclear"


class Names(NamedTuple):
    how: Listed
    names: tuple[str, ...]


def names_in(text: str) -> Names:
    """ "Acme, Globex, Initech" is three; "Acme, Globex" may be two, and "Acme, Globex and Initech" three."""
    *before, last = (part.strip() for part in text.split(","))
    ends = _AND.split(_LEADING_AND.sub("", last)) if before else [last]
    names = tuple(filter(None, (*before, *ends)))
    if not before or len(names) < 2 or not all(map(_may_be_one, names)):  # noqa: PLR2004 - one is no list
        return Names(Listed.one, (text,))
    big = [is_surely_firm(name) for name in names]
    if len(names) >= _A_FEW and len(ends) == 1 and len({*big}) == 1:
        return Names(Listed.several, names)
    return Names(Listed.unclear, names) if all(big) or len(names) >= _A_FEW else Names(Listed.one, (text,))


def is_name(text: str) -> bool:
    """Whether that is a company, with or without what it is about, and no sentence."""
    return ":" not in text and bool(firm_before(text.partition(",")[0]))


def _may_be_one(name: str) -> bool:
    return len(name.split()) <= _MOST_WORDS and not _COUNTED.search(name) and bool(firm_before(name))
