"""A fact of a history is worked out once, and a history that differs has its own."""

from dataclasses import dataclass, replace

from bot.playbook.once import once_of


@dataclass(frozen=True)
class _Thing:
    number: int


def test_it_is_worked_out_once_and_a_copy_that_differs_knows_nothing_of_it():
    asked = []

    @once_of
    def doubled(thing: _Thing) -> int:
        asked.append(thing.number)
        return 2 * thing.number

    thing = _Thing(3)
    assert (doubled(thing), doubled(thing), doubled(replace(thing, number=4))) == (6, 6, 8)
    assert asked == [3, 4]
    assert thing == _Thing(3)
    assert hash(thing) == hash(_Thing(3))
    assert repr(thing) == repr(_Thing(3))
