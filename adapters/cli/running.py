"""`followthrough run`: the page, the ticker and the store put together, until a signal ends it."""

import asyncio
import logging
import signal
import sys
from enum import StrEnum

import structlog
from aiohttp import web

from adapters.cli.settings import Settings
from adapters.local import deliver, sample
from adapters.local.clock import MovableClock
from adapters.local.page import Page
from adapters.web import application
from bot.app import App, system_clock
from bot.store import Database
from scheduler.ticker import Ticker


class CannotListen(OSError):
    """The address is taken, or may not be used."""


class Role(StrEnum):
    """What one process does; on PostgreSQL, answering and planning may run apart."""

    web = "web"
    worker = "worker"
    all = "all"


async def run(settings: Settings, database: Database, role: Role) -> None:
    """Serves until SIGTERM or SIGINT. Raises CannotListen."""
    clock = MovableClock(database, system_clock)
    organisation_id = await asyncio.to_thread(_first_organisation, database, clock)
    ticker = Ticker(database, clock, {sample.PLATFORM: deliver.deliver})
    page = Page(App(database, clock), clock, ticker, organisation_id)
    runner = web.AppRunner(application(database, page.routes() if settings.local else []), access_log=None)
    await runner.setup()
    try:
        if role is not Role.worker:
            await _listen(runner, settings)
        if role is not Role.web:
            await ticker.start()
        print(f"Followthrough is ready: {_address(runner, settings)}", flush=True)
        await _until_signalled()
        await ticker.stop()
    finally:
        await runner.cleanup()


async def _listen(runner: web.AppRunner, settings: Settings) -> None:
    try:
        await web.TCPSite(runner, settings.host, settings.port).start()
    except OSError as error:
        raise CannotListen(error.strerror or str(error)) from error


def _address(runner: web.AppRunner, settings: Settings) -> str:
    return f"http://{settings.host}:{runner.addresses[0][1]}" if runner.addresses else "planning and sending"


def _first_organisation(database: Database, clock: MovableClock) -> int:
    known = database.operate(lambda operator: operator.organisations())
    return known[0].id if known else sample.seed(database, clock())


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
