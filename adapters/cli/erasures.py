"""The list of who was erased, outside the database: a backup that is put back knows nothing of them.

It holds no name, only a salt, and for each erasure hashes under it of all by which an older copy may name whom it was about.
Whoever has the list and guesses a name can tell whether it is on it. Two lists, one behind the other, are one: each salt is
of the lines behind it.
"""

import errno
import hashlib
import os
import re
import secrets
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from pathlib import Path

from adapters.cli.settings import Settings
from bot.reading.naming.namekeys import person_key
from bot.store import Database, Looking, Meant, Person, Store, sqlite_file

_DEFAULT = Path("data/followthrough.erasures")
_SALT = "salt"
_GLUED = re.compile(rf"(?<=[0-9a-f]){_SALT} ")
_OF_SALT = re.compile(r"[0-9a-f]{64}")
_LOST = "-"  # in the place of a trace


@dataclass(frozen=True)
class Erasures:
    path: Path

    def add(self, organisation_id: int, traces: Collection[str], number: str = "") -> str:
        """On disk before anything is erased: whatever happens then, it is done at the next start. Returns the erasure's
        own number: whoever was erased before, and named again, is erased anew. Raises OSError."""
        number = number or new_number()
        self.begin()
        self._append(f"{organisation_id} {number} {_hash(each, self._salts[-1])}" for each in sorted(traces))
        return number

    def give_up(self, organisation_id: int, numbers: Collection[str]) -> None:
        """These erasures were on a list that is lost for good: nobody is asked for it any more. Raises OSError."""
        self.begin()
        self._append(f"{organisation_id} {number} {_LOST}" for number in sorted(numbers))

    def begin(self) -> None:
        """Where there is no list yet one is made, its owner's alone, with nobody on it. Raises OSError."""
        if self._salts:
            return
        self.path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        with os.fdopen(os.open(self.path, os.O_CREAT | os.O_APPEND | os.O_WRONLY, 0o600), "a") as file:
            file.write(f"{_SALT} {secrets.token_hex(32)}\n")
        del self.__dict__["_salts"]  # read anew

    def begin_anew(self) -> Path | None:
        """What is damaged is put aside, and a new list begun; returns where it is now. Raises OSError."""
        try:
            self.begin()
        except OSError as error:
            if error.errno != errno.EILSEQ:
                raise
            aside = self.path.with_name(f"{self.path.name}.damaged-{secrets.token_hex(4)}")
            self.path.rename(aside)
            self.begin()
            return aside
        return None

    def is_empty(self) -> bool:
        """Nobody is on it. Raises OSError."""
        return all(name == _SALT or not told for name, told in self._lines())

    def marks(self) -> frozenset[str]:
        """By which it is known again: its salts and, whatever the organisation, its erasures by their own numbers. Raises OSError."""
        return frozenset(told.partition(" ")[0] for _, told in self._lines() if told)

    def _append(self, lines: Iterable[str]) -> None:
        """Each on a line of its own, also behind one that a full disk cut off."""
        told = [f"\n{line}\n" for line in lines]
        with self.path.open("a", encoding="ascii") as file:
            file.writelines(told)
            file.flush()
            os.fsync(file.fileno())

    def of(self, organisation_id: int) -> dict[str, set[str]]:
        """By the number of each erasure, oldest first, the hashes of the traces of whom it was about."""
        found: dict[str, set[str]] = defaultdict(set)
        for name, told in self._lines():
            if name == str(organisation_id):
                number, _, trace = told.partition(" ")
                found[number].add(trace or number)  # an old list has a hash alone
        return dict(found)

    def hashes(self, trace: str) -> list[str]:
        """As it may stand in the list: one for each salt."""
        return [_hash(trace, salt) for salt in self._salts]

    @cached_property
    def _salts(self) -> tuple[bytes, ...]:
        """Those of the list, oldest first. Raises OSError where a hash could be under none of them."""
        return tuple(dict.fromkeys(bytes.fromhex(told) for name, told in self._lines() if name == _SALT))

    def _lines(self) -> Iterator[tuple[str, str]]:
        """Raises OSError, also where a salt is damaged: nobody would be found by it, and all be taken for erased."""
        if not self.path.exists():
            return
        whole = self.path.read_text(
            encoding="ascii", errors="replace"
        )  # a spoiled line is nobody's, and spoils no other
        salted = False
        # A list of before ends without a line's end: what was put behind it goes on in its last line.
        for line in filter(None, _GLUED.sub(f"\n{_SALT} ", whole).splitlines()):
            name, _, told = line.partition(" ")
            salted = salted or name == _SALT
            if not salted or (name == _SALT and not _OF_SALT.fullmatch(told)):
                raise _damaged()
            yield name, told


def new_number() -> str:
    return secrets.token_hex(16)


def _damaged() -> OSError:
    return OSError(errno.EILSEQ, "it is damaged")


def _hash(trace: str, salt: bytes) -> str:
    return hashlib.blake2b(trace.encode(), key=salt, digest_size=16).hexdigest()


def erasures_of(settings: Settings) -> Erasures:
    if settings.erasures:
        return Erasures(Path(settings.erasures))
    if settings.database_url.startswith("sqlite"):
        path = sqlite_file(settings.database_url)
        return Erasures(path.with_name(f"{path.name}.erasures"))
    return Erasures(_DEFAULT)


def erased_again(database: Database, erasures: Erasures, now: datetime) -> int:
    """Whoever is on the list and not erased in this database yet: it is a backup that was made before. Returns how many;
    nobody by a list that cannot be read, which `lack_of` tells."""
    if not waiting_of(database, erasures):
        return 0
    known = database.operate(lambda operator: operator.organisations())
    return sum(database.write(one.id, lambda store: _again(store, erasures, now)) for one in known)


def waiting_of(database: Looking, erasures: Erasures) -> int:
    """How many erasures of the list this database has not been through."""
    known = database.survey(lambda operator: operator.organisations())
    try:
        return sum(len(erasures.of(one.id).keys() - database.read(one.id, _erased)) for one in known)
    except OSError:
        return 0


def been_through(database: Looking) -> frozenset[str]:
    """The erasures that this database knows of, by their own numbers."""
    known = database.survey(lambda operator: operator.organisations())
    return frozenset().union(*(database.read(one.id, _erased) for one in known))


def not_listed(database: Looking, erasures: Erasures) -> dict[int, frozenset[str]]:
    """By organisation the erasures that this database has been through and the list does not have: it is another one, or
    there is none."""
    known = database.survey(lambda operator: operator.organisations())
    return {one.id: database.read(one.id, _erased) - erasures.of(one.id).keys() for one in known}


def lack_of(database: Looking, erasures: Erasures) -> str:
    """What is wrong with the list, as a sentence; empty where it has all that is known here."""
    where = erasures.path.resolve()
    try:
        unlisted = sum(map(len, not_listed(database, erasures).values()))
    except OSError as error:
        return f"The list of erasures at {where} cannot be read ({error.strerror})."
    many = f"{unlisted} erasure{'s' if unlisted != 1 else ''}"
    if unlisted and erasures.path.exists():
        return f"The list of erasures at {where} lacks {many} that this database has been through."
    return f"No list of erasures at {where}, though this database has been through {many}." if unlisted else ""


def _erased(store: Store) -> frozenset[str]:
    return store.erasing.erased()


def _again(store: Store, erasures: Erasures, now: datetime) -> int:
    done = store.erasing.erased()
    waiting = {number: traces for number, traces in erasures.of(store.organisation_id).items() if number not in done}
    if not waiting:
        return 0
    meant = _meant(store, erasures, waiting)
    contacts = {person_key(one.name) for one in store.subjects.known()}
    # Members first, then contacts, while they have a name: what is theirs is known by it.
    for one in sorted(set().union(*meant), key=lambda one: (one.member_id, one.said in contacts, one), reverse=True):
        store.erase(_person(store, one), now)
    store.erasing.remember(waiting, now)
    return len(meant)


def _meant(store: Store, erasures: Erasures, waiting: Mapping[str, set[str]]) -> set[frozenset[Meant]]:
    """Whom each of these erasures means, among everybody and everything that is named in this database."""
    wanted, met = set().union(*waiting.values()), defaultdict(set)
    for trace, one in store.traces.met():
        for told in wanted.intersection(erasures.hashes(trace)):
            met[told].add(one)
    every = (frozenset(one for told in traces for one in met.get(told, ())) for traces in waiting.values())
    return {some for some in every if some}


def _person(store: Store, one: Meant) -> Person:
    if one.member_id:
        return store.subjects.member(one.member_id)
    return store.subjects.person(one.said, [one.company] if one.company else ())
