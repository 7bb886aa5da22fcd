"""Lines of a car park: no subject, no stop, no apostrophe; whose it is, and whether it is a yes, is told all the same."""

from datetime import date, time

import pytest

from bot.model import Result, Side
from bot.reading.calltext import read_rest
from bot.reading.dates import find_dates
from bot.reading.plain.endings import End, told_ending

THURSDAY = date(2026, 3, 12)


def read(line):
    people = ("Dave Miller", "Aoife Byrne")
    return read_rest("Acme", line, THURSDAY, day_first=True, people=people, now=time(14))


@pytest.mark.parametrize(
    "line",
    [
        'aoife: "we\'re going with ye, start the paperwork"', '"we\'re going with you guys"', '"we have chosen you"', '"we went with yer lot"',
        '"we\'ve decided on you"', "they're going with us", "dave is going with us", "they picked us", "they went with us",
    ],
)  # fmt: skip
def test_whoever_goes_with_us_says_yes(line):
    assert read(line).result is Result.advance


@pytest.mark.parametrize(
    ("line", "result"),
    [
        ('she said "we\'re going with bosch"', Result.no_sale), ('"we went with your competitor"', Result.no_sale),
        ('"we\'re going with another firm"', Result.no_sale), ("they might go with us", Result.continuation),
        ('"i\'m going with you to the fair"', Result.continuation), ("they went with us on the tour", Result.continuation),
        ("if they go with us it is may", Result.continuation),
    ],
)  # fmt: skip
def test_who_goes_with_others_or_may_go_with_us_does_not(line, result):
    assert read(line).result is result


@pytest.mark.parametrize(
    ("line", "side", "on"),
    [
        ("aoife rang raging, promised her an engineer tues morning", Side.ours, date(2026, 3, 17)),
        ("dave wants samples, promised him two by fri", Side.ours, date(2026, 3, 13)),
        ("dave promised me the drawings by fri", Side.theirs, date(2026, 3, 13)),
        ("contract to her tmrw", Side.ours, date(2026, 3, 13)), ("quote to Dave by fri", Side.ours, date(2026, 3, 13)),
        ("invoice to them by mon", Side.ours, date(2026, 3, 16)), ("contract back to us by fri", Side.theirs, date(2026, 3, 13)),
        ("signed contract back to me by fri lunch", Side.theirs, date(2026, 3, 13)), ("dave fills in the mandate 2moz", Side.theirs, date(2026, 3, 13)),
        ("good chat dave likes it im posting the second one tonight", Side.ours, THURSDAY),
        ("new one chap called nigel wants a brochure emailing it tonight", Side.ours, THURSDAY),
        ("quick call will let us know ill send the plan by fri", Side.ours, date(2026, 3, 13)),
    ],
)  # fmt: skip
def test_whose_a_promise_is_without_a_subject(line, side, on):
    assert [(one.side, one.due.on) for one in read(line).promises if one.due] == [(side, on)]


@pytest.mark.parametrize(
    "line",
    [
        "video w/ Dave mon 30th 2pm, going thru the crane spec w/ his foreman", "zoom tues 2pm, going over the contract with her accountant",
        "call tues 2pm, reviewing the quote with finance", "go/no-go mtg 8 apr 11.00", "call tues at 2 walking him through the numbers",
    ],
)  # fmt: skip
def test_an_hour_with_a_purpose_is_an_advance(line):
    reading = read(line)
    assert reading.next_step.date.at
    assert reading.result is Result.advance


@pytest.mark.parametrize(
    ("line", "result"),
    [
        ("upped it to 3 not 2 and signed", Result.order), ("dave read it and signed", Result.order), ("she doubled it and signed", Result.order),
        ("read the nda and signed it", Result.continuation), ("changed the date and signed off", Result.continuation),
        ("raised the budget and will sign", Result.continuation),
    ],
)  # fmt: skip
def test_what_they_changed_before_they_signed(line, result):
    assert read(line).result is result


@pytest.mark.parametrize(
    "line",
    ["their IT does the test by fri", "her boss does the check by fri", "their finance team does the check by fri", "their plant chemist returns the sheet by fri"],
)  # fmt: skip
def test_who_acts_for_them_promises_for_them(line):
    assert [(one.side, one.due.on) for one in read(line).promises] == [(Side.theirs, date(2026, 3, 13))]


@pytest.mark.parametrize(
    "line", ["dave decides on the second arm after easter", "dave decides on phase 2 after easter", "their IT is the problem by fri", "their lease does the end"]
)  # fmt: skip
def test_how_things_are_is_no_promise(line):
    assert read(line).promises == ()


def test_a_trial_that_they_agree_to_is_held_and_not_promised():
    reading = read("aoife agreed to a line trial on their floor, tues half ten")
    assert (reading.next_step.what, reading.next_step.date.at) == ("line trial", "10:30")
    assert reading.promises == ()


@pytest.mark.parametrize(
    ("text", "on"),
    [
        ("week today", date(2026, 3, 19)), ("a week today", date(2026, 3, 19)), ("call her week tomorrow", date(2026, 3, 20)),
        ("two weeks today", date(2026, 3, 26)), ("a fortnight tomorrow", date(2026, 3, 27)), ("2moz", date(2026, 3, 13)),
        ("a rough week today", THURSDAY), ("a busy week tomorrow too", date(2026, 3, 13)),
    ],
)  # fmt: skip
def test_weeks_from_today(text, on):
    assert find_dates(text, THURSDAY)[0].on == on


@pytest.mark.parametrize(
    "line", ["we will take 4", "we accept", "we sign thursday", "we'll pay half up front", "i sign it tomorrow", "we choose brita", "we go with 6"]
)  # fmt: skip
def test_what_only_a_buyer_does_is_theirs_at_the_head_of_a_line(line):
    assert [one.side for one in read(line).promises] == [Side.theirs]


@pytest.mark.parametrize(
    "line", ["we pick up the machine friday", "we pay their freight", "we sign the nda for them friday", "i'll take 4 samples to her friday"]
)  # fmt: skip
def test_what_a_seller_does_for_them_is_ours(line):
    assert [one.side for one in read(line).promises] == [Side.ours]


@pytest.mark.parametrize(
    "line",
    [
        "they went with another date", "they picked another day for the demo", "they decided on another floor", "dave chose another model",
        "they've chosen another person to sign", "they go with another machine, the small one", "she went with someone else to the demo",
        "they chose another supplier for the water, machines with us", "they are going with someone else's plan for the lobby",
    ],
)  # fmt: skip
def test_another_thing_is_no_rival(line):
    assert read(line).result is not Result.no_sale
    assert told_ending(f"Acme: {line}") is None


@pytest.mark.parametrize("line", ["they went with another", "they went with another vendor", "they chose someone else", "they picked another supplier"])  # fmt: skip
def test_another_seller_is(line):
    assert read(line).result is Result.no_sale
    assert told_ending(line.replace("they", "Acme", 1)).end is End.lost
