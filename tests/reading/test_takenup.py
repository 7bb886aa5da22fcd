"""Until when they are taken up with something else; what is open or valid until a day is no absence. Today is Thu 12 March 2026."""

from datetime import date

import pytest

from bot.reading.calltext import read_rest
from bot.reading.dates import find_dates
from bot.reading.waits.takenup import quiet_until, taken_up

TODAY = date(2026, 3, 12)
PEOPLE = ("Nora Blum",)


@pytest.mark.parametrize(
    ("clause", "back"),
    [
        ("Nora in Oslo until the 24th", date(2026, 3, 24)),
        ("she's at a trade fair till Wed", date(2026, 3, 18)),
        ("Nora is travelling til Monday", date(2026, 3, 16)),
        ("buried in the merger until 3/30", date(2026, 3, 30)),
        ("they are slammed with the audit thru 3/31", date(2026, 4, 1)),
        ("Nora in back-to-back interviews until Tue", date(2026, 3, 17)),
        ("has no time until April", date(2026, 4, 1)),
        ("Nora krank bis 20.3.", date(2026, 3, 21)),
        ("verreist bis zum 20.3.", date(2026, 3, 21)),
        ("she can't look at it until 3/23", date(2026, 3, 23)),
    ],
)
def test_until_when_they_are_taken_up(clause, back):
    found = taken_up(clause, find_dates(clause, TODAY), PEOPLE)
    assert found is not None
    assert found.back_on == back


@pytest.mark.parametrize(
    "clause",
    [
        "in contract until 3/31", "on trial until 3/31", "in the office until Fri", "in town until Fri", "quote valid until 3/31",
        "Server in maintenance until Fri", "we have until Friday", "on the fence until Fri?", "Paul in Oslo until the 24th",
    ],
)  # fmt: skip
def test_what_lasts_until_a_day_is_no_absence(clause):
    assert taken_up(clause, find_dates(clause, TODAY), PEOPLE) is None


@pytest.mark.parametrize(
    ("clause", "on"),
    [
        ("audit thru 3/31", date(2026, 4, 1)), ("spending freeze until 6 April", date(2026, 4, 6)), ("eid till 3/24", date(2026, 3, 24)),
        ("plant shutdown through Friday", date(2026, 3, 14)), ("radio silence til award 4/30", date(2026, 4, 30)),
    ],
)  # fmt: skip
def test_until_when_nothing_happens_there(clause, on):
    found = quiet_until(clause, find_dates(clause, TODAY))
    assert found is not None
    assert (found.on, found.not_before) == (on, True)


def test_a_season_is_nobodys_promise_and_kept_as_it_was_typed():
    call = read_rest("x", "stocktaking until 3/20, Nora still keen", TODAY, people=PEOPLE)
    assert (call.promises, call.not_before and call.not_before.on) == ((), date(2026, 3, 20))
    assert "stocktaking until 3/20" in call.note
