"""Who is in, as a list; what somebody is now."""

from collections.abc import Mapping, Sequence
from datetime import date
from types import MappingProxyType
from typing import NamedTuple

from bot.cards import Block, Button, Card, Field, FieldKind, Form, Line, Rest, Text, Tone
from bot.days import written
from bot.model import Identity, Member, Outside, Reach, Role
from bot.views.alike import short_names, whole_names
from bot.views.naming import people, platform_name
from bot.views.refusals import Mends, mends, what_to_do, with_meaning

_LEADERS_SHOWN = 99  # beside "nobody"; Slack offers a hundred of a choice
SHARE = "Share here"  # the second press that makes a private answer public
ROLES = {Role.rep: "rep", Role.manager: "manager", Role.admin: "admin", Role.inactive: "inactive"}


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
    names, short = whole_names(members), short_names(members)
    lines = [
        _line(
            member, names[member.id], short.get(member.manager_id or 0, ""), where.get(member.id, ()),
            _not_come(lost.get(member.id), today), may_change=may_change,
        )
        for member in members
    ]  # fmt: skip
    note_ = Text(
        "Type make Tom a rep of Maria, or press Change." if may_change else "An admin changes this.", Tone.quiet
    )
    coming = [Line(f"{email}, admin. Not seen yet") for email in awaited]
    to_mend = {_to_mend(one): None for one in lost.values() if mends(one.why) is not Mends.them} if may_change else {}
    told: tuple[Block, ...] = (*lines, *coming, *map(Text, to_install), *map(Text, filter(None, to_mend)), note_)
    return Card(f"Who is in: {len(members)}", told, rest=Rest("people from"))


def _not_come(lost: NotCome | None, today: date) -> str:
    return f"The list of {written(lost.on, today)} did not come ({with_meaning(lost.why)})" if lost else ""


def _to_mend(lost: NotCome) -> str:
    do = what_to_do(lost.why)
    return f"{platform_name(lost.platform)} did not take a list of mine ({lost.why}). {do}" if do else ""


ITSELF = "Followthrough"


def nobody(typed: str) -> str:
    """Why a name is nobody's."""
    if typed.strip(" @").casefold() == ITSELF.casefold():
        return f"{ITSELF} is me, a bot: I lead nobody and sell nothing, so I cannot be a manager, a rep or an admin."
    return f"Nobody here is called “{typed[:40]}”. Type people to see who is in."


def awaited_admin(email: str) -> str:
    return (
        f"{email} is awaited as an admin. Whoever runs the bot takes that back: followthrough admin {email} --withdraw"
    )


def _line(
    member: Member, name: str, leader: str, places: Sequence[Identity], not_come: str, *, may_change: bool
) -> Line:
    of = f" of {leader}" if leader and member.role is Role.rep else ""
    unseen = "Not seen yet" if not places and member.role is not Role.inactive else ""
    told = "; ".join(troubles(places)) or unseen or not_come
    said = f"{name}, {ROLES[member.role]}{of}{f'. {told}' if told else ''}"
    change = (Button("Change", f"make {member.id}", about=name),) if may_change else ()
    return Line(said, buttons=change)


def troubles(places: Sequence[Identity]) -> list[str]:
    """What is wrong where; a workspace that is disconnected is no trouble of somebody who is reached elsewhere."""
    is_reached = any(place.is_reached for place in places)
    told = [place for place in places if not (place.is_reached or (is_reached and is_cut_off(place)))]
    platforms = [place.address.platform for place in places]
    return [
        _trouble(place, several=platforms.count(place.address.platform) > 1, is_reached=is_reached) for place in told
    ]


def is_cut_off(place: Identity) -> bool:
    """Whether it is the workspace, and not the person."""
    return place.reach is not Reach.gone and (place.is_cut_off or mends(place.why) is not Mends.them)


def _trouble(place: Identity, *, several: bool, is_reached: bool) -> str:
    where = place_name(place, several=several)
    if place.reach is Reach.gone:
        became = f"Is a guest in {where} now" if place.why == Outside.guest else f"Has left {where}"
        return f"{became}{'' if is_reached else '; hand over what they have: deal give'}"
    if is_cut_off(place):
        why = "workspace disconnected" if place.is_cut_off else place.why
        return f"No message gets through in {where} ({with_meaning(why)}). {what_to_do(why)}".rstrip(" .")
    return (
        f"No message gets through in {where} ({with_meaning(place.why)}). A word from them to me there brings it back"
    )


def place_name(place: Identity, *, several: bool) -> str:
    """ "Slack"; with the workspace's name where somebody is in `several` of it."""
    platform = platform_name(place.address.platform)
    return f"{platform}, {place.workspace_name}" if several and place.workspace_name else platform


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
    names = whole_names(managers)
    by_name = sorted(managers, key=lambda one: (one is not manager, names[one.id].casefold()))
    shown = by_name[:_LEADERS_SHOWN]
    example = shown[0].name if shown else "Maria"
    others = f"The first {len(shown)} of {len(managers)}. Another: make {who.id} a rep of NAME"
    fields = (
        Field("role", "What are they?", FieldKind.choice, who.role.value, required=True,
              options=tuple((role.value, label) for role, label in ROLES.items())),
        Field("manager", "Who leads them?", FieldKind.choice, str(manager.id) if manager else "",
              others if len(shown) < len(managers) else "", options=(("", "nobody"), *((str(m.id), names[m.id]) for m in shown))),
    )  # fmt: skip
    return Form(f"make {who.id}", f"Change {who.name}", fields, typed=f"make {who.name} a rep of {example}")


def is_now(whom: Sequence[Member], role: Role, manager: Member | None) -> str:
    """`manager`: who leads all of them."""
    who, is_one = people([one.name for one in whom]), len(whom) == 1
    if role is Role.inactive:
        sees = f"; {manager.first_name} still sees their deals" if manager else ""
        return f"{who} {'is' if is_one else 'are'} inactive: nothing is shown to them and no list comes{sees}"
    article = "an" if role is Role.admin else "a"
    led = f", led by {manager.first_name}" if manager else ""
    return f"{who} {f'is {article} {ROLES[role]}' if is_one else f'are {ROLES[role]}s'}{led}"


def say_what(whom: str) -> str:
    return f"Say what they are: make {whom} reps of Maria"


def outside(name: str, why: Outside, platform: str) -> str:
    """Why nobody makes anything of them."""
    place = platform_name(platform)
    match why:
        case Outside.guest:
            return f"{name} is a guest in {place}, and guests can be nothing here. Once they are a full member there, say it again."
        case Outside.elsewhere:
            return f"{name} is of another organisation in {place}, and can be nothing here."
        case Outside.bot:
            return f"{name} is a bot: it leads nobody and sells nothing, so it cannot be a manager, a rep or an admin."
        case Outside.closed:
            return f"{name}'s account in {place} is closed, so they can be nothing here."


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
