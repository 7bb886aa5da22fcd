"""Row-level security hides what it hid before, written so that PostgreSQL's planner expects every second row to pass.

The rule of before, an OR of two comparisons, made it expect one row in a hundred: it joined a whole team's deals one by one.
"""

import sqlalchemy as sa
from alembic import op

revision = "0017"
down_revision = "0016"
branch_labels = None
depends_on = None

_IS_OWN = "current_setting('followthrough.organisation', true) IN ('*', organisation_id::text)"


def upgrade() -> None:
    _rule(f"COALESCE({_IS_OWN}, false)")


def downgrade() -> None:
    _rule(_IS_OWN)


def _rule(condition: str) -> None:
    connection = op.get_bind()
    if connection.dialect.name != "postgresql":
        return
    told = "SELECT tablename FROM pg_policies WHERE policyname = 'own_organisation' AND schemaname = current_schema()"
    for table in connection.execute(sa.text(told)).scalars().all():
        op.execute(f"ALTER POLICY own_organisation ON {table} USING ({condition})")
