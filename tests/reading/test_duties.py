"""Whose move it is, though nobody says "I'll": duties, lists, colleagues, moved promises. Today is Wed 25 November 2026."""

from datetime import date

import pytest

from bot.model import Outcome, Side
from bot.reading.calltext import read_rest

TODAY = date(2026, 11, 25)
PEOPLE = ("Maria Stone",)
COLLEAGUES = ("Omar Haddad", "Lena Vogt")


def read(rest):
    return read_rest("Acme", rest, TODAY, people=PEOPLE, colleagues=COLLEAGUES)


def promises(call, side):
    return [(p.text, f"{p.due.on:%d %b}" if p.due and p.due.on else None) for p in call.promises if p.side is side]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("she needs the quote by tues", ("send the quote", "01 Dec")),
        ("he wants the quote Mon", ("send the quote", "30 Nov")),
        ("Maria is waiting for our offer by fri", ("send our offer", "27 Nov")),
        ("her boss wants the deck mon", ("send the deck", "30 Nov")),
        ("she said she needs the quote by tues", ("send the quote", "01 Dec")),
        ("they expect the proposal mon", ("send the proposal", "30 Nov")),
        ("she needs an answer by fri", ("give them an answer", "27 Nov")),
        ("need to send her the deck fri", ("send her the deck", "27 Nov")),
        ("gotta send the deck fri", ("send the deck", "27 Nov")),
        ("she wants me to send pricing by mon", ("send pricing", "30 Nov")),
        ("she asked us to send refs by tue", ("send refs", "01 Dec")),
        ("contract goes out tmrw", ("send contract", "26 Nov")),
        ("deck to go out fri", ("send deck", "27 Nov")),
        ("quote due fri", ("send quote", "27 Nov")),
        ("client needs pricing eod fri", ("send pricing", "27 Nov")),
        ("she's expecting the deck tomorrow", ("send the deck", "26 Nov")),
        ("she's asked for a revised quote by mon", ("send a revised quote", "30 Nov")),
        ("she needs details by fri", ("send details", "27 Nov")),
        ("quote and contract by fri", ("send quote and contract", "27 Nov")),
        ("samples ship fri", ("send samples", "27 Nov")),
        ("I'll send the quote mon instead of fri", ("send the quote", "30 Nov")),
        ("lena is sending the contract tmrw", ("have Lena send the contract", "26 Nov")),
        ("i asked omar to send her the deck by fri", ("have Omar send her the deck", "27 Nov")),
        ("next step: send quote fri", ("send quote", "27 Nov")),
        ("promised her the deck by fri", ("send the deck", "27 Nov")),
        ("i send quote by mon", ("send quote", "30 Nov")),
        ("sending quote and deck, both by fri", ("send quote and deck", "27 Nov")),
        ("quote, deck and refs by fri", ("send quote, deck and refs", "27 Nov")),
        ("i'll send quote, deck and refs by fri", ("send quote, deck and refs", "27 Nov")),
        ("omar sends her the deck by fri", ("have Omar send her the deck", "27 Nov")),
        ("Lena will call her back mon", ("have Lena call her back", "30 Nov")),
    ],
)
def test_what_they_need_of_us_is_our_promise(line, expected):
    call = read(line)
    assert promises(call, Side.ours) == [expected]
    assert promises(call, Side.theirs) == []
    assert call.said == ""


@pytest.mark.parametrize(
    "line",
    [
        "she needs budget approval by fri", "contract by fri", "need details by fri", "she needs the contract signed by fri", "need the PO by fri", "contract due fri",
        "she needs a quote from the competitor by fri", "need to check with her boss fri", "need to get approval fri",
        "sending the PO fri", "will sign fri", "she wants pricing", "she wants to send me the spec by fri",
        "they need the new system by june", "if she agrees omar sends the deck fri", "no need to send her the deck fri",
    ],
)  # fmt: skip
def test_what_may_be_theirs_is_no_promise_of_ours(line):
    call = read(line)
    assert promises(call, Side.ours) == []
    assert line.split(", ")[-1] in call.note


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("raj will send the spec mon", ("send the spec", "30 Nov")),
        ("raj said he'll send the spec mon", ("send the spec", "30 Nov")),
        ("she sends the spec mon not fri", ("send the spec", "30 Nov")),
        ("left vm, she replied by email she'll decide fri", ("decide", "27 Nov")),
        (
            "she'll send the spec, the budget and the names by fri",
            ("send the spec, the budget and the names", "27 Nov"),
        ),
        ("called twice no answer, then she replied she'll ring me mon", ("ring me", "30 Nov")),
    ],
)
def test_theirs_stays_theirs(line, expected):
    call = read(line)
    assert promises(call, Side.theirs) == [expected]
    assert promises(call, Side.ours) == []
    assert call.outcome is Outcome.connected


def test_next_to_a_list_each_act_keeps_its_own():
    call = read("she'll check with finance, quote and deck by fri")
    assert promises(call, Side.theirs) == [("check with finance", None)]
    assert promises(call, Side.ours) == [("send quote and deck", "27 Nov")]


def test_a_colleague_who_is_their_contact_is_theirs():
    call = read_rest("Acme", "omar sends the plan by fri", TODAY, people=("Omar Reyes",), colleagues=COLLEAGUES)
    assert promises(call, Side.theirs) == [("send the plan", "27 Nov")]


@pytest.mark.parametrize(
    ("line", "what", "on", "at"),
    [
        ("demo moved to thurs 3rd 2pm", "demo", date(2026, 12, 3), "14:00"),
        ("moving the demo to fri 4th", "demo", date(2026, 12, 4), ""),
        ("demo now mon 3pm instead", "demo", date(2026, 11, 30), "15:00"),
        ("demo mon 2pm instead of fri 10am", "demo", date(2026, 11, 30), "14:00"),
        ("spoke to Maria, she moved it to mon 2pm", "", date(2026, 11, 30), "14:00"),
        ("pushed the call to fri", "call", date(2026, 11, 27), ""),
        ("next step: i demo thurs 2pm", "demo", date(2026, 11, 26), "14:00"),
    ],
)
def test_a_step_moves_to_the_day_that_is_named(line, what, on, at):
    step = read(line).next_step
    assert step is not None
    assert (step.what, step.date.on, step.date.at, step.agreed) == (what, on, at, True)


@pytest.mark.parametrize(
    "line", ["quote moved to mon", "pushed the quote to mon", "quote now mon instead", "moved quote from fri to mon"]
)
def test_a_promise_moves_too(line):
    (moved,) = read(line).moved
    assert (moved.thing.removeprefix("the "), moved.day.on) == ("quote", date(2026, 11, 30))


def test_who_moves_elsewhere_moves_no_promise():
    assert read("she moved to sales").moved == ()


@pytest.mark.parametrize("line", ["she'll be back 1st december", "she returns 1 dec", "he's back in the office 1 dec"])
def test_back_is_an_absence_and_no_promise(line):
    call = read(line)
    assert call.away is not None
    assert call.away.back_on == date(2026, 12, 1)
    assert call.promises == ()


@pytest.mark.parametrize(
    ("line", "on"),
    [
        ("her dad died, no follow up til april", date(2027, 4, 1)),
        ("leave her alone until mid april", date(2027, 4, 11)),
        ("dont chase til 6 april", date(2027, 4, 6)),
        ("on hold till may", date(2027, 5, 1)),
        ("she asked us to wait until april", date(2027, 4, 1)),
    ],
)
def test_a_day_before_which_they_want_nothing(line, on):
    not_before = read(line).not_before
    assert not_before is not None
    assert not_before.on == on


@pytest.mark.parametrize(
    ("line", "on"),
    [("i'll return it within 3 days", 27), ("i'll return it within 2 days", 27), ("i'll send it within 5 days", 30)],
)
def test_a_span_ends_on_a_working_day(line, on):
    assert read(line).promises[0].due.on == date(2026, 11, on)


@pytest.mark.parametrize(
    ("line", "outcome"),
    [
        ("lvm, she texted back she'll sign mon", Outcome.connected),
        ("no answer, then spoke to Maria, she sends the spec mon", Outcome.connected),
        ("no answer, she called yesterday", Outcome.no_answer),
        ("no answer, then spoke to reception", Outcome.no_answer),
    ],
)
def test_who_answers_after_all_was_reached(line, outcome):
    assert read(line).outcome is outcome


@pytest.mark.parametrize(
    ("line", "phone", "name"),
    [
        ("call her on her mobile 555 2222", "555 2222", ""),
        ("she said call her on her mobile 555 2222", "555 2222", ""),
        ("her direct line is +49 30 1234567", "+49 30 1234567", ""),
        ("her cell is (555) 222-1234", "(555) 222-1234", ""),
        ("she said to call her mobile 555 2222", "555 2222", ""),
        ("maria's mobile is 555-2222", "555-2222", "Maria"),
        ("ring Maria on 555 2222", "555 2222", "Maria"),
    ],
)
def test_a_number_of_theirs_is_no_speech(line, phone, name):
    call = read(line)
    assert call.number is not None
    assert (call.number.phone, call.number.name, call.said) == (phone, name, "")


@pytest.mark.parametrize("line", ["told her to call me on 555 0142", "ordered 555 2222 pieces", "line 2 is down"])
def test_other_numbers_are_no_phones(line):
    assert read(line).number is None


@pytest.mark.parametrize("line", ["wrong number", "wrong no.", "number is dead", "wn"])
def test_a_wrong_number_is_known_in_many_words(line):
    assert read(line).outcome is Outcome.wrong_number


@pytest.mark.parametrize("line", ["lena is out until mon", "lena's contract is back mon", "omar called her"])
def test_what_else_a_colleague_does_is_a_note(line):
    call = read(line)
    assert (call.promises, call.away, call.contact) == ((), None, "")
    assert call.note.lower() == line


def test_what_a_colleague_has_to_do_is_ours_and_of_a_stranger_nothing_is_told():
    assert promises(read("todo Lena: send the deck by fri"), Side.ours) == [("have Lena send the deck", "27 Nov")]
    assert promises(read("todo Greg: send the deck by fri"), Side.ours) == []
