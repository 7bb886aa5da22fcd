"""A chart as lines of text, for where nothing can be drawn: bars of equal letters, each with its label and number."""

from adapters.cutting import literal, one_line
from bot.cards import Chart, number_told

_LONGEST_BAR = 12  # so that bar, number and label stand in one line on a phone
_LONGEST_LABEL = 40
_LONGEST_NAME = 150
_FULL = "▇"


def bars(chart: Chart) -> list[str]:
    """Each series' name, then its bars."""
    return [line for name, lines in groups(chart) for line in ([name] if name else []) + lines]


def groups(chart: Chart) -> list[tuple[str, list[str]]]:
    """By series: label, number, bar, below each other where letters are of one width. Only of none there is no bar."""
    largest = max((value for series in chart.series for value in series.values), default=0)
    labels = [one_line(label, _LONGEST_LABEL) for label in chart.labels]
    numbers = [number_told(value) for series in chart.series for value in series.values]
    wide, long = max(map(len, labels), default=0), max(map(len, numbers), default=0)
    return [
        (
            literal(series.name, _LONGEST_NAME).strip(),
            [
                f"{label:<{wide}} {number_told(value):>{long}} {_bar(value, largest)}".rstrip()
                for label, value in zip(labels, series.values, strict=True)
            ],
        )
        for series in chart.series
    ]


def _bar(value: float, largest: float) -> str:
    return _FULL * max(1, round(value / largest * _LONGEST_BAR)) if value > 0 else ""
