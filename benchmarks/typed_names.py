"""Made-up names to search in, and what somebody types for one: two words of some ten thousand, as unequal as words are, and a
common one behind them."""

import random
import string
from collections.abc import Sequence
from dataclasses import dataclass

_SYLLABLES = [
    a + b for a in "b br d f g h k l m n p r s st t tr v w".split() for b in "a e i o u ar el in on us".split()
]
_COMMON = (
    "group holdings foods logistics steel partners works energy textiles marine limited services systems labs".split()
)


@dataclass(frozen=True)
class Asked:
    """What is typed, and by which beginning the right deal is known."""

    typed: str
    meant: str


def names(count: int, seed: int = 3) -> list[str]:
    rng = random.Random(seed)  # noqa: S311 - made-up names
    vocabulary = sorted(
        {"".join(rng.choices(_SYLLABLES, k=rng.choice((2, 3, 3, 4)))) for _ in range(min(60_000, count // 2 + 50))}
    )
    rng.shuffle(vocabulary)

    def word() -> str:
        return vocabulary[
            int(len(vocabulary) ** rng.random()) - 1
        ]  # as words are: the tenth a tenth as often as the first

    pairs = ((word(), word()) for _ in range(2 * count))
    return [f"{one} {two} {rng.choice(_COMMON)}".title() for one, two in pairs if one != two][:count]


def questions(among: Sequence[str], count: int, slips: int, seed: int = 5) -> list[Asked]:
    """The first two words of a name, with that many letters wrong."""
    rng = random.Random(seed + slips)  # noqa: S311 - made-up slips
    chosen = (" ".join(name.split()[:2]).lower() for name in rng.sample(among, count))
    return [Asked(_slipped(rng, meant, slips), meant) for meant in chosen]


def _slipped(rng: random.Random, text: str, slips: int) -> str:
    for _ in range(slips):
        at, letter = rng.randrange(1, len(text)), rng.choice(string.ascii_lowercase)
        before, here, after = text[:at], text[at : at + 1], text[at + 1 :]
        ways = (
            before + after,
            before + letter + here + after,
            before + letter + after,
            before + after[:1] + here + after[1:],
        )
        text = rng.choice(ways)
    return text
