"""Where a text names somebody: to show them what is kept about them, and to take their name out of it.

Names are compared as keys (bot.reading.naming.namekeys): "Dana Reyes" is also "dana reyes", "Reyes, Dana" and dana.reyes@acme.com.
"""

import json
import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

from bot.reading.naming.namekeys import key, read_turned

ERASED = "[erased]"
_BETWEEN = r"[\W_]{0,3}"
_DOMAIN = r"@[\w-]+(?:\.[\w-]+)+"
FEWEST_DIGITS, _MOST_DIGITS = 6, 15  # of a telephone number; fewer stand in any text
_GROUPS = re.compile(r"\d+(?:[\s().\-/]{1,2}\d+)*")
ADDRESS = rf"[\w.+-]+{_DOMAIN}"
_ADDRESS = re.compile(ADDRESS)
_ANY_ADDRESS = re.compile(
    rf"(?<![\w.+-]){ADDRESS}|\bhttps?://\S+|\bwww\.\S+|(?<![\w@.-])[\w-]+(?:\.[\w-]+)+/\S*", re.IGNORECASE
)
_LONG = 4  # letters of a name that may be looked for inside an address
_TELLING = 6  # letters; a shorter part may be anybody's, where nothing else is about them
_SHORT = 3  # letters; a shorter part of a name stands in any text: "de", "he", the R of "R&D"
# Names that are words too: alone they are a name only where they are written like one.
WORDS = frozenset(
    "will mark may grace hope faith joy rose bill frank grant art dean drew chase pat rob sue jack gene guy rich penny ray dale"
    " young long white black brown green grey gray king price stone wood hill field page bond best good day june april august"
    " don max bob man sun eve ivy ali ana kim lee tan ash ace cat dot fay gay gem gil guy hal hugh ian joe jon kit lou mat mac ned nan ora red sky ted ty val van vic wes zen"
    " summer west north east lane cook baker smith fox wolf bird fish berg stark klein gross lang kurz weiss schwarz der die"
    " van von den the and but for not now new old you case post miles chance major wall house bush ford banks".split()
)


@dataclass(frozen=True)
class Finder:
    """`whole`: keys of what names this person wherever it stands. `parts`: words of the name that do so alone.

    `numbers`: digits of telephones. `others`: keys of whom a part could be mistaken for; their names stay whole.
    """

    whole: tuple[str, ...] = ()
    parts: tuple[str, ...] = ()
    numbers: tuple[str, ...] = ()
    others: tuple[str, ...] = ()
    are_names: bool = False  # parts count only where they are written like a name

    def cautious(self) -> "Finder":
        """For texts that are not about them: long parts alone, and only with a capital."""
        return replace(self, parts=tuple(part for part in self.parts if len(part) >= _TELLING), are_names=True)

    def holds(self, text: str) -> bool:
        return any(True for _ in self._found(text))

    def without(self, text: str) -> str:
        """The text with a mark wherever the person was named."""
        kept, last = [], 0
        for first, end in self._found(text):
            kept += [text[last:first], ERASED]
            last = end
        return "".join([*kept, text[last:]])

    def _found(self, text: str) -> Iterator[tuple[int, int]]:
        """From where to where, in order."""
        if self._any is None or not text:
            return
        plain, places = _folded(text)
        for found in self._any.finditer(plain):
            first, end = (
                (found.start(), found.end()) if places is None else (places[found.start()], places[found.end()])
            )
            is_name = found["word"] is None or text[first].isupper()
            if found["other"] is None and is_name:
                yield first, end

    @cached_property
    def _any(self) -> re.Pattern[str] | None:
        telling = [part for part in self.parts if len(part) >= _SHORT]
        words = [part for part in telling if self.are_names or part in WORDS]
        alone = [part for part in telling if part not in words]
        named = [_spelled(each) for each in self.whole]
        named += [_spelled(read_turned(each)) for each in self.whole if read_turned(each)]  # "Reyes, Dana"
        inside = [*named, *(rf"(?<![a-z])[a-z]?{re.escape(part)}(?![a-z])" for part in alone if len(part) >= _LONG)]
        numbers = [_dialled(each) for each in self.numbers if len(each) >= FEWEST_DIGITS]
        ways = [
            *([rf"(?<![\w.+-])[\w.+-]*(?:{'|'.join(inside)})[\w.+-]*{_DOMAIN}"] if inside else []),
            rf"(?P<other>{_whole_words(map(_spelled, self.others))})",
            *([_whole_words([*named, *map(re.escape, alone)])] if named or alone else []),
            rf"(?P<word>{_whole_words(map(re.escape, words))})",
            *([rf"(?<!\d)(?:0[\s().\-/]{{0,2}})*(?:{'|'.join(numbers)})(?!\d)"] if numbers else []),
        ]
        return re.compile("|".join(ways)) if inside or alone or words or numbers else None


def rewritten(
    value: Any, change: Callable[[str], str], block: Callable[[dict[str, Any]], dict[str, Any]] = dict
) -> Any:
    """Text, or what is kept as JSON, with each text in it changed; how it was written stays. `block` changes what is made of parts."""
    match value:
        case str() if value[:1] in {"{", "["}:
            return _rewritten_json(value, change, block)
        case str():
            return change(value)
        case dict():
            return {name: rewritten(each, change, block) for name, each in block(value).items()}
        case list():
            return [rewritten(each, change, block) for each in value]
        case _:
            return value


def _rewritten_json(text: str, change: Callable[[str], str], block: Callable[[dict[str, Any]], dict[str, Any]]) -> str:
    try:
        told = json.loads(text)
    except ValueError:
        return change(text)
    new = rewritten(told, change, block) if isinstance(told, dict | list) else told
    return text if new == told else json.dumps(new, ensure_ascii=text.isascii())


def digits(phone: str) -> str:
    """As it may be written with or without what stands before a country's or a town's number."""
    return "".join(filter(str.isdigit, phone)).lstrip("0")


def numbers_in(text: str) -> Iterator[str]:
    """The digits of every run of groups: one of them is the telephone that stands there, with what is before it or not."""
    for run in _GROUPS.findall(_folded(text)[0]):
        groups = re.findall(r"\d+", run)
        for first in range(len(groups)):
            number = ""
            for group in groups[first:]:
                number = digits(number + group)
                if len(number) > _MOST_DIGITS:
                    break
                if len(number) >= FEWEST_DIGITS:
                    yield number


def addresses_in(text: str) -> list[str]:
    return _ADDRESS.findall(text)


def without_addresses(text: str) -> str:
    """With blanks for each address of mail or of a page: what is named in it is not named in the line."""
    if "@" not in text and "/" not in text and "www." not in text.lower():
        return text
    return _ANY_ADDRESS.sub(lambda found: " " * len(found[0]), text)


def called(text: str, longest: int = 6) -> Iterator[str]:
    """Every run of words as a key: one of them is whoever the text names."""
    words = key(text).split() if len(text) < 200 else _key_of_long(text).split()  # noqa: PLR2004 - a key is remembered
    for first in range(len(words)):
        for end in range(first + 1, min(first + longest, len(words)) + 1):
            yield " ".join(words[first:end])


def _key_of_long(text: str) -> str:
    return key.__wrapped__(text)


def _spelled(name: str) -> str:
    return _BETWEEN.join(map(re.escape, name.split()))


def _dialled(number: str) -> str:
    return r"[\s().\-/]{0,2}".join(number)


def _whole_words(ways: Iterable[str]) -> str:
    """Never found where there is none."""
    each = "|".join(ways)
    return rf"(?<!\w)(?:{each})(?!\w|['’&](?!s\b)\w)" if each else r"(?!)"


def _folded(text: str) -> tuple[str, list[int] | None]:
    """Without case and accents, and where each character of it stood; None: where it stands now."""
    if text.isascii():
        return text.lower(), None
    plain, places = [], []
    for place, char in enumerate(text):
        folded = char.lower() if char.isascii() else _plain(char)
        plain.append(folded)
        places += [place] * len(folded)
    return "".join(plain), [*places, len(text)]


def _plain(char: str) -> str:
    whole = unicodedata.normalize("NFKD", char.casefold())
    return "".join(c for c in whole if unicodedata.category(c) not in {"Mn", "Cf", "Cc"})
