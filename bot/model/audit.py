"""One line of the audit record: who did what, when, from where. It holds numbers, kinds and digests, and nobody's words."""

import hashlib
import json
from dataclasses import dataclass
from datetime import UTC, datetime

SERVER = 0  # the chain of what concerns no organisation
DONE, REFUSED, READ = "done", "refused", "read"
CLI, PAGE, SCHEDULER = "cli", "page", "scheduler"  # beside the names of the platforms
FORGET = "forget"  # the action of an entry behind which the record begins
KEEP = "keep audit"  # the action of an entry that tells for how many months the record is kept from then on


def is_operators(source: str) -> bool:
    """Of a command by hand; behind the colon stands the number of the operating system's user."""
    return source.partition(":")[0] == CLI


@dataclass(frozen=True)
class Entry:
    """`what` and `which`: the kind and the number of what it was done to. `digest`: of what was written there."""

    at: datetime
    source: str
    action: str
    member_id: int | None = None
    outcome: str = DONE
    what: str = ""
    which: str = ""
    digest: str = ""
    organisation_id: int | None = None
    id: int = 0

    @property
    def chain(self) -> int:
        return self.organisation_id or SERVER


def link_of(before: str, number: int, entry: Entry) -> str:
    """What binds an entry to its place behind the one before."""
    told = [
        entry.id, entry.organisation_id, entry.at.astimezone(UTC).isoformat(timespec="microseconds"), entry.source,
        entry.member_id, entry.action, entry.outcome, entry.what, entry.which, entry.digest,
    ]  # fmt: skip
    return hashlib.sha256(f"{before}\n{number}\n{json.dumps(told)}".encode()).hexdigest()


def digest_of(salt: str, text: str) -> str:
    """Whoever has the salt can tell whether it was this text. Without it nobody can."""
    return hashlib.blake2b(text.encode(), key=salt.encode(), digest_size=16).hexdigest()
