"""That we have not been in touch: "§ not called yet", "haven't spoken to § so far". Nothing took place, so nothing is logged.

A try that reached nobody ("didn't reach §") is one, and so is what they have not done ("§ hasn't called").
"""

import re

from bot.reading.words.cutout import NAME

_WHOM = rf"(?:{NAME}|her|him|them)"
_YET = r"(?:\s+(?:yet|so\s+far|today|this\s+(?:week|morning)|at\s+all|still))*"
_DONE = (
    r"(?:call(?:ed)?|phoned?|rung|rang|ring|contact(?:ed)?|tried|try|e-?mail(?:ed)?|message[d]?|met|meet|visit(?:ed)?|spoken?\s+(?:to|with)|speak\s+(?:to|with)"
    r"|talk(?:ed)?\s+(?:to|with)|been\s+in\s+touch\s+with|written\s+to|got(?:ten)?\s+(?:a?round\s+)?to\s+(?:calling|ringing|phoning|mailing))"
)
_RULES = tuple(
    re.compile(rf"^(?:(?:fyi|so|and|but|also|sorry)[\s,]+)*{rule}{_YET}$", re.IGNORECASE)
    for rule in (
        rf"(?:(?:i|we)(?:['’]ve)?\s+)?(?:still\s+)?(?:have\s?n['’]?t|have\s+not|did\s?n['’]?t|did\s+not|not|never)\s+(?:yet\s+)?{_DONE}\s+{_WHOM}",
        r"(?:(?:i|we)\s+)?(?:still\s+)?(?:have\s?n['’]?t|have\s+not|did\s?n['’]?t|did\s+not)\s+(?:yet\s+)?(?:called|phoned|rung|call|phone|ring|spoken|spoke|talked|tried)",
        rf"(?:{NAME}[\s,:–-]+)?(?:(?:is|was|has)\s+)?(?:still\s+)?not\s+(?:yet\s+)?(?:been\s+)?(?:called|phoned|rung|contacted|spoken\s+(?:to|with)|tried|mailed|emailed|visited|met)",
        rf"(?:still\s+)?no\s+(?:call|talk|contact|conversation|meeting)\s+(?:(?:with|w/)\s*{_WHOM}|made)",
    )
)


def not_yet_tried(line: str) -> bool:
    """With `NAME` for whom it is about."""
    return any(rule.match(line.strip(" .!")) for rule in _RULES)
