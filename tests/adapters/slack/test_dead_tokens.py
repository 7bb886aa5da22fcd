"""A token that is lost or dead: who can mend it is told, and whoever finds it dead stops the workspace."""

import time
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import func, select

from adapters.cli.delivery_findings import of_deliveries
from adapters.metrics import told as metrics
from adapters.slack import rounds
from bot.model import WorkspaceState
from bot.store.tables import audit
from tests.slack.faults import drop, rate_limited, server_error, truncated
from tests.slack.places import Place
from tests.slack.serving import office

# Lost


def lost(place: Place) -> None:
    """Slack took the refresh token, and the answer never came."""
    place.typed("new Acme, 40 seats")
    place.typed("logcall Acme: I send the plan tomorrow")
    place.bot.tick()
    place.bot.at += timedelta(hours=11)
    place.fake.faults.script("oauth.v2.access", drop(after=True))
    place.renews_ahead()
    place.bot.at += timedelta(minutes=1)
    place.renews_ahead()


def findings(place: Place) -> list[Any]:
    return place.bot.database.operate(lambda operator: list(of_deliveries(operator, place.bot.at)))


def test_where_slack_took_the_refresh_and_its_answer_was_lost_everybody_who_can_mend_it_is_told(place):
    assert "followthrough_workspaces_to_install_again 0" in metrics(place.bot.database, place.bot.at)
    lost(place)
    assert place.calls("oauth.v2.access")[-1] == "invalid_refresh_token"
    told = place.typed("people")
    assert "Slack, Acme Sales: its token cannot be renewed (invalid_refresh_token)" in told
    assert "/slack/install" in told
    found = next(one for one in findings(place) if "cannot be renewed" in one.what)
    assert (found.state.value, "Acme Sales" in found.what, "/slack/install" in found.todo) == ("broken", True, True)
    assert "followthrough_workspaces_to_install_again 1" in metrics(place.bot.database, place.bot.at)
    place.install()
    assert "cannot be renewed" not in place.typed("people")
    assert not [one for one in findings(place) if "cannot be renewed" in one.what]


def test_a_rep_reads_nothing_of_it(place):
    tom = place.fake.add_user(place.acme, "tom", real_name="Tom Becker")
    place.fake.command(tom, "/followthrough", "new Globex, 3 seats")
    lost(place)
    assert "cannot be renewed" not in place.fake.command(tom, "/followthrough", "people").ephemeral().text


def test_a_list_that_it_stops_is_told_as_that_and_is_nobodys_fault(place):
    lost(place)
    place.expire()
    place.bot.at += timedelta(hours=8)
    assert place.bot.tick() == 0
    told = place.typed("people")
    assert "did not come (the workspace's token has ended, and cannot be renewed: invalid_refresh_token)" in told
    assert "No message gets through" not in told
    assert place.stored()[0] is WorkspaceState.connected
    assert 'followthrough_refused{platform="slack",mends="admin"} 1' in metrics(place.bot.database, place.bot.at)


@pytest.mark.parametrize("fault", [server_error(500), rate_limited(1), drop(after=False)])
def test_a_refresh_that_slack_did_not_take_is_tried_again(place, fault):
    place.bot.at += timedelta(hours=11)
    place.fake.faults.script("oauth.v2.access", fault)
    place.renews_ahead()
    assert "cannot be renewed" not in place.typed("people")
    place.bot.at += timedelta(minutes=1)
    place.renews_ahead()
    assert place.stored() == (WorkspaceState.connected, place.acme.token)
    assert place.calls("oauth.v2.access")[-1] == "ok"


# Dead


@pytest.mark.parametrize("error", ["token_revoked", "account_inactive", "invalid_auth"])
@pytest.mark.parametrize("how", ["a message", "a form", "home", "a mention", "somebody new"])
def test_an_answer_that_finds_the_token_dead_stops_the_workspace(place, error, how):
    place.typed("new Acme, 40 seats")
    place.tokens(error)
    fake = place.fake
    match how:
        case "a message":
            fake.dm(place.rita, "help")
        case "a form":
            fake.command(place.rita, "/logcall")
        case "home":
            fake.open_home(place.rita)
        case "a mention":
            fake.mention(fake.add_channel(place.acme, "sales", place.rita), place.rita, "where are we on Acme?")
        case _:
            fake.command(fake.add_user(place.acme, "tom", real_name="Tom Becker"), "/followups")
    place.bot.settle()
    assert place.stored() == (WorkspaceState.stopped, "")
    before = len(fake.receipts)
    assert "I am not connected to this workspace just now" in place.typed("new Globex, 3 seats")
    fake.dm(place.rita, "new Initech, 3 seats")
    fake.open_home(place.rita)
    place.bot.settle()
    place.bot.at += timedelta(days=1)
    place.bot.tick()
    assert len(fake.receipts) == before
    place.install()
    assert "Initech" not in place.typed("deals")


def test_an_answer_with_the_token_of_before_stops_no_new_installation(place, monkeypatch):
    slack = place.bot.found["slack"]
    old = place.bot.run(lambda: slack._installs.of(place.acme.id))
    place.tokens("token_revoked")
    place.install()
    told = place.bot.run(lambda: slack._people._speaking.call(old, "auth.test"))
    assert told["team_id"] == place.acme.id
    assert place.stored() == (WorkspaceState.connected, place.acme.token)


def test_a_pasted_token_that_is_dead_stops_its_workspace_too(sqlite_url, open_database):
    with office(open_database(sqlite_url)) as made:
        made.fake.command(made.rita, "/followthrough", "new Acme, 40 seats")
        made.fake.world.tokens[made.acme.token].error = "account_inactive"
        made.fake.dm(made.rita, "help")
        made.bot.settle()
        answer = made.fake.command(made.rita, "/followthrough", "new Globex, 3 seats").ephemeral().text
        assert "I am not connected to this workspace just now" in answer


def test_a_pasted_token_that_has_ended_is_told_to_who_can_mend_it(sqlite_url, open_database):
    """Nothing renews it, so nothing is tried again for hours."""
    with office(open_database(sqlite_url)) as made:
        made.fake.command(made.rita, "/followthrough", "new Acme, 40 seats")
        made.fake.command(made.rita, "/logcall", "Acme: I send the plan tomorrow")
        made.fake.world.tokens[made.acme.token].expires_at = made.fake.clock.now() - 1
        made.bot.at += timedelta(hours=19)
        assert made.bot.tick() == 0
        told = made.fake.command(made.rita, "/followthrough", "people").ephemeral().text
        assert "did not come (the pasted token has ended, and nothing renews it" in told
        found = made.bot.database.operate(lambda operator: list(of_deliveries(operator, made.bot.at)))
        assert [one.state.value for one in found if "pasted token" in one.what] == ["broken"]


# Farewells


@pytest.mark.parametrize("fault", [server_error(500), server_error(503), rate_limited(90), drop(), truncated()])
def test_an_uninstall_that_slack_could_not_confirm_is_kept_and_checked_again(place, fault):
    place.fake.faults.always("auth.test", fault)
    assert {one.status for one in place.fake.uninstall(place.acme).answers} == {500}
    farewells = place.bot.found["slack"]._farewells
    place.bot.run(farewells.again)
    assert place.stored()[0] is WorkspaceState.connected
    place.fake.faults.clear()
    place.bot.at += timedelta(minutes=2)  # past what Slack asked to wait
    place.bot.run(farewells.again)
    assert place.stored() == (WorkspaceState.stopped, "")
    assert "I am not connected" in place.typed("new Globex, 3 seats")
    before = len(place.fake.receipts)
    place.bot.run(farewells.again)
    assert len(place.fake.receipts) == before, "it is decided"


def test_so_does_another_process_that_starts_later_and_by_itself(place, sqlite_url, monkeypatch):
    monkeypatch.setattr(rounds, "PAUSE", 0.05)
    place.fake.faults.always("auth.test", server_error(500))
    place.fake.uninstall(place.acme)
    slack = place.bot.found["slack"]

    async def starts() -> None:
        await slack._rounds.close()
        slack._rounds.open()

    place.bot.run(starts)
    place.fake.faults.clear()
    before = len(place.fake.calls("auth.test"))
    place.fake.until(lambda: len(place.fake.calls("auth.test")) > before, "the next try")
    for _ in range(100):
        if place.stored()[0] is WorkspaceState.stopped:
            break
        time.sleep(0.05)
    assert place.stored() == (WorkspaceState.stopped, "")


def test_one_that_was_kept_ends_no_newer_installation(place):
    place.fake.faults.always("auth.test", server_error(500))
    place.fake.uninstall(place.acme)
    place.fake.faults.clear()
    place.install()
    place.bot.run(place.bot.found["slack"]._farewells.again)
    assert place.stored() == (WorkspaceState.connected, place.acme.token)
    assert "is a deal of yours now" in place.typed("new Globex, 3 seats")
    before = len(place.fake.calls("auth.test"))
    place.bot.run(place.bot.found["slack"]._farewells.again)
    assert len(place.fake.calls("auth.test")) == before


def test_an_uninstall_that_comes_four_times_is_one_in_the_audit_record(place):
    place.fake.event(place.acme.bot, {"type": "app_uninstalled", "event_ts": "1.2"}, times=1)
    place.tokens("account_inactive")
    place.fake.event(place.acme.bot, {"type": "app_uninstalled", "event_ts": "1.3"}, times=4, parallel=True)
    place.fake.tokens_revoked(place.acme)
    told = select(func.count()).select_from(audit).where(audit.c.action == "uninstall")
    assert place.bot.database.operate(lambda operator: operator.connection.execute(told).scalar_one()) == 1
