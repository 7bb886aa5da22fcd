"""The organisation's figures (H7): shown to everybody; an admin sees what a new one would do, and saves it as an act."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from bot.cards import Card, Reply, Text
from bot.commands.policy import SaveFigures, TryFigures
from bot.conversation.exchange import Exchange
from bot.days import written
from bot.model import Policy, Role, first_name
from bot.playbook.agenda import due_today
from bot.playbook.cadence import working_day_after
from bot.playbook.figures import CURRENCY, FIGURES, OF_THE_STANDING, Figure, Unit, changed, clashes, is_within
from bot.reading.typed import figures as reading
from bot.views import policy as views
from bot.views.asking import note
from bot.views.people import only_an_admin


def show(exchange: Exchange, *, left: bool) -> Reply:
    if left:
        return note(views.UNCHANGED)
    return Reply(views.policy_card(exchange.policy, _news(exchange), may_change=_is_admin(exchange)))


def changed_so_far(exchange: Exchange) -> Card:
    """Of the figures only those that somebody changed."""
    news, policy = _news(exchange), exchange.policy
    return views.changed_card([(name, f"{views.said(FIGURES[name], policy)} ({told})") for name, told in news.items()])


def try_out(exchange: Exchange, command: TryFigures) -> Reply:
    """What would come of it; nothing is written."""
    if not _is_admin(exchange):
        return _refused(exchange)
    standing = {name: views.said(figure, exchange.policy) for name, figure in FIGURES.items()}
    if not command.wanted:
        return Reply(views.form_card(), views.form(standing))
    wanted = {n: v for n, v in command.wanted if not command.filled_in or v != standing[n]}
    fields, errors = read(wanted, exchange.policy, beside=command.filled_in)
    if errors and command.filled_in:
        return Reply(views.marked(), views.form({**standing, **wanted}, errors))
    if errors:
        return note(next(iter(errors.values())))
    after = changed(exchange.policy, fields)
    changes = _changes(exchange.policy, after)
    if not changes:
        return note(views.ALREADY)
    moves = OF_THE_STANDING & {change.figure.name for change in changes}
    day = working_day_after(exchange.today)
    told = views.next_day(day, exchange.today)
    return Reply(views.preview(changes, _dues(exchange, after) if moves else None, told))


def save(exchange: Exchange, command: SaveFigures) -> Reply:
    """Saves what was shown. When a figure was changed meanwhile, what it would do now is shown instead."""
    if not _is_admin(exchange):
        return _refused(exchange)
    exchange.store.hold_policy()
    policy = exchange.policy
    fields, errors = read({name: value for name, value, _ in command.wanted}, policy)
    if errors:
        return note(next(iter(errors.values())))
    changes = _changes(policy, changed(policy, fields))
    if not changes:
        return note(views.ALREADY)
    shown, _ = _fields({name: before for name, _, before in command.wanted}, policy)
    if any(getattr(policy, name) != value for name, value in shown.items()):
        again = try_out(exchange, TryFigures(tuple((name, value) for name, value, _ in command.wanted))).card
        return Reply(replace(again, blocks=(Text(views.changed_meanwhile(changes)), *again.blocks)))
    act_id = exchange.act(views.summary(changes))
    new = exchange.store.figures.change(act_id, fields)
    exchange.store.follow_policy(new, exchange.today)
    return views.saved(changes, act_id)


def why_not_back(exchange: Exchange, act_id: int) -> str:
    """Why the member may not take back an act that changed figures; empty when they may, or it changed none."""
    before = exchange.store.figures.without(act_id)
    if not before:
        return ""
    if not _is_admin(exchange):
        return _only_an_admin(exchange)
    after = changed(exchange.policy, before)
    pairs = list(clashes(after, before))
    return views.clashes_back(pairs, after) if pairs else ""


def read(wanted: Mapping[str, str], policy: Policy, *, beside: bool = False) -> tuple[dict[str, Any], dict[str, str]]:
    """The fields of the policy as they would be, and by figure what is wrong; `beside`: said beside its field of a form."""
    fields, wrong = _fields(wanted, policy)
    errors = {
        figure.name: views.wrong(figure) if beside else views.not_so(figure, policy) for figure in wrong if figure
    }
    if None in wrong:
        errors[""] = views.unknown(next(text for name, text in wanted.items() if name not in FIGURES))
    after = changed(policy, fields)
    for less, more in clashes(after, fields) if not errors else ():
        named = less if less.name in fields else more
        errors.setdefault(named.name, views.clashing(less, more, named, after))
    return fields, errors


def _fields(wanted: Mapping[str, str], policy: Policy) -> tuple[dict[str, Any], list[Figure | None]]:
    """What was understood, and the figures that were not; None for one that nobody knows."""
    fields: dict[str, Any] = {}
    wrong: list[Figure | None] = []
    for name, text in wanted.items():
        figure = FIGURES.get(name)
        value = _value(figure, text, policy) if figure else None
        fields |= value or {}
        wrong += [] if value else [figure]
    return fields, wrong


def _value(figure: Figure, text: str, policy: Policy) -> dict[str, Any] | None:
    if figure.unit is Unit.money:
        found = reading.rate(text)
        if found is None or not is_within(figure, found[0]):
            return None
        return {figure.name: found[0], CURRENCY: (found[1] or policy.currency) if found[0] else ""}
    number = reading.count(text, figure.unit)
    return {figure.name: number} if number is not None and is_within(figure, number) else None


def _changes(policy: Policy, after: Policy) -> list[views.Change]:
    both = ((figure, views.said(figure, policy), views.said(figure, after)) for figure in FIGURES.values())
    return [views.Change(figure, was, becomes) for figure, was, becomes in both if was != becomes]


def _dues(exchange: Exchange, after: Policy) -> views.Dues:
    """Counted from what is recorded, without a word of it: an admin need not see a deal."""
    today, then = exchange.today, working_day_after(exchange.today)
    policy, every, now, as_it_is, as_it_would_be = exchange.policy, 0, 0, 0, 0
    for histories in exchange.store.open_histories():
        every += len(histories)
        due = [history for history in histories if due_today(history, policy, then)]
        as_it_is += len(due)
        now += sum(due_today(history, policy, today) is not None for history in due)  # what is due stays due
        as_it_would_be += sum(due_today(history, after, then) is not None for history in histories)
    return views.Dues(every, now, as_it_is, as_it_would_be)


def _news(exchange: Exchange) -> dict[str, str]:
    """By figure that was changed: by whom, when, and what it was."""
    told = {}
    for name, decided in exchange.store.figures.decided().items():
        if name in FIGURES:
            who = first_name(exchange.names.get(decided.member_id, ""), "somebody")
            day = written(decided.at.astimezone(exchange.zone).date(), exchange.today)
            before = views.said(FIGURES[name], changed(Policy(), decided.before))
            told[name] = views.news(who, day, before)
    return told


def _is_admin(exchange: Exchange) -> bool:
    return exchange.member.role is Role.admin


def _refused(exchange: Exchange) -> Reply:
    return note(_only_an_admin(exchange))


def _only_an_admin(exchange: Exchange) -> str:
    exchange.refuse()
    return only_an_admin([member.name for member in exchange.store.members.all() if member.role is Role.admin])
