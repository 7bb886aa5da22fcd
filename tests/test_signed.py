"""A mail that is pasted is of whoever signed it: no word inside it is its sender, and its signature is no part of what is told."""

import pytest

from bot.cards import plain_text
from bot.reading.words.greetings import unsigned
from tests.settled import settled
from tests.team import Team

ONE_DATABASE = True
_DEALS = (
    "new deal with Ada's Bistro, Mark Good", "new deal with Lomax Glass, Ruby Snow", "new deal with Mersey Glass, Saul Poe",
    "new deal with Louvain Café, Elodie Roux", "new deal with Will & May Ltd, Jo Price", "new deal with Corner Deli, Penny Lane",
)  # fmt: skip


@pytest.fixture
@settled
def team(database):
    team = Team(database)
    for made in _DEALS:
        team.say("Tom", made)
    return team


@pytest.mark.parametrize(
    ("mail", "deal", "who", "not_told"),
    [
        ("Hello Tom,\nthanks for your call. We will order next week. May I ask you to send the new price list by Friday?\nRegards\nMark Good\nAda's Bistro", "Ada's Bistro", "Mark", "Regards"),
        ("Hello Tom,\nmay we move our meeting to Friday 10am? Mark is ill.\nBest, Ruby Snow\nLomax Glass", "Lomax Glass", "Ruby", "Snow”"),
        ("Hi Tom, we will sign next week. Thanks, Saul\nMersey Glass", "Mersey Glass", "Saul", "Thanks"),
        ("Hi Tom\n\nWill you be there? We will sign on Thursday if you send the form today.\n\nElodie\nLouvain Café\n", "Louvain Café", "Elodie", "Café”"),
        ("Hi Tom,\nI will forward it to my boss on Monday. May is fine.\nelodie", "Louvain Café", "Elodie", "elodie"),
        ("Hello Tom,\nwe send you the order on Friday.\nKind regards\nMax Power\nLomax Glass", "Lomax Glass", "Max", "Power”"),
    ],
)  # fmt: skip
def test_a_mail_is_of_whoever_signed_it(team, mail, deal, who, not_told):
    asked = team.say("Tom", mail)
    assert f"Did {deal} write that?" in plain_text(asked.card)
    answer = plain_text(team.press(asked, "Yes, log it").card)
    assert f"Logged: {deal}, {who}, they got in touch" in answer
    assert not_told not in answer


@pytest.mark.parametrize(
    "mail",
    [
        "Hi Tom,\nWill Mark be there? We have chosen another supplier, sorry.\nBest regards\nZoe Quill\nQuill Works",
        "Hi Tom\nplease call Lomax Glass today, Ruby signs Friday.\nLena",
    ],
)
def test_a_signature_that_fits_no_deal_offers_none(team, mail):
    asked = plain_text(team.say("Tom", mail).card)
    assert "A letter to you. Whose was it?" in asked
    assert "[Drop it" in asked
    assert asked.count("[") == 1


def test_a_mail_of_our_own_is_in_our_words(team):
    asked = team.say(
        "Tom",
        "From: Tom Becker <t@n.example>\nTo: Ruby Snow\nSubject: offer\n\nHi Ruby,\nI will send the quote by Friday.\nTom",
    )
    answer = plain_text(team.press(asked, "Yes, log it").card)
    assert "You will: send the quote, Fri 13 March" in answer
    assert "They will" not in answer
    assert "Tom, thank you" not in answer


@pytest.mark.parametrize(
    ("text", "said", "signature"),
    [
        ("we take ten.\nBest\nJo", "we take ten.", "Jo"),
        ("we take ten. Thanks, we sign on Friday.", "we take ten. Thanks, we sign on Friday.", ""),
        ("we take ten\nthanks", "we take ten", ""),
        ("we need these:\nTen lamps\nTwo chairs", "we need these:\nTen lamps\nTwo chairs", ""),
        ("Thanks for the offer. We sign.", "Thanks for the offer. We sign.", ""),
        ("we take ten.\n\nJo Brandt\nQuill Works", "we take ten.", "Jo Brandt\nQuill Works"),
    ],
)
def test_what_stands_under_a_letter(text, said, signature):
    assert unsigned(text) == (said, signature)
