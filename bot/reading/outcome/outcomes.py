"""What happened on a call, from a whole line (playbook sections 2 and 3). What one clause tells: see bot.reading.outcome.happened; what it achieved: bot.reading.outcome.results."""

import re
from collections.abc import Sequence

from bot.model import Outcome
from bot.reading.grammar.others import (
    is_answered_by_another,
    is_desk,
    is_only_desk,
    is_somebody_else,
    keeps_word,
    passes_on,
    told_by_desk,
    told_by_machine,
)
from bot.reading.outcome.earlier import is_earlier, of_now
from bot.reading.outcome.happened import LEFT_VM, is_only_machine, outcomes_in
from bot.reading.outcome.latethings import without_late_things
from bot.reading.outcome.machines import is_machine, is_spoken_there
from bot.reading.outcome.senton import is_sent_on
from bot.reading.outcome.stayedaway import is_not_there, stayed_away, was_another
from bot.reading.outcome.tries import (
    did_not_come,
    is_summary,
    is_taken_down,
    left_nothing,
    rang_elsewhere,
    was_there,
    without_answer,
)
from bot.reading.outcome.unanswered import ON_HOLD
from bot.reading.outcome.unansweredmail import is_unanswered_mail
from bot.reading.outcome.visits import came_by, is_missed
from bot.reading.people.shorthand import spelled
from bot.reading.words.speech import NAME, SPOKE_WITH, first_clauses, unquoted

_LEFT_ONE = re.compile(
    r"^(?:(?:and|but|then|so|finally)\s+)*left\s+(?:(?:one|another)\b|(?:word|(?:an?\s+)?(?:message|msg))\b(?!\s+at\b))(?!\s+(?:out|behind|with))",
    re.IGNORECASE,
)
_MACHINE = re.compile(r"\b(?:vm|voice\s?mail|mailbox|machine)\b", re.IGNORECASE)
_LEFT = re.compile(rf"\b(?:{LEFT_VM})\b", re.IGNORECASE)
_RANG = re.compile(r"^(?:(?:i|we)\s+)?(?:rang|call(?:ed)?)\b", re.IGNORECASE)  # whom we rang need not have answered
_AGO = re.compile(r"\b(?:yesterday|ago|last|earlier|before)\b", re.IGNORECASE)
# "scratch that, she called right back": what was told first does not hold
_TAKEN_BACK = r"(?:scratch|strike|ignore|forget|cancel|undo)\s+(?:that|this|the\s+above|all\s+that)|never\s*mind|(?:no\s+)?wait|correction|edit|update|wrong|oops|actually|nope"
_THEN = rf"^(?:(?:and|but|then|so|later|today|now|this\s+(?:morning|afternoon|week)|finally|eventually|after\s+that|{_TAKEN_BACK})[\s:.!-]+)*"
_AFTERWARDS = r"(?:(?:then|later|just|finally|now|has|have|since|actually|already)\s+)*"
CAME_BACK = re.compile(
    rf"{_THEN}(?:(?:she|he|they|{NAME})(?:['’](?:s|ve))?\s+){_AFTERWARDS}(?:(?:replied|texted|emailed|wrote|messaged|answered|acked|acknowledged|reacted|thanked\s+(?:me|us)|confirmed\s+(?:receipt|(?:she|he|they)\s+(?:got|has|have)\s+it))\b(?!\s+(?:machine|phone))"
    r"|(?:rang|called|phoned|came|got|wrote|texted)\s+(?:(?:right|straight|just)\s+)?(?:me|us|back)\b|returned\s+(?:my|the|our)\s+call|picked\s+up)"
    r"|^(?:(?:and|but|so|later)\s+)*(?:then|just|finally|eventually|tried\s+again\s+and)\s+(?:i\s+)?(?:spoke|talked|got\s+(?:through|hold|[\w'’-]+\s+on\s+(?:the\s+)?(?:phone|line))|reached)\b(?!.*\b(?:reception|secretary|assistant|colleague|gatekeeper)\b)",
    re.IGNORECASE,
)
_NOT_IN = re.compile(
    rf"^(?:(?:and|but|then|so|tried|called|rang)\s+)*(?:she|he|they|{NAME})\s+(?:(?:was|were|is|are)\s*)?(?:n['’]?t|not)\s+(?:there|in|available|around|at\s+(?:her|his|their)\s+desk)(?:\s+(?:today|now|right\s+now|at\s+the\s+moment|yet|again))*$",
    re.IGNORECASE,
)
_FORGOT_CALL = re.compile(
    r"\bforg[eo]ts?(?:\s+about)?\s+\w+\s+(?:\S+\s+)?(?:phone\s+)?call\b", re.IGNORECASE
)  # and told so, where they take something on
_MESSAGES = frozenset({Outcome.left_voicemail, Outcome.left_message})


_TRIED = frozenset({Outcome.no_answer, Outcome.busy, Outcome.left_voicemail, Outcome.left_message, Outcome.email})


# "got Walt's machine left word", in one breath
_ON_MACHINE = re.compile(
    r"\b(?:machine|voice\s?mail|vm|recording|answerphone)\s+(?:and\s+)?left\s+(?:word|an?\s+(?:message|msg|note)|message|msg|it)\b",
    re.IGNORECASE,
)

_PUT_THROUGH = re.compile(
    r"\b(?:thr(?:u|ough)|over|on)\s+to\s+(?:[\w'’-]+\s+){0,2}(?:vm|voice\s?mail|machine|mailbox)\b", re.IGNORECASE
)


def outcome_of(text: str, *, spoke: bool, by_a_day: bool = False) -> Outcome:
    """`by_a_day`: they took on an act with a day, which no machine does."""
    clauses = without_answer(without_late_things(first_clauses(unquoted(text))))
    if by_a_day or any(map(_is_talk, clauses)):
        clauses = tuple(clause for clause in clauses if not is_only_machine(clause))
    counted = [clause for clause in of_now(clauses) if not (is_summary(clause) or was_another(clause, clauses))]
    told = [outcome for clause in counted for outcome in outcomes_in(clause)]
    first = told[0] if told else _untold(clauses, spoke=spoke)
    first = Outcome.email if first is Outcome.no_answer and not spoke and is_unanswered_mail(clauses) else first
    if first in _TRIED and _came_back(clauses):
        return Outcome.connected
    if first not in _MESSAGES and stayed_away(clauses) is not None:
        first = Outcome.no_show
    return _after_all(first, clauses, spoke=spoke, by_a_day=by_a_day)


def _after_all(first: Outcome, clauses: Sequence[str], *, spoke: bool, by_a_day: bool) -> Outcome:
    """What is told first, unless the rest of the line makes something else of it."""
    match first:
        case Outcome.no_show if _talked_after_all(clauses) or (by_a_day and any(map(_FORGOT_CALL.search, clauses))):
            return Outcome.connected
        case Outcome.wrong_number if is_sent_on(clauses, spoke=spoke):
            return Outcome.connected  # they were put through
        case Outcome.left_voicemail if left_nothing(clauses) and not any(map(_is_left, clauses)):
            return Outcome.no_answer
        case Outcome.left_message if any(map(_takes_message, clauses)):
            return Outcome.left_voicemail
        case Outcome.no_answer if any(map(_MACHINE.search, clauses)) and any(map(_LEFT_ONE.match, clauses)):
            return Outcome.left_voicemail
        case Outcome.no_answer | Outcome.busy:
            return _left_then(first, clauses)
        case Outcome.email if spoke and _is_answered(clauses):
            return Outcome.connected
        case _:
            return first


def _left_then(first: Outcome, clauses: Sequence[str]) -> Outcome:
    """Nobody took it, and a message was left: that reaches them."""
    message = Outcome.left_message if any(map(_leaves_word, clauses)) else first
    of_today = (outcome for clause in clauses if not is_earlier(clause) for outcome in outcomes_in(clause))
    return next((outcome for outcome in of_today if outcome in _MESSAGES), message)


def _is_answered(clauses: Sequence[str]) -> bool:
    """Whether they spoke besides: not where the mail brought what they had signed, or we shall try again."""
    is_written = any(map(_SENT_SIGNED.search, clauses)) or any(map(_WE_WILL.match, clauses))
    return not is_written and not any(map(told_by_machine, clauses))


def _takes_message(clause: str) -> bool:
    is_put_through = _PUT_THROUGH.search(clause)
    return bool(is_put_through or is_machine(clause) or told_by_machine(clause) or _ON_MACHINE.search(clause))


def tells_no_show(clause: str) -> bool:
    return Outcome.no_show in outcomes_in(clause) or is_not_there(clause)


# "room empty, talked w dana at her desk"
_TALKED = re.compile(
    r"^(?:(?:i|we|and|but|so|then|after\s+that)\s+)*(?:(?:a\s+)?(?:good|great|nice|long|quick|short)\s+(?:talk|chat|call)|(?:talked|spoke|chatted|met)\s+(?:w/\s*|(?:w|with|to)\s+)(?!(?:(?:the|an?|his|her|their)\s+)?(?:nobody|no\s?-?one|reception(?:ist)?|front\s+desk|guard|security|assistant|secretary|pa|ea|gatekeeper)\b)\w+|(?:demo|call|meeting|talk)\s+went\s+(?:well|fine|great|good|ok)|(?:(?:she|he|they)\s+)?(?:did|joined)\b(?!\s+(?:not|by\s+mistake)\b))",
    re.IGNORECASE,
)


_SORRY = re.compile(
    r"\b(?:sorry|apolog(?:y|ies|i[sz]e[sd]?|i[sz]ing))\b(?=.*\b(?:no[\s-]?show|miss|call|forg[oe]t))", re.IGNORECASE
)
# "sent a sorry we missed you note": said to nobody.
_OURS = re.compile(
    r"\b(?:i|i['’]m|we|we['’]re|sent|left|e-?mailed|texted|wrote|vm|voice-?mail|note|message)\b(?=.*\b(?:sorry|apolog))|^sorry\s+(?:to|we|i)\b",
    re.IGNORECASE,
)


def _talked_after_all(clauses: Sequence[str]) -> bool:
    """Be it that they say sorry for it."""
    told = (at for at, clause in enumerate(clauses) if Outcome.no_show in outcomes_in(clause))
    shown = next(told, stayed_away(clauses) or 0)
    if any(_SORRY.search(clause) and not _OURS.search(clause) for clause in clauses[shown:]):
        return True
    return any(map(_TALKED.match, clauses[shown + 1 :]))


# "emailed the signed order form": it came in writing, whatever was agreed beside it
_SENT_SIGNED = re.compile(
    r"\be-?mailed\s+(?:(?:us|me|back|over|in)\s+)*(?:(?:the|their|an?|his|her|our)\s+)?(?:fully\s+|duly\s+)?(?:counter-?)?(?:signed|executed)\b",
    re.IGNORECASE,
)


def _is_talk(clause: str) -> bool:
    """Somebody was spoken to, and today: whom we rang need not have answered."""
    is_said = SPOKE_WITH.match(clause) and not (_RANG.match(clause) or is_only_machine(clause))
    return bool(is_said) and not (is_earlier(clause) or is_only_desk(spelled(clause)))


def _is_left(clause: str) -> bool:
    return bool(_LEFT.search(clause)) or is_spoken_there(clause)


_WE_WILL = re.compile(
    r"^(?:(?:and|but|then|so)\s+)*(?:(?:i|we)(?:['’](?:ll|m))?\s+)?(?:(?:will|am\s+going\s+to|gonna|to)\s+)?(?:(?:call|ring|try|follow|check|ping)(?:ing)?|phon(?:e|ing)|chas(?:e|ing)|nudg(?:e|ing)|bump(?:ing)?)\b(?!\s+(?:me|us|went|was|is|at|with|w/)\b)",
    re.IGNORECASE,
)


_SILENT = re.compile(rf"nothing\s+(?:back\s+|more\s+)?from\s+(?:{NAME}|her|him|them)\s+since\b", re.IGNORECASE)


def _untold(clauses: Sequence[str], *, spoke: bool) -> Outcome:
    """Where no word says what happened: at their place, or with whoever answers their phone."""
    if clauses and (was_there(clauses[0]) or came_by(tuple(clauses))):
        return Outcome.meeting
    if not spoke and rang_elsewhere(clauses):
        return Outcome.wrong_number
    if did_not_come(clauses, spoke=spoke):
        return Outcome.no_show
    if not spoke and is_missed(tuple(clauses)):
        return Outcome.no_answer
    spoke_with = [clause for clause in clauses if SPOKE_WITH.match(clause) and not is_only_desk(spelled(clause))]
    if (
        any(map(_leaves_word, clauses))
        and all(map(_RANG.match, spoke_with))
        and (not spoke or any(is_desk(clause) or is_somebody_else(clause) or keeps_word(clause) for clause in clauses))
    ):
        return Outcome.left_message
    if spoke_with:
        return Outcome.connected
    if not spoke and any(map(ON_HOLD.match, clauses)) and not any(map(_OF_THEM.search, clauses)):
        return Outcome.no_answer
    if not spoke and _only_sent(clauses):
        return Outcome.email
    is_silent = any(map(_SILENT.match, clauses[:1]))
    is_only = is_silent or _only_desk(clauses) or any(map(told_by_machine, clauses)) or _another_answered(clauses)
    return Outcome.no_answer if not spoke and is_only else Outcome.connected


# "sent Will the final note", and nothing of him behind it: it went in writing. A thing that is carried did not.
_SENT = re.compile(
    rf"^(?:(?:i|we|just|finally)\s+)*sent\s+(?:{NAME}|(?!the\b|our\b|an?\b|my\b|me\b|us\b|one\b)[a-z][\w'’-]+(?=.{{0,40}}\b(?:quote|quotation|offer|proposal|price\s*list|prices?|pricing|estimate|contract|agreement|specs?|invoice|datasheet|terms)\b))\s+(?:the|our|an?|my|one|his|her|their)\s+(?!.*\b(?:samples?|parcel|package|box|kit|brochures?|catalogues?|cards?|letter|flowers|courier|post|text|sms|whatsapp|unit|coils?|parts?)\b)\w",
    re.IGNORECASE,
)
_MAILED = re.compile(
    rf"^(?!.*\b(?:from|at|of)\b)(?:{NAME}[:,]?\s+)?(?:(?:the|our|my|new|revised)\s+)*(?!(?:she|he|they|(?:his|her|their)\s+\w+|boss|owner|manager|buyer|assistant|secretary|partner|finance|legal|procurement|purchasing|team|cfo|ceo|coo|cto|colleague|they)\b)[a-z][\w'’-]*(?:\s+[a-z][\w'’-]*){{0,2}}\s+(?:(?:was|is|got|just)\s+)*e?-?mailed(?:\s+(?:out|over|off|today|now|to\s+(?:her|him|them|{NAME})))*$"
)  # "price list mailed"; "Ana mailed" is hers
# "forwarded the case study to Ray": whatever it is, as long as nobody carries it.
_SENT_TO = re.compile(
    rf"^(?:(?:i|we|just|finally)\s+)*(?:(?:re-?)?sent|forwarded|shot|fired|mailed|e-?mailed)\s+(?!.*\b(?:samples?|parcel|package|box|kit|brochures?|catalogues?|cards?|flowers|courier|post|text|sms|whatsapp|unit|coils?|parts?)\b)(?:(?:over|off|out)\s+)?(?:[\w'’&.-]+\s+){{1,5}}?(?:(?:over|off|out|across)\s+)?to\s+(?:{NAME}|her|him|them)\b",
    re.IGNORECASE,
)
_OF_THEM = re.compile(
    rf"\b(?:(?:she|he|they)(?!(?:['’]s|\s+(?:is|was|are))\s+(?:in(?!\s*$)|on(?!\s+board)|at|away|out|off|back|travel\w*)\b)|said|says|spoke|talked|told|replied|called|rang|wants?|likes?|liked|loved?|loves|asked|agreed)\b|^(?:{NAME})\s+\w+s\b",
    re.IGNORECASE,
)


def _another_answered(clauses: Sequence[str]) -> bool:
    """ "her nephew answered, she's in Florida", and nothing is told that anybody said."""
    return is_answered_by_another(clauses[0]) and not any(map(_OF_THEM.search, clauses)) if clauses else False


def _only_sent(clauses: Sequence[str]) -> bool:
    is_sent = any(_SENT.match(one) or _SENT_TO.match(one) for one in clauses[:1]) or any(
        map(_MAILED.match, clauses[:1])
    )
    return is_sent and not any(map(_OF_THEM.search, clauses[1:]))


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
