"""Who stands behind a preposition: one of us, or one of them. "by me", "from our lab", "on her end", "by their counsel".

A rule that reads whose a thing is builds its pattern with these, and gives the sentence with that one in front.
"""

import re

from bot.phrases import base_verb
from bot.reading.words.speech import NAME

US = r"(?:me|us|myself|ourselves|(?:my|our)\s+[a-z][\w-]*(?:\s+(?!by\b|on\b|from\b)[a-z][\w-]*){0,2})"
ROLES = r"board|committee|legal|finance|procurement|purchasing|security|it|hr|ops|council|panel|cfo|ceo|coo|cto|cio|vp|gc|boss|buyer|customer|client|owner|foreman|landlord|lawyers?|counsel|accountant|controller|auditors?|engineers?|architect|manager|director"
OTHERS = r"(?:suppliers?|vendors?|distributors?|competit\w+|rivals?)"  # who sells to them as well
THEM = rf"(?:herself|himself|themselves|(?:(?:her|his|their)\s+(?!(?:[a-z]+\s+)?{OTHERS}\b)|(?:{NAME}|(?:her|his|their)\s+[a-z]+)['’]s\s+)[a-z][\w-]*(?:\s+(?!by\b|on\b|from\b)[a-z][\w-]*){{0,2}}|her|him|them|(?:the\s+)?(?:{ROLES})|{NAME})"
_IRREGULAR = {
    "sent": "send", "made": "make", "given": "give", "put": "put", "taken": "take", "drawn": "draw", "written": "write",
    "brought": "bring", "held": "hold", "shown": "show", "told": "tell", "built": "build", "cut": "cut", "paid": "pay",
    "done": "do", "read": "read", "run": "run", "set": "set", "sold": "sell", "laid": "lay", "got": "get", "gone": "go",
    "redone": "redo", "redrawn": "redraw", "rewritten": "rewrite", "bought": "buy", "lent": "lend", "met": "meet",
}  # fmt: skip


def base_of_past(word: str) -> str:
    """ "signed" -> "sign", "filed" -> "file", "sent" -> "send"; empty when it is no verb that a promise starts with."""
    low = word.lower()
    if low in _IRREGULAR:
        return _IRREGULAR[low]
    doubled = low[:-3] if len(low) > len("xxed") and low[-3:-2] == low[-4:-3] else ""
    stems = (low.removesuffix("d"), low.removesuffix("ed"), f"{low[:-3]}y" if low.endswith("ied") else "", doubled)
    return next((stem for stem in stems if stem and base_verb(stem) == stem), "") if low.endswith("ed") else ""


def is_us(who: str) -> bool:
    return bool(re.match(r"(?:me|us|my|our|myself|ourselves)\b", who, re.IGNORECASE))


def does(who: str, verb: str, rest: str) -> str:
    """ "by me", "by Dana", "by her" and a plain verb -> "I will …", "Dana will …", "they will …"; empty for "by their counsel"."""
    if re.fullmatch(r"me|us|myself|ourselves", who, re.IGNORECASE):
        return f"I will {verb} {rest}"
    if re.fullmatch(r"her|him|them|herself|himself|themselves", who, re.IGNORECASE):
        return f"they will {verb} {rest}"
    return f"{who} will {verb} {rest}" if re.fullmatch(NAME, who) else ""
