"""Who works for us acts for us: "our legal turns the MSA", "my boss calls him", "engineering sends the drawings".

Their people are named as theirs, or hand something to us; whoever acts "on our side" is ours, be it "their support".
"""

import re
from collections.abc import Sequence

from bot.phrases import base_verb
from bot.reading.calendar.datewords import DateReading
from bot.reading.grammar.agents import ROLES
from bot.reading.grammar.openclause import MAKER, act_in, plain_third
from bot.reading.grammar.ourthings import is_thing
from bot.reading.grammar.theirthings import is_theirs
from bot.reading.words.bounds import ends_with_day
from bot.reading.words.kin import KIN
from bot.reading.words.leads import AND_ALSO

_OWN = re.compile(
    rf"{AND_ALSO}(?:(?:our|my)\s+(?P<who>[a-z][\w'’-]*(?:\s+[a-z][\w'’-]*)??)|(?P<here>[a-z]{{2,}}(?:\s+[a-z]{{2,}})?)\s+(?:on|at|from)\s+(?:our|my)\s+(?:side|end|team|part))\s+(?:(?:will(?:\s+be)?|(?P<state>is|are)(?:\s+to)?|to(?:\s+be)?|should(?:\s+be)?|can|has\s+to|must)\s+(?P<will>[a-z]+)|(?P<does>[a-z]{{2,}}s|back|ready|done))(?P<rest>\s.*)?$",
    re.IGNORECASE,
)
_TO_WHAT = (
    "the ",
    "a ",
    "our ",
    "her ",
    "his ",
    "their ",
    "it ",
    "em ",
    "'em ",
    "them ",
    "this ",
    "that ",
    "all ",
    "both ",
)
_READY = frozenset({"back", "ready", "done"})
_OF_OURS = re.compile(
    r"\b(?:legal|finance|engineering|support|ops|security|it|hr|counsel|lawyers?|boss|manager|director|engineers?|team|dept|department|desk|lab|plant|factory|cfo|ceo|coo|cto|vp|se|sa|csm|guy|guys|people|colleagues?)$",
    re.IGNORECASE,
)
_ARE_SO = frozenset(
    "needs wants likes loves hates thinks knows says hopes expects prefers has is was does uses runs owns covers handles".split()
)
_MAKES = frozenset(
    "send ship mail email deliver get give bring fix build make quote issue post share install draft price design".split()
)
_COMES_THERE = frozenset("come go start arrive".split())
HAPPEN = frozenset(
    "go come start begin end run be expire renew cost work hold mean rise fall drop change close open move increase decrease land arrive happen follow sit stay kick launch ship know leave get".split()
)


_OF_LIFE = frozenset("retire roll quit resign turn marry travel vote".split())


# "our CFO says 2x … pinging CFO again fri": the one of whom the line has told.
_OUR_ONE = re.compile(
    r"\bour\s+(?P<who>cfo|ceo|coo|cto|vp|legal|finance|counsel|pricing|engineering|ops|boss|md)\b", re.IGNORECASE
)
_ASKS_ONE = r"(?P<lead>[.,;]\s+)(?P<asks>(?:pinging|chasing|asking|nudging|calling|ringing|checking\s+with|pushing|bugging)\s+)(?=(?:{who})\b)"


def as_our_own(text: str) -> str:
    """With "our" before whom of ours we go back to; whose they are was told before."""
    named = _OUR_ONE.search(text)
    if not named or re.search(rf"\b(?:their|her|his)\s+{named['who']}\b", text, re.IGNORECASE):
        return text
    behind = re.sub(
        _ASKS_ONE.format(who=named["who"]), r"\g<lead>i'm \g<asks>our ", text[named.end() :], flags=re.IGNORECASE
    )
    return text[: named.end()] + behind


_MANY = re.compile(r"(?:[^s]s|people)$", re.IGNORECASE)
# "our devs patch it", "my assistant runs those": by the form of the verb, as of whomever else.
_OUR_PEOPLE = re.compile(
    rf"{AND_ALSO}(?:our|my)\s+(?P<who>(?:[a-z][\w'’-]*\s+)?(?:{ROLES}|assistant|asst|dev|tech|intern|guy|crew|team|{MAKER}|devs|techs|interns|guys|people|folks|{MAKER}s))\s+(?P<does>(?!\w+ly\b)[a-z][\w'’-]*)(?P<rest>\s\S.*)$",
    re.IGNORECASE,
)
_TO_A_THING = re.compile(r"\s+(?:(?:in|up|out|off|over)\s+)?(?:it|that|this|them|those|the|an?|our|their|her|his|all|both)\b", re.IGNORECASE)  # fmt: skip
_KIN = re.compile(rf"(?:{KIN}|flight|doctor|dentist)\b", re.IGNORECASE)


def _people_act(bare: str) -> str:
    """ "designers mock up the lobby"."""
    found = _OUR_PEOPLE.match(bare)
    if not found or _KIN.search(found["who"]):
        return ""
    many = _MANY.search(found["who"]) and found["who"].lower() != "ops"
    does = found["does"].lower() if many else plain_third(found["does"].lower())
    act = (
        act_in(f"we {does}{found['rest']}")
        if does and (does not in HAPPEN or _TO_A_THING.match(found["rest"]))
        else None
    )
    return f"{found['who']} {act.verb}{act.rest}" if act else ""


_IS_THERE = re.compile(r"(?:['’]s|\s+(?:is|are|gets?|comes?|will\s+be))\s+(?:back|in|here|around|free|out|off|away)$", re.IGNORECASE)  # fmt: skip


def our_people(bare: str, when: str) -> str:
    """ "our IT answers", "our plant manager checks capacity": who works for us acts for us; a thing of ours does nothing."""
    if of_ours := _people_act(bare):
        return f"we will have our {of_ours}{when}"
    found = _OWN.match(bare)
    who = (found["who"] or found["here"]) if found else ""
    if found and found["does"] and (_MANY.search(who.split()[0]) or base_verb(found["does"]) in _OF_LIFE):
        return ""  # "our engineers met hers", "our controller retires"
    if not found or is_thing(who) or _KIN.match(who) or _IS_THERE.search(bare):
        return ""  # "our paper guy is back 3/18"
    if who.endswith(("'s", "’s")):
        return f"I will send our {who} {found['does'] or ''}{found['rest'] or ''}{when}" if found["does"] else ""
    verb, rest = (found["will"] or found["does"]).lower(), found["rest"] or ""
    if verb in _READY:
        return f"we will get our {who} {verb}{rest}{when}"
    open_word = None if found["state"] else found["will"]  # "our call is now Thu": how it is, and no act
    does = base_verb(verb) or open_word or (verb.removesuffix("s") if verb[:-1] in _COMES_THERE else None)
    is_done_to = f"{rest.strip().lower()} ".startswith(_TO_WHAT)
    is_act = is_done_to and verb not in _ARE_SO and _OF_OURS.search(who)
    does = does or (verb.removesuffix("s") if is_act else None)
    acts = does and (does not in HAPPEN or does in _COMES_THERE or is_done_to) and not verb.endswith("ing")
    return f"we will have our {who} {does}{rest}{when}" if acts and base_verb(who) is None else ""


# Who makes and ships things is the seller; their engineering is named as theirs, or sends to us.
_MAKERS = r"(?:engineering|pre-?\s?sales|solutions|solution\s+engineering|production|manufacturing|logistics|shipping|dispatch|the\s+warehouse|warehouse|the\s+factory|customer\s+success|tech\s+support|support|product|implementation|professional\s+services|r&d)"
_MAKER = re.compile(
    rf"{AND_ALSO}(?P<who>{_MAKERS})\s+(?:(?:will|to|is\s+to)\s+(?P<will>[a-z]+)|(?P<does>[a-z]{{2,}}s))\s+(?P<rest>(?!(?:me|us|it\s+to\s+(?:me|us)|up|in|on)\b)\S.*)$",
    re.IGNORECASE,
)
_TO_US = re.compile(r"\b(?:me|us|our|their)\b", re.IGNORECASE)  # or within their house


def our_makers(clause: str, dates: Sequence[DateReading]) -> str:
    """ "engineering sends the drawings Mon": what a seller hands over, by those of a seller who make it."""
    last = dates[-1] if dates else None
    when = f" {clause[last.start :].strip()}" if last and ends_with_day(clause, last.end) else ""
    found = _MAKER.match(clause[: last.start].strip(" ,")) if last and when else None
    does = base_verb(found["will"] or found["does"]) if found else None
    if not found or does not in _MAKES or _TO_US.search(found["rest"]) or is_theirs(found["rest"]):
        return ""
    return f"we will have our {found['who'].removeprefix('the ')} {does} {found['rest']}{when}"
