"""The question the product is for, in the ways people put it: where are we, what do we owe, how is it going."""

import re

from bot.commands.deals import Where, WhoCanSee
from bot.commands.nonsense import Nonsense

_WHERE = re.compile(
    r"^(?:so,?\s+)?(?:where (?:are|do|were) we (?:now |sit |stand |right now )*(?:on|with|at|about|re)?\b[:\s]*(?P<who>.*?)"
    r"|what (?:do|did) (?:i|we) (?:owe|promise)(?: to)? (?P<owed>.+?)"
    r"|(?:where(?: is|['’]?s) )?(?P<team>(?:my|the|our) team)(?: at)?|how (?:is|are|goes|are things with|is it going with) (?P<how>.+?)(?: doing| going| today)?)[?\s.!]*$",
    re.IGNORECASE,
)
_NOBODY = frozenset({"you", "it", "things", "life", "everything", "we", "i"})


_WHOSE = re.compile(
    r"^who(?:['’]s| is| has| owns|['’]s got| has got| does)?(?: (?:has|owns|got|doing|working on|on|looking after))? (?:the |our )?(?P<who>.+?)(?: (?P<deal>deal|account)s?)?[?\s.!]*$"
    r"|^whose (?:is |deal is )?(?:the )?(?P<whose>.+?)(?: (?:deal|account))?(?: is (?:it|that))?[?\s.!]*$",
    re.IGNORECASE,
)
_HAS = re.compile(
    r"^(?:whose\b|who(?:['’]s got| has| has got| owns|['’]s on| is on| is doing| is working on| looks after| is looking after)\b)",
    re.IGNORECASE,
)
_STATUS = re.compile(
    r"^(?:(?:so|and|hey|ok)[\s,]+)?(?:(?:what(?:['’]?s| is) the )?(?:latest|status|state|update)(?: of| on| for| with| at)|(?:any )?(?:news|updates?)(?: of| on| about| from| with)"
    r"|what(?:['’]?s| is) (?:up|new|happening|going on) (?:with|at)) (?:the )?(?P<who>.+?)(?: (?:deal|account))?[?\s.!]*$",
    re.IGNORECASE,
)


def asked_where(line: str) -> Where | WhoCanSee | Nonsense | None:
    """ "where are we on Acme?", "status of Acme", "who has the Acme deal?" in any of their usual forms."""
    whose, status = _WHOSE.match(line) if _HAS.match(line) else None, _STATUS.match(line)
    if whose:
        return WhoCanSee((whose["who"] or whose["whose"]).strip())
    if status:
        return Where(status["who"].strip())
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
