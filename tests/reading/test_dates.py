"""Days as reps write them. Today is Thu 12 March 2026."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.reading.dates import find_dates, read_date

TODAY = date(2026, 3, 12)
D = date.fromisoformat

POINTS = [
    ("by Fri", "2026-03-13"), ("Wed", "2026-03-18"), ("Sunday", "2026-03-15"), ("today", "2026-03-12"),
    ("tomorrow", "2026-03-13"), ("tmrw", "2026-03-13"), ("day after tomorrow", "2026-03-14"),
    ("in 3 days", "2026-03-15"), ("in 1 week", "2026-03-19"), ("in a couple of weeks", "2026-03-26"),
    ("in 3 months", "2026-06-12"), ("in 5 business days", "2026-03-19"), ("2026-03-17", "2026-03-17"),
    ("20/3", "2026-03-20"), ("by 31/3", "2026-03-31"), ("31.03.2026", "2026-03-31"), ("1.04.", "2026-04-01"),
    ("17 March 2026", "2026-03-17"), ("March 17", "2026-03-17"), ("Tue 17 March", "2026-03-17"), ("2 Jan", "2027-01-02"),
    ("the 15th", "2026-03-15"), ("the 3rd", "2026-04-03"), ("next Mon", "2026-03-16"), ("Fri week", "2026-03-20"),
]  # fmt: skip
PERIODS = [
    ("next week", "2026-03-16", "2026-03-20"), ("eow", "2026-03-13", "2026-03-13"),
    ("end of month", "2026-03-31", "2026-03-31"), ("by month end", "2026-03-31", "2026-03-31"),
    ("end of Q1", "2026-03-31", "2026-03-31"), ("Q2", "2026-04-01", "2026-06-30"), ("in April", "2026-04-01", "2026-04-30"),
    ("mid April", "2026-04-11", "2026-04-20"), ("early next week", "2026-03-16", "2026-03-17"),
    ("w/c 16 March", "2026-03-16", "2026-03-20"), ("by Feb", "2027-02-01", "2027-02-26"), ("eoy", "2026-12-31", "2026-12-31"),
]  # fmt: skip
ASKED = [
    ("next Fri", ["2026-03-13", "2026-03-20"]), ("Thu", ["2026-03-12", "2026-03-19"]),
    ("5/10", ["2026-05-10", "2026-10-05"]),
]  # fmt: skip
NOT_DATES = [
    "24/7", "slide 7/12", "version 2.1", "for 30/60 days", "April called", "May said yes", "asap", "1200 widgets",
    "x2 of 3", "room 4/5", "about 50% sure", "call 555 0142", "Mark and Jan",
]  # fmt: skip


@pytest.mark.parametrize(("phrase", "on"), POINTS)
def test_a_day_is_read(phrase, on):
    assert read_date(phrase, TODAY).on == D(on)


@pytest.mark.parametrize(("phrase", "first", "last"), PERIODS)
def test_a_period_is_due_on_its_last_working_day(phrase, first, last):
    reading = read_date(phrase, TODAY)
    assert (reading.first_on, reading.on) == (D(first), D(last))


@pytest.mark.parametrize(("phrase", "days"), ASKED)
def test_two_defensible_readings_are_asked(phrase, days):
    reading = read_date(phrase, TODAY)
    assert reading.on is None
    assert reading.choices == tuple(map(D, days))


@pytest.mark.parametrize("phrase", NOT_DATES)
def test_other_numbers_and_names_are_left_alone(phrase):
    assert find_dates(phrase, TODAY) == ()


@pytest.mark.parametrize("phrase", ["31/2", "by 31/2", "30 February", "32.1."])
def test_a_day_that_does_not_exist_is_a_problem_in_words(phrase):
    reading = read_date(phrase, TODAY)
    assert reading.on is None
    assert "not a day in the calendar" in reading.problem


def test_a_wrong_weekday_is_a_problem():
    assert "not that weekday" in read_date("Mon 17 March", TODAY).problem


@pytest.mark.parametrize(
    ("phrase", "on", "at"),
    [
        ("Tue 17 March 10:00", "2026-03-17", "10:00"), ("Tue 10:00", "2026-03-17", "10:00"), ("3pm Fri", "2026-03-13", "15:00"),
        ("Fri at 4", "2026-03-13", "16:00"), ("tomorrow noon", "2026-03-13", "12:00"), ("by EOD", "2026-03-12", "17:00"),
        ("Thu EOD", "2026-03-12", "17:00"), ("Mon 9am", "2026-03-16", "09:00"),
    ],
)  # fmt: skip
def test_a_time_beside_a_day_belongs_to_it(phrase, on, at):
    reading = read_date(phrase, TODAY)
    assert (reading.on, reading.at) == (D(on), at)


def test_month_first_members_read_the_other_way():
    assert read_date("3/20", TODAY, day_first=False).on == D("2026-03-20")
    assert read_date("3/20", TODAY, day_first=True).on == D("2026-03-20")


@pytest.mark.parametrize("day_first", [True, False])
@pytest.mark.parametrize("today", [TODAY, date(2026, 11, 25), date(2026, 12, 31), date(2028, 2, 28)])
@pytest.mark.parametrize("year", ["", "/2027", "/28"])
def test_a_pair_of_numbers_with_two_readings_is_always_asked(today, year, day_first):
    for first in range(1, 32):
        for second in range(1, 32):
            reading = read_date(f"{first}/{second}{year}", today, day_first=day_first)
            if max(first, second) <= 12 and first != second:
                assert reading.on is None
                assert {(d.day, d.month) for d in reading.choices} == {(first, second), (second, first)}
            elif reading is not None:
                assert not reading.choices


@pytest.mark.parametrize("phrase", ["5 Oct", "Oct 5", "5.10.", "2027-10-05", "5th of october", "the 5th of Oct"])
def test_a_day_written_without_doubt_is_not_asked(phrase):
    on = read_date(phrase, date(2026, 11, 25)).on
    assert (on.day, on.month) == (5, 10)


def test_after_and_not_until_begin_something_and_are_not_deadlines():
    assert read_date("after the 20th", TODAY).not_before
    assert read_date("not until Q2", TODAY).not_before
    assert not read_date("by Q2", TODAY).not_before


def test_the_past_is_marked():
    assert read_date("yesterday", TODAY).past
    assert read_date("last Fri", TODAY).on == D("2026-03-06")
    assert read_date("since 2/3", TODAY).past


@given(st.text(max_size=300), st.dates(date(2024, 1, 1), date(2032, 1, 1)), st.booleans())
def test_any_text_can_be_searched(text, today, day_first):
    last = 0
    for reading in find_dates(text, today, day_first=day_first):
        assert 0 <= reading.start <= reading.end <= len(text)
        assert reading.end > last
        last = reading.end


@given(st.dates(date(2024, 1, 1), date(2032, 1, 1)), st.integers(1, 90))
def test_a_day_written_out_in_full_is_read_back(today, ahead):
    day = today + timedelta(days=ahead)
    assert read_date(f"{day:%a} {day.day} {day:%B} {day.year}", today).on == day
    assert read_date(day.isoformat(), today).on == day


@pytest.mark.parametrize("day_first", [True, False])
def test_a_week_is_named_by_its_monday(day_first):
    """10/12 fits twice, but only 12 October is one; of 12/7 and 7/12 both are, so it is asked."""
    read = read_date("week of 10/12", date(2026, 10, 2), day_first=day_first)
    assert (read.on, read.first_on, read.choices) == (date(2026, 10, 16), date(2026, 10, 12), ())
    assert len(read_date("week of 12/7", date(2026, 12, 1), day_first=day_first).choices) == 2


@pytest.mark.parametrize(
    ("clause", "on", "at"),
    [
        ("meeting on thu 17 at 2", date(2026, 12, 17), "14:00"),
        ("demo Thu 17, 2pm", date(2026, 12, 17), "14:00"),
        ("call at 2 on thu 17", date(2026, 12, 17), "14:00"),
        ("visit tue the 15 at noon", date(2026, 12, 15), "12:00"),
        ("visit fri 11 at 9:30", date(2026, 12, 11), "09:30"),
    ],
)
def test_a_number_beside_a_weekday_and_an_hour_is_the_day(clause, on, at):
    found = find_dates(clause, date(2026, 12, 9))
    assert [(one.on, one.at) for one in found] == [(on, at)]


@pytest.mark.parametrize(
    ("clause", "days", "at"),
    [
        ("meeting on mon 11 at 2", [date(2026, 12, 11), date(2026, 12, 14), date(2027, 1, 11)], "14:00"),
        ("call fri 24 at 2", [date(2026, 12, 11), date(2026, 12, 24)], "14:00"),
        ("she signs thu 17", [date(2026, 12, 10), date(2026, 12, 17)], ""),
    ],
)
def test_a_number_that_is_another_weekdays_or_may_be_an_hour_is_asked(clause, days, at):
    (found,) = find_dates(clause, date(2026, 12, 9))
    assert (found.on, list(found.choices), found.at) == (None, days, at)
    assert all(str(number) not in clause[found.end :] for number in (11, 24, 17))


@pytest.mark.parametrize("clause", ["mon 9 at 2 sites", "call thu 2"])
def test_a_number_of_anything_or_an_hour_is_no_day(clause):
    assert all(
        not one.choices and one.on == date(2026, 12, 10 if "thu" in clause else 14)
        for one in find_dates(clause, date(2026, 12, 9))
    )
