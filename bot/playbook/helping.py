"""Where a rep asked whoever leads them for help, and nobody has taken it up yet."""

from datetime import date, timedelta

from bot.model import Decision, DecisionKind, History


def help_wanted(history: History) -> Decision | None:
    """The newest call for help that is still open."""
    made = [one for one in history.decisions if one.kind in {DecisionKind.help_wanted, DecisionKind.helped}]
    return made[-1] if made and made[-1].kind is DecisionKind.help_wanted else None


_LASTS = timedelta(days=14)


def help_given(history: History, today: date) -> Decision | None:
    """What was answered to the newest call for help, for two weeks."""
    made = [one for one in history.decisions if one.kind in {DecisionKind.help_wanted, DecisionKind.helped}]
    newest = made[-1] if made else None
    answered = newest is not None and newest.kind is DecisionKind.helped and newest.reason
    return newest if newest and answered and today - newest.on <= _LASTS else None


def was_asked(history: History) -> bool:
    """Whether help was ever asked for."""
    return any(one.kind is DecisionKind.help_wanted for one in history.decisions)
