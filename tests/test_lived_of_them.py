"""What they did and what the rep only tells of it: whose promise is kept, which deal is meant, and whose day it is.

Today is Thu 12 March 2026.
"""

import pytest

from bot.cards import Button, Buttons, Line, plain_text
from tests.settled import settled
from tests.team import Team

ONE_DATABASE = True


@pytest.fixture
@settled
def team(database):
    team = Team(database)
    for line in ("new Northwind, 40 seats", "deal contact Northwind: Sarah Lee"):
        team.say("Tom", line)
    return team


def press(team, reply, label, who="Tom"):
    buttons = [
        button
        for block in reply.card.blocks
        for button in getattr(block, "buttons", ())
        if isinstance(block, Buttons | Line) and isinstance(button, Button)
    ]
    return team.say(who, next(button.command for button in buttons if label in button.label))


@pytest.mark.parametrize(
    "line",
    ["reply Northwind: sorry, I will call you on Monday instead", "reply Northwind: I'll call you Monday",
     "logcall Northwind: Sarah wrote, she will call me Monday instead", "logcall Northwind: she emailed, she calls on Monday instead"],
)  # fmt: skip
def test_a_message_that_sets_another_day_moves_the_call_they_promised(team, line):
    team.say("Tom", "logcall Northwind: Sarah will call me by Friday")
    said = team.text("Tom", line)
    assert "They did" not in said
    assert "They will: call me, Mon 16 March" in said
    assert team.text("Tom", "where northwind").count("call me") == 1


@pytest.mark.parametrize(
    "line",
    ["reply Northwind: thanks, all fine", "reply Northwind: Grace wrote that she is in Rome", "reply Northwind: Grace called, she is in Rome",
     "logcall Northwind: she wrote that Monday is better", "logcall Northwind: Grace called, she is in Rome", "logcall Northwind: Sarah texted, all fine"],
)  # fmt: skip
def test_who_only_writes_has_not_called_and_somebody_else_has_kept_nothing(team, line):
    team.say("Tom", "logcall Northwind: Sarah will call me by Friday")
    assert "They did" not in team.text("Tom", line)


@pytest.mark.parametrize(
    ("promise", "line"),
    [("call me", "reply Northwind"), ("call me", "reply Northwind: called back, all good"), ("call me", "logcall Northwind: she called back, all good"),
     ("call me", "logcall Northwind: Sarah called, all good"), ("write to me", "reply Northwind: thanks, all fine")],
)  # fmt: skip
def test_whoever_did_as_promised_has_kept_it(team, promise, line):
    team.say("Tom", f"logcall Northwind: Sarah will {promise} by Friday")
    assert f"They did: {promise}" in team.text("Tom", line)


def test_what_a_line_that_waited_settles_and_makes_is_of_the_day_it_was_typed(team):
    team.say("Tom", "logcall Northwind: I send the counts by Friday")
    team.forward(days=1)
    waits = team.say("Tom", "Northwnd: sent the counts today, she signs Tuesday, call her Mon")
    team.forward(days=5)
    said = plain_text(press(team, waits, "Yes, log it").card)
    assert "To send" not in said
    (ours, theirs), step = team.exchange("Tom")(
        lambda exchange: (exchange.history(1).commitments, exchange.history(1).next_steps[-1])
    )
    assert [str(turn.on) for turn in ours.turns] == ["2026-03-13"]
    assert [str(made.made_on) for made in (theirs, step)] == ["2026-03-13", "2026-03-13"]
    assert str(theirs.due_on) == "2026-03-17"


def test_a_line_that_waited_moves_a_promise_on_the_day_it_was_typed(team):
    team.say("Tom", "logcall Northwind: Sarah sends the plan by Friday")
    waits = team.say("Tom", "Northwnd: she sends the plan by Wednesday")
    team.forward(days=4)
    press(team, waits, "Yes, log it")
    turns = team.exchange("Tom")(lambda exchange: exchange.history(1).commitments[0].turns)
    assert [(str(turn.on), str(turn.due_on)) for turn in turns] == [("2026-03-12", "2026-03-18")]


def test_a_line_whose_days_are_still_to_come_thanks_for_them(team):
    waits = team.say("Tom", "Northwnd: she signs next Friday, sends the plan Thursday")
    team.forward(days=1)
    assert "To send" in plain_text(press(team, waits, "Yes, log it").card)


@pytest.mark.parametrize(
    "line",
    ["ask Lena: what is going on with Northwind?", "ask lena: what is going on with Northwind?", "question Lena Vogt: what is going on with Northwind?",
     "ask Lena what is going on with Northwind", "ask Lena why Northwind is late"],
)  # fmt: skip
def test_a_question_for_anybody_of_the_team_is_put_down_for_no_customer_and_logged_nowhere(team, line):
    """Tom sees no deals of Lena's, and knows a customer called Lena."""
    for told in ("new Brightwell, kit", "deal contact Brightwell: Lena Moss"):
        team.say("Tom", told)
    asked = team.say("Tom", line)
    said = plain_text(asked.card)
    assert "Lena is one of your team" in said
    assert "where rep" not in said
    assert "Log that" not in said
    assert "Northwind" in plain_text(press(team, asked, "Where are we on Northwind?").card)
    assert "going on" not in team.text("Tom", "question Brightwell")


@pytest.mark.parametrize("line", ["ask Maria: can I give 5%?", "ask Maria can I give 5%", "ask maria if 5% is fine"])
def test_a_question_for_ones_manager_makes_no_deal_of_her(team, line):
    said = team.text("Tom", line)
    assert "Maria is one of your team" in said
    assert "Create" not in said
    assert "where rep" not in said


def test_a_question_about_a_colleagues_deal_is_no_call_with_them(team):
    team.say("Lena", "new Hafenklinik, pumps")
    said = team.text("Maria", "ask Lena why Hafenklinik is late")
    assert "Lena is one of your team" in said
    assert "Log that" not in said


def test_a_customer_by_the_whole_name_is_asked(team):
    for told in ("new Brightwell, kit", "deal contact Brightwell: Lena Moss"):
        team.say("Tom", told)
    assert "Brightwell: to ask them" in team.text("Tom", "ask Lena Moss: do your pickers share a login?")


@pytest.mark.parametrize(
    "line",
    ["called priya, she wants a quote by thursday", "Priya called, she wants a quote by thursday", "priya wants a quote by thursday",
     "had a call w/ priya and she wants a quote by thursday", "PRIYA: wants a quote by thursday"],
)  # fmt: skip
def test_of_two_with_one_first_name_which_one_is_asked(team, line):
    for company, who in (("Osprey Labs", "Priya Rao"), ("Kite Works", "Priya Nair")):
        team.say("Tom", f"new {company}, kit")
        team.say("Tom", f"deal contact {company}: {who}")
    asked = team.say("Tom", line)
    said = plain_text(asked.card)
    assert "Osprey Labs" in said
    assert "Kite Works" in said
    assert "quote" in plain_text(press(team, asked, "This one").card)
    assert "Nothing is waiting" in team.text("Tom", "resume")


@pytest.mark.parametrize("ending", ["won Northwind 42k", "let go Northwind", "lost Northwind price"])
@pytest.mark.parametrize("line", ["logcall Northwind: no word yet", "Northwind: nothing", "nothing from Northwind"])
def test_where_nothing_waits_silence_is_nothing_to_keep(team, ending, line):
    team.say("Tom", ending)
    before = team.text("Tom", "where Northwind")
    said = team.text("Tom", line)
    assert "There is nothing to chase" in said
    assert "Undo" not in said
    assert team.text("Tom", "where Northwind") == before


def test_none_of_these_asks_for_the_deal_and_never_makes_one_of_the_line(team):
    team.say("Tom", "new Harbour, rigs")
    for deal in ("Northwind", "Harbour"):
        team.say("Tom", f"logcall {deal}: she sends the counts by Friday")
    listed = team.say("Tom", "counts are in")
    asked = press(team, listed, "None of these")
    said = plain_text(asked.card)
    assert "Whose was it?" in said
    assert "Create" not in said
    assert "Logged: Harbour" in plain_text(press(team, asked, "Harbour").card)
    assert "Nothing is waiting" in team.text("Tom", "resume")


def test_the_days_offered_are_those_of_whoever_has_the_deal(team):
    """Maria logs for Tom, who is off."""
    team.say("Tom", "away 13 to 20 March")
    said = team.text("Maria", "logcall Northwind: she likes it")
    assert "When do you speak next?" in said
    assert "Fri 13 March" not in said
    assert "2026-03-19" not in said
    assert "2026-03-23" in said


def test_who_logs_for_another_may_be_off_without_harm(team):
    team.say("Maria", "away 13 to 20 March")
    assert "2026-03-19" in team.text("Maria", "logcall Northwind: she likes it")


def test_none_of_these_on_the_one_deal_logs_the_line_there(team):
    for thing in ("counts of the night", "counts of the day"):
        team.say("Tom", f"logcall Northwind: she sends the {thing} by Friday")
    said = plain_text(press(team, team.say("Tom", "counts are in"), "None of these").card)
    assert "Logged: Northwind" in said
    assert "Create" not in said
