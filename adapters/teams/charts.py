"""Charts in Teams: its own chart elements, with bars of text where a client knows none; the numbers are below in words."""

from adapters.bars import bars
from adapters.teams.elements import LONGEST_TEXT, run, title, words
from adapters.teams.escaping import Json, labelled
from bot.cards import Chart, numbers_told

_LONGEST_LABEL = 40


def drawn(chart: Chart) -> list[Json]:
    """The title is a heading of ours, so that it is read out as one and stands there on every client."""
    heading = title(chart.heading, LONGEST_TEXT, size="Default", spacing="Medium")
    told = [part for line in numbers_told(chart) for part in words(run(line, isSubtle=True), spacing="Small")]
    return [*heading, *_picture(chart), *told]


def _picture(chart: Chart) -> list[Json]:
    instead = _instead(chart)
    if not instead or not chart.labels:
        return []
    of_one = len(chart.series) == 1
    return [{**(_one(chart) if of_one else _several(chart)), "fallback": {"type": "Container", "items": instead}}]


def _one(chart: Chart) -> Json:
    points = zip(chart.labels, chart.series[0].values, strict=True)
    return {
        "type": "Chart.HorizontalBar",
        "displayMode": "AbsoluteNoAxis",
        "data": [{"x": _label(label), "y": value} for label, value in points],
    }


def _several(chart: Chart) -> Json:
    return {
        "type": "Chart.VerticalBar.Grouped",
        "data": [
            {
                "legend": _label(series.name),
                "values": [{"x": _label(x), "y": y} for x, y in zip(chart.labels, series.values, strict=True)],
            }
            for series in chart.series
        ],
    }


def _instead(chart: Chart) -> list[Json]:
    return [part for line in bars(chart) for part in words(run(line, fontType="Monospace"), spacing="None")]


def _label(text: str) -> str:
    return labelled(text, _LONGEST_LABEL)
