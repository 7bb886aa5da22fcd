"""No log line holds a secret, an address or a name, whoever writes it."""

import json
import logging
import subprocess
import sys
import time
from datetime import datetime, timedelta
from pathlib import Path
from urllib.parse import quote

import pytest
import structlog

from adapters.cli.logs import hide_names, quiet_logs
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
    "postgresql://bot:s3cr3t@db/x": "s3cr3t", "postgresql://bot:a@ss/w0rd@db/x": "w0rd", "https://bot:a@ssw0rd@db.test/x": "ssw0rd",
    "https://hooks.slack-gov.com/commands/T01/22/abcDEF": "abcDEF", "https%3A%2F%2Fhooks.slack.com%2Fcommands%2FT01%2F22%2FabcDEF": "abcDEF",
    "GET /?email=zz%40pemb.test": "zz", "?email=zz%2540pemb.test": "zz", "?tel=%2B442079460991": "9460991", "?tel=%2B44+20+7946+0991": "7946",
    "tel:+442079460991": "9460991", "tel=07946099112": "099112", '"phone": "7946099112"': "099112", "+442079460991: no answer": "9460991",
    "/admin/in/1-" + "0a" * 32: "0a0a", "1-" + "0a" * 32: "0a0a", "%2Fadmin%2Fin%2F1-" + "0a" * 32: "0a0a", "1:" + "QUJD" * 12: "QUJD", "2:0011aabb:" + "QUJD" * 12: "QUJD",
}  # fmt: skip
KEPT = [
    "2026-03-13T08:30:00+00:00", "team T012ABCDEF", "tenant 6f1c7a2e-0000-4000-8000-00805f9b34fb", "parcel 1234567890", "503 internal_error",
    "state=pending", "127.0.0.1:3000", "tzdata 2026.1", "Retry-After 30", "0.25 s of 100",
    "Fri, 13 Mar 2026 08:30:00 +0000", "postgresql://db/x", "http://127.0.0.1:3000/slack/events", "/admin/rules", "99% of 12", "telling 5550142",
    "deal 5550142", "act 55501422", "deal 555014233", "parcel 5550192277",  # docs/privacy.md says that these are kept
]  # fmt: skip


ROOT = Path(__file__).parents[2]
# What Python prints by itself where nobody took an error, each with words that were somebody's.
UNTAKEN = """
import asyncio, threading, warnings
from adapters.cli.logs import log_what_ends_us, quiet_logs
quiet_logs()
log_what_ends_us()

def fails(words="Acme said the vans leak"):
    raise ValueError(words)

async def later():
    fails()

async def forgotten():
    task = asyncio.ensure_future(later())
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    del task
    asyncio.get_running_loop().call_soon(fails, "Acme said the vans leak")
    await asyncio.sleep(0)

class Kept:
    def __del__(self):
        fails()

asyncio.run(forgotten())
del (kept := [Kept()])[0]
thread = threading.Thread(target=fails)
thread.start()
thread.join()
warnings.warn("Acme said the vans leak")
fails()
"""


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
        "a://b:c" * 9_000,
        "%41" * 20_000,
        "%2" * 20_000,
        "\\u00e9" * 9_000,
        "tel:1 " * 9_000,
        "+1 " * 20_000,
        "1-" + "f" * 50_000,
        "/admin/in/" * 5_000,
    ):
        began = time.process_time()
        assert len(Redaction().text(evil)) < 60_000
        assert time.process_time() - began < 2


def test_own_secrets_and_known_names_are_hidden_exactly():
    cut = Redaction()
    cut.hide(["hunter2-of-ours", "short"])
    cut.know(["Dana Reyes"], ["Winslow Dairy Ltd"])
    assert cut.text("hunter2-of-ours, short") == "[hidden], short"
    assert cut.text("“Dana Reyes” (reyes) at WINSLOW dairy ltd, Winslow") == "“[name]” ([name]) at [name], Winslow"


NAMED = {
    "Ottoline's plan": "[name] plan", "Pemberwick’s": "[name]", "OTTOLINEʼS": "[name]", "Jose\u0301 A\u0301lvarez left": "[name] left",
    "Jose Alvarez": "[name]", "JOSÉ’s": "[name]", "Jos%C3%A9+%C3%81lvarez": "[name]", r"{'n': 'Jos\u00e9'}": "{'n': '[name]'}",
    "Wendy’s Diner's till": "[name] till", "Wendy's": "Wendy's", "Joses": "Joses", "Josephine's": "Josephine's",
}  # fmt: skip


@pytest.mark.parametrize(("line", "shown"), NAMED.items())
def test_a_name_is_known_however_it_is_spelled(line, shown):
    cut = Redaction()
    cut.know(["Ottoline Pemberwick", "José Álvarez"], ["Wendy's Diner"])
    assert cut.text(line) == shown


@pytest.mark.parametrize("secret", ["hunter2/of+ours", "100%25/of+ours"])
@pytest.mark.parametrize(
    "encode", [str, lambda s: quote(s, safe=""), lambda s: quote(quote(s, safe=""), safe="").lower()]
)
def test_a_secret_is_hidden_however_an_address_writes_it(secret, encode):
    cut = Redaction()
    cut.hide([secret])
    assert cut.text(f"GET /?key={encode(secret)}&x") == "GET /?key=[hidden]&x"


@pytest.mark.parametrize("border", [20_000, 24_000, 30_000])
def test_what_lies_where_a_long_line_is_cut_leaves_no_half(border):
    cut = Redaction()
    cut.hide(["hunter2-of-ours"])
    cut.know(["Dana Reyes"], [])
    for held, core in (("hunter2-of-ours", "hunt"), ("xoxb-1-abcdef", "xoxb"), ("Dana Reyes", "Dan"), (JWT, "eyJ")):
        for before in (border - len(held) + 1, border - len(held) // 2, border - 1):
            shown = cut.text("." * (before - 1) + " " + held + " " + "." * 9_000)
            assert core not in shown
            assert len(shown) <= 20_000


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
    assert [datetime.fromisoformat(line["timestamp"]).utcoffset() for line in (ours, theirs)] == [timedelta()] * 2


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


def test_what_nobody_took_is_a_line_without_its_words_too():
    done = subprocess.run([sys.executable, "-c", UNTAKEN], cwd=ROOT, capture_output=True, text=True, check=False)
    lines = [json.loads(line) for line in done.stderr.splitlines()]
    assert [line["event"].split(" at ")[0] for line in lines] == [
        "Task exception was never retrieved", "Exception in callback fails", "an error that nobody could catch", "a thread ended", "UserWarning",
        "ended by a mistake of ours",
    ]  # fmt: skip
    assert [line["exception"].split(":")[0] for line in lines if "exception" in line] == ["ValueError at <string>"] * 5
    assert "Acme" not in done.stdout + done.stderr


def test_an_error_that_a_line_names_is_its_kind_and_place(logged):
    log = logging.getLogger("aiohttp.client")
    try:
        int("what Acme typed")
    except ValueError as error:
        for say in (
            lambda e: log.warning("failed: %s", e), lambda e: log.warning("failed: %(why)r", {"why": [e]}), log.warning,
            lambda e: structlog.get_logger().warning("failed", why=e, among=[e]),
        ):  # fmt: skip
            say(error)
        log.warning(f"failed: {error}")  # noqa: G004 - as a library may
        log.warning("failed: %s", str(error), exc_info=True)
        kept = error
    log.warning("failed: %s", kept)
    lines = logged()
    assert len(lines) == 7
    for line in lines:
        assert "ValueError" in json.dumps(line)
        assert "Acme" not in json.dumps(line)
    assert lines[0]["event"].startswith("failed: ValueError at adapters/test_redaction.py:")
