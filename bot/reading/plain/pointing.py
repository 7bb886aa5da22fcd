"""Words that only point at what somebody wrote: "this", "the above", "it with Acme". They tell nothing, and name nobody."""

import re

from bot.reading.words.daynames import WEEKDAY

_ASK = r"(?:(?:please|pls|can|could|would|will|you|hey|hi|ok|just|now)[\s,]+){0,4}"
_KEEP = r"(?:log(?:\s?call)?|record|save|capture|track|note|put(?=\s+\w+\s+(?:down\s+)?on\s+(?:the\s+)?record))"
_WHAT = r"(?:(?:all\s+of\s+|everything\s+in\s+)?(?:this|that|these|those|it|the(?=\s+(?:thread|message|conversation|chat|discussion|above)))(?:\s+(?:above|whole|entire))?(?:\s+(?:thread|message|messages|conversation|chat|discussion|exchange))?|(?:(?:the|all|everything|what['’]?s|what\s+is)\s+)?above)"
_HOW = (
    r"(?:\s+(?:(?:down\s+)?(?:as\s+an?\s+(?:call|note)|on\s+(?:the\s+)?record|please|pls|here|now|down|for\s+me))){0,3}"
)
_WITH = rf"(?:\s+(?:with|for|to|under|at|on)\s+(?P<who>(?![$€£]?\d|{WEEKDAY}\b|today\b|tomorrow\b|next\b|the\s+\d)[^:;,?!.]{{1,60}}?))?"
_POINTS = re.compile(rf"^{_ASK}(?P<keep>{_KEEP}\s+)?{_WHAT}{_HOW}{_WITH}{_HOW}[\s?!.]*$", re.IGNORECASE)


def points_at(text: str, *, is_kept: bool = False) -> str | None:
    """For whom it is to be kept, empty where nobody is named; None where the words do more than point. `is_kept`: behind `log`."""
    found = _POINTS.match(text.strip())
    return (found["who"] or "").strip() if found and (is_kept or found["keep"]) else None
