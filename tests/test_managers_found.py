"""What managers met: who left, what was lost, whose help is asked, who reads a deal that goes to a colleague."""

import pytest

from bot.model import Address, Role
from tests.team import Team


@pytest.fixture
def team(database) -> Team:
    """The trial team; Vera leads Maria, Nora leads Ben, Abe is an admin who leads nobody."""
    made = Team(database)
    for name, role in (("Vera Lund", Role.manager), ("Nora Pike", Role.manager), ("Abe Stone", Role.admin)):
        _add(made, name, role)
    nora = made.member("Nora").id
    _add(made, "Ben Hall", Role.rep, nora)
    made.say("Abe", "make Maria a manager of Vera")
    made.say("Tom", "new Harbour Foods")
    return made


def _add(team: Team, name: str, role: Role, manager_id: int | None = None) -> None:
    def add(store) -> None:
        id_ = store.members.add(name, role, "Europe/London", manager_id=manager_id)
        store.identities.add(id_, Address("local", "local", name.split(maxsplit=1)[0].lower()))

    team.database.write(team.organisation_id, add)


def test_a_call_for_help_reaches_who_leads_a_manager_that_left(team):
    team.say("Abe", "make Maria inactive")
    assert "Vera reads it in the next list" in team.text("Tom", "help me on Harbour: the price")
    assert "Tom asks for your help on Harbour Foods" in team.text("Vera", "monday")


def test_an_open_call_for_help_and_its_answer_stand_on_the_deal(team):
    team.say("Tom", "help me on Harbour: the price")
    assert "Help: asked for, Thu 12 March: “the price”" in team.text("Maria", "where are we on Harbour?")
    team.say("Maria", "helped Harbour: offer 10 percent")
    assert "Help: Maria, Thu 12 March: “offer 10 percent”" in team.text("Tom", "where are we on Harbour?")
    team.forward(days=15)
    assert "offer 10 percent" not in team.text("Tom", "where are we on Harbour?")


def test_who_left_is_told_apart_in_the_team_with_a_way_to_hand_over(team):
    team.say("Abe", "make Tom inactive")
    told = team.text("Maria", "where is my team?")
    assert "Tom Becker, inactive: 1 open" in told
    assert f"[Hand over: book {team.member('Tom').id}]" in told


def test_monday_names_what_was_lost_and_why(team):
    team.say("Tom", "lost Harbour: too dear")
    told = team.text("Maria", "monday")
    assert "Lost: 1\n• Harbour Foods (Tom): too dear" in told


def test_across_teams_an_admin_is_named_with_what_they_can_do(team):
    told = team.text("Tom", "deal give Harbour to Ben")
    assert "Abe Stone can, with all of Tom's deals: give Tom's deals to Ben" in told
    assert "would go to Ben" in team.text("Abe", "give Tom's deals to Ben")


def test_a_handover_says_who_reads_the_deals_then(team):
    assert "Who sees them then: Lena, Maria and Vera; you no longer" in team.text("Tom", "give everything to Lena")


@pytest.mark.parametrize("line", ["who logged nothing?", "who wants to buy?", "who needs help?", "why do they say no?"])
def test_a_question_of_mondays_is_answered_by_it(team, line):
    assert "Your team since" in team.text("Maria", line)


def test_without_a_next_call_leads_to_the_team(team):
    assert "My team" in team.text("Maria", "which deals have no next step?")
    assert "My team" not in team.text("Tom", "which deals have no next step?")


def test_a_cover_does_not_go_along_to_another_team(team):
    team.say("Tom", "Lena covers me until Friday")
    assert "Visible to" in team.text("Lena", "where are we on Harbour?")
    told = team.text("Abe", "make Tom a rep of Nora")
    assert "Lena covers Tom no more: they are not in one team now." in told
    assert "Visible to" not in team.text("Lena", "where are we on Harbour?")
    assert "Tom" not in team.text("Lena", "covers")


def test_a_cover_within_the_team_stays(team):
    team.say("Tom", "Lena covers me until Friday")
    assert "no more" not in team.text("Abe", "make Omar a rep of Nora")
    assert "Visible to" in team.text("Lena", "where are we on Harbour?")
