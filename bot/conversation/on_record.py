"""What became of each member's list on a day: never silence (README, promise 2). For the manager's team and the operator."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from bot.conversation.followups import DIGEST_KEY
from bot.model import Became, Member
from bot.store import SENT, Digest, Store
from bot.views.catching_up import CATCH_UP_KEY
from bot.worktime import works_on


@dataclass(frozen=True)
class Morning:
    """`reason` of what was skipped, or the platform's own word for what was not delivered."""

    member: Member
    became: Became
    reason: str = ""


def mornings(store: Store, members: Sequence[Member], day: date) -> list[Morning]:
    """By two queries for each few hundred of them."""
    decided = store.digests.on([member.id for member in members], day)
    sent = {digest.member_id: _keys(digest) for digest in decided.values() if digest.state == SENT}
    parcels = store.digests.parcels_of(sent)
    return [_morning(member, decided.get(member.id), parcels.get(member.id), day) for member in members]


def _keys(digest: Digest) -> tuple[str, str]:
    return f"{DIGEST_KEY}{digest.id}", f"{CATCH_UP_KEY}{digest.id}"


def _morning(member: Member, digest: Digest | None, parcel: tuple[str, str] | None, day: date) -> Morning:
    if digest is None:
        return Morning(member, _without_decision(member, day))
    if digest.state != SENT:
        return Morning(member, Became.skipped, digest.reason)
    match parcel:
        case ("sent", _):
            return Morning(member, Became.sent)
        case ("dead" | "stopped", why):
            return Morning(member, Became.undelivered, why)
        case ("pending" | "sending" | "uncertain", _):
            return Morning(member, Became.on_its_way)
        case _:  # also when its message is gone: a list that was put down as sent and left no other trace
            return Morning(member, Became.unknown)


def _without_decision(member: Member, day: date) -> Became:
    if not works_on(day, member):
        return Became.no_working_day
    return Became.undecided if member.next_digest_on and day < member.next_digest_on else Became.to_come
