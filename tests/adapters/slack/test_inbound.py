"""What Slack sends is read as what was said, where, and under which key: the same for every repeat, no other's."""

import pytest

from adapters.slack.inbound import Surface, from_command, from_event, from_press, from_shortcut, from_submission, plain
from adapters.slack.modal import modal
from adapters.slack.render import message
from bot.cards import Button, Card, Field, Form, Line

TEAM, USER = "T0001", "U0001"


@pytest.mark.parametrize(
    ("command", "text", "typed"),
    [
        ("/logcall", "", "logcall"), ("/logcall", "Acme: she signs &amp; pays", "logcall Acme: she signs & pays"),
        ("/logcall", "help", "help"), ("/followups", "", "followups"), ("/followups", "all", "followups all"),
        ("/whereweare", "Acme", "whereweare Acme"), ("/prep", "Acme", "prep Acme"), ("/followthrough", "", "help"),
        ("/followthrough", "undo", "undo"), ("/logcall", "<#C1|acme>: met <@U2|dana>", "logcall acme: met dana"),
    ],
)  # fmt: skip
def test_a_slash_command_is_the_line_it_types(command, text, typed):
    said = from_command(
        {
            "command": command,
            "text": text,
            "team_id": TEAM,
            "user_id": USER,
            "channel_id": "C1",
            "trigger_id": "9.9",
            "response_url": "https://x",
        }
    )
    assert (said.text, said.key, said.place.surface) == (typed, "trigger:9.9", Surface.command)


def _press(card: Card, number: int = 0, **more: object) -> dict:
    block = next(block for block in message(card)["blocks"] if block["type"] == "actions" or block.get("accessory"))
    element = block.get("accessory") or block["elements"][number]
    action = {**element, "block_id": block["block_id"], "action_ts": "1.5"}
    return {
        "type": "block_actions",
        "team": {"id": TEAM},
        "user": {"id": USER},
        "actions": [action],
        "trigger_id": "7.7",
        **more,
    }


CARD = Card("One today", (Line("Acme", buttons=(Button("Words", "words 1"), Button("Done", "done 1"))),), "digest:7")
IN_DM = {"container": {"type": "message", "channel_id": "D1", "message_ts": "1.0", "is_ephemeral": False}}


def test_a_press_types_its_command_and_brings_its_cards_key_back():
    said = from_press(_press(CARD, 1, **IN_DM))
    assert (said.text, said.pressed_on, said.place.surface, said.place.message) == (
        "done 1",
        "digest:7",
        Surface.message,
        "1.0",
    )


def test_the_same_press_has_the_same_key_and_another_has_another():
    first, again, other = (
        from_press(_press(CARD, 1, **IN_DM)),
        from_press(_press(CARD, 1, **IN_DM)),
        from_press(_press(CARD, 0, **IN_DM)),
    )
    assert first.key == again.key != other.key


@pytest.mark.parametrize(
    ("where", "surface"),
    [
        (IN_DM, Surface.message),
        ({"container": {"channel_id": "C1", "message_ts": "1.0", "is_ephemeral": True}, "response_url": "https://x"}, Surface.ephemeral),
        ({"container": {"type": "view", "view_id": "V1"}, "view": {"id": "V1", "type": "home", "hash": "h"}}, Surface.home),
        ({"container": {"type": "view", "view_id": "V1"}, "view": {"id": "V1", "type": "modal", "hash": "h"}}, Surface.modal),
    ],
)  # fmt: skip
def test_where_it_was_pressed_is_known(where, surface):
    assert from_press(_press(CARD, **where)).place.surface is surface


def test_a_form_comes_back_as_its_command_key_and_fields():
    form = Form("logcall 12", "Log a call", (Field("deal", "Who?"), Field("said", "Said?")), key="form:3")
    view = modal(form)
    state = {
        "values": {"deal": {"field": {"type": "plain_text_input", "value": "Acme"}}, "said": {"field": {"value": None}}}
    }
    said = from_submission(
        {"team": {"id": TEAM}, "user": {"id": USER}, "view": {**view, "id": "V1", "hash": "h", "state": state}}
    )
    assert (said.text, said.key, said.fields) == ("logcall 12", "form:3", {"deal": "Acme", "said": ""})


def test_a_message_shortcut_brings_the_message_along():
    body = {
        "team": {"id": TEAM},
        "user": {"id": USER},
        "trigger_id": "8.8",
        "callback_id": "logcall_message",
        "channel": {"id": "C1"},
    }
    said = from_shortcut({**body, "message": {"text": "Acme: she signs &lt;soon&gt;"}})
    assert (said.text, said.fields) == ("logcall", {"line": "Acme: she signs <soon>"})
    assert from_shortcut({**body, "message": None}).fields is None


def _event(**event: object) -> dict:
    return {
        "team_id": TEAM,
        "event_id": "Ev1",
        "event": {"user": USER, "ts": "5.0", "channel": "C1", "text": "help", **event},
    }


def test_a_mention_is_answered_where_it_stands_without_the_bots_name():
    """Slack shows a whisper in a thread only where that thread has been begun."""
    said = from_event(_event(type="app_mention", text="<@U0BOT> where are we on Acme?"))
    assert (said.text, said.place.thread, said.place.message, said.place.surface, said.key) == (
        "where are we on Acme?",
        "",
        "5.0",
        Surface.mention,
        "said:C1:5.0",
    )
    assert from_event(_event(type="app_mention", text="<@U0BOT>", thread_ts="4.0")).place.thread == "4.0"
    assert from_event(_event(type="app_mention", text="<@U0BOT>")).text == "help"


def test_the_same_message_under_another_event_id_is_the_same():
    once, again = (
        {**_event(type="message", channel="D1", channel_type="im"), "event_id": name} for name in ("Ev1", "Ev2")
    )
    assert from_event(once).key == from_event(again).key
    assert from_event(_event(type="message", channel="D1", channel_type="im", ts="6.0")).key != from_event(once).key


def test_one_text_that_fires_two_events_counts_once():
    direct = {"channel": "D1", "channel_type": "im"}
    assert from_event(_event(type="message", **direct)).place.surface is Surface.direct
    assert from_event(_event(type="app_mention", **direct)) is None
    assert from_event(_event(type="message", channel_type="channel")) is None


@pytest.mark.parametrize(
    "more", [{"bot_id": "B1"}, {"subtype": "message_changed"}, {"subtype": "channel_join"}, {"user": ""}]
)
def test_what_nobody_wrote_is_not_read(more):
    assert from_event(_event(type="message", channel="D1", channel_type="im", **more)) is None


@pytest.mark.parametrize(
    ("marked_up", "typed"),
    [
        ("see <https://acme.example|acme.example>", "see acme.example"), ("<https://acme.example>", "https://acme.example"),
        ("<!here> Acme", "@here Acme"), ("a &lt;b&gt; &amp;amp;", "a <b> &amp;"), ("<mailto:a@b.example|a@b.example>", "a@b.example"),
        ("<https://acme.example/plan|the plan>, ok", "the plan (https://acme.example/plan), ok"),
        ("<https://www.acme.example/|acme.example>", "acme.example"), ("<https://acme.example|https://acme.example>", "https://acme.example"),
        ("<http://ACME.example|acme.example/>", "acme.example/"), ("<mailto:a@b.example|Dana>", "Dana (a@b.example)"),
        ("<tel:+15550142|555 0142>", "555 0142"), ("<mailto:a@b.example>", "a@b.example"),
        ("<https://acme.example/?a=1&amp;b=2|plan>", "plan (https://acme.example/?a=1&b=2)"), ("<#C1|sales>", "sales"),
        ("<https://acme.example/_a_|_a_>", "_a_ (https://acme.example/_a_)"),
    ],
)  # fmt: skip
def test_slacks_markup_is_read_as_it_was_typed(marked_up, typed):
    assert plain(marked_up) == typed


@pytest.mark.parametrize(
    ("slanted", "typed"),
    [
        ("_Acme_ please", "Acme please"), ("_Acme, 40 seats_: ok", "Acme, 40 seats: ok"), ("see (_Acme_).", "see (Acme)."),
        ("snake_case_name", "snake_case_name"), ("a _ b _ c", "a _ b _ c"), ("__init__", "__init__"),
        ("https://acme.example/_a_/b", "https://acme.example/_a_/b"), ("*logcall* Acme: ok", "logcall Acme: ok"), ("she signs by *Fri*", "she signs by Fri"),
        ("`deals`", "deals"), ("~where are we~ deals", "deals"), ("she signs ~Fri~ Mon", "she signs  Mon"), ("```logcall Acme: ok,\nI send it Wed```", "logcall Acme: ok,\nI send it Wed"),
        ("*_Acme_*: ok", "Acme: ok"), ("2*3*4 pallets", "2*3*4 pallets"), ("* she signs\n* I send it *", "* she signs\n* I send it *"),
        ("~250k, maybe ~300k", "~250k, maybe ~300k"), ("5 * 3 * 2", "5 * 3 * 2"), ("it's 5` wide", "it's 5` wide"),
    ],
)  # fmt: skip
def test_the_marks_of_a_message_are_taken_off_and_what_is_typed_behind_a_slash_stays(slanted, typed):
    assert from_event(_event(type="message", channel="D1", channel_type="im", text=slanted)).text == typed
    assert plain(slanted) == slanted
