"""How long the sender waits for what. In this order, or two senders could hold one parcel: a call ends, then one may look back,
then the lease runs out.
"""

from collections.abc import Mapping
from datetime import timedelta

DEADLINE_SECONDS = 20.0
LOOK_BACK = timedelta(seconds=60)
LEASE = timedelta(seconds=90)
MOST_ATTEMPTS = 8
BACKOFF = (timedelta(minutes=1), timedelta(minutes=5), timedelta(minutes=15), timedelta(hours=1))


def misfits(calls: Mapping[str, float]) -> list[str]:
    """What is wrong with these times, whoever changed them: two senders could then hold one parcel. `calls`: seconds of each platform's."""
    found = [f"a call to {name} may take {s:g} s" for name, s in calls.items() if s >= DEADLINE_SECONDS]
    found += ["one may look back before the call has ended"] if LOOK_BACK.total_seconds() <= DEADLINE_SECONDS else []
    return found + (["the lease ends before one may look back"] if LEASE <= LOOK_BACK else [])
