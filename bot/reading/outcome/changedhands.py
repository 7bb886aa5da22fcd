"""Something changed hands, told in one of many ways, is told in the one that is read: "dropped the samples off" is sent the samples.

Only what is over, and only of a thing: who came back with a question brought nothing, and what was put off did not go.
"""

import re
from collections.abc import Sequence
from functools import lru_cache

from bot.reading.naming.persons import is_somebody
from bot.reading.words.bounds import CLAUSES_KEPT
from bot.reading.words.leads import AND_ALSO
from bot.reading.words.speech import NAME

_BY_NOW = r"(?:(?:has|have|had|['’](?:s|ve|re)|already|just|finally|now|also|all|both)\s*)*"
_THEM = rf"(?:her|him|them|{NAME})"
_WHO = rf"(?P<who>{AND_ALSO}(?:(?:i|we|she|he|they|{NAME})\s*)?{_BY_NOW}\s*)"
_THING = r"(?P<thing>(?!(?:it|her|him|them|me|us|no|the\s+(?:call|line|phone|ball|list|map|radar|meeting|demo|deadline|date|trial))\b)[a-z][\w'’-]*(?:\s+[\w'’-]+){0,4}?)"
_AT = rf"(?P<at>\s+(?:to|at|with|for)\s+(?:{_THEM}(?:['’]s)?|(?:the|their|her|his)\s+[\w'’-]+|theirs|hers|site|reception|the\s+office))?"
_OFF = re.compile(rf"{_WHO}(?:dropped|sent|shot|fired|got)\s+{_THING}\s+off{_AT}$", re.IGNORECASE)
_OFF_FIRST = re.compile(
    rf"{_WHO}dropped\s+(?:off|round|over)\s+(?!(?:to|at|for|with|by|from|early|late|again)\b){_THING}{_AT}$",
    re.IGNORECASE,
)
_OVER = re.compile(
    rf"{_WHO}(?:dropped|sent|shot|fired|got|ran|popped|biked|walked|brought|took)\s+{_THING}\s+(?:over|across|round)(?:\s+to\s+{_THEM})?$",
    re.IGNORECASE,
)
_IS_WITH = re.compile(
    rf"{AND_ALSO}(?:(?:the|our|my)\s+)?+(?!(?:ball|baton|decision|deal|matter|budget|approval|answer|question|order|problem|issue|everything|all|next\s+(?:step|move)|move)\b){_THING}(?:['’](?:s|re)|\s+(?:is|are|was|were|has\s+been|have\s+been))\s+(?:(?:now|already|finally|all|safely|sitting)\s+)*"
    rf"(?:with\s+(?P<them>{_THEM})|in\s+(?P<whose>her|his|their|{NAME}['’]s)\s+(?:hands|in-?box|mail-?box|mail|post))(?:\s+(?:now|already|for\s+review))*$",
    re.IGNORECASE,
)
_HEAD_OF_WITH = re.compile(
    rf"(?P<head>[\w'’-]+(?:\s+[\w'’-]+)?)\s+(?P<verb>is|are|was|were)\s+(?:(?:now|already|finally|all|both)\s+)*with\s+{_THEM}",
    re.IGNORECASE,
)
_FIGURE = r"(?:prices?|pricing|rates?|costs?|totals?|figures?|numbers?|dates?|terms|discounts?|lead\s+times?|delivery\s+times?|fees?|quote|estimate|specs?|sizes?|dimensions)"
_TOLD = re.compile(
    rf"{AND_ALSO}(?P<we>(?:i|we)\s*)?{_BY_NOW}\s*(?:told|quoted|read)\s+(?P<them>{_THEM})\s+(?P<thing>(?:the|our|all|both)\s+(?:[\w'’-]+\s+){{0,2}}?{_FIGURE})$",
    re.IGNORECASE,
)
_NO_THING = r"(?!.*\b(?:questions?|queries|objections?|concerns?|doubts?|changes|no|nothing|counter\w*|same|excuses?|story|stories|issues?|problems?|conditions?|demands?|asks?|requests?|worries|answer|reply|response|maybe|idea|news|smile|vengeance|attitude|team|boss|wife|husband|colleague)\b)"
_CAME_WITH = re.compile(
    rf"(?P<who>{AND_ALSO}(?:(?:she|he|they|{NAME})\s*)?{_BY_NOW}\s*)(?:(?:came|come|got)\s+(?:back|through|good|up)|turned\s+up|returned)(?:\s+(?:to|on)\s+(?:me|us))?\s+with\s+(?P<thing>{_NO_THING}(?:the|her|his|their|our|all|both|some|signed|revised|[A-Z]{{2,4}}|[\w'’-]+s)\b.*)$",
    re.IGNORECASE,
)


@lru_cache(maxsize=CLAUSES_KEPT)
def as_handed(clause: str) -> str:
    """The same in the words by which it is known; any other clause as it is."""
    if found := _OFF.match(clause) or _OFF_FIRST.match(clause) or _OVER.match(clause):
        return f"{found['who'].rstrip()} sent {found['thing']}".strip()
    if found := _IS_WITH.match(clause):
        who = found["them"] or re.sub(r"['’]s$", "", found["whose"])
        return f"{_AS_WHO.get(who.casefold(), who)} has the {found['thing']}"
    if found := _TOLD.match(clause):
        return f"{found['we'] or ''}gave {found['them']} {found['thing']}"
    return clause


def is_with_them(clause: str, people: Sequence[str]) -> bool:
    """ "Terms are with Dana": who begins a sentence with a capital names a thing, unless it is one person of whom it is told."""
    found = _HEAD_OF_WITH.match(clause)
    if found is None:
        return False
    return found["verb"].casefold() in {"are", "were"} or not is_somebody(found["head"], people)


def brought_back(clause: str) -> str:
    """The thing that they "came back with"; empty where they did not, or it is none."""
    found = _CAME_WITH.match(clause)
    return found["thing"] if found else ""


_AS_WHO = {"her": "she", "him": "he", "them": "they", "his": "he", "their": "they"}
