"""A line or a filled-in form becomes a Command. One parser, so typed, pressed and filled in mean the same.

It knows words, not deals: who is meant stays text (a name or a number) until the conversation looks it up.
"""

import re
from collections.abc import Mapping
from dataclasses import replace

from rapidfuzz import process
from rapidfuzz.distance import OSA

from bot.commands import asking, handing, measuring, own
from bot.commands.everyday import in_our_words
from bot.commands.leadins import without_lead_in
from bot.commands.nonsense import Nonsense
from bot.commands.owed_then import owed_then
from bot.commands.plain import plainly
from bot.commands.questions import asked_plainly
from bot.commands.readers import ASKING, ENDING, FORMS, MOST_BEHIND, READERS, WITH_LINES, Command
from bot.commands.slashwords import once
from bot.commands.theirabsence import they_are_away
from bot.reading.plain.questions import begins_asking
from bot.reading.words.greetings import without_greeting

_LONGEST_PHRASE = 3  # words
_LONGEST_SENTENCE = 400  # characters; what is longer is a text that somebody pasted, no everyday order or question
# No everyday question or order begins so: what does is read without looking for one, and these are what is typed most.
_UNMISTAKABLE = frozenset({"done", "logcall"})
_SHORT = 8  # letters; with more of them, two may be wrong
_SLIPS = [phrase for phrase in READERS if len(phrase) >= 4]  # noqa: PLR2004 - shorter ones are near everything
_SOMEBODY_ACTS = re.compile(r"(?:we|they|she|he|i|it|you)(?:['’](?:ll|re|s|ve|m|d))?\s+\w", re.IGNORECASE)


def command_from(text: str, fields: Mapping[str, str] | None = None) -> Command:
    """The command in a line, or in a form submitted to it. Never raises: what it cannot read is `Nonsense`."""
    typed = text.strip().removeprefix("/").strip()
    if fields is not None:
        phrase, rest = _phrase(typed)
        return _from_form(phrase, " ".join(rest.split()), fields, " ".join(typed.split()))
    meant = without_greeting(once(typed, _typed))
    if typed and not meant:
        return own.Hello()
    command = _typed(meant)
    if meant != typed and isinstance(command, Nonsense) and not command.hint:
        return replace(command, alone="hello")
    return command


def _typed(typed: str, *, in_ours: bool = False) -> Command:
    """`in_ours`: it was put in our words already."""
    line = " ".join(typed.split())
    phrase, rest = _phrase(typed)
    pasted = len(typed.splitlines()) > 1 or len(line) > _LONGEST_SENTENCE
    is_sentence = not pasted and phrase not in _UNMISTAKABLE
    question = without_lead_in(line) if is_sentence else line
    asked = _asked(asking.without_copies(question)) if is_sentence else None
    if asked:
        return asked
    ours = in_our_words(question) if is_sentence and not in_ours else ""
    if ours:
        return _typed(ours, in_ours=True)
    if len(rest.split()) > MOST_BEHIND.get(phrase, len(rest)):
        return Nonsense(typed, alone=phrase)
    if phrase in ENDING and rest.endswith("?"):
        return Nonsense(typed)  # "won Acme?" asks, and is answered: no deal ends by a question
    if phrase:
        command = READERS[phrase](rest if phrase in WITH_LINES else " ".join(rest.split()))
        return Nonsense(typed) if isinstance(command, Nonsense) and not command.hint and phrase in ASKING else command
    away = None if pasted else they_are_away(line)
    return away or Nonsense(typed)


def _asked(line: str) -> Command | None:
    """The command behind an everyday line."""
    answers = (
        owed_then,
        plainly,
        handing.covered_plainly,
        asked_plainly,
        measuring.asked_what_came_of_it,
        measuring.asked_as_a_chart,
        asking.asked_where,
        asking.asked_why,
    )
    return next((found for read in answers if (found := read(line))), None)


def misspelt(text: str) -> str:
    """The line as it was probably meant, when it begins like a command that we know; empty otherwise."""
    typed = text.strip().removeprefix("/").strip()
    if begins_asking(typed) or _begins_sentence(typed, 1):
        return ""  # "who's" is no slip of "why's"
    found: list[tuple[int, str]] = []
    for count in range(min(_LONGEST_PHRASE, len(typed.split())), 0, -1):
        head = " ".join(typed.split()[:count]).lower().rstrip(":,?")
        near = process.extractOne(head, _SLIPS, scorer=OSA.distance, score_cutoff=1 if len(head) <= _SHORT else 2)
        if near:
            found.append((near[1], f"{near[0]} {_after(typed, count)}".strip()))
    best = min(found, default=(0, ""))[1]
    return "" if isinstance(command_from(best), Nonsense) else best


def _phrase(typed: str) -> tuple[str, str]:
    """The longest known phrase that the line begins with, and what follows as it was typed; empty when there is none."""
    words = typed.split(maxsplit=_LONGEST_PHRASE)
    for count in range(min(_LONGEST_PHRASE, len(words)), 0, -1):
        said = " ".join(words[:count]).lower().replace("’", "'")
        phrase = said.rstrip(":,?") or said
        if phrase in READERS and not _begins_sentence(typed, count):
            return phrase, _after(typed, count)
    return "", typed


def _begins_sentence(typed: str, words: int) -> bool:
    """ "deal, we take all 3": behind a comma somebody acts, and no deal is named."""
    head = typed.split(maxsplit=words)[:words]
    return bool(head) and head[-1].endswith(",") and bool(_SOMEBODY_ACTS.match(_after(typed, words)))


def _after(typed: str, words: int) -> str:
    """What follows the first words, lines kept."""
    rest = typed
    for _ in range(words):
        rest = (*rest.split(maxsplit=1), "", "")[1]
    return rest.strip()


def _from_form(phrase: str, rest: str, fields: Mapping[str, str], line: str) -> Command:
    read = FORMS.get(phrase)
    if read:
        return read(rest, fields)
    filled = " ".join(value.strip() for value in fields.values() if value.strip())
    return _typed(f"{line} {filled}", in_ours=True)  # what is filled in is no way to put a command
