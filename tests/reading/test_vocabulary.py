"""Names by their words: what holds what was typed, what is like it, and how well a name fits."""

import pytest

from bot.reading.vocabulary import Vocabulary, fit

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
    [(["harb"], {1, 2}), (["foods", "harb"], {1}), (["oods"], {1, 4}), (["4"], {3}), (["ha"], {1, 2, 4}), (["oo"], set()), (["zebra"], set())],
)  # fmt: skip
def test_what_holds_each_word(vocabulary, words, ids):
    assert vocabulary.holding(words) == ids


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
    ],
)
def test_what_is_like_each_word_the_likest_first(vocabulary, words, ids):
    assert vocabulary.like(words) == ids


def test_a_new_word_of_a_deal_is_found_and_the_old_one_as_well(vocabulary):
    assert vocabulary.holding(["zenith"]) == set()
    vocabulary.add(3, "zenith\nacme", seen=NAMES[3])
    assert vocabulary.holding(["zenith"]) == vocabulary.holding(["acme"]) == {3}
    assert vocabulary.like(["zenit"]) == [3]


def test_how_well_a_name_fits():
    assert fit(["harbour", "foods"], NAMES[1]) == 1.0
    assert fit(["harb"], NAMES[1]) == 0.95
    assert 0.8 < fit(["harbuor"], NAMES[1]) < 0.95
    assert fit(["harbour", "zebra"], NAMES[1]) == fit(["41"], NAMES[3]) == fit([], NAMES[1]) == fit(["a"], "") == 0.0
