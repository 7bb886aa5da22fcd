"""What a leader asks a rep for fits what the deal waits for, in the button, the question, the receipt and the rep's list."""

from dataclasses import replace

import pytest

from adapters.slack.render import message
from adapters.teams.render import attachment
from bot.cards import Buttons, Card
from bot.model import Side
from bot.views.leading import ask_button, on_that_day, on_which_day
from tests.playbook.history import Story, day
from tests.team import Team
from tests.teams.cards import buttons, problems

ONE_DATABASE = True
LONG_NAME = "Zusammenarbeit Norddeutscher Krankenhauslogistik Hamburg Süd"
LONG_PROMISE = "prepare the revised quote with all the options and both of the delivery dates for each of the sites"


@pytest.fixture
def team(database) -> Team:
    return Team(database)  # Thu 12 March 2026


def _labels(card) -> list[str]:
    return [button.label for block in card.blocks if isinstance(block, Buttons) for button in block.buttons]


def _press(team, name, reply, label):
    blocks = (block for block in reply.card.blocks if isinstance(block, Buttons))
    command = next(button.command for block in blocks for button in block.buttons if button.label == label)
    return team.say(name, command)


def _late(team, deal="Acme", what="I bring the floor plan", days=4) -> None:
    team.say("Tom", f"new {deal}")
    team.say("Tom", f"logcall {deal}: talked to Dana, {what} by Fri")
    team.forward(days=days)


def test_a_promise_of_ours_that_is_late_is_what_the_rep_is_asked_for(team):
    _late(team)
    asked = team.say("Maria", "where are we on Acme?")
    days = _press(team, "Maria", asked, "Ask Tom to bring the floor plan …")
    assert "Acme: on which day is Tom to bring the floor plan?" in str(days.card)
    done = _press(team, "Maria", days, "Tue 17 March")
    assert "Acme: Tom is to bring the floor plan on Tue 17 March" in str(done.card)
    assert "comes up before that" not in str(done.card)
    assert "Acme, Dana: bring the floor plan, 3 days late. Maria set it for Tue 17 March" in team.text(
        "Tom", "followups"
    )
    told = team.text("Maria", "where are we on Acme?")
    assert "Next: no call agreed with them yet; on Tom's list today (you set it for Tue 17 March)" in told
    assert "Ask Tom about Acme …" in _labels(team.say("Maria", "how is Tom doing?").card)


def test_theirs_that_is_late_or_nothing_promised_asks_for_a_call(team):
    _late(team, what="she sends the plan")
    assert "Ask Tom to call …" in _labels(team.say("Maria", "where are we on Acme?").card)
    assert "Ask Tom to call Acme …" in _labels(team.say("Maria", "how is Tom doing?").card)


def test_ours_is_the_headline_where_both_are_late(team):
    _late(team, what="she sends the plan by Thu, I bring the floor plan")
    asked = team.say("Maria", "where are we on Acme?").card
    assert asked.title.endswith("our move, 3 days late.")
    assert "Ask Tom to bring the floor plan …" in _labels(asked)


def test_a_day_that_was_set_before_the_promise_was_due_is_not_told_of_it(team):
    team.say("Tom", "new Acme")
    team.say("Tom", "logcall Acme: talked to Dana, I bring the floor plan by Mon")
    team.say("Maria", "later Acme Fri because something new")
    team.forward(days=4)
    assert "set it for" not in team.text("Tom", "followups")


def test_a_rep_who_puts_it_off_still_reads_that_the_promise_comes_up(team):
    _late(team)
    assert "Your promise comes up before that: bring the floor plan, 3 days late." in team.text("Tom", "later Acme Fri")


def test_the_list_of_a_rep_is_a_press_away_for_who_leads_them(team):
    _late(team)
    team.say("Tom", "new Brio")
    team.forward(days=1)
    told = _press(team, "Maria", team.say("Maria", "how is Tom doing?"), "Tom's list today")
    assert told.card.title == "Tom's list, Tue 17 March: 2 deals to call"
    assert "We owe" in str(told.card)
    assert "Ask Tom first about Acme" in team.text("Maria", "how is Tom doing?")
    assert "Acme, Dana: bring the floor plan, 4 days late" in str(told.card)
    assert "Brio: nobody has asked yet where they stand; no call yet" in str(told.card)
    assert "Tom's list" in team.text("Maria", "followups Tom")
    assert "Dana" not in team.text("Lena", "followups Tom"), "of whom one does not lead, one's own list"
    assert "Dana" not in team.text("Lena", f"followups {team.member('Tom').id}")
    assert "You promised" in team.text("Tom", "followups Tom")


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("the Leeds figures", "Ask Tom to see to “the Leeds figures” …"),
        (LONG_PROMISE, "Ask Tom to prepare the revised quote …"),
        ("x" * 100, f"Ask Tom to {'x' * 27} …"),
    ],
)
def test_any_promise_fits_a_button_of_either_platform(team, text, label):
    history = Story().promise(0, Side.ours, text, 4).history
    history = replace(history, deal=replace(history.deal, company=LONG_NAME))
    button, tom = ask_button(history, "Tom", day(7)), team.member("Tom")
    assert button.label == label
    card = Card("Tom", (Buttons((button,)),))
    whole = attachment(card)
    assert not problems(whole)
    assert [one["title"] for one in buttons(whole["content"])] == [label]
    assert label in str(message(card))
    asked, receipt = on_which_day(history, tom, day(7)), on_that_day(history, tom, day(9), day(7))
    what = text if text != "the Leeds figures" else f"see to “{text}”"
    assert asked == f"{LONG_NAME}: on which day is Tom to {what}?"
    assert receipt == f"{LONG_NAME}: Tom is to {what} on Wed 11 March"


def test_what_is_still_owed_on_a_won_deal_is_counted_as_the_list_does(team):
    _late(team)
    team.say("Tom", "won Acme")
    asked = team.say("Maria", "how is Tom doing?")
    told = str(asked.card)
    assert "Tom has 1 deal to call today" in told and "We owe: 1, late" in told and "bring the floor plan" in told
    assert "1 deal to call" in _press(team, "Maria", asked, "Tom's list today").card.title
    assert "Tom Becker: 0 open, 1 deal to call today" in team.text("Maria", "where is my team?")
    assert "Acme" in team.text("Maria", _labels_and_commands(asked.card)["Ask Tom about Acme …"])


def _labels_and_commands(card):
    return {b.label: b.command for block in card.blocks if isinstance(block, Buttons) for b in block.buttons}
