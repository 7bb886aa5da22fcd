"""The cliché wall, with the phrases that it must catch and those that it must let through."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.hygiene import LOOK_LATIN
from bot.playbook.cliches import hits, is_clean, wall

PLAIN = st.characters(min_codepoint=32, max_codepoint=122, exclude_characters='"')  # what nothing normalises away
BANNED = [
    "Just checking in on the proposal.",
    "JUST CHECKING IN",
    "I wanted to touch base before Friday.",
    "Circling back on this",
    "Did you see my last email?",
    "I hope this finds you well.",
    "Checking in",
    "I’m just following up",
    "Any updates?",
    "Sorry to bother you again",
    "just check\u200bing in",
    "Hi Dana, thoughts?",
    "Any thoughts on the offer",
    "Let me know your thoughts on this.",
    "Let me know what you think!",
    "I would love to hear your thoughts.",
    "Please tell me what you think of it",
    "Happy to get your feedback",
]
GOOD = [
    "Priya, last Tuesday you were going to get Ivan's night counts; shall we go through them?",
    "The Leeds figures you asked for are attached: fourteen a week became three.",
    "Any answer is fine, and one word does it: is it a yes, a later, or a no?",
    "You told me “just checking in drives me mad”, so here is the figure instead.",
    "Your guests can check in at the hotel from three.",
    "You gave it some thought in May; which of the two lines is it to be?",
    "Let me know which Friday suits you.",
    "Is Tuesday a good day for me to ask what you think?",
]


@pytest.mark.rule("S5")
@pytest.mark.rule("S34")
@pytest.mark.rule("H21")
@pytest.mark.rule("H25")
@pytest.mark.rule("S4")
@pytest.mark.parametrize("text", BANNED)
def test_a_cliche_is_caught(text):
    assert not is_clean(text)
    assert hits(text)[0].cliche.repair


@pytest.mark.parametrize(
    "text",
    ["Hi Dana, just сhecking in", "We chеck in аgain: just checking іn", "Just τοuching base", "JUST CHЕСKІNG IN"],
)
def test_letters_of_another_alphabet_hide_none(text):
    assert not text.isascii()
    assert not is_clean(text)


def test_nor_do_they_make_another_phrase_of_the_teams():
    assert not is_clean("Let us circle back", ["circle bаck"])
    assert not is_clean("Let us circle bаck", ["circle back"])
    assert is_clean("Проверяю связь, коллеги", ["проверить"])
    assert not is_clean("Хочу проверить связь", ["проверить"])
    for text in ("θέλω να σας ενημερώσω σήμερα", "ΝΑ ΣΑΣ ΕΝΗΜΕΡΏΣΩ"):
        assert not is_clean(text, ["Να σας ενημερώσω"])


def test_a_letter_and_its_capital_look_like_the_same_one():
    assert [a for a, b in LOOK_LATIN.items() if LOOK_LATIN.get(ord(chr(a).swapcase())) != ord(chr(b).swapcase())] == []


@pytest.mark.parametrize("text", GOOD)
def test_a_plain_sentence_passes(text):
    assert is_clean(text), hits(text)


@pytest.mark.rule("H23")
@pytest.mark.parametrize("cliche", wall(), ids=lambda cliche: cliche.phrase)
@settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(data=st.data())
def test_what_a_pattern_finds_holds_one_of_its_needs(cliche, data):
    """The letters that are looked for first hide nothing that the pattern itself would find."""
    text = data.draw(st.from_regex(cliche.pattern, alphabet=PLAIN))
    normal = " ".join(text.split())
    if cliche.pattern.search(normal) and not set(normal) & set('“”«»"’‘–—'):
        assert cliche in {hit.cliche for hit in hits(normal)}


def test_the_wall_holds_every_listed_pattern():
    assert len(wall()) == 78
    assert sum(cliche.blocks for cliche in wall()) == 56
