"""Lists over all deals: who, what and last contact; and what the next two weeks bring."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date, timedelta
from operator import attrgetter

from bot.cards import Button, Buttons, Card, File, Reply
from bot.commands.lists import QUIET, Deals, Nurture, Upcoming
from bot.conversation.called import which
from bot.conversation.exchange import Exchange
from bot.model import OPEN_STATES, DealState, History, Member, first_name
from bot.playbook.agenda import agenda, planned
from bot.playbook.cadence import opened_window
from bot.playbook.standing import let_go_of
from bot.reading.dates import find_dates
from bot.store import DealName
from bot.views.asking import note
from bot.views.deals import deals_card, deals_file
from bot.views.nurture import Asleep, nurture_card, nurture_file
from bot.views.upcoming import Days, day_card, upcoming_card

_AHEAD = timedelta(days=14)
_LONGEST = timedelta(days=92)  # ahead, where a day or a span of them is asked about
_ONE_DAY = timedelta(days=1)
_ALL = "all"
_DUE = Button("What is due?", "followups")


def deals(exchange: Exchange, command: Deals) -> Reply:
    """The open deals, the longest silent first; `export` gives exactly that as a file."""
    whose = (
        seen(exchange) if command.quiet else _whose(exchange, command.whose, lambda id_: _again("deals", id_, command))
    )
    if isinstance(whose, Reply):
        return whose
    ids = {member.id for member in whose}
    mine = [name for name in exchange.named if name.owner_id in ids and name.state in OPEN_STATES]
    if command.quiet:
        mine = [name for name in mine if _is_quiet(name.last_contact_on, exchange)]
    ordered = sorted(mine, key=lambda name: (name.last_contact_on is not None, name.last_contact_on, name.full_label))
    rows = [(_who(name), _what(name), name.last_contact_on) for name in ordered]
    label, asked = _asked("deals", QUIET if command.quiet else command.whose, whose)
    card = deals_card(rows, label, asked, exchange.today, quiet=command.quiet, first=command.first)
    return _or_as_a_file(card, deals_file(rows, asked, command.first) if command.export and rows else None)


def _asked(word: str, wanted: str, whose: Sequence[Member]) -> tuple[str, str]:
    """Whose deals those are, and the command that asks for them."""
    if not wanted or wanted.lower() in {_ALL, QUIET}:
        return ("All" if wanted.lower() == _ALL else "", f"{word} {wanted}".strip())
    return f"{whose[0].first_name}'s", f"{word} {whose[0].id}"


def _or_as_a_file(card: Card, file: File | None) -> Reply:
    """A file needs no list beside it: where it can only be copied, that takes the room."""
    return Reply(Card(card.title, (Buttons((_DUE,)),)), file=file) if file else Reply(card)


def _is_quiet(last_on: date | None, exchange: Exchange) -> bool:
    """Nobody is quiet with whom there was contact within the gap that the rhythm leaves."""
    return last_on is None or (exchange.today - last_on).days >= exchange.policy.min_gap


def nurture(exchange: Exchange, command: Nurture) -> Reply:
    """Who was let go, when and why, the newest first: nothing chases them, only they or their own date bring them back."""
    whose = _whose(exchange, command.whose, lambda id_: _again("nurture", id_, command))
    if isinstance(whose, Reply):
        return whose
    ids = {member.id for member in whose}
    names = {n.id: n for n in exchange.named if n.owner_id in ids and n.state is DealState.nurture}
    slept = [
        row for id_, history in exchange.store.history.many(names).items() if (row := _asleep(history, names[id_]))
    ]
    rows = sorted(slept, key=lambda row: (-row.on.toordinal(), row.who))
    label, asked = _asked("nurture", command.whose, whose)
    card = nurture_card(rows, label, asked, exchange.today, command.first)
    return _or_as_a_file(card, nurture_file(rows, asked, command.first) if command.export and rows else None)


def _again(word: str, member_id: int, command: Deals | Nurture) -> str:
    begins = f" from {command.first}" if command.first > 1 else ""
    return f"{word} {member_id}{' export' if command.export else ''}{begins}"


def _asleep(history: History, name: DealName) -> Asleep | None:
    let_go = let_go_of(history)
    window = opened_window(history)
    if let_go is None:
        return None
    wakes_on = window.until_on if window else None
    return Asleep(name.id, _who(name), _what(name), let_go.on, let_go.reason, wakes_on, window.reason if window else "")


def upcoming(exchange: Exchange, command: Upcoming) -> Reply:
    """What falls due from tomorrow for two weeks, day by day, or on the days asked about, and how much of today's may be left over."""
    asked = days_asked(exchange, command.when)
    last = max(exchange.today + _AHEAD, asked.last if asked else date.min)
    ids = exchange.store.deals.due([exchange.member.id], last)
    histories = [exchange.as_read(history) for history in exchange.store.history.many(ids).values()]
    items = [item for history in histories for item in planned(history, exchange.policy, exchange.today, last)]
    still_due = len(agenda(histories, exchange.policy, exchange.today))
    if asked and asked.is_one:
        return Reply(day_card(items, still_due, exchange.member, exchange.today, asked, command.first))
    days = asked or Days(exchange.today + _ONE_DAY, last)
    return Reply(upcoming_card(items, still_due, exchange.member, exchange.today, days, command.first))


def days_asked(exchange: Exchange, typed: str) -> Days | None:
    """ "tomorrow", "fri", "next week": of two readings the one that comes first, as far as it is to come."""
    found = find_dates(typed, exchange.today, day_first=exchange.day_first) if typed else ()
    days = [Days(one.first_on, one.last_on or one.on, typed) for one in found if one.first_on and one.on]
    days += [Days(day, day, typed) for one in found if not one.first_on for day in (one.on, *one.choices) if day]
    tomorrow, longest = exchange.today + _ONE_DAY, exchange.today + _LONGEST
    to_come = [replace(one, first=max(one.first, tomorrow)) for one in days if tomorrow <= one.last <= longest]
    return min(to_come, key=attrgetter("first"), default=None)


def _whose(exchange: Exchange, wanted: str, command: Callable[[int], str]) -> list[Member] | Reply:
    """Whose deals: the member's own, a named rep's whom they may see, or everybody's whom they may see. `command`: the same
    of whoever has that number."""
    if not wanted:
        return [exchange.member]
    is_all = wanted.lower() == _ALL
    found = seen(exchange) if is_all else called(exchange, wanted) or numbered(exchange, wanted)
    if len(found) > 1 and not is_all:
        return which(exchange, wanted, found, command)
    for member in found:
        if member.id != exchange.member.id:
            exchange.store.audit.looked_at("member", member.id)
    return found or note(f"You see no deals of anybody called “{wanted[:40]}”. Type deals for your own.")


def called(exchange: Exchange, name: str) -> list[Member]:
    """Those of that name, or first name, whose deals the member may see."""
    said = name.casefold()
    if exchange.owners == {exchange.member.id}:
        return [exchange.member] if _is_called(exchange.member.name, said) else []
    ids = [id_ for id_, one in exchange.names.items() if id_ in exchange.owners and _is_called(one, said)]
    return list(exchange.store.members.some(ids)) if ids else []


def _is_called(name: str, said: str) -> bool:
    return said in {name.casefold(), first_name(name).casefold()}


def numbered(exchange: Exchange, wanted: str) -> list[Member]:
    """A number of somebody whom one does not see answers like a name that nobody has."""
    number = wanted.lstrip("#")
    found = [member for member in seen(exchange) if str(member.id) == number]
    if not found and number.isdecimal():
        exchange.refuse("member", number)
    return found


def seen(exchange: Exchange) -> list[Member]:
    return list(exchange.store.members.some(exchange.owners))


def _who(name: DealName) -> str:
    return ", ".join(part for part in (name.company or name.title, name.contacts[-1] if name.contacts else "") if part)


def _what(name: DealName) -> str:
    return name.title if name.company else name.stage
