"""The offer beside the one question of a letter: clean, no question of its own, and nothing told of them (H28)."""

from dataclasses import replace

import pytest

from bot.model import House, HousePhrase, NextStep, Result, Side, TurnKind
from bot.playbook import easing
from bot.playbook.about import About
from bot.playbook.cliches import hits
from bot.playbook.drafts import email
from bot.playbook.easing import OFFERS
from bot.playbook.wording import Speaker, sendable
from tests.playbook.history import Story, day

TOM = Speaker("Tom Becker", "Northlight", "555 0142")
SAID = [
    offer.format(step="demo", day="1 May")
    for offers in (*OFFERS.values(), easing._CALL, easing._ACT_OWED)
    for offer in offers
]


def test_every_subject_of_a_question_has_its_offers():
    assert set(OFFERS) == set(About)


@pytest.mark.parametrize("offer", sorted(set(SAID)))
def test_an_offer_is_clean_and_asks_nothing(offer):
    assert hits(offer) == ()
    assert "?" not in offer
    assert offer.endswith(".")
    assert len(offer.split()) <= 24


def test_a_letter_has_one_offer_before_its_question():
    story = Story().touch(0, said="two mis-picks a day is two too many").promise(0, Side.theirs, "get the counts", 4)
    letter = email(story.history, TOM, day(8)).text
    assert [offer in letter for offer in SAID].count(True) == 1
    assert letter.index(next(offer for offer in SAID if offer in letter)) < letter.index("?")


@pytest.mark.rule("S43")
def test_who_writes_is_told_in_full_while_they_may_have_forgotten():
    once = Story().touch(0, said="two a day is too many")
    often = Story().touch(0).touch(7, said="two a day is too many")
    whole = "Tom Becker\nNorthlight\n555 0142"
    assert email(once.history, TOM, day(1)).text.endswith(whole), "the first letter"
    assert email(often.history, TOM, day(10)).text.endswith("\n\nTom")
    assert email(often.history, TOM, day(17)).text.endswith("\n\nTom"), "ten days"
    assert email(often.history, TOM, day(18)).text.endswith(whole), "more than ten"


def test_a_phrase_of_which_the_team_is_tired_costs_the_offer_and_not_the_letter():
    story = Story().touch(0, said="two a day is too many").promise(0, Side.theirs, "get the counts", 4)
    worn = House(banned=(HousePhrase(1, 1, day(0), "tell me"),))
    letter = email(replace(story.history, house=worn), TOM, day(8))
    assert sendable(letter, worn.worn)
    assert "tell me" not in letter.text


def test_nobody_is_told_that_nothing_comes_before_a_day_when_something_does():
    story = Story().touch(0, said="we plan in May").promise(0, Side.ours, "send the case study", 4)
    wait = NextStep(1, 1, 9, day(0), "call", day(60), purpose="they asked us to wait")
    waiting = replace(story.history, next_steps=(wait,))
    assert "nothing that you need to do" not in email(waiting, TOM, day(1)).text
    nothing_owed = replace(waiting, commitments=())
    assert "there is nothing that you need to do" in email(nothing_owed, TOM, day(1)).text


def test_after_their_no_the_offer_and_the_question_are_about_the_same():
    story = Story().promise(0, Side.ours, "send the Leeds figures", 1)
    story.touch(1, said="we stay with what we have", result=Result.no_sale).turn(1, TurnKind.kept)
    text = email(story.history, TOM, day(3)).text
    assert "your answer stands. What decided it, and what would have to be different?" in text
