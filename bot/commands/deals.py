"""What a member says about deals: where they stand, what they are called, whose they are, how they end."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from bot.commands.nonsense import Nonsense
from bot.commands.splitting import number_first, until, when_and_who, who_and_when, who_and_why
from bot.reading.persons import FIRST_NAMES


@dataclass(frozen=True)
class Where:
    who: str
    only_due: bool = False  # of a team: those with something due or late


@dataclass(frozen=True)
class Followups:
    everything: bool = False


@dataclass(frozen=True)
class Upcoming:
    """The next two weeks."""


class OwedBy(StrEnum):
    """Whose promises are asked about, or only those whose day has passed."""

    us = "us"
    them = "them"
    both = "both"
    late = "late"


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


@dataclass(frozen=True)
class ShowDeal:
    who: str


@dataclass(frozen=True)
class NewDeal:
    name: str
    contact: str = ""


@dataclass(frozen=True)
class Rename:
    who: str
    name: str = ""


@dataclass(frozen=True)
class Give:
    """Another member has the deal from now on."""

    who: str
    to: str = ""


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


AboutDeals = (
    Where | Followups | Upcoming | Owed | Deals | ShowDeal | NewDeal | Rename | Give | Value | SetContact | WhoCanSee | Later
    | Keep | Reserve | Nurture | CatchUp | LetGo | Won | Lost | Reopen | DoNotContact | Qualify
)  # fmt: skip

_TO_DO = re.compile(
    r"^(?:(?:to|about)\s+)?(?:(?:call|ring|phone|email|write(?: to)?|chase|contact|speak (?:to|with)|talk to)\s+)?",
    re.IGNORECASE,
)
_AMOUNT_AT_END = re.compile(
    r"^(?P<who>.+?)[\s:,]+(?:to |at |for )?(?P<amount>[^\w\s]{0,3}\s?\d[\d.,' ]*(?:\s?[km]\b)?(?:\s?[^\W\d]{1,4}|\s?[€$£¥])?)$",
    re.IGNORECASE,
)


_WITH = re.compile(r"^(?:deal\s+)?(?:(?:with|at)(?:\s+|$)|:\s*)", re.IGNORECASE)
_PERSON = re.compile(r"(?:(?:dr|mr|mrs|ms)\.?\s+)?[^\W\d_][\w'’-]+(?:\s+[^\W\d_][\w'’.-]*){1,2}", re.IGNORECASE)
_NAME = re.compile(r"[^\W\d_][\w'’-]+(?:\s+[^\W\d_][\w'’.-]*){0,2}")
_PERSON_AT = re.compile(rf"^(?P<person>{_PERSON.pattern})\s+(?:at|from|of)\s+(?P<name>.+)$", re.IGNORECASE)
_CONTACT_IS = re.compile(r"^(?:contact|my contact|contact is)[\s:]+(?=\S)", re.IGNORECASE)


def followups(rest: str) -> Followups:
    return Followups(everything=rest.lower() in {"all", "everything"})


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


def new(rest: str) -> NewDeal | Nonsense:
    """ "Acme, 40 seats"; "with Globex, Dana Reyes" and "with Dana Reyes at Globex" name a person as well."""
    told = _WITH.match(rest)
    name = (rest[told.end() :] if told else rest).strip(" ?:")
    if not name:
        return Nonsense("new", "new")
    at = _PERSON_AT.match(name) if told else None
    if at:
        return NewDeal(at["name"].strip(" ,"), _as_name(at["person"]))
    company, *others = [part.strip() for part in name.split(",")]
    person = next((part for part in others if _is_contact(part, told=bool(told))), "")
    kept = [part for part in others if part and part != person]
    return NewDeal(", ".join([company, *kept]), _as_name(_CONTACT_IS.sub("", person)))


def _is_contact(part: str, *, told: bool) -> bool:
    """ "contact Dana", or a person by a usual first name; after "with", any two names."""
    if _CONTACT_IS.match(part) or (told and _PERSON.fullmatch(part)):
        return True
    return bool(_NAME.fullmatch(part)) and part.split(maxsplit=1)[0].casefold() in FIRST_NAMES


def _as_name(person: str) -> str:
    """As it was typed; all small letters are a name in a hurry."""
    return person.title() if person.islower() else person


def rename(rest: str) -> Rename | Nonsense:
    who, name = _who_to(rest)
    return Rename(who, name) if who else Nonsense("deal rename", "deal rename")


def give(rest: str) -> Give | Nonsense:
    who, to = _who_to(rest)
    return Give(who, to) if who else Nonsense("deal give", "deal give")


def value(rest: str) -> Value | Nonsense:
    if not rest:
        return Nonsense("deal value", "deal value")
    split = _AMOUNT_AT_END.match(rest)
    return Value(split["who"].strip(), split["amount"].strip()) if split else Value(*(number_first(rest) or (rest, "")))


def contact(rest: str) -> SetContact | Nonsense:
    who, mark, about = rest.partition(":")
    if not rest:
        return Nonsense("deal contact", "deal contact")
    return SetContact(who.strip(), about.strip()) if mark else SetContact(*(number_first(rest) or (rest, "")))


def contact_form(who: str, fields: Mapping[str, str]) -> SetContact:
    return SetContact(who, ", ".join(value.strip() for value in fields.values() if value.strip()))


def won(rest: str) -> Won | Nonsense:
    if not rest:
        return Nonsense("won", "won")
    split = _AMOUNT_AT_END.match(rest)
    return Won(split["who"].strip(), split["amount"].strip()) if split else Won(rest)


def lost(rest: str) -> Lost | Nonsense:
    return Lost(*_about(rest)) if rest else Nonsense("lost", "lost")


def let_go(rest: str) -> LetGo | Nonsense:
    return LetGo(*_about(rest)) if rest else Nonsense("let go", "let go")


def do_not_contact(rest: str) -> DoNotContact | Nonsense:
    return DoNotContact(*_about(rest)) if rest else Nonsense("do not contact", "do not contact")


def reopen(rest: str) -> Reopen | Nonsense:
    who = re.sub(r"\s+they agreed$", "", rest, flags=re.IGNORECASE)
    return Reopen(who, sure=who != rest) if who else Nonsense("reopen", "reopen")


def keep(rest: str) -> Keep | Nonsense:
    if not rest:
        return Nonsense("keep", "keep")
    about, day = until(rest)
    numbered = number_first(about)
    who, why = who_and_why(about)
    if numbered and not why:
        who, why = numbered
    return Keep(who, why, day)


def keep_form(who: str, fields: Mapping[str, str]) -> Keep | Nonsense:
    """A filled-in form; `who` is what stood behind the command."""
    return (
        Keep(who, fields.get("why", "").strip(), fields.get("until", "").strip()) if who else Nonsense("keep", "keep")
    )


def remind(rest: str) -> Later | Nonsense:
    """ "remind me to call Acme on Tuesday"; what else is to be done is told apart by the deals that are there."""
    if when_and_who(re.sub(r"^(?:on|by)\s+", "", rest, flags=re.IGNORECASE)):
        return Nonsense(f"remind me {rest}")
    about = _TO_DO.match(rest)
    return later(rest[about.end() :]) if about and about[0].strip().lower() != "to" else Nonsense(f"remind me {rest}")


def later(rest: str) -> Later | Nonsense:
    """Without a day that is clear, the conversation looks for the deal's name first."""
    return Later(*(who_and_when(rest) or number_first(rest) or (rest, ""))) if rest else Nonsense("later", "later")


def _about(rest: str) -> tuple[str, str]:
    """Who and why; a number needs no colon, since forms and buttons send it."""
    who, why = who_and_why(rest)
    return (who, why) if why else number_first(rest) or (who, "")


def _who_to(rest: str) -> tuple[str, str]:
    """ "Acme to Borealis", or "42 Borealis" from a form."""
    numbered = number_first(rest)
    if numbered and not numbered[1].lower().startswith("to "):
        return numbered
    who, _, to = rest.partition(" to ")
    return who.strip(), to.strip()
