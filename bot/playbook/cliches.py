"""The cliché wall: phrases a prospect must never be sent (playbook section 8). It reads outbound text only.

Quoted words are the prospect's own and exempt. A whole line is checked as well, so a bare "Checking in" is caught.
"""

import json
import re
import unicodedata
from dataclasses import dataclass
from functools import cache
from importlib import resources

_QUOTED = re.compile(r"[“\"«][^”\"»]{0,2000}[”\"»]")
_TYPOGRAPHY = str.maketrans({"’": "'", "‘": "'", "–": "-", "—": "-", "\u00a0": " "})


@dataclass(frozen=True)
class Cliche:
    """One pattern of cliches.jsonl. `repair` says what to write instead."""

    phrase: str
    kind: str
    blocks: bool
    repair: str
    pattern: re.Pattern[str]


@dataclass(frozen=True)
class Hit:
    cliche: Cliche
    found: str


def hits(text: str) -> tuple[Hit, ...]:
    """Every cliché in an outbound text, those that block first."""
    lines = [_normal(line) for line in _QUOTED.sub(" ", text).splitlines()] or [""]
    whole = " ".join(lines)
    found = [
        Hit(cliche, match[0])
        for cliche in wall()
        if (match := cliche.pattern.search(whole) or _first(cliche.pattern, lines))
    ]
    return tuple(sorted(found, key=lambda hit: not hit.cliche.blocks))


def is_clean(text: str) -> bool:
    """No hit at all, not even one that only warns a rep: what we propose ourselves passes the whole wall."""
    return not hits(text)


@cache
def wall() -> tuple[Cliche, ...]:
    rows = resources.files(__package__).joinpath("cliches.jsonl").read_text(encoding="utf-8").splitlines()
    entries = [json.loads(row) for row in rows]
    return tuple(
        Cliche(e["phrase"], e["cls"], e["severity"] == "block", e["fix"], re.compile(e["regex"], re.IGNORECASE))
        for e in entries
    )


def _first(pattern: re.Pattern[str], lines: list[str]) -> re.Match[str] | None:
    return next((match for line in lines if (match := pattern.search(line))), None)


def _normal(line: str) -> str:
    """Case stays; curly quotes, dashes, emoji and invisible characters do not hide a phrase."""
    plain = unicodedata.normalize("NFKC", line.translate(_TYPOGRAPHY))
    visible = "".join(" " if unicodedata.category(char) in {"So", "Cc"} else char for char in plain)
    return " ".join("".join(char for char in visible if unicodedata.category(char) != "Cf").split())
