"""What may be said to a prospect: recorded facts, each in words that fit a sentence. What is not here is not said.

Their words about a boss, money or a rival stay in the prep until the rep picks one (voice.md section 4).
"""

import re
from dataclasses import dataclass, replace
from datetime import date

from bot.days import promised, spoken
from bot.model import Commitment, CommitmentState, History, NextStep, ShelfItem, Side, TurnKind, first_name
from bot.phrases import fits_after_to, for_them
from bot.playbook.cadence import opened_window, pending_step
from bot.playbook.circumstances import Befallen
from bot.playbook.house import for_this_deal
from bot.playbook.open_questions import in_a_text, open_questions
from bot.playbook.quotes import is_whole
from bot.playbook.results import (
    contact_named,
    is_asked,
    is_same_person,
    last_conversation,
    last_said,
    missed_last,
    open_promises,
    refused,
)
from bot.playbook.returning import missed_for, spoke_before_they_returned

_SENSITIVE = re.compile(
    r"\b(?:boss|bosses|budgets?|cfo|ceo|chief|rivals?|competitors?|competition|cheaper|cheap|expensive|price[sd]?|pricing"
    r"|cost|costs|discount|fired|quit|laid off|leaving|layoffs?|confidential|secret|lawyers?|idiots?|hate|damn)\b",
    re.IGNORECASE,
)
# Of a person or a firm in need: not in a quotation, and not in a promise either.
_PRIVATE = re.compile(
    r"\b(?:broke|bankrupt\w*|insolven\w*|redundan\w*|sacked|divorc\w*|ill|illness|sick|cancer|hospital|surgery|pregnan\w*|died|death|dying|funeral"
    r"|depress\w*|burn-?out|affair|arrested|sued|lawsuit)\b",
    re.IGNORECASE,
)
_MAX_QUOTE_WORDS = 16
SHOWN = frozenset({"demo", "meeting", "visit", "trial", "workshop", "presentation", "survey"})
_SENT = re.compile(
    r"^(?:send|share|email|mail|forward|bring|deliver|provide|get|prepare|make|write|draft|finish|revise|drop off)\s+"
    r"(?:(?:you|them|over|out|across|across to you)\s+)*(?P<thing>.+)$",
    re.IGNORECASE,
)
_HAS_ARTICLE = re.compile(r"^(?:the|an?|our|your|my|some|all)\b", re.IGNORECASE)
_GERUND = re.compile(r"^\w{3,}ing\s+(?:to|from|into|away|up|over|the|an?|our|your)\b", re.IGNORECASE)
_IS_A_TASK = re.compile(r"^(?!all\b|both\b|half\b)\w+\s+(?:the|an?|our|your|their|some)\b", re.IGNORECASE)
_DETERMINED = re.compile(r"^(?:the|our|your|my|some|two|three|four|five|\d+)\b|^\w+['’]s?\s", re.IGNORECASE)


@dataclass(frozen=True)
class Facts:
    """Empty text and None mean: not on record."""

    name: str = ""  # their first name
    company: str = ""
    topic: str = ""  # what it is about, in a few words
    spoke_on: date | None = None
    said: str = ""
    said_on: date | None = None
    their: Commitment | None = None
    their_phrase: str = ""  # "check with finance"
    new: str = ""  # what we have sent them since: "the Leeds figures"
    new_on: date | None = None
    thing: ShelfItem | None = None  # from the team's shelf, when nothing new of ours is on record for them
    came: str = ""  # what came from them last: "the PO"
    came_on: date | None = None
    ours: Commitment | None = None  # what we still owe
    step: NextStep | None = None
    spoke_by: str = ""  # the colleague who spoke with them; empty: whoever uses the facts
    spoke_with: str = ""  # the other person there with whom it was; empty: the contact
    said_to: str = ""
    said_by: str = ""
    their_by: str = ""
    ours_by: str = ""
    missed_on: date | None = None  # they did not come that day, and nothing has happened since
    missed_for: str = ""  # "our demo"
    question: str = ""  # came up for them, and nobody has asked it yet: "do your pickers share a login?"
    said_no: bool = False  # and nothing has followed from it yet
    window_on: date | None = None  # the time for buying that they had named woke the deal on that day
    turn: int = 0  # each touch takes the next wording, so that nobody hears the same one twice running (H22)
    before_on: date | None = None  # they came back by themselves; until then the last talk was on that day (H50)

    @property
    def matter(self) -> str:
        """The topic in a sentence: "the deck oven"."""
        return in_a_sentence(self.topic)

    @property
    def we(self) -> str:
        """Who spoke: "we", "you and Tom", "Dana and I"."""
        if self.spoke_with:
            return f"{self.spoke_with} and {self.spoke_by or 'I'}"
        return f"you and {self.spoke_by}" if self.spoke_by else "we"

    @property
    def said_as(self) -> str:
        """ "you said", or "you told Tom", or "Dana told me"."""
        if self.said_to or self.said_by:
            return f"{self.said_by or 'you'} told {self.said_to or 'me'}"
        return "you said"

    @property
    def their_plan(self) -> str:
        """ "you were going to check with finance"."""
        return (
            f"{self.their_by} was going to {self.their_phrase}"
            if self.their_by
            else f"you were going to {self.their_phrase}"
        )

    @property
    def is_soft(self) -> bool:
        """They meant to think, to talk, to look into it: no act to remind them of, only to ask about (H3)."""
        return bool(self.their and self.their.soft and not self.their_by)

    def when(self, day: date | None, today: date) -> str:
        return spoken(day, today) if day else ""

    def their_day(self, today: date) -> str:
        """The day they named; the day on which they are back is no day they named."""
        if self.their is None or self.their.due_on is None or self.is_excused:
            return ""
        return promised(self.their.due_on, today)

    @property
    def is_excused(self) -> bool:
        dated = [turn for turn in self.their.turns if turn.due_on] if self.their else []
        return bool(dated) and dated[-1].kind is TurnKind.excused

    def coming(self, today: date) -> NextStep | None:
        """What is agreed for today or later, when something is shown or done there: no mere call."""
        step = self.step
        return step if step and step.agreed and step.what in SHOWN and step.on >= today else None


def facts_of(history: History, befallen: Befallen | None = None) -> Facts:
    """The facts of one deal that an opener may use; `befallen`: when the log was read for it already."""
    befallen = befallen or Befallen(history)
    name = befallen.taken_over_by or contact_named(history)
    told = _with_them(history, befallen)
    conversation = last_conversation(told)
    said = last_said(told)
    quoted = said if said and may_quote(said.said) and is_whole(said.said) else None
    their, phrase = _their_promise(told, name, conversation.on if conversation else None)
    ours = next((p for p in open_promises(history, Side.ours) if not is_asked(history, p)), None)
    new, came = newest_kept(history), newest_kept(history, Side.theirs)
    colleague = history.colleagues.get
    missed = missed_last(history)
    return Facts(
        name=first_name(name),
        company=history.deal.company,
        topic=topic_of(history),
        spoke_on=conversation.on if conversation else None,
        said=quoted.said.strip(" .,;") if quoted else "",
        said_on=quoted.on if quoted else None,
        their=their,
        their_phrase=phrase,
        new=thing_in(new.text) if new else "",
        new_on=new.turns[-1].on if new else None,
        thing=None if new else for_this_deal(history),
        came=thing_in(came.text) if came else "",
        came_on=came.turns[-1].on if came else None,
        ours=ours,
        step=spoken_step(history),
        spoke_by=colleague(conversation.member_id, "") if conversation else "",
        spoke_with=_another(conversation.contact, name) if conversation else "",
        said_to=colleague(quoted.member_id, "") if quoted else "",
        said_by=_another(quoted.contact, name) if quoted else "",
        their_by=_another(their.contact, name) if their else "",
        ours_by=colleague(ours.member_id, "") if ours else "",
        question=next((in_a_text(made.reason) for made in open_questions(history)), ""),
        said_no=refused(history) is not None,
        window_on=window.until_on if (window := opened_window(history)) else None,
        turn=len(history.touches) + history.deal.id,
        missed_on=missed.on if missed else None,
        missed_for=missed_for(history, missed) if missed else "",
        before_on=spoke_before_they_returned(told),
    )


def _their_promise(history: History, contact: str, spoke_on: date | None) -> tuple[Commitment | None, str]:
    """What they were going to do, and in which words; nothing when it cannot be said well.

    A promise that was due before you last spoke has been talked about: to recall it now would sound like a reproach.
    """
    fresh = [p for p in open_promises(history, Side.theirs) if not (p.due_on and spoke_on and p.due_on < spoke_on)]
    their = next(iter(fresh), None)
    if their is None or not may_say(their.text):
        return None, ""
    is_anothers = _another(their.contact, contact)
    phrase = their.text if is_anothers and fits_after_to(their.text) else for_them(their.text) or ""
    return (their, phrase) if phrase and fits_after_to(phrase) else (None, "")


def _with_them(history: History, befallen: Befallen) -> History:
    """Without what was said by, or promised by, somebody in need, and without the calls that only told who has left.

    Those calls were with somebody else; and nobody is reminded of a colleague who is ill or has died.
    """
    spared = befallen.in_need

    def is_spared(person: str) -> bool:
        return bool(person) and any(is_same_person(name, person) for name in spared)

    touches = tuple(touch for touch in history.touches if touch.said or not befallen.is_about_it(touch))
    if not spared and len(touches) == len(history.touches):
        return history  # as nearly always
    return replace(
        history,
        touches=tuple(touch for touch in touches if not is_spared(touch.contact)),
        commitments=tuple(p for p in history.commitments if p.side is Side.ours or not is_spared(p.contact)),
    )


def _another(person: str, contact: str) -> str:
    """The first name of who it was, when it was not the one we speak with now."""
    return first_name(person) if person and contact and not is_same_person(person, contact) else ""


_DEED = re.compile(
    r"^(?:(?:i|we|she|he|they)\s*)?(?:(?:have|has|['’](?:ve|s)|just|already|now|finally)\s+)*(?:signed|sent|paid|ordered|placed|approved|received|got|transferred|returned|emailed|posted|countersigned|renewed|cancelled)\b",
    re.IGNORECASE,
)


def may_quote(said: str) -> bool:
    """Whether their words may be said back to them. What they did ("signed the order form") is no view to confirm."""
    return (
        bool(said)
        and not _DEED.match(said)
        and len(said.split()) <= _MAX_QUOTE_WORDS
        and not _SENSITIVE.search(said)
        and may_say(said)
    )


_AMONG_US = re.compile(r"^(?:chase|nag|push|pester|hassle|upsell|qualify|log|nudge)\b", re.IGNORECASE)


def may_say(text: str) -> bool:
    """Whether it may stand in a letter at all: nothing of illness, ruin or a lost post does, nor what only we call so."""
    return not _PRIVATE.search(text) and not _AMONG_US.match(text)


def contact_of(history: History) -> str:
    """Whom we speak with: who took over from one that has gone, else whom the record names last."""
    return Befallen(history).taken_over_by or contact_named(history)


def in_a_sentence(topic: str) -> str:
    """ "deck oven" -> "the deck oven"."""
    is_whole_already = not topic or _HAS_ARTICLE.match(topic) or _GERUND.match(topic)
    return topic if is_whole_already else f"the {topic}"


def topic_of(history: History) -> str:
    """The deal's title when it reads as a topic beside the company."""
    title = history.deal.title if history.deal.company else ""
    if _GERUND.match(title):  # "Moving to the cloud"
        title = title[0].lower() + title[1:]
    elif _IS_A_TASK.match(title):  # "replace the vans" fits behind no "about"
        return ""
    return title if re.fullmatch(r"[\w\s'’-]{3,40}", title) else ""


def spoken_step(history: History) -> NextStep | None:
    """The next step that they know of: a day before which nothing happens, for which they did not ask, is ours alone."""
    step = pending_step(history)
    return None if step and step.purpose and not step.agreed else step


def newest_kept(history: History, side: Side = Side.ours) -> Commitment | None:
    """What was promised and done, and not spoken about since: the reason they would be glad of a touch (S10)."""
    conversation = last_conversation(history)
    since = conversation.on if conversation else date.min
    kept = [
        promise
        for promise in history.commitments
        if promise.side is side
        and promise.state is CommitmentState.kept
        and promise.turns[-1].kind is TurnKind.kept
        and promise.turns[-1].on >= since
        and promise.made_on <= promise.turns[-1].on
        and thing_in(promise.text)
    ]
    return kept[-1] if kept else None


def thing_in(phrase: str) -> str:
    """ "send the case study" -> "the case study"; empty when it is not a thing one can hand over."""
    sent = _SENT.match(phrase)
    thing = for_them(sent["thing"]) if sent else None
    if not thing:
        return ""
    if re.match(r"^an?\s", thing):
        return re.sub(r"^an?\s", "the ", thing)
    return thing if _DETERMINED.match(thing) else f"the {thing}"
