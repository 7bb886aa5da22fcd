"""`python -m benchmarks.plots` draws the tables of docs/performance.md, as SVG made by hand: each figure against its gate, and
what was mended before and after. The tables are what is true; a plot is only looked at.
"""

import math
from collections.abc import Sequence
from html import escape
from pathlib import Path

DOCS = Path(__file__).parents[1] / "docs"
_WIDE, _LEFT, _ROW, _BAR = 980, 400, 22, 14
_LEAST, _MOST = 0.02, 50.0  # of the gate
_OK, _MISSED, _BEFORE = "#2e7d4f", "#b3402a", "#b9b4a7"
Bar = tuple[str, float, str, str]  # its label, its length from 0 to 1, its colour, what stands behind it


def rows(heading: str) -> list[list[str]]:
    """The cells of the table under a heading."""
    text = (DOCS / "performance.md").read_text(encoding="utf-8").partition(f"## {heading}\n")[2].partition("\n## ")[0]
    lines = [line for line in text.splitlines() if line.startswith("|")][2:]
    return [[cell.replace("**", "").strip() for cell in line.strip("|").split("|")] for line in lines]


def number(cell: str) -> float:
    return float(cell.replace(",", "").lstrip("≤≥ ").split()[0].rstrip("x%"))


def against_gates() -> list[Bar]:
    bars = []
    for job, figure, gate, measured, *_ in rows("Results"):
        if gate == "none":
            continue
        share = number(gate) / number(measured) if gate.startswith("≥") else number(measured) / number(gate)
        bars.append((f"{job}: {figure}", _place(share), _OK if share <= 1 else _MISSED, f"{measured} of {gate}"))
    return bars


def before_and_after() -> list[Bar]:
    bars = []
    for what, before, after, *_ in rows("What was mended"):
        most = max(number(before), number(after))
        bars += [
            (what, number(before) / most, _BEFORE, f"before {before}"),
            ("", number(after) / most, _OK, f"after {after}"),
        ]
    return bars


def _place(share: float) -> float:
    """Logarithmic: a tenth of a gate and ten times it are as far from it."""
    inside = min(max(share, _LEAST), _MOST)
    return math.log(inside / _LEAST) / math.log(_MOST / _LEAST)


def drawn(title: str, bars: Sequence[Bar], line_at: float | None = None) -> str:
    tall, room = _ROW * len(bars) + 50, _WIDE - _LEFT - 170
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{_WIDE}" height="{tall}" font-family="sans-serif" font-size="12">',
        f'<title>{escape(title)}</title><rect width="100%" height="100%" fill="#fff"/>',
        f'<text x="10" y="22" font-size="15" font-weight="bold">{escape(title)}</text>',
    ]
    for place, (label, length, colour, behind) in enumerate(bars):
        top, wide = 38 + place * _ROW, max(2.0, length * room)
        parts += [
            f'<text x="{_LEFT - 8}" y="{top + 11}" text-anchor="end">{escape(label)}</text>',
            f'<rect x="{_LEFT}" y="{top}" width="{wide:.0f}" height="{_BAR}" fill="{colour}"/>',
            f'<text x="{_LEFT + wide + 6:.0f}" y="{top + 11}" fill="#555">{escape(behind)}</text>',
        ]
    if line_at is not None:
        x = _LEFT + line_at * room
        parts.append(f'<line x1="{x:.0f}" x2="{x:.0f}" y1="32" y2="{tall - 8}" stroke="#222" stroke-dasharray="4 3"/>')
    return "\n".join([*parts, "</svg>", ""])


def main() -> None:
    pictures = DOCS / "pictures"
    gates = drawn("Each figure as a share of its gate (the line; logarithmic)", against_gates(), _place(1.0))
    (pictures / "performance-gates.svg").write_text(gates, encoding="utf-8")
    mended = drawn("Before and after", before_and_after())
    (pictures / "performance-mended.svg").write_text(mended, encoding="utf-8")


if __name__ == "__main__":
    main()
