"""The tables. Every row belongs to an organisation, and every recorded row to an Act; nothing recorded is ever edited.

The columns of `deals` after `act_id` and of `commitments` after `contact` are derived: bot.store.refreshing writes them.
"""

from typing import Any

from sqlalchemy import (
    JSON,
    Column,
    Date,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    String,
    Table,
    UniqueConstraint,
    text,
)

from bot.reading.outcome.buyingparts import PARTS
from bot.store.columns import Id, Instant, flag, organisation_id, own, row_id, string, within

NAMING = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s",
    "pk": "pk_%(table_name)s",
}
metadata = MetaData(naming_convention=NAMING)


organisations = Table("organisations", metadata, row_id(), string("name"), Column("policy", JSON, nullable=False))
meta = Table("meta", metadata, Column("key", String(80), primary_key=True), string("value"))

workspaces = Table(
    "workspaces", metadata, row_id(), organisation_id(), string("platform"), string("key"), string("name"), string("state"),
    string("details"), string("sealed"), Column("changed_at", Instant),
    string("worker"), Column("worker_until", Instant), Column("closed_until", Instant),  # bot.store.workers
    UniqueConstraint("platform", "key"), own("workspaces"),
)  # fmt: skip

members = Table(
    "members", metadata, row_id(), organisation_id(), string("name"), string("role"), Column("manager_id", Id),
    string("zone"), string("email"), string("digest_at"), Column("working_days", JSON, nullable=False), string("country"),
    string("phone"), Column("next_digest_at", Instant),
    string("locale"), flag("compact", default=False), flag("clear_day", default=False), string("quiet"),
    Column("joined_into_id", Id),  # the member whom this one has become
    Column("next_digest_on", Date),
    string("lists_in"),  # the platform on which they want their list; empty: where they were first
    own("members"), within("manager_id", "members"), Index(None, "next_digest_at"),
)  # fmt: skip

identities = Table(
    "identities", metadata, row_id(), organisation_id(), Column("member_id", Id, nullable=False), string("platform"),
    string("workspace"), string("user"), string("details"), string("state"), string("why"),
    Column("gone_at", Instant),  # when they left that platform
    within("member_id", "members"), UniqueConstraint("organisation_id", "platform", "workspace", "user"),
    Index(None, "platform", "workspace", "user"),
)  # fmt: skip

acts = Table(
    "acts", metadata, row_id(), organisation_id(), Column("member_id", Id, nullable=False), Column("at", Instant, nullable=False),
    string("summary"), Column("undone_at", Instant), Column("undone_by", Id), string("meaning"),
    string("salt"),  # of the digest in the audit record; it goes when the words are taken out
    own("acts"), within("member_id", "members"), Index(None, "organisation_id", "member_id", "id"),
    Index(None, "organisation_id", "member_id", "at"),
    Index("ix_acts_undone", "organisation_id", "id",
          sqlite_where=text("undone_at IS NOT NULL"), postgresql_where=text("undone_at IS NOT NULL")),
)  # fmt: skip

# The team's own: `kind` is what it is, or what takes the row `of_id` back.
house = Table(
    "house", metadata, row_id(), organisation_id(), Column("act_id", Id, nullable=False), Column("on", Date, nullable=False),
    string("kind"), string("text"), Column("first_on", Date), Column("until_on", Date), Column("of_id", Id),
    own("house"), within("act_id", "acts"), Index(None, "organisation_id", "act_id"),
)  # fmt: skip

deals = Table(
    "deals", metadata, row_id(), organisation_id(), Column("act_id", Id, nullable=False),
    Column("created_at", Instant, nullable=False), Column("created_on", Date), string("source"), string("external_id"),
    flag("hidden"), string("company"), string("title"), Column("owner_id", Id, nullable=False), string("stage"),
    string("value"), string("currency"), Column("closes_on", Date), string("crm_next_step"), Column("crm_contact_on", Date),
    string("state"), Column("next_touch_on", Date), string("why"), string("temperature"), string("temperature_why"),
    Column("unanswered", Integer, nullable=False), Column("touches_since_advance", Integer, nullable=False),
    Column("last_contact_on", Date), Column("agreed_on", Date), Column("heard_on", Date),
    Column("derived_on", Date), string("former_names"), string("found_by"), string("aliases"),
    own("deals"), within("act_id", "acts"), within("owner_id", "members"),
    Index(None, "organisation_id", "owner_id", "next_touch_on"), Index(None, "organisation_id", "act_id"),
    Index("uq_deals_external", "organisation_id", "source", "external_id", unique=True,
          sqlite_where=text("external_id <> ''"), postgresql_where=text("external_id <> ''")),
)  # fmt: skip


def _of_a_deal(name: str, *columns: Any) -> Table:
    """A recorded fact about a deal: who made it is in its act."""
    return Table(
        name, metadata, row_id(), organisation_id(), Column("act_id", Id, nullable=False), Column("deal_id", Id, nullable=False),
        *columns,
        own(name), within("act_id", "acts"), within("deal_id", "deals"),
        Index(None, "organisation_id", "deal_id"), Index(None, "organisation_id", "act_id"),
    )  # fmt: skip


deal_changes = _of_a_deal("deal_changes", Column("changes", JSON, nullable=False))
contacts = _of_a_deal("contacts", string("name"), string("phone"), string("zone"))
BUYING = " OR ".join(f"said LIKE '%{part}%'" for part in PARTS)
touches = _of_a_deal(
    "touches", Column("member_id", Id, nullable=False), Column("at", Instant, nullable=False),
    Column("on", Date, nullable=False), string("outcome"), string("result"), string("said"), string("note"),
    string("contact"), flag("inbound"), flag("definitive"), flag("assumed", default=False),
    # Work of a time is counted by this alone, and no touch is read for it.
    Index("ix_touches_by_day", "organisation_id", "on", "member_id", "deal_id", "act_id", "outcome"),
    # What they said at all, by deal; and what may be about buying (bot.reading.outcome.buyingparts.PARTS), by day.
    Index("ix_touches_said", "organisation_id", "deal_id", "act_id",
          sqlite_where=text("said <> ''"), postgresql_where=text("said <> ''")),
    Index("ix_touches_buying", "organisation_id", "on", sqlite_where=text(BUYING), postgresql_where=text(BUYING)),
)  # fmt: skip
commitments = _of_a_deal(
    "commitments", string("side"), string("text"), Column("made_on", Date, nullable=False), Column("first_due_on", Date),
    flag("soft"), string("contact"), string("state", "open"), Column("due_on", Date),
    Index(None, "organisation_id", "state", "side", "due_on", "deal_id"),  # a team's earliest are its first rows
)  # fmt: skip
turns = _of_a_deal(
    "turns", Column("commitment_id", Id, nullable=False), Column("on", Date, nullable=False), string("kind"),
    Column("due_on", Date), string("moved_by"), within("commitment_id", "commitments"),
)  # fmt: skip
next_steps = _of_a_deal(
    "next_steps", Column("made_on", Date, nullable=False), string("what"), Column("on", Date, nullable=False),
    string("at"), string("zone"), string("purpose"), flag("agreed"),
)  # fmt: skip
decisions = _of_a_deal(
    "decisions", Column("member_id", Id, nullable=False), Column("on", Date, nullable=False), string("kind"),
    Column("until_on", Date), string("reason"),
)  # fmt: skip
brought = _of_a_deal(
    "brought",
    Column("on", Date, nullable=False),
    Column("item_id", Id, nullable=False),
    flag("kept_back", default=False),
    within("item_id", "house"),
)
RECORDED = (deal_changes, contacts, touches, commitments, turns, next_steps, decisions, brought)


def _of_a_member(name: str, *columns: Any) -> Table:
    """A recorded choice of a member's."""
    return Table(
        name, metadata, row_id(), organisation_id(), Column("act_id", Id, nullable=False), Column("member_id", Id, nullable=False),
        *columns,
        within("act_id", "acts"), within("member_id", "members"), Index(None, "organisation_id", "member_id"),
    )  # fmt: skip


# `changes` is {"field": [before, after]}: undone, the value before it counts again.
member_changes = _of_a_member("member_changes", Column("changes", JSON, nullable=False))
leaves = _of_a_member("leaves", Column("first_on", Date, nullable=False), Column("last_on", Date, nullable=False))
pauses = _of_a_member(
    "pauses", string("what"), Column("first_on", Date, nullable=False), Column("last_on", Date, nullable=False)
)
# `by_id` sees and acts on what `member_id` has, from the one instant to the other.
covers = _of_a_member(
    "covers", Column("by_id", Id, nullable=False), Column("begins_at", Instant, nullable=False),
    Column("ends_at", Instant, nullable=False), Column("back_on", Date, nullable=False),
    within("by_id", "members"), Index(None, "organisation_id", "by_id"),
)  # fmt: skip
# `changes` is {"figure": [before, after]} of the policy: organisations.policy is what the standing ones add up to.
policy_changes = Table(
    "policy_changes", metadata, row_id(), organisation_id(), Column("act_id", Id, nullable=False),
    Column("changes", JSON, nullable=False), within("act_id", "acts"), Index(None, "organisation_id", "act_id"),
)  # fmt: skip
inbound = Table(
    "inbound", metadata, row_id(), organisation_id(), string("key"), Column("member_id", Id, nullable=False),
    Column("at", Instant, nullable=False), Column("act_id", Id), string("reply_json"),
    UniqueConstraint("organisation_id", "key"), within("member_id", "members"), within("act_id", "acts"),
)  # fmt: skip
drafts = Table(
    "drafts", metadata, row_id(), organisation_id(), Column("member_id", Id, nullable=False),
    Column("at", Instant, nullable=False), string("command"), within("member_id", "members"),
    Column("settled_at", Instant), Index(None, "organisation_id", "member_id", "settled_at"),
)  # fmt: skip
SENT, SKIPPED = "sent", "skipped"  # what a day's list became
digests = Table(
    "digests", metadata, row_id(), organisation_id(), Column("member_id", Id, nullable=False),
    Column("local_date", Date, nullable=False), Column("due_at", Instant, nullable=False), string("state"),
    string("reason"), string("items"), Column("decided_at", Instant, nullable=False),
    UniqueConstraint("organisation_id", "member_id", "local_date"), within("member_id", "members"),
)  # fmt: skip
outbox = Table(
    "outbox", metadata, row_id(), organisation_id(), Column("member_id", Id, nullable=False), string("kind"), string("key"),
    string("card_json"), string("platform"), string("workspace"), string("user"), string("details"), string("state"),
    Column("attempts", Integer, nullable=False), Column("created_at", Instant, nullable=False),
    Column("not_before_at", Instant, nullable=False), Column("lease_until", Instant), Column("sent_at", Instant),
    string("provider_ref"), string("error"), Column("tried_at", Instant),
    UniqueConstraint("organisation_id", "key", "platform", "workspace", "user"), within("member_id", "members"),
    Index(None, "state", "not_before_at"), Index(None, "organisation_id", "member_id", "sent_at"),
)  # fmt: skip
links = Table(
    "links", metadata, row_id(), organisation_id(), Column("member_id", Id, nullable=False), string("digest"),
    Column("expires_at", Instant, nullable=False), within("member_id", "members"),
    UniqueConstraint("organisation_id", "digest"),
)  # fmt: skip
imports = Table(
    "imports", metadata, row_id(), organisation_id(), string("digest"), Column("act_id", Id, nullable=False),
    Column("finished_at", Instant), within("act_id", "acts"), Index(None, "organisation_id", "digest"),
)  # fmt: skip
column_mappings = Table(
    "column_mappings",
    metadata,
    row_id(),
    organisation_id(),
    string("header"),
    Column("columns", JSON, nullable=False),
    UniqueConstraint("organisation_id", "header"),
)

# Only added to: on both databases triggers refuse all else (migration 0014). No column holds what anybody typed.
audit = Table(
    "audit", metadata, row_id(), Column("organisation_id", Id, ForeignKey("organisations.id")),  # NULL: the server's own
    Column("at", Instant, nullable=False), string("source"), Column("member_id", Id), string("action"), string("outcome"),
    string("what"), string("which"), string("digest"), Index(None, "organisation_id", "id"),
    Index("ix_audit_forget", "organisation_id", sqlite_where=text("action = 'forget'"), postgresql_where=text("action = 'forget'")),
)  # fmt: skip
# The place of each entry, by its id; `chain` is the organisation, or 0.
audit_chain = Table(
    "audit_chain", metadata, Column("id", Id, primary_key=True, autoincrement=False),
    Column("organisation_id", Id, ForeignKey("organisations.id")), Column("chain", Id, nullable=False),
    Column("number", Id, nullable=False), string("hash"), UniqueConstraint("chain", "number"),
)  # fmt: skip
