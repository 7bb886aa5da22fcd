"""What surely did not arrive because of where it was to go goes to another place where its member is reached: nobody's list is
lost with a workspace, or with one of two platforms.

Only what is for the member wherever they are: a welcome speaks of its platform, and whoever was joined is told at each place.
"""

from dataclasses import dataclass

from sqlalchemy import ColumnElement, bindparam, select, update

from bot.store.asking import put
from bot.store.room import MINE, Room
from bot.store.sending import Outbox
from bot.store.tables import outbox

_ANYWHERE = ("digest", "cover", "leads")  # kinds


@dataclass(frozen=True)
class Elsewhere(Room):
    def send(self, *which: ColumnElement[bool]) -> None:
        """Those of these messages for whose members there is another place wait there."""
        wanted = select(outbox.c.id, outbox.c.member_id).where(self.mine(outbox), outbox.c.kind.in_(_ANYWHERE), *which)
        found = self.rows(wanted)
        places = Outbox(self.connection, self.organisation_id).reached({row.member_id for row in found})
        there = [
            {"mine": self.organisation_id, "row_id": row.id, "at_platform": place.platform, "at_workspace": place.workspace,
             "at_user": place.user, "at_details": place.details}
            for row in found if (place := places.get(row.member_id))
        ]  # fmt: skip
        put(self.connection, _MOVED, there)


_PLACE = ("platform", "workspace", "user", "details")
_MOVED = (
    update(outbox)
    .where(outbox.c.organisation_id == MINE, outbox.c.id == bindparam("row_id"))
    .values({outbox.c[name]: bindparam(f"at_{name}", type_=outbox.c[name].type) for name in _PLACE})
    .values(state="pending", attempts=0, tried_at=None, provider_ref="", error="")
)  # made once, for many rows at a time: a workspace that leaves holds its lock meanwhile
