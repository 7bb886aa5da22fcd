"""What no reader understood."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Nonsense:
    """Nothing we know; `hint` is the usage of a word that was half right.

    `alone` is a command that its first words would be: it holds where the rest means nothing ("hi, how are you").
    """

    text: str
    hint: str = ""
    alone: str = ""
