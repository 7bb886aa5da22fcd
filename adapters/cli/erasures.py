"""The list of who was erased, outside the database: a backup that is put back knows nothing of them.

It holds no name, only a salt and hashes under it. Whoever has the list and guesses a name can tell whether it is on it.
"""

import hashlib
import os
import secrets
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from pathlib import Path

from adapters.cli.settings import Settings
from bot.reading.namekeys import company_key, key
from bot.reading.subjects import called
from bot.store import Database, Store, sqlite_file

_DEFAULT = Path("data/followthrough.erasures")
_SALT = "salt"


@dataclass(frozen=True)
class Erasures:
    path: Path

    def hashes(self, said: str, at: Collection[str]) -> list[str]:
        """As it is told: a name or an address, or a name at each of these companies."""
        return [self.hash(key(said), company_key(company)) for company in at] or [self.hash(key(said))]

    def hash(self, name: str, company: str = "") -> str:
        told = f"{name}|{company}".encode()
        return hashlib.blake2b(told, key=self._salt, digest_size=16).hexdigest()

    def add(self, organisation_id: int, hashes: Collection[str]) -> None:
        """On disk before anything is erased: whatever happens then, it is done at the next start. Raises OSError."""
        new = [each for each in hashes if each not in self.of(organisation_id)]
        if not new:
            return
        with self.path.open("a", encoding="ascii") as file:
            file.writelines(f"{organisation_id} {each}\n" for each in new)
            file.flush()
            os.fsync(file.fileno())

    def of(self, organisation_id: int) -> frozenset[str]:
        return frozenset(told for name, told in self._lines() if name == str(organisation_id))

    @cached_property
    def _salt(self) -> bytes:
        known = next((told for name, told in self._lines() if name == _SALT), "")
        if known:
            return bytes.fromhex(known)
        self.path.parent.mkdir(parents=True, exist_ok=True)
        made = secrets.token_hex(32)
        with os.fdopen(os.open(self.path, os.O_CREAT | os.O_APPEND | os.O_WRONLY, 0o600), "a") as file:
            file.write(f"{_SALT} {made}\n")
        return bytes.fromhex(made)

    def _lines(self) -> Iterator[tuple[str, str]]:
        if not self.path.exists():
            return
        for line in self.path.read_text(encoding="ascii").splitlines():
            name, _, told = line.partition(" ")
            yield name, told


def erasures_of(settings: Settings) -> Erasures:
    if settings.erasures:
        return Erasures(Path(settings.erasures))
    if settings.database_url.startswith("sqlite"):
        path = sqlite_file(settings.database_url)
        return Erasures(path.with_name(f"{path.name}.erasures"))
    return Erasures(_DEFAULT)


def erased_again(database: Database, erasures: Erasures, now: datetime) -> int:
    """Whoever is on the list and not erased in this database yet: it is a backup that was made before. Returns how many."""
    if not erasures.path.exists():
        return 0
    known = database.operate(lambda operator: operator.organisations())
    return sum(database.write(one.id, lambda store: _again(store, erasures, now)) for one in known)


def _again(store: Store, erasures: Erasures, now: datetime) -> int:
    wanted = erasures.of(store.organisation_id) - store.erasing.erased()
    if not wanted:
        return 0
    meant = _meant(store, erasures, wanted)
    for name, company in meant:
        store.erase(store.subjects.person(name, [company] if company else ()), now)
    store.erasing.remember(wanted, now)
    return len(meant)


def _meant(store: Store, erasures: Erasures, wanted: Collection[str]) -> list[tuple[str, str]]:
    """(name, company) of whom these hashes are, among everybody and everything that is named in this database."""
    return sorted({one for one in _named(store) if erasures.hash(*one) in wanted})


def _named(store: Store) -> Iterator[tuple[str, str]]:
    for one in store.subjects.known():
        yield key(one.name), company_key(one.company)
    for text in store.subjects.texts():
        for name in called(text):
            yield name, ""
