"""Programs by other hands, run by Node on this machine. Missing, they fail in CI; elsewhere they skip, if they may."""

import json
import os
import queue
import shutil
import subprocess
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

HERE = Path(__file__).parent / "node"
PATIENCE = 20.0


def need(*packages: str, may_skip: bool = True) -> Path:
    """The folder of the installed packages, at the versions that the lock names."""
    missing = [] if shutil.which("node") else ["node"]
    missing += [name for name in packages if _installed(name) != _locked(name)]
    if not missing:
        return HERE / "node_modules"
    told = f"{', '.join(missing)} missing: install Node 20 and npm, then run `npm ci --prefix tests/slack/node`"
    if os.environ.get("CI") or not may_skip:
        pytest.fail(told)
    pytest.skip(told)


def _installed(name: str) -> str:
    described = HERE / "node_modules" / name / "package.json"
    return str(json.loads(described.read_text())["version"]) if described.exists() else ""


def _locked(name: str) -> str:
    lock = json.loads((HERE / "package-lock.json").read_text())
    return str(lock["packages"][f"node_modules/{name}"]["version"])


@dataclass
class Judge:
    """A running program that tells a line of JSON for each thing that happens to it."""

    process: "subprocess.Popen[str]"
    told: list[dict[str, Any]] = field(default_factory=list)
    _lines: "queue.Queue[str]" = field(default_factory=queue.Queue)

    def __post_init__(self) -> None:
        threading.Thread(target=self._read, daemon=True).start()

    def _read(self) -> None:
        for line in self.process.stdout or ():
            self._lines.put(line)
        self._lines.put("")

    def next(self, holds: Callable[[dict[str, Any]], bool] = lambda _: True) -> dict[str, Any]:
        """The next thing told for which that holds; those before it are in `told`."""
        while True:
            try:
                line = self._lines.get(timeout=PATIENCE)
            except queue.Empty:
                raise AssertionError(f"nothing more was told; so far {self.told}") from None
            assert line, f"it ended; so far {self.told}"
            self.told.append(json.loads(line))
            if holds(self.told[-1]):
                return self.told[-1]

    def say(self, line: str) -> None:
        assert self.process.stdin
        self.process.stdin.write(f"{line}\n")
        self.process.stdin.flush()


@contextmanager
def judge(script: str, *arguments: str) -> Iterator[Judge]:
    environment = {"PATH": os.environ["PATH"], "HOME": os.environ.get("HOME", "/")}
    command = ["node", str(HERE / script), *arguments]
    with subprocess.Popen(
        command, env=environment, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as process:
        try:
            yield Judge(process)
        finally:
            process.terminate()
            process.wait(10)
