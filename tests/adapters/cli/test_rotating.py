"""The key changes: the old one still opens until every token is sealed under the new one."""

import json
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import select
from structlog.testing import capture_logs

from adapters.sealing import CannotUnseal, Seal
from adapters.slack.settings import SlackSettings
from bot.store import Database
from bot.store.tables import outbox
from tests.adapters.cli.operator import run
from tests.canary import CANARY
from tests.serving import running
from tests.slack.blockkit import problems
from tests.slack.fake import FakeSlack
from tests.slack.installing import free_port
from tests.slack.serving import running_bot

OLD, NEW = CANARY + "o" * 40, CANARY + "n" * 40
_OF_SLACK = ("signing_secret", "client_id", "client_secret", "api_url", "authorize_url")
AT = datetime(2026, 3, 12, tzinfo=UTC)


def connected(folder, key: str, team: str) -> None:
    database = Database(f"sqlite:///{folder}/data/followthrough.sqlite3")
    sealed = Seal(key).close("xoxb-1-secret", f"slack:{team}")

    def write(operator) -> None:
        made = operator.create_organisation(team)
        operator.workspaces.connect(made, "slack", team, team, "{}", sealed, AT)

    database.operate(write)
    database.close()


def sealed_of(folder) -> list[str]:
    database = Database(f"sqlite:///{folder}/data/followthrough.sqlite3")
    try:
        return [one.sealed for one in database.operate(lambda operator: operator.workspaces.all("slack"))]
    finally:
        database.close()


def test_everything_is_sealed_under_the_new_key_and_a_second_run_changes_nothing(folder):
    connected(folder, OLD, "T1")
    connected(folder, NEW, "T2")
    keys = {"FOLLOWTHROUGH_SECRET_KEY": NEW, "FOLLOWTHROUGH_SECRET_KEY_BEFORE": OLD}
    done = run(folder, "rotate-key", **keys)
    assert (done.returncode, done.stdout.splitlines()[0]) == (0, "1 token sealed anew, 1 as it was.")
    assert "Remove FOLLOWTHROUGH_SECRET_KEY_BEFORE" in done.stdout
    sealed = sealed_of(folder)
    assert [Seal(NEW).open(one, f"slack:T{number}") for number, one in enumerate(sealed, 1)] == ["xoxb-1-secret"] * 2
    with pytest.raises(CannotUnseal):
        Seal(OLD).open(sealed[0], "slack:T1")
    again = run(folder, "rotate-key", **keys)
    assert (again.returncode, "either this was done already" in again.stderr) == (1, True)
    assert run(folder, "rotate-key", FOLLOWTHROUGH_SECRET_KEY=NEW).stdout.startswith("0 tokens sealed anew, 2 as")
    assert sealed_of(folder) == sealed


def test_a_token_that_opens_with_neither_key_is_named_and_nothing_changes(folder):
    connected(folder, OLD, "T1")
    connected(folder, "x" * 40, "T2")
    before = sealed_of(folder)
    done = run(folder, "rotate-key", FOLLOWTHROUGH_SECRET_KEY=NEW, FOLLOWTHROUGH_SECRET_KEY_BEFORE=OLD)
    assert done.returncode == 1
    assert "slack:T2" in done.stderr
    assert sealed_of(folder) == before


def test_it_says_what_to_set(folder):
    done = run(folder, "rotate-key")
    assert (done.returncode, "FOLLOWTHROUGH_SECRET_KEY_BEFORE" in done.stderr) == (2, True)
    alone = run(folder, "rotate-key", FOLLOWTHROUGH_SECRET_KEY_BEFORE=OLD)
    assert (alone.returncode, "has to be the new one" in alone.stderr) == (2, True)


def test_keys_in_each_others_place_are_never_told_as_done(folder):
    """Whoever obeyed "remove the one before" would throw the new key away."""
    connected(folder, OLD, "T1")
    before = sealed_of(folder)
    swapped = {"FOLLOWTHROUGH_SECRET_KEY": OLD, "FOLLOWTHROUGH_SECRET_KEY_BEFORE": NEW}
    done = run(folder, "rotate-key", **swapped)
    assert (done.returncode, done.stdout) == (1, "0 tokens sealed anew, 1 as it was.\n")
    assert "the two keys are swapped" in done.stderr
    assert "emove" not in done.stderr
    assert sealed_of(folder) == before
    (told,) = key_findings(folder, **swapped)
    assert "If not, the two keys are swapped" in told["todo"]


def key_findings(folder, **keys: str) -> list[dict[str, str]]:
    told = json.loads(run(folder, "doctor", "--json", **keys).stdout)
    return [one for one in told["findings"] if one["about"] == "key"]


def test_doctor_looks_whether_any_token_is_still_sealed_by_the_old_key(folder):
    connected(folder, OLD, "T1")
    connected(folder, NEW, "T2")
    keys = {"FOLLOWTHROUGH_SECRET_KEY": NEW, "FOLLOWTHROUGH_SECRET_KEY_BEFORE": OLD}
    (told,) = key_findings(folder, **keys)
    assert told["what"] == "1 of 2 tokens are still sealed by the key before the present one"
    assert told["todo"].startswith("followthrough rotate-key")
    run(folder, "rotate-key", **keys)
    (told,) = key_findings(folder, **keys)
    assert told["what"] == "no token is sealed by FOLLOWTHROUGH_SECRET_KEY_BEFORE"
    assert "rotate-key" not in told["todo"]
    assert key_findings(folder, FOLLOWTHROUGH_SECRET_KEY=NEW) == []


def test_where_nothing_is_sealed_it_asks_which_key_is_the_new_one(folder):
    done = run(folder, "rotate-key", FOLLOWTHROUGH_SECRET_KEY=NEW, FOLLOWTHROUGH_SECRET_KEY_BEFORE=OLD)
    assert (done.returncode, "Is FOLLOWTHROUGH_SECRET_KEY the new key?" in done.stdout) == (0, True)


def of_slack(fake: FakeSlack, port: int = 0) -> SlackSettings:
    return SlackSettings(
        signing_secret=fake.app.signing_secret, client_id=fake.app.client_id, client_secret=fake.app.client_secret,
        api_url=fake.api_url, authorize_url=fake.authorize_url, public_url=f"http://127.0.0.1:{port}", secret_key=OLD,
    )  # fmt: skip


def test_a_process_that_was_not_started_again_sends_nothing_and_loses_nothing(folder, postgres_url, open_database):
    database, port = open_database(postgres_url), free_port()
    there = {"FOLLOWTHROUGH_DATABASE_URL": postgres_url}
    with FakeSlack(checker=problems) as fake:
        acme = fake.add_workspace("Acme Sales")
        rita = fake.add_user(acme, "rita", real_name="Rita Moss")
        settings = of_slack(fake, port)
        with running_bot(database, fake, settings, port=port) as bot:
            fake.install(rita, f"{settings.public_url}/slack/install")  # its welcome waits to be sent
            done = run(folder, "rotate-key", **there, FOLLOWTHROUGH_SECRET_KEY=NEW, FOLLOWTHROUGH_SECRET_KEY_BEFORE=OLD)
            assert "start every process of the bot again" in done.stdout
            assert bot.found["slack"].state == "ok"
            for _ in range(30):
                assert bot.tick() == 0
                bot.at += timedelta(hours=1)
            asked = select(outbox.c.state, outbox.c.error, outbox.c.attempts).where(outbox.c.kind == "welcome")
            row = database.operate(lambda operator: operator.connection.execute(asked).one())
            assert tuple(row) == ("pending", "the token cannot be opened", 0), "no try of it counts"
            assert bot.found["slack"].state.startswith("the token of 1 workspace cannot be opened")
            (told,) = key_findings(folder, **there, FOLLOWTHROUGH_SECRET_KEY=NEW)
            assert (told["state"], acme.id in told["what"]) == ("broken", True)
            assert bot.tick() == 0
            anew = replace(settings, secret_key=NEW)
            with running_bot(open_database(postgres_url), fake, anew) as other:  # while that one still runs
                other.at = bot.at + timedelta(seconds=61)
                assert other.tick() >= 1
        assert [one for one in fake.messages(rita) if "make Tom a rep" in one["text"]]
        assert key_findings(folder, **there, FOLLOWTHROUGH_SECRET_KEY=NEW) == []


def test_people_hear_from_a_process_with_another_key_what_to_do_and_slack_is_not_refused(folder, open_database):
    database, port = open_database(f"sqlite:///{folder}/data/followthrough.sqlite3"), free_port()
    with FakeSlack(checker=problems) as fake:
        acme = fake.add_workspace("Acme Sales")
        rita = fake.add_user(acme, "rita", real_name="Rita Moss")
        sales = fake.add_channel(acme, "sales", rita)
        settings = of_slack(fake, port)
        with running_bot(database, fake, settings, port=port) as bot:
            fake.install(rita, f"{settings.public_url}/slack/install")
            form = fake.command(rita, "/logcall").modal()
            bot.settle()
        with capture_logs() as logs, running_bot(database, fake, replace(settings, secret_key=NEW), port=port):
            told = fake.command(rita, "/followthrough", "help").ephemeral().text
            assert "has to be started again" in told
            assert "install" not in told, "it would seal the next token under the wrong key"
            dm, mention = fake.dm(rita, "followups"), fake.mention(sales, rita, "followups")
            heard = (dm, mention, fake.open_home(rita), fake.type_ahead(form, "deal", "Ac"))
            assert [[one.status for one in seen.answers] for seen in heard] == [[200]] * 4
            assert heard[-1].options == []
    (line,) = [one for one in logs if one["log_level"] in {"warning", "error"}]
    assert (line["event"], line["team"]) == ("slack token cannot be opened", acme.id)


def test_health_forgets_a_workspace_that_left_by_another_process(folder, open_database):
    connected(folder, NEW, "T000000001")
    database = open_database(f"sqlite:///{folder}/data/followthrough.sqlite3")
    with FakeSlack(checker=problems) as fake:
        rita = fake.add_user(fake.add_workspace("Acme Sales"), "rita", real_name="Rita Moss")
        with running_bot(database, fake, of_slack(fake)) as bot:
            fake.command(rita, "/followthrough", "help")
            assert bot.found["slack"].state.startswith("the token of 1 workspace cannot be opened")
            database.operate(lambda operator: operator.workspaces.stop("slack", "T000000001", bot.at))
            fake.command(rita, "/followthrough", "help")
            assert bot.found["slack"].state == "ok"


def test_health_tells_of_tokens_that_do_not_open(folder):
    connected(folder, NEW, "T000000001")
    with FakeSlack(checker=problems) as fake:
        rita = fake.add_user(fake.add_workspace("Acme Sales"), "rita", real_name="Rita Moss")
        given = {f"SLACK_{one.upper()}": getattr(of_slack(fake), one) for one in _OF_SLACK}
        mine = {"FOLLOWTHROUGH_PUBLIC_URL": "https://bot.acme.example", "FOLLOWTHROUGH_SECRET_KEY": OLD}
        with running(folder, **given, **mine) as page:
            fake.bot_url = f"{page.url}/slack/events"
            assert "I am locked out" in fake.command(rita, "/followthrough", "help").ephemeral().text
            status, body = page.get("/healthz")
    assert (status, body["ok"]) == (200, True), "the process itself serves"
    assert (
        body["slack"] == "the token of 1 workspace cannot be opened: this process has another FOLLOWTHROUGH_SECRET_KEY"
    )
