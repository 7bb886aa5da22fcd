"""Names by their words: what holds what was typed, what is like it, and how well a name fits."""

from itertools import product

import pytest

from bot.reading.naming.vocabulary import Vocabulary, fit

NAMES = {
    1: "harbour foods\nnight shift scanners\npriya nair",
    2: "harbour hotels",
    3: "acme\n40 seats",
    4: "hardware foods",
}


@pytest.fixture
def vocabulary():
    made = Vocabulary()
    for id_, lines in NAMES.items():
        made.add(id_, lines)
    return made


@pytest.mark.parametrize(
    ("words", "ids"),
    [(["harb"], [2, 1]), (["foods", "harb"], [1]), (["oods"], [4, 1]), (["4"], [3]), (["ha"], [4, 2, 1]), (["oo"], []), (["zebra"], [])],
)  # fmt: skip
def test_what_holds_each_word_the_newest_first(vocabulary, words, ids):
    assert vocabulary.holding(words, 10) == ids
    assert vocabulary.holding(words, 1) == ids[:1]


@pytest.mark.parametrize(
    ("words", "ids"),
    [
        (["harbuor", "fods"], [1]),
        (["arbour"], [2, 1]),
        (["acmee"], [3]),
        (["harbourfods"], [1]),
        (["harbourf", "oods"], [1]),
        (["yarbour"], [2, 1]),
        (["pryia"], [1]),
        (["41"], []),
        (["zebra"], []),
        (["harbuor", "f"], [1]),
        (["ahrbour"], [2, 1]),
        (["xharbuor"], [2, 1]),
    ],
)
def test_what_is_like_each_word_the_likest_first(vocabulary, words, ids):
    assert vocabulary.like(words, 10) == ids
    assert vocabulary.like(words, 1) == ids[:1]


def test_a_new_word_of_a_deal_is_found_and_the_old_one_as_well(vocabulary):
    assert vocabulary.holding(["zenith"], 10) == []
    vocabulary.add(3, "zenith\nacme", seen=NAMES[3])
    assert (
        vocabulary.holding(["zenith"], 10) == vocabulary.holding(["acme"], 10) == vocabulary.holding(["z"], 10) == [3]
    )
    assert vocabulary.like(["zenit"], 10) == [3]


def test_a_word_that_an_older_deal_gets_later_is_found_in_both(vocabulary):
    vocabulary.add(2, "harbour hotels\nacme", seen=NAMES[2])
    vocabulary.add(3, NAMES[3])
    assert vocabulary.holding(["acme"], 10) == vocabulary.like(["acmee"], 10) == [3, 2]


def test_of_a_word_that_very_many_have_only_the_rare_one_beside_it_decides(vocabulary):
    for id_ in range(10, 5_000):
        vocabulary.add(id_, "harbour services")
    vocabulary.add(700, "quibbleton", seen="harbour services")
    assert vocabulary.like(["servcies", "quibbelton"], 10) == vocabulary.holding(["serv", "quibb"], 10) == [700]
    assert vocabulary.holding(["serv"], 3) == [4_999, 4_998, 4_997]


def test_many_new_words_are_found_before_and_after_they_are_listed(vocabulary):
    words = ["".join(letters) for letters in product("bdfg", "aeio", "klmn", "aeio", "rst")]
    for id_, word in enumerate(words, 10):
        vocabulary.add(id_, word)
        assert vocabulary.holding([word], 10) == [id_]
    assert vocabulary.holding(["bakar"], 10) == [10 + words.index("bakar")]


def test_how_well_a_name_fits():
    assert fit(["harbour", "foods"], NAMES[1]) == 1.0
    assert fit(["harb"], NAMES[1]) == 0.95
    assert 0.8 < fit(["harbuor"], NAMES[1]) < 0.95
    assert fit(["harbour", "zebra"], NAMES[1]) == fit(["41"], NAMES[3]) == fit([], NAMES[1]) == fit(["a"], "") == 0.0
