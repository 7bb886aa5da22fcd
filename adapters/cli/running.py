"""`followthrough run`: the page, the ticker and the store put together, until a signal ends it."""

import asyncio
import gc
import os
import signal
from collections.abc import Callable, Mapping
from contextlib import AsyncExitStack
from datetime import datetime
from enum import StrEnum
from typing import NamedTuple

import structlog
from aiohttp import web

from adapters.cli.logs import hide_names
from adapters.cli.settings import Settings
from adapters.local import deliver, sample
from adapters.local.clock import MovableClock, leave_moved
from adapters.metrics import metrics_route
from adapters.web import application
from bot.app import App, load_all, system_clock
from bot.store import Database
from scheduler.clocks import Watch, lease_clock
from scheduler.outbox import Deliver
from scheduler.purging import Purge
from scheduler.ticker import Ticker

_HOUR = 3_600  # seconds
_NOBODY = (
    "It serves nobody yet: set SLACK_SIGNING_SECRET and SLACK_BOT_TOKEN (docs/slack.md), or TEAMS_APP_ID, TEAMS_APP_PASSWORD"
    " and TEAMS_TENANT_ID (docs/teams.md), or FOLLOWTHROUGH_LOCAL=1 for the trial page, and start it again."
)
_log = structlog.get_logger()


class CannotListen(OSError):
    """The address is taken, or may not be used."""


class CannotConnect(RuntimeError):
    """A platform does not take what the settings say; or, `is_passing`, it does not answer just now."""

    def __init__(self, why: str, *, is_passing: bool) -> None:
        super().__init__(why)
        self.is_passing = is_passing


class NoPlatform(RuntimeError):
    """No platform is set: docs/slack.md or docs/teams.md says which settings. The trial page, with its sample company, is for SQLite."""


class Role(StrEnum):
    """What one process does; on PostgreSQL, answering and planning may run apart."""

    web = "web"
    worker = "worker"
    all = "all"


async def run(settings: Settings, database: Database, role: Role) -> None:
    """Serves until SIGTERM or SIGINT. Raises CannotListen, and NoPlatform: with FOLLOWTHROUGH_LOCAL=0 it waits for one."""
    if settings.local is None and not settings.serves_somebody:
        raise NoPlatform(NoPlatform.__doc__)
    async with AsyncExitStack() as parts:
        if role is not Role.worker:  # before any platform is told that it may send: whoever writes is answered at once
            await asyncio.to_thread(load_all)
        senders: dict[str, Deliver] = {sample.PLATFORM: deliver.deliver}
        clock = MovableClock(database, system_clock) if settings.has_page else system_clock
        if not settings.has_page:
            await asyncio.to_thread(leave_moved, database, system_clock())
        app = App(database, clock)
        watch = Watch(database, system_clock)  # the machine's clock, wherever the page's was moved
        purge = Purge(database, settings.keep, clock)
        ticker = Ticker(database, clock, senders, lease_clock(database, system_clock), watch, purge)
        states: dict[str, Callable[[], str]] = {"clock": lambda: watch.state}
        page = await _page(app, clock, ticker, database, settings) if isinstance(clock, MovableClock) else _NO_PAGE
        routes = page.routes
        routes += _admin_page(app, settings)
        if settings.has_slack:
            routes += await _slack(settings, role, app, ticker, senders, states, parts)
        if settings.has_teams:
            routes += await _teams(settings, role, app, ticker, senders, states, parts)
        if settings.metrics_token:
            routes += [metrics_route(database, clock, settings.metrics_token)]
        parts.callback(asyncio.create_task(_knowing_names(database)).cancel)
        runner = await _runner(application(database, routes, states), parts)
        if role is not Role.worker:
            await _listen(runner, settings.host, settings.port, "FOLLOWTHROUGH_PORT")
        app.admin_at = _admin_at(settings, runner)
        if settings.metrics_port:
            await _watched(settings, database, clock, parts)
        if role is not Role.web:
            await asyncio.to_thread(_withdraw_again, database, clock(), senders)
            ticker.start()
        gc.freeze()  # all that is loaded stays to the end: no use in looking through it again and again
        ended = _signalled()
        told = (*page.told, *([] if settings.serves_somebody else [_NOBODY]))
        print(f"Followthrough is ready: {_address(runner, settings)}", *told, sep="\n", flush=True)
        await ended.wait()
        await ticker.stop()


class _Page(NamedTuple):
    """`told`: what the operator has to know of it."""

    routes: list[web.RouteDef]
    told: tuple[str, ...] = ()


_NO_PAGE = _Page([])


async def _page(app: App, clock: MovableClock, ticker: Ticker, database: Database, settings: Settings) -> _Page:
    """Raises NoPlatform where nobody could reach the bot by anything."""
    from adapters.local.page import Page  # noqa: PLC0415 - its templates, which only the page needs

    organisation_id, is_new = await asyncio.to_thread(sample.first_organisation, database, clock())
    if organisation_id is None:
        if not (settings.has_slack or settings.has_teams):
            raise NoPlatform(NoPlatform.__doc__)
        return _Page([], ("The trial page is off: nobody has written to the bot yet.",))
    told = (
        (f"The database was empty: it has the sample company {sample.TEAM} now, to try things on.",) if is_new else ()
    )
    return _Page(Page(app, clock, ticker, organisation_id).routes(), told)


def _admin_page(app: App, settings: Settings) -> list[web.RouteDef]:
    """With a public address, or for a trial on this machine; nobody gets in without a link of the bot's."""
    if not (settings.admin_at or settings.has_page):
        return []
    from adapters.local.admin import Admin  # noqa: PLC0415 - its templates, which only the page needs

    return Admin(app, settings.secret_key, settings.admin_at).routes()


def _admin_at(settings: Settings, runner: web.AppRunner) -> str:
    """Where its links lead; empty where none is served."""
    on_trial = _address(runner, settings) if settings.has_page and runner.addresses else ""
    at = settings.admin_at or on_trial
    return f"{at}/admin" if at else ""


async def _slack(
    settings: Settings,
    role: Role,
    app: App,
    ticker: Ticker,
    senders: dict[str, Deliver],
    states: dict[str, Callable[[], str]],
    parts: AsyncExitStack,
) -> list[web.RouteDef]:
    """Slack's routes; its sender and its state are added, and it is closed with the rest. Raises CannotConnect."""
    from adapters.cli.connecting import is_passing, why_not_slack  # noqa: PLC0415 - half a second that only Slack needs
    from adapters.slack.platform import NotConnected, Slack  # noqa: PLC0415
    from adapters.slack.tokens import PLATFORM  # noqa: PLC0415

    for name in [name for name in os.environ if name.startswith("SLACK_")]:
        del os.environ[name]  # Bolt reads these itself, and then prefers them to what it is given
    slack = Slack(settings.slack, app, app.database, app.clock, soon=ticker.soon)
    parts.push_async_callback(slack.close)
    try:
        routes = await slack.open(receives=role is not Role.worker)
    except NotConnected as error:
        why = why_not_slack(error.setting, error.why)
        raise CannotConnect(why, is_passing=is_passing(error.why)) from None
    senders[PLATFORM], states[PLATFORM] = slack.deliver, lambda: slack.state
    return routes


async def _teams(
    settings: Settings,
    role: Role,
    app: App,
    ticker: Ticker,
    senders: dict[str, Deliver],
    states: dict[str, Callable[[], str]],
    parts: AsyncExitStack,
) -> list[web.RouteDef]:
    """Teams' route; its sender and its state are added, and it is closed with the rest. Its credentials are tried beside the start."""
    from adapters.teams.platform import Teams  # noqa: PLC0415 - half a second that only Teams needs
    from adapters.teams.registrations import Registrations  # noqa: PLC0415
    from adapters.teams.tenants import PLATFORM  # noqa: PLC0415

    bots = [Teams(bot, app, app.database, app.clock, ticker.soon) for bot in settings.teams_bots]
    teams = Registrations(bots) if len(bots) > 1 else bots[0]
    parts.push_async_callback(teams.close)
    if settings.is_teams_local:
        _log.warning("teams is open to this machine without any check", setting="TEAMS_UNAUTHENTICATED_LOCAL")
    senders[PLATFORM], states[PLATFORM] = teams.deliver, lambda: teams.state
    parts.callback(asyncio.create_task(teams.check()).cancel)
    return teams.routes() if role is not Role.worker else []


async def _watched(
    settings: Settings, database: Database, clock: Callable[[], datetime], parts: AsyncExitStack
) -> None:
    """/metrics on a port of its own, which no proxy forwards to: without a token for this machine only."""
    only = application(database, [metrics_route(database, clock, settings.metrics_token)])
    host = settings.host if settings.metrics_token else "127.0.0.1"
    await _listen(await _runner(only, parts), host, settings.metrics_port, "FOLLOWTHROUGH_METRICS_PORT")


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
