"""What fell due during a leave is spread over the days with room; promises of ours and agreed days stay."""

from dataclasses import replace
from datetime import timedelta

from bot.model import Policy, Side
from bot.playbook.agenda import Group, agenda
from bot.playbook.catching_up import spread
from tests.playbook.history import Story, day

POLICY = Policy()
TODAY = day(20)
DAYS = [TODAY + timedelta(days=n) for n in range(1, 6)]


def _lines(quiet: int, ours: int = 0, agreed: int = 0):
    made = [Story().touch(0) for _ in range(quiet)]
    made += [Story().touch(0).promise(0, Side.ours, "send the offer", 10) for _ in range(ours)]
    made += [Story().touch(0).step(0, 18) for _ in range(agreed)]
    histories = [
        replace(story.history, deal=replace(story.history.deal, id=number)) for number, story in enumerate(made, 1)
    ]
    return agenda(histories, POLICY, TODAY)


def test_a_day_holds_no_more_than_its_cap_and_nothing_is_lost():
    made = spread(_lines(25), iter(DAYS), {}, 10)
    assert [len(made.today), *map(len, made.later.values())] == [10, 10, 5]
    assert list(made.later) == DAYS[:2]
    ids = [due.history.deal.id for due in (*made.today, *(due for dues in made.later.values() for due in dues))]
    assert sorted(ids) == list(range(1, 26))


def test_our_promises_and_agreed_days_stay_and_come_first():
    made = spread(_lines(12, ours=4, agreed=2), iter(DAYS), {}, 10)
    assert [due.group for due in made.today[:4]] == [Group.ours] * 4
    assert len(made.today) == 10
    assert made.moved == 8
    assert all(due.group is Group.touch for dues in made.later.values() for due in dues)


def test_with_more_promises_than_a_day_holds_none_is_put_off():
    made = spread(_lines(3, ours=12), iter(DAYS), {}, 10)
    assert len(made.today) == 12
    assert made.moved == 3


def test_days_that_are_full_are_passed_over():
    made = spread(_lines(15), iter(DAYS), {DAYS[0]: 10, DAYS[1]: 8}, 10)
    assert {on: len(dues) for on, dues in made.later.items()} == {DAYS[1]: 2, DAYS[2]: 3}


def test_what_fits_stays():
    assert spread(_lines(10), iter(DAYS), {}, 10).moved == 0
    assert spread((), iter(DAYS), {}, 10).moved == 0


def test_what_finds_no_room_stays_today():
    full = dict.fromkeys(DAYS, 10)
    made = spread(_lines(13), iter(DAYS), full, 10)
    assert len(made.today) + made.moved == 13
