"""What a member says about calls: logged, settled, answered, prepared, checked; and how each is typed."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from bot.cards import NEW_NAME
from bot.commands.nonsense import Nonsense
from bot.commands.splitting import number_first, number_from, when_and_who, who_and_when
from bot.model import Outcome
from bot.playbook.holds import OUR_PLAN
from bot.reading.naming.namekeys import key
from bot.reading.plain.ourplans import our_plans
from bot.reading.typed.typeddates import length_of_leading_day
from bot.reading.words.bullets import each_apart, without_bullets


class Verdict(StrEnum):
    """What became of a promise, as typed after `promise`."""

    kept = "kept"
    moved = "moved"
    broken = "broken"
    dropped = "dropped"
    corrected = "corrected"  # the day was read or typed wrongly
    by = "by"  # names the first date of a promise that had none


@dataclass(frozen=True)
class OpenLog:
    """Show the form; `who` may be empty."""

    who: str = ""


@dataclass(frozen=True)
class LogLine:
    """One line: `Acme: sent pricing, she checks with finance by Fri`."""

    text: str


@dataclass(frozen=True)
class LogLines:
    """The day's calls, one deal a line."""

    lines: tuple[str, ...]


@dataclass(frozen=True)
class LogForm:
    who: str
    said: str = ""
    theirs: str = ""
    ours: str = ""
    opened_for: str = ""  # the number of the deal that the form was opened for
    is_new: bool = field(default=False, repr=False)  # chosen as a new deal; the same call is the same all the same


@dataclass(frozen=True)
class LogMessage:
    """A message somebody wrote, to be kept as a call; `who` is None while nobody has been asked yet."""

    line: str
    who: str | None = None
    is_new: bool = field(default=False, repr=False)  # chosen as a new deal; the same call is the same all the same


@dataclass(frozen=True)
class Done:
    who: str
    outcome: Outcome | None = None
    definitive: bool = False
    word: str = ""  # how the outcome was typed


@dataclass(frozen=True)
class Promise:
    verdict: Verdict
    which: str  # a commitment's number, or a deal's name
    when: str = ""


@dataclass(frozen=True)
class TheyReplied:
    """`by` is who signed it, where it was signed."""

    who: str
    said: str = ""
    by: str = ""


@dataclass(frozen=True)
class HeardNothing:
    """Silence was asked about: nothing came."""

    who: str


@dataclass(frozen=True)
class TheyAreAway:
    """ "Dana is back 12 Sep", "she is away until Friday", "off from 7 to 11 May"; `returns`: the day is that of the return.

    `who` finds the deal; `person` is as they were named, where that is not by the same words.
    """

    who: str
    when: str
    returns: bool
    person: str = ""  # who of several there, where `who` is the deal


@dataclass(frozen=True)
class Next:
    """The next step: a date, or "none" when nothing was agreed. `planned`: nobody but us set it, perhaps with what it is about."""

    who: str
    when: str
    planned: str = field(default="", compare=False)


@dataclass(frozen=True)
class Words:
    """What to say: the openers for every channel."""

    who: str


@dataclass(frozen=True)
class Prep:
    who: str


@dataclass(frozen=True)
class Check:
    """A text that a rep wants to send, as pasted."""

    text: str


@dataclass(frozen=True)
class Drafts:
    """What was typed and has become nothing yet."""


@dataclass(frozen=True)
class LogWaiting:
    """All lines that wait and are certain of their deal."""


@dataclass(frozen=True)
class Resume:
    """A kept draft; `deal` is a number, "new", "beside" (those shown), "another", "drop", or empty to see it again."""

    draft: int
    deal: str = ""


AboutCalls = (
    OpenLog | LogLine | LogLines | LogForm | LogMessage | Done | Promise | TheyReplied | HeardNothing | TheyAreAway | Next | Words
    | Prep | Check | Drafts | LogWaiting | Resume
)  # fmt: skip

_OUTCOMES: dict[str, Outcome] = {
    "talked": Outcome.connected,
    "spoke": Outcome.connected,
    "connected": Outcome.connected,
    "voicemail": Outcome.left_voicemail,
    "vm": Outcome.left_voicemail,
    "lvm": Outcome.left_voicemail,
    "message": Outcome.left_message,
    "email": Outcome.email,
    "emailed": Outcome.email,
    "mail": Outcome.email,
    "no answer": Outcome.no_answer,
    "na": Outcome.no_answer,
    "busy": Outcome.busy,
    "wrong number": Outcome.wrong_number,
    "no show": Outcome.no_show,
    "meeting": Outcome.meeting,
    "met": Outcome.meeting,
}
_OUTCOME_AT_END = re.compile(r"^(?P<who>.*?)[\s:,]*\b(?P<outcome>" + "|".join(_OUTCOMES) + r")\s*$", re.IGNORECASE)
_A_CALL = re.compile(r"^(?P<who>.+?)[\s:,]+(?:a\s+)?call(?:ed)?$", re.IGNORECASE)  # whatever came of it
_DEFINITIVE = re.compile(r"^(?P<who>.*?)\s+definitive$", re.IGNORECASE)


def log(rest: str) -> AboutCalls:
    lines = tuple(line.strip() for line in each_apart(rest) if key(line))
    if len(lines) > 1:
        return LogLines(lines)
    line = re.sub(r"^with\s+", "", lines[0], flags=re.IGNORECASE) if lines else ""
    return LogLine(line) if re.search(r"[:,;\s-]\s*\S", line) and not line.lstrip("#").isdigit() else OpenLog(line)


_AT_AN_HOUR = re.compile(r"^(?P<who>[^:;,]+?)\s+(?P<when>(?:at|@)\s*\d{1,2}(?:[:.]\d\d)?(?:\s?[ap]m)?)$", re.IGNORECASE)
_GONE = re.compile(r"^(?:on\s+)?(?:yesterday|last\b)", re.IGNORECASE)
_HOUR = re.compile(r"^(?:(?:at|@)\s*)?\d{1,2}(?:[:.]\d\d)?(?:\s?[ap]m)?$", re.IGNORECASE)


# "call back Acme tomorrow instead": what it says beside who and when.
_ONLY_SO = re.compile(
    r"^back\s+(?!in\b|on\b|at\b|after\b|from\b|with\b)(?=\S)|\s+(?:instead|then|please)[\s.!]*$", re.IGNORECASE
)


def call(rest: str) -> AboutCalls:
    """ "call Erik at 3", "call Acme Thursday" are still to come; anything else behind the word was held."""
    if "\n" in rest or ":" in re.sub(r"\d:\d", "", rest):
        return log(rest)
    rest = _ONLY_SO.sub("", rest)
    plan, *others = our_plans(f"call {rest}") or (None,)
    if plan and plan.about and not others:
        return Next(plan.what, plan.when, f"{OUR_PLAN}: {plan.about}")
    hour = _AT_AN_HOUR.match(rest)
    split = who_and_when(rest)
    if split and not _GONE.match(split[1]) and _is_day_alone(split[1]):
        return Next(*split, OUR_PLAN)
    if hour and not split:
        return Next(hour["who"], f"today {hour['when']}", OUR_PLAN)
    return log(rest)


def _is_day_alone(when: str) -> bool:
    length = length_of_leading_day(when)
    rest = when[length:].strip(" ,")
    return bool(length) and (not rest or bool(_HOUR.match(rest)))


def heard_nothing(rest: str) -> HeardNothing:
    """ "heard nothing from Mrs Okafor" """
    return HeardNothing(re.sub(r"^(?:yet\s+|back\s+)*(?:from|of|by)\s+", "", rest, flags=re.IGNORECASE))


def log_form(who: str, fields: Mapping[str, str]) -> LogForm | LogMessage:
    """A filled-in call form, or a message and whom it is about; `who` is what stood behind the command."""
    named = fields.get("deal", "").strip()
    is_new, named = named.startswith(NEW_NAME), named.removeprefix(NEW_NAME).strip()
    if "line" in fields:
        return LogMessage(fields["line"].strip(), named if "deal" in fields else None, is_new)
    return LogForm(
        who=named or who,
        said=without_bullets(fields.get("said", "")),
        theirs=without_bullets(fields.get("theirs", "")),
        ours=without_bullets(fields.get("ours", "")),
        opened_for=who,
        is_new=is_new,
    )


def done(rest: str) -> Done | Nonsense:
    if not rest:
        return Nonsense("done", "done")
    definitive = _DEFINITIVE.match(rest)
    if definitive:
        return Done(definitive["who"], Outcome.email, definitive=True, word="definitive")
    named = _OUTCOME_AT_END.match(rest)
    if named and named["who"].strip():
        return Done(named["who"].strip(), _OUTCOMES[named["outcome"].lower()], word=named["outcome"])
    called = _A_CALL.match(rest)
    return Done(called["who"], word="call") if called else Done(rest)


def promise(rest: str) -> Promise | Nonsense:
    words = rest.split()
    verdicts = {verdict.value for verdict in Verdict}
    at = next((index for index, word in enumerate(words) if word.lower() in verdicts), None)
    if at is None or len(words) == 1:
        return Nonsense(f"promise {rest}", "promise")
    verdict = Verdict(words[at].lower())
    before, after = " ".join(words[:at]), " ".join(words[at + 1 :])
    if before:
        return Promise(verdict, before.lstrip("#"), after)
    if verdict not in {Verdict.moved, Verdict.corrected, Verdict.by}:
        return Promise(verdict, after.lstrip("#"))
    split = who_and_when(after) if when_and_who(after) else number_first(after) or who_and_when(after)
    return Promise(verdict, *split) if split else Promise(verdict, after.lstrip("#"))


def reply(rest: str) -> TheyReplied | Nonsense:
    who, mark, said = rest.partition(":")
    if not rest:
        return Nonsense("reply", "reply")
    return TheyReplied(who.strip(), said.strip()) if mark else TheyReplied(rest)


def resume(rest: str) -> Drafts | LogWaiting | Resume | Nonsense:
    if not rest:
        return Drafts()
    if rest.casefold() == "all":
        return LogWaiting()
    draft, _, deal = rest.partition(" ")
    number = number_from(draft)
    return Resume(number, deal.strip()) if number is not None else Nonsense(f"resume {rest}", "resume")


def step(rest: str) -> Next | Nonsense:
    """Without a day that is clear, the conversation looks for the deal's name first."""
    return Next(*(who_and_when(rest) or number_first(rest) or (rest, ""))) if rest else Nonsense("next", "next")
