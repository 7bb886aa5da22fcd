"""A mail that confirms what is on record is no second promise, whichever words it is in; what tells more is one."""

import pytest

from tests.team import Team


@pytest.fixture
def team(sqlite_url, open_database) -> Team:
    made = Team(open_database(sqlite_url))
    made.say("Tom", "new Acme, Dana Reyes")
    return made


def _forwarded(words: str) -> str:
    head = "---------- Forwarded message ---------\nFrom: Dana Reyes <dana@acme.com>\nSubject: Next steps\nTo: Tom Becker <tom@us.com>"
    return f"{head}\n\nHi Tom,\n\n{words}\n\nBest,\nDana"


@pytest.mark.parametrize(
    ("told", "again"),
    [
        ("Dana sends the floor plan by Fri 20 March", "I'll have the plan for you on Friday the 20th."),
        ("Dana sends the floor plan by Fri 20 March", "I'll let you have the floor plan next Friday."),
        ("Dana sends the floor plan by Fri 20 March", "I'll forward our floor plan (first and second floor) by 20 March."),
        ("Dana signs the contract by Fri 20 March", "We will sign by Friday 20 March."),
        ("Dana signs the contract by Fri 20 March", "I'll return the signed contract by 20 March."),
        ("Dana talks to her CFO by Fri 20 March", "I'll run it by our CFO before Friday 20 March."),
        ("Dana confirms the date by Wed 18 March", "I'll let you know the date by Wednesday 18 March."),
    ],
)  # fmt: skip
def test_what_is_on_record_for_that_day_stays_one_promise(team, told, again):
    team.say("Tom", f"logcall Acme: {told}")
    team.forward(minutes=30)
    assert "They will" in team.logged(_forwarded(again))
    assert team.text("Tom", "owed").count("• Acme") == 1


@pytest.mark.parametrize(
    "again",
    ["I'll send the floor plan and the parking layout by Friday 20 March.", "I'll send the price list by Friday 20 March."],
)  # fmt: skip
def test_more_or_another_thing_is_a_promise_of_its_own(team, again):
    team.say("Tom", "logcall Acme: Dana sends the floor plan by Fri 20 March")
    team.forward(minutes=30)
    team.logged(_forwarded(again))
    assert team.text("Tom", "owed").count("• Acme") == 2
