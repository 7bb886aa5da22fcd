"""The fake Slack's state and its records: what was received and what was shown are only ever added to."""

import copy
import threading
import uuid
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from tests.canary import CANARY
from tests.slack.faults import Faults
from tests.slack.model import App, Channel, Clock, Json, Receipt, Shown, Token, Trigger, User, Workspace, numbers

Checker = Callable[[Json], list[str]]


@dataclass
class World:
    app: App = field(default_factory=App)
    clock: Clock = field(default_factory=Clock)
    checker: Checker | None = None
    workspaces: dict[str, Workspace] = field(default_factory=dict)
    tokens: dict[str, Token] = field(default_factory=dict)
    refresh_tokens: dict[str, str] = field(default_factory=dict)  # -> team; gone once it was used
    codes: dict[str, Json] = field(default_factory=dict)  # of OAuth; gone once it was used
    response_urls: dict[str, Json] = field(default_factory=dict)
    receipts: list[Receipt] = field(default_factory=list)
    shown: list[Shown] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)
    tickets: set[str] = field(default_factory=set)  # of Socket Mode; gone once it was used
    faults: Faults = field(default_factory=Faults)
    rotates: bool = False
    url: str = ""
    changed: threading.Condition = field(default_factory=threading.Condition)
    _numbers: Any = field(default_factory=numbers)

    def new_id(self, prefix: str) -> str:
        return f"{prefix}0{next(self._numbers):08X}"

    def add_workspace(self, name: str, token: str = "") -> Workspace:
        team = self.new_id("T")
        bot = User(self.new_id("U"), team, self.app.name.lower(), self.app.name, is_bot=True)
        workspace = Workspace(team, name, name.lower().replace(" ", "-"), bot, self.new_id("B"), {bot.id: bot})
        self.workspaces[team] = workspace
        workspace.token = token or f"xoxb-{team}-{CANARY}{uuid.uuid4().hex}"
        self.tokens[workspace.token] = Token(workspace.token, team, bot.id)
        return workspace

    def add_user(self, workspace: Workspace, name: str, **about: Any) -> User:
        about.setdefault("email", f"{name}@{workspace.domain}.test")
        about.setdefault("real_name", name.capitalize())
        user = User(self.new_id("U"), workspace.id, name, **about)
        workspace.users[user.id] = user
        return user

    def add_channel(self, workspace: Workspace, name: str, *members: User, with_bot: bool = True) -> Channel:
        ids = {member.id for member in members} | ({workspace.bot.id} if with_bot else set())
        channel = Channel(self.new_id("C"), workspace.id, name, members=ids)
        workspace.channels[channel.id] = channel
        return channel

    def open_dm(self, workspace: Workspace, user: str) -> Channel:
        """The DM of the bot with that user, made when it is not there yet."""
        found = workspace.dm(user)
        if found is None:
            found = Channel(self.new_id("D"), workspace.id, "directmessage", user, {user, workspace.bot.id})
            workspace.channels[found.id] = found
        return found

    def new_trigger(self, workspace: Workspace, user: str) -> str:
        now = self.clock.now()
        trigger = f"{int(now * 1000)}.{next(self._numbers)}.{uuid.uuid4().hex}"
        workspace.triggers[trigger] = Trigger(user, now)
        return trigger

    def new_response_url(self, kind: str, about: Json) -> str:
        """`about`: team, user, channel, and ts of the message that was pressed on, when it was one."""
        secret = f"{about['team']}/{next(self._numbers)}/{CANARY}{uuid.uuid4().hex}"
        url = f"{self.url}/{kind}/{secret}"
        self.response_urls[url] = {**about, "made_at": self.clock.now(), "uses": 0}
        return url

    def receive(self, method: str, team: str, arguments: Json, encoding: str) -> Receipt:
        with self.changed:
            receipt = Receipt(
                len(self.receipts), self.clock.now(), method, team, copy.deepcopy(arguments), encoding
            )  # fmt: skip
            self.receipts.append(receipt)
            self.changed.notify_all()
        return receipt

    def show(self, shown: Shown) -> None:
        with self.changed:
            self.shown.append(shown)
            self.changed.notify_all()

    def complain(self, where: str, problems: list[str]) -> list[str]:
        """Keeps the problems for the test to find; returns them."""
        self.complaints += [f"{where}: {problem}" for problem in problems]
        return problems

    def check(self, where: str, thing: Json) -> list[str]:
        """Block Kit's problems with a message or a view that the bot sent."""
        found = self.checker(thing) if self.checker else []
        return self.complain(where, found)
