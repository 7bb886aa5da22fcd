"""The firm's name goes back into their words, in time that grows with the text."""

from time import thread_time

import pytest

from bot.reading.mentioned.namesin import with_its_name


@pytest.mark.parametrize(
    ("said", "typed", "whole"),
    [
        ("folded, so reopened", "folded, so Blue Heron reopened", "folded, so Blue Heron reopened"), ("they will sign", "so THEY will at Acme sign Fri", "THEY will at Acme sign"),
        ("so so so", "so so at Acme so so", "so so at Acme so"), ("we sign", "Acme: we sign", "we sign"), ("we sign", "we bought", "we sign"), ("no we sign", "no, no we Acme sign", "no we Acme sign"),
        ("we sign", f"we {'x' * 80} sign", "we sign"), ("", "Acme", ""), ("word", "other", "word"),
    ],
)  # fmt: skip
def test_the_name_stands_where_it_was_typed(said, typed, whole):
    assert with_its_name(said, typed) == whole


@pytest.mark.parametrize(
    ("said", "typed"),
    [
        ("ok x " * 2000 + "end", "ok x " * 2000 + "Blue Heron end"), ("a b " * 2500 + "z", "a b " * 2400 + "y"), ("a " * 2500 + "z", "a " * 5000 + "y"),
    ],
)  # fmt: skip
def test_a_long_text_takes_no_time(said, typed):
    started = thread_time()
    with_its_name(said, typed)
    assert thread_time() - started < 0.1  # seconds
