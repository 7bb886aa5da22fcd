"""People who talk to a running bot at a rate, while everybody's morning list goes out; nobody waits, nothing is lost.

python -m tests.load.loading --seconds 20 --rate 100 --digests 2000 [--url postgresql+psycopg://…: an empty, migrated database]

The bot runs as it is started, in a process of its own; on PostgreSQL one answers and another decides and sends.
"""

import argparse
import math
import os
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path

from sqlalchemy import select, update

from benchmarks.driving import SECRET as SIGNED_WITH
from benchmarks.driving import Asked, at_rate, command
from bot.app import system_clock
from bot.store import Database, Store
from bot.store.tables import members, touches
from tests.crash.mornings import SECRET, Onlooker, add_people, add_workspace, circumstances
from tests.crash.smallslack import SmallSlack
from tests.slack.faults import Faults

ROOT = Path(__file__).parents[2]
P99 = 0.25  # seconds
AT_REST = (
    0.06  # seconds: above that at the 99th percentile, asked little and alone, a machine is busy with something else
)
TEAMS = 8  # five lists a second in each, as the sender paces them
_LEAD = 16.0  # seconds from the first look at the clock to the first list, in which the bot starts and is asked alone
_FIRST, _ALONE = (2, 5), (4, 25)  # seconds of it, actions a second
_MOST_SIGNED = 120  # seconds: a signature holds for five minutes
_FARTHEST = 12  # hours behind Greenwich
_PATIENCE = 120.0
_MEMORY = Path("/dev/shm")  # no test cuts the power, so none waits for a disk  # noqa: S108


@dataclass(frozen=True)
class Load:
    seconds: int = field(default_factory=lambda: int(os.environ.get("TRIAL_LOAD_SECONDS", "8")))
    rate: int = field(default_factory=lambda: int(os.environ.get("TRIAL_LOAD_RATE", "100")))
    digests: int = field(default_factory=lambda: int(os.environ.get("TRIAL_LOAD_DIGESTS", "320")))

    @property
    def is_strict(self) -> bool:
        """At a release: as it is said, wherever it is."""
        return "TRIAL_LOAD_SECONDS" in os.environ

    def rate_after(self, alone: list[float]) -> int:
        """Half of what would fill one core, one after another; a busy machine is asked a quarter of the rate at most."""
        if self.is_strict:
            return self.rate
        most = self.rate if p99(alone) < AT_REST else self.rate // 4
        return max(1, min(most, int(0.5 / _at(alone, 0.5))))

    @property
    def limit(self) -> float:
        """Seconds at the 99th percentile; beside other tests whatever is far from that is found."""
        return P99 if self.is_strict else 4 * P99


@dataclass(frozen=True)
class Outcome:
    load: Load
    alone: list[float]  # seconds of each answer while nothing else was done
    busy: list[float]
    lost: list[str]  # words that were answered and are not stored, and channels without their list
    doubled: list[str]
    unsent: int
    told: str


def played(url: str, load: Load) -> Outcome:
    """Raises WrongAnswer when anybody is not answered as they should be."""
    first = system_clock() + timedelta(seconds=_LEAD)  # the machine's own: it is a real bot
    people = _settle(url, load, first)
    began = time.monotonic()
    with ExitStack() as parts:
        slack = parts.enter_context(SmallSlack(Faults(), lambda: system_clock().timestamp()))
        port = parts.enter_context(_running(url, slack.url, parts.enter_context(tempfile.TemporaryDirectory())))
        words = _Words(people)
        at_rate(port, words.next(_FIRST[0] * _FIRST[1]), _FIRST[1])  # loads what reads and answers
        alone = at_rate(port, words.next(_ALONE[0] * _ALONE[1]), _ALONE[1])
        time.sleep(max(0.0, (first - system_clock()).total_seconds()))
        busy: list[float] = []
        rate = load.rate_after(alone)
        while (left := load.seconds * rate - len(busy)) > 0:
            busy += at_rate(port, words.next(min(left, _MOST_SIGNED * rate)), rate)
        after = len(slack.posts)
        unsent = _rest(url, slack, load.digests)
        lost = sorted({f"D{name}" for name in people} - slack.reached())
        doubled = slack.doubled()
    stored = _stored(url)
    lost += [word for word in words.said if not stored[word]]
    doubled += [word for word, times in stored.items() if times > 1]
    told = (
        f"{len(busy)} actions at {rate} a second, p50 {_at(busy, 0.5) * 1e3:.0f} ms, p99 {_at(busy, 0.99) * 1e3:.0f} ms, most {max(busy) * 1e3:.0f} ms "
        f"(alone: p50 {_at(alone, 0.5) * 1e3:.0f} ms, p99 {_at(alone, 0.99) * 1e3:.0f} ms); {after} of {load.digests} lists meanwhile, {len(slack.posts)} in all; "
        f"lost {lost[:5]}, doubled {doubled[:5]}, unsent {unsent}; {time.monotonic() - began:.0f} s; {url.partition(':')[0]}; {circumstances(0)}"
    )
    return Outcome(load, alone, busy, lost, doubled, unsent, told)


def _at(seconds: list[float], share: float) -> float:
    return sorted(seconds)[math.ceil(share * len(seconds)) - 1]


def p99(seconds: list[float]) -> float:
    return _at(seconds, 0.99)


def _settle(url: str, load: Load, first: datetime) -> list[str]:
    """So many people in some workspaces, where it is morning now; their hours come while they talk. Returns their names."""
    database = Database(url)
    zone = f"Etc/GMT{min(first.hour - 10, _FARTHEST):+d}"  # the sign is the other way round there: it is ten o'clock, or eleven
    over = timedelta(seconds=max(1, load.seconds - 15))
    named: list[str] = []
    for number in range(TEAMS):
        names = [f"{number}x{one}" for one in range(load.digests // TEAMS)]
        due = [first + over * one / len(names) for one in range(len(names))]
        organisation_id = add_workspace(database, f"T{number}")
        add_people(database, organisation_id, f"T{number}", names, due)
        database.write(organisation_id, lambda store: _give(store, zone, first))
        named += names
    database.close()
    return named


def _give(store: Store, zone: str, now: datetime) -> None:
    """A deal each, and every day a working day."""
    store.connection.execute(
        update(members)
        .where(members.c.organisation_id == store.organisation_id)
        .values(zone=zone, working_days=[*range(7)])
    )
    for member in store.members.all():
        act_id = store.acts.begin(member.id, now, "made")
        made = store.deals.create_many(act_id, now, now.date(), [{"owner_id": member.id, "company": "Acme"}])
        store.refresh(made, now.date())


@contextmanager
def _running(url: str, api: str, folder: str) -> Iterator[int]:
    """The port at which the bot answers."""
    environment = {
        **os.environ, "PYTHONPATH": str(ROOT), "FOLLOWTHROUGH_DATABASE_URL": url, "FOLLOWTHROUGH_PORT": "0", "FOLLOWTHROUGH_LOCAL": "0",
        "FOLLOWTHROUGH_SECRET_KEY": SECRET.ljust(32, "!"), "FOLLOWTHROUGH_PUBLIC_URL": "https://bot.example", "SLACK_SIGNING_SECRET": SIGNED_WITH,
        "SLACK_CLIENT_ID": "1.2", "SLACK_CLIENT_SECRET": "hush", "SLACK_API_URL": api,
    }  # fmt: skip
    roles = [()] if url.startswith("sqlite") else [("--role", "web"), ("--role", "worker")]
    started: list[subprocess.Popen[str]] = []
    try:
        for role in roles:
            command = [sys.executable, "-m", "tests.load.bot", "run", *role]
            started.append(subprocess.Popen(command, cwd=folder, env=environment, stdout=subprocess.PIPE, text=True))
        ready = [_ready(process) for process in started]
        yield int(ready[0].rpartition(":")[2])
    finally:
        for process in started:
            process.terminate()
        for process in started:
            process.wait(30)
            if process.stdout:
                process.stdout.close()


def _ready(process: "subprocess.Popen[str]") -> str:
    assert process.stdout
    line = process.stdout.readline().strip()
    assert "ready" in line, line
    return line


class _Words:
    """What people say, in turn: mostly calls that are kept, each with a word of its own."""

    def __init__(self, people: list[str]) -> None:
        self._people, self._count = people, 0
        self.said: list[str] = []

    def next(self, count: int) -> list[Asked]:
        asked = []
        for number in range(self._count, self._count + count):
            name = self._people[number % len(self._people)]
            who = {"user": f"U{name}", "team": f"T{name.partition('x')[0]}"}
            match number % 8:
                case 3:
                    asked.append(command("/followups", "", "text", **who))
                case 6:
                    asked.append(command("/whereweare", "Acme", "Acme", **who))
                case _:
                    self.said.append(f"word {number}")
                    asked.append(command("/logcall", f'Acme: they said "word {number}"', "Logged", **who))
        self._count += count
        return asked


def _rest(url: str, slack: SmallSlack, digests: int) -> int:
    """How many lists are not known as sent, once there was time enough."""
    until, onlooker = time.monotonic() + _PATIENCE, Onlooker(url)
    while time.monotonic() < until and (len(slack.reached()) < digests or onlooker.states().get("sent", 0) < digests):
        time.sleep(0.5)
    states = onlooker.states()
    onlooker.close()
    return sum(states.values()) - states.get("sent", 0)


def _stored(url: str) -> Counter[str]:
    """How often each word is kept, counted once the bot is gone."""
    database = Database(url)
    try:
        return database.survey(lambda operator: Counter(operator.connection.execute(select(touches.c.said)).scalars()))
    finally:
        database.close()


def main() -> int:
    given = argparse.ArgumentParser(description="Actions at a rate while lists go out.")
    given.add_argument("--seconds", type=int, default=20)
    given.add_argument("--rate", type=int, default=100)
    given.add_argument("--digests", type=int, default=2000)
    given.add_argument("--url", default="")
    said = given.parse_args()
    with tempfile.TemporaryDirectory(prefix="ft-load-", dir=_MEMORY if _MEMORY.is_dir() else None) as folder:
        url = said.url or f"sqlite:///{Path(folder) / 'load.sqlite3'}"
        database = Database(url)
        database.migrate()
        database.close()
        outcome = played(url, Load(said.seconds, said.rate, said.digests))
    print(outcome.told)
    return 0 if not outcome.lost and not outcome.doubled and not outcome.unsent and p99(outcome.busy) < P99 else 1


if __name__ == "__main__":
    sys.exit(main())
