"""Promises in plain English, or not at all."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.phrases import act_of, base_phrase, for_them, said_after

PHRASES = [
    ("she checks with finance", "check with finance"), ("she checks w/ finance", "check with finance"),
    ("will send the figures", "send the figures"), ("sending them over", "send them over"),
    ("I send the case study", "send the case study"), ("she'll get Ivan's night counts", "get Ivan's night counts"),
    ("to confirm budget", "confirm budget"), ("they're going to sign", "sign"), ("he has the numbers", "have the numbers"), ("I promised the case study for", "send the case study"), ("she promised to sign", "sign"), ("they have to sign", "sign"),
    ("getting the plan", "get the plan"), ("Lena sends the room plan by", "send the room plan"), ("copies the list", "copy the list"),
    ("do an offer", "make an offer"), ("do her the quote", "make her the quote"), ("do the demo", "do the demo"), ("thinks abt it", "think about it"),
    ("order comes", None), ("offer goes out", None), ("order it", "order it"), ("order 12 coolers for the canteen", "order 12 coolers for the canteen"),
    ("w/c", None), ("", None), ("finance", None), ("send /dev/null", None), ("send v2b", "send v2b"), ("check <!channel>", None),
]  # fmt: skip

CODES = ["SOC2 report", "soc2 report", "Q3 deck", "v2 of the quote", "B2B price list", "10kWh battery offer", "M365 plan", "A4 samples", "quote/terms", "MSA/SOW", "Q3/Q4 numbers"]  # fmt: skip


@pytest.mark.parametrize("thing", CODES)
def test_what_is_called_by_letters_and_digits_or_by_two_words_can_be_said(thing):
    assert base_phrase(f"I send the {thing}") == f"send the {thing}"
    assert for_them(f"send the {thing}") == f"send the {thing}"


@pytest.mark.parametrize("thing", ["gr8 deck", "deck at3", "plan for some1", "3months offer", "and/", "x/y sheet"])
def test_a_sound_a_slip_and_half_a_word_are_not_said(thing):
    assert base_phrase(f"I send the {thing}") is None


def test_what_cannot_be_said_is_told_without_who_does_it():
    """Behind "You will" stood "I send the 2nd quote"."""
    assert base_phrase("we will send the 2nd quote") is None
    assert act_of("we will send the 2nd quote") == "send the 2nd quote"
    assert act_of("the order comes") == ""


@pytest.mark.parametrize(("typed", "phrase"), PHRASES)
def test_a_promise_fits_after_to(typed, phrase):
    assert base_phrase(typed) == phrase


SPOKEN = [
    ("check with her CFO", "check with your CFO"), ("send her the deck", "send you the deck"), ("call him", "call you"),
    ("send them over", "send them over"), ("get me the figures", "get me the figures"), ("ask their trustees", "ask your trustees"),
    ("call her back at 4", "call you back at 4"), ("send her her login", "send you your login"), ("call her 2nd", None), ("call her back office", "call your back office"), ("meet him on site", "meet you on site"),
    ("get back to her with pricing", "get back to you with pricing"), ("tell her", "tell you"), ("hear what he thinks", None), ("send <b>", None),
]  # fmt: skip


@pytest.mark.parametrize(("phrase", "said"), SPOKEN)
def test_a_phrase_is_turned_to_the_person_it_is_said_to(phrase, said):
    assert for_them(phrase) == said


@given(st.text(max_size=200))
def test_any_text_is_a_phrase_or_none(text):
    phrase = base_phrase(text)
    assert phrase is None or not set("<>{}[]|\\") & set(phrase)


def test_what_cannot_be_said_after_to_stands_in_quotation_marks():
    assert said_after("they were going to", "check with finance") == "they were going to check with finance"
    assert said_after("they were going to", "chk w/ fin") == "they were going to: “chk w/ fin”"
