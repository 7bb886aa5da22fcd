"""A chart as lines of text, for where nothing can be drawn: bars of equal letters, each with its label and number."""

from adapters.cutting import literal, one_line
from bot.cards import Chart, number_told

_LONGEST_BAR = 12  # so that bar, number and label stand in one line on a phone
_LONGEST_LABEL = 40
_LONGEST_NAME = 150
_FULL = "▇"


def bars(chart: Chart) -> list[str]:
    """Bar, number, label: bars begin below each other in whatever letters are drawn. Only of none there is no bar."""
    largest = max((value for series in chart.series for value in series.values), default=0)
    lines = []
    for series in chart.series:
        name = literal(series.name, _LONGEST_NAME)
        lines += [name] if name.strip() else []
        for label, value in zip(chart.labels, series.values, strict=True):
            told = f"{number_told(value)} {one_line(label, _LONGEST_LABEL)}"
            lines.append(f"{_bar(value, largest)} {told}".strip())
    return lines


def _bar(value: float, largest: float) -> str:
    return _FULL * max(1, round(value / largest * _LONGEST_BAR)) if value > 0 else ""
