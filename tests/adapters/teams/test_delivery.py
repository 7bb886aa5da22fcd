"""A morning list in Teams: once; or once more and marked, when it is not sure; and no call to who cannot be reached."""

import re
from collections.abc import Iterator
from datetime import timedelta

import pytest
from sqlalchemy import select

from bot.model import Address, Profile, Reach
from bot.store.tables import outbox
from tests.teams import looking
from tests.teams.faults import Fault, broken, busy, dropped, refused
from tests.teams.serving import Office, office


@pytest.fixture
def place(sqlite_url, open_database) -> Iterator[Office]:
    with office(open_database(sqlite_url)) as made:
        made.said(made.rita, "new Acme, 40 seats")
        made.said(made.rita, "logcall Acme: I send the plan tomorrow")
        made.bot.at += timedelta(hours=19)
        made.fake.shown.clear()
        made.fake.receipts.clear()
        yield made


def row(place: Office):
    found = select(outbox).order_by(outbox.c.id.desc()).limit(1)
    return place.bot.database.operate(lambda operator: operator.connection.execute(found).one())


def state(place: Office) -> tuple[str, str]:
    return row(place).state, row(place).error


def later(place: Office, **span: float) -> int:
    place.bot.at += timedelta(**span)
    return place.bot.send()


def test_the_list_arrives_with_a_notification_and_can_be_changed_later(place):
    assert place.bot.tick() == 1
    (shown,) = place.fake.chat(place.rita)
    assert shown.activity["channelData"]["notification"]["alert"] is True
    assert "text" not in shown.activity
    assert shown.activity["summary"]
    assert "replyToId" not in shown.activity
    assert row(place).provider_ref == f"{place.rita.conversation}:{shown.id}"
    assert place.fake.sends()[0].authorization.startswith("Bearer bot-token-")


@pytest.mark.parametrize(
    "fault",
    [
        dropped(after=True),
        dropped(after=False),
        broken(502, after=True),
        broken(503, after=False),
        broken(504, after=True),
    ],
)
def test_what_may_have_arrived_is_sent_once_more_and_says_so(place, fault):
    place.fake.faults.append(fault)
    assert place.bot.tick() == 0
    assert state(place)[0] == "uncertain"
    assert later(place, seconds=59) == 0
    assert len(place.fake.sends()) == 1
    assert later(place, seconds=2) == 1
    assert "Sent again" in place.fake.chat(place.rita)[-1].text
    assert len(place.fake.sends()) == 2
    assert state(place)[0] == "sent"


def test_after_one_repeat_nobody_tries_again(place):
    place.fake.faults += [dropped(after=True), dropped(after=True)]
    place.bot.tick()
    later(place, seconds=61)
    assert state(place)[0] == "unknown"
    assert later(place, days=1, hours=-2) >= 0
    assert len(place.fake.sends()) == 2


def test_a_process_that_dies_in_the_repeat_makes_no_third(place):
    place.fake.faults.append(dropped(after=True))
    place.bot.tick()
    place.bot.at += timedelta(seconds=61)
    (parcel,) = place.bot.database.operate(lambda operator: operator.claim(place.bot.at, timedelta(seconds=90)))
    place.bot.database.operate(lambda operator: operator.repeat(parcel))  # and here it is killed
    assert later(place, seconds=91) == 0
    assert state(place)[0] == "unknown"
    assert len(place.fake.sends()) == 1


def test_a_button_on_both_copies_acts_once(place):
    place.fake.faults.append(dropped(after=True))
    place.bot.tick()
    later(place, seconds=61)
    again = place.fake.chat(place.rita)[-1]
    first = place.fake.sends()[0].body["attachments"][0]["content"]
    tokens = {a["data"].get("token") for card in (first, again.content) for a in looking.actions(card)}
    assert len(tokens) == 1
    done = next(a["data"] for a in looking.actions(first) if a["data"].get("command", "").startswith("promise kept"))
    for data in (
        done,
        done,
        next(a["data"] for a in looking.actions(again.content) if a["data"].get("command") == done["command"]),
    ):
        place.rita.execute(data, again)
    turns = place.bot.database.read(
        place.bot.organisation, lambda store: next(iter(store.history.many([1]).values())).commitments
    )
    assert [len(promise.turns) for promise in turns] == [1]


@pytest.mark.parametrize("seconds", ["40", ""])
def test_teams_own_wish_to_wait_is_kept_and_is_no_attempt(place, seconds):
    place.fake.faults.append(busy(seconds))
    assert place.bot.tick() == 0
    assert state(place)[0] == "pending"
    assert row(place).attempts == 0
    assert later(place, seconds=int(seconds or 30) - 1) == 0
    assert len(place.fake.sends()) == 1
    pace = place.bot.found["teams"]._delivery._pace
    pace._closed_until.clear()  # its clock is a real one
    assert later(place, seconds=2) == 1


@pytest.mark.parametrize("fault", [refused(412, "ConversationBusy")])
def test_busy_is_tried_again_later(place, fault):
    place.fake.faults.append(fault)
    assert place.bot.tick() == 0
    assert state(place)[0] == "pending"
    assert later(place, minutes=1, seconds=1) == 1
    assert len(place.fake.chat(place.rita)) == 1


@pytest.mark.parametrize(
    "code",
    [
        "MessageWritesBlocked",
        "ConversationBlockedByUser",
        "BotNotInConversationRoster",
        "BotDisabledByAdmin",
        "AnythingElse",
    ],
)
def test_a_403_is_for_good_until_they_are_heard_of_again(place, code):
    place.fake.faults.append(refused(403, code))
    place.bot.tick()
    assert state(place) == ("dead", f"403 {code}")
    assert place.bot.identity(place.rita).reach is Reach.unreachable
    before = len(place.fake.receipts)
    place.bot.at += timedelta(days=3)
    assert place.bot.tick() == 0
    assert len(place.fake.receipts) == before, "nobody is called"
    place.said(place.rita, "help")
    assert place.bot.identity(place.rita).reach is Reach.fine
    place.bot.at += timedelta(days=1)
    assert place.bot.tick() == 1


def test_a_page_instead_of_an_answer_with_403_is_one_too(place):
    place.fake.faults.append(Fault(403, body="<html>no</html>"))
    place.bot.tick()
    assert state(place)[0] in {"dead", "uncertain"}


def test_a_chat_that_is_gone_is_opened_once_anew(place):
    place.fake.blocked.add(place.rita.conversation)
    assert place.bot.tick() == 1
    (shown,) = place.fake.shown
    assert shown.conversation.startswith(f"a:{place.rita.id}:")
    assert shown.conversation in place.bot.identity(place.rita).address.details


def test_a_chat_that_cannot_be_opened_either_is_for_good(place):
    place.fake.blocked.add(place.rita.conversation)
    place.fake.faults += [refused(404, "ConversationNotFound"), refused(404, "ConversationNotFound")]
    place.bot.tick()
    assert state(place) == ("dead", "404 ConversationNotFound")
    assert place.bot.identity(place.rita).reach is Reach.unreachable


def test_what_teams_finds_too_long_comes_as_plain_words(place):
    place.fake.faults.append(refused(413, "MessageSizeTooBig"))
    assert place.bot.tick() == 1
    assert "plan" in place.fake.chat(place.rita)[-1].activity["text"]


@pytest.mark.parametrize("status", [400, 500])
def test_our_own_mistakes_are_not_tried_again_and_blame_nobody(place, status):
    place.fake.faults.append(refused(status, "BadSyntax"))
    place.bot.tick()
    assert state(place)[0] == "dead"
    assert place.bot.identity(place.rita).reach is Reach.fine
    assert len(place.fake.sends()) == 1


def test_a_token_that_is_not_taken_is_renewed_once(place):
    place.fake.faults.append(refused(401, "Unauthorized"))
    assert place.bot.tick() == 1
    assert len(place.fake.sends()) == 2
    assert len({receipt.authorization for receipt in place.fake.sends()}) == 2


def test_a_secret_that_is_not_taken_stops_it(place):
    place.fake.secret_is_good = False
    place.bot.found["teams"]._frame._tokens.forget()
    place.bot.tick()
    assert state(place)[0] == "stopped"
    assert place.fake.sends() == []


def test_one_token_serves_many_messages(place):
    before = place.fake.token_fetches
    for day in range(3):
        place.bot.at += timedelta(days=1 if day else 0)
        place.bot.tick()
    assert place.fake.token_fetches == before


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
def test_no_redirect_is_followed(place, status):
    elsewhere = f"{place.fake.url}/emea/v3/conversations/a:evil/activities"
    place.fake.faults.append(Fault(status, headers={"Location": elsewhere}))
    place.bot.tick()
    assert [receipt.path for receipt in place.fake.receipts if "evil" in receipt.path] == []
    assert len(place.fake.sends()) == 1


def test_no_connection_at_all_is_not_sent_and_tried_again(place):
    identity = place.bot.identity(place.rita).address
    details = identity.details.replace(place.fake.service_url, "http://127.0.0.1:9/emea/")
    gone = Address(identity.platform, identity.workspace, identity.user, details)
    place.bot.database.write(place.bot.organisation, lambda store: store.identities.describe(gone))
    assert place.bot.tick() == 0
    assert state(place)[0] == "pending"


def test_one_person_in_slack_and_teams_has_one_history_and_one_list_where_they_want_it(place):
    arrived: list[str] = []

    async def slack(parcel, card) -> str:
        arrived.append(card.title)
        return "C1:1"

    place.bot.senders["slack"] = slack
    there = Address("slack", "T1", "U1")
    profile = Profile("Rita Moss", "Europe/London", email="RITA@acme.test")
    joined = place.bot.app.join(place.bot.organisation, there, profile)
    assert joined.id == place.bot.member(place.rita).id, "known by the address that both platforms have verified"
    assert place.bot.tick() == 1
    assert (len(place.fake.chat(place.rita)), len(arrived)) == (1, 0), "where they were first"
    assert "Your list comes in Slack" in place.said(place.rita, "settings list in Slack")
    place.bot.at += timedelta(days=3)
    assert place.bot.tick() == 1
    assert len(arrived) == 1
    place.said(place.rita, "undo")
    assert "Teams" in place.said(place.rita, "settings list in the moon")
    place.said(place.rita, "settings list in Microsoft Teams")
    place.fake.shown.clear()
    place.bot.at += timedelta(days=1)
    assert place.bot.tick() == 1
    assert (len(place.fake.chat(place.rita)), len(arrived)) == (1, 1)
    place.fake.faults.append(refused(403, "BotDisabledByAdmin"))
    place.bot.at += timedelta(days=1)
    assert place.bot.tick() == 1
    assert len(arrived) == 2, "where nothing gets through, the other one, the same morning"
    place.bot.at += timedelta(days=1)
    assert place.bot.tick() == 1
    assert len(arrived) == 3


def test_the_list_follows_what_is_typed(place):
    place.bot.tick()
    (shown,) = place.fake.chat(place.rita)
    place.said(place.rita, "lost Acme: too dear")
    place.bot.settle()
    assert "✓ Acme: lost" in place.fake.chat(place.rita)[0].text
    assert place.fake.chat(place.rita)[0].id == shown.id


def test_a_list_that_was_opened_stays_open_when_it_follows(place):
    for number in range(12):
        place.said(place.rita, f"new Firm{number}")
        place.said(place.rita, f"logcall Firm{number}: I send the quote today")
    place.fake.shown.clear()
    place.bot.tick()
    (shown,) = place.fake.chat(place.rita)
    left_out = next(name for name in map("Firm{}".format, range(12)) if not re.search(rf"{name}\b", shown.text))
    whole = next(one["data"] for one in looking.actions(shown.content) if one["title"].startswith("Show all"))
    _, body = place.rita.execute(whole, shown)
    assert left_out in looking.words(body["value"])
    place.said(place.rita, "lost Acme: too dear")
    followed = place.fake.chat(place.rita)[0].text
    assert "✓ Acme: lost" in followed
    assert left_out in followed
