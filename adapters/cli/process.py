"""The parts of one process, put together: a clock, a ticker, and of each platform that is set its routes, sender and state."""

import asyncio
import os
from collections.abc import Callable
from contextlib import AsyncExitStack
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import NamedTuple

import structlog
from aiohttp import web

from adapters.cli.settings import Settings
from adapters.local import deliver, sample
from adapters.local.clock import MovableClock, leave_moved
from bot.app import App, system_clock
from bot.store import Database
from scheduler.clocks import Watch, lease_clock
from scheduler.outbox import Deliver
from scheduler.purging import Purge
from scheduler.ticker import Ticker

_log = structlog.get_logger()


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


@dataclass(frozen=True)
class Process:
    """What the parts of a process share: a platform adds its sender, its state, and what is closed with the rest."""

    settings: Settings
    role: Role
    database: Database
    clock: Callable[[], datetime]
    app: App
    ticker: Ticker
    senders: dict[str, Deliver]
    states: dict[str, Callable[[], str]]
    parts: AsyncExitStack


async def process_of(settings: Settings, database: Database, role: Role, parts: AsyncExitStack) -> Process:
    clock = MovableClock(database, system_clock) if settings.has_page else system_clock
    if not settings.has_page:
        await asyncio.to_thread(leave_moved, database, system_clock())
    senders: dict[str, Deliver] = {sample.PLATFORM: deliver.deliver}
    watch = Watch(database, system_clock)  # the machine's clock, wherever the page's was moved
    purge = Purge(database, settings.keep, clock)
    ticker = Ticker(database, clock, senders, lease_clock(database, system_clock), watch, purge)
    states: dict[str, Callable[[], str]] = {"clock": lambda: watch.state}
    return Process(settings, role, database, clock, App(database, clock), ticker, senders, states, parts)


class _Page(NamedTuple):
    """`told`: what the operator has to know of it."""

    routes: list[web.RouteDef]
    told: tuple[str, ...] = ()


async def trial_page(process: Process) -> _Page:
    """Raises NoPlatform where nobody could reach the bot by anything."""
    clock, settings = process.clock, process.settings
    if not isinstance(clock, MovableClock):
        return _Page([])
    from adapters.local.page import Page  # noqa: PLC0415 - its templates, which only the page needs

    organisation_id, is_new = await asyncio.to_thread(sample.first_organisation, process.database, clock())
    if organisation_id is None:
        if not (settings.has_slack or settings.has_teams):
            raise NoPlatform(NoPlatform.__doc__)
        return _Page([], ("The trial page is off: nobody has written to the bot yet.",))
    told = (
        (f"The database was empty: it has the sample company {sample.TEAM} now, to try things on.",) if is_new else ()
    )
    return _Page(Page(process.app, clock, process.ticker, organisation_id).routes(), told)


def admin_page(process: Process) -> list[web.RouteDef]:
    """With a public address, or for a trial on this machine; nobody gets in without a link of the bot's."""
    settings = process.settings
    if not (settings.admin_at or settings.has_page):
        return []
    from adapters.local.admin import Admin  # noqa: PLC0415 - its templates, which only the page needs

    return Admin(process.app, settings.secret_key, settings.admin_at).routes()


async def platforms(process: Process) -> list[web.RouteDef]:
    slack = await _slack(process) if process.settings.has_slack else []
    teams = await _teams(process) if process.settings.has_teams else []
    return [*slack, *teams]


async def _slack(process: Process) -> list[web.RouteDef]:
    """Slack's routes; its sender and its state are added, and it is closed with the rest. Raises CannotConnect."""
    from adapters.cli.connecting import is_passing, why_not_slack  # noqa: PLC0415 - half a second that only Slack needs
    from adapters.slack.platform import NotConnected, Slack  # noqa: PLC0415
    from adapters.slack.tokens import PLATFORM  # noqa: PLC0415

    for name in [name for name in os.environ if name.upper().startswith("SLACK_")]:
        del os.environ[name]  # Bolt reads these itself, and then prefers them to what it is given
    slack = Slack(process.settings.slack, process.app, process.database, process.clock, soon=process.ticker.soon)
    process.parts.push_async_callback(slack.close)
    try:
        routes = await slack.open(receives=process.role is not Role.worker)
    except NotConnected as error:
        why = why_not_slack(error.setting, error.why)
        raise CannotConnect(why, is_passing=is_passing(error.why)) from None
    process.senders[PLATFORM], process.states[PLATFORM] = slack.deliver, lambda: slack.state
    return routes


async def _teams(process: Process) -> list[web.RouteDef]:
    """Teams' route; its sender and its state are added, and it is closed with the rest. Its credentials are tried beside the start."""
    from adapters.teams.platform import Teams  # noqa: PLC0415 - half a second that only Teams needs
    from adapters.teams.registrations import Registrations  # noqa: PLC0415
    from adapters.teams.tenants import PLATFORM  # noqa: PLC0415

    app, settings = process.app, process.settings
    bots = [Teams(bot, app, process.database, process.clock, process.ticker.soon) for bot in settings.teams_bots]
    teams = Registrations(bots) if len(bots) > 1 else bots[0]
    process.parts.push_async_callback(teams.close)
    if settings.is_teams_local:
        _log.warning("teams is open to this machine without any check", setting="TEAMS_UNAUTHENTICATED_LOCAL")
    process.senders[PLATFORM], process.states[PLATFORM] = teams.deliver, lambda: teams.state
    process.parts.callback(asyncio.create_task(teams.check()).cancel)
    return teams.routes() if process.role is not Role.worker else []
