"""The figures of the work as charts: counts and hours, each with its numbers in words, nobody ranked (S1, H51, H52)."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from bot.cards import Block, Button, Buttons, Card, Chart, Series, Text, Tone, number_told
from bot.days import written
from bot.playbook.given_back import GivenBack
from bot.playbook.measures import ENOUGH, Drawn, Kept, Measures
from bot.playbook.parts import capital
from bot.views.effort import calls
from bot.views.measures import PERIODS, over, promises_told

_REPS = 3  # to whose deals there is a way
_LATE, _MOVED = "Late and open", "Missed and moved"
_HOUR = 60  # minutes
_ENDED, _ENDINGS = "Deals that ended", ("Won", "Lost", "Let go", "Won back")
_NOTHING = {
    Drawn.everything: "Nothing to draw yet: log a few calls, and what came of them stands here.",
    Drawn.promises: "No promise of either side fell due in that time.",
    Drawn.touches: "No call or message was logged in that time.",
    Drawn.deals: "No deal ended in that time, and none came back.",
    Drawn.hours: "No deal was let go in that time, and no customer said no.",
}


@dataclass(frozen=True)
class Asked:
    """What is to be drawn, of whom, over how long a time.

    `since`: the first day on which anything was logged, where the time asked for begins before it.
    """

    drawn: Drawn
    days: int
    today: date
    is_team: bool = False
    since: date | None = None

    def draws(self, *parts: Drawn) -> bool:
        return self.drawn in parts


@dataclass(frozen=True)
class Reader:
    """Whether they lead anybody, and the first names of whom they lead: a rep's chart has none."""

    leads: bool = False
    names: Mapping[int, str] = field(default_factory=dict)


def charts_card(found: Measures, back: GivenBack, asked: Asked, reader: Reader, *, ours_left_out: bool = False) -> Card:
    every = Drawn.everything
    blocks = [
        *(_promises(found) if asked.draws(every, Drawn.promises) else ()),
        *(_touches(found) if asked.draws(every, Drawn.touches) else ()),
        *(_ended(back) if asked.draws(every) else ()),
        *(_deals(back) if asked.draws(Drawn.deals) else ()),
        *(_hours(back) if asked.draws(Drawn.hours) else ()),
    ]
    first = _what_to_do(found, asked, reader.names) if asked.draws(every, Drawn.promises) else ()
    others = Buttons(_others(asked, leads=reader.leads))
    if not blocks:
        log = (Button("Log a call", "log"),) if asked.draws(every) else ()
        return Card(_title(asked), (Text(_NOTHING[asked.drawn]), Buttons((*log, *others.buttons))))
    ours = " What we promised is drawn from three reps on who promised." if ours_left_out else ""
    whose = (
        f"Names are in alphabetical order; nobody is ranked. A promise that missed its new day counts as late; one that was put off in time counts on its new day.{ours}"
        if asked.is_team
        else "Only you see this chart."
    )
    return Card(_title(asked), (*first, *blocks, Text(whose, Tone.quiet), others))


def _title(asked: Asked) -> str:
    """ "Your team in charts, Thu 26 November: since Wed 28 October"."""
    whose = "Your team" if asked.is_team else "Your own work"
    time = f"since {written(asked.since, asked.today)}" if asked.since else f"the last {over(asked.days)}"
    return f"{whose} in charts, {written(asked.today, asked.today)}: {time}"


def too_few_for_a_team(asked: Asked) -> Card:
    """Of three each is one of several; of two, one reads the other's."""
    told = "A team is drawn from three reps on who logged something in that time: of fewer, each could be told apart."
    mine = Button("My own", _command(replace(asked, is_team=False)))
    return Card("", (Text(told), Buttons((mine, Button("My team", "where my team")))))


def _what_to_do(found: Measures, asked: Asked, names: Mapping[int, str]) -> tuple[Block, ...]:
    """What the figures ask for, of whom, and the way to it; nothing where nothing is late."""
    theirs, ours = found.theirs, found.ours
    is_ours = ours.still_open > 0 and ours.still_open >= theirs.still_open
    late = ours if is_ours else theirs
    if not late.still_open:
        return ()
    whose = ("our" if asked.is_team else "your") if is_ours else "the customers'"
    first = "ours first; " if ours.still_open else ""
    chase = f"Press “What is late?”: {first}open one to ask its rep." if asked.is_team else "Ask for another day."
    too = f"{_ours_too(ours, names)}. " if ours.still_open else ""
    ours_alone = chase if asked.is_team else f"Do {'that' if late.still_open == 1 else 'those'} first."
    ask = ours_alone if is_ours else f"{too}{chase}"
    ways = (Button("What is late?", "late", primary=True), *_reps_with(late, names))
    return Text(_late_of(late, whose, names, ask=ask), Tone.strong), Buttons(ways)


def _reps_with(late: Kept, names: Mapping[int, str]) -> Iterable[Button]:
    reps = sorted((names[id_], id_) for id_ in late.late_with if id_ in names)
    return (Button(f"{name}'s deals", f"where rep {id_}") for name, id_ in reps[:_REPS])


def _late_of(kept: Kept, whose: str, names: Mapping[int, str], *, ask: str) -> str:
    """ "13 of the customers' 14 promises are late: Lena 4, Omar 5, Tom 4. Ask each rep on which day they call."; by name, so that nobody is first."""
    many = (
        f"{kept.still_open} of {whose} {kept.due} promises that fell due {'is' if kept.still_open == 1 else 'are'} late"
    )
    if kept.still_open == kept.due:
        many = (
            f"All {kept.due} of {whose} promises that fell due are late"
            if kept.due > 1
            else f"{capital(whose)} one promise that fell due is late"
        )
    listed = _with_whom(kept, names)
    return f"{many}: {listed}. {ask}" if listed else f"{many}. {ask}"


def _ours_too(ours: Kept, names: Mapping[int, str]) -> str:
    """ "3 of ours are late too: Lena 1, Tom 2"."""
    listed = _with_whom(ours, names)
    are = "is" if ours.still_open == 1 else "are"
    return f"{ours.still_open} of ours {are} late too{f': {listed}' if listed else ''}"


def _with_whom(kept: Kept, names: Mapping[int, str]) -> str:
    with_whom = sorted((names[id_], count) for id_, count in kept.late_with.items() if id_ in names)
    return ", ".join(f"{name} {count}" for name, count in with_whom)


def _promises(found: Measures) -> list[Block]:
    sides = [(who, kept) for who, kept in (("Customers", found.theirs), ("We", found.ours)) if kept.due]
    if not sides:
        return []
    labels = ("Kept in time", "Kept late", _LATE, _MOVED, "Not kept")
    counts = [_kept(kept) for _, kept in sides]
    there = [at for at in range(len(labels)) if any(count[at] for count in counts)]
    series = tuple(Series(who, tuple(count[at] for at in there)) for (who, _), count in zip(sides, counts, strict=True))
    chart = Chart("Promises that fell due", tuple(labels[at] for at in there), series, stressed=_LATE)
    return _drawn(chart, " ".join(told for who, kept in sides for told in promises_told(who, kept)))


def _drawn(chart: Chart, told: str) -> list[Block]:
    """A number alone is no picture: there is nothing to hold it against, and a sentence says it."""
    several = sum(value > 0 for series in chart.series for value in series.values) > 1
    return [chart] if several else [Text(chart.heading, Tone.strong), Text(told)]


def _kept(kept: Kept) -> tuple[float, ...]:
    not_kept = kept.due - kept.kept - kept.still_open - kept.moved
    return (kept.kept - kept.late, kept.late, kept.still_open, kept.moved, not_kept)


def _touches(found: Measures) -> list[Block]:
    touched = found.touched
    if not touched.touches:
        return []
    values = (touched.touches, touched.answered, touched.advanced)
    labels = ("Calls and messages", "Answered", "They promised a step")
    drawn = Chart("Calls and messages, and what came of them", labels, (Series("", values),))
    per = round(touched.touches / touched.advanced) if touched.advanced and touched.touches >= ENOUGH else 0
    each = Text(f"About {calls(per)} for each promise of theirs.")
    return [*_drawn(drawn, f"{touched.touches} made, none answered yet."), *([each] if per else [])]


def _ended(back: GivenBack) -> list[Block]:
    """In a line: these are few, and a bar makes no more of them."""
    told = ", ".join(f"{label.lower()} {count}" for label, count in zip(_ENDINGS, _endings(back), strict=True) if count)
    minutes = back.minutes_let_go + back.minutes_of_noes
    hours = number_told(round(minutes / _HOUR, 1))
    freed = f" What you let go or lost had taken {hours} hours, free again now." if minutes > _HOUR else ""
    return [Text(_ENDED, Tone.strong), Text(f"{capital(told)}.{freed}")] if told else []


def _deals(back: GivenBack) -> list[Block]:
    counts = _endings(back)
    several = sum(count > 0 for count in counts) > 1
    labels = (*_ENDINGS, "Signed since then") if back.won_back else _ENDINGS
    chart = Chart(_ENDED, labels, (Series("", (*counts, back.signed_since)[: len(labels)]),))
    said = "Won back: let go at some time, and since then they spoke again or it was reopened."
    return [*([chart] if several else _ended(back)), *([Text(said, Tone.quiet)] if back.won_back else [])]


def _endings(back: GivenBack) -> tuple[int, ...]:
    return (back.won, back.lost, back.let_go, back.won_back)


def _hours(back: GivenBack) -> list[Block]:
    minutes = (back.minutes_let_go, back.minutes_of_noes)
    if not any(minutes):
        return []
    in_hours = sum(minutes) >= _HOUR
    values = tuple(round(taken / _HOUR, 1) if in_hours else taken for taken in minutes)
    unit = "hours" if in_hours else "minutes"
    which = "that were let go" if minutes[0] else "where the customer said no"
    alone = f"The deals {which} had taken {number_told(max(values))} {unit}."
    chart = Chart(f"{capital(unit)} that ended deals had taken", ("Let go", "Customer said no"), (Series("", values),))
    return [*_drawn(chart, alone), Text("Counted with the minutes that your policy sets for each.", Tone.quiet)]


def _others(asked: Asked, *, leads: bool) -> tuple[Button, ...]:
    other = replace(asked, is_team=not asked.is_team)
    switch = [Button("My team", _command(other))] if leads and not asked.is_team else []
    periods = [Button(label, _command(replace(asked, days=days))) for days, label in PERIODS if days != asked.days]
    most = (
        1 if asked.is_team else len(periods)
    )  # with the ways to three reps there are six, all that a card of Teams shows
    return (*switch, *periods[:most], Button("As text", f"does it work {_whose(asked)} {asked.days} days"))


def _command(asked: Asked) -> str:
    """ "chart team promises 30 days"."""
    drawn = "" if asked.drawn is Drawn.everything else f"{asked.drawn.value} "
    return f"chart {_whose(asked)} {drawn}{asked.days} days"


def _whose(asked: Asked) -> str:
    return "team" if asked.is_team else "mine"
