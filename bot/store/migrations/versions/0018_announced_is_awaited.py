"""A workspace that was announced and has not come is awaited: before, it looked like one that was uninstalled.

One that came has a name or details of its own.
"""

from alembic import op

revision = "0018"
down_revision = "0017"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.execute("UPDATE workspaces SET state = 'awaited' WHERE state = 'stopped' AND name = '' AND details = '' AND sealed = ''")


def downgrade() -> None:
    op.execute("UPDATE workspaces SET state = 'stopped' WHERE state = 'awaited'")
