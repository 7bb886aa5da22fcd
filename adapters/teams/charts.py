"""Charts in Teams: its own chart elements, with bars of text where a client knows none; the numbers are below in words."""

from dataclasses import replace

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
    """The bars of each of the two sides under its name, which no label then repeats; each bar has its number."""
    return [part for series in chart.series for part in _side(replace(chart, series=(series,)))]


def _side(chart: Chart) -> list[Json]:
    (series,) = chart.series
    instead = _instead(replace(chart, series=(replace(series, name=""),)))
    if not instead or not chart.labels:
        return []
    points = [
        {"x": _label(label), "y": value, "color": _COLOUR}
        for label, value in zip(chart.labels, series.values, strict=True)
    ]
    fallback = {"type": "Container", "items": instead}
    drawn = {"type": "Chart.HorizontalBar", "displayMode": "AbsoluteNoAxis", "data": points, "fallback": fallback}
    return [*words(run(series.name, weight="Bolder"), spacing="Small"), drawn]


def _instead(chart: Chart) -> list[Json]:
    return [part for line in bars(chart) for part in words(run(line, fontType="Monospace"), spacing="None")]


def _label(text: str) -> str:
    return labelled(text, _LONGEST_LABEL)
