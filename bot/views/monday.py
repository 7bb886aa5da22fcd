"""A manager's Monday: each question in a line or two, with the names behind it (voice.md 3). What has nothing to say is not shown.

Facts and names, never a rank: figures of several reps stand together, and who is first is who waits longest.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from bot.cards import Block, Button, Buttons, Card, Facts, Line, Text, Tone
from bot.days import late, written
from bot.model import Policy, first_name
from bot.playbook.measures import share
from bot.playbook.monday import NAMED, Asked, Buying, Monday, OfDeal, Silent, Some, Topic
from bot.views.effort import told_effort
from bot.views.naming import OPEN_DEAL, people, shortened
from bot.views.overview import NOBODY_KNOWS

_TOLD_APART = 3  # reps; of two, each reads the other's by subtracting their own
_HELPED = 3  # calls for help that stand as lines of their own
_OPENED = 3  # late deals with a button of their own: what to do next, in as many buttons as every platform shows
_LATE = {Topic.ours_late: "We are late", Topic.theirs_late: "They are late"}
_CHANGES = {
    Topic.won: "Signed",
    Topic.advanced: "They took a step",
    Topic.slipped: "Moved or not kept",
    Topic.new: "New",
    Topic.let_go: "Let go",
}


@dataclass(frozen=True)
class Team:
    """The team as one member reads it: `names` are first names by member."""

    monday: Monday
    names: Mapping[int, str]
    policy: Policy
    today: date

    def whose(self, deal: OfDeal) -> str:
        """ "Acme (Tom)"."""
        return f"{deal.label} ({self.name(deal.owner_id)})"

    def name(self, member_id: int) -> str:
        return first_name(self.names.get(member_id, ""), "somebody")

    def day(self, day: date) -> str:
        return written(day, self.today)


def monday_card(team: Team) -> Card:
    title = f"Your team, {team.day(team.today)}: since {team.day(team.monday.since)}"
    blocks = team_blocks(team)
    if not blocks:
        blocks = [Text("Nothing to tell: nothing is late or waits for you, and every deal has its next day.")]
    others = (Button("The whole team", "where is my team"), Button("What came of our calls", "does it work"))
    return Card(title, (*blocks, Buttons(others)))


def heading(team: Team) -> Text:
    """Above the team's part of a list."""
    return Text(f"Your team since {team.day(team.monday.since)}", Tone.strong)


def team_blocks(team: Team, ticked: Sequence[Line] = ()) -> list[Block]:
    """Calls for help first, with those that were taken up since: they wait for whoever reads this. Then what is late."""
    asked = team.monday.help
    helping = [help_line(one, team.names, team.today) for one in asked[:_HELPED]]
    more = [Text(f"And {len(asked) - _HELPED} more ask for your help: {_deals(team, asked[_HELPED:])}.")]
    facts = tuple(_facts(team))
    news = [Facts(facts)] if facts else []
    return [*helping, *ticked, *(more if len(asked) > _HELPED else []), *_late_parts(team), *news]


def _late_parts(team: Team) -> Iterator[Block]:
    """What we are late with, then what they are: one in a line, the first deals with a way to them."""
    opened: list[int] = []
    is_cut = False
    for topic, lead in _LATE.items():
        some = team.monday.topics.get(topic, Some())
        is_cut |= some.total > len(some.first)
        if some.first:
            yield Text(f"{lead}: {some.total}", Tone.strong)
        for deal in some.first:
            is_new = deal.deal_id not in opened and len(opened) < _OPENED
            opened += [deal.deal_id] if is_new else []
            yield Line(f"{team.whose(deal)}{_late(team, deal)}", buttons=(_open(deal),) if is_new else ())
    if is_cut:
        yield Buttons((Button("Show all that is late", "late"),))


def _open(deal: OfDeal) -> Button:
    return Button(f"Open {shortened(deal.label, 24)}", f"where {deal.deal_id}", about=deal.text)


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
    """Label and answer of each question that has one, in the order in which they are asked."""
    monday = team.monday
    yield from _buying(team)
    rows: tuple[tuple[str, str], ...] = (
        *((label, _some(team, topic)) for topic, label in _CHANGES.items()),
        ("No call agreed, no promise of theirs", _some(team, Topic.no_step, _last_contact)),
        (NOBODY_KNOWS, _some(team, Topic.unknown, _no_contact)),
        *(("", one) for one in _silent(team)),
        ("Much work, no step of theirs", _busy(team)),
        ("Most of the work", _first([*_whales(team)])),
        ("To decide", _decisions(team)),
        ("Why they said no", _reasons(monday.reasons)),
        ("Conversations", _dated(monday)),
        ("Lists", "; ".join(_lists(team))),
    )
    yield from ((label, answer) for label, answer in rows if answer)


def _buying(team: Team) -> Iterator[tuple[str, str]]:
    found = team.monday.buying
    for one in found[:NAMED]:
        yield "They will buy", _bought(team, one)
    if len(found) > NAMED:
        yield "They will buy", f"and {len(found) - NAMED} more: {_deals(team, found[NAMED:])}"


def _bought(team: Team, one: Buying) -> str:
    by = f"by {team.day(one.deal.on)}" if one.deal.on else ""
    head = ", ".join(filter(None, (team.whose(one.deal), one.worth, by)))
    said = f"“{shortened(one.deal.text, 120)}”" if one.said_on else f"they {one.deal.text}"
    who = f" ({', '.join(filter(None, (first_name(one.by), team.day(one.said_on))))})" if one.said_on else ""
    before = "; ".join(f"{what}{f', {team.day(on)}' if on else ''}" for what, on in one.before[:NAMED])
    more = f" and {len(one.before) - NAMED} more" if len(one.before) > NAMED else ""
    return f"{head}: {said}{who}. {f'Open before it: {before}{more}' if before else 'Nothing is open before it'}."


_About = Callable[[Team, OfDeal], str]


def _some(team: Team, topic: Topic, about: _About | None = None) -> str:
    """ "Acme (Tom), Brio (Lena) and 7 more"; with a remark on each they stand apart by semicolons."""
    some = team.monday.topics.get(topic, Some())
    return _listed(
        [f"{team.whose(deal)}{about(team, deal) if about else ''}" for deal in some.first],
        some.total,
        apart=bool(about),
    )


def _first(told: Sequence[str]) -> str:
    return _listed(told[:NAMED], len(told), apart=True)


def _listed(told: Sequence[str], total: int, *, apart: bool) -> str:
    left = total - len(told)
    more = [f"{left} more"] if left > 0 and told else []
    if not apart:
        return people([*told, *more])
    return "; ".join([*told, *(f"and {one}" for one in more)])


def _since(team: Team, deal: OfDeal) -> str:
    return f" since {team.day(deal.on)}" if deal.on else ""


def _last_contact(team: Team, deal: OfDeal) -> str:
    return f", last contact {team.day(deal.on)}" if deal.on else ", no contact yet"


def _no_contact(team: Team, deal: OfDeal) -> str:
    return f", no contact since {team.day(deal.on)}" if deal.on else ", no contact yet"


def _late(team: Team, deal: OfDeal) -> str:
    return f": {shortened(deal.text)}{f', {late(deal.on, team.today)}' if deal.on else ''}"


def _silent(team: Team) -> Iterator[str]:
    silent = team.monday.silent
    yield from (_logged(team, one) for one in silent[:NAMED])
    if len(silent) > NAMED:
        left = len(silent) - NAMED
        yield f"{left} more {'has' if left == 1 else 'have'} logged no call for some days."


def _logged(team: Team, one: Silent) -> str:
    """ "Lena has logged no call since Fri 27 February."."""
    since = f"since {team.day(one.since)}" if one.since else "so far"
    told = f"{team.name(one.member_id)} has logged no call {since}"
    if one.away is None:
        return f"{told}."
    first, last = one.away
    if last >= team.today:
        return f"{told} (away until {team.day(last)})."
    days = team.day(first) if first == last else f"{team.day(first)} to {team.day(last)}"
    return f"{told} (away {days})."


def _busy(team: Team) -> str:
    found = team.monday.busy
    named = [
        f"{team.whose(one.deal)}, {told_effort(one.effort, team.policy)}{_since(team, one.deal)}"
        for one in found[:NAMED]
    ]
    return _listed(named, len(found), apart=True)


def _whales(team: Team) -> Iterator[str]:
    for one in team.monday.whales:
        yield f"{round(one.whale.share * 100)}% of {team.name(one.member_id)}'s four weeks went to {people(list(one.labels))}"


def _decisions(team: Team) -> str:
    waiting, kept = _some(team, Topic.closing), _some(team, Topic.kept, _until)
    told = [f"Let go or keep: {waiting}" if waiting else "", f"Kept: {kept}" if kept else ""]
    return ". ".join(filter(None, told))


def _until(team: Team, deal: OfDeal) -> str:
    why = f", “{shortened(deal.text)}”" if deal.text else ""
    return f" until {team.day(deal.on)}{why}" if deal.on else why


def _reasons(reasons: Sequence[tuple[str, int]]) -> str:
    """The most frequent first."""
    named = [
        f"{'not said' if not reason else shortened(reason)}{f' ({count})' if count > 1 else ''}"
        for reason, count in reasons[:NAMED]
    ]
    left = sum(count for _, count in reasons[NAMED:])
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
        yield f"no message reaches {_listed(gone[:NAMED], len(gone), apart=False)}"
    lost = [(id_, day) for id_, day in team.monday.undelivered if id_ not in team.monday.unreachable]
    told = [f"{team.name(id_)}'s of {team.day(day)}" for id_, day in lost]
    if told:
        yield f"did not come: {_first(told)}"


def _deals(team: Team, found: Iterable[Asked | Buying]) -> str:
    names = [team.whose(one.deal) for one in found]
    return _listed(names[:NAMED], len(names), apart=False)
