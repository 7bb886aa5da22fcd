"""An edit and a file are not read: whoever sent them is told so, and what to do instead. What nobody edited is passed over."""

from collections.abc import Iterator

import pytest

from tests.slack import events
from tests.slack.serving import Office, office

CSV = [{"id": "F1", "name": "deals.csv"}]


@pytest.fixture
def place(sqlite_url, open_database) -> Iterator[Office]:
    with office(open_database(sqlite_url)) as made:
        made.fake.command(made.rita, "/followthrough", "new Birchwood")
        yield made


def sent(place: Office, text: str, **more) -> str:
    """What the rep reads after a message with a file in the DM."""
    channel = place.fake.world.open_dm(place.acme, place.rita.id)
    message = events.said(place.fake.world, place.acme, channel, place.rita, text)
    return told(place, events.message_im(message, channel) | {"subtype": "file_share", "files": CSV} | more)


def told(place: Office, event: dict) -> str:
    seen = place.fake.event(place.rita, event)
    place.bot.settle()
    return "\n".join(shown.text for shown in seen.shown)


def edited(place: Office, before: dict, **now) -> dict:
    channel = place.fake.world.open_dm(place.acme, place.rita.id)
    ts = place.acme.next_ts(place.fake.clock.now())
    return {
        "type": "message", "subtype": "message_changed", "channel": channel.id, "channel_type": "im", "ts": ts, "event_ts": ts,
        "message": before | now, "previous_message": before,
    }  # fmt: skip


def line(place: Office, text: str) -> dict:
    channel = place.fake.world.open_dm(place.acme, place.rita.id)
    message = events.said(place.fake.world, place.acme, channel, place.rita, text)
    told(place, events.message_im(message, channel))
    return message


def test_an_edit_is_not_met_with_silence_and_changes_nothing(place):
    before = line(place, "logcall Birchwood: she pays Mon")
    answer = told(place, edited(place, before, text="logcall Birchwood: she pays Tue"))
    assert "You have changed a message. I read each one once" in answer
    assert "“no, Tuesday”" in answer
    assert "pay, Mon 16 March" in told(place, line_event(place, "where are we on Birchwood?"))


def test_a_message_that_slackbot_blanks_out_is_no_edit_of_anybodys(place):
    """So a deleted one with answers under it stands there."""
    before = line(place, "logcall Birchwood: she pays Mon")
    gone = {"user": "USLACKBOT", "subtype": "tombstone", "text": "This message was deleted."}
    members = len(place.bot.app.members(place.bot.organisation(place.acme.id)))
    assert told(place, edited(place, before, **gone)) == ""
    assert len(place.bot.app.members(place.bot.organisation(place.acme.id))) == members


def line_event(place: Office, text: str) -> dict:
    channel = place.fake.world.open_dm(place.acme, place.rita.id)
    return events.message_im(events.said(place.fake.world, place.acme, channel, place.rita, text), channel)


def test_a_link_that_slack_drew_and_our_own_message_are_no_edit(place):
    before = line(place, "logcall Birchwood: see https://birch.example")
    assert told(place, edited(place, before, attachments=[{"id": 1}])) == ""
    assert told(place, edited(place, before | {"bot_id": "B1"}, text="Logged")) == ""


def test_the_same_edit_twice_is_answered_once(place):
    change = edited(place, line(place, "logcall Birchwood: she pays Mon"), text="logcall Birchwood: she pays Tue")
    assert told(place, change)
    assert told(place, change) == ""


def test_a_file_alone_says_how_deals_come_in(place):
    answer = sent(place, "")
    assert "I have no right to open files here." in answer
    assert "followthrough import deals.csv" in answer
    assert "What I can do" not in answer


def test_a_file_beside_words_leaves_them_read(place):
    answer = sent(place, "logcall Birchwood: she pays Mon")
    assert "They will: pay, Mon 16 March" in answer
    assert "I have no right to open files here. I have read the text beside it." in answer


def test_a_file_in_a_channel_is_answered_to_who_sent_it(place):
    text = f"<@{place.acme.bot.id}>"
    message = events.said(place.fake.world, place.acme, place.sales, place.rita, text)
    seen = place.fake.event(place.rita, events.app_mention(message, place.sales) | {"files": CSV})
    place.bot.settle()
    (shown,) = seen.shown
    assert (shown.kind, shown.user) == ("ephemeral", place.rita.id)
    assert "I have no right to open files here." in shown.text
