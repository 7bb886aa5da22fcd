"""Taking back: one press, any act of one's own, at any time. Nothing is deleted; later work of others stays and is named.

A line that still waits for its press was never logged: "undo" drops it, and nothing that was done before.

A manager may take back what a rep did on deals that the manager sees, never a rep's days off or settings; roles are an
admin's to take back. An undo is no act: to have it again, say it again.
"""

from collections.abc import Collection
from datetime import datetime

from bot.cards import Button, Card, Reply, Text
from bot.commands.own import Undo
from bot.conversation import drafting, policy
from bot.conversation.covering import may_end_it
from bot.conversation.exchange import Exchange
from bot.conversation.followups import changed_list, is_list
from bot.conversation.leading import retell_leaders
from bot.conversation.leaving import reschedule
from bot.conversation.roles import end_sessions, why_not_back
from bot.conversation.walling import why_not_back as of_the_wall
from bot.days import written
from bot.model import Act, first_name
from bot.store import JOINED, Draft
from bot.views.asking import note
from bot.views.naming import people, shortened

_MOST = 40  # acts at once
_NAMED = 4
_LABELS = 5


def undo(exchange: Exchange, command: Undo) -> Reply:
    """The member's last act of today, or these; what is older, or was not the last thing done, is shown first."""
    numbers = command.acts
    if len(numbers) > 1:
        said = [_one(exchange, number) for number in numbers[:_MOST]]
        return Reply(Card("", tuple(Text(line) for line in said)))
    waits = None if numbers else drafting.asked_last(exchange)
    if waits:
        return _dropped(exchange, waits)
    last = None if numbers else exchange.store.acts.last_of(exchange.member.id)
    before = None if numbers else _taken_back_last(exchange, last)
    if before and (command.in_words or before.summary.startswith("away ")):
        return _further_back(exchange, before, last)
    if last and not may_undo(exchange, last):
        return note(
            f"The last thing you did was {when_done(exchange, last.at)}: {last.summary}. It is theirs to take back now."
        )
    if last and last.at.astimezone(exchange.zone).date() < exchange.today:
        when = when_done(exchange, last.at)
        return note(f"The last thing you did was {when}: {last.summary}.", Button("Take that back", f"undo {last.id}"))
    told = _one(exchange, numbers[0] if numbers else None)
    if is_list(exchange.pressed_on) and not exchange.undone:  # it had gone on without this press
        return changed_list(exchange, remark=told)
    return note(told)


def _dropped(exchange: Exchange, waits: Draft) -> Reply:
    """The line that waits goes; what was done before it only by a press."""
    drafting.settle(exchange, waits.id)
    said = f"Dropped, and never logged: “{shortened(drafting.said_of(waits))}”."
    last = exchange.store.acts.last_of(exchange.member.id)
    if last is None or not may_undo(exchange, last):
        return note(said)
    when = when_done(exchange, last.at)
    back = Button("Take that back too", f"undo {last.id}", about=last.summary)
    return note(f"{said} The last thing you did was {when}: {last.summary}.", back)


def _taken_back_last(exchange: Exchange, last: Act | None) -> Act | None:
    """What the member took back today, if that is the last thing they did: `back` takes days off back too."""
    undone = exchange.store.acts.last_undone_by(exchange.member.id)
    if undone is None or undone.undone_at is None or undone.undone_at.astimezone(exchange.zone).date() < exchange.today:
        return None
    return undone if last is None or undone.id > last.id or undone.undone_at > last.at else None


def _further_back(exchange: Exchange, undone: Act, last: Act | None) -> Reply:
    """ "That" may be the taking back itself: the older thing goes only when it is pressed."""
    said = f"The last thing you did was to take this back: {undone.summary}. To have it again, say it again."
    if last is None:
        return note(said)
    back = Button("Take that back too", f"undo {last.id}", about=last.summary)
    return note(f"{said} Before that, {when_done(exchange, last.at)}: {last.summary}.", back)


def _one(exchange: Exchange, number: int | None) -> str:
    acts = exchange.store.acts
    act = acts.last_of(exchange.member.id) if number is None else acts.one(number)
    if act is None or not may_undo(exchange, act):
        if number is not None:
            exchange.refuse("act", number)
        return "There is nothing of yours to take back." if number is None else _none_of_yours(number)
    if act.undone_at:
        return f"{_taken_back_by(exchange, act)}: {act.summary}. To have it again, say it again."
    refused = _why_not(exchange, act) or _all_stays(exchange, act)
    if refused:
        return refused
    changes = exchange.store.members.without(act.id)
    moved = {id_ for id_, fields in changes.items() if "country" in fields}
    is_of_teams = any("role" in fields or "manager_id" in fields for fields in changes.values())
    before = exchange.store.members.all() if is_of_teams else ()
    undone = exchange.undo(act.id)
    exchange.store.members.refold(act.id)
    if before:
        retell_leaders(exchange, before, exchange.store.members.all())
    end_sessions(exchange.store, [id_ for id_, fields in changes.items() if "role" in fields])
    if not (undone.gone or undone.others):
        for id_ in {
            act.member_id,
            *moved,
        }:  # it may have been a leave or a setting, or whose holidays apply to somebody
            reschedule(exchange, id_)
    stays = _others(exchange, act, undone.others) or _kept(exchange, undone.kept)
    return f"Taken back: {act.summary} ({when_done(exchange, act.at)}).{stays}"


def _none_of_yours(number: int) -> str:
    """Of a colleague's number and of one that nobody has the same is said."""
    return f"Nothing that you can take back has the number {number}. Type undo alone for the last thing you did."


def may_undo(exchange: Exchange, act: Act) -> bool:
    """One's own act, one of a rep's on deals that one sees, or what was done for oneself by whoever covered; a rep's days
    off and settings are theirs alone."""
    if any(may_end_it(exchange, cover) for cover in exchange.store.covers.of_act(act.id)):
        return True
    if act.member_id == exchange.member.id:
        return not _was_for_another(exchange, act)
    was_for_me = exchange.store.covers.was_covering(act.id, act.member_id, act.at)
    if act.member_id not in exchange.led and not was_for_me:
        return False
    return bool(exchange.store.deals.visible(exchange.store.acts.deals_of(act.id), exchange.owners))


def _was_for_another(exchange: Exchange, act: Act) -> bool:
    """An act of one's own, done while covering for somebody, whose deals one sees no longer: it is theirs to take back."""
    touched = exchange.store.acts.deals_of(act.id)
    if not exchange.store.deals.any_of_others(touched, exchange.owners):
        return False
    return exchange.store.covers.was_covering(act.id, exchange.member.id, act.at)


def _why_not(exchange: Exchange, act: Act) -> str:
    """What doing it needs, undoing it needs too, as things are now; what to do instead. One's own words stay one's own."""
    if act.summary == JOINED:
        return "Two accounts that were joined stay one. A deal goes to somebody else by: deal give Acme to Lena"
    if act.member_id != exchange.member.id and exchange.store.deals.any_of_others(
        exchange.store.acts.deals_of(act.id), exchange.owners
    ):
        who = exchange.names.get(act.member_id, "whoever did it")
        return f"Some of the deals in that are with another team now. Ask {who} to take it back."
    return why_not_back(exchange, act.id) or policy.why_not_back(exchange, act.id) or of_the_wall(exchange, act.id)


def _taken_back_by(exchange: Exchange, act: Act) -> str:
    who = (
        "you"
        if act.undone_by == exchange.member.id
        else first_name(exchange.names.get(act.undone_by or 0, ""), "somebody")
    )
    return f"Already taken back by {who}{f' {when_done(exchange, act.undone_at)}' if act.undone_at else ''}"


def _others(exchange: Exchange, act: Act, deal_ids: Collection[int]) -> str:
    """What colleagues did since on the same deals: it stays, and is named."""
    seen = exchange.store.deals.visible(deal_ids, exchange.owners)
    later = exchange.store.acts.later_by_others(act, seen, _MOST)
    if not later:
        return ""
    said = "; ".join(
        f"{first_name(exchange.names.get(other.member_id, ''), 'somebody')}, {when_done(exchange, other.at)}: {other.summary}"
        for other in later[:_NAMED]
    )
    more = f"; and {len(later) - _NAMED} more" if len(later) > _NAMED else ""
    return f" What others did since stays: {said}{more}."


def when_done(exchange: Exchange, at: datetime) -> str:
    """ "today at 09:02", "Fri 13 March at 10:00"."""
    there = at.astimezone(exchange.zone)
    day = "today" if there.date() == exchange.today else written(there.date(), exchange.today)
    return f"{day} at {there:%H:%M}"


def _kept(exchange: Exchange, kept: tuple[int, ...]) -> str:
    return f" Kept, because something was logged on them since: {_labels(exchange, kept)}." if kept else ""


def _all_stays(exchange: Exchange, act: Act) -> str:
    """Whoever takes a deal back on which something was logged is told that it stays, and how it goes."""
    stay = exchange.store.acts.would_stay(act.id)
    if not stay:
        return ""
    names, are, them = (_labels(exchange, stay), *(("stays", "it") if len(stay) == 1 else ("stay", "them")))
    first = exchange.deal(stay[0])
    off = f" To have it off your lists: let go {first.label}" if first and len(stay) == 1 else ""
    then = _others(exchange, act, stay) or " Take that back first."
    return f"{names} {are}: something was logged on {them} since.{then}{off}"


def _labels(exchange: Exchange, deal_ids: tuple[int, ...]) -> str:
    names = [deal.label for id_ in deal_ids[:_LABELS] if (deal := exchange.deal(id_))]
    more = [f"{len(deal_ids) - len(names)} more"] if len(deal_ids) > len(names) else []
    return people([*names, *more])
