"""Call lines as they are thumbed in: whose words, what is off, what has come, who is away. Today is Wed 25 November 2026."""

from datetime import date

import pytest

from bot.model import Result, Side
from bot.reading.calltext import read_rest
from bot.reading.fieldtext import read_promises

TODAY = date(2026, 11, 25)
PEOPLE = ("Omar Haddad", "Ana Costa", "Lena Martens", "Bea Lark", "Will Marsh", "Jory Vance")


def read(rest, people=PEOPLE, *, day_first=True):
    return read_rest("Acme", rest, TODAY, day_first=day_first, people=people)


def promises(call, side):
    return [(p.text, f"{p.due.on:%d %b}" if p.due and p.due.on else None) for p in call.promises if p.side is side]


OURS = [
    ("said I'd bring the floor plan Thursday", ("bring the floor plan", "26 Nov")),
    ("i said id bring the floorplan thursday", ("bring the floorplan", "26 Nov")),
    ("told her I'd send the quote by Fri", ("send the quote", "27 Nov")),
    ("told Dana ill send the quote by Fri", ("send the quote", "27 Nov")),
    ("I promised her i'd call ivan direct tomorrow", ("call ivan direct", "26 Nov")),
    ("I owe him revised quote, will do tmrw morning", ("send revised quote", "26 Nov")),
    ("i still owe them a call", ("give them a call", None)),
    ("we agreed that I send the drawings Fri", ("send the drawings", "27 Nov")),
    ("agreed we'd send two samples by Fri", ("send two samples", "27 Nov")),
    ("let him know that we'll ship it Fri", ("ship it", "27 Nov")),
    ("Said id bring the floorplan thursday", ("bring the floorplan", "26 Nov")),
    ("I said I would call on Mon", ("call", "30 Nov")),
    ("Ill send the sheet fri", ("send the sheet", "27 Nov")),
    ("Told her I'd send it over Fri", ("send it over", "27 Nov")),
    ("ill send the sheet fri", ("send the sheet", "27 Nov")),
]  # fmt: skip


@pytest.mark.rule("S21")
@pytest.mark.parametrize(("line", "expected"), OURS)
def test_what_we_said_we_would_do_is_our_promise(line, expected):
    call = read(line)
    assert promises(call, Side.ours) == [expected]
    assert promises(call, Side.theirs) == []
    assert call.said == ""
    assert call.result is Result.continuation


THEIRS = [
    ("shell send the counts by Fri", ("send the counts", "27 Nov")),
    ("she said she'll send the counts by Fri", ("send the counts", "27 Nov")),
    ("he promised me he'd sign Fri", ("sign", "27 Nov")),
    ("we agreed that she sends the plan Fri", ("send the plan", "27 Nov")),
    ("they owe us the PO", ("send the PO", None)),
    ("omar is gonna ring the bank tomorrow", ("ring the bank", "26 Nov")),
    ("He promised to get the other skipper on", ("get the other skipper on", None)),
    ("she puts the guard on Fri", ("put the guard", "27 Nov")),
]  # fmt: skip


@pytest.mark.parametrize(("line", "expected"), THEIRS)
def test_what_they_take_on_is_theirs(line, expected):
    call = read(line)
    assert promises(call, Side.theirs) == [expected]
    assert promises(call, Side.ours) == []
    assert call.said == ""


@pytest.mark.rule("S21")
@pytest.mark.parametrize(
    "line",
    [
        "told her I can't send it Fri", "said I'll think about it", "said we'll sign Friday", "told me I'd get the PO Fri",
        "we agreed that price is firm", "i owe him", "I owe her one", "said I need to see the plan", "said id love a discount", "Said we can wait", "they owe us 2k", "she owes her boss an answer", "said I'd call you Monday",
        "told her I wouldn't send it before Fri", "ill today", "the id check is done", "his kid is ill",
    ],
)  # fmt: skip
def test_what_could_be_either_s_or_nobody_s_is_only_noted(line):
    call = read(line)
    assert call.promises == ()
    assert call.said == ""
    assert line in call.note


@pytest.mark.parametrize(
    ("line", "said", "contact"),
    [
        ("omar said 'not before the new year', he rings me Fri", "not before the new year", "Omar"),
        ("ana says sorry was on leave, wants to restart w/c 11 Jan", "sorry was on leave", "Ana"),
        ("she said it is too dear", "it is too dear", ""), ("he reckons the omar line is too slow", "the omar line is too slow", ""),
        ("Dana said I like it", "I like it", "Dana"), ("she said we should wait", "we should wait", ""),
    ],
)  # fmt: skip
def test_the_lead_in_is_no_part_of_their_words(line, said, contact):
    call = read(line)
    assert (call.said, call.contact) == (said, contact)
    assert "said" not in call.note


def test_a_word_that_only_looks_like_a_name_stays_as_it_is():
    assert promises(read("will send the plan Fri, she signs"), Side.theirs) == [("sign", None)]
    assert read("finance said no budget", people=()).said == ""


STEPS = [
    ("demo moved to Mon 30 Nov 10am", ("demo", "30 Nov", "10:00", True)),
    ("she pushed the meeting back to Tue", ("meeting", "01 Dec", "", True)),
    ("our call is now rescheduled for Fri 3pm", ("call", "27 Nov", "15:00", True)),
    ("she had to postpone our meeting to Tue", ("meeting", "01 Dec", "", True)),
    ("wants to do it mon 10am instead", ("", "30 Nov", "10:00", False)),
    ("Jory would like to move the demo to Mon", ("demo", "30 Nov", "", False)),
    ("prefers Mon instead", ("", "30 Nov", "", False)),
    ("can we do mon 10am instead", ("", "30 Nov", "10:00", False)),
    ("he'd like to meet Fri", ("meeting", "27 Nov", "", False)),
    ("postponed until Tue", ("", "01 Dec", "", True)),
    ("can we push to Tue", ("", "01 Dec", "", False)),
    ("she can only do Fri", ("", "27 Nov", "", False)),
    ("prefers Tue 2pm", ("", "01 Dec", "14:00", False)),
    ("do mon instead", ("", "30 Nov", "", False)),
    ("pushed to Mon 2pm", ("", "30 Nov", "14:00", True)),
]  # fmt: skip


@pytest.mark.parametrize(("line", "expected"), STEPS)
def test_a_step_that_is_moved_or_wished_for(line, expected):
    call = read(line)
    step = call.next_step
    assert step is not None
    assert (step.what, f"{step.date.on:%d %b}", step.date.at, step.agreed) == expected
    assert call.promises == ()
    if not step.agreed:
        assert call.result is Result.continuation


DROPPED = [
    ("Jory cant make the demo tomorrow", ("demo", ["26 Nov"])), ("she can't make it", ("", [])), ("cancelled the meeting", ("meeting", [])),
    ("they can't do Friday", ("", ["27 Nov"])), ("call is off", ("call", [])), ("visit's cancelled", ("visit", [])), ("demo on Thu cancelled by him", ("demo", ["26 Nov"])),
    ("I had to cancel the visit", ("visit", [])), ("demo postponed", ("demo", [])), ("wont make tomorrow", ("", ["26 Nov"])),
    ("meeting pushed to January", ("meeting", [])), ("she can't do the demo until January", ("demo", [])),
]  # fmt: skip


@pytest.mark.parametrize(("line", "expected"), DROPPED)
def test_a_step_that_is_off(line, expected):
    call = read(line)
    assert call.dropped is not None
    assert (call.dropped.what, [f"{day:%d %b}" for day in call.dropped.days]) == expected
    assert call.next_step is None
    assert line in call.note


@pytest.mark.parametrize(
    "line",
    [
        "she can't make a decision before Fri", "they cancelled the order", "cancelled the meeting room", "he can't make it work",
        "demo is off to a good start", "wants it mon", "wants to call his brother Monday",
        "he likes Monday", "delivery postponed until Mar 2",  "can't do it for that price",
        "wants to start Monday", "moved to Berlin", "prefers Tuesday", "can't attend the meeting Fri, sends her deputy",
    ],
)  # fmt: skip
def test_no_step_is_made_or_dropped_by_other_words(line):
    call = read(line)
    assert (call.next_step, call.dropped, call.not_before) == (None, None, None)
    assert line.split(",")[-1].strip() in call.note


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("hasn't read it, pushed to Thu", [("read it", "26 Nov")]), ("she didn't send the list, now says fri", [("send the list", "27 Nov")]),
        ("was supposed to get me the volumes yesterday, nada. he swears fri", [("get me the volumes", "27 Nov")]),
        ("they won't sign this month. Dana pushing for 4 dec", [("sign", "04 Dec")]),
    ],
)  # fmt: skip
def test_what_was_not_done_gets_another_day(line, expected):
    call = read(line)
    assert promises(call, Side.theirs) == expected
    assert call.result is Result.continuation  # nothing new


def test_cancelled_and_wished_for_in_one_line():
    call = read(
        "Jory cant make the demo tomorrow, his kid is sick. wants to do it mon 10am instead. "
        "He promised to get the other skipper on. I'll resend the invite"
    )
    assert call.dropped.what == "demo"
    assert (call.next_step.date.on, call.next_step.agreed) == (date(2026, 11, 30), False)
    assert promises(call, Side.theirs) == [("get the other skipper on", None)]
    assert promises(call, Side.ours) == [("resend the invite", None)]


@pytest.mark.parametrize(
    ("line", "side", "thing"),
    [
        ("bea sent the diary already", Side.theirs, "the diary"), ("she has sent us the counts", Side.theirs, "the counts"),
        ("shes sent the counts over", Side.theirs, "the counts over"), ("got the figures from her", Side.theirs, "the figures"),
        ("the counts came through", Side.theirs, "the counts"), ("received the plan from Bea today", Side.theirs, "the plan from Bea"),
        ("I sent the quote", Side.ours, "the quote"), ("sent pricing", Side.ours, "pricing"), ("ive emailed her the deck", Side.ours, "the deck"),
    ],
)  # fmt: skip
def test_what_was_handed_over(line, side, thing):
    (handed,) = read(line).delivered
    assert (handed.side, handed.thing.removesuffix(" over").removesuffix(" from Bea")) == (
        side,
        thing.removesuffix(" over").removesuffix(" from Bea"),
    )


@pytest.mark.parametrize(
    "line",
    ["she hasn't sent the diary", "sent the wrong diary", "she will have sent it", "not sent yet", "got back to me", "got no answer", "she got the quote", "wants the diary sent", "she sends the diary Fri"],
)  # fmt: skip
def test_what_was_not_handed_over(line):
    assert read(line).delivered == ()


@pytest.mark.parametrize(
    ("line", "back"),
    [
        ("lena m out till 8/12, left vm w/ colleague", "08 Dec"), ("on leave until Mon", "30 Nov"), ("she's on holiday until 4 Jan", "04 Jan"),
        ("hes away, back on Mon", "30 Nov"), ("maternity leave until 1 May", "01 May"), ("Lena is off sick till Fri", "27 Nov"),
        ("out of office, back 7 Dec", "07 Dec"), ("ana's off until the 7th", "07 Dec"), ("they are away through Fri", "28 Nov"),
    ],
)  # fmt: skip
def test_their_absence(line, back):
    assert f"{read(line).away.back_on:%d %b}" == back
    assert read(line).promises == ()


@pytest.mark.parametrize(
    "line",
    [
        "I'm away until Mon", "we are on leave until Fri", "was on leave until Mon", "her boss is away until Mon", "out Monday",
        "Ivan is away until Fri", "van out till 8/12", "the meeting is off until Jan", "she'll get back to me Mon", "call back Mon",
        "she is away", "out of stock until Fri", "away until next Fri",
    ],
)  # fmt: skip
def test_no_absence_of_theirs(line):
    assert read(line).away is None


def test_a_day_written_in_the_other_order_is_asked_and_not_taken():
    assert read("out till 8/12", day_first=False).away is None


def test_two_acts_with_the_day_of_the_second():
    call = read("hes gonna talk to his brother over the holidays and ring me back on the 4th of jan")
    assert promises(call, Side.theirs) == [("ring me back", "04 Jan")]
    assert "talk to his brother" in call.note


def test_two_acts_for_one_day_stay_one():
    assert promises(read("she checks with finance and signs the order by Fri"), Side.theirs) == [
        ("check with finance and signs the order", "27 Nov")
    ]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("board meets 10 dec, they decide then", [("decide", "10 Dec")]),
        ("audit is on Fri, she signs that day", [("sign", "27 Nov")]),
        ("board meets 10 dec, he rings me afterwards", [("ring me", "10 Dec")]),
        ("they decide then", [("decide then", None)]), ("board met 2 Nov 2026, then she signs", [("sign", None)]),
    ],
)  # fmt: skip
def test_then_is_the_day_named_before(line, expected):
    assert promises(read(line), Side.theirs) == expected


@pytest.mark.parametrize("word", ["tomorrrrow", "thrusday", "wensday", "firday", "tommorrwo", "tomoz"])
def test_a_misspelt_day_is_asked_and_never_mailed(word):
    (made,) = [p for p in read(f"she sends headcount {word}").promises if p.side is Side.theirs]
    assert made.text == "send headcount"
    assert made.due.on is not None or word in made.due.problem


@pytest.mark.parametrize("word", ["money", "holidays", "sandy", "Mondays", "total", "headcount", "birthday", "Sundry"])
def test_a_word_that_is_no_day_stays(word):
    (made,) = read(f"she sends the {word}").promises
    assert (made.text, made.due) == (f"send the {word}", None)


def test_a_form_field_says_what_cannot_be_read():
    (made,) = read_promises("send headcount by wensday", Side.theirs, TODAY)
    assert made.text == "send headcount"
    assert made.due is not None


@pytest.mark.parametrize(
    ("line", "on"),
    [
        ('Dana said "not now, ask us again in June"', date(2027, 6, 1)),
        ("not now, ask us again in June", date(2027, 6, 1)),
        ("she said try again in September", date(2027, 9, 1)),
        ("no budget, contact her again in Q3", date(2027, 7, 1)),
        ('Lea: "not before June"', date(2027, 6, 1)),
    ],
)
def test_asked_to_come_back_later_nothing_happens_before(line, on):
    assert read(line).not_before.on == on


@pytest.mark.parametrize(
    "line", ["they'll get back to us in May", 'Ana: "we called him again in May"', "she said call me back Tuesday"]
)
def test_who_comes_back_themselves_or_on_a_near_day_asks_for_no_wait(line):
    assert read(line).not_before is None


def test_a_restart_that_they_wish_for_is_a_day_not_before():
    assert read("wants to restart mid January").not_before.on == date(2027, 1, 11)
    assert read("wants to pause until Feb").not_before.on == date(2027, 2, 1)
    assert read("she'd like to pick it up again in Feb").not_before.on == date(2027, 2, 1)


def test_who_cannot_come_is_who_we_spoke_of():
    assert read("Jory cant make the demo tomorrow").contact == "Jory"
    assert read("Told her I'd send it Fri").contact == ""
    assert read("Ivan's counts are late").contact == ""
    assert read("bea's sending the plan Fri").contact == "Bea"
    assert read("Said I'd send it Fri").contact == ""


def test_a_verb_alone_promises_nothing():
    assert read("she will do Fri").promises == ()
    assert read("I can do Friday").promises == ()


@pytest.mark.parametrize(
    ("line", "made"),
    [
        ("ill send the revised quote 11,500 eur by eod tmrw", [("send the revised quote 11,500 eur", "26 Nov")]),
        ("I send the list, 500 names by Fri", [("send the list", None)]),  # a comma that parts two things
        ("I get back to her by tues w pricing", [("get back to her with pricing", "01 Dec")]),
        ("I'll send the deck Fri lol", [("send the deck", "27 Nov")]),
        ("I might send the deck Fri", []),
        ("I'll maybe call her boss on Monday", []),
    ],
)
def test_figures_stay_whole_and_a_maybe_is_no_promise(line, made):
    assert promises(read(line), Side.ours)[: len(made) or None] == made


@pytest.mark.parametrize(
    "line",
    [
        "she said theyre talking to hubspot too", "im waiting on her cfo", "they're still comparing us with two others",
        "told her 'best price is 11k'. she goes 'ok let me see'", "i said ill see", "we're using spreadsheets",
    ],
)  # fmt: skip
def test_how_things_are_is_no_promise(line):
    assert read(line).promises == ()


@pytest.mark.parametrize("line", ["she's talking to finance on Monday", "they're sending it Fri"])
def test_what_goes_on_by_a_day_is_one(line):
    assert len(read(line).promises) == 1


@pytest.mark.parametrize(
    "line",
    [
        "she said no problem, she'll sign fri", "she said no rush, call me in April", 'she asked "can you do net 60", i said no',
        "she said no to the discount but yes to the rest", "she said do not call before April",
    ],
)  # fmt: skip
def test_not_every_no_is_a_refusal(line):
    assert read(line).result is not Result.no_sale


@pytest.mark.parametrize("line", ["she said no", "he said no, too dear", "not interested", "they said no thanks"])
def test_a_no_is_one(line):
    assert read(line).result is Result.no_sale
