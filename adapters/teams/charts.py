"""Charts in Teams: its own chart elements, with bars of text where a client knows none. Each bar has its number."""

from adapters.bars import bars
from adapters.teams.elements import LONGEST_TEXT, run, title, words
from adapters.teams.escaping import Json, labelled
from bot.cards import Chart

_LONGEST_LABEL = 60
_PADDING = "\u00a0\u00a0"  # of several blanks in a row one alone is shown
_COLOUR, _STRESSED = "categoricalBlue", "warning"  # of ours: by themselves the later bars grow pale


def drawn(chart: Chart) -> list[Json]:
    """The title is a heading of ours, so that it is read out as one and stands there on every client."""
    return [*title(chart.heading, LONGEST_TEXT, size="Default", spacing="Medium"), *_picture(chart)]


def _picture(chart: Chart) -> list[Json]:
    """Both sides in one picture: Teams gives each picture a scale of its own, and a 6 would look as long as a 13."""
    points = [
        {
            "x": _label(f"{series.name}: {label[:1].lower()}{label[1:]}" if series.name else label),
            "y": value,
            "color": _STRESSED if label == chart.stressed else _COLOUR,
        }
        for series in chart.series
        for label, value in zip(chart.labels, series.values, strict=True)
    ]
    told = (line.replace("  ", _PADDING) for line in bars(chart))
    instead = [part for line in told for part in words(run(line, fontType="Monospace"), spacing="None")]
    if not points or not instead:
        return []
    fallback = {"type": "Container", "items": instead}
    return [{"type": "Chart.HorizontalBar", "displayMode": "AbsoluteNoAxis", "data": points, "fallback": fallback}]


def _label(text: str) -> str:
    return labelled(text, _LONGEST_LABEL)
