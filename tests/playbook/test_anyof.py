"""Many words as one pattern: it finds what a plain list of them finds, and nothing else."""

import re

from hypothesis import given
from hypothesis import strategies as st

from bot.playbook.anyof import any_of, any_whole, small

WORDS = st.lists(st.text("abc-", min_size=1, max_size=4), min_size=1, max_size=6)
TEXT = st.text("abc- ", max_size=30)


@given(WORDS, TEXT)
def test_the_pattern_finds_what_the_list_finds(words, text):
    assert bool(re.search(any_of(words), text)) == any(word in text for word in words)
    listed = "|".join(map(re.escape, words))
    assert bool(re.search(rf"(?<!\w){any_whole(words)}", text)) == bool(re.search(rf"(?<!\w)(?:{listed})\b", text))


def test_letters_that_pass_for_others_in_a_pattern_are_those_others():
    assert small("ſİck ılness Kelvin") == "sick ilness kelvin"
