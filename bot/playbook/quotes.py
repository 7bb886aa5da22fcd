"""Which words of theirs can be said back to them: a sentence can, a scrap of one ("talk to legal", "probably") cannot."""

import itertools
import re

from bot.phrases import VERBS
from bot.playbook.anyof import any_whole, small

_STATES = frozenset(
    "like love want need know mean seem cost hope prefer expect believe feel hate own lack fit matter depend end expire begin".split()
)
_FINITE = frozenset(
    "is are was were am has have had does do did will would can could shall should must may might won isn aren wasn don doesn"
    " didn couldn wouldn hasn haven cannot wont dont cant".split()
)
_SHORTENED = re.compile(r"['’](?:re|ll|ve|m)\b|\b(?i:that|it|there|he|she|what|here)['’]s\b")
# In small letters.
_FINITE_INSIDE = re.compile(rf"\s{any_whole(sorted(_FINITE))}(?:['’]t)?\s+\w")
_SOMEBODY_DOES = re.compile(r"\b(?:i|we|you|it|they|he|she|nobody|everybody|everyone)(?:\s+|['’])[a-z]")
# "cup counts monday not fri": without an article, what stands before a day is as likely a thing.
_BEFORE_DAY = re.compile(
    r"^(?!(?:the|an?|our|my|your|this|that)\b)\w+\s+\w+s\s+(?=(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*\b)", re.IGNORECASE
)
_WORD = re.compile(r"[\w'’-]+")
_PLAIN_VERBS = VERBS | _STATES
_FEWEST = 2  # words


def is_whole(said: str) -> bool:
    """Whether somebody does or is something in it. When that is not sure, it is not quoted."""
    words = _WORD.findall(said)
    if len(words) < _FEWEST:
        return False
    first, second = words[0].casefold(), words[1]
    if first in _PLAIN_VERBS and small(second) not in _FINITE:
        return False
    low = small(said.strip().replace("May", "M"))  # the month is no verb
    if (
        _FINITE_INSIDE.search(low)
        or _SOMEBODY_DOES.search(low)
        or _SHORTENED.search(said)
        or any(_is_told(word) for word in _WORD.findall(_BEFORE_DAY.sub("", said))[1:])
    ):
        return True
    # "the governors meet", "the trustees like quiet"
    return any(noun.endswith("s") and verb.casefold() in _PLAIN_VERBS for noun, verb in itertools.pairwise(words))


def _is_told(word: str) -> bool:
    """ "wants", "agrees", "approved": behind another word it is what that one does."""
    low = word.casefold()
    if low.endswith("s"):
        return not _PLAIN_VERBS.isdisjoint((low[:-1], low[:-2], f"{low[:-3]}y"))
    return low.endswith("ed") and not _PLAIN_VERBS.isdisjoint((low[:-1], low[:-2]))
