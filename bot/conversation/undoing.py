"""Taking back: one press, any act of one's own. Nothing is deleted; later work of others stays and is named."""

from bot.cards import Reply
from bot.conversation.exchange import Exchange
from bot.conversation.leaving import reschedule
from bot.conversation.logging import LONGEST_NAME, create_deal
from bot.days import written
from bot.model import Act
from bot.reading.names import key
from bot.views.asking import note, same_name
from bot.views.touching import settled

ANOTHER = "another "


def undo(exchange: Exchange, number: int | None) -> Reply:
    acts = exchange.store.acts
    act = acts.last_of(exchange.member.id) if number is None else acts.one(number)
    if act is None or act.member_id not in exchange.owners:
        return note("There is nothing of yours to take back." if number is None else "That is not yours to take back.")
    if act.undone_at:
        return note(f"Taken back already: {act.summary}.")
    undone = acts.undo(act.id, exchange.member.id, exchange.now)
    exchange.store.refresh(sorted(undone.deal_ids), exchange.today)
    if not undone.deal_ids and act.member_id == exchange.member.id:
        reschedule(exchange)  # it may have been a leave
    return note(f"Taken back: {act.summary} ({_when(exchange, act)}).{_kept(exchange, undone.kept)}")


def _when(exchange: Exchange, act: Act) -> str:
    there = act.at.astimezone(exchange.zone)
    day = "today" if there.date() == exchange.today else written(there.date(), exchange.today)
    return f"{day} at {there:%H:%M}"


def _kept(exchange: Exchange, kept: tuple[int, ...]) -> str:
    if not kept:
        return ""
    names = [deal.label for id_ in kept[:5] if (deal := exchange.store.deals.one(id_, exchange.owners))]
    more = f" and {len(kept) - len(names)} more" if len(kept) > len(names) else ""
    return f" Kept, because something was logged on them since: {', '.join(names)}{more}."


def new_deal(exchange: Exchange, name: str) -> Reply:
    """A deal by its name; one with the very same name is shown first."""
    wanted = name.removeprefix(ANOTHER)
    if len(wanted) > LONGEST_NAME or not wanted.partition(",")[0].strip():
        return note(f"A deal needs a name of up to {LONGEST_NAME} characters: new Acme, 40 seats")
    same = next((n for n in exchange.named if key(f"{n.company} {n.title}") == key(wanted)), None)
    if same and not name.startswith(ANOTHER):
        return same_name(wanted, same.id, f"new {ANOTHER}{wanted}")
    deal = create_deal(exchange, wanted)
    then = f"After your first call: logcall {deal.label}: what they said"
    return settled(f"{deal.full_label} is a deal of yours now", exchange.acts[-1], then=then)
