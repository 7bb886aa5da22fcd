"""What it costs to start: the bot of one Slack workspace until it is ready, its memory beside what Bolt and SQLAlchemy take
by themselves, and `followthrough --version` beside a Python that reads its arguments and ends. No module of Teams is loaded.

It is ready when a first line would be answered at once. The first tick is in its memory, which is read once it rests.
"""

import os
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from benchmarks.figures import ABSOLUTE, Figure, over, shuffled
from benchmarks.planning import empty, migrated
from benchmarks.processes import ROOT, seconds_of
from benchmarks.team import SEALED_UNDER

_READY_SECONDS = 3.0
_RESTS_SECONDS = 1.5
_BARE = "import argparse; argparse.ArgumentParser(prog='bare').parse_args([])"
_BOLT = (
    "import sys, slack_bolt.async_app, sqlalchemy; print('Followthrough is ready', flush=True); sys.stdin.readline()"
)
# structlog loads rich where it finds it: our tools for development bring it, requirements/run.txt does not.
_COMMAND = "import sys; sys.modules['rich'] = None; sys.argv = ['followthrough', *sys.argv[1:]]; from adapters.cli.main import main; main()"
_OF_TEAMS = re.compile(rb"^import time:.*\| +((?:adapters\.teams|botbuilder|botframework|msrest)\b.*)$", re.MULTILINE)
_NAMES_OF_SETTINGS = {"adapters.teams", "adapters.teams.hosts", "adapters.teams.settings"}  # no code of Teams


def starting(rounds: int) -> list[Figure]:
    found = shuffled(rounds, {"version": _version, "bare": _bare})
    bots, bolt = [], []
    for _ in range(rounds):
        with _bot() as bot:
            bots.append((bot.seconds, *bot.rested()))
        with _ready([sys.executable, "-c", _BOLT], {}) as peer:
            bolt.append(peer.megabytes)
    ready, with_tick, ours = (list(one) for one in zip(*bots, strict=True))
    loaded = _modules_of_teams()
    assert not loaded, f"a bot of Slack alone loads {loaded}"
    return [
        Figure("start: until ready / 3 s", [one / _READY_SECONDS for one in ready], ABSOLUTE,
               note=f"{min(ready):.2f} s, with the first tick {min(with_tick):.2f} s"),
        Figure("start: memory / Bolt and SQLAlchemy", over(ours, bolt), 1.5, note=f"{ours[0]:.0f} / {bolt[0]:.0f} MB"),
        Figure("start: CPU of --version / bare Python", over(found["version"], found["bare"]), 3,
               note=f"{min(found['version']) * 1e3:.0f} / {min(found['bare']) * 1e3:.0f} ms"),
    ]  # fmt: skip


def _version(_: int) -> float:
    return _cpu([str(Path(sys.executable).parent / "followthrough"), "--version"])


def _bare(_: int) -> float:
    return _cpu([sys.executable, "-c", _BARE])


def _cpu(command: Sequence[str]) -> float:
    """Seconds of CPU that it took, to its end; the least of three, since nothing else of it varies."""
    return min(_cpu_once(command) for _ in range(3))


def _cpu_once(command: Sequence[str]) -> float:
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL)
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    assert process.returncode == 0
    return used.ru_utime + used.ru_stime


@dataclass(frozen=True)
class _Started:
    """A process that is ready: how much CPU it took until then. On an idle machine it takes hardly longer."""

    pid: int
    seconds: float

    @property
    def megabytes(self) -> float:
        pages = int(Path(f"/proc/{self.pid}/statm").read_text(encoding="ascii").split()[1])
        return pages * os.sysconf("SC_PAGESIZE") / 1024**2

    def rested(self) -> tuple[float, float]:
        """(seconds of CPU, MB resident) once it has done nothing for a while."""
        before, now = -1.0, seconds_of(self.pid)
        while now > before:
            time.sleep(_RESTS_SECONDS)
            before, now = now, seconds_of(self.pid)
        return now, self.megabytes


@contextmanager
def _bot(*options: str, errors: int | None = None) -> Iterator[_Started]:
    """As an operator sets it up for workspaces that connect themselves: nobody is asked at the start. The schema is there."""
    with empty() as url:
        migrated(url)
        settings = {
            "SLACK_SIGNING_SECRET": "none", "SLACK_CLIENT_ID": "1.2", "SLACK_CLIENT_SECRET": "none",
            "FOLLOWTHROUGH_PUBLIC_URL": "https://bench.example", "FOLLOWTHROUGH_SECRET_KEY": SEALED_UNDER,
            "FOLLOWTHROUGH_PORT": "0", "FOLLOWTHROUGH_DATABASE_URL": url,
        }  # fmt: skip
        with _ready([sys.executable, *options, "-c", _COMMAND, "run"], settings, errors) as measured:
            yield measured


@contextmanager
def _ready(command: Sequence[str], settings: dict[str, str], errors: int | None = None) -> Iterator[_Started]:
    own = {
        name: value for name, value in os.environ.items() if not name.startswith(("SLACK_", "TEAMS_", "FOLLOWTHROUGH_"))
    }
    with subprocess.Popen(
        command, cwd=ROOT, env=own | settings, text=True, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=errors
    ) as process:  # fmt: skip
        assert process.stdout
        said = process.stdout.readline()
        assert "is ready" in said, said
        yield _Started(process.pid, seconds_of(process.pid))
        process.terminate()


def _modules_of_teams() -> list[str]:
    """What is loaded of it besides the names of its settings."""
    with tempfile.TemporaryFile() as told:
        with _bot("-X", "importtime", errors=told.fileno()) as bot:
            bot.rested()
        told.seek(0)
        return sorted({name.decode().strip() for name in _OF_TEAMS.findall(told.read())} - _NAMES_OF_SETTINGS)
