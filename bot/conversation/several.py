"""Several at once: what waits to be closed let go or kept, what is due put off; one form, one confirmation, one undo."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

from bot.cards import Reply
from bot.commands.several import Several
from bot.conversation.ending import named_time
from bot.conversation.exchange import Exchange
from bot.days import written
from bot.model import DealState, DecisionKind
from bot.playbook.agenda import Due, Group, agenda, closing
from bot.playbook.catching_up import is_fixed
from bot.reading.typed.typeddates import typed_date
from bot.views import several as views
from bot.views.asking import note
from bot.views.touching import settled
from bot.worktime import next_working_day, roll

_KEEP_DAYS = timedelta(days=14)
_LONGEST_WHY = 200


@dataclass
class _Decided:
    """What was ticked, looked up anew, and by field what is wrong with it."""

    go: list[Due] = field(default_factory=list)
    keep: list[Due] = field(default_factory=list)
    later: list[Due] = field(default_factory=list)
    until: date | None = None
    day: date | None = None
    errors: dict[str, str] = field(default_factory=dict)

    @property
    def every(self) -> list[Due]:
        return [*self.go, *self.keep, *self.later]


def several(exchange: Exchange, command: Several) -> Reply:
    to_close, touches = _waiting(exchange)
    if not (to_close or touches):
        return note("Nothing waits that could be done together: nothing to close, and nothing due that can wait.")
    if not command.filled_in:
        return _ask(to_close, touches, _begun(exchange), {})
    found = _decided(exchange, command, to_close, touches)
    if found.errors:
        return _ask(to_close, touches, _typed(command), found.errors)
    return _done(exchange, command, found)


def _waiting(exchange: Exchange) -> tuple[list[Due], list[Due]]:
    """What waits to be closed, on whatever day it is asked, and what is due and neither promised nor agreed."""
    ids = exchange.store.deals.due([exchange.member.id], exchange.today)
    histories = [exchange.as_read(found) for found in exchange.store.history.many(ids).values()]
    due = agenda(histories, exchange.policy, exchange.today)
    touches = [one for one in due if one.group is Group.touch and not is_fixed(one)]
    return list(closing(histories, exchange.policy, exchange.today)), touches


def _begun(exchange: Exchange) -> dict[str, str]:
    """Days that are often meant stand there already."""
    until = roll(exchange.today + _KEEP_DAYS, exchange.member)
    return {
        "until": written(until, exchange.today),
        "day": written(next_working_day(exchange.today, exchange.member), exchange.today),
    }


def _typed(command: Several) -> dict[str, str]:
    ticked = {name: ",".join(map(str, getattr(command, name))) for name in ("go", "keep", "later")}
    return {**ticked, "why": command.why, "until": command.until, "day": command.day}


def _ask(to_close: Sequence[Due], touches: Sequence[Due], filled: dict[str, str], errors: dict[str, str]) -> Reply:
    return Reply(views.several_note(to_close, touches), views.several_form(to_close, touches, filled, errors))


def _decided(exchange: Exchange, command: Several, to_close: Sequence[Due], touches: Sequence[Due]) -> _Decided:
    """Only what still waits counts; whatever was dealt with meanwhile is passed over."""
    known = {due.history.deal.id: due for due in (*to_close, *touches)}
    go, keep, later = (
        [known[id_] for id_ in ticked if id_ in known] for ticked in (command.go, command.keep, command.later)
    )
    found = _Decided(go, keep, later)
    first = "go" if to_close else "later"
    if not found.every:
        found.errors[first] = views.TICK_ONE
    labels = [due.history.deal.label for due in found.every]
    twice = [label for label in dict.fromkeys(labels) if labels.count(label) > 1 and _is_twice(found, label)]
    if twice:
        found.errors["keep" if found.keep else first] = views.twice(twice)
    if found.keep and not command.why:
        found.errors["why"] = views.WHY_KEPT
    if found.keep:
        found.until = _day(exchange, command.until, "until", found.errors)
    if found.later:
        found.day = _day(exchange, command.day, "day", found.errors)
    return found


def _is_twice(found: _Decided, label: str) -> bool:
    ids = [due.history.deal.id for due in found.every if due.history.deal.label == label]
    return len(ids) > len({*ids})


def _day(exchange: Exchange, text: str, name: str, errors: dict[str, str]) -> date | None:
    read = typed_date(text, exchange.today, day_first=exchange.day_first) if text else None
    if read is None or read.problem or read.on is None or read.choices:
        errors[name] = "One day, please: 3 April, Mon, in 3 days"
        return None
    on = roll(read.first_on or read.on, exchange.member)
    if on <= exchange.today:
        errors[name] = "A day after today, please."
    return on


def _done(exchange: Exchange, command: Several, found: _Decided) -> Reply:
    """One act, whatever was ticked."""
    names = ([due.history.deal.label for due in some] for some in (found.go, found.keep, found.later))
    gone, kept, later = names
    until = written(found.until, exchange.today) if found.until else ""
    day = written(found.day, exchange.today) if found.day else ""
    said = views.done(gone, kept, until, later, day)
    act_id = exchange.act(said)
    rows = [row for due in found.go for row in _let_go(exchange, due)]
    rows += [
        _row(due, exchange.today, DecisionKind.keep, found.until, command.why[:_LONGEST_WHY]) for due in found.keep
    ]
    rows += [_row(due, exchange.today, DecisionKind.later, found.day, "") for due in found.later]
    exchange.store.history.add_decisions(act_id, exchange.member.id, rows)
    exchange.store.refresh(sorted(due.history.deal.id for due in found.every), exchange.today)
    return settled(said[:1].upper() + said[1:], act_id)


def _let_go(exchange: Exchange, due: Due) -> list[dict[str, object]]:
    """With the time for buying that they had named, on which it is open again, as a single let-go does."""
    why = due.standing.why if due.standing.state is DealState.let_go_due else ""
    named = named_time(exchange, due.history)
    window = [_row(due, exchange.today, DecisionKind.window, named.opens_on, named.words)] if named else []
    return [_row(due, exchange.today, DecisionKind.let_go, None, why), *window]


def _row(due: Due, today: date, kind: DecisionKind, until_on: date | None, reason: str) -> dict[str, object]:
    return {"deal_id": due.history.deal.id, "on": today, "kind": kind.value, "until_on": until_on, "reason": reason}
