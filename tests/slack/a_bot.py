"""A bot of a few lines over real HTTP: it answers as the test says, and keeps the bodies it was sent."""

import asyncio
import json
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import parse_qs

from aiohttp import web

Payload = dict[str, Any]
Answering = Callable[[Payload], Any]


@dataclass
class Bot:
    """`answers`: a payload -> the body of the answer; a `web.Response` goes out as it is."""

    answers: Answering = lambda _: ""
    url: str = ""
    heard: list[Payload] = field(default_factory=list)
    headers: list[dict[str, str]] = field(default_factory=list)

    async def receive(self, request: web.Request) -> web.StreamResponse:
        payload = read(await request.read())
        self.heard.append(payload)
        self.headers.append(dict(request.headers))
        answer = await asyncio.to_thread(self.answers, payload)
        if isinstance(answer, web.StreamResponse):
            return answer
        return web.Response(text=answer) if isinstance(answer, str) else web.json_response(answer)


def read(body: bytes) -> Payload:
    """The payload in a body as Slack sends it."""
    text = body.decode()
    if text.startswith("{"):
        return dict(json.loads(text))
    fields = {name: values[0] for name, values in parse_qs(text, keep_blank_values=True).items()}
    return dict(json.loads(fields["payload"])) if "payload" in fields else fields


@contextmanager
def serving(*routes: web.RouteDef) -> Iterator[str]:
    """The address of a server of its own in a thread, with these routes."""
    ready, found = threading.Event(), {}

    async def serve() -> None:
        found["loop"], found["ended"] = asyncio.get_running_loop(), asyncio.Event()
        application = web.Application()
        application.add_routes(routes)
        runner = web.AppRunner(application, access_log=None, shutdown_timeout=0.2)
        await runner.setup()
        await web.TCPSite(runner, "127.0.0.1", 0).start()
        found["port"] = runner.addresses[0][1]
        ready.set()
        await found["ended"].wait()
        await runner.cleanup()

    thread = threading.Thread(target=lambda: asyncio.run(serve()))
    thread.start()
    assert ready.wait(10)
    try:
        yield f"http://127.0.0.1:{found['port']}"
    finally:
        found["loop"].call_soon_threadsafe(found["ended"].set)
        thread.join(10)


@contextmanager
def running_bot() -> Iterator[Bot]:
    bot = Bot()
    with serving(web.post("/slack/events", bot.receive)) as url:
        bot.url = f"{url}/slack/events"
        yield bot
