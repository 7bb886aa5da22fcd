"""`make eval`: how well call lines, dates and names are read, field by field and set by set. Never one number.

`DATA=folder` reads another folder: call lines in it or in its `reading`, and `dates` and `names` beside them.
"""

import os
from pathlib import Path

from benchmarks import reading_calls, reading_dates
from benchmarks.reading_names import print_names

DATA = Path(os.environ.get("DATA") or Path(__file__).parents[1] / "tests" / "data")


def main() -> None:
    beside = (DATA / "logcall_eval.jsonl").exists()
    reading_calls.show(DATA if beside else DATA / "reading")
    reading_dates.show()
    print_names()


if __name__ == "__main__":
    main()
