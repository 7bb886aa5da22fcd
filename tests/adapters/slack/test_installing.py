"""Connecting: by OAuth with tokens sealed at rest and renewed in time, or by Socket Mode without a public address."""

import asyncio
import json
import re
import urllib.error
import urllib.request
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from urllib.parse import parse_qs, urlsplit

import aiohttp
import pytest
from sqlalchemy import func, select, text

from adapters.cli.roles import expected
from adapters.sealing import Seal
from adapters.slack.settings import SlackSettings
from bot.conversation.leading import WAITS
from bot.model import Role, WorkspaceState
from bot.store.tables import audit, workspaces
from tests.slack import events
from tests.slack.blockkit import problems
from tests.slack.fake import FakeSlack
from tests.slack.faults import rate_limited, server_error
from tests.slack.installing import SECRET_KEY, free_port, installing
from tests.slack.serving import office, running_bot


def test_a_workspace_installs_itself_and_whoever_did_it_is_admin_and_told_what_comes_next(sqlite_url, open_database):
    database = open_database(sqlite_url)
    with installing(database) as (fake, bot, url):
        acme = fake.add_workspace("Acme Sales")
        rita = fake.add_user(acme, "rita", real_name="Rita Moss")
        page = fake.install(rita, f"{url}/slack/install")
        assert page.status == 200
        assert "Followthrough is in Slack" in page.text
        assert bot.member(rita).role is Role.admin
        assert bot.tick() == 1
        assert "make Tom a rep of Maria" in fake.messages(rita)[0]["text"]
        stored = database.operate(lambda operator: str(operator.connection.execute(select(workspaces)).all()))
        assert "xox" not in stored
        assert "Logged" not in fake.command(rita, "/followups").ephemeral().text


def test_a_state_is_good_once_for_ten_minutes_and_only_in_its_own_browser(sqlite_url, open_database):
    with installing(open_database(sqlite_url)) as (fake, bot, url):
        fake.add_workspace("Acme Sales")

        async def knock(*, owned: bool = True, minutes: int = 0, **foreign: str) -> list[int]:
            """Slack's answer comes twice to one browser; `foreign`: the cookies of another one."""
            async with aiohttp.ClientSession() as session:
                begun = await session.get(f"{url}/slack/install", allow_redirects=False)
                (state,) = parse_qs(urlsplit(begun.headers["Location"]).query)["state"]
                session.cookie_jar.clear()
                bot.at += timedelta(minutes=minutes)
                cookie = {name: one.value for name, one in begun.cookies.items()} if owned else foreign
                query = {"state": state, "error": "access_denied"}
                told = [
                    await session.get(f"{url}/slack/oauth_redirect", params=query, cookies=cookie) for _ in range(2)
                ]
                return [one.status for one in told]

        assert asyncio.run(knock()) == [200, 400]
        assert asyncio.run(knock(owned=False)) == [400, 400]
        assert asyncio.run(knock(owned=False, **{"followthrough-slack-browser": "another"})) == [400, 400]
        assert asyncio.run(knock(minutes=10)) == [400, 400]
        for query in ("", "?state=x&code=y", "?state=&code="):
            with pytest.raises(urllib.error.HTTPError) as refused:
                urllib.request.urlopen(f"{url}/slack/oauth_redirect{query}")
            assert refused.value.code == 400
            assert "start again" in refused.value.read().decode()
        assert fake.calls("oauth.v2.access") == []


@pytest.mark.parametrize("order", [(0, 1), (1, 0)])
def test_two_tabs_of_one_browser_each_finish_what_they_began(sqlite_url, open_database, order):
    with installing(open_database(sqlite_url)) as (fake, _, url):
        for name in ("Acme EU", "Acme US"):
            fake.add_user(fake.add_workspace(name), "rita")

        async def finished() -> list[int]:
            async with aiohttp.ClientSession(cookie_jar=aiohttp.CookieJar(unsafe=True)) as session:
                begun = [await session.get(f"{url}/slack/install", allow_redirects=False) for _ in order]
                agreed = [await session.get(begun[tab].headers["Location"]) for tab in order]
                again = [await session.get(one.url) for one in agreed]
                return [one.status for one in (*agreed, *again)]

        assert asyncio.run(finished()) == [200, 200, 400, 400]


@pytest.mark.parametrize("public_url", ["", "https://bot.acme.example"])
def test_its_pages_are_kept_by_nobody_and_framed_by_nobody_and_its_cookie_is_no_scripts(
    sqlite_url, open_database, public_url
):
    with installing(open_database(sqlite_url), public_url=public_url) as (_, _, url):

        async def asked() -> list[aiohttp.ClientResponse]:
            async with aiohttp.ClientSession() as session:
                return [
                    await session.get(f"{url}/slack/{path}", allow_redirects=False)
                    for path in ("install", "oauth_redirect")
                ]

        begun, page = asyncio.run(asked())
    assert [(one.status, one.headers["Cache-Control"]) for one in (begun, page)] == [
        (302, "no-store"),
        (400, "no-store"),
    ]
    cookie = begun.headers["Set-Cookie"]
    assert re.search("; HttpOnly; Max-Age=600; Path=/slack; SameSite=Lax", cookie), cookie
    assert ("Secure" in cookie) == bool(public_url)
    assert page.headers["Content-Security-Policy"] == "default-src 'none'; frame-ancestors 'none'"
    assert page.headers["Content-Type"] == "text/html; charset=utf-8"


def test_a_token_that_ends_soon_is_renewed_and_stored_before_it_is_used(sqlite_url, open_database):
    database = open_database(sqlite_url)
    with installing(database, rotates=True) as (fake, bot, url):
        acme = fake.add_workspace("Acme Sales")
        rita = fake.add_user(acme, "rita", real_name="Rita Moss")
        fake.install(rita, f"{url}/slack/install")
        bot.at += timedelta(hours=11)
        bot.run(bot.found["slack"]._installs.renew_ahead)
        assert "What I can do" in fake.command(rita, "/followthrough").ephemeral().text
        assert len(fake.calls("oauth.v2.access")) == 2
        bot.at += timedelta(hours=1)
        fake.dm(rita, "help").post()


def test_an_uninstall_forgets_the_token_and_a_new_install_brings_everything_back(sqlite_url, open_database):
    database = open_database(sqlite_url)
    with installing(database) as (fake, _, url):
        acme = fake.add_workspace("Acme Sales")
        rita = fake.add_user(acme, "rita", real_name="Rita Moss")
        fake.install(rita, f"{url}/slack/install")
        fake.command(rita, "/followthrough", "new Acme, 40 seats")
        fake.uninstall(acme)
        gone = database.operate(lambda operator: operator.workspaces.one("slack", acme.id))
        assert (gone.state, gone.sealed) == (WorkspaceState.stopped, "")
        fake.install(rita, f"{url}/slack/install")
        assert "Nobody knows" in fake.command(rita, "/whereweare", "Acme").ephemeral().text


@pytest.mark.parametrize("farewell", [events.app_uninstalled, events.tokens_revoked])
def test_an_uninstall_that_is_told_late_ends_no_newer_installation(sqlite_url, open_database, farewell):
    with installing(open_database(sqlite_url)) as (fake, _, url):
        acme = fake.add_workspace("Acme Sales")
        rita = fake.add_user(acme, "rita", real_name="Rita Moss")
        fake.install(rita, f"{url}/slack/install")
        late = farewell(fake.world, acme)
        fake.install(rita, f"{url}/slack/install")
        fake.event(acme.bot, late, times=3)
        assert "is a deal of yours now" in fake.command(rita, "/followthrough", "new Acme").ephemeral().text
        fake.event(acme.bot, farewell(fake.world, acme))
        assert "I am not connected" in fake.command(rita, "/followthrough", "new Globex").ephemeral().text


def test_a_members_token_that_is_revoked_leaves_the_bot_where_it_is(sqlite_url, open_database):
    with installing(open_database(sqlite_url)) as (fake, _, url):
        acme = fake.add_workspace("Acme Sales")
        rita = fake.add_user(acme, "rita", real_name="Rita Moss")
        fake.install(rita, f"{url}/slack/install")
        for tokens in ({"oauth": [rita.id], "bot": []}, {"oauth": [rita.id]}, None, []):
            fake.event(rita, {"type": "tokens_revoked", "tokens": tokens, "event_ts": "1.2"})
        assert "is a deal of yours now" in fake.command(rita, "/followthrough", "new Acme").ephemeral().text


def test_while_slack_does_not_say_whether_it_is_uninstalled_it_tells_it_again(sqlite_url, open_database):
    with installing(open_database(sqlite_url)) as (fake, _, url):
        acme = fake.add_workspace("Acme Sales")
        rita = fake.add_user(acme, "rita", real_name="Rita Moss")
        fake.install(rita, f"{url}/slack/install")
        fake.faults.script("auth.test", server_error(500), rate_limited(0))
        assert [one.status for one in fake.uninstall(acme).answers] == [500, 500, 200]
        assert "I am not connected" in fake.command(rita, "/followthrough", "new Globex").ephemeral().text


def test_what_another_process_heard_of_an_uninstall_stops_everything_here_at_once(sqlite_url, open_database):
    """The workspace is remembered between two answers; each looks in its own transaction whether that still holds."""
    database = open_database(sqlite_url)
    with installing(database) as (fake, bot, url):
        acme = fake.add_workspace("Acme Sales")
        rita = fake.add_user(acme, "rita", real_name="Rita Moss")
        fake.install(rita, f"{url}/slack/install")
        fake.command(rita, "/followthrough", "new Acme, 40 seats")
        organisation_id = bot.organisation(acme.id)
        database.operate(lambda operator: operator.workspaces.stop("slack", acme.id, bot.at))
        fake.command(rita, "/followthrough", "new Globex, 3 seats")
        fake.dm(rita, "new Initech, 3 seats")
        bot.settle()
        assert database.read(organisation_id, lambda store: len(store.deals.open_ids())) == 1


def test_a_token_that_another_process_has_renewed_is_the_one_that_is_used(sqlite_url, open_database):
    database = open_database(sqlite_url)
    with installing(database) as (fake, bot, url):
        acme = fake.add_workspace("Acme Sales")
        rita = fake.add_user(acme, "rita", real_name="Rita Moss")
        fake.install(rita, f"{url}/slack/install")
        fake.command(rita, "/followthrough", "new Acme, 40 seats")
        renewed = Seal(SECRET_KEY).close(json.dumps({"access": "xoxb-renewed"}), f"slack:{acme.id}")
        database.operate(lambda operator: operator.workspaces.reseal("slack", acme.id, renewed, bot.at))
        fake.dm(rita, "help")
        bot.settle()
        (post,) = fake.calls("chat.postMessage")
        assert post.answer is not None
        assert post.answer["error"] == "invalid_auth"  # Slack knows the one before


def test_who_installs_it_once_more_gains_nothing_while_there_is_an_admin(sqlite_url, open_database):
    with installing(open_database(sqlite_url)) as (fake, bot, url):
        acme = fake.add_workspace("Acme Sales")
        rita, tom = (
            fake.add_user(acme, name, real_name=full) for name, full in (("rita", "Rita Moss"), ("tom", "Tom Ray"))
        )
        fake.install(rita, f"{url}/slack/install")
        fake.install(tom, f"{url}/slack/install")
        assert (bot.member(rita).role, bot.member(tom).role) == (Role.admin, Role.rep)


@pytest.mark.parametrize("role", [Role.rep, Role.manager, Role.admin])
def test_who_installs_it_in_a_further_workspace_is_welcomed_as_what_they_are(sqlite_url, open_database, role):
    database = open_database(sqlite_url)
    with installing(database) as (fake, bot, url):
        europe, america = fake.add_workspace("Acme EU"), fake.add_workspace("Acme US")
        rita = fake.add_user(europe, "rita", real_name="Rita Moss", email="rita@acme.test")
        uma = fake.add_user(america, "uma", real_name="Uma Two", email="uma@acme.test")
        fake.install(rita, f"{url}/slack/install")
        (acme,) = database.operate(lambda operator: operator.organisations())
        expected(database, acme, "slack", america.id, bot.at)
        was = fake.add_user(
            europe, "uma", real_name="Uma Two", email="uma@acme.test"
        )  # where messages get to her first
        if role is not Role.rep:
            fake.command(was, "/followups")
            fake.command(rita, "/followthrough", f"make Uma a{'n' if role is Role.admin else ''} {role.value}")
        fake.install(uma, f"{url}/slack/install")
        fake.install(uma, f"{url}/slack/install")
        bot.at += WAITS  # so long a new manager's message waits for whom else they lead
        bot.tick()
        assert bot.member(uma).role is role
        texts = [message["text"] for place in (uma, was) for message in fake.messages(place)]
        assert len(texts) == (2 if role is Role.manager else 1), (
            "a new manager reads that they lead, and that the bot is here"
        )
        told = "\n".join(texts)
        assert ("Say who leads whom" in told) == (role is Role.admin)
        assert ("Copy this and change it" in told) == (role is not Role.admin)
        assert ("You see the deals of your reps" in told) == (role is Role.manager)


def test_installs_that_were_begun_and_never_finished_are_forgotten(sqlite_url, open_database):
    database = open_database(sqlite_url)
    with installing(database) as (fake, bot, url):
        fake.add_workspace("Acme Sales")
        for _ in range(3):
            with suppress(urllib.error.HTTPError), urllib.request.urlopen(f"{url}/slack/install"):
                pass
            bot.at += timedelta(minutes=11)
    held = "SELECT count(*) FROM meta WHERE key LIKE 'state:%'"
    assert database.operate(lambda operator: operator.connection.execute(text(held)).scalar_one()) == 1


def test_socket_mode_needs_no_public_address_and_answers_the_same(sqlite_url, open_database):
    with office(open_database(sqlite_url), signing_secret="", app_token="xapp-1-TEST") as place:
        fake = place.fake
        assert (
            "is a deal of yours now"
            in fake.command(place.rita, "/followthrough", "new Acme, 40 seats").ephemeral().text
        )
        form = fake.command(place.rita, "/logcall", "Acme").modal()
        fake.submit(form, {"said": "we like it"})
        assert "we like it" in fake.dm(place.rita, "where are we on Acme?").post().text
        assert "Acme" in str(fake.open_home(place.rita).home().content)


def test_from_one_pasted_token_to_many_workspaces_the_first_hears_that_it_is_not_connected(sqlite_url, open_database):
    database, port = open_database(sqlite_url), free_port()
    with FakeSlack(checker=problems) as fake:
        acme = fake.add_workspace("Acme Sales")
        rita = fake.add_user(acme, "rita", real_name="Rita Moss")
        told = {"signing_secret": fake.app.signing_secret, "api_url": fake.api_url}
        with running_bot(database, fake, SlackSettings(**told, bot_token=acme.token)) as bot:
            fake.command(rita, "/followthrough", "new Acme, 40 seats")
            card = fake.dm(rita, "where are we on Acme?").post()
            form = fake.command(rita, "/logcall", "Acme").modal()
        many = {
            "client_id": fake.app.client_id, "client_secret": fake.app.client_secret, "secret_key": SECRET_KEY,
            "authorize_url": fake.authorize_url, "public_url": f"http://127.0.0.1:{port}",
        }  # fmt: skip
        with running_bot(database, fake, SlackSettings(**told, **many), port=port) as bot:
            typed = fake.command(rita, "/whereweare", "Acme").ephemeral()
            pressed = fake.press(card, "What to say").ephemeral()
            for said in (typed, pressed):
                assert "I am not connected to this workspace just now, so I could not keep that." in said.text
            assert "I am not connected" in str(fake.submit(form, {"said": "we like it"}).modal().content)
            assert fake.messages(rita)[-1]["ts"] == card.ts, "what stood there stands there still"
            fake.dm(rita, "where are we on Acme?")
            fake.install(rita, f"http://127.0.0.1:{port}/slack/install")
            assert "Nobody knows" in fake.command(rita, "/whereweare", "Acme").ephemeral().text
            bot.settle()


@pytest.mark.parametrize("how", [{}, {"parallel": True}])
def test_an_uninstall_that_is_told_four_times_is_on_record_once(sqlite_url, open_database, how):
    with installing(open_database(sqlite_url)) as (fake, bot, url):
        acme = fake.add_workspace("Acme Sales")
        fake.install(fake.add_user(acme, "rita", real_name="Rita Moss"), f"{url}/slack/install")
        fake.uninstall(acme, times=4, **how)
        bot.settle()
        found = select(func.count()).select_from(audit).where(audit.c.action == "uninstall")
        assert bot.database.operate(lambda operator: operator.connection.execute(found).scalar_one()) == 1


def test_a_list_that_an_uninstall_stopped_is_told_as_not_come(sqlite_url, open_database):
    with installing(open_database(sqlite_url)) as (fake, bot, url):
        acme = fake.add_workspace("Acme Sales")
        rita = fake.add_user(acme, "rita", real_name="Rita Moss", zone="Europe/London", locale="en-GB")
        fake.install(rita, f"{url}/slack/install")
        bot.tick()
        fake.command(rita, "/followthrough", "new Harbour Foods")
        fake.command(rita, "/logcall", "Harbour Foods: I send the quote Fri")
        fake.uninstall(acme)
        bot.settle()
        bot.at = datetime(2026, 3, 13, 8, 31, tzinfo=UTC)
        assert bot.tick() == 0
        fake.install(rita, f"{url}/slack/install")
        told = fake.command(rita, "/followthrough", "status").ephemeral().text
        assert "Your last list: Fri 13 March: it did not come" in told
        told = fake.command(rita, "/followthrough", "undelivered").ephemeral().text
        assert "Rita Moss: morning list of Fri 13 March in Slack did not arrive" in told
        assert "Every message" not in told
