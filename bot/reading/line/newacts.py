"""Which promises of theirs move a deal: an act with a day, and no thinking, no old promise. Without a day nobody is held to it."""

import re
from collections.abc import Iterable, Sequence

from bot.model import Side
from bot.reading.promises.promised import Promised
from bot.reading.words.daynames import MONTH, WEEKDAY
from bot.reading.words.speech import NAME

# "that will be decided on Friday": nobody is named who acts, and what they decide is awaited.
_AWAITED = re.compile(
    r"\b(?:is|are|be|gets?|get)\s+(?:\w+\s+)?(?:decided|voted|approved|announced|discussed|debated|settled|known|held|ruled|heard)\b(?!.*\bby\s+(?-i:[A-Z])[a-z]+(?:\s+on)?\b)|^(?:send\s+)?(?:(?:the|a|their|his|her)\s+)*(?:decision|vote|verdict|ruling)s?\b",
    re.IGNORECASE,
)
# "PO is 4/20 not the 15th": an old promise with a later day.
_LATER = re.compile(
    rf"\b(?:not|instead\s+of|rather\s+than)\s+(?:(?:on|by|the|til+|until|this|next)\s+)*(?:\d|(?:{WEEKDAY}|{MONTH})\b|today|tomorrow|tmrw|week|month)",
    re.IGNORECASE,
)

_SAYS = re.compile(
    rf"(?:(?:she|he|they|{NAME})(?:['’](?:s|re)|\s+(?:is|are))?\s+)?(?:(?:now|still|again)\s+)*(?:says?|said|saying|swears?|swore|promis(?:es|ed|ing)|vow(?:s|ed)|claims?)(?:\s+(?:now|it['’]?s|by|for|it\s+will\s+be))*",
    re.IGNORECASE,
)


def new_acts(made: Sequence[Promised]) -> Iterable[bool]:
    return map(_is_new_act, made)


def _is_new_act(one: Promised) -> bool:
    has_day = one.due is not None and not one.due.not_before  # "they sign after Ramadan": a start, and no day
    is_old = one.again or bool(_LATER.search(one.typed or one.raw)) or _is_only_day(one)
    return one.side is Side.theirs and has_day and not (one.soft or is_old or _is_awaited(one))


def _is_only_day(one: Promised) -> bool:
    """ "he's now saying Tue": the day of something that he has not done."""
    return one.due is not None and bool(_SAYS.fullmatch(one.raw.partition(one.due.text)[0].strip(" ,.")))


def _is_awaited(one: Promised) -> bool:
    return bool(_AWAITED.search(one.text) or _AWAITED.search(one.raw))
