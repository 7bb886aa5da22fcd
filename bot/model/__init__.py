"""The vocabulary: every noun of docs/glossary.md that the code passes around.

Only frozen data lives here: no clock, no SQL, no wording. `_at` is an instant (aware UTC), `_on` a date.
"""

from bot.model.books import Book, Cover, DoneFor, Left, Owing
from bot.model.house import House, HousePhrase, Novelty, ShelfItem, Trade
from bot.model.people import Member, Muted, Organisation, Pause, Role, first_name, is_azure_id
from bot.model.places import Address, Identity, Profile, Reach, Workspace, WorkspaceState
from bot.model.record import (
    THEIR_TIME,
    Act,
    Brought,
    Commitment,
    CommitmentState,
    Contact,
    Deal,
    Decision,
    DecisionKind,
    History,
    NextStep,
    Outcome,
    Result,
    Side,
    Touch,
    Turn,
    TurnKind,
    hour_there,
)
from bot.model.standing import OPEN_STATES, DealState, Policy, Standing, Temperature

__all__ = [
    "OPEN_STATES",
    "THEIR_TIME",
    "Act",
    "Address",
    "Book",
    "Brought",
    "Commitment",
    "CommitmentState",
    "Contact",
    "Cover",
    "Deal",
    "DealState",
    "Decision",
    "DecisionKind",
    "DoneFor",
    "History",
    "House",
    "HousePhrase",
    "Identity",
    "Left",
    "Member",
    "Muted",
    "NextStep",
    "Novelty",
    "Organisation",
    "Outcome",
    "Owing",
    "Pause",
    "Policy",
    "Profile",
    "Reach",
    "Result",
    "Role",
    "ShelfItem",
    "Side",
    "Standing",
    "Temperature",
    "Touch",
    "Trade",
    "Turn",
    "TurnKind",
    "Workspace",
    "WorkspaceState",
    "first_name",
    "hour_there",
    "is_azure_id",
]
