"""Where several deals stand, in one layout: a rep's, a team's, a stage's, a time's. Each line has its day and its source.

What we owe, what they owe, what was moved, who promised a step, what ended, who was never reached, where nothing is agreed, of
whom nobody knows. Names are in the order of their days; nobody is ranked (S9).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from bot.cards import Block, Button, Buttons, Card, Line, Reply, Text, Tone
from bot.days import written
from bot.model import Decision, History, Member, Side, TurnKind
from bot.playbook.overview import Overview, Promises
from bot.views import overview_lines as lines
from bot.views.alike import whole_names
from bot.views.asking import note
from bot.views.happened import MOVED, NO_CONTACT, PROMISED, last_slip, late_by_now, moved, promised
from bot.views.naming import BY_CONTACT, people, the_first

STAGE_SOURCE = "the call logs, and your CRM for the stage"
NOTHING_AGREED = "No next call or meeting agreed"
NOBODY_KNOWS = "No one has said where these stand"
SHOW_EVERYTHING = "Show every line"


@dataclass(frozen=True)
class About:
    """What is asked about: its title, whose deals are told apart by a name, who sees the answer, and ways on.

    `everything` shows what was left out; it is empty where nothing was.
    """

    title: str
    others: lines.Others
    seen: str
    buttons: tuple[Button, ...] = ()
    source: str = "the call logs"
    before: str = ""
    ask: tuple[Button, ...] = ()
    everything: str = ""


def rep_title(name: str, count: int, today: date, *, inactive: bool) -> str:
    return f"{name}{', inactive' if inactive else ''}, {written(today, today)}: {_deals(count)}"


def stage_title(stage: str, count: int, today: date) -> str:
    return f"In “{stage}”, {written(today, today)}: {_deals(count)}"


def period_title(whose: str, text: str, first: date, last: date, today: date) -> str:
    """ "Your team, last week: Mon 2 March to Sun 8 March"."""
    days = written(first, today) if first == last else f"{written(first, today)} to {written(last, today)}"
    return f"{whose}, {text[:1].lower()}{text[1:]}: {days}"


def rep_buttons(member: Member) -> tuple[Button, ...]:
    return (
        Button("All deals in a table", f"deals {member.id}"),
        Button("Last week", f"where rep {member.id} last week"),
    )


def team_buttons() -> tuple[Button, ...]:
    return (Button("Last week", "where period last week"), Button("As charts", "chart team"))


def period_buttons(member: Member, *, leads: bool, of_other: bool = False) -> tuple[Button, ...]:
    """What is open now has a view of its own: the team's, or that of whose time it is."""
    own = Button("Their deals today" if of_other else "My deals today", f"where rep {member.id}")
    return (Button("The team today", "where is my team?") if leads else own,)


def seen_by_names(names: Sequence[str]) -> str:
    return f"Visible to {people(list(names))}." if names else ""


def no_stage(name: str, stages: Sequence[str]) -> Reply:
    if not stages:
        return note("No open deal of yours has a stage: it comes with an import from your CRM.")
    buttons = (Button(stage, f"where stage {stage}") for stage in stages[:8])
    return note(f"No open deal of yours is in “{name[:40]}”. These stages are on record:", *buttons)


def card_blocks(found: Overview, about: About, today: date) -> tuple[Block, ...]:
    ways = (*_everything(found, about), *about.buttons)
    return (
        *((Text(about.before),) if about.before else ()),
        *((Buttons(about.ask),) if about.ask else ()),
        *_both_owe(found, about, today),
        *_happened(found, about.others, today),
        *_open_questions(found, about.others, today),
        Text(_source(found, about, today), Tone.quiet),
        *((Buttons(ways),) if ways else ()),
    )


def _both_owe(found: Overview, about: About, today: date) -> list[Block]:
    """What is ours first, as everywhere: that is in our own hands."""
    sides = [found.promises[side] for side in (Side.ours, Side.theirs)]
    if not any(side.open or side.turned for side in sides):
        is_over = found.is_period and found.last < today
        return [
            Text(
                f"Nothing {'was' if is_over else 'is'} owed{' in that time' if found.is_period else ''}, on either side."
            )
        ]
    return [*_owed(found, Side.ours, about, today), *_owed(found, Side.theirs, about, today)]


def _owed(found: Overview, whose: Side, about: About, today: date) -> list[Block]:
    side = found.promises[whose]
    shown = [lines.of_promise(history, promise, about.others, today) for history, promise in side.shown]
    lead = "They" if whose is Side.theirs else "We"
    is_over = found.is_period and found.last < today
    heading = _owed_then(lead, side) if is_over else _owed_now(lead, side, found, today)
    first = the_first(len(shown), side.open) if shown else ""
    return [Text(f"{heading}{first}", Tone.strong if shown else Tone.plain), *shown]


def _owed_now(lead: str, side: Promises, found: Overview, today: date) -> str:
    """ "They owe: 18, all of them late; kept since Mon 2 March: 1"."""
    kept = side.turned.get(TurnKind.kept, 0)
    many = "" if side.open == 1 else "all of them " if side.late == side.open else f"{side.late} of them "
    late = f", {many}late" if side.late else ""
    then = " in that time" if found.is_period else ""
    return f"{lead} owe{then}: {side.open or 'nothing'}{late}{f'; kept{_time(found, today)}: {kept}' if kept else ''}"


def _owed_then(lead: str, side: Promises) -> str:
    """Of a time that is over, in figures that add up: "They owed 7: 6 still open, 1 moved to another day", "We owed 1: kept"."""
    kept, broken = side.turned.get(TurnKind.kept, 0), side.turned.get(TurnKind.broken, 0)
    figures = {
        "still open": side.open,
        "kept": kept,
        "not kept": broken,
        "moved to another day": side.given_another_day,
    }
    told = [(what, many) for what, many in figures.items() if many]
    count = sum(figures.values())
    if len(told) == 1:
        return f"{lead} owed {count}: {'all ' if count > 1 else ''}{told[0][0]}"
    return (
        f"{lead} owed {count}: {', '.join(f'{many} {what}' for what, many in told)}" if told else f"{lead} owed nothing"
    )


def _happened(found: Overview, others: lines.Others, today: date) -> list[Block]:
    """What there is to tell of that time; what did not happen is one line together. Of days to come there is nothing yet."""
    if found.first > today:
        return []
    put_off = [
        lines.told(one, moved(promise, last_slip(promise, found.first, found.last), today), others)
        for one, promise in found.moved
    ]
    steps = [lines.told(one, promised(one, touch, today), others) for one, touch in found.advanced]
    endings = [lines.of_ending(*one, others, today) for one in found.ended]
    late = late_by_now(found.advanced, len(steps), today, is_cut=found.advanced_count > len(steps))
    parts = (
        (MOVED, found.moved_count, put_off, ""),
        (PROMISED, found.advanced_count, steps, late),
        ("Won, lost or let go", found.ended_count, endings, ""),
    )
    since, by = _time(found, today), "newest on top"
    told = [
        block
        for lead, count, shown, then in parts
        if count
        for block in _part(f"{lead}{since}", count, shown, by, then)
    ]
    return told or [Text(f"Nothing was moved, promised or ended{since or ' in that time'}.")]


def endings_card(
    when: str, endings: Sequence[tuple[History, Decision]], count: int, others: lines.Others, today: date
) -> Card:
    shown = [lines.of_ending(*one, others, today) for one in endings]
    title = f"Won, lost or let go {when}: {count}{the_first(len(shown), count, 'newest on top') if shown else ''}"
    more = Buttons((Button(f"What else happened {when}?", f"where period {when}"),))
    return Card(title if count else f"Nothing was won, lost or let go {when}", (*shown, more))


def _open_questions(found: Overview, others: lines.Others, today: date) -> list[Block]:
    """As of today, so a time that is looked back on has none. A deal that nobody has reached stands once."""
    if found.is_period:
        return []
    parts = (
        (NO_CONTACT, found.uncontacted_count, "longest on the list", [lines.not_reached(one, others, today) for one in found.uncontacted]),
        (NOTHING_AGREED, found.unagreed_count, BY_CONTACT, [lines.last_heard(one, others, today, "last contact") for one in found.unagreed]),
        (NOBODY_KNOWS, found.unknown_count, "longest on the list", [lines.last_heard(one, others, today, "no contact since") for one in found.unknown]),
    )  # fmt: skip
    return [block for lead, count, by, shown in parts if count for block in _part(lead, count, shown, by)]


def _part(lead: str, count: int, shown: Sequence[Line], by: str, then: str = "") -> list[Block]:
    return [Text(f"{lead}: {count}{the_first(len(shown), count, by)}{then}", Tone.strong), *shown]


def _everything(found: Overview, about: About) -> tuple[Button, ...]:
    """One button for all parts that were cut."""
    counted = (
        *((side.open, side.shown) for side in found.promises.values()),
        (found.moved_count, found.moved), (found.advanced_count, found.advanced), (found.ended_count, found.ended),
        (found.unagreed_count, found.unagreed), (found.unknown_count, found.unknown),
        (found.uncontacted_count, found.uncontacted),
    )  # fmt: skip
    is_cut = any(count > len(shown) for count, shown in counted)
    return (Button(SHOW_EVERYTHING, about.everything),) if is_cut and about.everything else ()


def _time(found: Overview, today: date) -> str:
    """ " since Mon 9 March"; a card about a time has it in its title."""
    return "" if found.is_period else f" since {written(found.first, today)}"


def _source(found: Overview, about: About, today: date) -> str:
    last = found.last_contact_on
    has_log = any(side.open for side in found.promises.values())  # also of deals that were won
    none = f"Source: {about.source}." if has_log else "Source: the deal lists; no call is on record."
    log = f"Source: {about.source}, last contact {written(last, today)}." if last else none
    return f"{log} {about.seen}".strip()


def _deals(count: int) -> str:
    return f"{count or 'no'} open deal{'s' if count != 1 else ''}"


def which(reps: Sequence[Member], deals: Sequence[tuple[int, str]], *, shared: bool = False) -> tuple[Line, ...]:
    """A rep and somebody at a customer's of one name: told apart by what they are."""
    names = whole_names(reps, openly=shared)
    people_ = tuple(
        Line(f"{names[one.id]}, who sells here", buttons=(Button("This one", f"where rep {one.id}", names[one.id]),))
        for one in reps
    )
    return (*people_, *(Line(label, buttons=(Button("This one", f"where {id_}", label),)) for id_, label in deals))
