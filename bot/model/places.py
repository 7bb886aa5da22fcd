"""Where people are reached: their identities on platforms, and the workspaces that are connected. Only frozen data."""

from dataclasses import dataclass
from enum import StrEnum

TRIAL_PAGE = "local"  # the platform on which one browser plays everybody


@dataclass(frozen=True)
class Address:
    """Where an identity can be reached. `details` is written and read by that platform's adapter only."""

    platform: str
    workspace: str
    user: str
    details: str = ""

    @property
    def place(self) -> tuple[str, str]:
        """The platform, and the workspace there: nobody is twice in one."""
        return self.platform, self.workspace


class Reach(StrEnum):
    """Whether a message gets to an identity."""

    fine = ""
    unreachable = "unreachable"  # the platform refused; their next sign there heals it
    gone = "gone"  # left the workspace: nothing is sent any more


@dataclass(frozen=True)
class Identity:
    """A member on one platform."""

    member_id: int
    address: Address
    reach: Reach = Reach.fine
    why: str = ""  # what the platform said
    workspace_name: str = ""
    is_cut_off: bool = False  # the workspace is disconnected: nobody is reached there until it is installed again

    @property
    def is_reached(self) -> bool:
        return self.reach is Reach.fine and not self.is_cut_off


@dataclass(frozen=True)
class Profile:
    """What a platform says about a person. `email` only when the platform has verified it."""

    name: str
    zone: str
    locale: str = "en-GB"
    email: str = ""


class Outside(StrEnum):
    """Why somebody whom a platform knows is nobody here."""

    guest = "guest"
    elsewhere = "elsewhere"
    bot = "bot"
    closed = "closed"


@dataclass(frozen=True)
class Mentioned:
    """Somebody whom a line names, and who is no member. `mark` stands for them in it; of whoever is `outside` nothing can be made."""

    mark: str
    address: Address
    profile: Profile
    outside: Outside | None = None

    @property
    def name(self) -> str:
        return self.profile.name or "somebody"


class Became(StrEnum):
    """What became of a member's list on a day. `unknown`: it may have arrived, and nobody can look any more."""

    sent = "sent"
    on_its_way = "on its way"
    unknown = "unknown"
    undelivered = "not delivered"
    skipped = "skipped"
    no_working_day = "no working day"
    to_come = "to come"
    undecided = "no decision"  # before their first one


class WorkspaceState(StrEnum):
    connected = "connected"
    stopped = "stopped"  # uninstalled or revoked
    awaited = "awaited"  # the operator has said to whom it belongs, and it has not come yet


@dataclass(frozen=True)
class Workspace:
    """A Slack team or Teams tenant. `details` and `sealed` are written and read by that platform's adapter only."""

    id: int
    organisation_id: int
    platform: str
    key: str  # the platform's own id of it
    name: str
    state: WorkspaceState
    details: str = ""
    sealed: str = ""  # its secrets, encrypted
