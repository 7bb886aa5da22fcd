"""What happened on a call, from the words reps use (playbook sections 2 and 3). What it achieved: see bot.reading.results."""

import re
from collections.abc import Sequence
from functools import lru_cache

from bot.model import Outcome
from bot.reading.others import is_desk, is_only_desk, is_somebody_else, passes_on, told_by_desk, told_by_machine
from bot.reading.shorthand import spelled
from bot.reading.speech import NAME, SPOKE_WITH, first_clauses, unquoted
from bot.reading.tries import (
    NEVER_CAME,
    NOTHING_LEFT,
    RINGS,
    STRANGER,
    VISITED,
    is_summary,
    is_taken_down,
    left_nothing,
    was_there,
)

_NOT_REACHED = (
    r"^(?:(?:i|we|but)\s+)*(?:did ?n['’]?t|did not|could ?n['’]?t|could not|unable to|failed to|never|not)\s+(?:reach(?:ed)?|get (?:hold of|through to))\b"
    r"(?!\s+(?:an?|any|the|our|your|this|that|\w+\s+(?:boss|manager|team|decision|agreement))\b)"
)
_WEEKDAY = r"(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?\b"
_WHICH = r"(?:(?:\d+(?:st|nd|rd|th)|second|third|fourth|short|long)\s+)"
_LEFT_VM = (
    r"left (?:[\w'’-]+ ){0,4}(?:message|msg) (?:on|in) (?:[\w-]+['’]s (?:new |work )?|(?:the|his|her|their|an?) )?(?:answering )?(?:machine|voice ?mail|vm|mailbox|answerphone|combox|anrufbeantworter|(?-i:AB)\b)|"
    r"(?:spoke|talked) (?:on|to|onto) (?:the|his|her|their) (?:answering )?(?:machine|voice ?mail|mailbox|combox|anrufbeantworter|(?-i:AB)\b)|"
    rf"left (?:[\w'’-]+ (?=an? |another ))?(?:(?:a|another|him|her|them|my|one more)\s+)*{_WHICH}?(?:vm|v/m|voice ?mail)s?|lvm|ab (?:bei (?:.{{1,30}} )?)?besprochen"
    r"|(?:(?:auf|an)\s+(?:(?:die|den|der|ihre[rn]?|seine[rn]?)\s+)?)?(?:mailbox|ab|anrufbeantworter|sprachbox|combox|voicemail)\s+(?:gesprochen|hinterlassen|besprochen|gequatscht)"
    r"|vm(?:['’]?d| left)|voicemail left"
)
_WRONG_DOOR = re.compile(
    r"^(?:(?:got|reached|rang|called|only|just|it|was|the|a)\s+)*wrong (?:ext(?:ension)?|dep(?:t|artment)|office|branch|person)\b",
    re.IGNORECASE,
)
_OUTCOMES: tuple[tuple[re.Pattern[str], Outcome], ...] = tuple(
    (re.compile(pattern, re.IGNORECASE), outcome)
    for pattern, outcome in (
        (
            rf"\b(?:no[- ]?show(?:ed|s)?|ghosted (?:me|us|our|my|the)|stood me up|{NEVER_CAME})",
            Outcome.no_show,
        ),
        (
            r"\b(?:wrong (?:number|no\b(?! (?:one|idea)))|(?:number|line|phone|switchboard)(?:['’]s| is| was| has been|\b.{0,30}? has been)? (?:wrong|dead|disconnected|not in service|out of service)|(?:it|number|line)\s+(?:is|was|has\s+been)\s+disconnected|wn|no longer (?:in service|his number|her number))\b",
            Outcome.wrong_number,
        ),
        (STRANGER, Outcome.wrong_number),
        (_WRONG_DOOR.pattern, Outcome.wrong_number),
        (
            rf"\b(?:{_LEFT_VM}|buzón de voz|répondeur(?!.*pas laissé)|^(?:{_WHICH}|another\s+)?vm\b(?!\s+(?:box\s+)?(?:is\s+)?full)|(?<!hates )(?<!prefers )(?<!no )(?<!to )(?<!straight to )voice ?mail(?!\s*(?:box)?\s+(?:is\s+)?full))\b",
            Outcome.left_voicemail,
        ),
        (
            r"\b(?:left (?:(?:a|the|my|another)\s+)*(?:live |verbal )?(?:msg|message|word)|lm|richtet (?:ihr|ihm|es) aus|nachricht hinterlassen|message laissé|took (?:(?:a|my|the)\s+)?(?:message|msg))\b",
            Outcome.left_message,
        ),
        (
            (
                r"\b(?:no answer|no reply|no ans|n/a|na|gvm|no pick[- ]?up|rang out|rings? out|(?:just|only) (?:rings|rang)|no luck|no joy"
                r"|(?:vm|voice ?mail|mailbox)(?: box)?(?: is| was)? full|straight to (?:vm|voice ?mail)|nicht (?:da|erreicht|erreichbar)|keine? antwort|niemand erreicht|geht (?:keiner|niemand|nicht) (?:ran|dran)|pas (?:là|joignable)|ne répond pas|pas de réponse|no contesta|non risponde|nessuna risposta|svarer ikke|(?:ikke|inget|ingen) svar)\b"
            ),
            Outcome.no_answer,
        ),
        (rf"^(?:zip|zilch|crickets)$|{_NOT_REACHED}|\b(?:{RINGS}|{NOTHING_LEFT})", Outcome.no_answer),
        (
            (
                r"\b(?:line (?:was |is |still )?(?:busy|engaged)|(?:ext(?:ension)?|cell|mobile|phone)(?:\s+\d+)?\s+(?:was\s+|is\s+|still\s+)*busy(?=\s*$|\s+(?:again|all|both|tone|signal))|busy (?:both|all|each|every)|^busy|busy (?:sig(?:nal)?|tone)|was busy|engaged tone|engaged$|(?:dauer|immer |ständig )?besetzt(?=$|zeichen|[,;.]|\s+(?:gewesen|beim?|auch|seit|heute))"
                r"|(?:linea|sempre|risulta) occupat[ao]|(?:ligne|toujours|sonne) occupée?|(?:línea|siempre) ocupad[ao]|comunicando|^(?:occupé|occupato|ocupado|opptatt|optaget|upptaget)$)(?!\w)"
            ),
            Outcome.busy,
        ),
        (
            r"^(?:(?:i|we)\s+)?(?:just\s+)?(?:emailed|(?:e-)?mailed\s+(?:(?:her|him|them|both)\b|(?-i:[A-ZÀ-Þ])[\w'’.-]+)(?!.{0,40}?\b(?:samples?|parcel|package|box|brochures?|catalogues?|cards?|letter)\b)|em(?:['’]?d)?|(?:got\s+|only\s+|another\s+|[\w'’-]+\s+(?=(?:[\w'’-]+\s+)?auto))*(?:(?:an?|the|her|his|their)\s+|(?-i:[A-ZÀ-Þ])[\w'’-]+\s+)?(?:auto[- ]?(?:reply|response)|(?:ooo|out[- ]of[- ]office)(?:\s+(?:bounce|reply|message|msg)|\s*:))|sent (?:(?:an?|the|my|our|that|this)\b.{0,60}?\b)?(?:e-?mail|linkedin (?:note|message))|e-?mail sent)\b",
            Outcome.email,
        ),
        (
            r"\b(?:nudged?|chased?|pinged?|poked?|reminded|followed\s+up|wrote)\b(?:\s+(?:her|him|them|again|it|up))*\s+(?:by|via|over|w/|with\s+an?)\s+e-?mail\b",
            Outcome.email,
        ),
        (
            rf"^(?:i\s+|we\s+|just\s+|had\s+)*(?:a\s+)?(?:met|visited|toured|on-?\s?site|(?:in[- ]person|face[- ]to[- ]face|f2f)(?:\s+(?:mtg|meeting|visit))?|(?:good|great|quick|nice)\s+(?:meeting|mtg|visit)|mtg|meeting(?:\s+(?:held|took\s+place))?|lunch|coffee|breakfast|dinner|drinks|beers?|site\s+visit|visit)\s+(?:with\b|w/|at\b|today\b|(?!{_WEEKDAY}){NAME})",
            Outcome.meeting,
        ),
        (r"^(?:met|visited|meeting with|met with)\b", Outcome.meeting),
        (VISITED, Outcome.meeting),
    )
)


_LEFT_ONE = re.compile(
    r"^(?:(?:and|but|then|so|finally)\s+)*left\s+(?:(?:one|another)\b|(?:word|(?:an?\s+)?(?:message|msg))\b(?!\s+at\b))(?!\s+(?:out|behind|with))",
    re.IGNORECASE,
)
_MACHINE = re.compile(r"\b(?:vm|voice\s?mail|mailbox|machine)\b", re.IGNORECASE)
_LEFT = re.compile(rf"\b(?:{_LEFT_VM})\b", re.IGNORECASE)
_RANG = re.compile(r"^(?:(?:i|we)\s+)?(?:rang|call(?:ed)?)\b", re.IGNORECASE)  # whom we rang need not have answered
_AGO = re.compile(r"\b(?:yesterday|ago|last|earlier|before)\b", re.IGNORECASE)
_EARLIER = re.compile(
    r"\b(?:yesterday|ago|last|earlier|before|(?!today)\w+day|mon|tues?|wed|thurs?|fri)\b", re.IGNORECASE
)
# "scratch that, she called right back": what was told first does not hold
_TAKEN_BACK = r"(?:scratch|strike|ignore|forget|cancel|undo)\s+(?:that|this|the\s+above|all\s+that)|never\s*mind|(?:no\s+)?wait|correction|edit|update|wrong|oops|actually|nope"
_THEN = rf"^(?:(?:and|but|then|so|later|today|now|this\s+(?:morning|afternoon|week)|finally|eventually|after\s+that|{_TAKEN_BACK})[\s:.!-]+)*"
_AFTERWARDS = r"(?:(?:then|later|just|finally|now|has|have|since|actually|already)\s+)*"
CAME_BACK = re.compile(
    rf"{_THEN}(?:(?:she|he|they|{NAME})(?:['’](?:s|ve))?\s+){_AFTERWARDS}(?:(?:replied|texted|emailed|wrote|messaged|answered)\b(?!\s+(?:machine|phone))"
    r"|(?:rang|called|phoned|came|got|wrote|texted)\s+(?:(?:right|straight|just)\s+)?(?:me|us|back)\b|returned\s+(?:my|the|our)\s+call|picked\s+up)"
    r"|^(?:(?:and|but|so|later)\s+)*(?:then|finally|eventually|tried\s+again\s+and)\s+(?:i\s+)?(?:spoke|talked|got\s+(?:through|hold)|reached)\b(?!.*\b(?:reception|secretary|assistant|colleague|gatekeeper)\b)",
    re.IGNORECASE,
)
_NOT_IN = re.compile(
    rf"^(?:(?:and|but|then|so|tried|called|rang)\s+)*(?:she|he|they|{NAME})\s+(?:was|were|is|are)\s*(?:n['’]?t|not)\s+(?:there|in|available|around|at\s+(?:her|his|their)\s+desk)(?:\s+(?:today|now|right\s+now|at\s+the\s+moment|yet|again))*$",
    re.IGNORECASE,
)
_MESSAGES = frozenset({Outcome.left_voicemail, Outcome.left_message})


_TRIED = frozenset({Outcome.no_answer, Outcome.busy, Outcome.left_voicemail, Outcome.left_message, Outcome.email})


def is_outcome_alone(clause: str) -> bool:
    """ "lvm", "no answer": said by the outcome already."""
    return any(pattern.fullmatch(clause) for pattern, _ in _OUTCOMES)


def outcome_of(text: str, *, spoke: bool) -> Outcome:
    clauses = first_clauses(unquoted(text))
    told = [outcome for clause in clauses if not is_summary(clause) for outcome in outcomes_in(clause)]
    first = told[0] if told else _untold(clauses, spoke=spoke)
    if first in _TRIED and _came_back(clauses):
        return Outcome.connected
    if first is Outcome.wrong_number and spoke and any(map(_WRONG_DOOR.match, clauses)):
        return Outcome.connected  # they were put through
    if first is Outcome.left_voicemail and left_nothing(clauses) and not any(map(_LEFT.search, clauses)):
        return Outcome.no_answer
    if first is Outcome.no_answer and any(map(_MACHINE.search, clauses)) and any(map(_LEFT_ONE.match, clauses)):
        return Outcome.left_voicemail
    if first in {Outcome.no_answer, Outcome.busy}:  # and a message was left: that reaches them
        message = Outcome.left_message if any(map(_leaves_word, clauses)) else first
        of_today = [outcome for clause in clauses if not _EARLIER.search(clause) for outcome in outcomes_in(clause)]
        return next((outcome for outcome in of_today if outcome in _MESSAGES), message)
    is_answered = (spoke and not any(map(_WE_WILL.match, clauses))) and not any(map(told_by_machine, clauses))
    return Outcome.connected if is_answered and first is Outcome.email else first


_WE_WILL = re.compile(
    r"^(?:(?:and|but|then|so)\s+)*(?:(?:i|we)\s+)?(?:(?:will|['’]ll|am\s+going\s+to|gonna|to)\s+)(?:call|ring|phone|try|chase|follow|check|nudge|ping)\b",
    re.IGNORECASE,
)


def _untold(clauses: Sequence[str], *, spoke: bool) -> Outcome:
    """Where no word says what happened: at their place, or with whoever answers their phone."""
    if clauses and was_there(clauses[0]):
        return Outcome.meeting
    spoke_with = [clause for clause in clauses if SPOKE_WITH.match(clause) and not is_only_desk(spelled(clause))]
    if (
        any(map(_leaves_word, clauses))
        and all(map(_RANG.match, spoke_with))
        and (not spoke or any(is_desk(clause) or is_somebody_else(clause) for clause in clauses))
    ):
        return Outcome.left_message
    if spoke_with:
        return Outcome.connected
    is_only = _only_desk(clauses) or any(map(told_by_machine, clauses))
    return Outcome.no_answer if not spoke and is_only else Outcome.connected


def _leaves_word(clause: str) -> bool:
    return passes_on(clause) or is_taken_down(clause)


def _only_desk(clauses: Sequence[str]) -> bool:
    """The front desk answered, or the one we wanted was not in: that is no conversation."""
    if any(SPOKE_WITH.match(clause) for clause in clauses):
        return False
    plain = tuple(map(spelled, clauses))
    return bool(plain) and bool(
        _NOT_IN.match(plain[0]) or any(told_by_desk(clause) or is_only_desk(clause) for clause in plain)
    )


def _came_back(clauses: Sequence[str]) -> bool:
    """ "called twice no answer, then she replied": behind the try, they answered after all."""
    tried = next((at for at, clause in enumerate(clauses) if any(outcomes_in(clause))), len(clauses))
    return any(CAME_BACK.match(spelled(clause)) and not _AGO.search(clause) for clause in clauses[tried + 1 :])


_KEPT = 64  # clauses: each is asked for several times while a line is read
_AT_AN_HOUR = re.compile(r"\b(?:\d{1,2}:\d\d|\d{1,2}\s?[ap]m|\d{1,2}/\d{1,2}|\d{1,2}\s?uhr)\b", re.IGNORECASE)
_WAS_MET = re.compile(r"\b(?:met|visited|toured|held|took\s+place|today|went|was|were|from|after)\b", re.IGNORECASE)


@lru_cache(maxsize=_KEPT)
def outcomes_in(clause: str) -> tuple[Outcome, ...]:
    """A meeting at an hour or a day is to come: "f2f w/ him Tue 10:30" is a plan."""
    to_come = bool(_AT_AN_HOUR.search(clause)) and not _WAS_MET.search(clause)
    return tuple(
        outcome
        for pattern, outcome in _OUTCOMES
        if pattern.search(clause) and not (to_come and outcome is Outcome.meeting)
    )
