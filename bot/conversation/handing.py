"""A whole book handed over: shown in figures first, one confirmation, one undo; and the pack that its new owner reads."""

from collections.abc import Sequence

from bot.cards import Reply
from bot.commands.deals import Give
from bot.commands.handing import GiveBook, Pack
from bot.conversation import dealing
from bot.conversation.between import all_called, colleagues, receivers, why_not_between
from bot.conversation.called import which
from bot.conversation.exchange import Exchange
from bot.conversation.finding import find_deal
from bot.model import Book, DecisionKind, Member, Role, first_name
from bot.playbook.handed import handed_to, mark_of, unread
from bot.views import handing as views
from bot.views.asking import note
from bot.views.ending import asked_for_silence
from bot.views.forms import MOST_BOXES
from bot.views.people import only_an_admin
from bot.views.touching import settled


def give_book(exchange: Exchange, command: GiveBook) -> Reply:
    """Whose, to whom, then what it would be, then done: each step checks the rights anew."""
    members = exchange.store.members.all()
    owners = all_called(exchange, command.whose, members)
    if not owners:  # "give Barnes deals to Lena": perhaps that is a deal
        return dealing.give(exchange, Give(command.whose, command.to, command.why))
    if len(owners) > 1:
        to = f" to {command.to}" if command.to else ""
        return which(
            exchange, command.whose, owners, lambda id_: f"deal give everything of {id_}{to}{_because(command)}"
        )
    return _of_owner(exchange, owners[0], command, members)


def _of_owner(exchange: Exchange, owner: Member, command: GiveBook, members: Sequence[Member]) -> Reply:
    if owner.id not in exchange.led and exchange.member.role is not Role.admin:
        exchange.refuse("member", owner.id)
        return note(views.not_yours_to_give(owner, [m.name for m in members if m.role is Role.admin]))
    book, is_own = exchange.store.books.of(owner.id, exchange.today), owner.id == exchange.member.id
    if not book.deals:
        return note(views.has_none(owner, is_own=is_own))
    found = receivers(exchange, command.to, owner, members)
    if len(found) > 1:
        return which(exchange, command.to, found, lambda id_: f"book {owner.id} to {id_}{_because(command)}")
    if not found or found[0].id == owner.id:
        return views.to_whom(owner, book, colleagues(exchange, owner), command.to, command.why, is_own=is_own)
    refused = why_not_between(exchange, owner, found[0], members)
    if refused:
        exchange.refuse("member", found[0].id)
        return note(refused)
    if command.sure:
        return _handed(exchange, owner, found[0], command)
    if command.choose:
        return _choose(exchange, owner, found[0], command)
    return _shown(exchange, owner, found[0], book, command.why)


def _because(command: GiveBook) -> str:
    return f" because {command.why}" if command.why else ""


def _shown(exchange: Exchange, owner: Member, to: Member, book: Book, why: str) -> Reply:
    """Nothing is written. Names only for who may see them: an admin reads figures."""
    sees = owner.id in exchange.owners
    due = exchange.store.deals.due([owner.id], exchange.today) if sees else ()
    named = exchange.store.deals.some_named(exchange.owners, due[: views.NAMED]) if due else {}
    names = exchange.store.members.seeing(to.id)
    seeing, keeps = [first_name(name) for name in names], owner.name in names
    told = views.Preview(
        owner,
        to,
        exchange.member,
        seeing,
        keeps,
        book,
        tuple(name.company or name.title for name in named.values()),
        why,
    )
    return Reply(views.preview(told, may_choose=sees and book.open > 0))


def _choose(exchange: Exchange, owner: Member, to: Member, command: GiveBook) -> Reply:
    if owner.id not in exchange.owners:
        exchange.refuse("member", owner.id)
        return note(only_an_admin([]))
    ids = exchange.store.books.ids(owner.id)
    offered = ids[: min(exchange.store.books.of(owner.id, exchange.today).open, MOST_BOXES)]
    names = exchange.store.deals.some_named(exchange.owners, offered)
    options = tuple((str(id_), names[id_].full_label) for id_ in offered if id_ in names)
    shown = {id_ for id_ in offered if id_ in names}
    told = views.Offered(options, [id_ for id_ in ids if id_ not in shown])
    return Reply(views.choosing(to), views.form(owner, to, told, command.why))


def _which(command: GiveBook, every: Sequence[int]) -> list[int] | None:
    """What goes of the book: what was offered and is ticked, and the others as they were shown; None when these have changed."""
    if command.which is None:
        return [*every]
    others = [id_ for id_ in every if id_ not in command.offered]
    if not command.offered or (command.rest and mark_of(others) != command.beside):
        return None
    chosen = {*command.which} & {*command.offered} | {*(others if command.rest else ())}
    return [id_ for id_ in every if id_ in chosen]


def _handed(exchange: Exchange, owner: Member, to: Member, command: GiveBook) -> Reply:
    """Everything by one act: the owner changes, nothing else; what was promised stays under who promised it."""
    ids = _which(command, exchange.store.books.ids(owner.id))
    if ids is None:
        return views.has_changed(owner, to, command.why, is_own=owner.id == exchange.member.id)
    if not ids:
        return note(views.NOTHING_TICKED)
    mine = exchange.deal(ids[0]) if len(ids) == 1 else None
    only = mine.label if mine else ""
    act_id = _give(exchange, owner, to, ids, only or views.deals(len(ids)), command.why)
    sees = to.id in exchange.owners or exchange.member.id not in exchange.led & {owner.id}
    return settled(views.handed(owner, to, len(ids), exchange.member, only), act_id, then=views.then(to, sees=sees))


def _give(exchange: Exchange, owner: Member, to: Member, ids: Sequence[int], what: str, why: str) -> int:
    because = f" because {why}" if why else ""
    whose = "" if owner.id == exchange.member.id else f" of {owner.name}"
    act_id = exchange.act(f"gave {what}{whose} to {to.name}{because}")
    exchange.store.deals.change_many(act_id, {id_: {"owner_id": to.id} for id_ in ids})
    kind, reason = DecisionKind.handed_over.value, f"{owner.name}{because}"
    rows = [{"deal_id": id_, "on": exchange.today, "kind": kind, "reason": reason} for id_ in ids]
    exchange.store.history.add_decisions(act_id, exchange.member.id, rows)
    exchange.store.refresh(ids, exchange.today)
    return act_id


def pack(exchange: Exchange, command: Pack) -> Reply:
    """What to know of a deal that came from somebody else; alone, those that wait to be read."""
    if not command.who:
        return _packs(exchange)
    deal = find_deal(exchange, command.who, lambda id_: f"pack {id_}")
    if isinstance(deal, Reply):
        return deal
    history = exchange.with_house(exchange.history(deal.id))
    now = exchange.standing(history)
    if now.next_touch_on is None and now.state.value == "do_not_contact":
        return asked_for_silence(deal, now.why)
    return Reply(views.pack_card(history, now, handed_to(history), exchange.now, exchange.today))


def _packs(exchange: Exchange) -> Reply:
    """The member's deals that came from somebody and with which they have not been in touch since."""
    ids = exchange.store.books.handed_to(exchange.member.id)
    histories = map(exchange.as_read, exchange.store.history.many(ids).values())
    waiting = [history for history in histories if unread(history, exchange.member.id)]
    return Reply(views.packs_card(waiting, exchange.policy, exchange.today))
