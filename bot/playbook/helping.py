"""A call for help of a rep's to whoever leads them: whether it is open, what was answered to it."""

from datetime import date, timedelta

from bot.model import Decision, DecisionKind, History

_LASTS = timedelta(days=14)  # an answer stands on the deal
_OF_HELP = frozenset({DecisionKind.help_wanted, DecisionKind.helped})


def help_wanted(history: History) -> Decision | None:
    """The newest call for help that nobody has taken up yet."""
    newest = _newest(history)
    return newest if newest and newest.kind is DecisionKind.help_wanted else None


def help_given(history: History, today: date) -> Decision | None:
    """What was answered to the newest call for help, for two weeks."""
    newest = _newest(history)
    is_answer = newest is not None and newest.kind is DecisionKind.helped and bool(newest.reason)
    return newest if newest and is_answer and today - newest.on <= _LASTS else None


def was_asked(history: History) -> bool:
    """Whether help was ever asked for."""
    return any(one.kind is DecisionKind.help_wanted for one in history.decisions)


def _newest(history: History) -> Decision | None:
    return next((one for one in reversed(history.decisions) if one.kind in _OF_HELP), None)
