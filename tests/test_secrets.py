"""Secrets that are planted like canaries, in everything the bot is told: none comes out in what it stores, logs or answers."""

import json
import logging
import sqlite3
import urllib.error
import urllib.request
from contextlib import closing
from pathlib import Path
from urllib.parse import urlencode

import pytest
import structlog

from adapters.cli.logs import hide_names, quiet_logs
from adapters.redaction import REDACTION
from bot.store import back_up
from tests.adapters.slack.test_broken import signed
from tests.slack.installing import SECRET_KEY, installing
from tests.team import Team

TYPED = (
    "Ottoline Pemberwick",
    "ottoline@pemberwick.test",
    "+44 20 7946 0991",
    "xoxb-9-canaryTYPED",
    "Pemberwick Foundry",
)
LINE = f"logcall {TYPED[4]}: {TYPED[0]} ({TYPED[1]}, {TYPED[2]}) pasted {TYPED[3]}, I send the plan tomorrow"


@pytest.fixture
def logs(capsys):
    handlers, level = logging.getLogger().handlers[:], logging.getLogger().level
    quiet_logs()
    yield lambda: capsys.readouterr().err
    logging.getLogger().handlers[:] = handlers
    logging.getLogger().setLevel(level)
    structlog.reset_defaults()
    REDACTION.know((), ())


def stored(file: Path) -> bytes:
    """Everything that lies on the disk of that database."""
    return b"".join(path.read_bytes() for path in sorted(file.parent.glob(f"{file.name}*")))


def found(secrets, *places: bytes | str) -> list[str]:
    raw = [place if isinstance(place, bytes) else place.encode() for place in places]
    return [secret for secret in secrets if any(secret.encode() in one for one in raw)]


def answered(url: str, body: bytes, **headers: str) -> tuple[int, str]:
    try:
        with urllib.request.urlopen(urllib.request.Request(url, data=body, headers=headers), timeout=20) as response:
            return response.status, response.read().decode()
    except urllib.error.HTTPError as error:
        with error:
            return error.code, error.read().decode()


def test_tokens_and_keys_come_out_nowhere(tmp_path, sqlite_url, open_database, logs):
    database = open_database(sqlite_url)
    file = Path(sqlite_url.removeprefix("sqlite:///"))
    with installing(database, rotates=True) as (fake, bot, url):
        acme = fake.add_workspace("Acme Sales")
        rita = fake.add_user(acme, "rita", real_name="Rita Moss")
        assert fake.install(rita, f"{url}/slack/install").status == 200
        fake.command(rita, "/logcall", "Acme: sent pricing")
        bot.tick()
        install = bot.run(lambda: bot.found["slack"]._installs.of(acme.id))
        planted = [
            SECRET_KEY, fake.app.signing_secret, fake.app.client_secret, install.token.access, install.token.refresh,
        ]  # fmt: skip
        form = urlencode(
            {"token": planted[3], "text": planted[4], "response_url": "https://hooks.slack.com/commands/canary"}
        )
        events = f"{url}/slack/events"
        answers = [
            answered(events, form.encode()),
            answered(events, form.encode(), Authorization=f"Bearer {planted[3]}"),
            answered(
                events,
                b"\xff" + form.encode(),
                **signed(b"\xff" + form.encode(), fake.app.signing_secret, bot.at.timestamp()),
            ),
            answered(f"{url}/slack/oauth?code={planted[2]}&state={planted[3]}", b""),
            answered(f"{url}/{planted[3]}", b""),
        ]
        fake.install(rita, f"{url}/slack/install?state={planted[3]}")
        bot.run(lambda: bot.found["slack"]._installs.stop("T-NOBODY"))
        before = stored(file)
        copy = tmp_path / "copy.sqlite3"
        back_up(sqlite_url, copy, bot.at)
    assert all(secret for secret in planted)
    assert all(status >= 400 for status, _ in answers)
    assert found(planted, before, stored(file), stored(copy)) == []
    told = logs()
    assert "workspace disconnected" in told
    assert found([*planted, "hooks.slack.com"], told, json.dumps(answers)) == []


def test_what_was_typed_is_in_no_log_and_in_no_apology_when_all_breaks(sqlite_url, open_database, logs):
    database = open_database(sqlite_url)
    team = Team(database)
    team.say("Tom", f"new {TYPED[4]}")
    hide_names(database)
    file = Path(sqlite_url.removeprefix("sqlite:///"))
    with closing(sqlite3.connect(file)) as other:
        other.execute(
            "CREATE TRIGGER breaks BEFORE INSERT ON touches BEGIN SELECT RAISE(ABORT, 'broken: Pemberwick Foundry'); END"
        )
        other.commit()
    said = team.text("Tom", LINE)
    told = logs()
    assert "answering failed" in told
    assert found([*TYPED, "7946 0991", "Pemberwick", "canaryTYPED"], told) == []
    assert "kept" in said.lower()
