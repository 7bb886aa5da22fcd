"""One opener sentence: at most 25 words with their name, clean of every worn phrase, resting on recorded facts (S40-S46)."""

from collections.abc import Collection
from typing import NamedTuple

from bot.playbook.cliches import is_clean

MAX_WORDS = 25


class Opener(NamedTuple):
    """`facts` are the recorded texts that the sentence rests on."""

    text: str
    facts: tuple[str, ...]


def fitted(candidate: Opener, name: str, banned: Collection[str]) -> Opener | None:
    """The sentence with the name, when it is short and clean."""
    text = f"{name}, {candidate.text}" if name else candidate.text[0].upper() + candidate.text[1:]
    return Opener(text, candidate.facts) if len(text.split()) <= MAX_WORDS and is_clean(text, banned) else None


def lower(text: str) -> str:
    return text[:1].lower() + text[1:]
