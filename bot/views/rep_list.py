"""A rep's list of today as whoever leads them reads it: the same deals in the same order, each with why it is there."""

from collections.abc import Sequence
from datetime import date

from bot.cards import Block, Button, Buttons, Card, Line, Text, Tone
from bot.days import written
from bot.model import Member
from bot.playbook.agenda import Due, Group
from bot.views.naming import OPEN_DEAL, deal_and_contact, promise_line, promised_by

_HEADINGS = {Group.ours: "We owe", Group.theirs: "They owe", Group.touch: "Time to talk"}
_MOST = 30


def rep_list(member: Member, due: Sequence[Due], today: date, seen: str) -> Card:
    many = f"{len(due) or 'no'} deal{'' if len(due) == 1 else 's'} to call"
    blocks: list[Block] = []
    for group, heading in _HEADINGS.items():
        lines = [_line(one, today) for one in due[:_MOST] if one.group is group]
        blocks += [Text(heading, Tone.strong), *lines] if lines else []
    more = [Text(f"And {len(due) - _MOST} more.", Tone.quiet)] if len(due) > _MOST else []
    back = Buttons((Button(f"How is {member.first_name} doing?", f"where rep {member.id}"),))
    return Card(
        f"{member.first_name}'s list, {written(today, today)}: {many}",
        (*blocks, *more, Text(f"Source: {member.first_name}'s call log. {seen}", Tone.quiet), back),
    )


def _line(due: Due, today: date) -> Line:
    name = deal_and_contact(due.history)
    why = (
        f"{promise_line(due.promise, today)}{promised_by(due.history, due.promise)}"
        if due.promise
        else due.standing.why
    )
    return Line(f"{name}: {why}", buttons=(Button(OPEN_DEAL, f"where {due.history.deal.id}", about=name),))
