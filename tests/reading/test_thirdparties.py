"""Calls told later, by way of others, or about somebody new. Today is Wed 25 November 2026."""

from datetime import date

import pytest

from bot.model import Outcome, Result, Side
from bot.reading.calltext import read_rest

TODAY = date(2026, 11, 25)
PEOPLE = ("Petr Novak", "Priya Nair", "Lena Martens", "Bea Lark", "Jory")


def read(rest, people=PEOPLE):
    return read_rest("Acme", rest, TODAY, people=people)


def promises(call, side):
    return [(p.text, f"{p.due.on:%d %b}" if p.due and p.due.on else None) for p in call.promises if p.side is side]


@pytest.mark.rule("S21")
@pytest.mark.parametrize("people", [PEOPLE, ()])
def test_a_third_person_s_words_are_kept_with_their_name_and_are_not_the_contact_s(people):
    call = read(
        "Petr's boss Milan said 'we are broke, truly', Petr will not push. They will decide in Q2. "
        "we agreed to speak again first week of April",
        people,
    )
    assert (call.said, call.contact) == ("", "Petr")
    assert "Petr's boss Milan said 'we are broke, truly'" in call.note
    assert promises(call, Side.theirs) == [("decide", "30 Jun")]
    assert (call.next_step.what, call.next_step.date.on, call.next_step.agreed) == ("call", date(2027, 4, 1), True)


@pytest.mark.rule("S21")
@pytest.mark.parametrize(
    "line",
    [
        'her boss said "no budget, sorry"', "his CFO Milan says 'I sign it Fri'", 'Priya’s manager told us: "we wait"',
        'the receptionist said "she is out, I tell her"', "their finance guy said 'too dear'",
        "Priya's boss said we are broke", 'Priya said her boss told us "we stop"', 'according to her boss "we stop"',
    ],
)  # fmt: skip
def test_words_of_others_are_only_noted(line):
    call = read(line)
    assert (call.said, call.promises) == ("", ())
    assert line in call.note


@pytest.mark.parametrize(
    ("line", "said", "contact"),
    [
        ("Petr said 'my boss is broke'", "my boss is broke", "Petr"),
        ("spoke to Petr's boss, Petr said 'go on'", "go on", "Petr"),
        ('she said "her boss said no"', "her boss said no", ""),
        ('spoke to priya she said "we are fine"', "we are fine", "Priya"),
    ],
)
def test_their_own_words_stay_theirs(line, said, contact):
    call = read(line)
    assert (call.said, call.contact) == (said, contact)


@pytest.mark.parametrize(
    ("line", "name", "phone", "gone"),
    [
        ("I was told that Priya left the company, new contact is Sam Okoro 555 0199", "Sam Okoro", "555 0199", "Priya"),
        ("new contact is Sam Okoro, 555 0199", "Sam Okoro", "555 0199", ""),
        ("new contact: Sam Okoro", "Sam Okoro", "", ""), ("our new contact there is Sam", "Sam", "", ""),
        ("speak to Sam Okoro instead", "Sam Okoro", "", ""), ("I should talk to Sam from now on", "Sam", "", ""),
        ("priya no longer works there, contact Sam Okoro on +44 20 7946 0000 instead", "Sam Okoro", "+44 20 7946 0000", "Priya"),
        ("heard Priya has left, new contact is Dr. Kim", "Dr. Kim", "", "Priya"),
    ],
)  # fmt: skip
def test_somebody_new_to_speak_with(line, name, phone, gone):
    call = read(line)
    assert (call.successor.name, call.successor.phone, call.gone) == (name, phone, gone)
    assert call.contact == name
    assert call.note


@pytest.mark.parametrize(
    ("line", "gone"),
    [("Priya left the company", "Priya"), ("Priya Nair is no longer with them", "Priya Nair"), ("priya's gone for good", "Priya")],
)  # fmt: skip
def test_who_has_left_is_not_the_contact(line, gone):
    call = read(line)
    assert (call.gone, call.contact, call.successor) == (gone, "", None)
    assert line.casefold() in call.note.casefold()


@pytest.mark.parametrize(
    "line",
    [
        "Priya left a message", "Priya has left a voicemail", "she left early", "Priya left the quote with Bea", "Priya left the meeting",
        "new contact form is ready", "new contact is in finance", "speak to her instead", "she speaks to Finance Fri", "Priya will speak to Sam",
        "Priya will talk to Sam instead", "speak to Sam Fri", "new contract is with Sam", "wants a new contact at Acme", "the contact is Priya",
        "call Mon instead", "call April instead", "speak to Finance instead",
    ],
)  # fmt: skip
def test_nobody_new_and_nobody_gone(line):
    call = read(line)
    assert (call.successor, call.gone) == (None, "")


def test_what_the_new_one_will_do_is_theirs():
    call = read("Priya left the company, new contact is Sam Okoro 555 0199, he'll ring us Thu")
    assert promises(call, Side.theirs) == [("ring us", "26 Nov")]
    assert call.contact == "Sam Okoro"


@pytest.mark.parametrize(
    ("line", "day", "outcome"),
    [
        ("yesterday: she sends the plan Fri", 24, Outcome.connected), ("3 days ago: no answer", 22, Outcome.no_answer),
        ("yesterday left vm", 24, Outcome.left_voicemail), ("left vm yesterday", 24, Outcome.left_voicemail),
        ("yesterday afternoon: no answer", 24, Outcome.no_answer), ("a week ago - lvm", 18, Outcome.left_voicemail),
        ("last Fri: left a message", 20, Outcome.left_message), ("24 Nov: no answer", 24, Outcome.no_answer),
        ("no answer yesterday", 24, Outcome.no_answer), ("spoke to Bea two days ago, she signs Fri", 23, Outcome.connected),
        ("on 20 November: spoke to Bea", 20, Outcome.connected), ("day before yesterday: busy", 23, Outcome.busy),
        ("called Bea last Friday; no answer", 20, Outcome.no_answer), ("yesterday: she signs today", 24, Outcome.connected), ("ytd: no answer", None, Outcome.no_answer),
    ],
)  # fmt: skip
def test_a_call_of_an_earlier_day(line, day, outcome):
    call = read(line)
    assert call.called_on == (date(2026, 11, day) if day else None)
    assert call.outcome is outcome


def test_promises_of_an_earlier_call_are_dated_from_today():
    call = read("yesterday: she sends the plan Fri, I call tomorrow")
    assert promises(call, Side.theirs) == [("send the plan", "27 Nov")]
    assert call.note == ""
    assert call.next_step or promises(call, Side.ours) == [("call", "26 Nov")]


@pytest.mark.parametrize(
    "line",
    [
        "she checked with finance yesterday", "she sent the counts yesterday, signs Fri", "yesterday she sent the counts", "tomorrow: demo",
        "30 Nov: demo", "40 days ago: no answer", "left vm yesterday, spoke to her today", "last Friday's demo went well", "in 3 days: demo",
        "Bea called yesterday and wants a quote", "spoke about yesterday's outage", "no answer since last Fri", "Fri: no answer", "24 Nov is fine",
        "tried yesterday, got her this morning", "yesterday: lvm; today: she called back", "yesterday: no answer, today she rang me",
    ],
)  # fmt: skip
def test_a_call_of_today(line):
    assert read(line).called_on is None


@pytest.mark.parametrize(
    ("line", "contact", "theirs"),
    [
        ("spoke to priya she will send the counts by friday", "Priya", [("send the counts", "27 Nov")]),
        ("talked to bea lark she'll sign fri", "Bea Lark", [("sign", "27 Nov")]),
        ("spoke with Omar he sends the plan Thu", "Omar", [("send the plan", "26 Nov")]),
        ("spoke to priya and she sends the plan thu", "Priya", [("send the plan", "26 Nov")]),
        ("met jory he'll ring the bank mon", "Jory", [("ring the bank", "30 Nov")]),
    ],
)
def test_a_line_without_marks(line, contact, theirs):
    call = read(line)
    assert (call.contact, promises(call, Side.theirs)) == (contact, theirs)


@pytest.mark.parametrize(
    "line", ["spoke to priya about what she will need", "spoke to the person she sends", "spoke to marek she is ill"]
)
def test_a_line_without_marks_is_not_torn_apart(line):
    assert read(line).promises == ()


@pytest.mark.parametrize(
    "line",
    [
        "didn't reach lena, her colleague will pass it on", "couldn't get hold of Lena, assistant will tell her", "no answer, her colleague takes a message",
        "not reached, reception will let her know", "didnt reach Lena, left a message with her PA", "could not reach her; her colleague will pass on the message",
    ],
)  # fmt: skip
def test_a_message_that_somebody_passes_on(line):
    call = read(line)
    assert (call.outcome, call.result, call.promises) == (Outcome.left_message, Result.attempt, ())


@pytest.mark.parametrize(
    "line", ["didn't reach lena", "couldn't reach her", "unable to reach Lena", "couldnt get hold of lena"]
)
def test_nobody_was_reached(line):
    assert (read(line).outcome, read(line).result) == (Outcome.no_answer, Result.attempt)


@pytest.mark.parametrize("line", ["no answer, left vm", "didn't reach Lena, lvm"])
def test_a_message_after_no_answer_was_left(line):
    assert read(line).outcome is Outcome.left_voicemail


@pytest.mark.parametrize(
    "line",
    [
        "spoke to Lena, her colleague will pass it on", "didn't reach a decision", "she will pass it on to finance Fri", "we couldn't reach an agreement",
        "she couldn't reach her boss, will send it Fri",
    ],
)  # fmt: skip
def test_they_were_reached_all_the_same(line):
    assert read(line).outcome is Outcome.connected


def test_a_weekday_that_is_not_that_date_is_asked():
    (made,) = read("Priya said she will send the counts on Mon 7 Nov").promises
    assert (made.side, made.text, made.due.on) == (Side.theirs, "send the counts", None)
    assert "Mon 7 Nov" in made.due.problem


@pytest.mark.parametrize("line", ["can you do Mon instead", "could you make it Mon instead", "can you do the demo Mon"])
def test_a_day_they_ask_us_for_is_a_wish(line):
    step = read(line).next_step
    assert (step.date.on, step.agreed) == (date(2026, 11, 30), False)


@pytest.mark.parametrize(
    "line", ["can you send it Mon instead", "can you do it for less Mon", "could you do Mon's report"]
)
def test_what_they_ask_us_for_is_no_meeting(line):
    assert read(line).next_step is None


@pytest.mark.parametrize("line", ["postponed", "they postponed", "it's postponed, she calls me", "had to postpone"])
def test_a_bare_postponed_is_the_step_that_was_open(line):
    assert read(line).dropped is not None


@pytest.mark.parametrize(
    "line", ["project postponed", "decision postponed", "launch is postponed", "not postponed", "read it, postponed"]
)
def test_something_else_is_postponed(line):
    assert read(line).dropped is None
