"""Only what is sure is taken: who is away, what is an order, whose words, what hangs on an "if". Today is Thu 12 March 2026."""

from datetime import date

import pytest

from bot.model import Result, Side
from bot.playbook.asked import is_yes
from bot.reading.calltext import read_rest
from bot.reading.dates import find_dates, read_date
from bot.reading.fieldtext import read_promises
from bot.reading.plain.certain import is_told
from bot.reading.plain.yesno import Wanted, yes_or_no
from bot.reading.typed.typeddates import typed_date

TODAY = date(2026, 3, 12)


def read(line, people=()):
    return read_rest("Acme", line, TODAY, people=people)


@pytest.mark.parametrize(
    "line", ["Contract back on Monday", "Server off until April", "Van out till Friday", "Printer away until Mon"]
)
def test_a_thing_is_never_away_and_no_contact(line):
    call = read(line)
    assert (call.away, call.contact, call.note) == (None, "", line)


@pytest.mark.parametrize(
    ("line", "people", "back"),
    [
        ("Dana is off until April", (), "2026-04-01"), ("Dana back Monday", (), "2026-03-16"), ("she's back Monday", (), "2026-03-16"),
        ("Zbigniew back Monday", ("Zbigniew Nowak",), "2026-03-16"), ("Dr Quill is off until April", (), "2026-04-01"),
    ],
)  # fmt: skip
def test_a_person_is_away(line, people, back):
    assert f"{read(line, people).away.back_on}" == back


def test_somebody_else_than_who_is_known_is_not_the_one_who_is_away():
    assert read("Dana back Monday", ("Omar Haddad",)).away is None


@pytest.mark.parametrize(
    "line",
    ["she signed", "they signed the contract yesterday", "she signed the order for 40 seats", "contract signed!", "Dana signed the deal, I send the kit Mon", "she sent the signed contract", "signed 20 000 PLN trial"],
)  # fmt: skip
def test_an_order(line):
    assert read(line).result is Result.order


@pytest.mark.parametrize(
    "line",
    ["she sends the signed contract by Fri", "she signed the NDA", "signed a timesheet", "signed with a rival", "she signed up for the trial", "we signed the contract", "they signed if I read her right", "did she sign? she signed?", "hasn't signed", "Dana paid me a visit", "po is in", "she paid", "deposit paid"],
)  # fmt: skip
def test_no_order(line):
    assert read(line).result is not Result.order


@pytest.mark.parametrize(
    ("note", "asked"),
    [
        ("we signed the contract", True),
        ("signed by the director", True),
        ("she signed the NDA", False),
        ("wants it signed by Fri", False),
        ("she signed up for the trial", False),
        ("not signed", False),
    ],
)
def test_whether_it_is_won_is_asked_when_it_is_not_sure(note, asked):
    assert is_yes("", note) is asked


@pytest.mark.rule("S21")
@pytest.mark.parametrize(
    "line",
    ["told her I'd send it Fri, said she'd think about it", "she said I'd get the contract Monday", "Dana: “she will not decide before May”", "she said she'd think about it"],
)  # fmt: skip
def test_what_is_told_of_them_is_not_in_their_words(line):
    assert read(line).said == ""


@pytest.mark.rule("S21")
@pytest.mark.parametrize(
    ("line", "said"),
    [("Dana: “we will not decide before May”", "we will not decide before May"), ("she said we'd love a demo", "we'd love a demo"), ("she said finance   agreed", "finance   agreed")],
)  # fmt: skip
def test_their_words_stay_theirs_letter_by_letter(line, said):
    assert read(line).said == said


def test_a_month_before_which_nothing_is_decided():
    assert read("Dana: “she will not decide before May”").not_before.on == date(2026, 5, 1)
    assert read_date("before May", TODAY).on == date(2026, 4, 30)


@pytest.mark.parametrize(
    "line",
    [
        "she'd send the counts Monday if her boss agreed", "if her boss agrees, she sends the counts Monday", "she sends the counts Monday, if her boss agrees",
        "if she sends the counts by Fri I send the quote", "she signs Friday unless legal objects", "I send it Mon provided she pays",
    ],
)  # fmt: skip
def test_what_hangs_on_a_condition_is_noted_whole(line):
    call = read(line)
    assert call.promises == ()
    assert all(part.strip() in call.note for part in line.split(","))


@pytest.mark.parametrize(
    "line",
    [
        "she'll check if it fits by Fri",
        "I'll see if we can do better by Mon",
        "she asks her boss if it fits by Fri",
        "she sends it by Fri if possible",
    ],
)
def test_asking_whether_is_no_condition(line):
    assert len(read(line).promises) == 1


def test_a_condition_holds_for_one_clause_alone():
    assert [p.text for p in read("if it rains, she calls Mon, I send the quote Tue").promises] == ["send the quote"]
    assert [
        p.text for p in read("I send the plan Mon, she signs Fri, if legal agrees, I send the kit Tue").promises
    ] == [
        "send the plan",
        "send the kit",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "not send anything before Mon",
        "if she sends the counts by Fri I send the quote",
        "she won't send it",
        "send nothing before Mon",
        "x" * 500,
        "x" * 20_000,
        "call, " * 61,
    ],
)
def test_a_field_says_what_is_no_promise(text):
    assert read_promises(text, Side.theirs, TODAY)[0].due.problem


def test_a_field_keeps_what_is_one():
    fields = read_promises("send the counts by Fri, check if it fits by Mon", Side.theirs, TODAY)
    assert [(p.text, p.due.on.day) for p in fields] == [("send the counts", 13), ("check if it fits", 16)]


@pytest.mark.parametrize(
    "line",
    [
        "our engineer can't attend on Friday, I do it alone",
        "she asked if I can't make Friday",
        "her boss can't make Friday",
        "can't they make Friday?",
        "Dana can't make the demo Friday",
    ],
)
def test_a_step_stands_when_somebody_else_cannot(line):
    call = read(line, ("Omar Haddad",))
    assert (call.dropped, call.contact) == (None, "")


@pytest.mark.parametrize(
    "line",
    [
        "she can't make Friday",
        "we can't make Friday",
        "can't make the demo Friday",
        "she said she can't make Friday",
        "Omar can't make the demo Friday",
    ],
)
def test_a_step_is_off_when_they_cannot(line):
    assert read(line, ("Omar Haddad",)).dropped.days == (date(2026, 3, 13),)


@pytest.mark.parametrize(
    ("text", "on"),
    [
        ("Dana signs a week on Friday", "2026-03-20"), ("two weeks on Monday", "2026-03-30"), ("tomorrow week", "2026-03-20"), ("today week", "2026-03-19"),
        ("decides by 13 Mar 27", "2027-03-13"), ("signs between Mon and Wed", "2026-03-18"), ("demo Monday after next 10:00", "2026-03-23"),
        ("zoom week today", "2026-03-19"), ("a week tomorrow", "2026-03-20"), ("two weeks today", "2026-03-26"), ("call week on Monday", "2026-03-23"), ("a fortnight today", "2026-03-26"),
        ("2moz", "2026-03-13"), ("tmoz", "2026-03-13"), ("tmoro 9am", "2026-03-13"), ("40 more by Wed", "2026-03-18"), ("all week on Friday", "2026-03-13"), ("once a week on Friday", "2026-03-13"),
        ("twice a week on Friday", "2026-03-13"), ("13 Mar 14:00", "2026-03-13"), ("5 May, 25 seats", "2026-05-05"), ("13 Mar 27 seats", "2026-03-13"), ("late March", "2026-03-31"),
        ("early next week", "2026-03-17"), ("end of March 27", "2027-03-31"),
    ],
)  # fmt: skip
def test_a_day(text, on):
    assert [f"{found.on}" for found in find_dates(text, TODAY)] == [on]


def test_the_hour_stays_beside_the_monday_after_next():
    step = read("demo Monday after next 10:00").next_step
    assert (step.date.on, step.date.at) == (date(2026, 3, 23), "10:00")


def test_between_leaves_no_word_behind():
    assert [(p.text, p.due.on.day) for p in read("she signs between Mon and Wed").promises] == [("sign", 18)]


@pytest.mark.parametrize("text", ["5 May 25", "early March", "before March", "early this week", "mid this week"])
def test_what_is_over_is_asked(text):
    assert find_dates(text, TODAY)[0].problem


@pytest.mark.parametrize(
    "text", ["the Friday after next", "between Wed and Mon", "between Thu and Fri", "q1 " * 1300, "Mon Mon Mon"]
)
def test_more_than_one_day_is_asked(text):
    found = typed_date(text, TODAY)
    assert found.on is None
    assert found.choices
    assert len(found.text) <= 70


def test_words_told_by_a_third_person_promise_nothing():
    assert read("“she'll sign”, said her boss").promises == ()


@pytest.mark.parametrize(
    "line",
    [
        "Postpone Dana's demo to Friday",
        "Reserve Friday 10am for a demo with Dana",
        "we should send Dana the quote Friday",
        "imagine Dana signs Friday",
        "Dana signs Friday, I hope",
        "Dana signs Friday or Monday",
    ],
)
def test_what_is_wished_or_only_hoped_is_asked_about(line):
    assert not is_told(line)
    assert is_told("Dana signs Friday")


@pytest.mark.parametrize(
    "line", ["did we meet the deadline?", "did I reach the target?", "did we call it off?", "did Dana get the quote?"]
)
def test_a_thing_that_was_met_or_got_is_no_talk_and_no_answer(line):
    asked = yes_or_no(line)
    assert asked is None or asked.wanted in {Wanted.ours, Wanted.theirs}
