"""Full texts to say or send by hand: phone, voicemail, email, and the note to a deal that sleeps (playbook section 9).

Order of parts: who and when, recap, their commitment, what is new, one question or dated next step. The bot drafts;
a person sends (H8). Nothing is invented: a part without a recorded fact is left out.
"""

from collections.abc import Callable
from datetime import date, timedelta

from bot.days import FULL_WEEKDAYS, promised
from bot.model import DecisionKind, History, ShelfItem, first_name
from bot.playbook.absences import announced_on
from bot.playbook.asking import ask
from bot.playbook.asking_in_writing import asked_in_writing, dated, then
from bot.playbook.circumstances import circumstance
from bot.playbook.easing import eased
from bot.playbook.facts import Facts
from bot.playbook.holds import held_until, pending_step
from bot.playbook.house import said_of
from bot.playbook.offered import free_of
from bot.playbook.on_record import spoken_step
from bot.playbook.owing import owed
from bot.playbook.parts import capital, news, recap
from bot.playbook.returning import is_just_back
from bot.playbook.wording import (
    Speaker,
    Words,
    has_substance,
    introduced,
    introduction,
    joined,
    letter,
    may_be_forgotten,
    subject,
)

MAX_PHONE, MAX_VOICEMAIL, _MAX_NOTE = 60, 75, 60  # words


def phone(history: History, speaker: Speaker, today: date) -> Words | None:
    """At most 60 words (S40): said, not read."""
    facts = Facts(history, today)
    if not has_substance(facts):
        return None
    hello = f"{facts.name}, {speaker.whole}." if facts.name else introduction(speaker)
    hello = joined(hello, _took_over(history, facts), _welcome(history, facts, today))
    day = spoken_day(history, today)
    told = introduced(owed(facts), speaker)
    return Words(
        "Phone",
        _within(
            MAX_PHONE,
            facts,
            lambda known: joined(hello, recap(known), told, news(known), ask(known, day)),
        ),
    )


def _within(most: int, facts: Facts, text: Callable[[Facts], str]) -> str:
    """What is said aloud stays short: where the thing from the shelf makes it too long, the email alone brings it."""
    said = text(facts)
    return said if len(said.split()) <= most else text(facts.without_the_shelf())


def voicemail(history: History, speaker: Speaker, today: date) -> Words | None:
    """50 to 75 words: about them, the number twice, one time you will call."""
    facts = Facts(history, today)
    if not has_substance(facts):
        return None
    about = f", about {facts.matter}" if facts.topic and facts.name else ""
    hello = (
        f"{facts.name}, {', '.join(filter(None, (speaker.name, speaker.organisation)))}{about}."
        if facts.name
        else introduction(speaker)
    )
    number = (
        f"My number is {speaker.phone}, again {speaker.phone}." if speaker.phone else "My number is (yours, twice)."
    )
    hello = joined(hello, _took_over(history, facts))
    day = spoken_day(history, today)
    told = joined(recap(facts, named=not about), introduced(owed(facts), speaker))
    ring = _ring(facts)
    text = _within(
        MAX_VOICEMAIL,
        facts,
        lambda known: joined(hello, told, news(known), ask(known, day), number, ring),
    )
    return Words("Voicemail", text)


def email(history: History, speaker: Speaker, today: date) -> Words | None:
    """At most 125 words, and 50 where the record gives as many; a subject of three or four words: their topic."""
    facts = Facts(history, today)
    if not has_substance(facts):
        return None
    took_over = _took_over(history, facts)
    is_new = facts.spoke_with or took_over  # they never heard of us
    who = joined(f"I am {speaker.whole}." if is_new else "", took_over)
    body = joined(
        who,
        _welcome(history, facts, today),
        recap(facts),
        introduced(owed(facts), speaker),
        news(facts),
        eased(facts),
        asked_in_writing(facts, promised(free_day_for(history, today), today)),
    )
    return Words("Email", letter(facts.name, body, speaker, whole=may_be_forgotten(facts)), subject(facts, history))


def _welcome(history: History, facts: Facts, today: date) -> str:
    return "Welcome back." if is_just_back(history, facts.name, today) else ""


def proposed(history: History, today: date) -> ShelfItem | None:
    """The thing from the shelf that the words of that day bring; whatever comes first leaves it for another day."""
    if circumstance(history, today):
        return None
    facts = Facts(history, today)
    return facts.thing if has_substance(facts) and not facts.is_owed else None


def _ring(facts: Facts) -> str:
    """The one time at which you will call: not before the day that they named."""
    step = facts.step
    if step and step.on >= facts.today and not step.purpose:
        if step.agreed:
            return f"{dated(facts, step)}."
    elif step and step.on > facts.today:
        return f"I'll call you {then(facts, step)}, as you asked."
    return f"Otherwise I'll call you on {spoken_day(facts.history, facts.today)} at ten."


def rings_on(history: History, today: date) -> date | None:
    """The day on which that day's voicemail says that you call; none where a step stands, or there is no text."""
    step = spoken_step(history)
    is_stepped = step is not None and (step.on > today if step.purpose else step.on >= today)
    return None if is_stepped or not has_substance(Facts(history, today)) else free_day_for(history, today)


def spoken_day(history: History, today: date) -> str:
    """The same day in every text: by its weekday while it is near."""
    day = free_day_for(history, today)
    return FULL_WEEKDAYS[day.weekday()] if day - today < timedelta(days=7) else promised(day, today)


def _took_over(history: History, facts: Facts) -> str:
    """They know the colleague who spoke with them, and not us: who we are to them comes first."""
    owner = history.colleagues.get(history.deal.owner_id)
    if owner and owner == facts.spoke_by:  # the deal is still theirs: whoever reads this covers for them
        return f"I am standing in for {owner} here."
    given = next((made for made in reversed(history.decisions) if made.kind is DecisionKind.handed_over), None)
    if given is None or not facts.spoke_by or first_name(given.reason) != facts.spoke_by:
        return ""
    return f"I have taken over from {facts.spoke_by} here."


def free_day_for(history: History, today: date) -> date:
    """Two working days on, or the first day on which they are to be rung."""
    free = free_of(history)
    soon = free.after(today, 2)
    hold, step = held_until(history), pending_step(history)
    wait = step.on if step and step.purpose else soon
    day = free.first(max(soon, wait, hold.on if hold else soon))
    away = announced_on(history, day)
    return free.first(away.back_on) if away else day


def nurture(history: History, speaker: Speaker, today: date) -> Words | None:
    """To a deal that was let go: the new thing and no ask, at most 60 words (H49)."""
    facts = Facts(history, today)
    if facts.thing is None:
        return None
    body = joined(
        f"{capital(facts.we_spoke)}." if facts.spoke_on else introduction(speaker),
        f"{capital(said_of(facts.thing, today))}.",
        "It is yours if it is of use; there is nothing you need to do.",
    )
    whole = may_be_forgotten(facts)
    return Words("A note", letter(facts.name, body, speaker, whole=whole, longest=_MAX_NOTE), subject(facts, history))
