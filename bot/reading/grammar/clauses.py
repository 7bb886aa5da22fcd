"""One clause of a call line: who does what, and whether it is a promise, a thing done, or only a remark."""

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from bot.model import Side
from bot.phrases import base_verb
from bot.reading.grammar.actors import is_name, is_verb
from bot.reading.grammar.firmness import is_negated, is_soft
from bot.reading.grammar.informs import only_informs
from bot.reading.grammar.nopromise import goes_away, only_comes, promises_nothing
from bot.reading.words.bounds import CLAUSES_KEPT
from bot.reading.words.kin import KIN
from bot.reading.words.openverbs import HOW, THIRD, WORD, is_act, is_past, is_plain_act, tells_of, undoes
from bot.reading.words.speech import NAME

_OURS = re.compile(r"^(?:(?:and|but|then|so)\s+)*(?:i|we)(?:['’](?:ll|m|re|d|ve))?\b", re.IGNORECASE)
_THEIRS = re.compile(
    r"^(?:(?:and|but|then|so)\s+)*(?:she|he|they|(?:their|her|his) (?:(?:partner|boss|manager|director|owner|colleague|wife|husband|brother|sister|father|mother|son|foreman|buyer|md|c[efiot]o) (?-i:[A-Z])[\w'’-]+(?= [a-z])|\w+)|(?:[\w'’-]+\s+)?[a-z]+['’]s\s+(?:(?:legal|finance|security|it|procurement|ops|sales|tech)\s+)?(?:assistant|pa|boss|manager|team|lawyer|office|colleague|partner|deputy|cfo|ceo|cto|coo)|(?:the\s+|their\s+)?(?:owner|buyer|boss|manager|cfo|ceo|coo|cto|cio|lawyer|counsel|controller|assistant|secretary|partner))(?:['’](?:ll|s|re|d|ve))?\b",
    re.IGNORECASE,
)
_NAMED = re.compile(rf"^(?:(?:and|but|then|so)\s+)*(?P<name>{NAME})\s+(?P<verb>[\w'’]+)")
_FUTURE = re.compile(
    r"^(?:(?:am|is|are|['’]?m|['’]?re)?\s*supposed\s+to|should\s+(?:let\s+(?:me|us)\s+know|get\s+back\s+to)|['’]?ll|will|shall|going|gonna|is going|are going|is gonna|are gonna|to|must|has to|have to|need to|needs to|promised to|agreed to|agrees to|plans? to|can|could)\b",
    re.IGNORECASE,
)
# Verbs that a promise may start with, and which in the present tell how it is.
_STATIVE = frozenset(
    "is are am have has do does think thinks know knows getting says tells holds hold joins join covers cover handles leads attends mentions "
    "renewing reporting put read run".split()
)
_PROMISED = re.compile(
    r"^promise[sd]\s+(?:(?:her|him|them|me|us)\s+)?(?:the|a|an|our|my|their|his|her|to)\b", re.IGNORECASE
)
_REPORTS_TO = re.compile(
    r"^(?:report|answer)s?\s+(?:in)?to\b(?!\s+(?:me|us|my|our)\b)", re.IGNORECASE
)  # who her boss is
_ACTS = re.compile(r"^(?:\w+ing|gonna|out|away|off|on|back)$", re.IGNORECASE)
_NOTHING = re.compile(
    r"^(?:(?:['’]?ll|will|shall|going|gonna|is|are|am|['’]?m|['’]?s|['’]?re|to|would|['’]?d)\s+)*(?:(?:neither|nothing|nobody)\b|\w+\s+(?:(?:her|him|them|me|us|you|back)\s+)?(?:nothing|nobody|none|no\s+one|no\s+more|neither)\b)",
    re.IGNORECASE,
)
_NO_ONE = re.compile(r"^(?:(?:and|but|then|so)\s+)*(?:nobody|no\s?-?one|none|nothing|neither)\b", re.IGNORECASE)
_ROLE = re.compile(
    r"^(?:(?:the|their|new|his|her|our\s+new|a|an|plant|it|project|senior|chief|office|purchasing|finance|legal|account|product|sales|site|store|general|area)\s+)*"
    r"(?:engineer|manager|director|buyer|cfo|ceo|coo|cto|cio|head|vp|lead|assistant|controller|owner|partner|colleague|boss|contact|admin|analyst|architect|officer|president|chair|supervisor|foreman|accountant|lawyer|counsel)\s+(?=[A-Z])"
)
_PLANS = re.compile(
    rf"^(?:(?:is|are|['’]?s|['’]?re|am|['’]?m)\s+{HOW}(?P<going>{WORD}ing)|{HOW}(?P<does>{THIRD})|{HOW}(?P<do>{WORD}))(?![\w'’-])",
    re.IGNORECASE,
)
_WOULD = re.compile(rf"(?:['’]d|would)\s+{HOW}(?P<verb>{WORD})(?![\w'’-])")  # "said she'd etch it"
_HAS_IT_BY = re.compile(r"^(?:['’]d|would|will|['’]ll)\s+have\s+(?:an?|the|it|them|his|her|our|their)\b", re.IGNORECASE)
_HAS_IT = re.compile(
    r"^(?:now\s+)?(?:has|have)\s+(?:it|them|these|those|the|his|her|their|\d+|two|three|both)\b", re.IGNORECASE
)
_A_DESK = rf"(?:(?:(?:the|her|his|their)\s+)?(?:legal|finance|procurement|purchasing|compliance|infosec|security|it|hr|ops|accounting|engineering|counsel|boss|team|lawyers?|c[efiot]o)|every(?:one|body)|some(?:one|body)|{NAME})"
_A_THING = re.compile(
    rf"^(?:is\s+|are\s+|['’]s\s+)?(?:also\s+|now\s+)?(?:getting\s+(?:(?:me\s+|us\s+|her\s+|him\s+|them\s+)?(?:an?|the|our|their|his|her|that|two|three|some)\b|{_A_DESK}\s+to\s+[a-z]+\b)|having\s+{_A_DESK}\s+[a-z]+\s+(?:it|them|us|this|that|the|our)\b|getting\s+(?:[\w'’-]+\s+){{1,3}}?(?:from|out\s+of|off|past|thr(?:u|ough)|signed|approved|cleared)\s)",
    re.IGNORECASE,
)
_TELLS_US = re.compile(r"^(?:tells?|gives?|gets?|lets?)\s+(?:me|us)\b", re.IGNORECASE)
# Not what they will do but how it goes on, and on which terms: "keeps asking", "takes net 45 but wants 2% off".
_AS_EVER = re.compile(
    r"^(?:(?:(?:is|are|was|still|now|just)\s+)*[a-z]{2,}ing$|(?:(?:is|are|was|just)\s+)*go(?:es|ing)\s+from\s|runs?\s+(?:out|dry|down)\b|(?:(?:is|are|was|just)\s+)*(?:running|rushing|dashing|racing|hurrying|stepping|walking|jumping|hopping|popping|ducking|sprinting|nipping)\s+(?:into\b|late\b|behind\b|between\b|out\s+(?:of\s+)?the\s+(?:door|office|building)\b|(?:on(?:to)?|in|to|for|off\s+to)\s+(?:(?:an?|the|another|her|his|their)\s+)?(?:[\w-]+\s+){0,2}?(?:calls?|meetings?|mtgs?|plane|train|flight|bus|zoom|airport|station|session|lunch|stand-?up)\b)|takes?\s+back\b|circles?\s+back\s+(?:when|once)\b|[a-z]+s\s+.*(?:\w\s?/\s?(?:mo|month|yr|year|wk|week|day|unit|seat)\b|\b(?:per|every|each)\s+(?:month|year|week|day|quarter)\b|(?:[$€£]\s?\d[\d.,]*|\.\d+|\d\s?(?:c|cents))\s*(?:ea|each|apiece)\b)|[a-z]+\s+.*\b(?:(?:on|only|most)\s+(?:mon|tues|wednes|thurs|fri)days(?:\s+only)?|(?:mon|tues|wednes|thurs|fri)days\s+only|as\s+a\s+rule|usually|(?:each|every)\s+(?:mon|tue|wed|thu|fri|week|month|quarter)\w*)$|(?!(?:send|bring|give|get|let|forward|mail|email|text|call|ring|share|pass|put|come|sign|pay|order|approve|review)s?\b)[a-z]+\s+(?:\S+\s+){1,4}?(?:nowadays|these\s+days)$|(?:runs?|uses?|handles?|manages?|tracks?)\s+.*\b(?:now|already)$|[a-z]+\s+(?:their|her|his)\s+own(?:\s+(?!by\b|for\b|on\b|to\b)\w+)?$|gets?\s+(?:\w+\s+){0,2}?(?:other|competing|more|rival)\s+(?:quotes?|bids?|offers?|prices)(?:\s+first)?$|keeps?\s+(?:on\s+)?[a-z]+ing\b|[a-z]+s\s+(?:everything|everyone|every\s+\w+|all\s+(?:calls|mail|vendors))$|(?:takes?|accepts?|needs?|wants?)\s+(?:our\s+|the\s+)?(?:net\s?\d|\d+\s?(?:%|days?\s+net))|(?:takes?|accepts?)\b.*\b(?:but|if)\s+(?:only\s+)?(?:wants?|needs?|asks?|we)\b)",
    re.IGNORECASE,
)
_OUTSIDE = rf"(?:(?:her|his|their)\s+(?:own\s+)?(?:{KIN}|buddy|buddies|friends?|landlord|tenants?|patients?|students?|members|passengers|end[\s-]users?|(?:\w+\s+)?(?:clients?|customers?|guests?))|(?:another|some|a\s+different)\s+(?:client|customer|vendor|supplier)s?)"
_PRIVATE = re.compile(
    r"(?<!to )(?<!with )(?<!by )(?<!past )(?<!from )\b(?:her|his|their)\s+(?:kids?|children|in-laws|family|dog|daughter|son)(?=\s|$)|\b(?:switch|chang|leav|start)\w*\s+(?:a\s+new\s+|her\s+|his\s+)?jobs?(?=\s|$)|\bplays\s+(?:golf|tennis)\b|\bmy\s+(?:pipeline|forecast|numbers|quota|expenses)\b"
    r"|\b(?:(?:is\s+)?(?:speak|exhibit|present)(?:s|ing)?|has\s+a\s+(?:booth|stand|panel))\s+(?:at|in)\s+(?:the\s+|an?\s+)?(?:[\w-]+\s+){0,3}?(?:summit|conference|expo|trade\s+(?:show|fair)|fair|convention|congress|forum|panel|symposium|meetup|event)\b"
    # "promised his wife a boat", "sends her own client the report": whom it is for is no part of this deal.
    rf"|\b(?:signs?|signing|closes?|closing)\b.{{0,25}}\b(?:divorce|mortgage|prenup|adoption|(?:her|his|their)\s+(?:new\s+)?(?:house|home|condo|flat|apartment|car))\b|\b(?:calls?|rings?|phones?|visits?|sees?|owes?|promise[sd]?|sends?|gives?|gets?|buys?|brings?|ships?|shows?|pays?|e-?mails?|owe)\s+(?:to\s+)?{_OUTSIDE}\b|\b(?:sends?|gives?|ships?|shows?|delivers?|presents?|reports?|invoices?|bills?)\b.{{0,40}}\bto\s+{_OUTSIDE}(?=\s*$|\s)",
    re.IGNORECASE,
)
_GUESS = re.compile(
    r"^(?:i|we)(?:['’]d|\s+would)\s+(?:call|say|put|guess|bet|give)\s+(?:it|this|that|\d)", re.IGNORECASE
)
_WE_TRAVEL = re.compile(
    r"^(?:(?:and|but|then|so)\s+)*(?:i|we)(?:['’]m)?\s+(?:land|fly\s+(?:in|out|home|over|up|down)|get\s+(?:in|there)(?!\s+touch)|am\s+(?:out|off|away|in\s+town)|start\s+(?:pto|leave))\b",
    re.IGNORECASE,
)
_GOES_WITH = re.compile(
    rf"^(?:(?:she|he|they|{NAME})(?:['’](?:s|re))?\s+)?(?:is\s+|are\s+)?(?:going|went|goes)\s+(?:(?:with|w/)\s|for\s+(?:the|an?|option|plan|both)\s)",
    re.IGNORECASE,
)
_IN_FULL = {"s": "is", "re": "is", "m": "is", "d": "'d"}
# "the board meets 3/24": nobody's promise
_GATHERS = frozenset("meet meets meeting sit sits convene convenes gather gathers vote votes voting".split())
_SITS_DOWN = re.compile(
    r"^(?:sits|is\s+sitting|sitting)\s+(?:her|him|them)\s+down\b|^(?:sits|is\s+sitting|sitting)\s+(?:her|him|them|(?:(?:his|her|their|the)\s+)?[\w'’-]+\s+)?down(?:\s+(?:and\s+\w+\s+)?(?:with|w/)\s*(?!us\b|me\b|the\s+(?:numbers|quote|deck)\b)\S|\s*$)",
    re.IGNORECASE,
)  # "Marisol sits down with her Fri": an act, where a board only sits
_WITH_US = re.compile(r"\b(?:me|us)\b", re.IGNORECASE)
_BEGINS = re.compile(
    r"^\s*(?:start|begin|kick\s+off|go\s+live)\b(?!\s+(?:sending|drafting|writing|work(?:ing)?)\b)", re.IGNORECASE
)  # "we start on May 4"
_HABITS = frozenset(
    "runs flies travels works covers plays retires starts leaves moves turns has".split()
)  # a plan only by a day
# "is hiring until May": how it goes, though "hires two by May" is an act.
_GOING_ON = frozenset(
    "looking comparing evaluating considering working testing running hiring moving drowning covering renewing reporting".split()
)


# Soft, but with a day on which to ask.
_THINKS_UNTIL = re.compile(
    r"^thinks\s+(?:(?:about|abt|on)\s+(?:it|this|that|us)|(?:it|this|that)\s+over)\s+(?:un)?till?\b", re.IGNORECASE
)
# "their old contract lapses": behind one of theirs a plain verb is a noun.
_ONE_OF_THEIRS = re.compile(r".*\b(?:their|her|his)\s+[\w-]*[^s\W]$", re.IGNORECASE)


def _is_plain(rest: str) -> bool:
    word = re.match(r"\s+([a-z]+)\b", rest)
    return bool(word and word[1] not in {"will", "can", "to"} and base_verb(word[1]) == word[1])


# "he's set for January", "they've cut the budget": behind a short "is" or "have" what looks like a plain verb tells how it is.
_IS_SO = re.compile(
    r"(?:(?:now|all|already|just|still|both|also|pretty\s+much)\s+)*(?:set|put|cut|hit|shut|quit|split|let|hurt|spread|bet|run|come|become|read|upset|(?:complete|ready|clear|clean|open|close|correct|free|empty|perfect|live|right|secure|separate|direct)(?!\s+(?:the|it|our|an?)\b))\b",
    re.IGNORECASE,
)
_SHORT_IS = ("'s", "’s", "'re", "’re", "'m", "’m", "'ve", "’ve")


_MAKES_SURE = re.compile(
    r"(?:checks|confirms|verifies|ensures|clarifies|clears|sees|decides)\b", re.IGNORECASE
)  # "confirms they fit"
_IS_A_NOUN = re.compile(
    r"[a-z]+\s+(?:is|are|was|were|went|got|due|has\s+been)\b", re.IGNORECASE
)  # "coo call is on", "tax filing due"


class Kind(StrEnum):
    promise = "promise"
    remark = "remark"


@dataclass(frozen=True)
class Clause:
    """`name` is a person named as the one who does it; `side` None when nobody is."""

    kind: Kind
    side: Side | None = None
    name: str = ""


@lru_cache(maxsize=CLAUSES_KEPT)
def clause_of(text: str) -> Clause:
    """Who does what in one clause; a remark when it is past, a state, a refusal, or nobody's act."""
    if (
        _NO_ONE.match(text) or _GUESS.match(text) or _WE_TRAVEL.match(text) or _GOES_WITH.match(text)
    ):  # "I'd call it 50/50"
        return Clause(Kind.remark)
    for subject, side in ((_OURS, Side.ours), (_THEIRS, Side.theirs)):
        found = subject.match(text)
        if found:
            rest = text[found.end() :]
            if found[0].lower().endswith(_SHORT_IS) and _IS_SO.match(rest.lstrip()):
                return Clause(Kind.remark, side)
            if (side is Side.ours and _BEGINS.match(rest)) or (_ONE_OF_THEIRS.match(found[0]) and _is_plain(rest)):
                return Clause(Kind.remark)
            if side is Side.theirs and (undoes(rest.strip()) or only_comes(found[0], rest.strip())):
                return Clause(Kind.remark, side)
            return Clause(_kind(f"will {rest}" if found[0].lower().endswith(("'ll", "’ll")) else rest), side)
    named = _NAMED.match(text)
    if named and is_name(named["name"], named["verb"]) and not is_verb(named["name"], named["verb"]):
        whose = re.sub(r"['’]s$", "", named["name"])
        if whose != named["name"] and not _ACTS.match(named["verb"]):  # "Ivan's counts": nobody acts
            return Clause(Kind.remark)
        behind = text[named.end("name") :].strip()
        kind = Kind.remark if undoes(behind) else _kind(behind)
        is_bare = base_verb(named["verb"]) == named["verb"].lower() and not _FUTURE.match(
            text[named.end("name") :].strip()
        )
        return Clause(Kind.remark if is_bare else kind, Side.theirs, whose)
    return Clause(Kind.remark)


def plans(text: str, *, is_deadline: bool, is_said: bool = False) -> Clause | None:
    """Who does what by the day that a clause ends with: "she enrols by Sunday", "I recalc by Friday". None when nobody acts.

    `is_said`: somebody said so, and "she'd etch it" is what she will do; else it is only what she would.
    """
    if _WE_TRAVEL.match(text) or _GOES_WITH.match(text):
        return None
    for subject, side in ((_OURS, Side.ours), (_THEIRS, Side.theirs)):
        found = subject.match(text)
        if found:
            _, _, short = found[0].replace("’", "'").lower().partition("'")
            if short in {"s", "re", "m", "ve"} and _IS_SO.match(text[found.end() :].lstrip()):
                return None
            rest = f"{_IN_FULL.get(short, '')} {text[found.end() :].strip()}"
            return Clause(Kind.promise, side) if _acts(rest, side, is_deadline=is_deadline, is_said=is_said) else None
    named = _NAMED.match(_ROLE.sub("", text))
    if (
        named
        and is_name(named["name"], named["verb"])
        and (_ACTS.match(named["verb"]) or not named["name"].endswith(("'s", "’s")))  # "Dana's kids"
        and _acts(_ROLE.sub("", text)[named.end("name") :], Side.theirs, is_deadline=is_deadline, is_said=is_said)
    ):
        return Clause(Kind.promise, Side.theirs, named["name"])
    return None


def _acts(rest: str, side: Side, *, is_deadline: bool, is_said: bool = False) -> bool:
    words = rest.strip()
    if is_negated(words[:40]) or _NOTHING.match(words) or only_informs(words) or _AS_EVER.match(words):
        return False
    if goes_away(words) or (side is Side.theirs and undoes(words)):
        return False
    if is_deadline and (_HAS_IT_BY.match(words) or _HAS_IT.match(words)):
        return True
    if _PRIVATE.search(words) or _IS_A_NOUN.match(words):
        return False
    if would := _WOULD.match(words):
        return is_said and not is_past(would["verb"]) and is_plain_act(would["verb"], words[would.end() :])
    found = _PLANS.match(words)
    return found is not None and _does(found, side, is_deadline=is_deadline)


def _does(found: re.Match[str], side: Side, *, is_deadline: bool) -> bool:
    word, words = (found["going"] or found["does"] or found["do"]).lower(), found.string
    if _SITS_DOWN.match(words):
        return True
    if (word in _HABITS and not is_deadline) or (word in _GATHERS and not _WITH_US.search(words)):
        return False
    if (word in {"getting", "having"} and _A_THING.match(words)) or _TELLS_US.match(words):
        return True
    behind = words[found.end() :]
    if not is_act(word, behind) or word in _STATIVE or word in _GOING_ON or is_past(word):
        return False
    if _REPORTS_TO.match(words) or tells_of(behind):
        return False
    is_ours = bool(found["do"] and side is Side.ours and behind.strip())
    return bool(found["going"] or (found["does"] and side is Side.theirs) or is_ours)


def is_habit(text: str) -> bool:
    """ "Fiona runs the marathon": a plan of hers, and none for the deal, unless it is due by a day."""
    named = _NAMED.match(text)
    theirs = _THEIRS.match(text)
    rest = text[named.end("name") :].split() if named else text[theirs.end() :].split() if theirs else []
    return bool(rest) and rest[0].lower() in _HABITS and not is_soft(f"run {' '.join(rest[1:])}")


def _kind(rest: str) -> Kind:
    words = rest.strip()
    first = words.split(" ", 1)[0].strip("'’").lower() if words else ""
    if (
        not first
        or _PRIVATE.search(words[:60])
        or is_negated(words[:40])
        or _NOTHING.match(words)
        or only_informs(words)
    ):
        return Kind.remark
    if promises_nothing(words) or _AS_EVER.match(words) or (first in _GATHERS and not _WITH_US.search(words)):
        return Kind.remark
    if _FUTURE.match(words) or _PROMISED.match(words) or _THINKS_UNTIL.match(words):
        return Kind.promise
    if first in _STATIVE or is_past(first) or _REPORTS_TO.match(words) or _IS_A_NOUN.match(words):
        return Kind.remark
    if first.endswith("s") and tells_of(words[len(first) :]) and not _MAKES_SURE.match(words):
        return Kind.remark
    return Kind.promise if base_verb(first) else Kind.remark
