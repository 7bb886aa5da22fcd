"""On which platform a member wants their list, when they are on several."""

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("members", sa.Column("lists_in", sa.Text(), nullable=False, server_default=""))


def downgrade() -> None:
    op.drop_column("members", "lists_in")
