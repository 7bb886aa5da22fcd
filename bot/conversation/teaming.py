"""Who leads whom, for many at once from a file: each row is decided against how everybody would be after all of them."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field, replace

from bot.conversation import awaiting, people, roles
from bot.conversation.called import called, candidates
from bot.conversation.exchange import Exchange
from bot.model import Member, Role
from bot.reading.spreadsheets.team import NOBODY, TeamRow, is_email
from bot.views.people import is_now


@dataclass(frozen=True)
class RowTold:
    """What happens, or happened, by one row; `wrong`: why nothing does."""

    number: int
    what: str
    wrong: bool = False
    changes: bool = False


@dataclass
class Plan:
    told: list[RowTold] = field(default_factory=list)
    becomes: list[Member] = field(default_factory=list)
    countries: dict[int, str] = field(default_factory=dict)  # that the file names, of whom nobody has seen yet


def planned(members: Sequence[Member], rows: Iterable[TeamRow], like: Member, there: Collection[int]) -> Plan:
    """A refused row may be what another one rests on, so all are looked at again without it, until none is refused.

    `like`: as whom those are taken to be whom nobody has seen yet; `there`: whom a platform knows.
    """
    by_number = {row.number: row for row in rows}
    refused: dict[int, str] = {}
    while True:
        kept = [row for row in by_number.values() if row.number not in refused]
        everybody = [*members, *awaiting.awaited(kept, members, like)]
        after, of_row = _after(everybody, kept, refused)
        wrong = _wrong(everybody, after, of_row, there)
        if not wrong and not any(row.number in refused for row in kept):
            plan = _plan(everybody, after, of_row, refused)
            plan.countries = awaiting.countries(row for row in kept if row.number in of_row)
            return plan
        refused |= wrong


def apply(exchange: Exchange, plan: Plan) -> int | None:
    """One act for all of them; None when nothing changes."""
    if not plan.becomes:
        return None
    count = len(plan.becomes)
    act_id = exchange.act(f"set who leads whom, {count} {'person' if count == 1 else 'people'}")
    ids = awaiting.add(exchange.store, (one for one in plan.becomes if one.id < 0), exchange.now)
    becomes = [
        replace(one, id=ids.get(one.id, one.id), manager_id=ids.get(one.manager_id or 0, one.manager_id))
        for one in plan.becomes
    ]
    named = {ids[id_]: country for id_, country in plan.countries.items() if id_ in ids}
    people.become(exchange, act_id, exchange.store.members.all(), becomes, named)
    return act_id


_After = dict[int, Member]


def _after(
    members: Sequence[Member], rows: Sequence[TeamRow], refused: dict[int, str]
) -> tuple[_After, dict[int, int]]:
    """Everybody as the rows say, and by row whom it is about; what a row alone shows to be wrong is added to `refused`."""
    after = {member.id: member for member in members}
    of_row: dict[int, int] = {}
    for row in rows:
        who = called(row.who, members) if row.who else None
        problem = _of_the_row(row, who, members, of_row) or (
            awaiting.why_not(row, members) if who and who.id < 0 else ""
        )
        if problem or who is None:
            refused[row.number] = problem
            continue
        of_row[row.number] = who.id
        after[who.id] = replace(who, role=Role(row.role) if row.role else who.role)
    for row in rows:
        if row.number in of_row and row.manager:
            leader = None if row.manager.casefold() in NOBODY else called(row.manager, members)
            if leader is None and row.manager.casefold() not in NOBODY:
                refused[row.number] = _not_one(row.manager, members)
                id_ = of_row.pop(row.number)
                after[id_] = next(member for member in members if member.id == id_)
                continue
            id_ = of_row[row.number]
            after[id_] = replace(after[id_], manager_id=leader.id if leader else None)
    return after, of_row


def _not_one(name: str, members: Sequence[Member]) -> str:
    """The file can say which by the e-mail address."""
    several = candidates(name, members)
    if not several and "@" in name and not is_email(name):
        return f"“{name[:60]}” is no e-mail address"
    if not several:
        return f"nobody here is called “{name[:40]}”"
    told = ", ".join(f"{one.id} {one.name}" for one in several)
    return f"{len(several)} are called “{name[:40]}”: {told}. Write the number, or the e-mail address"


def _of_the_row(row: TeamRow, who: Member | None, members: Sequence[Member], of_row: dict[int, int]) -> str:
    if not row.who:
        return "it names nobody"
    if who is None:
        return _not_one(row.who, members)
    if row.role and row.role not in set(Role):
        return f"“{row.role[:40]}” is no role: {', '.join(Role)}"
    before = next((number for number, id_ in of_row.items() if id_ == who.id), None)
    return f"row {before} is about them already" if before else ""


def _wrong(members: Sequence[Member], after: _After, of_row: dict[int, int], there: Collection[int]) -> dict[int, str]:
    """By row: why it cannot be, however everybody else's rows turn out."""
    wrong: dict[int, str] = {}
    for number, id_ in of_row.items():
        leader = after.get(after[id_].manager_id or 0)
        was_led = next(member.manager_id for member in members if member.id == id_)
        if leader and not leader.may_lead and after[id_].manager_id != was_led:
            wrong[number] = f"{leader.name} leads nobody: make them a manager in another row"
        elif circle := roles.in_a_circle(list(after.values()), [id_]):
            wrong[number] = circle
        elif after[id_].role is not Role.admin and (left := roles.without_admin(members, list(after.values()), there)):
            was_admin = any(member.id == id_ and member.role is Role.admin for member in members)
            wrong |= {number: left} if was_admin else {}
    return wrong


def _plan(members: Sequence[Member], after: _After, of_row: dict[int, int], refused: dict[int, str]) -> Plan:
    before = {member.id: member for member in members}
    plan = Plan([RowTold(number, f"refused: {why}", wrong=True) for number, why in refused.items()])
    for number, id_ in of_row.items():
        leader = after.get(after[id_].manager_id or 0)
        if leader and leader.role is Role.rep:  # they led them before this file made them a rep
            after[id_], leader = replace(after[id_], manager_id=None), None
        changes = id_ < 0 or after[id_] != before[id_]
        said = is_now([after[id_]], after[id_].role, leader)
        said += f", as soon as {after[id_].email} writes to me" if id_ < 0 else ""
        plan.told.append(RowTold(number, said if changes else f"{said} already", changes=changes))
        plan.becomes += [after[id_]] if changes else []
    plan.told.sort(key=lambda told: told.number)
    return plan
