"""Three organisations alike, in which every word that anybody wrote is marked: where one turns up, it tells whose it is."""

import json
import re
from collections.abc import Iterator
from datetime import time
from itertools import count

from sqlalchemy import func, select

from bot.app import App
from bot.cards import Message
from bot.conversation.mornings import plan_anew
from bot.model import Address, Role
from bot.store import Database, Store
from bot.store.tables import acts, commitments, deals, drafts, house, metadata
from tests.team import Clock

LETTERS = "abc"
PEOPLE = (
    ("Ada", Role.admin, ""), ("Maria", Role.manager, ""), ("Tom", Role.rep, "Maria"), ("Lena", Role.rep, "Maria"),
    ("Zoe", Role.manager, ""), ("Ben", Role.rep, "Zoe"),
)  # fmt: skip
FIRMS = ("Acme", "Borealis", "Corvid", "Dorado")
NUMBERED = {"deal": deals, "promise": commitments, "act": acts, "draft": drafts, "item": house}
_MARK = re.compile(r"zq([abc])[d-m]+", re.IGNORECASE)
_OF_A_REP = (
    "new Acme {word}, the {word} line", 'logcall Acme: Dana said "{word} is slow", she sends the {word} plan by Fri, I send the {word} quote tomorrow',
    "deal contact Acme: Dana {Word}, 555 0142", "question Acme: who signs the {word}?", "hold Acme: the {word} slot until Fri",
    "logcall Acme: looks into {word}", "next Acme Mon", "logcall Nobody {Word}: I send the {word} draft", "new Borealis {word}, {word} seats",
    "logcall Borealis: Pat wants {word}, she sends it by Mon", "deal value Borealis 12,000 EUR", "new Corvid {word}, {word}", "lost Corvid: {word} was cheaper",
    "new Dorado {word}", "logcall Dorado: lvm", "let go Dorado: {word} silence",
)  # fmt: skip
_OF_EVERYBODY = (
    "shelf case: how {word} cut returns",
    "shelf event: {word} day, in 5 days",
    "wall ban {word} synergy",
    "wall opener {when} you said {said}; what of {word}?",
)
# Where a word of people's must stand before anything is tried: else nothing was at stake.
AT_STAKE = {
    "deals.company", "deals.title", "contacts.name", "touches.said", "touches.note", "commitments.text", "decisions.reason", "drafts.command",
    "house.text", "members.name", "members.email", "members.phone", "organisations.name", "acts.summary", "inbound.reply_json",
}  # fmt: skip


def owners_of(text: str) -> set[str]:
    """The organisations whose words stand in it."""
    return {found.lower() for found in _MARK.findall(text)}


class Organisations:
    """`ids`: {(letter, first name): member}. Every number is everybody's guess: `most` tells how far each kind goes."""

    def __init__(self, database: Database, clock: Clock, words: Iterator[int] | None = None) -> None:
        self.database, self.clock, self.app = database, clock, App(database, clock)
        self._words = words or count(1)
        self.homes: dict[str, int] = {}
        self.ids: dict[tuple[str, str], int] = {}

    def on(self, database: Database) -> "Organisations":
        """The same in a copy of the database, at the hour at which they settled."""
        there = Organisations(database, Clock(self.clock.at), self._words)
        there.homes, there.ids = self.homes, self.ids
        return there

    def word(self, letter: str) -> str:
        digits = str(next(self._words)).translate(str.maketrans("0123456789", "defghijklm"))
        return f"zq{letter}{digits}"

    def filled(self, letter: str, line: str) -> str:
        while "{word}" in line:
            line = line.replace("{word}", self.word(letter), 1)
        while "{Word}" in line:
            line = line.replace("{Word}", self.word(letter).capitalize(), 1)
        return line

    def settle(self) -> None:
        """Everybody comes, and writes; in turn, so that the numbers of the three lie among each other."""
        for letter in LETTERS:
            name = self.filled(letter, "Firm {word}")
            self.homes[letter] = self.database.operate(lambda operator, n=name: operator.create_organisation(n))
        for name, role, leader in PEOPLE:
            for letter in LETTERS:
                self.ids[letter, name] = self._come(letter, name, role, leader)
        said = [(name, line) for name in ("Tom", "Ben") for line in _OF_A_REP]
        for name, line in [*said, *(("Maria", line) for line in _OF_EVERYBODY)]:
            for letter in LETTERS:
                self.app.answer(
                    Message(
                        self.homes[letter], self.ids[letter, name], self.filled(letter, line), key=self.word(letter)
                    )
                )

    def _come(self, letter: str, name: str, role: Role, leader: str) -> int:
        surname, mail, phone = (self.word(letter) for _ in range(3))

        def write(store: Store) -> int:
            id_ = store.members.add(
                f"{name} {surname.capitalize()}", role, "Europe/London", manager_id=self.ids.get((letter, leader)),
                email=f"{mail}@example.test", phone=f"555 {phone}", digest_at=time(8, 30),
            )  # fmt: skip
            store.identities.add(id_, Address("local", letter, str(id_)))
            plan_anew(store, id_, self.clock())
            return id_

        return self.database.write(self.homes[letter], write)

    def most(self) -> dict[str, int]:
        """The highest number of each kind that anybody has."""
        return {
            name: self.database.survey(
                lambda operator, t=table: operator.connection.execute(select(func.max(t.c.id))).scalar_one() or 0
            )
            for name, table in NUMBERED.items()
        }

    def marked(self) -> dict[str, set[str]]:
        """Column -> the organisations whose words stand in it. A row with the words of another is found here at once."""
        found: dict[str, set[str]] = {}
        for letter, home in self.homes.items():
            for column, text in self.database.read(home, _texts):
                assert owners_of(text) <= {letter}, f"{column} of {letter}: {text}"
                found.setdefault(column, set()).update(owners_of(text))
        return {column: owners for column, owners in found.items() if owners}


def _texts(store: Store) -> list[tuple[str, str]]:
    """(column, text) of everything that is written down for an organisation."""
    told: list[tuple[str, str]] = []
    for table in metadata.sorted_tables:
        whose = table.c.get("organisation_id", table.c.id if table.name == "organisations" else None)
        if whose is None:
            continue
        for row in store.connection.execute(select(table).where(whose == store.organisation_id)).mappings():
            told += [(f"{table.name}.{name}", json.dumps(value, default=str)) for name, value in row.items() if value]
    return told
