"""Who a line speaks of, wherever the name stands: a company before a person, a person for the company that knows them.

Names are found before anything else is read, so that April, May and Monday Mornings are nobody's dates.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain

from rapidfuzz import fuzz

from bot.phrases import base_verb
from bot.reading.names import Known, key

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_LEGAL = frozenset(
    "gmbh ag kg se inc llc ltd limited plc corp co company bv nv sa sarl srl spa oy ab as aps pty kk".split()
)
_TITLES = frozenset({"dr", "mr", "mrs", "ms", "prof", "herr", "frau", "mme"})
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
# First names that are words as well.
_WORDS = frozenset(
    "will may can mark april june march august jan mar art sue bill grant frank rich hope joy dawn faith grace "
    "chase miles chance page".split()
)
_MODALS = frozenset({"will", "may", "can"})
_SUBJECT = re.compile(r"(?:\b(?:she|he|they|we|i|it|you|who|which|that|this|there|not)|[,;])\s*$", re.IGNORECASE)
_BEFORE_DATE = re.compile(
    r"\b(?:in|by|until|till?|since|before|after|mid|early|late|of|from|thru|through|next|last|this)[\s-]*$",
    re.IGNORECASE,
)
_ACTS = re.compile(
    r"^(?:['’](?:s|ll|d)\b|\s*[(:/–@]|\s+[-–]\s|,?\s+(?:(?:at|from|w/|with)\b|(?:is|was|has|had|will|won['’]?t|would|says?|said|wants?|needs?|told|thinks|asked|agreed|promised"
    r"|loved?|likes?|liked|sent|got|left|went|called|came|took|gave|met|to|isn['’]?t|can['’]?t|hasn['’]?t|didn['’]?t|still|not|replied|confirmed|\w{3,}e[sd])\b))",
    re.IGNORECASE,
)  # fmt: skip
_DOES = re.compile(
    r"^(?:['’]s\b|\s*[(:]|\s+(?:is|was|has|said|says|wants|needs|told|thinks|asked|agreed|\w+ed|\w{2,}s)\b)",
    re.IGNORECASE,
)
_NOW_AT = re.compile(
    r"\b(?:works?|working|moved|gone|joined|now|went)\s+(?:(?:now|over)\s+)?(?:at|to|with|for)?\s*$", re.IGNORECASE
)
_LEFT_OVER = re.compile(r"^\s*(?:cu|co|inc|ltd|group|hq|corp|foods|health)\b\.?", re.IGNORECASE)
_LEAD = re.compile(r"(?:\b(?:(?:over|back|up|down)\s+)?(?:for|at|from|to|with|w/|of)|@)\s*$", re.IGNORECASE)
_MOST_WORDS = 5
_TELLING = 5  # letters; a shorter word is never taken for a mistyped one
_NEAR = 84.0  # rapidfuzz points: "brightlef", "kestral"; not "orbit" for Orbital
_LEAST_INITIALS = 2


@dataclass(frozen=True)
class Mention:
    """Where a name stands; `person` is the whole name that is known, empty for a company. `ids` are the deals it may mean."""

    start: int
    end: int
    ids: tuple[int, ...]
    person: str = ""


@dataclass(frozen=True)
class Whose:
    """The deals a line may be about, `sure` when it is one; whom it names; and the line without the company's name."""

    ids: tuple[int, ...]
    sure: bool
    people: tuple[str, ...]
    rest: str


def whose(text: str, known: Sequence[Known]) -> Whose:
    found = tuple(mentions(text, known))
    ids = _meant(text, found)
    return Whose(
        ids, len(ids) == 1, tuple(dict.fromkeys(one.person for one in found if one.person)), _rest(text, found, ids)
    )


def mentions(text: str, known: Sequence[Known]) -> Iterator[Mention]:
    """Every name in the text, in order; of two that overlap the longer one. A mistyped company counts where none is exact."""
    names = _Names(known)
    words = [(found.start(), found.end(), _plain(found[0])) for found in _WORD.finditer(text)]
    exact = tuple(_exact(text, words, names))
    if not any(not one.person for one in exact):
        taken = {at for one in exact for at in range(one.start, one.end)}
        near = tuple(_near([word for word in words if word[0] not in taken], names))
        exact = tuple(sorted((*exact, *near[:1]), key=lambda one: one.start))
    yield from exact


class _Names:
    """What each company and person is called, in plain words."""

    def __init__(self, known: Sequence[Known]) -> None:
        self.companies: dict[str, list[int]] = {}
        self.people: dict[str, list[tuple[int, str]]] = {}
        for deal in known:
            for name in _called(deal):
                self.companies.setdefault(name, []).append(deal.id)
            for person in deal.contacts:
                for name in _called_person(person):
                    self.people.setdefault(name, []).append((deal.id, person))


def _called(deal: Known) -> set[str]:
    """The company, without its legal form, by its first two words, by the first where that is telling, by its initials."""
    names: set[str] = set()
    for whole in (deal.company or deal.title, *deal.former_names, *deal.aliases):
        words = _words(whole)
        bare = [word for word in words if word not in _LEGAL] or words
        names |= {" ".join(words), " ".join(bare), *([" ".join(bare[:2])] if len(bare) > 2 else [])}  # noqa: PLR2004
        if bare and bare[0] not in _COMMON:
            names.add(bare[0])
        if len(bare) > 1 and bare[0] in _ARTICLES:
            names |= {bare[1], " ".join(bare[1:])}
        if len(bare) > 2:  # noqa: PLR2004
            names.add("".join(word[0] for word in bare))
    return names - {""}


def _called_person(person: str) -> set[str]:
    parts = [part for part in (_words(word) for word in person.split()) if part]
    if len(parts) > 1 and parts[0][0] in _TITLES:
        parts = parts[1:]
    whole = [" ".join(part) for part in parts]
    if not whole:
        return set()
    names = {" ".join(whole), whole[0], whole[-1]}
    if len(whole) > _LEAST_INITIALS:
        names |= {" ".join(whole[:2]), "".join(name[0] for name in whole[:2])}
    return names


def _words(name: str) -> list[str]:
    return [_plain(found) for found in _WORD.findall(name)]


def _plain(word: str) -> str:
    """ "Hexagon's" is hexagon, "7" seven."""
    word = re.sub(r"['’]s$", "", word)
    plain = key(word.replace("'", "").replace("’", ""))
    return _NUMBERS.get(plain, plain)


Word = tuple[int, int, str]


def _exact(text: str, words: Sequence[Word], names: _Names) -> Iterator[Mention]:
    at = 0
    while at < len(words):
        found = next(
            (one for count in range(_MOST_WORDS, 0, -1) if (one := _at(text, words[at : at + count], names))), None
        )
        if found is None:
            at += 1
            continue
        yield found
        at = next((n for n in range(at, len(words)) if words[n][0] >= found.end), len(words))


def _at(text: str, words: Sequence[Word], names: _Names) -> Mention | None:
    start, end = words[0][0], words[-1][1]
    said = " ".join(word for _, _, word in words)
    if re.match(r"-(?!(?:san|kun|sama|ji)\b)[^\W\d]", text[end:]):
        return None  # "Delta-Reyes" is another name
    if re.search(r"[.;:!?\n]\s", text[start:end]) and "." not in text[start : start + 6]:
        return None
    if said in names.companies:
        return Mention(start, end, tuple(dict.fromkeys(names.companies[said])))
    if said not in names.people or (len(words) == 1 and not _is_person(text, words[0])):
        return None
    known = names.people[said]
    return Mention(start, end, tuple(dict.fromkeys(id_ for id_, _ in known)), known[0][1])


def _is_person(text: str, word: Word) -> bool:
    """Whether a name that is a word or a month as well is somebody here: "april says", not "by april", "may reply"."""
    start, end, plain = word
    if plain not in _WORDS and base_verb(plain) is None:
        return True
    if plain in _MODALS and text[start].islower() and (_SUBJECT.search(text[:start]) or not _DOES.match(text[end:])):
        return False
    return bool(_ACTS.match(text[end:])) and not _BEFORE_DATE.search(text[:start])


def _near(words: Sequence[Word], names: _Names) -> Iterator[Mention]:
    """A company's name with a typo: its telling first word, or its first two."""
    telling = [name for name in names.companies if len(name) >= _TELLING]
    for n, (start, _, word) in enumerate(words):
        for end, said in (
            (words[n][1], word),
            *(((words[n + 1][1], f"{word} {words[n + 1][2]}"),) if n + 1 < len(words) else ()),
        ):
            if len(said) < _TELLING or base_verb(said) is not None:
                continue
            fits = [name for name in telling if fuzz.ratio(said, name) >= _NEAR]
            ids = tuple(dict.fromkeys(chain.from_iterable(names.companies[name] for name in fits)))
            if ids:
                yield Mention(start, end, ids)


def _meant(text: str, found: Sequence[Mention]) -> tuple[int, ...]:
    """The deals that fit every name, companies before people; more than one means: ask."""
    companies = [one for one in found if not one.person]
    moved = [one for one in companies if _NOW_AT.search(text[: one.start])]
    first = (moved or companies or list(found))[:1]
    if not first:
        return ()
    ids = first[0].ids
    for one in found:
        both = tuple(id_ for id_ in ids if id_ in one.ids)
        ids = both or ids
    return ids


def _rest(text: str, found: Sequence[Mention], ids: Sequence[int]) -> str:
    """The line without the company, and with capitals where a person is named; no letter is changed otherwise."""
    for one in reversed(found):
        before, said, after = text[: one.start], text[one.start : one.end], text[one.end :]
        if one.person:
            title = re.search(rf"\b(?:{'|'.join(_TITLES)})\.?\s+$", before, re.IGNORECASE)
            lead = title.start() if title else len(before)
            text = before[:lead] + _capital(before[lead:] + said) + after
        elif set(one.ids) & set(ids):
            text = _without(before, after)
    return text.lstrip(" :,;-–—/.").rstrip(" :,;-–—/")


def _capital(said: str) -> str:
    return _WORD.sub(lambda word: word[0][:1].upper() + word[0][1:], said)


def _without(before: str, after: str) -> str:
    """What stands round a company's name goes with it: "(Cobalt)", "for vantage freight", "kestrel/", "Acme:"."""
    if before.rstrip().endswith("(") and after.lstrip().startswith(")"):
        return f"{before.rstrip()[:-1].rstrip()} {after.lstrip()[1:].lstrip()}"
    if not before.strip():
        return re.sub(r"^['’]s\b", "", after).lstrip(" :,;-–—/.")
    after = _LEFT_OVER.sub("", after)
    if not re.match(r"['’]?s?\s+[A-Z]", after):  # else "with Acme's Dana" is with Dana
        before = _LEAD.sub("", before)
    before = before.rstrip(" /") if after[:1] == ":" else before
    joint = "" if after[:1] in ".,;:!?)" else " "
    return f"{before.rstrip()}{joint}{after.lstrip(' /')}"
