"""A chart as inline SVG. Widths are in percent and letters in pixels, so that it is read on a phone as on a desk.

No meaning is in a colour: each bar has its label before it and its number behind it. A screen reader reads both, in words, from the picture.
"""

from collections.abc import Iterator

from markupsafe import Markup

from adapters.cutting import one_line
from bot.cards import Chart, number_told, numbers_told

_ROW, _HEAD = 28, 26  # pixels
_BAR = 16
_BARS_BEGIN, _LONGEST = 50, 38  # percent; on a phone a label and a number of four fit beside the bar
_LONGEST_LABEL, _LONGEST_NAME = 20, 36  # letters that are seen on a phone; all of them are read out


def chart_html(chart: Chart) -> Markup:
    rows = list(_rows(chart))
    told = numbers_told(chart)
    height = sum(tall for tall, _ in rows)
    drawn, top = Markup(""), 0
    for tall, row in rows:
        drawn += Markup('<g transform="translate(0 {})">{}</g>').format(top, row)
        top += tall
    return Markup(
        '<figure class="chart"><figcaption>{heading}</figcaption><svg role="img" width="100%" height="{height}" aria-label="{label}">'
        "<title>{heading}</title><desc>{label}</desc>{drawn}</svg></figure>"
    ).format(heading=chart.heading, height=height, label=f"{chart.heading}. {'. '.join(told)}", drawn=drawn)


def _rows(chart: Chart) -> Iterator[tuple[int, Markup]]:
    """Each with its height."""
    largest = max((value for series in chart.series for value in series.values), default=0)
    for series in chart.series:
        if series.name:
            yield (
                _HEAD,
                Markup('<text class="name" x="0" y="18">{}</text>').format(one_line(series.name, _LONGEST_NAME)),
            )
        for label, value in zip(chart.labels, series.values, strict=True):
            yield _ROW, _row(label, value, largest, stressed=label == chart.stressed)


def _row(label: str, value: float, largest: float, *, stressed: bool) -> Markup:
    width = round(value / largest * _LONGEST, 2) if largest > 0 and value > 0 else 0
    bar = (
        Markup('<rect{} x="{}%" y="{}" width="{}%" height="{}" rx="2"/>').format(
            Markup(' class="stressed"') if stressed else "", _BARS_BEGIN, (_ROW - _BAR) // 2, width, _BAR
        )
        if width
        else ""
    )
    return Markup(
        '<text x="0" y="19">{}</text>{}<text class="number" x="{}%" dx="6" y="19">{}</text>'
    ).format(one_line(label, _LONGEST_LABEL), bar, _BARS_BEGIN + width, number_told(value))  # fmt: skip
