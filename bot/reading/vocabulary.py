"""Names found by their words while somebody types: fuzzy among the words there are, then exactly where a word stands.

Some ten thousand words stand for a million names, so only they are compared. What is found is a proposal: whoever asks
reads the names anew and ranks them (`fit`).
"""

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping, Sequence
from itertools import islice, takewhile

from rapidfuzz import fuzz, process

ALIKE = 0.72  # of 1: what names need to be offered
_SURE = 0.9  # of 1: below, words with another first letter are looked at as well
_NEAR = 85.0  # points; a letter wrong in a word of six
_PARTINGS = 4
_CLOSE = 60.0  # points; two letters wrong in a word of five
_NEAREST = 12  # words, for one that was typed
_LENGTHS = 2  # letters that a typing error adds or leaves out
_RARE = 2_000  # places; more of them only confirm what another word has found
_FEW = 3  # letters: what is shorter is no typing error, but a beginning


class Vocabulary:
    """The words of an organisation's deals, and which deals have them. Nothing is taken out: a name of before finds too."""

    def __init__(self) -> None:
        self._places: dict[str, array[int]] = {}
        self._by_beginning: dict[str, dict[int, list[str]]] = {}
        self._text = ""
        self._starts: list[int] = []
        self._listed: list[str] = []
        self._new: list[str] = []

    def add(self, deal_id: int, found_by: str, *, seen: str = "") -> None:
        """A deal by its names as keys; `seen` are those that it was added by before."""
        for word in {*found_by.split()}.difference(seen.split()):
            places = self._places.get(word)
            if places is None:
                self._places[word] = places = array("I")
                self._by_beginning.setdefault(word[0], {}).setdefault(len(word), []).append(word)
                self._new.append(word)
            places.append(deal_id)

    def holding(self, words: Sequence[str]) -> set[int]:
        """The deals in which each of these stands in some word of a name."""
        return _everywhere([self._where(self._with(part)) for part in words])

    def like(self, words: Sequence[str]) -> list[int]:
        """The deals that have words like each of these, the likest first; where a space was mistyped, like their parts."""
        scores = self._like(words)
        if max(scores.values(), default=0.0) < _SURE * len(words):
            scores = self._like(words, everywhere=True)
        if not scores:
            for parts in self._parted("".join(words)):
                scores |= self._like(parts)
        return sorted(scores, key=lambda id_: (-scores[id_], -id_))

    def _like(self, words: Sequence[str], *, everywhere: bool = False) -> dict[int, float]:
        found = sorted(
            (self._weighed(word, everywhere=everywhere) for word in words), key=lambda near: sum(map(self._count, near))
        )
        scores: dict[int, float] = {}
        for near in found:
            only = {*scores} if scores and sum(map(self._count, near)) > _RARE else None
            for id_, score in self._scored(near, only).items():
                scores[id_] = scores.get(id_, 0.0) + score
        return {id_: score for id_, score in scores.items() if score >= ALIKE * len(words)}

    def _parted(self, whole: str) -> list[list[str]]:
        """Two words where one of them is known: "acmefods" is "acme fods"."""
        ways = ([whole[:at], whole[at:]] for at in range(_FEW, len(whole) - _FEW + 1))
        return [way for way in ways if any(part in self._places for part in way)][:_PARTINGS]

    def _scored(self, near: Mapping[str, float], only: set[int] | None) -> dict[int, float]:
        best: dict[int, float] = {}
        for word, score in sorted(near.items(), key=lambda pair: pair[1]):  # the best comes last, and stays
            places: Iterable[int] = self._places[word]
            best |= dict.fromkeys(places if only is None else only.intersection(places), score)
        return best

    def _weighed(self, word: str, *, everywhere: bool) -> dict[str, float]:
        """The words that may have been meant by one, each with what it is worth."""
        weights = dict.fromkeys(self._with(word), 0.9)
        weights |= {other: 0.95 for other in weights if other.startswith(word)}
        if word in self._places:
            weights[word] = 1.0
        if not _may_be_mistyped(word):
            return weights
        near = self._nearest(word, word[:1])  # the first letter is seldom mistyped
        if everywhere and max((score for _, score in near), default=0.0) < _NEAR:
            near += self._nearest(word, self._by_beginning.keys() - {word[0]})
        for other, score in near:
            weights[other] = max(weights.get(other, 0.0), score / 100)
        return dict(sorted(weights.items(), key=lambda pair: -pair[1])[: 3 * _NEAREST])

    def _nearest(self, word: str, firsts: Iterable[str]) -> list[tuple[str, float]]:
        found: list[tuple[str, float]] = []
        for first in firsts:
            lengths = self._by_beginning.get(first, {})
            for length in range(len(word) - _LENGTHS, len(word) + _LENGTHS + 1):
                some = lengths.get(length, ())
                near = process.extract(word, some, scorer=fuzz.ratio, limit=_NEAREST, score_cutoff=_CLOSE)
                found += [(other, score) for other, score, _ in near]
        return found

    def _with(self, part: str) -> list[str]:
        """The words in which the part stands: looked for in one text of them all."""
        if self._new:
            self._list_anew()
        if len(part) < _FEW:  # as a beginning: it stands anywhere
            first = bisect_left(self._listed, part)
            return list(takewhile(lambda word: word.startswith(part), islice(self._listed, first, None)))
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

    def _where(self, words: Iterable[str]) -> "list[array[int]]":
        return [self._places[word] for word in words]

    def _count(self, word: str) -> int:
        return len(self._places[word])


def _everywhere(places: "Sequence[Sequence[array[int]]]") -> set[int]:
    """What stands in one of each: the rarest first."""
    rarest, *others = sorted(places, key=lambda each: sum(map(len, each)))
    found = {id_ for each in rarest for id_ in each}
    for other in others:
        found = {id_ for each in other for id_ in found.intersection(each)}
    return found


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
