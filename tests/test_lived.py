"""What somebody met who lived two weeks with the bot: lines that wait, two of one name, a word that is a name elsewhere."""

import pytest

from tests.settled import settled
from tests.team import Team


@pytest.fixture
@settled
def team(database) -> Team:
    team = Team(database)
    for line in (
        "new Northwind, stock counts",
        "deal contact Northwind: Sarah Lee",
        "logcall Northwind: had a talk, sarah liked it",
    ):
        team.say("Tom", line)
    team.forward(hours=1)
    return team


def test_a_line_that_waited_is_of_the_day_on_which_it_was_typed(team):
    """Thursday 12 March; the press comes on Monday the 16th."""
    asked = team.say("Tom", "Northwnd: had a chat, she sends the plan tomorrow and i call her monday")
    team.forward(days=4)
    logged = str(team.press(asked, "Yes, log it").card)
    assert "Thu 12 March" in logged
    assert "Fri 13 March" in logged
    assert "Mon 16 March" in logged
    assert "Mon 23 March" not in logged
    assert "last spoke Thu 12 March" in team.text("Tom", "where northwind") or "Thu 12 March" in team.text(
        "Tom", "where northwind"
    )


def test_which_promise_uses_up_the_line(team):
    team.say("Tom", "logcall Northwind: i send the price list by friday and the price table by tuesday")
    asked = team.say("Tom", "sent northwind the price thing")
    team.press(asked, "This one")
    assert "Nothing is waiting" in team.text("Tom", "resume")


def test_a_form_that_waited_is_of_that_day_too(team):
    asked = team.say(
        "Tom", "logcall", {"deal": "Nobody Ltd", "said": "“fine”", "theirs": "send the plan tomorrow", "ours": ""}
    )
    team.forward(days=1)
    assert "Fri 13 March" in str(team.press(asked, "Create “Nobody Ltd”").card)


def test_a_question_for_one_of_the_team_goes_to_no_customer_of_that_name(team):
    """Both sides have a Tom."""
    team.say("Maria", "new Osprey Labs, kit")
    team.say("Maria", "deal contact Osprey Labs: Tom Reed")
    asked = team.say("Maria", "ask Tom: what is going on with Northwind?")
    assert "Tom is one of your team" in str(asked.card)
    assert "Northwind" in str(team.press(asked, "Where are we on Northwind?", "Maria").card)
    assert "what is going on" not in team.text("Maria", "question Osprey Labs")
    assert "to ask them" in str(team.press(asked, "It is for Tom at Osprey Labs", "Maria").card)


def test_a_question_for_a_customer_stays_one(team):
    assert "to ask them" in team.text("Tom", "ask Northwind: do your pickers share a login?")


def test_whoever_has_a_deal_is_not_unknown(team):
    assert "Northwind is yours already." in team.text("Tom", "deal give Northwind to Tom")
    assert "Northwind is Tom's already." in team.text("Maria", "deal give Northwind to Tom")


def test_two_of_one_name_are_told_apart_and_the_line_is_kept(team):
    for company in ("Osprey Labs", "Kite Works"):
        team.say("Tom", f"new {company}, kit")
        team.say("Tom", f"deal contact {company}: Priya Rao")
    asked = team.say("Tom", "called priya, she wants a quote by thursday")
    assert "Osprey Labs" in str(asked.card)
    assert "Kite Works" in str(asked.card)
    buttons = [button for block in asked.card.blocks for button in getattr(block, "buttons", ())]
    logged = team.text("Tom", buttons[0].command)
    assert "quote" in logged
    assert "Nothing is waiting" in team.text("Tom", "resume")


@pytest.mark.parametrize("thing", ["second", "kite"])
def test_a_plain_word_is_no_company_where_somebody_is_named(team, thing):
    for company, person in (("Osprey Labs", "Maja Ek"), ("Second Street Hardware", "Al"), ("Kite Works", "Bo")):
        team.say("Tom", f"new {company}, kit")
        team.say("Tom", f"deal contact {company}: {person}")
    team.say("Tom", f"logcall Osprey Labs: she sends the drawings of the {thing} rig by friday")
    told = team.text("Tom", f"maja sent the drawings of the {thing} rig")
    assert "Osprey Labs" in told
    assert "done" in told


def test_a_line_that_is_typed_twice_waits_once(team):
    for _ in range(2):
        team.say("Tom", "Northwnd: had a chat, she sends the plan tomorrow")
    assert team.text("Tom", "resume").count("had a chat") == 1


@pytest.mark.parametrize(
    "line", ["sent sarah the yes or no", "i emailed northwind the yes-or-no message", "sent the yes or no to sarah"]
)
def test_the_yes_or_no_message_is_told_either_way_round(team, line):
    assert "yes-or-no" in team.text("Tom", line)


@pytest.mark.parametrize(
    "line",
    ["what did we win this month", "how much did we sell", "what have we closed this quarter?", "sales this week"],
)
def test_what_was_sold_is_not_added_up_but_shown(team, line):
    assert "Nothing was won, lost or let go this " in team.text("Maria", line)
    team.say("Tom", "won Northwind 12k")
    assert "Northwind, Sarah (Tom): won Thu 12 March" in team.text("Maria", line)


@pytest.mark.parametrize("line", ["pipeline", "forecast?"])
def test_a_pipeline_is_not_added_up(team, line):
    assert "I add up no pipeline" in team.text("Maria", line)


def test_what_was_won_counts_an_order_that_a_call_told_once_as_monday_does(team):
    team.say("Tom", "logcall Northwind: they ordered today")
    team.say("Tom", "logcall Northwind: signed the contract today")
    assert "Signed: 1" in team.text("Maria", "monday")
    told = team.text("Maria", "what did we win this month")
    assert "Won, lost or let go this month: 1\n" in told
    assert "Northwind, Sarah (Tom): won Thu 12 March: signed" in told
    team.say("Tom", "won Northwind 12k")
    assert "Won, lost or let go this month: 1\n" in team.text("Tom", "what did i win")
