"""What Slack's word for a refusal means for a message (the table of errors in docs/slack.md). Whatever is not of one person
is nobody's fault but ours, the app's or the workspace's: no member is marked for it."""

from adapters.slack.calls import Refused
from scheduler.fates import DeliveryError, Fate

TOO_MUCH = frozenset({"msg_too_long", "msg_blocks_too_long", "invalid_blocks", "invalid_blocks_format"})
GONE_ALREADY = frozenset({"message_not_found", "channel_not_found"})  # of a message that is to be taken back
LEFT, GUEST = "user_deactivated", "user_is_guest"  # our own words, after looking
_TRY_AGAIN = frozenset({"not_connected", "token_expired", "team_added_to_org", "accesslimited"})
_OF_ONE = frozenset({
    "channel_not_found", "user_not_found", "users_not_found", "user_not_visible", "user_disabled", "cannot_dm_bot",
    "is_archived", "not_in_channel", LEFT, GUEST,
})  # fmt: skip


def fate_of(error: Refused) -> DeliveryError:
    """Of a workspace that is not gone."""
    if error.error in _TRY_AGAIN:
        return DeliveryError(Fate.not_sent, error.error)
    needed = error.answer.get("needed")
    why = f"{error.error}: {needed}" if needed else error.error
    return DeliveryError(Fate.permanent if error.error in _OF_ONE else Fate.refused, why)
