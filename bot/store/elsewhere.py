"""What surely did not arrive because of where it was to go goes to another place where its member is reached: nobody's list is
lost with a workspace, or with one of two platforms.

Only what is for the member wherever they are: a welcome speaks of its platform, and whoever was joined is told at each place.
"""

from dataclasses import dataclass

from sqlalchemy import ColumnElement, select, update

from bot.store.room import Room
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
        for row in found:
            if place := places.get(row.member_id):
                there = {
                    "platform": place.platform, "workspace": place.workspace, "user": place.user, "details": place.details,
                    "state": "pending", "attempts": 0, "tried_at": None, "provider_ref": "", "error": "",
                }  # fmt: skip
                self.connection.execute(update(outbox).where(outbox.c.id == row.id).values(**there))
