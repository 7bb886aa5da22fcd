"""Events as Slack tells them: words in the DM, mentions, Home, and what becomes of people and of the install."""

import uuid
from html import escape

from tests.slack import shapes
from tests.slack.model import Channel, Json, Token, User, Workspace
from tests.slack.world import World


def as_typed(text: str) -> str:
    """What the client makes of typed words: these three signs, and nothing else, become entities."""
    return escape(text, quote=False)


def said(world: World, workspace: Workspace, channel: Channel, user: User, text: str, thread_ts: str = "") -> Json:
    """A message of a user, kept in its channel."""
    message = {
        "user": user.id, "type": "message", "ts": workspace.next_ts(world.clock.now()), "text": text,
        "client_msg_id": str(uuid.uuid4()), "team": workspace.id, "blocks": [shapes.paragraph(text)],
    }  # fmt: skip
    if thread_ts:
        parent = channel.message(thread_ts)
        message |= {"thread_ts": thread_ts, "parent_user_id": parent["user"] if parent else user.id}
    channel.messages.append(message)
    return message


def message_im(message: Json, channel: Channel) -> Json:
    return message | {"channel": channel.id, "event_ts": message["ts"], "channel_type": "im"}


def app_mention(message: Json, channel: Channel) -> Json:
    return message | {"type": "app_mention", "channel": channel.id, "event_ts": message["ts"]}


def app_home_opened(world: World, workspace: Workspace, user: User, tab: str) -> Json:
    """The first time without a view."""
    told: Json = {
        "type": "app_home_opened", "user": user.id, "channel": world.open_dm(workspace, user.id).id, "tab": tab,
        "event_ts": workspace.next_ts(world.clock.now()),
    }  # fmt: skip
    home = workspace.home(user)
    return told | ({"view": home} if home and tab == "home" else {})


def user_change(world: World, workspace: Workspace, user: User) -> Json:
    now = world.clock.now()
    return {
        "type": "user_change", "user": shapes.user(user, now, with_locale=True), "cache_ts": int(now),
        "event_ts": workspace.next_ts(now),
    }  # fmt: skip


def app_uninstalled(world: World, workspace: Workspace) -> Json:
    """Every token of that workspace is dead from now on."""
    workspace.is_installed = False
    for token in _bot_tokens(world, workspace):
        token.error = "account_inactive"
    return {"type": "app_uninstalled", "event_ts": workspace.next_ts(world.clock.now())}


def tokens_revoked(world: World, workspace: Workspace) -> Json:
    for token in _bot_tokens(world, workspace):
        token.error = token.error or "token_revoked"
    return {
        "type": "tokens_revoked", "tokens": {"oauth": [], "bot": [workspace.bot.id]},
        "event_ts": workspace.next_ts(world.clock.now()),
    }  # fmt: skip


def _bot_tokens(world: World, workspace: Workspace) -> list[Token]:
    return [token for token in world.tokens.values() if token.team == workspace.id and token.kind == "bot"]
