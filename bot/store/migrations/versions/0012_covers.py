"""Who covers for whom and from when to when; and when somebody left a platform, so that it is asked about once.

Those who had left before are taken to have left now: whoever leads them is asked after this upgrade.
"""

from datetime import UTC, datetime

import sqlalchemy as sa
from alembic import op

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None

ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
INSTANT = sa.DateTime(timezone=True)


def upgrade() -> None:
    op.add_column("identities", sa.Column("gone_at", INSTANT, nullable=True))
    identities = sa.table("identities", sa.column("state", sa.Text), sa.column("gone_at", INSTANT))
    op.execute(sa.update(identities).where(identities.c.state == "gone").values(gone_at=datetime.now(UTC)))
    op.create_table(
        "covers",
        sa.Column("id", ID, autoincrement=True, nullable=False),
        sa.Column("organisation_id", ID, nullable=False),
        sa.Column("act_id", ID, nullable=False),
        sa.Column("member_id", ID, nullable=False),
        sa.Column("by_id", ID, nullable=False),
        sa.Column("begins_at", INSTANT, nullable=False),
        sa.Column("ends_at", INSTANT, nullable=False),
        sa.Column("back_on", sa.Date(), nullable=False),
        sa.ForeignKeyConstraint(["organisation_id"], ["organisations.id"], name=op.f("fk_covers_organisation_id")),
        *(
            sa.ForeignKeyConstraint(
                ["organisation_id", name], [f"{table}.organisation_id", f"{table}.id"],
                name=op.f(f"fk_covers_organisation_id_{name}"),
            )
            for name, table in (("act_id", "acts"), ("member_id", "members"), ("by_id", "members"))
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_covers")),
    )  # fmt: skip
    op.create_index("ix_covers_organisation_id_member_id", "covers", ["organisation_id", "member_id"])
    op.create_index("ix_covers_organisation_id_by_id", "covers", ["organisation_id", "by_id"])
    if op.get_bind().dialect.name == "postgresql":
        op.execute("ALTER TABLE covers ENABLE ROW LEVEL SECURITY")
        op.execute("ALTER TABLE covers FORCE ROW LEVEL SECURITY")
        op.execute(
            "CREATE POLICY own_organisation ON covers USING ("
            "current_setting('followthrough.organisation', true) IN ('*', organisation_id::text))"
        )


def downgrade() -> None:
    op.drop_table("covers")
    op.drop_column("identities", "gone_at")
