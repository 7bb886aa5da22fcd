"""`followthrough run`: the page, the ticker and the store put together, until a signal ends it."""

import asyncio
import logging
import os
import signal
import sys
from collections.abc import Callable
from contextlib import AsyncExitStack
from enum import StrEnum

import structlog
from aiohttp import web

from adapters.cli.settings import Settings
from adapters.local import deliver, sample
from adapters.local.clock import MovableClock, leave_moved
from adapters.web import application
from bot.app import App, system_clock
from bot.store import Database
from scheduler.clocks import Watch, lease_clock
from scheduler.outbox import Deliver
from scheduler.ticker import Ticker

_log = structlog.get_logger()


class CannotListen(OSError):
    """The address is taken, or may not be used."""


class CannotConnect(RuntimeError):
    """A platform does not take what the settings say."""


class Role(StrEnum):
    """What one process does; on PostgreSQL, answering and planning may run apart."""

    web = "web"
    worker = "worker"
    all = "all"


async def run(settings: Settings, database: Database, role: Role) -> None:
    """Serves until SIGTERM or SIGINT. Raises CannotListen."""
    async with AsyncExitStack() as parts:
        senders: dict[str, Deliver] = {sample.PLATFORM: deliver.deliver}
        clock = MovableClock(database, system_clock) if settings.has_page else system_clock
        if not settings.has_page:
            await asyncio.to_thread(leave_moved, database, system_clock())
        app = App(database, clock)
        watch = Watch(database, system_clock)  # the machine's clock, wherever the page's was moved
        ticker = Ticker(database, clock, senders, lease_clock(database, system_clock), watch)
        states: dict[str, Callable[[], str]] = {"clock": lambda: watch.state}
        routes = await _page(app, clock, ticker, database) if isinstance(clock, MovableClock) else []
        if settings.has_slack:
            routes += await _slack(settings, role, app, senders, parts)
        if settings.has_teams:
            routes += await _teams(settings, role, app, ticker, senders, states, parts)
        runner = web.AppRunner(application(database, routes, states), access_log=None)
        await runner.setup()
        parts.push_async_callback(runner.cleanup)
        if role is not Role.worker:
            await _listen(runner, settings)
        if role is not Role.web:
            await ticker.start()
        print(f"Followthrough is ready: {_address(runner, settings)}", flush=True)
        await _until_signalled()
        await ticker.stop()


async def _page(app: App, clock: MovableClock, ticker: Ticker, database: Database) -> list[web.RouteDef]:
    from adapters.local.page import Page  # noqa: PLC0415 - its templates, which only the page needs

    organisation_id = await asyncio.to_thread(sample.first_organisation, database, clock())
    return Page(app, clock, ticker, organisation_id).routes()


async def _slack(
    settings: Settings, role: Role, app: App, senders: dict[str, Deliver], parts: AsyncExitStack
) -> list[web.RouteDef]:
    """Slack's routes; its senders are added, and it is closed with the rest. Raises CannotConnect."""
    from adapters.slack.calls import Refused, Uncertain  # noqa: PLC0415 - half a second that only Slack needs
    from adapters.slack.installs import PLATFORM  # noqa: PLC0415
    from adapters.slack.platform import Slack  # noqa: PLC0415

    for name in [name for name in os.environ if name.startswith("SLACK_")]:
        del os.environ[name]  # Bolt reads these itself, and then prefers them to what it is given
    slack = Slack(settings.slack, app, app.database, app.clock)
    parts.push_async_callback(slack.close)
    try:
        routes = await slack.open(receives=role is not Role.worker)
    except (Refused, Uncertain) as error:
        raise CannotConnect(f"Slack refused SLACK_BOT_TOKEN or SLACK_APP_TOKEN ({error})") from None
    senders[PLATFORM] = slack.deliver
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


async def _listen(runner: web.AppRunner, settings: Settings) -> None:
    try:
        await web.TCPSite(runner, settings.host, settings.port).start()
    except OSError as error:
        raise CannotListen(error.strerror or str(error)) from error


def _address(runner: web.AppRunner, settings: Settings) -> str:
    return f"http://{settings.host}:{runner.addresses[0][1]}" if runner.addresses else "planning and sending"


async def _until_signalled() -> None:
    ended = asyncio.Event()
    loop = asyncio.get_running_loop()
    for name in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(name, ended.set)
    await ended.wait()


def quiet_logs() -> None:
    """JSON lines on stderr, warnings and worse; nobody's words are ever logged."""
    logging.basicConfig(level=logging.WARNING, format="%(message)s")
    structlog.configure(
        processors=[
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper(fmt="iso"),
            structlog.processors.format_exc_info,
            structlog.processors.JSONRenderer(),
        ],
        wrapper_class=structlog.make_filtering_bound_logger(logging.WARNING),
        logger_factory=structlog.PrintLoggerFactory(file=sys.stderr),
    )
