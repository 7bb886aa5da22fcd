"""The team's own: the shelf of new things, the wall of phrases, own openers; and what was brought up on which deal."""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None

ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    _house()
    _brought()
    if op.get_bind().dialect.name == "postgresql":
        for table in ("house", "brought"):
            op.execute(f"ALTER TABLE {table} ENABLE ROW LEVEL SECURITY")
            op.execute(f"ALTER TABLE {table} FORCE ROW LEVEL SECURITY")
            op.execute(
                f"CREATE POLICY own_organisation ON {table} USING ("
                "current_setting('followthrough.organisation', true) IN ('*', organisation_id::text))"
            )


def _house() -> None:
    op.create_table(
        "house",
        sa.Column("id", ID, autoincrement=True, nullable=False),
        sa.Column("organisation_id", ID, nullable=False),
        sa.Column("act_id", ID, nullable=False),
        sa.Column("on", sa.Date(), nullable=False),
        sa.Column("kind", sa.Text(), server_default="", nullable=False),
        sa.Column("text", sa.Text(), server_default="", nullable=False),
        sa.Column("first_on", sa.Date(), nullable=True),
        sa.Column("until_on", sa.Date(), nullable=True),
        sa.Column("of_id", ID, nullable=True),
        *_keys("house"),
        sa.ForeignKeyConstraint(
            ["organisation_id", "act_id"], ["acts.organisation_id", "acts.id"],
            name=op.f("fk_house_organisation_id_act_id"),
        ),
    )  # fmt: skip
    op.create_index(op.f("ix_house_organisation_id_act_id"), "house", ["organisation_id", "act_id"])


def _brought() -> None:
    op.create_table(
        "brought",
        sa.Column("id", ID, autoincrement=True, nullable=False),
        sa.Column("organisation_id", ID, nullable=False),
        sa.Column("act_id", ID, nullable=False),
        sa.Column("deal_id", ID, nullable=False),
        sa.Column("on", sa.Date(), nullable=False),
        sa.Column("item_id", ID, nullable=False),
        sa.Column("kept_back", sa.Boolean(), server_default=sa.false(), nullable=False),
        *_keys("brought"),
        *(
            sa.ForeignKeyConstraint(
                ["organisation_id", column], [f"{table}.organisation_id", f"{table}.id"],
                name=op.f(f"fk_brought_organisation_id_{column}"),
            )
            for column, table in (("act_id", "acts"), ("deal_id", "deals"), ("item_id", "house"))
        ),
    )  # fmt: skip
    for column in ("act_id", "deal_id"):
        op.create_index(op.f(f"ix_brought_organisation_id_{column}"), "brought", ["organisation_id", column])


def _keys(table: str) -> tuple[sa.Constraint, ...]:
    return (
        sa.ForeignKeyConstraint(["organisation_id"], ["organisations.id"], name=op.f(f"fk_{table}_organisation_id")),
        sa.PrimaryKeyConstraint("id", name=op.f(f"pk_{table}")),
        sa.UniqueConstraint("organisation_id", "id", name=f"uq_{table}_own"),
    )


def downgrade() -> None:
    op.drop_table("brought")
    op.drop_table("house")
