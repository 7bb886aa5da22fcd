"""What happened on a call: desks and machines that answer, nobody at all, a stranger, a visit. Today is Wed 25 November 2026."""

from datetime import date

import pytest

from bot.model import Outcome, Result
from bot.reading.calltext import read_rest

TODAY = date(2026, 11, 25)
PEOPLE = ("Omar Haddad", "Bea Lark")


def read(rest, people=PEOPLE):
    return read_rest("Acme", rest, TODAY, people=people)


@pytest.mark.parametrize(
    "line",
    [
        "the receptionist wrote down my number", "front desk took my details, Omar is in court", "switchboard has my name and number",
        "gatekeeper took down my number for Bea", "Bea is out, her PA will get her to phone me", "assistant will have her call back",
        "reception will ask him to ring us", "omar on another line, secretary will let him know I rang", "left my name with the front desk",
        "left word with her assistant", "left my details at reception", "an operator took my info", "the deputy took a msg for omar",
        "reception is having him call me back",
        "called bea and left my number with her husband", "rang omar, his assistant will get him to call",
    ],
)  # fmt: skip
def test_what_a_desk_takes_down_is_a_message_left(line):
    call = read(line)
    assert (call.outcome, call.result, call.promises) == (Outcome.left_message, Result.attempt, ())


@pytest.mark.parametrize(
    "line",
    [
        "bea took our number one choice off the table", "omar says he took minutes", "spoke to bea, her assistant will let him know",
        "bea loved it, took my number and will call Friday", "her assistant will send the floor plan Fri", "omar took a number of samples",
    ],
)  # fmt: skip
def test_a_talk_is_no_message_left(line):
    assert read(line).outcome is Outcome.connected


@pytest.mark.parametrize(
    "line",
    [
        "got Bea's voicemail, did not leave a message", "voicemail again, didn't leave one", "bea's voicemail greeting, hung up before the beep",
        "voicemail, left nothing", "got his voicemail and left no message", "her voicemail, no message this time",
        "straight to the voicemail of omar, not leaving another", "Omar's voicemail without leaving a message", "buzón de voz, sin mensaje",
        "nobody picks up", "no one answers the phone", "nobody's picking up today", "keeps ringing", "omar isn't picking up", "rang and rang",
        "eight rings and no one home", "bea won't pick up", "omar never picks up", "couldn't get through", "not answering his phone",
    ],
)  # fmt: skip
def test_where_nothing_was_left_there_was_no_answer(line):
    call = read(line)
    assert (call.outcome, call.result, call.promises) == (Outcome.no_answer, Result.attempt, ())


@pytest.mark.parametrize(
    ("line", "outcome"),
    [
        ("left bea a vm, didn't leave one yesterday", Outcome.left_voicemail), ("lvm, no message on Monday", Outcome.left_voicemail),
        ("bea says nobody answers the RFP questions", Outcome.connected), ("omar: nobody picks up the bill for that", Outcome.connected),
        ("bea said the phones keep ringing all day at theirs", Outcome.connected), ("no one answered our survey, bea said", Outcome.connected),
        ("bea didn't leave one question out", Outcome.connected),
        ("bea told me nobody home there buys", Outcome.connected), ("bea won't answer before Friday", Outcome.connected),
    ],
)  # fmt: skip
def test_what_only_sounds_like_no_answer(line, outcome):
    assert read(line).outcome is outcome


@pytest.mark.parametrize(
    "line",
    [
        "the number on file is a fax machine", "# we have goes to a bakery now", "line belongs to somebody else", "got a fax tone",
        "number rings at a pizza place", "got some pizzeria", "reached a nail salon", "his ext is now the cafeteria",
        "phone is a private household now", "got a stranger", "number's somebody else's now",
    ],
)  # fmt: skip
def test_a_stranger_is_a_wrong_number(line):
    call = read(line)
    assert (call.outcome, call.result) == (Outcome.wrong_number, Result.attempt)


@pytest.mark.parametrize(
    "line",
    [
        "the number on file is her mobile", "got a florist interested in it", "got a dentist appointment Fri", "their fax number is 555 0101",
        "the number is a guess of his", "reached a deal with bea", "bea opened a bakery",
    ],
)  # fmt: skip
def test_a_number_that_is_not_wrong(line):
    assert read(line).outcome is Outcome.connected


@pytest.mark.parametrize(
    "line",
    [
        "on site, 2h w/ Bea", "onsite. Omar walked me round the yard", "on-site 90 min, bea + omar", "at their office, saw bea and the team",
        "in person at their plant, bea liked the rig", "on site all day, omar keen", "was at their hq, omar showed me the line",
    ],
)  # fmt: skip
def test_where_we_were_it_was_a_meeting(line):
    assert read(line).outcome is Outcome.meeting


@pytest.mark.parametrize(
    "line",
    [
        "bea wants a demo on site",
        "demo Fri 3pm, on site",
        "spoke to bea, on site is better",
        "bea: at their office it's loud",
        "on site Fri 2pm with bea is fine, says omar",
        "25 min w/ bea",
    ],
)
def test_a_place_alone_is_no_meeting(line):
    assert read(line).outcome is not Outcome.meeting


@pytest.mark.parametrize(
    "line",
    [
        "still nothing from Bea after 3 emails and a voicemail", "no word from omar after two calls", "radio silence from bea since 4 tries",
        "crickets from omar after 2 vms", "haven't heard back from bea after 3 mails", "no response to my last 3 emails",
        "nothing back from omar despite 5 attempts", "zero reply from bea, 3 emails in",
    ],
)  # fmt: skip
def test_several_tries_told_at_once_are_no_contact(line):
    call = read(line)
    assert (call.is_summary, call.is_contact, call.outcome) == (True, False, Outcome.connected)


@pytest.mark.parametrize(
    ("line", "outcome"),
    [
        ("no answer after 6 rings", Outcome.no_answer), ("nothing from bea after 2 emails, lvm just now", Outcome.left_voicemail),
        ("bea says no word from legal after 2 reviews", Outcome.connected), ("bea has heard nothing from head office", Outcome.connected),
        ("2 calls today, no answer", Outcome.no_answer),
    ],
)  # fmt: skip
def test_a_try_of_today_is_none_of_them(line, outcome):
    assert read(line).outcome is outcome


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("autoreply: ooo til Dec 7, Bea covers", (12, 7)), ("emailed omar, auto-reply says he is out until Dec 7", (12, 7)),
        ("her voicemail greeting: on leave through Dec 4", (12, 5)), ("vm says out until Dec 9, no msg left", (12, 9)),
        ("em'd omar, ooo bounce: back Dec 7", (12, 7)), ("front desk: omar on leave till Dec 7, took my name", (12, 7)),
        ("Reception: he's off until Dec 7", (12, 7)), ("out of office: away until Dec 7", (12, 7)), ("gk says omar is on holiday until Dec 7", (12, 7)),
        ("omar ooo til Dec 7, got his auto reply", (12, 7)), ("mailbox greeting says he's back on Dec 7", (12, 7)),
        ("OOO message: on parental leave until Dec 7", (12, 7)), ("switchboard: away till Dec 7", (12, 7)),
        ("spoke to reception. Omar is on leave until Dec 7", (12, 7)), ("out until Dec 9 says his voicemail", (12, 9)),
    ],
)  # fmt: skip
def test_an_absence_told_by_a_machine_or_a_desk(line, day):
    call = read(line)
    assert call.away is not None
    assert call.away.back_on == date(2026, *day)
    assert (call.said, call.promises, call.result) == ("", (), Result.attempt)


@pytest.mark.parametrize(
    "line",
    [
        "front desk: lift is out until Dec 7", "autoreply: the offer is on until Dec 7", "reception says the office moves on Dec 7",
        "voicemail greeting: we open at 9", "bea: the server is away until Dec 7",
    ],
)  # fmt: skip
def test_what_else_they_tell_is_no_absence(line):
    assert read(line).away is None


@pytest.mark.parametrize(
    "line",
    [
        "em'd omar the deck, will send the quote Fri",
        "sent an email, got an out-of-office",
        "got auto reply on my email",
    ],
)
def test_our_plan_beside_an_email_is_no_talk(line):
    assert read(line).outcome is Outcome.email
