"""A dated clause that names no verb we know still tells whose it is: by its subject, by whom a thing comes from, by who wants it.

Each rule gives the clause as the sentence that was meant, or nothing (see telegraph). What grammar leaves open stays a note.
"""

import re
from collections.abc import Sequence

from bot.phrases import base_verb
from bot.reading.grammar.agents import OTHERS
from bot.reading.grammar.ourthings import is_thing
from bot.reading.grammar.theirthings import is_only_theirs, is_theirs
from bot.reading.promises.ourpeople import HAPPEN
from bot.reading.promises.promising import CALLS
from bot.reading.steps.meetings import TALKS
from bot.reading.words.leads import AND_ALSO
from bot.reading.words.openverbs import WORD, is_past, is_plain_act
from bot.reading.words.speech import NAME

_US = r"(?:me|us|(?:my|our)\s+(?:side|end|team|office|[a-z]+))"
_ROLES = r"board|committee|legal|finance|procurement|purchasing|security|it|hr|ops|council|panel|cfo|ceo|coo|cto|cio|vp|boss|buyer|customer|client|lawyers?|accountant"
_THEM = rf"(?:her|him|them|(?:his|her|their)\s+(?!(?:[a-z]+\s+)?{OTHERS}\b)[a-z]+(?:\s+[a-z]+)?|(?:the\s+)?(?:{_ROLES})|(?!(?:PTO|OOO)\b){NAME})"
_SOURCE = re.compile(
    rf"{AND_ALSO}(?P<thing>\S.{{0,80}}?)\s+(?:(?:is|are|will|be|comes?|coming|goes|going|out|due|expected|promised|back|in|over|to|follows?|to\s+(?:me|us|her|him|them))\s+)*from\s+(?:(?P<us>{_US})|(?P<them>{_THEM}))(?(us)(?:\s+to\s+(?:her|him|them|{NAME})|\s+(?:has\s+to|must|needs?\s+to|should)\s+be\s+(?:in|there|filed|submitted|over|with\s+(?:her|him|them)))?)$",
    re.IGNORECASE,
)
_TOLD_THEM = re.compile(
    rf"{AND_ALSO}(?:(?:i|we)\s+)?(?:told|promised|assured)\s+(?:her|him|them|{NAME})\s+(?=\S)", re.IGNORECASE
)
_ASKS = re.compile(
    rf"^(?:(?P<who>she|he|they|{NAME})(?:['’]d)?\s+)?(?:(?:still|also|really|would|like|just)\s+)*(?P<how>needs?|wants?|expects?|expecting|likes?|like|asks?(?:\s+for)?|asked\s+for|requests?|requires?|gets?|get|getting|has|have|waiting\s+(?:for|on)|awaits?)\s+(?:to\s+(?:see|have|get|receive)\s+)?",
    re.IGNORECASE,
)
_ASKS_US = re.compile(r"^(?:gets?|get|getting|has|have|waiting|expecting|awaits?)\b", re.IGNORECASE)
_NO_THING = re.compile(
    r"^(?:w/|with|ooo|out[\s-]of[\s-]office|auto-?reply|bounce|i|we|she|he|they|it|that|this|to|not|no|nothing|nobody|back|off|out|away|only|word|(?:the\s+)?news)\b|\b(?:who|which|that|said|says|told|asked|hears?|heard|hearing)\b",
    re.IGNORECASE,
)
_CAME_BACK_SO = re.compile(
    r"^(?:(?:the|their|a|an|our)\s+)?(?:(?!(?:received|requested|asked|picked|collected|emailed|mailed|called|wanted|needed|forwarded|delivered|promised|learned|waited|got)\b)[a-z-]{3,}ed(?:-(?:up|out|in|off)|\s+(?:up|out|in|off)(?=\s))?\s+)+(?!for\b|to\b|a\b|an\b|the\b|it\b|them\b|her\b|him\b|his\b|their\b|our\b|my\b|us\b|me\b|about\b|this\b|that\b)",
    re.IGNORECASE,
)
_HAS_BEEN = re.compile(
    r"\b(?:(?!(?:\w*eed|shed|sled)\b)\w{2,}ed|is|are|was|were|holiday|leave|got|heard|sent|had|learnt?|took|came|went|saw|spoke|met|left|won|lost|found|gave|told|said|kept|paid|brought|wrote|ran|bought|made)\b",
    re.IGNORECASE,
)
_TO_DO = re.compile(
    rf"{AND_ALSO}(?P<who>me|us|i|we|her|him|them|(?:(?:his|her|their|the)\s+)?[a-z]{{3,}}(?:\s+[a-z]+)?|{NAME})\s+to\s+(?P<verb>{WORD})(?P<rest>\s+\S.*)$",
    re.IGNORECASE,
)
_NOBODY = frozenset(
    "need needs want wants going due back next call demo meeting visit plan plans goal aim idea price prices budget deal nice good great hard easy able hope hopes hoping ready happy keen up down out on off "
    "remember remind ok okay time chance reason way how what where when not trying try agreed promised wanted needed used forgot was were is are am has have had".split()
)
_PAPER = re.compile(
    r"\b(?:p\.?o|purchase\s+order|decision|answer|yes|no|ok|sign\w*|approv\w*|budget|call|meeting|demo|visit|install\w*|go-?live|deliver\w*|time|(?:days?|weeks?|months?|years?)\s*$|discount|rabatt?|remise|sconto|descuento|korting|off|net\s*\d+|headcount|help|truck|van|people)s?\b|%|[$€£]",
    re.IGNORECASE,
)
_STATE = re.compile(
    r"\b(?:done|live|installed|running|up|in\s+place|ready|gone|fixed|finished|working|by\s+(?:her|his|their|the)|from|to\s+\w+)\b|\b\w+ing$",
    re.IGNORECASE,
)
_COMES_OVER = re.compile(
    rf"{AND_ALSO}(?P<thing>(?:(?:the|their|her|his|both|all|final|first)\s+)*(?!(?:i|we|she|he|they|it|who|spring|summer|autumn|fall|winter|snow|rain|storms?|ice|frost|cold|heat|weather)\b)[a-z][\w'’-]*(?:\s+[\w'’-]+){{0,3}}?)\s+(?:(?:will\s+|should\s+)?(?:only\s+)?(?:comes?|coming)\s+(?:in|back|over|through|across|to\s+(?:us|me))|only\s+(?:comes?|arrives?)|(?<=[a-rt-z]s\s)(?<!\sis\s)back)$",
    re.IGNORECASE,
)
_TO_COME = re.compile(r"\S\s+(?:will|would)\b", re.IGNORECASE)  # "Sarah will order from Stratus": what she does
_A_PERSON = re.compile(
    r"\b(?:\w+(?:er|or|ist|man|woman|ant)s?|guy|guys|people|team|crew|boss|cfo|ceo|coo|cto|vp|staff|bunch|others)$",
    re.IGNORECASE,
)


def from_somebody(bare: str, when: str) -> str:
    """ "bond docs from us", "layout sign-off from her", "needs a support quote from our side": whom the thing comes from."""
    told = _TOLD_THEM.match(bare)
    found = _SOURCE.match(bare[told.end() :] if told else bare)
    if not found or (told and found["them"]):
        return ""
    asks = _ASKS.match(found["thing"])
    thing = found["thing"][asks.end() :] if asks else found["thing"]
    if asks and found["them"] and not _is_for_us(asks):  # what she needs, or gets, from others is not sent to us
        return ""
    if not thing or not is_handed_over(thing):
        return ""
    if found["them"] and bare.lower().startswith(thing.lower()) and re.fullmatch(NAME, thing) and "back from" in bare:
        return ""  # "Dana back from Kenya Mon"
    return f"{'I' if found['us'] else 'they'} will send {thing}{when}"


def is_handed_over(thing: str) -> bool:
    """A thing that somebody makes or sends: no act that is done, and nobody."""
    return not (_TO_COME.search(thing) or _NO_THING.search(thing) or _HAS_BEEN.search(_CAME_BACK_SO.sub("", thing)))


def _is_for_us(asks: re.Match[str]) -> bool:
    """ "waiting for the plan from Ivan"; not "she gets the counts from Ivan", "gets the counts from Ivan"."""
    return not asks["who"] and bool(_ASKS_US.match(asks["how"])) and not asks["how"].lower().endswith("s")


def to_do(bare: str, when: str) -> str:
    """ "temi to pull the lane data", "us to supply the certs": who is to act."""
    found = _TO_DO.match(bare)
    words = found["who"].lower().split() if found else []
    verb = found["verb"].lower() if found else ""
    if not found or found["verb"].istitle() or not is_plain_act(verb, found["rest"]) or {*words} & _NOBODY:
        return ""  # nor is "lvm to Dana"
    if words[0] in {"me", "us", "i", "we"}:
        return f"I will {verb}{found['rest']}{when}"
    who = found["who"]
    if verb in HAPPEN:
        return ""
    is_nobody = (len(words) == 1 and who[0].islower() and who.endswith("s")) or any(
        base_verb(word) is not None or is_past(word) or word.endswith(("ed", "ing")) for word in words
    )
    return "" if is_nobody or is_thing(who) or is_theirs(who) else f"they will {verb}{found['rest']}{when}"


def wanted_soon(bare: str, when: str) -> str:
    """ "wants load calcs by Thursday": a thing that somebody can hand over, wanted within weeks, is asked of us."""
    asks = _ASKS.match(bare)
    is_asked = asks and not _ASKS_US.match(asks["how"]) and asks[0].strip().lower() not in {"need", "want"}
    thing = bare[asks.end() :] if asks and is_asked else ""
    if (
        not thing
        or _NO_THING.search(thing)
        or _PAPER.search(thing)
        or _STATE.search(thing)
        or _HAS_BEEN.search(_CAME_BACK_SO.sub("", thing))
    ):
        return ""
    return f"I will send {thing}{when}" if thing[0].isalnum() and not is_theirs(thing) else ""


def comes_over(bare: str, when: str) -> str:
    """ "meter readings come in": what comes, comes to us; who comes is a visit."""
    found = _COMES_OVER.match(bare)
    if (
        not found
        or is_thing(found["thing"])
        or _NO_THING.search(found["thing"])
        or _A_PERSON.search(found["thing"])
        or re.match(NAME, found["thing"])
    ):
        return ""
    return f"they will send {found['thing']}{when}"


_AT = re.compile(
    rf"{AND_ALSO}(?P<thing>\S.{{0,60}}?)\s+(?:(?:will|should|to|has|needs|must|is|are|be|due|lands?|arrives?|goes|go|ready|out|over|back|across)\s+)*(?:(?:due\s+)?(?:to|with|w/|at)|hits?|(?:in|on)(?!\s+(?:us|me|her|him|them|both)$))\s+(?:(?P<us>us|me|(?:our|my)\s+(?:inbox|desk|hands|office|mail|mailbox))|her|him|them|both|(?:her|his|their)\s+(?:inbox|desk|hands|office|mail|mailbox)|(?P<named>{NAME}))$",
    re.IGNORECASE,
)
_UNTIL = re.compile(r"(?:until|till?)\b", re.IGNORECASE)
_DETERMINERS = frozenset("the a an my our their his her".split())
# Verbs as well, and handed over.
_PAPERS = frozenset("list plan form report contract quote offer invoice estimate sample".split())
_NOUNS_AS_WELL = frozenset("draft design copy drawing drawings".split())  # behind another word: "new sow draft to me"
# Behind them "to her" is no gift: "get back to her", "talk it over with him".
_GOES_ALONG = frozenset("talk speak get go come run walk stop meet sit stick stay reach listen lunch call ring write reply answer check work deal start stand close touch introduce turn".split())  # fmt: skip
# "Ana will point me to Rui", "Ben introduces us to Dana": somebody acts on one of us, and no thing is handed over.
_ON_SOMEBODY = re.compile(
    r"\b(?:me|us|her|him|them|you)$|(?:['’]ll|\b(?:will|would|can|could|should|shall|gonna|wants?|going|has|have|needs?|ought|is|are|agreed|promised)(?:\s+to)?)\s+(?!be\b|due\b)[a-z]+\s",
    re.IGNORECASE,
)
_SOMEBODY = re.compile(rf"{NAME}(?:['’]s)?")
_SOMEBODY_DOES = re.compile(rf"{NAME}\s+[a-z]+s|\S+\s+(?:presents|pitches|demos|sells|talks|speaks)")  # "Dana reports"
_A_TALK = re.compile(
    rf"\b(?:{TALKS}s?|vms?|voice\s?mails?|e-?mails?|mails?|texts?|msgs?|messages?|dials|tries|attempts)$", re.IGNORECASE
)  # "lunch with her", "2 vms to her"
_PROMISED = re.compile(
    rf"{AND_ALSO}(?:(?:i|we)\s+)?promised\s+(?:her|him|them|both|{NAME}|[a-z]{{3,}})\s+(?P<thing>(?:an?|the|our|my|some|two|three|new|revised)\s+\S.*)$",
    re.IGNORECASE,
)


def ends_up_with(bare: str, when: str) -> str:
    """ "cut list will be with us", "layout due to her", "layout to Dana": in whose hands it is then, the other side brings it."""
    found = None if _UNTIL.match(when.strip()) else _AT.match(bare)  # until then it is there, and nobody brings it
    words = found["thing"].lower().split() if found else []
    first = words[0] if words else ""
    told = words[2:] if first in _DETERMINERS else words  # behind "my" a quote is a thing
    is_act = first in _NOBODY or _names_an_act(
        told, is_to_them=bool(found and not found["us"] and " to " in found[0][found.end("thing") :])
    )
    if (
        not found
        or is_act
        or _ON_SOMEBODY.search(found["thing"])
        or _SOMEBODY_DOES.fullmatch(found["thing"])
        or _A_TALK.search(found["thing"])
        or _is_somewhere(found)
        or _NO_THING.search(found["thing"])
        or _HAS_BEEN.search(_CAME_BACK_SO.sub("", found["thing"]))
    ):
        return ""
    return (
        f"they will send {found['thing']} to us{when}" if found["us"] else f"I will send {found['thing']} to them{when}"
    )


def _names_an_act(words: Sequence[str], *, is_to_them: bool) -> bool:
    """ "survey sheet", "fence posts", where they go to them: two nouns; "sends it", "get back" and "final check" are acts."""
    if len(words) <= 1 or not is_to_them:
        acts = words[:-1] if len(words) > 1 and words[-1] in _NOUNS_AS_WELL else words
        return any(base_verb(word) not in {None, *_PAPERS} for word in acts)
    return words[0] in _GOES_ALONG or any(base_verb(word) not in {None, word} for word in words[:-1])


def _is_somewhere(found: re.Match[str]) -> bool:
    """ "Fiona's in NY", "my boss is at Quill": who is at a place is in nobody's hands."""
    is_place = found["named"] and re.search(r"\b(?:in|on|at)\s+$", found[0][: found.start("named") - found.start()])
    return bool(is_place and (_A_PERSON.search(found["thing"]) or _SOMEBODY.fullmatch(found["thing"])))


def we_promised(bare: str, when: str) -> str:
    """ "promised Dana a rough plan": who writes the note does not call themselves by name."""
    found = _PROMISED.match(bare)
    return f"I will {'give them' if CALLS.match(found['thing']) else 'send'} {found['thing']}{when}" if found else ""


_WE_RECEIVE = re.compile(
    rf"{AND_ALSO}(?:(?:i|we)(?:['’](?:ll|m|re))?\s+)?(?:(?:will|should|are|am|to)\s+)*(?:get|getting|have|see|receive|receiving|expect|expecting)\s+(?P<thing>[a-z][\w'’-]*(?:\s+(?!to\b|for\b|from\b)[\w'’-]+){{0,3}})$",
    re.IGNORECASE,
)


def we_receive(bare: str, when: str) -> str:
    """ "we get the PO Wednesday": what only a buyer hands over comes from them, whoever the sentence names."""
    found = _WE_RECEIVE.match(bare)
    return f"they will send {found['thing']}{when}" if found and is_only_theirs(found["thing"]) else ""


def is_state(thing: str) -> bool:
    """ "floor done", "site up": how it is by then."""
    return bool(_STATE.search(thing))


def is_wanted(clause: str) -> bool:
    """ "wants new terms": what they ask for; what is behind it may be their wish as well."""
    asks = _ASKS.match(clause)
    return bool(asks and not _ASKS_US.match(asks["how"]))
