"""The whole week: settings and pauses of a member, former names of a deal, drafts that are settled, imports that resume."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
GUARDED = ("member_changes", "pauses", "imports", "column_mappings")


def upgrade() -> None:
    _members()
    op.add_column("acts", sa.Column("meaning", sa.Text(), server_default="", nullable=False))
    op.create_index("ix_acts_organisation_id_member_id_at", "acts", ["organisation_id", "member_id", "at"])
    op.add_column("touches", sa.Column("assumed", sa.Boolean(), server_default=sa.false(), nullable=False))
    op.add_column("deals", sa.Column("created_on", sa.Date(), nullable=True))
    op.execute("UPDATE deals SET created_on = date(created_at)")
    op.add_column("deals", sa.Column("former_names", sa.Text(), server_default="", nullable=False))
    op.add_column("drafts", sa.Column("settled_at", sa.DateTime(timezone=True), nullable=True))
    op.create_index("ix_drafts_organisation_id_member_id_settled_at", "drafts", ["organisation_id", "member_id", "settled_at"])
    _of_a_member("member_changes", sa.Column("changes", sa.JSON(), nullable=False))
    _of_a_member(
        "pauses",
        sa.Column("what", sa.Text(), server_default="", nullable=False),
        sa.Column("first_on", sa.Date(), nullable=False),
        sa.Column("last_on", sa.Date(), nullable=False),
    )
    _imports()
    if op.get_bind().dialect.name == "postgresql":
        for table in GUARDED:
            op.execute(f"ALTER TABLE {table} ENABLE ROW LEVEL SECURITY")
            op.execute(f"ALTER TABLE {table} FORCE ROW LEVEL SECURITY")
            op.execute(
                f"CREATE POLICY own_organisation ON {table} USING ("
                "current_setting('followthrough.organisation', true) IN ('*', organisation_id::text))"
            )


def _members() -> None:
    op.add_column("members", sa.Column("locale", sa.Text(), server_default="", nullable=False))
    op.add_column("members", sa.Column("compact", sa.Boolean(), server_default=sa.false(), nullable=False))
    op.add_column("members", sa.Column("clear_day", sa.Boolean(), server_default=sa.false(), nullable=False))
    op.add_column("members", sa.Column("quiet", sa.Text(), server_default="", nullable=False))
    op.execute("UPDATE members SET locale = CASE WHEN day_first THEN 'en-GB' ELSE 'en-US' END")
    op.drop_column("members", "day_first")


def _of_a_member(name: str, *columns: sa.Column[object]) -> None:
    op.create_table(
        name,
        sa.Column("id", ID, autoincrement=True, nullable=False),
        sa.Column("organisation_id", ID, nullable=False),
        sa.Column("act_id", ID, nullable=False),
        sa.Column("member_id", ID, nullable=False),
        *columns,
        sa.ForeignKeyConstraint(["organisation_id"], ["organisations.id"], name=op.f(f"fk_{name}_organisation_id")),
        sa.ForeignKeyConstraint(
            ["organisation_id", "act_id"], ["acts.organisation_id", "acts.id"],
            name=op.f(f"fk_{name}_organisation_id_act_id"),
        ),
        sa.ForeignKeyConstraint(
            ["organisation_id", "member_id"], ["members.organisation_id", "members.id"],
            name=op.f(f"fk_{name}_organisation_id_member_id"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f(f"pk_{name}")),
    )  # fmt: skip
    op.create_index(op.f(f"ix_{name}_organisation_id_member_id"), name, ["organisation_id", "member_id"])


def _imports() -> None:
    op.create_table(
        "imports",
        sa.Column("id", ID, autoincrement=True, nullable=False),
        sa.Column("organisation_id", ID, nullable=False),
        sa.Column("digest", sa.Text(), server_default="", nullable=False),
        sa.Column("act_id", ID, nullable=False),
        sa.Column("finished_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["organisation_id"], ["organisations.id"], name=op.f("fk_imports_organisation_id")),
        sa.ForeignKeyConstraint(
            ["organisation_id", "act_id"], ["acts.organisation_id", "acts.id"],
            name=op.f("fk_imports_organisation_id_act_id"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_imports")),
    )  # fmt: skip
    op.create_index(op.f("ix_imports_organisation_id_digest"), "imports", ["organisation_id", "digest"])
    op.create_table(
        "column_mappings",
        sa.Column("id", ID, autoincrement=True, nullable=False),
        sa.Column("organisation_id", ID, nullable=False),
        sa.Column("header", sa.Text(), server_default="", nullable=False),
        sa.Column("columns", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(["organisation_id"], ["organisations.id"], name=op.f("fk_column_mappings_organisation_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_column_mappings")),
        sa.UniqueConstraint("organisation_id", "header", name=op.f("uq_column_mappings_organisation_id_header")),
    )
