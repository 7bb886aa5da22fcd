"""A deal as it is suggested while one types: its whole name, and beside it what tells it from the others."""

from collections.abc import Sequence
from datetime import date

from bot.days import written
from bot.model import OPEN_STATES, DealState, first_name

_ENDED = {
    DealState.won: "won",
    DealState.lost: "lost",
    DealState.nurture: "let go",
    DealState.do_not_contact: "not to be contacted",
}


def beside(people: Sequence[str], owner: str, state: DealState, last_contact_on: date | None, today: date) -> str:
    """ "Dana, last contact Thu 5 March"; `owner` is named when the deal is somebody else's."""
    last = f"last contact {written(last_contact_on, today)}" if last_contact_on else "no call yet"
    parts = (
        _ENDED[state] if state not in OPEN_STATES else "",
        f"{first_name(owner)}'s" if owner else "",
        first_name(people[-1]) if people else "",
        last,
    )
    return ", ".join(part for part in parts if part)
