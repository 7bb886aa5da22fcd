"""Names that were mistyped: ranked by how alike they are, and sure only when nobody else could be meant (section 13).

The whole name decides: a legal form is never set aside first, or the companies of one group collapse into one.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from rapidfuzz import fuzz, process
from rapidfuzz.distance import OSA

from bot.reading.naming.kinds import KINDS
from bot.reading.naming.namekeys import bare, folded, legal_forms, typed_keys

_GOOD = 88.0  # rapidfuzz points; below, a name is only offered
_OFFERED = 70.0
_REST = 60.0  # what is left of two names without a word for their kind that both have
_RIVAL = 5.0
_PART = 80.0  # what only part of a name fits is worth: less than a slip in the whole of one
_STARTS = 75.0  # for one word, or its beginning
_SLIPS = ((6, 1), (9, 2))  # letters of a word, and how many may be wrong in it without asking
_SHORTEST_WHOLE = 8  # letters of a name whose spaces may be wrong as well
_TELLING = 4


@dataclass(frozen=True)
class Match:
    """Deal ids, the best first; `sure` when exactly one is meant; `begun` when only one begins so, which a new deal may as well."""

    ids: tuple[int, ...] = ()
    sure: bool = False
    begun: bool = False


class _Name(NamedTuple):
    """One name of a deal. Only its own may be taken without asking: a mistyped person, or a former name, is offered."""

    deal_id: int
    text: str
    in_order: str
    bare: str
    is_own: bool


def similar(query: str, names: Mapping[int, str], limit: int) -> Match:
    """The deals whose names are like this. `names`: by deal its names as keys, one a line (`found_by`), the likeliest deal first."""
    typed = typed_keys(query)
    known = [name for id_, lines in names.items() for name in _names_of(id_, lines)]
    if not typed or not known:
        return Match()
    scores = _scores(typed, known, limit)
    order = {id_: number for number, id_ in enumerate(names)}
    ranked = sorted(scores, key=lambda id_: (-scores[id_], order[id_]))[:limit]
    if not ranked:
        return Match()
    best, *rest = ranked
    alone = scores[best] >= _GOOD and not (rest and scores[rest[0]] >= scores[best] - _RIVAL)
    own = [name.text for name in known if name.deal_id == best and name.is_own]
    fits = alone and any(_is_slip(typed, name) for name in own)
    others = [(name.deal_id, name.text) for name in known if name.is_own and name.deal_id != best] if fits else []
    rivals = _rivals(typed, others)
    return Match(tuple(dict.fromkeys((*ranked, *rivals)))[:limit], fits and not rivals)


@lru_cache(20_000)
def _names_of(deal_id: int, lines: str) -> tuple[_Name, ...]:
    own, *others = folded(lines).split("\n")
    with_title = [f"{own} {others[0]}"] if others else []
    known = [(text, True) for text in (own, *with_title)] + [(text, False) for text in others]
    return tuple(
        _Name(deal_id, text, _in_order(text), _in_order(bare(text)) if is_own else "", is_own) for text, is_own in known
    )


def _in_order(name_key: str) -> str:
    return " ".join(sorted(name_key.split()))


def _scores(typed: Sequence[str], known: Sequence[_Name], limit: int) -> dict[int, float]:
    """By deal, how alike its nearest name is: letter by letter, and with the words in whatever order."""
    texts = [name.text for name in known]
    sorted_texts = [name.in_order for name in known]
    scores: dict[int, float] = {}

    def note(number: int, score: float) -> None:
        if not any(_is_alike(way, known[number].text) for way in typed):
            return
        id_ = known[number].deal_id
        scores[id_] = max(scores.get(id_, 0.0), score)

    most = 3 * limit
    for way in typed:
        for one, among in ((way, texts), (_in_order(way), sorted_texts)):
            for _, score, number in process.extract(one, among, scorer=fuzz.ratio, limit=most, score_cutoff=_OFFERED):
                note(number, score)
        for number in _same_but_for_form(way, known):
            note(number, 100.0)
    for number in _in_part(typed[0], known, most):
        note(number, _PART)
    return scores


def _is_alike(typed: str, name: str) -> bool:
    """Whether more is alike than a word for what both are: "Cedar Works" is not Alder Works."""
    ours, theirs = typed.split(), name.split()
    both = KINDS.intersection(ours, theirs)
    rest, other = (" ".join(word for word in words if word not in both) for words in (ours, theirs))
    return not (both and rest and other) or fuzz.token_sort_ratio(rest, other) >= _REST


def _same_but_for_form(typed: str, known: Sequence[_Name]) -> list[int]:
    """Where the name is the same and its legal form is written in another way, or not at all: "Acme Incorporated", "Acme Inc"."""
    plain, forms = _in_order(bare(typed)), legal_forms(typed)
    same = [number for number, name in enumerate(known) if name.bare == plain]
    whole = [number for number in same if legal_forms(known[number].text) == forms]
    return whole or [number for number in same if not forms or not legal_forms(known[number].text)]


def _in_part(wanted: str, known: Sequence[_Name], most: int) -> list[int]:
    """Names of which the words are the beginning, perhaps mistyped, or which hold all of them, or are held by them."""
    words = wanted.split()
    heads = [" ".join(name.text.split(" ", len(words))[: len(words)]) for name in known]
    near = process.extract(wanted, heads, scorer=fuzz.ratio, limit=most, score_cutoff=_PART)
    said, plain = {*words}, {*bare(wanted).split()}
    telling = [word for word in plain if len(word) >= _TELLING]
    shared = (n for n, name in enumerate(known) for word in telling if word in name.text)
    whole = (n for n in shared if _holds(said, plain, known[n]))
    return [*(number for _, _, number in near), *whole]


def _holds(said: set[str], plain: set[str], name: _Name) -> bool:
    theirs = {*name.text.split()}
    kept = {*name.bare.split()} or theirs
    return said <= theirs or (kept <= plain and any(len(word) >= _TELLING for word in kept))


def _is_slip(typed: Sequence[str], name: str) -> bool:
    """Whether this is the name with a slip of the finger and no more: each word in its place, none too many, no other form."""
    forms = legal_forms(name)
    if forms and not any(legal_forms(way) in {frozenset(), forms} for way in typed):
        return False
    return any(
        _slipped(*pair) for way in typed for pair in ((way, name), (_in_order(bare(way)), _in_order(bare(name))))
    )


def _slipped(typed: str, name: str) -> bool:
    ours, theirs = typed.replace(" ", ""), name.replace(" ", "")
    if ours == theirs:
        return True
    if len(theirs) >= _SHORTEST_WHOLE and ours[0] == theirs[0] and OSA.distance(ours, theirs) <= len(theirs) // 8:
        return True
    words, others = typed.split(), name.split()
    return len(words) == len(others) and (
        all(map(_is_near, words, others)) or all(map(_is_near, sorted(words), sorted(others)))
    )


def _is_near(word: str, other: str) -> bool:
    """Long words may have a letter wrong, but not the first: "Kehner" is nobody's slip for "Lehner"."""
    if word == other:
        return True
    may = max((slips for letters, slips in _SLIPS if len(other) >= letters), default=0)
    return word[:1] == other[:1] and OSA.distance(word, other, score_cutoff=may) <= may


def _rivals(typed: Sequence[str], others: Iterable[tuple[int, str]]) -> tuple[int, ...]:
    """The other deals whose names have each typed word, or a longer one that begins like it: "Broin" may be "Brownish"."""
    theirs = [(id_, frozenset(text.split())) for id_, text in others]
    vocabulary = sorted({word for _, words in theirs for word in words})
    found: dict[int, None] = {}
    for way in typed:
        near = [_begun(word, vocabulary) for word in way.split()]
        if near and all(near):
            found |= {id_: None for id_, words in theirs if all(words & some for some in near)}
    return tuple(found)


def _begun(word: str, vocabulary: Sequence[str]) -> frozenset[str]:
    found: set[str] = set()
    for length in (len(word), len(word) + 1):
        heads = [other[:length] for other in vocabulary]
        near = process.extract(word, heads, scorer=fuzz.ratio, limit=None, score_cutoff=_STARTS)
        found |= {vocabulary[number] for _, _, number in near}
    return frozenset(found)
