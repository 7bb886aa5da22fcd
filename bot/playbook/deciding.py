"""The one message that asks for yes, later or no, and what may truly be said in it of things kept for them (H40 to H47)."""

import re
from dataclasses import dataclass
from datetime import date

from bot.days import promised
from bot.model import CommitmentState, Decision, DecisionKind, History, Side, Trade
from bot.playbook.facts import Facts
from bot.playbook.on_record import newest_kept
from bot.playbook.parts import recap
from bot.playbook.sayable import is_handed, thing_in
from bot.playbook.wording import Speaker, Words, has_substance, joined, letter, may_be_forgotten, phrase_of, subject

MAX_WORDS = 90


@dataclass(frozen=True)
class _Pack:
    """How one kind of business says it (H30): what is kept, what a yes and a no do to it, what is fixed without it.

    Said only of what is `named` like that: a price is no date, whatever the team sells.
    """

    held: str
    yes: str
    no: str
    fixed: str
    named: str


_NEUTRAL = _Pack("I am keeping {} for you until {}.", "that stands", "I release it", "we fix the day", "")
_MONTH = r"january|february|march|april|may|june|july|august|september|october|november|december"
_PACKS = {
    Trade.goods: _Pack(
        "I have {} set aside for you until {}.", "that stays set aside for you", "the stock is free again",
        "we fix the delivery", r"^(?!.*\b(?:prices?|rates?|discounts?|terms|offers?|slots?|dates?|weeks?)\b)",
    ),
    Trade.dates: _Pack(
        "I am holding {} for you until {}.", "the date is yours", "I open the date to others", "we fix the date",
        rf"\b(?:dates?|days?|slots?|weeks?|weekends?|mornings?|afternoons?|evenings?|{_MONTH})\b(?!.*\bprices?\b)",
    ),
    Trade.seats: _Pack(
        "I have {} reserved for you until {}.", "the reservation stands", "I free the reservation", "we fix the start",
        r"\b(?:seats?|places?|licen[cs]es?|spots?|tickets?)\b",
    ),
    Trade.team: _Pack(
        "I am keeping {} free for you until {}.", "the time is yours", "I release the team", "we fix the start",
        r"\b(?:teams?|fitters?|crews?|engineers?|consultants?|trainers?|people|weeks?|days?|hours?)\b",
    ),
}  # fmt: skip


def definitive(history: History, speaker: Speaker, today: date) -> Words | None:
    """The one message that asks for yes, no or not now, with an easy no (H40-H47). No hold line without a true hold."""
    facts = Facts(history, today, turn=0)  # their words first: they know them
    if not has_substance(facts):
        return None
    known = prepared(history, facts, today)
    full = _text(history, facts, today, known)
    body = full if len(full.split()) + 2 <= MAX_WORDS else _text(history, facts, today, "")
    return Words(
        "Yes, later or no",
        letter(facts.name, body, speaker, whole=may_be_forgotten(facts), longest=MAX_WORDS),
        subject(facts, history),
    )


def _text(history: History, facts: Facts, today: date, known: str) -> str:
    kept, sells = reserved(history, today), history.house.sells
    pack = _pack(sells, kept.reason if kept else None)
    held = pack.held.format(kept.reason, promised(kept.until_on, today)) if kept and kept.until_on else ""
    return joined(
        recap(facts),
        known,
        held or "I want to plan by your timetable and not by my guess.",
        f"Yes, and {pack.yes if held else pack.fixed}; later, with a month that suits you;"
        f" or no, and {pack.no if held else 'I close the file'}.",
        "Any answer is fine, and one word does it: is it a yes, a later, or a no?",
    )


def _pack(sells: Trade | None, held: str | None) -> _Pack:
    pack = _PACKS[sells] if sells else _NEUTRAL
    return pack if held is None or re.search(pack.named, held, re.IGNORECASE) else _NEUTRAL


def prepared(history: History, facts: Facts, today: date) -> str:
    """What was done for them, as far as a promise of ours was ticked as kept; nothing else is claimed (H43)."""
    sent = newest_kept(history)
    thing = thing_in(phrase_of(sent, facts, history)) if sent and is_handed(sent.text) else ""
    if sent and thing:
        return f"You have had {thing} since {_since(sent.turns[-1].on, today)}."
    done = [
        phrase
        for promise in reversed(history.commitments)
        if promise.side is Side.ours and promise.state is CommitmentState.kept and not is_handed(promise.text)
        if (phrase := phrase_of(promise, facts, history)) and promise.member_id not in history.colleagues
    ]
    return f"I promised to {done[0]}, and that is done." if done else ""


def _since(day: date, today: date) -> str:
    return "today" if day == today else promised(day, today)


def reserved(history: History, today: date) -> Decision | None:
    """What the rep says is really kept for them, until its day: never extended, never invented (H42, voice.md 1.16)."""
    newest = next((d for d in reversed(history.decisions) if d.kind is DecisionKind.reserved), None)
    return newest if newest and newest.reason and newest.until_on and newest.until_on >= today else None
