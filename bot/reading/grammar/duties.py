"""What they need from us, and what has to go out, are promises of ours: "she needs the quote by Tue", "deck goes out Fri".

A duty is read only where it can be nobody else's: they ask us to act, or the thing is one that a seller hands over.
"""

import re
from collections.abc import Sequence
from datetime import date

from bot.model import Side
from bot.phrases import base_verb
from bot.reading.calendar.datewords import DateReading
from bot.reading.grammar.clauses import clause_of
from bot.reading.grammar.firmness import is_conditional, is_hedged
from bot.reading.grammar.ourthings import (
    BARE_THING,
    THINGS,
    TO_THEM,
    goes_to_them,
    is_only_eithers,
    is_thing,
    tells_an_act,
)
from bot.reading.grammar.theirthings import is_theirs
from bot.reading.words.leads import AND_ALSO
from bot.reading.words.openverbs import is_plain_act
from bot.reading.words.speech import NAME

_WHO = rf"(?:she|he|they|{NAME}\s+(?:and|&|\+)\s+{NAME}(?:\s+(?:both|each))?|both|all\s+of\s+them|(?:her|his|their|the)\s+[a-z]+|clients?|customers?|finance|legal|procurement|(?:[a-z]+\s+)?(?:guy|lady|woman|man|gal|bloke)(?:\s+(?:from|at)\s+(?:the\s+)?\w+)?|{NAME})"
_PROMISED = re.compile(
    rf"{AND_ALSO}(?:(?:i|we)\s+)?(?:(?:have|['’]ve)\s+)?promised\s+(?P<whom>her|him|them|{NAME})\s+(?P<thing>{THINGS})$",
    re.IGNORECASE,
)
_FOR = r"(?:\s+(?:for|on|about|in|with|w/|(?:(?<=\breferences\s)|(?<=\brefs\s)|(?<=\bstudies\s))from)\s+(?!me\b|us\b)[^,;]{1,60}?)?"
_FROM_US = r"(?:\s+(?:from\s+(?:me|us)|over|through|back))*"
_NEEDS = (
    r"(?:(?:still|also|really|just|now)\s+)*(?:needs?|needed|wants?|wanted|(?:would|['’]d)\s+(?:like|want|need)|(?:(?:is|are|['’]s|['’]re)\s+)?(?:expecting|asking\s+for|chasing)|expects?|(?:(?:has|have|['’]s|['’]ve)\s+)?asked\s+(?:me\s+|us\s+)?for|asks\s+for"
    r"|requested|requests|is\s+after|['’]s\s+after|(?:(?:is|are|['’]s|['’]re)\s+)?waiting\s+(?:for|on)"
    r"|(?:(?:will|['’]ll)\s+)?(?:gets?|have)(?=.*\bfrom\s+(?:me|us)\b))"
)
_ASKED_FOR = re.compile(
    rf"{AND_ALSO}(?:{_WHO}\s*)?{_NEEDS}\s+(?:to\s+(?:see|have|get|receive)\s+)?(?P<thing>{THINGS}{_FOR}){_FROM_US}(?:\s+(?:sent|emailed|to\s+(?:her|him|them)))?$",
    re.IGNORECASE,
)
_WISHED = re.compile(
    rf"{AND_ALSO}(?:{_WHO}\s*)?{_NEEDS}\s+(?:to\s+(?:see|have|get|receive)\s+)?(?P<thing>(?!to\b|me\b|us\b|it\b|that\b|this\b|her\b|him\b|them\b|more\s+time\b)(?:[a-z]|1\s+more\s+[a-z]|[2-9]x?\s+(?:more\s+)?[a-z])[^,;]{{1,60}}?){_FROM_US}(?:\s+before\s+(?:anything|everything|she|he|they|any)\b.*)?$",
    re.IGNORECASE,
)
_SEND_ME = re.compile(
    rf"{AND_ALSO}(?:(?:please|pls|just|ok|can\s+you|could\s+you|sure)[\s,]+)*(?:send|(?:e-?)?mail|text|forward|drop|get|give|shoot|ping)\s+(?:me|us)\s+(?P<thing>(?!to\b|it\b|that\b|a\s+(?:call|ring|shout|bell|minute|day|week)\b|time\b|until\b|another\b)[a-z0-9][^,;]{{1,60}}?)$",
    re.IGNORECASE,
)
# "deck Fri": nothing else is meant by such a thing and a day; "presentation Fri" is a meeting.
_GOES_ALONE = re.compile(
    r"(?:(?:the|an?|our|my|new|revised|updated|final|short|quick)\s+)*(?:decks?|slides|quot(?:e|ation)|estimate|offer|proposal|(?:one|1)[\s-]?pager|case\s+stud(?:y|ies)|price\s+(?:list|sheet)|rate\s+card|docusign|write-?up|mock-?ups?|brochure)",
    re.IGNORECASE,
)
_BY = ("by ", "before ", "due ", "no later than ")
_BEGINS = re.compile(r"(?:from|starting|beginning|as\s+of|ab|vanaf|dès)\b", re.IGNORECASE)
_DETERMINED = re.compile(
    rf"{AND_ALSO}(?:{_WHO}\s*)?{_NEEDS}\s+(?P<thing>(?:(?:(?:the|an?|our|my|some|new|revised|updated|final|two|three|four|five|[2-9]|more)\s+)+|(?=(?:numbers|figures|drawings|options|measurements|lead\s+times?|alternatives|specs|photos|pictures)\b))(?!(?:p\.?o\b|purchase\s+order|decision|answer|approval|sign|budget|ok|yes|call|meeting|demo|visit|install|go-?live)\b)[^,;]{{2,60}}?){_FROM_US}$",
    re.IGNORECASE,
)
_NOT_OURS = re.compile(
    r"\b(?:done|live|installed|running|approved|signed|decided|delivered|finished|ready|up|in\s+place|from\s+(?:her|his|their|the)\b|by\s+(?:her|his|their|the)\b|to\s+\w+$)",
    re.IGNORECASE,
)
_ANSWER = re.compile(
    rf"{AND_ALSO}(?:{_WHO}\s*)?{_NEEDS}\s+(?P<thing>an?\s+(?:answer|reply|response)){_FROM_US}{_FOR}$", re.IGNORECASE
)
_ASKED_TO = re.compile(
    rf"{AND_ALSO}(?:{_WHO}\s*)?(?:needs?|wants?|wanted|(?:would|['’]d)\s+like|asked|asks|expects?|told|is\s+waiting\s+for|['’]s\s+waiting\s+for|insists|requests)\s+(?:(?:me|us)\s+to|that\s+(?:i|we)(?:\s+should)?)\s+(?P<act>[a-z]+\b.*)$",
    re.IGNORECASE,
)
_GOES_OUT = re.compile(
    rf"{AND_ALSO}(?P<thing>{THINGS})\s+(?:(?:(?:will|to|must|should|has\s+to|needs\s+to|is\s+to|['’]ll)\s+)?(?:go(?:es)?|be\s+sent|ships?|be\s+out|be\s+with\s+(?:her|him|them))|(?:is|are)\s+(?:going|due)|going|due|gets\s+sent)"
    r"(?:\s+(?:out|over|across|to\s+(?:her|him|them)))*$",
    re.IGNORECASE,
)
_DUE_BACK = re.compile(r"\b(?:contracts?|agreements?|ndas?|msa|invoices?)\s+(?:is\s+|are\s+)?due$", re.IGNORECASE)
_MUST = r"(?:(?:will|must|gotta|got\s+to|need\s+to|needs\s+to|have\s+to|want\s+to|should|to|gonna|going\s+to|promised\s+to|remember\s+to|['’]ll)\s+)"
_WITHOUT_US = re.compile(rf"{AND_ALSO}(?P<must>{_MUST})?(?P<act>(?P<verb>[a-z]+)\s+.+)$", re.IGNORECASE)
_PRESSING = frozenset("push chase nudge press pester bug hound".split())  # "pushing him": no act that anybody waits for
_SETS_ASIDE = re.compile(
    r"\w+\s+(?:her|him|them)\s+(?:to|on|onto|in|into)\b", re.IGNORECASE
)  # "moving her to the drip"
# "handing them to the landlord", "showing him the ropes": whoever does so, it is no thing of ours that they get.
_TO_ANOTHER = re.compile(r"\w+ing\s+(?:(?:it|them|that|those)\s+(?:over\s+|on\s+)?to\s+(?:the|an?|her|his|their)\s+\w|(?:her|him|them)\s+(?:the\s+(?:ropes|door|way)|a?round)\b)", re.IGNORECASE)  # fmt: skip
_NEXT = re.compile(
    r"^(?:(?:my|our)\s+)?(?:next\s+(?:steps?|action|move)|next(?=\s*[:=])|to\s?do(?=\s*[:=])|action(?=\s*[:=]))(?:\s+for\s+(?:me|us))?(?:\s+is|\s+are|\s*[:=–-])*\s+(?P<rest>\S.*)$",
    re.IGNORECASE,
)
_SUBJECT = re.compile(rf"^(?:i|we|she|he|they|{NAME})(?:['’]\w+)?\s", re.IGNORECASE)
_TALKS = re.compile(
    r"^(?:present|visit|come|meet|demo|call|ring|talk|speak|join|attend)\b", re.IGNORECASE
)  # a step, and no duty
_WAITS = re.compile(r"^(?:wait|hold|pause|stop|leave|restart|resume|revisit)\b", re.IGNORECASE)
_HANDS = frozenset(
    "send resend email forward share deliver provide submit prepare write draft post bring get give ship".split()
)


def duty(clause: str, dates: Sequence[DateReading], *, soon: date = date.max) -> str:
    """The clause as a promise of ours, "I will send the quote by Tue"; empty when it is no duty, or not surely ours.

    What no seller is sure to hand over, "the machine", is a project from the day `soon` on.
    """
    said = _NEXT.match(clause)
    rest = said["rest"] if said else clause
    last = next((day for day in reversed(dates) if clause[day.end :].strip(" .!") in {"", "latest", "please"}), None)
    when = f" {clause[last.start : last.end].strip()}" if last else ""
    bare = clause[len(clause) - len(rest) : last.start if last else len(clause)].strip(" ,.")
    if "?" in clause or is_conditional(clause) or is_hedged(clause) or clause_of(clause).side is Side.ours:
        return ""
    asked = _ASKED_TO.match(bare)
    if asked and (_WAITS.match(asked["act"]) or (dates and _TALKS.match(asked["act"]))):
        return ""
    if asked and is_plain_act(first := asked["act"].split()[0], asked["act"][len(first) :]):
        return f"I will {asked['act']}{when}"
    return (
        _thing_to_send(bare, when, last, soon)
        or _of_ours(bare, when)
        or _to_hand_over(bare, when)
        or _act_of_ours(bare, when, is_next=bool(said))
        or (rest if said and _SUBJECT.match(rest) else "")
    )


def wished(clause: str, dates: Sequence[DateReading]) -> tuple[str, str]:
    """(what they asked for, the day they named) of "wants the roi sheet by monday", whatever the thing is."""
    last = dates[-1] if dates else None
    bare = clause[: last.start].strip(" ,.") if last else clause.strip(" ,.")
    found = _WISHED.match(bare) or _SEND_ME.match(bare)
    if not found or "?" in clause or is_conditional(clause) or (last and _BEGINS.match(last.text)):
        return "", ""
    return found["thing"], f" {clause[last.start : last.end].strip()}" if last else ""


# "needs it from us in French by Mon": ours, whatever it is.
_NEEDED_FROM_US = re.compile(
    rf"{AND_ALSO}(?:{_WHO}\s+)?(?:wants?|needs?|expects?)\s+(?P<thing>(?!(?:me|us|him|her)\b)[^,;]{{2,50}}?)\s+from\s+(?:me|us)(?P<how>\s+in\s+[\w-]+(?:\s+[\w-]+)?)?$",
    re.IGNORECASE,
)
_NO_THING_OF_OURS = re.compile(r"\b(?:time|help|patience|support|more|less|commitment)$", re.IGNORECASE)
# "wants our T&Cs in her inbox Fri 9am": then it is there.
_WITHIN_REACH = re.compile(
    rf"{AND_ALSO}(?:{_WHO}\s+)?(?:wants?|needs?|asked\s+for|expects?)\s+(?P<thing>(?!(?:it|that|this|me|us|him|her|them)\b)[^,;]{{2,50}}?)\s+(?:in|on|at)\s+(?:her|his|their)\s+(?:in-?box|desk|hands?|mail(?:box)?|e-?mail|place|door)$",
    re.IGNORECASE,
)


# "wants my answer on the discount by Fri", "needs our security doc before the board sits": ours to give, with a day or without.
_WANTS_OURS = re.compile(
    rf"{AND_ALSO}(?:{_WHO}\s*)?{_NEEDS}\s+(?:to\s+(?:see|have|get|receive)\s+)?(?P<thing>(?:our|my)\s+(?!(?:own|help|support|business|time|patience|attention|trust|people|team|product|solution|system|service|money|guys?|man|engineers?|reps?|techs?|crew|boss(?:es)?|colleagues?|managers?|directors?|ceo|cfo|cto|slots?|calls?|meetings?|visits?|turn|word|opinion|take)\b)[^,;]{{2,60}}?|(?:ours|mine)(?:\s+in\s+[\w-]+)?)"
    r"(?P<before>\s+(?:before|for|ahead\s+of)\s+(?:the|her|his|their)\s+[^,;]{2,40})?$",
    re.IGNORECASE,
)
_ANOTHER_WAY = re.compile(
    r"\b(?:down|lower(?:ed)?|cut|out|back|removed|changed|lifted|there|here|on\s+site)$", re.IGNORECASE
)


# "promised her the fleet calc before their standup": whatever it is, we owe it.
_WE_PROMISED = re.compile(
    rf"{AND_ALSO}(?:(?:i|we)(?:['’]ve|\s+have)?\s+)?promised\s+(?:her|him|them|{NAME})\s+(?P<thing>(?:the|an?|our|my|some|two|three|\d+)\s+(?!(?:call|callback|ring|visit|chat|discount|answer|reply|demo|meeting|session|workshop|tour|trial|slot)\b)[^,;]{{2,50}}?)"
    r"(?P<before>\s+(?:before|ahead\s+of)\s+(?:the|her|his|their)\s+[^,;]{2,40})?$",
    re.IGNORECASE,
)


def _of_ours(bare: str, when: str) -> str:
    if owed := _WE_PROMISED.match(bare):
        return f"I will send {owed['thing']}{owed['before'] or ''}{when}"
    found = _WANTS_OURS.match(bare)
    if (
        not found
        or found["thing"].lower() == "ours"
        or _NOT_OURS.search(found["thing"])
        or _ANOTHER_WAY.search(found["thing"])
    ):
        return ""
    return f"I will send {found['thing']}{found['before'] or ''}{when}"


def _thing_to_send(bare: str, when: str, last: DateReading | None, soon: date) -> str:
    """They need it by a day, or it goes out on one; without a day it is their interest, which the note keeps."""
    if last is None or _BEGINS.match(last.text):
        return ""  # "a service contract from January" is what they buy
    from_us = _NEEDED_FROM_US.match(bare)
    if from_us and not (_NOT_OURS.search(from_us["thing"]) or _NO_THING_OF_OURS.search(from_us["thing"])):
        return f"I will send {from_us['thing']}{from_us['how'] or ''} by {last.text.removeprefix('by ')}"
    within = _WITHIN_REACH.match(bare)
    if within and not _NOT_OURS.search(within["thing"]):
        return f"I will send {within['thing']} by {last.text.removeprefix('by ')}"
    answer = _ANSWER.match(bare)
    if answer:
        return f"I will give them {answer['thing']}{when}"
    is_soon = (
        last.first_on is None and (last.on or date.min) < soon and last.text.lower().startswith(_BY)
    )  # a paper; "the new system by june" is a project
    if is_soon and (wanted := _DETERMINED.match(bare)) and not _NOT_OURS.search(wanted["thing"]):
        return f"I will send {wanted['thing']}{when}"
    found = (
        _PROMISED.match(bare) or _ASKED_FOR.match(bare) or (None if _DUE_BACK.search(bare) else _GOES_OUT.match(bare))
    )
    is_back = last.text.lower().startswith("due ") and _DUE_BACK.search(f"{bare} due")
    is_deadline = last.text.lower().startswith(_BY) or bool(last.on and _GOES_ALONE.fullmatch(bare))
    found = found or (BARE_THING.match(bare) if is_deadline and not is_back else None)
    if not found or tells_an_act(found["thing"], is_asked=found.re is _ASKED_FOR) or _may_be_theirs(found, bare):
        return ""
    thing = found["thing"]
    return f"I will send {thing}{when}"


def _may_be_theirs(found: re.Match[str], bare: str) -> bool:
    """ "contract by Fri", "need details by Fri": nobody says who waits for it, and both sides hand such things over."""
    is_untold = found.re is BARE_THING or bare.lower().startswith("need ")
    return is_untold and is_only_eithers(found["thing"])


# "resend tomorrow", "ship 40 more by Thu": who notes it for a day has to do it. The ship, the courier and the night are nouns as well,
# so that a thing is told by how it begins: "courier delayed", "ship slips".
_COUNTED = r"(?:(?:it|them|both|all|everything)\b|(?:the|an?|our|my|his|her|their|that|this|these|those|some|more|another|one|two|three|four|five|six|seven|eight|nine|ten|new)\s|\d)"
_HAND_OVER = re.compile(
    rf"{AND_ALSO}(?:(?P<again>resend|re-send)(?:\s+(?P<what>(?!(?:me|us|from|by|in|back|is|was|came|comes)\b)\S.{{0,50}}))?|(?P<ship>ship)|(?P<verb>ship|courier|overnight)\s+(?P<thing>{_COUNTED}(?!.*\b(?:delayed|late|lost|stuck|held|slips?|slipped|damaged|arriv\w+|missing|wrong|broken|behind)\b).{{0,50}}))$",
    re.IGNORECASE,
)


def _to_hand_over(bare: str, when: str) -> str:
    found = _HAND_OVER.match(bare) if when else None
    thing = (found["thing"] or found["what"] or "it") if found else ""
    if not found or is_theirs(thing):
        return ""
    return f"I will {(found['again'] or found['ship'] or found['verb']).lower()} {thing}{when}"


def _act_of_ours(bare: str, when: str, *, is_next: bool) -> str:
    """ "need to send her the deck", "sending quote and deck": nobody is named, and only we can be meant. "Comparing them" is anybody's."""
    found = _WITHOUT_US.match(bare)
    verb = base_verb(found["verb"]) if found else None
    if not found or verb in {None, "wait"} or (not when and (verb in _PRESSING or _SETS_ASIDE.match(found["act"]))):
        return ""
    typed = found["verb"].lower()
    is_going = typed == f"{verb}ing" or (typed.endswith("ing") and not found["must"])
    if not (found["must"] or is_going or (is_next and typed == verb)) or (found["must"] and typed != verb):
        return ""
    hands_over = verb in _HANDS and is_thing(TO_THEM.sub("", found["act"][len(typed) :]).strip())
    is_done_to = verb not in _HANDS and re.fullmatch(r"\w+ing\s+them(?:\s+\w{2,3})?", found["act"], re.IGNORECASE)
    is_call = not (found["must"] or when) and _TALKS.match(found["act"])  # "ring" is no "-ing"
    if is_call or is_done_to or _TO_ANOTHER.match(found["act"]) or not (hands_over or goes_to_them(found["act"])):
        return ""
    return f"I will {verb}{found['act'][len(typed) :]}{when}"
