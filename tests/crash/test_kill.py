"""Promise 1 of the README: what was answered is stored, whatever moment the process is killed at."""

import os
import random
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from bot.model import Role

KILLS = 14
ZYGOTE = Path(__file__).with_name("zygote.py")


@pytest.mark.timeout(900)  # many rounds; a busy machine is no failure
def test_kill_nine_loses_nothing_that_was_answered(database):
    """Kills at random moments, on each database; the seed is printed so that a failure can be repeated."""
    seed = random.SystemRandom().randrange(10**6)
    print(f"seed {seed}")
    chance = random.Random(seed)
    organisation_id = database.operate(lambda operator: operator.create_organisation("Northlight"))
    member_id = database.write(
        organisation_id, lambda store: store.members.add(name="Tom", role=Role.rep, zone="Europe/London")
    )
    url = database.url
    database.close()
    answered = _kill_repeatedly(url, organisation_id, member_id, chance)
    assert len(answered) > KILLS  # it has to have been busy, else nothing was proved
    stored = _stored_words(url, organisation_id)
    assert not answered - stored, f"lost: {sorted(answered - stored)[:5]} (seed {seed})"


def _kill_repeatedly(url: str, organisation_id: int, member_id: int, chance: random.Random) -> set[str]:
    answered: set[str] = set()
    command = [sys.executable, str(ZYGOTE), url, str(organisation_id), str(member_id)]
    environment = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])}
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=environment, text=True) as zygote:
        for run in range(KILLS):
            print(run, file=zygote.stdin, flush=True)
            pid = 0
            patience = chance.randrange(1, 25)  # answers to wait for before the kill: from the first to well under way
            while (line := zygote.stdout.readline().strip()) != "gone":
                assert line, "the bot ended by itself"
                if line.startswith("pid "):
                    pid = int(line.split()[1])
                else:
                    answered.add(line)
                    patience -= 1
                if patience <= 0 and pid:
                    os.kill(pid, signal.SIGKILL)
                    patience = 10**9
        zygote.stdin.close()
    return answered


def _stored_words(url: str, organisation_id: int) -> set[str]:
    from bot.store import Database

    database = Database(url)
    try:
        owners = frozenset(database.read(organisation_id, lambda s: [m.id for m in s.members.all()]))
        names = database.read(organisation_id, lambda s: s.deals.named(owners))
        histories = database.read(organisation_id, lambda s: s.history.many([name.id for name in names]))
    finally:
        database.close()
    said = {touch.said.removeprefix("quote ") for history in histories.values() for touch in history.touches}
    titled = {name.company.removeprefix("Deal ") for name in names}
    return said & titled
