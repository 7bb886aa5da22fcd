"""Who: auth.test, users.info, users.list, users.lookupByEmail. An address is told only with users:read.email."""

from tests.slack import shapes
from tests.slack.call import Call, SlackError, method
from tests.slack.model import Json, User


@method("api.test")
def api_test(call: Call) -> Json:
    return {"args": call.arguments}


@method("auth.test")
def auth_test(call: Call) -> Json:
    workspace = call.workspace
    about = workspace.users[call.token.user]
    told = {
        "url": f"https://{workspace.domain}.slack.com/", "team": workspace.name, "user": about.name,
        "team_id": workspace.id, "user_id": about.id, "is_enterprise_install": False,
    }  # fmt: skip
    return told | ({"bot_id": workspace.bot_id} if about.is_bot else {})


@method("users.info", scope="users:read")
def users_info(call: Call) -> Json:
    return {"user": _told(call, call.user())}


@method("users.list", scope="users:read")
def users_list(call: Call) -> Json:
    """Pages of `limit`; without one, everybody."""
    everybody = list(call.workspace.users.values())
    start = int(call.text("cursor").removeprefix("user:") or 0)
    end = start + call.number("limit", len(everybody))
    rest = f"user:{end}" if end < len(everybody) else ""
    return {
        "members": [_told(call, user) for user in everybody[start:end]],
        "cache_ts": int(call.world.clock.now()),
        "response_metadata": {"next_cursor": rest},
    }


@method("users.lookupByEmail", scope="users:read.email")
def lookup_by_email(call: Call) -> Json:
    wanted = call.required("email").casefold()
    for user in call.workspace.users.values():
        if user.email.casefold() == wanted and not user.deleted and not user.is_bot:
            return {"user": _told(call, user)}
    raise SlackError("users_not_found")


def _told(call: Call, about: User) -> Json:
    return shapes.user(
        about, call.world.clock.now(), with_locale=call.flag("include_locale"),
        with_email="users:read.email" in call.token.scopes,
    )  # fmt: skip
