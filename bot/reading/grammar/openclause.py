"""Who does what in an open clause: "her lawyer redlines it", "corporate answers", "they re-key lot 4", "is getting it out of HR".

By the form of the verb behind its subject, and by no list of acts: the few that are none stand in openverbs, one's own life here.
"""

import re
from dataclasses import dataclass

from bot.model import Side
from bot.phrases import base_verb, plain_forms
from bot.reading.grammar.agents import ROLES
from bot.reading.words.leads import AND_ALSO
from bot.reading.words.openverbs import HOW, OBJECT, THIRD, WORD, is_act, is_no_verb, is_past, is_plain_act, undoes
from bot.reading.words.speech import NAME


@dataclass(frozen=True)
class Act:
    """`who` is told where no pronoun stands for them: "the CEO"; `verb` is plain, `rest` begins with a blank.

    `is_unread`: no other rule reads it: of several, by a bare "-ing", or by a word that elsewhere tells how things are.
    """

    side: Side
    who: str
    verb: str
    rest: str
    is_unread: bool = False


_KIN = "wife|husband|partner|son|daughter|brother|sister|father|mother|dad|mom|mum|cousin|nephew|assistant|secretary"
_HOUSE = r"corporate|hq|head\s+office|treasury|compliance|infosec|accounting|payroll|engineering|facilities|underwriting|superintendent|principal|president|attorney|dean|chef|clerk|dr\.?\s+[a-z]+"
# Words that end as one who does something and are nobody.
_NOBODY = r"(?:\w*(?:order|offer|number|paper|letter|quarter|printer|scanner|mixer|crusher|dryer|trimmer|vendor|supplier|competitor|server|router|counter|container|trailer|folder|buffer|filter|poster|freezer|heater|boiler|motor|sensor|monitor|tractor|elevator|generator|tender|reminder|meter|water|power|weather|center|cover|transfer|answer|summer|winter|dinner|floor|door|error|matter|chapter|layer|charter|banner|flyer)|for|nor|per|under|after|never|other|another|either|whatever|however|later|sooner|earlier|better)"
MAKER = rf"(?!{_NOBODY}s?\b)[a-z]{{2,}}(?:er|or|ist|ian|yer|man|woman|person)"
_WHOSE = rf"(?:the|her|his|their|{NAME}['’]s)"
_ROLE = rf"(?!(?-i:[iI]t)\b)(?:{ROLES}|{_HOUSE}|{_KIN})"
_ONE = rf"(?:{_WHOSE}\s+(?:[a-z]+\s+)??(?:{_ROLE}|{MAKER})|{_ROLE}|{NAME}(?<!['’]s))"
_MANY = rf"(?:{_WHOSE}\s+(?:people|team|guys|folks|crew|lot|girls|staff|{MAKER}s)|both\s+{MAKER}s|people\s+there)"
_SUBJECT = re.compile(
    rf"{AND_ALSO}(?:(?:then|first)\s+)?(?:(?P<us>i|we)|(?P<many>they(?:\s+(?:both|all))?|{_MANY}|both(?:\s+of\s+them)?|all\s+(?:of\s+them|three)|(?:she|he|{_ONE})\s+(?:and|&|\+|plus|n)\s+{_ONE})|(?P<she>she|he)|(?P<one>{_ONE}))(?=['’\s])",
    re.IGNORECASE,
)
_HOW = rf"(?:(?:also|still|both|all)\s+)*{HOW}"
_VERB = re.compile(
    rf"(?:['’]ll|\s+(?:will|gonna|to|(?:is|are)\s+(?:going\s+)?to))\s+{_HOW}(?P<will>{WORD})(?![\w'’-])"
    rf"|(?:(?P<is>['’](?:s|re)|\s+(?:is|are))\s+|\s+){_HOW}(?P<going>{WORD}ing)(?![\w'’-])"
    rf"|\s+{_HOW}(?P<does>(?-i:{THIRD}|{WORD}))(?![\w'’-])",
    re.IGNORECASE,
)
# Behind a verb a noun is what it is done to; a word of place, time or manner is none: "flies home", "drives to Leeds".
_PARTICLE = r"(?:up|out|over|in|off|back|down|through|together)"
_NO_NOUN = r"(?:to|at|in|on|for|with|w/|by|from|of|into|onto|about|around|across|until|till?|after|before|again|home|away|there|here|early|late|soon|then|too|as|and|or|but|if|when|once|than|only|alone|internally|abroad|next|less|well|like|not|no|never|golf|tennis)"
_DONE_TO = re.compile(rf"\s+(?:{_PARTICLE}\s+)?(?!(?:{_NO_NOUN}|{_PARTICLE})\b)[\w$€£'’]", re.IGNORECASE)
_MODALS = frozenset("would could should might may must can will do let".split())
# A call or a visit is a step; who sits, votes or travels promises nothing.
_NO_ACTS = _MODALS | frozenset("call ring phone visit watch play vote sit convene gather retire travel fly renew".split())  # fmt: skip
# Such a word tells how things are, but with a thing of the deal, on one day: "holds the price", "runs the floor test".
_SOMETIMES = frozenset("run turn cover move work".split())
# Of ours these as well, and those that only end as a past does: "we feed", "we embed".
_OURS_TOO = _SOMETIMES | frozenset("feed hold keep help handle manage lead share open start bleed weed seed speed embed".split())  # fmt: skip
_LIVES = _SOMETIMES | frozenset(
    "leave quit join enter win lose see start sell buy close open visit raise add hire launch".split()
)
_OWN_LIFE = re.compile(
    r"\s+(?:(?:the|an?|our|my|his|her|their|its|this|that|these|those|all|both|some|new|two|three|\d+)\s+)*(?:[\w'’-]+\s+)?(?:marathon|race|triathlon|half|10k|5k|show|shop|team|dept|department|plant|business|company|store|offices?|line|sites?|place|house|home|flat|job|desk|floor|territory|region|area|baby|kids?|wife|husband|mother|father|sisters?|brothers?|parents?|famil(?:y|ies)|friends?|daughters?|sons?|in-laws|firm|cousins?|grandkids|opera|match|game|concert|museum|books?|prices?|rates?|rent|shift|\d+)(?=\s*$|\s+(?:in|at|on|with|for|together)\b)",
    re.IGNORECASE,
)


_BEGINS = frozenset("start begin kick launch".split())
# "starts the pilot": what tries our thing out is an act for us, and no state of theirs.
_BEGUN = re.compile(
    r"\s+(?:off\s+)?(?:(?:it|that|them)$|.*\b(?:pilot|trial|poc|proof\s+of\s+concept|test(?:ing|s)?|eval(?:uation)?|beta|roll-?out|migration|onboarding|review)\b)",
    re.IGNORECASE,
)
_PASSED_ON = re.compile(
    rf"\s+(?:it|them|this|that)\s+(?:{_PARTICLE}|round|around|past|by|on|against|with)\b", re.IGNORECASE
)
_A_THING = re.compile(r"\s+(?:the|an?|our|my|that|his|her|their)\s+\w", re.IGNORECASE)
# "ops plans by Fri" are its papers, and what a board decides is awaited.
_PAPERS = frozenset(
    "decide choose rule award plan report quote order test update design draft demo list check price".split()
)
_UP = re.compile(rf"^\s+{_PARTICLE}(?=\s)", re.IGNORECASE)  # "rounds up the welders"
_UNNAMED = re.compile(rf"{AND_ALSO}(?:(?:also|then|first)\s+)?(?P<does>(?-i:{THIRD}))(?=\s)", re.IGNORECASE)


def act_in(bare: str) -> Act | None:
    """What a clause without its day tells that somebody does; None where nobody acts, or not for the deal."""
    found = _SUBJECT.match(bare)
    verb = _VERB.match(bare, found.end()) if found else None
    if not found or not verb:
        return _unnamed(bare)
    plain, rest = _plain(found, verb), bare[verb.end() :]
    side = Side.ours if found["us"] else Side.theirs
    who = found["one"] or (found["many"] if found["many"] and _OF_THEIRS.match(found["many"]) else "") or ""
    is_role = bool(found["one"] and _BARE_ROLE.match(found["one"]))
    is_bare = bool(verb["going"] and not verb["is"])
    if (
        not plain
        or not _does(plain, rest, side=side, is_role=is_role)
        or (is_bare and is_role and not OBJECT.match(rest))
    ):
        return None
    return Act(side, who, plain, rest, bool(found["many"]) or is_bare or plain in _OURS_TOO | _BEGINS)


_OF_THEIRS = re.compile(r"(?:her|his|their|the|both\s+(?!of)[a-z]+s)\b(?!.*\band\b)", re.IGNORECASE)
_BARE_ROLE = re.compile(r"(?!(?:the|her|his|their|dr)\b|.*['’]s\s)(?-i:[a-z]|[A-Z]+\b)", re.IGNORECASE)


def _unnamed(bare: str) -> Act | None:
    """ "squeezes our samples in": nobody is named, so it is the one of whom the line tells."""
    found = _UNNAMED.match(bare)
    plain, rest = (plain_third(found["does"].lower()), bare[found.end() :]) if found else ("", "")
    # "prices jump 10%", "units Tom ordered": a plural has the same form, and a capital or a number parts them not
    is_verb = (
        _A_THING.match(_UP.sub("", rest))
        or re.match(r"\s+(?:it|them|us|me)\b", rest)
        or (base_verb(plain) == plain and plain not in _PAPERS)
    )
    is_done = plain and is_verb and OBJECT.match(rest) and _does(plain, rest, side=Side.theirs, is_role=True)
    return Act(Side.theirs, "", plain, rest, is_unread=True) if is_done else None


def _plain(found: re.Match[str], verb: re.Match[str]) -> str:
    """The plain form, where the verb has the form that its subject asks for: "she pulls", "they pull"."""
    if verb["will"]:
        return verb["will"].lower()
    if verb["going"]:
        return base_verb(verb["going"]) or verb["going"].lower()
    does = verb["does"].lower()
    if found["us"] or found["many"]:
        return "" if does.endswith(("s", "ly")) and base_verb(does) != does else does
    return plain_third(does)


def plain_third(does: str) -> str:
    """ "squeezes" -> "squeeze", "re-keys" -> "re-key"; empty where it does not end as such a verb does."""
    known = base_verb(does)
    if is_no_verb(does):
        return ""
    if known:
        return "" if known == does else known
    if does.endswith("ies"):
        return f"{does[:-3]}y"
    if does.endswith(("shes", "ches", "sses", "xes")):
        return does[:-2]
    return does.removesuffix("s") if does.endswith("s") else ""


def is_of_own_life(verb: str, rest: str) -> bool:
    """ "moves offices", "sells the house", "painting the house": no act for the deal."""
    return (verb in _LIVES or verb.endswith("ing")) and bool(_OWN_LIFE.match(rest))


def _does(verb: str, rest: str, *, side: Side, is_role: bool) -> bool:
    """`is_role`: behind "legal" or nobody a noun that stands alone may be legal's; behind a name or "they" it is what the act is done to."""
    if not _NO_ACTS.isdisjoint(plain_forms(verb)) or is_of_own_life(verb, rest):
        return False
    if side is Side.theirs and undoes(verb + rest):
        return False
    if side is Side.theirs and verb in _BEGINS:
        return bool(_BEGUN.match(rest))
    if verb in (_OURS_TOO if side is Side.ours else _SOMETIMES):
        return bool(_PASSED_ON.match(rest) or _A_THING.match(rest) or (side is Side.ours and OBJECT.match(rest)))
    if is_past(verb) or not is_act(verb, rest):
        return False
    is_known = base_verb(verb) == verb and not (is_role and verb in _PAPERS)
    return is_known or bool(OBJECT.match(rest) or (not is_role and _DONE_TO.match(rest)))


_JOINTLY = re.compile(
    rf"(?P<lead>{AND_ALSO})(?:me|i|us|we)\s*(?:\+|&|\band\b|\bn\b|\bplus\b)\s*(?:(?:my|our|the)\s+)?[\w'’-]+\s+(?=(?P<verb>{WORD})(?P<behind>\s.*)$)",
    re.IGNORECASE,
)


def jointly(clause: str) -> str:
    """ "me + boss rework our number": we do."""
    found = _JOINTLY.match(clause)
    return (
        f"{found['lead']}we {clause[found.end() :]}"
        if found and is_plain_act(found["verb"], found["behind"])
        else clause
    )
