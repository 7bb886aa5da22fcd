"""What the rep means to do, in another tongue: "ik bel hans donderdag", "jeg skal besøge mette fredag" become plans in English.

Only calls and visits, whose words are in the row of each tongue; the rest of the line stays as it was typed.
"""

from bot.reading.languages.daysabroad import tells_when
from bot.reading.languages.tongues import TONGUES, words_of
from bot.reading.languages.tonguetables import ACTS, OURS, WILL

_OUGHT = WILL | frozenset(word for tongue in TONGUES for word in words_of(tongue.ought))
_MEET = frozenset(word for tongue in TONGUES for word in words_of(tongue.meet))
_BACK = frozenset(word for tongue in TONGUES for word in words_of(tongue.again))
_BEFORE_A_NAME = frozenset("til till met med mit avec con bij hos med op opp upp".split())
_BEFORE_A_DAY = frozenset("op på am om le el".split())
_PARTED = frozenset("an op opp upp".split())  # "rufe … an"
_MOST = 14  # words


def plan_in_english(line: str) -> str:
    """ "ik moet hans donderdag bellen" -> "need to call hans donderdag"; any other line as it is."""
    words = line.split()
    low = [word.lower() for word in words]
    at = 1 if low and low[0] in OURS else 0
    if len(low) > _MOST or len(low) < at + 2 or (not at and low[0] not in _OUGHT):
        return line
    if low[at] in _OUGHT:
        act = next((n for n in range(at + 1, len(low)) if _act("to do", low[n])), 0)
        verb = _act("to do", low[act]) if act else ""
        return f"need to {verb} {_rest([*words[at + 1 : act], *words[act + 1 :]])}" if verb else line
    verb = _act(low[0], low[at]) if at else ""
    return f"{verb} {_rest(words[at + 1 :])}" if verb else line


def _act(who: str, word: str) -> str:
    if word in _MEET:
        return "meet"
    return "call" if any(form.does == "call" for form in ACTS.get((who, word), ())) else ""


def _rest(words: list[str]) -> str:
    """Without what stands before a name or a day there, and without "back" and "again"."""
    said = words[1:] if words and words[0].lower() in _BEFORE_A_NAME else words
    said = said[:-1] if said and said[-1].lower() in _PARTED else said
    kept = [
        word
        for at, word in enumerate(said)
        if not (word.lower() in _BACK or (word.lower() in _BEFORE_A_DAY and tells_when(said[at + 1 : at + 2])))
    ]
    return " ".join(kept)
