"""A place that is called after somebody there: of "Da Nino" Nino speaks, while of "Grand Hotel Esplanade" nobody is called so."""

import re

from bot.reading.naming.namekeys import key

_AT = frozenset("da chez bei bij hos casa".split())
_ONE = re.compile(r"\b(?:he|she|his|her|him|himself|herself)\b", re.IGNORECASE)


def is_namesake(name: str, company: str, told: str) -> bool:
    """Whether a word of the company's name is a person: it stands behind an "at", or what is told is of him or her."""
    words = key(re.sub(r"['’]s\b", "", company)).split()
    is_part = key(name) in words and key(name) != key(company)
    return is_part and (words[0] in _AT or bool(_ONE.search(told)))
