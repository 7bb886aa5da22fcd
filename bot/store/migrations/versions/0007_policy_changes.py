"""What an admin set in the policy, by acts: organisations.policy is what they add up to."""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None

ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    op.create_table(
        "policy_changes",
        sa.Column("id", ID, autoincrement=True, nullable=False),
        sa.Column("organisation_id", ID, nullable=False),
        sa.Column("act_id", ID, nullable=False),
        sa.Column("changes", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(
            ["organisation_id"], ["organisations.id"], name=op.f("fk_policy_changes_organisation_id")
        ),
        sa.ForeignKeyConstraint(
            ["organisation_id", "act_id"], ["acts.organisation_id", "acts.id"],
            name=op.f("fk_policy_changes_organisation_id_act_id"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_policy_changes")),
    )  # fmt: skip
    op.create_index("ix_policy_changes_organisation_id_act_id", "policy_changes", ["organisation_id", "act_id"])
    if op.get_bind().dialect.name == "postgresql":
        op.execute("ALTER TABLE policy_changes ENABLE ROW LEVEL SECURITY")
        op.execute("ALTER TABLE policy_changes FORCE ROW LEVEL SECURITY")
        op.execute(
            "CREATE POLICY own_organisation ON policy_changes USING ("
            "current_setting('followthrough.organisation', true) IN ('*', organisation_id::text))"
        )


def downgrade() -> None:
    op.drop_table("policy_changes")
