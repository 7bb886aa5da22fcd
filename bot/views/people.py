"""Who is in, as a list; what somebody is now."""

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import date
from types import MappingProxyType
from typing import NamedTuple

from bot.cards import Block, Button, Card, Field, FieldKind, Form, Line, Text, Tone
from bot.days import written
from bot.model import Identity, Member, Reach, Role, first_name
from bot.views.naming import counted, people, platform_name
from bot.views.refusals import Mends, mends, what_to_do, with_meaning

_TOLD_APART = 8
_TREE_SHOWN = 45  # blocks: Slack shows fifty
SHARE = "Share here"  # the second press that makes a private answer public
_ROLES = {Role.rep: "rep", Role.manager: "manager", Role.admin: "admin", Role.inactive: "inactive"}


class NotCome(NamedTuple):
    """A morning list that did not come though its member can be reached."""

    on: date
    platform: str
    why: str


def people_card(
    members: Sequence[Member],
    where: Mapping[int, Sequence[Identity]],
    awaited: Sequence[str] = (),
    lost: Mapping[int, NotCome] = MappingProxyType({}),
    to_install: Sequence[str] = (),
    *,
    today: date,
    may_change: bool,
) -> Card:
    """`awaited`: the addresses of admins who have not come yet. `lost`: by member, the last list, where it did not come.
    `to_install`: what is to be said of workspaces whose token cannot be renewed."""
    names = {member.id: member.name for member in members}
    lines = [
        _line(member, names, where.get(member.id, ()), _not_come(lost.get(member.id), today), may_change=may_change)
        for member in members
    ]
    note_ = Text(
        "Type make Tom a rep of Maria, or press Change." if may_change else "An admin changes this.", Tone.quiet
    )
    coming = [Line(f"{email}, admin. Not seen yet") for email in awaited]
    to_mend = {_to_mend(one): None for one in lost.values() if mends(one.why) is not Mends.them} if may_change else {}
    return Card(
        f"Who is in: {len(members)}",
        (*lines, *coming, *map(Text, to_install), *map(Text, filter(None, to_mend)), note_),
    )


def _not_come(lost: NotCome | None, today: date) -> str:
    return f"The list of {written(lost.on, today)} did not come ({with_meaning(lost.why)})" if lost else ""


def _to_mend(lost: NotCome) -> str:
    do = what_to_do(lost.why)
    return f"{platform_name(lost.platform)} did not take a list of mine ({lost.why}). {do}" if do else ""


ITSELF = "Followthrough"


def not_one(typed: str, several: Sequence[Member], there: Collection[int]) -> str:
    """Why a name is nobody's, or whose it is, with the number that only one has. `there`: whom a platform knows."""
    if not several and typed.strip(" @").casefold() == ITSELF.casefold():
        return f"{ITSELF} is me, a bot: I lead nobody and sell nothing, so I cannot be a manager, a rep or an admin."
    if not several:
        return f"Nobody here is called “{typed[:40]}”. Type people to see who is in."
    many = "Two" if len(several) == 2 else f"{len(several)} people"  # noqa: PLR2004 - two
    listed = people([_told_apart(member, several, there) for member in several[:_TOLD_APART]])
    return f"{many} are called “{typed[:40]}”: {listed}. Say which by the number: {several[0].id}"


def _told_apart(member: Member, several: Sequence[Member], there: Collection[int]) -> str:
    is_alike = sum(other.name.casefold() == member.name.casefold() for other in several) > 1
    unseen = ["not seen yet"] if member.id not in there and member.role is not Role.inactive else []
    told = [*([member.email] if is_alike and member.email else []), *unseen]
    more = ", ".join(told)
    return f"{member.id} {member.name}{f' ({more})' if more else ''}"


def awaited_admin(email: str) -> str:
    return (
        f"{email} is awaited as an admin. Whoever runs the bot takes that back: followthrough admin {email} --withdraw"
    )


def _line(
    member: Member, names: Mapping[int, str], places: Sequence[Identity], not_come: str, *, may_change: bool
) -> Line:
    leader = first_name(names.get(member.manager_id or 0, ""), "")
    of = f" of {leader}" if leader and member.role is Role.rep else ""
    troubles = "; ".join(trouble(place) for place in places if place.reach is not Reach.fine)
    unseen = "Not seen yet" if not places and member.role is not Role.inactive else ""
    told = troubles or unseen or not_come
    said = f"{member.name}, {_ROLES[member.role]}{of}{f'. {told}' if told else ''}"
    change = (Button("Change", f"make {member.id}", about=member.name),) if may_change else ()
    return Line(said, buttons=change)


def trouble(place: Identity) -> str:
    platform = platform_name(place.address.platform)
    if place.reach is Reach.gone:
        return f"Has left {platform}; hand over what they have: deal give"
    return f"No message gets through in {platform} ({with_meaning(place.why)}). A word from them to me there brings it back"


def tree_card(members: Sequence[Member], seen: Collection[int], *, may_change: bool) -> Card:
    """A heading for each who leads, from the top down, and under it whom they lead; last whom nobody leads."""
    shown = {member.id: member for member in members if member.id in seen}
    led: dict[int, list[Member]] = defaultdict(list)
    for member in sorted(shown.values(), key=lambda one: one.name.casefold()):
        led[member.manager_id if member.manager_id in shown else 0].append(member)
    blocks: list[Block] = []
    for leader in _downwards(led):
        blocks += [Text(_leads(leader, shown, len(led[leader.id])), Tone.strong)]
        blocks += [_in_tree(member, may_change=may_change) for member in led[leader.id]]
    tops = [_in_tree(member, may_change=may_change) for member in led[0]]
    if may_change:
        blocks += [Text("Led by nobody", Tone.strong), *tops]
    if len(blocks) > _TREE_SHOWN:
        blocks = [*blocks[:_TREE_SHOWN], Text(f"{len(shown)} people; people lists them all.", Tone.quiet)]
    how = (
        "Type make Tom a rep of Maria, or press Change. Many at once: followthrough team FILE, by whoever runs the bot."
    )
    end = Text(
        how if may_change else "Whoever leads sees the deals of everybody under them. An admin changes this.",
        Tone.quiet,
    )
    title = "Who leads whom" if blocks else "Nobody leads anybody yet"
    return Card(title, (*blocks, end))


def _downwards(led: Mapping[int, Sequence[Member]]) -> Iterator[Member]:
    """Who leads, each before those whom they lead. A circle, which no command makes, has no top and is not entered."""
    waiting = list(led.get(0, ()))
    while waiting:
        leader = waiting.pop(0)
        below = led.get(leader.id, ())
        if below:
            yield leader
        waiting = [*below, *waiting]


def _leads(leader: Member, shown: Mapping[int, Member], count: int) -> str:
    above = shown.get(leader.manager_id or 0)
    of = f", led by {above.first_name}," if above else ""
    return f"{leader.name}{of} leads {counted(count)}"


def _in_tree(member: Member, *, may_change: bool) -> Line:
    change = (Button("Change", f"make {member.id}", about=member.name),) if may_change else ()
    return Line(f"{member.name}, {_ROLES[member.role]}", buttons=change)


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


def shared_by(name: str) -> Text:
    return Text(f"Shared by {name}.", Tone.quiet)


def only_an_admin(admins: Sequence[str]) -> str:
    if not admins:
        return "There is no admin yet. Whoever runs the bot names one: followthrough admin EMAIL"
    return f"Only an admin can change that: {', '.join(admins)}."


def making(who: Member) -> Card:
    return Card("", (Text(f"{who.name} is told, and it can be undone."),))


def make_form(who: Member, managers: Sequence[Member]) -> Form:
    manager = next((m for m in managers if m.id == who.manager_id), None)
    fields = (
        Field("role", "What are they?", FieldKind.choice, who.role.value, required=True,
              options=tuple((role.value, label) for role, label in _ROLES.items())),
        Field("manager", "Who leads them?", FieldKind.choice, str(manager.id) if manager else "",
              options=(("", "nobody"), *((str(m.id), m.name) for m in managers))),
    )  # fmt: skip
    return Form(f"make {who.id}", who.name, fields)


def is_now(who: Member, role: Role, manager: Member | None) -> str:
    if role is Role.inactive:
        sees = f"; {manager.first_name} still sees their deals" if manager else ""
        return f"{who.name} is inactive: nothing is shown to them and no list comes{sees}"
    article = "an" if role is Role.admin else "a"
    led = f", led by {manager.first_name}" if manager else ""
    return f"{who.name} is {article} {_ROLES[role]}{led}"


def covers_no_more(pairs: Sequence[tuple[str, str]]) -> str:
    """Who covered whom, before one of them went to another team."""
    return "".join(f" {by} covers {whose} no more: they are not in one team now." for by, whose in pairs)


def led_by_nobody_now(who: Member, before: Member | None, left: Sequence[Member]) -> str:
    """What else a change brought: whom nobody leads from now on, and who did. Empty for nothing."""
    lost = f" Nobody leads {who.first_name} now; before: {before.first_name}." if before else ""
    if not left:
        return lost
    names, are = people([member.first_name for member in left]), "is" if len(left) == 1 else "are"
    return f"{lost} {names}, led by {who.first_name} before, {are} led by nobody: make {left[0].first_name} a rep of …"
