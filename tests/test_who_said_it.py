"""Whoever is named as the speaker said it: a chef's or a guard's words are kept as theirs, and never said back to the contact as their own."""

import pytest

from tests.settled import settled
from tests.team import Team

ONE_DATABASE = True


@pytest.fixture
@settled
def team(database):
    team = Team(database)
    team.say("Tom", "new Initech")
    team.say("Tom", "deal contact Initech: Anke Maas")
    return team


@pytest.mark.parametrize(("line", "who", "said"), [
    ("met Anke, chef said “we need two more ovens”", "the chef", "we need two more ovens"),
    ("saw Anke, the head chef says 'we need two more ovens'", "the head chef", "we need two more ovens"),
    ("called Anke, her assistant said “she loves the plan, call Monday week”", "the assistant", ""),
    ("stopped by to see Anke. the guard said “we close the gate at four”", "the guard", "we close the gate at four"),
    ("Anke's boss told me “we want a trial first”", "the boss", ""),
])  # fmt: skip
def test_a_role_that_speaks_is_who_said_it(team, line, who, said):
    told = team.logged(f"logcall Initech: {line}")
    where = team.text("Tom", "where Initech")
    assert "Anke:" not in told
    if said:
        assert f"Last said by {who}, Thu 12 March: “{said}”" in where
    team.forward(days=12)
    for asked in ("words Initech", "prep Initech", "followups"):
        text = team.text("Tom", asked)
        assert "you said" not in text, text
        assert "the and I" not in text


def test_the_contact_stays_who_it_was(team):
    team.logged("logcall Initech: met Anke, chef said “we need two more ovens”")
    team.forward(days=12)
    words = team.text("Tom", "words Initech")
    assert words.startswith("Words for Initech, Anke")
    assert "the chef told me “we need two more ovens”" in words
    assert "chef" not in team.text("Tom", "deal Initech").lower()


def test_whom_a_name_tells_is_who_said_it_as_ever(team):
    team.logged("logcall Initech: Anke said “we need two more ovens”")
    assert "Last said by Anke, Thu 12 March" in team.text("Tom", "where Initech")
