"""Who it was instead: "Karen Bell, not Whitaker", "no, that was Sheila the bookkeeper". Of a person, and never of a day or a thing."""

import re
from dataclasses import dataclass

from bot.reading.naming.namekeys import as_name
from bot.reading.naming.persons import FIRST_NAMES
from bot.reading.people.atwork import is_no_name
from bot.reading.typed.typeddates import starts_with_day

_WORD = r"(?!(?:not|the|and|but|is|was|with|from|at|on|by|for|to)\b)[^\W\d_][\w'’-]+"
_NAMED = rf"{_WORD}(?:\s+{_WORD}){{0,2}}"
_NO = r"(?:(?:no|nope|sorry|oops|oh|ah|hmm|wait|hang\s+on|actually|correction|wrong\s+(?:person|one|deal|customer|name)|my\s+(?:mistake|bad))[\s,.!:;–-]+)"
_IT_WAS = r"(?:(?:that|it|this)(?:\s+was|['’]s|\s+is)|(?:i|we)\s+(?:meant|mean)|(?:i\s+)?(?:spoke|talked)\s+(?:to|with)|(?:the\s+|my\s+|our\s+)?contact\s+(?:is|was))\s+"
_NOT = re.compile(
    rf"^{_NO}*(?:{_IT_WAS})?(?P<who>{_NAMED})\s*,?\s+(?:and\s+)?not\s+(?P<wrong>{_NAMED})$", re.IGNORECASE
)
_NOT_FIRST = re.compile(
    rf"^{_NO}*(?:{_IT_WAS})?not\s+(?P<wrong>{_NAMED})\s*[,;:–-]\s*(?:but\s+|(?:{_IT_WAS}))?(?P<who>{_NAMED})$",
    re.IGNORECASE,
)
_IT_WAS_SOMEBODY = re.compile(
    rf"^{_NO}+{_IT_WAS}(?P<who>{_WORD}(?:\s+(?!the\b){_WORD})?)(?:,?\s+(?:the|their|his|her)\s+\w+)?(?:\s+(?:who\s+(?:called|rang|wrote)|instead))?$",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class WhoItWas:
    """`wrong` is who it was not, where that is told."""

    who: str
    wrong: str = ""


def who_it_was(line: str) -> WhoItWas | None:
    """None where it may be a day, or a word: "Friday not Monday", "no that was great"."""
    said = " ".join(line.split()).strip(" .!")
    found = _NOT.match(said) or _NOT_FIRST.match(said)
    if found:
        return None if starts_with_day(found["who"]) else WhoItWas(as_name(found["who"]), found["wrong"])
    alone = _IT_WAS_SOMEBODY.match(said)
    if alone is None or starts_with_day(alone["who"]):
        return None
    words = alone["who"].split()
    is_name = words[0].casefold() in FIRST_NAMES or all(word[0].isupper() for word in words)
    return WhoItWas(as_name(alone["who"])) if is_name and not any(map(is_no_name, words)) else None
