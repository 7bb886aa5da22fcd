"""Whose share is due, told by a word or two: "our legal by Mon, hers by Weds", "I do mine by Fri", "sign 4/10 still holds". See telegraph."""

import re
from collections.abc import Sequence

from bot.reading.calendar.datewords import DateReading
from bot.reading.grammar.theirthings import is_theirs
from bot.reading.words.leads import AND_ALSO
from bot.reading.words.speech import NAME

_PART = r"(?:part|side|end|half|bit|share|piece|homework)"
_SHARE = re.compile(
    rf"{AND_ALSO}(?:(?:(?:i|we)(?:['’]ll)?|(?P<who>she|he|they|{NAME})(?:['’]ll)?)\s+(?:will\s+)?(?:do(?:es)?|finish(?:es)?|get(?:s)?|have|has|deliver(?:s)?)\s+)?"
    rf"(?:(?P<ours>mine|ours|(?:my|our)\s+{_PART})|(?P<theirs>hers|his|theirs|(?:her|his|their)\s+{_PART}))(?:\s+(?:done|ready|back|in))?$",
    re.IGNORECASE,
)
_STILL = re.compile(
    r"[\s,]*(?:(?:is|that|it)\s+)*(?:still\s+(?:holds?|stands?|on|good|valid|firm|ok|fine|the\s+(?:date|plan))|unchanged|holds|stands)[\s.!]*$",
    re.IGNORECASE,
)
_SIGN = re.compile(rf"{AND_ALSO}(?:the\s+)?sign(?:ing|ature|[\s-]?off)?(?:\s+(?:on|by|for|is))*$", re.IGNORECASE)


def share(bare: str, when: str) -> str:
    found = _SHARE.match(bare)
    if not found or (found["who"] and found["ours"]):
        return ""
    whose = found["ours"] or found["theirs"]
    return f"{'I' if found['ours'] else 'they'} will do {whose}{when}"


# "he's on the hook for the deposit", "I'm on the hook for the drawings".
_ON_THE_HOOK = re.compile(
    rf"{AND_ALSO}(?:(?P<us>(?:i|we)(?:['’](?:m|re)|\s+am|\s+are))|(?P<who>she|he|they|{NAME})(?:['’](?:s|re)|\s+is|\s+are))\s+on\s+the\s+hook\s+for\s+(?P<thing>(?!(?:it|that|this)\b)[^,;]{{2,50}}?)$",
    re.IGNORECASE,
)


def on_the_hook(bare: str, when: str) -> str:
    found = _ON_THE_HOOK.match(bare)
    return f"{'I' if found['us'] else found['who']} will send {found['thing']}{when}" if found else ""


def without_still(clause: str, dates: Sequence[DateReading]) -> str:
    """ "sign 4/10 still holds" -> "they will sign 4/10": what was promised is told again; empty when nothing of theirs is."""
    last = dates[-1] if dates else None
    found = _STILL.match(clause, last.end) if last else None
    before = clause[: last.start].strip(" ,") if last else ""
    if not found or not last:
        return ""
    told = clause[: found.start()].strip()
    if _SIGN.match(before):
        return f"they will sign {told[last.start :]}"
    return f"they will send {told}" if is_theirs(before) else ""
