"""Words in front of a clause that tell whose turn it is, or that it is agreed: "deal is she …", "for my part I …", "I have her word that …".

What stands behind them is read as if it stood alone; whose word it is decides where the clause itself does not say.
"""

import re

from bot.reading.words.leads import AND_ALSO
from bot.reading.words.speech import NAME

_WHO = rf"(?:i|we|she|he|they|{NAME})(?:['’](?:ll|m|re|s))?"
_AGREED = re.compile(
    rf"{AND_ALSO}(?:(?:the\s+)?(?:deal|plan|agreement|arrangement|upshot|bottom\s+line|idea)(?:\s+is)?(?:\s+that)?|agreed|as\s+agreed|where\s+we\s+left\s+it)\s*:?\s+(?={_WHO}\s+\w)|(?:for|on)\s+(?:her|his|their|my|our)\s+(?:part|side|end),?\s+(?={_WHO}\s+\w)|in\s+(?:re)?turn,?\s+(?={_WHO}\s+\w)",
    re.IGNORECASE,
)
_IN_TURN = re.compile(
    rf"^(?P<who>{_WHO})\s+(?:in\s+(?:re)?turn|for\s+(?:her|his|their|my|our)\s+part|meanwhile)\s+", re.IGNORECASE
)
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
_SOMEBODY = rf"(?:{_WHO}|(?:the|her|his|their|our|my)\s+[a-z][\w-]*)"
_TAKES_ON = re.compile(
    rf"{AND_ALSO}(?P<who>{_SOMEBODY})\s+(?:(?:has|have)\s+)?(?:now\s+|also\s+)?(?:agreed|volunteered|offered|undertaken|undertook|pledged|resolved|(?:is|am|are)\s+(?:due|set|bound|meant))\s+to\s+(?!be\b|do\s+so\b|(?:an?|the|our|my|his|her|their|this|that|one|another)\b)(?=[a-z]+\s+\S)",
    re.IGNORECASE,
)
_SHORT_TAKES_ON = re.compile(
    rf"{AND_ALSO}(?P<who>i|we|she|he|they)['’](?:m|s|re|ve)\s+(?:due|set|agreed|meant)\s+to\s+(?!be\b)(?=[a-z]+\s+\S)",
    re.IGNORECASE,
)
_OF_THEIRS = re.compile(
    r"^(?P<who>(?:the|her|his|their)\s+[a-z][\w-]*)\s+(?:is|are)\s+to\s+(?!be\b)(?=[a-z]+\s+(?:me|us|the|our|an?|his|her|their|it|off|out|over)\b)",
    re.IGNORECASE,
)
_WE_ARE_ASKED = re.compile(
    r"^(?:(?:and|but|so|then)\s+)*(?:i|we)(?:['’]ve\s+been|\s+(?:was|were|have\s+been))\s+asked\s+to\s+(?!(?:call|ring|phone|try|wait|hold|come|visit|present|speak|meet|contact|stop|leave|go|return)\b)",
    re.IGNORECASE,
)
_MEANWHILE = re.compile(
    rf"{AND_ALSO}(?:before\s+(?:that|then)|after\s+(?:that|this|which)|afterwards|next(?:\s+up)?|first(?:\s+off)?|until\s+then|in\s+the\s+meantime|meanwhile|beforehand|by\s+return)[\s,]+(?={_WHO}\s+\w)",
    re.IGNORECASE,
)
_HAS_ASKED_US = re.compile(rf"^(?P<who>{_WHO})\s+(?:has|have)\s+asked\s+(?=(?:me|us)\s+(?:to|for)\b)", re.IGNORECASE)
_COME_BACK_WITH = re.compile(
    r"(?<=\bto )(?:come|go|get)\s+back(?:\s+to\s+(?:her|him|them))?\s+with\s+(?=(?:an?|the|our|some|new)\s)",
    re.IGNORECASE,
)
_STATE = re.compile(
    r"^(?P<thing>\S.{0,60}?)\s+(?:(?:would|will)\s+(?:be|come|arrive|go|reach|follow)|is|are|comes?|arrives?|goes)\b(?:\s+(?=\S))?(?P<how>.*)$",
    re.IGNORECASE,
)
_THEY_GET = re.compile(
    rf"^(?:she|he|they|{NAME})\s+(?:(?:will|would)\s+)?(?:gets?|have|has|receives?|sees?)\s+(?P<thing>\S.*)$",
    re.IGNORECASE,
)
# One of these words stands in each of the patterns; most clauses have none.
_KEYS = frozenset(
    "deal plan agreed agreement arrangement upshot bottom idea left part side end turn return word promise assured promised told guaranteed asked due set volunteered offered undertaken undertook pledged resolved bound meant to before until after afterwards next first meantime meanwhile beforehand".split()
)


def without_turn(clause: str) -> str:
    """The clause alone, and who promises it in front."""
    if _KEYS.isdisjoint(clause.lower().replace(",", " ").replace(":", " ").split()):
        return clause
    bare = _IN_TURN.sub(r"\g<who> ", _AGREED.sub("", clause, count=1), count=1)
    bare = _taken_on(_MEANWHILE.sub("", bare, count=1))
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


def _taken_on(bare: str) -> str:
    """ "she has agreed to", "I'm due to" and "the architect is to" tell what they will do; what we are asked to do, we will."""
    for pattern in (_TAKES_ON, _SHORT_TAKES_ON):
        bare = pattern.sub(r"\g<who> will ", bare, count=1)
    bare = _OF_THEIRS.sub("they will have \\g<who> ", bare, count=1)
    asked = _HAS_ASKED_US.sub(r"\g<who> asked ", bare, count=1)
    if asked != bare or re.search(r"\basked\s+(?:me|us)\s+to\b", asked):
        asked = _COME_BACK_WITH.sub("send ", asked, count=1)
    return _WE_ARE_ASKED.sub("I will ", asked, count=1)
