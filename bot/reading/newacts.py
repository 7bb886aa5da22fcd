"""Which promises of theirs move a deal: an act, and no thinking, no old promise, no call that is to be arranged one day."""

import re
from collections.abc import Iterable, Sequence

from bot.model import Side
from bot.reading.advances import is_nothing_firm
from bot.reading.promised import Promised
from bot.reading.speech import first_clauses

_ARRANGES = re.compile(
    r"\b(?:set|arrange|book|schedule|organi[sz]e|find|fix)\b.*\b(?:call|meeting|mtg|time|slot|chat|date)\b",
    re.IGNORECASE,
)


# "says she'll call me": without a day, nothing to hold anybody to.
_CALLS_US = re.compile(
    r"^(?:(?:to|also|then|just|maybe)\s+)*(?:(?:call|ring|phone|text|ping|e-?mail|write(?:\s+to)?|contact|message|buzz)\s+(?:me|us)(?:\s+(?:back|again|soon|later|then|instead|herself|himself|when\b.*|once\b.*))*$|call\s+back$|(?:be|get|keep|stay)\s+(?:back\s+)?in\s+touch\b|reach\s+out\b|get\s+back\s+to\s+(?:me|us)\b|come\s+back\s+to\s+(?:me|us)\b)",
    re.IGNORECASE,
)
_ONCE = re.compile(
    r"\b(?:once|whenever|when|as\s+soon\s+as)\s+(?:it|that|this|she|he|they|there|the|her|his|their|legal|everything)\b",
    re.IGNORECASE,
)


def new_acts(text: str, made: Sequence[Promised]) -> Iterable[bool]:
    is_vague = any(map(is_nothing_firm, first_clauses(text)))
    return (_is_new_act(one) and not (is_vague and one.due is None) for one in made)


def _is_new_act(one: Promised) -> bool:
    """An act of theirs that moves the deal: no thinking, no old promise, no call that is to be arranged one day."""
    is_only_talk = one.due is None and (
        _ARRANGES.search(one.text) or _CALLS_US.match(one.text) or _ONCE.search(one.raw)
    )
    return one.side is Side.theirs and not (one.soft or one.again or is_only_talk)
