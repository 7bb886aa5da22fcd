"""Typed = pressed = filled in: each way leaves the same effects, and `undo` takes each of them back entirely."""

from dataclasses import asdict, is_dataclass

import pytest
from sqlalchemy import select

from bot.app import App
from bot.cards import Message
from bot.store import Store
from bot.store.refreshing import _DERIVED as DERIVED
from bot.store.tables import deals
from tests.conformance.stages import Stage
from tests.conformance.ways import WAYS
from tests.conversations.script import Play, shown, steps_in

_NUMBERS = {"id", "deal_id", "act_id", "commitment_id"}


@pytest.mark.parametrize("name", WAYS)
def test_typed_pressed_and_filled_in_are_the_same(name, stage):
    ways = WAYS[name]
    play = Play(stage)
    perform(play, ways.given)
    before = stored(stage)
    effects = []
    for way in (ways.typed, *ways.pressed, *ways.filled):
        marks = {who: newest_act(stage, who) for who in ("Tom", "Maria")}
        perform(play, way)
        effects.append((stored(stage), told(stage)))
        assert effects[-1][0] != before, f"{way} changed nothing"
        take_back(play, marks)
        if name == "undo":
            perform(play, ways.given.splitlines()[-1])
        assert stored(stage) == before, f"undo leaves something of {way}"
    assert len(effects) > 1
    assert all(effect == effects[0] for effect in effects)


def perform(play: Play, script: str) -> None:
    for step in steps_in(script):
        play.perform(step)


def newest_act(stage: Stage, who: str = "Tom") -> int:
    last = stage.database.read(stage.organisation_id, lambda store: store.acts.last_of(stage.members[who]))
    return last.id if last else 0


def take_back(play: Play, marks: dict[str, int]) -> None:
    for who, mark in marks.items():
        while newest_act(play.stage, who) > mark:
            perform(play, f"{who}> undo")


def stored(stage: Stage) -> dict:
    """What the store holds and derives, without numbers that only count."""
    return stage.database.write(stage.organisation_id, lambda store: _stored(store, stage))


def told(stage: Stage) -> list[list[str]]:
    """What the bot says of it to who sees everything, and the lists of those who have deals."""
    app = App(stage.database, stage.now)
    names = stage.database.read(stage.organisation_id, lambda store: store.deals.named(everybody(stage)))
    asked = [("Maria", f"{word} {name.id}") for name in names for word in ("where", "deal")]
    asked += [("Tom", "followups"), ("Lena", "followups"), ("Tom", "status")]
    answers = [app.answer(Message(stage.organisation_id, stage.members[who], line)) for who, line in asked]
    return sorted(shown(answer.card) for answer in answers)


def everybody(stage: Stage) -> frozenset[int]:
    return frozenset(stage.members.values())


def _stored(store: Store, stage: Stage) -> dict:
    names = store.deals.named(everybody(stage))
    store.refresh([name.id for name in names], stage.now().date())  # states are read against a day
    rows = store.deals.rows(
        select(deals).where(deals.c.organisation_id == stage.organisation_id, deals.c.hidden.is_(False))
    )
    derived = [{name: getattr(row, name) for name in DERIVED if name != "derived_on"} for row in rows]
    return {
        "histories": sorted((_plain(history) for history in store.history.many(n.id for n in names).values()), key=str),
        "derived": sorted(derived, key=str),
        "house": _plain(store.house.all()),
        "covers": [(c.member_id, c.by_id, c.ends_at) for c in store.covers.coming(everybody(stage), stage.now())],
        "members": [_plain(member) for member in store.members.all()],
    }


def _plain(value):
    """Dataclasses as dictionaries without numbers."""
    plain = asdict(value) if is_dataclass(value) else value
    if isinstance(plain, dict):
        return {name: _plain(one) for name, one in plain.items() if name not in _NUMBERS}
    return [_plain(one) for one in plain] if isinstance(plain, tuple | list) else plain
