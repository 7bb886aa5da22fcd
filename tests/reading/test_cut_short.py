"""The mark of a word that is cut short ends no sentence. Today is Thu 12 March 2026."""

from datetime import date

import pytest

from bot.reading.calltext import read_rest
from bot.reading.words.speech import clauses_of


@pytest.mark.parametrize(
    "line",
    [
        "she wants price incl. fitting by Fri", "she wants price excl. VAT by Fri", "needs approx. 20 by Fri", "order min. 50 pcs", "max. two weeks",
        "std. terms are fine", "ex. works price by Fri", "price inc. delivery", "PO no. 5 is signed",
    ],
)  # fmt: skip
def test_it_goes_on(line):
    assert clauses_of(line) == (line,)


@pytest.mark.parametrize(
    "line",
    ["call in 5 min. then she signs", "takes 20 min. 2 of them come", "spoke to max. he likes it", "all incl. she signs Fri", "asked her ex. he pays", "works for Acme Inc. he signs Fri"],
)  # fmt: skip
def test_here_the_sentence_ends(line):
    assert len(clauses_of(line)) == 2


def test_their_words_are_kept_whole():
    read = read_rest("Osprey", "Priya says facilities are happy but want price incl. fitting by 27.", date(2026, 3, 12))
    assert read.said == "facilities are happy but want price incl. fitting by 27"


def test_what_is_wanted_has_its_day():
    read = read_rest("Osprey", "spoke to Jo, she wants a quote incl. fitting by Fri", date(2026, 3, 12))
    assert [(one.text, one.due.on if one.due else None) for one in read.promises] == [
        ("send a quote incl. fitting", date(2026, 3, 13))
    ]
