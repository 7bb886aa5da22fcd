"""A company's first word with another second word behind it names another company: "Alder Foods", where we know Alder Works.

Anywhere in a line a word that says what kind of company it is does so, written with a capital. Before a colon or a dash any word
with a capital does that is nobody known there, no usual first name and nothing that a line says of a deal.
"""

import re
from collections.abc import Iterable
from dataclasses import replace
from itertools import takewhile

from bot.reading.mentioned.headings import is_heading
from bot.reading.mentioned.newfirms import PARTS
from bot.reading.names import Known, is_made_of
from bot.reading.naming.called import plain_words
from bot.reading.naming.kinds import KINDS
from bot.reading.naming.namekeys import bare, key, legal_forms
from bot.reading.naming.persons import FIRST_NAMES, TITLES

_REACH = 60  # characters behind the first word in which a name ends
_UNTIL = re.compile(r"[:;,.!?()\n\"“”/]|\s[-–—]\s")
_HEADS = re.compile(r":(?:\s|$)|\s[-–—]\s")
_JOINTS = frozenset({"&", "+"})
_MOST_SMALL = 2  # words: "food group"
_TELLING = 3  # letters: "co" begins too much
_ABBREVIATED = 4  # letters: "CFO", "PO"
_TELLS = frozenset(
    "said says told tells asked asks called calls rang phoned wrote mailed emailed texted sent signed signs wants wanted needs needed"
    " agreed confirmed replied answered likes loves is are was has had did will would can".split()
)
_ROLES = frozenset("owner boss buyer manager director chef founder president principal controller".split())
# What a line says of a deal, and whom within a company: "Halcyon Renewal:", "Brightleaf Design team".
_OF_A_DEAL = frozenset(
    "renewal upsell pilot trial expansion rollout tender rfp bid project phase upgrade extension".split()
)
_WITHIN = frozenset("team line desk dept department office guys people folks crew floor".split())
_NO_SECOND = FIRST_NAMES | TITLES | _TELLS | _ROLES | PARTS | _OF_A_DEAL
_KINDS = frozenset(word for word in KINDS - PARTS if not legal_forms(word))
_WORD = re.compile(r"\S+")


def other_end(text: str, start: int, end: int, deals: Iterable[Known]) -> int:
    """Where another company's name ends that begins with what stands from `start` to `end`; 0 where none does."""
    known, behind = tuple(deals), text[end : end + _REACH]
    if not behind[:1].isspace() or not known or not all(_is_begun(text[start:end], deal) for deal in known):
        return 0
    mark = _UNTIL.search(behind)
    words = list(_WORD.finditer(behind, 0, mark.start() if mark else len(behind)))
    words = words[1:] if words and words[0][0] in _JOINTS else words
    if len(words) > 1 and key(words[1][0]) in _WITHIN:
        return 0
    is_head = bool(mark and _HEADS.match(behind, mark.start()))
    second = words[0][0] if words else ""
    is_second = second and (
        _is_kind([word[0] for word in words], is_head=is_head) or (is_head and _may_be_second(second, text[start:end]))
    )
    if not is_second or any(_is_called(second, deal) for deal in known):
        return 0
    more = takewhile(lambda word: word[0][:1].isupper() or (is_head and key(word[0]) in _KINDS), words)
    return end + max(word.end() for word in more)


def person_behind(name: str, deal: Known) -> str:
    """Whom the second words name where the company's first was meant all the same: "Alder Bjarne", but nobody in "Alder Foods"."""
    first, _, rest = name.partition(" ")
    end = other_end(f"{name}: ", 0, len(first), (replace(deal, aliases=()),)) if rest else 0
    return rest if end == len(name) and not _KINDS.intersection(key(rest).split()) else ""


def _is_begun(said: str, deal: Known) -> bool:
    """Whether it is the beginning of the company's name, and not the whole of it."""
    words = [key(word) for word in said.split()]
    wholes = [bare(" ".join(plain_words(name))).split() for name in (deal.company or deal.title, *deal.former_names)]
    return words not in wholes and any(whole[: len(words)] == words for whole in wholes)


def _is_kind(words: list[str], *, is_head: bool) -> bool:
    """ "Foods", "Food Group"; in small letters only where nothing else stands before the colon: "alder parts arrived"."""
    if words[0][:1].isupper():
        return key(words[0]) in _KINDS
    return is_head and len(words) <= _MOST_SMALL and all(key(word) in _KINDS for word in words)


def _may_be_second(word: str, first: str) -> bool:
    said = key(re.sub(r"['’]s$", "", word))
    is_short = word.isupper() and len(word) <= _ABBREVIATED and not first.isupper()
    is_said = said in _NO_SECOND or is_heading(said) or bool(legal_forms(said))
    return word[:1].isupper() and bool(said) and not is_short and not is_said


def _is_called(word: str, deal: Known) -> bool:
    """Whether the deal has it in a name: perhaps with a slip, but a word that says another kind is none."""
    names = (deal.company, deal.title, *deal.contacts, *deal.former_names, *deal.aliases)
    if key(word) not in _KINDS:
        return is_made_of(word, names)
    said, theirs = key(word), {other for name in names for other in key(name).split()}
    return any(len(other) >= _TELLING and (said.startswith(other) or other.startswith(said)) for other in theirs)
