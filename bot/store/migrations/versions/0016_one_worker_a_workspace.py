"""Which worker sends to a workspace, until when; and until when its platform wants to hear from none."""

import sqlalchemy as sa
from alembic import op

revision = "0016"
down_revision = "0015"
branch_labels = None
depends_on = None

INSTANT = sa.DateTime(timezone=True)


def upgrade() -> None:
    op.add_column("workspaces", sa.Column("worker", sa.Text(), server_default="", nullable=False))
    op.add_column("workspaces", sa.Column("worker_until", INSTANT, nullable=True))
    op.add_column("workspaces", sa.Column("closed_until", INSTANT, nullable=True))


def downgrade() -> None:
    for column in ("closed_until", "worker_until", "worker"):
        op.drop_column("workspaces", column)
