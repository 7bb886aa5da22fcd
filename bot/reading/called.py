"""What a company or a person is called in a line: short forms, initials, without accents and legal forms. Pure, and kept."""

import re
from functools import lru_cache

from bot.reading.names import key

WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_KEPT = 20_000  # names; each is worked out once
_SEVERAL = 3  # words
_LEGAL = frozenset(
    "gmbh ag kg se inc llc ltd limited plc corp co company bv nv sa sarl srl spa oy ab as aps pty kk".split()
)
TITLES = frozenset({"dr", "mr", "mrs", "ms", "prof", "herr", "frau", "mme"})
_NUMBERS = dict(
    zip(
        "1 2 3 4 5 6 7 8 9 10 1st 2nd 3rd 4th 5th 6th 7th".split(),
        "one two three four five six seven eight nine ten first second third fourth fifth sixth seventh".split(),
        strict=True,
    )
)
# First words that are no company's alone: "blue", "second", "monday".
_ARTICLES = frozenset("the la le les el il die der das societe groupe grupo gruppo gruppe".split())
_COMMON = frozenset(
    "one two three four five six seven eight nine ten first second third twin double triple red blue green black white grey gray "
    "gold golden silver big great grand old new north south east west northern southern eastern western central global national "
    "international general united american british european royal city the best super monday tuesday wednesday thursday friday "
    "saturday sunday january february march april may june july august september october november december spring summer autumn "
    "winter all my our your good next open free fast high low long short".split()
)


@lru_cache(maxsize=_KEPT)
def company_called(name: str) -> frozenset[str]:
    """The whole name, without its legal form, its first two words, the first where that is telling, its initials."""
    words = plain_words(name)
    bare = [word for word in words if word not in _LEGAL] or words
    names = {" ".join(words), " ".join(bare)}
    if bare and bare[0] not in _COMMON:
        names.add(bare[0])
    if len(bare) > 1 and bare[0] in _ARTICLES:
        names |= {bare[1], " ".join(bare[1:])}
    if len(bare) >= _SEVERAL:
        names |= {" ".join(bare[:2]), "".join(word[0] for word in bare)}
    return frozenset(names - {""})


@lru_cache(maxsize=_KEPT)
def person_called(person: str) -> frozenset[str]:
    """The whole name, the first, the last; of three or more the first two and their initials: "SJ"."""
    parts = [part for part in (plain_words(word) for word in person.split()) if part]
    if len(parts) > 1 and parts[0][0] in TITLES:
        parts = parts[1:]
    whole = [" ".join(part) for part in parts]
    if not whole:
        return frozenset()
    names = {" ".join(whole), whole[0], whole[-1]}
    if len(whole) >= _SEVERAL:
        names |= {" ".join(whole[:2]), "".join(name[0] for name in whole[:2])}
    return frozenset(names)


@lru_cache(maxsize=_KEPT)
def first_words(names: frozenset[str]) -> frozenset[str]:
    """With which words these names begin."""
    return frozenset(name.partition(" ")[0] for name in names)


def plain_words(name: str) -> list[str]:
    return [plain(found) for found in WORD.findall(name)]


def plain(word: str) -> str:
    """ "Hexagon's" is hexagon, "7" seven."""
    word = re.sub(r"['’]s$", "", word)
    folded = key(word.replace("'", "").replace("’", ""))
    return _NUMBERS.get(folded, folded)
