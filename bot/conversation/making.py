"""What somebody is, or several at once: an admin decides it. All of it is done, as one act, or nothing is.

Who was let in for the line stays only where it was done, or where it goes on with a question (bot.conversation.letting_in).
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from bot.cards import Reply
from bot.commands.people import Make
from bot.conversation import roles
from bot.conversation.called import called, candidates, which
from bot.conversation.exchange import Exchange
from bot.conversation.people import become
from bot.model import Member, Role, is_former
from bot.reading.spreadsheets.team import NOBODY
from bot.views import people as views
from bot.views.asking import note
from bot.views.naming import people
from bot.views.touching import settled

# Also a blank alone before somebody who was picked from the platform's list: a number, or a mark.
_AND = re.compile(r"\s*(?:,\s*and\b|[,;&+]|\band\b)\s*|\s+(?=(?:\d+|@[UW][A-Z0-9]+)(?:[\s,;&+]|$))", re.IGNORECASE)
_NUMBER = re.compile(r"(?<![\w@.-])\d+(?![\w@.-])")


def make(exchange: Exchange, command: Make) -> Reply:
    """A rep with a manager, a manager, an admin, or nothing any more. The last admin stays one."""
    members = exchange.store.members.all()
    if exchange.member.role is not Role.admin:
        exchange.refuse()
        return note(views.only_an_admin([m.name for m in members if m.role is Role.admin]))
    whom, question = _whom(exchange, command, members)
    if question and question.is_refused:
        return question
    managers = [member for member in members if member.may_lead and member not in whom]
    if command.role is None:
        return _asked_what(exchange, command, whom, question, managers)
    manager = _leader(exchange, command, whom, members, managers)
    if isinstance(manager, Reply):
        return manager if manager.is_refused else question or manager
    becomes = [replace(who, role=command.role, manager_id=_leader_of(who, command, members, manager)) for who in whom]
    changed = {one.id: one for one in becomes}
    after = [changed.get(member.id, member) for member in members]
    wrong = roles.without_admin(members, after, exchange.store.identities.there()) or roles.in_a_circle(after, changed)
    return _refused(wrong) if wrong else question or _decide(exchange, whom, becomes, members)


def _whom(exchange: Exchange, command: Make, members: Sequence[Member]) -> tuple[list[Member], Reply | None]:
    """Everybody who is clear, and what is to be said of one who is not. Whoever is nobody here comes before a question: who
    was let in for the line stays with one, and no answer could mend the line."""
    is_one = command.who in exchange.outside or candidates(command.who, members)
    names = [command.who] if is_one else [*filter(None, _AND.split(command.who))] or [command.who]
    found = [candidates(name, members) for name in names]
    clear = {ones[0].id: ones[0] for ones in found if len(ones) == 1}
    unclear = [at for at, ones in enumerate(found) if len(ones) != 1]
    if not unclear:
        return [*clear.values()], None
    at = min(unclear, key=lambda at: len(found[at]) > 0)
    others = (", ".join(names[:at]), ", ".join(names[at + 1 :]))
    said = _unclear(exchange, names[at], members, lambda id_: _typed(command, who=_with(others, id_)))
    return [*clear.values()], said


def _asked_what(
    exchange: Exchange, command: Make, whom: Sequence[Member], question: Reply | None, managers: Sequence[Member]
) -> Reply:
    """Without a role the form asks of one; of several it is to be said."""
    if question:
        return _refused(views.say_what(_readable(exchange, command.who, whom))) if whom else question
    if len(whom) > 1:
        return _refused(views.say_what(people([one.name for one in whom])))
    return Reply(views.making(whom[0]), views.make_form(whom[0], managers))


def _with(others: tuple[str, str], member_id: int) -> str:
    before, behind = others
    return ", ".join(filter(None, (before, str(member_id), behind)))


def _unclear(exchange: Exchange, name: str, members: Sequence[Member], command: Callable[[int], str]) -> Reply:
    """Several are called so, or nobody is: then why."""
    outside = exchange.outside.get(name)
    if outside and outside.outside:
        return _refused(views.outside(outside.name, outside.outside, outside.address.platform))
    if name.strip().lower() in exchange.store.awaited.emails():
        return _refused(views.awaited_admin(name.strip().lower()))
    several = candidates(name, members)
    asked = which(exchange, _readable(exchange, name, members), several, command)
    return asked if several else replace(asked, is_refused=True)


def _leader(
    exchange: Exchange, command: Make, whom: Sequence[Member], members: Sequence[Member], managers: Sequence[Member]
) -> Member | Reply | None:
    """Who is to lead them; None where nobody is named, or it is to be nobody."""
    if not command.manager or _is_nobody(command):
        return None
    found = candidates(command.manager, managers)
    if len(found) == 1:
        return found[0]
    who = ", ".join(str(one.id) for one in whom)
    if found or command.manager in exchange.outside:
        return _unclear(exchange, command.manager, managers, lambda id_: _typed(command, who=who, manager=str(id_)))
    meant = called(command.manager, members)  # a mention is their number here
    if meant in whom:
        return _refused(f"{meant.name} cannot be led by themselves." if meant else "")
    named = ", ".join(member.name for member in managers)
    return _refused(
        f"{meant.name if meant else f'“{_readable(exchange, command.manager, members)[:40]}”'} leads nobody yet. "
        + (f"Managers: {named}." if named else "Make somebody a manager first.")
        + (f" For {meant.first_name} to lead, first: make @{meant.name} a manager" if meant else "")
    )


def _refused(why: str) -> Reply:
    return replace(note(why), is_refused=True)


def _readable(exchange: Exchange, typed: str, members: Sequence[Member]) -> str:
    """What was typed, with names in the place of the numbers and marks by which mentions are read here."""
    names = {str(member.id): member.name for member in members}
    for mark, one in exchange.outside.items():
        typed = typed.replace(mark, one.name)
    return _NUMBER.sub(lambda found: names.get(found[0], found[0]), typed)


def _typed(command: Make, *, who: str, manager: str = "") -> str:
    """The same with numbers, where a name is several people's."""
    leader = manager or command.manager
    return f"make {who}{f' {command.role}' if command.role else ''}{f' of {leader}' if leader else ''}"


def _is_nobody(command: Make) -> bool:
    return command.manager.casefold() in NOBODY


def _leader_of(who: Member, command: Make, members: Sequence[Member], named: Member | None) -> int | None:
    """Who led them before goes on, unless somebody is named or that one leads nobody any more: whoever is made a manager
    would otherwise be lost to those above without a word."""
    before = next((member for member in members if member.id == who.manager_id), None)
    if command.role is Role.inactive:
        return who.manager_id
    if named or _is_nobody(command):
        return named.id if named else None
    return before.id if before and before.may_lead else None


def _decide(exchange: Exchange, whom: Sequence[Member], becomes: Sequence[Member], members: Sequence[Member]) -> Reply:
    by_id = {member.id: member for member in members}
    leaders = {one.manager_id for one in becomes}
    manager = by_id.get(leaders.pop() or 0) if len(leaders) == 1 else None
    said = views.is_now(whom, becomes[0].role, manager)
    was = {who.id: who for who in whom}
    changed = [one for one in becomes if (was[one.id].role, was[one.id].manager_id) != (one.role, one.manager_id)]
    if not changed:
        return note(f"{said} already.")
    act_id = exchange.act(said)
    ended = become(exchange, act_id, members, changed)
    names = [(by_id[one.by_id].first_name, by_id[one.member_id].first_name) for one in ended]
    lost = "".join(_lost(was[one.id], one, members) for one in changed)
    return settled(f"{said}.{lost}{views.covers_no_more(names)}", act_id)


def _lost(who: Member, becomes: Member, members: Sequence[Member]) -> str:
    """Whom nobody leads from now on."""
    before = next((member for member in members if member.id == who.manager_id), None)
    led = [member for member in members if member.manager_id == who.id and not is_former(member.name)]
    left = led if becomes.role is Role.rep else []
    return views.led_by_nobody_now(who, before if becomes.manager_id is None else None, left)
