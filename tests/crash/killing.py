"""Workers that are killed at random instants while they send morning lists; the platform's receipts judge.

python -m tests.crash.killing --kills 200 --digests 2000 --seed 7 [--strategy plain_retry] [--url postgresql+psycopg://…]
"""

import argparse
import os
import random
import shutil
import sys
import tempfile
import time
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path

from bot.store import Database
from tests.crash.crew import Crew
from tests.crash.mornings import START, Onlooker, circumstances, settle
from tests.crash.smallslack import SmallSlack, Weather

_GIVEN = os.environ.get("TRIAL_KILLS")
# Two hundred together: three workers take longer to start than one.
KILLS = {"sqlite": int(_GIVEN or 140), "postgresql": int(_GIVEN or 60)}
_FEW = 14
TEAMS = 20
_OVER = 0.1  # seconds for each kill, over which hours come
_CALLS, _LONGEST = (
    50,
    3.0,
)  # a kill comes within so many calls of the workers; and seconds, should they make none: a slow one gets to its work
_PATIENCE = 120.0  # seconds for what is left once nobody is killed any more


@dataclass(frozen=True)
class Plan:
    kills: int = _FEW
    digests: int = 10 * _FEW
    strategy: str = "ours"
    faults: float = 0.06  # of the calls
    seed: int = field(default_factory=lambda: int(os.environ.get("TRIAL_SEED") or random.randrange(10**6)))


@dataclass(frozen=True)
class Verdict:
    plan: Plan
    lost: list[str]
    doubled: list[str]
    states: dict[str, int]
    told: str

    @property
    def is_kept(self) -> bool:
        """The promise: each list once. And the bot knows it of each."""
        return not self.lost and not self.doubled and self.states == {"sent": self.plan.digests}


def killed(url: str, plan: Plan) -> Verdict:
    """Plays the plan on an empty, migrated database and judges it."""
    rng = random.Random(plan.seed)
    database = Database(url)
    workers = 1 if database.is_sqlite else 3
    people = settle(database, TEAMS, plan.digests, timedelta(seconds=plan.kills * _OVER))
    database.close()
    zero, began = time.monotonic(), time.monotonic()
    weather = Weather(random.Random(plan.seed + 1), plan.faults)
    onlooker = Onlooker(url)
    with (
        tempfile.TemporaryFile("w+") as log,
        SmallSlack(weather, lambda: START.timestamp() + time.monotonic() - zero) as slack,
        Crew(log) as crew,
    ):
        job = {"url": url, "api": slack.url, "strategy": plan.strategy, "zero": zero}
        pids = [crew.start(**job) for _ in range(workers)]
        for _ in range(plan.kills):
            _wait(slack, rng)
            victim = rng.randrange(workers)
            crew.kill(pids[victim])
            pids[victim] = crew.start(**job)
        done = _rest(onlooker, zero)
        for pid in pids:
            crew.kill(pid)
        log.seek(0)
        errors = log.read()
    left = "" if done else f"; not done after {_PATIENCE:.0f} s"
    told = (
        f"{plan.strategy}: {plan.kills} kills, {plan.digests} digests, {len(slack.posts)} receipts, "
        f"{time.monotonic() - began:.1f} s{left}; {onlooker.version()}; {onlooker.states()}; calls {dict(slack.calls)}; "
        f"faults {dict(weather.seen)}; {circumstances(plan.seed)}\n{errors[-3000:]}"
    )
    states = onlooker.states()
    onlooker.close()
    return Verdict(plan, sorted(people - slack.reached()), slack.doubled(), states, told)


def _wait(slack: SmallSlack, rng: random.Random) -> None:
    """By calls, not by the clock: on a busy machine workers would be killed before they had done anything."""
    until, enough = time.monotonic() + _LONGEST, slack.calls.total() + rng.randrange(_CALLS)
    while slack.calls.total() < enough and time.monotonic() < until:
        time.sleep(0.002)
    time.sleep(rng.uniform(0, 0.01))


def _rest(onlooker: Onlooker, zero: float) -> bool:
    """Whether everything was decided and sent, once it is quiet."""
    until = time.monotonic() + _PATIENCE
    while time.monotonic() < until:
        if not onlooker.open(START + timedelta(seconds=time.monotonic() - zero)):
            return True
        time.sleep(0.2)
    return False


def main() -> int:
    given = argparse.ArgumentParser(description="Morning lists, and workers that are killed while they send them.")
    given.add_argument("--kills", type=int, default=_FEW)
    given.add_argument("--digests", type=int, default=10 * _FEW)
    given.add_argument("--strategy", default="ours")
    given.add_argument("--seed", type=int, default=random.randrange(10**6))
    given.add_argument("--url", default="", help="an empty database; a new SQLite file if none is given")
    said = given.parse_args()
    folder = Path(tempfile.mkdtemp(prefix="ft-kill-", dir="/dev/shm" if Path("/dev/shm").is_dir() else None))  # noqa: S108
    try:
        url = said.url or f"sqlite:///{folder / 'kill.sqlite3'}"
        database = Database(url)
        database.migrate()
        database.close()
        verdict = killed(url, Plan(said.kills, said.digests, said.strategy, seed=said.seed))
    finally:
        shutil.rmtree(folder)
    print(f"{len(verdict.lost)} lost, {len(verdict.doubled)} doubled; {verdict.told}")
    return 0 if verdict.is_kept else 1


if __name__ == "__main__":
    sys.exit(main())
