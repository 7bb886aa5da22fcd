"""Who comes to us: "kommt zum Test Do halb drei zu uns", "hij komt donderdag langs". It is a visit, and nobody's promise."""

import re

from bot.reading.calendar.datespelling import is_day_word
from bot.reading.languages.daysabroad import any_of, words_in
from bot.reading.languages.tongues import TONGUES, words_of
from bot.reading.languages.tonguetables import THEIRS
from bot.reading.words.speech import NAME

_COMES, _TO_US = (
    any_of(word for tongue in TONGUES for word in words_of(getattr(tongue, field))) for field in ("comes", "to_us")
)
_VISITS = re.compile(
    rf"^(?:(?P<who>{any_of(THEIRS)}|{NAME})\s+)?{_COMES}\s+(?P<before>(?:\S+\s+){{0,10}}?){_TO_US}(?=[\s,.!]|$)(?P<behind>.*)$",
    re.IGNORECASE,
)
_FOR = re.compile(
    r"(?<!\S)(?:zum|zur|für\s+de[nr]|voor\s+(?:de|het)|til|till|för|for)\s+(?=[^\W\d_]{3})", re.IGNORECASE
)


_WORDS = frozenset(word for tongue in TONGUES for word in words_of(tongue.comes))


def visit_in_english(clause: str) -> str:
    """Empty where nobody comes to us."""
    found = None if _WORDS.isdisjoint(words_in(clause)) else _VISITS.match(clause)
    if not found or (found["who"] and is_day_word(found["who"].lower())):
        return ""
    who = found["who"] or "they"
    who = "they" if who.lower() in THEIRS else who
    what = _FOR.sub("for the ", f"{found['before']}{found['behind']}".strip(), count=1)
    return f"{who} {'come' if who == 'they' else 'comes'} to us {what}".strip()
