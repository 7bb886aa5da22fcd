"""Which tenant belongs to which organisation: a tenant that the settings allow is connected when it first speaks."""

import asyncio
from collections.abc import Callable
from datetime import datetime

from bot.model import WorkspaceState
from bot.store import Database, Operator

PLATFORM = "teams"


class Tenants:
    def __init__(self, database: Database, clock: Callable[[], datetime]) -> None:
        self._database = database
        self._clock = clock
        self._known: dict[str, int] = {}  # a tenant stays with its organisation

    async def organisation(self, tenant: str) -> int:
        if tenant not in self._known:
            self._known[tenant] = await asyncio.to_thread(self._database.operate, lambda o: self._connected(o, tenant))
        return self._known[tenant]

    def _connected(self, operator: Operator, tenant: str) -> int:
        """Its own organisation, unless the operator has said to which one it belongs."""
        known = operator.workspaces.one(PLATFORM, tenant)
        organisation_id = known.organisation_id if known else operator.create_organisation(tenant)
        if known is None or known.state is not WorkspaceState.connected:
            operator.workspaces.connect(organisation_id, PLATFORM, tenant, tenant, "", "", self._clock())
        return organisation_id
