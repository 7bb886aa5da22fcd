"""Which deal a name means. Exact first, then the whole name, then short forms; a close rival means: ask (section 13).

A person's name alone never decides when two deals know that person.
"""

import re
import unicodedata
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz, process

from bot.model import Contact, Deal

_LEGAL = re.compile(
    r"\b(?:gmbh|ag|kg|se|inc|llc|ltd|limited|plc|corp|corporation|co|company|bv|nv|sa|sarl|srl|spa|oy|ab|as|aps|pty)\b\.?"
)
_GOOD = 88.0  # rapidfuzz points; below, a name does not fit
_RIVAL = 5.0
_NEAR = 70.0  # for one word
_LONGEST_NAME = 6  # words
_TELLING = 5  # letters; a shorter first word stands in any sentence
_TITLES = frozenset({"dr", "mr", "mrs", "ms", "prof", "herr", "frau", "mme"})


@dataclass(frozen=True)
class Known:
    """A deal as it may be named."""

    id: int
    company: str
    title: str
    contacts: tuple[str, ...] = ()
    former_names: tuple[str, ...] = ()


@dataclass(frozen=True)
class Match:
    """Deal ids, the best first; `sure` when exactly one is meant."""

    ids: tuple[int, ...] = ()
    sure: bool = False


def match_deal(
    query: str, known: Sequence[Known], limit: int = 8, all_names: Callable[[], Mapping[int, str]] | None = None
) -> Match:
    """The deals that a name may mean; no ids when nothing is similar.

    `known` needs to hold only the deals in whose names every word of `query` occurs (`words_of`) when `all_names` gives
    the first name of each deal as a key (`found_by`): it is asked only when no name fits as it was typed.
    """
    wanted = key(query)
    if not wanted:
        return Match()
    for fits in (_exact, _by_words, _formerly, _by_contact):
        ids = fits(wanted, known)
        if ids:
            return Match(ids[:limit], len(ids) == 1)
    return _similar(wanted, all_names() if all_names else {deal.id: _names(deal)[0] for deal in known}, limit)


def leading_name(text: str, known: Sequence[Known]) -> str:
    """The longest run of first words that names a deal or a contact: "acme dana got stats" -> "acme"; else empty."""
    words = text.split()[:_LONGEST_NAME]
    for count in range(len(words), 0, -1):
        head = " ".join(words[:count])
        wanted = key(head)
        if wanted and any(fits(wanted, known) for fits in (_exact, _by_words, _formerly, _by_contact)):
            return head.rstrip(" :,;-")
    return ""


def mentioned(text: str, known: Sequence[Known]) -> tuple[int, ...]:
    """The deals whose company, or its first word, stands anywhere in the text: "I just spoke to Jory at Tamar"."""
    said = f" {key(text)} "
    whole = tuple(deal.id for deal in known if (name := company_key(_names(deal)[0])) and f" {name} " in said)
    if whole:
        return whole
    return tuple(
        deal.id
        for deal in known
        if len(first := _names(deal)[0].partition(" ")[0]) >= _TELLING and f" {first} " in said
    )


_BESIDE = frozenset("the a my our deal account with at and & co".split())


def is_made_of(text: str, names: Iterable[str]) -> bool:
    """Whether each word of the text is one of these names' words, or near one."""
    known = {word for name in names for word in key(name).split()} | _BESIDE
    return all(
        word in known or any(fuzz.ratio(word, other) >= _NEAR or other.startswith(word) for other in known)
        for word in key(text).split()
    )


def key(name: str) -> str:
    """A name without case, accents, punctuation and invisible characters."""
    plain = name.lower() if name.isascii() and name.isprintable() else _folded(name)
    return " ".join(re.sub(r"[^\w&]+", " ", plain).split())


def _folded(name: str) -> str:
    plain = unicodedata.normalize("NFKD", name.casefold())
    return "".join(c for c in plain if unicodedata.category(c) not in {"Mn", "Cf", "Cc"})


def words_of(query: str) -> list[str]:
    """The words that a deal must be found by when its name is `query`, however that is written."""
    return key(query).split()


def first_word_of(text: str) -> list[str]:
    """The word that a deal must be found by when its name stands at the beginning of the text."""
    return words_of(" ".join(text.split()[:_LONGEST_NAME]))[:1]


def found_by(deal: Deal, people: Iterable[Contact]) -> str:
    """Everything a deal is known by, as keys, one a line; the first is its company, or its title without one."""
    names = (deal.company or deal.title, deal.title, *deal.former_names, *(person.name for person in people))
    return "\n".join(dict.fromkeys(map(key, names)))


def company_key(name: str) -> str:
    """A company's name without its legal form: "Acme Ltd." and "ACME" are one."""
    whole = key(name)
    return " ".join(_LEGAL.sub(" ", whole).split()) or whole


def _names(deal: Known) -> tuple[str, str, str]:
    company, title = key(deal.company), key(deal.title)
    return (company or title, f"{company} {title}".strip(), title)


def _exact(wanted: str, known: Sequence[Known]) -> tuple[int, ...]:
    """The whole name; the company and title together beat the company alone."""
    whole = tuple(deal.id for deal in known if wanted == _names(deal)[1])
    return whole or tuple(deal.id for deal in known if wanted in _names(deal))


def _by_words(wanted: str, known: Sequence[Known]) -> tuple[int, ...]:
    """The first words of the company ("harbour" for Harbour Foods), else words that all occur in the full name and its people's."""
    starts = tuple(deal.id for deal in known if f"{_names(deal)[0]} ".startswith(f"{wanted} "))
    if starts:
        return starts
    words = set(wanted.split())
    if all(len(word) < 3 for word in words):  # noqa: PLR2004 - "a", "of" fit everywhere
        return ()
    return tuple(deal.id for deal in known if words <= {*_names(deal)[1].split(), *_people(deal)})


def _people(deal: Known) -> list[str]:
    return [word for person in deal.contacts for word in key(person).split()]


def _formerly(wanted: str, known: Sequence[Known]) -> tuple[int, ...]:
    """What a deal was called before it was renamed (C35): the whole name, or its company."""
    return tuple(
        deal.id for deal in known for name in deal.former_names if wanted in {key(name), key(name.partition(",")[0])}
    )


def _by_contact(wanted: str, known: Sequence[Known]) -> tuple[int, ...]:
    def fits(deal: Known) -> bool:
        people = [key(person) for person in deal.contacts]
        return any(wanted in {person, person.split(" ")[0]} - _TITLES for person in people if person)

    return tuple(deal.id for deal in known if fits(deal))


def _similar(wanted: str, names: Mapping[int, str], limit: int) -> Match:
    """Typos: the full-name ratio, the token set for short forms, legal forms stripped, the beginning of a name last.

    A mistyped beginning is never sure: "Fenwik" may be somebody new.
    """
    count = len(wanted.split())
    heads = {id_: " ".join(name.split()[:count]) for id_, name in names.items()}
    bare = {id_: _LEGAL.sub("", name).strip() or name for id_, name in names.items()}
    scores: dict[int, float] = {}
    for texts, scorer in ((names, fuzz.ratio), (names, fuzz.token_set_ratio), (bare, fuzz.ratio)):
        for _, score, id_ in process.extract(wanted, texts, scorer=scorer, limit=limit, score_cutoff=_GOOD - 6):
            scores[id_] = max(scores.get(id_, 0.0), score)
    for _, score, id_ in process.extract(wanted, heads, scorer=fuzz.ratio, limit=limit, score_cutoff=_GOOD - 6):
        scores[id_] = max(scores.get(id_, 0.0), min(score, _GOOD - 1))
    ranked = sorted(scores.items(), key=lambda item: (-item[1], item[0]))[:limit]
    if not ranked:
        return Match()
    best = ranked[0][1]
    alone = len(ranked) == 1 or ranked[1][1] < best - _RIVAL
    return Match(tuple(id_ for id_, _ in ranked), alone and best >= _GOOD)
