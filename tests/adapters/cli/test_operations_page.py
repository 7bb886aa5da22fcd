"""docs/operations.md shows each command with what it really says: its scene is played here, line by line, and compared."""

import re
import shlex
import shutil
from itertools import zip_longest
from pathlib import Path

from click import Context

from adapters.cli.main import main
from tests.adapters.cli.operator import run
from tests.serving import ROOT

PAGE = (ROOT / "docs" / "operations.md").read_text(encoding="utf-8")
SCENE = PAGE.split("## Each command once\n")[1].split("\n## ")[0]
KEYS = {"FOLLOWTHROUGH_SECRET_KEY": "x" * 40, "SLACK_BOT_TOKEN": "", "TEAMS_APP_ID": ""}
CHANGING = (  # what is another one on each day and machine
    r"\b(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun) (?:\d{4}-\d\d-\d\d|\d+ \w+(?: \d{4})?)", r"\d{8}-\d{6}", r"\d{4}-\d\d-\d\d[T ]\d\d:\d\d(?::\d\d)?", r"\d\d:\d\d\b",
    r"\bcli:\d+", r"\d[\d,]* (?=bytes|GB|rows of)",
)  # fmt: skip


def fixed(line: str) -> str:
    for what in CHANGING:
        line = re.sub(what, "~", line)
    return re.sub(r" {2,}", "  ", line).rstrip()


def as_far_as(wanted: str, real: str) -> str:
    """The page leaves out the rest of a long line."""
    begins = wanted.removesuffix(" …")
    return wanted if wanted != begins and real.startswith(begins) else real


def shown() -> list[tuple[str, list[str]]]:
    """(what is typed, what stands below it) of the scene."""
    found: list[tuple[str, list[str]]] = []
    for line in SCENE.splitlines():
        if line.startswith("    $ followthrough "):
            found.append((line.removeprefix("    $ followthrough "), []))
        elif line.startswith("    ") and found:
            found[-1][1].append(line[4:])
    return found


def said(folder: Path, typed: str) -> list[str]:
    """As it says it in the bot's folder."""
    done = run(folder, *shlex.split(typed), **KEYS)
    return (done.stdout + done.stderr).replace(str(folder), "/var/lib/followthrough").splitlines()


def test_every_command_on_the_page_says_what_stands_there(folder):
    shutil.copy(ROOT / "docs" / "sample-deals.csv", folder)
    people = PAGE.split("    $ cat people.csv\n")[1].split("\n\n")[0]
    (folder / "people.csv").write_text("".join(f"{line.strip()}\n" for line in people.splitlines()))
    for typed, below in shown():
        real = list(map(fixed, said(folder, typed)))
        wanted = list(map(fixed, below))
        if "…" in wanted:  # the rest is left out on the page
            at = wanted.index("…")
            end = len(wanted) - at - 1
            real = [*real[:at], "…", *(real[-end:] if end else [])]
        assert [as_far_as(one, line) for one, line in zip_longest(wanted, real, fillvalue="")] == wanted, typed


def test_no_command_is_missing_on_the_page():
    names = set(main.list_commands(Context(main))) - {"run"}  # it does not end: its first line stands in part 4
    assert names - {typed.split()[0] for typed, below in shown() if below} == set()
    assert "    $ followthrough run --role web\n    Followthrough is ready" in PAGE
