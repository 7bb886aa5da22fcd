"""A dated clause that nothing else has read: whoever acts on something in it is bound to it, whatever the verb.

Open words, closed exceptions: what is no act, or happens to nobody's thing, stays a note. Each rule gives the sentence that was meant.
"""

import re

from bot.phrases import base_verb
from bot.reading.calendar.datewords import DateReading
from bot.reading.grammar.agents import ROLES
from bot.reading.grammar.clauses import clause_of
from bot.reading.grammar.theirthings import is_theirs
from bot.reading.promises.bygrammar import is_handed_over
from bot.reading.promises.whose import HAPPENS
from bot.reading.steps.meetings import TALKS
from bot.reading.words.bounds import ends_with_day
from bot.reading.words.leads import AND_ALSO
from bot.reading.words.openverbs import THIRD, WORD, is_act, is_past
from bot.reading.words.speech import NAME

_THING = r"(?!(?:i|we|she|he|they|it|this|that|who|nothing|nobody|no|not|call|ring)\b)[\w'’&/.+-]+(?:\s+(?!(?:is|are|was|were|will|has|have|i|we|she|he|they)\b)[\w'’&/.+-]+){0,4}?"
_DET = (
    r"(?:the|an?|our|my|his|her|their|its|that|these|those|this|all|both|some|two|three|four|five|six|\d+|last|final)"
)
_OBJECT = rf"(?:{_DET}\s+[\w'’&/-]|(?:it|them|us|me|him|her)\b)"
_PARTICLE = r"(?:(?:up|out|over|in|off|back|down|round|through|together|away|on|across|along)\s+)?"
# What is no act where nobody is named: a call or a visit is a step, and so a thing may go on or be.
_MODALS = frozenset("would could should might may must can will do let".split())
_NO_ACTS = _MODALS | frozenset("call ring phone visit watch play run turn move renew feed".split())
_OWN_LIFE = r"(?:marathon|race|triathlon|half|10k|5k|show|shop|team|dept|department|plant|business|company|store|office|line|sites?|place|house|home|flat|job|desk|floor|territory|region|area|baby|kids?|wife|husband|mother|father|\d+)"
_OF_HABIT = re.compile(
    rf"{AND_ALSO}(?P<who>(?:she|he|they|legal|finance|procurement|purchasing|security|accounting|ops|{NAME}|(?:her|his|their|(?:{NAME}|[a-z]+)['’]s)\s+[a-z]+)\s+)?(?P<verb>runs|turns|covers|moves|works)\s+(?P<what>(?:(?:it|them|this|that)\s+(?:round|around|over|through|up|out|past|by|on|in|against|with)\b|(?:the|an?|our|my|that|his|her|their)\s+(?:[\w'’-]+\s+){{0,2}}?(?!{_OWN_LIFE}\b)[\w'’-]+(?:\s+(?:by|past|through|over|to|with|on|for|in)\b.*)?$).*)$",
    re.IGNORECASE,
)
_UNTIL = re.compile(r"\s*(?:un)?till?\b|\s*(?:thru|through)\b", re.IGNORECASE)  # how long it is so
_ACT = re.compile(
    rf"{AND_ALSO}(?:also\s+|then\s+|first\s+)?(?P<verb>(?-i:{THIRD}))\s+(?P<rest>{_PARTICLE}{_OBJECT}.*)$"
)
_ONE = rf"(?:{NAME}|(?:his|her|their|the)\s+[a-z]+|{ROLES})"
_THEY_ACT = re.compile(
    rf"{AND_ALSO}(?:they(?:\s+both|\s+all)?|both(?:\s+of\s+them)?|all\s+(?:of\s+them|three)|(?:she|he|{_ONE})\s+(?:and|&|\+|plus|n)\s+{_ONE}|(?:his|her|their)\s+(?:people|team|guys|folks|crew|lot|girls|[a-z]+(?:ers|ors|ists|yers))|people\s+there)\s+(?P<verb>{WORD})(?P<rest>\s+{_PARTICLE}{_OBJECT}.*)?$",
    re.IGNORECASE,
)
_WE_ACT = re.compile(
    rf"{AND_ALSO}(?:i|we)(?:['’]ll|\s+will)?\s+(?P<verb>feed|hold|keep|cover|run|turn|move|help|handle|manage|lead|share|open|start|need|bleed|weed|seed|speed|embed)\s+(?P<rest>{_OBJECT}.*)$",
    re.IGNORECASE,
)
_HAS_DONE = re.compile(
    rf"{AND_ALSO}(?P<who>she|he|they|{NAME}|(?:the|their|her|his)\s+[a-z]+)\s+(?:will\s+have|has|have)\s+(?P<what>{_DET}\s+[\w'’/-]+(?:\s+[\w'’/-]+){{0,3}}?\s+(?:(?:out|over|ready|in|back|done|set|up|together|(?!need|indeed|speed)[a-z]{{3,}}ed|drawn|written|sent|built|made|paid|put|cut)(?:\s+(?:for|to|with|by)\s+(?:me|us|that|it|then))?|(?:for|to|with)\s+(?:us|me)))$",
    re.IGNORECASE,
)
_GOT_FOR = re.compile(
    rf"{AND_ALSO}(?:(?P<us>(?:i|we)(?:['’]ve\s+got|['’]ll\s+have|\s+(?:will\s+)?have(?:\s+got)?))|(?:(?:she|he|they|{NAME})(?:['’](?:s|ve)\s+got|['’]ll\s+have|\s+has(?:\s+got)?)))\s+(?P<thing>{_DET}\s+\S.*?)\s+for\s+(?:me|us|her|him|them)$",
    re.IGNORECASE,
)
# "starts the pilot": what tries our thing out is an act for us, and no state of theirs.
_BEGINS = re.compile(
    rf"{AND_ALSO}(?:she|he|they|{NAME}|(?:the|their|her|his)\s+[a-z]+)\s+(?P<verb>starts?|begins?|kicks?\s+off|launch(?:es)?)\s+(?P<what>(?:it|that|them)$|{_DET}\s+(?:[\w'’/-]+\s+){{0,2}}?(?:pilot|trial|poc|proof\s+of\s+concept|test(?:ing|s)?|eval(?:uation)?|beta|roll-?out|migration|onboarding|review)\b.*)$",
    re.IGNORECASE,
)
_NAMED_FOR = re.compile(rf"^(?P<who>{NAME})\s*[:=]\s*(?P<thing>[a-z][\w'’/&-]*(?:\s+[\w'’/&.-]+){{0,3}})$")
_ON_WHOM = re.compile(
    rf"{AND_ALSO}(?P<thing>{_THING})(?:['’]s|\s+is|\s+are)?\s+on\s+(?:(?P<us>me|us)|her|him|them)$", re.IGNORECASE
)
_OURS_IS = re.compile(
    rf"{AND_ALSO}(?:(?:ours|mine)\s*(?:is|are|=|:)\s*(?P<ours>{_THING})|(?P<yours>{_THING})(?:['’]s|\s+is|\s+are)\s+(?:ours|mine|on\s+(?:me|us)))$",
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
    rf"\b(?:{TALKS}|ends?|expires?|closes?|closed|shuts?|holds?|starts?|begins?|opens?|opened|stands?|runs?|off|out|away|over|up|late|due|full|free|gone|live|valid|good|is|are|was|were|be|has|have|had|not|no|will|would|can|could|freeze|booth|deadline|quota|cut-?off|holiday|inventory|ceo|cfo|boss|rate|rates|valuation|anniversary|flight|train|plane|trip|birthday|party|lapses|lands|goes|rises?|drops|jumps|departs|arrives|leaves|returns|resets|changes|moves|kicks|turns|meets|sits|visits|[a-z]+ed|the|an?|us|me|it|his|her|their|them)\b",
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


def openly(bare: str, when: str) -> str:
    """The sentence that was meant; empty where nobody acts."""
    return next(
        (
            meant
            for rule in (
                _told_them,
                _whose,
                _begins,
                _of_habit,
                _does,
                _they_do,
                _we_do,
                _doing_for,
                _has_done,
                _our_thing,
            )
            if (meant := rule(bare, when))
        ),
        "",
    )


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


def _plain(verb: str, behind: str) -> str:
    """ "squeezes" -> "squeeze", "rounds" -> "round"; empty when it is in no way an act."""
    low = verb.lower()
    known = base_verb(low)
    plain = known or (
        f"{low[:-3]}y"
        if low.endswith("ies")
        else low[:-2]
        if low.endswith(("shes", "ches", "sses", "xes"))
        else low.removesuffix("s")
    )
    return "" if plain in _NO_ACTS or not is_act(low, behind) or plain == low else plain


def _does(bare: str, when: str) -> str:
    """ "squeezes our samples in tmrw": nobody is named, so it is the one of whom the line tells."""
    found = _ACT.match(bare)
    verb = _plain(found["verb"], f" {found['rest']}") if found else ""
    return f"they will {verb} {found['rest']}{when}" if found and verb and not HAPPENS.fullmatch(found["verb"]) else ""


# "leave the company", "run the marathon", "visit their sister": their own life.
_LIVES = _NO_ACTS | frozenset("leave quit join enter win lose see start sell buy".split())
_OF_THEIR_LIFE = re.compile(
    rf"{_DET}\s+(?:[\w'’-]+\s+)?(?:{_OWN_LIFE}|sisters?|brothers?|parents?|famil(?:y|ies)|friends?|daughters?|sons?|in-laws|firm|cousins?|grandkids|opera|match|game|concert|museum)(?=\s*$|\s+(?:in|at|on|with|for|together)\b)",
    re.IGNORECASE,
)


def _they_do(bare: str, when: str) -> str:
    """ "he and Wei decide", "they rework the clause"; without a thing only what a promise may start with."""
    found = _THEY_ACT.match(bare)
    verb, rest = (found["verb"].lower(), found["rest"] or "") if found else ("", "")
    if not found or verb in _MODALS or not is_act(verb, rest) or verb.endswith("s") or is_past(verb):
        return ""
    if verb in _LIVES and _OF_THEIR_LIFE.match(rest.strip()):
        return ""
    return f"they will {verb}{rest}{when}" if rest or base_verb(verb) == verb else ""


def _of_habit(bare: str, when: str) -> str:
    """ "he runs the floor test Thu": no habit, where a thing has it done to."""
    found = _OF_HABIT.match(bare)
    who = found["who"] or "they " if found else ""
    if (
        not found
        or (who[0].isupper() and clause_of(bare).side is None)
        or HAPPENS.search(found["what"])
        or _UNTIL.match(when)
    ):
        return ""
    who = who if who[0].isupper() else "they "
    return f"{who}will {found['verb'].lower().removesuffix('s')} {found['what']}{when}"


_DOING_FOR = re.compile(
    rf"{AND_ALSO}(?:now\s+|also\s+)?(?P<doing>[a-z-]{{2,}}ing)\s+(?P<rest>{_OBJECT}.*?\s+for\s+(?:(?P<us>us|me)|her|him|them))$",
    re.IGNORECASE,
)


def _doing_for(bare: str, when: str) -> str:
    """ "etching two plates for us": for whom it is done tells who does it."""
    found = _DOING_FOR.match(bare)
    if not found or not is_act(found["doing"], f" {found['rest']}"):
        return ""
    return f"{'they are' if found['us'] else 'I am'} {found['doing']} {found['rest']}{when}"


def _begins(bare: str, when: str) -> str:
    found = _BEGINS.match(bare)
    if not found or _UNTIL.match(when):
        return ""
    return f"they will {base_verb(found['verb'].split()[0]) or 'start'} {found['what']}{when}"


def _we_do(bare: str, when: str) -> str:
    """ "I feed him 3 bullets", "I hold the price": ours, though elsewhere such a word tells how things are."""
    found = _WE_ACT.match(bare)
    return f"I will {found['verb']} {found['rest']}{when}" if found and found["verb"].lower() != "need" else ""


def _has_done(bare: str, when: str) -> str:
    """ "Tasha has the last 3 invoices out", "he has the floor cleared": it is so by then."""
    found = _HAS_DONE.match(bare)
    return (
        f"they will have {found['what']}{when}"
        if found and not re.search(rf"\b{TALKS}\b", found["what"], re.IGNORECASE)
        else ""
    )


def _whose(bare: str, when: str) -> str:
    """ "ours is the certificate", "bond form is hers", "me to him: curve sheet"."""
    held = _GOT_FOR.match(bare) or _ON_WHOM.match(bare)
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
