"""A no is no promise, what will not come is not late, and what they did is not owed any more. Today is Thu 12 March 2026."""

import pytest

from tests.settled import settled
from tests.team import Team

ONE_DATABASE = True


@pytest.fixture
@settled
def team(database):
    team = Team(database)
    team.say("Tom", "new deal with Northwind, Sarah Lee")
    return team


@pytest.mark.parametrize(
    "line",
    ["they're going with Bibliotek AB, cheaper", "she'll go with Dockmaster", "they sign with Globex on Friday", "they're buying from a competitor",
     "Sarah will order from Stratus next week", "they stay with their vendor"],
)  # fmt: skip
def test_somebody_elses_win_is_a_no_and_no_promise(team, line):
    said = team.text("Tom", f"logcall northwind: {line}")
    assert "They will:" not in said
    assert "Is the deal lost" in said
    assert "They promised: nothing open" in team.text("Tom", "where northwind")


@pytest.mark.parametrize(
    "line",
    ["she goes with Omar to the plant on Friday", "they sign with DocuSign on Friday", "she needs it, otherwise they go with Dockmaster",
     "maybe they go with Globex", "they won't go with Globex", "they buy from us on Friday", "she signs with Legal on Friday"],
)  # fmt: skip
def test_whom_they_go_along_with_and_a_threat_are_no_no(team, line):
    assert "Is the deal lost" not in team.text("Tom", f"logcall northwind: {line}")


@pytest.mark.parametrize(
    "line",
    ["sarah says diary is lost, forget it", "the diary is gone", "she won't send the diary after all", "there will be no diary", "forget the diary",
     'sarah: "we won\'t send the diary"', "the diary won't come"],
)  # fmt: skip
def test_what_will_not_come_is_not_late(team, line):
    team.say("Tom", "logcall northwind: sarah sends last month's diary by fri, demo tue 24 march 10am")
    team.forward(days=4)
    said = team.text("Tom", f"logcall northwind: {line}")
    assert "They will not: send last month's diary" in said
    where = team.text("Tom", "where northwind")
    assert "They promised: nothing open" in where
    assert "they take things on" not in where
    assert "diary" not in team.text("Tom", "who owes me?")


@pytest.mark.parametrize(
    "line",
    [
        "the diary isn't here yet",
        "she won't send the diary before monday",
        "she can't send the diary today",
        "she lost her voice",
    ],
)
def test_what_is_only_late_stays_open(team, line):
    team.say("Tom", "logcall northwind: sarah sends the diary by fri")
    assert "They will not" not in team.text("Tom", f"logcall northwind: {line}")
    assert "send the diary" in team.text("Tom", "where northwind")


@pytest.mark.parametrize(
    "line",
    ["the diary is gone to her boss", "the diary is lost in her inbox", "the diary was lost for a day", "diary is gone out to legal", "the diary is not coming from Sarah but from her assistant",
     "the diary won't come from Sarah", "the diary won't be sent by mail", "the diary is deleted from the draft", "the diary got lost in the post and she sends it again"],
)  # fmt: skip
def test_what_is_somewhere_else_is_not_given_up(team, line):
    team.say("Tom", "logcall northwind: sarah sends the diary by fri")
    assert "They will not" not in team.text("Tom", f"logcall northwind: {line}")
    assert "send the diary" in team.text("Tom", "where northwind")


@pytest.mark.parametrize(
    "line", ["the diary is gone for good", "the diary is lost, sorry", "the diary won't come after all"]
)
def test_what_is_gone_for_good_is(team, line):
    team.say("Tom", "logcall northwind: sarah sends the diary by fri")
    assert "They will not: send the diary" in team.text("Tom", f"logcall northwind: {line}")


def test_a_reply_may_give_it_up_as_well(team):
    team.say("Tom", "logcall northwind: sarah sends the diary by fri")
    assert "They will not: send the diary" in team.text(
        "Tom", "reply northwind: we won't send the diary, too much work"
    )


@pytest.mark.parametrize(
    "line",
    [
        "she called back, says no thanks",
        "sarah rang, wants the deck",
        "she got back to me, likes it",
    ],
)
def test_their_call_keeps_their_promise_to_call(team, line):
    team.say("Tom", "logcall northwind: she will call me on fri")
    said = team.text("Tom", f"logcall northwind: {line}")
    assert "They did: call" in said
    assert "They promised: nothing open" in team.text("Tom", "where northwind")


def test_our_call_keeps_no_promise_of_theirs(team):
    team.say("Tom", "logcall northwind: she will call me on fri")
    assert "They did" not in team.text("Tom", "logcall northwind: called Sarah, she likes it")


def test_who_got_the_mail_has_it(team):
    team.say("Tom", "logcall northwind: sarah likes it, I email her ops head Sinead by fri")
    team.forward(days=5)
    assert "You did: email" in team.text("Tom", "logcall northwind: talked to Sarah yesterday, Sinead got the mail")
    assert "We promised: nothing open" in team.text("Tom", "where northwind")


@pytest.mark.parametrize(
    "line",
    ["northwind: lost, too expensive", "northwind: lost to Globex", "logcall northwind: deal is lost, no budget"],
)
def test_a_loss_among_several_lines_closes_the_deal(team, line):
    team.say("Tom", "new Umbra")
    said = team.text("Tom", f"{line}\numbra: likes the plan") if "logcall" not in line else team.text("Tom", line)
    assert "Northwind: closed, " in said
    assert "lost on Thu 12 March" in team.text("Tom", "where northwind")


@pytest.mark.parametrize("line", ["lost her number", "lost 2 days on it", "lost the PO, sends it again"])
def test_what_else_is_lost_closes_nothing(team, line):
    assert "closed" not in team.text("Tom", f"logcall northwind: {line}")


@pytest.mark.parametrize(
    ("line", "day"),
    [('sarah wrote "not this year", maybe autumn', "Tue 1 September"), ("not this quarter, sorry", "Wed 1 April"), ("not this year", "Mon 4 January 2027")],
)  # fmt: skip
def test_a_time_in_their_answer_is_offered(team, line, day):
    assert f"[Wait until {day}" in team.text("Tom", f"reply northwind: {line}")


def test_an_order_in_a_reply_asks_for_won(team):
    said = team.text("Tom", "reply northwind: we order 14 seats, 42k")
    assert "[Won, 42,000" in said
    assert "They will" not in said


@pytest.mark.parametrize(
    "line",
    ["northwind says no", "northwind say no", "northwind says no, too dear", "northwind says no again", "northwind: they say no", "northwind declines", "northwind says no because of the price"],
)  # fmt: skip
def test_a_no_that_is_told_as_of_now_is_asked_about(team, line):
    said = team.text("Tom", line)
    assert "Is the deal lost" in said or "Is Northwind lost?" in said


@pytest.mark.parametrize("line", ["northwind says no rush", "northwind might say no", "northwind says no to friday", "northwind could not say no"])  # fmt: skip
def test_what_only_begins_like_a_no_is_none(team, line):
    said = team.text("Tom", line)
    assert "Is the deal lost" not in said
    assert "Is Northwind lost?" not in said
