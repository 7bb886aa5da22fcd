"""Covering for somebody who is away: said by them, by who leads both, or asked of those; it ends by itself on its day.

What is done meanwhile is done by whoever covers, and its act says for whom; who comes back reads it.
"""

import json
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date, datetime, time, timedelta

from bot.cards import Reply
from bot.commands.handing import Cover as CoverThem
from bot.conversation.between import all_called, colleagues, is_reached, leads_both, same_team, whom, why_not_between
from bot.conversation.called import which
from bot.conversation.choosing_days import from_until
from bot.conversation.exchange import Exchange
from bot.days import read_by, written
from bot.model import Cover, DoneFor, Member, Role, first_name
from bot.store import Store
from bot.views import covering as views
from bot.views.asking import note
from bot.views.touching import settled
from bot.wire import as_json
from bot.worktime import instant, is_away, today_for

KIND = "cover"
_LATELY = timedelta(days=30)
_SHOWN = 30


def cover(exchange: Exchange, command: CoverThem) -> Reply:
    """Who covers whom until when; what is missing is asked for, then the rights decide."""
    members = exchange.store.members.all()
    owner = whom(exchange, command.who, members)
    by = whom(exchange, command.by, members) if command.by else None
    if owner is None or (command.by and by is None):
        return _who_of_them(exchange, command, members, owner)
    if not command.until:
        return note(f"Until when? cover {'me' if owner.id == exchange.member.id else owner.first_name} until Tuesday")
    lead = f"cover {owner.id}{f' by {by.id}' if by else ''}"
    span = from_until(exchange, command.since, command.until, lead)
    if isinstance(span, Reply):
        return span
    first, back_on = span
    if back_on <= first:
        return note("On which day are they back? It has to be after the first: cover Tom until Tuesday")
    is_own = owner.id == exchange.member.id
    if by is None and owner.id not in exchange.led:
        by = exchange.member
    if by is None or by.id == owner.id:
        begins = f"from {first.isoformat()} " if first > exchange.today else ""
        days = f"{begins}until {back_on.isoformat()}"
        return views.who_covers(owner, days, colleagues(exchange, owner), is_own=is_own)
    return _decided(exchange, owner, by, first, back_on)


def _who_of_them(exchange: Exchange, command: CoverThem, members: Sequence[Member], owner: Member | None) -> Reply:
    """A name that nobody here has, or several."""
    days = f"{f' from {command.since}' if command.since else ''}{f' until {command.until}' if command.until else ''}"
    by, name = (f" by {command.by}" if command.by else ""), command.by if owner else command.who
    several = all_called(exchange, name, members)
    return which(
        exchange, name, several, lambda id_: f"cover {owner.id} by {id_}{days}" if owner else f"cover {id_}{by}{days}"
    )


def _decided(exchange: Exchange, owner: Member, by: Member, first: date, back_on: date) -> Reply:
    """Said by the one who is away, by who leads both, or by an admin; of anybody else it is an offer."""
    members = exchange.store.members.all()
    mine = exchange.member.id
    if by.id == mine and owner.id not in exchange.led:  # an admin as well: being one shows no deal
        return _offered(exchange, owner, back_on, members)
    if owner.id not in exchange.led and exchange.member.role is not Role.admin:
        exchange.refuse("member", owner.id)
        return note(f"{owner.first_name}, or whoever leads {owner.first_name}, can say who covers.")
    refused = why_not_between(exchange, owner, by, members) or _why_not_reached(exchange, owner, by)
    if refused:
        exchange.refuse("member", by.id)
        return note(refused)
    standing = exchange.store.covers.coming([owner.id], exchange.now)
    if any((c.member_id, c.by_id, c.back_on) == (owner.id, by.id, back_on) for c in standing):
        return note(f"{_told(exchange, owner, by, back_on)} already.")
    act_id = exchange.act(_summary(exchange, owner, by, first, back_on))
    begin(exchange, act_id, owner, by, first, back_on)
    name = "you" if by.id == mine else by.first_name
    whose = "you" if owner.id == mine else owner.first_name
    off = _also(exchange, owner, by, first, back_on)
    means = views.what_it_means(name, whose, back_on, exchange.today)
    return settled(_told(exchange, owner, by, back_on, first), act_id, then=f"{means}{off}")


def _why_not_reached(exchange: Exchange, owner: Member, by: Member) -> str:
    if is_reached(exchange, by):
        return ""
    others = [one for one in colleagues(exchange, owner) if is_reached(exchange, one)]
    return views.gets_nothing(owner, by, others, is_own=owner.id == exchange.member.id)


def begin(exchange: Exchange, act_id: int, owner: Member, by: Member, first: date, back_on: date) -> None:
    """From now, or from the midnight of a day to come, to the midnight of their return: by the clock of who is away."""
    begins = exchange.now if first <= exchange.today else instant(first, time.min, owner.zone)
    ends = instant(back_on, time.min, owner.zone)
    exchange.store.covers.add(act_id, owner.id, by.id, begins, ends, back_on)


def _summary(exchange: Exchange, owner: Member, by: Member, first: date, back_on: date) -> str:
    since = first if first > exchange.today else None
    return views.covers_now(by.first_name, owner.first_name, back_on, exchange.today, since)


def _told(exchange: Exchange, owner: Member, by: Member, back_on: date, first: date | None = None) -> str:
    name = "You" if by.id == exchange.member.id else by.first_name
    whose = "you" if owner.id == exchange.member.id else owner.first_name
    since = first if first and first > exchange.today else None
    return views.covers_now(name, whose, back_on, exchange.today, since)


def _also(exchange: Exchange, owner: Member, by: Member, first: date, back_on: date) -> str:
    """What the days off of either have to do with it."""
    days = [first + timedelta(days=n) for n in range((back_on - first).days)]
    if any(is_away(day, by) for day in days):
        return f" But {'you are' if by.id == exchange.member.id else f'{by.first_name} is'} away for some of that time."
    if owner.id == exchange.member.id and not any(is_away(day, owner) for day in days):
        return f" Your own list comes as usual; to be off as well: away until {written(back_on, exchange.today)}"
    return ""


def _offered(exchange: Exchange, owner: Member, back_on: date, members: Collection[Member]) -> Reply:
    """Nobody lets themselves in: who leads them both is asked by one message, or the one who is away."""
    by, everybody = exchange.member, list(members)
    leader = leads_both(owner, by, everybody)
    if not _may_cover(owner, by, everybody):  # nobody who is asked could say yes
        exchange.refuse("member", owner.id)
        return note(views.another_team(owner, [m.name for m in everybody if m.role is Role.admin]))
    asked = leader if leader and leader.id != by.id else owner
    card = views.asks_for_it(by, owner, back_on, today_for(asked, exchange.now))
    key = f"{KIND}:{owner.id}:{by.id}:{back_on.isoformat()}"
    if not exchange.store.outbox.holds(asked.id, key):
        exchange.act(f"offered to cover {owner.first_name} until {written(back_on, exchange.today)}")
        exchange.store.outbox.put(asked.id, KIND, key, json.dumps(as_json(card)), exchange.now)
    return note(views.asked(asked.first_name))


def covers(exchange: Exchange) -> Reply:
    """Those that run or are to come, as far as they concern the member or whom they lead."""
    some = exchange.store.covers.coming(exchange.led, exchange.now)
    may_end = frozenset(cover.act_id for cover in some if may_end_it(exchange, cover))
    return Reply(
        views.covers_card(some, exchange.names, exchange.member.id, may_end, exchange.now.astimezone(exchange.zone))
    )


def may_end_it(exchange: Exchange, cover: Cover) -> bool:
    """Who is covered, and whoever leads them."""
    return cover.member_id in exchange.led


def while_away(exchange: Exchange) -> Reply:
    """What was done for the member in the covers of the last weeks, those that still run as well."""
    me = exchange.member.id
    ended = exchange.store.covers.ended_since([me], exchange.now - _LATELY, exchange.now)
    running = [c for c in exchange.store.covers.coming([me], exchange.now) if c.member_id == me]
    done = exchange.store.covers.done([*ended, *running])[-_SHOWN:]
    rows = [
        (
            one.at.astimezone(exchange.zone).date(),
            _by(exchange.names, one),
            views.unmarked(one.summary, exchange.member.first_name),
        )
        for one in done
    ]
    return Reply(views.while_away_card(rows, exchange.today))


def mark(exchange: Exchange) -> None:
    """The acts of this message say for whom they were done, where that was on a deal of somebody covered."""
    if not exchange.covered:
        return
    for act_id in exchange.acts:
        touched = exchange.store.acts.deals_of(act_id)
        owners = {history.deal.owner_id for history in exchange.store.history.many(touched).values()}
        whose = [first_name(exchange.names.get(id_, "")) for id_ in sorted(owners & exchange.covered)]
        act = exchange.store.acts.one(act_id)
        if whose and act:
            exchange.store.acts.describe(act_id, views.marked(act.summary, " and ".join(whose)))


def end_on_return(exchange: Exchange) -> None:
    """Who is back needs nobody: the covers that have begun end."""
    me = exchange.member.id
    running = [c for c in exchange.store.covers.coming([me], exchange.now) if c.member_id == me]
    for act_id in dict.fromkeys(c.act_id for c in running if c.begins_at <= exchange.now):
        exchange.undo(act_id)


def end_across_teams(exchange: Exchange, moved: Collection[int]) -> tuple[Cover, ...]:
    """Whoever moves to another team takes no cover along that could not begin there; returns those that end."""
    running = exchange.store.covers.coming(moved, exchange.now) if moved else ()
    if not running:
        return ()
    members = exchange.store.members.all()
    by_id = {member.id: member for member in members}
    ended = tuple(c for c in running if not _may_cover(by_id[c.member_id], by_id[c.by_id], members))
    for act_id in dict.fromkeys(one.act_id for one in ended):
        exchange.undo(act_id)
    return ended


def _may_cover(owner: Member, by: Member, members: Sequence[Member]) -> bool:
    return same_team(owner, by, members) or leads_both(owner, by, members) is not None


def cover_news(
    store: Store, members: Iterable[Member], last_sent: Mapping[int, datetime], now: datetime
) -> dict[int, list[str]]:
    """By member: that they cover somebody from now on, and what was done for them while they were away."""
    everybody = {member.id: member for member in members}
    since = min((last_sent.get(id_, now - _LATELY) for id_ in everybody), default=now)
    since = max(since, now - _LATELY)
    begun = store.covers.begun_since(list(everybody), since, now)
    ended = store.covers.ended_since(list(everybody), since, now)
    if not (begun or ended):
        return {}
    names, news = store.members.names(), defaultdict(list)
    for cover in begun:
        if cover.begins_at > last_sent.get(cover.by_id, since):
            by = everybody[cover.by_id]
            with read_by(by.locale):
                told = views.you_cover([_first(names, cover.member_id)], cover.back_on, today_for(by, now))
            news[cover.by_id].append(told)
    mine = [cover for cover in ended if cover.ends_at > last_sent.get(cover.member_id, since)]
    done = store.covers.done(mine)
    for member_id in dict.fromkeys(cover.member_id for cover in mine):
        news[member_id].append(_was_done(everybody[member_id], mine, done, names))
    return news


def _was_done(member: Member, ended: Iterable[Cover], done: Iterable[DoneFor], names: Mapping[int, str]) -> str:
    told: dict[str, list[str]] = defaultdict(list)
    for one in done:
        if one.member_id == member.id:
            told[_by(names, one)].append(views.unmarked(one.summary, member.first_name))
    idle = [_first(names, cover.by_id) for cover in ended if cover.member_id == member.id]
    return views.while_away(told, [name for name in dict.fromkeys(idle) if name not in told])


def _by(names: Mapping[int, str], one: DoneFor) -> str:
    return _first(names, one.by_id)


def _first(names: Mapping[int, str], member_id: int) -> str:
    return first_name(names.get(member_id, ""), "somebody")
