"""All that is due of a deal stands in its line of the list, and what was set for today leads it, with its own presses."""

from datetime import UTC, datetime

import pytest

from bot.cards import Line, plain_text
from bot.playbook.agenda import Group
from tests.team import Clock, Team

ONE_DATABASE = True
MONDAY = datetime(2026, 3, 9, 14, tzinfo=UTC)


@pytest.fixture
def team(database) -> Team:
    return Team(database, Clock(MONDAY))


def _deal(team, said, deal="Tamar Boats", who="Tom"):
    team.say(who, f"new {deal}")
    team.say(who, f"deal contact {deal}: Jory Pask, 555 0101")
    return team.say(who, f"logcall {deal}: {said}")


def _line(card, name="Tamar Boats") -> Line:
    return next(
        block for block in card.blocks if isinstance(block, Line) and block.text.startswith(name) and not block.settled
    )


def _commands(line: Line) -> dict[str, str]:
    return {button.label: button.command for button in (*line.buttons, *line.more)}


def _listed(team, who="Tom", name="Tamar Boats") -> Line:
    return _line(team.say(who, "followups").card, name)


def test_every_promise_that_is_due_is_named(team):
    _deal(team, "Jory shows it to the harbour master by tue, he sends the PO by thursday")
    team.forward(days=3)
    line = _listed(team)
    assert "show it to the harbour master, 2 days late (due Tue 10 March). Also: send the PO, today" in line.text
    assert line.text.count("send the") == 1


def test_both_sides_are_named_and_each_has_its_own_press(team):
    _deal(team, "I send the plan by tue, Jory sends the PO by wed, he signs the order form by fri")
    team.forward(days=3)
    line = _listed(team)
    assert (
        line.text
        == "Tamar Boats, Jory: send the plan, 2 days late (due Tue 10 March). They promised: send the PO, 1 day late (due Wed 11 March)"
    )
    commands = _commands(line)
    assert commands["Done (send the plan)"].startswith("promise kept")
    assert commands["Done (send the PO)"].startswith("promise kept")
    assert commands["Done (send the plan)"] != commands["Done (send the PO)"]


def test_of_many_the_rest_is_counted(team):
    _deal(team, "I send the plan by tue")
    for what in ("the price", "the drawings", "the contract", "the colours"):
        team.say("Tom", f"logcall Tamar Boats: I send {what} by wed")
    team.forward(days=3)
    assert _listed(team).text.endswith(
        "Also: send the price, 1 day late (due Wed 11 March); send the drawings, 1 day late (due Wed 11 March); 2 more"
    )


def test_a_managers_request_is_named_with_who_asks_beside_an_older_promise(team):
    _deal(team, "I bring the dimmer set by tue", who="Lena")
    team.say("Maria", "ask Lena to send the price list to Tamar Boats by Thu")
    team.forward(days=3)
    line = _listed(team, "Lena")
    assert "bring the dimmer set, 2 days late (due Tue 10 March). Also: send the price list" in line.text
    assert "(asked by Maria)" in line.text


def test_what_is_set_for_today_leads_and_done_ticks_no_promise(team):
    _deal(team, "Jory sends the decision by 24 march, visit on thursday at 10")
    team.forward(days=3)
    card = team.say("Tom", "followups").card
    assert "Set for today" in plain_text(card)
    line = _line(card)
    assert line.text.startswith(
        "Tamar Boats, Jory: visit today 10:00, agreed, 555 0101. They promised: send the decision"
    )
    pressed = [button.label for button in line.buttons]
    assert pressed == ["What to say", "It took place", "They did not come"]
    assert line.say
    team.say("Tom", _commands(line)["It took place"])
    assert "send the decision" in team.text("Tom", "where Tamar Boats")
    assert "kept" not in team.text("Tom", "where Tamar Boats")


def test_a_call_of_today_comes_before_all_that_is_late(team):
    _deal(team, "I send the plan by tue", deal="Brio")
    _deal(team, "I bring the colours by wed, we speak on thursday at 15:00")
    _deal(team, "we speak on thursday at 9", deal="Corvid")
    team.forward(days=3)
    told = plain_text(team.say("Tom", "followups").card, with_buttons=False)
    assert told.index("Corvid") < told.index("Tamar Boats") < told.index("Brio")
    assert "call today 15:00, agreed, 555 0101. You promised: bring the colours, 1 day late (due Wed 11 March)" in told
    assert "Three today; start with your own." in told


def test_a_call_of_yesterday_is_asked_about_before_their_late_promise(team):
    _deal(team, "Jory sends the PO by tue, we speak on wednesday at 9")
    team.forward(days=3)
    line = _listed(team)
    assert (
        "call Wed 11 March 09:00: did it take place? They promised: send the PO, 2 days late (due Tue 10 March)"
        in line.text
    )
    assert line.say == "", "whether they spoke comes first"
    assert [button.label for button in line.buttons[1:]] == ["We spoke", "They did not pick up"]


def test_beside_our_late_promise_a_call_of_yesterday_has_its_press(team):
    _deal(team, "I send the plan by tue, we speak on wednesday at 9")
    team.forward(days=3)
    line = _listed(team)
    assert (
        line.text
        == "Tamar Boats, Jory: send the plan, 2 days late (due Tue 10 March). Call Wed 11 March 09:00: did it take place?"
    )
    assert _commands(line)["We spoke"].endswith("talked")
    assert _commands(line)["Done (send the plan)"].startswith("promise kept")


def test_what_is_left_of_a_deal_stays_on_the_list_that_was_pressed_on(team):
    _deal(team, "I send the plan by tue, I send the price by wed")
    team.until(datetime(2026, 3, 12, 9, tzinfo=UTC))
    card = team.inbox("Tom")[0]
    pressed = _commands(_line(card))["Done (send the plan)"]
    then = team.say("Tom", pressed, on=card.key).card
    assert "✓ Tamar Boats: send the plan, done" in plain_text(then)
    assert _line(then).text == "Tamar Boats, Jory: send the price, 1 day late (due Wed 11 March)"
    assert "One left" in then.title


def test_a_visit_that_took_place_is_ticked_and_our_promise_stays(team):
    _deal(team, "I send the plan by wed, visit on thursday at 10")
    team.until(datetime(2026, 3, 12, 9, tzinfo=UTC))
    card = team.inbox("Tom")[0]
    then = team.say("Tom", _commands(_line(card))["It took place"], on=card.key).card
    assert "✓ Tamar Boats: you talked" in plain_text(then)
    assert _line(then).text == "Tamar Boats, Jory: send the plan, 1 day late (due Wed 11 March)"


def test_a_visit_of_today_stays_though_talk_and_their_promises_are_paused(team):
    _deal(team, "Jory sends the decision by 24 march, visit on thursday at 10")
    team.say("Tom", "pause talk until 20 march")
    team.say("Tom", "pause theirs until 20 march")
    team.until(datetime(2026, 3, 12, 9, tzinfo=UTC))
    assert "visit today 10:00" in plain_text(team.inbox("Tom")[0])


def test_who_leads_reads_all_of_it_too(team):
    _deal(team, "I send the plan by tue, Jory sends the PO by wed")
    _deal(team, "we speak on thursday at 9", deal="Corvid")
    team.forward(days=3)
    told = team.text("Maria", "followups Tom")
    assert "send the plan, 2 days late (due Tue 10 March). They owe: send the PO, 1 day late (due Wed 11 March)" in told
    assert told.index("Set for today") < told.index("We owe")
    first = team.text("Maria", f"where rep {team.member('Tom').id}")
    assert "Ask Tom first about Tamar Boats (our promise, 2 days late)" in first


def test_a_won_deal_owes_but_nobody_chases_it(team):
    _deal(team, "I send the plan by tue, I send the price by wed, Jory sends the photos by wed")
    team.say("Tom", "won Tamar Boats")
    team.forward(days=3)
    assert _listed(team).text.endswith(
        "send the plan, 2 days late (due Tue 10 March). Also: send the price, 1 day late (due Wed 11 March)"
    )


def test_group_of_today_is_first():
    assert next(iter(Group)) is Group.today
