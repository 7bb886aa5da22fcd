"""What somebody said, where it was said again: in an answer, a list, a line that was typed. Their words go, and nobody else's."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from bot.reading.naming.namekeys import key
from bot.reading.naming.subjects import ERASED, Finder

_LONG = 12  # characters of what was said: shorter words are anybody's, unless they stand between marks
_MARKED = re.compile(r"([“\"])([^”\"]+)([”\"])")


@dataclass(frozen=True)
class Words:
    """`said`: each thing they said, as it was recorded."""

    said: frozenset[str] = frozenset()

    def without(self, text: str) -> str:
        if not self.said or not text:
            return text
        text = _MARKED.sub(lambda at: f"{at[1]}{ERASED}{at[3]}" if self._is_theirs(at[2]) else at[0], text)
        return self._long.sub(ERASED, text) if self._long else text

    def block_without(self, block: Mapping[str, Any], named: Finder) -> dict[str, Any]:
        """A quotation in a card has no marks, and tells whose it is."""
        is_quote = block.get("type") == "quote" and isinstance(block.get("text"), str)
        is_theirs = is_quote and (named.holds(str(block.get("by", ""))) or self._is_theirs(block["text"]))
        return {**block, "text": ERASED} if is_theirs else dict(block)

    def _is_theirs(self, text: str) -> bool:
        """In full, or shortened as a card does it."""
        told = key(text)
        if told in self._keys:
            return True
        return text.rstrip().endswith("…") and len(told) >= _LONG and any(each.startswith(told) for each in self._keys)

    @cached_property
    def _keys(self) -> frozenset[str]:
        return frozenset(key(each) for each in self.said) - {""}

    @cached_property
    def _long(self) -> re.Pattern[str] | None:
        ways = sorted((each.strip() for each in self.said if len(each.strip()) >= _LONG), key=len, reverse=True)
        return (
            re.compile("|".join(rf"(?<!\w){re.escape(each)}(?!\w)" for each in ways), re.IGNORECASE) if ways else None
        )
