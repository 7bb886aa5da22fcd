"""What a clause takes from the one before it: its day, its hour, its act. Today is Thu 12 March 2026, two in the afternoon."""

from datetime import date, time

import pytest

from bot.model import Side
from bot.reading.calltext import read_rest

TODAY = date(2026, 3, 12)


def read(line):
    return read_rest("x", line, TODAY, people=("Nora Blum",), now=time(14))


@pytest.mark.parametrize(
    ("line", "day", "at"),
    [
        ("she decides 3/24, call that day at 3pm", 24, "15:00"),
        ("audit done 3/20, we speak the same day 10am", 20, "10:00"),
        ("Nora at the fair 3/18, meeting at our stand 11am", 18, "11:00"),
        ("demo moved to the 24th, still 2pm", 24, "14:00"),
        ("Nora moved Tuesday's demo to the 25th", 25, ""),
        ("pushed our 3/17 call by a week, same slot", 24, ""),
        ("she moved Monday's call back two days", 18, ""),
        ("contract review in person at their plant, Mon 23 March 16:00 Turin time", 23, "16:00"),
        ("we go over it 3/19 9am", 19, "09:00"),
        ("if I hear nothing by Tue I ring her boss", 17, ""),
        ("if no reply by 3/20 -> let it go", 20, ""),
        ("lvm, back at it Monday 8am", 16, "08:00"),
        ("Will try her again Wednesday morning", 18, "09:00"),
        ("renewal call Mon 8am", 16, "08:00"),
    ],
)
def test_the_next_step(line, day, at):
    step = read(line).next_step
    assert step is not None
    assert (step.date.on, step.date.at) == (date(2026, 3, day), at)


@pytest.mark.parametrize(
    ("line", "made"),
    [
        ("I send the deck tomorrow and the price list Monday", [("deck", Side.ours, 13), ("price list", Side.ours, 16)]),
        ("invoice goes out from me tomorrow and the starter kit Mon", [("nvoice", Side.ours, 13), ("starter kit", Side.ours, 16)]),
        ("papers go to their lawyer Mon and the signature comes by 3/25", [("papers", Side.theirs, 16), ("signature", Side.theirs, 25)]),
        ("Nora shows it to her partner Sat & has his answer by 3/20", [("shows it", Side.theirs, 14), ("answer", Side.theirs, 20)]),
        ("she cuts the PO 3/16, I return the signed SOW same day", [("PO", Side.theirs, 16), ("SOW", Side.ours, 16)]),
        ("legal has the draft, back to us in 5 business days", [("draft", Side.theirs, 19)]),
        ("my quote on his desk by the 20th", [("quote", Side.ours, 20)]),
        ("their committee meets 3/24, she presents us there", [("presents us", Side.theirs, 24)]),
        ("she tells me the result on 3/25", [("result", Side.theirs, 25)]),
        ("swears he'll have them back to me by Wed", [("have them back", Side.theirs, 18)]),
        ("told him I'd have an answer from my boss by Mon", [("answer", Side.ours, 16)]),
        ("needs our ROI sheet by 3/18 cob Tokyo", [("ROI sheet", Side.ours, 18)]),
        ("she promised me the vendor form inside 48h", [("vendor form", Side.theirs, 14)]),
        ("site plan isnt done, he now has it by the 27th", [("site plan", Side.theirs, 27)]),
        ("hasn't got round to the numbers, swears he'll have them back to me by Wed", [("the numbers", Side.theirs, 18)]),
        ("Nora Blum shows it to her board Tue & has the vote by 3/20", [("shows it", Side.theirs, 17), ("vote", Side.theirs, 20)]),
        ("counsel sends the markup by 3/18", [("markup", Side.theirs, 18)]),
        ("Nora runs the figures past finance by Fri", [("figures", Side.theirs, 13)]),
        ("he still owes the head count. “Wednesday for sure”", [("head count", Side.theirs, 18)]),
    ],
)  # fmt: skip
def test_who_promised_what(line, made):
    found = read(line).promises
    assert [(one.side, one.due and one.due.on) for one in found] == [
        (side, date(2026, 3, day)) for _, side, day in made
    ]
    assert all(words in one.raw for one, (words, _, _) in zip(found, made, strict=True))


@pytest.mark.parametrize(
    "line",
    [
        "I'd call it 50/50 at best", "he holds the purse", "Nora can approve up to 15k on her own", "Nora becomes VP on April 1",
        "Nora runs three plants by herself", "price goes up from 6 April",
    ],
)  # fmt: skip
def test_what_is_a_state_or_a_guess_promises_nothing(line):
    assert read(line).promises == ()


def test_an_old_promise_with_a_new_day_is_no_advance():
    call = read("he still owes the head count. “Wednesday for sure”")
    assert call.result == "continuation"


@pytest.mark.parametrize(
    ("line", "on"),
    [
        ("dont bother her til the merger is through, 1 May earliest", date(2026, 5, 1)),
        ("asked that I phone after spring break, 3/30 on", date(2026, 3, 30)),
    ],
)
def test_an_event_and_then_its_day(line, on):
    found = read(line).not_before
    assert found is not None
    assert found.on == on


@pytest.mark.parametrize(
    "line",
    [
        "he still owes the head count. “Wednesday for sure”", "site plan isnt done, he now has it by the 27th",
        "Nora moved Tuesday's demo to the 25th", "she'll sound out purchasing for me, hopefully soon", "she will ask her boss",
    ],
)  # fmt: skip
def test_what_is_late_moved_or_only_asked_is_no_advance(line):
    assert read(line).result == "continuation"


@pytest.mark.parametrize(
    ("line", "on"),
    [
        ("no budget til their fiscal year starts July 1", date(2026, 7, 1)),
        ("their RFP evaluation runs through April 24", date(2026, 4, 25)),
        ("all new vendors frozen thru 3/31", date(2026, 4, 1)),
        ("decision not earlier than May 7", date(2026, 5, 7)),
        ("Nora replied, 'please contact us again from 10 April'", date(2026, 4, 10)),
    ],
)
def test_until_when_nothing_can_happen(line, on):
    found = read(line).not_before
    assert found is not None
    assert found.on == on


def test_our_plan_beside_a_mail_is_no_talk():
    assert read("em'd Nora the rates. will ring Fri 11am").outcome == "email"


def test_a_quoted_hour_is_todays():
    step = read("Nora texted: “in a meeting, ring u @ 4”").next_step
    assert step is not None
    assert (step.date.on, step.date.at) == (TODAY, "16:00")
