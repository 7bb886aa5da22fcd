"""The list of what is due: asked for, or sent as the morning digest. A press on a line changes the list in place."""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from bot.cards import Card, Line, Reply
from bot.conversation import lines_waiting, monday
from bot.conversation.exchange import Exchange
from bot.conversation.gone import all_gone
from bot.model import Act, Commitment, Decision, DecisionKind, History, Member, Muted, NextStep, Touch, first_name
from bot.playbook.agenda import Due, Group, agenda, closing, due_today
from bot.store import Digest
from bot.views.followups import FOLLOWUPS_KEY, Part, followups_card
from bot.views.handing import has_left, packs_wait, taken_care_of
from bot.views.headings import Entry, Settled
from bot.views.spans import FIRST, Span, list_and_span
from bot.worktime import closes_week, is_muted

DIGEST_KEY = "digest:"
KINDS = {Group.theirs: Muted.theirs, Group.touch: Muted.talk, Group.closing: Muted.talk}
_ENDS = frozenset({DecisionKind.let_go, DecisionKind.keep})


def is_list(key: str) -> bool:
    """Whether a card with this key is a list of what is due, and so changes in place."""
    name, _ = list_and_span(key)
    return name == FOLLOWUPS_KEY or name.startswith(DIGEST_KEY)


def followups(exchange: Exchange, span: Span = FIRST) -> Reply:
    """A list that goes on does so below the one that was pressed on, which stays as it is."""
    if is_list(exchange.pressed_on) and span.first == 1:
        return changed_list(exchange, span)
    digest = digest_named(exchange, list_and_span(exchange.pressed_on)[0])
    if digest:
        return Reply(digest_card(exchange, digest, span))
    compact, waits = exchange.member.compact, lines_waiting.waiting(exchange)
    lines = due_lines(exchange)
    team = monday.part_now(exchange) if span.first == 1 else Part()
    card = followups_card(lines, exchange.policy, exchange.today, span=span, compact=compact, waiting=waits, team=team)
    return Reply(card)


def due_lines(exchange: Exchange) -> tuple[Due, ...]:
    """What is due of the member's own deals, by a few set-based queries; on their closing day what is to be closed too."""
    ids = exchange.store.deals.due([exchange.member.id], exchange.today)
    histories = [exchange.with_house(exchange.as_read(found)) for found in exchange.store.history.many(ids).values()]
    due = agenda(histories, exchange.policy, exchange.today)
    is_closing_day = closes_week(exchange.today, exchange.member)
    to_close = closing(histories, exchange.policy, exchange.today) if is_closing_day else ()
    return (*due, *covered_lines(exchange), *to_close)


def covered_lines(exchange: Exchange) -> tuple[Due, ...]:
    """What is due of those whom the member covers, marked as theirs; what is to be closed waits for its owner."""
    if not exchange.covered:
        return ()
    ids = exchange.store.deals.due(sorted(exchange.covered), exchange.today)
    histories = [exchange.with_house(exchange.as_read(found)) for found in exchange.store.history.many(ids).values()]
    return tuple(_marked(exchange, due) for due in agenda(histories, exchange.policy, exchange.today))


def _marked(exchange: Exchange, due: Due) -> Due:
    owner_id = due.history.deal.owner_id
    name = first_name(exchange.names.get(owner_id, ""), "a colleague") if owner_id in exchange.covered else ""
    return replace(due, of=name) if name else due


def changed_list(exchange: Exchange, wanted: Span | None = None, *, remark: str = "") -> Reply:
    """The list that was pressed on, as much of it as it shows or as is `wanted`, as it stands now: what was dealt with is
    ticked, with a way back."""
    key = exchange.pressed_on
    name, shows = list_and_span(key)
    span = wanted or shows
    digest = digest_named(exchange, name)
    if digest:
        return Reply(digest_card(exchange, digest, span, remark=remark), replaces=key)
    ticked: list[Settled] = []
    for act_id in exchange.acts[-1:]:
        act = exchange.store.acts.one(act_id)
        deals = exchange.store.history.many(exchange.store.acts.deals_of(act_id))
        ticked = [_settled(history, _group(history, act), act) for history in deals.values() if act]
    given = _last_given(exchange)
    ticked += [line for deal_id, act in given.items() for line in _given_away(deal_id, Group.touch, act)]
    compact = exchange.member.compact
    card = followups_card(
        due_lines(exchange),
        exchange.policy,
        exchange.today,
        ticked=ticked,
        span=span,
        compact=compact,
        remarks=[remark] if remark else (),
        waiting=lines_waiting.waiting(exchange),
        team=monday.part_now(exchange),
    )
    return Reply(card, replaces=key)


def _last_given(exchange: Exchange) -> dict[int, Act]:
    """By deal that was reached for and that the member gave away: the act."""
    if not exchange.gone:
        return {}
    given = all_gone(exchange).keys() & set(exchange.gone)
    return exchange.store.acts.last_on(given, exchange.member.id)


def digest_card(exchange: Exchange, digest: Digest, span: Span = FIRST, *, remark: str = "") -> Card:
    """A digest that was sent, brought up to date: the same lines, those dealt with since then ticked."""
    content = json.loads(digest.items)
    ids = {line["deal"] for line in content["lines"]}
    histories = exchange.store.history.many(exchange.store.deals.visible(ids, exchange.owners))
    done = _last_acts(exchange, histories.values())
    given_away = exchange.store.acts.last_on(ids - histories.keys(), exchange.member.id)
    entries: list[Entry] = []
    for line in content["lines"]:
        group, history = Group(line["group"]), histories.get(line["deal"])
        history = exchange.with_house(exchange.as_read(history)) if history else None
        entries += (
            _as_it_stands(exchange, history, group, line["promise"], _since(done.get(line["deal"]), digest))
            if history
            else _given_away(line["deal"], group, _since(given_away.get(line["deal"]), digest))
        )
    team = monday.part_as_it_stands(
        exchange, digest.local_date, content.get("asked", ()), is_monday=content.get("monday", False)
    )
    return followups_card(
        entries, exchange.policy, exchange.today, of_day=digest.local_date, key=f"{DIGEST_KEY}{digest.id}",
        span=span, compact=exchange.member.compact,
        remarks=[*([remark] if remark else []), *(content["remarks"] if span.first == 1 else ())],
        waiting=lines_waiting.waiting(exchange),
        team=replace(team, blocks=(*_asks(exchange, content), *team.blocks)),
    )  # fmt: skip


def _asks(exchange: Exchange, content: Mapping[str, Any]) -> list[Line]:
    """What is to be read of new deals; who had left when the list was sent, and whether what they had still waits."""
    left = content.get("left", ())
    packs = [packs_wait()] if content.get("packs") else []
    return [*packs, *_of_who_left(exchange, left)] if left else packs


def _of_who_left(exchange: Exchange, left: Sequence[int]) -> list[Line]:
    still = {one.member_id: one for one in exchange.store.books.left(exchange.now, left)}
    return [
        has_left(still[id_]) if id_ in still else taken_care_of(exchange.names.get(id_, "Somebody"))
        for id_ in left
    ]  # fmt: skip


def unmuted(lines: Iterable[Due], member: Member, today: date) -> tuple[Due, ...]:
    """Without the kinds that the member has paused; their own promises, and what was set for today, always stay."""
    return tuple(
        due for due in lines
        if due.group is Group.ours or due.is_today or not is_muted(member, KINDS[due.group], today)
    )  # fmt: skip


def items_of(
    lines: Iterable[Due], remarks: Sequence[str], *, is_monday: bool = False, asked: Sequence[int] = (),
    left: Sequence[int] = (), packs: bool = False,
) -> str:  # fmt: skip
    """What a digest remembers of its lines, as JSON: `{"lines": [{"deal", "group", "promise"}], "remarks"}`.

    Of a team it keeps only that its Monday stood there, which calls for help, and who had `left`: what they say is read
    when it is shown. `packs`: deals that came from colleagues were to be read.
    """
    rows = [
        {"deal": due.history.deal.id, "group": due.place.value, "promise": due.promise.id if due.promise else None}
        for due in lines
    ]
    team = {"monday": is_monday, "asked": list(asked)} if is_monday or asked else {}
    others = {**({"left": list(left)} if left else {}), **({"packs": True} if packs else {})}
    return json.dumps({"lines": rows, "remarks": list(remarks), **team, **others}, ensure_ascii=False)


def digest_named(exchange: Exchange, key: str) -> Digest | None:
    """Theirs of that key; None for any other."""
    number = key.removeprefix(DIGEST_KEY)
    if not key.startswith(DIGEST_KEY) or not number.isdecimal():
        return None
    digest = exchange.store.digests.one(int(number[:12]))
    return digest if digest and digest.member_id == exchange.member.id else None


def _as_it_stands(
    exchange: Exchange, history: History, group: Group, promise: int | None, done: Act | None
) -> list[Entry]:
    """A line of the list now: as it was, or ticked, with what is left to be kept there today."""
    due = due_today(history, exchange.policy, exchange.today)
    left: list[Entry] = [_marked(exchange, due)] if due else []
    if done is None or (due and due.place is group and (due.promise.id if due.promise else None) == promise):
        return left
    return [_settled(history, group, done), *(left if due and _holds_today(due, exchange.today) else [])]


def _holds_today(due: Due, today: date) -> bool:
    """Whether a word was given for today or before; a rhythm can wait."""
    return due.is_today or bool(due.promise and due.since <= today)


def _group(history: History, act: Act) -> Group:
    """Where a line stood that was dealt with."""
    ends = any(made.act_id == act.id and made.kind in _ENDS for made in history.decisions)
    return Group.closing if ends else Group.touch


def _given_away(deal_id: int, group: Group, done: Act | None) -> list[Settled]:
    """A line of a deal that is a colleague's now: how the member dealt with it, and nothing of what happened then."""
    return [Settled(done.summary[:1].upper() + done.summary[1:], group, done.id, deal_id)] if done else []


def _since(act: Act | None, digest: Digest) -> Act | None:
    """The act, if it came after the digest."""
    return act if act and act.at >= digest.decided_at else None


def _last_acts(exchange: Exchange, histories: Iterable[History]) -> dict[int, Act]:
    """By deal: the newest act that stands on it."""
    newest = {history.deal.id: max(ids) for history in histories if (ids := _act_ids(history))}
    acts = exchange.store.acts.some(newest.values())
    return {deal_id: acts[act_id] for deal_id, act_id in newest.items()}


def _act_ids(history: History) -> Sequence[int]:
    turns = [turn.act_id for promise in history.commitments for turn in promise.turns]
    rows: tuple[Touch | Commitment | NextStep | Decision, ...] = (
        *history.touches, *history.commitments, *history.next_steps, *history.decisions,
    )  # fmt: skip
    return [*turns, *(row.act_id for row in rows)]


def _settled(history: History, group: Group, act: Act) -> Settled:
    last = history.touches[-1] if history.touches else None
    modest = bool(last and last.act_id == act.id and last.assumed)
    summary = act.summary[:1].upper() + act.summary[1:]
    return Settled(summary, group, act.id, history.deal.id, asks_how=modest)
