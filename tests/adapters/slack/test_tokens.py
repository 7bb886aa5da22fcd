"""A token in its life: renewed only in its own place, renewed when it has ended, and stopped by whoever finds it dead."""

import asyncio
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import func, select, update

from adapters.cli.delivery_findings import of_deliveries
from adapters.metrics import told as metrics
from adapters.sealing import Seal
from adapters.slack import again, rounds
from adapters.slack.tokens import stored_token
from bot.app import load_all
from bot.model import WorkspaceState
from bot.store.tables import audit, workspaces
from tests.adapters.slack.test_installing import SECRET_KEY, installing
from tests.slack.fake import FakeSlack
from tests.slack.faults import drop, rate_limited, server_error, truncated
from tests.slack.model import User, Workspace
from tests.slack.serving import Bot, office, running_bot


@dataclass
class Place:
    fake: FakeSlack
    bot: Bot
    url: str
    acme: Workspace
    rita: User

    def install(self) -> None:
        assert self.fake.install(self.rita, f"{self.url}/slack/install").status == 200

    def stored(self) -> tuple[WorkspaceState, str]:
        """The state, and the token that is stored."""
        found = self.bot.database.operate(lambda operator: operator.workspaces.one("slack", self.acme.id))
        assert found
        token = stored_token(found, Seal(SECRET_KEY))
        return found.state, token.access if token else ""

    def tokens(self, error: str) -> None:
        """Every token so far is no good any more."""
        for token in self.fake.world.tokens.values():
            if token.kind == "bot":
                token.error = error

    def expire(self) -> None:
        for token in self.fake.world.tokens.values():
            if token.kind == "bot":
                token.expires_at = self.fake.clock.now() - 1

    def renews_ahead(self) -> None:
        """As each minute does it."""
        self.bot.run(self.bot.found["slack"]._installs.renew_ahead)

    def typed(self, line: str) -> str:
        return self.fake.command(self.rita, "/followthrough", line).ephemeral().text

    def calls(self, method: str) -> list[Any]:
        return [call.answer and call.answer.get("error", "ok") for call in self.fake.calls(method)]


@contextmanager
def placed(database, *, rotates: bool = True) -> Iterator[Place]:
    with installing(database, rotates=rotates) as (fake, bot, url):
        acme = fake.add_workspace("Acme Sales")
        rita = fake.add_user(acme, "rita", real_name="Rita Moss", zone="Europe/London")
        place = Place(fake, bot, url, acme, rita)
        place.install()
        yield place


@pytest.fixture
def place(sqlite_url, open_database) -> Iterator[Place]:
    load_all()  # the first word would wait for it
    with placed(open_database(sqlite_url)) as made:
        yield made


@dataclass
class Renewal:
    """One whose answer from Slack has not come in yet."""

    ended: Any  # a future
    gate: threading.Event

    def goes_on(self) -> None:
        self.gate.set()
        self.ended.result(20)


def renewing(place: Place, monkeypatch) -> Renewal:
    slack = place.bot.found["slack"]
    call, gate, asked = slack._calls.call, threading.Event(), threading.Event()

    async def slow(token: str, method: str, **arguments: Any) -> dict[str, Any]:
        answer = await call(token, method, **arguments)
        if arguments.get("grant_type") == "refresh_token":
            asked.set()
            await asyncio.to_thread(gate.wait, 20)
        return answer

    monkeypatch.setattr(slack._calls, "call", slow)
    place.bot.at += timedelta(hours=11)
    ended = asyncio.run_coroutine_threadsafe(slack._installs.renew_ahead(), place.bot.found["loop"])
    assert asked.wait(10)
    return Renewal(ended, gate)


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


# Renewed by whoever may: nothing that was said meanwhile is lost


FAILING = [server_error(503), rate_limited(1), drop(after=False)]


@pytest.mark.parametrize("fault", FAILING)
def test_an_answer_waits_for_a_renewal_that_slack_did_not_take_at_once(place, fault, monkeypatch):
    monkeypatch.setattr(again, "PAUSES", (1.1, 0.1, 0.1))
    place.typed("new Acme, 40 seats")
    sales = place.fake.add_channel(place.acme, "sales", place.rita)
    place.expire()
    place.fake.faults.script("oauth.v2.access", fault)
    assert "Acme" in place.fake.dm(place.rita, "deals").post().text
    place.expire()
    place.bot.at += timedelta(seconds=2)  # as Slack wished
    place.fake.faults.script("oauth.v2.access", fault)
    assert "Acme" in place.fake.mention(sales, place.rita, "where are we on Acme?").ephemeral().text


def test_a_form_that_did_not_open_for_it_opens_with_the_next_press(place):
    place.expire()
    place.fake.faults.script("oauth.v2.access", server_error(503))
    told = place.fake.command(place.rita, "/logcall").ephemeral()
    assert place.fake.press(told, "Open the form").modal()


def test_a_night_without_a_word_ends_no_token(place):
    for _ in range(30):
        place.bot.at += timedelta(hours=1)
        place.renews_ahead()
    assert place.calls("oauth.v2.access") == ["ok"] * 3  # installed, and renewed after eleven hours, and eleven more
    assert place.stored() == (WorkspaceState.connected, place.acme.token)


def test_it_is_renewed_by_itself_whoever_starts_late_and_also_behind_a_round_that_failed(place, monkeypatch):
    monkeypatch.setattr(rounds, "PAUSE", 0.05)
    slack = place.bot.found["slack"]
    failing = iter([True])

    async def breaks_once() -> None:
        if next(failing, False):
            raise RuntimeError

    async def starts() -> None:
        await slack._rounds.close()
        slack._rounds = rounds.Rounds(breaks_once, *slack._rounds._looks)
        slack._rounds.open()

    before = place.stored()
    place.bot.at += timedelta(hours=11)
    place.bot.run(starts)
    for _ in range(100):
        if place.stored() != before:
            break
        time.sleep(0.05)
    assert place.stored() == (WorkspaceState.connected, place.acme.token)


def test_nobody_who_writes_waits_for_what_has_not_ended_yet(place, monkeypatch):
    renewal = renewing(place, monkeypatch)
    assert "What I can do" in place.fake.dm(place.rita, "help").post().text
    assert place.fake.command(place.rita, "/logcall").modal()
    renewal.goes_on()


@contextmanager
def twins(postgres_url: str, open_database) -> Iterator[tuple[Place, Bot]]:
    """A second process on the same database."""
    load_all()
    with placed(open_database(postgres_url)) as place:
        slack = place.bot.found["slack"]
        with running_bot(open_database(postgres_url), place.fake, slack._settings) as other:
            other.at = place.bot.at
            yield place, other


def at(place: Place, bot: Bot) -> FakeSlack:
    place.fake.bot_url = f"{bot.found['url']}/slack/events"
    return place.fake


@pytest.mark.parametrize("how", ["a message", "a form", "a mention"])
def test_who_writes_while_another_process_renews_waits_for_the_new_token(postgres_url, open_database, monkeypatch, how):
    with twins(postgres_url, open_database) as (place, other):
        at(place, other).command(place.rita, "/followthrough", "new Acme, 40 seats")
        sales = place.fake.add_channel(place.acme, "sales", place.rita)
        renewal = renewing(place, monkeypatch)
        place.expire()  # the old one; the new one is known to Slack alone
        place.fake.world.tokens[place.acme.token].expires_at = place.fake.clock.now() + 1000
        other.at = place.bot.at
        threading.Timer(0.7, renewal.gate.set).start()
        match how:
            case "a message":
                assert "Acme" in at(place, other).dm(place.rita, "deals").post().text
            case "a form":
                assert at(place, other).command(place.rita, "/logcall").modal()
            case _:
                assert "Acme" in at(place, other).mention(sales, place.rita, "deals").ephemeral().text
        renewal.goes_on()
        assert place.calls("oauth.v2.access") == ["ok", "ok"]


@pytest.mark.parametrize("fault", FAILING)
def test_where_that_one_fails_this_one_does_it(postgres_url, open_database, fault):
    with twins(postgres_url, open_database) as (place, other):
        at(place, other).command(place.rita, "/followthrough", "new Acme, 40 seats")
        place.expire()
        place.fake.faults.script("oauth.v2.access", fault)
        place.bot.at += timedelta(hours=13)
        other.at = place.bot.at
        place.renews_ahead()
        assert "Acme" in at(place, other).dm(place.rita, "deals").post().text


def test_an_uninstall_told_late_stops_nobody_whose_token_has_only_ended(place):
    place.expire()
    place.fake.faults.script("oauth.v2.access", server_error(503))
    farewell = {"type": "tokens_revoked", "tokens": {"bot": [place.acme.bot.id]}, "event_ts": "1.2"}
    assert [one.status for one in place.fake.event(place.acme.bot, farewell).answers] == [500, 200]
    assert place.stored() == (WorkspaceState.connected, place.acme.token)
    assert "What I can do" in place.fake.dm(place.rita, "help").post().text


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
