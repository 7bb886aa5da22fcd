"""Whoever leads somebody from now on is told once: whom, what comes on Monday, what to ask."""

import pytest

from bot.cards import plain_text
from bot.model import Address, Role
from tests.team import Team


@pytest.fixture
def mia(team) -> int:
    def add(store) -> int:
        id_ = store.members.add("Mia Roth", Role.rep, "Europe/London")
        store.identities.add(id_, Address("local", "local", "mia"))
        return id_

    return team.database.write(team.organisation_id, add)


def inbox(team: Team, name: str, minutes: int = 5) -> list[str]:
    team.forward(minutes=minutes)
    team.tick()
    return [plain_text(card) for card in team.inbox(name)]


def test_a_new_manager_is_welcomed(team, mia):
    team.say("Ana", "make Tom a rep of nobody")
    team.say("Ana", f"make {mia} a manager")
    told = inbox(team, "Mia")
    assert len(told) == 1
    assert told[0].startswith("You are a manager now\nNobody is under you yet: an admin says who.")
    assert "On the first morning of your week your list begins with them" in told[0]
    assert "Ask at any time: where is my team?" in told[0]
    team.say("Ana", f"make Tom a rep of {mia}")
    assert inbox(team, "Mia")[-1].startswith("You lead Tom now\nYou see their deals")
    team.say("Ana", f"make Lena a rep of {mia}")
    team.say("Ana", f"make {mia} a manager of Maria")
    assert len(inbox(team, "Mia")) == 2  # once is enough


def test_who_leads_somebody_when_they_become_it_hears_that_at_once(team, mia):
    team.say("Ana", "make Omar inactive")
    team.say("Ana", f"make Tom a manager of {mia}")  # refused: she leads nobody yet
    team.say("Ana", "make Ana an admin")
    assert not inbox(team, "Ana")
    team.say("Ana", "make Tom a manager of Maria")
    assert inbox(team, "Tom")[-1].startswith("You are a manager now")
    assert not any("You lead" in one for one in inbox(team, "Ana"))


def test_a_rep_is_greeted_as_a_rep(team, mia):
    team.say("Ana", f"make {mia} a rep of Maria")
    assert "You lead" not in "".join(inbox(team, "Mia"))
    assert inbox(team, "Maria")[-1].startswith("You lead Lena, Mia, Omar and Tom now")


def test_who_decided_it_knows_it(team, mia):
    team.say("Ana", f"make {mia} an admin of nobody")
    team.say("Mia", "make Ana a manager")
    assert [one for one in inbox(team, "Ana") if "manager now" in one]
    assert not [one for one in inbox(team, "Mia") if "lead" in one]


def test_who_has_not_come_yet_is_told_when_they_come(team):
    id_ = team.database.write(team.organisation_id, lambda s: s.members.add("Zoe Hart", Role.rep, "UTC"))
    team.say("Ana", f"make {id_} a manager")
    assert inbox(team, "Zoe") == []


def test_a_team_that_is_set_up_line_by_line_is_told_in_one_message(team, mia):
    """ "You lead Tom now" came, and nothing of the two who came under her in the minutes after it."""
    for name in ("Tom", "Lena", "Omar"):
        team.say("Ana", f"make {name} a rep of nobody")
    team.say("Ana", f"make {mia} a manager")
    assert inbox(team, "Mia", minutes=1) == []
    for name in ("Tom", "Lena", "Omar"):
        team.say("Ana", f"make {name} a rep of {mia}")
        assert inbox(team, "Mia", minutes=1) == []
    (told,) = inbox(team, "Mia")
    assert told.startswith("You lead Lena, Omar and Tom now")
    assert inbox(team, "Mia", minutes=60) == [told]


def test_who_leads_nobody_after_all_is_told_that(team, mia):
    team.say("Ana", f"make {mia} a manager")
    team.say("Ana", f"make Tom a rep of {mia}")
    team.say("Ana", "make Tom a rep of Maria")
    team.say("Ana", f"make {mia} a rep of nobody")
    team.say("Ana", f"make {mia} a manager")
    (told,) = [one for one in inbox(team, "Mia") if "lead" in one or "manager now" in one]
    assert told.startswith("You are a manager now")


def test_what_was_taken_back_within_the_minutes_is_told_to_nobody(team, mia):
    team.say("Ana", f"make {mia} a manager")
    team.say("Ana", "undo 1")
    assert inbox(team, "Mia") == []
    team.say("Ana", f"make {mia} a manager")
    team.say("Ana", f"make {mia} a rep of nobody")
    assert not any("You are a manager now" in told for told in inbox(team, "Mia"))


def test_whoever_went_to_another_within_the_minutes_is_named_there_alone(team, mia):
    team.say("Ana", f"make {mia} a manager")
    team.say("Ana", f"make Tom a rep of {mia}")
    team.say("Ana", f"make Lena a rep of {mia}")
    team.say("Ana", "make Tom a rep of Maria")
    assert inbox(team, "Mia")[0].startswith("You lead Lena now")
