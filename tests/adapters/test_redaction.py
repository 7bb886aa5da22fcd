"""No log line holds a secret, an address or a name, whoever writes it."""

import json
import logging
import sys
import threading

import pytest
import structlog

from adapters.cli.logs import hide_names, log_what_ends_us, quiet_logs
from adapters.redaction import REDACTION, Redaction
from tests.team import Team

JWT = "eyJhbGciOiJSUzI1NiJ9.eyJhdWQiOiIxIn0.c2lnbmF0dXJl"  # header, claims and signature of nobody
# What a line may hold, and what of it may not be left.
HELD = {
    "xoxb-1234567890-abcdefGHIJ": "abcdefGHIJ", "xapp-1-A012-345-deadbeef": "deadbeef", "xoxe.xoxb-1-Mi0yLTk4": "Mi0yLTk4",
    "xoxe-1-My0xLTI3": "My0xLTI3", JWT: "c2lnbmF0dXJl", f"Bearer {JWT}": "eyJhdWQiOiIxIn0", "Basic dXNlcjpwYXNz": "dXNlcjpwYXNz",
    "https://hooks.slack.com/commands/T01/22/abcDEF": "abcDEF", "dana.reyes+crm@acme.co.uk": "dana.reyes", "+49 (30) 1234 567": "1234",
    "(555) 010-2288": "2288", "555-010-2288": "2288", "030 / 901820": "901820", "client_secret=shhhhh": "shhhhh", "'refresh_token': 'abcd'": "abcd",
    '"password": "two words"': "two words", "token: abcdef": "abcdef", "/slack/oauth?code=123.456&state=zyx": "zyx",
    "postgresql://bot:s3cr3t@db/x": "s3cr3t", "1:" + "QUJD" * 12: "QUJD", "2:0011aabb:" + "QUJD" * 12: "QUJD",
}  # fmt: skip
KEPT = [
    "2026-03-13T08:30:00+00:00", "team T012ABCDEF", "tenant 6f1c7a2e-0000-4000-8000-00805f9b34fb", "parcel 1234567890", "503 internal_error",
    "state=pending", "127.0.0.1:3000", "tzdata 2026.1", "Retry-After 30", "0.25 s of 100",
    "deal 5550142", "act 55501422", "deal 555014233", "parcel 5550192277",  # docs/privacy.md says that these are kept
]  # fmt: skip


@pytest.fixture
def logged(capsys):
    """What stands on stderr of what was logged, a dictionary a line."""
    handlers, level = logging.getLogger().handlers[:], logging.getLogger().level
    quiet_logs()
    yield lambda: [json.loads(line) for line in capsys.readouterr().err.splitlines()]
    logging.getLogger().handlers[:] = handlers
    logging.getLogger().setLevel(level)
    structlog.reset_defaults()
    REDACTION.know((), ())


@pytest.mark.parametrize(("held", "core"), HELD.items())
def test_it_is_not_shown_in_any_place_of_a_line(held, core):
    cut = Redaction()
    for line in (held, f"posting to {held} failed", json.dumps({"why": held}), repr([held]), f"a\n{held}\nb"):
        assert core not in cut.text(line)


@pytest.mark.parametrize("plain", KEPT)
def test_what_an_operator_needs_is_kept(plain):
    assert Redaction().text(plain) == plain


def test_long_lines_take_no_long_time():
    for evil in (
        "a" * 50_000,
        "a@" * 20_000,
        "0 " * 20_000,
        "token" * 10_000,
        "eyJ" * 10_000,
        "x." * 20_000,
        "a://" * 9_000,
    ):
        assert len(Redaction().text(evil)) < 60_000


def test_own_secrets_and_known_names_are_hidden_exactly():
    cut = Redaction()
    cut.hide(["hunter2-of-ours", "short"])
    cut.know(["Dana Reyes"], ["Winslow Dairy Ltd"])
    assert cut.text("hunter2-of-ours, short") == "[hidden], short"
    assert cut.text("“Dana Reyes” (reyes) at WINSLOW dairy ltd, Winslow") == "“[name]” ([name]) at [name], Winslow"


def test_our_lines_and_those_of_libraries_are_cut(logged):
    REDACTION.know(["Dana Reyes"], [])
    structlog.get_logger().warning("teams posts", token="abc", why="to dana@acme.com", team="T1", nested={"a": [JWT]})
    logging.getLogger("slack_bolt").warning(
        "Invalid signature: %s %s", "v0=ab", {"text": "call Dana", "token": "xoxb-1-abcdef"}
    )
    ours, theirs = logged()
    assert (ours["token"], ours["why"], ours["team"], ours["nested"]) == (
        "[hidden]", "to [e-mail]", "T1", {"a": ["[hidden]"]},
    )  # fmt: skip
    assert "Dana" not in theirs["event"]
    assert "xoxb" not in theirs["event"]
    assert theirs["logger"] == "slack_bolt"


def test_an_error_says_its_kind_and_place_and_none_of_its_words(logged):
    def fails():
        try:
            int("what Dana typed")
        except ValueError as error:
            raise LookupError("acme wants 12 seats") from error

    for log in (structlog.get_logger(), logging.getLogger("aiohttp.server")):
        try:
            fails()
        except LookupError:
            log.exception("it failed")
    ours, theirs = logged()
    for line in (ours, theirs):
        assert line["exception"].startswith("LookupError at adapters/test_redaction.py:")
        assert "ValueError" in line["exception"]
        assert "seats" not in json.dumps(line)
        assert "Dana" not in json.dumps(line)


def test_the_names_of_a_database_are_known(sqlite_url, open_database, logged):
    database = open_database(sqlite_url)
    Team(database).say("Tom", "new Quillhaven Mills")
    hide_names(database)
    assert REDACTION.text("about Quillhaven Mills and Maria") == "about [name] and [name]"


def test_what_ends_the_process_is_a_line_without_its_words(logged, monkeypatch):
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    monkeypatch.setattr(threading, "excepthook", threading.excepthook)
    log_what_ends_us()
    try:
        int("xoxb-1-abcdef of Dana")
    except ValueError as error:
        sys.excepthook(ValueError, error, error.__traceback__)
    (line,) = logged()
    assert line["exception"].startswith("ValueError at adapters/test_redaction.py:")
    assert "Dana" not in json.dumps(line)
