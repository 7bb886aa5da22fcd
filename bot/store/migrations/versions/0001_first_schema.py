"""The first schema.

Every table that is keyed by an organisation is guarded by PostgreSQL's row-level security as a second wall.
"""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
GUARDED = (
    "workspaces",
    "members",
    "identities",
    "acts",
    "deals",
    "deal_changes",
    "contacts",
    "touches",
    "commitments",
    "turns",
    "next_steps",
    "decisions",
    "leaves",
    "inbound",
    "drafts",
    "digests",
    "outbox",
)


def upgrade() -> None:
    op.create_table(
        "meta",
        sa.Column("key", sa.String(length=80), nullable=False),
        sa.Column("value", sa.Text(), server_default="", nullable=False),
        sa.PrimaryKeyConstraint("key", name=op.f("pk_meta")),
    )
    op.create_table(
        "organisations",
        sa.Column("id", ID, autoincrement=True, nullable=False),
        sa.Column("name", sa.Text(), server_default="", nullable=False),
        sa.Column("policy", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_organisations")),
    )
    op.create_table(
        "members",
        sa.Column("id", ID, autoincrement=True, nullable=False),
        sa.Column("organisation_id", ID, nullable=False),
        sa.Column("name", sa.Text(), server_default="", nullable=False),
        sa.Column("role", sa.Text(), server_default="", nullable=False),
        sa.Column("manager_id", ID, nullable=True),
        sa.Column("zone", sa.Text(), server_default="", nullable=False),
        sa.Column("email", sa.Text(), server_default="", nullable=False),
        sa.Column("digest_at", sa.Text(), server_default="", nullable=False),
        sa.Column("working_days", sa.JSON(), nullable=False),
        sa.Column("country", sa.Text(), server_default="", nullable=False),
        sa.Column("day_first", sa.Boolean(), nullable=False),
        sa.Column("phone", sa.Text(), server_default="", nullable=False),
        sa.Column("next_digest_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["organisation_id", "manager_id"],
            ["members.organisation_id", "members.id"],
            name=op.f("fk_members_organisation_id_manager_id"),
        ),
        sa.ForeignKeyConstraint(["organisation_id"], ["organisations.id"], name=op.f("fk_members_organisation_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_members")),
        sa.UniqueConstraint("organisation_id", "id", name="uq_members_own"),
    )
    op.create_index(op.f("ix_members_next_digest_at"), "members", ["next_digest_at"], unique=False)
    op.create_table(
        "workspaces",
        sa.Column("id", ID, autoincrement=True, nullable=False),
        sa.Column("organisation_id", ID, nullable=False),
        sa.Column("platform", sa.Text(), server_default="", nullable=False),
        sa.Column("key", sa.Text(), server_default="", nullable=False),
        sa.ForeignKeyConstraint(["organisation_id"], ["organisations.id"], name=op.f("fk_workspaces_organisation_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_workspaces")),
        sa.UniqueConstraint("organisation_id", "id", name="uq_workspaces_own"),
        sa.UniqueConstraint("platform", "key", name=op.f("uq_workspaces_platform_key")),
    )
    op.create_table(
        "acts",
        sa.Column("id", ID, autoincrement=True, nullable=False),
        sa.Column("organisation_id", ID, nullable=False),
        sa.Column("member_id", ID, nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("summary", sa.Text(), server_default="", nullable=False),
        sa.Column("undone_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("undone_by", ID, nullable=True),
        sa.ForeignKeyConstraint(
            ["organisation_id", "member_id"],
            ["members.organisation_id", "members.id"],
            name=op.f("fk_acts_organisation_id_member_id"),
        ),
        sa.ForeignKeyConstraint(["organisation_id"], ["organisations.id"], name=op.f("fk_acts_organisation_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_acts")),
        sa.UniqueConstraint("organisation_id", "id", name="uq_acts_own"),
    )
    op.create_index(
        op.f("ix_acts_organisation_id_member_id_id"), "acts", ["organisation_id", "member_id", "id"], unique=False
    )
    op.create_table(
        "digests",
        sa.Column("id", ID, autoincrement=True, nullable=False),
        sa.Column("organisation_id", ID, nullable=False),
        sa.Column("member_id", ID, nullable=False),
        sa.Column("local_date", sa.Date(), nullable=False),
        sa.Column("due_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("state", sa.Text(), server_default="", nullable=False),
        sa.Column("reason", sa.Text(), server_default="", nullable=False),
        sa.Column("items", sa.Text(), server_default="", nullable=False),
        sa.Column("decided_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["organisation_id", "member_id"],
            ["members.organisation_id", "members.id"],
            name=op.f("fk_digests_organisation_id_member_id"),
        ),
        sa.ForeignKeyConstraint(["organisation_id"], ["organisations.id"], name=op.f("fk_digests_organisation_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_digests")),
        sa.UniqueConstraint(
            "organisation_id", "member_id", "local_date", name=op.f("uq_digests_organisation_id_member_id_local_date")
        ),
    )
    op.create_table(
        "drafts",
        sa.Column("id", ID, autoincrement=True, nullable=False),
        sa.Column("organisation_id", ID, nullable=False),
        sa.Column("member_id", ID, nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("command", sa.Text(), server_default="", nullable=False),
        sa.ForeignKeyConstraint(
            ["organisation_id", "member_id"],
            ["members.organisation_id", "members.id"],
            name=op.f("fk_drafts_organisation_id_member_id"),
        ),
        sa.ForeignKeyConstraint(["organisation_id"], ["organisations.id"], name=op.f("fk_drafts_organisation_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_drafts")),
    )
    op.create_table(
        "identities",
        sa.Column("id", ID, autoincrement=True, nullable=False),
        sa.Column("organisation_id", ID, nullable=False),
        sa.Column("member_id", ID, nullable=False),
        sa.Column("platform", sa.Text(), server_default="", nullable=False),
        sa.Column("workspace", sa.Text(), server_default="", nullable=False),
        sa.Column("user", sa.Text(), server_default="", nullable=False),
        sa.Column("details", sa.Text(), server_default="", nullable=False),
        sa.ForeignKeyConstraint(
            ["organisation_id", "member_id"],
            ["members.organisation_id", "members.id"],
            name=op.f("fk_identities_organisation_id_member_id"),
        ),
        sa.ForeignKeyConstraint(["organisation_id"], ["organisations.id"], name=op.f("fk_identities_organisation_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_identities")),
        sa.UniqueConstraint(
            "organisation_id",
            "platform",
            "workspace",
            "user",
            name=op.f("uq_identities_organisation_id_platform_workspace_user"),
        ),
    )
    op.create_table(
        "outbox",
        sa.Column("id", ID, autoincrement=True, nullable=False),
        sa.Column("organisation_id", ID, nullable=False),
        sa.Column("member_id", ID, nullable=False),
        sa.Column("kind", sa.Text(), server_default="", nullable=False),
        sa.Column("key", sa.Text(), server_default="", nullable=False),
        sa.Column("card_json", sa.Text(), server_default="", nullable=False),
        sa.Column("platform", sa.Text(), server_default="", nullable=False),
        sa.Column("workspace", sa.Text(), server_default="", nullable=False),
        sa.Column("user", sa.Text(), server_default="", nullable=False),
        sa.Column("details", sa.Text(), server_default="", nullable=False),
        sa.Column("state", sa.Text(), server_default="", nullable=False),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("not_before_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("lease_until", sa.DateTime(timezone=True), nullable=True),
        sa.Column("sent_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("provider_ref", sa.Text(), server_default="", nullable=False),
        sa.Column("error", sa.Text(), server_default="", nullable=False),
        sa.ForeignKeyConstraint(
            ["organisation_id", "member_id"],
            ["members.organisation_id", "members.id"],
            name=op.f("fk_outbox_organisation_id_member_id"),
        ),
        sa.ForeignKeyConstraint(["organisation_id"], ["organisations.id"], name=op.f("fk_outbox_organisation_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_outbox")),
        sa.UniqueConstraint(
            "organisation_id",
            "key",
            "platform",
            "workspace",
            "user",
            name=op.f("uq_outbox_organisation_id_key_platform_workspace_user"),
        ),
    )
    op.create_index(
        op.f("ix_outbox_organisation_id_member_id_sent_at"),
        "outbox",
        ["organisation_id", "member_id", "sent_at"],
        unique=False,
    )
    op.create_index(op.f("ix_outbox_state_not_before_at"), "outbox", ["state", "not_before_at"], unique=False)
    op.create_table(
        "deals",
        sa.Column("id", ID, autoincrement=True, nullable=False),
        sa.Column("organisation_id", ID, nullable=False),
        sa.Column("act_id", ID, nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("source", sa.Text(), server_default="", nullable=False),
        sa.Column("external_id", sa.Text(), server_default="", nullable=False),
        sa.Column("hidden", sa.Boolean(), nullable=False),
        sa.Column("company", sa.Text(), server_default="", nullable=False),
        sa.Column("title", sa.Text(), server_default="", nullable=False),
        sa.Column("owner_id", ID, nullable=False),
        sa.Column("stage", sa.Text(), server_default="", nullable=False),
        sa.Column("value", sa.Text(), server_default="", nullable=False),
        sa.Column("currency", sa.Text(), server_default="", nullable=False),
        sa.Column("closes_on", sa.Date(), nullable=True),
        sa.Column("crm_next_step", sa.Text(), server_default="", nullable=False),
        sa.Column("crm_contact_on", sa.Date(), nullable=True),
        sa.Column("state", sa.Text(), server_default="", nullable=False),
        sa.Column("next_touch_on", sa.Date(), nullable=True),
        sa.Column("why", sa.Text(), server_default="", nullable=False),
        sa.Column("temperature", sa.Text(), server_default="", nullable=False),
        sa.Column("temperature_why", sa.Text(), server_default="", nullable=False),
        sa.Column("unanswered", sa.Integer(), nullable=False),
        sa.Column("touches_since_advance", sa.Integer(), nullable=False),
        sa.Column("last_contact_on", sa.Date(), nullable=True),
        sa.Column("derived_on", sa.Date(), nullable=True),
        sa.ForeignKeyConstraint(
            ["organisation_id", "act_id"],
            ["acts.organisation_id", "acts.id"],
            name=op.f("fk_deals_organisation_id_act_id"),
        ),
        sa.ForeignKeyConstraint(
            ["organisation_id", "owner_id"],
            ["members.organisation_id", "members.id"],
            name=op.f("fk_deals_organisation_id_owner_id"),
        ),
        sa.ForeignKeyConstraint(["organisation_id"], ["organisations.id"], name=op.f("fk_deals_organisation_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_deals")),
        sa.UniqueConstraint("organisation_id", "id", name="uq_deals_own"),
    )
    op.create_index(op.f("ix_deals_organisation_id_act_id"), "deals", ["organisation_id", "act_id"], unique=False)
    op.create_index(
        op.f("ix_deals_organisation_id_owner_id_next_touch_on"),
        "deals",
        ["organisation_id", "owner_id", "next_touch_on"],
        unique=False,
    )
    op.create_index(
        "uq_deals_external",
        "deals",
        ["organisation_id", "source", "external_id"],
        unique=True,
        sqlite_where=sa.text("external_id <> ''"),
        postgresql_where=sa.text("external_id <> ''"),
    )
    op.create_table(
        "inbound",
        sa.Column("id", ID, autoincrement=True, nullable=False),
        sa.Column("organisation_id", ID, nullable=False),
        sa.Column("key", sa.Text(), server_default="", nullable=False),
        sa.Column("member_id", ID, nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("act_id", ID, nullable=True),
        sa.Column("reply_json", sa.Text(), server_default="", nullable=False),
        sa.ForeignKeyConstraint(
            ["organisation_id", "act_id"],
            ["acts.organisation_id", "acts.id"],
            name=op.f("fk_inbound_organisation_id_act_id"),
        ),
        sa.ForeignKeyConstraint(
            ["organisation_id", "member_id"],
            ["members.organisation_id", "members.id"],
            name=op.f("fk_inbound_organisation_id_member_id"),
        ),
        sa.ForeignKeyConstraint(["organisation_id"], ["organisations.id"], name=op.f("fk_inbound_organisation_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_inbound")),
        sa.UniqueConstraint("organisation_id", "key", name=op.f("uq_inbound_organisation_id_key")),
    )
    op.create_table(
        "leaves",
        sa.Column("id", ID, autoincrement=True, nullable=False),
        sa.Column("organisation_id", ID, nullable=False),
        sa.Column("act_id", ID, nullable=False),
        sa.Column("member_id", ID, nullable=False),
        sa.Column("first_on", sa.Date(), nullable=False),
        sa.Column("last_on", sa.Date(), nullable=False),
        sa.ForeignKeyConstraint(
            ["organisation_id", "act_id"],
            ["acts.organisation_id", "acts.id"],
            name=op.f("fk_leaves_organisation_id_act_id"),
        ),
        sa.ForeignKeyConstraint(
            ["organisation_id", "member_id"],
            ["members.organisation_id", "members.id"],
            name=op.f("fk_leaves_organisation_id_member_id"),
        ),
        sa.ForeignKeyConstraint(["organisation_id"], ["organisations.id"], name=op.f("fk_leaves_organisation_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_leaves")),
    )
    op.create_index(
        op.f("ix_leaves_organisation_id_member_id"), "leaves", ["organisation_id", "member_id"], unique=False
    )
    op.create_table(
        "commitments",
        sa.Column("id", ID, autoincrement=True, nullable=False),
        sa.Column("organisation_id", ID, nullable=False),
        sa.Column("act_id", ID, nullable=False),
        sa.Column("deal_id", ID, nullable=False),
        sa.Column("side", sa.Text(), server_default="", nullable=False),
        sa.Column("text", sa.Text(), server_default="", nullable=False),
        sa.Column("made_on", sa.Date(), nullable=False),
        sa.Column("first_due_on", sa.Date(), nullable=True),
        sa.Column("soft", sa.Boolean(), nullable=False),
        sa.Column("contact", sa.Text(), server_default="", nullable=False),
        sa.Column("state", sa.Text(), server_default="open", nullable=False),
        sa.Column("due_on", sa.Date(), nullable=True),
        sa.ForeignKeyConstraint(
            ["organisation_id", "act_id"],
            ["acts.organisation_id", "acts.id"],
            name=op.f("fk_commitments_organisation_id_act_id"),
        ),
        sa.ForeignKeyConstraint(
            ["organisation_id", "deal_id"],
            ["deals.organisation_id", "deals.id"],
            name=op.f("fk_commitments_organisation_id_deal_id"),
        ),
        sa.ForeignKeyConstraint(["organisation_id"], ["organisations.id"], name=op.f("fk_commitments_organisation_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_commitments")),
        sa.UniqueConstraint("organisation_id", "id", name="uq_commitments_own"),
    )
    op.create_index(
        op.f("ix_commitments_organisation_id_act_id"), "commitments", ["organisation_id", "act_id"], unique=False
    )
    op.create_index(
        op.f("ix_commitments_organisation_id_deal_id"), "commitments", ["organisation_id", "deal_id"], unique=False
    )
    op.create_index(
        op.f("ix_commitments_organisation_id_state_due_on"),
        "commitments",
        ["organisation_id", "state", "due_on"],
        unique=False,
    )
    op.create_table(
        "contacts",
        sa.Column("id", ID, autoincrement=True, nullable=False),
        sa.Column("organisation_id", ID, nullable=False),
        sa.Column("act_id", ID, nullable=False),
        sa.Column("deal_id", ID, nullable=False),
        sa.Column("name", sa.Text(), server_default="", nullable=False),
        sa.Column("phone", sa.Text(), server_default="", nullable=False),
        sa.Column("zone", sa.Text(), server_default="", nullable=False),
        sa.ForeignKeyConstraint(
            ["organisation_id", "act_id"],
            ["acts.organisation_id", "acts.id"],
            name=op.f("fk_contacts_organisation_id_act_id"),
        ),
        sa.ForeignKeyConstraint(
            ["organisation_id", "deal_id"],
            ["deals.organisation_id", "deals.id"],
            name=op.f("fk_contacts_organisation_id_deal_id"),
        ),
        sa.ForeignKeyConstraint(["organisation_id"], ["organisations.id"], name=op.f("fk_contacts_organisation_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_contacts")),
        sa.UniqueConstraint("organisation_id", "id", name="uq_contacts_own"),
    )
    op.create_index(op.f("ix_contacts_organisation_id_act_id"), "contacts", ["organisation_id", "act_id"], unique=False)
    op.create_index(
        op.f("ix_contacts_organisation_id_deal_id"), "contacts", ["organisation_id", "deal_id"], unique=False
    )
    op.create_table(
        "deal_changes",
        sa.Column("id", ID, autoincrement=True, nullable=False),
        sa.Column("organisation_id", ID, nullable=False),
        sa.Column("act_id", ID, nullable=False),
        sa.Column("deal_id", ID, nullable=False),
        sa.Column("changes", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(
            ["organisation_id", "act_id"],
            ["acts.organisation_id", "acts.id"],
            name=op.f("fk_deal_changes_organisation_id_act_id"),
        ),
        sa.ForeignKeyConstraint(
            ["organisation_id", "deal_id"],
            ["deals.organisation_id", "deals.id"],
            name=op.f("fk_deal_changes_organisation_id_deal_id"),
        ),
        sa.ForeignKeyConstraint(
            ["organisation_id"], ["organisations.id"], name=op.f("fk_deal_changes_organisation_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_deal_changes")),
        sa.UniqueConstraint("organisation_id", "id", name="uq_deal_changes_own"),
    )
    op.create_index(
        op.f("ix_deal_changes_organisation_id_act_id"), "deal_changes", ["organisation_id", "act_id"], unique=False
    )
    op.create_index(
        op.f("ix_deal_changes_organisation_id_deal_id"), "deal_changes", ["organisation_id", "deal_id"], unique=False
    )
    op.create_table(
        "decisions",
        sa.Column("id", ID, autoincrement=True, nullable=False),
        sa.Column("organisation_id", ID, nullable=False),
        sa.Column("act_id", ID, nullable=False),
        sa.Column("deal_id", ID, nullable=False),
        sa.Column("member_id", ID, nullable=False),
        sa.Column("on", sa.Date(), nullable=False),
        sa.Column("kind", sa.Text(), server_default="", nullable=False),
        sa.Column("until_on", sa.Date(), nullable=True),
        sa.Column("reason", sa.Text(), server_default="", nullable=False),
        sa.ForeignKeyConstraint(
            ["organisation_id", "act_id"],
            ["acts.organisation_id", "acts.id"],
            name=op.f("fk_decisions_organisation_id_act_id"),
        ),
        sa.ForeignKeyConstraint(
            ["organisation_id", "deal_id"],
            ["deals.organisation_id", "deals.id"],
            name=op.f("fk_decisions_organisation_id_deal_id"),
        ),
        sa.ForeignKeyConstraint(["organisation_id"], ["organisations.id"], name=op.f("fk_decisions_organisation_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_decisions")),
        sa.UniqueConstraint("organisation_id", "id", name="uq_decisions_own"),
    )
    op.create_index(
        op.f("ix_decisions_organisation_id_act_id"), "decisions", ["organisation_id", "act_id"], unique=False
    )
    op.create_index(
        op.f("ix_decisions_organisation_id_deal_id"), "decisions", ["organisation_id", "deal_id"], unique=False
    )
    op.create_table(
        "next_steps",
        sa.Column("id", ID, autoincrement=True, nullable=False),
        sa.Column("organisation_id", ID, nullable=False),
        sa.Column("act_id", ID, nullable=False),
        sa.Column("deal_id", ID, nullable=False),
        sa.Column("made_on", sa.Date(), nullable=False),
        sa.Column("what", sa.Text(), server_default="", nullable=False),
        sa.Column("on", sa.Date(), nullable=False),
        sa.Column("at", sa.Text(), server_default="", nullable=False),
        sa.Column("zone", sa.Text(), server_default="", nullable=False),
        sa.Column("purpose", sa.Text(), server_default="", nullable=False),
        sa.Column("agreed", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(
            ["organisation_id", "act_id"],
            ["acts.organisation_id", "acts.id"],
            name=op.f("fk_next_steps_organisation_id_act_id"),
        ),
        sa.ForeignKeyConstraint(
            ["organisation_id", "deal_id"],
            ["deals.organisation_id", "deals.id"],
            name=op.f("fk_next_steps_organisation_id_deal_id"),
        ),
        sa.ForeignKeyConstraint(["organisation_id"], ["organisations.id"], name=op.f("fk_next_steps_organisation_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_next_steps")),
        sa.UniqueConstraint("organisation_id", "id", name="uq_next_steps_own"),
    )
    op.create_index(
        op.f("ix_next_steps_organisation_id_act_id"), "next_steps", ["organisation_id", "act_id"], unique=False
    )
    op.create_index(
        op.f("ix_next_steps_organisation_id_deal_id"), "next_steps", ["organisation_id", "deal_id"], unique=False
    )
    op.create_table(
        "touches",
        sa.Column("id", ID, autoincrement=True, nullable=False),
        sa.Column("organisation_id", ID, nullable=False),
        sa.Column("act_id", ID, nullable=False),
        sa.Column("deal_id", ID, nullable=False),
        sa.Column("member_id", ID, nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("on", sa.Date(), nullable=False),
        sa.Column("outcome", sa.Text(), server_default="", nullable=False),
        sa.Column("result", sa.Text(), server_default="", nullable=False),
        sa.Column("said", sa.Text(), server_default="", nullable=False),
        sa.Column("note", sa.Text(), server_default="", nullable=False),
        sa.Column("contact", sa.Text(), server_default="", nullable=False),
        sa.Column("inbound", sa.Boolean(), nullable=False),
        sa.Column("definitive", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(
            ["organisation_id", "act_id"],
            ["acts.organisation_id", "acts.id"],
            name=op.f("fk_touches_organisation_id_act_id"),
        ),
        sa.ForeignKeyConstraint(
            ["organisation_id", "deal_id"],
            ["deals.organisation_id", "deals.id"],
            name=op.f("fk_touches_organisation_id_deal_id"),
        ),
        sa.ForeignKeyConstraint(["organisation_id"], ["organisations.id"], name=op.f("fk_touches_organisation_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_touches")),
        sa.UniqueConstraint("organisation_id", "id", name="uq_touches_own"),
    )
    op.create_index(op.f("ix_touches_organisation_id_act_id"), "touches", ["organisation_id", "act_id"], unique=False)
    op.create_index(op.f("ix_touches_organisation_id_deal_id"), "touches", ["organisation_id", "deal_id"], unique=False)
    op.create_table(
        "turns",
        sa.Column("id", ID, autoincrement=True, nullable=False),
        sa.Column("organisation_id", ID, nullable=False),
        sa.Column("act_id", ID, nullable=False),
        sa.Column("deal_id", ID, nullable=False),
        sa.Column("commitment_id", ID, nullable=False),
        sa.Column("on", sa.Date(), nullable=False),
        sa.Column("kind", sa.Text(), server_default="", nullable=False),
        sa.Column("due_on", sa.Date(), nullable=True),
        sa.Column("moved_by", sa.Text(), server_default="", nullable=False),
        sa.ForeignKeyConstraint(
            ["organisation_id", "act_id"],
            ["acts.organisation_id", "acts.id"],
            name=op.f("fk_turns_organisation_id_act_id"),
        ),
        sa.ForeignKeyConstraint(
            ["organisation_id", "commitment_id"],
            ["commitments.organisation_id", "commitments.id"],
            name=op.f("fk_turns_organisation_id_commitment_id"),
        ),
        sa.ForeignKeyConstraint(
            ["organisation_id", "deal_id"],
            ["deals.organisation_id", "deals.id"],
            name=op.f("fk_turns_organisation_id_deal_id"),
        ),
        sa.ForeignKeyConstraint(["organisation_id"], ["organisations.id"], name=op.f("fk_turns_organisation_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_turns")),
        sa.UniqueConstraint("organisation_id", "id", name="uq_turns_own"),
    )
    op.create_index(op.f("ix_turns_organisation_id_act_id"), "turns", ["organisation_id", "act_id"], unique=False)
    op.create_index(op.f("ix_turns_organisation_id_deal_id"), "turns", ["organisation_id", "deal_id"], unique=False)

    if op.get_bind().dialect.name == "postgresql":
        for table in GUARDED:
            op.execute(f"ALTER TABLE {table} ENABLE ROW LEVEL SECURITY")
            op.execute(f"ALTER TABLE {table} FORCE ROW LEVEL SECURITY")
            op.execute(
                f"CREATE POLICY own_organisation ON {table} USING ("
                "current_setting('followthrough.organisation', true) IN ('*', organisation_id::text))"
            )
