"""Platforms: what a connected workspace is and holds, whether a person can be reached there, when a message was tried."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    for name in ("name", "state", "details", "sealed"):
        op.add_column("workspaces", sa.Column(name, sa.Text(), server_default="", nullable=False))
    op.add_column("workspaces", sa.Column("changed_at", sa.DateTime(timezone=True), nullable=True))
    for name in ("state", "why"):
        op.add_column("identities", sa.Column(name, sa.Text(), server_default="", nullable=False))
    op.create_index("ix_identities_platform_workspace_user", "identities", ["platform", "workspace", "user"])
    op.add_column("outbox", sa.Column("tried_at", sa.DateTime(timezone=True), nullable=True))
