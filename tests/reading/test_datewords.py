"""Dates as they are typed in a hurry: short words, slips, spans, zones, times alone. Today is Thu 12 March 2026."""

import time
from datetime import date
from datetime import time as clock

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.reading.calendar.datespelling import spelled
from bot.reading.calendar.datewords import THEIRS
from bot.reading.datedata import date_data
from bot.reading.dates import find_dates, read_date
from bot.reading.typed.typeddates import typed_date

TODAY = date(2026, 3, 12)
NOON = clock(12)
D = date.fromisoformat

DAYS = [
    ("morgen", "2026-03-13"), ("le mardi 17 mars", "2026-03-17"), ("el 17 de marzo", "2026-03-17"), ("vendredi", "2026-03-13"),
    ("Ende KW 13", "2026-03-27"), ("within 48h", "2026-03-14"), ("tirsdag 24/3", "2026-03-24"),
    ("by EOB", "2026-03-12"), ("nxt mon", "2026-03-16"), ("2day", "2026-03-12"), ("tmw", "2026-03-13"), ("tmrw am", "2026-03-13"),
    ("mon am", "2026-03-16"), ("jan/3", "2027-01-03"), ("feb 2th", "2027-02-02"), ("march first", "2027-03-01"),
    ("the third of march", "2027-03-03"), ("Feb13", "2027-02-13"), ("15Sep", "2026-09-15"), ("by 2-15", "2027-02-15"),
    ("2016-9-8", "2016-09-08"), ("31-Oct-26", "2026-10-31"), ("8/Oct/2026", "2026-10-08"), ("cb 2 wks", "2026-03-26"),
    ("in 2 business days", "2026-03-16"), ("3 working days from now", "2026-03-17"), ("next business day", "2026-03-13"),
    ("in 10 days", "2026-03-22"), ("three weeks from tomorrow", "2026-04-03"), ("three days after Easter", "2026-04-08"),
    ("20 of next month", "2026-04-20"), ("last day of April", "2026-04-30"), ("1st week of April on Friday", "2026-04-03"),
    ("thanksgiving", "2026-11-26"), ("after labor day", "2026-09-08"), ("Friday, 20 March", "2026-03-20"), ("by the 2nd", "2026-04-02"),
    ("on the 27.", "2026-03-27"), ("29 Feb", "2028-02-29"), ("end of tomorrow", "2026-03-13"), ("this afternoon", "2026-03-12"),
    ("mid today", "2026-03-12"), ("midweek", "2026-03-18"), ("EOM April", "2026-04-30"), ("by EOQ2", "2026-06-30"), ("fri the thirteenth", "2026-03-13"), ("mon 13th", "2026-04-13"),
]  # fmt: skip
GERMAN = [
    ("1.04 Termin", "2026-04-01", ""), ("15.04 10:00", "2026-04-15", "10:00"), ("23.3. vormittags", "2026-03-23", "09:00"),
    ("Di 24.3. 10 Uhr", "2026-03-24", "10:00"), ("Fr, 27.3.", "2026-03-27", ""), ("Donnerstag 19.03.2026", "2026-03-19", ""),
    ("3. Mai", "2026-05-03", ""), ("am 1. Oktober", "2026-10-01", ""),
]  # fmt: skip
SPANS = [
    ("may 4-15", "2026-05-04", "2026-05-15", "2026-05-15"), ("4-15 May", "2026-05-04", "2026-05-15", "2026-05-15"),
    ("Mon-Wed", "2026-03-16", "2026-03-18", "2026-03-18"), ("20th to 24th", "2026-03-20", "2026-03-24", "2026-03-24"),
    ("from Friday until Tuesday", "2026-03-13", "2026-03-17", "2026-03-17"), ("16 March - 5 April", "2026-03-16", "2026-04-03", "2026-04-05"),
    ("between March and May 2027", "2027-03-01", "2027-05-31", "2027-05-31"), ("4 to 22 next month", "2026-04-04", "2026-04-22", "2026-04-22"),
    ("in 2-3 weeks", "2026-03-26", "2026-04-02", "2026-04-02"), ("wk of 3/23", "2026-03-23", "2026-03-27", "2026-03-27"),
    ("week of the 23rd", "2026-03-23", "2026-03-27", "2026-03-27"), ("the next 3 days", "2026-03-13", "2026-03-13", "2026-03-15"),
    ("next wk", "2026-03-16", "2026-03-20", "2026-03-20"), ("first week of Q2", "2026-04-01", "2026-04-07", "2026-04-07"),
    ("Q1 next year", "2027-01-04", "2027-03-31", "2027-03-31"), ("March next year", "2027-03-01", "2027-03-31", "2027-03-31"),
    ("3rd qtr", "2026-07-01", "2026-09-30", "2026-09-30"), ("2027 H2", "2027-07-01", "2027-12-31", "2027-12-31"),
    ("beginning of next week", "2026-03-16", "2026-03-18", "2026-03-18"), ("later this month", "2026-03-13", "2026-03-31", "2026-03-31"),
    ("between 11 Nov and 2 Dec 2025", "2025-11-11", "2025-12-02", "2025-12-02"), ("KW 14", "2026-03-30", "2026-04-03", "2026-04-03"), ("by week 20", "2026-05-11", "2026-05-15", "2026-05-15"),
    ("in 2027", "2027-01-04", "2027-12-31", "2027-12-31"), ("end of February", "2027-02-26", "2027-02-26", "2027-02-28"),
]  # fmt: skip
ZONES = [
    ("demo Tue 3pm ET", "America/New_York"), ("demo Tue 3pm her time", THEIRS), ("Tue 10am London time", "Europe/London"),
    ("Tue 14:00 (Rome)", "Europe/Rome"), ("Tue 3pm her time (Rome)", "Europe/Rome"), ("3pm CET Tuesday", "Europe/Berlin"), ("Tue 9:30 PT", "America/Los_Angeles"),
    ("Tue at 3", ""), ("Tue 3pm our time", ""), ("Tue 3pm demo time", ""),
]  # fmt: skip
ALONE = [
    ("call back 4ish", "16:00"), ("cb after 3", "15:00"), ("at 3pm", "15:00"), ("in an hour", "13:00"), ("within 2 hours", "14:00"),
    ("call her at 4", "16:00"), ("ring at half past two", "14:30"), ("cb in 30 min", "12:30"), ("by 15:45", "15:45"), ("in 1.5 hours", "13:30"), ("within half an hour", "12:30"),
]  # fmt: skip
NO_DATES = [
    "she sat in on the demo", "Sun Life wants it", "now using Monday.com", "may 5 people join", "2 may join", "ext 4/12", "a 7-11 franchisee",
    "needs it yesterday", "5-10 seats", "up 3-4%", "2.10 release", "version 1.04", "$1.04 each", "palm Sunday", "Chinese New Year", "the second in command",
    "less than 3 days from now", "guten morgen", "Mardi Gras", "a week-long trial", "Di Caprio", "18 and 19 seats",
]  # fmt: skip
PAST = [
    ("no resp since 2/19", "2026-02-19"), ("vm yesterday", "2026-03-11"), ("left vm 2/19", "2026-02-19"), ("emailed her 9 March", "2026-03-09"),
    ("spoke two weeks ago", "2026-02-26"), ("last week", "2026-03-06"), ("nothing since Mon", "2026-03-09"), ("she left in Feb", "2026-02-27"), ("last week's Friday", "2026-03-06"),
    ("the last 2 weeks", "2026-03-06"),
]  # fmt: skip
STARTS = [
    ("after the 20th", "2026-03-21"), ("won't look at it until May", "2026-05-01"), ("not until Q2", "2026-04-01"),
    ("nothing before", None), ("not before 6 April", "2026-04-06"), ("no earlier than 6 April", "2026-04-06"), ("after Easter", "2026-04-06"),
]  # fmt: skip


@pytest.mark.parametrize(("phrase", "on"), DAYS)
def test_a_day_typed_in_a_hurry(phrase, on):
    assert read_date(phrase, TODAY, day_first=False).on == D(on)


@pytest.mark.parametrize(("phrase", "on", "at"), GERMAN)
def test_a_day_written_with_dots(phrase, on, at):
    reading = read_date(phrase, TODAY)
    assert (reading.on, reading.at) == (D(on), at)


@pytest.mark.parametrize(("phrase", "first", "due", "last"), SPANS)
def test_a_span_begins_ends_and_is_due_on_a_working_day(phrase, first, due, last):
    reading = read_date(phrase, TODAY, day_first=False)
    assert (reading.first_on, reading.on, reading.last_on) == (D(first), D(due), D(last))


@pytest.mark.parametrize(("phrase", "zone"), ZONES)
def test_the_zone_beside_a_time(phrase, zone):
    (reading,) = find_dates(phrase, TODAY)
    assert (reading.on, reading.zone) == (D("2026-03-17"), zone)
    assert reading.at


@pytest.mark.parametrize(("phrase", "at"), ALONE)
def test_a_time_alone_is_todays_while_it_is_ahead(phrase, at):
    (reading,) = find_dates(phrase, TODAY, now=NOON)
    assert (reading.on, reading.at) == (TODAY, at)
    assert find_dates(phrase, TODAY) == ()


@pytest.mark.parametrize("phrase", ["at 3pm", "cb after 3", "call 4ish"])
def test_a_time_that_is_past_is_asked_and_never_tomorrows(phrase):
    (reading,) = find_dates(phrase, TODAY, now=clock(17, 30))
    assert (reading.on, reading.choices) == (None, (D("2026-03-13"),))


@pytest.mark.parametrize("phrase", ["after lunch", "4a", "3 30", "call 555-1212", "2 of 3", "budget 4pm-ish style 12"])
def test_what_is_no_time_alone(phrase):
    assert [reading for reading in find_dates(phrase, TODAY, now=NOON) if "4pm" not in reading.text] == []


@pytest.mark.parametrize("phrase", NO_DATES)
def test_what_only_looks_like_a_date(phrase):
    assert find_dates(phrase, TODAY) == ()


@pytest.mark.parametrize(("phrase", "on"), PAST)
def test_the_verb_decides_that_it_is_past(phrase, on):
    (reading,) = find_dates(phrase, TODAY, day_first=False)
    assert (reading.on, reading.past) == (D(on), True)


@pytest.mark.parametrize(("phrase", "on"), STARTS)
def test_a_start_is_no_deadline(phrase, on):
    data = date_data({"id": 1, "text": phrase, "ref": "2026-03-12T09:00", "tz": "UTC", "day_first": True})
    assert (data["kind"], data["on"]) == (("not_before", on) if on else ("none", None))


@pytest.mark.parametrize(
    ("phrase", "days"),
    [
        ("next Friday", ["2026-03-13", "2026-03-20"]), ("5.10", ["2026-05-10", "2026-10-05"]), ("following Friday", ["2026-03-13", "2026-03-20"]),
        ("10/11 April", ["2026-04-10", "2026-04-11"]), ("Thu 3pm ET", ["2026-03-12", "2026-03-19"]),
        ("two weeks after next Friday", ["2026-03-27", "2026-04-03"]), ("next 3 months", ["2026-06-12", "2026-06-30"]),
    ],
)  # fmt: skip
def test_two_readings_are_asked(phrase, days):
    assert read_date(phrase, TODAY).choices == tuple(map(D, days))


@pytest.mark.parametrize("phrase", ["Tue 14th", "Fri, Jul 18", "Thursday 29/03", "Mon 31.12."])
def test_a_weekday_that_does_not_agree_is_said(phrase):
    assert "not that weekday" in typed_date(phrase, date(2026, 5, 1)).problem


def test_a_weekday_said_on_it_with_a_time_that_is_over_is_next_weeks():
    assert [found.on for found in find_dates("Thu 9am", TODAY, now=NOON)] == [D("2026-03-19")]
    assert [found.choices for found in find_dates("Thu 3pm", TODAY, now=NOON)] == [(TODAY, D("2026-03-19"))]


def test_an_excluded_day_is_none():
    assert [found.text for found in find_dates("any day but Tues, next week", TODAY)] == ["next week"]


def test_a_move_is_no_span():
    assert [found.on for found in find_dates("moved from Mon to Wed", TODAY)] == [D("2026-03-16"), D("2026-03-18")]


def test_a_comma_in_a_day_begins_no_reason():
    assert typed_date("Fri, March 20, because of the board", TODAY).on == D("2026-03-20")
    assert typed_date("Friday, budget comes on Monday", TODAY).on == D("2026-03-13")


def test_the_data_of_a_date_has_every_key():
    keys = {"id", "kind", "on", "time", "from", "to", "others", "ask"}
    for text in ("by Fri", "Q2", "next Friday", "nothing at all"):
        assert set(date_data({"id": 1, "text": text, "ref": "2026-03-12T09:00", "tz": "UTC"})) == keys


def test_words_stand_where_they_were_typed():
    words = spelled("Feb13, THURS. and donnerstag")
    assert words.text == "mo_feb 13, wd_thu. and wd_thu"
    assert len(words.at) == len(words.text) + 1
    (reading, *_) = find_dates("ünder Thurs. we sign", TODAY)
    assert reading.text == "Thurs"


WORDS = st.sampled_from(
    "mon next fri the 20th 4/5 1.04 - to until may 4-15 by not after a week from in 2 wks eod at 3pm ET her time q1 end of month 31.12. / , . : "
    "easter between and first 2-3 this year ’s (Rome) 10:00 since noon week half past within hours".split(" ")
)


@given(st.lists(WORDS, max_size=60), st.sampled_from(["", " ", "  "]), st.dates(date(2024, 1, 1), date(2032, 1, 1)))
def test_any_words_of_dates_are_read_in_order(words, blank, today):
    text = blank.join(words)
    last = 0
    for reading in find_dates(text, today, now=NOON):
        assert last <= reading.start <= reading.end <= len(text)
        assert reading.on or reading.choices or reading.problem
        assert not (reading.first_on and reading.on and reading.on < reading.first_on)
        last = reading.end


UNITS = [
    "mon ",
    "4/5 ",
    "a week from ",
    "next 3 ",
    "20th ",
    "may 4-",
    "at 10 ",
    "5",
    "1.",
    "Mon-",
    "jan/",
    "her time ",
    "between 1 and ",
    "half past ",
]


@pytest.mark.parametrize("unit", UNITS)
def test_no_text_takes_longer_than_a_key_stroke(unit):
    text = (unit * 10_000)[:10_000]
    took = []
    for _ in range(3):
        started = time.process_time()
        find_dates(text, TODAY, now=NOON)
        took.append(time.process_time() - started)
    assert min(took) < 0.05
