"""What must never stand in a log: secrets, addresses of people, and their names. Applied to every line, whoever wrote it.

Our own lines carry ids. This is for the rest: a library's line, an error's text, a mistake of ours tomorrow.
"""

import re
import sys
from array import array
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, MutableMapping
from types import TracebackType
from typing import Any

HIDDEN, SOMEBODY = "[hidden]", "[name]"
_SHORTEST = 8  # characters of a secret that is looked for as it is: a shorter one would be found in ordinary words
_LONGEST_NAME = 4  # words
_INITIALS = 2  # letters
_LONGEST_LINE = 20_000  # characters
_NAMED = (
    r"(?i)((?:secret|token|password|passwd|pwd|response_url|signature|authorization|client_assertion|(?:api|secret)_?key)"
    r"\\*[\"']?\s*[=:]\s*)(?:\\*[\"'][^\"']{0,500}[\"']|[^\s,;&\"'})]{4,})"
)
_PATTERNS = tuple(
    (re.compile(pattern), put)
    for pattern, put in (
        (r"\bx(?:ox[a-z](?:\.xox[a-z])?|app|wfp)-[\w.%-]{4,}", HIDDEN),  # Slack's tokens, also those that rotate
        (r"\beyJ[\w-]{5,}\.[\w-]+(?:\.[\w-]*)?", HIDDEN),  # a JWT
        (r"(?i)\b(bearer|basic)\s+[\w.~+/=%-]{6,}", rf"\1 {HIDDEN}"),
        (r"https?://hooks\.slack\.com/[^\s\"'<>\\]*", HIDDEN),  # a response_url
        (r"(?i)(\b[a-z][\w.+-]{1,30}://[^\s/:@]{0,200}):[^\s/@]{1,200}@", rf"\1:{HIDDEN}@"),  # a password in an address
        (
            _NAMED,
            rf"\1{HIDDEN}",
        ),
        (r"([?&](?:code|state)=)[^&\s\"'<>]+", rf"\1{HIDDEN}"),  # of OAuth
        (r"\b1:[A-Za-z0-9+/]{40,}={0,2}|\b2:[0-9a-f]{8}:[A-Za-z0-9+/]{40,}={0,2}", HIDDEN),  # sealed by us
        (r"[\w.+%'-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,8}", "[e-mail]"),
        (r"(?<![\w.:/-])(?:\+\d[\d ().\u00a0/-]{6,18}\d|\(\d{2,5}\)[ -]?\d[\d -]{4,14}\d|0\d{1,4}[ /-]{1,3}\d[\d /-]{4,14}\d|\d{3}[ .-]\d{3}[ .-]\d{4})(?![\w:])", "[phone]"),
    )
)  # fmt: skip
_KEYS = re.compile(
    r"(?i)token|secret|passw|authori[sz]ation|cookie|signature|response_?url|e_?mail|phone|body|payload|database_url"
)
_WORD = re.compile(r"[^\W_]+(?:['’.-][^\W_]+)*")
_OURS = frozenset({"event", "level", "timestamp", "logger", "exception"})


class Redaction:
    """Holds what is to be hidden: exact secrets, and names as numbers only, so that a list of customers lies nowhere twice."""

    def __init__(self) -> None:
        self._secrets: tuple[str, ...] = ()
        self._names = array("q")

    def hide(self, secrets: Iterable[str]) -> None:
        found = {*self._secrets, *(secret for secret in secrets if len(secret) >= _SHORTEST)}
        self._secrets = tuple(sorted(found, key=len, reverse=True))

    def know(self, people: Iterable[str], companies: Iterable[str]) -> None:
        """In the place of those that were known. Of a person each word of the name counts; of a company the whole."""
        keys: set[tuple[str, ...]] = set()
        for name in people:
            words = _words(name)
            keys |= {words, *((word,) for word in words if len(word) > _INITIALS)}
        keys |= {_words(name) for name in companies}
        self._names = array("q", sorted({hash(key) for key in keys if len("".join(key)) > 1}))

    def text(self, text: str, *, is_ours: bool = False) -> str:
        """`is_ours`: written by us, word by word, so that no name is in it and any word may be."""
        shown = text[:_LONGEST_LINE]
        for secret in self._secrets:
            shown = shown.replace(secret, HIDDEN)
        for pattern, put in _PATTERNS:
            shown = pattern.sub(put, shown)
        return shown if is_ours else self._without_names(shown)

    def value(self, value: Any, key: str = "") -> Any:
        """Anything that a log line may carry; what is no text and no number is shown as text."""
        if value is None or isinstance(value, (bool, int, float)):
            return value
        if key and _KEYS.search(key):
            return HIDDEN
        if isinstance(value, Mapping):
            return {self.text(str(name)): self.value(inner, str(name)) for name, inner in value.items()}
        if isinstance(value, (list, tuple, set, frozenset)):
            return [self.value(inner) for inner in value]
        return self.text(str(value))

    def of_ours(self, _logger: Any, _method: str, event: MutableMapping[str, Any]) -> MutableMapping[str, Any]:
        """A processor of structlog for our own lines, whose events are constants."""
        return {
            name: self.text(str(value), is_ours=True) if name in _OURS else self.value(value, name)
            for name, value in event.items()
        }

    def of_others(self, _logger: Any, _method: str, event: MutableMapping[str, Any]) -> MutableMapping[str, Any]:
        """The same for a library's lines, which may say anything."""
        cut = self.of_ours(_logger, _method, event)
        return {**cut, "event": self.text(str(event.get("event", "")))}

    def _without_names(self, text: str) -> str:
        if not self._names:
            return text
        words = list(_WORD.finditer(text))
        parts, shown_to, number = [], 0, 0
        while number < len(words):
            length = self._name_at(words, number)
            if length:
                parts += [text[shown_to : words[number].start()], SOMEBODY]
                shown_to = words[number + length - 1].end()
            number += length or 1
        return "".join([*parts, text[shown_to:]])

    def _name_at(self, words: list[re.Match[str]], number: int) -> int:
        """How many words of a name begin there; the longest name counts."""
        for length in range(min(_LONGEST_NAME, len(words) - number), 0, -1):
            key = tuple(word.group().casefold() for word in words[number : number + length])
            if self._is_known(hash(key)):
                return length
        return 0

    def _is_known(self, key: int) -> bool:
        place = bisect_left(self._names, key)
        return place < len(self._names) and self._names[place] == key


def _words(name: str) -> tuple[str, ...]:
    return tuple(_WORD.findall(name.casefold()))


def wordless_error(_logger: Any, _method: str, event: MutableMapping[str, Any]) -> MutableMapping[str, Any]:
    """In the place of an error: its kind and where it happened, also of what it came from. Its own text may be somebody's words."""
    error = event.pop("exc_info", None)
    if error is True or (isinstance(error, tuple) and not error[1]):
        error = sys.exc_info()[1]
    error = error[1] if isinstance(error, tuple) else error
    if isinstance(error, BaseException):
        event["exception"] = " from ".join(f"{_kind(one)} at {_where(one.__traceback__)}" for one in _chain(error))
    return event


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
        places.append(f"{'/'.join(code.co_filename.split('/')[-2:])}:{trace.tb_lineno} {code.co_name}")
        trace = trace.tb_next
    return " < ".join(reversed(places[-12:])) or "nowhere"


REDACTION = Redaction()
