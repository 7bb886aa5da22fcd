"""The app manifest: what Slack has to be told to let the bot in. Written from the code, so that both are one."""

from typing import Any
from urllib.parse import urlsplit

import yaml

from adapters.slack.inbound import COMMANDS, SHORTCUTS
from adapters.slack.listening import EVENTS
from adapters.slack.oauth import SCOPES
from bot.views.platforms import ABOUT, COMMAND_WORDS, SHORTCUT_WORDS

_COLOUR = "#2c6a4f"


def is_public(url: str) -> bool:
    """Whether Slack can call it: https, with a host and without a question behind it."""
    try:
        parts = urlsplit(url)
        return parts.scheme == "https" and bool(parts.hostname) and not (parts.query or parts.fragment)
    except ValueError:
        return False


def manifest(public_url: str = "", *, is_of_one: bool = False) -> str:
    """As YAML: Socket Mode, or HTTP for many workspaces when a public address is given.

    `is_of_one`: over HTTP with a pasted token. That one must not rotate: what renews tokens is the installation by a browser."""
    made = _manifest(public_url.rstrip("/"), installs=bool(public_url) and not is_of_one)
    return yaml.safe_dump(made, sort_keys=False, allow_unicode=True, width=110)


def _manifest(url: str, *, installs: bool) -> dict[str, Any]:
    events = f"{url}/slack/events"
    request = {"request_url": events} if url else {}
    redirect = {"redirect_urls": [f"{url}/slack/oauth_redirect"]} if installs else {}
    menus = {"message_menu_options_url": events} if url else {}
    return {
        "_metadata": {"major_version": 1, "minor_version": 1},
        "display_information": {**ABOUT, "background_color": _COLOUR},
        "features": {
            "app_home": {
                "home_tab_enabled": True,
                "messages_tab_enabled": True,
                "messages_tab_read_only_enabled": False,
            },
            "bot_user": {"display_name": ABOUT["name"], "always_online": True},
            "slash_commands": [_command(name, events if url else "") for name in COMMANDS],
            "shortcuts": [_shortcut(name) for name in SHORTCUTS],
        },
        "oauth_config": {**redirect, "scopes": {"bot": list(SCOPES)}},
        "settings": {
            "event_subscriptions": {**request, "bot_events": list(EVENTS_ASKED_FOR)},
            "interactivity": {"is_enabled": True, **request, **menus},
            "org_deploy_enabled": False,
            "socket_mode_enabled": not url,
            "token_rotation_enabled": installs,
        },
    }


EVENTS_ASKED_FOR = tuple("message.im" if name == "message" else name for name in EVENTS)


def _command(name: str, url: str) -> dict[str, Any]:
    description, hint = COMMAND_WORDS[name]
    asked = {"usage_hint": hint} if hint else {}
    return {
        "command": name,
        **({"url": url} if url else {}),
        "description": description,
        **asked,
        "should_escape": True,
    }


def _shortcut(name: str) -> dict[str, Any]:
    label, description = SHORTCUT_WORDS[name]
    kind = "message" if name.endswith("message") else "global"
    return {"name": label, "type": kind, "callback_id": name, "description": description}
