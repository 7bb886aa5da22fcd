"""Typed = pressed = filled in: each way leaves the same effects, and `undo` takes each of them back entirely."""

from dataclasses import asdict, is_dataclass

import pytest
from sqlalchemy import select

from bot.store.refreshing import _DERIVED as DERIVED
from bot.store.tables import deals
from tests.conformance.stages import Stage
from tests.conformance.ways import WAYS
from tests.conversations.script import Play, steps_in

_NUMBERS = {"id", "deal_id", "act_id", "commitment_id"}


@pytest.mark.parametrize("name", WAYS)
def test_typed_pressed_and_filled_in_are_the_same(name, stage):
    ways = WAYS[name]
    play = Play(stage)
    perform(play, ways.given)
    before = snapshot(stage)
    effects = []
    for way in (ways.typed, *ways.pressed, *ways.filled):
        mark = newest_act(stage)
        perform(play, way)
        effects.append(snapshot(stage))
        assert effects[-1] != before, f"{way} changed nothing"
        take_back(play, mark)
        assert name == "undo" or snapshot(stage) == before, f"undo leaves something of {way}"
        if name == "undo":
            perform(play, ways.given.splitlines()[-1])
    assert len(effects) > 1
    assert all(effect == effects[0] for effect in effects)


def perform(play: Play, script: str) -> None:
    for step in steps_in(script):
        play.perform(step)


def newest_act(stage: Stage) -> int:
    last = stage.database.read(stage.organisation_id, lambda store: store.acts.last_of(stage.members["Tom"]))
    return last.id if last else 0


def take_back(play: Play, mark: int) -> None:
    while newest_act(play.stage) > mark:
        perform(play, "Tom> undo")


def snapshot(stage: Stage) -> dict:
    """What the store derives and what the bot says of it, without numbers that only count."""
    stored = stage.database.read(stage.organisation_id, lambda store: _stored(store, stage))
    watcher = Play(stage)
    ids = stage.database.read(stage.organisation_id, lambda store: [n.id for n in store.deals.named(everybody(stage))])
    said = {
        line: said_to(watcher, line)
        for line in ["Tom> followups", "Lena> followups", "Tom> upcoming", "Tom> deals"]
    }  # fmt: skip
    told = [said_to(watcher, f"Maria> {word} {id_}") for id_ in ids for word in ("where", "deal")]
    return {**stored, **said, "told": sorted(told)}


def said_to(watcher: Play, line: str) -> list[str]:
    return watcher.perform(steps_in(line)[0])


def everybody(stage: Stage) -> frozenset[int]:
    return frozenset(stage.members.values())


def _stored(store, stage: Stage) -> dict:
    names = store.deals.named(everybody(stage))
    histories = [_plain(store.history.of(name.id)) for name in names]
    rows = store.acts.rows(select(deals).where(deals.c.organisation_id == stage.organisation_id, deals.c.hidden.is_(False)))
    derived = [{name: getattr(row, name) for name in DERIVED if name != "derived_on"} for row in rows]
    return {
        "histories": sorted(histories, key=str),
        "derived": sorted(derived, key=str),
        "members": [_plain(member) for member in store.members.all()],
    }


def _plain(value):
    """Dataclasses as dictionaries without numbers."""
    plain = asdict(value) if is_dataclass(value) else value
    if isinstance(plain, dict):
        return {name: _plain(one) for name, one in plain.items() if name not in _NUMBERS}
    return [_plain(one) for one in plain] if isinstance(plain, tuple | list) else plain
