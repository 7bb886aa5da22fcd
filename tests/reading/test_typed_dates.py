"""A phrase typed as a day, behind `later`, `next` or `promise moved`. Today is Wed 25 November 2026."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.commands.splitting import when_and_who, who_and_when
from bot.reading.calltext import read_rest
from bot.reading.typed.typeddates import typed_date

TODAY = date(2026, 11, 25)
D = date.fromisoformat

CONTACT = [
    ("end of next week", "2026-12-04"), ("the end of next week", "2026-12-04"), ("end next week", "2026-12-04"),
    ("end of the week", "2026-11-27"), ("eow", "2026-11-27"), ("end of next month", "2026-12-31"),
    ("end of the month", "2026-11-30"), ("month end", "2026-11-30"), ("end of February", "2027-02-26"),
    ("late January", "2027-01-21"), ("in late january", "2027-01-21"), ("mid December", "2026-12-11"),
    ("mid-december", "2026-12-11"), ("middle of december", "2026-12-11"), ("beginning of next week", "2026-11-30"),
    ("the beginning of next week", "2026-11-30"), ("start of next month", "2026-12-01"), ("early next week", "2026-11-30"),
    ("late next week", "2026-12-03"), ("mid next week", "2026-12-02"), ("later this week", "2026-11-26"),
    ("first week of December", "2026-12-01"), ("the first week in december", "2026-12-01"),
    ("last week of january", "2027-01-25"), ("second week of next month", "2026-12-08"), ("next week", "2026-11-30"),
    ("next month", "2026-12-01"), ("week after next", "2026-12-07"), ("the week after next", "2026-12-07"),
    ("early the week after next", "2026-12-07"), ("month after next", "2027-01-04"), ("a fortnight", "2026-12-09"),
    ("in a fortnight", "2026-12-09"), ("in a fortnight's time", "2026-12-09"), ("2 weeks", "2026-12-09"),
    ("Q1", "2027-01-04"), ("q2 2027", "2027-04-01"), ("early Q2", "2027-04-01"), ("end of q1", "2027-03-31"),
    ("H2", "2027-07-01"), ("the new year", "2027-01-04"), ("in the new year", "2027-01-04"), ("new year", "2027-01-04"),
    ("after new year", "2027-01-04"), ("after the new year", "2027-01-04"), ("after christmas", "2026-12-28"),
    ("until after xmas", "2026-12-28"), ("before christmas", "2026-12-24"), ("after easter", "2027-03-29"),
    ("by Easter", "2027-03-25"), ("boxing day", "2026-12-26"), ("new year's eve", "2026-12-31"),
    ("the week after christmas", "2026-12-28"), ("january", "2027-01-04"), ("Feb 2027", "2027-02-01"),
    ("4th of jan", "2027-01-04"), ("the 4th of january", "2027-01-04"), ("jan the 4th", "2027-01-04"),
    ("the 3rd of next month", "2026-12-03"), ("first monday in december", "2026-12-07"),
    ("last friday of the month", "2026-11-27"), ("friday next week", "2026-12-04"), ("next week on tuesday", "2026-12-01"),
    ("thurs the week after next", "2026-12-10"), ("a week from friday", "2026-12-04"), ("2 weeks after monday", "2026-12-14"),
    ("monday fortnight", "2026-12-14"), ("after friday", "2026-11-30"), ("next month end", "2026-12-31"), ("in a year", "2027-11-25"), ("after next week", "2026-12-07"), ("after january", "2027-02-01"),
    ("after the 20th", "2026-12-21"), ("not until 4 jan", "2027-01-04"), ("weekend", "2026-11-28"),
    ("after the weekend", "2026-11-30"), ("Mon 30", "2026-11-30"),
    ("tomorow", "2026-11-26"), ("tommorow", "2026-11-26"), ("tommorrow", "2026-11-26"), ("tmr", "2026-11-26"),
    ("tmo", "2026-11-26"), ("thurs", "2026-11-26"), ("next tues", "2026-12-01"), ("fri.", "2026-11-27"),
    ("day after tomorow", "2026-11-27"), ("saterday", "2026-11-28"), ("wednesday week", "2026-12-09"),
]  # fmt: skip
TIMES = [
    ("monday half past 2", "14:30"), ("monday at half past two", "14:30"), ("mon half nine", "09:30"), ("half past 2 on monday", "14:30"),
    ("monday quarter to four", "15:45"), ("monday at a quarter past 9", "09:15"), ("mon ten past 3", "15:10"),
    ("mon 20 past 4", "16:20"), ("mon twenty to 5", "16:40"), ("mon 2.30", "14:30"), ("mon 2pm", "14:00"), ("mon 2.15 pm", "14:15"),
    ("mon 14h", "14:00"), ("mon 14h30", "14:30"), ("mon 9h15", "09:15"), ("mon noon", "12:00"), ("noon on mon", "12:00"),
    ("mon at three", "15:00"), ("mon 3 o'clock", "15:00"), ("mon 2", "14:00"), ("mon 9", "09:00"), ("mon 10-12", "10:00"),
    ("mon 2-3pm", "14:00"), ("mon 11-1pm", "11:00"), ("mon afternoon at 2", "14:00"), ("mon morning at 10", "10:00"),
    ("mon 8 in the evening", "20:00"), ("mon 1430 hrs", "14:30"), ("mon. 3pm", "15:00"), ("mon morning", "09:00"),
    ("by close of play monday", "17:00"), ("cop monday", "17:00"), ("monday COB", "17:00"), ("eod monday", "17:00"),
    ("end of day on monday", "17:00"), ("by end of play mon", "17:00"), ("monday by close of business", "17:00"),
]  # fmt: skip
ASKED = [
    ("christmas", ["2026-12-24", "2026-12-28"]), ("xmas", ["2026-12-24", "2026-12-28"]), ("over christmas", ["2026-12-24", "2026-12-28"]),
    ("easter", ["2027-03-25", "2027-03-29"]), ("the week after", ["2026-11-30", "2026-12-07"]),
    ("friday or monday", ["2026-11-27", "2026-11-30"]), ("second half of next month", ["2026-12-01"]),
    ("next weekend", ["2026-11-28", "2026-12-05"]), ("weds", ["2026-11-25", "2026-12-02"]), ("5/10 at 3", ["2027-05-10", "2027-10-05"]),
    ("between 1 Dec and 4 Dec", ["2026-12-01", "2026-12-04"]),
]  # fmt: skip


@pytest.mark.parametrize(("phrase", "on"), CONTACT)
def test_a_day_for_contact(phrase, on):
    day = typed_date(phrase, TODAY)
    assert (day.first_on or day.on, day.unread, day.choices) == (D(on), "", ())


@pytest.mark.parametrize(("phrase", "at"), TIMES)
def test_a_time_is_read_and_never_dropped(phrase, at):
    day = typed_date(phrase, TODAY)
    assert (day.on, day.at, day.unread) == (D("2026-11-30"), at, "")


@pytest.mark.parametrize(("phrase", "days"), ASKED)
def test_what_says_more_than_one_day_is_asked(phrase, days):
    day = typed_date(phrase, TODAY)
    assert (day.on, day.choices) == (None, tuple(map(D, days)))


@pytest.mark.parametrize(
    "phrase", ["mon 10ish", "mon 10-ish", "mon around 10", "mon about 10", "mon at about 10", "mon ten ish"]
)
def test_about_a_time_is_said_so(phrase):
    day = typed_date(phrase, TODAY)
    assert (day.at, day.about) == ("10:00", True)


@pytest.mark.parametrize(
    ("phrase", "unread"),
    [
        ("mon afternoon", "afternoon"), ("mon lunchtime", "lunchtime"), ("mon at 26:00", "at 26:00"), ("mon 3pm ET", "ET"), ("mon at 10am CET", "CET"),
        ("tomorrow pm", "pm"), ("mon 25 past", "25 past"), ("mon late morning", "late morning"),
    ],
)  # fmt: skip
def test_a_time_that_cannot_be_read_is_kept_as_typed(phrase, unread):
    assert typed_date(phrase, TODAY).unread == unread


@pytest.mark.parametrize("phrase", ["mon 7", "mon 14"])
def test_a_number_that_may_be_a_day_or_an_hour_is_no_day(phrase):
    assert "a day or an hour" in typed_date(phrase, TODAY).problem


@pytest.mark.parametrize("phrase", [phrase for phrase, _ in (*CONTACT, *TIMES, *ASKED)])
def test_who_and_when_are_told_apart_by_what_is_read(phrase):
    for who in ("winslow", "The Week Ltd", "Mark & Sons Motors", "42"):
        assert who_and_when(f"{who} {phrase}") == (who, phrase)


@pytest.mark.parametrize(
    "phrase",
    ["fri", "to fri", "next week", "in 3 days", "the 4th of jan", "fri 4 dec", "4 dec", "end of next week", "mon 2pm"],
)
def test_the_day_may_stand_first(phrase):
    assert who_and_when(f"{phrase} brightwell") is None
    assert when_and_who(f"{phrase} brightwell") == (phrase.removeprefix("to "), "brightwell")


@pytest.mark.parametrize("text", ["brightwell", "case study", "The Week Ltd", "12", "Mark", "fri 12"])
def test_a_name_alone_holds_no_day(text):
    assert when_and_who(text) is None


@pytest.mark.parametrize(
    "end",
    [
        "by close of play friday",
        "by COP friday",
        "by cob fri",
        "by eod friday",
        "friday close of play",
        "by friday EOD",
        "by end of day on Fri.",
    ],
)
def test_the_end_of_a_day_belongs_to_the_date(end):
    (promise,) = read_rest("Acme", f"I send the case study {end}", TODAY).promises
    assert (promise.text, promise.due.on, promise.due.at) == ("send the case study", D("2026-11-27"), "17:00")


@pytest.mark.parametrize("phrase", ["wed cob", "by eod weds"])
def test_the_end_of_todays_weekday_is_today(phrase):
    assert typed_date(phrase, TODAY).on == TODAY


@pytest.mark.parametrize("phrase", ["wed 3pm", "wednesday half past 3"])
def test_todays_weekday_with_a_time_to_come_is_asked(phrase):
    asked = typed_date(phrase, TODAY)
    assert asked.choices == (TODAY, TODAY + timedelta(days=7))
    assert asked.at.startswith("15")


def test_tonight_is_no_morning():
    assert typed_date("tonight at 7", TODAY).at == "19:00"


@pytest.mark.parametrize("text", ["I send the H1 results", "I send her the Q1 report", "she wants our Christmas list"])
def test_the_name_of_a_thing_is_no_deadline(text):
    assert not any(promise.due for promise in read_rest("Acme", text, TODAY).promises)


@pytest.mark.parametrize("text", ["demo Fri at two sites", "I train Fri five to ten people", "demo Fri 2h long"])
def test_a_number_of_things_is_no_time(text):
    assert typed_date(text.split(" ", 1)[1], TODAY).at == ""


@given(st.text(max_size=200))
def test_any_text_can_be_taken_apart(text):
    who_and_when(text)
    when_and_who(text)
    typed_date(text, TODAY)
