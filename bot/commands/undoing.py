"""What is to be taken back: the last act, those with these numbers, the newest few, all of today's, or the last one on a deal."""

import re

from bot.commands.own import Undo
from bot.commands.splitting import number_from

ALL = 40  # acts at once; nobody does more on a day
_COUNTS = {"two": 2, "both": 2, "couple": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10}  # fmt: skip
_SOME = re.compile(
    r"(?P<all>(?:everything|all)(?:\s+of)?(?:\s+(?:it|that|this|them|those|these))?)(?:\s+(?:(?:from|of)\s+)?today['’]?s?|\s+i\s+(?:did|typed|logged|said)(?:\s+today)?)?"
    r"|(?P<today>today(?:['’]s\s+\w+)?)"
    rf"|(?:(?:the|my|these|those)\s+)?(?:(?:very\s+)?last|latest|newest|past|previous)\s+(?:a\s+)?(?P<few>\d{{1,2}}|{'|'.join(_COUNTS)})(?:\s+of)?(?:\s+(?:lines|things|ones|entries|calls|logs|notes|acts|messages|actions|steps|commands))?"
    r"|(?P<both>both)(?:\s+of\s+(?:them|those|these))?",
    re.IGNORECASE,
)
_IN_WORDS = re.compile(
    r"^(?:(?:please|can\s+you|could\s+you|just|sorry|no|oops)[\s,]+)*(?:(?:undo|scrap|scratch|revert|discard|take\s+back)\s+(?P<what>.+?)|take\s+(?P<that>.+?)\s+back)(?:\s+please)?[\s.!]*$",
    re.IGNORECASE,
)
_LAST = re.compile(
    r"\b(?:please|that|this|it|the|my|very|last|latest|one|thing|entry|call|calls|log|line|note|act|action|on|for|of|with|about|what|i|just|did|said|typed|logged|again|now|both|and)\b",
    re.IGNORECASE,
)


def undo(rest: str) -> Undo:
    """Numbers name acts; what else is said and means neither the last act nor several of them names a deal."""
    words = [word for word in re.split(r"[\s,]+", rest) if word]
    numbers = [number for word in words if (number := number_from(word)) is not None]
    if several := _several(rest):
        return several
    about = "" if numbers else " ".join(_LAST.sub(" ", rest).split()).strip(" .!?")
    return Undo(tuple(numbers), about=about)


def several_back(line: str) -> Undo | None:
    """ "Take everything back", "scrap the last two": several acts, said in words."""
    said = _IN_WORDS.match(line)
    return _several(said["what"] or said["that"]) if said else None


def _several(what: str) -> Undo | None:
    found = _SOME.fullmatch(re.sub(r"\s+(?:please|again)$", "", what.strip(" .!?"), flags=re.IGNORECASE))
    if found is None:
        return None
    few = (found["few"] or found["both"] or "").lower()
    return Undo(newest=min(_COUNTS.get(few) or int(few), ALL - 1) if few else ALL)
