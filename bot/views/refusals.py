"""What a platform's word for a refusal means, and who can mend it. What is wrong with the app, or with what we send, is never
blamed on the member for whom a message was."""

from enum import StrEnum
from typing import NamedTuple

from bot.views.naming import platform_name


class Mends(StrEnum):
    """Who can mend it."""

    them = "them"  # the member, by a word or by adding the bot again
    admin = "admin"  # of the app or the workspace
    us = "us"  # what we sent does not fit
    time = "time"  # nothing: it was tried for hours


class _Refusal(NamedTuple):
    mends: Mends
    meaning: str = ""
    do: str = ""


_INSTALL_AGAIN = "Install the app again with the manifest of this release."
_INSTALL_THERE = "Install the app there again: open /slack/install, at the bot's own address, in a browser. Nothing from before is lost."
_CONNECT = "The app has to be installed there again. Nothing from before is lost."
_COMPARE = "Whoever runs the bot compares SLACK_CLIENT_ID and SLACK_CLIENT_SECRET with the app's pages."
# How what a platform says begins. Whatever is not here is of the app or the workspace.
_KNOWN = {
    "403": _Refusal(Mends.them, "they blocked or removed me, or nobody has added me for them"),
    "404": _Refusal(Mends.them, "their chat with me is gone"),
    "cannot_dm_bot": _Refusal(Mends.them, "that account takes no messages of mine"),
    "user_is_guest": _Refusal(Mends.them, "they are a guest there now"),
    "user_deactivated": _Refusal(Mends.them, "their account was closed"),
    "channel_not_found": _Refusal(Mends.them),
    "user_": _Refusal(Mends.them),
    "users_not_found": _Refusal(Mends.them),
    "is_archived": _Refusal(Mends.them),
    "not_in_channel": _Refusal(Mends.them),
    "never seen": _Refusal(Mends.them),
    "missing_scope": _Refusal(Mends.admin, "the app lacks that right", _INSTALL_AGAIN),
    "messages_tab_disabled": _Refusal(Mends.admin, "the app's Messages tab is switched off", _INSTALL_AGAIN),
    "restricted_action": _Refusal(Mends.admin, "the workspace does not let the app write", "An admin of the workspace allows it."),
    "ekm_access_denied": _Refusal(Mends.admin, "the workspace's keys are withheld", "An admin of the workspace gives access to them."),
    "msg_": _Refusal(Mends.us, "it was too long, also when cut in half"),
    "invalid_blocks": _Refusal(Mends.us, "it was not taken as it was drawn, also when cut in half"),
    "unreadable card": _Refusal(Mends.us),
    "not_connected": _Refusal(Mends.time),
    "token_expired": _Refusal(Mends.admin, "the workspace's token has ended", _INSTALL_THERE),
    "pasted_token_ended": _Refusal(
        Mends.admin, "the pasted token has ended, and nothing renews it",
        "Whoever runs the bot needs one that does not rotate: docs/slack.md, “Many workspaces, or a public address”.",
    ),
    "invalid_refresh_token": _Refusal(Mends.admin, "the workspace's token has ended, and cannot be renewed", _INSTALL_THERE),
    "invalid_client_id": _Refusal(Mends.admin, "the workspace's token cannot be renewed with these settings", _COMPARE),
    "bad_client_secret": _Refusal(Mends.admin, "the workspace's token cannot be renewed with these settings", _COMPARE),
    "team_added_to_org": _Refusal(Mends.time),
    "accesslimited": _Refusal(Mends.time),
    "inactive": _Refusal(Mends.time),
    "workspace disconnected": _Refusal(Mends.admin, "", _CONNECT),
    "account_inactive": _Refusal(Mends.admin, "the app was removed there", _CONNECT),
    "token_revoked": _Refusal(Mends.admin, "the app was removed there", _CONNECT),
    "invalid_auth": _Refusal(Mends.admin, "the workspace takes its token no more", _CONNECT),
    "not_authed": _Refusal(Mends.admin, "the workspace takes its token no more", _CONNECT),
    "no sender for": _Refusal(Mends.admin, "the bot runs without that platform", "Whoever runs the bot sets it up again."),
}  # fmt: skip
_ELSE = _Refusal(Mends.admin, do="Look at the app's settings in the workspace.")


def mends(why: str) -> Mends:
    return _known(why).mends


def with_meaning(why: str) -> str:
    """ "the app lacks that right: missing_scope: chat:write"."""
    meaning = _known(why).meaning
    return f"{meaning}: {why}" if meaning else why


def what_to_do(why: str) -> str:
    """For whoever looks after the app."""
    known = _known(why)
    return "Please report it, with the log: that is a fault of ours." if known.mends is Mends.us else known.do


def not_renewed(platform: str, name: str, why: str) -> str:
    """Of a workspace whose token will end: nothing is lost yet."""
    return f"{platform_name(platform)}, {name}: its token cannot be renewed ({why}). {_known(why).do or _INSTALL_THERE}"


def _known(why: str) -> _Refusal:
    return next((refusal for begins, refusal in _KNOWN.items() if why.startswith(begins)), _ELSE)
