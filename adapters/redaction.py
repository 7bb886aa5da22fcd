"""What must never stand in a log: secrets, addresses of people, and their names. Applied to every line, whoever wrote it.

Our own lines carry ids. This is for the rest: a library's line, an error's text, a mistake of ours tomorrow.
"""

import re
from array import array
from bisect import bisect_left
from collections.abc import Iterable, Mapping, MutableMapping, Sequence
from typing import Any

from adapters.spelling import letters, spelled, without_s, words_in
from adapters.wordless import told

HIDDEN, SOMEBODY = "[hidden]", "[name]"
_SHORTEST = 8  # characters of a secret that is looked for as it is: a shorter one would be found in ordinary words
_LONGEST_NAME = 4  # words
_INITIALS = 2  # letters
_LONGEST_LINE = 20_000  # characters
_BORDER = 4_000  # characters behind it that are read too, so that what lies across it is seen whole
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
        (r"https?://hooks\.slack(?:-\w+)?\.com/[^\s\"'<>\\]*", HIDDEN),  # a response_url
        (r"\b(\d{1,9}-)[0-9a-f]{32,}|(/admin/in/)[\w.%~-]+", rf"\1\2{HIDDEN}"),  # the one-time link of an admin
        (r"(?i)(\bhttps?://[^\s/:@]{0,200}):[^\s/]{1,200}@", rf"\1:{HIDDEN}@"),  # a password in an address
        (r"(?i)(\b(?!https?:)[a-z][\w.+-]{1,30}://[^\s/:@]{0,200}):[^\s\"'<>]{1,200}@", rf"\1:{HIDDEN}@"),  # one that nobody quoted
        (
            _NAMED,
            rf"\1{HIDDEN}",
        ),
        (r"([?&](?:code|state)=)[^&\s\"'<>]+", rf"\1{HIDDEN}"),  # of OAuth
        (r"\b1:[A-Za-z0-9+/]{40,}={0,2}|\b2:[0-9a-f]{8}:[A-Za-z0-9+/]{40,}={0,2}", HIDDEN),  # sealed by us
        (r"[\w.+%'-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,8}", "[e-mail]"),
        (r"(?i)\b((?:tel|phone|mobile|fax)(?:ephone)?(?:_?number)?\\*[\"']?\s?[:=]\s?\\*[\"']?)\+?\d[\d ().\u00a0/+-]{5,18}\d", r"\1[phone]"),
        (r"(?<![\w.-])\+\d[\d ().\u00a0/+-]{6,18}\d(?!\w)", "[phone]"),
        (r"(?<![\w.:/-])(?:\(\d{2,5}\)[ -]?\d[\d -]{4,14}\d|0\d{1,4}[ /-]{1,3}\d[\d /-]{4,14}\d|\d{3}[ .-]\d{3}[ .-]\d{4})(?![\w:])", "[phone]"),
    )
)  # fmt: skip
_KEYS = re.compile(
    r"(?i)token|secret|passw|authori[sz]ation|cookie|signature|response_?url|e_?mail|phone|body|payload|database_url"
)
_OURS = frozenset({"event", "level", "timestamp", "logger", "exception"})


class Redaction:
    """Holds what is to be hidden: exact secrets, and names as numbers only, so that a list of customers lies nowhere twice."""

    def __init__(self) -> None:
        self._secrets: tuple[str, ...] = ()
        self._border = _BORDER
        self._names = self._begins = array("q")

    def hide(self, secrets: Iterable[str]) -> None:
        found = {
            *self._secrets,
            *(shape for one in secrets for shape in (one, spelled(one)) if len(shape) >= _SHORTEST),
        }
        self._secrets = tuple(sorted(found, key=len, reverse=True))
        self._border = max(_BORDER, *(3 * len(secret) for secret in found), 0)  # three characters for one: %2B

    def know(self, people: Iterable[str], companies: Iterable[str]) -> None:
        """In the place of those that were known. Of a person each word of the name counts; of a company the whole."""
        keys: set[tuple[str, ...]] = set()
        for name in people:
            words = _words(name)
            keys |= {words, *((word,) for word in words if len(word) > _INITIALS)}
        keys |= {_words(name) for name in companies}
        keys = {key for key in keys if len("".join(key)) > 1}
        self._names = array("q", sorted({hash(key) for key in keys}))
        self._begins = array("q", sorted({hash(key[0]) for key in keys}))

    def text(self, text: str, *, is_ours: bool = False) -> str:
        """`is_ours`: written by us, word by word, so that no name is in it and any word may be."""
        whole = self._without_shapes(text[: _LONGEST_LINE + self._border])
        plain = spelled(whole)
        shown = plain if plain == whole else self._without_shapes(plain)
        shown = shown if is_ours else self._without_names(shown)
        is_cut = (
            len(text) > _LONGEST_LINE + self._border
        )  # what lies across that border too is not known for what it is
        return (shown[: -self._border] if is_cut else shown)[:_LONGEST_LINE]

    def _without_shapes(self, text: str) -> str:
        for secret in self._secrets:
            text = text.replace(secret, HIDDEN)
        for pattern, put in _PATTERNS:
            text = pattern.sub(put, text)
        return text

    def value(self, value: Any, key: str = "") -> Any:
        """Anything that a log line may carry; what is no text and no number is shown as text."""
        if value is None or isinstance(value, (bool, int, float)):
            return value
        if key and _KEYS.search(key):
            return HIDDEN
        if isinstance(value, BaseException):
            return self.text(told(value), is_ours=True)
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
        said = self.text(str(event.pop("event", "")))
        return {"event": said, **self.of_ours(_logger, _method, event)}

    def _without_names(self, text: str) -> str:
        if not self._names:
            return text
        words = words_in(text)
        plain = [letters(word.group()) for word in words]
        parts, shown_to, number = [], 0, 0
        while number < len(words):
            length = self._name_at(plain, number)
            if length:
                parts += [text[shown_to : words[number].start()], SOMEBODY]
                shown_to = words[number + length - 1].end()
            number += length or 1
        return "".join([*parts, text[shown_to:]])

    def _name_at(self, words: list[str], number: int) -> int:
        """How many words of a name begin there, also of one that has something (Dana's); the longest name counts."""
        first = words[number]
        if not _is_in(self._begins, first) and not _is_in(self._begins, without_s(first)):
            return 0
        for length in range(min(_LONGEST_NAME, len(words) - number), 0, -1):
            *before, last = words[number : number + length]
            if _is_in(self._names, (*before, last)) or _is_in(self._names, (*before, without_s(last))):
                return length
        return 0


def _is_in(known: Sequence[int], key: object) -> bool:
    wanted = hash(key)
    place = bisect_left(known, wanted)
    return place < len(known) and known[place] == wanted


def _words(name: str) -> tuple[str, ...]:
    return tuple(letters(word.group()) for word in words_in(spelled(name)))


REDACTION = Redaction()
