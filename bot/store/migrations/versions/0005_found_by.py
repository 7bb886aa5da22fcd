"""A deal's names as one text to search in: derived like the columns beside it, filled here for the deals that are there."""

import re
import unicodedata
from collections import defaultdict

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("deals", sa.Column("found_by", sa.Text(), server_default="", nullable=False))
    bind = op.get_bind()
    people = defaultdict(list)
    standing = (
        "SELECT c.deal_id, c.name FROM contacts c"
        " JOIN acts a ON a.organisation_id = c.organisation_id AND a.id = c.act_id WHERE a.undone_at IS NULL ORDER BY c.id"
    )
    for row in bind.execute(sa.text(standing)):
        people[row.deal_id].append(row.name)
    rows = bind.execute(sa.text("SELECT id, company, title, former_names FROM deals")).all()
    values = [
        {"row": row.id, "names": _found_by(row.company, row.title, row.former_names.splitlines(), people[row.id])} for row in rows
    ]
    if values:
        bind.execute(sa.text("UPDATE deals SET found_by = :names WHERE id = :row"), values)


def downgrade() -> None:
    op.drop_column("deals", "found_by")


def _found_by(company: str, title: str, former: list[str], people: list[str]) -> str:
    return "\n".join(dict.fromkeys(_key(name) for name in (company or title, title, *former, *people)))


def _key(name: str) -> str:
    plain = unicodedata.normalize("NFKD", name.casefold())
    letters = "".join(c for c in plain if unicodedata.category(c) not in {"Mn", "Cf", "Cc"})
    return " ".join(re.sub(r"[^\w&]+", " ", letters).split())
