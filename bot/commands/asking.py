"""The question the product is for, in the ways people put it: where are we, what do we owe, how is it going."""

import re

from bot.commands.deals import Where
from bot.commands.nonsense import Nonsense

_WHERE = re.compile(
    r"^(?:so,?\s+)?(?:where (?:are|do|were) we (?:now |sit |stand |right now )*(?:on|with|at|about|re)?\b[:\s]*(?P<who>.*?)"
    r"|what (?:do|did) (?:i|we) (?:owe|promise)(?: to)? (?P<owed>.+?)"
    r"|where(?: is|['’]?s) (?P<team>(?:my|the|our) team)(?: at)?|how (?:is|are|goes|are things with|is it going with) (?P<how>.+?)(?: doing| going| today)?)[?\s.!]*$",
    re.IGNORECASE,
)
_NOBODY = frozenset({"you", "it", "things", "life", "everything", "we", "i"})


def asked_where(line: str) -> Where | Nonsense | None:
    """ "where are we on Acme?" in any of its usual forms."""
    asked = _WHERE.match(line)
    if asked is None:
        return None
    who = (asked["who"] or asked["team"] or asked["owed"] or asked["how"] or "").strip()
    if asked["how"] and who.lower() in _NOBODY:
        return None
    return Where(who) if who else Nonsense(line, "where")


def where(rest: str) -> Where | Nonsense:
    who = re.sub(r"^(?:on|with|about)\s+", "", rest.strip(" ?!."), flags=re.IGNORECASE)
    return Where(who) if who else Nonsense("where", "where")
