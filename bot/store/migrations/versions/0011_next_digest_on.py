"""The day that is to be decided about next, beside its instant: a zone's new rules move the instant, never the day.

Members who are there get theirs from their instant, at the first tick: SQL knows no zones.
"""

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("members", sa.Column("next_digest_on", sa.Date(), nullable=True))


def downgrade() -> None:
    op.drop_column("members", "next_digest_on")
