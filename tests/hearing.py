"""What a program says on the side is read as it comes: a pipe that is full would hold it up in the midst of logging."""

import threading
from collections import deque
from collections.abc import Iterator
from contextlib import contextmanager
from typing import IO

_KEPT = 20  # lines
_PATIENCE = 5.0  # seconds, for its last words once it has ended


@contextmanager
def heard(pipe: IO[str]) -> Iterator[None]:
    """Whatever fails meanwhile bears the last lines that it said."""
    last = deque[str](maxlen=_KEPT)
    reading = threading.Thread(target=lambda: last.extend(pipe), daemon=True)
    reading.start()
    try:
        yield
    except BaseException as error:
        reading.join(_PATIENCE)
        error.add_note(f"The program said last:\n{''.join(last)}")
        raise
    reading.join(_PATIENCE)
