"""Who is meant beside whom we know at a firm: "jasper (tim's boss at acme)" is Jasper, "dave's colleague Rosa" Rosa, "terje from acme" Terje."""

import re
from collections.abc import Sequence

from bot.model import first_name
from bot.reading.naming.namekeys import as_name
from bot.reading.naming.persons import known_as
from bot.reading.people.atwork import is_no_name
from bot.reading.words.roles import ROLE

_OTHERS_OF = re.compile(
    rf"^(?:(?P<head>[^\W\d_][\w'’-]+(?:\s+[^\W\d_][\w'’-]+)?)\s*[(,]\s*)?(?:(?:[^\W\d_][\w'’-]*\s+){{0,2}}[^\W\d_][\w-]*['’]s|his|her|their)\s+(?:\w+\s+)?{ROLE}\b(?:\s+(?!(?:at|from|of|over|in)\b)(?P<name>[^\W\d_][\w'’-]+))?",
    re.IGNORECASE,
)
_FROM_THEM = re.compile(
    r"^(?P<name>[^\W\d_][\w'’-]+(?:\s+(?!over\b)[^\W\d_][\w'’-]+)?)\s+(?:over\s+)?(?:from|at)\s+\S", re.IGNORECASE
)


def of_another(who: str, people: Sequence[str]) -> str:
    """Whom "jasper (tim's boss at acme)" and "dave's colleague Rosa" mean: Jasper, Rosa, and never Tim or Dave; "terje from acme" is Terje."""
    found = _OTHERS_OF.match(who)
    if found is None:
        new = _FROM_THEM.match(who)
        is_new = new and not any(is_no_name(word) or known_as(word, people) for word in new["name"].split())
        return as_name(new["name"]) if new and is_new else ""
    name = found["head"] or found["name"] or ""
    return first_name(known_as(name, people)) or as_name(name) or "their colleague"
