"""A manager's Monday: each question in a line or two, with the names behind it (voice.md 3). What has nothing to say is not shown.

Facts and names, never a rank: figures of several reps stand together, and who is first is who waits longest.
"""

from collections.abc import Callable, Iterator, Sequence

from bot.cards import Block, Button, Buttons, Card, Line, Rest, Text, Tone
from bot.days import late
from bot.model import History, Result, Touch
from bot.playbook.monday import NAMED, OfDeal, Topic, few
from bot.views.happened import MOVED, NO_CONTACT, NOTHING_PROMISED, PROMISED, last_slip, late_by_now, moved, promised
from bot.views.helping import help_line
from bot.views.monday_figures import Team, buying, deals_of, figures, known
from bot.views.naming import BY_CONTACT, ONLY_YOU, OPEN_DEAL, shortened, the_first
from bot.views.overview import NOBODY_KNOWS, SHOW_EVERYTHING
from bot.views.team import no_call

_HELPED = 3  # calls for help that stand as lines of their own
_LATE_SHOWN = 3  # of each side, the oldest
_SILENT_SHOWN = 3
_BY_CONTACT = {Topic.no_step, Topic.unknown}  # their day is that of the last contact
_LATE = {Topic.ours_late: ("We are late", "owed late us"), Topic.theirs_late: ("They are late", "owed late them")}


def monday_card(team: Team) -> Card:
    title = f"Your team since {team.day(team.monday.since)}"
    blocks = team_blocks(team)
    if not blocks:
        blocks = [Text("Nothing to tell: nothing is late or waits for you, and every deal has its next day.")]
    others = (Button("The whole team", "where is my team"), Button("What came of our calls", "does it work"))
    way = "monday from" if team.monday.named == NAMED else "monday all from"
    return Card(title, (*blocks, Text(ONLY_YOU, Tone.quiet), Buttons(others)), rest=Rest(way))


def heading(team: Team) -> Text:
    """Above the team's part of a list."""
    return Text(f"Your team since {team.day(team.monday.since)}", Tone.strong)


def team_blocks(team: Team, ticked: Sequence[Line] = ()) -> list[Block]:
    """Calls for help first, with those that were taken up since: they wait for whoever reads this. Then who is silent, what is
    late, what else there is to know."""
    asked = team.monday.help
    helping = [help_line(one, team.names, team.today) for one in asked[:_HELPED]]
    more = [Text(f"And {len(asked) - _HELPED} more ask for your help: {deals_of(team, asked[_HELPED:])}.")]
    return [
        *_first(team),
        *helping,
        *ticked,
        *(more if len(asked) > _HELPED else []),
        *silent(team),
        *_late_parts(team),
        *_busy(team),
        *known(buying(team)),
        *_parts(team),
        *known(figures(team)),
        *_everything(team),
    ]


def _first(team: Team) -> Iterator[Block]:
    """What to do before anything else, in a sentence: "Start with Tom's question on Brio, then Lena, then what we are late with." """
    asked, silent, late = team.monday.help, team.monday.silent, team.monday.some(Topic.ours_late).total
    questions = [f"{team.name(one.deal.owner_id)}'s question on {one.deal.label}" for one in asked[:1]]
    calls = [
        f"a word with {team.name(one.member_id)}, who has logged no call lately" for one in silent if one.away is None
    ][:1]
    ours = (
        [f"the {late} promises of ours that are late" if late > 1 else "the promise of ours that is late"]
        if late
        else []
    )
    steps = [*questions, *calls, *ours]
    if steps:
        yield Text(f"Start with {', then '.join(steps)}.")


def _late_parts(team: Team) -> Iterator[Block]:
    """What we are late with, then what they are: one in a line, with a way to it; a button for the others of each."""
    most = _LATE_SHOWN if team.monday.named == NAMED else team.monday.named
    for topic, (lead, every) in _LATE.items():
        some = team.monday.some(topic)
        shown = some.shown(most)
        is_cut = some.total > len(shown)
        if shown:
            yield Text(f"{lead}: {some.total}{f' (the {len(shown)} oldest)' if is_cut else ''}", Tone.strong)
        for deal in shown:
            yield _line(deal, f"{team.whose(deal)}{_late(team, deal)}")
        if is_cut:
            yield Buttons((Button(f"Show all {some.total}", every, about=f"{lead[:1].lower()}{lead[1:]}"),))


def _parts(team: Team) -> Iterator[Block]:
    """One deal a line, in the order in which it is asked."""
    parts: tuple[tuple[str, Topic, _About | None], ...] = (
        ("Signed", Topic.won, None),
        (MOVED, Topic.slipped, _moved),
        (PROMISED, Topic.advanced, _promised),
        ("New, and already in touch", Topic.new, None),
        ("Lost", Topic.lost, _reason),
        ("Let go", Topic.let_go, None),
        (NO_CONTACT, Topic.uncontacted, _listed_since),
        ("No next step (no call agreed, no promise of theirs to come)", Topic.no_step, _last_contact),
        (NOBODY_KNOWS, Topic.unknown, _no_contact),
        ("Waits to be let go or kept", Topic.closing, None),
        ("Kept for a reason", Topic.kept, _until),
    )
    for lead, topic, about in parts:
        some = team.monday.some(topic)
        shown = some.shown(team.monday.named)
        told = [_line(deal, f"{team.whose(deal)}{about(team, deal) if about else ''}") for deal in shown]
        by = BY_CONTACT if topic in _BY_CONTACT else "by day"
        late = _late_steps(team, shown, some.total) if topic is Topic.advanced else ""
        yield from _part(lead, some.total, told, by, late)


def _part(lead: str, total: int, told: Sequence[Line], by: str, then: str = "") -> Iterator[Block]:
    if told:
        yield Text(f"{lead}: {total}{the_first(len(told), total, by)}{then}", Tone.strong)
        yield from told


def _everything(team: Team) -> Iterator[Block]:
    """One way to what was left out of any figure; what is late has its own."""
    told = (some for topic, some in team.monday.topics.items() if topic not in _LATE)
    counted = ((some.total, len(some.shown(NAMED))) for some in told)
    is_cut = any(total > shown for total, shown in (*counted, (len(team.monday.busy), len(few(team.monday.busy)))))
    if is_cut and team.monday.named == NAMED:
        yield Buttons((Button(SHOW_EVERYTHING, "monday all", about="your team"),))


def _line(deal: OfDeal, told: str) -> Line:
    about = f"{deal.label}: {deal.text}" if deal.text else deal.label
    return Line(told, buttons=(Button(OPEN_DEAL, f"where {deal.deal_id}", about=about),))


_About = Callable[[Team, OfDeal], str]


def _promised(team: Team, deal: OfDeal) -> str:
    return "".join(f": {promised(*step, team.today, team.monday.not_late_since)}" for step in _step_of(team, deal))


def _late_steps(team: Team, shown: Sequence[OfDeal], total: int) -> str:
    steps = (step for deal in shown for step in _step_of(team, deal))
    return late_by_now(steps, len(shown), team.monday.not_late_since or team.today, is_cut=total > len(shown))


def _step_of(team: Team, deal: OfDeal) -> list[tuple[History, Touch]]:
    """What they promised last, where they did since."""
    history = team.monday.histories.get(deal.deal_id)
    touches = history.touches if history else ()
    lately = [t for t in touches if team.monday.since <= t.on <= team.today and t.result is Result.advance]
    return [(history, lately[-1])] if history and lately else []


def _moved(team: Team, deal: OfDeal) -> str:
    """Each promise that got another day or was not kept."""
    history = team.monday.histories.get(deal.deal_id)
    turned = [(p, last_slip(p, team.monday.since, team.today)) for p in history.commitments] if history else []
    told = "; ".join(moved(promise, turn, team.today) for promise, turn in turned if turn)
    return f": {told}" if told else ""


def _reason(_: Team, deal: OfDeal) -> str:
    return f": {shortened(deal.text)}" if deal.text else ""


def _listed_since(team: Team, deal: OfDeal) -> str:
    return f", on the list since {team.day(deal.on)}" if deal.on else ""


def _last_contact(team: Team, deal: OfDeal) -> str:
    return f", last contact {team.day(deal.on)}" if deal.on else ", no contact yet"


def _no_contact(team: Team, deal: OfDeal) -> str:
    return f", no contact since {team.day(deal.on)}" if deal.on else ", no contact yet"


def _late(team: Team, deal: OfDeal) -> str:
    return f": {shortened(deal.text)}{f', {late(deal.on, team.today)}' if deal.on else ''}"


def silent(team: Team, most: int = _SILENT_SHOWN) -> Iterator[Block]:
    """ "Lena: no call logged for 8 days, since Wed 18 November"."""
    silent = team.monday.silent
    shown = few(silent, most)
    for one in shown:
        name = team.name(one.member_id)
        yield Line(
            f"{name}: {no_call(one, team.today)}", buttons=(Button(f"{name}'s deals", f"where rep {one.member_id}"),)
        )
    if len(silent) > len(shown):
        yield Text(f"{len(silent) - len(shown)} more have logged no call for some days.")


def _busy(team: Team) -> Iterator[Block]:
    """Tries, no minutes: those are on the deal's own card."""
    found = team.monday.busy
    shown = few(found, team.monday.named)
    told = [
        _line(one.deal, f"{team.whose(one.deal)}: {_tries(one.effort.touches)}{_since(team, one.deal)}")
        for one in shown
    ]
    yield from _part(NOTHING_PROMISED, len(found), told, "most work on top")


def _tries(count: int) -> str:
    return f"{count} {'call or message' if count == 1 else 'calls or messages'}"


def _since(team: Team, deal: OfDeal) -> str:
    return f" since {team.day(deal.on)}" if deal.on else " in all"


def _until(team: Team, deal: OfDeal) -> str:
    why = f", “{shortened(deal.text)}”" if deal.text else ""
    return f" until {team.day(deal.on)}{why}" if deal.on else why
