"""Harmless text: what is removed, what stays, and that cleaning twice changes nothing."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.hygiene import clean

MARKS = st.text(st.sampled_from("ao\u0301\u0327\u031b\u05a1\u202e\u0c76\u0378\x00\ue000 "))


@given(st.one_of(st.text(), MARKS))
def test_cleaning_twice_changes_nothing(text):
    once = clean(text)
    assert clean(once) == once
    assert unicodedata.is_normalized("NFC", once)


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("Acme\x00\u202e", "Acme"),
        ("a\tb\nc\rd", "a\tb\ncd"),
        ("e\u0301", "é"),
        ("e\u202e\u0301", "é"),
        ("\U0001f468\u200d\U0001f469", "\U0001f468\u200d\U0001f469"),
        ("\ud800x\ue000", "x"),
    ],
)
def test_only_what_can_mislead_is_removed(typed, kept):
    assert clean(typed) == kept
