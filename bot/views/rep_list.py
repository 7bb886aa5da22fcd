"""A rep's list of today as whoever leads or covers them reads it: the same deals in the same order, each with why it is there.

What the rep covers for somebody whose deals the reader does not see is left out, and that is said.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from bot.cards import Block, Button, Buttons, Card, Line, Reply, Text, Tone
from bot.days import written
from bot.model import Member
from bot.playbook.agenda import Due, Group
from bot.playbook.standing import is_open
from bot.views.alike import which_one
from bot.views.also_due import SET_FOR_TODAY, what_is_due
from bot.views.asking import note
from bot.views.followups import more_to_close
from bot.views.naming import OPEN_DEAL, deal_and_contact, people

_HEADINGS = {
    Group.today: SET_FOR_TODAY, Group.ours: "We owe", Group.theirs: "They owe", Group.touch: "Time to talk",
    Group.closing: "To close",
}  # fmt: skip
_MOST = 30  # more than a platform shows in one message


@dataclass(frozen=True)
class RepList:
    """Whose it is, what is due and what is to be closed; how many of the latter are asked about in a week; and whether
    the rep covers somebody whose deals the `reader` does not see."""

    member: Member
    reader: Member
    due: Sequence[Due]
    to_close: Sequence[Due] = ()
    closing_lines: int = 0
    covers_unseen: bool = False


def rep_list(found: RepList, today: date, seen: str) -> Card:
    shown = (*found.due[:_MOST], *found.to_close[: found.closing_lines])
    blocks: list[Block] = []
    for group, heading in _HEADINGS.items():
        lines = [_line(one, found.reader, today) for one in shown if one.place is group]
        blocks += [Text(heading, Tone.strong), *lines] if lines else []
    source = Text(f"Source: the call log of {found.member.first_name}'s deals. {seen}", Tone.quiet)
    return Card(_title(found, today), (*blocks, *_left_out(found), source, Buttons(_ways_on(found.member))))


def _title(found: RepList, today: date) -> str:
    """Not "to call": what we owe is on it too. Their own are counted as in the view of them."""
    covered = [one for one in found.due if one.of]
    own = len(found.due) - len(covered)
    many = f"{own or 'no'} deal{'s' if own > 1 else ''} due"
    for_others = f", {len(covered)} for {people(list(dict.fromkeys(one.of for one in covered)))}" if covered else ""
    close = f", {len(found.to_close)} to close" if found.to_close else ""
    return f"{found.member.first_name}'s list, {written(today, today)}: {many}{for_others}{close}"


def _left_out(found: RepList) -> list[Text]:
    name, more = found.member.first_name, len(found.due) - _MOST
    waiting = len(found.to_close) - found.closing_lines
    open_own = all(not one.of and is_open(one.standing.state) for one in found.due[_MOST:])
    where = f": they are among {name}'s deals in the table" if open_own else " are not shown"
    said = [Text(f"And {more} more{where}.", Tone.quiet)] if more > 0 else []
    said += [more_to_close(waiting)] if waiting > 0 else []
    unseen = f"{name} also covers a colleague whose deals you do not see: those are not shown."
    return [*said, Text(unseen, Tone.quiet)] if found.covers_unseen else said


def _ways_on(member: Member) -> tuple[Button, ...]:
    name = member.first_name
    return (
        Button(f"How is {name} doing?", f"where rep {member.id}"),
        Button("All deals in a table", f"deals {member.id}"),
    )


def _line(due: Due, reader: Member, today: date) -> Line:
    name = f"{deal_and_contact(due.history)}{f' ({due.of}{chr(39)}s)' if due.of else ''}"
    why = what_is_due(_as_its_owner(due, reader), today, ours="We owe", theirs="They owe")
    return Line(f"{name}: {why}", buttons=(Button(OPEN_DEAL, f"where {due.history.deal.id}", about=name),))


def _as_its_owner(due: Due, reader: Member) -> Due:
    """It is the owner's list: who promised is said of everybody else, the reader as well."""
    known = {**due.history.colleagues, reader.id: reader.first_name}
    others = {id_: name for id_, name in known.items() if id_ != due.history.deal.owner_id}
    return replace(due, history=replace(due.history, colleagues=others))


def no_list_of(name: str) -> Reply:
    return note(f"You see no deals of anybody called “{name[:40]}”. Type followups for your own list.")


def whose_list(name: str, reps: Sequence[Member]) -> Reply:
    """Several of one name: told apart by what is on record of them."""
    return which_one(name, reps, lambda id_: f"followups {id_}", title=f"Whose list is “{name}”?")
