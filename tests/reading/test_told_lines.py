"""What lines tell of promises, next steps and waiting: our own lines, in tests/data/reading/told.txt. Today is Thu 12 March 2026, 14:00.

A line, then what it tells: T theirs and O ours as words@day@hour, N the next step as kind@day@hour@agreed, B not before.
R what came of it as outcome/result, S their words. A star stands for any kind; a promise that is not told must not be found.
"""

import json
from pathlib import Path

import pytest

from bot.reading.calldata import Account, call_data

DATA = Path(__file__).parents[1] / "data" / "reading"
LINES = [line for line in (DATA / "told.txt").read_text("utf-8").splitlines() if line and not line.startswith("#")]
CONTEXT = json.loads((DATA / "logcall_eval_context.json").read_text("utf-8"))["accounts"]
ACCOUNTS = [Account(row["account"], tuple(row["contacts"]), row["locale"], row["tz"]) for row in CONTEXT]


@pytest.mark.parametrize("row", LINES)
def test_a_line_tells_who_does_what_by_when(row):
    text, *told = row.split(" | ")
    expected = {one[0]: one[2:] for one in told}
    call = call_data({"id": 1, "text": text, "ref": "2026-03-12T14:00:00", "tz": "America/New_York"}, ACCOUNTS)
    assert _promises(call["their"]) == _wanted(expected.get("T", ""), call["their"])
    assert _promises(call["ours"]) == _wanted(expected.get("O", ""), call["ours"])
    if "N" in expected:
        assert _step(call["next"], expected["N"]) == expected["N"]
    if "B" in expected:
        assert (call["not_before"] or "")[5:] == expected["B"]
    if "R" in expected:
        assert f"{call['outcome']}/{call['result']}" == expected["R"]
    if "S" in expected:
        assert (call["said"] or "-") == expected["S"]


def _promises(made):
    return [f"{one['text']}@{(one['due'] or '')[5:]}@{one['time'] or ''}" for one in made]


def _wanted(told, made):
    """What is expected, with the whole words of the promise where it holds those that are told."""
    wanted = [one.strip().split("@") for one in told.split(";") if one.strip() not in {"", "-"}]
    whole = [one["text"] for one in made] + [""] * len(wanted)
    return [
        f"{text if words.lower() in text.lower() else words}@{day}@{hour[0] if hour else one_hour(made, at)}"
        for at, ((words, day, *hour), text) in enumerate(zip(wanted, whole, strict=False))
    ]


def one_hour(made, at):
    """No hour is told: any will do."""
    return (made[at]["time"] or "") if at < len(made) else ""


def _step(step, told):
    """The step in as many parts as are told."""
    if step is None:
        return "-"
    kind, *rest = told.split("@")
    found = [
        kind if kind == "*" else step["what"] or "",
        step["when"][5:],
        step["time"] or "",
        "y" if step["agreed"] else "n",
    ]
    return "@".join(found[: 1 + len(rest)])
