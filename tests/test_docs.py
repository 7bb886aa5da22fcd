"""What is written is true: commands are documented, settings named, and no path or package index slips in."""

import re
import subprocess
from pathlib import Path

from click import Context

from adapters.cli.main import main
from adapters.cli.settings import Settings
from adapters.cli.wrong_settings import public_name
from bot.commands import HELP, Nonsense, command_from
from tests.adapters.cli.operator import run

ROOT = Path(__file__).parents[1]
COMMANDS = (ROOT / "docs" / "commands.md").read_text(encoding="utf-8")
README = (ROOT / "README.md").read_text(encoding="utf-8")


def test_every_command_is_documented_and_every_documented_one_works():
    table = COMMANDS.split("## For the operator")[0]
    rows = [row for row in table.splitlines() if row.startswith("| `")]
    typed = [line for row in rows for line in re.findall(r"`([^`]+)`", row.split("|")[1])]
    assert [line for line in typed if isinstance(command_from(line), Nonsense)] == []
    assert [word for word in HELP if word not in table] == []
    assert [row.example for row in HELP.values() if isinstance(command_from(row.example), Nonsense)] == []


def test_every_operator_command_is_documented():
    assert [name for name in main.list_commands(Context(main)) if f"`followthrough {name}" not in COMMANDS] == []


def test_the_readme_begins_with_the_two_commands_and_names_the_settings():
    assert README.splitlines()[2].startswith("    make run")
    assert README.splitlines()[3].startswith("    make test")
    assert [name for name in map(public_name, Settings.model_fields) if f"`{name}`" not in README] == []


def test_links_and_pictures_exist():
    for page in [ROOT / "README.md", *(ROOT / "docs").glob("*.md")]:
        for target in re.findall(r"\]\(([^)#:]+)\)", page.read_text(encoding="utf-8")):
            assert (page.parent / target).exists(), f"{page.name}: {target}"


def test_no_file_names_a_package_index_or_a_home_folder():
    tracked = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=True).stdout.split()
    wrong = re.compile(r"index-url|pypi\.org/simple|find-links|(?<![\w.])/(?:root|work)/")
    allowed = {"Makefile", "tests/test_docs.py"}
    for name in tracked:
        path = ROOT / name
        if name not in allowed and path.suffix not in {".png", ".csv"}:
            found = [
                line
                for line in path.read_text(encoding="utf-8").splitlines()
                if wrong.search(line) and "--no-emit" not in line
            ]
            assert found == [], name


def test_the_settings_of_a_server_start_as_they_are_printed(monkeypatch, tmp_path):
    """As systemd reads them: a line with a # further on has it in its value."""
    part = (ROOT / "docs" / "operations.md").read_text(encoding="utf-8").split("## 3. Settings")[1].split("\n\n")[2]
    lines = [line.strip() for line in part.splitlines() if not line.strip().startswith("#")]
    assert [line for line in lines if "#" in line] == []
    for name, value in (line.split("=", 1) for line in lines):
        monkeypatch.setenv(name, value.replace("…", "x" * 40))
    monkeypatch.chdir(tmp_path)
    settings = Settings()
    assert (settings.has_slack, settings.has_page, settings.port) == (True, False, 3000)


def test_the_sample_file_is_one_that_an_import_knows(tmp_path):
    done = run(tmp_path, "import", str(ROOT / "docs" / "sample-deals.csv"), "--dry-run")
    assert (done.returncode, "10 created" in done.stdout, "unknown owner" in done.stdout) == (0, True, False), (
        done.stdout
    )
