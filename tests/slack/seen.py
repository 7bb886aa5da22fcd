"""What came of something a user did: the bot's answers, and what that user then has before them."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from tests.slack.delivering import Answer
from tests.slack.model import Json, Shown, User
from tests.slack.world import World

PATIENCE = 10.0  # seconds; only a test that fails waits that long
MESSAGES = ("post", "ephemeral", "update")


@dataclass
class Seen:
    world: World
    user: User
    since: int
    answers: list[Answer] = field(default_factory=list)

    @property
    def answer(self) -> Answer:
        return self.answers[-1]

    @property
    def status(self) -> int:
        return self.answer.status

    @property
    def shown(self) -> list[Shown]:
        """Everything that this user was shown since, in order."""
        return [shown for shown in self.world.shown[self.since :] if self._is_for_me(shown)]

    def of(self, *kinds: str) -> list[Shown]:
        return [shown for shown in self.shown if shown.kind in kinds]

    @property
    def posts(self) -> list[Shown]:
        return self.of("post")

    @property
    def updates(self) -> list[Shown]:
        return self.of("update")

    @property
    def ephemerals(self) -> list[Shown]:
        return self.of("ephemeral")

    @property
    def errors(self) -> dict[str, str]:
        """Beside the fields of the form."""
        found = self.of("errors")
        return dict(found[-1].content["errors"]) if found else {}

    @property
    def trouble(self) -> list[str]:
        """What Slack itself says to the user when the bot's answer was none."""
        return [shown.text for shown in self.of("error")]

    @property
    def options(self) -> list[Json]:
        """What a typeahead offers."""
        body = self.answer.json
        grouped = [option for group in body.get("option_groups") or [] for option in group["options"]]
        return list(body.get("options", grouped))

    def message(self) -> Shown:
        """The first message, waited for: posted, changed or whispered."""
        return self._first(*MESSAGES)

    def post(self) -> Shown:
        return self._first("post")

    def ephemeral(self) -> Shown:
        return self._first("ephemeral")

    def update(self) -> Shown:
        return self._first("update")

    def modal(self) -> Shown:
        return self._first("modal")

    def home(self) -> Shown:
        return self._first("home")

    def until(self, holds: Callable[["Seen"], Any], what: str = "it") -> "Seen":
        """Waits for something to be shown; AssertionError says what was shown instead."""
        with self.world.changed:
            if not self.world.changed.wait_for(lambda: holds(self), PATIENCE):
                told = [(shown.kind, shown.text) for shown in self.shown]
                raise AssertionError(
                    f"{what} was never shown; {told}, answers {[(a.status, a.text) for a in self.answers]}"
                )
        return self

    def _first(self, *kinds: str) -> Shown:
        self.until(lambda seen: seen.of(*kinds), " or ".join(kinds))
        return self.of(*kinds)[0]

    def _is_for_me(self, shown: Shown) -> bool:
        if shown.team != self.user.team or shown.user not in {"", self.user.id}:
            return False
        channel = self.world.workspaces[shown.team].channels.get(shown.channel)
        return channel is None or self.user.id in channel.members
