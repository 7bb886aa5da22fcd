"""The offer beside the one question of a letter: clean, no question of its own, and nothing told of them (H28)."""

import pytest

from bot.model import Side
from bot.playbook import easing
from bot.playbook.cliches import hits
from bot.playbook.drafts import email
from bot.playbook.wording import Speaker
from tests.playbook.history import Story, day

TOM = Speaker("Tom Becker", "Northlight", "555 0142")
OFFERS = [
    offer for name, value in vars(easing).items() if name.isupper() and isinstance(value, tuple) for offer in value
]


def test_there_are_offers():
    assert len(OFFERS) > 15


@pytest.mark.parametrize("offer", sorted(set(OFFERS)))
def test_an_offer_is_clean_and_asks_nothing(offer):
    assert hits(offer) == ()
    assert "?" not in offer
    assert offer.endswith(".")
    assert len(offer.split()) <= 24


def test_a_letter_has_one_offer_before_its_question():
    story = Story().touch(0, said="two mis-picks a day is two too many").promise(0, Side.theirs, "get the counts", 4)
    letter = email(story.history, TOM, day(8)).text
    assert [offer in letter for offer in OFFERS].count(True) == 1
    assert letter.index(next(offer for offer in OFFERS if offer in letter)) < letter.index("?")


@pytest.mark.rule("S43")
def test_who_writes_is_told_in_full_while_they_may_have_forgotten():
    once = Story().touch(0, said="two a day is too many")
    often = Story().touch(0).touch(7, said="two a day is too many")
    whole = "Tom Becker\nNorthlight\n555 0142"
    assert email(once.history, TOM, day(1)).text.endswith(whole), "the first letter"
    assert email(often.history, TOM, day(10)).text.endswith("\n\nTom")
    assert email(often.history, TOM, day(17)).text.endswith("\n\nTom"), "ten days"
    assert email(often.history, TOM, day(18)).text.endswith(whole), "more than ten"
