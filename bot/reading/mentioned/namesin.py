"""Their words as they were typed, where the firm's name had been cut out of them to read the line."""

from bisect import bisect_left

_LONGEST = 60  # characters that a name with its "at" takes up


def with_its_name(said: str, typed: str) -> str:
    """ "folded, so reopened" of "folded, so Blue Heron reopened": the name stands between two of the words."""
    low, whole = said.casefold(), typed.casefold()
    if not said or low in whole or len(whole) != len(typed) or len(low) != len(said):
        return said
    ends = [at for at, letter in enumerate(low) if letter == " "]
    start = whole.find(low[: ends[0]]) if ends else -1
    while start >= 0:
        fitting = bisect_left(ends, x=True, key=lambda end: not whole.startswith(low[:end], start))
        left = ends[fitting - 1]  # as many words as stand there in one piece; the others stand behind the name
        right = low[left + 1 :]
        end = whole.find(right, start + left, start + left + _LONGEST + len(right))
        if end >= 0:
            return typed[start : end + len(right)]
        start = whole.find(low[: ends[0]], start + 1)
    return said
