"""Slips of the thumb: read as they were meant, kept as they were typed, and never found in a word or a name."""

from datetime import date

import pytest

from bot.reading.calltext import read_rest
from bot.reading.words.slips import as_typed, mended

TODAY = date(2026, 3, 12)


def test_their_words_stay_as_they_were_typed():
    reading = read_rest("Acme", 'she said "please send the budget", sedn quote Mon', TODAY)
    assert reading.said == "please send the budget"
    assert read_rest("Acme", 'she said "wiht a cheeper carier"', TODAY).said == "wiht a cheeper carier"


def test_beside_a_word_that_was_typed_right_only_the_slip_is_one():
    said = read_rest("Acme", 'she said "we go wiht you and with nobody else"', TODAY).said
    assert said == "we go wiht you and with nobody else"


@pytest.mark.parametrize("line", ["the lift is broken agian", "inv invc", "invc inv", "b/w btwn betw betwn"])
def test_a_note_keeps_its_slips_and_each_short_word_of_several(line):
    assert read_rest("Acme", line, TODAY).note == line


@pytest.mark.parametrize(
    "line",
    [
        "sing a song of six secs", "the contact will manage", "ihre Nummer", "une brins de muguet", "wilt thou", "didn't", "a@sedn.test", "Sedn",
    ],
)  # fmt: skip
def test_words_names_and_addresses_stay(line):
    assert mended(line) == (line, {})


def test_a_name_that_is_known_stays():
    assert mended("wil signs fri", ["Wil Jansen"])[0] == "wil signs fri"
    reading = read_rest("Acme", "spoke, wil signs Fri", TODAY, people=["Wil Jansen"])
    assert [promise.due.on for promise in reading.promises if promise.due] == [date(2026, 3, 13)]


def test_what_was_typed_comes_back():
    text, typed = mended("shes sendng it agian")
    assert text == "shes sending it again"
    assert as_typed("sending it again", typed, "shes sendng it agian") == "sendng it agian"
