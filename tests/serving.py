"""The page over real HTTP: in a thread of the test for a clock of its own, or as the real `followthrough run`."""

import asyncio
import json
import os
import subprocess
import sys
import threading
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from aiohttp import web

from adapters.local import deliver, sample
from adapters.local.admin import Admin
from adapters.local.clock import MovableClock
from adapters.local.page import Page
from adapters.web import application
from bot.app import App
from bot.store import Database
from scheduler.ticker import Ticker
from tests.forking import Forked
from tests.hearing import heard

ROOT = Path(__file__).parents[1]


@dataclass(frozen=True)
class Client:
    """Talks JSON to the page; an answer is (status, body)."""

    url: str

    def get(self, path: str, **headers: str) -> tuple[int, Any]:
        return self.send(urllib.request.Request(self.url + path, headers=headers))

    def post(self, path: str, body: object, **headers: str) -> tuple[int, Any]:
        raw = body if isinstance(body, bytes) else json.dumps(body).encode()
        named = {"Content-Type": "application/json", **headers}
        return self.send(urllib.request.Request(self.url + path, data=raw, headers=named, method="POST"))

    def send(self, request: urllib.request.Request) -> tuple[int, Any]:
        try:
            with urllib.request.urlopen(request, timeout=30) as response:
                return response.status, _read(response)
        except urllib.error.HTTPError as error:
            with error:
                return error.code, _read(error)


def _read(response: Any) -> Any:
    text = response.read().decode("utf-8")
    return json.loads(text) if "json" in response.headers.get("Content-Type", "") else text


@contextmanager
def served(
    database: Database, start: datetime, *, admin_page: bool = False, machine: Callable[[], datetime] | None = None
) -> Iterator[Client]:
    """The page of a fresh trial team, and perhaps the admin page, whose clock stands at `start` until it is moved, or goes as the
    `machine` does."""
    organisation_id = sample.create_team(database, start)
    clock = MovableClock(database, machine or (lambda: start))
    ticker = Ticker(database, clock, {sample.PLATFORM: deliver.deliver})
    app = App(database, clock)
    of_admins = Admin(app, "").routes() if admin_page else []
    with serving([*Page(app, clock, ticker, organisation_id).routes(), *of_admins], database) as url:
        app.admin_at = f"{url}/admin" if admin_page else ""
        yield Client(url)


@contextmanager
def serving(routes: Sequence[web.RouteDef], database: Database) -> Iterator[str]:
    """These routes on a free port of this machine, in a thread of their own; gives the address."""
    ready, ended = threading.Event(), asyncio.Event()
    found: dict[str, Any] = {}

    async def serve() -> None:
        found["loop"] = asyncio.get_running_loop()
        runner = web.AppRunner(application(database, routes), access_log=None)
        await runner.setup()
        await web.TCPSite(runner, "127.0.0.1", 0).start()
        found["port"] = runner.addresses[0][1]
        ready.set()
        await ended.wait()
        await runner.cleanup()

    thread = threading.Thread(target=lambda: asyncio.run(serve()))
    thread.start()
    assert ready.wait(10)
    try:
        yield f"http://127.0.0.1:{found['port']}"
    finally:
        found["loop"].call_soon_threadsafe(ended.set)
        thread.join(10)


@contextmanager
def running(folder: Path, *, anew: bool = False, **settings: str) -> Iterator[Client]:
    """The real `followthrough run` on a free port, in its own folder; `anew` with its imports, as an operator starts it."""
    environment = {**os.environ, "FOLLOWTHROUGH_PORT": "0", "PYTHONPATH": str(ROOT), **settings}
    if anew:
        command = [sys.executable, "-m", "adapters.cli.main", "run"]
        pipe = subprocess.PIPE
        with subprocess.Popen(command, cwd=folder, env=environment, stdout=pipe, stderr=pipe, text=True) as process:
            yield from _ready(process)
    else:
        with closing(Forked(folder, ("run",), environment)) as program:
            yield from _ready(program)


def _ready(program: "Forked | subprocess.Popen[str]") -> Iterator[Client]:
    assert program.stdout
    assert program.stderr
    with heard(program.stderr):
        line = program.stdout.readline()
        assert "ready: http" in line, line
        try:
            yield Client(line.split()[-1])
        finally:
            _end(program)


def _end(program: "Forked | subprocess.Popen[str]") -> None:
    """One that does not end by itself is not left behind either."""
    program.terminate()
    try:
        assert program.wait(20) == 0
    except (AssertionError, subprocess.TimeoutExpired):
        program.kill()
        raise
