"""Platforms: what a connected workspace is and holds, whether a person can be reached there, when a message was tried."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    for name in ("name", "state", "details", "sealed"):
        op.add_column("workspaces", sa.Column(name, sa.Text(), server_default="", nullable=False))
    op.add_column("workspaces", sa.Column("changed_at", sa.DateTime(timezone=True), nullable=True))
    for name in ("state", "why"):
        op.add_column("identities", sa.Column(name, sa.Text(), server_default="", nullable=False))
    op.create_index("ix_identities_platform_workspace_user", "identities", ["platform", "workspace", "user"])
    op.add_column("outbox", sa.Column("tried_at", sa.DateTime(timezone=True), nullable=True))
    _links()


def _links() -> None:
    op.create_table(
        "links",
        sa.Column("id", ID, autoincrement=True, nullable=False),
        sa.Column("organisation_id", ID, nullable=False),
        sa.Column("member_id", ID, nullable=False),
        sa.Column("digest", sa.Text(), server_default="", nullable=False),
        sa.Column("expires_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["organisation_id"], ["organisations.id"], name=op.f("fk_links_organisation_id")),
        sa.ForeignKeyConstraint(
            ["organisation_id", "member_id"], ["members.organisation_id", "members.id"],
            name=op.f("fk_links_organisation_id_member_id"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_links")),
        sa.UniqueConstraint("organisation_id", "digest", name=op.f("uq_links_organisation_id_digest")),
    )  # fmt: skip
    if op.get_bind().dialect.name == "postgresql":
        op.execute("ALTER TABLE links ENABLE ROW LEVEL SECURITY")
        op.execute("ALTER TABLE links FORCE ROW LEVEL SECURITY")
        op.execute(
            "CREATE POLICY own_organisation ON links USING ("
            "current_setting('followthrough.organisation', true) IN ('*', organisation_id::text))"
        )
