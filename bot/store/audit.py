"""The audit record as it is written: in the transaction of what it tells, at its end, by one INSERT.

Every act that is begun, told more of, or taken back comes here by itself; the rest is told. Nothing binds the entries to one
another yet: that is done behind, by one process at a time (bot.store.audit_chain), so that nobody waits for a chain.
"""

import secrets
from collections.abc import Iterable
from dataclasses import dataclass, field, fields, replace
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, insert

from bot.model import DONE, READ, REFUSED, SCHEDULER, Entry, digest_of, is_operators
from bot.store.asking import put
from bot.store.tables import audit

_MOST = 20  # things that one message named: of the rest it is told how many
_LONGEST = 9  # digits of a number of ours: a longer one may be somebody's telephone
_ACT = "act"
_ADDING = insert(audit)
_TOLD = tuple(one.name for one in fields(Entry) if one.name != "id")


def new_salt() -> str:
    return secrets.token_hex(8)


@dataclass
class Audit:
    """What one transaction will have to say for itself. `action`: the command's word, of whatever is done in it."""

    connection: Connection
    organisation_id: int | None
    source: str = SCHEDULER
    member_id: int | None = None
    action: str = ""
    at: datetime | None = None
    salts: dict[int, str] = field(default_factory=dict)  # of acts that were begun here
    _acts: dict[int, Entry] = field(default_factory=dict)
    _told: list[Entry] = field(default_factory=list)
    _refused: dict[tuple[str, str], Entry] = field(default_factory=dict)
    _read: dict[tuple[str, str], Entry] = field(default_factory=dict)

    def speaks(self, source: str, member_id: int | None, at: datetime, action: str = "") -> None:
        """Whose message it is, and where it was said."""
        self.source, self.member_id, self.at, self.action = source, member_id, at, action

    def doing(self, action: str) -> None:
        self.action = action

    def begun(self, act_id: int, member_id: int, at: datetime, summary: str, action: str) -> None:
        entry = Entry(at, self.source, action, member_id, DONE, _ACT, str(act_id))
        self._acts[act_id] = replace(entry, digest=digest_of(self.salts[act_id], summary))

    def described(self, act_id: int, member_id: int, at: datetime, summary: str) -> None:
        self.begun(act_id, member_id, at, summary, self._acts[act_id].action if act_id in self._acts else "")

    def undone(self, act_id: int, by: int, at: datetime) -> None:
        self._told.append(Entry(at, self.source, self.action or "undo", by, DONE, _ACT, str(act_id)))

    def tell(self, action: str, at: datetime, **more: Any) -> None:
        """Anything else that was done. `more`: as in Entry."""
        self._told.append(Entry(**{"at": at, "source": self.source, "action": action, **more}))

    def signed_in(self, member_id: int, at: datetime, source: str, *, refused: bool = False) -> None:
        """By a one-time link, or with one that was no good."""
        outcome = REFUSED if refused else DONE
        self.tell(
            "sign in", at, source=source, member_id=member_id, outcome=outcome, what="member", which=str(member_id)
        )

    def refuse(self, what: str = "", which: object = "") -> None:
        """They may not, or there is no such thing for them: the same is said of both, and the same is kept."""
        if self.at is not None:
            number = str(which) if str(which).isdecimal() and len(str(which)) <= _LONGEST else ""
            self._refused[what, number] = Entry(self.at, self.source, "", self.member_id, REFUSED, what, number)

    def looked_at(self, what: str, which: object) -> None:
        """Something that somebody else has was shown."""
        if self.at is not None:
            self._read[what, str(which)] = Entry(self.at, self.source, "", self.member_id, READ, what, str(which))

    def entries(self) -> list[Entry]:
        """What was changed; what was refused or only looked at is told where nothing was."""
        changed = [*self._acts.values(), *self._told]
        found = changed or _at_most([*(self._refused or self._read).values()])
        return [_by_whom(replace(entry, action=entry.action or self.action or _ACT)) for entry in found]

    def write(self, entries: Iterable[Entry] | None = None) -> None:
        rows = [_row(entry, self.organisation_id) for entry in (self.entries() if entries is None else entries)]
        put(self.connection, _ADDING, rows)


def _by_whom(entry: Entry) -> Entry:
    """An operator's act is booked on a member, so that it can be taken back; that member did not do it."""
    return replace(entry, member_id=None) if is_operators(entry.source) else entry


def _at_most(found: list[Entry]) -> list[Entry]:
    more = len(found) - _MOST
    return found if more <= 0 else [*found[:_MOST], replace(found[0], what="more", which=str(more))]


def _row(entry: Entry, organisation_id: int | None) -> dict[str, Any]:
    row = {name: getattr(entry, name) for name in _TOLD}
    return row | {"organisation_id": entry.organisation_id or organisation_id}
