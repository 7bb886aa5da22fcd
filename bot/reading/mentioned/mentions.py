"""Who a line speaks of, wherever the name stands: a company before a person, a person for the company that knows them.

Names are found before anything else is read, so that April, May and Monday Mornings are nobody's dates.
"""

import re
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from bot.reading.mentioned.mistyped import Called, companies_of, mistyped, names_of
from bot.reading.mentioned.movedto import new_place
from bot.reading.mentioned.personhere import MODALS, REACH, Word, is_initial, is_person_here, owner_of, owns_here
from bot.reading.mentioned.seconds import other_end
from bot.reading.names import Known
from bot.reading.naming.called import WORD, company_called, person_called, plain, plain_words
from bot.reading.naming.persons import TITLES
from bot.reading.naming.subjects import without_addresses
from bot.reading.people.atwork import with_capital
from bot.reading.words.bounds import LONGEST_LINE, split_at
from bot.reading.words.shortcodes import begun, stripped
from bot.reading.words.speech import quotes_in

_NOW_AT = re.compile(
    r"\b(?<!used\sto\s)(?:works?|working|moved|gone|joined|now|went)\s+(?:(?:now|over)\s+)?(?:at|to|with|for)?\s*$",
    re.IGNORECASE,
)
_HAS_LEFT = re.compile(
    r"\b(?:quit|left|leaving|resigned\s+from|retired\s+from|formerly\s+(?:at|with)|used\s+to\s+be\s+(?:at|with))\s+$",
    re.IGNORECASE,
)
# "he eats at Monday's Diner", "knows Karen at Westfall", "across from Summit": named, and not whom the line is about.
_ONLY_THERE = re.compile(
    r"\b(?:(?:lunch(?:es|ed)?|dinner|breakfast|coffee|drinks?|beers?|met|meet|meeting)\s+(?:(?!at\b)[\w’-]+\s+){0,2}at\s+"
    r"|(?:eats?|ate|eating|works?|worked|knows|banks|shops|parks|used\s+to\s+(?:be|work|eat)|next\s+(?:door\s+)?to|across\s+from|near|cousin|brother|sister|wife|husband|friend|neighbou?r)\s+"
    r"(?:(?:(?!at\b|from\b|with\b|in\b|of\b)[\w’-]+\s+){0,2}(?:at|from|with|in|of)\s+)?)(?:the\s+)?$",
    re.IGNORECASE,
)
_LEFT_OVER = re.compile(r"^\s*(?:cu|co|inc|ltd|group|hq|corp|foods|health)\b\.?", re.IGNORECASE)
_LEAD = re.compile(r"(?:\b(?:(?:over|back|up|down)\s+)?(?:for|at|from|to|with|w/|of)|@)\s*$", re.IGNORECASE)
_AT = re.compile(r"(?:\b(?:at|from)|@|\()\s*$", re.IGNORECASE)
_MOST_WORDS = 5
_GOES_ON = re.compile(r"-(?!(?:san|kun|sama|ji)\b)[^\W\d]", re.IGNORECASE)
_GOES_BEFORE = re.compile(r"[^\W\d]-$")
_ENDS = re.compile(r"[.;:!?\n]\s")


_ASKED = re.compile(r"\s+(?:asks?|asked|says|said|wants|mentioned|told|thinks|knows)\b", re.IGNORECASE)


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


@dataclass(frozen=True)
class Whose:
    """The deals a line may be about, `sure` when it is one; whom it names; and the line without the company's name."""

    ids: tuple[int, ...]
    sure: bool
    people: tuple[str, ...]
    rest: str
    is_mistyped: bool = False  # it was recognised by a name with a typo
    has_moved: bool = False  # somebody works elsewhere now: the deal is that of the new place


def whose(text: str, known: Sequence[Known]) -> Whose:
    head, tail = split_at(text, LONGEST_LINE)
    found = tuple(mentions(head, known))
    ids = _meant(head, found)
    people = tuple(dict.fromkeys(_whole(one, head, ids, known) for one in found if one.person))
    mistyped = any(one.is_mistyped and set(one.ids) & set(ids) for one in found)
    rest = f"{_rest(head, found, ids)} {tail}".strip()
    return Whose(ids, len(ids) == 1, people, rest, mistyped, _new_place(head, found) is not None)


def surely(text: str, known: Sequence[Known]) -> int | None:
    """The one deal that every name in the line fits, each typed as it is; None where another could be meant, or nobody is named."""
    head, tail = split_at(text, LONGEST_LINE)
    found = mentions(head, known)
    if tail or not found or any(one.is_mistyped for one in found):
        return None
    first, *others = (set(one.ids) for one in found)
    ids = first.intersection(*others)
    return ids.pop() if len(ids) == 1 else None


def _whole(one: Mention, text: str, ids: Sequence[int], known: Sequence[Known]) -> str:
    """The person's whole name, as the deal that is meant knows it: two companies may each have a Dana."""
    said = " ".join(plain_words(text[one.start : one.end]))
    there = (person for deal in known if deal.id in ids for person in deal.contacts)
    return next((person for person in there if said in person_called(person)), one.person)


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


def _new_place(text: str, found: Sequence[Mention]) -> int | None:
    companies, people = (
        [(one.start, one.end) for one in found if bool(one.person) is is_one] for is_one in (False, True)
    )
    return new_place(text, companies, people)


def _meant(text: str, found: Sequence[Mention]) -> tuple[int, ...]:
    """The deals that fit every name, companies before people; more than one means: ask."""
    companies = [one for one in found if not one.person]
    new = _new_place(text, found)
    if new is not None:
        return companies[new].ids if new >= 0 else tuple(dict.fromkeys(id_ for one in companies for id_ in one.ids))
    moved = [one for one in companies if _NOW_AT.search(text[: one.start])]
    left = [one for one in companies if _HAS_LEFT.search(text[: one.start])] if len(companies) > 1 else []
    stays = [one for one in companies if one not in left and not _is_only_there(text, one, found)]
    stays = [one for one in stays if not _is_of_whom_they_spoke(text, one, found)]
    first = (moved or stays or [one for one in found if one not in companies] or companies)[:1]
    if not first:
        return ()
    ids = first[0].ids
    for one in found:
        both = tuple(id_ for id_ in ids if id_ in one.ids)
        ids = both or ids
    return ids


def _is_of_whom_they_spoke(text: str, company: Mention, found: Sequence[Mention]) -> bool:
    """ "Pat asked, is Olu (Vantage) a reference": the firm of somebody whom another, who was named first, spoke of."""
    people = [one for one in found if one.person and one.end <= company.start]
    if len(people) < 2 or text[people[-1].end : company.start].strip() != "(":  # noqa: PLR2004 - who spoke, and of whom
        return False
    first, last = people[0], people[-1]
    is_theirs = bool(set(last.ids) & set(company.ids)) and set(first.ids).isdisjoint(company.ids)
    return is_theirs and bool(_ASKED.match(text, first.end))


def _is_only_there(text: str, company: Mention, found: Sequence[Mention]) -> bool:
    """Where somebody eats, works or was met, while the line names another whom it is about."""
    is_of_another = any(set(one.ids).isdisjoint(company.ids) for one in found)
    return is_of_another and bool(_ONLY_THERE.search(text[max(0, company.start - REACH) : company.start]))


def _rest(text: str, found: Sequence[Mention], ids: Sequence[int]) -> str:
    """The line without the company, and with capitals and apostrophes where a person is named; nothing is changed otherwise."""
    quoted = tuple(quotes_in(text))  # their words stay as they are
    for one in reversed(found):
        if any(start < one.start < end for start, end in quoted):
            continue
        before, said, after = text[: one.start], text[one.start : one.end], text[one.end :]
        if one.person:
            title = re.search(rf"\b(?:{'|'.join(TITLES)})\.?\s+$", before, re.IGNORECASE)
            lead = title.start() if title else len(before)
            owned = f"{said[:-1]}'s" if one.lacks_apostrophe else _dotted(said, after)
            text = before[:lead] + _capital(before[lead:] + owned) + after
        elif set(one.ids) & set(ids):
            text = _without(with_capital(before, after), after)
    return stripped(begun(text, " :,;-–—/."), " :,;-–—/")


def _dotted(said: str, after: str) -> str:
    """ "bill s" is Bill S., as a sentence reads him."""
    is_bare = len(said) > 2 and said[-2].isspace() and not after.startswith((".", "'", "’"))  # noqa: PLR2004 - a name and its letter
    return f"{said}." if is_bare else said


def _capital(said: str) -> str:
    return WORD.sub(lambda word: word[0][:1].upper() + word[0][1:], said)


def _without(before: str, after: str) -> str:
    """What stands round a company's name goes with it: "(Cobalt)", "for vantage freight", "kestrel/", "Acme:"."""
    if before.rstrip().endswith("(") and (after := _LEFT_OVER.sub("", after)).lstrip().startswith(")"):
        return f"{before.rstrip()[:-1].rstrip()} {after.lstrip()[1:].lstrip()}"
    if not before.strip():
        return begun(re.sub(r"^['’]s\b", "", after), " :,;-–—/.")
    after = _LEFT_OVER.sub("", after)
    if not re.match(r"['’]?s?\s+[A-Z]", after):  # else "with Acme's Dana" is with Dana
        before = _LEAD.sub("", before)
    before = before.rstrip(" /") if after[:1] == ":" or before.rstrip().endswith("/") else before
    joint = "" if after[:1] in ".,;:!?)" else " "
    return f"{before.rstrip()}{joint}{after.lstrip(' /')}"
