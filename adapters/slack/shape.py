"""What a signed body has to be, as Slack's reference says it: the one place that turns anything else into a 400.

What is read of a payload stands here, and nothing else of it goes on: neither Bolt nor our own reading meets a field of
another kind, or one that was put where Slack puts none. A null is as if it were left out.
"""

from collections.abc import Callable, Mapping
from typing import Any

Rule = Callable[[Any], Any]


class WrongShape(ValueError):
    """Signed, and not what Slack sends."""


def payload(body: Mapping[str, Any]) -> dict[str, Any]:
    """What is read of it. Raises WrongShape."""
    kind = body.get("type")
    shape = _KINDS.get(kind) if isinstance(kind, str) else None
    if shape is None and "command" in body:
        shape = _COMMAND
    elif shape is None and "ssl_check" in body:
        shape = _SSL_CHECK
    if shape is None:
        raise WrongShape
    told: dict[str, Any] = shape(body)
    return told


def _word(value: Any) -> str | None:
    """One of Slack's own: its ids hold no sign but ASCII's."""
    if value is not None and not (isinstance(value, str) and value.isascii()):
        raise WrongShape
    return value


def _text(value: Any) -> str | None:
    if value is not None and not isinstance(value, str):
        raise WrongShape
    return value


def _flag(value: Any) -> bool | str:
    """In a form it is a word."""
    if value is None or isinstance(value, bool) or value in ("true", "false"):
        return value or False
    raise WrongShape


def _needed(rule: Rule) -> Rule:
    def checked(value: Any) -> Any:
        if value is None or value == "":
            raise WrongShape
        return rule(value)

    return checked


def _object(**rules: Rule) -> Rule:
    """An object, of which these fields are read."""

    def checked(value: Any) -> dict[str, Any] | None:
        if value is None:
            return None
        if not isinstance(value, dict):
            raise WrongShape
        told = {
            name: rule(value.get(name)) for name, rule in rules.items() if name in value or rule is not _flag
        }  # a flag that is missing says nothing, a null says no
        return {name: part for name, part in told.items() if part is not None}

    return checked


def _each(rule: Rule) -> Rule:
    """An object of any names."""

    def checked(value: Any) -> dict[str, Any] | None:
        if value is not None and not isinstance(value, dict):
            raise WrongShape
        return None if value is None else {name: rule(part) for name, part in value.items() if part is not None}

    return checked


def _list(rule: Rule, least: int = 0) -> Rule:
    def checked(value: Any) -> list[Any] | None:
        if value is None and not least:
            return None
        if not isinstance(value, list) or len(value) < least or None in value:
            raise WrongShape
        return [rule(part) for part in value]

    return checked


_ID = _needed(_word)
_ENTERPRISE = _object(id=_word)
_OF_A_TEAM = {"team_id": _word, "enterprise_id": _word, "is_enterprise_install": _flag}
_COMMAND = _object(
    command=_ID, user_id=_ID, text=_text, channel_id=_word, response_url=_word, trigger_id=_word, **{**_OF_A_TEAM, "team_id": _ID}
)  # fmt: skip
_SSL_CHECK = _object(ssl_check=_text)

_OPTION = _object(value=_text, text=_object(text=_text))
_ELEMENT = _object(
    type=_ID, action_id=_word, multiline=_flag, initial_value=_text, initial_option=_OPTION, initial_options=_list(_OPTION),
    options=_list(_OPTION), placeholder=_object(text=_text),
)  # fmt: skip
_TYPED = _object(value=_text, selected_option=_OPTION, selected_options=_list(_OPTION))
_VIEW = {
    "id": _ID, "type": _ID, "callback_id": _word, "hash": _word, "app_installed_team_id": _word, "team_id": _word,
}  # fmt: skip
_FORM = {**_VIEW, "callback_id": _ID, "private_metadata": _needed(_text)}
_STATE = _object(values=_each(_each(_TYPED)))
_INPUT = _object(type=_ID, block_id=_ID, label=_needed(_object(text=_text)), element=_needed(_ELEMENT), optional=_flag)
_OTHER_BLOCK = _object(type=_ID)


def _block(block: Any) -> Any:
    return (_INPUT if isinstance(block, dict) and block.get("type") == "input" else _OTHER_BLOCK)(block)


_CLOSED = {
    **_FORM, "state": _STATE, "title": _object(text=_text), "submit": _object(text=_text),
    "blocks": _list(_block),
}  # fmt: skip
_ACTION = _object(type=_ID, action_id=_ID, block_id=_text, value=_text, action_ts=_word, selected_option=_OPTION)


def _interaction(**rules: Rule) -> Rule:
    return _object(
        type=_ID, user=_needed(_object(id=_ID, team_id=_word)), team=_object(id=_word, enterprise_id=_word),
        enterprise=_ENTERPRISE, trigger_id=_word, response_url=_word, channel=_object(id=_word), **_OF_A_TEAM, **rules,
    )  # fmt: skip


_PROFILE = _object(real_name=_text, display_name=_text, email=_text)
_USER = _object(
    id=_ID, team_id=_word, name=_text, real_name=_text, tz=_text, locale=_text, profile=_PROFILE, is_email_confirmed=_flag,
    deleted=_flag, is_bot=_flag, is_restricted=_flag, is_ultra_restricted=_flag, is_stranger=_flag,
)  # fmt: skip
_SAID = _object(
    type=_ID, channel=_ID, ts=_ID, user=_word, text=_text, subtype=_word, thread_ts=_word, channel_type=_word, bot_id=_word,
    team=_word, user_team=_word, files=_list(_object(id=_word)), previous_message=_object(text=_text, user=_word),
    message=_object(text=_text, user=_word, ts=_word, thread_ts=_word, bot_id=_word, subtype=_word),
)  # fmt: skip
_EVENTS = {
    "message": _SAID, "app_mention": _SAID, "app_home_opened": _object(type=_ID, user=_ID, tab=_word),
    "user_change": _object(type=_ID, user=_needed(_USER)),
    "tokens_revoked": _object(type=_ID, tokens=_object(oauth=_list(_word), bot=_list(_word))),
}  # fmt: skip
TOO_MANY = "app_rate_limited"  # Slack's word that it holds events back: nothing to do, and no mistake of its
_ANY_EVENT = _object(type=_ID)


def _event(event: Any) -> Any:
    """Of one that nobody listens to nothing is read."""
    kind = event.get("type") if isinstance(event, dict) else None
    return (_EVENTS.get(kind, _ANY_EVENT) if isinstance(kind, str) else _ANY_EVENT)(event)


_KINDS = {
    "event_callback": _object(
        type=_ID, event_id=_ID, event=_needed(_event), is_ext_shared_channel=_flag, context_team_id=_word,
        context_enterprise_id=_word, authorizations=_list(_object(user_id=_word, **_OF_A_TEAM)), **{**_OF_A_TEAM, "team_id": _ID},
    ),
    "block_actions": _interaction(
        actions=_list(_ACTION, least=1), view=_object(**_VIEW), message=_object(ts=_word),
        container=_object(
            type=_word, message_ts=_word, channel_id=_word, thread_ts=_word, view_id=_word, is_ephemeral=_flag
        ),
    ),
    "block_suggestion": _interaction(action_id=_ID, block_id=_text, value=_text, view=_object(**_VIEW)),
    "view_submission": _interaction(view=_needed(_object(**_FORM, state=_needed(_STATE)))),
    "view_closed": _interaction(view=_needed(_object(**_CLOSED))),
    "shortcut": _interaction(callback_id=_ID),
    "message_action": _interaction(callback_id=_ID, message=_object(ts=_word, text=_text)),
    TOO_MANY: _object(type=_ID),
    "url_verification": _object(type=_ID, challenge=_text, token=_text),
}  # fmt: skip
