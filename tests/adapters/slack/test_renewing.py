"""A token is renewed only in its own place, and where it has ended also before its time."""

import threading
import time
from datetime import timedelta

import pytest
from sqlalchemy import update

from adapters.sealing import Seal
from bot.model import WorkspaceState
from bot.store.tables import workspaces
from tests.slack.installing import SECRET_KEY
from tests.slack.places import renewing

# Renewed only in its own place


def test_an_uninstall_that_another_process_hears_stands_though_a_renewal_ends_behind_it(place, monkeypatch):
    renewal = renewing(place, monkeypatch)
    place.bot.database.operate(lambda operator: operator.workspaces.stop("slack", place.acme.id, place.bot.at))
    renewal.goes_on()
    assert place.stored() == (WorkspaceState.stopped, "")


def test_so_does_one_that_the_same_process_hears(place, monkeypatch):
    renewal = renewing(place, monkeypatch)
    threading.Timer(0.3, renewal.gate.set).start()
    place.fake.uninstall(place.acme)
    renewal.goes_on()
    assert place.stored() == (WorkspaceState.stopped, "")


def test_a_new_installation_keeps_its_token_though_a_renewal_of_the_one_before_ends_behind_it(place, monkeypatch):
    renewal = renewing(place, monkeypatch)
    place.tokens("token_revoked")
    place.install()
    renewal.goes_on()
    assert place.stored() == (WorkspaceState.connected, place.acme.token)
    assert place.bot.tick() == 1
    assert place.stored()[0] is WorkspaceState.connected


def test_a_pair_that_was_sealed_anew_meanwhile_is_renewed_all_the_same(place, monkeypatch):
    renewal = renewing(place, monkeypatch)
    seal = Seal(SECRET_KEY)
    found = place.bot.database.operate(lambda operator: operator.workspaces.one("slack", place.acme.id))
    anew = seal.close(seal.open(found.sealed, f"slack:{place.acme.id}"), f"slack:{place.acme.id}")
    assert anew != found.sealed
    place.bot.database.operate(lambda o: o.workspaces.reseal("slack", place.acme.id, anew, place.bot.at))
    renewal.goes_on()
    assert place.stored() == (WorkspaceState.connected, place.acme.token)


def test_who_waits_no_longer_loses_no_pair(place, monkeypatch):
    """A question to Slack has a second and a half; a renewal that it began goes on."""
    renewal = renewing(place, monkeypatch)
    renewal.ended.cancel()
    time.sleep(0.1)
    renewal.gate.set()
    place.bot.run(place.bot.found["slack"]._installs.close)
    assert place.stored() == (WorkspaceState.connected, place.acme.token)


def test_a_workspace_whose_row_cannot_be_read_keeps_no_other_from_being_renewed(place):
    globex = place.fake.add_workspace("Globex Sales")
    gina = place.fake.add_user(globex, "gina", real_name="Gina Ray")
    assert place.fake.install(gina, f"{place.url}/slack/install").status == 200
    newer = update(workspaces).where(workspaces.c.key == place.acme.id).values(details='{"of_a_newer_version": 1}')
    place.bot.database.operate(lambda operator: operator.connection.execute(newer))
    before = place.calls("oauth.v2.access")
    place.bot.at += timedelta(hours=11)
    place.renews_ahead()
    assert place.calls("oauth.v2.access") == [*before, "ok"]


def test_who_was_too_slow_gives_away_no_lease_that_another_process_took_since(place, monkeypatch):
    renewal = renewing(place, monkeypatch)
    key, later = f"renew:{place.acme.id}", place.bot.at + timedelta(hours=1)
    assert place.bot.database.operate(lambda operator: operator.lease(key, later, later + timedelta(minutes=1)))
    renewal.goes_on()
    assert place.bot.database.operate(lambda operator: operator.meta(key)) is not None
    assert place.stored() == (WorkspaceState.connected, place.acme.token)


# Renewed when it has ended


@pytest.mark.parametrize("how", ["a message", "a form", "home", "a list", "a mention"])
def test_a_token_that_has_ended_before_its_time_is_renewed_and_the_call_made_once_more(place, how):
    place.typed("new Acme, 40 seats")
    place.typed("logcall Acme: I send the plan tomorrow")
    place.bot.tick()
    place.expire()
    fake = place.fake
    match how:
        case "a message":
            assert "What I can do" in fake.dm(place.rita, "help").post().text
        case "a form":
            assert fake.command(place.rita, "/logcall").modal()
        case "home":
            assert fake.open_home(place.rita).home()
        case "a mention":
            sales = fake.add_channel(place.acme, "sales", place.rita)
            assert "Acme" in fake.mention(sales, place.rita, "where are we on Acme?").ephemeral().text
        case _:
            place.bot.at += timedelta(hours=19)  # the clock of the bot alone: that of Slack stands
            place.expire()
            assert place.bot.tick() == 1
    place.bot.settle()
    assert place.stored() == (WorkspaceState.connected, place.acme.token)
    assert place.calls("oauth.v2.access") == ["ok", "ok"]


def test_who_is_new_is_asked_for_with_the_renewed_token(place):
    tom = place.fake.add_user(place.acme, "tom", real_name="Tom Becker")
    place.expire()
    assert "deal of yours now" in place.fake.command(tom, "/followthrough", "new Globex, 3 seats").ephemeral().text


def test_several_that_find_it_ended_renew_it_once(place):
    place.typed("new Acme, 40 seats")
    place.expire()
    seen = [place.fake.dm(place.rita, f"where are we on Acme? {n}") for n in range(4)]
    place.bot.settle()
    assert [bool(one.post()) for one in seen] == [True] * 4
    assert place.calls("oauth.v2.access") == ["ok", "ok"]
