"""Clients that Slack wrote judge the fake: what they do not understand, or answer differently, the fake got wrong."""

import json
from collections.abc import Iterator
from types import SimpleNamespace

import pytest
from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError

from tests.slack.fake import FakeSlack
from tests.slack.faults import rate_limited
from tests.slack.judging import Judge, judge, need
from tests.slack.model import Shown

BUTTON = {"type": "button", "action_id": "a1", "value": "done 7", "text": {"type": "plain_text", "text": "Done"}}
MENU = {
    "type": "overflow", "action_id": "a2",
    "options": [{"text": {"type": "plain_text", "text": "Later"}, "value": "later 7"}],
}  # fmt: skip
ROW = {"type": "actions", "block_id": "row", "elements": [BUTTON, MENU]}
DEAL = {
    "type": "input", "block_id": "deal", "label": {"type": "plain_text", "text": "Deal"}, "optional": True,
    "element": {"type": "external_select", "action_id": "pick", "min_query_length": 0},
}  # fmt: skip
NOTE = {
    "type": "input", "block_id": "note", "label": {"type": "plain_text", "text": "What happened"},
    "element": {"type": "plain_text_input", "action_id": "text"},
}  # fmt: skip
FORM = {
    "type": "modal", "callback_id": "log", "title": {"type": "plain_text", "text": "Log a call"},
    "submit": {"type": "plain_text", "text": "Save"}, "notify_on_close": True, "blocks": [DEAL, NOTE, ROW],
}  # fmt: skip


@pytest.fixture
def place() -> Iterator[SimpleNamespace]:
    with FakeSlack() as slack:
        acme = slack.add_workspace("Acme Sales")
        rita = slack.add_user(acme, "rita", real_name="Rita Rep")
        sales = slack.add_channel(acme, "sales", rita)
        client = WebClient(token=acme.token, base_url=slack.api_url, retry_handlers=[])
        yield SimpleNamespace(slack=slack, acme=acme, rita=rita, sales=sales, web=client)


# Socket Mode, by @slack/socket-mode


@pytest.fixture
def listening(place) -> Iterator[Judge]:
    need("@slack/socket-mode")
    with judge("socket.mjs", place.slack.api_url, place.slack.app.app_token) as client:
        client.next(lambda told: told["happened"] == "started")
        yield client


def received(told: dict) -> bool:
    return told["happened"] == "received"


def test_slack_s_socket_client_takes_each_kind_of_envelope(place, listening):
    seen = place.slack.command(place.rita, "/logcall", "Acme")
    assert listening.next(received)["type"] == "slash_commands"
    assert seen.ephemeral().text == "heard Acme"
    place.slack.dm(place.rita, "help")
    event = listening.next(received)
    assert (event["type"], event["event"]) == ("events_api", "message")
    place.slack.shortcut(place.rita, "log")
    interactive = listening.next(received)
    assert (interactive["type"], interactive["payload_type"]) == ("interactive", "shortcut")
    acked = [ack["envelope_id"] for ack in place.slack.sockets.acks]
    assert acked == [told["envelope_id"] for told in listening.told if received(told)]


def test_slack_s_socket_client_comes_again_when_it_is_asked_to(place, listening):
    assert place.slack.sockets.opened == 1
    place.slack.disconnect("warning")
    place.slack.disconnect("refresh_requested")
    place.slack.until(lambda: place.slack.sockets.opened == 2 and place.slack.sockets.connections, "a new connection")
    assert len(place.slack.calls("apps.connections.open")) == 2
    listening.next(lambda told: told["happened"] == "connected")
    assert place.slack.dm(place.rita, "help").status == 200
    assert listening.next(received)["event"] == "message"


def test_an_event_without_an_ack_comes_again_under_another_envelope(place, listening):
    place.slack.deliveries.answer_seconds = 0.5
    seen = place.slack.dm(place.rita, "ignore me once")
    assert [answer.status for answer in seen.answers] == [0, 200]
    first = listening.next(lambda told: told["happened"] == "ignored")
    again = listening.next(received)
    assert (again["retry_num"], again["retry_reason"]) == (1, "timeout")
    assert again["envelope_id"] != first["envelope_id"]


# HTTP, by @slack/bolt


@pytest.fixture
def bolt(place) -> Iterator[Judge]:
    need("@slack/bolt")
    acme, app = place.acme, place.slack.app
    arguments = (place.slack.api_url, acme.token, app.signing_secret, acme.bot_id, acme.bot.id)
    with judge("bolt.mjs", *arguments) as running:
        place.slack.bot_url = f"http://127.0.0.1:{running.next()['port']}/slack/events"
        yield running


def reached(bolt: Judge, seen: object) -> dict:
    """What the listener told that this reached; every delivery was taken."""
    assert [answer.status for answer in seen.answers] == [200] * len(seen.answers)
    told = bolt.next(lambda told: told["kind"] != "authorize")
    assert told["kind"] != "error", told
    return told


def posted(place: SimpleNamespace, **message: object) -> Shown:
    answer = place.web.chat_postMessage(channel=place.rita.id, **message)
    return next(shown for shown in place.slack.world.shown if shown.ts == answer["ts"])


def form(place: SimpleNamespace) -> Shown:
    trigger = place.slack.world.new_trigger(place.acme, place.rita.id)
    view = place.web.views_open(trigger_id=trigger, view=FORM)["view"]
    return next(shown for shown in place.slack.world.shown if shown.id == view["id"])


def test_bolt_answers_slack_s_question(place, bolt):
    assert place.slack.verify_url().json == {"challenge": "a-challenge"}


def test_every_command_and_shortcut_reaches_its_listener_in_bolt(place, bolt):
    slack, rita = place.slack, place.rita
    told = reached(bolt, slack.command(rita, "/logcall", "Acme: <sent>", channel=place.sales))
    assert told == {"kind": "command", "name": "/logcall", "text": "Acme: &lt;sent&gt;"}
    assert reached(bolt, slack.shortcut(rita, "log_global"))["id"] == "log_global"
    message = slack.say(place.sales, rita, "we spoke")
    told = reached(bolt, slack.message_shortcut(rita, message, "log_message"))
    assert told == {"kind": "message_shortcut", "id": "log_message", "text": "we spoke"}


def test_every_press_reaches_its_listener_in_bolt(place, bolt):
    slack, card = place.slack, posted(place, text="Today", blocks=[ROW])
    assert reached(bolt, slack.press(card, "Done"))["name"] == "button"
    assert reached(bolt, slack.press(card, "Later"))["name"] == "overflow"
    assert reached(bolt, slack.press(form(place), "Done"))["where"] == "view"
    place.web.chat_postEphemeral(channel=place.sales.id, user=place.rita.id, text="Psst", blocks=[ROW])
    assert reached(bolt, slack.press(slack.world.shown[-1], "Done"))["ephemeral"]
    place.web.views_publish(user_id=place.rita.id, view={"type": "home", "blocks": [ROW]})
    assert reached(bolt, slack.press(slack.world.shown[-1], "Done"))["where"] == "view"


def test_every_act_in_a_form_reaches_its_listener_in_bolt(place, bolt):
    slack, opened = place.slack, form(place)
    offered = slack.type_ahead(opened, "deal", "ac")
    assert reached(bolt, offered) == {"kind": "options", "id": "pick", "value": "ac"}
    sent = slack.submit(opened, {"deal": offered.options[0], "note": "sent pricing"})
    values = reached(bolt, sent)["values"]
    assert values["note"]["text"]["value"] == "sent pricing"
    assert values["deal"]["pick"]["selected_option"]["value"] == "42"
    left = form(place)
    assert reached(bolt, slack.close(left)) == {"kind": "closed", "id": left.id}
    assert slack.complaints == []


def test_every_event_reaches_its_listener_in_bolt(place, bolt):
    slack, rita = place.slack, place.rita
    assert reached(bolt, slack.dm(rita, "help")) == {"kind": "message", "text": "help", "channelType": "im"}
    repeated = slack.dm(rita, "twice", times=2)
    assert "retry" not in reached(bolt, repeated)
    assert bolt.next(lambda told: told["kind"] == "message")["retry"] == 1
    for seen in (
        slack.mention(place.sales, rita, "where are we on Acme?"), slack.open_home(rita), slack.open_home(rita, "messages"),
        slack.user_change(rita, zone="Asia/Tokyo"), slack.tokens_revoked(place.acme), slack.uninstall(place.acme),
    ):  # fmt: skip
        assert reached(bolt, seen)["kind"] == "event"
    names = [told["name"] for told in bolt.told if told["kind"] == "event"]
    assert names == [
        "app_mention", "app_home_opened", "app_home_opened", "user_change", "tokens_revoked", "app_uninstalled",
    ]  # fmt: skip


# The Web API, by @slack/web-api beside Python's slack_sdk

MARK = {"event_type": "digest", "event_payload": {"key": "1:7"}}
PASSING = frozenset({"ts", "message_ts", "hash", "cache_ts", "updated", "block_id", "oldest", "created", "trigger_id"})


def calls_of(place: SimpleNamespace) -> list[tuple[str, dict]]:
    """The same calls for both; what changes the world is done by each in a channel of its own."""
    return [
        ("auth.test", {}),
        ("users.info", {"user": place.rita.id, "include_locale": True}),
        ("users.info", {"user": "U404"}),
        ("users.list", {"limit": 1, "include_locale": True}),
        ("users.lookupByEmail", {"email": place.rita.email}),
        ("users.lookupByEmail", {"email": "nobody@acme.test"}),
        ("conversations.open", {"users": place.rita.id, "return_im": True}),
        ("conversations.info", {"channel": place.sales.id}),
        ("chat.postMessage", {"channel": place.rita.id, "text": "Today", "blocks": [ROW], "metadata": MARK}),
        ("chat.postMessage", {"channel": "C404", "text": "Today"}),
        ("chat.update", {"channel": place.sales.id, "ts": "1.1", "text": "Today"}),
        ("chat.postEphemeral", {"channel": place.sales.id, "user": place.rita.id, "text": "Psst", "blocks": [ROW]}),
        ("views.publish", {"user_id": place.rita.id, "view": {"type": "home", "blocks": [ROW]}}),
        ("views.open", {"trigger_id": "1.2.3", "view": FORM}),
        ("views.update", {"view_id": "V404", "view": FORM}),
        ("conversations.history", {"channel": "C404"}),
        ("auth.revoke", {"test": True}),
        ("no.such.method", {}),
    ]


@pytest.fixture
def node(place) -> Iterator[Judge]:
    need("@slack/web-api")
    with judge("web.mjs", place.slack.api_url, place.acme.token) as running:
        yield running


def by_node(node: Judge, method: str, arguments: dict) -> dict:
    node.say(json.dumps({"method": method, "arguments": arguments}))
    return lasting(node.next())


def by_python(place: SimpleNamespace, method: str, arguments: dict) -> dict:
    """By the client's own method, so that it chooses GET, query, form or JSON as it does for a bot."""
    own = getattr(place.web, method.replace(".", "_").replace("lookupBy", "lookupBy"), None)
    try:
        answer = own(**arguments) if own else place.web.api_call(method, json=arguments)
    except SlackApiError as error:
        answer = error.response
    except TypeError:  # the client's own signature asks for more
        return lasting(place.web.api_call(method, params=arguments).data)
    return lasting(answer.data)


def lasting(answer: object) -> object:
    """Without what differs from one call to the next, and what a client adds itself."""
    match answer:
        case dict():
            dropped = PASSING | {"scopes", "acceptedScopes", "already_open", "no_op"}
            kept = {key: lasting(value) for key, value in answer.items() if key not in dropped}
            meta = kept.get("response_metadata")
            return {key: value for key, value in kept.items() if key != "response_metadata" or meta}
        case list():
            return [lasting(one) for one in answer]
        case _:
            return answer


def test_node_and_python_get_the_same_answers(place, node):
    for method, arguments in calls_of(place):
        assert by_python(place, method, arguments) == by_node(node, method, arguments), (method, arguments)
    encodings = {receipt.encoding for receipt in place.slack.receipts}
    assert {"form", "json"} <= encodings


def test_node_finds_what_python_posted(place, node):
    where = place.web.chat_postMessage(channel=place.rita.id, text="Today", metadata=MARK)["channel"]
    arguments = {"channel": where, "include_all_metadata": True, "oldest": "1", "limit": 15}
    found = by_node(node, "conversations.history", arguments)
    assert found["messages"][0]["metadata"] == MARK
    assert found == by_python(place, "conversations.history", arguments)


def test_node_hears_how_long_to_wait(place, node):
    place.slack.faults.script("chat.postMessage", rate_limited(7))
    told = by_node(node, "chat.postMessage", {"channel": place.rita.id, "text": "Today"})
    assert (told["thrown"], told["retryAfter"]) == ("slack_webapi_rate_limited_error", 7)
