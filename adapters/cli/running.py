"""`followthrough run`: the page, the ticker and the store put together, until a signal ends it."""

import asyncio
import gc
import signal
from collections.abc import Mapping
from contextlib import AsyncExitStack
from datetime import datetime

from aiohttp import web

from adapters.cli.logs import hide_names
from adapters.cli.process import NoPlatform, Process, Role, admin_page, platforms, process_of, trial_page
from adapters.cli.settings import Settings
from adapters.metrics import metrics_route
from adapters.web import application
from bot.app import load_all
from bot.store import Database
from scheduler.outbox import Deliver

_HOUR = 3_600  # seconds
_NOBODY = (
    "It serves nobody yet: set SLACK_SIGNING_SECRET and SLACK_BOT_TOKEN (docs/slack.md), or TEAMS_APP_ID, TEAMS_APP_PASSWORD"
    " and TEAMS_TENANT_ID (docs/teams.md), or FOLLOWTHROUGH_LOCAL=1 for the trial page, and start it again."
)


class CannotListen(OSError):
    """The address is taken, or may not be used."""


async def run(settings: Settings, database: Database, role: Role) -> None:
    """Serves until SIGTERM or SIGINT. Raises CannotListen, and NoPlatform: with FOLLOWTHROUGH_LOCAL=0 it waits for one."""
    if settings.local is None and not settings.serves_somebody:
        raise NoPlatform(NoPlatform.__doc__)
    async with AsyncExitStack() as parts:
        if role is not Role.worker:  # before any platform is told that it may send: whoever writes is answered at once
            await asyncio.to_thread(load_all)
        process = await process_of(settings, database, role, parts)
        page = await trial_page(process)
        routes = [*page.routes, *admin_page(process), *await platforms(process), *_metrics(process)]
        parts.callback(asyncio.create_task(_knowing_names(database)).cancel)
        runner = await _runner(application(database, routes, process.states), parts)
        await _begin(process, runner)
        gc.freeze()  # all that is loaded stays to the end: no use in looking through it again and again
        ended = _signalled()
        told = (*page.told, *([] if settings.serves_somebody else [_NOBODY]))
        print(f"Followthrough is ready: {_address(runner, settings)}", *told, sep="\n", flush=True)
        await ended.wait()
        await process.ticker.stop()


async def _begin(process: Process, runner: web.AppRunner) -> None:
    """Whoever asks is let in before anything is sent."""
    settings, role = process.settings, process.role
    if role is not Role.worker:
        await _listen(runner, settings.host, settings.port, "FOLLOWTHROUGH_PORT")
    process.app.admin_at = _admin_at(settings, runner)
    if settings.metrics_port:
        await _watched(process)
    if role is not Role.web:
        await asyncio.to_thread(_withdraw_again, process.database, process.clock(), process.senders)
        process.ticker.start()


def _admin_at(settings: Settings, runner: web.AppRunner) -> str:
    """Where its links lead; empty where none is served."""
    on_trial = _address(runner, settings) if settings.has_page and runner.addresses else ""
    at = settings.admin_at or on_trial
    return f"{at}/admin" if at else ""


def _metrics(process: Process) -> list[web.RouteDef]:
    """Where the bot is reached nobody reads them without a token."""
    token = process.settings.metrics_token
    return [metrics_route(process.database, process.clock, token)] if token else []


async def _watched(process: Process) -> None:
    """/metrics on a port of its own, which no proxy forwards to: without a token for this machine only."""
    settings = process.settings
    only = application(process.database, [metrics_route(process.database, process.clock, settings.metrics_token)])
    host = settings.host if settings.metrics_token else "127.0.0.1"
    await _listen(await _runner(only, process.parts), host, settings.metrics_port, "FOLLOWTHROUGH_METRICS_PORT")


async def _runner(served: web.Application, parts: AsyncExitStack) -> web.AppRunner:
    runner = web.AppRunner(served, access_log=None)
    await runner.setup()
    parts.push_async_callback(runner.cleanup)
    return runner


async def _listen(runner: web.AppRunner, host: str, port: int, setting: str) -> None:
    try:
        await web.TCPSite(runner, host, port).start()
    except OSError as error:
        why = error.strerror or error
        raise CannotListen(f"Cannot listen on {host}:{port}: {why}. Set {setting} to another port.") from error


def _address(runner: web.AppRunner, settings: Settings) -> str:
    return f"http://{settings.host}:{runner.addresses[0][1]}" if runner.addresses else "planning and sending"


def _signalled() -> asyncio.Event:
    """Set by SIGTERM or SIGINT, from before anybody is told that the bot is ready."""
    ended = asyncio.Event()
    loop = asyncio.get_running_loop()
    for name in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(name, ended.set)
    return ended


def _withdraw_again(database: Database, now: datetime, senders: Mapping[str, Deliver]) -> None:
    """What was to be withdrawn from a platform that was not there, or did not know us: it may be now."""
    database.operate(lambda operator: operator.withdrawals.again(now, [*senders]))


async def _knowing_names(database: Database) -> None:
    """No log says a name: those that are known now, and each hour anew."""
    while True:
        await asyncio.to_thread(hide_names, database)
        await asyncio.sleep(_HOUR)
