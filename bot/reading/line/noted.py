"""What is only noted is no try of ours: a note or a correction that says so, or that they are away."""

from bot.model import Outcome, Result
from bot.reading.line.callreading import CallReading
from bot.reading.outcome.told import is_note


def is_only_noted(told: CallReading) -> bool:
    """Nothing in it tells of a talk, a message or a try."""
    took_place = told.is_contact or told.said or told.promises or told.next_step or told.delivered or told.came
    is_plain = told.outcome is Outcome.connected and told.result is Result.continuation and not took_place
    return is_plain and (told.away is not None or told.is_away_openly or is_note(told.note))
