"""What a member says about deals: where they stand, what they are called, whose they are, how they end."""

import re
from dataclasses import dataclass, field
from enum import StrEnum

from bot.commands.calls import Next
from bot.commands.handing import Cover, Covers, GiveBook, Pack, WhileAway
from bot.commands.nonsense import Nonsense
from bot.commands.several import MoveDay, Several
from bot.commands.splitting import number_first, until, when_and_who, who_and_when, who_and_why


class About(StrEnum):
    """What is asked about; `any`: told apart by who and what is there."""

    any = "any"
    rep = "rep"
    stage = "stage"
    period = "period"


@dataclass(frozen=True)
class Where:
    who: str
    only_due: bool = False  # of a team: those with something due or late
    about: About = About.any
    everything: bool = False  # not the first few alone
    question: str = field(default="", compare=False, repr=False)  # as it was asked, for the sentence that answers it


@dataclass(frozen=True)
class Recall:
    """One fact of a deal: when we last spoke, or with `words` what they said last."""

    who: str
    words: bool = False


@dataclass(frozen=True)
class Why:
    """Why a deal is on the list, or is not; `who` is empty when it was named a moment ago."""

    who: str = ""


@dataclass(frozen=True)
class Followups:
    """What is due today; `whose` names a rep, where it is somebody whose deals the member sees. `first`: from which line on."""

    everything: bool = False
    whose: str = ""
    first: int = 1


@dataclass(frozen=True)
class Upcoming:
    """The next two weeks, or the one `day` that was asked about, as it was typed."""

    day: str = ""


class OwedBy(StrEnum):
    """Whose promises are asked about, or only those whose day has passed."""

    us = "us"
    them = "them"
    both = "both"
    late = "late"
    late_us = "late us"
    late_them = "late them"

    @property
    def is_late(self) -> bool:
        return self in {OwedBy.late, OwedBy.late_us, OwedBy.late_them}


@dataclass(frozen=True)
class Owed:
    """Open promises on the member's own deals."""

    by: OwedBy = OwedBy.both
    whose: str = ""  # a rep's, or what somebody at a customer's promised: told apart by who is there


@dataclass(frozen=True)
class Deals:
    """Who, what, last contact; `whose` names a member, `export` asks for exactly that as a file."""

    whose: str = ""
    export: bool = False
    quiet: bool = False  # who has gone quiet: of all deals that the member sees


class ListOf(StrEnum):
    """Of which deals a list is asked for."""

    away = "away"
    no_step = "no next step"
    closing = "closing"


@dataclass(frozen=True)
class Which:
    """The deals of which that is so, of all that the member sees; `when` of what closes."""

    asked: ListOf
    when: str = "this month"


@dataclass(frozen=True)
class ShowDeal:
    who: str


@dataclass(frozen=True)
class NewDeal:
    """`told`: what was typed behind "new"; `is_sure` when it was "new deal"."""

    name: str
    contact: str = ""
    told: str = field(default="", compare=False, repr=False)
    is_sure: bool = field(default=True, compare=False, repr=False)


@dataclass(frozen=True)
class Rename:
    who: str
    name: str = ""


@dataclass(frozen=True)
class Give:
    """Another member has the deal from now on."""

    who: str
    to: str = ""
    why: str = ""


@dataclass(frozen=True)
class Value:
    who: str
    amount: str = ""


@dataclass(frozen=True)
class SetContact:
    """Somebody at the company: "Dana Reyes, 555 0142, New York", as typed or filled in."""

    who: str
    contact: str = ""


@dataclass(frozen=True)
class WhoCanSee:
    who: str


@dataclass(frozen=True)
class Later:
    who: str
    when: str


@dataclass(frozen=True)
class Keep:
    """The chase goes on, because of something, until a day."""

    who: str
    why: str = ""
    when: str = ""


@dataclass(frozen=True)
class Reserve:
    """Something is really kept for them until a day; `what` is "none" when it is released."""

    who: str
    what: str = ""
    when: str = ""


@dataclass(frozen=True)
class Nurture:
    """Who was let go, when and why; `whose` and `export` as in Deals."""

    whose: str = ""
    export: bool = False


@dataclass(frozen=True)
class CatchUp:
    """Too much is due on one day: what can wait goes to the next days."""


@dataclass(frozen=True)
class LetGo:
    who: str
    why: str = ""


@dataclass(frozen=True)
class Won:
    who: str
    amount: str = ""


@dataclass(frozen=True)
class Lost:
    who: str
    why: str = ""


@dataclass(frozen=True)
class Reopen:
    who: str
    sure: bool = False


@dataclass(frozen=True)
class DoNotContact:
    who: str
    why: str = ""


@dataclass(frozen=True)
class Qualify:
    """The rep says once that this is a true prospect."""

    who: str


@dataclass(frozen=True)
class AskThem:
    """A question for them came up; without a text those that are open are meant."""

    who: str
    text: str = ""


@dataclass(frozen=True)
class WasAsked:
    """An open question, or every one of the deal's, has been put to them."""

    who: str
    which: int | None = None


@dataclass(frozen=True)
class HelpMe:
    """The owner asks whoever leads them for help, with a few words why."""

    who: str
    why: str = ""


@dataclass(frozen=True)
class Helped:
    """The call for help was taken up, perhaps with words for whoever asked, or is not needed any more."""

    who: str
    answer: str = ""


@dataclass(frozen=True)
class AnswerHelp:
    """Whoever leads them wants to say something to it: asked for the words."""

    who: str


AboutDeals = (
    Where | Recall | Why | Followups | Upcoming | Owed | Deals | Which | ShowDeal | NewDeal | Rename | Give | Value | SetContact | WhoCanSee | Later
    | Keep | Reserve | Nurture | CatchUp | LetGo | Won | Lost | Reopen | DoNotContact | Qualify
    | AskThem | WasAsked | HelpMe | Helped | AnswerHelp | GiveBook | Pack | Cover | Covers | WhileAway | MoveDay | Several
)  # fmt: skip

_AT_AN_HOUR = re.compile(r"\s+(?P<at>(?:at|@)\s*\d{1,2}(?:[:.]\d\d)?(?:\s?[ap]m)?)$", re.IGNORECASE)
_TO_DO = re.compile(
    r"^(?:(?:to|about)\s+)?(?:(?:call|ring|phone|email|write(?: to)?|chase|contact|speak (?:to|with)|talk to)\s+)?",
    re.IGNORECASE,
)


_NOBODY = frozenset(
    "a any are at calls day deals do due followup followups for have i is list me mine morning my now of on own please"
    " tasks thanks the there this to today todays todo up week what whats all open tomorrow tmrw next overdue late first everything"
    " customers customer monday tuesday wednesday thursday friday mon tue tues wed weds thu thurs fri everyone lists task pending"
    " left remaining soon later again new now more full whole whos who".split()
)  # words behind `followups`, `due`, `today` or `list` that name nobody
_LONGEST_NAME = 4  # words
_FROM_LINE = re.compile(r"(?:^|\s)from\s+(?:(?:line|number|no\.?)\s+)?#?(?P<first>\d{1,6})[\s?!.]*$", re.IGNORECASE)


def followups(rest: str) -> Followups:
    begins = _FROM_LINE.search(rest)
    word = (rest[: begins.start()] if begins else rest).strip(" ?!.")
    is_all = word.lower() in {"all", "everything"}
    words = [one.strip(",").replace("'", "").replace("’", "") for one in word.lower().split()]
    is_name = not is_all and len(words) <= _LONGEST_NAME and not _NOBODY.issuperset(words)
    first = max(1, int(begins["first"])) if begins else 1
    return Followups(everything=is_all, whose=word if is_name else "", first=first)


def owed(rest: str) -> Owed:
    word = rest.strip(" ?!.").lower()
    return Owed(OwedBy(word) if word in set(OwedBy) else OwedBy.both)


def deals(rest: str) -> Deals:
    words = [word for word in rest.split() if word.lower() not in {"of", "for", "as", "csv", "file", "my"}]
    whose = " ".join(word for word in words if word.lower() != "export")
    return Deals(whose, export=any(word.lower() == "export" for word in words))


def nurture(rest: str) -> Nurture:
    asked = deals(rest)
    return Nurture(asked.whose, asked.export)


def reserve(rest: str) -> Reserve | Nonsense:
    if re.match(r"(?:off|on|it|that|up)\b", rest, re.IGNORECASE):  # "hold off with Acme until April"
        return Nonsense(f"hold {rest}")
    about, day = until(rest)
    who, what = who_and_why(about)
    if not what:
        who, what = number_first(about) or (re.sub(r"\s+none$", "", who), "none" if who.endswith(" none") else "")
    return Reserve(who, what, day) if who else Nonsense("hold", "hold")


def remind(rest: str) -> Later | Next | Nonsense:
    """ "remind me to call Acme on Tuesday"; what else is to be done is told apart by the deals that are there."""
    if when_and_who(re.sub(r"^(?:on|by)\s+", "", rest, flags=re.IGNORECASE)):
        return Nonsense(f"remind me {rest}")
    about = _TO_DO.match(rest)
    hour = _AT_AN_HOUR.search(rest) if about and not who_and_when(rest) else None
    if about and hour and about[0].strip().lower() != "to":  # a list keeps no time: a call does
        return Next(rest[about.end() : hour.start()].strip(), f"today {hour['at']}")
    return later(rest[about.end() :]) if about and about[0].strip().lower() != "to" else Nonsense(f"remind me {rest}")


def later(rest: str) -> Later | Nonsense:
    """Without a day that is clear, the conversation looks for the deal's name first."""
    return Later(*(who_and_when(rest) or number_first(rest) or (rest, ""))) if rest else Nonsense("later", "later")
