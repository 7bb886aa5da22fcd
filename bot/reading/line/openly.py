"""A dated clause that nothing else has read: whoever acts on something in it is bound to it, whatever the verb.

Open words, closed exceptions: what is no act, or happens to nobody's thing, stays a note. Each rule gives the sentence that was meant.
"""

import re
from functools import partial

from bot.model import Side
from bot.phrases import base_verb
from bot.reading.calendar.datewords import DateReading
from bot.reading.grammar.agents import ROLES
from bot.reading.grammar.clauses import clause_of
from bot.reading.grammar.openclause import act_in, is_of_own_life
from bot.reading.grammar.ourthings import is_thing
from bot.reading.grammar.theirthings import is_theirs
from bot.reading.promises.bygrammar import is_handed_over
from bot.reading.promises.whose import HAPPENS
from bot.reading.steps.meetings import TALKS
from bot.reading.words.bounds import ends_with_day
from bot.reading.words.kin import KIN
from bot.reading.words.leads import AND_ALSO
from bot.reading.words.openverbs import is_act
from bot.reading.words.speech import NAME

_THING = r"(?!(?:i|we|she|he|they|it|this|that|who|nothing|nobody|no|not|call|ring)\b)[\w'’&/.+-]+(?:\s+(?!(?:is|are|was|were|will|has|have|i|we|she|he|they)\b)[\w'’&/.+-]+){0,4}?"
_DET = (
    r"(?:the|an?|our|my|his|her|their|its|that|these|those|this|all|both|some|two|three|four|five|six|\d+|last|final)"
)
_UNTIL = re.compile(r"\s*(?:un)?till?\b|\s*(?:thru|through)\b", re.IGNORECASE)  # how long it is so
_NAMED_FOR = re.compile(rf"^(?P<who>{NAME})\s*[:=]\s*(?P<thing>[a-z][\w'’/&-]*(?:\s+[\w'’/&.-]+){{0,3}})$")
_ON_WHOM = re.compile(
    rf"{AND_ALSO}(?P<thing>{_THING})(?:['’]s|\s+is|\s+are)?\s+on\s+(?:(?P<us>me|us)|her|him|them)$", re.IGNORECASE
)
_OURS_IS = re.compile(
    rf"{AND_ALSO}(?:(?:ours|mine)\s*(?:is|are|=|:)\s*(?P<ours>{_THING})|(?P<yours>{_THING})(?:['’]s|\s+is|\s+are|\s+r)\s+(?:ours|mine|me|us|on\s+(?:me|us)))$",
    re.IGNORECASE,
)
_THEIRS_IS = re.compile(
    rf"{AND_ALSO}(?:(?:hers|his|theirs)\s*(?:is|are|=|:)\s*(?P<theirs>{_THING})|(?P<thing>{_THING})(?:['’]s|\s+is|\s+are)\s+(?:hers|his|theirs|on\s+(?:her|him|them)))$",
    re.IGNORECASE,
)
_FROM_TO = re.compile(
    rf"^(?:(?P<us>me|us|i|we)\s+(?:to|→|->|>)\s+(?:her|him|them|{NAME})|(?:her|him|them)\s+(?:to|→|->|>)\s+(?:me|us))\s*[:=-]\s*(?P<thing>\S.*)$",
    re.IGNORECASE,
)
_OUR_THING = re.compile(
    rf"{AND_ALSO}(?:our|my)\s+(?P<thing>[a-z][\w'’/&-]*(?:\s+[\w'’/&.-]+){{0,3}}?)(?:\s+(?:to|with|for)\s+(?:her|him|them|{NAME}))?$",
    re.IGNORECASE,
)
_NO_THING = re.compile(
    rf"\b(?:{TALKS}|ends?|expires?|closes?|closed|shuts?|holds?|starts?|begins?|opens?|opened|stands?|runs?|off|out|away|over|up|late|due|full|free|gone|live|valid|good|is|are|was|were|be|has|have|had|not|no|will|would|can|could|freeze|booth|deadline|quota|cut-?off|holiday|inventory|ceo|cfo|boss|rate|rates|valuation|anniversary|flight|train|plane|trip|birthday|party|lapses|lands|goes|rises?|drops|jumps|departs|arrives|leaves|returns|resets|changes|moves|kicks|turns|meets|sits|visits|retires|rolls|quits|met|saw|[a-z]+ed|the|an?|us|me|it|his|her|their|them)\b",
    re.IGNORECASE,
)
_BOTH_GIVE = re.compile(
    r"(?:comments|feedback|answers?|red-?lines?|mark-?ups?|requirements|sign[\s-]?off\s+sheet)$", re.IGNORECASE
)
_TOLD_THEM = re.compile(
    rf"{AND_ALSO}(?:(?:i|we)\s+)?(?:told|promised|assured|let)\s+(?:her|him|them|{NAME})\s+(?:know\s+)?(?:that\s+)?(?P<thing>(?:(?:the|our|my|an?)\s+)?{_THING})(?:\s*['’](?:s|d\s+be|ll\s+be|ll)|\s+(?:is|are|will|would|comes?|goes|lands?|follows?|should))(?:\s+(?:be|on|its|their|the|way|coming|going|with|in|from|me|us|him|her|them|out|over|there|ready|done|sent|inbox|hands|desk|his|follow|come|land|go))*$",
    re.IGNORECASE,
)
_FROM_THEM = re.compile(
    r"^from\s+(?:her|him|them|their\s+(?:side|end))[\s,:]+(?:comes?\s+)?(?P<thing>\S.*)$", re.IGNORECASE
)
_STARTS = re.compile(r"(?:i|we|she|he|they|it|next|call|cb|ring|try|no|not|back|will)\b", re.IGNORECASE)
_LISTED = re.compile(
    r"^(?:and\s+)?(?P<thing>(?:the\s+|an?\s+|my\s+|our\s+)?[a-z][\w/&-]*(?:\s+[\w/&-]+){0,3}?)$", re.IGNORECASE
)


def openly(bare: str, when: str, *, is_soon: bool = False) -> str:
    """The sentence that was meant; empty where nobody acts. `is_soon`: it is a day of the next weeks."""
    rules = (_told_them, _whose, _has, _acts, partial(_going, is_soon=is_soon), _our_thing)
    return next((meant for rule in rules if (meant := rule(bare, when))), "")


def in_list(clause: str, last: DateReading, *, ours: bool) -> str:
    """ "on me: drawings today, thermal lab booked by Tue": what stands behind the first is of the same side."""
    bare, when = clause[: last.start].strip(" ,."), clause[last.start :].strip()
    found = _LISTED.match(bare) if ends_with_day(clause, last.end) else None
    words = found["thing"].split() if found else []
    is_act = len(words) > 1 and words[0].lower().endswith("s") and base_verb(words[0]) not in {None, words[0].lower()}
    if (
        not words
        or is_act
        or _STARTS.match(bare)
        or HAPPENS.search(bare)
        or re.search(rf"\b{TALKS}$", bare, re.IGNORECASE)
    ):
        return ""
    return f"{'I' if ours else 'they'} will have {bare} {when}"


# "has the last invoices out", "has sign-off by Fri": it is so by then, and for us where we are named.
_HAS = re.compile(
    rf"{AND_ALSO}(?:(?P<us>(?:i|we)|(?:our|my)\s+(?P<our>[a-z]+(?:\s+[a-z]+)?))|she|he|they|{NAME}|(?:the|their|her|his)\s+[a-z]+|{ROLES})(?:['’]ll\s+have|['’](?:s|ve)\s+got|\s+(?:will\s+have|has|have)(?:\s+got)?)\s+(?P<thing>(?!(?:to|until|till?|us|me|been|had|no|not|nothing|never|a\s+lot|plenty|enough)\b)\S.*)$",
    re.IGNORECASE,
)
_IS_SO = re.compile(
    r"^\S+(?:\s+\S+){0,5}?\s+(?:out|over|ready|in|back|done|set|up|together|(?!need|indeed|speed)[a-z]{3,}ed|drawn|written|sent|built|made|paid|put|cut)(?:\s+(?:for|to|with|by)\s+(?:me|us|that|it|then))?$",
    re.IGNORECASE,
)
_FOR_ONE = re.compile(r"\s+(?:for|to|with)\s+(?P<us>me|us)$|\s+for\s+(?:her|him|them)$", re.IGNORECASE)
_BY_THEN = re.compile(r"\s*(?:by|within|before|no\s+later|in\s|end\s+of|eo[dwmqy])\b", re.IGNORECASE)


def _has(bare: str, when: str) -> str:
    """ "has test results for us by end of April", "our legal has the Japanese version Mon"."""
    found = None if _UNTIL.match(when) else _HAS.match(bare)
    if not found or re.search(rf"\b{TALKS}\b", found["thing"], re.IGNORECASE):
        return ""
    one = _FOR_ONE.search(found["thing"])
    thing = found["thing"][: one.start()] if one else found["thing"]
    if HAPPENS.search(thing):
        return ""
    return _we_have(found, thing, one, when) if found["us"] else _they_have(found["thing"], thing, one, when)


def _we_have(found: re.Match[str], thing: str, one: re.Match[str] | None, when: str) -> str:
    if not is_handed_over(thing) or (one and one["us"]) or re.fullmatch(KIN, found["our"] or "", re.IGNORECASE):
        return ""
    if found["our"]:
        is_sure = _BY_THEN.match(when) or _THE.match(thing)
        return f"I will have {thing} from our {found['our']}{when}" if is_sure else ""
    return f"I will send {thing}{when}" if one else ""


def _they_have(told: str, thing: str, one: re.Match[str] | None, when: str) -> str:
    """What they have for us, by then, or done; not bids of others, and nobody new."""
    is_for_us = bool(one and one["us"])
    is_ours = not is_for_us and (is_thing(thing) or _NOT_FOR_US.search(thing))
    is_there = is_handed_over(thing) and (is_for_us or (one is None and _BY_THEN.match(when)))
    return f"they will have {told}{when}" if not is_ours and (_IS_SO.match(told) or is_there) else ""


# "has bids from two others", "has a new boss": nobody brings it to us.
_NOT_FOR_US = re.compile(
    rf"\b(?:bids?|offers?|quotes?|inventory|(?:{ROLES})s?|\w{{3,}}(?:or|ist|ian|man|woman|person)s?|others|rivals|competitors|hires?)(?=$|\s+(?:in|from)\b)|\bfrom\s+(?:\w+\s+)?(?:others|rivals|competitors|vendors)$",
    re.IGNORECASE,
)
_THE = re.compile(rf"{_DET}\s", re.IGNORECASE)
_GOING = re.compile(
    rf"{AND_ALSO}(?:(?:now|also|then)\s+)?(?P<doing>(?:[a-z]{{1,12}}-)?[a-z]{{2,}}ing)(?P<rest>\s+\S.*)?$",
    re.IGNORECASE,
)
# What a buyer's house does, what happens, and where one is then; and nouns that end so.
_NOT_OURS = frozenset(
    "signing deciding ordering buying approving paying budgeting hiring recruiting launching moving relocating renewing replacing migrating consolidating switching merging "
    "closing opening expanding restructuring choosing picking voting awarding retiring planning travelling traveling flying driving heading leaving working running going coming "
    "shipping starting beginning stopping staying keeping getting seeing meeting visiting calling ringing phoning trying raining snowing pricing training filing listing hearing "
    "briefing billing financing funding marketing staffing morning evening spring nothing anything something everything turning selling joining losing winning playing phasing accounting engineering manufacturing purchasing receiving catering "
    "reviewing evaluating comparing interviewing shopping considering weighing vetting selecting shutting".split()
)
_REACHES = frozenset(
    "pinging nudging chasing bumping texting emailing mailing messaging following pushing pressing bugging contacting".split()
)
_WHOM = re.compile(
    rf"\s+(?:up\s+)?(?:with\s+)?(?:her|him|them|(?!(?:{ROLES})\b){NAME})\b(?!\s+(?:the|an?|our|my|some)\b)",
    re.IGNORECASE,
)
# Whose line it is tells our house or whom it is for: "dropping us", "cutting staff", "painting the garage" may be anybody's.
_OF_OUR_HOUSE = re.compile(
    rf"\s+(?:(?:with|to|from|up|out|on|off|in)\s+)?(?:our|my)\s+(?!(?:{KIN}|house|car|garage)\b)\S",
    re.IGNORECASE,
)
_THEIR_OWN = re.compile(r"\s+(?:her|his|their)\s", re.IGNORECASE)

# "showing my draft to her boss": ours goes to one of theirs, and who of the two takes it there is not told.
_TO_THEIRS = re.compile(
    rf"\s(?:to|past|by|before|in\s+front\s+of)\s+(?:(?:her|his|their)\s+\w|(?:the\s+)?(?:[a-z]+\s+)?(?:{ROLES}|board|committee|engineer)\b)",
    re.IGNORECASE,
)


_TO_THEM = re.compile(r"^\s+(?:her|him|them)(?=\s)", re.IGNORECASE)  # "re-sending her the old proposal"


def _going(bare: str, when: str, *, is_soon: bool) -> str:
    """ "finding out", "pinging our CFO again": a note without anybody is of who writes it; "etching two plates for us" is theirs."""
    found = _GOING.match(bare)
    doing, rest = (found["doing"].lower(), found["rest"] or "") if found else ("", "")
    is_our_paper = is_thing(_TO_THEM.sub("", rest).strip())
    one = _FOR_ONE.search(rest)
    if not found or not is_ours_alone(doing, rest):
        return ""
    if one and one["us"]:
        return f"they are {doing}{rest}{when}"
    is_other = (
        is_theirs(bare)
        or (_THEIR_OWN.match(rest) and not is_our_paper)
        or _TO_THEIRS.search(rest)
        or (doing in _REACHES and _WHOM.match(rest))
    )
    # "resending", "finding out": nothing of theirs is named; what is done again was ours.
    is_bare = rest.strip() in {"", "out"} and base_verb(doing) is not None
    is_ours = one or is_bare or _OF_OUR_HOUSE.match(rest) or (doing.startswith("re-") and is_our_paper)
    return f"I am {doing}{rest}{when}" if is_soon and is_ours and not is_other and not _UNTIL.match(when) else ""


def is_ours_alone(doing: str, rest: str) -> bool:
    """Whether a note without anybody may tell of who writes it: no "signing", "launching", "painting the house"."""
    return doing not in _NOT_OURS and is_act(doing, rest) and not is_of_own_life(doing, rest)


def _acts(bare: str, when: str) -> str:
    """ "her lawyer hands the contract back", "they rework flow rates", "squeezes our samples in"."""
    act = act_in(bare)
    if (
        not act
        or (not act.is_unread and clause_of(bare).side is not None)
        or (not act.who and HAPPENS.fullmatch(bare.split(maxsplit=1)[0]))
    ):
        return ""
    if act.side is Side.theirs and (_UNTIL.match(when) or HAPPENS.search(act.rest)):
        return ""
    if act.side is Side.ours:
        return f"I will {act.verb}{act.rest}{when}"
    is_going = act.verb.endswith("ing") and base_verb(act.verb) != act.verb
    if not act.who or act.who[:2].istitle():
        return f"{act.who or 'they'} {('is' if act.who else 'are') if is_going else 'will'} {act.verb}{act.rest}{when}"
    return f"they will have {act.who} {act.verb}{act.rest}{when}"


def _whose(bare: str, when: str) -> str:
    """ "ours is the certificate", "bond form is hers", "me to him: curve sheet"."""
    held = _ON_WHOM.match(bare)
    if held and is_handed_over(held["thing"]) and not re.search(rf"\b{TALKS}\b", held["thing"], re.IGNORECASE):
        return f"{'I' if held['us'] else 'they'} will send {held['thing']}{when}"
    named = _NAMED_FOR.match(bare)
    if (
        named
        and not named["thing"].endswith(" now")
        and is_handed_over(named["thing"])
        and not _NO_THING.search(named["thing"])
        and not HAPPENS.search(named["thing"])
    ):
        return f"they will send {named['thing']}{when}"
    between = _FROM_TO.match(bare)
    if between:
        return f"{'I' if between['us'] else 'they'} will send {between['thing']}{when}"
    ours, theirs, source = _OURS_IS.match(bare), _THEIRS_IS.match(bare), _FROM_THEM.match(bare)
    found = ours or theirs or source
    thing = next((one for one in found.groupdict().values() if one), "") if found else ""
    if not thing or not is_handed_over(thing) or HAPPENS.search(thing):
        return ""
    return f"{'I' if ours else 'they'} will send {thing}{when}"


def _our_thing(bare: str, when: str) -> str:
    """ "our answers Tue": what is ours and has a day is owed, unless it only happens."""
    found = _OUR_THING.match(bare)
    if not found or _NO_THING.search(found["thing"]) or HAPPENS.search(found["thing"]):
        return ""
    if is_theirs(found["thing"]) and not _BOTH_GIVE.search(found["thing"]):
        return ""
    return f"I will send our {found['thing']}{when}"


def _told_them(bare: str, when: str) -> str:
    """ "told him the list is coming from me"."""
    found = _TOLD_THEM.match(bare)
    if not found or is_theirs(found["thing"]) or HAPPENS.search(found["thing"]):
        return ""
    return f"I will send {found['thing']}{when}"
