"""The tables. Every row belongs to an organisation, and every recorded row to an Act; nothing recorded is ever edited.

The columns of `deals` after `act_id` and of `commitments` after `contact` are derived: bot.store.refreshing writes them.
"""

from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import (
    JSON,
    BigInteger,
    Boolean,
    Column,
    Date,
    DateTime,
    Dialect,
    ForeignKey,
    ForeignKeyConstraint,
    Index,
    Integer,
    MetaData,
    String,
    Table,
    Text,
    TypeDecorator,
    UniqueConstraint,
    false,
    text,
)
from typing_extensions import override

from bot.reading.outcome.buyingparts import PARTS

NAMING = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s",
    "pk": "pk_%(table_name)s",
}
metadata = MetaData(naming_convention=NAMING)
Id = BigInteger().with_variant(Integer, "sqlite")  # SQLite numbers rows by itself only for INTEGER keys


class Instant(TypeDecorator[datetime]):
    """An aware UTC instant. SQLite drops zones silently, so a naive value is refused before it can be stored."""

    impl = DateTime(timezone=True)
    cache_ok = True

    @override
    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("an instant needs a zone")
        return value.astimezone(UTC)

    @override
    def result_processor(self, dialect: Dialect, coltype: object) -> Callable[[Any], datetime | None]:
        """All in one, as each of a morning's touches has one: SQLite gives the text, PostgreSQL an instant of any zone."""
        return _from_text if dialect.name == "sqlite" else _in_utc


def _from_text(value: str | None) -> datetime | None:
    if value is None:
        return None
    try:
        return datetime.fromisoformat(f"{value}+00:00")
    except ValueError:  # put there by another program, with its zone
        return datetime.fromisoformat(value).astimezone(UTC)


def _in_utc(value: datetime | None) -> datetime | None:
    return value if value is None or value.tzinfo is UTC else value.astimezone(UTC)


def _id() -> Column[int]:
    return Column("id", Id, primary_key=True, autoincrement=True)


def _organisation() -> Column[int]:
    return Column("organisation_id", Id, ForeignKey("organisations.id"), nullable=False)


def _text(name: str, default: str = "") -> Column[str]:
    return Column(name, Text, nullable=False, server_default=default)


def _flag(name: str, *, default: bool | None = None) -> Column[bool]:
    return Column(name, Boolean, nullable=False, server_default=None if default is None else false())


def _within(column: str, table: str) -> ForeignKeyConstraint:
    """A reference that cannot leave the organisation."""
    return ForeignKeyConstraint(["organisation_id", column], [f"{table}.organisation_id", f"{table}.id"])


def _own(table: str) -> UniqueConstraint:
    return UniqueConstraint("organisation_id", "id", name=f"uq_{table}_own")


organisations = Table("organisations", metadata, _id(), _text("name"), Column("policy", JSON, nullable=False))
meta = Table("meta", metadata, Column("key", String(80), primary_key=True), _text("value"))

workspaces = Table(
    "workspaces", metadata, _id(), _organisation(), _text("platform"), _text("key"), _text("name"), _text("state"),
    _text("details"), _text("sealed"), Column("changed_at", Instant),
    _text("worker"), Column("worker_until", Instant), Column("closed_until", Instant),  # bot.store.workers
    UniqueConstraint("platform", "key"), _own("workspaces"),
)  # fmt: skip

members = Table(
    "members", metadata, _id(), _organisation(), _text("name"), _text("role"), Column("manager_id", Id),
    _text("zone"), _text("email"), _text("digest_at"), Column("working_days", JSON, nullable=False), _text("country"),
    _text("phone"), Column("next_digest_at", Instant),
    _text("locale"), _flag("compact", default=False), _flag("clear_day", default=False), _text("quiet"),
    Column("joined_into_id", Id),  # the member whom this one has become
    Column("next_digest_on", Date),
    _text("lists_in"),  # the platform on which they want their list; empty: where they were first
    _own("members"), _within("manager_id", "members"), Index(None, "next_digest_at"),
)  # fmt: skip

identities = Table(
    "identities", metadata, _id(), _organisation(), Column("member_id", Id, nullable=False), _text("platform"),
    _text("workspace"), _text("user"), _text("details"), _text("state"), _text("why"),
    Column("gone_at", Instant),  # when they left that platform
    _within("member_id", "members"), UniqueConstraint("organisation_id", "platform", "workspace", "user"),
    Index(None, "platform", "workspace", "user"),
)  # fmt: skip

acts = Table(
    "acts", metadata, _id(), _organisation(), Column("member_id", Id, nullable=False), Column("at", Instant, nullable=False),
    _text("summary"), Column("undone_at", Instant), Column("undone_by", Id), _text("meaning"),
    _text("salt"),  # of the digest in the audit record; it goes when the words are taken out
    _own("acts"), _within("member_id", "members"), Index(None, "organisation_id", "member_id", "id"),
    Index(None, "organisation_id", "member_id", "at"),
    Index("ix_acts_undone", "organisation_id", "id",
          sqlite_where=text("undone_at IS NOT NULL"), postgresql_where=text("undone_at IS NOT NULL")),
)  # fmt: skip

# The team's own: `kind` is what it is, or what takes the row `of_id` back.
house = Table(
    "house", metadata, _id(), _organisation(), Column("act_id", Id, nullable=False), Column("on", Date, nullable=False),
    _text("kind"), _text("text"), Column("first_on", Date), Column("until_on", Date), Column("of_id", Id),
    _own("house"), _within("act_id", "acts"), Index(None, "organisation_id", "act_id"),
)  # fmt: skip

deals = Table(
    "deals", metadata, _id(), _organisation(), Column("act_id", Id, nullable=False),
    Column("created_at", Instant, nullable=False), Column("created_on", Date), _text("source"), _text("external_id"),
    _flag("hidden"), _text("company"), _text("title"), Column("owner_id", Id, nullable=False), _text("stage"),
    _text("value"), _text("currency"), Column("closes_on", Date), _text("crm_next_step"), Column("crm_contact_on", Date),
    _text("state"), Column("next_touch_on", Date), _text("why"), _text("temperature"), _text("temperature_why"),
    Column("unanswered", Integer, nullable=False), Column("touches_since_advance", Integer, nullable=False),
    Column("last_contact_on", Date), Column("agreed_on", Date), Column("heard_on", Date),
    Column("derived_on", Date), _text("former_names"), _text("found_by"), _text("aliases"),
    _own("deals"), _within("act_id", "acts"), _within("owner_id", "members"),
    Index(None, "organisation_id", "owner_id", "next_touch_on"), Index(None, "organisation_id", "act_id"),
    Index("uq_deals_external", "organisation_id", "source", "external_id", unique=True,
          sqlite_where=text("external_id <> ''"), postgresql_where=text("external_id <> ''")),
)  # fmt: skip


def _of_a_deal(name: str, *columns: Any) -> Table:
    """A recorded fact about a deal: who made it is in its act."""
    return Table(
        name, metadata, _id(), _organisation(), Column("act_id", Id, nullable=False), Column("deal_id", Id, nullable=False),
        *columns,
        _own(name), _within("act_id", "acts"), _within("deal_id", "deals"),
        Index(None, "organisation_id", "deal_id"), Index(None, "organisation_id", "act_id"),
    )  # fmt: skip


deal_changes = _of_a_deal("deal_changes", Column("changes", JSON, nullable=False))
contacts = _of_a_deal("contacts", _text("name"), _text("phone"), _text("zone"))
BUYING = " OR ".join(f"said LIKE '%{part}%'" for part in PARTS)
touches = _of_a_deal(
    "touches", Column("member_id", Id, nullable=False), Column("at", Instant, nullable=False),
    Column("on", Date, nullable=False), _text("outcome"), _text("result"), _text("said"), _text("note"),
    _text("contact"), _flag("inbound"), _flag("definitive"), _flag("assumed", default=False),
    # Work of a time is counted by this alone, and no touch is read for it.
    Index("ix_touches_by_day", "organisation_id", "on", "member_id", "deal_id", "act_id", "outcome"),
    # What they said at all, by deal; and what may be about buying (bot.reading.outcome.buyingparts.PARTS), by day.
    Index("ix_touches_said", "organisation_id", "deal_id", "act_id",
          sqlite_where=text("said <> ''"), postgresql_where=text("said <> ''")),
    Index("ix_touches_buying", "organisation_id", "on", sqlite_where=text(BUYING), postgresql_where=text(BUYING)),
)  # fmt: skip
commitments = _of_a_deal(
    "commitments", _text("side"), _text("text"), Column("made_on", Date, nullable=False), Column("first_due_on", Date),
    _flag("soft"), _text("contact"), _text("state", "open"), Column("due_on", Date),
    Index(None, "organisation_id", "state", "side", "due_on", "deal_id"),  # a team's earliest are its first rows
)  # fmt: skip
turns = _of_a_deal(
    "turns", Column("commitment_id", Id, nullable=False), Column("on", Date, nullable=False), _text("kind"),
    Column("due_on", Date), _text("moved_by"), _within("commitment_id", "commitments"),
)  # fmt: skip
next_steps = _of_a_deal(
    "next_steps", Column("made_on", Date, nullable=False), _text("what"), Column("on", Date, nullable=False),
    _text("at"), _text("zone"), _text("purpose"), _flag("agreed"),
)  # fmt: skip
decisions = _of_a_deal(
    "decisions", Column("member_id", Id, nullable=False), Column("on", Date, nullable=False), _text("kind"),
    Column("until_on", Date), _text("reason"),
)  # fmt: skip
brought = _of_a_deal(
    "brought",
    Column("on", Date, nullable=False),
    Column("item_id", Id, nullable=False),
    _flag("kept_back", default=False),
    _within("item_id", "house"),
)
RECORDED = (deal_changes, contacts, touches, commitments, turns, next_steps, decisions, brought)


def _of_a_member(name: str, *columns: Any) -> Table:
    """A recorded choice of a member's."""
    return Table(
        name, metadata, _id(), _organisation(), Column("act_id", Id, nullable=False), Column("member_id", Id, nullable=False),
        *columns,
        _within("act_id", "acts"), _within("member_id", "members"), Index(None, "organisation_id", "member_id"),
    )  # fmt: skip


# `changes` is {"field": [before, after]}: undone, the value before it counts again.
member_changes = _of_a_member("member_changes", Column("changes", JSON, nullable=False))
leaves = _of_a_member("leaves", Column("first_on", Date, nullable=False), Column("last_on", Date, nullable=False))
pauses = _of_a_member(
    "pauses", _text("what"), Column("first_on", Date, nullable=False), Column("last_on", Date, nullable=False)
)
# `by_id` sees and acts on what `member_id` has, from the one instant to the other.
covers = _of_a_member(
    "covers", Column("by_id", Id, nullable=False), Column("begins_at", Instant, nullable=False),
    Column("ends_at", Instant, nullable=False), Column("back_on", Date, nullable=False),
    _within("by_id", "members"), Index(None, "organisation_id", "by_id"),
)  # fmt: skip
# `changes` is {"figure": [before, after]} of the policy: organisations.policy is what the standing ones add up to.
policy_changes = Table(
    "policy_changes", metadata, _id(), _organisation(), Column("act_id", Id, nullable=False),
    Column("changes", JSON, nullable=False), _within("act_id", "acts"), Index(None, "organisation_id", "act_id"),
)  # fmt: skip
inbound = Table(
    "inbound", metadata, _id(), _organisation(), _text("key"), Column("member_id", Id, nullable=False),
    Column("at", Instant, nullable=False), Column("act_id", Id), _text("reply_json"),
    UniqueConstraint("organisation_id", "key"), _within("member_id", "members"), _within("act_id", "acts"),
)  # fmt: skip
drafts = Table(
    "drafts", metadata, _id(), _organisation(), Column("member_id", Id, nullable=False),
    Column("at", Instant, nullable=False), _text("command"), _within("member_id", "members"),
    Column("settled_at", Instant), Index(None, "organisation_id", "member_id", "settled_at"),
)  # fmt: skip
digests = Table(
    "digests", metadata, _id(), _organisation(), Column("member_id", Id, nullable=False),
    Column("local_date", Date, nullable=False), Column("due_at", Instant, nullable=False), _text("state"),
    _text("reason"), _text("items"), Column("decided_at", Instant, nullable=False),
    UniqueConstraint("organisation_id", "member_id", "local_date"), _within("member_id", "members"),
)  # fmt: skip
outbox = Table(
    "outbox", metadata, _id(), _organisation(), Column("member_id", Id, nullable=False), _text("kind"), _text("key"),
    _text("card_json"), _text("platform"), _text("workspace"), _text("user"), _text("details"), _text("state"),
    Column("attempts", Integer, nullable=False), Column("created_at", Instant, nullable=False),
    Column("not_before_at", Instant, nullable=False), Column("lease_until", Instant), Column("sent_at", Instant),
    _text("provider_ref"), _text("error"), Column("tried_at", Instant),
    UniqueConstraint("organisation_id", "key", "platform", "workspace", "user"), _within("member_id", "members"),
    Index(None, "state", "not_before_at"), Index(None, "organisation_id", "member_id", "sent_at"),
)  # fmt: skip
links = Table(
    "links", metadata, _id(), _organisation(), Column("member_id", Id, nullable=False), _text("digest"),
    Column("expires_at", Instant, nullable=False), _within("member_id", "members"),
    UniqueConstraint("organisation_id", "digest"),
)  # fmt: skip
imports = Table(
    "imports", metadata, _id(), _organisation(), _text("digest"), Column("act_id", Id, nullable=False),
    Column("finished_at", Instant), _within("act_id", "acts"), Index(None, "organisation_id", "digest"),
)  # fmt: skip
column_mappings = Table(
    "column_mappings",
    metadata,
    _id(),
    _organisation(),
    _text("header"),
    Column("columns", JSON, nullable=False),
    UniqueConstraint("organisation_id", "header"),
)

# Only added to: on both databases triggers refuse all else (migration 0014). No column holds what anybody typed.
audit = Table(
    "audit", metadata, _id(), Column("organisation_id", Id, ForeignKey("organisations.id")),  # NULL: the server's own
    Column("at", Instant, nullable=False), _text("source"), Column("member_id", Id), _text("action"), _text("outcome"),
    _text("what"), _text("which"), _text("digest"), Index(None, "organisation_id", "id"),
    Index("ix_audit_forget", "organisation_id", sqlite_where=text("action = 'forget'"), postgresql_where=text("action = 'forget'")),
)  # fmt: skip
# The place of each entry, by its id; `chain` is the organisation, or 0.
audit_chain = Table(
    "audit_chain", metadata, Column("id", Id, primary_key=True, autoincrement=False),
    Column("organisation_id", Id, ForeignKey("organisations.id")), Column("chain", Id, nullable=False),
    Column("number", Id, nullable=False), _text("hash"), UniqueConstraint("chain", "number"),
)  # fmt: skip
