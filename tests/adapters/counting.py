"""What stands in the database, as numbers: what a delivery changes, however often it comes."""

from sqlalchemy import func, select

from bot.store import Database
from bot.store.tables import acts, commitments, deals, drafts, inbound, members, outbox, touches

_TYPED = drafts.c.command.notlike('{"asked"%')  # and no note of a question that waits for an answer
COUNTED = {
    "acts": select(func.count()).select_from(acts).where(acts.c.undone_at.is_(None)),
    "deals": select(func.count()).select_from(deals),
    "touches": select(func.count()).select_from(touches),
    "promises": select(func.count()).select_from(commitments),
    "members": select(func.count()).select_from(members),
    "open drafts": select(func.count()).select_from(drafts).where(drafts.c.settled_at.is_(None), _TYPED),
    "settled drafts": select(func.count()).select_from(drafts).where(drafts.c.settled_at.is_not(None), _TYPED),
    "parcels": select(func.count()).select_from(outbox).where(outbox.c.kind != "digest"),
    "keys": select(func.count()).select_from(inbound),
}


def counts(database: Database, organisation_id: int) -> dict[str, int]:
    return database.read(
        organisation_id,
        lambda store: {name: int(store.connection.execute(query).scalar_one()) for name, query in COUNTED.items()},
    )


def changed(before: dict[str, int], after: dict[str, int]) -> dict[str, int]:
    return {name: after[name] - before[name] for name in after if after[name] != before[name]}
