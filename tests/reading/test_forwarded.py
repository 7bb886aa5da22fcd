"""A pasted or forwarded message is in the words of who wrote it; what the rep tells of one is the rep's."""

from datetime import date

import pytest

from bot.model import Side
from bot.reading.calltext import read_rest
from bot.reading.people.forwarded import forwarded

TODAY = date(2026, 12, 2)  # a Wednesday
FRIDAY = date(2026, 12, 4)

_MAIL = "From: {who} <someone@example.com>\nSent: 1 December\nSubject: Re: chairs\n\nDear all,\n{words}\n\nKind regards\n{who}\nSome Firm"


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Email from Hugo Lund: we will send the drawings by Friday", "Hugo Lund"),
        ("sms from Greta Weiss - I will send the drawings by Friday", "Greta Weiss"),
        ("WhatsApp Omid Safi: we'll send you the drawings by Friday", "Omid Safi"),
        ("FW: Dr. Petra Klein: I will send our drawings by Friday", "Dr. Petra Klein"),
        (_MAIL.format(who="Jo Banks", words="thanks for your time. We will send you the drawings by Friday."), "Jo Banks"),
        ("Hello Tom,\nwe will send the drawings by Friday.\nBest regards\nSam Fox\nOmicron Dental", "Sam Fox"),
        ("[01/12/2026, 18:02] Noor Aziz: Hi! I'll send the drawings by Friday\n[01/12/2026, 18:05] Tom: great", "Noor Aziz"),
        ("1.12.26, 18:02 - Noor Aziz: I will send the drawings by Friday", "Noor Aziz"),
    ],
)  # fmt: skip
def test_who_wrote_it_is_the_one_who_promises(text, who):
    message = forwarded(text, ("Tom Reed",))
    assert message is not None
    assert message.who == who
    read = read_rest("", message.told, TODAY)
    assert [(one.side, one.due.on) for one in read.promises] == [(Side.theirs, FRIDAY)]
    assert read.contact == who
    assert read.came


@pytest.mark.parametrize(
    "text",
    [
        "email from Hugo Lund: she likes it, I will send the quote Fri",
        "email from Hugo: wants 5 seats, I'll send the quote Fri",
        "Email from Sarah: their legal returns it Tuesday",
        "email from Sarah: all good, I'll send her the quote Fri",
        "text Hugo Lund: I will be late",
        "Hugo Lund: we talked, I will send it Fri",
        "Dear Rita,\nI will send the offer by Friday.\nRegards\nTom",
        "[01/12/2026, 18:02] Tom: I will send it by Friday",
        "spoke to Rita\nI will send the offer by Friday",
        "email from Dana: asks for the price list, I will send it Monday",
        "email from Dana: price too high, I redo the quote by Monday",
        "text from Dana: thank you for our demo, I update the deck by Friday",
        "message from Dana: waiting for our quote, I send it Monday",
        "email from Dana: Tim signs Friday, I send the contract today",
        "email from Dana: on holiday till Monday, I call Tuesday",
        "email from Dana: we lost to Haas",
        "note from Tim: I promised Dana the quote by Friday",
        "called Dana\nI owe the deck by Friday\nbest\ncall Tuesday",
        "spoke to Dana.\nI send the quote Friday.\nCheers\nMike",
    ],
)
def test_what_the_rep_tells_or_wrote_is_the_reps(text):
    assert forwarded(text, ("Tom Reed",)) is None


@pytest.mark.parametrize(
    "said",
    [
        "can you send the offer by Friday?", "please send me the offer by Friday", "Could you please email us the offer by Friday",
        "we need the offer by Friday", "thanks, send me the offer by Friday", "would you prepare the offer by Friday?",
    ],
)  # fmt: skip
def test_what_they_ask_for_in_their_words_is_our_promise(said):
    (made,) = read_rest("", f"Rita: “{said}”", TODAY).promises
    assert (made.side, made.due.on, made.asked) == (Side.ours, FRIDAY, True)
    assert made.text.endswith("the offer")


@pytest.mark.parametrize(
    "said",
    [
        "can you give us 5% by Friday?", "can you deliver by Friday?", "can you send it cheaper?", "please don't send anything by Friday",
        "if you can send the offer by Friday, we sign", "please note that we close on Friday", "please send regards", "could you wait until Friday?",
    ],
)  # fmt: skip
def test_a_question_of_theirs_is_no_promise_of_ours(said):
    assert [one for one in read_rest("", f"Rita: “{said}”", TODAY).promises if one.due and one.side is Side.ours] == []


def test_in_what_they_ask_you_is_us():
    (made,) = read_rest("", "Rita: “I need your invoice by Friday”", TODAY).promises
    assert made.text == "send my invoice"
    (made,) = read_rest("", "Rita: “could you check the price by Friday please”", TODAY).promises
    assert made.text == "check the price"


def test_what_the_rep_answered_stands_for_what_they_asked():
    (made,) = read_rest("", "Rita: “can you send the offer by Friday?”, I will send it tomorrow", TODAY).promises
    assert made.due.on == date(2026, 12, 3)


def test_a_letter_to_them_is_ours_whoever_signs_it():
    letter = "Hi Dana,\nI will send you the quote by Friday.\nBest\n{who}"
    for who in ("Sam", "Tom"):
        (made,) = read_rest("", letter.format(who=who), TODAY, people=("Dana Reyes",), writer="Tom Reed").promises
        assert made.side is Side.ours


def test_one_who_types_is_one_of_us():
    read = read_rest(
        "",
        "All,\nI will send the quote by Friday.\nBest\nTom",
        TODAY,
        people=("Dana Reyes", "Tom Bell"),
        writer="Tom Reed",
    )
    assert [one.side for one in read.promises] == [Side.ours]


def test_the_mail_quoted_below_is_not_theirs():
    mail = "From: Dana Reyes\nI will send the PO Monday\n\nOn Mon, Sam wrote:\nI will send the deck by Tuesday"
    (made,) = read_rest("", mail, TODAY, people=("Dana Reyes",)).promises
    assert (made.side, made.text) == (Side.theirs, "send the PO")
