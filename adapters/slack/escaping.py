"""Text as Slack shows it: literally, whole characters only, within a length. Nothing else in this package makes a text.

People's words only go where Slack formats nothing (plain_text, rich_text). The one field that Slack reads as markup is a
message's top-level `text`, made by `escaped`.
"""

from bisect import bisect_right
from typing import Any

from adapters.cutting import cut, length, one_line
from bot.hygiene import clean

Json = dict[str, Any]


def plain(text: str, longest: int) -> Json:
    """A plain_text object in which `:smile:` stays what was typed."""
    return {"type": "plain_text", "text": one_line(text, longest), "emoji": False}


def escaped(text: str, longest: int) -> str:
    """For a message's top-level `text`: no mention or link fires; cut before it is escaped, so no `&amp;` is split."""
    safe = clean(text)
    if length(_marked(safe)) <= longest:
        return _marked(safe)
    return _marked(
        cut(safe, max(1, bisect_right(range(longest), longest, key=lambda room: _marked_length(safe, room)) - 1))
    )


def _marked_length(text: str, room: int) -> int:
    return length(_marked(cut(text, room))) if room else 0


def _marked(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
