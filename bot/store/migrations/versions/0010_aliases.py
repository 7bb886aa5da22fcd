"""What a deal was meant by when its name was not recognised: derived like its former names, empty for every deal there is."""

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("deals", sa.Column("aliases", sa.Text(), nullable=False, server_default=""))


def downgrade() -> None:
    op.drop_column("deals", "aliases")
