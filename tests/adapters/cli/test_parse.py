"""`followthrough parse`: how a line or a date would be read; nothing is written, and a wrong file is a sentence."""

import json

import pytest

from tests.adapters.cli.operator import process, run

ACCOUNTS = {
    "accounts": [{"account": "Acme Manufacturing", "contacts": ["Dana Reyes"], "locale": "US"}, {"account": "Kestrel"}]
}
LINE = {"id": "a", "text": "acme - dana will send the figures by fri", "ref": "2026-03-12T14:00:00", "tz": "UTC"}


@pytest.fixture
def place(tmp_path):
    """A folder without a database, as somebody who only tries has it."""
    (tmp_path / "accounts.json").write_text(json.dumps(ACCOUNTS), encoding="utf-8")
    return tmp_path


def written(place, *rows, name="lines.jsonl"):
    (place / name).write_text(
        "\n".join(row if isinstance(row, str) else json.dumps(row) for row in rows), encoding="utf-8"
    )
    return name


def test_lines_become_one_json_a_line_in_their_order(place):
    second = {**LINE, "id": "b", "text": "Kestrel: no answer – später"}
    done = run(place, "parse", "--context", "accounts.json", "--lines", written(place, LINE, "", second))
    assert (done.returncode, done.stderr) == (0, "")
    first, other = map(json.loads, done.stdout.splitlines())
    assert (first["id"], first["account"], first["contacts"]) == ("a", "Acme Manufacturing", ["Dana Reyes"])
    assert first["their"][0]["due"] == "2026-03-13"
    assert (other["id"], other["account"], other["outcome"], other["their"]) == ("b", "Kestrel", "no_answer", [])


def test_letters_stay_as_they_were_typed(place):
    lines = written(place, {**LINE, "text": 'acme: Dana said "schön, ça va"'})
    assert "schön, ça va" in run(place, "parse", "--lines", lines).stdout


def test_without_a_context_nobody_is_known_and_it_asks(place):
    read = json.loads(run(place, "parse", "--lines", written(place, LINE)).stdout)
    assert (read["account"], read["asks"]) == (None, ["Which company was it?"])


def test_dates_are_read_as_dates(place):
    rows = [{**LINE, "text": text, "day_first": True} for text in ("20 mar", "4/5", "no date at all")]
    done = run(place, "parse", "--dates", "--lines", written(place, *rows))
    read = [json.loads(one) for one in done.stdout.splitlines()]
    assert [(one["on"], one["kind"], one["ask"]) for one in read] == [
        ("2026-03-20", "point", False), (None, "point", True), (None, "none", False),
    ]  # fmt: skip
    assert read[1]["others"] == ["2026-04-05", "2026-05-04"]


def test_plain_text_is_told_a_fact_a_line(place):
    done = run(place, "parse", "--context", "accounts.json", "acme", "-", "dana", "lvm")
    assert done.returncode == 0
    told = dict(line.split(maxsplit=1) for line in done.stdout.splitlines())
    assert (told["account"], told["outcome"]) == ("Acme Manufacturing", "left_voicemail")
    assert "said" not in told


def test_a_plain_date_is_told(place):
    done = run(place, "parse", "--dates", "20 march 2030")
    assert "2030-03-20" in done.stdout


@pytest.mark.parametrize("arguments", [(), ("acme lvm", "--lines", "lines.jsonl"), ("--dates",)])
def test_it_takes_a_text_or_a_file(place, arguments):
    written(place, LINE)
    done = run(place, "parse", *arguments)
    assert (done.returncode, done.stdout) == (2, "")
    assert "followthrough parse" in done.stderr


@pytest.mark.parametrize(
    ("row", "said"),
    [
        ("no json", "Line 3 of lines.jsonl is no JSON."), ('{"id": 1', "is no JSON."),
        ("[]", "Line 3 of lines.jsonl should look like"), ("7", "should look like"), ("null", "should look like"), ('"text"', "should look like"),
        ('{"id": "a"}', "should look like"), ('{"text": "acme lvm"}', "should look like"), ('{"text": "acme lvm", "ref": null}', "should look like"),
        ('{"text": 7, "ref": "2026-03-12T14:00:00"}', "should look like"), ('{"text": null, "ref": "2026-03-12T14:00:00"}', "should look like"),
        ('{"text": "acme lvm", "ref": "yesterday"}', "“yesterday” is no day and hour. Write it like 2026-03-12T14:00:00."),
    ],
)  # fmt: skip
@pytest.mark.parametrize("flags", [(), ("--dates",)])
def test_a_wrong_line_is_a_sentence_and_exit_two(place, row, said, flags):
    done = run(place, "parse", *flags, "--lines", written(place, LINE, "", row))
    assert (done.returncode, len(done.stdout.splitlines())) == (2, 1)
    assert said in done.stderr


@pytest.mark.parametrize(
    "content",
    [
        "", "no json", "[]", "{}", "null", '{"accounts": 7}', '{"accounts": [7]}', '{"accounts": [{}]}', '{"accounts": [{"account": 7}]}',
        '{"accounts": [{"account": "Acme", "contacts": "Dana"}]}', '{"accounts": [{"account": "Acme", "contacts": [7]}]}',
        '{"accounts": [{"account": "Acme", "tz": 7}]}',
    ],
)  # fmt: skip
def test_a_wrong_context_is_a_sentence_and_exit_two(place, content):
    done = run(place, "parse", "--context", written(place, content, name="wrong.json"), "acme lvm")
    assert (done.returncode, done.stdout) == (2, "")
    assert "wrong.json does not tell which accounts there are. It should look like" in done.stderr


def test_what_is_null_in_a_context_is_not_told(place):
    account = {"account": "Acme", "contacts": None, "locale": None, "tz": None}
    context = written(place, {"accounts": [account]}, name="null.json")
    done = run(place, "parse", "--context", context, "--lines", written(place, {**LINE, "text": "acme: she signs 4/5"}))
    assert json.loads(done.stdout)["their"][0]["due"] == "2026-04-05"


def test_a_file_may_begin_with_a_byte_order_mark(place):
    assert run(place, "parse", "--lines", written(place, "\ufeff" + json.dumps(LINE))).returncode == 0


@pytest.mark.parametrize("flag", ["--lines", "--context"])
def test_a_picture_is_no_text(place, flag):
    (place / "picture.png").write_bytes(b"\x89PNG\xff\xfe\x00")
    done = run(place, "parse", flag, "picture.png", *(("acme lvm",) if flag == "--context" else ()))
    assert (done.returncode, done.stderr) == (2, "That file is no text in UTF-8.\n")


@pytest.mark.parametrize("file", ["missing.jsonl", "."])
def test_a_file_that_is_none_is_told(place, file):
    done = run(place, "parse", "--lines", file)
    assert done.returncode == 2
    assert "missing.jsonl" in done.stderr or "directory" in done.stderr


def test_it_needs_no_database_and_writes_nothing(place):
    before = {path: path.stat().st_mtime_ns for path in place.rglob("*")}
    done = process(place, "parse", "--context", "accounts.json", "acme - dana signs by fri")
    assert (done.returncode, "Acme Manufacturing" in done.stdout) == (0, True), done.stderr
    assert {path: path.stat().st_mtime_ns for path in place.rglob("*")} == before
