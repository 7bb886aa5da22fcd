"""The figures of the work as charts: counts and hours, each with its numbers in words, nobody ranked (S1, H51, H52)."""

from dataclasses import dataclass, replace

from bot.cards import Block, Button, Buttons, Card, Chart, Series, Text, Tone
from bot.playbook.given_back import GivenBack
from bot.playbook.measures import ENOUGH, Drawn, Kept, Measures
from bot.views.measures import PERIODS, over

_HOUR = 60  # minutes
_NOTHING = {
    Drawn.everything: "Nothing to draw yet: log a few calls, and what came of them stands here.",
    Drawn.promises: "No promise of either side fell due in that time.",
    Drawn.touches: "No touch was logged in that time.",
    Drawn.deals: "No deal was let go in that time, and none came back.",
    Drawn.hours: "No deal ended in that time by letting go or by a no.",
}


@dataclass(frozen=True)
class Asked:
    """What is to be drawn, of whom, over how long a time."""

    drawn: Drawn
    days: int
    is_team: bool


def charts_card(found: Measures, back: GivenBack, asked: Asked, *, leads: bool, ours_left_out: bool = False) -> Card:
    title = f"{'Your team' if asked.is_team else 'Your own work'} in charts: the last {over(asked.days)}"
    blocks = [
        *(_promises(found) if asked.drawn in {Drawn.everything, Drawn.promises} else ()),
        *(_touches(found) if asked.drawn in {Drawn.everything, Drawn.touches} else ()),
        *(_deals(back) if asked.drawn in {Drawn.everything, Drawn.deals} else ()),
        *(_hours(back) if asked.drawn in {Drawn.everything, Drawn.hours} else ()),
    ]
    others = Buttons(_others(asked, leads=leads))
    if not blocks:
        log = (Button("Log a call", "log"),) if asked.drawn is Drawn.everything else ()
        return Card(title, (Text(_NOTHING[asked.drawn]), Buttons((*log, *others.buttons))))
    ours = " What we promised is drawn from three reps on who promised." if ours_left_out else ""
    whose = f"Everybody together: nobody is ranked.{ours}" if asked.is_team else "Only you see this chart."
    return Card(title, (*blocks, Text(whose, Tone.quiet), others))


def too_few_for_a_team(asked: Asked) -> Card:
    """Of three each is one of several; of two, one reads the other's."""
    told = "A team is drawn from three reps on who logged something in that time: of fewer, each could be told apart."
    mine = Button("My own", _command(replace(asked, is_team=False)))
    return Card("", (Text(told), Buttons((mine, Button("My team", "where my team")))))


def _promises(found: Measures) -> list[Block]:
    sides = [Series(who, _kept(kept)) for who, kept in (("They", found.theirs), ("We", found.ours)) if kept.due]
    if not sides:
        return []
    labels = ("Kept in time", "Kept late", "Open past its day", "Not kept")
    return [Chart("Promises that fell due", labels, tuple(sides))]


def _kept(kept: Kept) -> tuple[float, ...]:
    return (kept.kept - kept.late, kept.late, kept.still_open, kept.due - kept.kept - kept.still_open)


def _touches(found: Measures) -> list[Block]:
    touched = found.touched
    if not touched.touches:
        return []
    values = (touched.touches, touched.answered, touched.advanced)
    drawn = Chart(
        "Touches, and what they brought", ("Touches", "Answered", "Brought an advance"), (Series("", values),)
    )
    per = round(touched.touches / touched.advanced) if touched.advanced and touched.touches >= ENOUGH else 0
    return [drawn, *([Text(f"That is about {per} touch{'' if per == 1 else 'es'} to an advance.")] if per else [])]


def _deals(back: GivenBack) -> list[Block]:
    if not back.let_go and not back.won_back:
        return []
    values = (back.let_go, back.won_back, back.signed_since)
    labels = ("Let go", "Won back", "Signed since then")
    said = "Won back: let go at some time, and since then they spoke again or it was reopened."
    return [Chart("Deals let go and won back", labels, (Series("", values),)), Text(said, Tone.quiet)]


def _hours(back: GivenBack) -> list[Block]:
    minutes = (back.minutes_let_go, back.minutes_of_noes)
    if not any(minutes):
        return []
    in_hours = sum(minutes) >= _HOUR
    values = tuple(round(taken / _HOUR, 1) if in_hours else taken for taken in minutes)
    said = "What those deals had taken, by your policy's minutes: room for the others."
    labels = ("In deals let go", "In deals with a no")
    unit = "hours" if in_hours else "minutes"
    return [Chart("Time given back", labels, (Series("", values),), unit), Text(said, Tone.quiet)]


def _others(asked: Asked, *, leads: bool) -> tuple[Button, ...]:
    other = replace(asked, is_team=not asked.is_team)
    switch = [Button("My own" if asked.is_team else "My team", _command(other))] if leads else []
    periods = [Button(label, _command(replace(asked, days=days))) for days, label in PERIODS if days != asked.days]
    return (*switch, *periods, Button("In words", f"does it work {_whose(asked)} {asked.days} days"))


def _command(asked: Asked) -> str:
    """ "chart team promises 30 days"."""
    drawn = "" if asked.drawn is Drawn.everything else f"{asked.drawn.value} "
    return f"chart {_whose(asked)} {drawn}{asked.days} days"


def _whose(asked: Asked) -> str:
    return "team" if asked.is_team else "mine"
