"""Whether a signed body is a payload that the rest can read: checked once, so that nothing after it has to doubt."""

from collections.abc import Mapping
from typing import Any

_INTERACTIVE = frozenset({
    "block_actions", "block_suggestion", "view_submission", "view_closed", "shortcut", "message_action",
})  # fmt: skip


_IDS = (
    "id",
    "team_id",
    "enterprise_id",
    "user_id",
    "context_team_id",
    "context_enterprise_id",
    "channel_id",
    "app_installed_team_id",
)
_OBJECTS = ("team", "enterprise", "user", "view", "container", "channel", "message")  # where they are there at all


def is_payload(body: Mapping[str, Any]) -> bool:
    kind = body.get("type")
    if kind == "event_callback":
        return _has(body, "team_id", "event_id") and _is_event(body.get("event")) and _are_of_slack(body)
    if isinstance(kind, str) and kind in _INTERACTIVE:
        return _are_of_slack(body) and _has(body.get("user") or {}, "id") and _parts_fit(kind, body)
    if "command" in body:
        return _has(body, "command", "team_id", "user_id") and all(isinstance(value, str) for value in body.values())
    return kind == "url_verification" or "ssl_check" in body


def _is_event(event: object) -> bool:
    if not isinstance(event, dict) or not _has(event, "type"):
        return False
    match event["type"]:
        case "message" | "app_mention":
            fits = all(isinstance(event.get(name) or "", str) for name in ("text", "user", "subtype", "thread_ts"))
            return fits and _has(event, "channel", "ts")
        case "app_home_opened":
            return _has(event, "user")
        case "user_change":
            return isinstance(event.get("user"), dict) and _has(event["user"], "id")
        case _:
            return True


def _parts_fit(kind: str, body: Mapping[str, Any]) -> bool:
    view, actions = body.get("view"), body.get("actions")
    if kind.startswith("view_"):
        return isinstance(view, dict) and _has(view, "id", "callback_id") and isinstance(view.get("state"), dict)
    if kind == "block_actions":
        first = actions[0] if isinstance(actions, list) and actions else None
        return isinstance(first, dict) and _has(first, "action_id", "type")
    return _has(body, "action_id") if kind == "block_suggestion" else _has(body, "callback_id")


def _are_of_slack(body: Mapping[str, Any]) -> bool:
    """What Bolt itself looks at before anything of ours does: objects, with ids that are words of Slack's."""
    listed = body.get("authorizations") or []
    inside = [body, *(body.get(name) or {} for name in _OBJECTS), *(listed if isinstance(listed, list) else [listed])]
    event = body.get("event")
    inside += (
        [event, *(event.get(name) or {} for name in ("item", "message", "assistant_thread") if isinstance(event, dict))]
        if event
        else []
    )
    return all(isinstance(part, dict) and all(_is_id(part.get(name)) for name in _IDS) for part in inside)


def _is_id(given: object) -> bool:
    return given is None or (isinstance(given, str) and given.isascii())


def _has(part: Mapping[str, Any], *names: str) -> bool:
    """These as words of Slack's own: its ids hold no sign but ASCII's."""
    return all(isinstance(value := part.get(name), str) and value and value.isascii() for name in names)
