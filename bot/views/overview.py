"""Where several deals stand, in one layout: a rep's, a team's, a stage's, a time's. Each line has its day and its source.

What they owe, what we owe, what was moved, who took a step, what ended, where nothing is agreed, of whom nobody knows. Names
are in the order of their days; nobody is ranked (S9).
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from bot.cards import Block, Button, Buttons, Line, Reply, Text, Tone
from bot.days import written
from bot.model import Commitment, Decision, DecisionKind, History, Member, Outcome, Side, Touch, Turn, TurnKind
from bot.playbook.overview import Overview, Promises, day_before, taken_on
from bot.playbook.parts import capital
from bot.playbook.results import is_heard, is_sign_of_life
from bot.views.asking import note
from bot.views.naming import OPEN_DEAL, deal_and_contact, people, promise_fact, promised_by, to_call

ONLY_YOU = "Only you see this answer. Each deal is seen by who has it and whoever leads them."
STAGE_SOURCE = "the call logs, and your CRM for the stage"
NOTHING_AGREED = "No next call or meeting agreed"
NOBODY_KNOWS = "No one has said where these stand"
SHOW_EVERYTHING = "Show everything"
_KEPT = {TurnKind.kept: "kept", TurnKind.moved: "moved", TurnKind.broken: "not kept"}
_ENDED = {DecisionKind.won: "won", DecisionKind.lost: "lost", DecisionKind.let_go: "let go"}
_Others = Mapping[int, str]


@dataclass(frozen=True)
class About:
    """What is asked about: its title, whose deals are told apart by a name, who sees the answer, and ways on.

    `everything` shows what was left out; it is empty where nothing was.
    """

    title: str
    others: _Others
    seen: str
    buttons: tuple[Button, ...] = ()
    source: str = "the call logs"
    before: str = ""
    everything: str = ""


def rep_title(name: str, count: int, today: date, *, inactive: bool) -> str:
    return f"{name}{', inactive' if inactive else ''}, {written(today, today)}: {_deals(count)}"


def stage_title(stage: str, count: int, today: date) -> str:
    return f"In “{stage}”, {written(today, today)}: {_deals(count)}"


def period_title(whose: str, text: str, first: date, last: date, today: date) -> str:
    """ "Your team, last week: Mon 2 March to Sun 8 March"."""
    days = written(first, today) if first == last else f"{written(first, today)} to {written(last, today)}"
    return f"{whose}, {text[:1].lower()}{text[1:]}: {days}"


def rep_today(due: int, away_until: date | None, today: date) -> str:
    """ "8 deals to call today. Away until Tue 17 March." """
    away = f" Away until {written(away_until, today)}." if away_until else ""
    return f"{capital(to_call(due))}.{away}"


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
    as_of_today = (Text(f"As of today, {written(today, today)}", Tone.strong),) if found.is_period else ()
    return (
        *_owed(found, Side.theirs, about, today),
        *_owed(found, Side.ours, about, today),
        *_part(f"Moved or not kept{since}", found.moved_count, [_slipped(*one, found, others, today) for one in found.moved]),
        *_part(f"They took a step{since}", found.advanced_count, [_advanced(*one, others, today) for one in found.advanced]),
        *_part(f"Won, lost or let go{since}", found.ended_count, [_ended(*one, others, today) for one in found.ended]),
        *as_of_today,
        *_names(NOTHING_AGREED, found.unagreed_count, [_contact(one, others, today, "last contact") for one in found.unagreed]),
        *_names(NOBODY_KNOWS, found.unknown_count, [_contact(one, others, today, "no contact since") for one in found.unknown]),
        *_everything(found, about),
        Text(_source(found, about, today), Tone.quiet),
    )  # fmt: skip


def _owed(found: Overview, whose: Side, about: About, today: date) -> list[Block]:
    side = found.promises[whose]
    lines = [_promise(history, promise, about.others, today) for history, promise in side.shown]
    lead = "They" if whose is Side.theirs else "We"
    is_over = found.is_period and found.last < today
    heading = _owed_then(lead, side) if is_over else _owed_now(lead, side, found, today)
    left = side.open > len(lines)
    show = Button(f"Show all {side.open}", about.everything) if about.everything else None
    more = (
        [Buttons((show,))]
        if left and show
        else [Text(f"and {side.open - len(lines)} more", Tone.quiet)]
        if left
        else []
    )
    return [_heading(heading, lines), *lines, *more]


def _owed_now(lead: str, side: Promises, found: Overview, today: date) -> str:
    """ "They owe: 18, all late; since Mon 2 March 1 moved"."""
    became = ", ".join(f"{count} {_KEPT[kind]}" for kind in _KEPT if (count := side.turned.get(kind, 0)))
    late = f", {'all' if 1 < side.late == side.open else side.late} late" if side.late else ""
    then = " in that time" if found.is_period else ""
    return f"{lead} owe{then}: {side.open or 'nothing'}{late}{f';{_time(found, today)} {became}' if became else ''}"


def _owed_then(lead: str, side: Promises) -> str:
    """Of a time that is over: "They owed 6: 6 still open; 1 moved", "We owed 1: kept"."""
    kept, broken, moved = (side.turned.get(kind, 0) for kind in (TurnKind.kept, TurnKind.broken, TurnKind.moved))
    count = side.open + kept + broken
    told = [f"{many}{' ' if many else ''}{what}" for many, what in (
        (side.open, "still open"), ("" if kept == count == 1 else kept, "kept"), ("" if broken == count == 1 else broken, "not kept"),
    ) if many != 0]  # fmt: skip
    elsewhere = f"; {moved} moved" if moved else ""
    return f"{lead} owed {count}: {', '.join(told)}{elsewhere}" if count else f"{lead} owed nothing{elsewhere}"


def _part(lead: str, count: int, lines: Sequence[Line]) -> list[Block]:
    left = count - len(lines)
    more = [Text(f"{left} more under “{SHOW_EVERYTHING}”", Tone.quiet)] if left else []
    return [_heading(f"{lead}: {count or 'nothing'}", lines), *lines, *more]


def _names(lead: str, count: int, named: Sequence[str]) -> list[Block]:
    """Names with their days, in one paragraph: a list of them is nothing to work through here."""
    if not count:
        return [_heading(f"{lead}: none", ())]
    more = f"; {count - len(named)} more under “{SHOW_EVERYTHING}”" if count > len(named) else ""
    return [Text(f"{lead}: {count}", Tone.strong), Text(f"{'; '.join(named)}{more}.")]


def _everything(found: Overview, about: About) -> list[Block]:
    """One button for all parts that were cut, so that the ways on still have room beside it on every platform."""
    counted = (
        (found.moved_count, found.moved), (found.advanced_count, found.advanced), (found.ended_count, found.ended),
        (found.unagreed_count, found.unagreed), (found.unknown_count, found.unknown),
    )  # fmt: skip
    is_cut = any(count > len(shown) for count, shown in counted)
    return [Buttons((Button(SHOW_EVERYTHING, about.everything),))] if is_cut and about.everything else []


def _heading(text: str, lines: Sequence[Line]) -> Text:
    return Text(text, Tone.strong if lines else Tone.plain)


def _promise(history: History, promise: Commitment, others: _Others, today: date) -> Line:
    line = _line(history, f"{promise_fact(promise, today)}{promised_by(history, promise)}", others)
    name = _named(deal_and_contact(history), history, others)
    return replace(line, buttons=(Button(OPEN_DEAL, f"where {history.deal.id}", about=name),))


def _slipped(history: History, promise: Commitment, found: Overview, others: _Others, today: date) -> Line:
    turn = _last_slip(promise, found)
    who = "they were to" if promise.side is Side.theirs else "we were to"
    if turn is None or turn.kind is TurnKind.broken:
        day = f"; told {written(turn.on, today)}" if turn else ""
        return _line(history, f"{who} {promise.text}: not kept{day}", others)
    by = {Side.theirs: " by them", Side.ours: " by us"}.get(turn.moved_by or promise.side, "")
    before = day_before(promise, turn)
    since = f" from {written(before, today)}" if before and turn.due_on else ""
    to = f" to {written(turn.due_on, today)}" if turn.due_on else ""
    return _line(history, f"{who} {promise.text}: moved{by}{since}{to}, on {written(turn.on, today)}", others)


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


def _contact(history: History, others: _Others, today: date, lead: str) -> str:
    """ "Acme (Tom), last contact Mon 2 March"."""
    heard = [touch.on for touch in history.touches if is_heard(touch) and touch.outcome is not Outcome.no_show]
    last = heard[-1] if heard else history.deal.crm_contact_on
    return f"{_named(history.deal.label, history, others)}, {f'{lead} {written(last, today)}' if last else 'no contact yet'}"


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
