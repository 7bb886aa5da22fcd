"""A day that changed, in everyday words, moves the promise or the step that fits, and nothing else."""

import pytest

from tests.settled import settled
from tests.team import Team

ONE_DATABASE = True


@pytest.fixture
@settled
def team(database) -> Team:
    team = Team(database)  # Thu 12 March 2026
    team.say("Tom", "new deal with Freesia Dental, Fay Lund")
    return team


@pytest.mark.parametrize(
    ("before", "line", "now"),
    [
        ("fay signs tuesday", "logcall Freesia: fay cant do tuesday, signs wednesday instead", "sign, Wed 18 March"),
        ("fay sends the plan by Tue", "logcall Freesia: she can't make Tuesday, sends it Wednesday", "send the plan, Wed 18 March"),
        ("fay sends the plan by Tue", "logcall Freesia: new date is Thu 19 March", "send the plan, Thu 19 March"),
        ("I bring a demo unit Thu 19 March", "fay wants the demo unit on wednesday already", "bring a demo unit, now Wed 18 March"),
        ("I bring a demo unit Thu 19 March", "logcall Freesia: she needs the demo unit one day earlier so on 18 March", "bring a demo unit, Wed 18 March"),
        ("demo Mon 16 March 2pm", "logcall Freesia: sent apology, new date 18 march 3pm", "demo Wed 18 March at 15:00"),
        ("demo Mon 16 March 2pm", "logcall Freesia: new time is Wed 18 March 9am", "demo Wed 18 March at 09:00"),
    ],
)  # fmt: skip
def test_the_new_day_takes_the_place_of_the_old_one(team, before, line, now):
    team.say("Tom", f"logcall Freesia: {before}")
    assert now in team.logged(line)


@pytest.mark.parametrize(
    "line",
    [
        "she wants the brochure on wednesday already",
        "she wants the demo unit in blue already",
        "she has a new date in her life",
        "she sends him flowers on Friday instead of calling",
    ],
)
def test_other_lines_move_nothing(team, line):
    team.say("Tom", "logcall Freesia: I bring a demo unit Thu 19 March")
    team.logged(f"logcall Freesia: {line}")
    assert "bring a demo unit, Thu 19 March" in team.text("Tom", "owed") or "19 March" in team.text(
        "Tom", "where Freesia"
    )


def test_where_two_may_be_meant_it_is_asked(team):
    team.say("Tom", "logcall Freesia: fay sends the plan by Tue, fay signs by Wed")
    told = team.logged("logcall Freesia: new date is Fri 20 March")
    assert "moved once" not in told
    assert "Fri 20 March" in told


@pytest.mark.parametrize(
    ("line", "due"),
    [
        ("fay cant do tuesday, signs wed instead", "sign, Wed 25 March"),
        ("fay signs wed instead", "sign, Wed 25 March"),
        ("fay can't do tuesday, signs wed", "sign, Wed 25 March"),
        ("fay cant make tuesday, signs mon instead", "sign, Mon 23 March"),
        ("fay signs tomorrow instead", "sign, Fri 13 March"),
        ("fay signs on the 18th instead", "sign, Wed 18 March"),
    ],
)
def test_a_weekday_instead_of_a_day_is_the_one_behind_it(team, line, due):
    team.say("Tom", "logcall Freesia: Fay signs by Tue 24 March")
    said = team.logged(line)
    moved = " (moved once, from Tue 24 March)" if "Wed 25" in due else ""  # a sooner day was put off by nobody
    assert f"They will: {due}{moved}\n" in said


@pytest.mark.parametrize(
    ("line", "now"),
    [
        ("fay wants the visit a day later", "Fri 20 March at 09:00"),
        ("fay needs the visit one day earlier", "Wed 18 March at 09:00"),
        ("the visit with fay is at 10 not 9", "Thu 19 March at 10:00"),
        ("the visit with fay is at 2, not 9", "Thu 19 March at 14:00"),
    ],
)
def test_an_appointment_moved_in_everyday_words_is_asked_about(team, line, now):
    team.say("Tom", "logcall Freesia: visit agreed Thu 19 March 9:00")
    asked = team.say("Tom", line)
    assert "visit Thu 19 March 09:00" in team.text("Tom", "where Freesia")
    team.press(asked, f"Yes, {now}")
    day, hour = now.split(" at ")
    assert f"visit {day} {hour}" in team.text("Tom", "where Freesia")


@pytest.mark.parametrize(
    "line", ["fay wants the visit a day later", "fay liked the visit, she is two days late with the plan"]
)
def test_without_such_an_appointment_nothing_is_asked_of_it(team, line):
    assert "instead of" not in team.text("Tom", line)


@pytest.mark.parametrize(
    ("told", "promised"),
    [
        (("Fay signs by Fri", "no, Tuesday", "no, Wednesday", "Fay signs by Thu 19 March"), "sign, Thu 19 March (moved once, from Wed 18 March)"),
        (("Fay signs by Tue", "promise corrected Freesia Wed", "Fay signs by Thu 19 March"), "sign, Thu 19 March (moved once, from Wed 18 March)"),
        (("Fay signs by Wed 18 March", "Fay signs by Fri 13 March"), "sign, Fri 13 March"),
        (("Fay signs by Wed 18 March", "Fay signs by Fri 13 March", "Fay signs by Wed 18 March"), "sign, Wed 18 March (moved once, from Fri 13 March)"),
        (("Fay signs by Fri 13 March", "Fay signs by Wed 18 March", "no, Friday"), "sign, Fri 13 March"),
        (("Fay signs by Fri 13 March", "Fay signs by Wed 18 March", "promise moved Freesia Fri 20 March"), "sign, Fri 20 March (moved twice, from Fri 13 March)"),
        (("Fay signs", "promise by Freesia Fri 13 March", "promise moved Freesia Wed 18 March"), "sign, Wed 18 March (moved once, from Fri 13 March)"),
    ],
)  # fmt: skip
def test_only_a_later_day_puts_a_promise_off_and_what_was_put_right_was_never_said(team, told, promised):
    for line in told:
        team.say("Tom", line if line.startswith(("no", "promise")) else f"logcall Freesia: {line}")
    assert f"They promised: {promised}\n" in team.text("Tom", "where freesia")


def test_a_promise_of_theirs_that_was_put_off_three_times_is_called_out(team):
    team.say("Tom", "logcall Freesia: Fay signs by Fri 13 March")
    for day in ("Mon 16 March", "Tue 17 March"):
        assert "moved 3 times" not in team.text("Tom", f"promise moved Freesia {day}")
    said = team.text("Tom", "promise moved Freesia Wed 18 March")
    assert "That promise has moved 3 times." in said
    assert "[Ask for yes, later or no:" in said
