"""Who owes what, the earliest day first. What is late is named; nobody is blamed for it (S9)."""

from collections.abc import Mapping, Sequence
from datetime import date

from bot.cards import Block, Button, Buttons, Card, Line, Rest, Text, Tone
from bot.days import written
from bot.model import Commitment, History, Side
from bot.playbook.results import is_asked
from bot.views.naming import OPEN_DEAL, deal_and_contact, promise_line, promised_by
from bot.views.spans import from_line
from bot.views.upcoming import Days

_TITLES = {
    "us": "What you owe",
    "them": "What they owe you",
    "both": "Who owes what",
    "late": "Late promises",
    "late us": "What we are late with",
    "late them": "What they are late with",
}
_NOTHING = {
    "us": "You owe nobody anything right now.",
    "them": "No promise of theirs is open right now.",
    "both": "No promise is open right now, on either side.",
    "late": "Nothing is late, on either side.",
    "late us": "We are late with nothing.",
    "late them": "They are late with nothing.",
}
Promised = tuple[History, Commitment]
_LEADS = {Side.ours: "You promised", Side.theirs: "They promised"}


def owed_card(
    by: str, promises: Sequence[Promised], today: date, others: Mapping[int, str], of: str = "", *, first: int = 1
) -> Card:
    """`of`: the one colleague whose promises these are. `others` are the first names of those whom the reader leads; their deals are told apart by them."""
    blocks = _promises(promises, today, others, first)
    buttons = _ways_on(others)
    if of:
        late = "late" if by == "late" else "open"
        nothing = f"{of} is late with nothing." if by == "late" else f"{of} owes nobody anything right now."
        return Card(f"{of}'s {late} promises", (*(blocks or [Text(nothing)]), buttons))
    title = f"{_TITLES[by]}, from line {first}" if first > 1 else _TITLES[by]
    return Card(title, (*(blocks or [Text(_NOTHING[by])]), buttons), rest=Rest(f"owed {by} from", first - 1))


def owed_then_card(by: str, promises: Sequence[Promised], days: Days, today: date, others: Mapping[int, str]) -> Card:
    """What is promised for the days that were asked about; where that is nothing, what is open at all."""
    of_day = [pair for pair in promises if pair[1].promised_on and days.first <= pair[1].promised_on <= days.last]
    day = written(days.first, today)
    then = day if days.is_one else f"{day} to {written(days.last, today)}"
    if of_day:
        return Card(f"{_TITLES[by]}, {then}", (*_promises(of_day, today, others), _ways_on(others)))
    nothing = Text(f"Nothing is promised for {then}.{' Open:' if promises else ''}")
    return Card(_TITLES[by], (nothing, *_promises(promises, today, others), _ways_on(others)))


def _promises(promises: Sequence[Promised], today: date, others: Mapping[int, str], first: int = 1) -> list[Block]:
    blocks: list[Block] = []
    for lead, some in from_line(first, [_side(side, promises, others) for side in (Side.ours, Side.theirs)]):
        blocks += [Text(lead, Tone.strong), *(_line(history, promise, today, others) for history, promise in some)]
    return [Text("Those were all.")] if promises and not blocks else blocks


def _ways_on(others: Mapping[int, str]) -> Buttons:
    team = (Button("My team", "where is my team?"),) if others else ()
    return Buttons((Button("What is due today?", "followups"), Button("Next two weeks", "upcoming"), *team))


def _side(side: Side, promises: Sequence[Promised], others: Mapping[int, str]) -> tuple[str, list[Promised]]:
    """Under which words, and which."""
    some = [pair for pair in promises if pair[1].side is side]
    of_us = others or any(_is_anothers(history, promise) for history, promise in some)
    return "We promised" if of_us and side is Side.ours else _LEADS[side], some


def _is_anothers(history: History, promise: Commitment) -> bool:
    """Whether a colleague promised it: it came with the deal."""
    return promise.member_id in history.colleagues and not is_asked(history, promise)


def _line(history: History, promise: Commitment, today: date, others: Mapping[int, str]) -> Line:
    owner = others.get(history.deal.owner_id, "")
    name = f"{deal_and_contact(history)}{f' ({owner})' if owner else ''}"
    done = Button("Done" if promise.side is Side.ours else "It came", f"promise kept {promise.id}", about=promise.text)
    is_owners = bool(owner) and promise.member_id == history.deal.owner_id  # whose name stands in front already
    by = "" if is_owners and not is_asked(history, promise) else promised_by(history, promise)
    return Line(
        f"{name}: {promise_line(promise, today)}{by}",
        buttons=(done, Button(OPEN_DEAL, f"where {history.deal.id}", about=name)),
    )
