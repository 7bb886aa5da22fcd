"""What no reader understood."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Nonsense:
    """Nothing we know; `hint` is the usage of a word that was half right."""

    text: str
    hint: str = ""
