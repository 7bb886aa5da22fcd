"""The cliché wall: phrases a prospect must never be sent (playbook section 8). It reads outbound text only.

Quoted words are the prospect's own and exempt. A whole line is checked as well, so a bare "Checking in" is caught.
"""

import json
import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib import resources

from bot.hygiene import LOOK_LATIN
from bot.playbook.anyof import any_of, small

OWN = "team"  # the kind of a phrase that a team put on its wall
_QUOTED = re.compile(r"[“\"«][^”\"»]{0,2000}[”\"»]")
_TYPOGRAPHY = str.maketrans({"’": "'", "‘": "'", "–": "-", "—": "-", "\u00a0": " "})


@dataclass(frozen=True)
class Cliche:
    """One pattern of cliches.jsonl. `repair` says what to write instead.

    `needs`: of these one begins a word of every text that the pattern finds, in small letters. Looking for them is
    fifty times as fast as the pattern, and nearly every sentence has none of them.
    """

    phrase: str
    kind: str
    blocks: bool
    repair: str
    pattern: re.Pattern[str]
    needs: tuple[str, ...] = ("",)

    def in_any(self, texts: Sequence[str]) -> re.Match[str] | None:
        return next((match for text in texts if (match := self.pattern.search(text))), None)


@dataclass(frozen=True)
class Hit:
    cliche: Cliche
    found: str


def hits(text: str, banned: Iterable[str] = ()) -> tuple[Hit, ...]:
    """Every cliché in an outbound text, those that block first; `banned` are the team's own phrases (H24)."""
    found = _found(text, banned)
    own = {hit.found for hit in found if hit.cliche.kind == OWN}  # said once, as the team decided
    found = [hit for hit in found if hit.cliche.kind == OWN or hit.found not in own]
    return tuple(sorted(found, key=lambda hit: not hit.cliche.blocks))


def is_clean(text: str, banned: Iterable[str] = ()) -> bool:
    """No hit at all, not even one that only warns a rep: what we propose ourselves passes the whole wall."""
    return not _found(text, banned)


def _found(text: str, banned: Iterable[str]) -> list[Hit]:
    """In the order of the wall, the team's own first."""
    lines = [_normal(line) for line in _QUOTED.sub(" ", text).splitlines()]
    whole = " ".join(lines)
    possible = (*map(_own, banned), *_possible(small(whole)))
    return [Hit(cliche, match[0]) for cliche in possible if (match := cliche.in_any((whole, *lines)))]


def _possible(letters: str) -> tuple[Cliche, ...]:
    """Those of the wall that a text may hold, in its order; `letters`: the small ones of the text."""
    if not _any_need().search(letters):
        return ()
    return tuple(wall()[place] for place in sorted({place for need, place in _needs() if need in letters}))


@cache
def _any_need() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){any_of(need for need, _ in _needs())}")


@cache
def _needs() -> tuple[tuple[str, int], ...]:
    return tuple((need, place) for place, cliche in enumerate(wall()) for need in cliche.needs)


@lru_cache(maxsize=1_000)
def _own(phrase: str) -> Cliche:
    """A phrase of the team's: whole words of it or their plural, in whatever case, with whatever blanks or hyphens between."""
    words = r"[\s-]+".join(map(re.escape, _normal(phrase).replace("-", " ").split()))
    fix = "your team is tired of it; say in plain words what you mean."
    return Cliche(phrase, OWN, blocks=True, repair=fix, pattern=re.compile(rf"(?<!\w){words}s?(?!\w)", re.IGNORECASE))


@cache
def wall() -> tuple[Cliche, ...]:
    rows = resources.files(__package__).joinpath("cliches.jsonl").read_text(encoding="utf-8").splitlines()
    entries = [json.loads(row) for row in rows]
    return tuple(
        Cliche(
            e["phrase"],
            e["cls"],
            e["severity"] == "block",
            e["fix"],
            re.compile(e["regex"], re.IGNORECASE),
            tuple(e["needs"]),
        )
        for e in entries
    )


def _normal(line: str) -> str:
    """Case stays; curly quotes, dashes, emoji, invisible characters and letters that look alike do not hide a phrase."""
    plain = line if line.isascii() else unicodedata.normalize("NFKC", line.translate(_TYPOGRAPHY)).translate(LOOK_LATIN)
    if plain.isascii() and plain.isprintable():
        return " ".join(plain.split())
    visible = "".join(" " if unicodedata.category(char) in {"So", "Cc"} else char for char in plain)
    return " ".join("".join(char for char in visible if unicodedata.category(char) != "Cf").split())
