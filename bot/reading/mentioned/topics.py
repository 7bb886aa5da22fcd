"""Which of several deals a line is about, by what each is for: "gemma autoclave: …" is of the autoclaves, not of the service plan."""

from collections.abc import Sequence

from bot.reading.names import Known
from bot.reading.naming.namekeys import key, says_a_name

_TELLING = 4  # letters


def of_topic(text: str, deals: Sequence[Known]) -> tuple[int, ...]:
    """Those of whose title the line has a word that not all of them have."""
    said = _stems(text)
    titles = {deal.id: _stems(deal.title) for deal in deals}
    common = frozenset.intersection(*titles.values()) if titles else frozenset()
    return tuple(id_ for id_, stems in titles.items() if (stems - common) & said)


def _stems(text: str) -> frozenset[str]:
    """A plural is its singular here."""
    return frozenset(word.rstrip("s") for word in key(text).split() if len(word) >= _TELLING and says_a_name((word,)))
