"""Plain questions are answered with the one fact that was asked, or with what is there instead; no absurd deal is offered."""

import pytest

from tests.settled import settled
from tests.team import Team

ONE_DATABASE = True


@pytest.fixture
@settled
def team(database):
    team = Team(database)
    team.say("Tom", "new Kestrel")
    team.say("Tom", "logcall Kestrel: spoke with Sam, all fine")
    team.forward(days=5)
    return team


def test_when_we_last_spoke_is_one_line_with_the_date_first(team):
    assert team.text("Tom", "how long since i talked to sam").startswith(
        "Thu 12 March, 5 days ago: you spoke with Sam at Kestrel."
    )
    assert "Thu 12 March, 5 days ago: Tom spoke" in team.text("Maria", "when did we last speak to Kestrel?")


@pytest.mark.parametrize(
    "line", ["won kestrel?", "let go kestrel?", "lost Kestrel ?", "won kestrel 2000?", "sam said yes?", "won Kestrel??"]
)
def test_a_question_ends_no_deal_and_is_logged_as_nobodys_words(team, line):
    acts = len(team.text("Tom", "where Kestrel").splitlines())
    told = team.text("Tom", line)
    assert told.startswith("Kestrel (Tom)"), told
    assert "Undo" not in told
    assert len(team.text("Tom", "where Kestrel").splitlines()) == acts


def test_what_they_said_is_their_words_or_that_there_are_none(team):
    none = "Kestrel: nothing of theirs is on record since you spoke on Thu 12 March."
    assert team.text("Tom", "what did sam say").startswith(none)
    team.say("Tom", "logcall Kestrel: Sam said “the vans are the weak link”")
    said = team.text("Tom", "what did sam say?")
    assert "“the vans are the weak link”" in said
    assert "Temperature" not in said


@pytest.mark.parametrize(("line", "says"), [
    ("which deals are stuck", "nobody has gone quiet"), ("which deals have no next step", "stand in your team's view"),
    ("how much is in my pipeline", "I add up no pipeline"), ("who covers tom", "Nobody stands in for Tom"),
    ("coach tom", "Coaching is private"), ("how many calls did tom make", "Tom, this week: no call or message yet"),
    ("give all of toms deals to lena", "would go to Lena"),
])  # fmt: skip
def test_what_is_not_kept_is_said_with_what_is_there(team, line, says):
    answer = team.text("Maria", line)
    assert says.casefold() in answer.casefold()
    assert "Create" not in answer
    assert "I don't know" not in answer


def test_a_rep_reads_nothing_of_a_colleague_that_way(team):
    for line in ("who covers lena", "coach lena", "how many calls did lena make"):
        assert "Lena's deals" not in team.text("Tom", line)


@pytest.mark.parametrize("line", [
    "heard nothing from mrs okafor", "done from her boss vm", "done all of them vm", "next step vantage weds 2pm",
])  # fmt: skip
def test_no_deal_is_offered_of_the_rest_of_a_sentence(team, line):
    assert "Create" not in team.text("Tom", line)


def test_heard_nothing_from_somebody_who_is_known(team):
    assert "Kestrel, Sam: nothing heard" in team.text("Tom", "heard nothing from sam")


@pytest.mark.parametrize(("line", "says"), [
    ("done kestrel call", "✓ Kestrel"), ("whats on tmrw", "Tomorrow, "), ("did it work", "Does it work?"), ("what now", "Tue 17 March"),
])  # fmt: skip
def test_short_lines_are_understood(team, line, says):
    assert says in team.text("Tom", line)


def test_an_apostrophe_left_out_finds_the_deal(team):
    team.say("Tom", "new St Anne's")
    assert "St Anne's" in team.text("Tom", "st annes")


def test_a_handover_keeps_its_reason_and_the_new_owner_reads_it(team):
    assert "Kestrel is Lena's now" in team.text("Maria", "deal give kestrel to Lena because tom is off")
    team.clock.at = team.clock.at.replace(hour=7, minute=0)
    team.forward(days=1, minutes=40)
    team.clock.at = team.clock.at.replace(hour=8, minute=31)
    team.tick()
    told = "".join(str(card) for card in team.inbox("Lena"))
    assert "New on your list: Kestrel, from Tom: tom is off." in told


def test_what_is_put_on_a_reps_list_is_said_to_be_theirs(team):
    assert "on Tom's list Mon 30 March" in team.text("Maria", "remind tom to call kestrel 30 march")


def test_the_promise_that_is_due_is_the_one_that_moves(team):
    team.say("Tom", "logcall Kestrel: Sam sends the plan today, I send pricing 27 March")
    said = team.text("Tom", "promise moved kestrel mon")
    assert "send the plan, now Mon 23 March" in said
    assert "Still as it was: send pricing, due Fri 27 March." in said


def test_a_promise_is_listed_once(team):
    team.say("Tom", "logcall Kestrel: Sam sends the plan Fri")
    assert team.text("Tom", "upcoming").count("send the plan") == 1


@pytest.mark.parametrize("line", ["deal, we take all 3", "deal, they sign Friday"])
def test_behind_a_comma_somebody_acts_and_no_deal_is_asked_for(team, line):
    assert "No deal of yours" not in team.text("Tom", line)
    assert "deal we take" not in team.text("Tom", line)


def test_a_deal_behind_a_comma_is_still_shown(team):
    assert "Kestrel" in team.text("Tom", "deal, Kestrel")
