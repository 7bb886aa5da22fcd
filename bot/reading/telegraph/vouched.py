"""Who swears that a thing gets done is bound to it, whoever does it: "swears the plates get burned Fri". See telegraph."""

import re

from bot.reading.grammar.agents import base_of_past
from bot.reading.telegraph.theirpeople import somebody, their_people
from bot.reading.words.leads import AND_ALSO
from bot.reading.words.openverbs import is_past
from bot.reading.words.speech import NAME

_WHO = rf"(?:she|he|they|{NAME}|(?:their|her|his)\s+[a-z]+)"
_VOUCHES = r"(?:swears?|vows?|promises?|guarantees?|pledges?|assures?\s+(?:me|us)|gives?\s+(?:me|us)\s+(?:her|his|their)\s+word)"
_VOUCHED = (
    r"(?:swore|vowed|promised|guaranteed|pledged|assured\s+(?:me|us)|gave\s+(?:me|us)\s+(?:her|his|their)\s+word)"
)
_SWORN = re.compile(
    rf"{AND_ALSO}(?:(?P<who>{_WHO})\s+(?:[a-z-]+\s+)??(?:{_VOUCHES}|{_VOUCHED})|{_VOUCHES})\s+(?:(?:me|us)\s+)?(?:that\s+)?(?P<what>(?!(?:to|i|we|she|he|they|you|it|not|no|nothing|nobody)\b)\S.*)$",
    re.IGNORECASE,
)
_GETS_DONE = re.compile(
    r"(?P<thing>\S.{0,50}?)\s+(?:gets?|is|are|(?:will|would)\s+(?:be|get)|['’](?:ll|d)\s+(?:be|get))\s+(?:being\s+)?(?P<done>(?P<verb>[a-z-]+)\b.*)",
    re.IGNORECASE,
)


def vouched(bare: str, when: str) -> str:
    found = _SWORN.match(bare)
    if not found:
        return ""
    who = found["who"] if (found["who"] or "")[:1].isupper() else "they"
    gets = _GETS_DONE.fullmatch(found["what"])
    if gets and (is_past(gets["verb"]) or base_of_past(gets["verb"])):
        return f"{who} will have {gets['thing']} {gets['done']}{when}"
    return their_people(found["what"], when) or somebody(found["what"], when)
