"""A team for tests, and its bot: the trial team's people on a given database, with a clock that a test sets."""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import TypeVar

from adapters.local.sample import create_team
from bot.app import App
from bot.cards import Buttons, Card, Line, Message, Reply, plain_text
from bot.conversation.exchange import Exchange
from bot.model import Member
from bot.store import Database, Store
from scheduler.digests import decide_due
from scheduler.outbox import send_due

T = TypeVar("T")


@dataclass
class Clock:
    at: datetime = datetime(2026, 3, 12, 14, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.at


async def accept(_address: object, _card: Card) -> str:
    return "seen"


@dataclass
class Team:
    """`say("Tom", "help")` types; `tick()` runs the scheduler once at the clock's time. `organisation_id`: of a team that is there."""

    database: Database
    clock: Clock = field(default_factory=Clock)
    organisation_id: int = 0
    _numbers: dict[str, int] = field(default_factory=dict, init=False)

    def __post_init__(self) -> None:
        self.organisation_id = self.organisation_id or create_team(self.database, self.clock())
        self.app = App(self.database, self.clock)

    def member(self, name: str) -> Member:
        members = self.app.members(self.organisation_id)
        return next(member for member in members if member.name.split()[0] == name)

    def number(self, name: str) -> int:
        """A member's, which stays theirs whatever they are called later."""
        if name not in self._numbers:
            self._numbers[name] = self.member(name).id
        return self._numbers[name]

    def say(self, name: str, text: str, fields: dict[str, str] | None = None, *, key: str = "", on: str = "") -> Reply:
        filled = tuple(fields.items()) if fields is not None else None
        message = Message(self.organisation_id, self.number(name), text, filled, key=key, pressed_on=on)
        return self.app.answer(message)

    def press(self, reply: Reply, label: str, name: str = "Tom") -> Reply:
        """Presses the button of a reply that says that."""
        rows = [block.buttons for block in reply.card.blocks if isinstance(block, Buttons | Line)]
        command = next(button.command for row in rows for button in row if button.label == label)
        return self.say(name, command)

    def text(self, name: str, text: str) -> str:
        return plain_text(self.say(name, text).card)

    def logged(self, line: str, name: str = "Tom") -> str:
        """What a line is answered once it is logged: at once, or by the press that is offered."""
        reply = self.say(name, line)
        asks = "Yes, log it" in plain_text(reply.card)
        return plain_text((self.press(reply, "Yes, log it", name) if asks else reply).card)

    def exchange(self, name: str) -> Callable[[Callable[[Exchange], T]], T]:
        """Reads as the member would: what is on record, with the names and the house that words are made of."""
        id_ = self.number(name)

        def read(work: Callable[[Exchange], T]) -> T:
            def reading(store: Store) -> T:
                member = store.members.one(id_)
                assert member is not None
                return work(Exchange(store, member, self.clock()))

            return self.database.read(self.organisation_id, reading)

        return read

    def tick(self) -> int:
        """Decides and sends what is due now; returns how many messages arrived."""
        decide_due(self.database, self.clock())
        return asyncio.run(send_due(self.database, {"local": accept}, self.clock))

    def inbox(self, name: str) -> list[Card]:
        return [notice.card for notice in self.app.inbox(self.organisation_id, self.number(name))]

    def forward(self, **delta: float) -> None:
        self.clock.at += timedelta(**delta)

    def recompute(self) -> int:
        return self.database.write(self.organisation_id, lambda store: store.recompute())

    def until(self, moment: datetime) -> None:
        """To that moment, with a tick at 07:31 UTC of each day between: half past eight in a London summer."""
        while self.clock.at < moment:
            self.clock.at = min(moment, self.clock.at.replace(hour=7, minute=31))
            self.tick()
            self.forward(days=1)
        self.clock.at = moment
        self.tick()
