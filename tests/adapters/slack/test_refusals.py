"""Each word of Slack's for a refusal has the right end: what is wrong with the app or with our message is blamed on nobody."""

from collections.abc import Iterator
from datetime import timedelta

import pytest
from sqlalchemy import select

from adapters.cli.delivery_findings import of_deliveries
from adapters.metrics import told
from bot.model import Reach
from bot.store.tables import outbox
from bot.tally import Tally
from tests.slack.faults import refused
from tests.slack.serving import Office, office

NEXT_WORKING_DAY = timedelta(days=3)  # the office begins on a Thursday, the list comes on Friday


@pytest.fixture
def place(sqlite_url, open_database) -> Iterator[Office]:
    with office(open_database(sqlite_url)) as made:
        made.fake.command(made.tom, "/followups")
        where, who = made.bot.organisation(made.acme.id), made.bot.member(made.tom).id
        made.bot.database.write(where, lambda store: store.members.overrule(who, role="admin"))  # as its operator said
        made.fake.command(made.rita, "/followthrough", "new Acme, 40 seats")
        made.fake.command(made.rita, "/logcall", "Acme: I send the plan tomorrow")
        made.bot.at += timedelta(hours=19)
        yield made
        made.fake.faults.clear()


def ends(place: Office) -> list[tuple[str, str]]:
    found = select(outbox.c.state, outbox.c.error).where(outbox.c.kind == "digest").order_by(outbox.c.id)
    return [tuple(row) for row in place.bot.database.operate(lambda o: o.connection.execute(found).all())]


def reach(place: Office, user) -> Reach:
    """As it stands, without the sign that asking through the bot would be."""
    identities = place.bot.database.read(
        place.bot.organisation(place.acme.id), lambda store: store.identities.all()
    )  # fmt: skip
    return next(one.reach for one in identities if one.address.user == user.id)


def doctor(place: Office) -> list[str]:
    found = place.bot.database.operate(lambda o: list(of_deliveries(o, place.bot.at)))
    return [f"{one.what} {one.todo}" for one in found if one.about == "refusals"]


def people(place: Office, user) -> str:
    return place.fake.command(user, "/followthrough", "people").ephemeral().text


OF_THE_APP = [
    "missing_scope", "messages_tab_disabled", "restricted_action", "ekm_access_denied", "posting_to_dm_denied",
    "a_word_that_slack_may_have_one_day",
]  # fmt: skip
TOO_MUCH = ["msg_too_long", "msg_blocks_too_long", "invalid_blocks", "invalid_blocks_format"]
OF_ONE = ["user_not_found", "cannot_dm_bot", "user_disabled", "users_not_found"]


@pytest.mark.parametrize("word", OF_THE_APP)
def test_what_is_wrong_with_the_app_is_told_to_its_admin_and_not_put_on_the_rep(place, word):
    place.fake.faults.always("chat.postMessage", refused(word, needed="chat:write"))
    assert place.bot.tick() == 0
    assert ends(place) == [("dead", f"{word}: chat:write")]
    assert reach(place, place.rita) is Reach.fine
    (told_to_operator,) = doctor(place)
    assert f"1 message was not taken in Slack {place.acme.id}" in told_to_operator
    assert f"{word}: chat:write" in told_to_operator
    seen = people(place, place.tom)
    assert "Rita Moss, rep. The list of" in seen
    assert f"Slack did not take a list of mine ({word}: chat:write)." in seen
    assert "A word from them" not in seen
    assert "Slack did not take" not in people(place, place.rita)
    assert 'followthrough_refused{platform="slack",mends="admin"} 1' in told(place.bot.database, place.bot.at, Tally())
    place.fake.faults.clear()
    place.bot.at += NEXT_WORKING_DAY
    assert place.bot.tick() == 1
    assert (doctor(place), "did not" in people(place, place.tom)) == ([], False)


@pytest.mark.parametrize("word", TOO_MUCH)
def test_what_is_too_much_is_sent_once_more_in_half(place, word):
    place.fake.faults.script("chat.postMessage", refused(word))
    assert place.bot.tick() == 1
    first, second = place.fake.calls("chat.postMessage")
    assert first.arguments["client_msg_id"] == second.arguments["client_msg_id"]
    assert len(second.arguments["blocks"]) <= 20
    assert len(place.fake.messages(place.rita)) == 1


@pytest.mark.parametrize("word", TOO_MUCH)
def test_what_is_too_much_in_half_as_well_is_told_for_what_it_is(place, word):
    place.fake.faults.always("chat.postMessage", refused(word))
    assert place.bot.tick() == 0
    assert len(place.fake.calls("chat.postMessage")) == 2
    assert ends(place) == [("dead", word)]
    assert reach(place, place.rita) is Reach.fine
    assert "that is a fault of ours" in doctor(place)[0]
    seen = people(place, place.tom)
    assert "did not come (it was" in seen
    assert word in seen
    assert 'mends="us"} 1' in told(place.bot.database, place.bot.at, Tally())


@pytest.mark.parametrize("word", OF_ONE)
def test_who_cannot_be_reached_is_marked_and_no_app_is_blamed(place, word):
    place.fake.faults.always("chat.postMessage", refused(word))
    assert place.bot.tick() == 0
    assert reach(place, place.rita) is Reach.unreachable
    assert doctor(place) == []
    assert "No message gets through in Slack" in people(place, place.tom)


@pytest.mark.parametrize("mark", ["is_restricted", "is_ultra_restricted", "is_stranger"])
@pytest.mark.parametrize("heard", [True, False])
def test_who_becomes_a_guest_is_served_no_more_until_they_are_a_member_again(place, mark, heard):
    """Also where the bot was not running when Slack told it."""
    if heard:
        place.fake.user_change(place.rita, **{mark: True})
        place.bot.settle()
    setattr(place.rita, mark, True)
    assert place.bot.tick() == 0
    assert place.fake.messages(place.rita) == []
    assert reach(place, place.rita) is Reach.gone
    assert "members of this workspace" in place.fake.command(place.rita, "/whereweare", "Acme").ephemeral().text
    place.fake.user_change(place.rita, **{mark: False})
    assert "send the plan" in place.fake.command(place.rita, "/whereweare", "Acme").ephemeral().text
