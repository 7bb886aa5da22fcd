"""Their words as they were typed, where the firm's name had been cut out of them to read the line."""

_LONGEST = 60  # characters that a name with its "at" takes up


def with_its_name(said: str, typed: str) -> str:
    """ "folded, so reopened" of "folded, so Blue Heron reopened": the name stands between two of the words."""
    low, whole = said.casefold(), typed.casefold()
    if not said or low in whole or len(whole) != len(typed) or len(low) != len(said):
        return said
    words = said.split(" ")
    for count in range(1, len(words)):
        left, right = " ".join(words[:count]).casefold(), " ".join(words[count:]).casefold()
        start = whole.find(left)
        end = whole.find(right, start + len(left)) if start >= 0 else -1
        if 0 <= end <= start + len(left) + _LONGEST:
            return typed[start : end + len(right)]
    return said
