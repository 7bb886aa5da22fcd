"""Full texts to say or send by hand: phone, voicemail, email, definitive answer, thank-you (playbook section 9).

Order of parts: who and when, recap, their commitment, what is new, one question or dated next step. The bot drafts;
a person sends (H8). Nothing is invented: a part without a recorded fact is left out.
"""

import re
from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass, replace
from datetime import date, timedelta

from bot.days import FULL_WEEKDAYS, promised
from bot.model import Commitment, Decision, DecisionKind, History, NextStep, ShelfItem, Side, first_name
from bot.phrases import addressed, fits_after_to, for_them
from bot.playbook.cadence import held_until, off_weekend, pending_step, working_day_after
from bot.playbook.circumstances import circumstance
from bot.playbook.cliches import is_clean
from bot.playbook.facts import Facts, facts_of, may_quote, may_say, spoken_step
from bot.playbook.house import said_of
from bot.playbook.parts import ask, capital, enough_time, is_owed, news, owed, recap
from bot.playbook.quotes import is_whole
from bot.playbook.results import open_promises, told_last

MAX_PHONE, MAX_VOICEMAIL = 60, 75  # words


@dataclass(frozen=True)
class Speaker:
    """Who says it: the rep, for the organisation; the phone is said twice on a voicemail."""

    name: str
    organisation: str
    phone: str = ""
    colleagues: tuple[str, ...] = ()  # first names of the others here


@dataclass(frozen=True)
class Words:
    """One text for one channel. `subject` is for an email only."""

    channel: str
    text: str
    subject: str = ""


def sendable(words: Words | None, banned: Collection[str] = ()) -> Words | None:
    """The one gate: a text that holds a worn phrase, of everybody's or the team's own, is shown to nobody."""
    return words if words and is_clean(words.text, banned) and is_clean(words.subject, banned) else None


def phone(history: History, speaker: Speaker, today: date) -> Words | None:
    """At most 60 words (S40): said, not read."""
    facts = facts_of(history)
    if not has_substance(facts):
        return None
    hello = f"{facts.name}, {speaker.name} at {speaker.organisation}." if facts.name else _introduction(speaker)
    told = introduced(owed(facts, today), speaker)
    return Words(
        "Phone",
        _within(
            MAX_PHONE,
            facts,
            lambda known: _join(hello, recap(known, today), told, news(known, today), ask(known, today)),
        ),
    )


def _within(most: int, facts: Facts, text: Callable[[Facts], str]) -> str:
    """What is said aloud stays short: where the thing from the shelf makes it too long, the email alone brings it."""
    said = text(facts)
    return said if len(said.split()) <= most else text(replace(facts, thing=None))


def voicemail(history: History, speaker: Speaker, today: date) -> Words | None:
    """50 to 75 words: about them, the number twice, one time you will ring."""
    facts = facts_of(history)
    if not has_substance(facts):
        return None
    about = f", about {facts.topic}" if facts.topic and facts.name else ""
    hello = f"{facts.name}, {speaker.name}, {speaker.organisation}{about}." if facts.name else _introduction(speaker)
    number = (
        f"My number is {speaker.phone}, again {speaker.phone}." if speaker.phone else "My number is (yours, twice)."
    )
    told = _join(recap(facts, today, named=not about), introduced(owed(facts, today), speaker))
    ring = _ring(history, today)
    text = _within(
        MAX_VOICEMAIL, facts, lambda known: _join(hello, told, news(known, today), ask(known, today), number, ring)
    )
    return Words("Voicemail", text)


def email(history: History, speaker: Speaker, today: date) -> Words | None:
    """50 to 125 words, a subject of three or four words: their topic."""
    facts = facts_of(history)
    if not has_substance(facts):
        return None
    question = "" if facts.their and not facts.their_by and not facts.is_soft else ask(facts, today)
    body = _join(
        recap(facts, today),
        introduced(owed(facts, today), speaker),
        news(facts, today),
        question,
        _meet(history, today),
    )
    return Words("Email", _letter(facts.name, body, speaker), subject(facts, history))


def proposed(history: History, today: date) -> ShelfItem | None:
    """The thing from the shelf that the words of that day bring; whatever comes first leaves it for another day."""
    if circumstance(history, today):
        return None
    facts = facts_of(history)
    return facts.thing if has_substance(facts) and not is_owed(facts, today) else None


def _ring(history: History, today: date) -> str:
    """The one time at which you will ring: not before the day that they named."""
    step, day = spoken_step(history), _free_day(history, today)
    if step and step.on >= today and not step.purpose:
        return (
            f"{_dated(step, today)}."
            if step.agreed
            else f"You asked for {_dated(step, today)}; does that still suit you?"
        )
    if step and step.on > today:
        return f"I'll ring you on {promised(step.on, today)}, as you asked."
    weekday = FULL_WEEKDAYS[day.weekday()]
    near = day - today < timedelta(days=7)
    return f"Otherwise I'll ring you {weekday if near else f'on {promised(day, today)}'} at ten."


def _meet(history: History, today: date) -> str:
    step = spoken_step(history)
    if step and step.on > today and step.purpose:
        return f"I will ring you on {promised(step.on, today)}, as you asked."
    if step and step.on >= today and step.agreed and not step.purpose:
        return f"{_dated(step, today)}; does that still suit you?"
    if step and step.on >= today and not step.agreed:
        return f"You asked for {_dated(step, today)}; shall we fix that?"
    day = _free_day(history, today)
    return f"Would {promised(day, today)} at ten suit you for a short call, or is another day easier?"


def _dated(step: NextStep, today: date) -> str:
    """ "Our demo is on Wednesday 18 March at 10:00"; of what is only asked for "a demo on Wednesday 18 March"."""
    day = "today" if step.on == today else f"on {promised(step.on, today)}"
    at = f" at {step.at}" if step.at else ""
    return f"Our {step.what} is {day}{at}" if step.agreed else f"a {step.what} {day}{at}"


def _free_day(history: History, today: date) -> date:
    """Two working days on, or the first day on which they are to be rung."""
    soon = working_day_after(working_day_after(today))
    hold, step = held_until(history), pending_step(history)
    wait = step.on if step and step.purpose else soon
    return off_weekend(max(soon, wait, hold.on if hold else soon))


def definitive(history: History, speaker: Speaker, today: date) -> Words | None:
    """The one message that asks for yes, no or not now, with an easy no (H40-H47). No hold line without a true hold."""
    facts = facts_of(history)
    if not has_substance(facts):
        return None
    kept = reserved(history, today)
    held = (
        f"I am keeping {kept.reason} for you until {promised(kept.until_on, today)}." if kept and kept.until_on else ""
    )
    body = _join(
        recap(facts, today),
        held or "I want to plan by your timetable and not by my guess.",
        f"Yes, and {'it is yours' if held else 'we fix the day'}; later, with a month that suits you;"
        f" or no, and I {'release it' if held else 'close the file'} and thank you for a fair hearing.",
        "One word is enough: which is it to be?",
    )
    return Words("Yes, later or no", _letter(facts.name, body, speaker), subject(facts, history))


def nurture(history: History, speaker: Speaker, today: date) -> Words | None:
    """To a deal that was let go: the new thing and no ask, at most 60 words (H49)."""
    facts = facts_of(history)
    if facts.thing is None:
        return None
    spoke = f"{facts.when(facts.spoke_on, today)} {facts.we} spoke{f' about {facts.topic}' if facts.topic else ''}."
    body = _join(
        capital(spoke) if facts.spoke_on else _introduction(speaker),
        f"{capital(said_of(facts.thing, today))}.",
        "It is yours if it is of use; there is nothing that you need to do.",
    )
    return Words("A note", _letter(facts.name, body, speaker), subject(facts, history))


def reserved(history: History, today: date) -> Decision | None:
    """What the rep says is really kept for them, until its day: never extended, never invented (H42, voice.md 1.16)."""
    newest = next((d for d in reversed(history.decisions) if d.kind is DecisionKind.reserved), None)
    return newest if newest and newest.reason and newest.until_on and newest.until_on >= today else None


def thank_you(history: History, speaker: Speaker, today: date) -> Words | None:
    """Thank-you and receipt in one (voice.md 1.9): both sides' promises, so that they can correct it."""
    call = told_last(history)
    if call is None:
        return None
    facts = facts_of(history)
    made = _of_act(history, Side.theirs, call.act_id)
    ours = _promises(_of_act(history, Side.ours, call.act_id), facts, today)
    theirs = _promises([promise for promise in made if not promise.soft], facts, today)
    asked = _asked([promise for promise in made if promise.soft], facts, today)
    if not ours and not theirs and not asked:
        return None
    thanks = f"thank you for your time{' today' if call.on == today else ''}."
    if may_quote(call.said) and is_whole(call.said):
        thanks = f"thank you for telling me where things stand: “{call.said}”."
    step = spoken_step(history)
    day = f"{promised(step.on, today)}{f' at {step.at}' if step.at else ''}" if step else ""
    speak = _as_agreed(step, day) if step else ""
    agreed = _listed([f"I {ours}" if ours else "", f"you were going to {theirs}" if theirs else "", speak])
    hello = f"{facts.name}, {thanks}" if facts.name else thanks[0].upper() + thanks[1:]
    right = "If I have a date wrong, tell me and I will change it."
    text = _join(hello, f"As I noted it: {agreed}." if agreed else "", asked, right if agreed else "")
    known = frozenset(history.colleagues.values())
    return Words(
        "Thank-you", f"{introduced(text, speaker, known)}\n\n{first_name(speaker.name)}", subject(facts, history)
    )


def _asked(soft: Iterable[Commitment], facts: Facts, today: date) -> str:
    """What they only meant to think or talk about is no promise to hold up to them: it is asked about."""
    for promise in soft:
        phrase = _phrase(promise, facts)
        if phrase:
            return enough_time(phrase, promised(promise.due_on, today) if promise.due_on else "")
    return ""


def introduced(text: str, speaker: Speaker, known: Collection[str] = ()) -> str:
    """ "check with Maria" says nothing to a customer who has never heard of her: "with my colleague Maria"."""
    for name in speaker.colleagues:
        if name not in known:
            text = re.sub(
                rf"(?<=\bI )((?:will|promised to) [^.;“”]*?)\b(?<!colleague ){re.escape(name)}\b",
                rf"\1my colleague {name}",
                text,
                count=1,
            )
    return text


def _as_agreed(step: NextStep, day: str) -> str:
    """What they asked for is no appointment yet, and is not confirmed as one."""
    if step.purpose:
        return f"you asked me to wait until {day}"
    return f"we have our {step.what} on {day}" if step.agreed else f"you asked for the {step.what} on {day}"


def _of_act(history: History, side: Side, act_id: int) -> list[Commitment]:
    """The open promises that one call made or told again."""
    still = open_promises(history, side)
    return [p for p in still if p.act_id == act_id or any(turn.act_id == act_id for turn in p.turns)]


def has_substance(facts: Facts) -> bool:
    return bool(facts.spoke_on and (facts.said or facts.their or facts.new or facts.came or facts.topic))


def subject(facts: Facts, history: History) -> str:
    return " ".join((facts.topic or history.deal.label).split()[:4])


def _phrase(promise: Commitment, facts: Facts) -> str:
    """As said to them; else empty: it is shown for editing, and never said (voice.md 4)."""
    phrase = for_them(addressed(promise.text, facts.name))
    return phrase if phrase and fits_after_to(phrase) and may_say(phrase) else ""


def _promises(promises: Iterable[Commitment], facts: Facts, today: date) -> str:
    spoken = []
    for promise in promises:
        phrase = _phrase(promise, facts)
        if phrase:
            day = f" by {promised(promise.due_on, today)}" if promise.due_on else ""
            verb = "will " if promise.side is Side.ours else ""
            spoken.append(f"{verb}{phrase}{day}")
    return _listed(spoken)


def _listed(parts: Iterable[str]) -> str:
    said = [part for part in parts if part]
    return f"{', '.join(said[:-1])}, and {said[-1]}" if len(said) > 1 else "".join(said)


def _letter(name: str, body: str, speaker: Speaker) -> str:
    return "\n\n".join(part for part in (f"{name}," if name else "", body, first_name(speaker.name)) if part)


def _introduction(speaker: Speaker) -> str:
    return f"This is {speaker.name} at {speaker.organisation}."


def _join(*parts: str) -> str:
    return " ".join(part for part in parts if part)
