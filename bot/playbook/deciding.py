"""The one message that asks for yes, later or no, and what may truly be said in it of things kept for them (H40 to H47)."""

from dataclasses import replace
from datetime import date

from bot.days import promised
from bot.model import Decision, DecisionKind, History
from bot.playbook.facts import facts_of
from bot.playbook.parts import recap
from bot.playbook.wording import Speaker, Words, has_substance, joined, letter, subject


def definitive(history: History, speaker: Speaker, today: date) -> Words | None:
    """The one message that asks for yes, no or not now, with an easy no (H40-H47). No hold line without a true hold."""
    facts = replace(facts_of(history), turn=0)  # their words first: they know them
    if not has_substance(facts):
        return None
    kept = reserved(history, today)
    held = (
        f"I am keeping {kept.reason} for you until {promised(kept.until_on, today)}." if kept and kept.until_on else ""
    )
    body = joined(
        recap(facts, today),
        held or "I want to plan by your timetable and not by my guess.",
        f"Yes, and {'that stands' if held else 'we fix the day'}; later, with a month that suits you;"
        f" or no, and I {'release it all' if held else 'close the file'} and thank you for a fair hearing.",
        "One word is enough: which is it to be?",
    )
    return Words("Yes, later or no", letter(facts.name, body, speaker), subject(facts, history))


def reserved(history: History, today: date) -> Decision | None:
    """What the rep says is really kept for them, until its day: never extended, never invented (H42, voice.md 1.16)."""
    newest = next((d for d in reversed(history.decisions) if d.kind is DecisionKind.reserved), None)
    return newest if newest and newest.reason and newest.until_on and newest.until_on >= today else None
