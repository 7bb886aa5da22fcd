"""A line without the names that stand in it, for who knows already whom it is about."""

import re
from collections.abc import Sequence

from bot.reading.mentions import mentions
from bot.reading.names import Known

_LEAD = re.compile(r"(?:\b(?:for|at|from|to|with|w/|of)|@)\s*$", re.IGNORECASE)
_OWNS = re.compile(r"^['’]s\b")


def without_names(text: str, known: Sequence[Known]) -> str:
    """ "actually for Erik it's the 19th" -> "actually it's the 19th"."""
    for one in reversed(mentions(text, known)):
        before, after = _LEAD.sub("", text[: one.start]), _OWNS.sub("", text[one.end :])
        text = f"{before.rstrip()} {after.lstrip()}"
    return text.strip(" ,")
