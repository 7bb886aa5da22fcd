"""Questions for them that came up since: at most three, open until they are asked (H12)."""

import re

from bot.model import Decision, DecisionKind, History

MOST = 3
_ASKING = re.compile(
    r"^(?:do|does|did|is|are|was|were|can|could|will|would|who|what|which|when|where|why|how|has|have|should|may|if|by)\b",
    re.IGNORECASE,
)


def open_questions(history: History) -> tuple[Decision, ...]:
    """Those that nobody has asked yet, the oldest first; `reason` is the question."""
    still: dict[str, Decision] = {}
    for made in history.decisions:
        if made.kind is DecisionKind.came_up:
            still[made.reason] = made
        elif made.kind is DecisionKind.asked:
            still.pop(made.reason, None)
    return tuple(still.values())


def in_a_text(question: str) -> str:
    """Behind a colon: "do your pickers share a login?"."""
    return question[:1].lower() + question[1:] if _ASKING.match(question) else question


def came_up(history: History) -> str:
    """For the end of a letter: "One question came up since: do your pickers share a login?"."""
    asked = [in_a_text(made.reason) for made in open_questions(history)]
    if not asked:
        return ""
    if len(asked) == 1:
        return f"One question came up since: {asked[0]}"
    told = " ".join(question[:1].upper() + question[1:] for question in asked)
    return f"{('', '', 'Two', 'Three')[len(asked)]} questions came up since. {told}"
