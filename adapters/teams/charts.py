"""Charts in Teams: its own chart elements, with bars of text where a client knows none; the numbers are below in words."""

from adapters.bars import bars
from adapters.teams.elements import LONGEST_TEXT, run, title, words
from adapters.teams.escaping import Json, labelled
from bot.cards import Chart, numbers_told

_LONGEST_LABEL = 60
_COLOUR = "categoricalBlue"  # one for all: by themselves the later bars grow pale


def drawn(chart: Chart) -> list[Json]:
    """The title is a heading of ours, so that it is read out as one and stands there on every client."""
    heading = title(chart.heading, LONGEST_TEXT, size="Default", spacing="Medium")
    told = [part for line in numbers_told(chart) for part in words(run(line, isSubtle=True), spacing="Small")]
    return [*heading, *_picture(chart), *told]


def _picture(chart: Chart) -> list[Json]:
    """All bars in one element, each under its own words: on one scale, and nothing is told apart by a colour alone."""
    instead = _instead(chart)
    if not instead or not chart.labels:
        return []
    points = [
        {"x": _label(f"{series.name}: {label}" if series.name else label), "y": value, "color": _COLOUR}
        for series in chart.series
        for label, value in zip(chart.labels, series.values, strict=True)
    ]
    fallback = {"type": "Container", "items": instead}
    return [{"type": "Chart.HorizontalBar", "displayMode": "AbsoluteNoAxis", "data": points, "fallback": fallback}]


def _instead(chart: Chart) -> list[Json]:
    return [part for line in bars(chart) for part in words(run(line, fontType="Monospace"), spacing="None")]


def _label(text: str) -> str:
    return labelled(text, _LONGEST_LABEL)
