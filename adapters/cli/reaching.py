"""Whether the platforms answer, and take who we are: asked once, with little patience. No token is ever shown."""

import asyncio
import json
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from email.utils import parsedate_to_datetime
from typing import Any

import aiohttp

from adapters.cli.findings import Finding, broken, look, ok
from adapters.cli.settings import Settings
from adapters.sealing import CannotUnseal, Seal
from bot.model import Workspace, WorkspaceState

SECONDS = 5.0
_MOST = 20  # workspaces that are asked one after another
_WORDS = {
    "invalid_auth": "the token is none, or of another app", "account_inactive": "the app was removed from the workspace",
    "token_revoked": "the token was revoked", "token_expired": "the token has ended", "not_authed": "there is no token",
}  # fmt: skip


@dataclass
class Asked:
    """What came of it. `off`: how far this machine's clock is ahead of those who answered."""

    clock: Callable[[], datetime]
    findings: list[Finding] = field(default_factory=list)
    off: dict[str, timedelta] = field(default_factory=dict)

    def compare(self, name: str, date: str | None, began: datetime) -> None:
        """By the answer's date, which has whole seconds: it lay between asking and hearing."""
        try:
            there = parsedate_to_datetime(date or "")
        except ValueError:
            return
        now = self.clock()
        if there.tzinfo is not None:
            behind, ahead = began - there - timedelta(seconds=1), now - there
            self.off[name] = behind if behind > timedelta() else min(ahead, timedelta())


async def ask_platforms(settings: Settings, workspaces: tuple[Workspace, ...], clock: Callable[[], datetime]) -> Asked:
    """`workspaces`: those of Slack that are stored."""
    asked = Asked(clock)
    async with aiohttp.ClientSession(timeout=aiohttp.ClientTimeout(total=SECONDS)) as session:
        if settings.has_slack:
            await _slack(session, settings, workspaces, asked)
        if settings.has_teams and not settings.is_teams_local:
            await _teams(session, settings, asked)
    return asked


async def _slack(
    session: aiohttp.ClientSession, settings: Settings, workspaces: tuple[Workspace, ...], asked: Asked
) -> None:
    if settings.slack_app_token:
        await _call(session, settings, asked, "Socket Mode", settings.slack_app_token, "apps.connections.open")
    connected = [one for one in workspaces if one.state is WorkspaceState.connected]
    if settings.slack_bot_token:
        told = await _call(session, settings, asked, "", settings.slack_bot_token, "auth.test")
        pasted = told.get("team_id")
        without = [one for one in connected if not one.sealed and one.key != pasted] if pasted else []
    else:
        without = [one for one in connected if not one.sealed]
    asked.findings += [_without_token(one, settings) for one in without]
    await _stored(session, settings, [one for one in connected if one.sealed], asked)
    if not (connected or settings.slack_bot_token):
        asked.findings.append(look("Slack", "no workspace is connected", f"open {_install_at(settings)} in a browser"))


def _install_at(settings: Settings) -> str:
    return f"{settings.public_url.rstrip('/')}/slack/install"


def _without_token(workspace: Workspace, settings: Settings) -> Finding:
    """A pasted token is never stored: whose it was stays connected when it is replaced."""
    name = f"Slack, {workspace.name or workspace.key}"
    what = "it is connected, and there is no token for it: nobody there gets an answer or a list"
    if settings.slack_client_id:
        return broken(name, what, f"install the app there again: open {_install_at(settings)} in a browser")
    todo = "nothing if you left it: SLACK_BOT_TOKEN is of another workspace, and serves one. For both: docs/slack.md, “Many workspaces”"
    return look(name, what, todo)


async def _stored(session: aiohttp.ClientSession, settings: Settings, connected: list[Workspace], asked: Asked) -> None:
    """Those whose token is kept: a token each."""
    for one in connected[:_MOST]:
        token = _opened(one, settings)
        if token is None:
            todo = "set the FOLLOWTHROUGH_SECRET_KEY under which it was connected, or install the app there again"
            asked.findings.append(broken("Slack", f"the token of {one.name or one.key} cannot be opened", todo))
        else:
            await _call(session, settings, asked, one.name or one.key, token, "auth.test")
    if len(connected) > _MOST:
        asked.findings.append(ok("Slack", f"{len(connected) - _MOST} further workspaces were not asked"))


def _opened(workspace: Workspace, settings: Settings) -> str | None:
    from adapters.slack.tokens import stored_token  # noqa: PLC0415 - half a second that only Slack needs

    try:
        seal = Seal(settings.secret_key, settings.secret_key_before) if settings.secret_key else None
        token = stored_token(workspace, seal)
    except CannotUnseal:
        return None
    return token.access if token else None


async def _call(
    session: aiohttp.ClientSession, settings: Settings, asked: Asked, where: str, token: str, method: str
) -> dict[str, Any]:
    """What Slack told; nothing where it did not answer."""
    began = asked.clock()
    name = f"Slack, {where}" if where else "Slack"
    headers = {"Authorization": f"Bearer {token}"}
    try:
        async with session.post(f"{settings.slack_api_url}{method}", headers=headers, allow_redirects=False) as answer:
            body = await answer.read()
            asked.compare("Slack", answer.headers.get("Date"), began)
            told = _read(body)
            asked.findings.append(_said(name, answer.status, told))
            return told if isinstance(told, dict) else {}
    except (aiohttp.ClientError, TimeoutError, OSError) as error:
        asked.findings.append(_silent(name, error))
        return {}


def _read(body: bytes) -> Any:
    try:
        return json.loads(body)
    except ValueError:  # a page of whatever stands between
        return None


def _said(name: str, status: int, told: Any) -> Finding:
    if isinstance(told, dict) and told.get("ok"):
        return ok(name, f"answers{', as ' + str(told['team']) if told.get('team') else ''}")
    error = str(told.get("error", "")) if isinstance(told, dict) else ""
    if not error or error in {"ratelimited", "internal_error", "fatal_error", "service_unavailable"}:
        return look(name, f"it answers {error or f'status {status}'}", "ask again in some minutes")
    todo = "compare the settings with the app's pages, or install it again: docs/slack.md"
    return broken(name, f"it refuses: {_WORDS.get(error, error[:60])}", todo)


def _silent(name: str, error: BaseException) -> Finding:
    why = f"no answer in {SECONDS:g} s" if isinstance(error, TimeoutError) else type(error).__name__
    return broken(
        name,
        f"cannot be reached ({why})",
        "check the network, the proxy and the firewall: it has to reach the platform by https",
    )


async def _teams(session: aiohttp.ClientSession, settings: Settings, asked: Asked) -> None:
    from adapters.teams.tokens import Tokens  # noqa: PLC0415

    await _keys(session, settings, asked)
    for number, bot in enumerate(settings.teams_bots):
        name = f"Teams, entry {number} of TEAMS_FURTHER_BOTS" if number else "Teams"
        tokens = Tokens(bot, time.monotonic)
        try:
            async with asyncio.timeout(SECONDS):
                await tokens.check()
        except TimeoutError as error:
            asked.findings.append(_silent(name, error))
            continue
        asked.findings.extend(_of_token(name, tokens.state))


def _of_token(name: str, state: str) -> Iterator[Finding]:
    if state == "ok":
        yield ok(name, "Microsoft gives the bot a token")
    else:
        yield broken(name, state, "compare the settings with the bot's page in Azure: docs/teams.md")


async def _keys(session: aiohttp.ClientSession, settings: Settings, asked: Asked) -> None:
    """Where Microsoft tells by which keys its requests are signed: without it nobody is heard."""
    began = asked.clock()
    try:
        async with session.get(settings.teams_openid_url, allow_redirects=False) as answer:
            await answer.read()
            asked.compare("Microsoft", answer.headers.get("Date"), began)
    except (aiohttp.ClientError, TimeoutError, OSError) as error:
        asked.findings.append(_silent("Teams, keys", error))
