"""Where a line names somebody, wherever that is: a company, or a person whom a company knows.

Names are found before anything else is read, so that April, May and Monday Mornings are nobody's dates.
"""

import re
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from bot.reading.mentioned.mistyped import Called, companies_of, mistyped, names_of
from bot.reading.mentioned.personhere import MODALS, REACH, Word, is_initial, is_person_here, owner_of, owns_here
from bot.reading.mentioned.seconds import other_end
from bot.reading.names import Known
from bot.reading.naming.called import WORD, company_called, person_called, plain
from bot.reading.naming.subjects import without_addresses

_AT = re.compile(r"(?:\b(?:at|from)|@|\()\s*$", re.IGNORECASE)
_MOST_WORDS = 5
_GOES_ON = re.compile(r"-(?!(?:san|kun|sama|ji)\b)[^\W\d]", re.IGNORECASE)
_GOES_BEFORE = re.compile(r"[^\W\d]-$")
_ENDS = re.compile(
    r"(?:(?<!\bst)(?<!\brd)(?<!\bave)(?<!\bblvd)(?<!\bmfg)(?<!\bbros)(?<!\bintl)\.|[;:!?\n])\s", re.IGNORECASE
)


@dataclass(frozen=True)
class Mention:
    """Where a name stands; `person` is the whole name that is known, empty for a company. `ids` are the deals it may mean; none
    where it only begins the name of another company."""

    start: int
    end: int
    ids: tuple[int, ...]
    person: str = ""
    is_mistyped: bool = False
    lacks_apostrophe: bool = False  # "quentins line"


def mentions(text: str, known: Sequence[Known]) -> tuple[Mention, ...]:
    """Every name in the text, in order; of two that overlap the longer one. A mistyped company counts where none is exact, nor a person of another."""
    words = [(found.start(), found.end(), plain(found[0])) for found in WORD.finditer(without_addresses(text))]
    names = [names_of(deal) for deal in known]
    found = tuple(_exact(text, words, _Names(known, names, _said(words))))
    exact = _without_greeted(text, tuple(one for one in found if one.ids))
    if any(not one.person for one in exact):
        return exact
    taken = {at for one in found for at in range(one.start, one.end)}
    others = [word for word in words if word[0] not in taken and not _is_part(text, word[0], word[1])]
    near = (Mention(*place, is_mistyped=True) for place in mistyped(others, known, names))
    theirs = {id_ for one in exact for id_ in one.ids}
    kept = (one for one in near if not exact or theirs.intersection(one.ids) or _AT.search(text[: one.start]))
    return tuple(sorted((*exact, *kept), key=lambda one: one.start))


_GREETS = re.compile(r"^\s*(?:hi|hello|hey|hiya|dear|hallo|hei|hej|ciao|bonjour)\s+$", re.IGNORECASE)
_SIGNS = re.compile(r"[\s.,!)]*$")


def _without_greeted(text: str, found: tuple[Mention, ...]) -> tuple[Mention, ...]:
    """Of "hi tom, … thx giulia" only who signs it: whom they write to is one of us."""
    is_letter = (
        len(found) > 1 and bool(_GREETS.match(text[: found[0].start])) and bool(_SIGNS.match(text, found[-1].end))
    )
    return found[1:] if is_letter and found[0].person and found[-1].person else found


def _said(words: Sequence[Word]) -> set[str]:
    said = {word for _, _, word in words}
    return said | {owner_of(word) for word in said}


class _Names:
    """What each company and person is called of whom a word is `said`, in plain words."""

    def __init__(self, known: Sequence[Known], names: Sequence[Called], said: AbstractSet[str]) -> None:
        self.companies: dict[str, list[int]] = {}
        self.people: dict[str, list[tuple[int, str]]] = {}
        self.deals = {deal.id: deal for deal in known}
        for deal, one in zip(known, names, strict=True):
            if said.isdisjoint(one.opening):
                continue
            for name in (name for whole in companies_of(deal) for name in company_called(whole)):
                self.companies.setdefault(name, []).append(deal.id)
            for person in deal.contacts:
                for name in person_called(person):
                    self.people.setdefault(name, []).append((deal.id, person))


def _exact(text: str, words: Sequence[Word], names: _Names) -> Iterator[Mention]:
    at = 0
    openings = {name.partition(" ")[0] for name in (*names.companies, *names.people)}
    while at < len(words):
        opening = words[at][2].partition(" ")[0]
        most = min(_MOST_WORDS, len(words) - at) if opening in openings or owner_of(opening) in openings else 0
        counts = range(most, 0, -1)
        found = next(((one, count) for count in counts if (one := _at(text, words[at : at + count], names))), None)
        if found:
            yield found[0]
        at += found[1] if found else 1


def _at(text: str, words: Sequence[Word], names: _Names) -> Mention | None:
    start, end = words[0][0], words[-1][1]
    said = " ".join(word for _, _, word in words)
    is_emoji = len(words) == 1 and text[:start].endswith(":") and text.startswith(":", end)  # "they like it :rocket:"
    if is_emoji:
        return None
    if said not in names.companies and said not in names.people:
        return _owned(text, words[0], names) if len(words) == 1 else None
    if _is_part(text, start, end) or (_ENDS.search(text, start, end) and "." not in text[start : start + 6]):
        return None  # "Delta-Reyes" is another name, and so are two on both sides of a full stop
    if said in MODALS and not is_person_here(text, words[0]):  # "…, will do", beside Will & May
        return None
    if said in names.companies:
        ids = tuple(dict.fromkeys(names.companies[said]))
        is_other = other_end(text, start, end, map(names.deals.__getitem__, ids))
        return Mention(start, end, () if is_other else ids)
    if len(words) == 1 and not is_person_here(text, words[0]):
        return None
    if len(words) > 1 and len(words[-1][2]) == 1 and not is_initial(text, words):
        return None
    known = names.people[said]
    return Mention(start, end, tuple(dict.fromkeys(id_ for id_, _ in known)), known[0][1])


def _owned(text: str, word: Word, names: _Names) -> Mention | None:
    """ "quentins line", "lou at dewitts": whose it is, typed without an apostrophe."""
    start, end, said = word
    owner = owner_of(said)
    firm = names.companies.get(owner, ()) if _AT.search(text[max(0, start - REACH) : start]) else ()
    if firm:
        return Mention(start, end, tuple(dict.fromkeys(firm)))
    known = names.people.get(owner, ()) if owns_here(text, word) else ()
    ids = tuple(dict.fromkeys(id_ for id_, _ in known))
    return Mention(start, end, ids, known[0][1], lacks_apostrophe=True) if known else None


def _is_part(text: str, start: int, end: int) -> bool:
    """ "Delta" and "Reyes" in "Delta-Reyes"."""
    return bool(_GOES_ON.match(text, end) or _GOES_BEFORE.search(text[max(0, start - 2) : start]))
