"""Create, pressed on two cards that each offered it: one deal is made, and what was typed on the other goes on there."""

import pytest

from bot.cards import Buttons, Line
from tests.team import Team


@pytest.fixture
def team(database):
    return Team(database)


def buttons(reply):
    return {
        button.label: button.command
        for block in reply.card.blocks
        if isinstance(block, Buttons)
        for button in block.buttons
    }


def deals(team, name="Zorbo"):
    return team.exchange("Tom")(lambda exchange: [deal for deal in exchange.named if deal.company == name])


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("logcall Zorbo: she likes the pilot", "logcall Zorbo: I send dates tomorrow"),
        ("later Zorbo Fri", "later Zorbo Mon"),
        ("later Zorbo Fri", "logcall Zorbo: I send dates tomorrow"),
        ("logcall Zorbo: I send dates tomorrow", "later Zorbo Mon"),
    ],
)
def test_the_second_create_makes_no_second_deal(team, first, second):
    cards = [buttons(team.say("Tom", line)) for line in (first, second)]
    team.say("Tom", cards[0]["Create “Zorbo”"])
    asked = team.say("Tom", cards[1]["Create “Zorbo”"])
    assert "There is a deal Zorbo already. Your line is kept." in str(asked.card)
    team.say("Tom", buttons(asked)["That one"])
    assert len(deals(team)) == 1
    assert "Nothing is waiting" in team.text("Tom", "drafts")


@pytest.mark.parametrize("line", ["logcall Zorbo: she likes the pilot", "later Zorbo Fri"])
def test_a_second_one_on_purpose_is_one_press(team, line):
    card = buttons(team.say("Tom", line))
    team.say("Tom", "new Zorbo")
    team.say("Tom", buttons(team.say("Tom", card["Create “Zorbo”"]))["A second deal"])
    assert len(deals(team)) == 2


def test_a_line_that_is_asked_about_once_more_lies_behind_the_same_button(team):
    team.say("Tom", "logcall Zorbo: she likes the pilot")
    kept = team.say("Tom", "drafts").card
    (go_on, _) = [button.command for line in kept.blocks for button in getattr(line, "buttons", ())][:2]
    for _ in range(3):
        asked = team.say("Tom", go_on)
        assert "A new one?" in str(asked.card)
    assert str(team.say("Tom", "drafts").card).count("she likes the pilot") == str(kept).count("she likes the pilot")
    team.say("Tom", next(iter(buttons(asked).values())))
    assert len(deals(team)) == 1
    assert "Nothing is waiting" in team.text("Tom", "drafts")
    assert "logged or dropped already" in team.text("Tom", go_on)


def lines(reply):
    return [button.label for line in reply.card.blocks if isinstance(line, Line) for button in line.buttons]


@pytest.mark.parametrize("line", ["logcall Zorbo: she likes the pilot", "later Zorbo Fri"])
def test_an_open_deal_of_the_company_that_came_to_be_since_is_asked_about(team, line):
    create = buttons(team.say("Tom", line))["Create “Zorbo”"]
    team.say("Tom", "new Zorbo, 40 seats")
    asked = team.say("Tom", create)
    assert "There is a deal Zorbo, 40 seats already. Your line is kept." in str(asked.card)
    team.say("Tom", buttons(asked)["That one"])
    assert len(deals(team)) == 1
    assert "Nothing is waiting" in team.text("Tom", "drafts")


@pytest.mark.parametrize("line", ["logcall Zorbo: she likes the pilot", "later Zorbo Fri", "new Zorbo"])
def test_of_two_each_is_offered(team, line):
    asked = buttons(team.say("Tom", line)) if line != "new Zorbo" else {}
    for title in ("40 seats", "training"):
        team.say("Tom", f"new Zorbo, {title}")
    reply = team.say("Tom", asked.get("Create “Zorbo”", line))
    assert "Which one is “Zorbo”?" in str(reply.card)
    assert len(lines(reply)) == 2
    assert len(deals(team)) == 2


def test_below_deals_that_were_shown_a_new_one_is_one_press(team):
    for title in ("40 seats", "training"):
        team.say("Tom", f"new Zorbo, {title}")
    asked = buttons(team.say("Tom", "logcall Zorbo: she likes the pilot"))
    assert "Logged: Zorbo" in team.text("Tom", asked["None of these: a new deal"])
    assert len(deals(team)) == 3


def test_below_them_one_of_the_very_same_name_is_asked_about(team):
    for title in ("40 seats", "training"):
        team.say("Tom", f"new Zorbo, {title}")
    cards = [buttons(team.say("Tom", f"logcall Zorbo: {told}")) for told in ("she likes the pilot", "I send dates Fri")]
    team.say("Tom", cards[0]["None of these: a new deal"])
    assert "There is a deal Zorbo already." in team.text("Tom", cards[1]["None of these: a new deal"])
