"""The list of what is due: the morning digest and `followups` are the same card (voice.md section 5).

At most ten lines, one a deal, which names all that is due there; an opener sentence under each touch, none under a promise.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from bot.cards import Block, Button, Buttons, Card, Line, Rest, Text, Tone
from bot.days import written
from bot.model import Policy
from bot.playbook.agenda import Due, Group
from bot.views.followup_lines import due_line
from bot.views.headings import Entry, Settled, headed, promised_by, split
from bot.views.naming import (
    counted,
    deal_and_contact,
    people,
)
from bot.views.spans import FIRST, Span, from_line

FOLLOWUPS_KEY = "followups"
_TOGETHER = frozenset({Group.touch, Group.closing})  # what can be put off, let go or kept together
_NAMED_FOR_HELP = 3
_SEVERAL = 3  # fewer are pressed one by one


@dataclass(frozen=True)
class Part:
    """What a list says of a team, and who of them asks for help: the headline names them."""

    blocks: tuple[Block, ...] = ()
    asked_by: tuple[str, ...] = ()


_NO_TEAM = Part()


def followups_card(
    entries: Sequence[Entry],
    policy: Policy,
    today: date,
    *,
    of_day: date | None = None,
    key: str = FOLLOWUPS_KEY,
    ticked: Sequence[Settled] = (),
    span: Span = FIRST,
    compact: bool = False,
    remarks: Sequence[str] = (),
    waiting: int = 0,
    team: Part = _NO_TEAM,
) -> Card:
    """The list, which `key` names; `of_day`: that of an earlier day, brought up to date. `ticked`: what was dealt with just now. `remarks` come first: why it is late, what is new; then the `team` of who leads one."""
    day = of_day or today
    if span.first > 1:
        title = f"{written(day, today)}. From line {span.first}."
        return _going_on(title, entries, policy, today, span, key, compact=compact, remarks=remarks, ticked=ticked)
    entries = (*ticked, *entries)
    shown = _shown(entries, policy, span)
    blocks = [
        *(Text(remark, Tone.quiet) for remark in remarks),
        *team.blocks,
        *_under_headings(headed(shown), policy, today, compact=compact),
        *(() if span.everything else _left_out(entries, policy)),
        *_several(shown),
    ]
    if not blocks:
        blocks.append(Text("Nothing is due today. After your next call: logcall Acme: what they said"))
    ahead = len(ticked) + sum(isinstance(block, Line) for block in team.blocks)
    return Card(
        _headline(entries, team, day, today),
        (*blocks, *_to_look_at(waiting)),
        span.key(key),
        Rest(span.command, -ahead),
    )


def _going_on(
    title: str, entries: Sequence[Entry], policy: Policy, today: date, span: Span, key: str, *, compact: bool, remarks: Sequence[str],
    ticked: Sequence[Settled],
) -> Card:  # fmt: skip
    """From a line of it to the end: first what a list shows, in the order in which it does, then all that it leaves out."""
    shown = _shown(entries, policy, span)
    before = set(map(id, shown))
    others = [entry for entry in entries if id(entry) not in before]
    left = from_line(span.first, (*headed(shown), *headed(others)))
    said: list[Block] = [*(Text(remark, Tone.quiet) for remark in remarks), *map(_settled_line, ticked)]
    lines = list(_under_headings(left, policy, today, compact=compact)) or [Text("Those were all.")]
    return Card(title, (*said, *lines), span.key(key), Rest(span.command, span.first - 1 - len(ticked)))


def _under_headings(
    headed: Iterable[tuple[str, Sequence[Entry]]], policy: Policy, today: date, *, compact: bool
) -> Iterator[Block]:
    runs = list(headed)
    labels = Counter(_label(entry) for _, members in runs for entry in members)
    doubles = {label for label, count in labels.items() if label and count > 1}
    for heading, members in runs:
        yield Text(heading, Tone.strong)
        for entry in members:
            yield _line(entry, policy, today, double=_label(entry) in doubles, compact=compact)


def _shown(entries: Sequence[Entry], policy: Policy, span: Span) -> Sequence[Entry]:
    due, to_close = split(entries)
    return entries if span.everything else (*due[: policy.digest_lines], *to_close[: policy.closing_lines])


def _left_out(entries: Sequence[Entry], policy: Policy) -> Iterator[Block]:
    due, to_close = split(entries)
    left = len(due) - policy.digest_lines
    later = sum(isinstance(entry, Due) for entry in to_close[policy.closing_lines :])
    if later > 0:
        yield more_to_close(later)
    if left > 0:
        yield Text(f"{counted(left).capitalize()} more can wait.")
        yield Buttons((Button("Show all", "followups all"),))


def _several(shown: Sequence[Entry]) -> tuple[Block, ...]:
    many = sum(isinstance(entry, Due) and {entry.group, entry.place} <= _TOGETHER for entry in shown)
    return (Buttons((Button("Several at once", "several"),)),) if many >= _SEVERAL else ()


def _to_look_at(waiting: int) -> tuple[Block, ...]:
    look = Button("Look at it" if waiting == 1 else "Look at them", "resume")
    return (not_logged(waiting), Buttons((look,))) if waiting else ()


def _headline(entries: Sequence[Entry], team: Part, day: date, today: date) -> str:
    if team.blocks and not entries:
        return _title_of_team(team.asked_by, day, today)
    help_ = f" {_needs_help(team.asked_by)}." if team.asked_by and entries else ""
    return f"{_title(entries, day, today)}{help_}"


def _title_of_team(asked_by: Sequence[str], day: date, today: date) -> str:
    return f"{written(day, today)}. {_needs_help(asked_by) or 'News of your team'}; no deal of your own is due."


def _needs_help(asked_by: Sequence[str]) -> str:
    """ "Tom needs your help", "Lena and Tom need your help"; of many how many."""
    if not asked_by:
        return ""
    many = len(asked_by)
    who = people(list(asked_by)) if many <= _NAMED_FOR_HELP else f"{counted(many).capitalize()} of your team"
    return f"{who} need{'s' if many == 1 else ''} your help"


def more_to_close(count: int) -> Text:
    waits = "waits" if count == 1 else "wait"
    return Text(f"{counted(count).capitalize()} more to close {waits} until next week.", Tone.quiet)


def not_logged(waiting: int) -> Text:
    """What was typed and asked about, and has become nothing yet."""
    lines = (
        "One line that you typed is" if waiting == 1 else f"{counted(waiting).capitalize()} lines that you typed are"
    )
    return Text(f"{lines} not logged yet.", Tone.quiet)


def _title(entries: Sequence[Entry], of_day: date, today: date) -> str:
    day = written(of_day, today)
    due, to_close = split(entries)
    open_lines = [entry for entry in due if isinstance(entry, Due)]
    is_new = of_day == today
    close = sum(isinstance(entry, Due) for entry in to_close)
    if close:
        return f"{day}. {_count(open_lines, due, is_new=is_new)}{counted(close) if open_lines else counted(close).capitalize()} to close."
    if not open_lines:
        return f"{day}. All done." if entries else f"{day}. A clear day."
    own = sum(due.place is Group.ours and not promised_by(due) for due in open_lines)
    count = (
        f"{counted(len(open_lines)).capitalize()} {'today' if is_new and len(open_lines) == len(entries) else 'left'}"
    )
    if not own or own == len(open_lines):
        return f"{day}. {count}."
    return f"{day}. {count}; start with your own{f' {counted(own)}' if own > 1 else ''}."


def _count(open_lines: Sequence[Due], due: Sequence[Entry], *, is_new: bool) -> str:
    if not open_lines:
        return ""
    return (
        f"{counted(len(open_lines)).capitalize()} {'today' if is_new and len(open_lines) == len(due) else 'left'}, and "
    )


def _label(entry: Entry) -> str:
    return entry.history.deal.label if isinstance(entry, Due) else ""


def _line(entry: Entry, policy: Policy, today: date, *, double: bool, compact: bool) -> Line:
    if isinstance(entry, Settled):
        return _settled_line(entry)
    name = deal_and_contact(entry.history, double=double)
    return due_line(entry, f"{name} ({entry.of}'s)" if entry.of else name, policy, today, compact=compact)


def _settled_line(item: Settled) -> Line:
    how: tuple[Button, ...] = ()
    if item.asks_how:
        how = tuple(
            Button(label, f"{command} {item.deal_id}{tail}")
            for label, command, tail in (
                ("We talked", "log", ""),
                ("Voicemail", "done", " voicemail"),
                ("No answer", "done", " no answer"),
            )
        )
    undo = Button("Undo", f"undo {item.act_id}", about=item.text)
    return Line(item.text, buttons=(*how, undo), settled=True)
