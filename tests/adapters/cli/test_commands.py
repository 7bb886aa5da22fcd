"""The operator's commands as a person runs them: real processes, exit codes, plain sentences."""

import os
import socket
import subprocess
import sys
from contextlib import closing
from datetime import timedelta

import psycopg
import pytest
from sqlalchemy import make_url
from sqlalchemy.exc import OperationalError

from bot.app import system_clock
from bot.store.refusing import cannot_use
from tests.adapters.cli.operator import anew, process, run
from tests.forking import Forked
from tests.serving import ROOT, running

DATA = ROOT / "tests" / "data"
SALESFORCE = DATA / "salesforce" / "opportunityData.csv"


def test_a_real_export_goes_in_once_and_comes_out_by_undo(folder):
    dry = run(folder, "import", str(SALESFORCE), "--dry-run")
    assert (dry.returncode, "38 created" in dry.stdout) == (0, True)
    first = process(folder, "import", str(SALESFORCE))
    assert "38 created" in first.stdout
    assert "Undo: Maria Keane types “undo 1” in chat" in first.stdout
    assert "38 rows of the unknown owner 005x0000000fNSiAAM go to Maria Keane" in first.stdout
    again = run(folder, "import", str(SALESFORCE))
    assert "38 unchanged" in again.stdout
    assert "Undo" not in again.stdout
    assert "Taken back: imported 38 deals" in run(folder, "undo", "1").stdout
    assert "38 created" in run(folder, "import", str(SALESFORCE), "--owner", "Tom Becker").stdout
    assert "0 rows differed" in run(folder, "recompute").stdout


@pytest.mark.parametrize(
    ("name", "content", "said", "code"),
    [
        ("empty.csv", b"", "is empty", 2), ("strange.csv", b"a,b\n1,2\n", "names no columns that I know", 2),
        ("picture.csv", b"\x89PNG\x00\x00", "no CSV text", 2),
        ("open.csv", b'ID,NAME,STAGENAME\n1,"Acme,Won\n2,Beta,Lost\n', "Row 2 cannot be read", 2),
        ("ragged.csv", b"ID,NAME,STAGENAME\n1,Acme,Won,extra\n2,Beta,Prospecting\n", "refused     it has 4 cells, the header has 3", 1),
        ("noid.csv", b"ID,NAME,STAGENAME\n,Acme,Won\n2,Beta,Prospecting\n", "it has no id", 1),
        ("twice.csv", b"ID,NAME,STAGENAME\n2,Acme,Won\n2,Beta,Prospecting\n", "comes again in row 3", 1),
    ],
)  # fmt: skip
def test_a_broken_file_is_told_by_row_and_good_rows_go_in(folder, name, content, said, code):
    (folder / name).write_bytes(content)
    done = run(folder, "import", name)
    assert (done.returncode, said in done.stdout + done.stderr) == (code, True), done.stdout + done.stderr
    assert "Traceback" not in done.stderr
    assert ("created   Beta" in done.stdout) is (code == 1)


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["import", "nope.csv"], "Cannot read nope.csv"), (["import", "."], "is a folder"),
        (["import", str(SALESFORCE), "--owner", "Zoe"], "Nobody is called “Zoe”"),
        (["import", str(SALESFORCE), "--organisation", "Zoe"], "Say which organisation"), (["import"], "FILE"),
    ],
)  # fmt: skip
def test_wrong_usage_is_a_sentence_and_exit_two(folder, arguments, said):
    done = run(folder, *arguments)
    assert done.returncode == 2
    assert said in done.stderr


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (["undo", "99999"], 1, "Nothing has the number 99999."), (["audit", "--action", "dance"], 1, "There is no such entry."),
        (["audit", "--member", "Zoe"], 2, "Nobody is called “Zoe”."), (["export", "--subject", "Zoe Ray"], 1, "Nothing is kept about “Zoe Ray”."),
        (["erase", "--subject", "Zoe Ray"], 1, "Nothing is kept about “Zoe Ray”."), (["digests", "--organisation", "9"], 2, "1 Northlight."),
        (["admin", "zoe@ray.example", "--organisation", "9"], 2, "No organisation is called “9”"), (["restore", "no.sqlite3"], 1, "There is no file"),
        (["team", "header.csv"], 1, "header.csv names nobody"),
    ],
)  # fmt: skip
def test_a_command_that_did_nothing_says_why_and_does_not_end_with_zero(folder, arguments, code, said):
    run(folder, "company", "Northlight")  # the trial team is made
    (folder / "header.csv").write_text("email,role\n")
    done = run(folder, *arguments)
    assert (done.returncode, done.stdout, said in done.stderr) == (code, "", True), done
    assert done.stderr.count("\n") == 1


def test_what_was_done_before_is_no_second_time(folder):
    run(folder, "import", str(SALESFORCE))
    run(folder, "workspace", "slack", "T1")
    assert run(folder, "undo", "1").returncode == 0
    for arguments, said in ((("undo", "1"), "imported 38 deals"), (("workspace", "slack", "T1"), "awaited already")):
        done = run(folder, *arguments)
        assert (done.returncode, said in done.stderr) == (1, True), done


@pytest.mark.parametrize(
    "arguments",
    [("export", "--subject", "Maria Keane"), ("audit",), ("doctor",), ("--version",), ("--help",)],
    ids=" ".join,
)
def test_a_reader_that_has_read_enough_ends_a_command_without_a_word(folder, arguments):
    """As `followthrough export … | head -1`: the pipe is closed before the command has written all."""
    run(folder, "company", "Acme")
    program = [sys.executable, "-c", "from adapters.cli.entry import main; main()", *arguments]
    reading, writing = os.pipe()
    os.close(reading)
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    done = subprocess.run(
        program,
        cwd=folder,
        env=environment,
        stdout=writing,
        stderr=subprocess.PIPE,
        text=True,
        timeout=120,
        check=False,
    )
    os.close(writing)
    assert done.stderr == ""


HUBSPOT = (
    "\ufeffRecord ID;Deal Name;Deal Stage;Close Date;Deal owner;Amount;Associated Company;Last Activity Date\r\n"
    "901;Night scanners;Qualified to Buy;2026-04-01 10:00;Tom Becker;12,500.00;Harbour Foods;2026-03-05 14:20\r\n"
    "902;Old one;Closed Lost;31/12/2025;lena@northlight.example;;Corvid Games;\r\n"
)
PIPEDRIVE = (
    "Deal - ID\tDeal - Title\tDeal - Value\tDeal - Organization\tDeal - Contact person\tDeal - Status\tDeal - Owner\n"
    "7\tHull coating\t1.234,50\tTamar Boats\tJory Penn\topen\tTom Becker\n8\tSold\t-5\tPellow\t\twon\tTom Becker\n"
)


def test_hubspot_and_pipedrive_exports_are_recognised(folder):
    """Synthetic files with the headers, byte order mark, separators and line ends that occur."""
    (folder / "hubspot.csv").write_bytes(HUBSPOT.encode())
    done = run(folder, "import", "hubspot.csv")
    assert "HubSpot, 2 rows" in done.stdout
    assert "created   Harbour Foods, Night scanners  (Tom Becker)" in done.stdout
    assert "created   Corvid Games, Old one  (Lena Vogt)  lost" in done.stdout
    (folder / "pipedrive.csv").write_bytes(PIPEDRIVE.encode("cp1252"))
    done = run(folder, "import", "pipedrive.csv")
    assert "Pipedrive, 2 rows" in done.stdout
    assert "is no amount of a deal, left out" in done.stdout


def test_an_empty_database_gets_a_team_without_sample_deals(tmp_path):
    done = process(tmp_path, "import", str(SALESFORCE))
    assert "made the trial team" in done.stdout
    with running(tmp_path, anew=True) as client:
        answer = client.post("/local/message", {"member": "Maria", "text": "where are we on Acme - 600 Widgets?"})[1]
        assert answer["card"]["title"].startswith("Acme - 600 Widgets (Maria)")
        assert client.post("/local/message", {"member": "Tom", "text": "followups"})[1]["card"]["title"].endswith(
            "A clear day."
        )


def test_while_the_bot_runs_on_sqlite_an_import_says_stop_it_first(folder):
    with running(folder):
        done = process(folder, "import", str(SALESFORCE))
    assert done.returncode == 3
    assert "stop the bot first" in done.stderr


@pytest.mark.parametrize(
    ("settings", "said"),
    [
        ({"FOLLOWTHROUGH_PORT": "abc"}, "FOLLOWTHROUGH_PORT"), ({"FOLLOWTHROUGH_PORT": "99999"}, "FOLLOWTHROUGH_PORT"),
        ({"FOLLOWTHROUGH_HOST": "0.0.0.0"}, "127.0.0.1"), ({"FOLLOWTHROUGH_DATABASE_URL": "mysql://secret@x"}, "sqlite:///"),
        ({"FOLLOWTHROUGH_DATABASE_URL": "sqlite:///:memory:"}, "SQLite needs a file"), ({"FOLLOWTHROUGH_LOCAL": "perhaps"}, "FOLLOWTHROUGH_LOCAL"),
        ({"FOLLOWTHROUGH_DATABASE_URL": "postgresql://secret:hush@127.0.0.1:1/x"}, "nothing listens there (127.0.0.1:1)"),
    ],
)  # fmt: skip
def test_a_wrong_setting_is_one_plain_sentence(tmp_path, settings, said):
    done = process(tmp_path, "run", **settings)
    assert done.returncode == 2
    assert said in done.stderr
    assert "Traceback" not in done.stderr
    assert "secret" not in done.stderr
    assert "hush" not in done.stderr


def test_a_taken_port_is_a_plain_sentence(folder):
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        done = process(folder, "run", FOLLOWTHROUGH_PORT=str(taken.getsockname()[1]))
    assert done.returncode == 2
    assert "Set FOLLOWTHROUGH_PORT to another port" in done.stderr


def test_the_version_is_told_quickly(tmp_path):
    assert "0.1.0" in anew(tmp_path, "--version").stdout


def test_the_company_is_called_as_the_operator_says(folder):
    assert "This is Tom at Contoso." in run(folder, "company", "  Contoso ").stdout
    long = run(folder, "company", "x" * 81)
    assert (long.returncode, "1 to 80 characters" in long.stderr) == (2, True)
    assert "their people" not in (joined := run(folder, "workspace", "slack", "T0CONTOSO").stdout)
    assert "join Contoso." in joined


def test_before_anybody_has_written_on_a_platform_no_trial_team_is_made(folder):
    slack = {"SLACK_BOT_TOKEN": "xoxb-1", "SLACK_SIGNING_SECRET": "secret"}
    (folder / "deals.csv").write_text("ID,NAME,STAGENAME\n1,Acme,Prospecting\n")
    done = run(folder, "import", "deals.csv", **slack)
    assert (done.returncode, "Nobody has written to the bot yet" in done.stderr) == (2, True), done.stdout + done.stderr


def test_what_became_of_the_lists_of_a_day_is_told(folder):
    run(folder, "import", str(SALESFORCE))
    told = run(folder, "digests", "--on", "2026-03-13")
    assert (told.returncode, told.stdout) == (0, "Fri 2026-03-13\n     4 no decision\n")
    assert "4 no working day" in run(folder, "digests", "--on", "2026-03-14").stdout
    wrong = run(folder, "digests", "--on", "Friday")
    assert (wrong.returncode, "“Friday” is no day" in wrong.stderr) == (2, True)


def test_a_backup_that_was_put_back_sends_nothing_old(folder):
    run(folder, "import", str(SALESFORCE))
    told = run(folder, "restored")
    assert told.returncode == 0
    assert "is put down as skipped, since people may have had it. 0 messages that waited" in told.stdout


def test_beside_a_bot_that_runs_on_postgresql_nothing_is_called_restored(tmp_path, postgres_url, open_database):
    """A slip would cost a morning's messages."""
    database = open_database(postgres_url)
    database.operate(lambda operator: operator.mornings.ticked(system_clock()))
    settings = {"FOLLOWTHROUGH_DATABASE_URL": postgres_url}
    done = run(tmp_path, "restored", **settings)
    assert (done.returncode, done.stdout) == (3, "")
    assert done.stderr.startswith("The bot is running: a worker looked "), done.stderr
    assert database.operate(lambda operator: operator.mornings.marks().epoch) is None
    assert run(tmp_path, "restored", "--stopped", **settings).returncode == 0
    database.operate(lambda operator: operator.mornings.ticked(system_clock() - timedelta(hours=1)))
    assert run(tmp_path, "restored", **settings).returncode == 0, "as a backup of an hour ago has it"


BY_HAND = (
    ("admin", "rita@acme.example"), ("company", "Acme"), ("team", "people.csv"), ("erase", "--subject", "Pat", "--yes"), ("erase", "--subject", "Pat"),
    ("export", "out"), ("undo", "1"), ("audit",), ("digests",), ("rotate-key",), ("recompute",), ("restored",), ("workspace", "slack", "T1"),
)  # fmt: skip


@pytest.mark.parametrize("arguments", BY_HAND, ids=" ".join)
def test_a_command_by_hand_makes_no_database_where_there_is_none(tmp_path, arguments):
    """In a wrong folder, or without the settings, all would seem well: in a database that nobody uses."""
    (tmp_path / "people.csv").write_text("member,role\nTom,rep\n")
    done = run(tmp_path, *arguments)
    assert (done.returncode, done.stdout) == (2, ""), done.stdout
    there = tmp_path / "data" / "followthrough.sqlite3"
    said = f"There is no database at {there}. Set FOLLOWTHROUGH_DATABASE_URL, or start with `followthrough run`.\n"
    assert done.stderr.endswith(said)
    assert [path.name for path in tmp_path.iterdir()] == ["people.csv"]


def test_looking_whether_all_is_well_leaves_nothing_behind(tmp_path):
    assert "there is none yet" in run(tmp_path, "doctor").stdout.replace("\n", " ")
    assert [*tmp_path.iterdir()] == []


def test_a_servers_database_never_gets_the_sample_company(tmp_path, postgres_url, open_database):
    (tmp_path / "deals.csv").write_text("ID,NAME,STAGENAME\n1,Acme,Prospecting\n")
    for arguments in (("run",), ("run", "--role", "web"), ("run", "--role", "worker"), ("import", "deals.csv")):
        done = process(tmp_path, *arguments, FOLLOWTHROUGH_DATABASE_URL=postgres_url, FOLLOWTHROUGH_PORT="0")
        assert done.returncode == 2, done.stdout
        assert ("No platform is set" in done.stderr) is (arguments[0] == "run"), done.stderr
    assert open_database(postgres_url).operate(lambda operator: operator.organisations()) == ()


def test_an_organisation_on_a_server_without_a_platform_is_on_no_page(tmp_path, postgres_url, open_database):
    settings = {"FOLLOWTHROUGH_DATABASE_URL": postgres_url, "FOLLOWTHROUGH_PORT": "0"}
    begun = run(tmp_path, "begin", "Acme", "--admin", "rita@acme.com", **settings)
    assert "Before the bot comes to Slack or Teams say where that is" in begun.stdout, begun.stderr
    assert "trial page" not in begun.stdout
    for role in ("web", "worker"):
        done = process(tmp_path, "run", "--role", role, **settings)
        assert (done.returncode, "No platform is set" in done.stderr) == (2, True), done.stderr
    assert "neither Slack, nor Teams, nor the page is on" in run(tmp_path, "doctor", **settings).stdout
    database = open_database(postgres_url)
    assert database.read(1, lambda store: store.identities.of(1)) == ()


def test_a_trial_is_told_that_it_got_the_sample_company(tmp_path):
    with closing(Forked(tmp_path, ("run",), {**os.environ, "FOLLOWTHROUGH_PORT": "0"})) as program:
        assert "ready: http" in program.stdout.readline()
        assert "sample company Northlight" in program.stdout.readline()
        program.terminate()
        assert program.wait(20) == 0


def test_a_mistyped_setting_is_named_with_the_one_that_was_meant(folder):
    said = "FOLLOWTHROUGH_DATABSE_URL is no setting; did you mean FOLLOWTHROUGH_DATABASE_URL?"
    slip = {"FOLLOWTHROUGH_DATABSE_URL": "postgresql://hush@x"}
    done = run(folder, "migrate", **slip)
    assert (done.returncode, said in done.stderr, "hush" in done.stderr) == (0, True, False)
    assert said in run(folder, "doctor", "--json", **slip).stdout
    (folder / ".env").write_text("followthrough_prot=4000\n")
    assert "FOLLOWTHROUGH_PROT is no setting; did you mean FOLLOWTHROUGH_PORT?" in run(folder, "recompute").stderr


@pytest.mark.parametrize(
    ("told", "url", "said"),
    [
        ('FATAL:  password authentication failed for user "ft"', "postgresql+psycopg://ft:hush@h/db", "refuses the password, or knows no such role (ft)"),
        ('FATAL:  database "dbx" does not exist', "postgresql+psycopg://ft:hush@h/dbx", "has no such database (dbx)"),
        ("port 5999 failed: Connection refused", "postgresql+psycopg://ft:hush@h:5999/db", "nothing listens there (h:5999)"),
        ("failed to resolve host 'sh@h'", "postgresql+psycopg://ft:hu@sh@h/db", "In a password @ is written %40"),
        ("something else", "postgresql+psycopg://ft:hush@h/db", "that it runs"),
    ],
)  # fmt: skip
def test_why_the_database_cannot_be_used_is_told_by_its_cause(told, url, said):
    sentence = cannot_use(url, OperationalError("", None, psycopg.OperationalError(told)))
    assert said in sentence
    assert not any(part in sentence for part in ("hush", "hu@", "sh@h"))


def test_no_such_database_and_no_server_are_told_apart(tmp_path, postgres_url):
    other = make_url(postgres_url).set(database="followthru")
    for url, said in (
        (other, "no such database (followthru)"),
        (other.set(host="127.0.0.1", port=1, query={}), "nothing listens there (127.0.0.1:1)"),
    ):
        done = run(tmp_path, "migrate", FOLLOWTHROUGH_DATABASE_URL=url.render_as_string(hide_password=False))
        assert (done.returncode, said in done.stderr) == (2, True), done.stderr


@pytest.mark.parametrize(
    "name",
    ["SLACK_API_URL", "SLACK_AUTHORIZE_URL", "FOLLOWTHROUGH_PUBLIC_URL", "TEAMS_OPENID_URL", "TEAMS_AUTHORITY_URL"],
)
def test_a_plain_http_address_is_this_machines_alone(folder, name):
    for host, settings in (("acme.example", {}), ("127.0.0.1:1", {"FOLLOWTHROUGH_HOST": "0.0.0.0"})):
        done = process(
            folder,
            "run",
            **{name: f"http://{host}/", "FOLLOWTHROUGH_PORT": "0", "FOLLOWTHROUGH_LOCAL": "0", **settings},
        )
        said = f"{name} has to begin with https:// (plain http is for trials on this machine)"
        assert (done.returncode, said in done.stderr) == (2, True), done.stderr


def test_a_slack_that_cannot_be_reached_has_refused_nothing(folder):
    slack = {"SLACK_BOT_TOKEN": "xoxb-1", "SLACK_SIGNING_SECRET": "secret", "SLACK_API_URL": "http://127.0.0.1:1/api/"}
    done = process(folder, "run", FOLLOWTHROUGH_PORT="0", **slack)
    assert (done.returncode, "cannot be reached" in done.stderr, "refused" in done.stderr) == (3, True, False), (
        done.stderr
    )


def test_a_bot_that_serves_nobody_says_what_to_set(tmp_path):
    """As in a container that was given nothing."""
    environment = {
        **os.environ, "PYTHONPATH": str(ROOT), "FOLLOWTHROUGH_LOCAL": "0", "FOLLOWTHROUGH_PORT": "0",
    }  # fmt: skip
    command = [sys.executable, "-m", "adapters.cli.main", "run"]
    started = subprocess.Popen(command, cwd=tmp_path, env=environment, stdout=subprocess.PIPE, text=True)
    try:
        said = [started.stdout.readline() for _ in range(2)]
    finally:
        started.terminate()
        started.communicate(timeout=30)
    assert said[0].startswith("Followthrough is ready")
    for name in ("SLACK_SIGNING_SECRET", "TEAMS_APP_ID", "FOLLOWTHROUGH_LOCAL=1"):
        assert name in said[1]
