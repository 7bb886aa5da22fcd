"""Killed before and after each commit and each call of one delivery, on three kinds of platform: one list all the same.

The moments are not written down here: a worker that is let live tells them, so a new commit or call is tried as well.
"""

import json
import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from bot.store import Database
from tests.crash.crew import Crew
from tests.crash.mornings import START, Onlooker, add_people, add_workspace
from tests.crash.smallslack import SmallSlack
from tests.slack.faults import PASS, Fault, Faults, drop, server_error

_LOOK_BACK, _LEASE_IS_OVER, _APART = timedelta(seconds=61), timedelta(seconds=91), timedelta(minutes=6)
_PEOPLE = 60
KINDS = {"fine": PASS, "taken, and no answer": server_error(500, after=True), "not taken": drop(after=False)}
# Where the most is in doubt; `make test-release PART=points` tries every kind.
ASKED = KINDS if "TRIAL_KILLS" in os.environ else ["taken, and no answer"]


class Scene:
    """One person after another, each with a list of their own, some minutes apart."""

    def __init__(self, url: str, crew: Crew) -> None:
        self.url, self.crew, self.onlooker = url, crew, Onlooker(url)
        self.at, self.number, self.faults = START, 0, Faults()
        self.slack = SmallSlack(self.faults, self._now)
        names = [str(number) for number in range(1, _PEOPLE)]
        database = Database(url)
        due = [START + _APART * number for number in range(1, _PEOPLE)]
        add_people(database, add_workspace(database, "T1"), "T1", names, due)
        database.close()

    def _now(self) -> float:
        return self.at.timestamp()

    def begin(self, fault: Fault) -> None:
        self.number += 1
        assert self.number < _PEOPLE
        self.at = START + _APART * self.number
        self.faults.clear()
        self.faults.script("chat.postMessage", fault)

    def run(self, moments: Sequence[datetime], die: str | None = None) -> list[str]:
        """What the worker said: its steps, or the one it died at."""
        self.crew.said.clear()
        given = [moment.isoformat() for moment in moments]
        self.crew.wait(self.crew.start(url=self.url, api=self.slack.url, moments=given, die=die))
        return list(self.crew.said)

    def sent(self) -> int:
        return sum(post.channel == f"D{self.number}" for post in self.slack.posts)

    def recover(self) -> None:
        """A worker that lives: after each lease and each look-back that may be owed."""
        self.run([self.at + _LEASE_IS_OVER * number for number in (1, 2, 3)])
        self.at += 3 * _LEASE_IS_OVER


@contextmanager
def _scene(url: str, folder: Path) -> Iterator[Scene]:
    with (folder / "errors.txt").open("w") as log, Crew(log) as crew:
        made = Scene(url, crew)
        with made.slack:
            yield made
        made.onlooker.close()


def _steps(scene: Scene, fault: Fault) -> list[str]:
    """Of a worker that lives: the tick at the hour, and the one that looks back."""
    scene.begin(fault)
    said = scene.run([scene.at, scene.at + _LOOK_BACK])
    scene.at += _LOOK_BACK
    (told,) = (line.removeprefix("steps ") for line in said if line.startswith("steps "))
    assert scene.sent() == 1
    steps: list[str] = json.loads(told)
    return steps


@pytest.mark.timeout(600)
@pytest.mark.parametrize("kind", ASKED)
def test_whatever_moment_a_worker_dies_at_the_list_comes_once(sqlite_url, tmp_path, kind):
    with _scene(sqlite_url, tmp_path) as scene:
        _dies_at_each_moment(scene, kind)


@pytest.mark.timeout(600)
@pytest.mark.parametrize("kind", ASKED)
def test_and_on_postgres(kind, postgres_url, tmp_path):
    with _scene(postgres_url, tmp_path) as scene:
        _dies_at_each_moment(scene, kind)


def _dies_at_each_moment(scene: Scene, kind: str) -> None:
    _steps(scene, KINDS[kind])  # the first of a database has more to do than the others: it does not count
    steps = _steps(scene, KINDS[kind])
    assert len(steps) >= 16
    needed = {"before a commit", "after a commit", "before users.info", "after chat.postMessage"}
    needed |= {"before conversations.history"} if kind != "fine" else set()
    assert needed <= {step.rpartition(" ")[0] for step in steps}
    for die in steps:
        scene.begin(KINDS[kind])
        said = scene.run([scene.at, scene.at + _LOOK_BACK], die)
        scene.at += _LOOK_BACK
        scene.recover()
        where = f"died at step {die}, of {steps}; the platform: {kind}"
        assert f"died {die}" in said, where
        assert scene.sent() == 1, where
        assert scene.onlooker.open(scene.at) == 0, where
    assert scene.onlooker.states() == {"sent": len(steps) + 2}
