"""A workspace is written to at Slack's pace; one that is closed holds up no other."""

import asyncio

import pytest

from adapters.pace import Pace
from scheduler.fates import DeliveryError, Fate


class Seconds:
    def __init__(self) -> None:
        self.at = 100.0

    def __call__(self) -> float:
        return self.at


def test_a_burst_goes_at_once_and_the_rest_at_the_pace():
    seconds = Seconds()
    pace = Pace(seconds, per_second=1000.0)
    waits = [pace._taken("T1") for _ in range(8)]
    assert waits[:5] == [0.0] * 5
    assert waits[5:] == [pytest.approx(n / 1000) for n in (1, 2, 3)]
    seconds.at += 1
    assert pace._taken("T1") == 0.0


def test_a_closed_workspace_is_not_written_to_and_others_are():
    pace = Pace(Seconds())
    pace.close("T1", 30)
    with pytest.raises(DeliveryError) as refused:
        asyncio.run(pace.wait("T1"))
    assert refused.value.fate is Fate.not_sent
    assert refused.value.retry_after.total_seconds() == 30
    asyncio.run(pace.wait("T2"))
