"""The same questions as people put them: of a day, of the team, behind a few words that say nothing. Each is answered, and none logged."""

import pytest

from bot.commands import command_from
from bot.commands.calls import Next
from bot.commands.deals import About, Where
from bot.commands.lists import Attention, Deals, Owed, OwedBy
from bot.commands.own import PauseList
from bot.playbook.holds import OUR_PLAN
from tests.settled import settled
from tests.team import Team

ONE_DATABASE = True


@pytest.fixture
@settled
def team(database):
    """Thu 12 March, then Mon 16 March: the floor plan is late, as are the counts; the price list is for Fri 20 March."""
    team = Team(database)
    team.say("Tom", "new Acme, Dana Reed")
    team.say("Tom", "new Globex, Hugo Lind")
    team.logged(
        "logcall Acme: Dana said they need two extra docks. we send the floor plan by Fri, she sends the counts tomorrow"
    )
    team.forward(days=4)
    team.logged("logcall Globex: spoke with Hugo, we send the price list by Fri, he sends the drawing by tomorrow")
    return team


@pytest.mark.parametrize(("line", "command"), [
    ("does tom have anything late?", Owed(OwedBy.late, "tom")),
    ("has tom got anything overdue", Owed(OwedBy.late, "tom")),
    ("does acme owe us anything?", Owed(OwedBy.them, "acme")),
    ("do we owe acme anything", Owed(OwedBy.us, "acme")),
    ("what did we promise acme for friday", Owed(OwedBy.us, "acme", when="friday")),
    ("what does dana owe us by tomorrow?", Owed(OwedBy.both, "dana", when="tomorrow")),
    ("did anyone promise us anything for tomorrow?", Owed(OwedBy.them, when="tomorrow")),
    ("who promised something by friday", Owed(OwedBy.both, when="friday")),
    ("what do we owe next week", Owed(OwedBy.us, when="next week")),
    ("what needs my attention?", Attention()),
    ("which deals need attention?", Attention()),
    ("who should I be worried about?", Where("my team", only_due=True)),
    ("who do I need to worry about", Where("my team", only_due=True)),
    ("is anybody stuck?", Where("my team", only_due=True)),
    ("anyone behind?", Where("my team", only_due=True)),
    ("any bad news?", Where("last 7 days", about=About.period)),
    ("is tom on top of things?", Where("tom")),
    ("anything urgent?", Attention()),
    ("anything I should know?", Attention()),
    ("is there anything we need to look at today", Attention()),
    ("who do I owe something?", Owed(OwedBy.us)),
    ("who do we still owe", Owed(OwedBy.us)),
    ("who is waiting for something from me?", Owed(OwedBy.us)),
    ("what do I owe and to whom?", Owed(OwedBy.us)),
    ("stop sending me the digest", PauseList(for_good=True)),
    ("don't send me these messages any more", PauseList(for_good=True)),
    ("call back acme tomorrow instead", Next("acme", "tomorrow", OUR_PLAN)),
    ("show all my contacts", Deals()),
    ("anything new since yesterday?", Where("since yesterday", about=About.period)),
    ("anything changed this week", Where("this week", about=About.period)),
    ("what happened since last week", Where("since last week", about=About.period)),
])  # fmt: skip
def test_it_is_the_question_that_we_know(line, command):
    assert command_from(line) == command


def test_whom_is_skipped_today_is_on_the_list_tomorrow(team):
    assert "Acme: on your list Tue 17 March" in team.text("Tom", "skip acme today")


def test_what_needs_me_is_the_team_for_who_leads_it_and_the_list_for_a_rep(team):
    told = team.text("Maria", "what needs my attention?")
    assert "clear day" not in told
    assert "Tom Becker: 2 open, 1 deal to call today, 1 of our promises late, 1 of theirs late" in told
    assert "send the floor plan" in team.text("Tom", "what needs my attention?")


def test_who_leads_others_and_sells_reads_both(team):
    team.say("Maria", "new Initech, Gail Ford")
    team.logged("logcall Initech: spoke with Gail, we send the offer today", "Maria")
    told = team.text("Maria", "what needs attention")
    assert told.index("send the offer") < told.index("Tom Becker: 2 open")


def test_a_rep_who_asks_of_whom_to_worry_reads_of_their_customers(team):
    for line in ("who should I be worried about?", "is anybody stuck?", "who is late?"):
        told = team.text("Tom", line)
        assert "floor plan" in told, told
        assert "counts" in told
    assert "Nothing is late" not in team.text("Lena", "is anyone stuck?")


def test_a_day_that_is_asked_about_is_answered(team):
    told = team.text("Tom", "did anyone promise us anything for tomorrow?")
    assert told.startswith("What they owe you, Tue 17 March")
    assert "send the drawing" in told
    assert "counts" not in told
    assert "send the drawing" in team.text("Maria", "who owes us anything tomorrow?")
    assert "Tom" not in team.text("Lena", "did anyone promise us anything for tomorrow?")


def test_of_a_day_for_which_nothing_is_promised_the_rest_is_shown(team):
    told = team.text("Tom", "what did we promise acme for friday")
    assert "Nothing is promised for Fri 20 March. Open:" in told
    assert "send the floor plan, 3 days late" in told
    assert "price list" not in told
    assert "Nothing is promised for Thu 19 March" in team.text("Tom", "what do we owe by thursday")


def test_whether_anything_was_lost_is_told_with_what_ended(team):
    team.say("Tom", "lost Globex because of the price")
    told = team.text("Maria", "did we lose anything this week?")
    assert told.startswith("Won, lost or let go this week: 1")
    assert "Globex" in told


def test_what_a_rep_needs_of_their_manager_is_the_help_that_they_asked_for(team):
    team.say("Tom", "help me on Acme: the price is stuck")
    assert "the price is stuck" in team.text("Maria", "what does Tom need from me?")
    assert "the price is stuck" in team.text("Maria", "did Tom ask for anything?")
    assert "What Maria asks of you stands on the deal" in team.text("Tom", "what does Maria want from me")
    assert "send the floor plan" in team.text("Tom", "what does Dana need from us?")
    assert "the price is stuck" not in team.text("Lena", "what does Tom need from me?")


@pytest.mark.parametrize("lead", [
    "lost my notebook", "quick q,", "quick question:", "before i forget,", "i can't remember,", "left my notes at home, so", "sorry to bother you but",
    "just checking -", "btw", "stupid question,",
])  # fmt: skip
def test_what_says_nothing_before_a_question_is_no_name(team, lead):
    told = team.text("Tom", f"{lead} what did i promise?")
    assert told.startswith("What you owe")
    assert "send the floor plan" in told
    assert team.text("Tom", f"{lead} where are we on Acme?").startswith("Acme (Tom)")


def test_who_asks_in_a_call_is_logged(team):
    told = team.logged("logcall Acme: before i forget, Dana asked what do we owe her")
    assert told.startswith("Logged: Acme")
    assert "Lost" not in team.text("Tom", "where Acme")


@pytest.mark.parametrize(
    "line",
    [
        "where r we w acme",
        "where are we w/ acme",
        "where we at with acme",
        "status acme",
        "where do we stand with acme",
    ],
)
def test_where_we_are_is_asked_in_a_hurry(team, line):
    assert team.text("Tom", line).startswith("Acme")


@pytest.mark.parametrize(
    "line",
    ["anything today", "what have i got", "any1 i need to ring today?", "anyone to chase?", "what do i have on today"],
)
def test_what_is_due_is_asked_in_a_hurry(team, line):
    assert team.text("Tom", line) == team.text("Tom", "followups")


@pytest.mark.parametrize(
    "line",
    ["bye", "good night", "have a nice weekend", "that's it for today", "ok, see you monday", "signing off for today"],
)
def test_a_goodbye_is_no_command_that_failed(team, line):
    assert team.text("Tom", line) == "Speak soon."


@pytest.mark.parametrize("line", ["see you told me the price", "later acme friday", "bye acme"])
def test_what_only_begins_like_one_is_read(team, line):
    assert team.text("Tom", line) != "Speak soon."


def test_what_a_deal_was_won_for_stands_where_we_are(team):
    team.say("Tom", "won Acme 24k")
    assert "Worth: 24,000" in team.text("Tom", "where are we on Acme")


@pytest.mark.parametrize(
    "line",
    [
        "pls take acme off my list til 25/3",
        "keep acme off my list until wed 25 march",
        "leave acme off the list until 25 march",
    ],
)
def test_what_is_to_wait_is_no_call(team, line):
    assert "Acme: on your list Wed 25 March" in team.text("Tom", line)


@pytest.mark.parametrize("line", ["why is acme late", "why is acme overdue?"])
def test_why_something_is_late_is_why_it_is_due(team, line):
    assert team.text("Tom", line) == team.text("Tom", "why is acme on my list?")


def test_a_colleagues_deals_are_exported_in_words():
    assert command_from("export Tom's deals") == Deals("Tom", export=True)
