"""Lines of a rep's two weeks with a few companies, as they are typed: each does what a careful reader would. Today is Thu 12 March 2026."""

import pytest

from tests.team import Team

ONE_DATABASE = True


@pytest.fixture
def team(sqlite_url, open_database):
    team = Team(open_database(sqlite_url))
    for company, person in (("Tessaly", "Nora Blake"), ("Grangemoor Dairy", "Pete Hollis"), ("Vantor", "Ingrid Sol")):
        team.say("Tom", f"new {company}")
        team.say("Tom", f"deal contact {company}: {person}")
    return team


def test_who_got_our_paper_and_talks_among_themselves(team):
    team.say("Tom", "rang nora at tessaly, wants a quote by fri")
    told = team.text("Tom", "nora got the quote, says it's a bit high, will talk to ops by thurs")
    assert "Nora: “it's a bit high”" in told
    assert "They will: talk to ops, Thu 19 March" in told
    assert "You did: send a quote" in told
    assert "Next step: call" not in told


@pytest.mark.parametrize(
    "line",
    ["pete's off on paternity leave, Milan Hughes takes over", "pete is away on leave, Milan Hughes takes over", "pete's out, Milan Hughes is standing in for him"],
)  # fmt: skip
def test_an_absence_without_days_and_who_stands_in(team, line):
    assert "Logged: Grangemoor Dairy, Milan" in team.text("Tom", line)
    assert "Logged: Grangemoor Dairy, Milan" in team.text(
        "Tom", "spoke to milan, needs to get up to speed, call mon 10"
    )


def test_a_leave_without_days_is_no_day(team):
    assert "I can't read" not in team.text("Tom", "pete's off on paternity leave")


def test_a_demo_that_was_held_is_a_talk(team):
    told = team.text("Tom", "demo done with vantor, went well, ingrid needs pricing by monday")
    assert "You will: send pricing, Mon 16 March" in told
    assert "send pricing, done" in team.text("Tom", "pricing's gone to ingrid")


def test_another_day_at_the_same_time(team):
    team.say("Tom", "vantor: call agreed mon 10:00")
    told = team.logged("vantor: ingrid cant do mon, tues same time")
    assert "Next step: call Tue 17 March at 10:00, the hour as it was" in told


def test_what_a_yes_would_keep_reads_well_without_a_kind(team):
    assert "next step Tue 17 March" in team.text("Tom", "ingrid cant do mon, tues same time")


@pytest.mark.parametrize(
    "line", ["gave nora the price, 38k", "terms v2 are with nora", "contract over to nora", "the deck's gone to nora"]
)
def test_what_went_to_somebody_there_is_a_message_of_ours(team, line):
    assert "Logged: Tessaly, Nora, message left" in team.text("Tom", line)


@pytest.mark.parametrize("line", ["ball's with nora", "nora is with her boss", "decision is with nora now"])
def test_what_nobody_sent_is_none(team, line):
    assert "message left" not in team.text("Tom", line)
