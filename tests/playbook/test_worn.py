"""What our own sentences say too often is offered for the wall (H24)."""

import pytest

from bot.playbook.worn import FEWEST, worn_by_use
from tests.team import Team

SAME = [f"Dana, last Tuesday we spoke about the lot {n}; what would you want settled first?" for n in range(10)]
OTHER = [f"Kim, you said “one two three four five {n}”; is it so for number {n}?" for n in range(15)]


@pytest.mark.rule("H24")
def test_five_words_in_more_than_a_fifth_of_a_week_are_worn():
    found = worn_by_use([*SAME, *OTHER], ())
    assert ("what would you want settled", 10, 25) in [(one.phrase, one.times, one.of) for one in found]
    assert not any("three" in one.phrase for one in found), "their words are theirs"


@pytest.mark.rule("H24")
def test_few_sentences_say_nothing_and_one_that_came_twice_is_one():
    assert worn_by_use(SAME * 5, ()) == ()
    assert len(SAME) < FEWEST


@pytest.mark.rule("H24")
def test_what_is_on_the_wall_already_is_not_offered():
    found = worn_by_use([*SAME, *OTHER], ("what would you want settled",))
    assert "what would you want settled" not in [one.phrase for one in found]


@pytest.mark.rule("H24")
def test_no_two_of_the_offered_are_nearly_the_same():
    found = [set(one.phrase.split()) for one in worn_by_use(SAME + OTHER, ())]
    assert all(len(one & other) < 3 for one in found for other in found if one is not other)


@pytest.mark.rule("H24")
def test_who_leads_sees_what_a_week_of_lists_has_worn_and_bans_it_by_a_press(database):
    team = Team(database)  # Thu 12 March 2026
    for rep, letters in (("Tom", "abcdefghijkl"), ("Lena", "mnopqrstuvwx")):
        for letter in letters:
            team.say(rep, f"new Firm{letter}, lot {letter * 3}")
            team.say(rep, f"logcall Firm{letter}: met them")
    assert "Worn by our own use" not in team.text("Maria", "wall")
    team.forward(days=7, hours=-7)
    for _ in range(4):
        team.forward(minutes=35)
        team.tick()
    card = team.say("Maria", "wall").card
    offered = [block for block in card.blocks if getattr(block, "text", "").endswith("sentences that lists proposed")]
    assert offered
    assert "Worn by our own use" not in team.text("Tom", "wall"), "a rep cannot ban"
    assert "On your team's wall" in team.text("Maria", offered[0].buttons[0].command)
