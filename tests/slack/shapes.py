"""Slack's own objects, with every field that its documentation shows: users, channels, messages, views, rich text."""

import hashlib
import secrets
from datetime import UTC, datetime
from typing import Any
from zoneinfo import ZoneInfo

from tests.slack.model import App, Channel, Json, User, Workspace


def user(about: User, now: float, *, with_locale: bool = False, with_email: bool = True) -> Json:
    """One who was deactivated has neither zone nor rights."""
    told: Json = {
        "id": about.id, "team_id": about.team, "name": about.name, "deleted": about.deleted,
        "profile": _profile(about, with_email=with_email), "is_bot": about.is_bot,
        "is_app_user": False, "updated": int(now),
    }  # fmt: skip
    if about.deleted:
        return told
    offset = datetime.fromtimestamp(now, UTC).astimezone(ZoneInfo(about.zone)).utcoffset()
    told |= {
        "color": "9f69e7", "real_name": about.real_name, "tz": about.zone, "tz_label": about.zone,
        "tz_offset": int(offset.total_seconds()) if offset else 0, "is_admin": about.is_admin, "is_owner": False,
        "is_primary_owner": False, "is_restricted": about.is_restricted,
        "is_ultra_restricted": about.is_ultra_restricted, "who_can_share_contact_card": "EVERYONE", "has_2fa": False,
    }  # fmt: skip
    if about.is_email_confirmed is not None:
        told["is_email_confirmed"] = about.is_email_confirmed
    if about.is_stranger:
        told["is_stranger"] = True
    return told | ({"locale": about.locale} if with_locale else {})


def _profile(about: User, *, with_email: bool) -> Json:
    first, _, last = about.real_name.partition(" ")
    told = {
        "title": "", "phone": "", "skype": "", "real_name": about.real_name,
        "real_name_normalized": about.real_name, "display_name": about.name, "display_name_normalized": about.name,
        "fields": None, "status_text": "", "status_emoji": "", "status_expiration": 0, "avatar_hash": "g0",
        "first_name": first, "last_name": last, "team": about.team,
    }  # fmt: skip
    return told | ({"email": about.email} if with_email and about.email and not about.is_bot else {})


def channel(about: Channel, now: float) -> Json:
    if about.is_dm:
        return {
            "id": about.id, "created": int(now), "is_archived": False, "is_im": True, "is_org_shared": False,
            "context_team_id": about.team, "updated": int(now * 1000), "user": about.partner, "is_open": True,
            "last_read": "0000000000.000000", "latest": None, "unread_count": 0, "unread_count_display": 0,
            "priority": 0,
        }  # fmt: skip
    return {
        "id": about.id, "name": about.name, "is_channel": True, "is_group": False, "is_im": False, "is_mpim": False,
        "is_private": False, "created": int(now), "is_archived": about.is_archived, "is_general": False,
        "name_normalized": about.name, "is_shared": False, "is_org_shared": False, "is_member": True,
        "num_members": len(about.members),
    }  # fmt: skip


def bot_message(app: App, workspace: Workspace, ts: str, said: Json) -> Json:
    """A message of the bot; `said` has text, blocks, metadata, thread_ts, client_msg_id as far as they were given."""
    profile = {
        "id": workspace.bot_id, "app_id": app.id, "user_id": workspace.bot.id, "name": app.name, "icons": {},
        "deleted": False, "updated": 1_700_000_000, "team_id": workspace.id,
    }  # fmt: skip
    base = {
        "user": workspace.bot.id, "type": "message", "ts": ts, "bot_id": workspace.bot_id, "app_id": app.id,
        "text": "", "team": workspace.id, "bot_profile": profile,
    }  # fmt: skip
    kept = {key: said[key] for key in ("text", "metadata", "thread_ts", "client_msg_id") if said.get(key)}
    return base | kept | {"blocks": with_ids(said.get("blocks") or [paragraph(said.get("text", ""))])}


def paragraph(text: str) -> Json:
    """Words as the client's editor writes them."""
    words = {"type": "rich_text_section", "elements": [{"type": "text", "text": text}]}
    return {"type": "rich_text", "block_id": token(), "elements": [words]}


def view(app: App, workspace: Workspace, view_id: str, said: Json, **place: Any) -> Json:
    """`place`: root_view_id, previous_view_id, external_id and the like."""
    base: Json = {
        "id": view_id, "team_id": workspace.id, "type": said["type"], "title": None, "close": None, "submit": None,
        "blocks": with_ids(said["blocks"]), "private_metadata": said.get("private_metadata", ""),
        "callback_id": said.get("callback_id", ""), "state": {"values": {}}, "hash": new_hash(),
        "clear_on_close": bool(said.get("clear_on_close")), "notify_on_close": bool(said.get("notify_on_close")),
        "external_id": said.get("external_id", ""), "root_view_id": view_id, "previous_view_id": None,
        "app_id": app.id, "app_installed_team_id": workspace.id, "bot_id": workspace.bot_id,
    }  # fmt: skip
    named = {key: plain(said[key]) for key in ("title", "close", "submit") if said.get(key)}
    if said["type"] == "home":
        named["title"] = plain({"type": "plain_text", "text": "View Title"})
    return base | named | place


def plain(text: Json) -> Json:
    return {"emoji": True, **text}


def with_ids(blocks: list[Json]) -> list[Json]:
    """Slack names every block and every element that has no name yet."""
    return [{**_elements_named(block), "block_id": block.get("block_id") or token()} for block in blocks]


def _elements_named(block: Json) -> Json:
    named = dict(block)
    if block["type"] in {"actions", "context_actions"}:
        named["elements"] = [_named(element) for element in block.get("elements", [])]
    for key in ("accessory", "element"):
        if isinstance(block.get(key), dict):
            named[key] = _named(block[key])
    return named


def _named(element: Json) -> Json:
    if element.get("type") == "image":
        return element
    return {**element, "action_id": element.get("action_id") or token()}


def token() -> str:
    return secrets.token_urlsafe(4)[:5]


def new_hash() -> str:
    return f"{int.from_bytes(secrets.token_bytes(4), 'big')}.{hashlib.sha256(secrets.token_bytes(8)).hexdigest()[:8]}"
