"""What a company or a person is called in a line: short forms, initials, without accents and legal forms. Pure, and kept."""

import re
from functools import lru_cache

from bot.reading.naming.namekeys import bare, folded, in_two_letters, key, says_a_name
from bot.reading.naming.persons import TITLES

WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_KEPT = 20_000  # names; each is worked out once
_SEVERAL = 3  # words
_NUMBERS = dict(
    zip(
        "1 2 3 4 5 6 7 8 9 10 1st 2nd 3rd 4th 5th 6th 7th".split(),
        "one two three four five six seven eight nine ten first second third fourth fifth sixth seventh".split(),
        strict=True,
    )
)
# As a sign or a CRM shortens them, on both sides alike.
_SHORTENED = {
    "st": "street", "rd": "road", "blvd": "boulevard", "ave": "avenue", "mfg": "manufacturing", "bros": "brothers", "intl": "international", "natl": "national",
    "hosp": "hospital", "assoc": "associates", "svcs": "services", "dist": "distribution", "univ": "university",
}  # fmt: skip
_DIGITS: dict[str, list[str]] = {}
for _digit, _spelled in _NUMBERS.items():
    _DIGITS.setdefault(_spelled, []).append(_digit)
# Behind these the next word is the name: "Société Lumière".
_ARTICLES = frozenset("the la le les el il die der das societe groupe grupo gruppo gruppe".split())
# First words that are no company's alone: "blue", "second", "monday".
_COMMON = frozenset(
    "one two three four five six seven eight nine ten first second third twin double triple red blue green black white grey gray "
    "gold golden silver big great grand old new north south east west northern southern eastern western central global national "
    "international general united american british european royal city the best super monday tuesday wednesday thursday friday "
    "saturday sunday january february march april may june july august september october november december spring summer autumn "
    "winter all my our your good next open free fast high low long short street road avenue".split()
)
# A name that begins with two of these needs its third word: "again Friday morning".
TIMES = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thurs fri sat sun january february march april may june july "
    "august september october november december early late next this today tomorrow morning noon afternoon evening night week month".split()
)
# "lets", "its", "todays": said every day, and no name without its mark.
_EVERYDAY = (
    _COMMON
    | TIMES
    | frozenset("let it that what who here there he she one kid men women man woman child children mum mom dad".split())
)


def is_common(word: str) -> bool:
    """A word that stands in any sentence: "first", "Friday", "the"."""
    return plain(word) in _EVERYDAY or not says_a_name((key(word),))


@lru_cache(maxsize=_KEPT)
def company_called(name: str) -> frozenset[str]:
    """The whole name, without its legal form, its first two words, the first where that is telling, its initials."""
    words = plain_words(name)
    own = bare(" ".join(words)).split()
    names = {" ".join(words), " ".join(own)}
    if own and own[0] not in _COMMON and says_a_name(own[:1]):
        names.add(own[0])
    if len(own) > 1 and own[0] in _ARTICLES:
        names |= {own[1], " ".join(own[1:])}
    if len(own) > 1:
        names |= {f"{digit}{own[1]}" for digit in _DIGITS.get(own[0], ())}  # "7oaks"
    if len(own) >= _SEVERAL:
        names.add("".join(word[0] for word in own))
    if len(own) >= _SEVERAL and not TIMES.issuperset(own[:2]):
        names.add(" ".join(own[:2]))
    return frozenset((names | _without_marks(name)) - {""})


def _without_marks(name: str) -> frozenset[str]:
    """ "St Marys", "Smiths": what is left of a name with an apostrophe where nobody types it."""
    words = [*map(plain, key(re.sub(r"(?<=\w)['’](?=\w)", "", name)).split())]
    marked = [n for n, word in enumerate(name.split()[: len(words)]) if re.search(r"\w['’]s$", word)]
    called = " ".join(words[: marked[0] + 1]) if marked else ""
    return frozenset({called} if called and called.removesuffix("s") not in _EVERYDAY else ())


@lru_cache(maxsize=_KEPT)
def person_called(person: str) -> frozenset[str]:
    """The whole name, the first, the last, "April S", "Fiona Mac"; of three or more the first two and their initials: "SJ"."""
    ways = {person, in_two_letters(person)}
    return frozenset().union(*map(_person_called, ways))


def _person_called(person: str) -> frozenset[str]:
    parts = [part for part in (plain_words(word) for word in person.split()) if part]
    if len(parts) > 1 and parts[0][0] in TITLES:
        parts = parts[1:]
    whole = [" ".join(part) for part in parts]
    if not whole:
        return frozenset()
    names = {" ".join(whole), whole[0], whole[-1]}
    if len(whole) > 1:
        names.add(f"{whole[0]} {whole[-1][0]}")
        names |= {f"{whole[0]} {short}" for short in _shortened(whole[-1])}
    if len(whole) >= _SEVERAL:
        names |= {" ".join(whole[:2]), "".join(name[0] for name in whole[:2])}
        names.add(f"{whole[0]} {''.join(name[0] for name in whole[1:])}")  # "Sanne vdM"
    return frozenset(names)


_SHORTEST = 3  # letters of a last name that stand for it: "Fiona Mac"
_MONTHS = frozenset("jan feb mar apr may jun jul aug sep oct nov dec".split())


def _shortened(last: str) -> frozenset[str]:
    """Its beginnings that are no words of their own."""
    starts = (last[:length] for length in range(_SHORTEST, min(len(last), _SHORTEST + 2)))
    return frozenset(start for start in starts if not (start in _MONTHS or is_common(start)))


@lru_cache(maxsize=_KEPT)
def first_words(names: frozenset[str]) -> frozenset[str]:
    """With which words these names begin."""
    return frozenset(name.partition(" ")[0] for name in names)


def plain_words(name: str) -> list[str]:
    return [plain(found) for found in WORD.findall(name)]


def plain(word: str) -> str:
    """ "Hexagon's" and "Hexagon'll" are hexagon, "7" seven, "mfg" manufacturing."""
    word = re.sub(r"['’](?:s|ll)$", "", word)
    plain_key = folded(key(word.replace("'", "").replace("’", "")))
    return _NUMBERS.get(plain_key) or _SHORTENED.get(plain_key, plain_key)
