"""`followthrough doctor`: each line says what is well, what to look at or what is broken, and what to do next."""

import hashlib
import json
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from pathlib import Path

import pytest
from sqlalchemy import create_engine, insert, make_url, text

from adapters.cli.database_findings import has_wal_mistake, of_database, of_sqlite, with_database
from adapters.cli.findings import State, of_clock
from adapters.cli.morning_findings import _CALL_SECONDS
from adapters.cli.reaching import SECONDS, Asked
from adapters.sealing import Seal
from adapters.slack import calls as slack_calls
from adapters.teams import calls as teams_calls
from bot.app import system_clock
from bot.model import Address, Reach
from bot.store import Database, Looking
from bot.store.files import kind_of_mount
from bot.store.tables import outbox
from scheduler.patience import LEASE, misfits
from tests.adapters.cli.operator import run
from tests.serving import running
from tests.slack.fake import FakeSlack
from tests.slack.faults import hang, refused, server_error
from tests.team import Clock, Team
from tests.teams.fake import SECRET, FakeTeams


def _examined(folder: Path, **settings: str) -> tuple[int, dict[str, dict[str, str]]]:
    """The exit code, and by what it is about each finding."""
    done = run(folder, "doctor", "--json", **settings)
    told = json.loads(done.stdout)
    assert told["ok"] is (done.returncode == 0)
    return done.returncode, {one["about"]: one for one in told["findings"]}


def _states(found: dict[str, dict[str, str]], *abouts: str) -> list[str]:
    return [found[about]["state"] for about in abouts]


@pytest.fixture
def team(database) -> Team:
    """At the real time, as doctor is."""
    return Team(database, Clock(system_clock()))


def _now(team: Team) -> dict[str, str]:
    """What doctor says of its database, beside the bot that has it open."""
    looking = Looking(team.database.url)
    try:
        found = with_database(looking, team.clock(), has_page=True).findings
    finally:
        looking.close()
    return {one.about: f"{one.state.value}: {one.what}" for one in found}


def test_a_healthy_bot_is_told_as_healthy(team):
    team.tick()
    told = _now(team)
    assert {about: line.split(":")[0] for about, line in told.items()} == dict.fromkeys(
        (
            "database",
            "scheduler",
            "time zones",
            "digests",
            "people",
            "deliveries",
            "leases",
            "keeping",
            "tonight",
            "backup",
            "audit",
            "process",
        ),
        "OK",
    )
    assert "next due" in told["digests"]


def test_who_cannot_be_reached_is_named_with_why(team):
    tom = team.member("Tom")
    place = Address("local", "local", str(tom.id))
    team.database.write(team.organisation_id, lambda s: s.identities.mark(place, Reach.unreachable, "cannot_dm_bot"))
    assert _now(team)["people"].endswith("nothing gets to Tom Becker (cannot_dm_bot)")
    with_another = Address("slack", "T1", "U1")
    team.database.write(team.organisation_id, lambda s: s.identities.add(tom.id, with_another))
    assert _now(team)["people"].startswith("OK")


def _put(team: Team, key: str, **values: object) -> None:
    now = team.clock()
    row = {
        "organisation_id": team.organisation_id, "member_id": team.member("Tom").id, "kind": "digest", "key": key,
        "card_json": "{}", "platform": "local", "workspace": "local", "user": "1", "details": "", "attempts": 1,
        "created_at": now, "not_before_at": now, "provider_ref": "", "error": "", **values,
    }  # fmt: skip
    team.database.operate(lambda operator: operator.connection.execute(insert(outbox).values(**row)))


def test_what_was_sent_and_may_not_have_arrived_is_counted(team):
    _put(team, "a", state="unknown")
    _put(team, "b", state="dead")
    _put(team, "c", state="unknown", created_at=team.clock() - timedelta(days=8))  # long past
    assert _now(team)["deliveries"].endswith("1 may have arrived or not, 1 did not")
    assert "outbox" not in _now(team)
    _put(team, "d", state="pending", not_before_at=team.clock() - timedelta(hours=1))
    assert _now(team)["outbox"].startswith("look at this: something has waited since")


def test_a_lease_that_no_clock_of_ours_wrote_is_seen(team):
    _put(team, "a", state="sending", lease_until=team.clock() + 3 * LEASE)
    assert "another clock wrote it" in _now(team)["leases"]


def test_an_hour_that_passed_without_a_decision_is_told_by_whether_anybody_looks(team):
    team.tick()
    team.database.operate(
        lambda o: o.connection.execute(
            text("UPDATE members SET next_digest_at = :at WHERE name = 'Tom Becker'"),
            {"at": (team.clock() - timedelta(hours=1)).strftime("%Y-%m-%d %H:%M:%S.%f+00:00")},
        )
    )
    assert _now(team)["digests"].startswith("broken")  # it looks, and does not decide
    team.forward(minutes=30)
    assert _now(team)["digests"].startswith("look at this")
    assert _now(team)["scheduler"].startswith("look at this: it has not looked since")


def test_other_rules_of_time_zones_than_at_the_last_start_are_told(team):
    team.tick()
    team.database.operate(lambda o: o.mornings.follow("2025b"))
    assert _now(team)["time zones"].endswith("2025b at the bot's last start")


def test_other_schemas_are_told(database_url, open_database):
    def found(version: str) -> str:
        engine = create_engine(database_url)
        with engine.begin() as connection:
            connection.execute(text("UPDATE alembic_version SET version_num = :v"), {"v": version})
        engine.dispose()
        looking = Looking(database_url)
        try:
            (told,) = with_database(looking, system_clock(), has_page=True).findings
        finally:
            looking.close()
        return f"{told.state.value}: {told.what}; {told.todo}"

    assert found("0003").startswith("look at this: schema 0003")
    assert "followthrough migrate" in found("0003")
    assert found("9999").startswith("broken: schema 9999 is of a newer Followthrough")


def test_beside_a_running_bot_doctor_and_backup_work_and_change_nothing(folder):
    with running(folder) as page:
        assert page.post("/local/message", {"member": "Tom", "text": "new Acme, 40 seats"})[0] == 200
        code, found = _examined(folder)
        assert (code, _states(found, "settings", "database", "process", "scheduler", "digests")) == (0, ["OK"] * 5)
        assert run(folder, "backup", "b.sqlite3").returncode == 0
        again = run(folder, "run")
        assert (again.returncode, again.stdout) == (3, "")
        assert again.stderr == "Followthrough is already running on this database: stop the bot first.\n"
    file = folder / "data" / "followthrough.sqlite3"
    before = hashlib.sha256(file.read_bytes()).hexdigest()
    assert "to look at" in run(folder, "doctor").stdout
    assert hashlib.sha256(file.read_bytes()).hexdigest() == before


def test_whether_a_process_runs_is_told(folder, team):
    found = _examined(folder)[1]["process"]
    assert (found["state"], found["what"]) == ("look at this", "the bot is not running: nothing holds the database")
    assert "followthrough run" in found["todo"]
    assert _now(team)["process"].startswith("look at this")
    team.tick()
    assert _now(team)["process"].startswith("OK")
    team.forward(minutes=5)
    assert _now(team)["process"].startswith("look at this")


def test_the_page_is_read_line_by_line(folder):
    page = run(folder, "doctor").stdout
    assert "OK            settings: the trial page, on 127.0.0.1:3000" in page
    assert "look at this  scheduler: it has never looked" in page
    assert "              → followthrough run" in page
    assert max(map(len, page.splitlines())) <= 110


def test_before_the_first_start_there_is_nothing_to_be_afraid_of(tmp_path):
    code, found = _examined(tmp_path)
    assert (code, _states(found, "database")) == (0, ["look at this"])
    assert list(tmp_path.glob("**/*.sqlite3")) == []


def test_a_damaged_file_is_broken(folder):
    file = folder / "data" / "followthrough.sqlite3"
    content = bytearray(file.read_bytes())
    content[8192:8292] = b"\xff" * 100
    file.write_bytes(content)
    code, found = _examined(folder)
    assert (code, "broken" in {one["state"] for one in found.values()}) == (1, True)


@pytest.mark.parametrize(
    ("settings", "about"),
    [
        ({"FOLLOWTHROUGH_PORT": "abc"}, "settings"), ({"SLACK_BOT_TOKEN": "xoxb-hush"}, "settings"),
        ({"FOLLOWTHROUGH_DATABASE_URL": "postgresql://bot:hush@127.0.0.1:1/x"}, "database"),
    ],
)  # fmt: skip
def test_what_cannot_work_is_broken_and_no_secret_is_shown(folder, settings, about):
    done = run(folder, "doctor", **settings)
    assert (done.returncode, f"broken        {about}" in done.stdout) == (1, True), done.stdout
    assert "hush" not in done.stdout + done.stderr


def _slack(slack: FakeSlack, token: str) -> dict[str, str]:
    return {"SLACK_API_URL": slack.api_url, "SLACK_BOT_TOKEN": token, "SLACK_SIGNING_SECRET": slack.app.signing_secret}


def test_slack_is_asked_who_we_are(folder):
    with FakeSlack() as slack:
        acme = slack.add_workspace("Acme Sales")
        code, found = _examined(folder, **_slack(slack, acme.token), SLACK_APP_TOKEN=slack.app.app_token)
        assert code == 0, found
        assert _states(found, "Slack", "Slack, Socket Mode", "clock") == ["OK"] * 3
        assert "Acme Sales" in found["Slack"]["what"]
        wrong = run(folder, "doctor", **_slack(slack, "xoxb-hush-hush"))
        assert (wrong.returncode, "refuses: the token is none" in wrong.stdout) == (1, True), wrong.stdout
        assert "hush" not in wrong.stdout + wrong.stderr
        for fault, state, said in (
            (refused("token_revoked"), "broken", "revoked"), (server_error(503), "look at this", "503"),
        ):  # fmt: skip
            slack.faults.script("auth.test", fault)
            _, found = _examined(folder, **_slack(slack, acme.token))
            assert (found["Slack"]["state"], said in found["Slack"]["what"]) == (state, True), found["Slack"]


def test_a_workspace_that_is_connected_and_has_no_token_is_named(folder):
    """As after the change from one pasted token to installing by OAuth, or to the token of another workspace."""
    at = {"FOLLOWTHROUGH_DATABASE_URL": f"sqlite:///{folder}/data/followthrough.sqlite3"}
    with FakeSlack() as slack:
        acme, other = slack.add_workspace("Acme Sales"), slack.add_workspace("Other")
        database = Database(at["FOLLOWTHROUGH_DATABASE_URL"])
        for one, sealed in (
            (acme, ""),
            (other, Seal("k" * 40).close(f'{{"access": "{other.token}"}}', f"slack:{other.id}")),
        ):
            database.operate(
                lambda o, w=one, s=sealed: o.workspaces.connect(
                    o.create_organisation(w.name), "slack", w.id, w.name, "{}", s, system_clock()
                )
            )
        database.close()
        by_oauth = {
            "SLACK_API_URL": slack.api_url, "SLACK_SIGNING_SECRET": slack.app.signing_secret, "SLACK_CLIENT_ID": "1.2",
            "SLACK_CLIENT_SECRET": "s" * 32, "FOLLOWTHROUGH_PUBLIC_URL": "https://bot.acme.example", "FOLLOWTHROUGH_SECRET_KEY": "k" * 40,
        }  # fmt: skip
        code, found = _examined(folder, **by_oauth)
        assert (code, found["Slack, Other"]["state"]) == (1, "OK")
        assert found["Slack, Acme Sales"] == {
            "about": "Slack, Acme Sales", "state": "broken",
            "what": "it is connected, and there is no token for it: nobody there gets an answer or a list",
            "todo": "install the app there again: open https://bot.acme.example/slack/install in a browser",
        }  # fmt: skip
        pasted = {
            "SLACK_API_URL": slack.api_url,
            "SLACK_SIGNING_SECRET": slack.app.signing_secret,
            "FOLLOWTHROUGH_SECRET_KEY": "k" * 40,
        }
        assert "Slack, Acme Sales" not in _examined(folder, **pasted, SLACK_BOT_TOKEN=acme.token)[1]
        code, found = _examined(folder, **pasted, SLACK_BOT_TOKEN=other.token)
        assert (code, found["Slack, Acme Sales"]["state"]) == (0, "look at this")
        slack.faults.script("auth.test", server_error(503))
        found = _examined(folder, **pasted, SLACK_BOT_TOKEN=other.token)[1]
        assert "Slack, Acme Sales" not in found, "whose the token is, nobody knows just now"


def test_a_platform_that_does_not_answer_is_given_up_in_seconds(folder, monkeypatch):
    monkeypatch.setattr("adapters.cli.reaching.SECONDS", 0.5)
    with FakeSlack() as slack:
        acme = slack.add_workspace("Acme Sales")
        slack.faults.script("auth.test", hang())
        code, found = _examined(folder, **_slack(slack, acme.token))
        assert (code, "no answer in 0.5 s" in found["Slack"]["what"]) == (1, True)
        gone = {**_slack(slack, acme.token), "SLACK_API_URL": "http://127.0.0.1:1/"}
    code, found = _examined(folder, **gone)
    assert (code, "cannot be reached" in found["Slack"]["what"]) == (1, True)
    assert SECONDS <= 5


@pytest.mark.parametrize(("given", "state"), [(SECRET, "OK"), ("hush-hush", "broken")])
def test_microsoft_is_asked_for_a_token(folder, given, state):
    with FakeTeams() as teams:
        told = {
            "TEAMS_APP_ID": teams.app_id, "TEAMS_APP_PASSWORD": given, "TEAMS_TENANT_ID": teams.tenant,
            "TEAMS_AUTHORITY_URL": teams.url, "TEAMS_OPENID_URL": f"{teams.url}/openid",
        }  # fmt: skip
        done = run(folder, "doctor", **told)
    assert f"{state:<14}Teams: " in done.stdout, done.stdout
    assert "hush" not in done.stdout + done.stderr
    assert "bot-token" not in done.stdout + done.stderr


@pytest.mark.parametrize(
    ("seconds", "state"),
    [(0, State.ok), (4, State.ok), (7, State.look), (-119, State.look), (123, State.broken), (-3600, State.broken)],
)
def test_the_clock_is_compared_with_whoever_answers(seconds, state):
    there = datetime(2026, 3, 13, 8, 30, 15, tzinfo=UTC)
    here = there + timedelta(seconds=seconds)
    asked = Asked(lambda: here + timedelta(milliseconds=300))
    asked.compare("Slack", format_datetime(there, usegmt=True), here)
    assert of_clock(asked.off, has_others=True).state is state
    asked.compare("Slack", "yesterday", here)
    asked.compare("nobody", None, here)
    assert list(asked.off) == ["Slack"]


def _done_by_hand(url: str, *statements: str) -> None:
    engine = create_engine(url)
    with engine.begin() as connection:
        for statement in statements:
            connection.execute(text(statement))
    engine.dispose()


def test_a_table_that_is_missing_is_named(team):
    team.database.close()
    _done_by_hand(team.database.url, "ALTER TABLE touches RENAME TO touches_of_before")
    assert _now(team)["tables"] == "broken: missing: touches"


def test_where_organisations_are_no_longer_held_apart_is_told_with_how_it_is_mended(postgres_url, open_database):
    team = Team(open_database(postgres_url), Clock(system_clock()))
    team.database.close()
    assert "row-level security" not in _now(team)
    off = ("ALTER TABLE deals DISABLE ROW LEVEL SECURITY", "ALTER TABLE touches NO FORCE ROW LEVEL SECURITY")
    _done_by_hand(postgres_url, *off)
    assert _now(team)["row-level security"] == "broken: it is off in deals, touches"
    looking = Looking(postgres_url)
    todo = next(
        one.todo
        for one in with_database(looking, team.clock(), has_page=True).findings
        if one.about == "row-level security"
    )
    looking.close()
    _done_by_hand(postgres_url, *todo.partition(": ")[2].rstrip(";").split("; "))
    assert "row-level security" not in _now(team)
    _done_by_hand(postgres_url, "CREATE POLICY everybody ON contacts USING (true)")
    assert _now(team)["row-level security"] == "broken: a policy lets more than one organisation be seen in contacts"


def test_a_role_above_the_rules_is_told(postgres_url, postgres_admin):
    served = make_url(postgres_url)
    owner = make_url(postgres_admin).set(drivername=served.drivername, database=served.database)
    for url, told in ((postgres_url, []), (owner.render_as_string(hide_password=False), ["role"])):
        looking = Looking(url)
        found = list(of_database(looking))
        looking.close()
        assert [one.about for one in found if one.state is not State.ok] == told


def test_the_clock_is_compared_with_postgresql(postgres_url):
    looking = Looking(postgres_url)
    try:
        off = with_database(looking, system_clock() + timedelta(seconds=300), has_page=True).off
    finally:
        looking.close()
    assert of_clock({"the database": off}, has_others=True).state is State.broken


@pytest.mark.parametrize(
    ("version", "wrong"),
    [
        ("3.6.23", False), ("3.7.0", True), ("3.40.1", True), ("3.44.5", True), ("3.44.6", False), ("3.45.0", True),
        ("3.50.6", True), ("3.50.7", False), ("3.51.0", True), ("3.51.2", True), ("3.51.3", False), ("3.52.0", False),
    ],
)  # fmt: skip
def test_versions_of_sqlite_with_the_mistake_in_their_log_are_known(version, wrong, tmp_path):
    parts = tuple(map(int, version.split(".")))
    assert has_wal_mistake(parts) is wrong
    told = {one.about: one.state for one in of_sqlite(tmp_path / "x.sqlite3", parts)}
    assert told["SQLite"] is (State.look if wrong else State.ok)  # a warning, never more


MOUNTS = (
    "24 1 8:1 / / rw - ext4 /dev/sda1 rw",
    "25 24 0:44 / /srv rw - nfs4 nas:/export rw",
    "26 25 8:2 / /srv/local rw - xfs /dev/sdb1 rw",
    r"27 24 0:45 / /mnt/my\040share rw,relatime shared:1 - cifs //nas/x rw",
)


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("/var/lib/x", "ext4"), ("/srv/x", "nfs4"), ("/srv/local/x", "xfs"), ("/srvx/y", "ext4"),
        ("/mnt/my share/x", "cifs"),
    ],
)  # fmt: skip
def test_the_file_system_is_that_of_the_innermost_mount(path, kind):
    assert kind_of_mount(Path(path), MOUNTS) == kind


def test_on_a_network_file_system_the_bot_does_not_start_and_doctor_says_so(folder, monkeypatch):
    mounts = folder / "mounts"
    mounts.write_text("24 1 8:1 / / rw - nfs4 nas:/export rw\n")
    monkeypatch.setattr("bot.store.files._MOUNTS", mounts)
    started = run(folder, "migrate")
    assert (started.returncode, "network file system (nfs4)" in started.stderr) == (2, True)
    code, found = _examined(folder)
    assert (code, _states(found, "disk")) == (1, ["broken"])


def test_the_times_of_sending_fit():
    assert _CALL_SECONDS == {"slack": slack_calls.SECONDS, "teams": teams_calls.SECONDS}
    assert misfits(_CALL_SECONDS) == []
    assert misfits({"slack": 25.0}) == ["a call to slack may take 25 s"]


def test_a_port_that_is_another_one_each_time_is_looked_at(folder):
    told = _examined(folder, FOLLOWTHROUGH_PORT="0")[1]["settings"]
    assert (told["state"], "another free port of 127.0.0.1" in told["what"]) == ("look at this", True)


def test_why_a_trial_without_a_copy_is_well_is_said(folder):
    told = _examined(folder)[1]["backup"]
    assert (told["state"], told["what"]) == ("OK", "no copy is on record; a trial needs none")


@pytest.mark.parametrize(
    ("name", "value", "wrong"),
    [
        ("KEEP_REPLIES_DAYS", "abc", "has to be a whole number"),
        ("KEEP_REPLIES_DAYS", "1.5", "has to be a whole number"),
        ("KEEP_MESSAGES_DAYS", "7", "has to be 8 or more"),
        ("KEEP_CLOSED_MONTHS", "100000", "has to be 240 or less"),
        ("KEEP_AUDIT_MONTHS", "241", "has to be 240 or less"),
        ("KEEP_DRAFTS_DAYS", "3651", "has to be 3650 or less"),
        ("LOCAL", "perhaps", "has to be 1 (on) or 0 (off)"),
        ("PORT", "65536", "has to be 65535 or less"),
    ],
)
def test_a_wrong_setting_is_said_in_our_words(folder, name, value, wrong):
    code, found = _examined(folder, **{f"FOLLOWTHROUGH_{name}": value})
    assert (code, found["settings"]["what"]) == (1, f"FOLLOWTHROUGH_{name}: {wrong}")
