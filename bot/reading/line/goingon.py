"""An elliptical clause goes on with whoever the one before was about, or answers what they asked for.

Behind a comma what somebody got is theirs to use ("got the swatches, trying them on Tue"); a new sentence behind what they
ask is what we do about it ("“send me something”. one pager out by eod"). By form and by exclusion; else it is left unread.
"""

import re

from bot.model import Side
from bot.phrases import base_verb
from bot.reading.calendar.datewords import DateReading
from bot.reading.grammar.openclause import MAKER, act_in
from bot.reading.grammar.theirthings import is_theirs
from bot.reading.line.openly import is_ours_alone
from bot.reading.promises.bygrammar import is_handed_over
from bot.reading.promises.whose import HAPPENS
from bot.reading.steps.meetings import TALKS
from bot.reading.words.bounds import ends_with_day
from bot.reading.words.openverbs import OBJECT, is_act, undoes

# What came into their hands; what we say, ask or give does not.
_GOT = re.compile(
    r"^(?:(?!(?:i|we|not|never|no|our|my)\b)[\w'’.]+\s+){0,3}?(?:(?:has|have|just|already|finally|now)\s+)*(?:has|have|got|gets|received|picked\s+up|opened|unpacked|downloaded|found|took|collected)\s+(?!(?:to|been|back|no|not|nothing|until|till?|off|sick|over|up|out|\w+ed$)\b)\S",
    re.IGNORECASE,
)
# Others' bids are weighed, and who answers their questions is not told.
_OF_OTHERS = re.compile(
    r"\b(?:bids|offers|proposals|rivals?|competitors?|other|another|wrong|broken|elsewhere|job|promo|promotion|budget|money|funding|week|day|time|off|keys?|buyer|flu|cold|kids?|puppy|dog|house|car|lease|raise|questions|q['’]?s|(?:quote|price|sample|unit)s?\s+from\s+(?!us\b|me\b|our\b|legal\b|finance\b|procurement\b|her\b|his\b|their\b)\w+)\b",
    re.IGNORECASE,
)
_DOING = re.compile(
    r"(?:(?:and|now|then|also)\s+)*(?P<doing>(?:[a-z]{1,12}-)?[a-z]{2,}ing)(?P<rest>\s+\S.*)$", re.IGNORECASE
)
_IT = r"(?:it|them|those|these|this|that|both|one|all(?:\s+of\s+(?:it|them))?)"
_WITH_IT = re.compile(rf"\s+(?:(?:thru|through|into|on|over)\s+)?{_IT}(?:\s|$)", re.IGNORECASE)
_WITH_THEIRS = re.compile(r"\s+(?:her|his|their)\s+own\s+\w", re.IGNORECASE)
_THRU = re.compile(r"\bthru\b", re.IGNORECASE)  # alone it says until when
_FOR_US = re.compile(
    r"\b(?:my|our|her|him|to\s+them)$|\b(?:my|our)\s|\s(?:her|him)(?:\s+(?:the|an?)\b|$)", re.IGNORECASE
)
# Whom one speaks with is a person.
_REACHING = re.compile(
    r"(?:call|ring|phon|ping|nudg|chas|bump|text|e?-?mail|messag|follow|meet|see|visit|tell|ask|let|brief|bill|invoic|quot|send|re-|credit|refund|swap|replac|fix|mend|repair|correct|start|kick|clos|spend|sell|open|launch|leav)", re.IGNORECASE
)  # fmt: skip
# Brought to its end: what is theirs to look at goes on, what they wait for gets done.
_DONE = re.compile(
    rf"\s+{_IT}\s+(?:in|up|out|off|over|down|together|done|ready|sorted|fixed|filled|sent|back)$", re.IGNORECASE
)
_ASKS = re.compile(
    r"\b(?:me|us|first\s+or|or\s+(?:we|i)\b|i\s+need|we\s+need|(?:need|want|like)s?\s+(?:an?|the|it|some|more|your|to\s+see)|asks?\s+for|asked\s+for|needs|wants|wanted|prove|show|send|put|write|mail)\b",
    re.IGNORECASE,
)
# Asked about something, it is we who answer.
_AN_ANSWER = re.compile(
    r"(?:(?:an?|the|our|my|full|written|short|quick)\s+)*(?:answers?|repl(?:y|ies)|response)(?:\s+due)?", re.IGNORECASE
)
_QUESTION = re.compile(
    r"\b(?:ask(?:s|ed)\s+(?:about|how|if|whether|what|when|where|why)|(?:has|had|sent|e-?mailed)\s+(?:\S+\s+){0,3}?(?:questions?|q['’]?s|rf[ipq]))\b|\?",
    re.IGNORECASE,
)
_ASKS_ABROAD = re.compile(
    r"\b(?:schick|senden?|brauche?|stuur|envoy|mand[ai]|invi[ai]|skicka|mejla)\w*\b", re.IGNORECASE
)
_MOVES = r"(?:(?:is|are)\s+)?(?:(?:goes|going|go)(?:\s+(?:out|off|over))?|ships|shipping|follows?|coming|lands?|on\s+(?:its|the)\s+way|in\s+the\s+(?:post|mail)|(?:hits?|in|lands\s+in)\s+(?:her|his|their)\s+inbox)(?:\s+(?:with|w/|to)\s+(?:her|him|them))?"
_THING_GOES = re.compile(
    rf"(?P<thing>(?:(?:the|our|my|an?|one|two|three|best|new|first|final|revised|written)\s+)*(?-i:[a-z])[\w'’&/-]*(?:\s+(?!{_MOVES}\s*$)[\w'’&/-]+){{0,2}}?)\s+{_MOVES}$",
    re.IGNORECASE,
)
_UNTIL = re.compile(r"(?:un)?till?\b", re.IGNORECASE)
_IT_GOES = re.compile(rf"(?:(?:it|that)(?:['’]s|\s+is)?\s+)?{_MOVES}$", re.IGNORECASE)
_NOT_A_PARCEL = re.compile(
    rf"\b(?:{TALKS}|crews?|trucks?|team|budget|money|cash|rent|payroll|lease|baby|kids?|flight|taxes|filing|renewal|he|she|they|i|we|who|nobody|nothing|price|prices|says?|said|is|are|was|were|not|no|her|his|their|rivals?|competitors?)\b|['’]s\s|^{MAKER}s?\b",
    re.IGNORECASE,
)
_BUYS = frozenset(
    "approve sign decide pay buy order own control use drive run cover turn move work follow replace".split()
)  # who does so, not when
_ALONG = re.compile(r"\s+(?:up|out|in|over|along|together)\s", re.IGNORECASE)  # "rounds up the welders"
_THERE = re.compile(r"\b(?:there|then)$", re.IGNORECASE)


def on_that_day(clause: str, day: DateReading | None) -> str:
    """ "brings the fleet list" right behind a day that was agreed: on it."""
    if day is None or day.on is None:
        return ""
    act = act_in(clause)
    if not act or act.who or act.side is not Side.theirs or not act.is_unread or undoes(act.verb + act.rest):
        return ""
    is_to_bring = base_verb(act.verb) == act.verb or _ALONG.match(act.rest) or _THERE.search(act.rest)
    if not is_to_bring or (act.verb in _BUYS and not _THERE.search(act.rest)) or not OBJECT.match(act.rest):
        return ""
    return f"they will {act.verb}{act.rest} on {day.on.day} {day.on:%B} {day.on.year}"


def with_what_they_got(clause: str, day: DateReading, before: str) -> str:
    """Behind a comma: what they do with what they got, as the clause before it tells."""
    found = _DOING.fullmatch(clause[: day.start].strip()) if ends_with_day(clause, day.end) else None
    doing, rest = (found["doing"].lower(), found["rest"]) if found else ("", "")
    if (
        not found
        or not _GOT.match(before)
        or _OF_OTHERS.search(before)
        or _REACHING.match(doing)
        or not (is_act(doing, rest) or doing == "trying")
    ):
        return ""
    is_with_it = _WITH_IT.match(rest) or _WITH_THEIRS.match(rest)
    if not is_with_it or _FOR_US.search(rest) or day.not_before or day.first_on:
        return ""
    plain = base_verb(doing)
    return f"they {f'will {plain}' if plain else f'are {doing}'}{_THRU.sub('through', rest)} {clause[day.start :]}"


# "2 lamps died. swapping both out Tue": what went wrong with ours.
_MENDS = re.compile(rf"(?:swap|fix|mend|repair|correct|credit|refund|resend|reship|redo|rerun|recut|reprint)(?:p?ing)\s+(?:out\s+|up\s+)?{_IT}(?:\s+(?:three|four|two|out|up|over))*", re.IGNORECASE)  # fmt: skip


def mends_it(clause: str, day: DateReading) -> str:
    """Behind what was told of it; alone it may be anybody who mends something."""
    return f"I am {clause}" if _MENDS.fullmatch(clause[: day.start].strip(" ,")) else ""


def asks_about(told: str) -> bool:
    """ "asked how long it lasts", "sent 8 q's": somebody is owed an answer."""
    return bool(_QUESTION.search(told))


def as_an_answer(clause: str, day: DateReading, before: str, *, asked: bool) -> str:
    """A new sentence behind what they ask: what we do about it, or the thing that goes to them."""
    if (
        _GOT.match(before)
        or _UNTIL.match(day.text)
        or not ends_with_day(clause, day.end)
        or day.not_before
        or day.first_on
    ):
        return ""
    bare, when = clause[: day.start].strip(" ,"), clause[day.start :].strip()
    if day.text.lower().startswith("due "):
        bare, when = f"{bare} due", when[len("due ") :]
    if asked and _AN_ANSWER.fullmatch(bare):
        return f"I will send {bare.removesuffix(' due')} {when}"
    if not any(one.search(before) for one in (_ASKS, _ASKS_ABROAD)):
        return ""
    found = _DOING.fullmatch(bare)
    if found:
        is_done = _DONE.fullmatch(found["rest"]) or (day.by and re.fullmatch(rf"\s+{_IT}", found["rest"]))
        is_ours = is_done and is_ours_alone(found["doing"].lower(), found["rest"])
        return f"I am {bare} {when}" if is_ours else ""
    if _IT_GOES.fullmatch(bare) and _ASKS_ABROAD.search(before):
        return f"I will send it {when}"
    goes = _THING_GOES.fullmatch(bare)
    thing = goes["thing"] if goes else ""
    is_parcel = thing and not (_NOT_A_PARCEL.search(bare) or HAPPENS.search(thing) or is_theirs(thing))
    if not is_parcel or not is_handed_over(thing) or base_verb(thing.split()[0]) not in {None, thing.split()[0]}:
        return ""
    return f"I will send {thing} {when}"
