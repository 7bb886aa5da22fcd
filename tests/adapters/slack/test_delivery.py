"""A morning list arrives once, whatever Slack does in between: not twice, not never, and never to who has left."""

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import select

from adapters.slack import deliver
from adapters.slack.calls import Calls, Refused
from bot.model import Reach
from bot.store.tables import identities, outbox
from tests.slack.faults import PASS, Fault, drop, rate_limited, refused, server_error, truncated
from tests.slack.serving import Office, office


@pytest.fixture
def place(sqlite_url, open_database) -> Iterator[Office]:
    with office(open_database(sqlite_url)) as made:
        made.fake.command(made.rita, "/followthrough", "new Acme, 40 seats")
        made.fake.command(made.rita, "/logcall", "Acme: I send the plan tomorrow")
        made.bot.at += timedelta(hours=19)
        yield made
        made.fake.faults.clear()


def lists(place: Office) -> int:
    return len(place.fake.messages(place.rita))


def state(place: Office) -> tuple[str, str]:
    found = select(outbox.c.state, outbox.c.error)
    row = place.bot.database.operate(lambda operator: operator.connection.execute(found).one())
    return row.state, row.error


@pytest.mark.parametrize(
    "fault", [drop(), truncated(), server_error(500, after=True), refused("fatal_error", after=True), refused("internal_error", after=True)]
)  # fmt: skip
def test_a_list_that_arrived_without_an_answer_is_found_and_not_sent_again(place, fault):
    place.fake.faults.script("chat.postMessage", fault)
    assert place.bot.tick() == 0
    assert state(place)[0] == "uncertain"
    place.bot.at += timedelta(seconds=59)
    assert place.bot.tick() == 0
    place.bot.at += timedelta(seconds=2)
    assert place.bot.tick() == 1
    assert lists(place) == 1
    assert len(place.fake.calls("chat.postMessage")) == 1


def test_a_list_that_arrived_and_was_deleted_comes_under_another_id(place):
    """Slack knows the first id still, and has nothing to show for it."""
    place.fake.faults.script("chat.postMessage", drop())
    place.bot.tick()
    channel = place.fake.world.open_dm(place.acme, place.rita.id)
    channel.deleted_ids.add(channel.messages.pop()["client_msg_id"])
    for _ in range(2):
        place.bot.at += timedelta(seconds=61)
        place.bot.tick()
    assert state(place) == ("sent", "")
    assert lists(place) == 1


@pytest.mark.parametrize("fault", [drop(after=False), server_error(503)])
def test_a_list_that_did_not_arrive_is_looked_for_and_then_sent(place, fault):
    place.fake.faults.script("chat.postMessage", fault)
    place.bot.tick()
    place.bot.at += timedelta(seconds=61)
    assert place.bot.tick() == 1
    assert lists(place) == 1
    assert len(place.fake.calls("conversations.history")) == 1


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
def test_no_redirect_is_followed(place, status):
    """Neither where a message is sent nor where a button's answer goes: the token and the deal would go along."""
    elsewhere = Fault("status", status=status, headers={"Location": f"{place.fake.api_url}api.test"})
    place.fake.faults.script("chat.postMessage", elsewhere)
    place.bot.tick()
    place.fake.faults.script("response_url", elsewhere)
    place.bot.run(lambda: _answered(place))
    assert len(place.fake.calls("response_url")) == 1
    assert place.fake.calls("api.test") == []


async def _answered(place: Office) -> None:
    calls = Calls(place.fake.api_url)
    await calls.open()
    with pytest.raises(Refused):
        await calls.respond(f"{place.fake.url}/actions/{place.acme.id}/1/x", text="Acme: done")
    await calls.close()


@pytest.mark.parametrize(
    "url", ["https://evil.example/actions/T1/1/x", "https://hooks.slack.com.evil.example/x", "http://hooks.slack.com/x"]
)
def test_an_answer_goes_to_slacks_own_host_alone(place, url):
    async def answered() -> None:
        calls = Calls()
        await calls.open()
        for address in (url, f"{place.fake.url}/actions/{place.acme.id}/1/x"):
            with pytest.raises(Refused, match="response_url"):
                await calls.respond(address, text="Acme: done")
        await calls.close()

    place.bot.run(answered)
    assert place.fake.calls("response_url") == []


def test_slacks_own_wish_to_wait_is_kept_and_is_no_attempt(place):
    place.fake.faults.script("chat.postMessage", rate_limited(40))
    assert place.bot.tick() == 0
    place.bot.at += timedelta(seconds=39)
    assert place.bot.tick() == 0
    assert len(place.fake.calls("chat.postMessage")) == 1
    assert state(place)[0] == "pending"


BLOCKED, MISSED = "No message gets through in Slack", "The list of Fri March 13 did not come"


@pytest.mark.parametrize(
    ("error", "reach", "why"),
    [
        ("user_not_found", Reach.unreachable, f"{BLOCKED} (user_not_found)"),
        ("user_disabled", Reach.unreachable, f"{BLOCKED} (user_disabled)"),
        ("cannot_dm_bot", Reach.unreachable, f"{BLOCKED} (that account takes no messages of mine: cannot_dm_bot)"),
        ("restricted_action", Reach.fine, f"{MISSED} (the workspace does not let the app write: restricted_action)"),
        ("missing_scope", Reach.fine, f"{MISSED} (the app lacks that right: missing_scope: chat:write)"),
    ],
)
def test_what_slack_refuses_is_told_with_its_reason_and_a_mark_where_it_is_of_one_person(place, error, reach, why):
    more = {"needed": "chat:write"} if error == "missing_scope" else {}
    place.fake.faults.always("chat.postMessage", refused(error, **more))
    assert place.bot.tick() == 0
    assert state(place)[0] == "dead"
    assert reach_of_rita(place) is reach
    told = place.fake.command(place.tom, "/followthrough", "people").ephemeral().text
    assert f"Rita Moss, rep. {why}" in told


def test_a_dm_that_slack_knows_no_more_is_opened_anew_at_once(place):
    place.bot.tick()
    opened = len(place.fake.calls("conversations.open"))
    place.bot.at += timedelta(days=3)  # a weekend is between
    place.fake.faults.script("chat.postMessage", refused("channel_not_found"))
    assert place.bot.tick() == 1
    assert len(place.fake.calls("conversations.open")) == opened + 1
    assert lists(place) == 2


def test_where_a_dm_cannot_be_opened_anew_the_person_is_not_reached(place):
    place.fake.faults.always("chat.postMessage", refused("channel_not_found"))
    assert place.bot.tick() == 0
    assert state(place) == ("dead", "channel_not_found")
    assert len(place.fake.calls("conversations.open")) == 1
    reached = select(identities.c.state).where(identities.c.user == place.rita.id)
    assert place.bot.database.operate(lambda o: o.connection.execute(reached).scalar_one()) == Reach.unreachable.value


def test_a_move_that_slack_never_told_of_is_seen_with_the_next_list(place):
    """Nobody was there when it said so; who somebody is is asked before each list all the same."""
    place.rita.zone = "Asia/Tokyo"
    place.rita.real_name = "Rita Hall"
    assert place.bot.tick() == 1
    member = place.bot.member(place.rita)
    assert (member.name, member.zone) == ("Rita Hall", "Asia/Tokyo")


def test_a_list_comes_also_where_what_slack_says_cannot_be_put_on_record(place):
    def away(*_: object, **__: object) -> None:
        raise RuntimeError("away")

    place.bot.app.describe = away
    assert place.bot.tick() == 1
    assert state(place) == ("sent", "")


def test_who_wrote_again_is_reachable_again(place):
    place.fake.faults.script("chat.postMessage", refused("cannot_dm_bot"))
    place.bot.tick()
    assert reach_of_rita(place) is Reach.unreachable
    place.fake.command(place.rita, "/followups")
    assert reach_of_rita(place) is Reach.fine


def reach_of_rita(place: Office) -> Reach:
    """As it is stored: to ask the bot who she is would be a sign of hers."""
    found = select(identities.c.state).where(identities.c.user == place.rita.id)
    return Reach(place.bot.database.operate(lambda operator: operator.connection.execute(found).scalar_one()))


@pytest.mark.parametrize("error", ["account_inactive", "token_revoked", "invalid_auth"])
def test_a_token_that_is_dead_stops_the_workspace_at_once(place, error):
    place.fake.faults.always("*", refused(error))
    assert place.bot.tick() == 0
    assert state(place)[0] == "stopped"
    before = len(place.fake.receipts)
    place.bot.at += timedelta(days=3)
    assert place.bot.tick() == 0
    assert len(place.fake.receipts) == before


def test_somebody_who_left_gets_nothing_though_slack_would_take_it(place):
    place.rita.deleted = True
    assert place.bot.tick() == 0
    assert place.fake.calls("chat.postMessage") == []
    assert state(place) == ("dead", "user_deactivated")


def test_a_question_that_slack_does_not_answer_is_simply_asked_again(place):
    place.fake.faults.script("users.info", server_error(500))
    assert place.bot.tick() == 0
    assert state(place)[0] == "pending"
    place.bot.at += timedelta(minutes=1, seconds=1)
    assert place.bot.tick() == 1
    assert lists(place) == 1


@pytest.mark.parametrize("method", ["users.info", "conversations.open"])
def test_a_lookup_that_has_to_wait_is_asked_for_once_and_leaves_every_list_for_later(place, method):
    fake = place.fake
    others = [fake.add_user(place.acme, f"rep{n}", real_name=f"Rep{n} Person", zone="Europe/London") for n in range(5)]
    for one in others:
        fake.command(one, "/followthrough", f"new Deal of {one.name}")
        fake.command(one, "/logcall", f"Deal of {one.name}: I send the plan today")
    before = len(fake.calls(method))
    fake.faults.script(method, rate_limited(40))
    assert place.bot.tick() == 0
    assert len(fake.calls(method)) == before + 1
    assert {row.state for row in rows(place)} == {"pending"}
    assert {row.attempts for row in rows(place)} == {0}
    place.bot.at += timedelta(seconds=39)
    assert place.bot.tick() == 0
    assert len(fake.calls(method)) == before + 1
    place.bot.at += timedelta(seconds=3)
    assert place.bot.tick() == len(rows(place))


def test_who_may_not_be_written_to_for_now_is_not_looked_up_either(place):
    place.fake.command(place.tom, "/followthrough", "new Globex")
    place.fake.command(place.tom, "/logcall", "Globex: I send the plan today")
    place.bot.at += timedelta(hours=5)  # his morning
    before = len(place.fake.calls("users.info"))
    place.fake.faults.script("chat.postMessage", rate_limited(40))
    assert place.bot.tick() == 0
    assert len(place.fake.calls("users.info")) == before + 1


@pytest.mark.parametrize("pause", [False, True])
def test_the_look_back_reads_on_until_the_list_is_found(place, pause):
    """Behind it stand more messages than a page holds; with a pause that Slack wants in the midst of reading."""
    place.fake.faults.script("chat.postMessage", drop())
    assert place.bot.tick() == 0
    for _ in range(20):
        place.fake.dm(place.rita, "help")
        place.bot.settle()
    place.bot.at += timedelta(seconds=75)
    if pause:
        place.fake.faults.script("conversations.history", PASS, rate_limited(60))
        assert place.bot.tick() == 0
        place.bot.at += timedelta(seconds=61)
    posts = len(place.fake.calls("chat.postMessage"))
    assert place.bot.tick() == 1
    assert len(place.fake.calls("chat.postMessage")) == posts
    assert state(place)[0] == "sent"
    cursors = [call.arguments.get("cursor", "") for call in place.fake.calls("conversations.history")]
    assert cursors == (["", "next:15", "next:15", "next:30"] if pause else ["", "next:15", "next:30"]), "no page twice"


def test_the_look_back_has_an_end(place, monkeypatch):
    monkeypatch.setattr(deliver, "_MOST_PAGES", 2)
    place.fake.faults.script("chat.postMessage", drop(after=False))
    assert place.bot.tick() == 0
    for _ in range(40):
        place.fake.dm(place.rita, "help")
        place.bot.settle()
    place.bot.at += timedelta(seconds=75)
    assert place.bot.tick() == 1
    assert len(place.fake.calls("conversations.history")) == 2


def rows(place: Office) -> list[Any]:
    found = select(outbox.c.state, outbox.c.attempts).where(outbox.c.kind == "digest")
    return list(place.bot.database.operate(lambda operator: operator.connection.execute(found).all()))
