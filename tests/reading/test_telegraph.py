"""What a thumb leaves out is put back, and nothing that was not meant. Today is Thu 12 March 2026."""

from datetime import date

import pytest

from bot.reading.dates import find_dates
from bot.reading.grammar.theirthings import their_thing
from bot.reading.telegraph.telegraph import in_full, without_asides
from bot.reading.telegraph.undone import late_thing, undone

TODAY = date(2026, 3, 12)


def full(clause, **before):
    return in_full(clause, find_dates(clause, TODAY), **before)


@pytest.mark.parametrize(
    ("clause", "meant"),
    [
        ("po by Fri", "they will send po by Fri"),
        ("their signed contract by 3/20", "they will send their signed contract by 3/20"),
        ("signed MSA back Tue", "they will send signed MSA Tue"),
        ("decision expected Mon", "they will send decision Mon"),
        ("the final approval by the 20th", "they will send the final approval by the 20th"),
        ("redlines Wed", "they will send redlines Wed"),
        ("board approval 3/30", "they will send board approval 3/30"),
        ("floor plan from him Mon", "they will send floor plan Mon"),
        ("sample list coming from Dana by Fri", "they will send sample list by Fri"),
        ("finance approves by Fri", "they will have finance approve by Fri"),
        ("procurement signs off by 3/27", "they will have procurement sign off by 3/27"),
        ("Dana says go live on 4/1", "Dana will go live on 4/1"),
        ("picks a vendor by Fri", "they will pick a vendor by Fri"),
        ("confirms the count Mon", "they will confirm the count Mon"),
        ("needs 2 weeks to talk to legal", "they will talk to legal in 2 weeks"),
        ("Dana needs three days to review the draft", "Dana will review the draft in three days"),
        ("wants to sign in person", "they will sign in person"),
        ("them: floor plan by Fri", "they will send floor plan by Fri"),
    ],
)
def test_what_comes_from_them_is_said_in_full(clause, meant):
    assert full(clause) == meant


@pytest.mark.parametrize(
    ("clause", "meant"),
    [
        ("deck goes to her Mon", "I will send deck Mon"),
        ("price list from us Tue", "I will send price list Tue"),
        ("me: mockup by Fri", "I will send mockup by Fri"),
        ("on us: send the draft Mon", "I will send the draft Mon"),
        ("proposal deadline 3/25", "I will submit proposal 3/25"),
        ("drafting the SOW by Fri", "I am drafting the SOW by Fri"),
        ("preparing slides for Tue", "I am preparing slides for Tue"),
        ("our crew goes out Tue", "we will have our crew go out Tue"),
        ("our legal back by Fri", "we will get our legal back by Fri"),
    ],
)
def test_what_comes_from_us_is_ours(clause, meant):
    assert full(clause) == meant


@pytest.mark.parametrize(
    "clause",
    [
        "po came Fri", "po received Fri", "decision was made Mon", "signed the contract Fri", "legal approved Fri", "legal sent it Mon",
        "our installers met Fri", "she was drafting it Fri", "sent the deck to her Mon", "we sent the contract Fri",  # done
        "did the po come by Fri?", "po by Fri?", "if the po comes by Fri", "not our decision by Fri",
        "heard from him Mon", "got the spec from him Mon", "bought it from him Mon", "no news from them Mon", "nothing from her Fri",
        "visits start Mon", "trial ends Fri", "contract expires 3/31", "demo starts Mon", "legal was busy Mon",
        "April needs the deck Fri", "wants 2 weeks", "needs time to think", "po", "redlines", "me: nothing new", "",
    ],
)  # fmt: skip
def test_what_promises_nothing_stays_as_it_was_typed(clause):
    assert full(clause) == clause


@pytest.mark.parametrize(
    ("clause", "act"),
    [
        ("hasn't read the stats yet", "read the stats"),
        ("did not sign last week", "sign"),
        ("she was supposed to send the PO by Fri", "send the PO"),
        ("haven't managed to call legal", "call legal"),
        ("hasn't decided", "decide"),
        ("Dana hasn't spoken to the board", "speak to the board"),
        ("can't approve it this quarter", "approve it"),
        ("po slipped again", "send po"),
        ("their decision is delayed", "send their decision"),
        ("questionnaire overdue", "send questionnaire"),
    ],
)
def test_what_they_have_not_done_is_a_plain_act(clause, act):
    assert undone(clause, find_dates(clause, TODAY)) == act


@pytest.mark.parametrize(
    "clause",
    ["has read the stats", "she signed it", "will send it Fri", "po is in", "not happy", "hasn't a clue", "she won't be late", ""],
)  # fmt: skip
def test_what_is_done_or_a_mood_is_not_undone(clause):
    assert undone(clause, find_dates(clause, TODAY)) == ""


@pytest.mark.parametrize(
    "clause", ["po is in", "the decision was easy", "she is late", "deck is late", "hasn't signed"]
)
def test_only_a_thing_of_theirs_is_late(clause):
    assert late_thing(clause) == ""


@pytest.mark.parametrize(
    "clause", ["pushing for Fri", "aiming at Fri", "now Fri", "she swears Fri", "pushed it to Fri", "promised by Fri"]
)
def test_a_new_day_is_for_what_was_not_done(clause):
    day = "by Fri" if "by " in clause else "Fri"
    assert full(clause, undone="read the stats").removesuffix(day).strip() == "they will read the stats"
    assert "read the stats" not in full(clause)


@pytest.mark.parametrize(
    "clause", ["called Fri", "she pushed the button Fri", "moved house Fri", "now Fri?", "she swears"]
)
def test_another_act_has_no_new_day(clause):
    assert full(clause, undone="read the stats") == clause


@pytest.mark.parametrize(
    ("clause", "thing"),
    [("she has q's", "q's"), ("some questions on pricing", "questions"), ("they drafted the redlines", "redlines")],
)
def test_it_is_the_thing_they_have(clause, thing):
    assert their_thing(clause) == thing
    assert full("sending them over Fri", their_thing=thing) == f"they will send {thing} over Fri"


@pytest.mark.parametrize("clause", ["will send it", "nice chat", "it was good", ""])
def test_no_thing_of_theirs_is_none(clause):
    assert their_thing(clause) == ""
    assert full("sending them over Fri") == "sending them over Fri"


@pytest.mark.parametrize(
    ("clause", "left"),
    [
        ("he (she?) will forward it", "he will forward it"),
        ("Dana (the buyer) sends it Fri", "Dana sends it Fri"),
        ("can't decide because they lack budget", "can't decide"),
        ("not now bc the boss is away", "not now"),
    ],
)
def test_asides_and_reasons_are_left_out(clause, left):
    assert without_asides(clause) == left


@pytest.mark.parametrize(
    "clause",
    ["he sends 5 (five 5) by Fri", "he said (“no”) Fri", "moved because of 3 things", "call Mon since Dana left", "late because she waits till 4/1", "(a)", ""],
)  # fmt: skip
def test_what_holds_a_day_or_their_words_is_no_aside(clause):
    assert without_asides(clause) == clause
