"""A chart as lines of text, for where nothing can be drawn: bars of equal letters, each with its label and number."""

from adapters.cutting import literal, one_line
from bot.cards import Chart, number_told

_LONGEST_BAR = 12  # so that label, bar and number stand in one line on a phone
_LONGEST_LABEL = 20
_LONGEST_NAME = 150
_FULL = "▇"


def bars(chart: Chart) -> list[str]:
    """Every value is shown by its number too; the longest bar is that of the largest, and only of none there is no bar."""
    labels = [one_line(label, _LONGEST_LABEL) for label in chart.labels]
    width = max(map(len, labels), default=0)
    largest = max((value for series in chart.series for value in series.values), default=0)
    lines = []
    for series in chart.series:
        name = literal(series.name, _LONGEST_NAME)
        lines += [name] if name.strip() else []
        lines += [
            " ".join(filter(None, (label.ljust(width), _bar(value, largest), number_told(value))))
            for label, value in zip(labels, series.values, strict=True)
        ]
    return lines


def _bar(value: float, largest: float) -> str:
    return _FULL * max(1, round(value / largest * _LONGEST_BAR)) if value > 0 else ""
