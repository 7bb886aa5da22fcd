"""What a call achieved: a refusal in anybody's words, an act that is done, and what is neither. Today is Wed 25 November 2026."""

from datetime import date

import pytest

from bot.model import Result
from bot.reading.calltext import read_rest

TODAY = date(2026, 11, 25)
PEOPLE = ("Omar Haddad", "Bea Lark")


def read(rest, people=PEOPLE):
    return read_rest("Acme", rest, TODAY, people=people)


@pytest.mark.parametrize(
    "line",
    [
        "omar: 'we just signed with my brother's firm'", "they already re-upped with the incumbent", "renewed with our competitor for two years",
        "bea says they signed w/ another supplier", "omar: 'sticking with our current broker'", "bea: 'we're fine with what we've got'",
        "they're happy with their current provider", 'bea "quite content with who we use"', "omar: 'all set with the agency we have, thanks'",
        "'take my name off your list'", "omar: 'remove us from your list please'", "bea said 'lose my number'", "unsubscribed and said so",
        "we lost the tender, 3rd of 4", "lost the bid on price", "sadly lost this one", "lost it to a rival", "lost. shame", "we've lost the account",
        "pulled the plug on it", "board axed the project", "killed it, budget is gone", "scrapped the whole deal",
        "spending is frozen, close the file", "closing the file on this", "omar: 'you can close our file'", "file closed", "case closed, no budget",
        "they chose a cheaper vendor", "hired another firm last week", "have picked a national supplier", "selected the other bidder",
        "bea says they went another way", "going with a different vendor", "omar: 'we built it in-house'", "re-signed with their old carrier",
    ],
)  # fmt: skip
def test_a_refusal_in_their_words_or_ours_is_no_sale(line):
    assert read(line).result is Result.no_sale


@pytest.mark.parametrize(
    "line",
    [
        "lost my notes, bea says fine", "lost the thread for a minute, omar was patient", "bea lost the quote, resending", "lost him when the line dropped",
        "omar killed two birds with one stone", "the demo killed it", "killed it in the demo, bea loved it", "i killed it today",
        "omar closed the file share for us", "bea has closed the case study", "didn't close the file", "bea will close the deal with us in may",
        "omar signed w/ docusign, just the visitor form", "bea is happy with what we have shown", "they're not happy with who they have",
        "if they are happy with what they have we drop it", "omar was happy with their current supplier until the price went up",
        "bea picked a vendor day in May", "they pick a vendor in April", "hired a new vendor manager", "they chose us as a vendor", "omar takes it off his list of worries",
        "bea: 'sticking with the plan we have with you'", "renewed with us in spirit, nothing signed", "is the file closed? omar asks", "bea asked to close the file share",
        "they lost a customer last week", "bea went another way round the site", "they lost the contract with BMW last year",
        "bea: 'we went a different route with the pipes'", "bea will remove me from the list of speakers", "wants to stay with her current supplier for pumps, valves from us",
    ],
)  # fmt: skip
def test_what_only_sounds_like_a_refusal(line):
    assert read(line).result is not Result.no_sale


@pytest.mark.parametrize(
    "line",
    [
        "bea says the trial is approved", "omar told me the budget has been signed off", "pilot got greenlit", "our proposal was accepted by the board",
        "business case is through", "bea says the investment committee cleared it", "the cfo okayed the spend", "legal signed off on the terms",
        "got the capex approved", "omar got his budget through", "bea has the funding released", "the NDA came back signed",
        "our msa is back with two redlines", "dpa came back from their lawyers", "board gave the go-ahead", "purchasing approved us as a vendor",
        "omar confirmed the poc has been cleared", "budget approved, bea is over the moon", "the steering committee ok'd the pilot", "sow returned with comments",
    ],
)  # fmt: skip
def test_what_they_have_done_is_an_advance(line):
    assert read(line).result is Result.advance


@pytest.mark.parametrize(
    "line",
    [
        "the budget isn't approved yet", "once the pilot is approved we talk", "bea wants the budget signed off first", "if legal clears us we start",
        "budget has to be approved by the board", "is the pilot approved? omar did not know", "we are not on the approved vendor list",
        "bea likes the approved colours", "I signed off on the terms", "we approved the artwork", "nda came back unsigned", "the nda came back to haunt us",
        "vendor form bounced", "omar is fine with that", "waiting for the trial to be approved", "the budget was almost approved", "our boss approved the discount",
        "bea hopes the pilot gets approved", "msa is back to square one", "the pilot was nearly signed off", "nothing agreed", "no commitment, he holds the key",
        "omar likes it, nothing firm", "they handed me over to support", "bea cleared us a slot, no day yet",
    ],
)  # fmt: skip
def test_what_is_not_done_is_none(line):
    assert read(line).result is Result.continuation


@pytest.mark.parametrize(
    ("line", "result"),
    [
        ("omar handed me over to the head of ops, call with both Mon 2pm", Result.advance), ("omar passed me on to his director, call Tue 9am", Result.advance),
        ("bea put me in touch with the plant lead, call Fri", Result.advance), ("omar referred me to their buyer", Result.continuation),
        ("got handed over to the helpdesk, call Mon", Result.continuation),
        ("reception passed me on to bea, call Mon 2pm", Result.continuation),
    ],
)  # fmt: skip
def test_who_hands_us_on_and_agrees_a_day_has_moved_it(line, result):
    assert read(line).result is result


@pytest.mark.parametrize(
    "line",
    [
        "bea will sound out her boss, soon", "he'll sound procurement out", "omar asks head office", "she'll ask HQ about it", "bea will ask around",
        "omar will ask his partner", "bea still owes us the head count", "omar still owes the drawings, were due Monday",
        "got bea live, 5 min. Keen? No. 'Call me when the audit is over'",
    ],
)  # fmt: skip
def test_where_nothing_firm_was_promised_the_talk_goes_on(line):
    assert read(line).result is Result.continuation


@pytest.mark.parametrize(
    "line", ["omar asks the board Friday", "bea will ask legal by Tue", "omar asks his supplier for a quote by Fri"]
)
def test_who_asks_by_a_day_has_taken_it_on(line):
    assert read(line).result is Result.advance


def test_an_undated_question_inside_is_soft():
    assert [(one.text, one.soft) for one in read("she'll ask HQ").promises] == [("ask HQ", True)]
    assert [one.soft for one in read("she'll ask HQ by Fri").promises] == [False]


@pytest.mark.parametrize(
    "line", ["Bea turns 40 on May 1. Didn't call", "haven't rung omar yet", "bea's moved desks, have not called"]
)
def test_where_nobody_was_called_nothing_was_achieved(line):
    assert not read(line).is_contact


@pytest.mark.parametrize(
    "line",
    [
        "flush with cash this quarter",
        "they are stuck with their old vendor",
        "we went in a different direction on pricing",
        "no budget approved",
        "zero budget approved yet",
    ],
)
def test_a_complaint_or_a_missing_yes_is_neither_a_no_nor_an_advance(line):
    assert read_rest("x", line, date(2026, 3, 12)).result not in {"no_sale", "advance"}
