"""Every transcript, played through the core on both databases. The same files are played through the page's HTTP."""

import os
from dataclasses import dataclass
from datetime import UTC, datetime

import pytest

from adapters.local.sample import create_team
from bot.app import App
from bot.store import Database
from scheduler.digests import decide_due
from scheduler.outbox import send_due
from tests.conversations.script import FOLDER, Stage, played, rewrite

TRANSCRIPTS = sorted(FOLDER.glob("*.txt"))


@dataclass
class Clock:
    at: datetime = datetime(2026, 2, 2, 9, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.at


async def accept(_address, _card) -> str:
    return "seen"


def core_stage(database: Database) -> Stage:
    import asyncio

    clock = Clock()
    organisation_id = create_team(database, clock())
    app = App(database, clock)
    members = {member.name.split()[0]: member.id for member in app.members(organisation_id)}

    def move_clock(to: datetime) -> None:
        clock.at = to.astimezone(UTC)
        decide_due(database, clock.at)
        asyncio.run(send_due(database, {"local": accept}, clock))

    return Stage(
        answer=app.answer,
        members=members,
        organisation_id=organisation_id,
        move_clock=move_clock,
        now=clock,
        next_digest_at=lambda: max(m.next_digest_at for m in app.members(organisation_id) if m.name.startswith("Tom")),
        inbox=lambda member_id: [notice.card for notice in app.inbox(organisation_id, member_id)],
    )


@pytest.mark.parametrize("path", TRANSCRIPTS, ids=[path.stem for path in TRANSCRIPTS])
def test_a_transcript_is_what_the_core_says(path, database):
    if os.environ.get("FOLLOWTHROUGH_REWRITE") and database.is_sqlite:
        rewrite(path, core_stage(database))
        pytest.fail("rewritten: read it, then run without FOLLOWTHROUGH_REWRITE")
    for step, said in played(path, core_stage(database)):
        assert said == step.expected, f"{path.name}: {step.action}"


def test_there_are_transcripts():
    assert len(TRANSCRIPTS) >= 8
