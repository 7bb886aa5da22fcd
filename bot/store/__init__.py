"""The store: SQLite or PostgreSQL behind verbs of the domain. The only place that speaks SQL."""

from bot.store.acts import Earlier, Undone
from bot.store.database import CommitLost, Database, DatabaseBusy, DatabaseSetting
from bot.store.deals import Answered, FromCrm, HandedOver
from bot.store.migrating import SchemaTooNew
from bot.store.names import DealName
from bot.store.operator import Operator
from bot.store.sending import Delivered, Digest, Draft, Parcel
from bot.store.store import Store, UnknownOrganisation

__all__ = [
    "Answered",
    "CommitLost",
    "Database",
    "DatabaseBusy",
    "DatabaseSetting",
    "DealName",
    "Delivered",
    "Digest",
    "Draft",
    "Earlier",
    "FromCrm",
    "HandedOver",
    "Operator",
    "Parcel",
    "SchemaTooNew",
    "Store",
    "Undone",
    "UnknownOrganisation",
]
