"""The recorded facts of a deal, each in words that fit a sentence: what is not here is not said (playbook section 9).

A fact is read when a text first asks for it, so that one line of the list reads no more of the log than it needs.
"""

from datetime import date

from bot.days import promised, spoken
from bot.model import Commitment, History, NextStep, ShelfItem, Side, Touch, first_name
from bot.phrasenames import addressed
from bot.phrases import fits_after_to, for_them
from bot.playbook.cadence import opened_window
from bot.playbook.circumstances import Befallen, befallen_in
from bot.playbook.holds import month_named
from bot.playbook.house import for_this_deal
from bot.playbook.meant import whom
from bot.playbook.offered import Free, free_of
from bot.playbook.on_record import newest_kept, spoken_step, with_them
from bot.playbook.once import once
from bot.playbook.open_questions import in_a_text, open_questions
from bot.playbook.quotes import is_whole
from bot.playbook.results import (
    contact_named,
    is_asked,
    is_same_person,
    last_conversation,
    last_said,
    last_talk,
    missed_last,
    open_promises,
    refused,
)
from bot.playbook.returning import missed_for, spoke_before_they_returned
from bot.playbook.sayable import in_a_sentence, is_handed, may_promise, may_quote, thing_in, topic_of

SHOWN = frozenset({"demo", "meeting", "visit", "trial", "workshop", "presentation", "survey"})


class Facts:
    """Empty text and None mean: not on record."""

    def __init__(
        self,
        history: History,
        today: date,
        befallen: Befallen | None = None,
        *,
        turn: int | None = None,
        shelf: bool = True,
    ) -> None:
        """`befallen`: when the log was read for it already. `shelf`: whether a thing from it may be brought.

        `turn`: each touch takes the next wording, so that nobody hears the same one twice running (H22).
        """
        self.history, self.today = history, today
        self.turn = len(history.touches) + history.deal.id if turn is None else turn
        self._befallen = befallen or befallen_in(history)
        self._shelf = shelf

    def without_the_shelf(self) -> "Facts":
        return Facts(self.history, self.today, self._befallen, turn=self.turn, shelf=False)

    def when(self, day: date | None) -> str:
        """ "last Tuesday", as said on the day of the text."""
        return spoken(day, self.today) if day else ""

    def since(self, day: date) -> str:
        """Behind a "since": "January"."""
        return self.when(day).removeprefix("in ").removeprefix("on ")

    def dated(self, day: date) -> str:
        """ "Wednesday 18 March": a day to hold to."""
        return promised(day, self.today)

    # Who they are, and what it is about.

    @once
    def contact(self) -> str:
        """Whom we speak with: who took over from one that has gone, else whom the record names last."""
        return self._befallen.taken_over_by or contact_named(self.history)

    @once
    def name(self) -> str:
        return first_name(self.contact)

    @property
    def company(self) -> str:
        return self.history.deal.company

    @once
    def topic(self) -> str:
        """In a few words."""
        return topic_of(self.history)

    @property
    def matter(self) -> str:
        """The topic in a sentence: "the deck oven"."""
        return in_a_sentence(self.topic)

    @once
    def free(self) -> Free:
        """The days that a text may propose."""
        return free_of(self.history)

    # The last talk, and their words.

    @property
    def spoke_on(self) -> date | None:
        """The last talk; what they wrote is none."""
        return self._talk.on if self._talk else None

    @property
    def spoke_by(self) -> str:
        """The colleague who spoke with them; empty: whoever uses the facts."""
        return self._colleague(self._talk.member_id) if self._talk else ""

    @property
    def spoke_with(self) -> str:
        """The other person there with whom it was; empty: the contact."""
        return self.another(self._talk.contact) if self._talk else ""

    @once
    def we(self) -> str:
        """Who spoke: "we", "you and Tom", "Dana and I"."""
        if self.spoke_with:
            return f"{self.spoke_with} and {self.spoke_by or 'I'}"
        return f"you and {self.spoke_by}" if self.spoke_by else "we"

    @property
    def we_spoke(self) -> str:
        """ "last Tuesday we spoke about the deck oven"."""
        return f"{self.when(self.spoke_on)} {self.we} spoke{f' about {self.matter}' if self.topic else ''}"

    @once
    def wrote_on(self) -> date | None:
        """They got in touch after it, the person we write to."""
        last = self._conversation
        return last.on if last and last.inbound and not self.another(last.contact) else None

    @property
    def said(self) -> str:
        return self._quoted.said.strip(" .,;") if self._quoted else ""

    @property
    def said_on(self) -> date | None:
        return self._quoted.on if self._quoted else None

    @property
    def said_to(self) -> str:
        return self._colleague(self._quoted.member_id) if self._quoted else ""

    @property
    def said_by(self) -> str:
        return self.another(self._quoted.contact) if self._quoted else ""

    @once
    def said_as(self) -> str:
        """ "you said", or "you told Tom", or "Dana told me"."""
        if self.said_to or self.said_by:
            return f"{self.said_by or 'you'} told {self.said_to or 'me'}"
        return "you said"

    @property
    def they_said(self) -> str:
        """ "last Tuesday you said “two a day is too many”"."""
        return f"{self.when(self.said_on)} {self.said_as} “{self.said}”"

    @once
    def said_no(self) -> bool:
        """And nothing has followed from it yet."""
        return refused(self.history) is not None

    # What they were going to do.

    @property
    def their(self) -> Commitment | None:
        return self._theirs[0]

    @property
    def their_phrase(self) -> str:
        """ "check with finance"."""
        return self._theirs[1]

    @once
    def their_by(self) -> str:
        """Whose it is, when it is not the contact's."""
        return self.another(self.their.contact) if self.their else ""

    @property
    def their_plan(self) -> str:
        """ "you were going to check with finance"."""
        return f"{f'{self.their_by} was' if self.their_by else 'you were'} going to {self.their_phrase}"

    @once
    def is_soft(self) -> bool:
        """They meant to think, to talk, to look into it: no act to remind them of, only to ask about (H3)."""
        return bool(self.their and self.their.soft and not self.their_by)

    @once
    def promised_when(self) -> str:
        """When they took it on, in a talk with us; empty of what they took on otherwise."""
        made_on = self.their.made_on if self.their else None
        return self.when(made_on) if made_on and self.spoke_on and made_on <= self.spoke_on else ""

    @once
    def their_day(self) -> str:
        """The day they named; the day on which they are back is no day they named."""
        if self.their is None or self.their.due_on is None or self.is_excused:
            return ""
        return self.dated(self.their.due_on)

    @once
    def is_excused(self) -> bool:
        return bool(self.their and self.their.back_on)

    # What we owe them.

    @once
    def ours(self) -> Commitment | None:
        """What we still owe."""
        return next((p for p in open_promises(self.history, Side.ours) if not is_asked(self.history, p)), None)

    @once
    def ours_by(self) -> str:
        return self._colleague(self.ours.member_id) if self.ours else ""

    @once
    def our_phrase(self) -> str:
        said = self.ours if self.ours and may_promise(self.ours.text) else None
        phrase = for_them(addressed(said.text, self.name)) if said else None
        return phrase if phrase and fits_after_to(phrase) and may_promise(phrase) else ""

    @once
    def owed_thing(self) -> str:
        """What we are to hand over: "the room list"; empty of any other promise."""
        return thing_in(self.our_phrase) if self.ours and is_handed(self.ours.text) else ""

    @once
    def is_owed(self) -> bool:
        """Whether we are late or due ourselves: then nothing is asked of them first."""
        return bool(self.ours and self.ours.due_on and self.ours.due_on <= self.today and self.our_phrase)

    # What is new for them.

    @once
    def new(self) -> str:
        """What we have sent them since: "the Leeds figures"."""
        return thing_in(self._new.text) if self._new else ""

    @property
    def new_on(self) -> date | None:
        return self._new.turns[-1].on if self._new else None

    @once
    def thing(self) -> ShelfItem | None:
        """From the team's shelf, when nothing new of ours is on record for them: one new subject at a time."""
        return None if not self._shelf or self._new or self.question else for_this_deal(self.history)

    @once
    def came(self) -> str:
        """What came from them last: "the PO"."""
        return thing_in(self._came.text) if self._came else ""

    @property
    def came_on(self) -> date | None:
        return self._came.turns[-1].on if self._came else None

    @once
    def question(self) -> str:
        """It came up for them, and nobody has asked it yet: "do your pickers share a login?"."""
        return next((in_a_text(made.reason) for made in open_questions(self.history)), "")

    # What is agreed, was missed, or has come round.

    @once
    def step(self) -> NextStep | None:
        return spoken_step(self.history)

    @once
    def wait_until(self) -> str:
        """Until when they asked us to wait, as they said it: "June", or the day."""
        return (month_named(self.step) or self.dated(self.step.on)) if self.step else ""

    @once
    def coming(self) -> NextStep | None:
        """What is agreed for today or later, when something is shown or done there: no mere call."""
        step = self.step
        return step if step and step.agreed and step.what in SHOWN and step.on >= self.today else None

    @property
    def missed_on(self) -> date | None:
        """They did not come that day, and nothing has happened since."""
        missed = missed_last(self.history)
        return missed.on if missed else None

    @once
    def missed_for(self) -> str:
        """ "our demo"."""
        missed = missed_last(self.history)
        return missed_for(self.history, missed) if missed else ""

    @property
    def we_missed(self) -> str:
        """ "we missed each other yesterday at our demo": no reproach, both were not there together."""
        return f"we missed each other {self.when(self.missed_on)}{f' at {self.missed_for}' if self.missed_for else ''}"

    @once
    def window_on(self) -> date | None:
        """The time for buying that they had named woke the deal on that day."""
        window = opened_window(self.history)
        return window.until_on if window else None

    @once
    def before_on(self) -> date | None:
        """They came back by themselves; until then the last talk was on that day (H50)."""
        return spoke_before_they_returned(self._told)

    # How they are read.

    def _colleague(self, member_id: int) -> str:
        return self.history.colleagues.get(member_id, "")

    def another(self, person: str) -> str:
        """The first name of who it was, when it was not the one we speak with now."""
        is_other = person and self.contact and not is_same_person(person, self.contact)
        return first_name(person) if is_other else ""

    @once
    def _told(self) -> History:
        return with_them(self.history, self._befallen)

    @once
    def _conversation(self) -> Touch | None:
        return last_conversation(self._told)

    @once
    def _talk(self) -> Touch | None:
        return last_talk(self._told)

    @once
    def _quoted(self) -> Touch | None:
        said = last_said(self._told)
        return said if said and may_quote(said.said) and is_whole(said.said) else None

    @once
    def _new(self) -> Commitment | None:
        return newest_kept(self.history)

    @once
    def _came(self) -> Commitment | None:
        return newest_kept(self.history, Side.theirs)

    @once
    def _theirs(self) -> tuple[Commitment | None, str]:
        """What they were going to do, and in which words; nothing when it cannot be said well.

        A promise that was due before you last spoke has been talked about: to recall it now would sound like a reproach.
        """
        since = self._conversation.on if self._conversation else date.min
        fresh = (p for p in open_promises(self._told, Side.theirs) if not (p.due_on and p.due_on < since))
        their = next(fresh, None)
        if their is None or not may_promise(their.text):
            return None, ""
        if self.another(their.contact) and fits_after_to(their.text):
            return their, their.text
        phrase = for_them(their.text, by_them=True, whom=whom(their, self._told)) or ""
        return (their, phrase) if phrase and fits_after_to(phrase) else (None, "")
