"""Where a rep asked whoever leads them for help, and nobody has taken it up yet."""

from bot.model import Decision, DecisionKind, History


def help_wanted(history: History) -> Decision | None:
    """The newest call for help that is still open."""
    made = [one for one in history.decisions if one.kind in {DecisionKind.help_wanted, DecisionKind.helped}]
    return made[-1] if made and made[-1].kind is DecisionKind.help_wanted else None
