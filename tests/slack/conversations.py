"""Where: opening a DM, and looking back into one. Metadata is told only to who asks for it."""

from tests.slack import shapes
from tests.slack.call import Call, SlackError, method
from tests.slack.model import Channel, Json


@method("conversations.open", scope="im:write")
def conversations_open(call: Call) -> Json:
    users = [user for user in call.text("users").split(",") if user]
    if call.text("channel"):
        return {"channel": {"id": call.channel().id}}
    if len(users) != 1:
        raise SlackError("not_enough_users" if not users else "too_many_users")
    found = call.workspace.users.get(users[0])
    if found is None:
        raise SlackError("user_not_found")
    if found.is_bot:
        raise SlackError("cannot_dm_bot")
    if found.deleted:
        raise SlackError("user_disabled")
    is_new = call.workspace.dm(found.id) is None
    opened = call.world.open_dm(call.workspace, found.id)
    known = {} if is_new else {"no_op": True, "already_open": True}
    if call.flag("return_im"):
        return known | {"channel": shapes.channel(opened, call.world.clock.now())}
    return known | {"channel": {"id": opened.id}}


@method("conversations.info")
def conversations_info(call: Call) -> Json:
    return {"channel": shapes.channel(call.channel(), call.world.clock.now())}


@method("conversations.history")
def conversations_history(call: Call) -> Json:
    """The newest first, without the answers inside threads."""
    channel = _readable(call)
    tops = [m for m in channel.messages if m.get("thread_ts", m["ts"]) == m["ts"] or m.get("subtype")]
    return _page(call, list(reversed([m for m in tops if _is_within(call, m["ts"])])))


@method("conversations.replies")
def conversations_replies(call: Call) -> Json:
    """A thread, the oldest first."""
    channel = _readable(call)
    wanted = call.required("ts")
    if channel.message(wanted) is None:
        raise SlackError("thread_not_found")
    thread = [m for m in channel.messages if wanted in {m["ts"], m.get("thread_ts")}]
    return _page(call, [m for m in thread if _is_within(call, m["ts"])])


def _readable(call: Call) -> Channel:
    channel = call.channel()
    needed = "im:history" if channel.is_dm else "channels:history"
    if needed not in call.token.scopes:
        raise SlackError("missing_scope", needed=needed, provided=",".join(call.token.scopes))
    return channel


def _is_within(call: Call, ts: str) -> bool:
    oldest, latest = float(call.text("oldest") or 0), float(call.text("latest") or "inf")
    at = float(ts)
    return oldest <= at <= latest if call.flag("inclusive") else oldest < at < latest


def _page(call: Call, found: list[Json]) -> Json:
    limit = call.number("limit", 100)
    start = int(call.text("cursor").removeprefix("next:") or 0)
    page = [_seen(call, message) for message in found[start : start + limit]]
    has_more = len(found) > start + limit
    more = {"response_metadata": {"next_cursor": f"next:{start + limit}"}} if has_more else {}
    return {"messages": page, "has_more": has_more, "pin_count": 0, **more}


def _seen(call: Call, message: Json) -> Json:
    hidden = set() if call.flag("include_all_metadata") else {"metadata"}
    return {key: value for key, value in message.items() if key not in hidden}
