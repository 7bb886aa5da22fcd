"""A day in Slack, over real HTTP: commands, the form, presses, words, Home, the morning list; each answered in its place."""

import time
from collections.abc import Iterator
from datetime import timedelta

import pytest

from adapters.slack import listening
from tests.slack import blockkit
from tests.slack.faults import refused, server_error
from tests.slack.model import Json, Shown
from tests.slack.serving import Office, office


@pytest.fixture
def place(sqlite_url, open_database) -> Iterator[Office]:
    with office(open_database(sqlite_url)) as made:
        yield made


def words(view: Shown) -> str:
    """Everything that a modal or Home says."""
    return " ".join(blockkit.texts(view.content["blocks"]))


LINE = 'Acme: Dana said "we like it", she checks with finance by Fri, I send the plan tomorrow'


def log_acme(place: Office) -> None:
    place.fake.command(place.rita, "/followthrough", "new Acme, 40 seats")
    place.fake.command(place.rita, "/logcall", LINE)


def test_a_call_in_one_line_is_kept_and_read_back_to_nobody_else(place):
    place.fake.command(place.rita, "/followthrough", "new Acme, 40 seats", channel=place.sales)
    seen = place.fake.command(place.rita, "/logcall", LINE, channel=place.sales)
    assert seen.status == 200
    assert "Logged: Acme, Dana" in seen.ephemeral().text
    assert place.sales.messages == []


def test_the_form_finds_the_deal_keeps_what_was_typed_and_shows_errors_beside_the_field(place):
    place.fake.command(place.rita, "/followthrough", "new Acme, 40 seats")
    form = place.fake.command(place.rita, "/logcall").modal()
    offered = place.fake.type_ahead(form, "deal", "acm").options
    assert [option["text"]["text"] for option in offered] == ["Acme, 40 seats", "New: acm"]
    typed = {"deal": offered[0], "said": "we like it", "theirs": "check with finance by 31/2"}
    wrong = place.fake.submit(form, typed)
    assert "not a day in the calendar" in wrong.errors["theirs"]
    kept = place.fake.submit(form, {**typed, "theirs": "check with finance by Fri"})
    assert "Logged: Acme" in words(kept.modal())
    assert "We like it".lower() in place.fake.command(place.rita, "/whereweare", "Acme").ephemeral().text.lower()


def test_a_new_deal_is_made_while_logging(place):
    form = place.fake.command(place.rita, "/logcall").modal()
    (new,) = place.fake.type_ahead(form, "deal", "Zebra").options
    asked = place.fake.submit(form, {"deal": new, "said": "stripes are in"}).modal()
    done = place.fake.press(asked, "Create “Zebra”")
    place.bot.settle()
    assert done.status == 200
    assert "stripes are in" in place.fake.command(place.rita, "/whereweare", "Zebra").ephemeral().text


@pytest.mark.parametrize("name", ["Kestrel", "Kestrel Foods", "Kestrel Wroks"])
def test_what_is_chosen_as_new_is_new_whatever_is_like_it(place, name):
    place.fake.command(place.rita, "/followthrough", "new Kestrel Works")
    form = place.fake.command(place.rita, "/logcall").modal()
    new = place.fake.type_ahead(form, "deal", name).options[-1]
    wrong = place.fake.submit(form, {"deal": new, "said": "we like it", "ours": "send the plan by 31/2"})
    assert "not a day in the calendar" in wrong.errors["ours"]
    assert "2" not in place.fake.command(place.rita, "/followthrough", "deals").ephemeral().text.splitlines()[0]
    logged = place.fake.submit(form, {"deal": new, "said": "we like it", "ours": "send the plan by Fri"}).modal()
    assert f"Logged: {name}, call" in words(logged)
    assert "last spoke" not in place.fake.command(place.rita, "/whereweare", "Kestrel Works").ephemeral().text


def test_so_it_is_of_a_message(place):
    place.fake.command(place.rita, "/followthrough", "new Kestrel Works")
    said = place.fake.say(place.sales, place.rita, "they like it")
    form = place.fake.message_shortcut(place.rita, said, "logcall_message").modal()
    new = place.fake.type_ahead(form, "deal", "Kestrel").options[-1]
    assert "Logged: Kestrel, call" in words(place.fake.submit(form, {"deal": new}).modal())


def test_the_very_name_of_a_deal_is_that_deal(place):
    place.fake.command(place.rita, "/followthrough", "new Kestrel Works")
    form = place.fake.command(place.rita, "/logcall").modal()
    new = {"text": {"type": "plain_text", "text": "New: kestrel works"}, "value": "kestrel works"}
    assert "Logged: Kestrel Works" in words(place.fake.submit(form, {"deal": new, "said": "we like it"}).modal())


def test_the_morning_list_comes_once_and_a_press_changes_it_in_place(place):
    log_acme(place)
    place.bot.at += timedelta(hours=19)
    assert place.bot.tick() == 1
    assert place.bot.tick() == 0
    (post,) = place.fake.messages(place.rita)
    assert "You promised" in post["text"]
    shown = next(one for one in place.fake.world.shown if one.kind == "post")
    changed = place.fake.press(shown, "Done (send the plan)").update()
    assert "✓" in changed.text
    assert len(place.fake.messages(place.rita)) == 1


def charts_in(blocks: list[Json]) -> int:
    return sum(block["type"] == "data_visualization" for block in blocks)


def test_a_chart_in_the_dm_is_slacks_own_and_bars_where_a_workspace_takes_none(place):
    log_acme(place)
    drawn = place.fake.dm(place.rita, "chart").post()
    assert charts_in(drawn.content["blocks"]) == 1
    assert "Calls and messages 1, answered 1" in drawn.text
    place.fake.faults.script("chat.postMessage", refused("invalid_blocks"))
    instead = place.fake.dm(place.rita, "chart").post()
    assert charts_in(instead.content["blocks"]) == 0
    assert any("Calls and messages   1 ▇" in text for text in blockkit.texts(instead.content["blocks"]))
    assert charts_in(place.fake.command(place.rita, "/followthrough", "chart").ephemeral().content["blocks"]) == 0


def test_plain_words_in_the_dm_are_answered_there_and_a_form_is_one_press_away(place):
    assert "What I can do" in place.fake.dm(place.rita, "help").post().text
    offer = place.fake.dm(place.rita, "settings").post()
    assert "or type it in one line: settings list 08:00" in offer.text
    form = place.fake.press(offer, "Your settings").modal()
    assert "Changed" in words(place.fake.submit(form, {"digest_at": "07:45"}).modal())


def test_a_mention_is_answered_to_the_one_who_asked_until_they_share_it(place):
    log_acme(place)
    asked = place.fake.mention(place.sales, place.rita, "where are we on Acme?")
    private = asked.ephemeral()
    assert "we like it" in private.text
    before = len(place.sales.messages)
    place.fake.press(private, "Share here")
    place.bot.settle()
    shared = place.sales.messages[before:]
    assert len(shared) == 1
    assert "Shared by Rita Moss." in shared[0]["text"]


def test_what_to_type_is_told_as_it_reaches_the_bot_from_there(place):
    log_acme(place)
    asks, hint = "Type it like this", "begin it with"
    in_channel = place.fake.command(place.rita, "/followthrough", "later", channel=place.sales).ephemeral().text
    mentioned = place.fake.mention(place.sales, place.rita, "later").ephemeral().text
    alone = place.fake.command(place.rita, "/followthrough", "later").ephemeral().text
    assert all(asks in answer for answer in (in_channel, mentioned, alone))
    assert f"{hint} /followthrough" in in_channel
    assert f"{hint} @Followthrough" in mentioned
    assert hint not in alone
    assert hint not in place.fake.command(place.rita, "/whereweare", "Acme", channel=place.sales).ephemeral().text


def test_lines_to_type_bring_the_hint_and_what_somebody_noted_does_not(place):
    place.fake.command(place.rita, "/followthrough", "new Acme")
    place.fake.command(place.rita, "/logcall", "Acme: they make blood type kits")
    where = place.fake.command(place.rita, "/whereweare", "Acme", channel=place.sales).ephemeral().text
    assert "blood type kits" in where
    assert "begin it with" not in where
    for line in ("bananas all the way", "help"):
        shown = place.fake.command(place.rita, "/followthrough", line, channel=place.sales).ephemeral().text
        assert "begin it with /followthrough" in shown


def test_who_may_not_see_a_deal_is_shown_nothing_of_it_also_where_it_was_shared(place):
    log_acme(place)
    assert "No deal of yours" in place.fake.command(place.tom, "/whereweare", "Acme").ephemeral().text
    private = place.fake.mention(place.sales, place.rita, "where are we on Acme?").ephemeral()
    place.fake.press(private, "Share here")
    place.bot.settle()
    shared = next(s for s in place.fake.shown_to(place.tom) + place.fake.world.shown if "Shared by" in s.text)
    pressed = place.fake.press(shared, "What to say", by=place.tom)
    assert "we like it" not in pressed.ephemeral().text


def test_home_shows_the_list_and_follows_what_is_done(place):
    log_acme(place)
    place.bot.at += timedelta(hours=19)
    home = place.fake.open_home(place.rita).home()
    assert "send the plan" in words(home)
    after = place.fake.press(home, "Done (send the plan)").home()
    assert "✓" in words(after)


def test_a_message_is_kept_as_a_call(place):
    place.fake.command(place.rita, "/followthrough", "new Acme, 40 seats")
    said = place.fake.say(place.sales, place.rita, "Acme: she checks with finance by Fri")
    form = place.fake.message_shortcut(place.rita, said, "logcall_message").modal()
    kept = words(place.fake.submit(form).modal())
    assert "Logged: Acme" in kept
    assert "check with finance" in kept
    assert place.fake.shortcut(place.rita, "logcall_global").modal()


@pytest.mark.parametrize("parallel", [False, True])
def test_what_slack_sends_several_times_is_done_once(place, parallel):
    place.fake.command(place.rita, "/followthrough", "new Acme, 40 seats")
    how = {"times": 4, "parallel": parallel}
    place.fake.command(place.rita, "/logcall", LINE, **how)
    place.fake.dm(place.rita, "done Acme voicemail", **how)
    form = place.fake.command(place.rita, "/logcall", "Acme").modal()
    place.fake.submit(form, {"said": "still fine"}, **how)
    place.bot.settle()
    member = place.bot.member(place.rita)
    histories = place.bot.database.read(
        place.bot.organisation(place.acme.id),
        lambda store: store.history.many(name.id for name in store.deals.named(frozenset({member.id}))),
    )
    assert [len(history.touches) for history in histories.values()] == [3]


def test_guests_bots_and_strangers_are_nobody(place):
    for mark in ("is_restricted", "is_stranger", "is_ultra_restricted"):
        guest = place.fake.add_user(place.acme, f"guest-{mark}", **{mark: True})
        assert "members of this workspace" in place.fake.command(guest, "/followthrough", "new Acme").ephemeral().text


@pytest.mark.parametrize("failing", [lambda *_: time.sleep(1), lambda *_: 1 / 0])
def test_who_types_a_name_gets_no_error_where_looking_takes_too_long_or_fails(place, monkeypatch, failing):
    form = place.fake.command(place.rita, "/logcall").modal()
    monkeypatch.setattr(listening, "_CHOOSE_SECONDS", 0.2)
    place.bot.app.deals_to_choose = failing
    (typed,) = place.fake.type_ahead(form, "deal", "Zebra").options
    assert "Zebra" in typed["text"]["text"]
    del place.bot.app.deals_to_choose
    assert place.fake.type_ahead(form, "deal", "Zebra").options


def test_people_come_with_their_zone_and_a_change_of_it_moves_their_morning(place):
    place.fake.command(place.tom, "/followups")
    tom = place.bot.member(place.tom)
    assert (tom.name, tom.zone, tom.email) == ("Tom Becker", "America/New_York", "tom@acme.test")
    place.fake.user_change(place.tom, zone="Asia/Tokyo")
    place.bot.settle()
    moved = place.bot.member(place.tom)
    assert moved.zone == "Asia/Tokyo"
    assert moved.next_digest_at != tom.next_digest_at


def test_an_uninstall_stops_everything_at_once(place):
    log_acme(place)
    place.fake.uninstall(place.acme)
    place.bot.at += timedelta(hours=19)
    before = len(place.fake.receipts)
    assert place.bot.tick() == 0
    assert len(place.fake.receipts) == before


def test_a_call_about_a_payload_is_a_call_like_any_other(place):
    """Slack's own fields are told apart by their names, not by words that somebody typed."""
    seen = place.fake.command(place.rita, "/followthrough", "new Payload Systems, 40 seats")
    assert "Payload Systems" in seen.ephemerals[-1].text
    seen = place.fake.command(place.rita, "/logcall", "Payload Systems: they test the payload limit")
    assert "payload limit" in seen.ephemerals[-1].text


@pytest.mark.parametrize("has_arrived", [True, False])
def test_where_slack_does_not_say_whether_it_was_shared_nothing_is_claimed(place, has_arrived):
    log_acme(place)
    asked = place.fake.mention(place.sales, place.rita, "where are we on Acme?").ephemeral()
    place.fake.faults.script("response_url", server_error(500, after=has_arrived))
    seen = place.fake.press(asked, "Share here")
    place.bot.settle()
    assert "does not say whether that was shared" in seen.ephemeral().text
    seen = place.fake.press(asked, "Share here")
    place.bot.settle()
    assert "If it is not there" in seen.ephemeral().text
    assert "already" in seen.ephemeral().text
