"""An answer asked for in a group comes alone; shared by a second press it goes where it was asked, whoever is asked to."""

import json
from collections.abc import Iterator
from dataclasses import replace

import pytest

from tests.teams import looking
from tests.teams.fake import Json, Shown
from tests.teams.faults import broken, busy, refused
from tests.teams.person import GROUP
from tests.teams.serving import Office, office, running_bot

CHANNEL = "19:sales@thread.tacv2;messageid=1700"


@pytest.fixture
def place(sqlite_url, open_database) -> Iterator[Office]:
    with office(open_database(sqlite_url)) as made:
        made.said(made.rita, "new Acme")
        made.said(made.rita, "logcall Acme: she said “we sign in May”")
        yield made


def answer_in(place: Office, conversation: str, kind: str, name: str = "Acme") -> Shown:
    """The answer in Rita's own chat, to a question in that group."""
    place.rita.mention(f"where are we on {name}?", conversation, kind)
    place.bot.settle()
    return place.fake.chat(place.rita)[-1]


def share_of(shown: Shown) -> Json:
    return next(a["data"] for a in looking.actions(shown.content) if a["title"] == "Share here")


def told_in(place: Office, conversation: str) -> list[bool]:
    """Of each message in that group: whether the deal's words are in it."""
    return ["sign in May" in shown.text for shown in place.fake.shown if shown.conversation == conversation]


@pytest.mark.parametrize(("conversation", "kind"), [(GROUP, "groupChat"), (CHANNEL, "channel")])
def test_another_process_shares_it_where_it_was_asked(place, conversation, kind):
    """Also after a restart, and also where the question came to the other of two."""
    shown = answer_in(place, conversation, kind)
    assert told_in(place, conversation) == [False]
    with running_bot(place.bot.database, place.fake) as other:
        place.rita.execute(share_of(shown), shown)
        other.settle()
    assert told_in(place, conversation) == [False, True]


def test_a_second_press_shares_it_no_second_time(place):
    shown = answer_in(place, GROUP, "groupChat")
    for _ in range(2):
        place.rita.execute(share_of(shown), shown)
        place.bot.settle()
    assert told_in(place, GROUP) == [False, True]
    assert "You have pressed that already" in place.fake.chat(place.rita)[-1].text
    again = answer_in(place, GROUP, "groupChat")
    place.rita.execute(share_of(again), again)
    place.bot.settle()
    assert told_in(place, GROUP) == [False, True, False, True]


def test_what_everybody_reads_is_not_said_to_be_for_some(place):
    shown = answer_in(place, GROUP, "groupChat")
    assert "Visible to Rita" in shown.text
    place.rita.execute(share_of(shown), shown)
    place.bot.settle()
    assert "Visible to" not in place.fake.shown[-1].text


def test_an_older_client_shares_as_well(place):
    shown = answer_in(place, GROUP, "groupChat")
    place.rita.submit(share_of(shown), shown)
    place.bot.settle()
    assert told_in(place, GROUP) == [False, True]


def test_each_question_is_shared_where_it_was_asked(place):
    first, second = answer_in(place, GROUP, "groupChat"), answer_in(place, CHANNEL, "channel")
    place.rita.execute(share_of(first), first)
    place.bot.settle()
    assert (told_in(place, GROUP), told_in(place, CHANNEL)) == ([False, True], [False])
    place.rita.execute(share_of(second), second)
    place.bot.settle()
    assert told_in(place, CHANNEL) == [False, True]


def test_who_has_left_the_group_shares_nothing_there(place):
    shown = answer_in(place, GROUP, "groupChat")
    place.fake.outside.add((GROUP, place.rita.id))
    place.rita.execute(share_of(shown), shown)
    place.bot.settle()
    assert told_in(place, GROUP) == [False]
    assert "Ask me once more" in place.fake.chat(place.rita)[-1].text


@pytest.mark.parametrize("fault", [busy("1"), broken(504, after=False), refused(500)])
def test_while_the_roster_says_nothing_they_are_asked_to_press_again(place, fault):
    shown = answer_in(place, GROUP, "groupChat")
    place.fake.of_roster.append(fault)
    place.rita.execute(share_of(shown), shown)
    place.bot.settle()
    assert told_in(place, GROUP) == [False]
    assert "try that again in a minute" in place.fake.chat(place.rita)[-1].text
    place.rita.execute(share_of(shown), shown)
    place.bot.settle()
    assert told_in(place, GROUP) == [False, True]


@pytest.mark.parametrize(
    "named", ["", "a:aad-tom", "19:x/../../y", "19:x?z", "19:x%2Fy", "..", "x" * 900, None, ["19:x"]]
)
def test_a_place_that_is_not_theirs_gets_nothing(place, named):
    shown = answer_in(place, GROUP, "groupChat")
    place.fake.outside.add(("a:aad-tom", place.rita.id))
    before = len(place.fake.receipts)
    place.rita.execute({**share_of(shown), "among": named}, shown)
    place.bot.settle()
    assert told_in(place, GROUP) == [False]
    assert "Ask me once more" in place.fake.chat(place.rita)[-1].text
    own = f"/emea/v3/conversations/{place.rita.conversation}/activities"
    paths = [receipt.path for receipt in place.fake.receipts[before:]]
    assert {path for path in paths if not path.startswith("/emea/v3/conversations/a:aad-tom/members/")} == {own}


def test_nobody_shares_what_they_may_not_see(place):
    shown = answer_in(place, GROUP, "groupChat")
    place.said(place.tom, "help")
    place.tom.execute(share_of(shown), replace(shown, conversation=place.tom.conversation))
    place.bot.settle()
    assert told_in(place, GROUP) == [False]


def test_a_question_that_had_to_be_asked_back_is_still_shared_in_the_group(place):
    for name in ("Borealis, 40 seats", "Borealis, 2nd site"):
        place.said(place.rita, f"new {name}")
    place.said(place.rita, "logcall Borealis, 40 seats: she said “we sign in May”")
    shown = answer_in(place, GROUP, "groupChat", "Borealis")
    which = next(a["data"] for a in looking.actions(shown.content) if a["data"].get("command", "").startswith("where"))
    place.rita.execute(which, shown)
    place.bot.settle()
    answer = place.fake.chat(place.rita)[-1]
    place.rita.execute(share_of(answer), answer)
    place.bot.settle()
    assert told_in(place, GROUP)[-1]


def test_in_their_own_chat_there_is_nobody_to_share_it_with(place):
    place.said(place.rita, "where are we on Acme?")
    shown = place.fake.chat(place.rita)[-1]
    assert "Share here" not in json.dumps(shown.content)
