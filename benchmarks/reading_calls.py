"""How well call lines become data, measure by measure: `call_data` on lines of which the facts are known.

Harm weighs most, a fact recorded wrongly without asking: a wrong account, a date that the line does not hold, an advance or
order that did not happen, words in their mouth. Where the bot asks, nothing is recorded, and nothing can be harmful.
"""

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from pathlib import Path
from typing import Any

from bot.reading.calldata import Account, call_data

Row = Mapping[str, Any]
LINES, CONTEXT = "logcall_eval.jsonl", "logcall_eval_context.json"
_ADVANCED = {"advance", "order"}
_DATE = re.compile(r"\d{4}-\d\d-\d\d")
_NO_FACTS = {"text", "note", "id", "ref", "asks"}
_ALIKE = Fraction(7, 10)  # of two quotations: the words they share
_UNCLEAR = ("ambig", "ask", "unknown")


@dataclass
class Share:
    """So many of so many."""

    right: int = 0
    of: int = 0

    def add(self, is_right: bool) -> None:  # noqa: FBT001 - it is what is counted
        self.right += is_right
        self.of += 1

    @property
    def part(self) -> Fraction:
        return Fraction(self.right, self.of) if self.of else Fraction(1)

    @property
    def told(self) -> str:
        return f"{self.right:4} of {self.of:4}  {float(self.part):4.0%}"


@dataclass
class Found:
    """What was found, what should not have been, and what was missed."""

    hits: int = 0
    extra: int = 0
    missed: int = 0

    @property
    def f1(self) -> Fraction:
        most = 2 * self.hits + self.extra + self.missed
        return Fraction(2 * self.hits, most) if most else Fraction(1)


@dataclass
class Score:
    account: Share = field(default_factory=Share)
    outcome: Share = field(default_factory=Share)
    result: Share = field(default_factory=Share)
    said: Share = field(default_factory=Share)
    next: Share = field(default_factory=Share)
    due: Share = field(default_factory=Share)
    needless: Share = field(default_factory=Share)  # asks about a line that is clear
    dated: Found = field(default_factory=Found)  # commitments with the right date
    undated: Found = field(default_factory=Found)  # commitments, whatever their date
    harm: dict[str, list[str]] = field(default_factory=dict)


def show(folder: Path) -> None:
    found = score(*read(folder))
    print(f"call lines: {found.account.of}")
    for line, wrong in found.harm.items():
        print(f"  harm in {line}: {'; '.join(wrong)}")
    print(f"  {'harm':14} {len(found.harm):4}")
    for name in ("account", "outcome", "result", "said", "next", "due"):
        print(f"  {name:14} {getattr(found, name).told}")
    print(f"  {'commitments':14} F1 {float(found.dated.f1):.2f}, without dates {float(found.undated.f1):.2f}")
    print(f"  {'needless asks':14} {found.needless.told}")


def read(folder: Path) -> tuple[list[dict[str, Any]], list[Account]]:
    """The lines with what is expected of each, and the accounts that are known."""
    cases = [json.loads(line) for line in (folder / LINES).read_text(encoding="utf-8").splitlines() if line.strip()]
    rows = json.loads((folder / CONTEXT).read_text(encoding="utf-8"))["accounts"]
    known = [Account(r["account"], tuple(r.get("contacts", ())), r.get("locale", "US"), r.get("tz", "")) for r in rows]
    return cases, known


def score(cases: Iterable[Row], accounts: list[Account]) -> Score:
    found = Score()
    for case in cases:
        _count(found, case, call_data(case, accounts))
    return found


def _count(found: Score, case: Row, got: Row) -> None:
    want = case["expect"]
    found.account.add(_same_account(want, got))
    found.outcome.add(got["outcome"] == want["outcome"])
    found.result.add(got["result"] == want["result"])
    found.said.add(_same_words(want.get("said"), got["said"]))
    found.next.add(_same_step(want.get("next"), got["next"]))
    if _is_clear(want):
        found.needless.add(bool(got["asks"]))
    for side in ("their", "ours"):
        _count_promises(found, want.get(side) or [], got[side])
    if wrong := list(_harm(case, got)):
        found.harm[case["id"]] = wrong


def _same_account(want: Row, got: Row) -> bool:
    """Where several would do, asking (None) does as well when that is one of them."""
    return got["account"] in (want["account"] if isinstance(want["account"], list) else [want["account"]])


def _is_clear(want: Row) -> bool:
    return bool(want["account"]) and not any(word in flag for flag in want.get("flags", ()) for word in _UNCLEAR)


def _same_words(want: str | None, got: str | None) -> bool:
    wanted, read_ = _words(want), _words(got)
    shared = Found(len(wanted & read_), len(read_ - wanted), len(wanted - read_))
    return shared.f1 >= _ALIKE if wanted and read_ else not (wanted or read_)


def _words(text: str | None) -> set[str]:
    return set((text or "").lower().replace("'", " ").split())


def _same_step(want: Row | None, got: Row | None) -> bool:
    if not (want and got):
        return not (want or got)
    return (want.get("when"), want.get("time") or None) == (got["when"], got["time"])


def _count_promises(found: Score, wanted: Iterable[Row], got: Iterable[Row]) -> None:
    """Each that is wanted takes the first that holds one of its words; what is left over nobody made."""
    left = list(got)
    for want in wanted:
        hit = next((one for one in left if any(word.lower() in one["text"].lower() for word in want["kw"])), None)
        is_due = hit is not None and hit["due"] == (want.get("due") or None)
        if want.get("due"):
            found.due.add(is_due)
        if hit:
            left.remove(hit)
        found.undated.hits += hit is not None
        found.undated.missed += hit is None
        found.dated.hits += is_due
        found.dated.missed += not is_due
        found.dated.extra += hit is not None and not is_due
    found.undated.extra += len(left)
    found.dated.extra += len(left)


def _harm(case: Row, got: Row) -> Iterator[str]:
    want = case["expect"]
    if got["asks"]:
        return
    if got["account"] and not _same_account(want, got):
        yield f"account {got['account']}"
    if invented := _dates(got) - _dates(want):
        yield f"dates {', '.join(sorted(invented))}"
    if got["result"] in _ADVANCED and want["result"] not in _ADVANCED:
        yield f"happy ears: {got['result']}"
    if got["said"] and got["said"].lower() not in case["text"].lower():
        yield f"nobody said “{got['said']}”"


def _dates(facts: Row) -> set[str]:
    """Every date in the facts, wherever it stands."""
    return set(_dates_in([value for name, value in facts.items() if name not in _NO_FACTS]))


def _dates_in(value: Any) -> Iterator[str]:
    if isinstance(value, Mapping):
        yield from _dates(value)
    elif isinstance(value, list):
        for one in value:
            yield from _dates_in(one)
    elif isinstance(value, str) and (found := _DATE.match(value)):
        yield found[0]
