"""What a clause only names is taken on by the clause behind it: "asked her to prune the list by Fri, she agreed", "crate count by Tue, she says".

Beside a no, or nothing, it stays what we asked for; what a seller hands over may be what they want of us.
"""

import re

from bot.reading.grammar.ourthings import is_thing
from bot.reading.grammar.theirthings import is_theirs
from bot.reading.promises.bygrammar import is_handed_over, is_state
from bot.reading.promises.whose import HAPPENS
from bot.reading.steps.meetings import TALKS
from bot.reading.words.daynames import WEEKDAY
from bot.reading.words.openverbs import is_act
from bot.reading.words.speech import NAME

_WHO = rf"(?:she|he|they|{NAME})"
_YES = (
    r"(?:agree[ds]|accept(?:ed|s)|(?:said|says)\s+(?:yes|yep|yeah|ok(?:ay)?|sure|fine|of\s+course|no\s+prob(?:lem)?|will\s+do|(?:she|he|they)(?:['’]ll|\s+will))"
    r"|ok(?:ay)?['’]?e?d(?:\s+(?:it|that))?|(?:will|['’]ll)(?:\s+do(?:\s+(?:it|so|that))?)?|is\s+on\s+it|(?:is|['’]s)\s+(?:fine|ok(?:ay)?|happy)(?:\s+(?:with\s+(?:it|that)|to))?|yes|yep|ok(?:ay)?|will\s+do)"
)
_END = r"(?=\s*(?:$|[.,;!]))"
ASKED = re.compile(
    rf"(?:(?<=^)|(?<=[.;,:]\s)|(?<=\band\s))(?:(?:i|we)\s+)?(?:asked|told|begged|pressed|nudged|pushed)\s+(?:(?P<whom>her|him|them|(?:her|his|their)\s+[a-z]+|{NAME})\s+)?(?:(?(whom)to|(?!))|(?:if|whether)\s+(?P<who>{_WHO})(?:['’]d|\s+(?:could|would|can|will)))\s+"
    rf"(?P<act>(?P<verb>[a-z]+)(?P<behind>\b[^,;.]{{2,80}}?))\s*[,;.]\s+(?:(?:and|so|but)\s+)?(?:{_WHO}\s*)?{_YES}{_END}",
    re.IGNORECASE,
)
_NO_THING = (
    r"(?!(?:and|but|so|then|i|we|she|he|they|it|that|this|our|my|no|not|nothing|everything|something|wants?|needs?)\b)"
)
SAYS = re.compile(
    rf"(?:(?<=^)|(?<=[.;,:]\s))(?P<thing>{_NO_THING}[a-z][\w'’-]*(?:\s+{_NO_THING}[\w'’-]+){{0,4}}?)\s+(?:(?P<when>by\s+[^,;.]{{2,25}}?)|(?P<day>(?:on\s+)?(?:{WEEKDAY}|tomorrow|tmrw|\d{{1,2}}/\d{{1,2}})))\s*,?\s+(?:(?P<who>{_WHO})\s+(?:says|said|promise[ds]|sw(?:ears|ore))|(?:says|said)\s+(?P<whoever>{_WHO})){_END}",
    re.IGNORECASE,
)
_ORDER = re.compile(r"\border$", re.IGNORECASE)
_HIS = {"her": "she", "him": "he", "she": "she", "he": "he"}


def as_taken_on(found: re.Match[str]) -> tuple[str, str]:
    """(what was typed, what is read in its place); a talk, a wait and a call are no acts of theirs."""
    whom = found["whom"] or found["who"]
    if not is_act(found["verb"], found["behind"]) or found["verb"].lower() in {"move", "push", "stop"}:
        return "", ""
    who = whom if whom[:1].isupper() or " " in whom else _HIS.get(whom.lower(), "they")
    return found[0], f"{who} will {found['act']}"


def as_their_word(found: re.Match[str]) -> tuple[str, str]:
    thing, who = found["thing"], found["who"] or found["whoever"]
    is_bare = found["day"] and not (
        is_theirs(thing) or _ORDER.search(thing)
    )  # "snow tue he says": only a buyer's thing
    is_none = (
        is_bare or is_thing(thing) or is_state(thing) or HAPPENS.search(thing) or re.search(rf"\b{TALKS}s?$", thing)
    )
    if is_none or not is_handed_over(thing):
        return "", ""
    return found[0], f"{who} will send {thing} {found['when'] or found['day']}"
