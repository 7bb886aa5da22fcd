"""The day that was agreed with them, and when they were last heard: derived like the columns beside them, filled here.

A team's view looks for deals without either; before, it went through every step, decision and touch of each deal.
"""

import sqlalchemy as sa
from alembic import op

revision = "0019"
down_revision = "0018"
branch_labels = None
depends_on = None

_OLD = "ix_commitments_organisation_id_state_due_on"
_NEW = "ix_commitments_organisation_id_state_side_due_on_deal_id"
_STANDS = "a.organisation_id = {0}.organisation_id AND a.id = {0}.act_id AND a.undone_at IS NULL"
_OF_THE_DEAL = "{0}.organisation_id = deals.organisation_id AND {0}.deal_id = deals.id"
# What was only taken for granted counts for nothing once the same member told that day more exactly.
_TOLD = f"""NOT (t.assumed AND EXISTS (
  SELECT 1 FROM touches x JOIN acts b ON b.organisation_id = x.organisation_id AND b.id = x.act_id AND b.undone_at IS NULL
  WHERE x.organisation_id = t.organisation_id AND x.deal_id = t.deal_id AND x.member_id = t.member_id AND x."on" = t."on"
  AND x.act_id > t.act_id AND NOT x.assumed AND NOT x.inbound))"""
_HEARD = f"""
UPDATE deals SET heard_on = (
  SELECT t."on" FROM touches t JOIN acts a ON {_STANDS.format("t")} WHERE {_OF_THE_DEAL.format("t")}
  AND (t.said <> '' OR t.inbound OR (t.outcome IN ('connected', 'meeting') AND t.result <> 'none')) AND {_TOLD} ORDER BY t."at" DESC, t.id DESC LIMIT 1
)"""
_NEWEST = f"""
  SELECT n.id FROM next_steps n JOIN acts a ON {_STANDS.format("n")} WHERE {_OF_THE_DEAL.format("n")} ORDER BY n.id DESC LIMIT 1"""
_DROPPED = f"""
  SELECT 1 FROM decisions d JOIN acts a ON {_STANDS.format("d")} WHERE {_OF_THE_DEAL.format("d")} AND d.act_id > s.act_id
  AND (d.kind = 'no_next_step' OR (d.kind = 'absent' AND d.until_on > s."on"))"""
_HAPPENED = f"""
  SELECT 1 FROM touches t JOIN acts a ON {_STANDS.format("t")} WHERE {_OF_THE_DEAL.format("t")} AND t.act_id > s.act_id
  AND t."on" >= s."on" AND (t.inbound OR t.outcome NOT IN ('no_answer', 'busy', 'wrong_number')) AND {_TOLD}"""
_AGREED = f"""
UPDATE deals SET agreed_on = (
  SELECT s."on" FROM next_steps s WHERE s.id = ({_NEWEST}) AND s.agreed AND NOT EXISTS ({_DROPPED}) AND NOT EXISTS ({_HAPPENED})
)"""


def upgrade() -> None:
    op.add_column("deals", sa.Column("agreed_on", sa.Date(), nullable=True))
    op.add_column("deals", sa.Column("heard_on", sa.Date(), nullable=True))
    op.execute(_HEARD)
    op.execute(_AGREED)
    op.create_index(_NEW, "commitments", ["organisation_id", "state", "side", "due_on", "deal_id"])
    op.drop_index(_OLD, "commitments")


def downgrade() -> None:
    op.create_index(_OLD, "commitments", ["organisation_id", "state", "due_on"])
    op.drop_index(_NEW, "commitments")
    op.drop_column("deals", "heard_on")
    op.drop_column("deals", "agreed_on")
