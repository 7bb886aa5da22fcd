"""The figures of the work as charts: counts and hours, each with its numbers in words, nobody ranked (S1, H51, H52)."""

from dataclasses import dataclass, replace

from bot.cards import Block, Button, Buttons, Card, Chart, Series, Text, Tone, number_told
from bot.playbook.given_back import GivenBack
from bot.playbook.measures import ENOUGH, Drawn, Kept, Measures
from bot.playbook.parts import capital
from bot.views.measures import PERIODS, over, promises_told

_HOUR = 60  # minutes
_NOTHING = {
    Drawn.everything: "Nothing to draw yet: log a few calls, and what came of them stands here.",
    Drawn.promises: "No promise of either side fell due in that time.",
    Drawn.touches: "No call or message was logged in that time.",
    Drawn.deals: "No deal was let go in that time, and none came back.",
    Drawn.hours: "No deal was let go in that time, and no customer said no.",
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
    first = _what_to_do(found, asked) if asked.drawn in {Drawn.everything, Drawn.promises} else ()
    others = Buttons(_others(asked, leads=leads))
    if not blocks:
        log = (Button("Log a call", "log"),) if asked.drawn is Drawn.everything else ()
        return Card(title, (Text(_NOTHING[asked.drawn]), Buttons((*log, *others.buttons))))
    ours = " What we promised is drawn from three reps on who promised." if ours_left_out else ""
    whose = f"Everybody together: nobody is ranked.{ours}" if asked.is_team else "Only you see this chart."
    return Card(title, (*first, *blocks, Text(whose, Tone.quiet), others))


def too_few_for_a_team(asked: Asked) -> Card:
    """Of three each is one of several; of two, one reads the other's."""
    told = "A team is drawn from three reps on who logged something in that time: of fewer, each could be told apart."
    mine = Button("My own", _command(replace(asked, is_team=False)))
    return Card("", (Text(told), Buttons((mine, Button("My team", "where my team")))))


def _what_to_do(found: Measures, asked: Asked) -> tuple[Block, ...]:
    """What the figures ask for, and the way to it; nothing where nothing is late."""
    theirs, ours = found.theirs, found.ours
    chase = "ask who chases them" if asked.is_team else "ask for another day"
    if ours.still_open and ours.still_open >= theirs.still_open:
        told = f"{_late_of(ours, 'our' if asked.is_team else 'your')}: do those first."
    elif theirs.still_open:
        told = f"{_late_of(theirs, 'their')}: {chase}."
    else:
        return ()
    return Text(told, Tone.strong), Buttons((Button("What is late?", "late"),))


def _late_of(kept: Kept, whose: str) -> str:
    """ "13 of their 14 promises are late"."""
    many = f"promise{'' if kept.due == 1 else 's'} {'is' if kept.still_open == 1 else 'are'} late"
    return f"{kept.still_open} of {whose} {kept.due} {many}"


def _promises(found: Measures) -> list[Block]:
    sides = [(who, kept) for who, kept in (("They", found.theirs), ("We", found.ours)) if kept.due]
    if not sides:
        return []
    labels = ("Kept in time", "Kept late", "Open and late", "Not kept")
    chart = Chart("Promises that fell due", labels, tuple(Series(who, _kept(kept)) for who, kept in sides))
    return _drawn(chart, " ".join(told for who, kept in sides for told in promises_told(who, kept)))


def _drawn(chart: Chart, told: str) -> list[Block]:
    """A number alone is no picture: there is nothing to hold it against, and a sentence says it."""
    several = sum(value > 0 for series in chart.series for value in series.values) > 1
    return [chart] if several else [Text(chart.heading, Tone.strong), Text(told)]


def _kept(kept: Kept) -> tuple[float, ...]:
    return (kept.kept - kept.late, kept.late, kept.still_open, kept.due - kept.kept - kept.still_open)


def _touches(found: Measures) -> list[Block]:
    touched = found.touched
    if not touched.touches:
        return []
    values = (touched.touches, touched.answered, touched.advanced)
    labels = ("Calls and messages", "Answered", "They took a step")
    drawn = Chart("Calls and messages, and what came of them", labels, (Series("", values),))
    per = round(touched.touches / touched.advanced) if touched.advanced and touched.touches >= ENOUGH else 0
    each = Text(
        f"That is about {per} call{'' if per == 1 else 's'} or message{'' if per == 1 else 's'} to each step of theirs."
    )
    return [*_drawn(drawn, f"{touched.touches} made, none answered yet."), *([each] if per else [])]


def _deals(back: GivenBack) -> list[Block]:
    if not back.let_go and not back.won_back:
        return []
    values = (back.let_go, back.won_back, back.signed_since)
    labels = ("Let go", "Won back", "Signed since then")
    said = "Won back: let go at some time, and since then they spoke again or it was reopened."
    alone = f"{back.let_go or 'No'} deal{'' if back.let_go == 1 else 's'} let go, {back.won_back or 'none'} won back."
    drawn = _drawn(Chart("Deals let go and won back", labels, (Series("", values),)), alone)
    return [*drawn, *([Text(said, Tone.quiet)] if back.won_back else [])]


def _hours(back: GivenBack) -> list[Block]:
    minutes = (back.minutes_let_go, back.minutes_of_noes)
    if not any(minutes):
        return []
    in_hours = sum(minutes) >= _HOUR
    values = tuple(round(taken / _HOUR, 1) if in_hours else taken for taken in minutes)
    unit = "hours" if in_hours else "minutes"
    alone = f"{number_told(max(values))} {unit}, all in deals {'that were let go' if minutes[0] else 'where the customer said no'}."
    chart = Chart(f"{capital(unit)} that ended deals had taken", ("Let go", "Customer said no"), (Series("", values),))
    return [*_drawn(chart, alone), Text("Counted with the minutes that your policy sets for each.", Tone.quiet)]


def _others(asked: Asked, *, leads: bool) -> tuple[Button, ...]:
    other = replace(asked, is_team=not asked.is_team)
    switch = [Button("My own" if asked.is_team else "My team", _command(other))] if leads else []
    periods = [Button(label, _command(replace(asked, days=days))) for days, label in PERIODS if days != asked.days]
    return (*switch, *periods, Button("As text", f"does it work {_whose(asked)} {asked.days} days"))


def _command(asked: Asked) -> str:
    """ "chart team promises 30 days"."""
    drawn = "" if asked.drawn is Drawn.everything else f"{asked.drawn.value} "
    return f"chart {_whose(asked)} {drawn}{asked.days} days"


def _whose(asked: Asked) -> str:
    return "team" if asked.is_team else "mine"
