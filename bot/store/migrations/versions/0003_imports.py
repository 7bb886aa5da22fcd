"""An imported deal wakes by a decision of its own kind, not by a "later" with a magic reason."""

from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.execute("UPDATE decisions SET kind = 'wakes', reason = '' WHERE kind = 'later' AND reason = 'imported'")


def downgrade() -> None:
    op.execute("UPDATE decisions SET kind = 'later', reason = 'imported' WHERE kind = 'wakes'")
