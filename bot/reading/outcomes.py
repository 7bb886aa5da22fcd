"""What happened on a call and what it achieved, from the words reps use (playbook sections 2, 3 and 6).

Our promise alone is never an advance; a verbal yes is no order.
"""

import re
from collections.abc import Iterator

from bot.model import Outcome, Result
from bot.reading.others import passes_on
from bot.reading.speech import clauses_of, unquoted

_NOT_REACHED = (
    r"^(?:(?:i|we|but)\s+)*(?:did ?n['’]?t|did not|could ?n['’]?t|could not|unable to|failed to|never|not)\s+(?:reach(?:ed)?|get (?:hold of|through to))\b"
    r"(?!\s+(?:an?|any|the|our|your|this|that|\w+\s+(?:boss|manager|team|decision|agreement))\b)"
)
_OUTCOMES: tuple[tuple[re.Pattern[str], Outcome], ...] = tuple(
    (re.compile(pattern, re.IGNORECASE), outcome)
    for pattern, outcome in (
        (r"\b(?:no[- ]?show|did ?n['’]?t (?:show|turn) up|stood me up)\b", Outcome.no_show),
        (r"\b(?:wrong number|wn)\b", Outcome.wrong_number),
        (r"\b(?:left (?:a )?(?:vm|voice ?mail)|lvm|vm left|voicemail left|^vm|voice ?mail)\b", Outcome.left_voicemail),
        (r"\b(?:left (?:a )?(?:live )?(?:msg|message|word)|lm)\b", Outcome.left_message),
        (
            r"\b(?:no answer|no reply|n/a|na|gvm|didn['’]?t (?:pick|answer)|no pick[- ]?up|rang out)\b",
            Outcome.no_answer,
        ),
        (
            _NOT_REACHED,
            Outcome.no_answer,
        ),
        (r"\b(?:line busy|busy both|^busy|was busy|engaged)\b", Outcome.busy),
        (r"^(?:emailed|em|sent (?:an )?e-?mail|e-?mail sent)\b", Outcome.email),
        (r"^(?:met|visited|meeting with|met with)\b", Outcome.meeting),
    )
)


_ORDER = re.compile(
    r"\b(?:signed|paid|po (?:is )?(?:in|received|arrived)|sent (?:us )?the po|order (?:is )?(?:in|placed|received)|placed (?:the|an) order)\b",
    re.IGNORECASE,
)


_NOT_YET = re.compile(
    r"\b(?:not|n['’]t|will|wants? to|once|when|if|until|before|to be|get it|gets?)\s+(?:\w+\s+){0,2}(?:signed|paid)\b",
    re.IGNORECASE,
)


_NO_SALE = re.compile(
    r"\b(?:not interested|no interest|ni\b|went with|going with (?:another|someone)|chose (?:another|someone)|said no\b|declined"
    r"|turned (?:us|it) down|do not (?:call|contact)|dnc|cancelled the project|no thanks)",
    re.IGNORECASE,
)  # fmt: skip


_UNREACHED = frozenset(
    {
        Outcome.left_voicemail,
        Outcome.left_message,
        Outcome.no_answer,
        Outcome.busy,
        Outcome.wrong_number,
        Outcome.no_show,
        Outcome.email,
    }
)


_EARLIER = re.compile(r"\b(?:yesterday|ago|last|earlier|before|\w+day)\b", re.IGNORECASE)
_MESSAGES = frozenset({Outcome.left_voicemail, Outcome.left_message})


_PURPOSEFUL = frozenset({"meeting", "demo", "visit", "lunch", "workshop", "trial", "kickoff", "kick-off"})


def is_outcome_alone(clause: str) -> bool:
    """ "lvm", "no answer": said by the outcome already."""
    return any(pattern.fullmatch(clause) for pattern, _ in _OUTCOMES)


def outcome_of(text: str, *, spoke: bool) -> Outcome:
    clauses = tuple(clauses_of(unquoted(text)))
    told = [outcome for clause in clauses for outcome in _outcomes_in(clause)]
    first = told[0] if told else Outcome.connected
    if first in {Outcome.no_answer, Outcome.busy}:  # and a message was left: that reaches them
        message = Outcome.left_message if any(map(passes_on, clauses)) else first
        of_today = [outcome for clause in clauses if not _EARLIER.search(clause) for outcome in _outcomes_in(clause)]
        return next((outcome for outcome in of_today if outcome in _MESSAGES), message)
    return Outcome.connected if spoke and first is Outcome.email else first


def _outcomes_in(clause: str) -> Iterator[Outcome]:
    return (outcome for pattern, outcome in _OUTCOMES if pattern.search(clause))


def result_of(text: str, outcome: Outcome, *, they_act: bool, agreed: str) -> Result:
    """`they_act`: they took on something firm; `agreed`: what kind of next step has a date ("demo"), if any."""
    plain = unquoted(text)
    if _ORDER.search(plain) and not _NOT_YET.search(plain):
        return Result.order
    if _NO_SALE.search(plain):
        return Result.no_sale
    if outcome in _UNREACHED:
        return Result.attempt
    return Result.advance if they_act or agreed in _PURPOSEFUL else Result.continuation
