"""What every draft shares: who says it, the text with its channel, the one gate, and how lists and letters are put."""

import re
import sys
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date

from bot.days import promised
from bot.model import Commitment, History, Side, first_name
from bot.phrasenames import addressed
from bot.phrases import fits_after_to, for_them
from bot.playbook.cliches import is_clean
from bot.playbook.facts import Facts
from bot.playbook.meant import whom
from bot.playbook.results import is_sign_of_life
from bot.playbook.sayable import may_promise


@dataclass(frozen=True)
class Speaker:
    """Who says it: the rep, for the organisation, if its name is known; the phone is said twice on a voicemail."""

    name: str
    organisation: str
    phone: str = ""
    colleagues: tuple[str, ...] = ()  # first names of the others here

    @property
    def whole(self) -> str:
        """ "Tom Becker at Northlight"."""
        return f"{self.name} at {self.organisation}" if self.organisation else self.name


@dataclass(frozen=True)
class Words:
    """One text for one channel. `subject` is for an email only."""

    channel: str
    text: str
    subject: str = ""


def sendable(words: Words | None, banned: Collection[str] = ()) -> Words | None:
    """The one gate: a text that holds a worn phrase, of everybody's or the team's own, is shown to nobody."""
    return words if words and is_clean(words.text, banned) and is_clean(words.subject, banned) else None


def introduced(text: str, speaker: Speaker, known: Collection[str] = ()) -> str:
    """ "check with Maria" says nothing to a customer who has never heard of her: "with my colleague Maria"."""
    for name in speaker.colleagues:
        if name not in known and name in text:
            text = re.sub(
                rf"(?<=\bI )((?:will|promised to) [^.;“”]*?)\b(?<!colleague ){re.escape(name)}\b",
                rf"\1my colleague {name}",
                text,
                count=1,
            )
    return text


def has_substance(facts: Facts) -> bool:
    """Whether there is something that can be continued: a talk with a fact of it, or a day on which they were missed."""
    if facts.missed_on or (facts.spoke_on and facts.step and facts.step.on >= facts.spoke_on):
        return True
    return bool(
        (facts.spoke_on or facts.wrote_on) and (facts.said or facts.their or facts.new or facts.came or facts.topic)
    )


def subject(facts: Facts, history: History) -> str:
    return " ".join((facts.topic or history.deal.company or history.deal.title).split()[:4])


def phrase_of(promise: Commitment, facts: Facts, history: History) -> str:
    """As said to them; else empty: it is shown for editing, and never said (voice.md 4)."""
    by_them = promise.side is Side.theirs
    if by_them and facts.another(promise.contact):  # told of somebody else: "Maja was going to ask her CFO"
        return promise.text if fits_after_to(promise.text) and may_promise(promise.text) else ""
    text = promise.text if by_them else addressed(promise.text, facts.name)
    phrase = for_them(text, by_them=by_them, whom=whom(promise, history)) if may_promise(promise.text) else ""
    return phrase if phrase and fits_after_to(phrase) and may_promise(phrase) else ""


def spoken_promises(promises: Iterable[Commitment], facts: Facts, history: History, today: date) -> str:
    spoken = []
    for promise in promises:
        phrase = phrase_of(promise, facts, history)
        if phrase:
            day = f" by {promised(promise.promised_on, today)}" if promise.promised_on else ""
            verb = "will " if promise.side is Side.ours else ""
            spoken.append(f"{verb}{phrase}{day}")
    return listed(spoken)


def listed(parts: Iterable[str]) -> str:
    said = [part for part in parts if part]
    return f"{', '.join(said[:-1])}, and {said[-1]}" if len(said) > 1 else "".join(said)


def letter(name: str, body: str, speaker: Speaker, *, whole: bool = False, longest: int = sys.maxsize) -> str:
    """`whole`: signed with the whole name, the company and the number, where it stays within `longest` words with them."""
    signed = "\n".join(part for part in (speaker.name, speaker.organisation, speaker.phone) if part)
    told = f"{name},\n\n{body}" if name else body
    in_full = f"{told}\n\n{signed}"
    return in_full if whole and len(in_full.split()) <= longest else f"{told}\n\n{first_name(speaker.name)}".strip()


def may_be_forgotten(facts: Facts) -> bool:
    """Whether they need to be told who writes: it is long ago, they spoke only once, or with somebody else (S43)."""
    if facts.spoke_on is None or facts.spoke_with or facts.spoke_by:
        return True
    talks = {touch.on for touch in facts.history.touches if is_sign_of_life(touch)}
    return len(talks) == 1 or (facts.today - facts.spoke_on).days > _REMEMBERED


_REMEMBERED = 10  # days


def introduction(speaker: Speaker) -> str:
    return f"This is {speaker.whole}."


def joined(*parts: str) -> str:
    return " ".join(part for part in parts if part)
