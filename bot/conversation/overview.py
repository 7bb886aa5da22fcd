"""Where several deals stand: a rep's, the team's, those in a stage, and what happened in a time. Always the same layout.

A dozen statements at most, however many people and deals: what is counted, what is found, and the histories of what is shown.
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from bot.cards import Block, Button, Card, Reply, Rest
from bot.conversation.colleagues import with_colleagues
from bot.conversation.exchange import Exchange
from bot.conversation.of_a_list import histories_due
from bot.model import Commitment, Decision, History, Member, Role, Side, Touch
from bot.playbook.agenda import Due, Group, agenda
from bot.playbook.overview import Overview, Promises, since_monday
from bot.playbook.standing import ending_on
from bot.reading.names import key
from bot.reading.typed.periods import period
from bot.store import Chosen, Found, Owed
from bot.views import overview as views
from bot.views.asking import note
from bot.views.leading import is_asked_already
from bot.views.naming import ONLY_YOU
from bot.views.rep_today import RepDay, ask_first, list_button, rep_to_ask, rep_today
from bot.views.sharing import share_as_read
from bot.worktime import today_for

_SHOWN, _NAMED = 3, 5  # one more is shown, rather than "and 1 more"
_ALL = 30  # of each part, when all of it is asked for: more than a platform shows in one message
_NOT_ASKED = Found()
_Rows = Sequence[tuple[int, int]]


def of_rep(exchange: Exchange, member: Member, *, shared: bool = False, everything: bool = False) -> Reply:
    """One rep's deals, for whoever leads them or for themselves."""
    if member.id != exchange.member.id:
        exchange.store.audit.looked_at("member", member.id)
    found = overview(exchange, Chosen({member.id}), everything=everything)
    title = views.rep_title(member.name, found.open, exchange.today, inactive=member.role is Role.inactive)
    seen_by = () if shared else exchange.who_sees(member.id)
    is_own = member.id == exchange.member.id
    whose = "your" if is_own and not shared else f"{member.first_name}'s"
    is_others = not (is_own or shared) and member.role is not Role.inactive
    leads = is_others and member.id in exchange.led
    day = _day_of(exchange, member, found, leads=leads)
    about = views.About(
        title, {}, views.seen_by_names(seen_by), views.rep_buttons(member), source=f"the call log of {whose} deals",
        before=rep_to_ask(day, exchange.today) if leads and day.owed else rep_today(day, exchange.today),
        ask=(*(ask_first(day, exchange.today) if leads else ()), *(list_button(day) if is_others else ())),
        everything=_all_of(f"rep {member.id}", asked=everything),
    )  # fmt: skip
    return _reply(found, about, exchange.today, line=_line(f"rep {member.id}", everything=everything))


def of_stage(exchange: Exchange, name: str, *, shared: bool = False, everything: bool = False) -> Reply | None:
    """The open deals that a CRM has in that stage; None when it is called like no stage of theirs."""
    stages = tuple(stage for stage in exchange.store.teams.stages(exchange.owners) if key(stage) == key(name))
    if not stages:
        return None
    found = overview(exchange, Chosen(exchange.owners, stages), everything=everything)
    about = views.About(
        views.stage_title(stages[0], found.open, exchange.today), _others(exchange, shared=shared), _seen(shared=shared),
        source=views.STAGE_SOURCE, everything=_all_of(f"stage {stages[0]}", asked=everything),
    )  # fmt: skip
    return _reply(found, about, exchange.today, line=_line(f"stage {stages[0]}", everything=everything))


def no_stage(exchange: Exchange, name: str) -> Reply:
    return views.no_stage(name, exchange.store.teams.stages(exchange.owners))


def of_period(
    exchange: Exchange, text: str, *, shared: bool = False, everything: bool = False, of: Member | None = None
) -> Reply:
    """What happened in a time on all deals that the member sees, or on those of one rep."""
    then = period(text, exchange.today)
    if then is None:
        return note(f"I don't know which time “{text[:40]}” is. Try: what changed last week")
    if of and of.id != exchange.member.id:
        exchange.store.audit.looked_at("member", of.id)
    owners = frozenset({of.id}) if of else exchange.owners
    found = overview(exchange, Chosen(owners, due=then), then, everything=everything)
    title = views.period_title(_whose(exchange, of, shared=shared), text, *then, exchange.today)
    what = f"rep {of.id} {text}" if of else f"period {text}"
    about = views.About(
        title, {} if of else _others(exchange, shared=shared), _seen(shared=shared), _ways_on(exchange, of),
        everything=_all_of(what, asked=everything),
    )  # fmt: skip
    return _reply(found, about, exchange.today, line=_line(what, everything=everything))


def ended_in(exchange: Exchange, text: str) -> Reply:
    """What was won, lost or let go in a time, and nothing else of it: also by an order that a call told."""
    then = period(text, exchange.today) or (exchange.today, exchange.today)
    teams, chosen = exchange.store.teams, Chosen(exchange.owners)
    found, ordered = teams.ended(chosen, *then, _ALL + 1), teams.ordered(chosen, *then, _ALL + 1)
    by_id = _histories(exchange, (found.rows, ordered.rows))
    won = [(by_id[deal], ending) for deal, _ in ordered.rows if (ending := ending_on(by_id[deal], exchange.today))]
    endings = sorted([*_decisions(by_id, found), *won], key=lambda one: one[1].act_id, reverse=True)
    count = found.count + ordered.count
    shown = endings[:_ALL] if count > _ALL + 1 else endings
    return Reply(views.endings_card(text, shown, count, _others(exchange, shared=False), exchange.today))


def team_blocks(
    exchange: Exchange, reps: Sequence[int], owed: Mapping[int, Mapping[Side, Owed]], *, shared: bool, everything: bool
) -> tuple[Block, ...]:
    """Beneath the lines of a team's reps: where their deals stand together."""
    found = overview(exchange, Chosen(frozenset(reps)), owed=owed, everything=everything)
    about = views.About(
        "",
        _others(exchange, shared=shared),
        _seen(shared=shared),
        views.team_buttons(),
        everything=_all_of("team", asked=everything),
    )
    return views.card_blocks(found, about, exchange.today)


def _all_of(what: str, *, asked: bool) -> str:
    """What a button types for the same in full; nothing leads on from there."""
    return "" if asked else f"where all {what}"


def _line(what: str, *, everything: bool) -> str:
    return f"where {'all ' if everything else ''}{what}"


def _whose(exchange: Exchange, of: Member | None, *, shared: bool) -> str:
    if of and (shared or of.id != exchange.member.id):
        return f"{of.name}'s deals"
    if of:
        return "Your deals"
    if len(exchange.owners) == 1:
        return f"{exchange.member.first_name}'s deals" if shared else "Your deals"
    return "The team" if shared else "Your team"


def _reply(found: Overview, about: views.About, today: date, *, line: str) -> Reply:
    card = Card(about.title, views.card_blocks(found, about, today), rest=Rest(f"{line} from"))
    return Reply(card, share=share_as_read(line, card))


def _day_of(exchange: Exchange, member: Member, found: Overview, *, leads: bool) -> RepDay:
    """What the day asks of them, and whether they are there."""
    load = exchange.store.teams.loads([member.id], exchange.today).get(member.id)
    day = today_for(member, exchange.now)
    back = next((last for first, last in member.leave if first <= day <= last), None)
    shown = {one.deal.id: exchange.as_read(one) for side in found.promises.values() for one, _ in side.shown}
    owed = _owed_today(exchange, shown.values())
    if leads and owed and all(is_asked_already(one, exchange.today) for one in owed):
        owed = _owed_today(exchange, histories_due(exchange, [member.id]))  # whom to ask about next stands further down
    return RepDay(member, load.due if load else 0, owed, back)


def _owed_today(exchange: Exchange, histories: Iterable[History]) -> Sequence[Due]:
    """What is owed of these, ours first: else in the order in which the rep reads it on their list."""
    due = agenda(histories, exchange.policy, exchange.today)
    owed = [one for one in due if one.promise and one.since <= exchange.today]
    return sorted(owed, key=lambda one: one.group is not Group.ours)


def _ways_on(exchange: Exchange, of: Member | None) -> tuple[Button, ...]:
    if of:
        return views.period_buttons(of, leads=False, of_other=of.id != exchange.member.id)
    return views.period_buttons(exchange.member, leads=exchange.member.may_lead and len(exchange.led) > 1)


def _seen(*, shared: bool) -> str:
    return "" if shared else ONLY_YOU


def _others(exchange: Exchange, *, shared: bool) -> dict[int, str]:
    """By which first name a deal is told apart, where several people's are shown; a channel reads nobody's address."""
    if len(exchange.owners) == 1:
        return {}
    return exchange.open_names if shared else exchange.short_names


def overview(
    exchange: Exchange,
    chosen: Chosen,
    then: tuple[date, date] | None = None,
    owed: Mapping[int, Mapping[Side, Owed]] | None = None,
    *,
    everything: bool = False,
) -> Overview:
    teams, today = exchange.store.teams, exchange.today
    shown, named = (_ALL, _ALL) if everything else (_SHOWN, _NAMED)
    first, last = then or (since_monday(today), today)
    counted, owed = teams.open(chosen), teams.owed(chosen, today) if owed is None else owed
    became, promised = teams.became(chosen, first, last), teams.promised(chosen, shown + 1)
    moved, advanced = teams.moved(chosen, first, last, shown + 1), teams.advanced(chosen, first, last, shown + 1)
    ended = teams.ended(chosen, first, last, shown + 1)
    later = teams.given_another_day(chosen, first, last) if then else {}
    # What is open as of today is no part of a time that is looked back on.
    uncontacted = _NOT_ASKED if then else teams.uncontacted(chosen, named + 1)
    unagreed = _NOT_ASKED if then else teams.unagreed(chosen, today, named + 1)
    unknown = _NOT_ASKED if then else teams.unknown(chosen, named + 1)
    moved, advanced, ended = (_few(one, shown) for one in (moved, advanced, ended))
    uncontacted, unagreed, unknown = (_few(one, named) for one in (uncontacted, unagreed, unknown))
    owing = {side: _owed_by(owed, side) for side in Side}
    rows = {side: _few(Found(promised[side], owing[side][0]), shown).rows for side in Side}
    found = (moved, advanced, ended, uncontacted, unagreed, unknown)
    by_id = _histories(exchange, (*rows.values(), *(one.rows for one in found)))
    promises = {
        side: Promises(*owing[side], became[side], later.get(side, 0), _promises(by_id, rows[side])) for side in Side
    }
    return Overview(
        first, last, counted.count, is_period=then is not None, promises=promises, last_contact_on=counted.last_contact_on,
        moved=_promises(by_id, moved.rows), moved_count=moved.count,
        advanced=_touches(by_id, advanced), advanced_count=advanced.count,
        ended=_decisions(by_id, ended), ended_count=ended.count,
        uncontacted=[by_id[deal] for deal, _ in uncontacted.rows], uncontacted_count=uncontacted.count,
        unagreed=[by_id[deal] for deal, _ in unagreed.rows], unagreed_count=unagreed.count,
        unknown=[by_id[deal] for deal, _ in unknown.rows], unknown_count=unknown.count,
    )  # fmt: skip


def _few(found: Found, most: int) -> Found:
    """The first few of many; one more is shown itself, since "and 1 more" takes as much room."""
    return found if found.count <= most + 1 else Found(found.rows[:most], found.count)


def _histories(exchange: Exchange, found: Iterable[_Rows]) -> dict[int, History]:
    """Of every deal that is shown."""
    histories = exchange.store.history.many(sorted({deal for rows in found for deal, _ in rows}))
    return {
        id_: with_colleagues(history, history.deal.owner_id, lambda: exchange.names)
        for id_, history in histories.items()
    }


def _owed_by(owed: Mapping[int, Mapping[Side, Owed]], side: Side) -> tuple[int, int]:
    """(open, passed) of all of them."""
    each = [by_side[side] for by_side in owed.values() if side in by_side]
    return sum(one.open for one in each), sum(one.passed for one in each)


def _promises(by_id: Mapping[int, History], rows: _Rows) -> list[tuple[History, Commitment]]:
    return [(by_id[deal], one) for deal, id_ in rows for one in by_id[deal].commitments if one.id == id_]


def _touches(by_id: Mapping[int, History], found: Found) -> list[tuple[History, Touch]]:
    return [(by_id[deal], one) for deal, id_ in found.rows for one in by_id[deal].touches if one.id == id_]


def _decisions(by_id: Mapping[int, History], found: Found) -> list[tuple[History, Decision]]:
    return [(by_id[deal], one) for deal, id_ in found.rows for one in by_id[deal].decisions if one.id == id_]
