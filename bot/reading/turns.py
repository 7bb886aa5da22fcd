"""Words in front of a clause that tell whose turn it is, or that it is agreed: "deal is she …", "for my part I …", "I have her word that …".

What stands behind them is read as if it stood alone; whose word it is decides where the clause itself does not say.
"""

import re

from bot.reading.leads import AND_ALSO
from bot.reading.speech import NAME

_WHO = rf"(?:i|we|she|he|they|{NAME})(?:['’](?:ll|m|re|s))?"
_AGREED = re.compile(
    rf"{AND_ALSO}(?:(?:the\s+)?(?:deal|plan|agreement|arrangement|upshot|bottom\s+line|idea)(?:\s+is)?(?:\s+that)?|agreed|as\s+agreed|where\s+we\s+left\s+it)\s*:?\s+(?={_WHO}\s+\w)|(?:for|on)\s+(?:her|his|their|my|our)\s+(?:part|side|end),?\s+(?={_WHO}\s+\w)|in\s+(?:re)?turn,?\s+(?={_WHO}\s+\w)",
    re.IGNORECASE,
)
_IN_TURN = re.compile(rf"^(?P<who>{_WHO})\s+(?:in\s+(?:re)?turn|for\s+(?:her|his|their|my|our)\s+part|meanwhile)\s+", re.IGNORECASE)
_OUR_WORD = re.compile(
    rf"{AND_ALSO}(?:(?:she|he|they|{NAME})\s+(?:has|have|got)|(?:i|we)\s+(?:gave|have\s+given|['’]ve\s+given)(?:\s+(?:her|him|them|{NAME}))?|gave(?:\s+(?:her|him|them|{NAME}))?)\s+(?:my|our)\s+(?:word|promise)(?:\s+that)?\s+(?P<what>\S.*)$",
    re.IGNORECASE,
)
_THEIR_WORD = re.compile(
    rf"{AND_ALSO}(?:(?:i|we)(?:['’]ve)?\s+(?:have|got|have\s+got)|(?:she|he|they|{NAME})\s+(?:gave|has\s+given|have\s+given)\s+(?:me|us)|got|have)\s+(?:her|his|their|{NAME}['’]s)\s+(?:word|promise)(?:\s+that)?\s+(?P<what>\S.*)$",
    re.IGNORECASE,
)
_THEY_SAY = re.compile(
    rf"{AND_ALSO}(?:(?:she|he|they|{NAME})\s+)?(?:assured|promised|told|guaranteed)\s+(?:me|us)\s+(?:that\s+)?(?P<what>(?:the|their|her|his|our|an?|it|this|all)\b.*\b(?:would|will)\s+(?:be|go|come|arrive|reach|follow)\b.*)$",
    re.IGNORECASE,
)
_WE_SAY = re.compile(
    rf"{AND_ALSO}(?:(?:i|we)\s+)?(?:assured|promised|told|guaranteed)\s+(?:her|him|them|{NAME})\s+(?:that\s+)?(?P<what>(?:the|our|my|an?|it|this|all)\b.*\b(?:would|will)\s+(?:be|go|come|arrive|reach|follow)\b.*)$",
    re.IGNORECASE,
)
_STATE = re.compile(
    r"^(?P<thing>\S.{0,60}?)\s+(?:(?:would|will)\s+(?:be|come|arrive|go|reach|follow)|is|are|comes?|arrives?|goes)\b(?:\s+(?=\S))?(?P<how>.*)$", re.IGNORECASE
)
_THEY_GET = re.compile(rf"^(?:she|he|they|{NAME})\s+(?:(?:will|would)\s+)?(?:gets?|have|has|receives?|sees?)\s+(?P<thing>\S.*)$", re.IGNORECASE)


def without_turn(clause: str) -> str:
    """The clause alone, and who promises it in front."""
    bare = _IN_TURN.sub(r"\g<who> ", _AGREED.sub("", clause, count=1), count=1)
    ours = _OUR_WORD.match(bare) or _WE_SAY.match(bare)
    if ours:
        gets = _THEY_GET.match(ours["what"])
        return f"I will send {gets['thing']}" if gets else _kept(ours["what"], "I")
    theirs = _THEIR_WORD.match(bare) or _THEY_SAY.match(bare)
    return _kept(theirs["what"], "they") if theirs else bare


def _kept(what: str, who: str) -> str:
    """ "the permit would be filed by Friday" -> "they will have the permit filed by Friday"."""
    if what.lower().startswith("to "):
        return f"{who} will {what[len('to ') :]}"
    if re.match(rf"(?:{_WHO})\s", what, re.IGNORECASE):
        return what
    state = _STATE.match(what)
    return f"{who} will have {state['thing']} {state['how']}" if state else what
