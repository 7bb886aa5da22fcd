"""What is shown of people: who is in, how they are called, what they share, and their home."""

import pytest

from bot.cards import plain_text
from bot.model import Address, Member, Profile, Reach, Role
from tests.statements import statements

THERE = Address("slack", "T1", "U1")


def test_people_are_read_by_as_many_statements_however_many_they_are(team):
    few = statements(team, "Maria", "people")
    for number in range(5):
        place = Address("slack", "T1", f"U{number}")
        team.app.join(team.organisation_id, place, Profile(f"Zoe{number} Ray", "UTC"))
    assert statements(team, "Maria", "people") == few


def test_people_says_who_cannot_be_reached_and_why(team):
    tom = team.member("Tom").id
    place = Address("local", "local", str(tom))
    team.database.write(team.organisation_id, lambda s: s.identities.mark(place, Reach.unreachable, "cannot_dm_bot"))
    assert (
        "Tom Becker, rep of Maria. No message gets through in this page (that account takes no messages of mine: cannot_dm_bot)."
        " A word from them to me there brings it back"
    ) in team.text("Maria", "people")


@pytest.mark.parametrize(
    ("why", "said"),
    [
        ("403 MessageWritesBlocked", "(they blocked or removed me, or nobody has added me for them: 403 MessageWritesBlocked)"),
        ("404 ConversationNotFound", "(their chat with me is gone: 404 ConversationNotFound)"),
        ("the app was removed", "(the app was removed)"),
    ],
)  # fmt: skip
def test_what_a_platform_said_is_told_in_plain_words_too(team, why, said):
    place = Address("local", "local", str(team.member("Tom").id))
    team.database.write(team.organisation_id, lambda s: s.identities.mark(place, Reach.unreachable, why))
    assert said in team.text("Maria", "people")


def test_an_answer_is_shared_by_who_may_see_it_and_bears_their_name(team):
    team.text("Tom", "new Acme, 40 seats")
    private = team.say("Tom", "where are we on Acme?")
    assert private.share.endswith(" where 1")
    assert not private.is_shared
    shared = team.say("Tom", private.share)
    assert shared.is_shared
    assert "Shared by Tom Becker." in plain_text(shared.card)
    assert not team.say("Lena", private.share).is_shared
    assert not team.say("Tom", "share new Zebra").is_shared
    assert "No deal" in team.text("Tom", "where are we on Zebra?")


def test_home_has_the_list_the_week_the_settings_and_for_a_manager_the_team(team):
    team.text("Tom", "new Acme, 40 seats")
    team.text("Tom", 'logcall Acme: Dana said "we like it", I send the plan tomorrow')
    team.forward(days=5)
    tom = team.app.home(team.organisation_id, team.member("Tom").id)
    assert [card.title for card in tom] == ["Tue 17 March. One today.", "Until Tue 31 March", "Your list"]
    maria = team.app.home(team.organisation_id, team.member("Maria").id)
    assert maria[-1].title.startswith("Your team, ")
    assert "Tom Becker: 1 open, 1 deal to call today, 1 of our promises late" in plain_text(maria[-1])
    assert "Acme" not in plain_text(maria[-1])


@pytest.mark.parametrize("blank", ["", "   ", "\x00\x07", "\u200b\u200d", "\u3164", "\u202e \ue000"])
def test_a_name_that_shows_nothing_gives_way_to_the_e_mail_or_the_platforms_own(team, blank):
    joined = team.app.join(team.organisation_id, THERE, Profile(blank, "UTC", email="zoe.ray@northlight.example"))
    assert joined.name == "zoe.ray"
    nameless = team.app.join(team.organisation_id, Address("slack", "T1", "U2"), Profile(blank, "UTC"))
    assert nameless.name == "U2"


def test_a_name_that_goes_blank_later_stays_what_it_was_and_others_are_cleaned(team):
    zoe = team.app.join(team.organisation_id, THERE, Profile("  Zoe\x00 \n Ray ", "UTC"))
    team.app.describe(team.organisation_id, THERE, Profile("\x00 \u200b", "UTC"), gone=False)
    assert {member.name for member in team.app.members(team.organisation_id) if member.id == zoe.id} == {"Zoe Ray"}


@pytest.mark.parametrize(
    ("name", "email", "called"),
    [("Zoe Ray", "z@x.example", "Zoe"), ("  ", "z@x.example", "z@x.example"), ("", " ", "there"), ("Zoe", "", "Zoe")],
)
def test_everybody_is_called_something(name, email, called):
    assert Member(1, 1, name, Role.rep, None, "UTC", email=email).first_name == called


def test_a_nameless_member_stops_no_command_of_the_others(team):
    """People who came in before names were cleaned are still there."""
    lena = team.member("Lena").id
    team.say("Lena", "new Zebra, stripes")
    team.database.write(team.organisation_id, lambda store: store.members.describe(lena, name=""))
    for line in (
        "people",
        "team",
        "deals all",
        "deals Tom",
        "deal give Zebra to Tom",
        "where are we on Zebra?",
        "help",
    ):
        assert "went wrong" not in team.text("Maria", line), line
