"""What has befallen the person we deal with, as the log tells it: then nobody pitches to them.

Read from notes and from their own words, clause by clause. Only what is plainly said of that person, and is so now,
counts: "her boss is ill", "was ill last week" and "might be laid off" are something else.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from operator import attrgetter

from bot.model import Contact, Decision, DecisionKind, History, Touch, first_name
from bot.playbook.anyof import any_of, small
from bot.playbook.circumstance_words import ANY_OF_IT, IN_THE_FAMILY, OF_FAMILY, OF_THEM, Kind
from bot.playbook.once import once, once_of
from bot.playbook.results import contact_named, is_same_person, is_sign_of_life

SAD = frozenset({Kind.ill, Kind.bereaved, Kind.died})
_GOOD = frozenset({Kind.left, Kind.died})  # for good: nobody waits for them
_BEFELL = {
    Kind.ill: "has illness to deal with",
    Kind.bereaved: "is mourning",
    Kind.died: "has died",
    Kind.left: "is not there any more",
    Kind.on_leave: "is on leave for a while",
}
_MOST_CLAUSES = 40
_LONGEST_CLAUSE = 200
_SPLIT = re.compile(r"[;\n,()]|\.(?:\s|$)|\s+(?:and|but|so|because|since|as)\s+", re.IGNORECASE)
_ANY = re.compile(rf"(?<!\w){any_of(ANY_OF_IT)}")  # in small letters
_FAMILY_LOSS = re.compile(IN_THE_FAMILY, re.IGNORECASE)
_OTHERS = re.compile(
    r"\b(?:boss|colleague|manager|cfo|ceo|cto|coo|director|assistant|secretary|head\s+of|predecessor|team|staff)\b",
    re.IGNORECASE,
)
_UNSURE = re.compile(
    r"\b(?:if|whether|might|may|could|would|will|afraid|fears?|worried|worries|rumou?rs?|unless|when|in\s+case|once|almost|nearly"
    r"|hopes?|never|recovered|recovering\s+well|back\s+from|before|after)\b|['’]ll\b|\bnot\b(?!.*\bany\s?(?:more|longer))|n['’]t\b(?!.*\bany\s?(?:more|longer))",
    re.IGNORECASE,
)
_NEW_PERSON = re.compile(
    r"\bnew\s+(?:contact|person|one|guy|lady|man|woman)\b|\b(?:successor|replacement)\b|\b(?:take[sn]?|taking|took)\s+over\b|\b(?:replaces?|(?:stands?|fills?|steps?)\s+in\s+for|covers?\s+for)\b|\b(?:speak|talk|write|deal|call|ring|contact)\b.*\b(?:instead|from\s+now\s+on|in\s+future)\b",
    re.IGNORECASE,
)
_PRONOUNS = frozenset({"she", "he", "they", "her", "his", "their", "contact"})


@dataclass(frozen=True)
class Circumstance:
    """`who` is a first name, or empty when nobody is named."""

    kind: Kind
    who: str
    on: date
    act_id: int = 0


def befell(told: Circumstance) -> str:
    """ "Dana is mourning"."""
    return f"{told.who or 'your contact'} {_BEFELL[told.kind]}"


class Befallen:
    """What the whole log tells of the people in it, read once.

    It is kept on its history, and so holds none: the two would only go when rubbish is looked for, with all that is in them.
    """

    def __init__(self, history: History) -> None:
        self._contacts, self._decisions = history.contacts, history.decisions
        may_be = _may_tell("\n".join([f"{touch.note}\n{touch.said}" for touch in history.touches]))
        touches = history.touches if may_be else ()  # else none of them is looked at again
        self._newest_first = sorted(touches, key=attrgetter("act_id"), reverse=True)
        telling = [touch for touch in self._newest_first if _may_tell(f"{touch.note}\n{touch.said}")]
        known = _known(history) if telling else ()
        self._told = {touch.id: told for touch in telling if (told := _told_in(touch, known))}
        self._person = contact_named(history) if self._told else ""

    def now(self, today: date) -> Circumstance | None:
        """What holds of the person we deal with; None once they are back, or somebody else is there in their place."""
        told = self._newest
        if told is None or _is_back(self._decisions, told, today):
            return None
        return None if told.kind in _GOOD and _next_person(self._contacts, told) else told

    @property
    def taken_over_by(self) -> str:
        """Who was named as the contact after the one before had gone for good; empty when nobody was."""
        told = self._newest
        return _next_person(self._contacts, told) if told and told.kind in _GOOD else ""

    @property
    def in_need(self) -> tuple[str, ...]:
        """The names of those of whom something sad was told, and from whom nothing came since."""
        names: dict[str, None] = {}
        for touch in reversed(self._newest_first) if self._told else ():
            told = self._told.get(touch.id)
            if told and told.kind in SAD and told.who:
                names[told.who] = None
            elif is_sign_of_life(touch):
                names = {n: None for n in names if not touch.contact or not is_same_person(n, touch.contact)}
        return tuple(names)

    def is_about_it(self, touch: Touch) -> bool:
        """Whether that call told of it, or only of who comes next: then it was with somebody else."""
        return touch.id in self._told or introduces(self._contacts, touch)

    @once
    def _newest(self) -> Circumstance | None:
        """A conversation with them, told later, ends it; so does their successor."""
        if not self._told:  # as nearly always
            return None
        person = self._person
        for touch in self._newest_first:
            if introduces(self._contacts, touch):
                return None
            told = self._told.get(touch.id)
            if told and (not told.who or not person or is_same_person(told.who, person)):
                return Circumstance(told.kind, first_name(told.who or person), told.on, told.act_id)
            if is_sign_of_life(touch) and (not touch.contact or is_same_person(touch.contact, person)):
                return None
        return None


def circumstance(history: History, today: date) -> Circumstance | None:
    """As `Befallen.now`."""
    return befallen_in(history).now(today)


@once_of
def befallen_in(history: History) -> Befallen:
    """A line of a list asks several times."""
    return Befallen(history)


def introduces(contacts: Sequence[Contact], touch: Touch) -> bool:
    """ "new contact is Sam", "speak to Sam instead": whoever that call was with, it was about Sam and not with Sam."""
    if not touch.contact:
        return False
    is_new = any(c.act_id == touch.act_id and is_same_person(c.name, touch.contact) for c in contacts)
    return is_new and bool(_NEW_PERSON.search(touch.note))


def _known(history: History) -> tuple[str, ...]:
    told = (touch.contact for touch in history.touches if touch.contact)
    return tuple(dict.fromkeys([*(contact.name for contact in history.contacts), *told]))


def _next_person(contacts: Iterable[Contact], told: Circumstance) -> str:
    newer = [c.name for c in contacts if c.act_id > told.act_id and not is_same_person(c.name, told.who)]
    return newer[-1] if newer else ""


def _is_back(decisions: Iterable[Decision], told: Circumstance, today: date) -> bool:
    """The day until which they are away has come; whoever has left or died is not awaited."""
    days = [d.until_on for d in decisions if d.kind is DecisionKind.absent and d.act_id >= told.act_id]
    return told.kind not in _GOOD and bool(days) and days[-1] is not None and days[-1] <= today


def _told_in(touch: Touch, known: tuple[str, ...]) -> Circumstance | None:
    """The circumstance of a contact that one log tells; in their own words it is told of "I" and "my"."""
    by_name, by_word = _subjects(known), (r"(?P<who>I)", r"(?P<who>my)")
    about_another = False
    for index, clause in enumerate(_clauses(touch.note)):
        found = _read(clause, by_name) or (None if index else _of_whom_it_begins_with(clause, by_name))
        if found and not (about_another and not found[1]):
            return Circumstance(found[0], found[1] or touch.contact, touch.on, touch.act_id)
        about_another = about_another or bool(_OTHERS.search(clause))
    told = next(filter(None, (_read(clause, by_word) for clause in _clauses(touch.said))), None)
    return Circumstance(told[0], touch.contact, touch.on, touch.act_id) if told else None


def _of_whom_it_begins_with(clause: str, subjects: tuple[str, str]) -> tuple[Kind, str] | None:
    """ "died", "lost her dad": the note behind a name that was taken for the contact of the call."""
    found = _read(f"they {clause}", subjects)
    return found if found and found[0] in {Kind.died, Kind.bereaved} else None


def _may_tell(words: str) -> bool:
    return bool(_ANY.search(small(words)))


def _clauses(text: str) -> Iterable[str]:
    parts = (part.strip() for part in _SPLIT.split(text)[:_MOST_CLAUSES])
    return (part for part in parts if part and len(part) <= _LONGEST_CLAUSE)


def _subjects(known: tuple[str, ...]) -> tuple[str, str]:
    """(who, whose): a contact by name or pronoun; while nobody is known, any capitalised name."""
    words = sorted({word for name in known for word in name.split() if len(word) > 1}, key=len, reverse=True)
    given = f"(?:{'|'.join(map(re.escape, words))})" if words else r"(?-i:[A-Z][\w-]+)"
    name = rf"{given}(?:\s+(?-i:[A-Z][\w-]+))?"
    return rf"(?P<who>{name}|she|he|they|(?:my|our|the)\s+contact)", rf"(?P<who>{name}['’]s?|her|his|their)"


def _read(clause: str, subjects: tuple[str, str]) -> tuple[Kind, str] | None:
    """(kind, name); the name is empty for a pronoun."""
    if not _ANY.search(small(clause)) or _UNSURE.search(clause):
        return None
    if _FAMILY_LOSS.search(clause):
        return Kind.bereaved, ""
    for kind, pattern in _patterns(subjects):
        found = pattern.search(clause)
        if found:
            who = re.sub(r"['’]s?$", "", found["who"])
            return kind, "" if who.casefold().split()[-1] in _PRONOUNS | {"i", "my"} else who
    return None


@lru_cache(maxsize=256)
def _patterns(subjects: tuple[str, str]) -> tuple[tuple[Kind, re.Pattern[str]], ...]:
    who, whose = subjects
    pairs = [(kind, whose, said) for kind, said in OF_FAMILY] + [(kind, who, said) for kind, said in OF_THEM]
    return tuple((kind, re.compile(rf"(?:^|\s){of}(?:{said})", re.IGNORECASE)) for kind, of, said in pairs)
