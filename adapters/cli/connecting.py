"""Why Slack could not be connected at the start, for whoever reads the console: a new token is made only by who knows that the old
one was refused."""

from adapters.slack.calls import UNCERTAIN_ERRORS, RateLimited, Refused, Uncertain

_NOT_REACHED = "not_connected"


def why_not_slack(setting: str, error: Refused | Uncertain) -> str:
    """One sentence, or two. `setting`: which token it was tried with."""
    if isinstance(error, RateLimited):
        return (
            f"Slack is asked too much of this app just now, and wants {error.seconds} seconds of rest (ratelimited)."
            f" It said nothing against {setting}: start the bot again after that"
        )
    if _was_answered(error):
        return (
            f"Slack, or a proxy in between, answers with an error of its own ({error}), also when asked again."
            f" Whether {setting} is right nobody knows yet: look at Slack's status page, and start the bot again in some minutes"
        )
    if isinstance(error, Uncertain) or error.error == _NOT_REACHED:
        return "Slack cannot be reached from here, so nobody asked whether the tokens are right. Is the network up, or a firewall between"
    return f"Slack refused {setting} ({error}): docs/slack.md says where it is copied from"


def is_passing(error: Refused | Uncertain) -> bool:
    """Whether a later start may bring it, with the settings as they are."""
    return isinstance(error, Uncertain | RateLimited) or error.error == _NOT_REACHED


def _was_answered(error: Refused | Uncertain) -> bool:
    return isinstance(error, Uncertain) and (str(error).startswith("status ") or str(error) in UNCERTAIN_ERRORS)
