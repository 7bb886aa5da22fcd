"""Row-level security as one yes or no, as before, of which the planner thinks that half of the rows pass.

Of "the setting is * or this organisation" it thought one in a hundred, and joined a team's deals one by one.
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
