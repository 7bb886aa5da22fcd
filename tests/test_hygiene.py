"""Harmless text: what is removed, what stays, and that cleaning twice changes nothing."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.hygiene import clean

MARKS = st.text(
    st.sampled_from("ao\u0301\u0327\u031b\u05a1\u202e\u0c76\u0378\x00\ue000 \u200b\u200d\u3164\u2800\ufe0f\u034f(!\n")
)


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
        ("new \u200b", "new "),
        ("\u3164\u3164 Acme", " Acme"),
        ("\u2800: they like it", ": they like it"),
        ("\u00ad\u00ad", ""),
        ("\U000e0041\U000e0042", ""),
        ("\ufe0f \u034f", " "),
        ("(\u200b)", "()"),
        ("Ac\u200bme\u2060", "Acme"),
        ("Ac\U000e0049me", "Acme"),
        ("\U0001f3f4\U000e0067\U000e0062\U000e007f", "\U0001f3f4\U000e0067\U000e0062\U000e007f"),
        ("Ac\u00adme, a\u200cb", "Acme, a\u200cb"),
        ("‼\ufe0f #\ufe0f\u20e3 ❤\ufe0f", "‼\ufe0f #\ufe0f\u20e3 ❤\ufe0f"),
        ("क्\u200dष", "क्\u200dष"),
    ],
)
def test_only_what_can_mislead_is_removed(typed, kept):
    assert clean(typed) == kept
