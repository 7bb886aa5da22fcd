"""What the fake's users do reaches a bot as Slack would send it, and they see what the bot makes of it."""

import hashlib
import hmac
from collections.abc import Iterator
from types import SimpleNamespace

import pytest
from aiohttp import web
from slack_sdk import WebClient

from tests.slack.a_bot import Bot, running_bot
from tests.slack.fake import FakeSlack
from tests.slack.pressing import NotThereError

DEAL = {
    "type": "input", "block_id": "deal", "label": {"type": "plain_text", "text": "Deal"},
    "element": {"type": "external_select", "action_id": "pick", "min_query_length": 0},
}  # fmt: skip
NOTE = {
    "type": "input", "block_id": "note", "label": {"type": "plain_text", "text": "What happened"},
    "element": {"type": "plain_text_input", "action_id": "text"},
}  # fmt: skip
FORM = {
    "type": "modal", "title": {"type": "plain_text", "text": "Log a call"}, "blocks": [DEAL, NOTE],
    "submit": {"type": "plain_text", "text": "Save"}, "private_metadata": "token",
}  # fmt: skip
BUTTONS = {
    "type": "actions", "block_id": "row",
    "elements": [
        {"type": "button", "action_id": "a1", "value": "done 7", "text": {"type": "plain_text", "text": "Done"}},
        {"type": "overflow", "action_id": "a2", "options": [
            {"text": {"type": "plain_text", "text": "Later"}, "value": "later 7"},
            {"text": {"type": "plain_text", "text": "Let go"}, "value": "drop 7"},
        ]},
    ],
}  # fmt: skip
CARD = {"text": "Today", "blocks": [BUTTONS]}


@pytest.fixture
def place() -> Iterator[SimpleNamespace]:
    """A fake Slack with one rep, a manager and a channel, and a bot that answers as a test says."""
    with FakeSlack() as slack, running_bot() as bot:
        slack.bot_url = bot.url
        acme = slack.add_workspace("Acme Sales")
        rita, max_ = slack.add_user(acme, "rita"), slack.add_user(acme, "max")
        client = WebClient(token=acme.token, base_url=slack.api_url, retry_handlers=[])
        sales = slack.add_channel(acme, "sales", rita, max_)
        yield SimpleNamespace(slack=slack, bot=bot, acme=acme, rita=rita, max=max_, web=client, sales=sales)


def opened_form(place: SimpleNamespace, view: dict) -> object:
    """The form that a command of Rita opens."""

    def answers(payload: dict) -> str:
        place.web.views_open(trigger_id=payload["trigger_id"], view=view)
        return ""

    place.bot.answers = answers
    return place.slack.command(place.rita, "/logcall").modal()


def test_a_command_is_signed_and_its_answer_is_seen_by_one_person(place):
    place.bot.answers = lambda _: {"response_type": "ephemeral", "text": "Logged"}
    seen = place.slack.command(place.rita, "/logcall", "A & <b>", channel=place.sales)
    headers, told = place.bot.headers[0], place.bot.heard[0]
    assert headers["X-Slack-Signature"].startswith("v0=")
    assert (told["text"], told["channel_id"], told["user_id"]) == (
        "A &amp; &lt;b&gt;", place.sales.id, place.rita.id,
    )  # fmt: skip
    assert seen.ephemeral().text == "Logged"
    assert [shown.text for shown in place.slack.shown_to(place.max)] == []
    assert place.slack.messages(place.sales) == []


def test_an_answer_in_the_channel_is_seen_by_all(place):
    place.bot.answers = lambda _: {"response_type": "in_channel", "text": "Acme is warm"}
    seen = place.slack.command(place.rita, "/whereweare", "Acme", channel=place.sales)
    assert [shown.text for shown in seen.posts] == ["Acme is warm"]
    assert place.slack.messages(place.sales)[0]["text"] == "Acme is warm"


@pytest.mark.parametrize(("status", "said"), [(500, "dispatch_failed"), (404, "dispatch_failed")])
def test_a_command_without_an_answer_is_trouble_that_the_user_sees(place, status, said):
    place.bot.answers = lambda _: web.Response(status=status)
    seen = place.slack.command(place.rita, "/logcall")
    assert (len(seen.answers), seen.trouble) == (1, [said])


def test_a_bot_that_is_too_slow_times_out(place):
    place.slack.deliveries.answer_seconds = 0.2
    place.bot.answers = lambda _: place.slack.until(lambda: False, seconds=0.5)
    seen = place.slack.command(place.rita, "/logcall")
    assert (seen.status, seen.trouble) == (0, ["operation_timeout"])


def test_an_event_comes_again_three_times_with_one_id_until_it_is_taken(place):
    answers = iter([500, 500, 200])
    place.bot.answers = lambda _: web.Response(status=next(answers))
    seen = place.slack.dm(place.rita, "help")
    assert [answer.status for answer in seen.answers] == [500, 500, 200]
    assert len({told["event_id"] for told in place.bot.heard}) == 1
    assert [headers.get("X-Slack-Retry-Num") for headers in place.bot.headers] == [None, "1", "2"]
    place.bot.answers = lambda _: web.Response(status=500, headers={"X-Slack-No-Retry": "1"})
    assert len(place.slack.dm(place.rita, "help").answers) == 1


def test_copies_in_parallel_are_copies(place):
    seen = place.slack.mention(place.sales, place.rita, "where are we on Acme?", times=4, parallel=True)
    assert [answer.status for answer in seen.answers] == [200] * 4
    assert len({told["event_id"] for told in place.bot.heard}) == 1
    retries = {headers.get("X-Slack-Retry-Num") for headers in place.bot.headers}
    assert retries == {None, "1", "2", "3"}
    pressed = place.slack.command(place.rita, "/followups", times=2, parallel=True)
    assert len(pressed.answers) == 2
    assert len({told["trigger_id"] for told in place.bot.heard[4:]}) == 1


def test_a_mention_stands_in_its_thread(place):
    place.slack.mention(place.sales, place.rita, "where?", thread_ts=place.slack.say(place.sales, place.max, "hm").ts)
    event = place.bot.heard[0]["event"]
    assert event["type"] == "app_mention"
    assert event["text"] == f"<@{place.acme.bot.id}> where?"
    assert event["thread_ts"] == place.slack.messages(place.sales)[0]["ts"]
    assert event["parent_user_id"] == place.max.id


def test_pressing_finds_the_button_by_its_words(place):
    posted = place.web.chat_postMessage(channel=place.rita.id, **CARD)
    shown = next(s for s in place.slack.world.shown if s.ts == posted["ts"])
    place.slack.press(shown, "Done")
    told = place.bot.heard[0]
    assert told["actions"][0]["value"] == "done 7"
    assert told["container"]["message_ts"] == told["message"]["ts"] == posted["ts"]
    place.slack.press(shown, "Let go")
    assert place.bot.heard[1]["actions"][0]["selected_option"]["value"] == "drop 7"
    with pytest.raises(NotThereError, match="Done"):
        place.slack.press(shown, "Sing")


def test_a_press_in_a_channel_says_whose(place):
    posted = place.web.chat_postMessage(channel=place.sales.id, **CARD)
    shown = next(s for s in place.slack.world.shown if s.ts == posted["ts"])
    with pytest.raises(NotThereError, match="by"):
        place.slack.press(shown, "Done")
    place.slack.press(shown, "Done", by=place.max)
    assert place.bot.heard[0]["user"]["id"] == place.max.id


def test_a_whispered_message_comes_without_its_text_and_is_changed_by_its_own_address(place):
    place.bot.answers = lambda _: CARD
    shown = place.slack.command(place.rita, "/followups", channel=place.sales).ephemeral()
    place.bot.answers = lambda _: ""
    pressed = place.slack.press(shown, "Done")
    told = place.bot.heard[1]
    assert told["container"]["is_ephemeral"]
    assert "message" not in told
    answered = respond(told["response_url"], {"replace_original": True, "text": "Done: Acme"})
    assert answered == 200
    assert pressed.update().text == "Done: Acme"
    assert place.slack.shown_to(place.max) == []


def respond(url: str, body: dict) -> int:
    from slack_sdk.webhook import WebhookClient

    return int(WebhookClient(url).send_dict(body).status_code)


def test_a_response_url_takes_five_answers_within_half_an_hour(place):
    place.slack.command(place.rita, "/followups")
    place.slack.command(place.rita, "/followups")
    first, second = (told["response_url"] for told in place.bot.heard)
    assert [respond(first, {"text": "again"}) for _ in range(6)] == [200] * 5 + [404]
    place.slack.clock.forward(1801)
    assert respond(second, {"text": "late"}) == 404


def test_a_form_is_filled_in_sent_back_with_errors_and_closed(place):
    form = opened_form(place, FORM)
    place.bot.answers = lambda _: {"options": [{"text": {"type": "plain_text", "text": "Acme"}, "value": "42"}]}
    offered = place.slack.type_ahead(form, "deal", "ac")
    assert [option["value"] for option in offered.options] == ["42"]
    assert place.bot.heard[-1]["value"] == "ac"
    with pytest.raises(NotThereError, match="note"):
        place.slack.submit(form, {"deal": offered.options[0]})
    place.bot.answers = lambda _: {"response_action": "errors", "errors": {"note": "Say what happened"}}
    refused = place.slack.submit(form, {"deal": offered.options[0], "note": "x"})
    assert refused.errors == {"note": "Say what happened"}
    place.bot.answers = lambda _: ""
    sent = place.slack.submit(form, {"note": "sent pricing"})
    values = place.bot.heard[-1]["view"]["state"]["values"]
    assert values["deal"]["pick"]["selected_option"]["value"] == "42"  # what was chosen before is still chosen
    assert values["note"]["text"]["value"] == "sent pricing"
    assert [shown.kind for shown in sent.shown] == ["closed"]
    assert place.acme.modal(place.rita) is None
    assert place.slack.complaints == []


def test_an_answer_that_is_no_form_is_the_trouble_that_users_know(place):
    form = opened_form(place, {**FORM, "blocks": [NOTE]})
    place.bot.answers = lambda _: {"response_action": "update", "view": {"type": "modal"}}
    seen = place.slack.submit(form, {"note": "x"})
    assert seen.trouble == ["We had some trouble connecting. Try again?"]
    place.bot.answers = lambda _: {"response_action": "errors", "errors": {"nowhere": "?"}}
    assert place.slack.submit(form, {"note": "x"}).trouble
    assert len(place.slack.complaints) == 2


def test_the_next_form_takes_the_place_of_the_one_sent(place):
    form = opened_form(place, {**FORM, "blocks": [NOTE]})
    place.bot.answers = lambda _: {"response_action": "update", "view": {**FORM, "blocks": [DEAL]}}
    following = place.slack.submit(form, {"note": "x"}).modal()
    assert following.id == form.id
    assert place.acme.modal(place.rita)["blocks"][0]["block_id"] == "deal"


def test_an_ack_body_that_slack_ignores_is_complained_of(place):
    posted = place.web.chat_postMessage(channel=place.rita.id, **CARD)
    place.bot.answers = lambda _: {"text": "lost"}
    place.slack.press(next(s for s in place.slack.world.shown if s.ts == posted["ts"]), "Done")
    assert len(place.slack.complaints) == 1


def test_uninstalling_kills_every_token_of_that_workspace_alone(place):
    other = place.slack.add_workspace("Other")
    place.slack.uninstall(place.acme)
    assert [told["event"]["type"] for told in place.bot.heard] == ["app_uninstalled"]
    with pytest.raises(Exception, match="account_inactive"):
        place.web.auth_test()
    assert WebClient(token=other.token, base_url=place.slack.api_url).auth_test()["ok"]


def test_a_user_changes_zone_and_leaves(place):
    place.slack.user_change(place.rita, zone="America/New_York")
    place.slack.user_change(place.rita, deleted=True)
    moved, left = (told["event"]["user"] for told in place.bot.heard)
    assert moved["tz"] == "America/New_York"
    assert left["deleted"]
    assert "tz" not in left


def test_home_is_published_for_one_person(place):
    home = {"type": "home", "blocks": [BUTTONS]}

    def answers(payload: dict) -> str:
        if payload.get("event"):
            place.web.views_publish(user_id=payload["event"]["user"], view=home)
        return ""

    place.bot.answers = answers
    shown = place.slack.open_home(place.rita).home()
    assert "view" not in place.bot.heard[0]["event"]
    place.slack.press(shown, "Done")
    assert place.bot.heard[1]["view"]["type"] == "home"
    place.slack.open_home(place.rita)
    assert place.bot.heard[2]["event"]["view"]["id"] == shown.id


def test_the_signature_is_slack_s_own(place):
    raw: dict[str, bytes] = {}

    class Keeping(Bot):
        async def receive(self, request: web.Request) -> web.StreamResponse:
            raw["body"] = await request.read()
            self.headers.append(dict(request.headers))
            return web.Response()

    from tests.slack.a_bot import serving

    keeping = Keeping()
    with serving(web.post("/slack/events", keeping.receive)) as url:
        place.slack.bot_url = f"{url}/slack/events"
        place.slack.verify_url()
    stamp = keeping.headers[0]["X-Slack-Request-Timestamp"]
    signed = f"v0:{stamp}:".encode() + raw["body"]
    wanted = "v0=" + hmac.new(place.slack.app.signing_secret.encode(), signed, hashlib.sha256).hexdigest()
    assert keeping.headers[0]["X-Slack-Signature"] == wanted
