"""Where the conformance suite is played: the core, and each platform that reaches it; on both databases.

A new platform adds one maker to STAGES and nothing else: every transcript and every way of doing then runs on it.
"""

import asyncio
from collections.abc import Callable, Iterable, Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from adapters.local.sample import create_team
from bot.app import App
from bot.cards import Card, Field, FieldKind, File, Form, Message, Reply
from bot.model import Member
from bot.store import Database
from bot.wire import card_from
from bot.worktime import next_list_at
from scheduler.digests import decide_due
from scheduler.outbox import send_due
from tests.serving import Client, served
from tests.team import Clock, accept

START = datetime(2026, 3, 12, 14, tzinfo=UTC)  # a Thursday


@dataclass(frozen=True)
class Stage:
    """What the suite needs of a place to play: say something, move the clock, read what arrived, look into the store."""

    answer: Callable[[Message], Reply]
    members: dict[str, int]
    organisation_id: int
    move_clock: Callable[[datetime], object]  # moves and ticks
    now: Callable[[], datetime]
    next_digest_at: Callable[[], datetime]
    inbox: Callable[[int], list[Card]]
    database: Database


@contextmanager
def core_stage(database: Database, start: datetime = START) -> Iterator[Stage]:
    clock = Clock(start)
    organisation_id = create_team(database, clock())
    app = App(database, clock)
    members = {member.name.split()[0]: member.id for member in app.members(organisation_id)}

    def move_clock(to: datetime) -> None:
        clock.at = to.astimezone(UTC)
        decide_due(database, clock.at)
        asyncio.run(send_due(database, {"local": accept}, clock))

    yield Stage(
        answer=app.answer, members=members, organisation_id=organisation_id, move_clock=move_clock, now=clock,
        next_digest_at=lambda: next_list_at(
            next(m for m in app.members(organisation_id) if m.id == members["Tom"]), clock()
        ),
        inbox=lambda member_id: [notice.card for notice in app.inbox(organisation_id, member_id)], database=database,
    )  # fmt: skip


@contextmanager
def page_stage(database: Database, start: datetime = START) -> Iterator[Stage]:
    """The local page, over real HTTP. Time passes on the machine: a clock that the page moves would be nobody's fault."""
    machine = Clock(start)

    def move_clock(to: datetime) -> None:
        machine.at = to
        page.post("/local/clock", {"to": to.isoformat()})  # to where it is already: looked at once

    with served(database, start, machine=machine) as page:
        told = page.get("/local/members")[1]["members"]
        yield Stage(
            answer=lambda message: _over_http(page, message),
            members={member["name"].split()[0]: member["id"] for member in told},
            organisation_id=1,
            move_clock=move_clock,
            now=lambda: datetime.fromisoformat(page.get("/local/members")[1]["now"]),
            next_digest_at=lambda: _next_digest_at(page),
            inbox=lambda id_: [card_from(dm["card"]) for dm in page.get(f"/local/dms?member={id_}")[1]["dms"]],
            database=database,
        )


def stage_of(bot: Any, answer: Callable[[Message], Reply], members: Iterable[Member], organisation_id: int) -> Stage:
    """A platform whose bot runs whole; `answer` does there what a message says."""

    def move_clock(to: datetime) -> None:
        bot.at = to.astimezone(UTC)
        bot.tick()

    def next_digest_at() -> datetime:
        tom = next(m for m in bot.app.members(organisation_id) if m.name.startswith("Tom"))
        return next_list_at(tom, bot.clock())

    return Stage(
        answer=answer, members={m.name.split()[0]: m.id for m in members}, organisation_id=organisation_id,
        move_clock=move_clock, now=bot.clock, next_digest_at=next_digest_at,
        inbox=lambda id_: [notice.card for notice in bot.app.inbox(organisation_id, id_)], database=bot.app.database,
    )  # fmt: skip


def _over_http(page: Client, message: Message) -> Reply:
    way = (
        {"form": message.text, "fields": dict(message.fields)} if message.fields is not None else {"text": message.text}
    )
    body = {"member": message.member_id, "key": message.key, "pressed_on": message.pressed_on, **way}
    status, told = page.post("/local/message", body)
    assert status == 200, told
    return Reply(
        card_from(told["card"]), _form(told["form"]), told["replaces"], File(**told["file"]) if told["file"] else None
    )


def _form(told: dict | None) -> Form | None:
    if told is None:
        return None
    fields = tuple(
        Field(**{**field, "kind": FieldKind(field["kind"]), "options": tuple(map(tuple, field["options"]))})
        for field in told["fields"]
    )
    return Form(**{**told, "fields": fields})


def _next_digest_at(page: Client) -> datetime:
    members = page.get("/local/members")[1]["members"]
    return datetime.fromisoformat(next(m["next_digest_at"] for m in members if m["name"].startswith("Tom")))


# name -> (the fixture of its database's address, its maker)
STAGES: dict[str, tuple[str, Callable[[Database, datetime], AbstractContextManager[Stage]]]] = {
    "core-sqlite": ("sqlite_url", core_stage),
    "page": ("sqlite_url", page_stage),
}
