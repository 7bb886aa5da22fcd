"""An appointment, or our plan to speak with them: what kind, and when. Theirs to move or cancel: see bot.reading.steps.steps.

A meeting of both is agreed; "I'll try her again Friday" is our plan alone, and what is no talk with them is none.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from bot.model import Side
from bot.phrases import base_verb
from bot.reading.calendar.datewords import DateReading, first_working_day
from bot.reading.grammar.clauses import clause_of
from bot.reading.grammar.firmness import is_negated
from bot.reading.steps.booked import Found, booked
from bot.reading.steps.hourtaken import is_taken
from bot.reading.steps.letgo import one_then
from bot.reading.steps.meetings import KINDS, LEAD, OF_KIND, OF_VERB, TALKS
from bot.reading.steps.steps import Step, kind_of, with_hour
from bot.reading.steps.together import together, we_two
from bot.reading.steps.wished import either_day
from bot.reading.words.bounds import ends_with_day
from bot.reading.words.leads import AND
from bot.reading.words.speech import NAME

_VERBS = r"(?P<verb>call|ring|buzz|dial|(?:(?<=will\s)|(?<=ll\s)|(?<=to\s)|(?<=gonna\s))hit\s+(?:(?:her|him|them)\s+)?up|phone|cb|speak(?:ing)?|talk(?:ing)?|meet|see|visit|present|nudge|bump|ping|chase|check\s+(?:in|back)|follow[\s-]?up|fu|touch\s+base|touch|f\s?/\s?u|catch\s+up|reach\s+out|reconnect|try|retry|redial|back\s+at\s+it|back\s+on\s+it|go\s+(?:through|over)|walk\s+(?:(?:it|her|him|them|this|that)\s+)?(?:through|thru)|regroup|reconvene|sync\s+up|circle\s+back|(?:drop\s+by|swing\s+by|pop\s+(?:in|by)|stop\s+(?:by|in)|come\s+by)(?:\s+(?:(?:at\s+)?(?:his|her|their|the)\s+[\w'’-]+|(?-i:[A-Z])[\w'’-]+['’]s))?|(?:swinging|dropping|stopping|popping|coming|heading)\s+(?:by|in|over|round|out)|sit\s+down|get\s+together|drive\s+(?:out|over|down|up)|driving\s+(?:[\w-]+\s+){0,4}?(?:out|over|down|up)|(?:be\s+)?back\s+(?:there|on\s+site)|be\s+there|(?:(?<=\bim\s)|(?<=\bi['’]m\s)|(?<=\bi\sam\s)|(?<=\bwe['’]re\s)|(?<=\bwe\sare\s))there|give\s+(?:it|that|this|her|him|them)\s+(?:another|one\s+more|a)\s+(?:go|try|shot|call|ring|buzz|bell|nudge)|fly\s+(?:out|over|in|down|up)|flying\s+(?:out|over|in|down|up)|(?:circling|checking|following|reaching|touching)\s+(?:back|in|up|out|base)|visiting|seeing|calling|ringing|phoning|diall?ing|redialing|meeting|trying|presenting|bel|rufe|telefonieren|treffen|versuche?n?(?:\s+es)?|probiere?n?(?:\s+es)?|nachfassen|wv|wiedervorlage|relancer?|rappeler?|r[eé]essa[iy]er?|retenter?|richiamo|risento|riprovo|reintento|intento|vuelvo\s+a\s+(?:llamar|intentar)|tento|ligo|volto\s+a\s+ligar|llamo|ringer|prøver|försöker|forsøger|probeer|spróbuję|próbuję|dzwonię|oddzwonię)"
_OBJECT = rf"(?:(?:(?<=ing)|(?<=\bcb)|(?<=\bring))\s+(?-i:[a-z]{{3,}})(?=\s*$)|\s+(?:me|us|her|him|them|you|u|back|again|terug|wieder|nochmals?|noch\s+(?:ein)?mal|igjen|på\s+nytt|om\s+igen|opnieuw|weer|erneut|ponownie|znowu|di\s+nuovo|de\s+nuevo|de\s+nouveau|à\s+nouveau|igen|encore|an|once\s+more|one\s+more\s+time|then|it|in|on\s+(?:site|it|(?:my|his|her|their)\s+\w+)|(?:my|his|her|their)\s+(?:cell|mobile|desk|phone|office)|him\s+back|both|all\s+(?:two|three|of\s+them)|ihn|sie|{NAME}))*"
_NAMED = r"(?!(?:at|in|for|to|by|with|on)\b)(?-i:[A-Z])[\w-]+"  # "at At At" is one place at most
_REST = re.compile(
    rf"^(?:[\s,:]*(?:(?:is|are|will\s+be|['’]s)\s+)?(?:stays|stands|still(?:\s+on)?|on|set|set\s+for|confirm(?:ée?|ado|ada)(?:\s+for)?|(?!(?:cancell?|mov|postpon|delay|miss|skipp|declin|push|need|happen)ed\b)[a-z]+ed(?:\s+in)?(?:\s+for)?|bestätigt|fixe?|now|again|back|terug|next|at|for|by|in|around|about|@|is|her|him|them|me|us|you|(?:at|after|during|around)\s+(?:the|her|his|their|our)\s+[\w'’-]+(?:\s+(?!(?:on|at)\b)[\w'’-]+)?|am|um|el|le|il|den|på|i(?=\s*$)|slot|there|here|(?:in|at)\s+(?:the\s+)?{_NAMED}(?:\s+{_NAMED})?|in\s+person|online|steht|bleibt|findet\s+statt|(?:will|['’]ll|is\s+(?:now\s+)?(?:going\s+to|gonna))\s+(?:now\s+)?(?:be|happen|take\s+place)|mit\s+\w+"
    r"|(?:per|pour|für|para|con|avec|med)\s+(?:(?:tutto|tutti|toute?|ganze?s?|todo|hele)\s+)?(?:(?:il|lo|la|le|les|das|die|den|el|l['’])\s*)?[\w'’-]+"
    r"|(?:with|w/|w|for|to|at|re|about)\s+(?!(?:my|our)\s+(?:lead|manager|boss|guys?|people)\b)(?:(?:the|her|his|their|our)\s+)?(?!(?:at|to|for|with)\b)[\w'’&-]+(?:\s+(?-i:[A-ZÀ-Þ])[\w'’-]+)?+(?:\s+(?:and|&|\+)\s+(?:(?:the|her|his|their|our)\s+)?[\w'’-]+)?(?:\s+(?:team|lead|manager|crew|boss|guys?|people))?|da\s+(?:loro|lui|lei)|chez\s+(?:eux|elle|lui)|bei\s+(?:ihnen|ihm|ihr)|hos\s+(?:dem|ham|henne|dom)|bij\s+(?:hen|hem|haar))\b){0,10}[\s,:@]*$",
    re.IGNORECASE,
)
_FEEL = r"(?:likes?|loves?|wants?|needs?|liked|loved|wanted|happy|keen|interested|asked|asks?|prefers?)\b"
_APPOINTED = re.compile(
    rf"(?:^(?!I\b){NAME}(?:\s*[+&/]\s*[\w'’]+)?\s+|^(?!{_FEEL})[a-z]{{3,}}\s*[+&]\s*(?!{_FEEL})[\w'’]+\s+|{LEAD})(?:(?P<any>(?-i:[a-z])[\w/-]*|(?:(?<=\bour\s)|(?<=\bthe\s))[\w-]+)\s+)??{KINDS}\b",
    re.IGNORECASE,
)
_ONE_OF_OURS_CALLS = re.compile(r"^(?:(?:and|but|then|so|also)\s+)*we\s+will\s+have\s+our\s", re.IGNORECASE)
_BEHIND = re.compile(rf"^[\s,]*{KINDS}(?:\s+(?:instead|then|with\s+\w+))?[\s.!]*$", re.IGNORECASE)
_NO_KIND = frozenset(
    "will to can could should would may might must nobody not never no i we she he they and or but just please dont don't board committee council didn't wont won't cant can't the her his their".split()
)
_PLANNED = re.compile(rf"{LEAD}{_VERBS}\b{_OBJECT}", re.IGNORECASE)
# "will talk to ops", "will speak with her boss": among themselves, and nobody has said that we do.
_WITH_THEIRS = re.compile(
    r"^(?:(?:and|but|then|so)\s+)*will\s+(?:talk|speak)\s+(?:to|with)\s+(?:(?:the|her|his|their)\s+)?(?!(?:us|me|her|him|them|you|both)\b)(?-i:[a-z])[\w-]+",
    re.IGNORECASE,
)
_STOPS = re.compile(r"\b(?:stop|drop|swing|come|pop|pass)(?:p?ing|ming)?\s+$", re.IGNORECASE)
_BY = re.compile(r"^by\s+", re.IGNORECASE)
_AGAIN = re.compile(
    r"^[\s,]*(?:(?:am|pm|morning|afternoon)\s+)?(?:again|nochmals?|noch\s+einmal|wieder|erneut|encore|igen|de\s+nuevo)[\s.!]*$",
    re.IGNORECASE,
)
_NEXT_TIME = re.compile(
    rf"\b(?:next\s+{OF_KIND}{TALKS}|again|wieder|nochmals?|noch\s+einmal|erneut|encore|(?:à|de)\s+nouveau|de\s+nuevo|di\s+nuovo|igen|weer|opnieuw)\b",
    re.IGNORECASE,
)
_ONE_MORE = re.compile(
    r"^(?:and\s+)?(?:(?:one|1)\s+(?:more|last)|once\s+more|another|tickler(?:\s+set)?|reminder(?:\s+set)?|(?:neuer|nächster)\s+versuch|(?:next|last|final)\s+(?:try|attempt|call|shot|go)|(?:one|1)\s+(?:try|go|shot|attempt)\s+left|(?:try|retry)?\s*again|nochmals?|try|retry)(?:\s+(?:go|try|attempt|call|time|one|shot))?(?:\s+(?:by|via)\s+(?:phone|e?-?mail|text))?(?:\s+(?:on|for))?$",
    re.IGNORECASE,
)
# "will try a 3rd", "giving it a 4th go", "attempt 4": counted, it is one more.
_NTH = r"(?:\d{1,2}(?:st|nd|rd|th)|second|third|fourth|fifth|sixth)"
_A_GO = r"(?:go|try|attempt|call|shot|ring|dial|knock)"
_NTH_TRY = re.compile(
    rf"{AND}(?:(?:i['’]?ll\s+|i['’]?m\s+|will\s+|going\s+to\s+|gonna\s+)*(?:try(?:ing)?|ha(?:ve|ving)|giv(?:e|ing)(?:\s+(?:it|her|him|them))?)\s+(?:an?|the|my|another)\s+(?:{_NTH}(?:\s+{_A_GO})?|{_A_GO})"
    rf"|(?:the\s+|my\s+)?(?:{_NTH}\s+(?:go|try|attempt|shot)|(?:go|try|attempt|shot)\s+(?:no\.?\s?|#\s?)?\d{{1,2}}))(?:\s+(?:on|for))?$",
    re.IGNORECASE,
)
# "swing again Mon", whatever a try is called; "snow again Mon" and "hiring again Mon" are none.
_ANY_AGAIN = re.compile(
    rf"{AND}(?:try|attempt|call|ring|phone|dial|buzz|holler|shout|swing|stab|ping|poke|prod|knock|nudge|bump|bug|pester|chase|hunt|reach|hit|go|circle|check|ask|attack|hustle|dig|hound|beep|page|contact|speak|talk|chat|look|peck|tap|pounce|strike|shoot)\s+again(?:\s+on)?$"
)
_IF_NOTHING = re.compile(
    r"^(?:(?:and|but|then|so)\s+)*(?:(?:i['’]?m\s+|will\s+|i['’]ll\s+)?(?:call(?:ing)?\s+(?:it\s+(?:quits|a\s+day)|time\s+on\s+(?:it|this|them|her|him))|giv(?:e|ing)\s+(?:up|it\s+up)|giving\s+up\s+on\s+(?:it|this|them|her|him)|clos(?:e|ing)\s+(?:it|this|them|the\s+file|the\s+deal)(?:\s+(?:out|off|down))?|(?:dropping|letting|drop|let)\s+(?:it|this|them|her|him)(?:\s+go)?|mov(?:e|ing)\s+on|walk(?:ing)?\s+away|(?:i['’]?m\s+)?(?:done|out))\s+)?if\s+(?:(?:i|we|she|he|they|there['’]?s)\s+)?(?:(?:hear|hears|get|gets|have|see)\s+)?(?:still\s+)?(?:nothing|silence|silent|no\s+(?:word|reply|answer|response|news|peep|sound|joy|callback|movement|call|po|sign(?:\s+of\s+life)?)|quiet|(?:don['’]?t|do\s+not|doesn['’]?t|haven['’]?t|hasn['’]?t|(?:do|does|did|have|has|had)\s+not)\s+(?:hear|heard|reply|replied|call|called|answer|answered))(?:\s+(?:back|from\s+[\w'’]+|anything|yet|in|comes?(?:\s+(?:in|back))?))*\s*$",
    re.IGNORECASE,
)
_SILENCE = re.compile(
    r"^(?:(?:and|but|then|so|still|if)\s+)*(?:(?:she|he|they|it)(?:['’]s|\s+(?:is|are|stays?|goes))?\s+)?(?:still\s+)?(?:silent|quiet|silence|no\s+(?:word|reply|answer|response)|nothing(?:\s+heard)?)$|^if$",
    re.IGNORECASE,
)
_PASSES = re.compile(
    r"^\s*(?:passes|goes\s+by|comes\s+and\s+goes)\s+(?:in\s+silence|without\b)|^\s*(?:[=,:]|-?->|then\b)\s*(?:then\s+)?(?:i|we)\b",
    re.IGNORECASE,
)
_SAID_THEN = re.compile(
    rf"^(?:(?:and|but|then|so)\s+)*(?:she|he|they|{NAME})\s+(?:said|says|suggests|suggested|proposes|proposed|wants|offered)\s*$",
    re.IGNORECASE,
)
# "I'll call her Fri": what I mean to do, and nobody has agreed to it.
_I_WILL_RING = re.compile(
    r"^(?:(?:and|but|then|so)\s+)*i(?:['’]?ll|\s+will|(?:['’]?m|\s+am)\s+going\s+to|['’]?m\s+gonna)\s+(?:call|ring|phone|buzz|dial|give\s+(?:her|him|them)\s+an?\s+(?:call|ring|buzz|bell|shout))\b",
    re.IGNORECASE,
)
_IN_HER_PLACE = re.compile(r"\s+if\s+(?:i|we)\s+(?:were|was)\b", re.IGNORECASE)
# "see u in 2029": said to them who will not buy, and no visit.
_FAREWELL = re.compile(rf"{AND}see\s+(?:you|u|ya|them|her|him)\b", re.IGNORECASE)
_LOOKS_IN = re.compile(r"(?:stop\s+in|pop\s+by)\b", re.IGNORECASE)  # whether anybody awaits us is not told
_ALONE = frozenset(
    "give calling ringing versuche versuchen probiere probieren relance relancer back nudge bump ping chase check follow fu touch reach try retry circle trying phoning dialing dialling redialing réessaie réessaye réessayer retente riprovo reintento intento tento prøver försöker forsøger probeer spróbuję próbuję".split()
)


def agreed_step(clause: str, dates: Sequence[DateReading], today: date) -> Step | None:
    """The appointment or plan in a clause that tells nothing else; its date may have two readings. None when there is none (S38)."""
    if (
        not dates
        or (is_negated(clause[: dates[0].start]) and not _IF_NOTHING.match(clause[: dates[0].start]))
        or not (dates[0].on or dates[0].choices)
        or _has_been(dates[0], today)
        or _HOW_IT_WAS.match(clause[dates[0].end :])
    ):
        return None
    two, dates = len(dates), either_day(clause, dates)
    is_either = len(dates) < two
    clause, dates = _dropping_by(clause, _not_today(clause, with_hour(clause, dates), today))
    before = clause[: dates[0].start]
    if not before.strip(" ,") and (behind := _BEHIND.match(clause[dates[0].end :])):
        return step_of((kind_of(behind["what"].lower()), True), dates, clause, today)
    if not before.strip(" ,") and _AGAIN.match(clause[dates[0].end :]):
        return step_of(("call", False), dates, clause, today)
    appointed = None if _was_it(dates[0], today) else _appointed(before)
    if _IF_NOTHING.match(before) or (_SILENCE.match(before.strip()) and _PASSES.match(clause[dates[0].end :])):
        return step_of(("call", False), dates[:1], clause, today)
    if (is_taken(before, dates[0]) and ends_with_day(clause, dates[0].end)) or _did_instead(before, clause, dates[0]):
        return step_of(("call", True), dates, clause, today)
    step = (
        (None if appointed and _is_left_open(appointed[0], dates[0]) else appointed)
        or _planned(clause, before, dates[0], today)
        or together(before, dates)
        or booked(clause, before, dates)
    )
    if step and step[0] == "visit" and dates[0].first_on and _FAREWELL.match(before):
        return None
    if step and _IN_HER_PLACE.match(clause[dates[-1].end :]):
        return None
    if step and (is_either or _I_WILL_RING.match(before)):
        step = step[0], False
    is_open = step and step[1] and _ONLY_IF.match(clause[dates[-1].end :])
    return step_of(step, dates, clause, today) if step and not is_open else None


# "orals wk of 5/18 if we make it": whether it comes about is open; "if needed" and "if no answer" leave it as it is.
_ONLY_IF = re.compile(
    r"[\s,(]*(?:but\s+)?(?:only\s+)?(?:if|provided|assuming|as\s+long\s+as|subject\s+to)\s+(?!(?:no|not|nothing|needed|need|possible|poss|anything|that|ok|she|he|they\s+(?:don|have))\b)",
    re.IGNORECASE,
)


def step_of(found: Found, dates: Sequence[DateReading], clause: str, today: date) -> Step:
    what, is_agreed = found
    first = dates[0].first_on
    day_of_contact = replace(dates[0], on=first_working_day(max(first, today))) if first else dates[0]
    return Step(what, day_of_contact, clause, agreed=is_agreed, is_plan=not is_agreed)


def _appointed(before: str) -> Found | None:
    """ "review call Tue 10:00", "call stays 3/26", "demo for them on …"."""
    found = None if _ONE_OF_OURS_CALLS.match(before) else _APPOINTED.match(before)
    if (
        not found
        or _is_no_kind(found["any"])
        or re.match(r"\s+is\s+(?:off|cancell?ed)\b", before[found.end() :], re.IGNORECASE)
    ):
        return None
    return (kind_of(" ".join(found["what"].lower().split())), True) if _REST.match(before[found.end() :]) else None


_INSTEAD = re.compile(r"\s+instead(?:\s+for\s+(?:the|a|an|our)\s+[\w-]+)?[\s.!]*", re.IGNORECASE)
_DID = re.compile(rf"{AND}(?:we\s+)?did$", re.IGNORECASE)


def _did_instead(before: str, clause: str, day: DateReading) -> bool:
    """ "can't Mon, did Tues 2pm instead": of a day to come it is what was agreed."""
    return bool(day.at and _DID.match(before.strip()) and _INSTEAD.fullmatch(clause[day.end :]))


def _not_today(clause: str, dates: Sequence[DateReading], today: date) -> Sequence[DateReading]:
    """ "Next call Monday", said on a Monday: the call that is told of is over, so it is in a week."""
    days = dates[0].choices
    if not days or days[0] != today or not _NEXT_TIME.search(clause):
        return dates
    return (replace(dates[0], on=days[-1], choices=()), *dates[1:])


def _dropping_by(clause: str, dates: Sequence[DateReading]) -> tuple[str, Sequence[DateReading]]:
    """ "I stop by Tue 8:30" is on Tuesday, and not by then."""
    by = _BY.match(clause[dates[0].start :]) if _STOPS.search(clause[: dates[0].start]) else None
    if not by:
        return clause, dates
    on = replace(dates[0], by=False, start=dates[0].start + by.end(), text=dates[0].text[by.end() :])
    return clause, (on, *dates[1:])


def _is_left_open(what: str, day: DateReading) -> bool:
    """ "demo by Friday", and an intro without its hour, which may be anybody's to make."""
    return (day.by and what != "call") or (what == "intro" and not day.at)


def _has_been(day: DateReading, today: date) -> bool:
    return bool(day.on and day.on < today)


def _was_it(day: DateReading, today: date) -> bool:
    """ "Site visit at Hexagon today": what the line tells of, and no next one."""
    return day.on == today and not day.at and day.text.strip().lower() == "today"


def _is_no_kind(word: str | None) -> bool:
    """ "results call" is one; "will call", "cancelled call", "asks call" are none."""
    low = (word or "").lower()
    return (
        low in _NO_KIND or low.endswith("ed") or (base_verb(low) is not None and not low.endswith("ing"))
        if low
        else False
    )


# "the demo Mon with the crew was slick": told of one that has been
_HOW_IT_WAS = re.compile(
    r"\s*(?:(?:with|w/|w|at|for)\s+(?:\S+\s+){1,4}?)?(?:was|were|went|wasn['’]?t|didn['’]?t)\b", re.IGNORECASE
)


def _planned(clause: str, before: str, day: DateReading, today: date) -> Found | None:
    if one := one_then(clause, before, day):
        return one
    counted = _NTH_TRY.match(before.strip(" ,")) and not day.first_on and not _was_it(day, today)
    counted = counted and ends_with_day(clause, day.end)  # "3rd try Friday was no good" has been
    if counted or _ONE_MORE.match(before.strip(" ,")):
        return "call", False
    if we_two(before):
        return "call", True
    if _WITH_THEIRS.match(before):
        return None
    found = _PLANNED.match(before)
    if found is None:
        return ("call", False) if _ANY_AGAIN.match(before.strip(" ,")) else None
    verb = found["verb"].lower().split()[0]
    if not _REST.match(before[found.end() :]) or (
        clause_of(clause).side is Side.theirs and verb in {"talk", "speak", "talking", "speaking"}
    ):
        return None
    if found["verb"].lower().endswith(("there", "site")):
        return "visit", verb != "there"
    if _LOOKS_IN.match(found["verb"]):
        return "visit", False
    return kind_of(OF_VERB.get(verb, "call")), verb not in _ALONE


_PERSON = rf"(?:her|him|them|both|{NAME}|(?:the|her|his|their)\s+(?:[a-z-]+\s+)?[a-z-]+)(?:\s+(?:from|at|in)\s+(?:the\s+)?[\w&-]+)?"
# "let's do Mon 4pm per Dana", "3/19 9am w/ him + the foreman": what we agreed, and who is there.
_LETS_OR_WITH = re.compile(
    rf"^(?:let['’]?s\s+(?:do|say|make\s+it|go\s+(?:with|for)))?\s*(?:(?:at\s+)?(?:w/\s*|with\s+|per\s+){_PERSON}(?:\s*(?:,|&|\+|and)\s*{_PERSON})*)?$",
    re.IGNORECASE,
)
_SO_BE_IT = re.compile(r"\s+(?:it\s+is|then|next|instead)[\s.!]*$", re.IGNORECASE)


def bare_step(clause: str, dates: Sequence[DateReading], kind: str, today: date) -> Step | None:
    """ "Thu 3pm her time" behind it, "tues 10 it is", and nothing else: then they speak."""
    so_be_it = _SO_BE_IT.search(clause)
    is_ours = so_be_it is not None and so_be_it[0].strip(" .!").lower() == "then"  # "no demo, Fri 3 then"
    clause = clause[: so_be_it.start()] if so_be_it else clause
    dates = with_hour(clause, dates) if kind or so_be_it else dates
    if (
        len(dates) != 1
        or not (dates[0].on or dates[0].choices)
        or dates[0].by
        or not dates[0].at
        or dates[0].not_before
        or _has_been(dates[0], today)
    ):
        return None
    rest = re.sub(
        r"^(?:that|it)(?:['’]?s|\s+is)\b(?:\s+on\b)?|\b(?:works|for\s+(?:me|us|her|him|them|both))$",
        "",
        f"{clause[: dates[0].start]} {clause[dates[0].end :]}".strip(" ,.!"),
    ).strip()
    rest = _LETS_OR_WITH.sub("", _SAID_THEN.sub("", rest) if kind else rest)
    return (
        step_of((kind or "call", bool(kind) or not is_ours), dates, clause, today)
        if not rest
        or (kind and re.fullmatch(r"(?:at|in)\s+(?:their|our|the|her|his)\s+[\w'’-]+(?:\s+\w+)?", rest, re.IGNORECASE))
        or (re.fullmatch(r"\(?[A-Za-z]+\)?", rest) and "(" in rest)
        else None
    )
