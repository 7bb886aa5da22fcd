"""An error in a log is its kind and where it happened, never its own text, which may be somebody's words."""

import logging
import sys
from collections.abc import Iterator, Mapping, MutableMapping
from types import TracebackType
from typing import Any

_SHORTEST = 4  # letters of an error's text that are looked for in a line: fewer would be found in ordinary words


def wordless_error(_logger: Any, _method: str, event: MutableMapping[str, Any]) -> MutableMapping[str, Any]:
    """A processor of structlog: in the place of an error its kind and where it happened, also of what it came from."""
    error = _error_of(event.pop("exc_info", None))
    return event if error is None else {**event, "exception": told(error)}


def told(error: BaseException) -> str:
    return " from ".join(f"{_kind(one)} at {_where(one.__traceback__)}" for one in _chain(error))


def wordless(value: Any, deep: int = 5) -> Any:
    """The same thing, with its kind and place for each error in it."""
    if isinstance(value, BaseException):
        return told(value)
    if isinstance(value, Mapping) and deep:
        return {name: wordless(inner, deep - 1) for name, inner in value.items()}
    if isinstance(value, (list, tuple)) and deep:
        inside = [wordless(inner, deep - 1) for inner in value]
        return inside if isinstance(value, list) else tuple(inside)
    return value


def message_of(record: logging.LogRecord) -> str:
    """What a library says, without the words of an error that it names, tells of, or has in hand."""
    if record.name == "asyncio":
        return _before_details(record.getMessage())
    args: Any = wordless(record.args)
    said = str(wordless(record.msg))
    said = said % args if args else said
    for error in {id(one): one for one in (_error_of(record.exc_info), sys.exception()) if one}.values():
        for one in _chain(error):
            said = _without_words(said, one)
    return said


def _before_details(said: str) -> str:
    """asyncio shows tasks, and what they were called with, behind a sentence of its own."""
    return min((said.partition(mark)[0] for mark in "\n<(:'\""), key=len).strip()


def _without_words(said: str, error: BaseException) -> str:
    words = (str(error), *(one for one in error.args if isinstance(one, str)))
    for text in sorted({shape for one in words for shape in (one, repr(one)[1:-1])}, key=len, reverse=True):
        said = said.replace(text, _kind(error)) if len(text) >= _SHORTEST else said
    return said


def _error_of(given: Any) -> BaseException | None:
    """Of what stands as `exc_info`: an error, three things about one, or that it is the one in hand."""
    if given is True or (isinstance(given, tuple) and not given[1]):
        return sys.exception()
    error = given[1] if isinstance(given, tuple) else given
    return error if isinstance(error, BaseException) else None


def _kind(error: BaseException) -> str:
    """The name of an error; of one whose words were taken before, that is all it says."""
    return str(error) if type(error).__name__ == "Failure" and str(error).isidentifier() else type(error).__name__


def _chain(error: BaseException | None) -> Iterator[BaseException]:
    seen: set[int] = set()
    while error is not None and id(error) not in seen:
        seen.add(id(error))
        yield error
        error = error.__cause__ or (None if error.__suppress_context__ else error.__context__)


def _where(trace: TracebackType | None) -> str:
    """The last places, the innermost first: file, line and function, no line of code and no path of this machine."""
    places = []
    while trace:
        code = trace.tb_frame.f_code
        places.append(f"{place(code.co_filename, trace.tb_lineno)} {code.co_name}")
        trace = trace.tb_next
    return " < ".join(reversed(places[-12:])) or "nowhere"


def place(file: str, line: int) -> str:
    return f"{'/'.join(file.split('/')[-2:])}:{line}"
