"""What a thumb tells: who goes on without being named, what is no promise, and what a quotation is part of. Today is Thu 12 March 2026."""

from datetime import date

import pytest

from bot.model import Result, Side
from bot.reading.calltext import read_rest

TODAY = date(2026, 3, 12)
PEOPLE = ("Sarah Lee", "Marcus Hale", "Priya Nair", "Rachael Rosen", "Miles Dyson")


def read(rest, people=PEOPLE):
    return read_rest("Acme", rest, TODAY, people=people)


def promises(call, side):
    return [(p.text, f"{p.due.on:%d %b}" if p.due and p.due.on else None) for p in call.promises if p.side is side]


@pytest.mark.parametrize(
    "line",
    [
        "we'll send nothing til then", "i won't send", "i wont send it", "she will not sign before may", "marcus won't sign this month",
        "we will send no more quotes by Fri", "i'll promise nothing by Fri", "they will hear nothing until Monday", "I'll tell nobody by Fri",
        "she's sending nothing before Tue", "never sends it by Fri", "no one will sign by Fri", "nobody will call by Fri", "i will neither call nor write by Fri",
    ],
)  # fmt: skip
def test_what_will_not_be_is_no_promise(line):
    for typed in (line, f"marcus will review by fri; {line}"):
        call = read(typed)
        assert [p.text for p in call.promises] in ([], ["review"])
        assert line.casefold() in call.note.casefold()


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("i won't send anything before monday", (3, 16)), ("she will not sign before 4 may", (5, 4)), ("we'll send nothing until 24 march", (3, 24)),
        ("miles can't do before june, has no budget", (6, 1)), ("they'd rather wait til q3", (7, 1)), ("she would rather wait until 6 April", (4, 6)),
        ("budget freeze til april", (4, 1)), ("no budget until 1 june", (6, 1)), ("they have no budget before july", (7, 1)),
        ("spending is frozen until 4 May", (5, 4)), ("nothing happens before 6 april", (4, 6)), ("no decision before may", (5, 1)),
        ("everything is on ice til june", (6, 1)), ("sarah likes it, budget freeze til april, boss is dave", (4, 1)), ("they're waiting til q3", (7, 1)), ("they want to wait for q3", (7, 1)), ("revisit in q3", (7, 1)), ("cfo won't release money before july", (7, 1)),
        ("we're not doing anything until april", (4, 1)), ("i'm not sending anything til the 24th", (3, 24)), ("no budget til next quarter", (4, 1)),
    ],
)  # fmt: skip
def test_a_day_before_which_nothing_happens_is_a_wait(line, day):
    call = read(line)
    assert call.promises == ()
    assert call.not_before
    assert call.not_before.on == date(2026, *day)


@pytest.mark.parametrize(
    "line",
    [
        "she sends it before Tue",
        "we can't ship before may",
        "price can't change before june",
        "the trial won't end before june",
        "the offer is good until 1 May",
        "we have until April",
        "price is frozen until June",
    ],
)
def test_a_day_that_is_no_wait(line):
    assert read(line).not_before is None


@pytest.mark.parametrize(
    ("line", "side", "made"),
    [
        ("marcus loved the demo. will talk to cfo by weds", Side.theirs, [("talk to cfo", "18 Mar")]),
        ("priya loved it, will sign by eom", Side.theirs, [("sign", "31 Mar")]),
        ("priya loved it and will sign by eom", Side.theirs, [("sign", "31 Mar")]), ("priya loved it - will sign by eom", Side.theirs, [("sign", "31 Mar")]),
        ("priya loved it & will sign by eom", Side.theirs, [("sign", "31 Mar")]), ("she promised a decision by fri", Side.theirs, [("give a decision", "13 Mar")]),
        ('sarah said "yes" and will sign fri', Side.theirs, [("sign", "13 Mar")]),
        ("they want a comparison, i'll do it by fri", Side.ours, [("do a comparison", "13 Mar")]),
        ("sarah asked for the roi sheet. sending that mon", Side.ours, [("send the roi sheet", "16 Mar")]),
        ('marcus will "probably" ask the cfo mon', Side.theirs, [("ask the cfo", "16 Mar")]),
        ("she liked the pilot; gonna ask her boss by tues", Side.theirs, [("ask her boss", "17 Mar")]),
        ("Marcus is keen, promised to call me back fri", Side.theirs, [("call me back", "13 Mar")]),
        ("priya loved it, will send the contract by fri", Side.theirs, [("send the contract", "13 Mar")]),
        ("priya loved it, will send her the case study by fri", Side.ours, [("send her the case study", "13 Mar")]),
        ("i sent the roi sheet, will ask her boss mon", Side.ours, [("ask her boss", "16 Mar")]),
        ("jim, he is at procurement, will get back to me next week", Side.theirs, [("get back to me", "20 Mar")]),
        ("jim promised to call me back tmrw", Side.theirs, [("call me back", "13 Mar")]),
        ("bill promised us to send the numbers by tues", Side.theirs, [("send the numbers", "17 Mar")]),
        ("bill owes the numbers by tues, sue owes nda by weds", Side.theirs, [("send the numbers", "17 Mar"), ("send nda", "18 Mar")]),
        ("i owe both a summary", Side.ours, [("send a summary", None)]),
        ("i promised priya to send case study by mon", Side.ours, [("send case study", "16 Mar")]),
        ("i promised priya to send case study by mon and she promised feedback by thu after that", Side.theirs, [("give feedback", "19 Mar")]),
        ("she promised feedback by fri", Side.theirs, [("give feedback", "13 Mar")]),
        ("sarah wants me 2 send roi sheet tmrw", Side.ours, [("send roi sheet", "13 Mar")]),
        ("she promised the sow by thu 19 march, now says mon 23 march", Side.theirs, [("send the sow", "23 Mar")]),
        ("sarah wants the roi sheet by monday, i'll send it", Side.ours, [("send the roi sheet", "16 Mar")]),
        ("sarah asked for the roi sheet, will send it fri", Side.ours, [("send the roi sheet", "13 Mar")]),
        ("she needs the quote by Mon, I'll send it", Side.ours, [("send the quote", "16 Mar")]),
        ("she needs the quote by Mon, I'm sending it tomorrow", Side.ours, [("send the quote", "13 Mar")]),
        ("they want a floor plan, I will get them one by tues", Side.ours, [("get them a floor plan", "17 Mar")]),
    ],
)  # fmt: skip
def test_who_goes_on_without_being_named(line, side, made):
    assert promises(read(line), side) == made


@pytest.mark.parametrize(
    "line",
    [
        "spoke to her boss, will see",
        "will see",
        "nice chat, will be fine",
        "will think",
        "left vm, will try again",
        "sent the contract, will sign fri",
        "will sign fri",
    ],
)
def test_nobody_goes_on(line):
    assert read(line).promises == ()


@pytest.mark.parametrize(
    ("line", "made"),
    [
        ("sarah said she'll \"talk to legal\" and come back by tues", [("talk to legal", "17 Mar"), ("come back", "17 Mar")]),
        ('sarah will "sign the paper" by fri', [("sign the paper", "13 Mar")]),
        ('marcus is going to "talk to legal" and call me by mon', [("talk to legal", "16 Mar"), ("call me", "16 Mar")]),
        ('charlie said he\'d "probably" sign next week but dont quote me', []),
    ],
)  # fmt: skip
def test_a_quotation_inside_a_sentence_is_a_part_of_it(line, made):
    call = read(line)
    got = promises(call, Side.theirs)
    assert [text for text, _ in got] == [text for text, _ in made]
    assert [day for _, day in got if day] == [day for _, day in made if day]
    assert call.said == ""
    assert '"' not in "".join(p.text for p in call.promises)


@pytest.mark.parametrize(
    ("line", "people", "made"),
    [
        ("art will send the sow by fri", ("Art Vega",), [("send the sow", "13 Mar")]), ("bill promised to call me fri", ("Bill Oh",), [("call me", "13 Mar")]),
         ("will send it fri", ("Will Ray",), []),
    ],
)  # fmt: skip
def test_a_name_that_is_a_word_as_well(line, people, made):
    assert promises(read(line, people), Side.theirs) == made


def test_words_of_their_own_stay_words():
    assert read('sarah said "we love it but cfo is nervous", will ask him mon').said == "we love it but cfo is nervous"


@pytest.mark.parametrize(
    "line", ["sarah said she'll", "she'll", "charlie said he'd", "they will", "she's going to", "he'd"],
)  # fmt: skip
def test_an_auxiliary_alone_promises_nothing(line):
    assert read(line).promises == ()


@pytest.mark.parametrize(
    ("line", "who"),
    [
        ("cfo said no", "cfo"), ("her cfo said no", "cfo"), ("the cfo turned it down", "cfo"), ("legal turned it down", "legal"),
        ("they said no to the price", ""), ("the board rejected it", "board"), ("finance didn't approve it", "finance"),
        ("procurement shot it down", "procurement"), ("cfo vetoed it", "cfo"), ("it's a no from the cfo", "cfo"), ("got a no from legal", "legal"), ("got turned down by legal", "legal"), ("it was rejected by finance", "finance"), ('sarah said "no"', ""), ('she says "no."', ""), ("the board killed it", "board"), ("they passed on the offer", ""),
    ],
)  # fmt: skip
def test_a_no_is_a_no(line, who):
    call = read(line)
    assert call.result is Result.no_sale
    assert call.promises == ()
    assert not who or who in call.answered


@pytest.mark.parametrize(
    "line",
    [
        "they said no to a demo on Fri",
        "no news from the cfo",
        "she said no problem",
        "i said no to a discount",
        "got a no-show",
    ],
)
def test_no_that_is_none(line):
    assert read(line).result is not Result.no_sale


@pytest.mark.parametrize(
    ("line", "thing"),
    [("got the po from sarah", "po"), ("she sent the po", "po"), ("PO came in", "po"), ("po arrived today", "po"), ("contract is in", "contract")],
)  # fmt: skip
def test_what_came_is_handed_over_by_them(line, thing):
    call = read(line)
    assert [d.side for d in call.delivered] == [Side.theirs]
    assert thing in call.delivered[0].thing.casefold()
    assert call.contact in {"", "Sarah"}


def test_a_leave_that_begins_later():
    call = read("rachael is on vacation from monday until 27 march, she sends the po before she leaves")
    assert (call.away.back_on, call.away.who) == (date(2026, 3, 27), "Rachael")
    assert promises(call, Side.theirs) == [("send the po", "13 Mar")]


@pytest.mark.parametrize(
    ("line", "back"),
    [
        ("miles is out from 16 march to 24 march", 25), ("Miles is off mon 16 march - 24 march", 25), ("Miles is off 16-24 march", 25),
        ("Miles is away between 16 and 24 march", 25), ("Miles is on leave from monday to tuesday", 18), ("Miles is out from 16/3 to 24/3", 25),
        ("Miles is on holiday from Monday till the 24th", 24), ("Miles is away from 16 march until 24 march", 24),
    ],
)  # fmt: skip
def test_a_leave_from_a_day_to_another(line, back):
    away = read(line).away
    assert away
    assert (away.since, away.back_on) == (date(2026, 3, 16), date(2026, 3, back))
