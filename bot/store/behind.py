"""What PostgreSQL need not answer at once waits on the driver's connection for what is asked next, and goes on the same way.

Nobody reads what is not there yet: whoever takes a cursor of the connection, as SQLAlchemy does for whatever it runs, also for a
savepoint, sends first what waits. With a transaction that is rolled back goes what waited.
"""

from collections.abc import Sequence
from typing import Any

import psycopg
from typing_extensions import override


class WriteBehind(psycopg.Connection[Any]):
    """The driver's connection. It commits by itself unless it is told to `begin`: its own BEGIN would be waited for alone."""

    behind: list[tuple[str, Sequence[Any], bool]]  # in the order in which they were put

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.behind = []

    def begin(self) -> None:
        self.put("BEGIN", is_frame=True)

    def put(self, text: str, values: Sequence[Any] = (), *, is_frame: bool = False) -> None:
        """The text has a place for each value. A frame is of the transaction itself, and is not prepared."""
        self.behind.append((text, values, is_frame))

    @override
    def cursor(self, *args: Any, **kwargs: Any) -> Any:
        self.send()
        return super().cursor(*args, **kwargs)

    @override
    def commit(self) -> None:
        try:
            self.send()
        except BaseException:
            super().rollback()  # whoever commits believes that the transaction has ended, and gives the connection back
            raise
        super().commit()

    @override
    def rollback(self) -> None:
        self.behind.clear()
        super().rollback()

    def send(self) -> None:
        """Raises what the server says against one of them; in a pipeline, whoever ends that is told."""
        behind, self.behind = self.behind, []
        for text, values, is_frame in behind:
            psycopg.RawCursor(self).execute(text, values, prepare=False if is_frame else None)


def connected(*args: Any, **named: Any) -> WriteBehind:
    return WriteBehind.connect(*args, **named, autocommit=True)
