"""Charts in Slack: its own chart block where one may stand, else bars of text. The numbers are in words in both.

Its own block is for messages that stay and takes two a message; whoever cannot draw it still has the numbers below.
"""

from collections.abc import Sequence

from adapters.bars import groups
from adapters.cutting import length
from adapters.slack import rich
from adapters.slack.escaping import Json
from bot.cards import Chart, numbers_told
from bot.hygiene import clean

MOST = 2  # of Slack's own charts in a message
_LONGEST_TITLE = 50
_LONGEST_LABEL = 20
_MOST_LABELS, _MOST_SERIES = 20, 6


def is_drawable(chart: Chart) -> bool:
    """Whether Slack's own block takes it as it is; nothing is cut for it."""
    names = [series.name or chart.title[:_LONGEST_LABEL] for series in chart.series]
    return (
        _are_told_apart(chart.labels, _MOST_LABELS)
        and _are_told_apart(names, _MOST_SERIES)
        and _is_short(chart.heading, _LONGEST_TITLE)
    )


def own_block(chart: Chart) -> list[Json]:
    """Slack's own chart, and its numbers below it."""
    series = [
        {
            "name": one.name or chart.title[:_LONGEST_LABEL],
            "data": [{"label": label, "value": value} for label, value in zip(chart.labels, one.values, strict=True)],
        }
        for one in chart.series
    ]
    drawn = {"type": "bar", "series": series, "axis_config": {"categories": list(chart.labels)}}
    told = rich.block(*(rich.bullet(rich.text(line)) for line in numbers_told(chart)))
    return [{"type": "data_visualization", "title": chart.heading, "chart": drawn}, rich.joined([told])]


def text_bars(chart: Chart) -> list[Json]:
    """A series' name stands above its bars: among them it would look like one more."""
    parts: list[Json] = []
    for number, (name, lines) in enumerate(groups(chart)):
        above = "\n".join(filter(None, ("" if number else chart.heading, name)))  # two sections would run together
        parts += [rich.section(rich.text(above, bold=True))] if above else []
        parts.append(rich.to_copy("\n".join(lines)))
    return [rich.block(*(parts or [rich.section(rich.text(chart.heading, bold=True))]))]


def _are_told_apart(labels: Sequence[str], most: int) -> bool:
    return (
        0 < len(labels) <= most
        and len(set(labels)) == len(labels)
        and all(_is_short(one, _LONGEST_LABEL) for one in labels)
    )


def _is_short(text: str, longest: int) -> bool:
    return bool(text.strip()) and clean(text) == text and length(text) <= longest
