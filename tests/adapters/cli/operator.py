"""An operator's command: as a process of its own, or, where only what it says and does is asked, in this one."""

import os
import subprocess
import sys
from contextlib import chdir
from pathlib import Path

import structlog
from click.testing import CliRunner

from adapters.cli.main import main
from tests.forking import finished
from tests.serving import ROOT


def process(folder: Path, *arguments: str, **settings: str) -> subprocess.CompletedProcess[str]:
    return finished(folder, arguments, {**os.environ, **settings})


def anew(folder: Path, *arguments: str, **settings: str) -> subprocess.CompletedProcess[str]:
    """With its imports, as an operator starts it."""
    environment = {**os.environ, "PYTHONPATH": str(ROOT), **settings}
    command = [sys.executable, "-m", "adapters.cli.main", *arguments]
    return subprocess.run(
        command, cwd=folder, env=environment, capture_output=True, text=True, timeout=120, check=False
    )


def run(folder: Path, *arguments: str, **settings: str) -> subprocess.CompletedProcess[str]:
    """The same in this process: it takes a tenth of the time."""
    with chdir(folder):
        return run_here(*arguments, **settings)


def run_here(*arguments: str, **settings: str) -> subprocess.CompletedProcess[str]:
    """In the folder in which this process is."""
    try:
        done = CliRunner().invoke(main, arguments, env=settings, prog_name="followthrough", catch_exceptions=False)
    finally:
        structlog.reset_defaults()  # the command's log ends with it
    return subprocess.CompletedProcess(arguments, done.exit_code, done.stdout, done.stderr)
