"""What operators install by: as far as a machine without a container engine can tell. What was done by hand: docs/operations.md."""

import json
import os
import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
from sqlalchemy import make_url

from adapters.metrics import told
from bot.tally import Tally
from deploy.audit import CLEAN, FOUND, NOT_AUDITED, judged, pinned, written
from deploy.licences import packages, stated
from tests.team import Team

ROOT = Path(__file__).parents[1]
DEPLOY, OPERATIONS = ROOT / "deploy", ROOT / "docs" / "operations"
CONTAINER = (DEPLOY / "Containerfile").read_text(encoding="utf-8")
LOCK = (ROOT / "requirements" / "run.txt").read_text(encoding="utf-8")
UNITS = (
    "followthrough.service",
    "followthrough@.service",
    "followthrough-backup.service",
    "followthrough-backup-postgres.service",
)
BAD = {
    "dependencies": [
        {"name": "jinja2", "version": "2.4.1", "vulns": [{"id": "CVE-2014-1402", "fix_versions": ["2.7.2"]}]}
    ]
}


def copied() -> list[str]:
    lines = re.findall(r"^COPY (?!--from)(.+) \S+$", CONTAINER, re.MULTILINE)
    return [name for line in lines for name in line.split()]


def test_every_source_that_is_copied_exists_and_gets_to_the_builder():
    let_through = re.findall(r"^!(.+)$", (ROOT / ".dockerignore").read_text(encoding="utf-8"), re.MULTILINE)
    assert [name for name in copied() if not (ROOT / name).exists()] == []
    assert sorted(copied()) == sorted(let_through)


def test_a_release_packs_the_bot_alone():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    assert project["tool"]["setuptools"]["packages"]["find"] == {"include": ["bot*", "adapters*", "scheduler*"]}


def test_what_is_copied_is_enough_to_build_and_to_say_its_version(tmp_path):
    """The steps of the first stage in a folder that holds nothing else; the packages are those of this environment."""

    for name in copied():
        source, to = ROOT / name, tmp_path / name
        to.parent.mkdir(parents=True, exist_ok=True)
        shutil.copytree(source, to, ignore=shutil.ignore_patterns("__pycache__")) if source.is_dir() else shutil.copy(
            source, to
        )
    said = subprocess.run(
        [sys.executable, "-c", "import sys; sys.argv[1:] = ['--version']; from adapters.cli.entry import main; main()"],
        cwd=tmp_path, env={"PYTHONPATH": str(tmp_path)}, capture_output=True, text=True, check=True,
    )  # fmt: skip
    assert said.stdout.startswith("followthrough, version ")
    assert 'ENTRYPOINT ["/opt/followthrough/bin/followthrough"]' in CONTAINER


def test_the_container_runs_as_nobody_and_says_how_it_is():
    last = CONTAINER.split("\nFROM ")[-1]
    assert last.index("USER 10001") < last.index("ENTRYPOINT")
    assert "HEALTHCHECK" in last
    assert "FOLLOWTHROUGH_LOCAL=0" in last
    assert not re.search(r"secret|token|password", CONTAINER, re.IGNORECASE)


@pytest.mark.skipif(not shutil.which("systemd-analyze"), reason="systemd-analyze is not here")
@pytest.mark.parametrize("unit", UNITS)
def test_the_unit_is_read_without_a_complaint_and_exposes_little(unit, tmp_path):
    text = (DEPLOY / unit).read_text(encoding="utf-8")
    there = tmp_path / unit.replace("@", "@web")
    there.write_text(text.replace("/opt/followthrough/bin/followthrough", shutil.which("true") or ""), encoding="utf-8")
    verified = subprocess.run(["systemd-analyze", "verify", str(there)], capture_output=True, text=True, check=False)
    assert (verified.returncode, verified.stderr) == (0, "")
    secured = subprocess.run(
        ["systemd-analyze", "security", "--offline=true", "--threshold=15", "--no-pager", str(there)], capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert secured.returncode == 0, secured.stdout[-300:]


@pytest.mark.skipif(not shutil.which("systemd-analyze"), reason="systemd-analyze is not here")
@pytest.mark.parametrize("copy", ["followthrough-backup", "followthrough-backup-postgres"])
def test_the_timer_starts_the_copy_each_night(copy, tmp_path):
    for name in (f"{copy}.timer", f"{copy}.service"):
        text = (DEPLOY / name).read_text(encoding="utf-8")
        there = text.replace("/opt/followthrough/bin/followthrough", shutil.which("true") or "")
        (tmp_path / name).write_text(there, encoding="utf-8")
    timer = tmp_path / f"{copy}.timer"
    verified = subprocess.run(["systemd-analyze", "verify", str(timer)], capture_output=True, text=True, check=False)
    assert (verified.returncode, verified.stderr) == (0, "")
    at = re.search("OnCalendar=(.+)", timer.read_text(encoding="utf-8"))[1]
    told = subprocess.run(["systemd-analyze", "calendar", at], capture_output=True, text=True, check=False)
    assert told.returncode == 0, told.stderr


def line_of(unit: str, copies: Path) -> str:
    """What the unit gives to a shell, with the folders of a test."""
    line = re.search("ExecStart=/bin/sh -c '(.+)'", (DEPLOY / unit).read_text("utf-8"))[1]
    command = f"{sys.executable} -m adapters.cli.main"
    line = line.replace("%%", "%").replace("$$", "$").replace("/opt/followthrough/bin/followthrough", command)
    copies.mkdir()
    return line.replace("/var/lib/followthrough-backups", str(copies))


def run(line: str, folder: Path, environment: dict[str, str]) -> "subprocess.CompletedProcess[str]":
    return subprocess.run(
        ["/bin/sh", "-c", line], cwd=folder, env=environment, capture_output=True, text=True, check=False
    )


def test_what_the_timer_starts_makes_a_copy_for_each_day_of_the_week(tmp_path):
    """A week later it takes the place of the older one."""
    line = line_of("followthrough-backup.service", tmp_path / "copies")
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    made = [
        sys.executable,
        "-c",
        "from bot.store import Database; Database('sqlite:///data/followthrough.sqlite3').migrate()",
    ]
    (tmp_path / "data").mkdir()
    subprocess.run(made, cwd=tmp_path, env=environment, check=True)
    for _ in range(2):
        done = run(line, tmp_path, environment)
        assert (done.returncode, "checked" in done.stdout) == (0, True), done.stderr
    assert [len(path.name) for path in (tmp_path / "copies").iterdir()] == [len("1.sqlite3")]


def test_so_does_the_one_of_postgresql_and_puts_it_down(postgres_url, open_database, tmp_path):
    """By what its settings file names: no address and no password in the list of processes."""
    tools = pytest.importorskip("pgserver")._commands.POSTGRES_BIN_PATH
    if not (tools / "pg_dump").exists():
        pytest.skip("this PostgreSQL has no pg_dump")
    unit = (DEPLOY / "followthrough-backup-postgres.service").read_text("utf-8")
    line = line_of("followthrough-backup-postgres.service", tmp_path / "copies")
    team, at = Team(open_database(postgres_url)), make_url(postgres_url)
    team.say("Tom", "new Zebra, stripes")
    environment = {
        **os.environ, "PYTHONPATH": str(ROOT), "FOLLOWTHROUGH_DATABASE_URL": postgres_url, "FOLLOWTHROUGH_SECRET_KEY": "k" * 32,
        "PATH": f"{tools}:{os.environ['PATH']}", "PGHOST": str(at.query.get("host") or at.host or ""), "PGPORT": str(at.port or ""), "PGDATABASE": at.database or "",
        "PGUSER": at.username or "", "PGPASSWORD": at.password or "", "PGOPTIONS": re.search('"PGOPTIONS=(.+)"', unit)[1],
    }  # fmt: skip
    for _ in range(2):
        done = run(line, tmp_path, environment)
        assert (done.returncode, "put down as a copy" in done.stdout) == (0, True), done.stderr
    (made,) = (tmp_path / "copies").iterdir()
    rows = subprocess.run(
        [tools / "pg_restore", "--data-only", "--table=deals", "--file=-", str(made)],
        capture_output=True, text=True, check=True,
    ).stdout  # fmt: skip
    assert "Zebra" in rows
    broken = run(line, tmp_path, {**environment, "PGDATABASE": "nowhere"})
    assert broken.returncode != 0
    assert made.exists(), "the older copy stays"


@pytest.mark.parametrize("proxy", ["Caddyfile", "nginx.conf"])
def test_a_proxy_lets_through_what_platforms_call_and_nothing_else(proxy):
    text = (DEPLOY / proxy).read_text(encoding="utf-8")
    rules = "\n".join(line for line in text.splitlines() if not line.strip().startswith("#"))
    for path in ("events", "install", "oauth_redirect", "api/messages", "admin"):
        assert path in rules
    for path in ("metrics", "healthz", "readyz"):
        assert path not in rules
    assert "404" in rules
    assert "Strict-Transport-Security" in rules
    assert re.findall(r"^\s*(?:log|access_log)\b.*", rules, re.MULTILINE) == (
        ["    access_log off;  # addresses carry one-time codes"] if proxy == "nginx.conf" else []
    )
    in_the_clear = rules.partition("listen 80;")[2]  # Caddy sends to https by itself
    assert ("return 301 https://" in in_the_clear) == (proxy == "nginx.conf")
    assert ("ssl_protocols TLSv1.2 TLSv1.3;" in rules) == (proxy == "nginx.conf")


def test_alerts_and_dashboard_ask_only_for_what_is_told(sqlite_url, open_database):
    team = Team(open_database(sqlite_url))
    tally = Tally()
    tally.took("reading_seconds", 0.1)
    tally.took("answering_seconds", 0.1)
    tally.add("inbound", platform="slack", outcome="accepted")
    tally.add("messages_repeated", platform="teams")
    team.tick()
    known = set(re.findall(r"^# TYPE (\w+)", told(team.database, team.clock(), tally), re.MULTILINE))
    known |= {"followthrough_messages", "followthrough_digests"}
    alerts = (OPERATIONS / "alerts.yaml").read_text(encoding="utf-8")
    panels = json.loads((OPERATIONS / "dashboard.json").read_text(encoding="utf-8"))["panels"]
    asked = alerts + " ".join(target["expr"] for panel in panels for target in panel["targets"])
    names = {re.sub(r"_(bucket|sum|count)$", "", name) for name in re.findall(r"followthrough_\w+", asked)}
    assert names - known == set()
    assert {
        "followthrough_unknown_deliveries",
        "followthrough_lease_overlap_total",
        "followthrough_digest_duplicate_blocked_total",
    } <= names


def test_a_release_is_audited_and_says_so_where_nobody_could_be_asked():
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    assert re.search(r"^release: .*\baudit\b", makefile, re.MULTILINE)
    nowhere = {**os.environ, "PIP_INDEX_URL": "http://127.0.0.1:9/", "PIP_RETRIES": "0", "PIP_CACHE_DIR": "/dev/null"}
    done = subprocess.run(
        ["make", "audit", "AUDIT=/dev/null/none", f"PYTHON={shutil.which('true')}"],
        cwd=ROOT, env=nowhere, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode != 0
    assert "NOT AUDITED: the tools that ask could not be installed." in done.stdout


def test_without_an_sbom_nothing_is_clean(tmp_path):
    is_written, told = written(tmp_path / "none.txt", tmp_path / "build" / "sbom.json")
    assert (is_written, told.startswith("SBOM: not written")) == (False, True)


def test_nothing_is_called_clean_that_nobody_audited():
    lock = frozenset({"aiohttp", "jinja2"})
    fine = {
        "dependencies": [
            {"name": "aiohttp", "version": "3", "vulns": []},
            {"name": "Jinja2", "version": "3", "vulns": []},
        ]
    }
    empty = {"dependencies": [{"name": "jinja2", "version": "2.4.1", "vulns": []}]}
    skipped = {"dependencies": [fine["dependencies"][0], {"name": "jinja2", "skip_reason": "not found"}]}
    assert judged(BAD, fine, lock) == (CLEAN, ["Audited 2 packages: nothing is known against them today."])
    for bad, report in (
        (None, None),
        (empty, fine),
        (None, fine),
        (BAD, None),
        (BAD, skipped),
        (BAD, empty),
        (BAD, {}),
    ):
        code, lines = judged(bad, report, lock)
        assert code == NOT_AUDITED
        assert lines[0].startswith("NOT AUDITED")
        assert "clean" not in " ".join(lines).lower()
    code, lines = judged(None, BAD, lock)
    assert (code, lines[1]) == (FOUND, "jinja2 2.4.1: CVE-2014-1402, mended in 2.7.2")
    assert "NOT AUDITED besides: aiohttp" in lines[2]


def test_every_package_of_a_release_stands_with_its_licence():
    page = (ROOT / "docs" / "licences.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| ([\w.-]+) \| (\S+) \| (.+) \|$", page, re.MULTILINE)[1:]
    assert [(name, version) for name, version, _ in rows] == packages(LOCK), "make licences"
    assert [name for name, _, licence in rows if licence == "not stated"] == []
    assert len(pinned(LOCK)) == len(packages(LOCK))


def test_a_licence_is_taken_where_it_is_stated():
    from email.message import Message

    about = Message()
    about["License"] = "a long text\nof many lines"
    assert stated(about) == "not stated"
    about["Classifier"] = "License :: OSI Approved :: MIT License"
    assert stated(about) == "MIT License"
    about["License-Expression"] = "Apache-2.0"
    assert stated(about) == "Apache-2.0"


def test_every_place_and_every_test_that_security_names_is_there():
    page = (ROOT / "docs" / "security.md").read_text(encoding="utf-8")
    named = re.findall(r"`((?:bot|adapters|scheduler|tests|deploy)/[\w./-]+)`", page)
    assert len(named) > 60
    assert [name for name in named if not (ROOT / name).exists()] == []
