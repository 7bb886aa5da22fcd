"""The question the product is for, in the ways people put it: where are we, what do we owe, how is it going."""

import re

from bot.commands.deals import About, Where, WhoCanSee, Why
from bot.commands.lists import from_line
from bot.commands.nonsense import Nonsense
from bot.reading.typed.periods import is_period

_WHERE = re.compile(
    r"^(?:so,?\s+)?(?:where (?:(?:are|do|were|r) )?we (?:now |sit |stand |right now |at (?=on\b|with\b|w\b|re\b))*(?:(?:on|with|at|about|re|w)?\b|w/)[/:\s]*(?P<who>.*?)"
    r"|(?:where(?: is|['’]?s) )?(?P<team>(?:my|the|our) team)(?: at)?|how(?:(?: is|['’]?s) it going with| are things with| is|['’]?s| are| goes) (?P<how>.+?)(?: doing| going| today)?)[?\s.!]*$",
    re.IGNORECASE,
)
_WHERE_ALONE = re.compile(
    r"^(?:so,?\s+)?where (?:(?:are|do|were|r) )?we(?: (?:now|sit|stand|right now|at))*[?\s.!]*$", re.IGNORECASE
)
_WERE = re.compile(r"^(?:so,?\s+)?where\s+were\b", re.IGNORECASE)
_ON_WEEKDAY = re.compile(
    r"\s+on\s+(?P<day>(?:mon|tue|wed|thu|fri|sat|sun)(?:s|rs|nes|ur)?(?:day)?)$", re.IGNORECASE
)  # "where were we on Acme on Friday?" is about the last one
_OWN_TEAM = re.compile(r"(?:(?:my|our|the)\s+)?team", re.IGNORECASE)
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


_HAPPENED = re.compile(
    r"^(?:(?:so|and|hey|ok)[\s,]+)?(?:where (?:are|were|do|did) we (?:stand |now )?|how (?:was|is|did) (?=(?:this|last)\b)"
    r"|(?:what(?:['’]?s| has| is| was)?|(?:is there |has )?anything) (?:changed|happened|moved|slipped|slipping|advanced|got decided|was decided|been going on|new)\b ?)"
    r"(?:(?:in|over|during|for|on) )?(?P<when>.*?)(?: go| going| been)?[?\s.!]*$",
    re.IGNORECASE,
)
_ANY_NEWS = re.compile(
    r"^(?:(?:so|and|hey|ok)[\s,]+)?(?:(?:is there |(?:do|have) (?:we|i|you) (?:have |got )?)?(?:any|some) (?:(?:good|bad|big|more|new|other|sad|nasty) )*(?:news|surprises|developments))"
    r"(?: (?:today|lately|recently|for me|from the team|out there))?[?\s.!]*$",
    re.IGNORECASE,
)
_LATELY = "last 7 days"  # "this week" is empty on its Monday
_IN_STAGE = re.compile(
    r"^(?:(?:so|and|hey|ok)[\s,]+)?(?:where (?:are|do) we (?:stand |now )?(?:in|at stage) (?:the )?(?P<where>.+?)"
    r"|what(?:['’]?s| is) (?:still |now )?(?:in|at stage) (?:the )?(?P<what>.+?)"
    r"|(?:what|which) deals (?:are|do we have) (?:still |now )?(?:in|at stage) (?:the )?(?P<deals>.+?))(?: stage)?[?\s.!]*$",
    re.IGNORECASE,
)
_NO_STAGE = frozenset({"it", "that", "there", "this", "here", "my list", "digest", "list", "way", "general"})


# Behind a question, or small and in front of a name: "Acme CC" may be called so.
_COPIED = r"(?:cc|c\.c\.|cc['’]?ing|fyi|copying)"
_COPIES = re.compile(
    rf"(?:\?[\s,;.()/+–—-]*(?i:{_COPIED})\b|[\s,;(][/+(–—-]?\s?{_COPIED}:?\s?(?=@|[A-ZÀ-Þ]))[^?]*\??\s*$|\?[\s,;(–—-]*(?:@|\+\s?(?=[@A-ZÀ-Þ]))[^?]*$"
)


def without_copies(line: str) -> str:
    """A question without those whom it only wants to read along: "where are we on Acme? cc @Tom"."""
    found = _COPIES.search(line)
    return line[: found.start()].rstrip() + "?" if found and line[: found.start()].strip() else line


def asked_where(line: str) -> Where | WhoCanSee | Nonsense | None:
    """ "where are we on Acme?", "status of Acme", "who has the Acme deal?" in any of their usual forms."""
    whose, status = _WHOSE.match(line) if _HAS.match(line) else None, _STATUS.match(line)
    if whose and not _OWN_TEAM.fullmatch(who := (whose["who"] or whose["whose"]).strip()):
        return WhoCanSee(who)
    if status:
        return Where(status["who"].strip(), question=line)
    several = _about_several(line)
    if several:
        return several
    if _WHERE_ALONE.match(line):
        return Nonsense(line, "where")
    asked = _WHERE.match(line)
    if asked is None:
        return None
    who = (asked["who"] or asked["team"] or asked["how"] or "").strip()
    if asked["how"] and who.lower() in _NOBODY:
        return None
    who = _ON_WEEKDAY.sub(r" last \g<day>", who) if _WERE.match(line) else who
    return Where(who, question=line) if who else Nonsense(line, "where")


def _about_several(line: str) -> Where | None:
    """ "What changed this week?", "where are we in proposal", "what's in negotiation"."""
    if _ANY_NEWS.match(line):
        return Where(_LATELY, about=About.period)
    happened, inside = _HAPPENED.match(line), _IN_STAGE.match(line)
    period = (happened["when"] or "this week") if happened else ""
    if period and is_period(period):
        return Where(period, about=About.period)
    if inside is None:
        return None
    name = (inside["where"] or inside["what"] or inside["deals"]).strip()
    if is_period(name):
        return Where(name, about=About.period)
    return Where(name, about=About.stage) if name.casefold() not in _NO_STAGE else None


_ALL_OF = re.compile(r"\s*all\s+(?=(?:(?:rep|stage|period)\s+\S|team$))", re.IGNORECASE)


def where(rest: str) -> Where | Nonsense:
    """`where rep 3`, `where all stage Proposal from 31` and `where period last week` are what buttons type."""
    rest = without_copies(rest)
    told, first = from_line(rest)
    everything = _ALL_OF.match(told)
    about, _, name = told[everything.end() if everything else 0 :].partition(" ")
    if about.lower() in {About.rep, About.stage, About.period} and name:
        who, when = _in_a_time(name) if about.lower() == About.rep else (name, "")
        return Where(who.strip(), about=About(about.lower()), everything=bool(everything), first=first, when=when)
    if everything or (first > 1 and _OWN_TEAM.fullmatch(told)):
        return Where("my team", everything=bool(everything), first=first)
    who = re.sub(r"^(?:on|with|about)\s+", "", rest.strip(" ?!."), flags=re.IGNORECASE)
    return Where(who) if who else Nonsense("where", "where")


def _in_a_time(name: str) -> tuple[str, str]:
    """ "3 last week": whose, and when."""
    who, _, when = name.partition(" ")
    return (who, when) if is_period(when) else (name, "")


_NOT = r"(?:\s+not|n['’]?t)?"
_REACH = r"(?:call|ring|phone|contact|email|chase|see|speak\s+(?:to|with)|talk\s+(?:to|with))"
_BEFORE = re.compile(
    rf"^(?:(?:(?:is|are|was){_NOT}|not|(?:do|should|must|can|ca){_NOT}\s+i{_NOT}\s+(?:have\s+to\s+)?(?:{_REACH}|see)|{_REACH}|just|only|the|deal|it['’]?s)\s+)+",
    re.IGNORECASE,
)
_LIST = r"(?:(?:my|the|our|today['’]?s|\w+['’]s)\s+)?(?:morning\s+)?(?:list|plate|agenda|digest|followups)"
_AFTER = re.compile(
    rf"(?:^|\s+)(?:not|yet|still|even|again|already|back|now|today|late|overdue|this\s+morning|tomorrow|here|there|due|shown|listed|asleep|missing|gone|up|deal|please|(?:on|in|off|from)\s+{_LIST})$",
    re.IGNORECASE,
)
_SO_WHY = re.compile(r"^(?:(?:so|and|but|hey|ok|okay|hm+|hi)[\s,]+)+why\b(?:['’]?s\b)?(?P<rest>.*)$", re.IGNORECASE)
_LONGEST = 60  # characters of a name
_ABOUT_LAST = frozenset(
    {"", "it", "this", "that", "so", "this one", "that one", "her", "him", "them", "they", "she", "he"}
)
_OTHER_WHY = re.compile(
    r"^(?:did|does|would|will|has|have|had|could|may|might|you|we|i|are\s+you|are\s+we|am\s+i|what|when|how|who)\b",
    re.IGNORECASE,
)


def why(rest: str) -> Why | Nonsense:
    """ "why Acme", "why is Acme on my list?", "why isn't Acme due?", "why not today?" of the deal named last."""
    asked = without_copies(rest).strip(" ?!.,")
    if _OTHER_WHY.match(asked):  # "why did Acme say no?" asks for something else
        return Nonsense(f"why {rest}")
    while (shorter := _AFTER.sub("", asked)) != asked:
        asked = shorter
    who = _BEFORE.sub("", f"{asked} ").strip(" ?!.,")
    if len(who) > _LONGEST:
        return Nonsense(f"why {rest}")
    return Why("" if who.casefold() in _ABOUT_LAST else who)


def asked_why(line: str) -> Why | None:
    """ "So why is Acme on my list?"; a line that begins with "why" is a command anyway."""
    asked = _SO_WHY.match(line)
    found = why(asked["rest"]) if asked else None
    return found if isinstance(found, Why) else None
