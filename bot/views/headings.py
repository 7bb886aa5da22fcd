"""The lines of a list of what is due under their headings: set for today, promised, to talk about, to close."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bot.playbook.agenda import Due, Group
from bot.playbook.results import is_asked
from bot.views.also_due import SET_FOR_TODAY, YOURS_TO_DO

HEADINGS = {
    Group.today: SET_FOR_TODAY,
    Group.ours: "You promised", Group.theirs: "They promised", Group.touch: "Time to talk", Group.closing: "To close",
}  # fmt: skip


@dataclass(frozen=True)
class Settled:
    """A line that was dealt with since the list was made; it keeps its place."""

    text: str
    group: Group
    act_id: int
    deal_id: int
    asks_how: bool = False  # Done was pressed: how it went can still be said

    @property
    def place(self) -> Group:
        return self.group


Entry = Due | Settled


def headed(shown: Sequence[Entry]) -> Iterator[tuple[str, Sequence[Entry]]]:
    """The lines under their headings. What a colleague promised stands apart under their name, which no line says again:
    nobody here is told "you promised" of that."""
    placed: dict[Group, list[Entry]] = defaultdict(list)
    for entry in shown:
        placed[entry.place].append(entry)
    for group, heading in HEADINGS.items():
        members = placed.get(group, [])
        others = [entry for entry in members if promised_by(entry)]
        own = [entry for entry in members if entry not in others]
        if own:
            asked = group is Group.ours and any(isinstance(entry, Due) and _is_asked(entry) for entry in own)
            yield YOURS_TO_DO if asked else heading, own
        for name in dict.fromkeys(map(promised_by, others)):
            yield f"{name} promised", [entry for entry in others if promised_by(entry) == name]


def promised_by(entry: Entry) -> str:
    """Who made the promise that the line is about, where it was another of us."""
    if not isinstance(entry, Due) or entry.place is not Group.ours or entry.promise is None or _is_asked(entry):
        return ""
    return entry.history.colleagues.get(entry.promise.member_id, "")


def _is_asked(due: Due) -> bool:
    return due.promise is not None and is_asked(due.history, due.promise)


def split(entries: Sequence[Entry]) -> tuple[list[Entry], list[Entry]]:
    """What is due, and what is to be closed."""
    return (
        [entry for entry in entries if entry.group is not Group.closing],
        [entry for entry in entries if entry.group is Group.closing],
    )
