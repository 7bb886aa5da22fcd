"""What a team's week is read by: touches by day, what was said, what may be about buying, and the few acts taken back."""

import sqlalchemy as sa
from alembic import op

revision = "0013"
down_revision = "0012"
branch_labels = None
depends_on = None

# As the store asks (bot.reading.outcome.buying.PARTS): where its words are others, it is only slower.
_PARTS = ("ign", "rder", "uy", "urchas", "o live", "oes live", "ahead", "ontract", "tart", "greement", " po", "PO")
_BUYING = " OR ".join(f"said LIKE '%{part}%'" for part in _PARTS)
_INDEXES = (
    ("ix_acts_undone", "acts", ["organisation_id", "id"], "undone_at IS NOT NULL"),
    ("ix_touches_by_day", "touches", ["organisation_id", "on", "member_id", "deal_id", "act_id", "outcome"], None),
    ("ix_touches_said", "touches", ["organisation_id", "deal_id", "act_id"], "said <> ''"),
    ("ix_touches_buying", "touches", ["organisation_id", "on"], _BUYING),
)


def upgrade() -> None:
    for name, table, columns, where in _INDEXES:
        only = sa.text(where) if where else None
        op.create_index(name, table, columns, sqlite_where=only, postgresql_where=only)


def downgrade() -> None:
    for name, table, _, _ in reversed(_INDEXES):
        op.drop_index(name, table)
