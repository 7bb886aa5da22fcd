"""Where logs go and what may stand in them: JSON lines on stderr; on a terminal, lines for a person. Libraries' lines too."""

import logging
import sys
import threading
import warnings
from types import TracebackType
from typing import Any

import structlog
from structlog.typing import Processor
from typing_extensions import override

from adapters.redaction import REDACTION
from adapters.wordless import message_of, place, wordless_error
from bot.store import Looking, is_of_the_database

_MOST_NAMES = 50_000  # of each kind the newest; each takes eight bytes
_FIRST: tuple[Processor, ...] = (
    structlog.stdlib.add_log_level, structlog.processors.TimeStamper(fmt="iso"), wordless_error,
)  # fmt: skip
_log = structlog.get_logger()


class _Stderr(logging.StreamHandler[Any]):
    """Writes to what stderr is at that moment."""

    @override
    def emit(self, record: logging.LogRecord) -> None:
        self.stream = sys.stderr
        super().emit(record)

    @override
    def handleError(self, record: logging.LogRecord) -> None:
        """The usual way prints what was to be logged, uncut."""
        self.stream.write(f"A line of {record.name} could not be written.\n")


class _Cut(logging.Formatter):
    """A library's line, made and cut like one of ours."""

    def __init__(self, shown: Processor) -> None:
        super().__init__()
        self._processors = (*_FIRST, REDACTION.of_others, shown)

    @override
    def format(self, record: logging.LogRecord) -> str:
        line: Any = {"event": message_of(record), "logger": record.name}
        line |= {"exc_info": record.exc_info} if record.exc_info else {}
        for processor in self._processors:
            line = processor(None, record.levelname.lower(), line)
        return str(line)


def quiet_logs() -> None:
    """Warnings and worse. Whatever writes them, nobody's words, names or secrets are in them."""
    shown: Processor = structlog.dev.ConsoleRenderer() if sys.stderr.isatty() else structlog.processors.JSONRenderer()
    structlog.configure(
        processors=[*_FIRST, REDACTION.of_ours, shown],
        wrapper_class=structlog.make_filtering_bound_logger(logging.WARNING),
        logger_factory=lambda *_: structlog.PrintLogger(sys.stderr),
    )
    handler = _Stderr()
    handler.setFormatter(_Cut(shown))
    root = logging.getLogger()
    root.handlers[:] = [*(one for one in root.handlers if not isinstance(one, _Stderr)), handler]
    root.setLevel(logging.WARNING)


def log_what_ends_us() -> None:
    """What Python itself would print with its text is a log line: an error that nobody caught or could catch, a warning."""

    def ended(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
        else:
            _log.critical("ended by a mistake of ours", exc_info=error)

    sys.excepthook = ended
    sys.unraisablehook = lambda told: _log.error("an error that nobody could catch", exc_info=told.exc_value)
    threading.excepthook = lambda told: _log.critical("a thread ended", exc_info=told.exc_value)
    logging.captureWarnings(capture=True)
    warnings.formatwarning = _warned


def _warned(
    message: Warning | str, category: type[Warning], filename: str, lineno: int, line: str | None = None,  # noqa: ARG001 - Python's shape
) -> str:  # fmt: skip
    return f"{category.__name__} at {place(filename, lineno)}"


def hide_names(database: Looking) -> None:
    """The names of this moment. A database that is away leaves those that were known before."""
    try:
        REDACTION.know(*database.survey(lambda operator: operator.counts.names(_MOST_NAMES)))
    except Exception as error:
        if not is_of_the_database(error):
            raise
