"""A figure is the median of ratios within one run, each from two measurements of the same shuffled round."""

import random
import statistics
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

ABSOLUTE = 3.0  # a limit in milliseconds fails only beyond three times its value


@dataclass(frozen=True)
class Figure:
    job: str
    ratios: Sequence[float]
    gate: float = 0.0  # none
    least: float = 0.0
    note: str = ""

    @property
    def middle(self) -> float:
        return statistics.median(self.ratios)

    @property
    def is_ok(self) -> bool:
        return not self.gate or self.least <= self.middle <= self.gate


def shuffled(count: int, measured: Mapping[str, Callable[[int], float]]) -> dict[str, list[float]]:
    """What each measured in each of `count` rounds; the order changes, so that nobody always comes after the same."""
    names, found = list(measured), {name: [0.0] * count for name in measured}
    for number in range(count):
        random.shuffle(names)
        for name in names:
            found[name][number] = measured[name](number)
    return found


def over(these: Sequence[float], those: Sequence[float]) -> list[float]:
    return [this / that for this, that in zip(these, those, strict=True)]


def table(figures: Sequence[Figure]) -> str:
    lines = [f"{'job':44} {'ratio':>8} {'min':>8} {'max':>8}  {'gate':11} "]
    for one in figures:
        gate = f"{one.least:.2f}-{one.gate:.2f}" if one.least else f"<= {one.gate:.2f}" if one.gate else "-"
        verdict = "" if not one.gate else "ok" if one.is_ok else "NOT ok"
        span = f"{one.middle:7.2f}x {min(one.ratios):7.2f}x {max(one.ratios):7.2f}x"
        lines.append(f"{one.job:44} {span}  {gate:11} {verdict:7}{one.note}".rstrip())
    return "\n".join(lines)
