"""`make eval`: how well call lines are read, field by field, on 50 synthetic lines (tests/data/reading). Never one number.

Harm weighs most: a fact recorded wrongly without asking. One author wrote the lines; they show robustness only.
"""

import json
from collections import Counter
from datetime import date
from pathlib import Path
from typing import Any

from benchmarks import reading_dates
from benchmarks.reading_names import print_names
from bot.model import Result, Side
from bot.reading.calltext import CallReading, read_rest
from bot.reading.names import Known, leading_name, match_deal
from bot.reading.speech import split_head

DATA = Path(__file__).parents[1] / "tests" / "data" / "reading"
_ADVANCED = {Result.advance.value, Result.order.value}


def main() -> None:
    cases = [json.loads(line) for line in (DATA / "logcall_eval.jsonl").read_text(encoding="utf-8").splitlines()]
    accounts = json.loads((DATA / "logcall_eval_context.json").read_text(encoding="utf-8"))["accounts"]
    known = [Known(n, row["account"], "", tuple(row["contacts"])) for n, row in enumerate(accounts)]
    right: Counter[str] = Counter()
    asked: Counter[str] = Counter()
    for case in cases:
        today = date.fromisoformat(case["ref"][:10])
        who, rest = split_head(case["text"])
        if not match_deal(who, known).sure and (named := leading_name(case["text"].replace(":", " : "), known)):
            who, rest = named, case["text"][len(named) :].lstrip(" :,;-–")
        call = read_rest(who, rest, today, day_first=False)
        match = match_deal(who, known)
        account = known[match.ids[0]].company if match.sure else None
        right.update(_score(call, case["expect"], account))
        asked.update(account=account is None)
    print(f"{len(cases)} synthetic lines")
    for field in ("account", "outcome", "result", "said", "due dates", "harm"):
        total = right[f"{field} of"] or len(cases)
        print(f"  {field:10} {right[field]:3} of {total}")
    print(f"  asked which deal: {asked['account']}")
    reading_dates.show()
    print_names()


def _score(call: CallReading, expect: dict[str, Any], account: str | None) -> Counter[str]:
    found: Counter[str] = Counter()
    wanted = expect["account"] if isinstance(expect["account"], list) else [expect["account"]]
    found["account"] += account in wanted
    found["outcome"] += call.outcome.value == expect["outcome"]
    found["result"] += call.result.value == expect["result"]
    found["said"] += bool(call.said) == bool(expect.get("said"))
    for side, name in ((Side.theirs, "their"), (Side.ours, "ours")):
        read = {p.due.on.isoformat() for p in call.promises if p.side is side and p.due and p.due.on}
        dated = [one["due"] for one in expect.get(name) or [] if one.get("due")]
        found["due dates of"] += len(dated)
        found["due dates"] += sum(due in read for due in dated)
    happy_ears = call.result.value in _ADVANCED and expect["result"] not in _ADVANCED
    found["harm"] += (account is not None and account not in wanted) or happy_ears
    return found


if __name__ == "__main__":
    main()
