"""Which deal a name means. Exact first, then short forms, then what is like it; a close rival means: ask (section 13).

A person's name alone never decides when two deals know that person.
"""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice
from typing import NamedTuple

from rapidfuzz import fuzz

from bot.reading.naming.likeness import Match, similar
from bot.reading.naming.namekeys import bare, company_key, first_word_of, found_by, key, says_a_name, words_of
from bot.reading.naming.persons import TITLES
from bot.reading.words.shortcodes import stripped

__all__ = [
    "Known", "Match", "company_key", "first_word_of", "found_by", "is_made_of", "is_named_exactly", "is_person", "key", "leading_name", "match_deal",
    "may_be_alias", "says_a_name", "words_of",
]  # fmt: skip
_NEAR = 70.0  # for one word
_SAME = 80.0  # for a part of a person's name
_LONGEST_NAME = 6  # words
_WORD = re.compile(r"\S+")
_TELLING_BEGINNING = 4  # letters


@dataclass(frozen=True)
class Known:
    """A deal as it may be named."""

    id: int
    company: str
    title: str
    contacts: tuple[str, ...] = ()
    former_names: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()  # as typed by whoever then said which deal was meant


def match_deal(
    query: str, known: Sequence[Known], limit: int = 8, all_names: Callable[[], Mapping[int, str]] | None = None
) -> Match:
    """The deals that a name may mean; no ids when nothing is similar.

    `known` needs to hold only the deals in whose names every word of `query` occurs (`words_of`) when `all_names` gives
    the names of each deal as keys (`found_by`): it is asked only when no name fits as it was typed. Of deals that fit as
    well, those that come first stay first.
    """
    wanted = key(query)
    if not wanted:
        return Match()
    keyed = [_keys(deal) for deal in known]
    for fits in _FITTING:
        ids = tuple(deal.id for deal in fits(wanted, keyed))
        if ids:
            return Match(ids[:limit], len(ids) == 1)
    begun = _begun(wanted, keyed)
    if begun:
        return Match(begun[:limit], begun=len(begun) == 1)
    return similar(query, all_names() if all_names else {deal.id: _every_name(deal) for deal in known}, limit)


def _begun(wanted: str, known: Sequence["_Keys"]) -> tuple[int, ...]:
    """ "haven" for Havenlogistiek, "strand" for Hotel Strandgade: one word that a word of the company begins with."""
    if " " in wanted or len(wanted) < _TELLING_BEGINNING:
        return ()
    return tuple(deal.id for deal in known if any(word.startswith(wanted) for word in deal.own.split()))


def leading_name(text: str, known: Sequence[Known]) -> str:
    """The longest run of first words that names a deal or a contact, as it is typed: "acme dana got stats" -> "acme"; else empty."""
    words, keyed = [*islice(_WORD.finditer(text), _LONGEST_NAME)], [_keys(deal) for deal in known]
    for word in reversed(words):
        head = text[words[0].start() : word.end()]
        wanted = key(head)
        if wanted and any(fits(wanted, keyed) for fits in _FITTING):
            return stripped(head, " :,;-")
    return ""


_MOST_ALIAS = 4  # words; more are a sentence
_SENTENCE = frozenset(
    "he she they it him her them i we you us me this that there here to with from about at for on in by"
    " called calling call rang ring spoke speak talked talk met emailed wrote left got had sent saw asked said says"
    " just had yesterday today tomorrow mail email voicemail message meeting".split()
)


def may_be_alias(said: str) -> bool:
    """Whether words can be a name that is kept: no number, no sentence, nothing that stands for anybody."""
    words = key(said).split()
    letters = sum(map(str.isalpha, key(said)))
    return 0 < len(words) <= _MOST_ALIAS and letters >= 2 and not _SENTENCE & {*words}  # noqa: PLR2004 - "HF" is a name, "H" none


def is_named_exactly(said: str, known: Sequence[Known]) -> bool:
    """Whether these words are some deal's own name, with or without its legal form."""
    wanted, plain = key(said), company_key(said)
    return any(
        wanted in {deal.own, deal.title, deal.full} or plain == bare(deal.own) for deal in map(_keys, known)
    )  # fmt: skip


def is_person(said: str, people: Iterable[str]) -> bool:
    """Whether each of these words is one of a person's, or near one: then the person is meant, whoever they buy for."""
    words = key(said).split()
    called = [key(person).split() for person in people]
    return any(all(any(fuzz.ratio(word, part) >= _SAME for part in parts) for word in words) for parts in called)


_BESIDE = frozenset("the a my our deal account with at and & co".split())


def is_made_of(text: str, names: Iterable[str]) -> bool:
    """Whether each word of the text is one of these names' words, or near one."""
    known = {word for name in names for word in key(name).split()} | _BESIDE
    return all(
        word in known or any(fuzz.ratio(word, other) >= _NEAR or other.startswith(word) for other in known)
        for word in key(text).split()
    )


class _Keys(NamedTuple):
    """What a deal is called, as keys: `own` its company, or its title without one."""

    id: int
    own: str
    title: str
    full: str
    words: frozenset[str]
    former: frozenset[str]
    people: frozenset[str]
    aliases: frozenset[str]


@lru_cache(20_000)
def _keys(deal: Known) -> _Keys:
    company, title, people = key(deal.company), key(deal.title), [key(person) for person in deal.contacts]
    full = f"{company} {title}".strip()
    former = {key(part) for name in deal.former_names for part in (name, name.partition(",")[0])}
    called = {part for person in people if person for part in (person, person.partition(" ")[0])}
    words = frozenset(" ".join((full, *people)).split())
    return _Keys(
        deal.id,
        company or title,
        title,
        full,
        words,
        frozenset(former),
        frozenset(called - TITLES),
        frozenset(map(key, deal.aliases)),
    )


def _every_name(deal: Known) -> str:
    names = (deal.company or deal.title, deal.title, *deal.former_names, *deal.aliases, *deal.contacts)
    return "\n".join(dict.fromkeys(map(key, names)))


def _exact(wanted: str, known: Sequence[_Keys]) -> list[_Keys]:
    """The whole name; the company and title together beat the company alone."""
    whole = [deal for deal in known if wanted == deal.full]
    return whole or [deal for deal in known if wanted in {deal.own, deal.title}]


def _also_called(wanted: str, known: Sequence[_Keys]) -> list[_Keys]:
    """What somebody typed before, and then said which deal they meant; a name that two were meant by asks again."""
    return [deal for deal in known if wanted in deal.aliases]


def _by_words(wanted: str, known: Sequence[_Keys]) -> list[_Keys]:
    """The first words of the company ("harbour" for Harbour Foods), else words that all occur in the full name and its people's."""
    words = set(wanted.split())
    if not says_a_name(words):
        return []
    start = f"{wanted} "
    starts = [deal for deal in known if deal.own == wanted or deal.own.startswith(start)]
    if starts:
        return starts
    is_short = all(len(word) < 3 for word in words)  # noqa: PLR2004 - "ab", "it" fit everywhere
    if is_short or len(words) <= wanted.count(" "):  # ":rocket::rocket:" is no ":rocket: Labs"
        return []
    fits = [deal for deal in known if words <= deal.words]
    if all(says_a_name((word,)) for word in words):
        return fits
    return [deal for deal in fits if _says(wanted, (deal.full, *deal.people))]  # not "from" of a title beside a person


def _says(wanted: str, names: Iterable[str]) -> bool:
    return any(f" {wanted} " in f" {name} " for name in names)


def _formerly(wanted: str, known: Sequence[_Keys]) -> list[_Keys]:
    """What a deal was called before it was renamed (C35): the whole name, or its company."""
    return [deal for deal in known if wanted in deal.former]


def _by_contact(wanted: str, known: Sequence[_Keys]) -> list[_Keys]:
    return [deal for deal in known if wanted in deal.people]


_FITTING = (_exact, _also_called, _by_words, _formerly, _by_contact)
