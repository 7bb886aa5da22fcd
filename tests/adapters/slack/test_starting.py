"""A start at which Slack is busy, broken or not reached is tried again; and where it fails, what is said of it is so."""

from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from adapters.cli.connecting import is_passing, why_not_slack
from adapters.slack import again, socket
from adapters.slack.calls import RateLimited, Refused, Uncertain
from adapters.slack.platform import NotConnected, Slack
from adapters.slack.settings import SlackSettings
from bot.app import App, system_clock
from tests.slack.blockkit import problems
from tests.slack.fake import FakeSlack
from tests.slack.faults import Fault, drop, rate_limited, refused, server_error, truncated

PASSING = [
    rate_limited(1),
    server_error(500),
    server_error(503),
    drop(after=False),
    truncated(),
    refused("fatal_error"),
]


@pytest.fixture(autouse=True)
def hurried(monkeypatch) -> None:
    monkeypatch.setattr(again, "PAUSES", (0.01, 0.02, 0.03))


@contextmanager
def starting(database, **settings: str) -> Iterator[tuple[FakeSlack, Slack]]:
    with FakeSlack(checker=problems) as fake:
        acme = fake.add_workspace("Acme Sales")
        way_in = {"app_token": fake.app.app_token} if "app_token" in settings else {"signing_secret": "hush"}
        given = SlackSettings(**{"bot_token": acme.token, "api_url": fake.api_url, **settings, **way_in})
        yield fake, Slack(given, App(database, system_clock), database, system_clock)


def started(fake: FakeSlack, slack: Slack) -> str:
    """Empty, or what is said of why not."""

    async def go() -> str:
        try:
            await slack.open(receives=True)
        except NotConnected as error:
            return why_not_slack(error.setting, error.why)
        finally:
            await slack.close()
        return ""

    return str(fake.run(go()))


@pytest.mark.parametrize("fault", PASSING)
@pytest.mark.parametrize(("method", "settings"), [("auth.test", {}), ("apps.connections.open", {"app_token": "xapp-"})])
def test_what_passes_is_waited_for(sqlite_url, open_database, method, settings, fault):
    with starting(open_database(sqlite_url), **settings) as (fake, slack):
        fake.faults.script(method, fault)
        assert started(fake, slack) == ""
        assert len(fake.calls(method)) == 2


@pytest.mark.parametrize("answer", [{"url": "ws://127.0.0.1:1/"}, {}])
def test_a_connection_that_does_not_open_is_asked_for_anew(sqlite_url, open_database, monkeypatch, answer):
    """An address is good once; and an answer may have none."""
    monkeypatch.setattr(socket, "_OPENS_WITHIN", 0.3)
    with starting(open_database(sqlite_url), app_token="xapp-") as (fake, slack):
        fake.faults.script("apps.connections.open", Fault("status", answer={"ok": True, **answer}))
        assert started(fake, slack) == ""
        assert len(fake.calls("apps.connections.open")) == 2


LASTING: list[tuple[Fault, str]] = [
    (server_error(503), "answers with an error of its own (status 503)"),
    (refused("internal_error"), "answers with an error of its own (internal_error)"),
    (rate_limited(90), "wants 90 seconds of rest (ratelimited). It said nothing against SLACK_"),
    (drop(after=False), "cannot be reached from here"),
]


@pytest.mark.parametrize(("fault", "said"), LASTING)
@pytest.mark.parametrize(("method", "settings"), [("auth.test", {}), ("apps.connections.open", {"app_token": "xapp-"})])
def test_what_lasts_is_called_what_it_is(sqlite_url, open_database, method, settings, fault, said):
    with starting(open_database(sqlite_url), **settings) as (fake, slack):
        fake.faults.always(method, fault)
        told = started(fake, slack)
        assert said in told
        assert "refused" not in told


@pytest.mark.parametrize("error", ["invalid_auth", "account_inactive"])
@pytest.mark.parametrize(
    ("method", "setting", "settings"),
    [
        ("auth.test", "SLACK_BOT_TOKEN", {}),
        ("apps.connections.open", "SLACK_APP_TOKEN", {"app_token": "xapp-"}),
    ],
)
def test_a_token_that_is_refused_is_asked_about_once_and_named(
    sqlite_url, open_database, method, setting, settings, error
):
    with starting(open_database(sqlite_url), **settings) as (fake, slack):
        fake.faults.always(method, refused(error))
        assert started(fake, slack).startswith(f"Slack refused {setting} ({error})")
        assert len(fake.calls(method)) == 1


def test_what_a_later_start_may_bring_ends_with_another_code():
    assert [is_passing(one) for one in (RateLimited(5), Uncertain("status 503"), Refused("not_connected"))] == [
        True
    ] * 3
    assert not is_passing(Refused("invalid_auth"))
