"""What is only noted is no try of ours: a note or a correction that says so, that they are away, that we are late with
a thing, have something still to do, or have heard nothing."""

from bot.model import Outcome, Result, Side
from bot.reading.line.callreading import CallReading
from bot.reading.outcome.told import is_no_talk, is_note


def is_only_noted(told: CallReading) -> bool:
    """Nothing in it tells of a talk, a message or a try."""
    is_our_new_day = bool(told.promises) and all(one.side is Side.ours and one.again for one in told.promises)
    is_promised = bool(told.promises) and not is_our_new_day
    took_place = told.is_contact or told.said or is_promised or told.next_step or told.delivered or told.came
    is_plain = told.outcome is Outcome.connected and told.result is Result.continuation and not took_place
    return is_plain and (
        told.away is not None or told.is_away_openly or is_note(told.note) or is_no_talk(told.note) or is_our_new_day
    )
