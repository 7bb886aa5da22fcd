"""What Teams sends, and what comes of it: typed, pressed, filled in, looked up, installed."""

from collections.abc import Iterator

import pytest

from bot.model import Reach, Role
from tests.teams import looking
from tests.teams.fake import BOT
from tests.teams.looking import form_of, words
from tests.teams.person import GROUP, User
from tests.teams.serving import Office, office


@pytest.fixture
def place(sqlite_url, open_database) -> Iterator[Office]:
    with office(open_database(sqlite_url)) as made:
        yield made


@pytest.mark.parametrize("typed", ["logcall", "/logcall", "log call", "LogCall", "/LOG CALL", "Log  Call"])
def test_however_it_is_written_it_opens_the_form(place, typed):
    place.said(place.rita, typed)
    assert form_of(place.fake.chat(place.rita)[-1].content)


@pytest.mark.parametrize("typed", ["help", "HELP", "Help", "/help", "hElP\n"])
def test_help_is_always_there(place, typed):
    assert "logcall" in place.said(place.rita, typed)


def named(place: Office, user=None) -> list[str]:
    """The deals that are on record."""
    member = place.bot.member(user or place.rita)
    found = place.bot.database.read(place.bot.organisation, lambda store: store.deals.named(frozenset({member.id})))
    return [name.full_label for name in found]


def last(place: Office, user=None):
    place.bot.settle()
    return place.fake.chat(user or place.rita)[-1]


def test_only_the_mention_of_the_bot_itself_is_taken_out(place):
    place.said(place.rita, "help")
    mention = {"type": "mention", "mentioned": BOT, "text": "<at>Sales</at>"}
    other = {"type": "mention", "mentioned": {"id": "29:x", "name": "Tom"}, "text": "<at>Tom</at>"}
    place.rita.say("<at>Sales</at>\u00a0new Salesforce, licences", entities=[mention, other])
    place.bot.settle()
    assert named(place) == ["Salesforce, licences"]


def test_the_form_in_the_card_gives_way_to_what_was_stored(place):
    place.said(place.rita, "logcall")
    shown = last(place)
    data = {**form_of(shown.content), "field_deal_new": "Acme", "field_deal": "Acme", "field_ours": "send the plan Mon"}
    status, body = place.rita.execute(data, shown)
    assert (status, body["statusCode"]) == (200, 200)
    assert body["type"] == "application/vnd.microsoft.card.adaptive"
    if "Acme" not in named(place):  # a new name is asked about first
        command = next(
            a["data"] for a in looking.actions(body["value"]) if a["data"].get("command", "").startswith("resume")
        )
        place.rita.execute(command, shown)
        place.bot.settle()
    assert named(place) == ["Acme"]


def test_what_is_wrong_with_a_field_stands_beside_it(place):
    place.said(place.rita, "settings")
    shown = last(place)
    data = form_of(shown.content)
    _, body = place.rita.execute({**data, **{f"field_{name}": "x" for name in data["names"]}}, shown)
    assert "Nothing is changed yet" in words(body["value"])
    assert form_of(body["value"])


def test_an_older_client_submits_and_sees_the_same(place):
    """Action.Submit, what Action.Execute falls back to: the message that was pressed on is changed."""
    place.said(place.rita, "settings")
    shown = last(place)
    data = {
        **form_of(shown.content),
        "field_digest_at": "07:45",
        "field_zone": "Berlin",
        "field_working_days": "Mon-Fri",
    }
    assert place.rita.submit(data, shown) == (200, None)
    place.bot.settle()
    assert shown.updates == 1
    assert "07:45" in shown.text


def test_a_press_on_a_list_changes_the_list_and_any_other_is_answered_below(place):
    place.said(place.rita, "new Acme")
    place.said(place.rita, "logcall Acme: I send the plan today")
    place.said(place.rita, "followups")
    shown, count = last(place), len(place.fake.chat(place.rita))
    print(
        [a["title"] for a in looking.actions(shown.content)],
        [(a["data"].get("command")) for a in looking.actions(shown.content)],
    )
    data = next(a["data"] for a in looking.actions(shown.content) if a["title"] == "Done")
    status, body = place.rita.execute(data, shown)
    assert status == 200
    assert "✓" in words(body["value"])
    assert len(place.fake.chat(place.rita)) == count
    undo = next(a["data"] for a in looking.actions(body["value"]) if a["title"] == "Undo")
    _, body = place.rita.execute({**undo, "key": "", "command": "deal Acme"}, shown)
    assert body["type"] == "application/vnd.microsoft.activity.message"
    place.bot.settle()
    assert len(place.fake.chat(place.rita)) == count + 1


def test_a_refresh_by_the_client_itself_has_no_effect(place):
    place.said(place.rita, "help")
    place.rita.execute({"kind": "press", "command": "new Acme"}, trigger="automatic")
    place.bot.settle()
    assert named(place) == []


@pytest.mark.parametrize("kind", ["message", "press"])
def test_what_teams_sends_again_is_done_once(place, kind):
    place.said(place.rita, "help")
    if kind == "message":
        sent = place.rita.activity("message", text="new Acme")
    else:
        value = {"action": {"data": {"kind": "press", "command": "new Acme", "token": "t1"}}}
        sent = place.rita.activity("invoke", name="adaptiveCard/action", value=value)
    count = len(place.fake.chat(place.rita))
    for id_ in (sent["id"], sent["id"], "f:later", "f:later"):
        assert place.fake.post({**sent, "id": id_})[0] == 200
    place.bot.settle()
    assert named(place) == ["Acme"]
    assert len(place.fake.chat(place.rita)) == count + 1


def test_a_form_counts_once_however_often_it_comes(place):
    place.said(place.rita, "new Acme")
    place.said(place.rita, "logcall")
    shown = last(place)
    data = {**form_of(shown.content), "field_deal": "Acme", "field_ours": "send the plan Mon"}
    answers = [place.rita.execute(data, shown)[1]["value"] for _ in range(3)]
    acts = place.bot.database.read(
        place.bot.organisation, lambda store: store.acts.last_of(place.bot.member(place.rita).id)
    )
    assert "Logged" in words(answers[0]) or "Acme" in words(answers[0])
    assert (
        acts.id
        == place.bot.database.read(
            place.bot.organisation, lambda store: store.acts.last_of(place.bot.member(place.rita).id)
        ).id
    )
    history = place.bot.database.read(
        place.bot.organisation, lambda store: next(iter(store.history.many([1]).values()))
    )
    assert len(history.touches) == 1


def test_a_dialog_opens_from_a_button_and_stays_open_until_it_is_right(place):
    place.said(place.rita, "new Acme")
    body = place.rita.invoke(
        "task/fetch", {"data": {"kind": "press", "command": "logcall", "msteams": {"type": "task/fetch"}}}
    )
    value = body["task"]["value"]
    assert (body["task"]["type"], bool(value["title"])) == ("continue", True)
    data = form_of(value["card"]["content"])
    assert data
    assert {a["type"] for a in looking.actions(value["card"]["content"])} == {"Action.Submit"}
    body = place.rita.invoke("task/submit", {"data": {**data, "field_deal": "Acme", "field_ours": "send the plan Mon"}})
    shown = body["task"]["value"]["card"]["content"]
    assert "Acme" in words(shown)
    assert {a["type"] for a in looking.actions(shown)} <= {"Action.Submit"}
    assert "plan" in place.said(place.rita, "where are we on Acme?")


def test_a_message_in_any_chat_is_kept_as_a_call(place):
    place.said(place.rita, "new Acme")
    chat = {"id": "19:two@unq.gbl.spaces", "conversationType": "personal", "tenantId": place.fake.tenant}
    payload = {"body": {"contentType": "html", "content": "<p>Acme: she signs&nbsp;<b>Friday</b></p>"}}
    value = {"commandId": "logCall", "commandContext": "message", "messagePayload": payload}
    body = place.rita.invoke("composeExtension/fetchTask", value, conversation=chat)
    card = body["task"]["value"]["card"]["content"]
    assert "she signs Friday" in str(card)
    data = {**form_of(card), "field_deal": "Acme", "field_line": "she signs Friday"}
    body = place.rita.invoke("composeExtension/submitAction", {"commandId": "logCall", "data": data}, conversation=chat)
    assert "Acme" in words(body["task"]["value"]["card"]["content"])
    assert "19:two" not in place.bot.identity(place.rita).address.details, "that chat is not ours to write in"


def test_a_message_of_an_earlier_day_is_a_call_of_that_day(place):
    place.said(place.rita, "new Acme")
    payload = {"body": {"content": "<p>Acme: she signs tomorrow</p>"}, "createdDateTime": "2026-03-10T09:00:00.000Z"}
    value = {"commandId": "logCall", "commandContext": "message", "messagePayload": payload}
    body = place.rita.invoke("composeExtension/fetchTask", value)
    card = body["task"]["value"]["card"]["content"]
    assert "Written on Tue" in words(card)
    data = {**form_of(card), "field_deal": "Acme", "field_line": "she signs tomorrow"}
    place.rita.invoke("composeExtension/submitAction", {"commandId": "logCall", "data": data})
    assert "due Wed" in place.said(place.rita, "where are we on Acme?")


def test_a_deal_is_looked_up_and_put_into_ones_own_message(place):
    place.said(place.rita, "new Acme, 40 seats")
    place.said(place.rita, "new Borealis")
    found = place.rita.invoke("composeExtension/query", {"parameters": [{"name": "deal", "value": "acm"}]})
    offered = found["composeExtension"]["attachments"]
    assert [a["preview"]["content"]["title"] for a in offered] == ["Acme, 40 seats"]
    chosen = place.rita.invoke("composeExtension/selectItem", offered[0]["preview"]["content"]["tap"]["value"])
    card = chosen["composeExtension"]["attachments"][0]["content"]
    assert "Acme" in words(card)
    assert looking.actions(card) == []
    place.said(place.tom, "help")
    assert (
        place.tom.invoke("composeExtension/query", {"parameters": [{"name": "deal", "value": "acm"}]})[
            "composeExtension"
        ]["attachments"]
        == []
    )


def test_while_a_deal_is_typed_the_ones_that_fit_are_offered(place):
    place.said(place.rita, "new Acme, 40 seats")
    body = place.rita.invoke(
        "application/search", {"queryText": "acm", "dataset": "deals", "queryOptions": {"skip": 0, "top": 15}}
    )
    assert body["value"]["results"][0]["title"] == "Acme, 40 seats"


def test_everything_else_that_teams_may_ask_is_taken(place):
    assert (
        place.rita.invoke("message/submitAction", {"actionName": "feedback", "actionValue": {"reaction": "like"}}) == {}
    )
    assert place.rita.post("typing")[0] == 200
    assert place.rita.post("messageReaction", reactionsAdded=[{"type": "like"}])[0] == 200


def test_in_a_group_everybody_hears_only_that_there_is_an_answer(place):
    place.said(place.rita, "new Acme")
    place.said(place.rita, "logcall Acme: she said “we sign in May”")
    count = len(place.fake.chat(place.rita))
    place.rita.mention("where are we on Acme?")
    place.bot.settle()
    group = [shown for shown in place.fake.shown if shown.conversation == GROUP]
    assert ["sign in May" in shown.text for shown in group] == [False]
    answer = place.fake.chat(place.rita)[count]
    assert "sign in May" in answer.text
    share = next(a["data"] for a in looking.actions(answer.content) if a["title"] == "Share here")
    place.rita.execute(share, answer)
    place.bot.settle()
    group = [shown for shown in place.fake.shown if shown.conversation == GROUP]
    assert "sign in May" in group[-1].text
    assert "Shared by Rita Moss" in group[-1].text


def test_who_never_had_the_bot_gets_a_chat_or_is_told_how_to(place):
    place.rita.mention("help")
    place.bot.settle()
    chats = [shown for shown in place.fake.shown if shown.conversation.startswith(f"a:{place.rita.id}:")]
    assert len(chats) == 1
    del place.fake.people[place.tom.id]
    place.fake.people["29:other"] = {}
    place.tom.mention("help")
    place.bot.settle()
    assert [s for s in place.fake.shown if s.conversation == GROUP and "Add me for yourself" in s.text]


def test_each_installation_is_greeted_once_and_the_first_is_the_admin(place):
    place.rita.install()
    place.rita.install()
    assert place.bot.send() == 1
    assert "Welcome, Rita" in place.fake.chat(place.rita)[-1].text
    assert place.bot.member(place.rita).role is Role.admin
    place.tom.install()
    assert place.bot.send() == 1
    assert "Hello Tom" in place.fake.chat(place.tom)[-1].text
    assert place.bot.member(place.tom).role is Role.rep
    place.tom.post("installationUpdate", action="remove")
    assert place.bot.identity(place.tom).reach is Reach.unreachable
    place.tom.install()
    assert place.bot.identity(place.tom).reach is Reach.fine
    assert place.bot.send() == 0


def test_a_greeting_does_not_wait_for_the_next_tick(place):
    place.rita.install()
    assert place.bot.found["queued"] == 1


def test_a_team_that_adds_the_bot_is_not_greeted(place):
    place.rita.install(
        conversation={"id": "19:team@thread.tacv2", "conversationType": "channel", "tenantId": place.fake.tenant}
    )
    assert place.bot.send() == 0


def test_a_member_comes_with_name_zone_language_and_address(place):
    place.said(place.tom, "help")
    member = place.bot.member(place.tom)
    assert (member.name, member.zone, member.locale, member.email) == (
        "Tom Becker",
        "America/New_York",
        "en-US",
        "tom@acme.test",
    )


def test_who_moves_is_found_in_the_new_zone_and_at_the_new_address(place):
    place.said(place.tom, "help")
    place.tom.zone = "Asia/Tokyo"
    place.tom.conversation = "a:another"
    place.said(place.tom, "help")
    assert place.bot.member(place.tom).zone == "Asia/Tokyo"
    assert "a:another" in place.bot.identity(place.tom).address.details


@pytest.mark.parametrize(
    "about", [{"role": "guest"}, {"tenant": "other"}, {"email": "zoe_other.test#EXT#@acme.onmicrosoft.test"}]
)
def test_guests_and_strangers_are_nobody_here(place, about):
    zoe = User(place.fake, "Zoe Ray", **about)
    assert "Guests and other companies" in place.said(zoe, "new Acme")
    with pytest.raises(AssertionError):
        place.bot.identity(zoe)


def test_while_teams_does_not_say_who_it_is_nobody_is_made_up(place):
    known = place.fake.people.pop(place.tom.id)
    assert "could not look up who you are" in place.said(place.tom, "new Acme")
    place.fake.people[place.tom.id] = known
    assert "Acme" in place.said(place.tom, "new Acme, again")
