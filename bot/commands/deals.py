"""What a member says about deals: where they stand, what they are called, whose they are, how they end."""

import re
from dataclasses import dataclass, field, replace
from enum import StrEnum

from bot.commands.calls import Next
from bot.commands.handing import AboutHanding
from bot.commands.nonsense import Nonsense
from bot.commands.several import AboutSeveral
from bot.commands.splitting import number_first, until, when_and_who, who_and_when, who_and_why
from bot.playbook.precedence import BECAUSE, REMINDED


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
    first: int = 1  # from which line on
    when: str = ""  # of a rep: in that time
    question: str = field(default="", compare=False, repr=False)  # as it was asked, for the sentence that answers it


@dataclass(frozen=True)
class Recall:
    """One fact of a deal: when we last spoke, with `words` what they said last, with `needs` what they told us that they need."""

    who: str
    words: bool = False
    needs: bool = False
    question: str = field(default="", compare=False, repr=False)  # as it was asked


@dataclass(frozen=True)
class Why:
    """Why a deal is on the list, or is not; `who` is empty when it was named a moment ago."""

    who: str = ""


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


AboutOne = Where | Recall | Why | ShowDeal | NewDeal | Rename | Give | Value | SetContact | WhoCanSee | Later
AboutEnding = Keep | Reserve | LetGo | Won | Lost | Reopen | DoNotContact | Qualify
AboutAsking = AskThem | WasAsked | HelpMe | Helped | AnswerHelp
AboutDeals = AboutOne | AboutEnding | AboutAsking | AboutHanding | AboutSeveral

_AT_AN_HOUR = re.compile(r"\s+(?P<at>(?:at|@)\s*\d{1,2}(?:[:.]\d\d)?(?:\s?[ap]m)?)$", re.IGNORECASE)
_TO_DO = re.compile(
    r"^(?:(?:to|about)\s+)?(?:(?:call|ring|phone|email|write(?: to)?|chase|contact|speak (?:to|with)|talk to)\s+)?",
    re.IGNORECASE,
)


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
    if not about or about[0].strip().lower() == "to":
        return Nonsense(f"remind me {rest}")
    asked = later(rest[about.end() :])
    if isinstance(asked, Later) and asked.when and about[0].lower().startswith("about"):
        return replace(asked, when=f"{asked.when} {BECAUSE}{REMINDED}")
    return asked


def later(rest: str) -> Later | Nonsense:
    """Without a day that is clear, the conversation looks for the deal's name first."""
    return Later(*(who_and_when(rest) or number_first(rest) or (rest, ""))) if rest else Nonsense("later", "later")
