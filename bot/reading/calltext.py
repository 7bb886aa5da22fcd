"""A call in one line becomes facts: the deal, the outcome, their words, both sides' promises, the next step.

What is not clearly a promise stays a note, whole: nothing typed is lost, and nothing is promised by a misreading.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta

from bot.model import Outcome, Result, Side
from bot.phrases import base_phrase
from bot.reading.clauses import Kind, clause_of, is_negated, is_soft
from bot.reading.dates import DateReading, find_dates


@dataclass(frozen=True)
class Promised:
    """One promise. `text` fits after "to", or is the raw clause when that cannot be said."""

    side: Side
    text: str
    due: DateReading | None
    soft: bool
    raw: str


@dataclass(frozen=True)
class Step:
    what: str
    date: DateReading
    raw: str


@dataclass(frozen=True)
class CallReading:
    who: str
    outcome: Outcome
    result: Result
    said: str
    contact: str
    promises: tuple[Promised, ...]
    next_step: Step | None
    not_before: DateReading | None
    note: str


@dataclass(frozen=True)
class _Day:
    today: date
    day_first: bool


_NAME = r"(?-i:(?:(?:Dr|Mr|Mrs|Ms|Prof|Herr|Frau|Mme)\.?\s+)?[A-Z][\w'’-]+(?:\s+[A-Z][\w'’-]+)?)"
_HEAD = re.compile(
    r"^\s*(?P<who>[^:\n]{1,120}?)\s*:\s+(?P<rest>.*)$|^\s*(?P<who2>.{1,120}?)\s+[-–—]\s+(?P<rest2>.*)$", re.DOTALL
)
_COMMA = re.compile(r"^\s*(?P<who>[^,;]{1,80}?)\s*[,;]\s*(?P<rest>.*)$", re.DOTALL)
_QUOTE = re.compile(
    r"[“\"](?P<said>[^”\"]{1,2000})[”\"]|(?<!\w)['‘](?P<single>[^'’]{3,2000}(?:['’]\w[^'’]{0,2000})*)['’](?!\w)"
)
_SPEECH = re.compile(
    rf"^(?:(?:and|but|then)\s+)*(?P<name>{_NAME}|she|he|they)?\s*\b(?:said|says|told me|told us|answered|replied)\b(?:\s+that\b|\s*:|,)?\s*(?P<said>.*)$",
    re.IGNORECASE,
)
_SPLIT = re.compile(
    r"[,;\n]+|(?<!\bDr)(?<!\bMr)(?<!\bMs)(?<!\bMrs)(?<!\bProf)\.\s+|\s+(?:and|but)\s+(?=(?:i|we|she|he|they|i'll|we'll|she'll|he'll|they'll)\b)|\.$",
    re.IGNORECASE,
)
_STEP = re.compile(
    r"^(?:(?:and|then|next|next step|we|i|agreed|booked|set up|to|will|'ll|speak|let's|a|the)[\s:]+)*"
    r"(?P<what>call|ring|speak|talk|meeting|meet|demo|visit|site visit|lunch|workshop|trial|kick-?off|review call)\b",
    re.IGNORECASE,
)
_STEP_NAMES = {"ring": "call", "speak": "call", "talk": "call", "meet": "meeting", "site visit": "visit"}
_PURPOSEFUL = frozenset({"meeting", "demo", "visit", "lunch", "workshop", "trial", "kickoff", "kick-off"})
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
_FRIDAY = 4
_SPOKE_WITH = re.compile(
    rf"^(?:spoke|talked|chatted|met|call(?:ed)?|tt)\s+(?:to\s+|with\s+|w/\s*)?(?P<name>{_NAME})", re.IGNORECASE
)
_DONT_CALL = re.compile(
    r"\b(?:don['’]?t|do not|not|nothing|no (?:call|contact))\b.{0,40}\b(?:before|until|till)\b", re.IGNORECASE
)


def read_call(text: str, today: date, *, day_first: bool = True) -> CallReading:
    """The facts in one line. Never raises; any text up to the length of a message."""
    who, rest = split_head(text)
    return read_rest(who, rest, today, day_first=day_first)


def read_rest(who: str, rest: str, today: date, *, day_first: bool = True) -> CallReading:
    """The facts in what follows the deal's name."""
    day = _Day(today, day_first)
    body, said, speaker = _spoken(rest)
    promises: list[Promised] = []
    notes: list[str] = []
    step: Step | None = None
    not_before: DateReading | None = None
    contact = speaker
    for clause in _clauses(body):
        words = _SPEECH.match(clause)
        if words and words["said"].strip() and not said:
            said, contact = words["said"].strip(" .,"), contact or _person(words["name"])
            continue
        wait = _wait(clause, day)
        if wait:
            not_before = wait
            notes.append(clause)
            continue
        agreed = _step(clause, day)
        if agreed and step is None:
            step = agreed
            continue
        what = clause_of(clause)
        with_whom = _SPOKE_WITH.match(clause)
        contact = contact or what.name or (with_whom["name"] if with_whom else "")
        if what.kind is Kind.promise and what.side:
            promises.append(_promised(clause, what.side, day))
        elif not _is_outcome_alone(clause):
            notes.append(clause)
    outcome = _outcome(rest, spoke=bool(said or promises or step))
    made = tuple(promises)
    return CallReading(
        who=who, outcome=outcome, result=_result(rest, outcome, made, step), said=said, contact=contact,
        promises=made, next_step=step, not_before=not_before, note="; ".join(notes),
    )  # fmt: skip


def read_promises(text: str, side: Side, today: date, day_first: bool = True) -> tuple[Promised, ...]:  # noqa: FBT001, FBT002 - as the member writes dates
    """A form's field: each line or clause is one promise of that side, with or without its subject."""
    day = _Day(today, day_first)
    return tuple(_promised(clause, side, day) for clause in _clauses(text))


def split_head(text: str) -> tuple[str, str]:
    """The deal's name, and what was said about the call."""
    found = _HEAD.match(text)
    if found:
        return (found["who"] or found["who2"]).strip(), (found["rest"] or found["rest2"] or "").strip()
    comma = _COMMA.match(text)
    if comma:
        return comma["who"].strip(), comma["rest"].strip()
    return text.strip().rstrip(":").strip(), ""


def _spoken(text: str) -> tuple[str, str, str]:
    """(the rest, their quoted words verbatim, who said them)."""
    quote = next((found for found in _QUOTE.finditer(text) if _is_speech(found, text)), None)
    if quote is None:
        return text, "", ""
    before = text[: quote.start()]
    speech = re.search(
        rf"(?:^|[,;.]\s*|\band\s+)(?P<lead>(?:(?P<name>{_NAME}|she|he|they)\s+)?(?:said|says|told me|told us)?\s*(?:that\s+)?:?\s*)$",
        before,
        re.IGNORECASE,
    )
    name = _person(speech["name"]) if speech else ""
    kept = before[: speech.start("lead")] if speech else before
    return (
        f"{kept.rstrip(' ,')}, {text[quote.end() :].lstrip(' ,.')}".strip(" ,"),
        (quote["said"] or quote["single"]).strip(),
        name,
    )


def _is_speech(quote: re.Match[str], text: str) -> bool:
    """Single quotes also hold names and titles: they are speech only where something is said."""
    return bool(quote["said"]) or bool(
        re.search(r"(?:^|:|\b(?:said|says|told me|words))\W*$", text[: quote.start()], re.IGNORECASE)
    )


def _person(word: str | None) -> str:
    return word if word and word[:1].isupper() and word.lower() not in {"she", "he", "they"} else ""


def _clauses(text: str) -> Iterator[str]:
    for clause in _SPLIT.split(text):
        if clause and clause.strip(" .,;-–—"):
            yield clause.strip(" .,;-–—")


def _dates(text: str, day: _Day) -> tuple[DateReading, ...]:
    return tuple(found for found in find_dates(text, day.today, day_first=day.day_first) if not found.past)


def _promised(clause: str, side: Side, day: _Day) -> Promised:
    dates = _dates(clause, day)
    due = dates[-1] if dates else None
    bare = f"{clause[: due.start]} {clause[due.end :]}".strip() if due else clause
    phrase = base_phrase(bare)
    soft = is_soft(phrase or bare)
    if due and due.not_before and due.on:
        due = replace(due, on=None)
    return Promised(side, phrase or " ".join(bare.split()).strip(" .,;"), due, soft, clause)


def _step(clause: str, day: _Day) -> Step | None:
    found = _STEP.match(clause)
    dates = _dates(clause, day)
    if not found or not dates or is_negated(clause):
        return None
    if dates[0].on is None:
        return None
    rest = clause[found.end() : dates[0].start].strip()
    what = found["what"].lower()
    who_acts = clause_of(clause)
    if rest and not re.match(
        r"^(?:again|back|with|on|at|next|booked|set|agreed|is|about|her|him|them|me|us|for|by|in)\b",
        rest,
        re.IGNORECASE,
    ):
        return None
    if who_acts.side is Side.theirs and what in {"talk", "speak"}:
        return None
    first = dates[0].first_on
    day_of_contact = replace(dates[0], on=_on_working_day(max(first, day.today))) if first else dates[0]
    return Step(_STEP_NAMES.get(what, what), day_of_contact, clause)


def _on_working_day(day: date) -> date:
    return day + timedelta(days=max(0, 7 - day.weekday())) if day.weekday() > _FRIDAY else day


def _wait(clause: str, day: _Day) -> DateReading | None:
    """ "don't call before 6 April", "not until Q2": their date, never a promise."""
    if not _DONT_CALL.search(clause):
        return None
    dates = _dates(clause, day)
    if not dates or not (dates[0].first_on or dates[0].on):
        return None
    return replace(dates[0], on=dates[0].first_on or dates[0].on, not_before=True)


def _is_outcome_alone(clause: str) -> bool:
    """ "lvm", "no answer": said by the outcome already."""
    return any(pattern.fullmatch(clause) for pattern, _ in _OUTCOMES)


def _outcome(text: str, *, spoke: bool) -> Outcome:
    plain = _QUOTE.sub(" ", text)
    for clause in _clauses(plain):
        for pattern, outcome in _OUTCOMES:
            if pattern.search(clause):
                return Outcome.connected if spoke and outcome is Outcome.email else outcome
    return Outcome.connected


def _result(text: str, outcome: Outcome, promises: tuple[Promised, ...], step: Step | None) -> Result:
    plain = _QUOTE.sub(" ", text)
    if _ORDER.search(plain) and not _NOT_YET.search(plain):
        return Result.order
    if _NO_SALE.search(plain):
        return Result.no_sale
    if outcome in _UNREACHED:
        return Result.attempt
    if any(p.side is Side.theirs and not p.soft for p in promises):
        return Result.advance
    return Result.advance if step and step.what in _PURPOSEFUL else Result.continuation
