"""Whether a signed body is a payload that the rest can read: checked once, so that nothing after it has to doubt."""

from collections.abc import Mapping
from typing import Any

_INTERACTIVE = frozenset({
    "block_actions", "block_suggestion", "view_submission", "view_closed", "shortcut", "message_action",
})  # fmt: skip


def is_payload(body: Mapping[str, Any]) -> bool:
    kind = body.get("type")
    if kind == "event_callback":
        event = body.get("event")
        return _has(body, "team_id", "event_id") and isinstance(event, dict) and _has(event, "type")
    if isinstance(kind, str) and kind in _INTERACTIVE:
        user = body.get("user")
        return isinstance(user, dict) and _has(user, "id") and _parts_fit(kind, body)
    if "command" in body:
        return _has(body, "command", "team_id", "user_id")
    return kind == "url_verification" or "ssl_check" in body


def _parts_fit(kind: str, body: Mapping[str, Any]) -> bool:
    view, actions = body.get("view"), body.get("actions")
    if kind.startswith("view_"):
        return isinstance(view, dict) and _has(view, "id") and isinstance(view.get("state"), dict)
    if kind == "block_actions":
        return isinstance(actions, list) and bool(actions) and isinstance(actions[0], dict)
    return _has(body, "action_id") if kind == "block_suggestion" else _has(body, "callback_id")


def _has(part: Mapping[str, Any], *names: str) -> bool:
    return all(isinstance(part.get(name), str) and part[name] for name in names)
