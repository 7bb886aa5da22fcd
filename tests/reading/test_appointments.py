"""Appointments, plans to speak, amounts, and what tells of a contact. Today is Thu 12 March 2026."""

from datetime import date

import pytest

from bot.reading.dates import find_dates
from bot.reading.days.doubts import likeliest
from bot.reading.outcome.told import tells_contact, wrote
from bot.reading.outcome.tries import is_summary
from bot.reading.steps.appointments import agreed_step, bare_step
from bot.reading.steps.meetings import kind_named
from bot.reading.steps.stepbeside import step_beside
from bot.reading.words.money import amount_in

TODAY = date(2026, 3, 12)


def agreed(clause):
    return agreed_step(clause, find_dates(clause, TODAY), TODAY)


def beside(clause):
    return step_beside(clause, find_dates(clause, TODAY), TODAY)


def bare(clause, kind="demo"):
    return bare_step(clause, find_dates(clause, TODAY), kind, TODAY)


@pytest.mark.parametrize(
    ("clause", "what", "day", "at"),
    [
        ("review call Tue 10am", "review call", 17, "10:00"), ("call stays 3/26", "call", 26, ""), ("demo for them on 3/18", "demo", 18, ""),
        ("visit booked for 3/24", "visit", 24, ""), ("agreed: lunch Tue", "lunch", 17, ""), ("dry run Wed", "dry run", 18, ""),
        ("Mon 3pm demo instead", "demo", 16, "15:00"), ("we meet on 3/20", "meeting", 20, ""), ("let's speak Mon", "call", 16, ""),
        ("speak Mon 9am", "call", 16, "09:00"), ("meeting Dana Tue 2pm", "meeting", 17, "14:00"), ("flying out Mon", "visit", 16, ""),
        ("she invited me to present 3/25", "presentation", 25, ""), ("invited us in for a tour Wed", "visit", 18, ""),
        ("I've got 3/23 11am with him for the walkthrough", "walkthrough", 23, "11:00"), ("Tue 4pm works for a call", "call", 17, "16:00"),
    ],
)  # fmt: skip
def test_what_both_agreed_is_a_step(clause, what, day, at):
    step = agreed(clause)
    assert step is not None
    assert (step.what, step.date.on, step.date.at, step.agreed) == (what, date(2026, 3, day), at, True)


@pytest.mark.parametrize(
    "clause", ["I'll try her again Fri", "will nudge him Fri", "one more try Fri", "follow up Fri", "chase him Fri"]
)
def test_our_plan_alone_is_not_agreed(clause):
    step = agreed(clause)
    assert step is not None
    assert (step.what, step.date.on, step.agreed) == ("call", date(2026, 3, 13), False)


@pytest.mark.parametrize(
    "clause",
    [
        "met Dana Mon", "called her Mon", "visited them Tue", "demo went well Mon", "cancelled the call Tue", "call is off Tue",
        "not meeting Mon", "no demo Fri", "never call Fri", "can't do the demo Mon", "did we say call Tue?", "if they like it, demo Mon",
        "she asks for a call Mon", "she will talk to legal Mon", "they talk to their boss Fri", "Dana calls legal Mon", "send the deck Tue",
        "chase the PO Tue", "call", "demo soon", "call was great", "",
    ],
)  # fmt: skip
def test_what_is_over_off_or_somebody_elses_is_no_step(clause):
    assert agreed(clause) is None


@pytest.mark.parametrize(
    ("clause", "what", "day"),
    [
        ("she'll get the CFO on the 3/26 call", "call", 26), ("they bring samples to the visit on 3/24", "visit", 24),
        ("agreed to a demo on Tue", "demo", 17), ("she joins for the review Tue 3pm", "review", 17),
    ],
)  # fmt: skip
def test_a_promise_may_name_the_appointment(clause, what, day):
    step = beside(clause)
    assert step is not None
    assert (step.what, step.date.on, step.agreed) == (what, date(2026, 3, day), True)


@pytest.mark.parametrize(
    "clause",
    ["she sends the spec on 3/26", "won't be on the 3/26 call", "agreed to a trial on Mon", "brings it to the meeting by Fri", "she was not at the demo Mon", "comes to the demo", ""],
)  # fmt: skip
def test_a_promise_alone_names_none(clause):
    assert beside(clause) is None


@pytest.mark.parametrize(
    ("clause", "at"), [("Mon 10am", "10:00"), ("Mon 10am her time", "10:00"), ("Mon 2pm (tentative)", "14:00")]
)
def test_a_day_and_an_hour_alone_are_the_meeting_that_was_named(clause, at):
    step = bare(clause)
    assert step is not None
    assert (step.what, step.date.on, step.date.at) == ("demo", date(2026, 3, 16), at)
    assert bare(clause, kind="").what == "call"


@pytest.mark.parametrize(
    "clause", ["Tue", "by Fri 5pm", "Mon 10am and Tue 11am", "send Mon 10am", "not Mon 10am", "10am", ""]
)
def test_with_anything_else_they_are_none(clause):
    assert bare(clause) is None


@pytest.mark.parametrize(
    ("clause", "kind"),
    [
        ("got Hamish to agree to a 3way", "call"), ("booked us for a survey", "visit"), ("he is open to a site visit", "visit"), ("up for a coffee", "coffee"),
        ("agreed to the workshop", "workshop"), ("said yes to another call", "call"), ("open to the ref call", "reference call"),
        ("she loves the demo", ""), ("the demo was great", ""), ("agreed to a discount", ""), ("no call", ""), ("", ""),
    ],
)  # fmt: skip
def test_the_kind_of_meeting_that_a_clause_names(clause, kind):
    assert kind_named(clause) == kind


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1.2M AED deal", ("1200000", "AED")), ("20 000 PLN trial", ("20000", "PLN")), ("budget ~250k", ("250000", "")), ("€12,500 by Fri", ("12500", "EUR")),
        ("it is about $4.5k", ("4500", "USD")), ("£7,200.50 quote", ("7200.50", "GBP")), ("quote 12'000 CHF", ("12000", "CHF")), ("1,200 euros", ("1200", "EUR")),
        ("15 mio EUR", ("15000000", "EUR")), ("1.234,56 EUR", ("1234.56", "EUR")), ("300 zł", ("300", "PLN")), ("$500 now, €900 later", ("500", "USD")),
        ("i quoted 900/mo", ("900", "")), ("quoted her 12k all in", ("12000", "")), ("offer stands at 4,500", ("4500", "")), ("our offer is 4500", ("4500", "")),
        ("quote was 7,250 + tax", ("7250", "")), ("proposal at 22,000/yr", ("22000", "")), ("gave him a price of 1,150", ("1150", "")), ("bid of 3,200 installed", ("3200", "")),
        ("worth 90k over two years", ("90000", "")), ("budget is 20k above the line", ("20000", "")), ("i've quoted them 9k", ("9000", "")),
    ],
)  # fmt: skip
def test_the_first_amount_of_money_in_a_line(text, expected):
    assert amount_in(text) == expected


@pytest.mark.parametrize(
    "text",
    ["call 555 2222", "by 3/26", "3 of 5", "250k users", "40k people", "q4", "at 10am", "5m tall", "12 units", "room 300", "2026", "10 km", "v1.2k", "no $ yet", "quoted 3 options", "quoted 900 users", "quote expires 10/30", "offer is 2026", "price list 4500", "quote 11/16", "bid due 10/23", "rival offer was 9800, we lose", "the competitor's bid was 9800", "another offer of 9800", ""],
)  # fmt: skip
def test_other_numbers_are_no_money(text):
    assert amount_in(text) == ("", "")


@pytest.mark.parametrize(
    ("text", "day_first", "expected"),
    [
        ("3/4", True, date(2026, 4, 3)), ("3/4", False, date(2027, 3, 4)), ("4/3", False, date(2026, 4, 3)),
        ("next Fri", True, date(2026, 3, 20)), ("Fri", False, date(2026, 3, 13)), ("20/3", False, date(2026, 3, 20)),
    ],
)  # fmt: skip
def test_the_likelier_of_two_days(text, day_first, expected):
    (read,) = find_dates(text, TODAY)
    assert likeliest(read, day_first=day_first) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Dr Kim replied: fine",
        "Dana emailed back",
        "they wrote that budget is tight",
        "but she finally mailed the redlines",
    ],
)
def test_they_wrote(text):
    assert wrote(text)


@pytest.mark.parametrize(
    "text",
    [
        "I replied",
        "I emailed Dana",
        "we wrote to them",
        "Dana wrote down the number",
        "Dana will email",
        "he replied by phone",
        '"she wrote"',
        "",
    ],
)
def test_nobody_there_wrote(text):
    assert not wrote(text)


@pytest.mark.parametrize(
    "text", ["4 vms, 3 emails since January", "6 calls and no reply", "2 attempts since March", "10 tries, no answer"]
)
def test_tries_told_at_once_are_a_summary_and_no_contact(text):
    assert is_summary(text)
    assert not tells_contact(text)


@pytest.mark.parametrize(
    "text", ["left 1 vm", "2 calls booked", "3 emails sent", "4 users since May", "sent 2 emails", ""]
)
def test_one_try_is_no_summary(text):
    assert not is_summary(text)


@pytest.mark.parametrize(
    "text", ["spoke to Dana", "she signs Fri", "no answer", "lvm", "great call", "he loved it", "Tom Okafor: deck Fri"]
)
def test_a_talk_or_a_try_is_a_contact(text):
    assert tells_contact(text, ("Dana Reyes", "Tom Okafor"))


@pytest.mark.parametrize(
    "text",
    ["note to self: she likes tea", "don't forget the demo", "todo: talk to Dana", "remember she hates mail", "update the deck", "PO by Fri", "contract expires 3/31", "office closed Monday", "Dana sick", ""],
)  # fmt: skip
def test_a_note_is_no_contact(text):
    assert not tells_contact(text, ("Dana Reyes",))


@pytest.mark.parametrize(("text", "tells"), [("Monica email ok", True), ("Fritz mail came in", True), ("Fri mail Fritz", False), ("weds call Monica", False)])  # fmt: skip
def test_a_name_that_begins_like_a_weekday_is_no_day(text, tells):
    assert tells_contact(text, ("Monica Bell", "Fritz Lang")) is tells
