"""Names found by their words while somebody types: fuzzy among the words there are, then exactly where a word stands.

Some ten thousand words stand for a million names, so only they are compared. What is found is a proposal: whoever asks
reads the names anew and ranks them (`fit`).
"""

from array import array
from bisect import bisect_left, bisect_right, insort
from collections.abc import Iterable, Mapping, Sequence
from heapq import nlargest
from itertools import islice, takewhile
from typing import TypeAlias

from rapidfuzz import fuzz, process

ALIKE = 0.72  # of 1: what names need to be offered
_NEAR = 85.0  # points; a letter wrong in a word of six. Below, words with another first letter are looked at as well
_PARTINGS = 4
_CLOSE = 60.0  # points; two letters wrong in a word of five
_NEAREST = 12  # words, for one that was typed
_LENGTHS = 2  # letters that a typing error adds or leaves out
_PIECE = 3  # letters that two words share when only the first of one is wrong
_SPARSE = 20  # times as many places as deals: each deal is looked for among them, they are not gone through
_MOST_NEW = 300  # words that are gone through one by one; making the text of all anew takes longer
_MOST_ASKED = 1_000
_FEW = 3  # letters: what is shorter is no typing error, but a beginning

_Places: TypeAlias = "array[int]"  # ids of deals, ascending


class Vocabulary:
    """The words of an organisation's deals, and which deals have them. Nothing is taken out: a name of before finds too."""

    def __init__(self) -> None:
        self._places: dict[str, _Places] = {}
        self._by_beginning: dict[str, dict[int, list[str]]] = {}
        self._by_piece: dict[str, list[str]] = {}
        self._text = ""
        self._starts: list[int] = []
        self._listed: list[str] = []
        self._new: list[str] = []  # not yet listed
        self._asked: dict[str, list[str]] = {}  # of the listed words those that hold a part; each is asked for again

    def add(self, deal_id: int, found_by: str, *, seen: str = "") -> None:
        """A deal by its names as keys; `seen` are those that it was added by before."""
        for word in {*found_by.split()}.difference(seen.split()):
            places = self._places.get(word) or self._made(word)
            if not places or places[-1] < deal_id:
                places.append(deal_id)
            elif not _has(places, deal_id):
                insort(places, deal_id)

    def _made(self, word: str) -> _Places:
        self._places[word] = places = array("I")
        self._by_beginning.setdefault(word[0], {}).setdefault(len(word), []).append(word)
        for piece in _pieces(word):
            self._by_piece.setdefault(piece, []).append(word)
        self._new.append(word)
        return places

    def holding(self, words: Sequence[str], most: int) -> list[int]:
        """The newest deals in which each of these stands in some word of a name."""
        rarest, *others = sorted((self._where(self._with(part)) for part in words), key=_total)
        newest = rarest if others else [places[-most:] for places in rarest]
        found = {id_ for places in newest for id_ in places}
        for other in others:
            found = {id_ for places in other for id_ in _among(found, places)}
        return nlargest(most, found)

    def like(self, words: Sequence[str], most: int) -> list[int]:
        """The deals that have words like each of these, the likest first; where a space was mistyped, like their parts."""
        scores = self._like(words)
        if not scores:
            found = (self._like(parts) for parts in self._parted("".join(words)))
            scores = next((some for some in found if some), {})
        return nlargest(most, scores, key=lambda id_: (scores[id_], id_))

    def _like(self, words: Sequence[str]) -> dict[int, float]:
        """The word that fewest deals have comes first: of the others, only what stands in those deals matters."""
        rarest, *others = sorted(map(self._weighed, words), key=lambda near: _total(self._where(near)))
        scores = self._best(rarest, None)
        for other in others:
            best = self._best(other, {*scores})
            scores = {id_: scores[id_] + score for id_, score in best.items()}
        least = ALIKE * len(words)
        return {id_: score for id_, score in scores.items() if score >= least}

    def _best(self, near: Mapping[str, float], among: set[int] | None) -> dict[int, float]:
        """By deal, or by those `among` which are asked about, what the best of the words in it is worth."""
        best: dict[int, float] = {}
        for word, score in sorted(near.items(), key=lambda pair: pair[1]):  # the best comes last, and stays
            places = self._places[word]
            best |= dict.fromkeys(places if among is None else _among(among, places), score)
        return best

    def _parted(self, whole: str) -> list[list[str]]:
        """Two words where one of them is known, those first where both are: "acmefods" is "acme fods"."""
        ways = ([whole[:at], whole[at:]] for at in range(_FEW, len(whole) - _FEW + 1))
        some_known = [way for way in ways if any(part in self._places for part in way)]
        return sorted(some_known, key=lambda way: not all(part in self._places for part in way))[:_PARTINGS]

    def _weighed(self, word: str) -> dict[str, float]:
        """The words that may have been meant by one, each with what it is worth."""
        weights = {other: 0.95 if other.startswith(word) else 0.9 for other in self._with(word)}
        if word in self._places:
            weights[word] = 1.0
        if _may_be_mistyped(word):
            for other, score in self._nearest(word):
                weights[other] = max(weights.get(other, 0.0), score / 100)
        return weights

    def _nearest(self, word: str) -> list[tuple[str, float]]:
        """The first letter is seldom mistyped: only where nothing near begins with it, others are looked at."""
        lengths = range(len(word) - _LENGTHS, len(word) + _LENGTHS + 1)
        begun = self._by_beginning.get(word[0], {})
        near = [pair for length in lengths for pair in _likest(word, begun.get(length, ()))]
        if max((score for _, score in near), default=0.0) < _NEAR:
            pieces = {word[:_PIECE], word[1 : 1 + _PIECE], word[2 : 2 + _PIECE], _ending(word)}
            others = (other for piece in pieces for other in self._by_piece.get(piece, ()) if len(other) in lengths)
            near += _likest(word, [*dict.fromkeys(others)])
        return near

    def _with(self, part: str) -> list[str]:
        """The words in which the part stands; what is too short for that as a beginning."""
        if len(self._new) > _MOST_NEW or not self._listed:
            self._list_anew()
        if part not in self._asked:
            if len(self._asked) > _MOST_ASKED:
                self._asked.clear()
            self._asked[part] = self._begun(part) if len(part) < _FEW else self._holding(part)
        new = (word for word in self._new if (word.startswith(part) if len(part) < _FEW else part in word))
        return [*self._asked[part], *new]

    def _begun(self, part: str) -> list[str]:
        first = bisect_left(self._listed, part)
        return list(takewhile(lambda word: word.startswith(part), islice(self._listed, first, None)))

    def _holding(self, part: str) -> list[str]:
        """Looked for in one text of all words."""
        found: list[str] = []
        at = self._text.find(part)
        while at >= 0:
            number = bisect_right(self._starts, at) - 1
            found.append(self._listed[number])
            at = self._text.find(part, self._starts[number + 1] if number + 1 < len(self._starts) else len(self._text))
        return found

    def _list_anew(self) -> None:
        self._listed = sorted(self._places)
        self._text = "\n".join(self._listed)
        self._starts = []
        at = 0
        for word in self._listed:
            self._starts.append(at)
            at += len(word) + 1
        self._new = []
        self._asked = {}

    def _where(self, words: Iterable[str]) -> list[_Places]:
        return [self._places[word] for word in words]


def _pieces(word: str) -> set[str]:
    """What two words share of which one has a wrong first letter: the letters behind it, or the end."""
    return {word[1 : 1 + _PIECE], _ending(word)} if len(word) > _PIECE else set()


def _ending(word: str) -> str:
    return "-" + word[-_PIECE:]  # no word holds a hyphen


def _likest(word: str, some: Sequence[str]) -> list[tuple[str, float]]:
    near = process.extract(word, some, scorer=fuzz.ratio, limit=_NEAREST, score_cutoff=_CLOSE)
    return [(other, score) for other, score, _ in near]


def _total(places: Iterable[_Places]) -> int:
    return sum(map(len, places))


def _among(deals: set[int], places: _Places) -> Iterable[int]:
    """Of these deals those that have the places, by the shorter way."""
    if len(places) > _SPARSE * len(deals):
        return [id_ for id_ in deals if _has(places, id_)]
    return deals.intersection(places)


def _has(places: _Places, deal_id: int) -> bool:
    at = bisect_left(places, deal_id)
    return at < len(places) and places[at] == deal_id


def fit(words: Sequence[str], found_by: str) -> float:
    """How well names as keys fit what was typed, from 0 to 1: each word by the nearest of theirs. 0 when one fits nowhere."""
    theirs = found_by.split()
    alike: list[float] = []
    for word in words:
        best = 1.0 if word in theirs else 0.95 if word in found_by else 0.0
        if not best and _may_be_mistyped(word):
            found = process.extractOne(word, theirs, scorer=fuzz.ratio, score_cutoff=_CLOSE)
            best = found[1] / 100 if found else 0.0
        if not best:
            return 0.0
        alike.append(best)
    return sum(alike) / len(alike) if alike else 0.0


def fit_whole(words: Sequence[str], found_by: str) -> float:
    """The same where a space was mistyped: the beginning of the first name, without spaces."""
    typed = "".join(words)
    return fuzz.ratio(typed, found_by.partition("\n")[0].replace(" ", "")[: len(typed)]) / 100


def begins_like(words: Sequence[str], found_by: str) -> float:
    """Of names that fit as well: how much the first of them begins like what was typed."""
    typed = " ".join(words)
    return round(fuzz.ratio(typed, found_by.partition("\n")[0][: len(typed)]))


def _may_be_mistyped(word: str) -> bool:
    """Another number is another thing, and what is short is a beginning."""
    return len(word) >= _FEW and not any(map(str.isdecimal, word))
