"""An edit changes nothing that was kept, and whoever made it hears so. What nobody edited is none."""

from adapters.slack.inbound import NOBODY, Names, Payload, Place, Said, Surface

_EDITED = "message_changed"


def from_edit(body: Payload, _: Names = NOBODY) -> Said | None:
    """A member's own words that changed. Slack tells of ours, and of a link that it drew, in the same way."""
    event = body["event"]
    now, before = event.get("message") or {}, event.get("previous_message") or {}
    is_ours = bool(now.get("bot_id")) or not now.get("user")
    is_theirs_still = now.get("subtype") != "tombstone" and now.get("user") == before.get("user", now.get("user"))
    if (
        event.get("subtype") != _EDITED
        or is_ours
        or not is_theirs_still
        or now.get("text", "") == before.get("text", "")
    ):
        return None
    if not event["channel"].startswith("D"):
        return None
    place = Place(
        body["team_id"], now["user"], Surface.direct, event["channel"], now.get("thread_ts") or "", now.get("ts") or ""
    )
    return Said(place, "", f"edited:{event['channel']}:{event['ts']}")
