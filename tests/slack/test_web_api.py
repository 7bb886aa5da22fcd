"""The fake's Web API, asked by Slack's own Python client: its answers, its refusals and its faults."""

from collections.abc import Iterator
from http.client import HTTPException
from typing import Any

import pytest
from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError, SlackRequestError

from tests.slack.fake import FakeSlack
from tests.slack.faults import PASS, drop, hang, rate_limited, refused, server_error, truncated
from tests.slack.model import Workspace

ROW = {"type": "section", "text": {"type": "plain_text", "text": "Acme"}}
MODAL = {"type": "modal", "title": {"type": "plain_text", "text": "Log a call"}, "blocks": [ROW]}
HOME = {"type": "home", "blocks": [ROW]}
LOST = (OSError, HTTPException, SlackApiError, SlackRequestError, ValueError)


@pytest.fixture
def slack() -> Iterator[FakeSlack]:
    with FakeSlack(checker=lambda thing: ["empty"] if thing.get("blocks") == [] else []) as opened:
        yield opened


@pytest.fixture
def acme(slack: FakeSlack) -> Workspace:
    return slack.add_workspace("Acme Sales")


def client(slack: FakeSlack, token: str, timeout: int = 10) -> WebClient:
    return WebClient(token=token, base_url=slack.api_url, timeout=timeout, retry_handlers=[])


def error_of(call: Any, *arguments: Any, **named: Any) -> str:
    with pytest.raises(SlackApiError) as caught:
        call(*arguments, **named)
    return str(caught.value.response["error"])


def test_a_token_says_whose_it_is(slack, acme):
    told = client(slack, acme.token).auth_test()
    assert (told["team_id"], told["user_id"], told["bot_id"]) == (acme.id, acme.bot.id, acme.bot_id)
    assert error_of(client(slack, "xoxb-nobody").auth_test) == "invalid_auth"
    assert error_of(client(slack, "").auth_test) == "not_authed"
    assert error_of(client(slack, slack.app.app_token).auth_test) == "not_allowed_token_type"


def test_a_user_is_told_with_zone_and_locale_and_one_who_left_without(slack, acme):
    rita = slack.add_user(acme, "rita", zone="Asia/Kathmandu", locale="en-GB")
    web = client(slack, acme.token)
    told = web.users_info(user=rita.id, include_locale=True)["user"]
    assert (told["tz"], told["tz_offset"], told["locale"]) == ("Asia/Kathmandu", 20700, "en-GB")
    assert told["profile"]["email"] == "rita@acme-sales.test"
    rita.deleted = True
    left = web.users_info(user=rita.id)["user"]
    assert left["deleted"]
    assert "tz" not in left
    assert error_of(web.users_info, user="U404") == "user_not_found"


def test_users_info_reads_no_json_as_slack_does(slack, acme):
    rita = slack.add_user(acme, "rita")
    web = client(slack, acme.token)
    assert error_of(web.api_call, "users.info", json={"user": rita.id}) == "user_not_found"
    assert web.api_call("users.info", data={"user": rita.id})["user"]["id"] == rita.id
    assert web.api_call("users.info", http_verb="GET", params={"user": rita.id})["user"]["id"] == rita.id


def test_two_workspaces_know_nothing_of_each_other(slack, acme):
    other = slack.add_workspace("Other")
    stranger = slack.add_user(other, "sam")
    web = client(slack, acme.token)
    assert error_of(web.users_info, user=stranger.id) == "user_not_found"
    assert error_of(web.users_lookupByEmail, email=stranger.email) == "users_not_found"
    assert {user["team_id"] for user in web.users_list()["members"]} == {acme.id}


def test_everybody_comes_in_pages(slack, acme):
    for number in range(5):
        slack.add_user(acme, f"rep{number}")
    pages = list(client(slack, acme.token).users_list(limit=2))
    assert [len(page["members"]) for page in pages] == [2, 2, 2]


def test_one_client_msg_id_is_one_message(slack, acme):
    rita = slack.add_user(acme, "rita")
    web = client(slack, acme.token)
    where = web.conversations_open(users=rita.id)["channel"]["id"]
    posted = web.chat_postMessage(channel=where, text="Today", client_msg_id="one")
    assert error_of(web.chat_postMessage, channel=where, text="Today", client_msg_id="one") == "duplicate_message"
    web.chat_delete(channel=where, ts=posted["ts"])
    gone = error_of(web.chat_postMessage, channel=where, text="Today", client_msg_id="one")
    assert gone == "duplicate_message_not_found"
    assert slack.messages(rita) == []


def test_a_look_back_finds_the_metadata_only_when_it_asks(slack, acme):
    rita = slack.add_user(acme, "rita")
    web = client(slack, acme.token)
    marked = {"event_type": "digest", "event_payload": {"key": "1:7"}}
    where = web.chat_postMessage(channel=rita.id, text="Today", metadata=marked)["channel"]
    assert where.startswith("D")
    found = web.conversations_history(channel=where, include_all_metadata=True, oldest="1")["messages"]
    assert found[0]["metadata"] == marked
    assert "metadata" not in web.conversations_history(channel=where)["messages"][0]
    late = str(slack.clock.now() + 1)
    assert web.conversations_history(channel=where, oldest=late)["messages"] == []


def test_posting_to_one_who_left_answers_ok(slack, acme):
    rita = slack.add_user(acme, "rita", deleted=True)
    assert client(slack, acme.token).chat_postMessage(channel=rita.id, text="Today")["ok"]


def test_what_breaks_a_limit_is_refused_and_remembered(slack, acme):
    rita = slack.add_user(acme, "rita")
    web = client(slack, acme.token)
    assert error_of(web.chat_postMessage, channel=rita.id, text="x", blocks=[ROW] * 51) == "invalid_blocks"
    assert slack.complaints == []
    assert error_of(web.views_publish, user_id=rita.id, view={"type": "home", "blocks": []}) == "invalid_arguments"
    assert slack.complaints == ["home: empty"]
    assert error_of(web.api_call, "chat.postMessage", json={"channel": rita.id}) == "no_text"


def test_a_trigger_works_once_and_lives_three_seconds(slack, acme):
    rita = slack.add_user(acme, "rita")
    web = client(slack, acme.token)
    trigger = slack.world.new_trigger(acme, rita.id)
    assert web.views_open(trigger_id=trigger, view=MODAL)["view"]["type"] == "modal"
    assert error_of(web.views_open, trigger_id=trigger, view=MODAL) == "exchanged_trigger_id"
    late = slack.world.new_trigger(acme, rita.id)
    slack.clock.forward(3.1)
    assert error_of(web.views_open, trigger_id=late, view=MODAL) == "expired_trigger_id"
    assert error_of(web.views_open, trigger_id="1.2.3", view=MODAL) == "invalid_trigger_id"


def test_an_old_hash_loses(slack, acme):
    rita = slack.add_user(acme, "rita")
    web = client(slack, acme.token)
    first = web.views_publish(user_id=rita.id, view=HOME)["view"]["hash"]
    assert web.views_publish(user_id=rita.id, view=HOME, hash=first)["ok"]
    assert error_of(web.views_publish, user_id=rita.id, view=HOME, hash=first) == "hash_conflict"


def test_three_forms_are_the_most(slack, acme):
    rita = slack.add_user(acme, "rita")
    web = client(slack, acme.token)
    web.views_open(trigger_id=slack.world.new_trigger(acme, rita.id), view=MODAL)
    for _ in range(2):
        top = web.views_push(trigger_id=slack.world.new_trigger(acme, rita.id), view=MODAL)["view"]
    trigger = slack.world.new_trigger(acme, rita.id)
    assert error_of(web.views_push, trigger_id=trigger, view=MODAL) == "push_limit_reached"
    changed = {**MODAL, "private_metadata": "7"}
    assert web.views_update(view_id=top["id"], view=changed, hash=top["hash"])["view"]["private_metadata"] == "7"
    assert error_of(web.views_update, view_id=top["id"], view=changed, hash=top["hash"]) == "hash_conflict"


def test_a_missing_scope_says_which(slack, acme):
    slack.world.tokens[acme.token].scopes = ("chat:write",)
    with pytest.raises(SlackApiError) as caught:
        client(slack, acme.token).users_list()
    assert (caught.value.response["needed"], caught.value.response["provided"]) == ("users:read", "chat:write")


def test_a_refresh_token_works_once(slack, acme):
    slack.world.rotates = True
    slack.world.codes["code"] = {
        "team": acme.id, "user": "U1", "scopes": ("chat:write",), "redirect_uri": "https://bot.test/r",
        "made_at": slack.clock.now(),
    }  # fmt: skip
    web, app = client(slack, ""), {"client_id": slack.app.client_id, "client_secret": slack.app.client_secret}
    got = web.oauth_v2_access(**app, code="code", redirect_uri="https://bot.test/r")
    again = error_of(web.oauth_v2_access, **app, code="code", redirect_uri="https://bot.test/r")
    assert again == "invalid_code"
    renewal = {"grant_type": "refresh_token", "refresh_token": got["refresh_token"]}
    renewed = web.oauth_v2_access(**app, **renewal)
    assert renewed["refresh_token"] != got["refresh_token"]
    assert error_of(web.oauth_v2_access, **app, **renewal) == "invalid_refresh_token"
    slack.clock.forward(43_201)
    assert error_of(client(slack, renewed["access_token"]).auth_test) == "token_expired"


@pytest.mark.parametrize(
    ("fault", "posted"),
    [
        (rate_limited(7), 0), (server_error(503), 0), (server_error(500, after=True), 1), (drop(after=False), 0),
        (drop(after=True), 1), (truncated(), 1), (refused("fatal_error"), 0), (refused("fatal_error", after=True), 1),
        (hang(), 0), (hang(after=True), 1),
    ],
    ids=lambda value: f"{value.kind}-{value.status}-{value.after}" if hasattr(value, "kind") else str(value),
)  # fmt: skip
def test_a_fault_strikes_its_call_and_no_other(slack, acme, fault, posted):
    rita = slack.add_user(acme, "rita")
    web = client(slack, acme.token, timeout=1)
    slack.faults.script("chat.postMessage", fault, PASS)
    with pytest.raises(LOST):
        web.chat_postMessage(channel=rita.id, text="Today")
    assert len(slack.messages(rita)) == posted
    assert web.chat_postMessage(channel=rita.id, text="Today")["ok"]
    assert [bool(receipt.fault) for receipt in slack.calls("chat.postMessage")] == [True, False]


def test_a_closed_window_names_its_seconds_and_its_workspace(slack, acme):
    other = slack.add_workspace("Other")
    slack.faults.always("chat.postMessage", rate_limited(7), team=acme.id)
    rita, sam = slack.add_user(acme, "rita"), slack.add_user(other, "sam")
    with pytest.raises(SlackApiError) as caught:
        client(slack, acme.token).chat_postMessage(channel=rita.id, text="Today")
    assert caught.value.response.status_code == 429
    assert caught.value.response.headers["Retry-After"] == "7"
    assert client(slack, other.token).chat_postMessage(channel=sam.id, text="Today")["ok"]


def test_the_record_holds_no_secret(slack, acme):
    client(slack, acme.token).auth_test()
    assert acme.token not in repr(slack.receipts)
