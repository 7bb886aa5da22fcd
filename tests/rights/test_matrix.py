"""Who reaches what, as a table that a manager can read: tests/rights/matrix.txt. Every command has a row, or this fails.

A guessed number answers byte by byte like one that nobody has, whether it is typed, pressed or filled in. To write the table
anew: TRIAL_REWRITE=1, then read every line that changed.
"""

import os
import re
import shutil
import sqlite3
from contextlib import closing
from copy import copy
from datetime import timedelta
from pathlib import Path

import pytest

from bot.app import App
from bot.cards import Message, plain_text
from bot.conversation.followups import FOLLOWUPS_KEY
from bot.model import Role
from bot.store import Database
from bot.wire import as_json
from tests.rights.lines import KINDS, NUMBERED, OF_AN_ADMIN, OWN, REACHING
from tests.rights.test_rights import Theirs, World, filled

Fields = tuple[tuple[str, str], ...] | None
Line = str | tuple[str, dict]
TABLE = Path(__file__).parent / "matrix.txt"
NOT_ACTIVE = "You are not active here any more, so I show and keep nothing. An admin can change that."
MISSING = 99_999_999
# By role who speaks, and whose deal it is: their own, of their team, of another team, of another organisation.
ROLES = {
    "rep": ("Tom", ("Tom", "Lena", "Ben", "Rik")),
    "manager": ("Maria", ("Maria", "Tom", "Ben", "Rik")),
    "over her": ("Vera", ("Vera", "Tom", "Ben", "Rik")),  # leads Maria, who leads Tom
    "admin": ("Abe", ("Abe", "Tom", "Ben", "Rik")),
    "inactive": ("Ina", ("Ina", "Tom", "Ben", "Rik")),  # led by Maria; was a rep
}
HEAD = """\
# Who reaches what. Columns: one's own, of the same team, of another team, of another organisation.
# Y  reaches it            .  answers like a number that nobody has, or shows nothing of it
# a  "only an admin"       x  "you are not active here any more", whatever was said
"""
# What only an admin does, and how: on a member by number, or on the organisation's figures.
ADMINS = {
    "Make": "make {member}",
    "Holidays": "holidays {member} DE",
    "Undelivered": "undelivered",
    "TryFigures": "settings policy gap 5 days",
    "Company": "settings company Initech",
    "SaveFigures": "settings policy gap 5 days instead of 7 days",
}
BY_MEMBER = {"Where, a rep": "where rep {member}"}  # beside the rows of the commands


class Tree(World):
    """Vera leads Maria; Ina has left, with her deal still there."""

    def __init__(self, database: Database) -> None:
        super().__init__(database)
        here = self.organisations["Tom"]
        self._add(here, "Vera", Role.manager, None)
        self._add(here, "Ina", Role.rep, self.ids["Maria"])
        self.database.write(here, lambda store: store.members.overrule(self.ids["Maria"], manager_id=self.ids["Vera"]))
        self.kept = {
            owner: self.deal_of(owner) for owner in ("Ina", "Tom", "Lena", "Ben", "Rik", "Maria", "Vera", "Abe")
        }
        self.listed = {owner: self._on_every_list(owner, theirs) for owner, theirs in self.kept.items()}
        self._missing: dict[tuple[str, str], list[str]] = {}
        self.database.write(here, lambda store: store.members.overrule(self.ids["Ina"], role=Role.inactive.value))

    def _on_every_list(self, owner: str, due: Theirs) -> tuple[str, ...]:
        """Of three deals the names and words: one is due and late a week on, one has a day ahead, one rests."""
        ahead, rests = self.deal_of(owner), self.deal_of(owner)
        self.say(owner, f"promise moved {ahead.numbers['promise']} Wed 25 March")
        self.say(owner, f"let go {rests.numbers['deal']}")
        return tuple(word for theirs in (due, ahead, rests) for word in (str(theirs.numbers["name"]), *theirs.words))

    def on(self, database: Database) -> "Tree":
        """The same people on a copy of what is kept."""
        tree = copy(self)
        tree.database, tree.app = database, App(database, self.clock)
        return tree

    def told(self, who: str, text: str, fields: Fields = None, *, on: str = "") -> str:
        reply = self.app.answer(Message(self.organisations[who], self.ids[who], text, fields, pressed_on=on))
        form = str(as_json(reply.form)) if reply.form else ""
        return f"{plain_text(reply.card)}{form}{reply.file.text if reply.file else ''}"

    def in_every_way(self, who: str, line: Line) -> list[str]:
        """Typed, pressed on a list, filled in."""
        text, fields = _parts(line)
        if fields is not None or "\n" in text:
            return [self.told(who, text, fields)]
        return [self.told(who, text), self.told(who, text, on=FOLLOWUPS_KEY), self.told(who, text, (("more", ""),))]

    def missing(self, who: str, line: Line) -> list[str]:
        """The same for numbers that nobody has."""
        if (who, str(line)) not in self._missing:
            nobody: dict[str, object] = {
                **dict.fromkeys(("deal", "promise", "act", "draft"), MISSING),
                "name": "Xylophone",
            }
            answers = self.in_every_way(who, filled(line, nobody))
            self._missing[who, str(line)] = [_without(line, nobody, answer) for answer in answers]
        return self._missing[who, str(line)]


@pytest.fixture
def tree(sqlite_url, open_database):
    return Tree(open_database(sqlite_url))


@pytest.fixture
def a_week_on(tmp_path, migrated_sqlite, open_database):
    """Of each kind a tree of its own, in which nothing was tried yet, a week on: what lists show is there to be shown."""
    first = tmp_path / "first.sqlite3"
    shutil.copy(migrated_sqlite, first)
    tree = Tree(open_database(f"sqlite:///{first}"))
    tree.clock.at += timedelta(days=7)

    def fresh(kind: str) -> Tree:
        copied = tmp_path / f"{kind}.sqlite3"
        with closing(sqlite3.connect(first)) as old, closing(sqlite3.connect(copied)) as new:
            old.backup(new)
        return tree.on(open_database(f"sqlite:///{copied}"))

    return fresh


def test_the_table_is_what_happens_and_every_command_has_a_row(tree, a_week_on):
    rows = {kind: _row(a_week_on(kind) if kind in OWN else tree, kind) for kind in [*sorted(KINDS), *BY_MEMBER]}
    lines = [HEAD + f"{'':20}" + "  ".join(f"{role:8}" for role in ROLES).rstrip()]
    lines += [f"{kind:20}" + "  ".join(f"{' '.join(cells):8}" for cells in row).rstrip() for kind, row in rows.items()]
    told = "\n".join(lines) + "\n"
    if os.environ.get("TRIAL_REWRITE"):
        TABLE.write_text(told, encoding="utf-8")
    assert told.splitlines() == TABLE.read_text(encoding="utf-8").splitlines()


def test_the_admins_rows_are_all_there():
    assert {*ADMINS} == {*OF_AN_ADMIN}


def _row(tree: Tree, kind: str) -> list[list[str]]:
    cell = _of_an_admin if kind in ADMINS or kind in BY_MEMBER else _shown if kind in OWN else _reached
    return [[cell(tree, kind, who, owner) for owner in owners] for who, owners in ROLES.values()]


def _reached(tree: Tree, kind: str, who: str, owner: str) -> str:
    """By number. That nothing is changed where nothing is reached is in test_rights.py."""
    line = _by_number(kind)
    theirs = tree.kept[owner]
    if owner != "Ben":
        return _told_of(
            line, theirs, [tree.told(who, *_parts(filled(line, theirs.numbers)))], tree.missing(who, line)[:1]
        )
    return _told_of(line, theirs, tree.in_every_way(who, filled(line, theirs.numbers)), tree.missing(who, line))


def _by_number(kind: str) -> Line:
    """The first line of it that names a number; a handover is only asked about, so that whose the deals are stays as it is."""
    lines = {**REACHING, **NUMBERED}[kind]
    return "deal give {deal}" if kind == "Give" else next((one for one in lines if "{name}" not in str(one)), lines[0])


def _told_of(line: Line, theirs: Theirs, answers: list[str], missing: list[str]) -> str:
    if set(answers) == {NOT_ACTIVE}:
        return "x"
    if [_without(line, theirs.numbers, answer) for answer in answers] != missing:
        return "Y"
    assert not [word for word in theirs.words for answer in answers if word in answer]
    return "."


def _without(line: Line, numbers: dict[str, object], answer: str) -> str:
    """The answer without what was typed, which it may repeat, and without the number of one's own draft of it."""
    answer = re.sub(r"resume \d+", "resume …", answer)
    for value in (str(value) for name, value in numbers.items() if f"{{{name}}}" in str(line)):
        answer = re.sub(rf"\b{value}\b", "…", answer)
    return answer


def _shown(tree: Tree, kind: str, who: str, owner: str) -> str:
    """Of what names nobody: whether anything of that person's deals stands in it, some of which are due and late by then."""
    answers = [tree.told(who, *_parts(filled(line, {}))) for line in OWN[kind]]
    if set(answers) == {NOT_ACTIVE}:
        return "x"
    return "Y" if any(word in answer for answer in answers for word in tree.listed[owner]) else "."


def _parts(line: Line) -> tuple[str, Fields]:
    return (line, None) if isinstance(line, str) else (line[0], tuple(line[1].items()))


def _of_an_admin(tree: Tree, kind: str, who: str, owner: str) -> str:
    line = {**ADMINS, **BY_MEMBER}[kind]
    answers = tree.in_every_way(who, line.format(member=tree.ids[owner]))
    missing = tree.in_every_way(who, line.format(member=MISSING))
    if set(answers) == {NOT_ACTIVE}:
        return "x"
    if set(answers) == {"Only an admin can change that: Ada Test, Abe Test."}:
        return "a"
    same = [_without(line, {"member": tree.ids[owner]}, a) for a in answers] == [
        _without(line, {"member": MISSING}, a) for a in missing
    ]
    return "." if same and "{member}" in line else "Y"
