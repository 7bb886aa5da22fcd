"""Who leads whom: everybody's place in it for who may see it, and for a rep who leads them."""

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence

from bot.cards import Block, Button, Card, Line, Rest, Text, Tone
from bot.model import Member, first_name
from bot.views.alike import whole_names
from bot.views.naming import counted, people
from bot.views.people import ROLES


def tree_card(members: Sequence[Member], seen: Collection[int], *, may_change: bool) -> Card:
    """A heading for each who leads, from the top down, and under it whom they lead; last whom nobody leads."""
    shown = {member.id: member for member in members if member.id in seen}
    names = whole_names(shown.values())
    led: dict[int, list[Member]] = defaultdict(list)
    for member in sorted(shown.values(), key=lambda one: names[one.id].casefold()):
        led[member.manager_id if member.manager_id in shown else 0].append(member)
    blocks: list[Block] = []
    for leader in _downwards(led):
        blocks += [Text(_leads(leader, names, shown, len(led[leader.id])), Tone.strong)]
        blocks += [_in_tree(member, names, may_change=may_change) for member in led[leader.id]]
    tops = [_in_tree(member, names, may_change=may_change) for member in led[0]]
    if may_change:
        blocks += [Text("Led by nobody", Tone.strong), *tops]
    how = (
        "Type make Tom a rep of Maria, or press Change. Many at once: followthrough team FILE, by whoever runs the bot."
    )
    end = Text(
        how if may_change else "Whoever leads sees the deals of everybody under them. An admin changes this.",
        Tone.quiet,
    )
    title = "Who leads whom" if blocks else "Nobody leads anybody yet"
    return Card(title, (*blocks, end), rest=Rest("team from"))


def _downwards(led: Mapping[int, Sequence[Member]]) -> Iterator[Member]:
    """Who leads, each before those whom they lead. A circle, which no command makes, has no top and is not entered."""
    waiting = list(led.get(0, ()))
    while waiting:
        leader = waiting.pop(0)
        below = led.get(leader.id, ())
        if below:
            yield leader
        waiting = [*below, *waiting]


def _leads(leader: Member, names: Mapping[int, str], shown: Mapping[int, Member], count: int) -> str:
    above = shown.get(leader.manager_id or 0)
    of = f", led by {above.first_name}," if above else ""
    return f"{names[leader.id]}{of} leads {counted(count)}"


def _in_tree(member: Member, names: Mapping[int, str], *, may_change: bool) -> Line:
    change = (Button("Change", f"make {member.id}", about=names[member.id]),) if may_change else ()
    return Line(f"{names[member.id]}, {ROLES[member.role]}", buttons=change)


def led_by(names: Sequence[str]) -> Card:
    """For who leads nobody: who leads them and sees their deals, and who leads that one."""
    if len(names) < 2:  # noqa: PLR2004 - themselves alone
        return Card("Nobody leads you", (Text("Nobody else sees your deals. An admin changes this."),))
    leading = [
        f"{first_name(leader)} leads {'you' if index == 0 else first_name(names[index])}"
        for index, leader in enumerate(names[1:])
    ]
    sees = "sees" if len(leading) == 1 else "see"
    return Card(
        f"{people(leading)}.",
        (Text(f"{people([first_name(name) for name in names[1:]])} {sees} your deals; nobody else does."),),
    )
