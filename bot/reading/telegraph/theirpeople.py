"""Whoever of theirs does something to a thing: "temi sends the lane data", "their chemist returns the sheet", "her husband piet signs". See telegraph."""

import re

from bot.phrases import base_verb
from bot.reading.grammar.agents import ROLES
from bot.reading.grammar.openclause import MAKER, is_of_own_life
from bot.reading.grammar.ourthings import is_thing
from bot.reading.grammar.theirthings import is_theirs
from bot.reading.people.atwork import is_no_name
from bot.reading.promises.whose import HAPPENS
from bot.reading.telegraph.theirsinfull import NOUNS
from bot.reading.words.leads import AND_ALSO
from bot.reading.words.openverbs import is_act, undoes
from bot.reading.words.speech import NAME

_SOMEBODY = re.compile(
    rf"{AND_ALSO}(?:(?:the|their|her|his)\s+)?(?P<who>[a-z][\w'’-]*(?:\s+(?:guy|team|dept|department|lady|person|people|manager|lead|office|folks))?)\s+(?P<verb>[a-z]{{2,}}s)\s+(?P<rest>(?:(?:the|an?|our|their|his|her|it|them|me|us|over|out|off|back|up|two|three|all|both|last|\d+|final|signed|new)\b|[a-z]+\s+(?:list|form|data|plan|spec|copy|report|numbers|sheet)).*)$"
)
_TO_THEM = re.compile(rf"(?:over|out|off|back)\s+to\s+(?:her|him|them|{NAME})")  # "swab names over to her"
_ROLE = re.compile(
    r"\b(?:accounting|accounts|procurement|purchasing|finance|legal|ops|it|hr|guy|team|dept|department|office|\w{3,}(?:er|or|ist|ian|man|woman|person|wright))$",
    re.IGNORECASE,
)
_NOBODY = frozenset(
    "i we she he they it this that these those who what nothing nobody everyone all both call demo meeting visit review lunch deck quote proposal pricing contract invoice next "
    "monday tuesday wednesday thursday friday today tomorrow week month year budget price project system software tool lease deadline not no just also still never always now then "
    "plan offer trial order launch rollout pilot".split()
)
_HAPPENS = frozenset("start run renew take get".split())
_THEIR_PEOPLE = re.compile(
    rf"{AND_ALSO}(?P<who>(?:(?:their|her|his)|{NAME}['’]s)\s+(?:IT|HR|QA|QC|[a-z][\w-]*)(?:\s+[a-z][\w-]*){{0,2}}?)\s+(?P<verb>[a-z]{{3,}}s)\s+(?P<rest>(?:back\s+|over\s+|out\s+|up\s+|us\s+|me\s+)*(?:the|an?|our|my|it|all|both|this|that|these|two|three|us|me)\b.*|[a-z]{{3,}}s)$"
)
_BARE_PLURAL = re.compile(r"(?!(?:this|us)\b)[a-z]+s$")
# Behind "his tester" and before a thing "tests" is an act; these never are.
_NO_ACTS = frozenset(
    "lets thanks starts ends expires begins runs opens closes works renews needs wants is has was goes says costs".split()
)
_NOUN_HERE = NOUNS - {"does"}
_ACTS_FOR_THEM = re.compile(r"\b(?:boss|team|crew|people|guys?|IT|HR|QA)$", re.IGNORECASE)
_CLOSE = re.compile(
    r"^(?:(?:and|but|then|so)\s+)*(?P<who>(?:her|his|their)\s+(?:partner|boss|manager|director|owner|colleague|wife|husband|brother|sister|father|mother|son|foreman|buyer|md|c[efiot]o)\s+(?P<name>(?!(?:also|still|just|now|only|really|always|never|usually|often|soon|later|then|and|both|probably|will|who|there)\b)[a-z]{3,12}))\s+(?P<verb>[a-z]{3,}s)(?:\s+(?P<rest>\S.*))?$"
)


def somebody(bare: str, when: str) -> str:
    """ "temi sends the lane data by Mon", "accounting cuts the check on the 20th": whoever that is, it is theirs."""
    found = _SOMEBODY.match(bare)
    if not found or _TO_THEM.fullmatch(found["rest"]):
        return ""
    verb = base_verb(found["verb"]) or (found["verb"].removesuffix("s") if _ROLE.search(found["who"]) else None)
    if (
        verb in {None, found["verb"]}
        or is_of_own_life(verb, f" {found['rest']}")
        or found["verb"] in NOUNS
        or verb in _HAPPENS
        or not is_act(found["verb"], f" {found['rest'] or ''}")
    ):
        return ""
    who = found["who"].lower().split()
    if {*who} & _NOBODY or base_verb(who[0]) is not None or is_thing(found["who"]) or is_theirs(found["who"]):
        return ""
    return f"they will {verb} {found['rest']}{when}"


def their_people(bare: str, when: str) -> str:
    """ "their plant chemist returns the swab sheet": whoever of theirs does something to a thing."""
    found = _somebody_close(bare) or _THEIR_PEOPLE.match(bare)
    if not found or is_thing(found["who"]):
        return ""
    is_event = bool(HAPPENS.search(found["who"]))
    if is_event and not _ACTS_FOR_THEM.search(found["who"]):
        return ""
    is_noun = found["verb"] in (_NOUN_HERE if is_event or _BARE_PLURAL.match(found["rest"] or "") else _NO_ACTS)
    verb = "do" if found["verb"] == "does" else base_verb(found["verb"]) or found["verb"].removesuffix("s")
    if (
        is_noun
        or verb.endswith("s")
        or undoes(f"{found['verb']} {found['rest'] or ''}")
        or (verb != "do" and (verb in _HAPPENS or not is_act(found["verb"], f" {found['rest'] or ''}")))
    ):
        return ""
    who = re.sub(r"[a-z]+$", lambda last: last[0].capitalize(), found["who"]) if found.re is _CLOSE else found["who"]
    return f"they will have {' '.join(filter(None, (who, verb, found['rest'])))}{when}"


_PROMISED = re.compile(
    rf"{AND_ALSO}(?P<who>(?:(?:the|her|his|their)|{NAME}['’]s)\s+(?:[a-z]+\s+)?(?:{ROLES}|mgr|assistant|wife|husband|{MAKER}))\s+(?:promised|swore|vowed)\s+(?:(?:me|us)\s+(?:an?|the)|an?|the)\s+(?P<thing>(?!(?:raise|bonus|promotion|trip|dog|pony)\b)[\w/'’-]+(?:\s+[\w/'’-]+){{0,2}})$",
    re.IGNORECASE,
)


def promised_by(bare: str, when: str) -> str:
    """ "the office mgr promised a headcount by Fri": whoever of theirs said so."""
    found = _PROMISED.match(bare)
    return f"they will have {found['who']} send the {found['thing']}{when}" if found else ""


def _somebody_close(bare: str) -> re.Match[str] | None:
    """ "her husband piet signs": a name in small letters, of which nobody knows."""
    found = _CLOSE.match(bare)
    is_act = found and not is_no_name(found["name"]) and base_verb(found["verb"])
    return found if is_act else None
