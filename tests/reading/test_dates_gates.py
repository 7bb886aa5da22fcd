"""How well dates are read, held on the data of others and on phrases that reps type (tests/data/dates).

Wrong without asking weighs most: a gate that is missed here is a day recorded wrongly.
"""

import pytest

from benchmarks.reading_dates import score, sets

GATES = {  # set: (at least so much right, at most so much wrong), of a hundred
    "core": (86, 2),
    "own phrases": (98, 0),
    "dateless": (100, 0),
    "dateless, found": (100, 0),
    "duckling": (45, 4),
    "chrono": (55, 6),
    "recognizers DateParser": (54, 5),
    "recognizers DatePeriodParser": (38, 7),
    "recognizers MergedParser": (53, 3),
    "recognizers DateTimeModel": (43, 9),
}
SETS = dict(sets())


def test_every_set_has_its_gate():
    assert set(SETS) == set(GATES)


@pytest.mark.parametrize("name", GATES)
def test_dates_are_read_no_worse(name):
    cases, (right, wrong) = SETS[name], GATES[name]
    found = score(cases)
    assert found["right"] * 100 >= right * len(cases)
    assert found["wrong"] * 100 <= wrong * len(cases)
