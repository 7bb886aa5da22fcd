"""A company's name with a typo, where no name stands letter by letter. What is a day or a time is none.

A typo is in one place, so a name that is meant begins or ends with the letter that was typed; no other is compared.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from rapidfuzz import fuzz, process

from bot.phrases import base_verb
from bot.reading.names import Known
from bot.reading.naming.called import TIMES, company_called, first_words, person_called, plain_words

_TELLING = 5  # letters; a shorter word is never taken for a mistyped one
_FEW = 5
_KEPT = 20_000  # deals; each is worked out once
_NEAR = 84.0  # rapidfuzz points: "brightlef", "kestral"; not "orbit" for Orbital
_LIKE = 80.0  # "fridy", "mornings"

Word = tuple[int, int, str]
Names = dict[str, list[tuple[str, int]]]


def companies_of(deal: Known) -> tuple[str, ...]:
    return (deal.company or deal.title, *deal.former_names, *deal.aliases)


class Called(NamedTuple):
    """How a deal may begin in a line, and what a typo may stand for: each name by the letter it begins or ends with."""

    opening: frozenset[str]
    ends: tuple[tuple[str, tuple[str, int]], ...]


@lru_cache(maxsize=_KEPT)
def names_of(deal: Known) -> Called:
    """The first words of whatever the deal's companies and people are called, and the companies' telling names."""
    companies = (first_words(company_called(whole)) for whole in companies_of(deal))
    opening = frozenset().union(*companies, *(first_words(person_called(person)) for person in deal.contacts))
    return Called(
        opening, tuple((end, (name, deal.id)) for name in _telling(deal) for end in (f"{name[0]}…", f"…{name[-1]}"))
    )


def mistyped(
    words: Sequence[Word], known: Sequence[Known], names: Iterable[Called]
) -> Iterator[tuple[int, int, tuple[int, ...]]]:
    """(start, end, the deals it may mean) of the first such name: of its telling first word, or of its first two."""
    by_ends = _by_ends(names)
    for n, (start, end, word) in enumerate(words):
        pair = ((words[n + 1][1], f"{word} {words[n + 1][2]}"),) if n + 1 < len(words) else ()
        for until, said in ((end, word), *pair):
            if len(said) < _TELLING or base_verb(said) is not None:
                continue
            ids = [
                id_
                for name, id_ in _like(said, by_ends)
                if not _is_time(said, words[n + len(said.split()) :], name, known)
            ]
            if ids:
                yield start, until, tuple(dict.fromkeys(ids))
                return


def _like(said: str, names: Names) -> list[tuple[str, int]]:
    """The nearest first."""
    some = list(dict.fromkeys((*names[f"{said[0]}…"], *names[f"…{said[-1]}"])))
    fits = process.extract(said, [name for name, _ in some], scorer=fuzz.ratio, score_cutoff=_NEAR, limit=_FEW)
    return [some[at] for _, _, at in fits]


def _by_ends(deals: Iterable[Called]) -> Names:
    names: Names = defaultdict(list)
    for deal in deals:
        for end, name in deal.ends:
            names[end].append(name)
    return names


def _telling(deal: Known) -> tuple[str, ...]:
    nearly = (name for whole in companies_of(deal) for name in _nearly(whole))
    return tuple(dict.fromkeys(name for name in nearly if len(name) >= _TELLING))


@lru_cache(maxsize=20_000)
def _nearly(whole: str) -> tuple[str, ...]:
    """What a mistyped name may stand for: never a number, and the first two words even where they are times."""
    names = {*company_called(whole), " ".join(plain_words(whole)[:2])}
    return tuple(sorted(name for name in names if not name[:1].isdigit()))


def _is_time(said: str, after: Sequence[Word], name: str, known: Sequence[Known]) -> bool:
    """ "Monday morning" is when, and no mistyped company, unless its next word follows: "mon mornings coffee"."""
    if not all(process.extractOne(word, TIMES, scorer=fuzz.ratio, score_cutoff=_LIKE) for word in said.split()):
        return False
    rest = {
        word for deal in known for whole in companies_of(deal) if name in _nearly(whole) for word in plain_words(whole)
    }
    return not (after and after[0][2] in rest - TIMES)
