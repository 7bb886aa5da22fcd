"""Whether what a good token came with is an activity that the rest can read: checked once, so that nothing after it doubts."""

from collections.abc import Mapping
from typing import Any

_LONGEST_ID = 500
_KINDS = frozenset({"message", "invoke", "conversationUpdate", "installationUpdate"})


def is_ours(body: Mapping[str, Any]) -> bool:
    """Of a kind that we answer; of all others Teams is told that they arrived."""
    return body["type"] in _KINDS and _is_id(_part(body, "from").get("aadObjectId"))


def is_activity(body: Mapping[str, Any]) -> bool:
    return (
        _is_id(body.get("type"))
        and _is_id(body.get("id", "-"))
        and all(_is_id(_part(body, name).get("id")) for name in ("conversation", "from", "recipient"))
        and all(isinstance(body.get(name) or "", str) for name in ("text", "name", "action", "replyToId", "locale", "localTimezone", "textFormat"))
        and isinstance(body.get("entities") or [], list)
        and isinstance(body.get("value") or {}, Mapping)
        and isinstance(body.get("membersAdded") or [], list)
    )  # fmt: skip


def _part(body: Mapping[str, Any], name: str) -> Mapping[str, Any]:
    part = body.get(name)
    return part if isinstance(part, Mapping) else {}


def _is_id(value: object) -> bool:
    return isinstance(value, str) and 0 < len(value) <= _LONGEST_ID and value.isprintable()
