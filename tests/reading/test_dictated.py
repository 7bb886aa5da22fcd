"""A line that was spoken into a phone: sounds tell nothing, sums are in words, and nobody says where a sentence ends."""

from datetime import date, time

import pytest

from bot.model import Result, Side
from bot.playbook.asked import is_yes
from bot.reading.calltext import read_rest
from bot.reading.outcome.signedfor import signed_for
from bot.reading.people.newdeals import name_and_told
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


@pytest.mark.parametrize(
    ("line", "at"),
    [
        ("we're set now for thursday at eleven", "11:00"), ("so we're set up for thursday at nine", "09:00"), ("we're booked thursday at three", "15:00"),
        ("we are down for thursday at three", "15:00"), ("we're locked in for thursday at ten", "10:00"), ("we're scheduled for thursday at three", "15:00"),
        ("we're confirmed for thursday at three", "15:00"), ("it's booked for thursday at two", "14:00"), ("dave said we're set now for thursday at two", "14:00"),
        ("dave is out so we're set up for thursday at nine", "09:00"), ("we're now good to go for thursday at nine", "09:00"),
    ],
)  # fmt: skip
def test_in_whatever_words_an_hour_is_set(line, at):
    reading = read(line)
    assert (reading.next_step.date.on, reading.next_step.date.at) == (date(2026, 12, 3), at)
    assert (reading.promises, reading.away) == ((), None)


@pytest.mark.parametrize(
    "line",
    [
        "he's set for january", "we're set for january", "they're all set for the spring", "we're set", "he's put it on hold", "they've cut the budget by ten",
        "she's quit", "they've set the budget for january", "she's booked thursday at three", "we're booked solid thursday", "we're set up in the new system",
    ],
)  # fmt: skip
def test_what_is_set_is_neither_promised_nor_an_appointment(line):
    reading = read(line)
    assert (reading.promises, reading.next_step) == ((), None)


@pytest.mark.parametrize(
    "line",
    [
        "they use paychex and pay fifteen bucks a head", "uses adp today", "dave uses adp today", "they handle time on paper and export it every week",
        "they handle time on paper", "does the payroll every other friday", "she does the payroll every other friday", "they gather the hours on friday",
        "they collect the time cards on thursday and key them in", "they print the checks on the fifteenth", "she pays the guys weekly on friday",
        "they track hours in excel today", "they get their paychecks on friday", "they close the books on the thirtieth", "they do payroll friday",
        "pays nine hundred a month to adp", "they use paychex and pay fifteen bucks",
    ],
)  # fmt: skip
def test_what_they_do_so_far_is_told_and_no_promise(line):
    assert owed(line) == []


@pytest.mark.parametrize(
    "line",
    [
        "she sends the hours on friday", "she gathers the hours for me by friday", "they pay us friday", "he pays the invoice by friday", "she pays the deposit friday",
        "she does the paperwork friday", "they will gather the hours on friday", "they will use the demo account thursday", "they count the employees and send me the list friday",
        "she collects the signatures by friday", "she signs the form now",
    ],
)  # fmt: skip
def test_what_they_do_for_us_or_by_a_day_stays_one(line):
    assert [side for side, _, _ in owed(line)] == [Side.theirs]


@pytest.mark.parametrize(
    "line",
    [
        "she decides now the doctor gave it to her", "she decides now", "she signs now doctor klein delegated it to her", "maria decides now since dave left",
        "he picks the vendor now", "the wife decides now", "she approves everything now", "he handles purchasing now that she left",
    ],
)  # fmt: skip
def test_who_decides_from_now_on_is_no_promise(line):
    assert owed(line) == []


@pytest.mark.parametrize(
    ("line", "ours", "on"),
    [
        ("i told him i'd get back to him thursday", "get back to him", date(2026, 12, 3)), ("i told her i'd call her back thursday", "call her back", date(2026, 12, 3)),
        ("let her know she'd get the contract tuesday", "send the contract", date(2026, 12, 1)), ("i let maria know she'd have the contract tuesday", "send the contract", date(2026, 12, 1)),
        ("told maria she'd get the contract tuesday", "send the contract", date(2026, 12, 1)), ("let her know she'll get the price tomorrow", "send the price", date(2026, 12, 1)),
        ("i said they'd have it by friday", "send it", date(2026, 12, 4)), ("texted him he'd get it friday", "send it", date(2026, 12, 4)),
    ],
)  # fmt: skip
def test_what_we_told_them_they_get_is_ours(line, ours, on):
    assert (Side.ours, ours, on) in owed(line)


def test_what_we_told_them_is_not_glued_to_what_they_do():
    assert owed("dave signs friday i told him i'd get back to him thursday") == [
        (Side.theirs, "sign", date(2026, 12, 4)),
        (Side.ours, "get back to him", date(2026, 12, 3)),
    ]


@pytest.mark.parametrize(
    ("line", "theirs"),
    [
        ("dave said that we'll get the list by friday", "send the list"), ("dave said i'd have the list by friday", "send the list"), ("she said we'd get the signed copy friday", "send the signed copy"),
        ("he promised i'd hear from him by friday", "get back to us"), ("he told me i'd have it friday", "send it"),
    ],
)  # fmt: skip
def test_whoever_says_that_we_get_it_hands_it_over(line, theirs):
    assert owed(line) == [(Side.theirs, theirs, date(2026, 12, 4))]


@pytest.mark.parametrize(
    "line",
    [
        "dave said i'd love the list",
        "he said i'd better call friday",
        "told me i'd have it friday",
        "let maria know about it",
    ],
)
def test_what_nobody_hands_over_is_only_told(line):
    assert owed(line) == []


@pytest.mark.parametrize(
    "line",
    [
        "he will move it to wednesday at ten", "she'll push it to wednesday at ten", "dave is moving it to wednesday at ten", "he's gonna shift the call to wednesday at ten",
    ],
)  # fmt: skip
def test_what_they_move_to_an_hour_is_the_next_step(line):
    reading = read(line)
    assert (reading.next_step.date.on, reading.next_step.date.at) == (date(2026, 12, 2), "10:00")
    assert reading.promises == ()


@pytest.mark.parametrize("line", ["he will move it to the top of his list", "she will move it over to legal by friday"])
def test_what_they_move_elsewhere_is_no_step(line):
    assert read(line).next_step is None


@pytest.mark.parametrize(
    "line",
    [
        "dave's secretary stephanie says call back thursday after three", "dave is with patients his assistant kim says call thursday at three",
        "the receptionist pam said call back thursday at three", "his office manager stephanie says call him thursday at three",
    ],
)  # fmt: skip
def test_who_told_us_when_to_call_is_kept_beside_it(line):
    reading = read(line)
    assert (reading.next_step.what, reading.next_step.date.at) == ("call", "15:00")
    assert next(name for name in ("stephanie", "kim", "pam") if name in line) in reading.note.casefold()


@pytest.mark.parametrize(
    ("line", "on"),
    [
        ("september call her back then", date(2027, 9, 1)), ("so july call him back then", date(2027, 7, 1)), ("not now september call her back then", date(2027, 9, 1)),
        ("not this year march call him then", date(2027, 3, 1)), ("maybe september call her then", date(2027, 9, 1)), ("dave says not now july call him then", date(2027, 7, 1)),
        ("call him after the holidays", date(2027, 1, 4)), ("not before the holidays are over", date(2027, 1, 4)), ("dave said call him after the holidays", date(2027, 1, 4)),
    ],
)  # fmt: skip
def test_a_month_alone_and_the_holidays_are_waits(line, on):
    assert read(line).not_before.on == on


@pytest.mark.parametrize(
    "line",
    [
        "september sales call her then",
        "back from the holidays on thursday",
        "may call her then",
        "his holidays were great",
    ],
)
def test_what_names_no_time_to_wait_for_is_none(line):
    assert read(line).not_before is None


@pytest.mark.parametrize("feast", ["thanksgiving", "halloween"])
def test_a_feast_that_has_just_been_may_be_next_years(feast):
    reading = read(f"call him after {feast}")
    assert reading.not_before is None
    assert reading.unsure_step.date.choices[1].year == 2027
    assert read("call him after labor day").not_before.on == date(2027, 9, 7)


@pytest.mark.parametrize(
    "line",
    [
        "he emailed the price is fine", "she texted me that the price is fine", "dave replied by text they are fine with it and all of that", "dave messaged me back the price is ok",
        "got a text from dave the price is fine", "a message from dave he wants ten clocks and that is it", "dave he replied by text they are fine with it",
    ],
)  # fmt: skip
def test_what_they_wrote_is_no_call(line):
    assert read(line).came


@pytest.mark.parametrize("line", ["dave texted she signs friday", "dave emailed me she signs friday"])
def test_by_what_they_wrote_is_no_thing_to_sign(line):
    assert [text for _, text, _ in owed(line)] == ["sign"]


@pytest.mark.parametrize("line", ["he signed nothing yet", "signed none of it", "dave signed nothing", "nobody signed"])
def test_nothing_signed_is_no_yes(line):
    assert read(line).result is not Result.order
    assert not is_yes("", line)


@pytest.mark.parametrize(
    ("line", "worth"),
    [
        ("signed thirty nine hundred", {("3900", "")}), ("signed nine eight", {("9800", "")}), ("signed it for 4200 bucks", {("4200", "USD")}),
        ("signed for twelve grand", {("12000", "")}), ("signed two copies", set()), ("signed 2", set()), ("signed the nda", set()),
    ],
)  # fmt: skip
def test_for_how_much_they_signed(line, worth):
    assert signed_for(line) == worth


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("blue heron cafe gina runs it", "blue heron cafe"), ("blue heron cafe gina hall owns it", "blue heron cafe"), ("hometown gina runs it", "hometown"),
        ("rusty bucket tavern carol manages it she has thirty people", "rusty bucket tavern"), ("blue heron cafe runs the festival", "blue heron cafe"),
        ("hometown call center", "hometown call center"), ("first call staffing", "first call staffing"), ("hometown call her friday", "hometown"),
        ("acme call dana friday", "acme"), ("kite works call back tuesday", "kite works"), ("sunrise it services", "sunrise it services"),
        ("oak street bakery talk to dana", "oak street bakery"), ("scioto brewing co the contact is pete", "scioto brewing co"), ("acme it wants ten", "acme"),
    ],
)  # fmt: skip
def test_who_runs_it_and_what_follows_is_no_part_of_the_name(text, name):
    assert name_and_told(text)[0] == name


@pytest.mark.parametrize(
    "line",
    [
        "receptionist pam said come back thursday at three",
        "the receptionist said come back thursday",
        "the front desk says come in thursday",
    ],
)
def test_what_a_desk_says_is_no_thing_that_comes(line):
    assert owed(line) == []
