"""A manager's team at a glance: what is due, what is late on either side. Counts, never a league table (S9)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from bot.cards import Button, Card, Line, Reply, Rest, Text, Tone
from bot.days import written
from bot.playbook.monday import Silent
from bot.views.asking import note
from bot.views.naming import ONLY_YOU, counted, people, to_call


@dataclass(frozen=True)
class RepToday:
    """One rep's day in figures: open deals, lines due, promises of ours and of theirs that are late."""

    name: str
    id: int = 0
    is_inactive: bool = False
    open: int = 0
    due: int = 0
    ours_late: int = 0
    theirs_late: int = 0
    no_call: str = ""  # since when they have logged nothing, when that is some days
    no_list: str = ""  # why today's list did not come, when it should have
    asks: str = ""  # on which deals they ask for help


_HELP = 2  # deals that are named
_NO_LIST = {
    "late": "no list today: I was not running in time",
    "failed": "no list today: something went wrong here",
    "nowhere": "no list today: there is no place to send it to",
    "restored": "perhaps no list today: a backup was put back",
}


def no_list(became: str, reason: str) -> str:
    """What to know when a list should have come and did not, or nobody can tell; empty when all is as it should be."""
    if became == "unknown":
        return "today's list may not have arrived, and I cannot look"
    if became == "not delivered":
        return "today's list did not reach them"
    return _NO_LIST.get(reason, "")


def asks_for_help(labels: Sequence[str]) -> str:
    """ "asks for your help on Acme and Brio"."""
    more = [f"{counted(len(labels) - _HELP)} more"] if len(labels) > _HELP else []
    return f"asks for your help on {people([*labels[:_HELP], *more])}"


def no_call(silent: Silent, today: date) -> str:
    """ "no call logged for 8 days, since Wed 18 November"; days away are not counted: "no call logged since Wed 18
    November (away until Mon 30 November)"."""
    days = f" for {(today - silent.since).days} days," if silent.since and not silent.away else ""
    told = f"no call logged{days} since {written(silent.since, today)}" if silent.since else "no call logged so far"
    if silent.away is None:
        return told
    first, last = silent.away
    if last >= today:
        return f"{told} (away until {written(last, today)})"
    away = written(first, today) if first == last else f"{written(first, today)} to {written(last, today)}"
    return f"{told} (away {away})"


def nobody_is_led() -> Reply:
    """A rep asked about the team: only who leads one sees it."""
    text = (
        "You see your own deals here; a team is shown to whoever leads it. Your own open promises are one press away."
    )
    return note(text, Button("Who owes what?", "owed"), Button("What is due today?", "followups"))


def not_led() -> Reply:
    """Of somebody whom one does not lead, and of a number that nobody has, the same is said."""
    return note(
        "That is nobody whose deals you see. They themselves see them, and whoever leads them.",
        Button("My deals", "deals"),
    )


def team_title(today: date) -> str:
    return f"Your team, {written(today, today)}"


def team_card(reps: Sequence[RepToday], today: date) -> Card:
    """Reps by name, so that nobody is first or last."""
    if not reps:
        return Card(team_title(today), (Text("Nobody is led by you yet. An admin types: make Tom a rep of Maria"),))
    lines = tuple(_line(rep) for rep in sorted(reps, key=lambda rep: rep.name.casefold()))
    return Card(team_title(today), lines, rest=Rest("where my team from"))


def due_card(reps: Sequence[RepToday], today: date) -> Card:
    """Who has something due, by name; who has nothing is not named."""
    if not reps:
        return Card(team_title(today), (Text("Nobody: no deal to call today, and nothing is late."),))
    return Card(
        f"To call today, or late: {written(today, today)}",
        (*(_line(rep) for rep in sorted(reps, key=lambda rep: rep.name.casefold())), Text(ONLY_YOU, Tone.quiet)),
    )


def _line(rep: RepToday) -> Line:
    late = [
        f"{rep.ours_late} of our promises late" if rep.ours_late else "",
        f"{rep.theirs_late} of theirs late" if rep.theirs_late else "",
    ]
    deals = Button("Deals", f"deals {rep.id}", about=rep.name)
    if rep.is_inactive:
        hand = (Button("Hand over", f"book {rep.id}", about=rep.name),) if rep.open else ()
        return Line(f"{rep.name}, inactive: {rep.open} open", buttons=(*hand, deals))
    load = [f"{rep.open} open", to_call(rep.due)] if rep.open or rep.due else ["no open deals"]
    figures = [rep.asks, *load, *late, rep.no_call, rep.no_list]
    return Line(f"{rep.name}: {', '.join(filter(None, figures))}", buttons=(deals,))
