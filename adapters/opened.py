"""A list that was opened to its end stays open when it follows what is done elsewhere.

How much a message shows stands in its buttons alone: what was shown last is remembered here, until the next start.
"""

from collections import OrderedDict
from collections.abc import Hashable

_MOST = 10_000  # messages


class Opened:
    def __init__(self) -> None:
        self._keys: OrderedDict[Hashable, str] = OrderedDict()

    def note(self, message: Hashable, key: str) -> None:
        """`key`: of the card that it shows now."""
        self._keys[message] = key
        self._keys.move_to_end(message)
        while len(self._keys) > _MOST:
            self._keys.popitem(last=False)

    def key_of(self, message: Hashable, otherwise: str) -> str:
        return self._keys.get(message, otherwise)
