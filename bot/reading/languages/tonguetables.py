"""The rows of `tongues` turned round once, so that a word is looked up and never searched for: which act a form is, and whose."""

from typing import NamedTuple

from bot.reading.languages.tongues import TONGUES, Tongue, words_of

_I, _SHE, _WE, _THEY, _TO = range(5)


class Form(NamedTuple):
    does: str  # in English
    parted: str = ""  # "under" of "skriver … under"


Acts = dict[tuple[str, str], tuple[Form, ...]]  # by who acts, and the verb as it stands behind them


def _forms(row: str) -> list[list[str]]:
    """Every verb of an act: its forms of I, she, we, they and "to"; of two, the second is that of "to"."""
    verbs = [verb.split() for verb in row.split(",")]
    return [
        [verb[0]] * _TO + [verb[1]] if len(verb) == 2 else [*verb, *[verb[-1]] * (5 - len(verb))]  # noqa: PLR2004
        for verb in verbs
    ]


def _entries(tongue: Tongue) -> list[tuple[str, str, Form]]:
    """(who, verb, what it is); "a name", "alone", "ours alone" and "to do" stand for who is not there as a word."""
    i, we, they = words_of(tongue.i), words_of(tongue.we), words_of(tongue.they)
    found: list[tuple[str, str, Form]] = []
    for does, row in tongue.acts.items():
        for verb in _forms(row):
            is_same = verb[_I] == verb[_SHE]
            is_ours = does == "call" and is_same  # "ringer mandag": a rep notes whom to call, not who calls
            mine = "ours alone" if is_ours or not is_same else "nobody"
            whose = (
                (i, _I),
                (we, _WE),
                (they, _SHE),
                (they, _THEY),
                (("a name",) if is_ours else ("a name", "alone"), _SHE),
                ((mine,), _I),
                (("to do",), _TO),
            )
            for who, at in whose:
                form, _, parted = verb[at].partition("+")
                found += [(one, form, Form(does, parted)) for one in who if form != "_"]
    return found


def _table(tongues: tuple[Tongue, ...]) -> Acts:
    acts: Acts = {}
    for tongue in tongues:
        for who, verb, form in _entries(tongue):
            acts[who, verb] = (*acts.get((who, verb), ()), form)
    return acts


ACTS = _table(TONGUES)
TURNED = _table(tuple(tongue for tongue in TONGUES if tongue.is_turned))  # "offerte stuur ik"
OURS = frozenset(word for tongue in TONGUES for word in words_of(f"{tongue.i} {tongue.we}"))
THEIRS = frozenset(word for tongue in TONGUES for word in words_of(tongue.they))
VERBS = frozenset(verb for _, verb in ACTS)
WILL = frozenset(word for tongue in TONGUES for word in words_of(tongue.will))
