"""Call lines as reps write them. Today is Thu 12 March 2026."""

import time
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.model import Outcome, Result, Side
from bot.reading.calltext import read_rest
from bot.reading.fieldtext import read_promises
from bot.reading.line.callreading import CallReading
from bot.reading.words.speech import split_head

TODAY = date(2026, 3, 12)
D = date.fromisoformat


def read_call(text: str) -> CallReading:
    """A whole line, the deal's name first."""
    return read_rest(*split_head(text), TODAY)


def facts(text: str) -> dict[str, object]:
    call = read_call(text)
    sides = {
        side.value: [
            (p.text, p.due.on.isoformat() if p.due and p.due.on else None) for p in call.promises if p.side is side
        ]
        for side in Side
    }
    return {"who": call.who, "said": call.said, "result": call.result.value, **sides}


LINES = [
    ("Acme: sent pricing, she checks with finance by Fri, I send the case study Wed",
     {"who": "Acme", "theirs": [("check with finance", "2026-03-13")], "ours": [("send the case study", "2026-03-18")], "result": "advance"}),
    ("Harbour Foods: Priya said \"two mis-picks a day\", she'll get Ivan's night counts by Tue",
     {"said": "two mis-picks a day", "theirs": [("get Ivan's night counts", "2026-03-17")], "result": "advance"}),
    ("Ostrava: he'll think about it", {"theirs": [("think about it", None)], "result": "continuation"}),
    ("Ostrava: they look into the stop times", {"theirs": [("look into the stop times", None)], "result": "continuation"}),
    ("Delta: I'll send the quote tomorrow", {"ours": [("send the quote", "2026-03-13")], "theirs": [], "result": "continuation"}),
    ("Delta: Sam sends the serial numbers next Mon and I call the depot tomorrow",
     {"theirs": [("send the serial numbers", "2026-03-16")], "ours": [("call the depot", "2026-03-13")]}),
    ("Acme - she said finance agreed, we'll send the contract by EOW", {"who": "Acme", "said": "finance agreed", "ours": [("send the contract", "2026-03-13")]}),
    ("Acme: they signed!", {"result": "order", "theirs": []}),
    ("Acme: will be signed next week", {"result": "continuation"}),
    ("Acme: not interested, went with a rival", {"result": "no_sale"}),
    ("Acme: lvm", {"result": "attempt", "theirs": [], "ours": []}),
    ("Acme: she wants a discount, he likes blue", {"theirs": [], "ours": [], "result": "continuation"}),
    ("Acme: she won't check with finance", {"theirs": []}),
    ("Acme: she checked with finance yesterday", {"theirs": []}),
    ("Acme, 40 seats: she signs by Fri", {"who": "Acme, 40 seats", "theirs": [("sign", "2026-03-13")]}),
    ('Acme: Dr. Kim said "two chairs", she exports the bookings in 1 week', {"said": "two chairs"}),
]  # fmt: skip


@pytest.mark.parametrize(("line", "expected"), LINES, ids=[line[:40] for line, _ in LINES])
def test_a_line_becomes_facts(line, expected):
    read = facts(line)
    assert {name: read[name] for name in expected} == expected


OUTCOMES = [
    ("Acme: left voicemail", Outcome.left_voicemail), ("Acme: vm", Outcome.left_voicemail), ("Acme: lm", Outcome.left_message),
    ("Acme: left a message with her assistant", Outcome.left_message), ("Acme: no answer", Outcome.no_answer),
    ("Acme: na", Outcome.no_answer), ("Acme: busy", Outcome.busy), ("Acme: wrong number", Outcome.wrong_number),
    ("Acme: no show", Outcome.no_show), ("Acme: emailed her the deck", Outcome.email), ("Acme: met Dana", Outcome.meeting),
    ("Acme: we spoke about colours", Outcome.connected),
]  # fmt: skip


@pytest.mark.parametrize(("line", "outcome"), OUTCOMES)
def test_what_happened_is_read(line, outcome):
    assert read_call(line).outcome is outcome


@pytest.mark.rule("H3")
def test_a_soft_promise_is_marked_and_is_no_advance():
    call = read_call("Acme: she runs it by her boss")
    assert call.promises[0].soft
    assert call.result is Result.continuation


def test_a_next_step_has_day_and_time():
    step = read_call("Acme: demo Tue 17 March 10:00").next_step
    assert (step.what, step.date.on, step.date.at) == ("demo", D("2026-03-17"), "10:00")
    assert read_call("Acme: call Tue 10:00").result is Result.continuation
    assert read_call("Acme: demo Tue 10:00").result is Result.advance


def test_a_date_they_asked_for_is_no_promise():
    call = read_call("Orbital: won't look at it until Q2, don't call before 6 April")
    assert call.promises == ()
    assert call.not_before.on == D("2026-04-06")


def test_an_unclear_or_impossible_date_is_kept_as_such():
    unclear = read_call("Acme: she sends it next Fri").promises[0].due
    assert unclear.on is None
    assert len(unclear.choices) == 2
    assert read_call("Acme: she sends it by 31/2").promises[0].due.problem


def test_a_form_field_holds_one_promise_a_line_with_or_without_its_subject():
    read = read_promises("check with finance by Fri\nshe'll send the plan tomorrow", Side.theirs, TODAY)
    assert [(p.text, p.due.on) for p in read] == [
        ("check with finance", D("2026-03-13")),
        ("send the plan", D("2026-03-13")),
    ]


@pytest.mark.rule("S21")
@given(st.text(max_size=400))
def test_any_line_can_be_read_and_said_is_in_it(text):
    call = read_call(text)
    assert call.said in text


@pytest.mark.parametrize(
    "text", ["x" * 10_000, "a, " * 3_000, '"' * 5_000, "she said " * 1_200, "Acme: " + "by Fri " * 1_500, "1/" * 5000]
)
def test_long_text_takes_no_long_time(text):
    started = time.process_time()  # what others do meanwhile is not counted
    read_call(text[:10_000])
    assert time.process_time() - started < 1.0


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ('I said "price is firm", she said "ok then"', "ok then"), ('I told her "we can do 10%"', ""),
        ('and we said: "not before May"', ""), ('Dana said "I like it and I sign"', "I like it and I sign"),
        ('I sent pricing, "we sign soon"', "we sign soon"), ("we've offered \"ten percent\", he answered \"twenty\"", "twenty"),
    ],
)  # fmt: skip
def test_what_we_said_is_never_in_their_words(line, said):
    """S21."""
    assert read_rest("Acme", line, TODAY, day_first=True).said == said
