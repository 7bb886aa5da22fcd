"""`followthrough doctor`: one page that says what is well, what to look at, and what is broken, with what to do next."""

import asyncio
import json
import logging
import sys
import textwrap
from collections.abc import Sequence
from dataclasses import asdict
from datetime import datetime, timedelta
from pathlib import Path

import click
import structlog

from adapters.cli.database_findings import file_of, of_sqlite, sqlite_version, with_database
from adapters.cli.erasures import erasures_of
from adapters.cli.findings import Finding, State, broken, look, of_clock, ok
from adapters.cli.openness_findings import of_openness
from adapters.cli.reaching import ask_platforms
from adapters.cli.settings import Settings, read_settings
from adapters.cli.unknown import unknown_settings
from adapters.cli.wrong_settings import WrongFile, WrongSetting
from adapters.sealing import Seal
from bot.app import system_clock
from bot.model import Workspace
from bot.store import DatabaseSetting, Looking, is_there, why_not_made

_MARGIN, _WIDTH = 14, 110


@click.command()
@click.option("--json", "as_json", is_flag=True, help="The same for a program.")
def doctor(*, as_json: bool) -> None:
    """Looks at everything, also while the bot runs, and says what to do next. Exit code 1 when something is broken."""
    structlog.configure(wrapper_class=structlog.make_filtering_bound_logger(logging.CRITICAL))  # the page says it
    found = examined()
    is_well = all(one.state is not State.broken for one in found)
    click.echo(_as_json(found, is_well=is_well) if as_json else _page(found))
    sys.exit(0 if is_well else 1)


def examined() -> list[Finding]:
    try:
        settings = read_settings()
    except WrongSetting as error:
        todo = "" if isinstance(error, WrongFile) else "set it right in the environment or .env: README.md"
        return [broken("settings", line, todo) for line in str(error).splitlines()]
    now = system_clock()
    slips = [
        look("settings", told, "set it right in the environment or .env: README.md") for told in unknown_settings()
    ]
    found = [_of_settings(settings), *slips, *_of_erasures(settings), *of_openness(settings.database_url)]
    of_database, off, workspaces = _database(settings, now)
    found += _of_key(settings, workspaces)
    asked = asyncio.run(ask_platforms(settings, workspaces or (), system_clock))
    clocks = {**({"the database": off} if off is not None else {}), **asked.off}
    return [
        *found,
        *of_database,
        *asked.findings,
        of_clock(clocks, has_others=settings.has_slack or settings.has_teams),
    ]


def _of_settings(settings: Settings) -> Finding:
    parts = (("Slack", settings.has_slack), ("Teams", settings.has_teams), ("the trial page", settings.has_page))
    on = ", ".join(name for name, is_on in parts if is_on)
    if not on:
        return look(
            "settings",
            "neither Slack, nor Teams, nor the page is on",
            "docs/slack.md and docs/teams.md say what to set; FOLLOWTHROUGH_LOCAL=1 turns the page on",
        )
    if not settings.port:
        todo = "FOLLOWTHROUGH_PORT=3000, unless you mean that: nothing that is told an address finds it again"
        return look("settings", f"{on}, on another free port of {settings.host} at each start", todo)
    return ok("settings", f"{on}, on {settings.host}:{settings.port}")


def _of_key(settings: Settings, workspaces: Sequence[Workspace] | None) -> list[Finding]:
    """`workspaces`: None where the database cannot be read."""
    if settings.public_url and not settings.secret_key:
        todo = "set FOLLOWTHROUGH_SECRET_KEY, unless nobody needs the page: docs/operations.md, “The admin page”"
        return [look("key", "there is a public address and no secret key, so the admin page is off", todo)]
    if not settings.secret_key_before or workspaces is None:
        return []
    seal = Seal(settings.secret_key, settings.secret_key_before)
    sealed = [one.sealed for one in workspaces if one.sealed]
    old = sum(not seal.is_current(one) for one in sealed)
    if old:
        todo = "followthrough rotate-key, then remove FOLLOWTHROUGH_SECRET_KEY_BEFORE"
        return [look("key", f"{old} of {len(sealed)} tokens are still sealed by the key before the present one", todo)]
    todo = "is FOLLOWTHROUGH_SECRET_KEY the new key? Then remove FOLLOWTHROUGH_SECRET_KEY_BEFORE. If not, the two keys are swapped"
    return [look("key", "no token is sealed by FOLLOWTHROUGH_SECRET_KEY_BEFORE", todo)]


def _of_erasures(settings: Settings) -> list[Finding]:
    if not settings.erasures or Path(settings.erasures).is_absolute():
        return []
    where = Path(settings.erasures).absolute()
    what = (
        "FOLLOWTHROUGH_ERASURES is no whole path: each command looks for the list below the folder in which it is typed"
    )
    return [look("erasures", what, f"if it is the one below this folder: FOLLOWTHROUGH_ERASURES={where}")]


def _database(
    settings: Settings, now: datetime
) -> tuple[list[Finding], timedelta | None, tuple[Workspace, ...] | None]:
    found: list[Finding] = []
    try:
        path = file_of(settings.database_url)
        if path is not None:
            if not is_there(path):
                return [_none_yet(path)], None, None
            found += of_sqlite(path, sqlite_version())
        database = Looking(settings.database_url)
    except DatabaseSetting as error:
        return [broken("database", str(error), "FOLLOWTHROUGH_DATABASE_URL")], None, None
    try:
        seen = with_database(
            database, now, has_page=settings.has_page, keep=settings.keep, erasures=erasures_of(settings)
        )
    finally:
        database.close()
    return [*found, *seen.findings], seen.off, seen.workspaces


def _none_yet(path: Path) -> Finding:
    if why := why_not_made(path):
        return broken(
            "database", f"there is none yet at {path}, and {why}", "run this in the bot's folder, as its user"
        )
    return look("database", f"there is none yet at {path}", "followthrough run makes it")


def _page(found: Sequence[Finding]) -> str:
    counts = {state: sum(one.state is state for one in found) for state in State}
    told = [f"{counts[State.broken]} broken, {counts[State.look]} to look at, {counts[State.ok]} OK"]
    return "\n".join([*(line for one in found for line in _lines(one)), "", *told])


def _lines(one: Finding) -> list[str]:
    told = [f"{one.about}: {one.what}", *([f"→ {one.todo}"] if one.todo else [])]
    wrapped = [line for text in told for line in _wrapped(text)]
    return [f"{one.state.value if number == 0 else '':<{_MARGIN}}{line}" for number, line in enumerate(wrapped)]


def _wrapped(text: str) -> list[str]:
    """A path or a command stays in one piece: it is copied."""
    return textwrap.wrap(text, _WIDTH - _MARGIN, break_on_hyphens=False, break_long_words=False)


def _as_json(found: Sequence[Finding], *, is_well: bool) -> str:
    return json.dumps({"ok": is_well, "findings": [asdict(one) for one in found]}, ensure_ascii=False, indent=1)
