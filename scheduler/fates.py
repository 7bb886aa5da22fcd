"""What is known of a message that a platform refused, and so what becomes of it. Pure."""

from datetime import datetime, timedelta
from enum import StrEnum

from bot.hygiene import clean
from bot.model import Reach
from bot.store import Outcome, Parcel
from scheduler import patience


class Fate(StrEnum):
    not_sent = "not_sent"  # surely not there: try again later
    permanent = "permanent"  # this person cannot be reached
    uncertain = "uncertain"  # may be there
    unknown = "unknown"  # may be there, and nobody can look any more
    refused = "refused"  # this message was not taken, and never will be; the person is there
    stopped = "stopped"  # the workspace is gone, or never connected


class DeliveryError(Exception):
    """A platform refused a message. `fate` says what is known about it.

    `retry_after` is the platform's own wish, or the sender's pace: waiting for it is no attempt.
    """

    def __init__(self, fate: Fate, reason: str, retry_after: timedelta | None = None) -> None:
        super().__init__(reason)
        self.fate = fate
        self.retry_after = retry_after


class Closed(DeliveryError):
    """The platform wants to hear nothing of the workspace for so long, from any worker."""

    def __init__(self, reason: str, pause: timedelta) -> None:
        super().__init__(Fate.not_sent, reason, pause)
        self.pause = pause


def after(parcel: Parcel, error: DeliveryError, now: datetime) -> tuple[str, Outcome]:
    """The state of the parcel from now on, with what is put down of it."""
    reason = clean(str(error))  # a platform's word is stored: nothing in it may break the storing
    spent = parcel.attempts >= patience.MOST_ATTEMPTS and error.retry_after is None
    match error.fate:
        case Fate.stopped:  # the next message looks for another place where they are
            return "stopped", Outcome(error=reason, reach=Reach.unreachable)
        case Fate.permanent:
            return "dead", Outcome(error=reason, reach=Reach.unreachable)
        case Fate.refused:
            return "dead", Outcome(error=reason)
        case Fate.unknown:
            return "unknown", Outcome(error=reason)
        case Fate.uncertain:
            return "unknown" if spent else "uncertain", Outcome(error=reason, retry_at=now + patience.LOOK_BACK)
        case Fate.not_sent if spent:
            return "dead", Outcome(error=reason)
        case Fate.not_sent:
            wait = error.retry_after or patience.BACKOFF[min(parcel.attempts, len(patience.BACKOFF)) - 1]
            state = "uncertain" if parcel.uncertain else "pending"  # a look-back that was refused is still owed
            uncounted = error.retry_after is not None
            return state, Outcome(error=reason, retry_at=now + wait, uncounted=uncounted)
