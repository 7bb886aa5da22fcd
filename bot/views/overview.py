"""Where several deals stand, in one layout: a rep's, a team's, a stage's, a time's. Each line has its day and its source.

What they owe, what we owe, what slipped, what moved on, what ended, where nothing is agreed, of whom nobody knows. Names are
in the order of their days; nobody is ranked (S9).
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from bot.cards import Block, Button, Buttons, Line, Reply, Text, Tone
from bot.days import written
from bot.model import Commitment, Decision, DecisionKind, History, Member, Outcome, Side, Touch, Turn, TurnKind
from bot.playbook.overview import Overview, Promises, taken_on, unknown_since
from bot.playbook.results import is_heard, is_sign_of_life
from bot.views.asking import note
from bot.views.naming import deal_and_contact, people, promised_by

ONLY_YOU = "Only you see this answer. Each deal is seen by who has it and whoever leads them."
STAGE_SOURCE = "the call logs, and your CRM for the stage"
_KEPT = {TurnKind.kept: "kept", TurnKind.moved: "moved", TurnKind.broken: "not kept"}
_ENDED = {DecisionKind.won: "won", DecisionKind.lost: "lost", DecisionKind.let_go: "let go"}
_Others = Mapping[int, str]


@dataclass(frozen=True)
class About:
    """What is asked about: its title, whose deals are told apart by a name, who sees the answer, and ways on."""

    title: str
    others: _Others
    seen: str
    buttons: tuple[Button, ...] = ()
    source: str = "the call logs"
    before: str = ""


def rep_title(name: str, count: int, *, inactive: bool) -> str:
    return f"{name}{', inactive' if inactive else ''}: {_deals(count)}"


def stage_title(stage: str, count: int) -> str:
    return f"In “{stage}”: {_deals(count)}"


def period_title(text: str, first: date, last: date, today: date) -> str:
    days = written(first, today) if first == last else f"{written(first, today)} to {written(last, today)}"
    named = text[:1].upper() + text[1:]
    return f"{named}: {days}"


def rep_today(due: int, away_until: date | None, today: date) -> str:
    """ "Today: 8 due. Away until Tue 17 March." """
    away = f" Away until {written(away_until, today)}." if away_until else ""
    return f"Today: {due or 'nothing'} due.{away}"


def rep_buttons(member: Member) -> tuple[Button, ...]:
    return (Button("All deals", f"deals {member.name}"), Button("Last week", "where period last week"))


def seen_by_names(names: Sequence[str]) -> str:
    return f"Visible to {people(list(names))}." if names else ""


def no_stage(name: str, stages: Sequence[str]) -> Reply:
    if not stages:
        return note("No open deal of yours has a stage: it comes with an import from your CRM.")
    buttons = (Button(stage, f"where stage {stage}") for stage in stages[:8])
    return note(f"No open deal of yours is in “{name[:40]}”. These stages are on record:", *buttons)


def card_blocks(found: Overview, about: About, today: date) -> tuple[Block, ...]:
    begin = (Text(about.before),) if about.before else ()
    end = (Buttons(about.buttons),) if about.buttons else ()
    return (*begin, *blocks(found, about, today), *end)


def blocks(found: Overview, about: About, today: date) -> tuple[Block, ...]:
    since, others = _time(found, today), about.others
    then = ", due in that time" if found.is_period else ""
    return (
        *_owed(f"They owe{then}", found.promises[Side.theirs], others, today, since),
        *_owed(f"We owe{then}", found.promises[Side.ours], others, today, since),
        *_part(f"Moved or not kept{since}", found.moved_count, [_slipped(*one, found, others, today) for one in found.moved]),
        *_part(f"Advanced{since}", found.advanced_count, [_advanced(*one, others, today) for one in found.advanced]),
        *_part(f"Won, lost or let go{since}", found.ended_count, [_ended(*one, others, today) for one in found.ended]),
        *_names("No agreed next step", found.unagreed_count, [_last(one, others, today) for one in found.unagreed]),
        *_names("Nobody knows where they stand", found.unknown_count, [_unknown(one, others, today) for one in found.unknown]),
        Text(_source(found, about, today), Tone.quiet),
    )  # fmt: skip


def _owed(lead: str, side: Promises, others: _Others, today: date, since: str) -> list[Block]:
    late = "all" if 1 < side.passed == side.open else side.passed
    passed = f", {late} past {'its' if side.passed == 1 else 'their'} day" if side.passed else ""
    became = ", ".join(f"{count} {_KEPT[kind]}" for kind in _KEPT if (count := side.turned.get(kind, 0)))
    heading = f"{lead}: {side.open or 'nothing'}{passed}{f';{since} {became}' if became else ''}"
    lines = [_promise(history, promise, others, today) for history, promise in side.shown]
    return [_heading(heading, lines), *lines, *_more(side.open - len(lines))]


def _part(lead: str, count: int, lines: Sequence[Line]) -> list[Block]:
    return [_heading(f"{lead}: {count or 'nothing'}", lines), *lines, *_more(count - len(lines))]


def _names(lead: str, count: int, named: Sequence[str]) -> list[Block]:
    """Names with their days, in one paragraph: a list of them is nothing to work through here."""
    if not count:
        return [_heading(f"{lead}: none", ())]
    more = f"; and {count - len(named)} more" if count > len(named) else ""
    return [Text(f"{lead}: {count}", Tone.strong), Text(f"{'; '.join(named)}{more}.")]


def _heading(text: str, lines: Sequence[Line]) -> Text:
    return Text(text, Tone.strong if lines else Tone.plain)


def _more(count: int) -> list[Block]:
    return [Text(f"and {count} more", Tone.quiet)] if count > 0 else []


def _promise(history: History, promise: Commitment, others: _Others, today: date) -> Line:
    moved = {0: "", 1: ", moved once"}.get(promise.moves, f", moved {promise.moves} times")
    made = f"; promised {written(promise.made_on, today)}{promised_by(history, promise)}"
    line = _line(history, f"{promise.text}, {_due(promise, today)}{moved}{made}", others)
    name = _named(deal_and_contact(history), history, others)
    return replace(line, buttons=(Button("Where are we?", f"where {history.deal.id}", about=name),))


def _due(promise: Commitment, today: date) -> str:
    """Always with the day itself: it is compared with other lines, not acted on."""
    if promise.due_on is None:
        return "no day yet"
    return f"{'was due' if promise.due_on < today else 'due'} {written(promise.due_on, today)}"


def _slipped(history: History, promise: Commitment, found: Overview, others: _Others, today: date) -> Line:
    turn = _last_slip(promise, found)
    who = "they were to" if promise.side is Side.theirs else "we were to"
    if turn is None or turn.kind is TurnKind.broken:
        day = f"; told {written(turn.on, today)}" if turn else ""
        return _line(history, f"{who} {promise.text}: not kept{day}", others)
    by = {Side.theirs: " by them", Side.ours: " by us"}.get(turn.moved_by or promise.side, "")
    to = f" to {written(turn.due_on, today)}" if turn.due_on else ""
    return _line(history, f"{who} {promise.text}: moved{to}{by} on {written(turn.on, today)}", others)


def _last_slip(promise: Commitment, found: Overview) -> Turn | None:
    slips = (t for t in reversed(promise.turns) if t.kind in {TurnKind.moved, TurnKind.broken})
    return next((turn for turn in slips if found.first <= turn.on <= found.last), None)


def _advanced(history: History, touch: Touch, others: _Others, today: date) -> Line:
    theirs = taken_on(history, touch)
    by = theirs and (theirs.first_due_on or theirs.due_on)  # as it was said then
    due = f" by {written(by, today)}" if by else ""
    what = f"they will {theirs.text}{due}" if theirs else f"“{touch.said}”" if touch.said else touch.note
    how = "they got in touch" if touch.inbound else "call" if is_sign_of_life(touch) else "message"
    return _line(history, f"{how} {written(touch.on, today)}{f': {what}' if what else ''}", others)


def _ended(history: History, decision: Decision, others: _Others, today: date) -> Line:
    why = f": {decision.reason}" if decision.reason else ""
    return _line(history, f"{_ENDED[decision.kind]} {written(decision.on, today)}{why}", others)


def _line(history: History, said: str, others: _Others) -> Line:
    return Line(f"{_named(deal_and_contact(history), history, others)}: {said}")


def _last(history: History, others: _Others, today: date) -> str:
    heard = [touch.on for touch in history.touches if is_heard(touch) and touch.outcome is not Outcome.no_show]
    last = heard[-1] if heard else history.deal.crm_contact_on
    return f"{_named(history.deal.label, history, others)}, {f'last contact {written(last, today)}' if last else 'no contact yet'}"


def _unknown(history: History, others: _Others, today: date) -> str:
    since = unknown_since(history)
    return f"{_named(history.deal.label, history, others)}{f' since {written(since, today)}' if since else ''}"


def _named(label: str, history: History, others: _Others) -> str:
    owner = others.get(history.deal.owner_id, "")
    return f"{label} ({owner})" if owner else label


def _time(found: Overview, today: date) -> str:
    """ " since Mon 9 March"; a card about a time has it in its title."""
    return "" if found.is_period else f" since {written(found.first, today)}"


def _source(found: Overview, about: About, today: date) -> str:
    last = found.last_contact_on
    log = (
        f"Source: {about.source}, last contact {written(last, today)}."
        if last
        else "Source: the deal lists; no call is on record."
    )
    return f"{log} {about.seen}".strip()


def _deals(count: int) -> str:
    return f"{count or 'no'} open deal{'s' if count != 1 else ''}"


def which(reps: Sequence[Member], deals: Sequence[tuple[int, str]]) -> tuple[Line, ...]:
    """A rep and somebody at a customer's of one name: told apart by what they are."""
    people_ = tuple(
        Line(f"{m.name}, who sells here", buttons=(Button("This one", f"where rep {m.id}", m.name),)) for m in reps
    )
    return (*people_, *(Line(label, buttons=(Button("This one", f"where {id_}", label),)) for id_, label in deals))
