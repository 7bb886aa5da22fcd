"""Where the bot's token may go: addresses of Microsoft's connector, and on this machine a trial's. Nowhere else.

What a request says of its own address is untrusted: a forged one is how a bot's token gets stolen.
"""

import re
from collections.abc import Collection
from functools import lru_cache

_LONGEST = 300
_PATH = r"(?P<path>(?:/[A-Za-z0-9._~-]+)*/?)"
_OUT_THERE = re.compile(rf"https://(?P<host>[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?){_PATH}")
_HERE = re.compile(rf"https?://(?P<host>127\.0\.0\.1|localhost)(?::[0-9]{{1,5}})?{_PATH}")
LOOPBACK = frozenset({"127.0.0.1", "localhost"})


def is_service(url: object, hosts: Collection[str]) -> bool:
    """Whether an address is one of ours to speak to: letter by letter an allowed host, with no user, port or query."""
    return isinstance(url, str) and len(url) <= _LONGEST and _is_allowed(url, frozenset(hosts))


@lru_cache(maxsize=256)  # there are a handful of them, looked at with each message
def _is_allowed(url: str, hosts: frozenset[str]) -> bool:
    found = _OUT_THERE.fullmatch(url) or (_HERE.fullmatch(url) if LOOPBACK & hosts else None)
    return found is not None and found["host"] in hosts and not _climbs(found["path"])


def _climbs(path: str) -> bool:
    return any(part in {".", ".."} for part in path.split("/"))
