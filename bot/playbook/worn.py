"""Phrases that are worn by our own use: the same five words in more than a fifth of a week's proposed sentences (H24)."""

import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass

from bot.playbook.cliches import is_clean

LENGTH = 5  # words
FEWEST = 20  # sentences: with less, a share says nothing
_SHARE = 0.2
_MOST = 3
_SHARED_WORDS = 3  # two that share more are one phrase
_QUOTED = re.compile(r"“[^”]*”")
_NAME = re.compile(r"^[^,;]{1,40},\s*")


@dataclass(frozen=True)
class WornPhrase:
    phrase: str
    times: int
    of: int  # sentences


def worn_by_use(sentences: Iterable[str], banned: Collection[str]) -> tuple[WornPhrase, ...]:
    """The most used first; what a prospect said and the name before it are no wording of ours."""
    different = set(sentences)
    if len(different) < FEWEST:
        return ()
    counts = Counter(phrase for sentence in different for phrase in _phrases(sentence))
    found: list[WornPhrase] = []
    for phrase, times in sorted(counts.items(), key=lambda one: (-one[1], one[0])):
        if times <= _SHARE * len(different) or len(found) == _MOST:
            break
        if is_clean(phrase, banned) and not any(_overlap(phrase, known.phrase) for known in found):
            found.append(WornPhrase(phrase, times, len(different)))
    return tuple(found)


def _phrases(sentence: str) -> frozenset[str]:
    """Each five words that stand together; nothing reaches over a quotation or a mark."""
    bare = _NAME.sub("", sentence.replace("’", "'"))
    return frozenset(phrase for part in re.split(r"[;:.?!,]", _QUOTED.sub(";", bare)) for phrase in _runs(part))


def _runs(part: str) -> Iterator[str]:
    words = re.findall(r"[\w'-]+", part.casefold())
    return (" ".join(words[at : at + LENGTH]) for at in range(len(words) - LENGTH + 1))


def _overlap(one: str, other: str) -> bool:
    return len({*one.split()} & {*other.split()}) >= _SHARED_WORDS
