"""A line that was spoken into a phone: sounds tell nothing, sums are in words, and nobody says where a sentence ends."""

from datetime import date, time

import pytest

from bot.model import Result, Side
from bot.reading.calltext import read_rest
from bot.reading.words.dictated import parted_by_ear
from bot.reading.words.hesitating import as_spoken, unhesitating
from bot.reading.words.money import amount_in
from bot.reading.words.spokensums import in_figures

MONDAY = date(2026, 11, 30)


def read(line):
    return read_rest("Summit", line, MONDAY, day_first=False, people=("Dave Miller", "Maria Lopez"), now=time(10))


def owed(line):
    return [(one.side, one.text, one.due.on if one.due else None) for one in read(line).promises]


@pytest.mark.parametrize(
    ("aloud", "meant"),
    [
        ("dave has the list um by friday and uh he likes the price", "dave has the list by friday and he likes the price"),
        ("so yeah she said the price is fine", "she said the price is fine"),
        ("okay so um they want the quote and basically i send it", "they want the quote and i send it"),
        ("Um, so she wants the plan, you know, by friday", "so she wants the plan, by friday"),
        ("wir telefonieren um 9 und er schickt das", "wir telefonieren um 9 und er schickt das"),  # German: at nine
        ("deixei um recado com ela", "deixei um recado com ela"),  # Portuguese: a message
        ("they said so and you know the rest", "they said so and you know the rest"),
        ("the humble album is with them", "the humble album is with them"),
    ],
)  # fmt: skip
def test_a_sound_tells_nothing_and_a_word_stays(aloud, meant):
    assert unhesitating(aloud) == meant


def test_what_they_said_is_kept_as_spoken_and_what_is_owed_without_the_sounds():
    reading = read('um so dave said "it is um too slow for us" and um he has the list to me uh by friday')
    assert reading.said == "it is um too slow for us"
    assert "um" not in reading.promises[0].text.split()
    assert as_spoken("she likes it", "and um she uh likes um it") == "she uh likes um it"
    assert as_spoken("she loves it", "um she likes it") == "she loves it"


@pytest.mark.parametrize(
    ("aloud", "figures"),
    [
        ("signed it thirty two hundred", "signed it 3,200"), ("signed for twelve grand", "signed for 12,000"),
        ("dave signed today fourteen two", "dave signed today 14,200"), ("signed nine eight", "signed 9,800"),
        ("two thousand five hundred dollars", "2,500 dollars"), ("twelve hundred and fifty bucks", "1,250 bucks"),
        ("a thousand bucks", "1,000 bucks"), ("it's twenty-two thousand", "it's 22,000"),
        ("signed two copies", "signed two copies"), ("signed two of five", "signed two of five"),
        ("thirty people signed", "thirty people signed"), ("a grand total", "a grand total"),
        ("one hundred percent is hundred percent", "100 percent is hundred percent"), ("call at nine five", "call at nine five"),
    ],
)  # fmt: skip
def test_a_spoken_sum_in_figures(aloud, figures):
    assert in_figures(aloud) == figures


def test_a_spoken_sum_is_what_a_deal_is_worth():
    assert amount_in("tony signed it thirty two hundred bucks") == ("3200", "USD")
    assert amount_in("thirty people and two thousand flyers") == ("", "")


@pytest.mark.parametrize(
    "line",
    [
        "dave signed it thirty two hundred", "dave signed today fourteen two", "dave signed for twelve grand", "dave signed it at 14,200",
        "dave called he signed it we're good thirty two hundred", "dave signed up for 4,500 dollars", "dave signed this morning for 9k",
    ],
)  # fmt: skip
def test_signed_for_how_much_is_an_order(line):
    assert read(line).result is Result.order


@pytest.mark.parametrize("line", ["dave signed the nda for two hundred", "dave signs it thirty two hundred", "dave hasn't signed it for 3,200"])  # fmt: skip
def test_what_is_no_signed_deal_stays_none(line):
    assert read(line).result is not Result.order


@pytest.mark.parametrize(
    "line",
    [
        "she says they pay about twelve hundred bucks a month to paychex right now", "dave pays around nine hundred a month to adp",
        "he uses gusto every two weeks", "they currently run payroll in house", "dave spends four hours every week on it",
        "maria gets it from a broker right now", "they handle it by hand at the moment", "dave said they use paper each week",
    ],
)  # fmt: skip
def test_how_things_are_is_no_promise(line):
    assert owed(line) == []


@pytest.mark.parametrize(
    "line",
    ["dave pays us the deposit friday", "dave will use it every week from monday", "dave sends the hours friday"],
)
def test_what_they_will_do_still_is_one(line):
    assert [one.side for one in read(line).promises] == [Side.theirs]


@pytest.mark.parametrize(
    ("line", "side"),
    [
        ("dave wants ten clocks i said let me ask rick i'll have an answer friday", Side.ours),
        ("told dave i'd have to check with rick, i'll know by friday", Side.ours),
        ("i said i'll find out what it costs, i'll have it friday", Side.ours),
        ("he said let me ask my boss, i'll have an answer friday", Side.theirs),
        ("dave needs a sign-off, i'll have an answer friday", Side.theirs),
    ],
)
def test_who_asks_for_time_owes_the_answer(line, side):
    found = [one for one in read(line).promises if one.due]
    assert [(one.side, one.due.on) for one in found] == [(side, date(2026, 12, 4))]


@pytest.mark.parametrize(
    ("line", "at"),
    [
        ("we're set for thursday at nine fifteen", "09:15"), ("so we're all set for thursday at two", "14:00"),
        ("dave didn't show at two so we're set for thursday at nine", "09:00"), ("he's gonna reschedule for thursday at two", "14:00"),
        ("dave wants to reschedule the call to thursday at two", "14:00"), ("maria will reschedule for thursday at half past two", "14:30"),
    ],
)  # fmt: skip
def test_an_hour_that_is_set_is_the_next_step(line, at):
    reading = read(line)
    assert (reading.next_step.date.on, reading.next_step.date.at) == (date(2026, 12, 3), at)
    assert reading.promises == ()


@pytest.mark.parametrize(
    "line",
    [
        "told dave the install is december twenty first", "told dave install is on dec 21", "told maria the go live is january fourth",
        "told them the walk through is december fifteenth", "let dave know the delivery is the ninth", "told dave the inspection is friday",
    ],
)  # fmt: skip
def test_a_date_told_to_them_is_nothing_to_send(line):
    assert owed(line) == []


@pytest.mark.parametrize(
    ("line", "kept"),
    [
        ("dave said his plant manager rosa hernandez has to be at the install and rosa wants a call thursday at half past two", "rosa hernandez"),
        ("maria wants me to come in wednesday at three her partner luis will be there too", "her partner luis will be there too"),
        ("maria wants me to come by thursday at one her husband doctor ott will join", "her husband doctor ott will join"),
        ("dave and rosa hernandez his plant manager want a call wednesday at ten", "rosa hernandez his plant manager"),
    ],
)  # fmt: skip
def test_beside_a_next_step_nobody_is_lost(line, kept):
    reading = read(line)
    assert reading.next_step.date.at
    assert kept in f"{reading.note} {reading.said}"


@pytest.mark.parametrize(
    ("aloud", "parted"),
    [
        ("dave will call me back his controller is cheryl she handles the money", "dave will call me back, his controller is cheryl, she handles the money"),
        ("maria will take the silver plan but wants his brother to look", "maria will take the silver plan, but wants his brother to look"),
        ("dave likes it at the plant and rosa wants a call thursday", "dave likes it at the plant, and rosa wants a call thursday"),
        ("dave said i should call her partner luis who will sign it", "dave said i should call her partner luis who will sign it"),
        ("dave takes net thirty but wants three percent off now", "dave takes net thirty but wants three percent off now"),
        ("dave likes it and still wants a call on thursday", "dave likes it and still wants a call on thursday"),
    ],
)  # fmt: skip
def test_a_sentence_ends_where_somebody_else_begins(aloud, parted):
    assert parted_by_ear(aloud) == parted
