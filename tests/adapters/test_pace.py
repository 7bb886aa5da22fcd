"""How long a workspace stays closed."""

from datetime import timedelta

from adapters.pace import Pace


def test_no_pause_is_longer_than_an_hour_whatever_a_platform_asks_for():
    pace = Pace(lambda: 0.0)
    assert pace.close("T1", 86_400_000).pause == timedelta(hours=1)
    assert pace.close("T1", float("inf")).pause == timedelta(hours=1)
    assert pace.close("T1", 7).pause == timedelta(seconds=7)
