"""A manager's Monday: each question in a line or two, with the names behind it (voice.md 3). What has nothing to say is not shown.

Facts and names, never a rank: figures of several reps stand together, and who is first is who waits longest.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from bot.cards import Block, Button, Buttons, Card, Facts, Line, Text, Tone
from bot.days import late, written
from bot.model import Result, first_name
from bot.playbook.measures import share
from bot.playbook.monday import Asked, Buying, Monday, OfDeal, Topic, few
from bot.views.happened import MOVED, NO_CONTACT, NOTHING_PROMISED, PROMISED, last_slip, moved, promised
from bot.views.naming import OPEN_DEAL, people, shortened
from bot.views.overview import NOBODY_KNOWS
from bot.views.team import no_call

_TOLD_APART = 3  # reps; of two, each reads the other's by subtracting their own
_HELPED = 3  # calls for help that stand as lines of their own
_LATE_SHOWN = 3  # of each side, the oldest
_SILENT_SHOWN = 3
_BUYING_SHOWN = 3
_LATE = {Topic.ours_late: "We are late", Topic.theirs_late: "They are late"}


@dataclass(frozen=True)
class Team:
    """The team as one member reads it: `names` are first names by member."""

    monday: Monday
    names: Mapping[int, str]
    today: date

    def whose(self, deal: OfDeal) -> str:
        """ "Acme (Tom)"."""
        return f"{deal.label} ({self.name(deal.owner_id)})"

    def name(self, member_id: int) -> str:
        return first_name(self.names.get(member_id, ""), "somebody")

    def day(self, day: date) -> str:
        return written(day, self.today)


def monday_card(team: Team) -> Card:
    title = f"Your team, {team.day(team.monday.since)} to {team.day(team.today)}"
    blocks = team_blocks(team)
    if not blocks:
        blocks = [Text("Nothing to tell: nothing is late or waits for you, and every deal has its next day.")]
    others = (Button("The whole team", "where is my team"), Button("What came of our calls", "does it work"))
    return Card(title, (*blocks, Buttons(others)))


def heading(team: Team) -> Text:
    """Above the team's part of a list."""
    return Text(f"Your team since {team.day(team.monday.since)}", Tone.strong)


def team_blocks(team: Team, ticked: Sequence[Line] = ()) -> list[Block]:
    """Calls for help first, with those that were taken up since: they wait for whoever reads this. Then who is silent, what is
    late, what else there is to know."""
    asked = team.monday.help
    helping = [help_line(one, team.names, team.today) for one in asked[:_HELPED]]
    more = [Text(f"And {len(asked) - _HELPED} more ask for your help: {_deals(team, asked[_HELPED:])}.")]
    return [
        *helping,
        *ticked,
        *(more if len(asked) > _HELPED else []),
        *map(Text, _silent(team)),
        *_late_parts(team),
        *_known(_buying(team)),
        *_parts(team),
        *_known(_facts(team)),
    ]


def _known(pairs: Iterable[tuple[str, str]]) -> list[Block]:
    told = tuple((label, answer) for label, answer in pairs if answer)
    return [Facts(told)] if told else []


def _late_parts(team: Team) -> Iterator[Block]:
    """What we are late with, then what they are: one in a line, with a way to it; one button for all the others."""
    is_cut = False
    for topic, lead in _LATE.items():
        some = team.monday.some(topic)
        shown = some.shown(_LATE_SHOWN)
        left = some.total - len(shown)
        is_cut |= left > 0
        if shown:
            yield Text(f"{lead}: {some.total}{f' (the {len(shown)} oldest)' if left else ''}", Tone.strong)
        for deal in shown:
            yield Line(f"{team.whose(deal)}{_late(team, deal)}", buttons=(_open(deal),))
    if is_cut:
        total = sum(team.monday.some(topic).total for topic in _LATE)
        yield Buttons((Button(f"Show all {total}", "late", about="what is late"),))


def _parts(team: Team) -> Iterator[Block]:
    """One deal a line, in the order in which it is asked."""
    parts: tuple[tuple[str, Topic, _About | None], ...] = (
        ("Signed", Topic.won, None),
        (MOVED, Topic.slipped, _moved),
        (PROMISED, Topic.advanced, _promised),
        ("New, and already in touch", Topic.new, None),
        ("Let go", Topic.let_go, None),
        (NO_CONTACT, Topic.uncontacted, _listed_since),
        ("No call agreed, nothing of theirs to come", Topic.no_step, _last_contact),
        (NOBODY_KNOWS, Topic.unknown, _no_contact),
        ("Waits to be let go or kept", Topic.closing, None),
        ("Kept for a reason", Topic.kept, _until),
    )
    for lead, topic, about in parts:
        some = team.monday.some(topic)
        told = [f"{team.whose(deal)}{about(team, deal) if about else ''}" for deal in some.shown()]
        yield from _part(lead, some.total, told)
        if topic is Topic.unknown:
            yield from _busy(team)


def _part(lead: str, total: int, told: Sequence[str]) -> Iterator[Block]:
    if not told:
        return
    yield Text(f"{lead}: {total}", Tone.strong)
    yield from map(Line, told)
    if total > len(told):
        yield Text(f"and {total - len(told)} more", Tone.quiet)


def _open(deal: OfDeal) -> Button:
    return Button(OPEN_DEAL, f"where {deal.deal_id}", about=f"{deal.label}: {deal.text}")


def help_line(asked: Asked, names: Mapping[int, str], today: date) -> Line:
    deal = asked.deal
    why = f": “{shortened(deal.text, 120)}”" if deal.text else ""
    since = f", since {written(deal.on, today)}" if deal.on and deal.on < today else ""
    text = f"{first_name(names.get(deal.owner_id, ''), 'Somebody')} asks for your help on {deal.label}{since}{why}"
    where = Button(OPEN_DEAL, f"where {deal.deal_id}", about=deal.label, primary=True)
    return Line(text, buttons=(where, Button("I helped", f"helped {deal.deal_id}", about=deal.label)))


def taken_up(labels: Sequence[str], helpers: Sequence[str]) -> str:
    """For the rep, in their next list."""
    return f"{people(list(helpers))} {'has' if len(helpers) == 1 else 'have'} taken up your call for help on {people(list(labels))}."


def _facts(team: Team) -> Iterator[tuple[str, str]]:
    """Label and answer of what is no list of deals."""
    yield "Most of the work", _first([*_whales(team)])
    yield "Why they said no", _reasons(team.monday.reasons)
    yield "Conversations", _dated(team.monday)
    yield "Lists", "; ".join(_lists(team))


def _buying(team: Team) -> Iterator[tuple[str, str]]:
    found = team.monday.buying
    shown = few(found, _BUYING_SHOWN)
    for one in shown:
        yield "They will buy", _bought(team, one)
    if len(found) > len(shown):
        left = found[len(shown) :]
        yield "They will buy", f"and {len(left)} more: {_deals(team, left)}"


def _bought(team: Team, one: Buying) -> str:
    by = f"by {team.day(one.deal.on)}" if one.deal.on else ""
    head = ", ".join(filter(None, (team.whose(one.deal), one.worth, by)))
    said = f"“{shortened(one.deal.text, 120)}”" if one.said_on else f"they {one.deal.text}"
    who = f" ({', '.join(filter(None, (first_name(one.by), team.day(one.said_on))))})" if one.said_on else ""
    shown = few(one.before)
    before = "; ".join(f"{what}{f', {team.day(on)}' if on else ''}" for what, on in shown)
    more = f" and {len(one.before) - len(shown)} more" if len(one.before) > len(shown) else ""
    return f"{head}: {said}{who}. {f'Open before it: {before}{more}' if before else 'Nothing is open before it'}."


_About = Callable[[Team, OfDeal], str]


def _first(told: Sequence[str]) -> str:
    return _listed(few(told), len(told), apart=True)


def _listed(told: Sequence[str], total: int, *, apart: bool) -> str:
    left = total - len(told)
    more = [f"{left} more"] if left > 0 and told else []
    if not apart:
        return people([*told, *more])
    return "; ".join([*told, *(f"and {one}" for one in more)])


def _promised(team: Team, deal: OfDeal) -> str:
    """What they promised last."""
    history = team.monday.histories.get(deal.deal_id)
    lately = (
        [t for t in history.touches if team.monday.since <= t.on <= team.today and t.result is Result.advance]
        if history
        else []
    )
    return f": {promised(history, lately[-1], team.today)}" if history and lately else ""


def _moved(team: Team, deal: OfDeal) -> str:
    """Each promise that got another day or was not kept."""
    history = team.monday.histories.get(deal.deal_id)
    turned = [(p, last_slip(p, team.monday.since, team.today)) for p in history.commitments] if history else []
    told = "; ".join(moved(promise, turn, team.today) for promise, turn in turned if turn)
    return f": {told}" if told else ""


def _listed_since(team: Team, deal: OfDeal) -> str:
    return f", on the list since {team.day(deal.on)}" if deal.on else ""


def _last_contact(team: Team, deal: OfDeal) -> str:
    return f", last contact {team.day(deal.on)}" if deal.on else ", no contact yet"


def _no_contact(team: Team, deal: OfDeal) -> str:
    return f", no contact since {team.day(deal.on)}" if deal.on else ", no contact yet"


def _late(team: Team, deal: OfDeal) -> str:
    return f": {shortened(deal.text)}{f', {late(deal.on, team.today)}' if deal.on else ''}"


def _silent(team: Team) -> Iterator[str]:
    """ "Lena: no call logged for 8 days, since Wed 18 November"."""
    silent = team.monday.silent
    shown = few(silent, _SILENT_SHOWN)
    yield from (f"{team.name(one.member_id)}: {no_call(one, team.today)}" for one in shown)
    if len(silent) > len(shown):
        yield f"{len(silent) - len(shown)} more have logged no call for some days."


def _busy(team: Team) -> Iterator[Block]:
    """Tries, no minutes: those are on the deal's own card."""
    found = team.monday.busy
    shown = few(found)
    told = [f"{team.whose(one.deal)}: {_tries(one.effort.touches)}{_since(team, one.deal)}" for one in shown]
    yield from _part(NOTHING_PROMISED, len(found), told)


def _tries(count: int) -> str:
    return f"{count} {'call or message' if count == 1 else 'calls or messages'}"


def _since(team: Team, deal: OfDeal) -> str:
    return f" since {team.day(deal.on)}" if deal.on else ""


def _whales(team: Team) -> Iterator[str]:
    for one in team.monday.whales:
        yield f"{round(one.whale.share * 100)}% of {team.name(one.member_id)}'s four weeks went to {people(list(one.labels))}"


def _until(team: Team, deal: OfDeal) -> str:
    why = f", “{shortened(deal.text)}”" if deal.text else ""
    return f" until {team.day(deal.on)}{why}" if deal.on else why


def _reasons(reasons: Sequence[tuple[str, int]]) -> str:
    """The most frequent first."""
    shown = few(reasons)
    named = [
        f"{'not said' if not reason else shortened(reason)}{f' ({count})' if count > 1 else ''}"
        for reason, count in shown
    ]
    left = sum(count for _, count in reasons[len(shown) :])
    return f"{', '.join(named)}{f', and {left} more' if left else ''}; in four weeks" if named else ""


def _dated(monday: Monday) -> str:
    """Everybody together, and from three reps on: whether one gets days is theirs to read first."""
    dated = monday.dated
    if dated.reps < _TOLD_APART:
        return ""
    percent = share(dated.dated, dated.talks)
    part = f"{dated.dated} of {dated.talks}{f' ({percent}%)' if percent is not None else ''}"
    return f"{part} ended with something of theirs by a day, everybody together"


def _lists(team: Team) -> Iterator[str]:
    gone = [team.name(id_) for id_ in team.monday.unreachable]
    if gone:
        yield f"no message reaches {_listed(few(gone), len(gone), apart=False)}"
    lost = [(id_, day) for id_, day in team.monday.undelivered if id_ not in team.monday.unreachable]
    told = [f"{team.name(id_)}'s of {team.day(day)}" for id_, day in lost]
    if told:
        yield f"did not come: {_first(told)}"


def _deals(team: Team, found: Iterable[Asked | Buying]) -> str:
    names = [team.whose(one.deal) for one in found]
    return _listed(few(names), len(names), apart=False)
