"""The list of what is due: the morning digest and `followups` are the same card (voice.md section 5).

At most ten lines, one a deal, which names all that is due there; an opener sentence under each touch, none under a promise.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from bot.cards import Block, Button, Buttons, Card, Line, Rest, Text, Tone
from bot.days import written
from bot.model import Policy
from bot.playbook.agenda import Due, Group
from bot.playbook.results import is_asked
from bot.views.also_due import SET_FOR_TODAY, YOURS_TO_DO
from bot.views.followup_lines import due_line
from bot.views.naming import (
    counted,
    deal_and_contact,
    people,
)

HEADINGS = {
    Group.today: SET_FOR_TODAY,
    Group.ours: "You promised", Group.theirs: "They promised", Group.touch: "Time to talk", Group.closing: "To close",
}  # fmt: skip
FOLLOWUPS_KEY = "followups"
_TOGETHER = frozenset({Group.touch, Group.closing})  # what can be put off, let go or kept together
_NAMED_FOR_HELP = 3
_LONGEST = 6  # digits of a line's number
_SEVERAL = 3  # fewer are pressed one by one


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


@dataclass(frozen=True)
class Part:
    """What a list says of a team, and who of them asks for help: the headline names them."""

    blocks: tuple[Block, ...] = ()
    asked_by: tuple[str, ...] = ()


_NO_TEAM = Part()


@dataclass(frozen=True)
class Span:
    """How much of a list a card shows: `everything` lifts its limits, and it goes on to the end from the line `first`."""

    everything: bool = False
    first: int = 1

    def key(self, name: str) -> str:
        """The key of a card of the list `name`: a press brings back that much of it."""
        if self == Span():
            return name
        return f"{name}{_FROM}{ALL if self.everything else ''}{self.first}"

    @property
    def command(self) -> str:
        return f"followups {ALL} from" if self.everything else "followups from"


FIRST = Span()
ALL = "all"
_FROM = "/"


def list_and_span(key: str) -> tuple[str, Span]:
    """The name of the list, and how much of it, by a card's key."""
    name, _, told = key.partition(_FROM)
    first = told.removeprefix(ALL)
    return name, Span(told.startswith(ALL), max(1, int(first))) if first.isdecimal() and len(
        first
    ) <= _LONGEST else Span()


def followups_card(
    entries: Sequence[Entry],
    policy: Policy,
    today: date,
    *,
    key: str = FOLLOWUPS_KEY,
    ticked: Sequence[Settled] = (),
    span: Span = Span(),
    compact: bool = False,
    remarks: Sequence[str] = (),
    waiting: int = 0,
    team: Part = _NO_TEAM,
) -> Card:
    """The list, which `key` names; `ticked`: what was dealt with just now. `remarks` come first: why it is late, what is new; then the `team` of who leads one."""
    if span.first > 1:
        return _going_on(entries, policy, today, span, key, compact=compact, remarks=remarks, ticked=ticked)
    entries = (*ticked, *entries)
    shown = _shown(entries, policy, span)
    blocks = [
        *(Text(remark, Tone.quiet) for remark in remarks),
        *team.blocks,
        *_under_headings(_headed(shown), policy, today, compact=compact),
        *(() if span.everything else _left_out(entries, policy)),
        *_several(shown),
    ]
    if not blocks:
        blocks.append(Text("Nothing is due today. After your next call: logcall Acme: what they said"))
    rest = Rest(span.command, -sum(isinstance(block, Line) for block in team.blocks))
    return Card(_headline(entries, team, today), (*blocks, *_to_look_at(waiting)), span.key(key), rest)


def _going_on(
    entries: Sequence[Entry], policy: Policy, today: date, span: Span, key: str, *, compact: bool, remarks: Sequence[str],
    ticked: Sequence[Settled],
) -> Card:  # fmt: skip
    """From a line of it to the end: first what a list shows, in the order in which it does, then all that it leaves out."""
    shown = _shown(entries, policy, span)
    before = set(map(id, shown))
    others = [entry for entry in entries if id(entry) not in before]
    told = [(heading, entry) for heading, members in (*_headed(shown), *_headed(others)) for entry in members]
    left = [
        (heading, [entry for _, entry in run])
        for heading, run in groupby(told[span.first - 1 :], key=lambda one: one[0])
    ]
    said: list[Block] = [*(Text(remark, Tone.quiet) for remark in remarks), *map(_settled_line, ticked)]
    lines = list(_under_headings(left, policy, today, compact=compact)) or [Text("Those were all.")]
    title = f"{written(today, today)}. From line {span.first}."
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


def _headline(entries: Sequence[Entry], team: Part, today: date) -> str:
    if team.blocks and not entries:
        return _title_of_team(team.asked_by, today)
    help_ = f" {_needs_help(team.asked_by)}." if team.asked_by and entries else ""
    return f"{_title(entries, today)}{help_}"


def _title_of_team(asked_by: Sequence[str], today: date) -> str:
    return f"{written(today, today)}. {_needs_help(asked_by) or 'News of your team'}; no deal of your own is due."


def _needs_help(asked_by: Sequence[str]) -> str:
    """ "Tom needs your help", "Lena and Tom need your help"; of many how many."""
    if not asked_by:
        return ""
    many = len(asked_by)
    who = people(list(asked_by)) if many <= _NAMED_FOR_HELP else f"{counted(many).capitalize()} of your team"
    return f"{who} need{'s' if many == 1 else ''} your help"


def _headed(shown: Sequence[Entry]) -> Iterator[tuple[str, Sequence[Entry]]]:
    """The lines under their headings. What a colleague promised stands apart: nobody here is told "you promised" of that."""
    for group, heading in HEADINGS.items():
        members = [entry for entry in shown if entry.place is group]
        others = [entry for entry in members if _promised_by(entry)]
        own = [entry for entry in members if entry not in others]
        if own:
            asked = group is Group.ours and any(isinstance(entry, Due) and _is_asked(entry) for entry in own)
            yield YOURS_TO_DO if asked else heading, own
        if others:
            names = list(dict.fromkeys(map(_promised_by, others)))
            yield f"{people(names)} promised", others


def _promised_by(entry: Entry) -> str:
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


def more_to_close(count: int) -> Text:
    waits = "waits" if count == 1 else "wait"
    return Text(f"{counted(count).capitalize()} more to close {waits} until next week.", Tone.quiet)


def not_logged(waiting: int) -> Text:
    """What was typed and asked about, and has become nothing yet."""
    lines = (
        "One line that you typed is" if waiting == 1 else f"{counted(waiting).capitalize()} lines that you typed are"
    )
    return Text(f"{lines} not logged yet.", Tone.quiet)


def _title(entries: Sequence[Entry], today: date) -> str:
    day = written(today, today)
    due, to_close = split(entries)
    open_lines = [entry for entry in due if isinstance(entry, Due)]
    close = sum(isinstance(entry, Due) for entry in to_close)
    if close:
        return (
            f"{day}. {_count(open_lines, due)}{counted(close) if open_lines else counted(close).capitalize()} to close."
        )
    if not open_lines:
        return f"{day}. All done." if entries else f"{day}. A clear day."
    own = sum(due.place is Group.ours and not _promised_by(due) for due in open_lines)
    count = f"{counted(len(open_lines)).capitalize()} {'today' if len(open_lines) == len(entries) else 'left'}"
    if not own or own == len(open_lines):
        return f"{day}. {count}."
    return f"{day}. {count}; start with your own{f' {counted(own)}' if own > 1 else ''}."


def _count(open_lines: Sequence[Due], due: Sequence[Entry]) -> str:
    if not open_lines:
        return ""
    return f"{counted(len(open_lines)).capitalize()} {'today' if len(open_lines) == len(due) else 'left'}, and "


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
