"""The store: SQLite or PostgreSQL behind verbs of the domain. The only place that speaks SQL."""

from bot.store.about import Person
from bot.store.acts import BY_ITSELF, Undone
from bot.store.addresses import mistake_in, password_in
from bot.store.answered import Earlier, Pair
from bot.store.arrivals import Arrival
from bot.store.audit_chain import Head as AuditHead
from bot.store.audit_chain import Strays, Verdict
from bot.store.awaited import Awaited, awaited_admin
from bot.store.backups import BackupFailed, PutBack, back_up, dump_command, put_back, undump_command
from bot.store.books import Above
from bot.store.buying import Told
from bot.store.calls_for_help import Taken
from bot.store.condition import NotTaken
from bot.store.database import Database, Looking, tell_beside
from bot.store.deals import Answered, FromCrm, HandedOver
from bot.store.digests import Digest, Listed, Plan, Skip
from bot.store.drafts import Draft
from bot.store.engines import CommitLost, clear_way, is_away, is_of_the_database
from bot.store.erasing import Erased, Message, Unsure
from bot.store.everything import Sheet, told_as
from bot.store.figures import Decided
from bot.store.files import (
    DatabaseBusy,
    DatabaseHeld,
    DatabaseSetting,
    is_locked,
    is_there,
    network_between,
    open_to_all,
    put_aside,
    why_not_made,
)
from bot.store.files import sqlite_path as sqlite_file
from bot.store.gone import GoneDeal
from bot.store.house import BANNED, OPENER, TRADE
from bot.store.imports import Begun, KnownName
from bot.store.links import Purpose
from bot.store.migrating import SchemaTooNew
from bot.store.migrating import head as head_schema
from bot.store.migrating import known_revisions as known_schemas
from bot.store.mornings import Marks
from bot.store.names import DealName
from bot.store.one_person import JOINED
from bot.store.operator import Operator
from bot.store.refusing import is_held, why_not
from bot.store.rights import Right
from bot.store.room import chunks
from bot.store.scrubbing import scrub
from bot.store.seeing import Seen
from bot.store.sending import WITHDRAW, Delivered, Letter, Lost, Outcome, Parcel
from bot.store.soundness import missing_tables, tables_open_by_policy, unguarded_tables
from bot.store.store import Store, UnknownOrganisation
from bot.store.subjects import Colleague, Known
from bot.store.tables import SENT, SKIPPED
from bot.store.teams import Chosen, Found, Load, Open, Owed
from bot.store.traces import Meant
from bot.store.unrenewed import ToInstall
from bot.store.withdrawals import Left, withdrawn
from bot.store.work import Worked
from bot.store.writer import DatabaseClosed

__all__ = [
    "BANNED",
    "BY_ITSELF",
    "JOINED",
    "OPENER",
    "SENT",
    "SKIPPED",
    "TRADE",
    "WITHDRAW",
    "Above",
    "Answered",
    "Arrival",
    "AuditHead",
    "Awaited",
    "BackupFailed",
    "Begun",
    "Chosen",
    "Colleague",
    "CommitLost",
    "Database",
    "DatabaseBusy",
    "DatabaseClosed",
    "DatabaseHeld",
    "DatabaseSetting",
    "DealName",
    "Decided",
    "Delivered",
    "Digest",
    "Draft",
    "Earlier",
    "Erased",
    "Found",
    "FromCrm",
    "GoneDeal",
    "HandedOver",
    "Known",
    "KnownName",
    "Left",
    "Letter",
    "Listed",
    "Load",
    "Looking",
    "Lost",
    "Marks",
    "Meant",
    "Message",
    "NotTaken",
    "Open",
    "Operator",
    "Outcome",
    "Owed",
    "Pair",
    "Parcel",
    "Person",
    "Plan",
    "Purpose",
    "PutBack",
    "Right",
    "SchemaTooNew",
    "Seen",
    "Sheet",
    "Skip",
    "Store",
    "Strays",
    "Taken",
    "ToInstall",
    "Told",
    "Undone",
    "UnknownOrganisation",
    "Unsure",
    "Verdict",
    "Worked",
    "awaited_admin",
    "back_up",
    "chunks",
    "clear_way",
    "dump_command",
    "head_schema",
    "is_away",
    "is_held",
    "is_locked",
    "is_of_the_database",
    "is_there",
    "known_schemas",
    "missing_tables",
    "mistake_in",
    "network_between",
    "open_to_all",
    "password_in",
    "put_aside",
    "put_back",
    "scrub",
    "sqlite_file",
    "tables_open_by_policy",
    "tell_beside",
    "told_as",
    "undump_command",
    "unguarded_tables",
    "why_not",
    "why_not_made",
    "withdrawn",
]
