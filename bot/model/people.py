"""The organisation and its members, with what they chose for themselves. Only frozen data."""

import re
import unicodedata
from dataclasses import dataclass, field
from datetime import date, datetime, time
from enum import StrEnum

from bot.model.standing import Policy

_AZURE_ID = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}", re.IGNORECASE)
_FORMER = re.compile(r"Former member \d+")
_MARKUP = re.compile(r"<[^<>]*>|:[a-z0-9_+-]+:", re.IGNORECASE)  # a platform's: a mention, an emoji by its name
_JOINER = "\u200d"  # of two emoji
_TITLES = frozenset({"dr", "mr", "mrs", "ms", "prof", "herr", "frau", "mme"})


def former_name(member_id: int) -> str:
    """What an erased member is called."""
    return f"Former member {member_id}"


def is_former(name: str) -> bool:
    return bool(_FORMER.fullmatch(name))


def is_by_role(name: str) -> bool:
    """ "The chef": who spoke is known by a role alone, and is no contact."""
    return name.startswith("the ")


def first_name(name: str, otherwise: str = "") -> str:
    """The first word of a person's name, with a title the last: "Mrs Adeyemi"; "Former member 3" and "the chef" whole; `otherwise` when the name is blank."""
    if is_former(name) or is_by_role(name):
        return name
    words = name.split()
    titled = len(words) > 1 and words[0].rstrip(".").lower() in _TITLES
    return f"{words[0]} {words[-1]}" if titled else next(iter(words), otherwise)


def is_azure_id(text: str) -> bool:
    """Whether it is how Azure numbers its tenants and apps, which is a name of nobody's."""
    return bool(_AZURE_ID.fullmatch(text))


def sayable(name: str) -> str:
    """What of a name is said aloud."""
    words = "".join(char for char in _MARKUP.sub(" ", name) if not _is_drawn(char)).split()
    return " ".join(word for word in (word.strip(_JOINER) for word in words) if word).strip(" -–—|·")


def _is_drawn(char: str) -> bool:
    """Signs and their variants; a trade mark stays."""
    return char not in "®™°" and (unicodedata.category(char) in {"So", "Sk", "Me"} or "\ufe00" <= char <= "\ufe0f")


class Role(StrEnum):
    rep = "rep"
    manager = "manager"
    admin = "admin"
    inactive = "inactive"  # somebody who is here no more: nothing is shown to them and nothing sent

    @property
    def may_lead(self) -> bool:
        """Whether others can be led by them: a manager, or the admin of a small team, who is both."""
        return self in {Role.manager, Role.admin}


@dataclass(frozen=True)
class Organisation:
    id: int
    name: str
    policy: Policy = field(default_factory=Policy)

    @property
    def said(self) -> str:
        """Its name in words to a prospect, without a workspace's emoji and markup; empty while it bears the id of its Teams
        tenant, for Teams tells no name."""
        return "" if is_azure_id(self.name) else sayable(self.name)


class Muted(StrEnum):
    """What a member can do without for a while. Their own promises are muted only with everything."""

    everything = "everything"
    talk = "talk"  # the touches that are due
    theirs = "theirs"  # what prospects promised
    coaching = "coaching"  # how many of last week's conversations brought something of theirs by a day


FOR_GOOD = date(9999, 12, 30)  # the last day of a pause that its member ends


@dataclass(frozen=True)
class Pause:
    what: Muted
    first_on: date
    last_on: date


@dataclass(frozen=True)
class Member:
    id: int
    organisation_id: int
    name: str
    role: Role
    manager_id: int | None
    zone: str  # an IANA name
    email: str = ""
    digest_at: time = time(8, 30)
    working_days: tuple[int, ...] = (0, 1, 2, 3, 4)  # Monday is 0
    country: str = ""  # whose public holidays apply, ISO 3166 such as "DE" or "GB-ENG"; none when empty
    locale: str = "en-GB"  # decides how 3/4 is read, and how dates are written
    phone: str = ""
    compact: bool = False  # the digest without opener sentences
    clear_day: bool = False  # a line also on a morning when nothing is due
    quiet: tuple[time, time] | None = None  # no message from the first to the second wall time
    next_digest_on: date | None = None  # the day of theirs that is to be decided about next
    next_digest_at: datetime | None = None  # the instant of that day's hour, by the zone's rules as they are now
    leave: tuple[tuple[date, date], ...] = ()  # first and last day off
    pauses: tuple[Pause, ...] = ()

    @property
    def first_name(self) -> str:
        """What they are called in a sentence: "Hello Tom." Never empty, whatever a platform told of them."""
        return first_name(self.name, self.email.strip() or "there")

    @property
    def may_lead(self) -> bool:
        return self.role.may_lead
