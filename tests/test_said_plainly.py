"""What a manager reads says what to do next: late is called late, an excuse is no step, and what is cut is a press away."""

from datetime import date

import pytest

from adapters.teams.render import attachment
from bot.cards import Button, Buttons, Card, Line, plain_text
from bot.days import late
from bot.model import Commitment, Side
from bot.playbook.restating import is_put_off
from bot.views.naming import OPEN_DEAL
from tests.team import Team
from tests.teams.cards import buttons, problems

ONE_DATABASE = True


@pytest.fixture
def team(database) -> Team:
    return Team(database)  # Thu 12 March 2026


def test_one_word_for_what_is_late():
    assert late(date(2026, 3, 6), date(2026, 3, 9)) == "3 days late (due Fri 6 March)"
    assert late(date(2026, 3, 6), date(2026, 3, 7)) == "1 day late (due Fri 6 March)"


def test_a_late_promise_of_ours_is_called_late_on_its_deals_card(team):
    team.say("Tom", "new Acme")
    team.say("Tom", "logcall Acme: talked to Dana, I bring the floor plan by Fri")
    team.forward(days=4)
    told = team.text("Maria", "where are we on Acme?")
    assert told.startswith("Acme (Tom), Mon 16 March: our move, 3 days late.")
    assert (
        "Tom promised: bring the floor plan, 3 days late (due Fri 13 March)\nNext: no call agreed with them yet; on Tom's list today"
        in told
    )
    assert told.count("floor plan") == 2, "once as a fact, once in what to ask for"
    assert "We promised: bring the floor plan" in team.text("Tom", "where are we on Acme?")


def test_a_later_day_for_an_old_promise_stands_under_moved_alone(team):
    team.say("Tom", "new Acme")
    team.say("Tom", "logcall Acme: Priya said “yes”, she sends the night counts by Fri 13 March")
    team.forward(days=4)
    team.say("Tom", "logcall Acme: Priya said “Ivan was off sick”, she sends the night counts by Fri 20 March")
    told = team.text("Maria", "what changed this week?")
    assert (
        "put off by them: send the night counts, from Fri 13 March to Fri 20 March (they said so on Mon 16 March)"
        in told
    )
    assert "They promised a step" not in told
    team.say("Tom", "logcall Acme: Priya sends the night counts by Wed 18 March")
    assert "They promised a step: 1" in team.text("Maria", "what changed this week?"), "an earlier day is one"


def test_a_promised_step_says_whether_it_was_taken(team):
    """A promise is no step yet: where its day has passed, how many days late it is stands beside it."""
    for name in ("Acme", "Brio", "Cato"):
        team.say("Tom", f"new {name}")
        team.say("Tom", f"logcall {name}: she invites the drivers by Fri 13 March")
    team.say("Tom", "promise kept Brio")
    team.say("Tom", "promise broken Cato")
    team.forward(days=7)
    told = team.text("Maria", "what happened last week?")
    assert "They promised a step: 3" in told
    assert "Acme (Tom): invite the drivers by Fri 13 March, 6 days late (on the call of Thu 12 March)" in told
    assert "Brio (Tom): invite the drivers by Fri 13 March, done (on the call of Thu 12 March)" in told
    assert "Cato (Tom): invite the drivers by Fri 13 March, not kept (on the call of Thu 12 March)" in told
    assert "not kept by them: invite the drivers, due Fri 13 March (told Thu 12 March)" in told


def test_what_was_owed_in_a_week_adds_up(team):
    for name in ("Acme", "Brio", "Cato", "Dova"):
        team.say("Tom", f"new {name}")
        team.say("Tom", f"logcall {name}: she sends the plan by Fri 13 March")
    team.say("Tom", "promise moved Brio Wed 25 March")
    team.say("Tom", "promise kept Cato")
    team.forward(days=7)
    told = team.text("Maria", "what happened last week?")
    assert "They owed 4: 2 still open, 1 kept, 1 moved to another day" in told
    assert "No next call" not in told, "that is of today, and has a view of its own"
    assert "The team today" in told


def test_whom_to_call_first_is_said_and_why(team):
    for name, what in (("Acme", "I send the quote"), ("Brio", "she sends the plan"), ("Cato", "I send the map")):
        team.say("Tom", f"new {name}")
        team.say("Tom", f"logcall {name}: {what} by {'Mon 16' if name == 'Cato' else 'Fri 13'} March")
    team.say("Tom", "new Dova")
    team.forward(days=4)
    told = team.text("Maria", "how is Tom doing?")
    first = "Ask Tom first about Acme (our promise, 3 days late), then about Cato (our promise, due today) and Brio (their promise, 3 days late)."
    assert (
        f"{first} When you ask, you choose a day; Tom reads it on the next list. Tom has 4 deals to call today." in told
    )
    own = "Our promises first: Acme (we are 3 days late) and Cato (our promise is due today), then theirs: Brio (they are 3 days late); 1 more."
    assert f"4 deals to call today. {own}" in team.text("Tom", f"where rep {team.member('Tom').id}")
    assert told.index("We owe") < told.index("They owe")
    assert "send the map, today, Mon 16 March" in told


def test_only_the_same_promise_for_a_later_day_is_put_off():
    counts = Commitment(1, 1, 1, Side.theirs, "send the night counts", date(2026, 3, 2), date(2026, 3, 6))
    assert is_put_off("send the night counts", date(2026, 3, 9), [counts])
    assert not is_put_off("send the night counts", date(2026, 3, 5), [counts])
    assert not is_put_off("send the night counts", None, [counts])
    assert not is_put_off("sign the order", date(2026, 3, 9), [counts])


def test_what_is_cut_is_one_press_away(team):
    for number in range(5):
        team.say("Tom", f"new Deal{number}")
        team.say("Tom", f"logcall Deal{number}: she sends the plan by Fri 13 March")
    for asked in ("how is Tom doing?", "where is my team?", "what changed this week?"):
        card = team.say("Maria", asked).card
        (show,) = [
            b
            for block in card.blocks
            if isinstance(block, Buttons)
            for b in block.buttons
            if b.label == "Show every line"
        ]
        whole = team.text("Maria", show.command)
        assert [f"• Deal{n}" in whole for n in range(5)] == [True] * 5
        assert "more" not in whole
        assert "Show " not in whole
        assert team.text("Maria", f"share {show.command}").count("• Deal") == whole.count("• Deal")


def test_monday_begins_with_what_we_are_late_with(team):
    for name in ("Acme", "Brio", "Cato", "Dova"):
        team.say("Tom", f"new {name}")
        team.say("Tom", f"logcall {name}: she sends the plan by Fri, I send the quote by Fri")
    team.forward(days=4)
    card = team.say("Maria", "monday").card
    lines = plain_text(card).splitlines()
    assert lines[0] == "Your team since Mon 9 March"
    assert lines[1] == "Start with the 4 promises of ours that are late."
    assert lines[2:4] == ["We are late: 4", "• Acme (Tom): send the quote, 3 days late (due Fri 13 March)"]
    late = [block for block in card.blocks if isinstance(block, Line) and " late (due" in block.text]
    assert len(late) == 8, "four on each side: none is left out for the sake of one"
    assert {b.label for line in late for b in line.buttons} == {"Open deal"}, "each can be opened where it stands"
    assert "Show all" not in plain_text(card)


def test_a_past_week_counts_what_was_due_in_it(team):
    for name, day in (("Acme", "Fri"), ("Brio", "in 2 weeks"), ("Cato", "Fri")):
        team.say("Tom", f"new {name}")
        team.say("Tom", f"logcall {name}: she sends the plan {day}")
    team.say("Tom", "promise moved Acme plan in 10 days")  # due in that week, until now
    team.say("Tom", "promise moved Brio plan in 10 days")  # was due in another, and is
    team.forward(days=7)
    told = team.text("Maria", "where period last week")
    assert "They owed 2: 1 still open, 1 moved to another day" in told
    assert "Put off or called off: 2" in told


def test_a_step_that_was_agreed_is_told_with_its_day(team):
    team.say("Tom", "new Acme")
    team.say("Tom", 'logcall Acme: Dana said "hall seven is yours", demo Tue 17 March')
    assert (
        "Acme, Dana (Tom): demo Tue 17 March agreed: “hall seven is yours” (on the call of Thu 12 March)"
        in team.text("Maria", "where is my team?")
    )


def test_a_name_of_a_company_is_found_before_a_word_of_another_title(team):
    team.say("Lena", "new Weiß & Falk, office floor")
    team.say("Tom", "new Harbour Foods")
    told = team.text("Maria", "ask Tom to send the floor plan to Harbour Foods by Tue")
    assert "Harbour Foods: Tom will send the floor plan" in told


def test_monday_says_how_many_of_the_late_are_shown(team):
    for name in ("Acme", "Brio", "Cato", "Dova", "Echo"):
        team.say("Tom", f"new {name}")
        team.say("Tom", f"logcall {name}: I send the quote by Fri")
    team.forward(days=4)
    lines = team.text("Maria", "monday").splitlines()
    assert "We are late: 5 (the 3 oldest)" in lines
    assert "[Show all 5: owed late us]" in lines


def _lines(count: int) -> tuple[Line, ...]:
    return tuple(
        Line(f"Deal{n}: a plan", buttons=(Button(OPEN_DEAL, f"where {n}", about=f"Deal{n}"),)) for n in range(count)
    )


def test_in_teams_lines_that_got_no_button_open_where_they_stand():
    """Six buttons are all that Teams shows; a line that is tapped is none of them, and needs no list beneath."""
    whole = attachment(Card("Tom", (*_lines(24), Buttons((Button("All deals", "deals Tom"),)))))
    body = whole["content"]["body"]
    tapped = [one["selectAction"]["data"]["command"] for one in body if "selectAction" in one]
    assert tapped == [f"where {n}" for n in range(24)]
    assert [one["title"] for one in buttons(whole["content"])] == ["All deals"]
    assert problems(whole) == []


def test_in_teams_very_many_deals_are_opened_from_a_list():
    body = attachment(Card("Tom", _lines(32)))["content"]["body"]
    assert not [one for one in body if "selectAction" in one], "of so many it would take the room of lines"
    menu, go = body[-1]["items"]
    assert len(menu["choices"]) == 32
    assert [one["title"] for one in go["actions"]] == [OPEN_DEAL]


def test_in_teams_nothing_is_done_by_a_tap():
    """Beside lines that open, of a card with more than six buttons: what undoes or settles stands in the list, with its label."""
    undo = tuple(Line(f"Deal{n}: done", buttons=(Button("Undo", f"undo {n}"),), settled=n % 2 == 0) for n in range(8))
    how = Line("Acme: done", buttons=(Button("We talked", "log 1"), Button("Left voicemail", "done 1 voicemail")))
    whole = attachment(Card("Tom", (*_lines(10), *undo, how, Buttons((Button("Show all 12", "late"),)))))
    tapped = [one["selectAction"]["data"]["command"] for one in whole["content"]["body"] if "selectAction" in one]
    assert tapped == [f"where {n}" for n in range(10)]
    assert problems(whole) == []


def test_the_chart_says_first_what_to_do(team):
    team.say("Tom", "new Acme")
    team.say("Tom", "logcall Acme: she sends the plan by Fri")
    team.forward(days=4)
    lines = team.text("Tom", "chart promises").splitlines()
    assert lines[1:3] == [
        "The customers' one promise that fell due is late. Ask for another day.",
        "[What is late?: late]",
    ]
    assert lines[4] == "Customers kept 0 of 1; one is late and still open.", "a number alone is no bar"
