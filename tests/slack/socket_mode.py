"""Socket Mode: a WebSocket for a ticket that is good once. Each envelope goes to one connection and wants its own ack."""

import asyncio
import itertools
import json
import uuid
from dataclasses import dataclass, field

from aiohttp import WSMsgType, web

from tests.slack.call import Call, method
from tests.slack.model import Json
from tests.slack.world import World

KINDS = {"events": "events_api", "command": "slash_commands", "interactive": "interactive"}


@dataclass
class SocketMode:
    world: World
    connections: list[web.WebSocketResponse] = field(default_factory=list)
    waiting: dict[str, asyncio.Future[Json]] = field(default_factory=dict)
    acks: list[Json] = field(default_factory=list)  # every ack, in order
    opened: int = 0
    _turn: "itertools.count[int]" = field(default_factory=itertools.count)

    def routes(self) -> list[web.RouteDef]:
        return [web.get("/link/", self.connected)]

    async def connected(self, request: web.Request) -> web.StreamResponse:
        ticket = request.query.get("ticket", "")
        if ticket not in self.world.tickets:
            return web.Response(status=408, text="ticket expired")
        self.world.tickets.discard(ticket)
        socket = web.WebSocketResponse(heartbeat=20)
        await socket.prepare(request)
        with self.world.changed:
            self.connections.append(socket)
            self.opened += 1
            self.world.changed.notify_all()
        await socket.send_json(self._hello())
        try:
            async for message in socket:
                if message.type is WSMsgType.TEXT:
                    self._acked(json.loads(message.data))
        finally:
            with self.world.changed:
                self.connections.remove(socket)
                self.world.changed.notify_all()
        return socket

    async def send(self, kind: str, payload: Json, *, attempt: int, reason: str, seconds: float) -> Json | None:
        """The ack, which may carry a payload; None when none came in time."""
        envelope_id = str(uuid.uuid4())
        envelope: Json = {
            "envelope_id": envelope_id, "payload": payload, "type": KINDS[kind],
            "accepts_response_payload": kind != "events",
        }  # fmt: skip
        if kind == "events":
            envelope |= {"retry_attempt": attempt, "retry_reason": reason}
        self.waiting[envelope_id] = asyncio.get_running_loop().create_future()
        try:
            async with asyncio.timeout(seconds):
                await self._next_connection().send_json(envelope)
                return await self.waiting[envelope_id]
        except (TimeoutError, ConnectionError):
            return None
        finally:
            self.waiting.pop(envelope_id, None)

    async def disconnect(self, reason: str = "refresh_requested") -> None:
        """warning, refresh_requested or link_disabled; after the last two Slack closes every connection of that time."""
        told = {"type": "disconnect", "reason": reason, "debug_info": {"host": "applink-1"}}
        for socket in list(self.connections):
            await socket.send_json(told)
            if reason != "warning":
                await socket.close()

    async def cut(self) -> None:
        """Every connection breaks without a word."""
        for socket in list(self.connections):
            if socket._req and socket._req.transport:
                socket._req.transport.abort()

    def _next_connection(self) -> web.WebSocketResponse:
        if not self.connections:
            raise ConnectionError("the bot has no connection open")
        return self.connections[next(self._turn) % len(self.connections)]

    def _acked(self, told: Json) -> None:
        self.acks.append(told)
        waiting = self.waiting.get(told.get("envelope_id", ""))
        if waiting and not waiting.done():
            waiting.set_result(told)

    def _hello(self) -> Json:
        return {
            "type": "hello", "num_connections": len(self.connections),
            "debug_info": {"host": "applink-1", "build_number": 1, "approximate_connection_time": 18_060},
            "connection_info": {"app_id": self.world.app.id},
        }  # fmt: skip


@method("apps.connections.open", scope="connections:write")
def connections_open(call: Call) -> Json:
    ticket = uuid.uuid4().hex
    call.world.tickets.add(ticket)
    address = call.world.url.replace("http://", "ws://")
    return {"url": f"{address}/link/?ticket={ticket}&app_id={call.world.app.id}"}
