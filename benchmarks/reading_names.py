"""A part of `make eval`: which company a noisy name means, among several hundred. `DATA=dir` names another folder.

The folder holds `names/dnb_test_names.csv` and `names/dnb_adjusted_test_names.csv`: row i of one is row i of the other.
"""

import csv
import os
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from bot.reading.names import Known, match_deal

OURS = Path(__file__).parents[1] / "tests" / "data"
TOP_1 = 0.97  # the gate; and nobody is ever taken wrongly without asking


@dataclass
class Names:
    """What came of the noisy names: `wrong` were taken without asking, as (typed, taken, meant)."""

    of: int
    first: int = 0
    sure: int = 0
    offered_nobody: int = 0
    wrong: list[tuple[str, str, str]] = field(default_factory=list)

    @property
    def share(self) -> float:
        return self.first / self.of


def data_folder() -> Path:
    return Path(os.environ.get("DATA") or OURS)


def pairs(folder: Path) -> tuple[list[str], list[str]]:
    """The names, and what was typed for each."""
    return _column(folder / "names" / "dnb_test_names.csv"), _column(folder / "names" / "dnb_adjusted_test_names.csv")


def measured(names: Sequence[str], typed: Sequence[str]) -> Names:
    known = [Known(number, name, "") for number, name in enumerate(names)]
    found = Names(len(typed))
    for name, query in zip(names, typed, strict=True):
        match = match_deal(query, known)
        taken = names[match.ids[0]] if match.ids else ""
        found.first += taken == name
        found.sure += match.sure
        found.offered_nobody += not match.ids
        if match.sure and taken != name:
            found.wrong.append((query, taken, name))
    return found


def print_names() -> None:
    found = measured(*pairs(data_folder()))
    print(f"{found.of} noisy names of companies")
    print(f"  first of what is offered: {found.first} of {found.of}, {found.share:.1%} (gate {TOP_1:.0%})")
    print(f"  taken without asking: {found.sure}, of these wrongly: {len(found.wrong)} (gate 0)")
    print(f"  nobody offered: {found.offered_nobody}")
    for query, taken, name in found.wrong:
        print(f"    {query!r}: taken for {taken}, meant was {name}")


def _column(path: Path) -> list[str]:
    with path.open(encoding="utf-8", newline="") as lines:
        return [row["company_name"] for row in csv.DictReader(lines)]
