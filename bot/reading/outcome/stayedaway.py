"""They were awaited, at an hour or for what takes two, and did not come. Where nothing was agreed it is only nobody there."""

import re
from collections.abc import Sequence
from functools import lru_cache

from bot.reading.words.bounds import CLAUSES_KEPT
from bot.reading.words.speech import NAME

_HOUR = r"(?:(?:at|@|for)\s*(?:noon|midday|\d{1,2}(?:[:.]\d\d)?)|\d{1,2}(?:[:.]\d\d)?\s?[ap]\.?m|\d{1,2}[:.]\d\d|noon)(?![\w/%])"
_KIND = r"(?:demo|meeting|mtg|zoom|teams|webinar|walk-?\s?thr(?:ough|u)|visit|survey|tour|session|workshop|lunch|coffee|breakfast|slot|appointment|appt|presentation|kick-?off|review|call)"
# "walkthrough at 1", "10 am demo w/ Olu"; whom we rang at ten was not awaited.
_AT_AN_HOUR = re.compile(
    rf"\b{_KIND}\b.*(?<!\w){_HOUR}|(?<!\w){_HOUR}.*\b{_KIND}\b|(?<!\w){_HOUR}\s+(?:w/|with\b)", re.IGNORECASE
)
_WE_RANG = re.compile(r"\b(?:rang|called|calling|phoned|tried|dialled|dialed|cold|quick|good|great)\b", re.IGNORECASE)
_OTHER_DAY = re.compile(
    r"\b(?:mon|tues?|weds?|thu(?:rs?)?|fri|sat|sun)(?:day|nesday|sday|rsday|urday)?\b|\b(?:tomorrow|tmrw|next)\b|\d/\d",
    re.IGNORECASE,
)  # of a day that may be to come nobody is missed
_WITH_WHOM = re.compile(rf"(?:\b(?:with|and)\s|\bw/|[&+])\s*({NAME})")
_MAY_MISS = re.compile(
    r"\b(?:no[\s-]?show\w*|never|did\s?n['’]?t|not|bail|flak|ghost|forgot|skipp|miss|out|away|off|blew|stood)",
    re.IGNORECASE,
)
_NAMED_FIRST = re.compile(rf"(?:(?:and|but|so|then)\s+)*(?P<who>{NAME})\s")
_WAS_TO = re.compile(
    rf"^(?:(?:and|but|so)\s+)*(?:(?:i|we|she|he|they|{NAME})\s+)?(?:was|were)\s+(?:to\s+(?:meet|join|see|dial|come|be|show)|due(?=\s+(?:here|in|on|at|for|to\s+(?:join|meet|come|dial|be))\b)|(?:supposed|meant|booked)\s+(?:to\s+(?:meet|join|see|dial|come|be|show)|for|at)|expect(?:ed|ing)\b)"
    r"|^(?:(?:i|we|and|but|so|just)\s+)*(?:sat|waited|stood|hung\s+around)\b(?!\s+on\s+hold)(?=.*\b(?:\d+\s*(?:min(?:ute)?s?|h(?:ou)?rs?)|hour|minutes)\b)",
    re.IGNORECASE,
)
_AGREED = re.compile(
    rf"\b(?:had|our|booked|scheduled|agreed|set\s+up)\s+(?:an?\s+|for\s+)?(?:[\w-]+\s+){{0,2}}?{_KIND}\b", re.IGNORECASE
)
_ANYBODY = r"(?:him|her|them|any(?:one|body)|a\s+soul|(?-i:[A-Z])[\w'’-]+)"
_NOBODY = r"(?:nobody|no\s?-?one|not\s+a\s+soul|none\s+of\s+them)"
_NOT_THERE = re.compile(
    rf"(?:^|:\s+)(?:(?:and|but|so|then|in\s+the\s+end)\s+)*(?:no\s+(?:sign|trace|sight)\s+of\s+{_ANYBODY}(?=\s*$|\s+(?:there|anywhere|at|on|in|again)\b)"
    rf"|{_NOBODY}\s+(?:was\s+|were\s+)?(?:there|around|in|on\s+(?:it|the\s+(?:line|call))|at\s+the\s+(?:gate|door|site|place|desk|stand|counter)|came(?:\s+(?:out|down|to\s+the\s+(?:door|gate)))?|let\s+(?:me|us)\s+in|(?:on|from)\s+(?:their|the\s+other)\s+(?:side|end))(?=\s*$|\s+(?:at\s+all|again|today)\b)"
    rf"|(?:(?:she|he|they|(?P<who>{NAME}))\s+)?(?:(?:just|simply|then|clean|has|had|totally)\s+)*(?:bailed(?:\s+on\s+(?:me|us|it))?|flaked(?:\s+out)?(?:\s+on\s+(?:me|us))?|ghosted|forgot(?:\s+(?:all\s+)?about\s+(?:it|me|us))?|skipped\s+it|missed\s+it|was(?:\s+a)?\s+no[\s-]show|(?:wasn['’]?t|(?:was\s+|is\s+)?not)\s+(?:there|in|on|around)|(?:was|is)\s+(?:off[\s-]?site|out|away|gone|elsewhere)|nowhere\s+to\s+be\s+(?:seen|found)|blew\s+(?:me|us|it)\s+off|stood\s+(?:me|us)\s+up|(?:never|did\s?n['’]?t)\s+(?:turn(?:ed)?|show(?:ed)?|ma[dk]e\s+it|c[ao]me|dial(?:l?ed)?|join(?:ed)?|log(?:ged)?)(?:\s+(?:up|in|on|out|down|over))?)(?=\s*$|\s+(?:again|today|altogether)\b)"
    r"|(?:crickets|(?:radio\s+|dead\s+)?silence)(?=\s*$|\s+(?:on|from|at)\s+(?:their|his|her|the\s+other)\b)|(?P<shut>(?:(?:the|their)\s+)?(?:yard|gate|gates|shop|door|doors|office|place|site|building|plant)\s+(?:(?:was|were|all)\s+)*(?:locked|closed|shut|dark)(?:\s+up)?(?=\s*$))"
    r"|(?:(?:the|an?)\s+)?(?:empty|deserted)\s+(?:room|line|call|lobby|office|bridge|zoom|screen)\b|(?:room|line|call|lobby|bridge|zoom)\s+(?:(?:was|stayed)\s+)?empty\b|zero\s+attendees|(?:(?:i|we)\s+)?(?:waited|sat|hung\s+around)\b[^,;]{0,40}?\b(?:alone|in\s+vain|for\s+nothing|and\s+(?:left|gave\s+up|hung\s+up|logged\s+off|drove\s+(?:off|home|back))))",
    re.IGNORECASE,
)
_MEAL = re.compile(r"\b(?:lunch|coffee|breakfast)\b", re.IGNORECASE)  # held elsewhere, where their door is shut
_CLOSE = 3  # clauses


@lru_cache(maxsize=CLAUSES_KEPT)
def was_to_come(clause: str) -> bool:
    """Whether somebody was to come: an agreed hour, or told as what was to be."""
    if _WAS_TO.match(clause):
        return True
    is_agreed = _AT_AN_HOUR.search(clause) or _AGREED.search(clause)
    return bool(is_agreed) and not (_WE_RANG.search(clause) or _OTHER_DAY.search(clause))


def is_not_there(clause: str) -> bool:
    """Only of whom we awaited it tells that they stayed away."""
    return bool(_NOT_THERE.search(clause))


def stayed_away(clauses: Sequence[str]) -> int | None:
    """Which clause tells it: "walkthrough at 1, no sign of him", in the one that tells who was awaited or close behind it."""
    awaited = next((at for at, clause in enumerate(clauses) if was_to_come(clause)), len(clauses))
    behind = range(awaited, min(awaited + _CLOSE, len(clauses)))
    return next((at for at in behind if _is_missed(clauses[at], clauses[awaited])), None)


def _is_missed(clause: str, awaited: str) -> bool:
    """Somebody else than we awaited is away, or a door is shut that we do not eat behind: nobody is missed."""
    found = _NOT_THERE.search(clause)
    if found is None or (found["shut"] and _MEAL.search(awaited)):
        return False
    return not found["who"] or not _came_without(found["who"], awaited)


def has_missing(clauses: Sequence[str]) -> bool:
    """Whether somebody was not there, whoever it was: what they were to come to is over."""
    return stayed_away(clauses) is not None or any(was_another(clause, clauses) for clause in clauses)


def was_another(clause: str, clauses: Sequence[str]) -> bool:
    """ "zoom at 10 with Dana, Tom never joined": with Dana it took place."""
    found = _NAMED_FIRST.match(clause) if _MAY_MISS.search(clause) else None
    awaited = next(filter(was_to_come, clauses), "") if found else ""
    return bool(found and awaited and awaited != clause) and _came_without(found["who"] if found else "", awaited)


def _came_without(who: str, awaited: str) -> bool:
    """Somebody else was awaited too, or alone."""
    others = _WITH_WHOM.findall(awaited)
    return any(who.split(maxsplit=1)[0] not in other.split() for other in others)
