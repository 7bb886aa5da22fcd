"""One look at a whole table of lines finds exactly what its rows find, one after the other."""

import re
from pathlib import Path

import pytest

from bot.commands import everyday, measuring, plain, questions
from bot.commands.wholelines import WholeLines

DATA = Path(__file__).parent / "data" / "reading" / "told.txt"
TABLES = {
    "everyday": everyday._IN_OUR_WORDS, **{whose.value: table for whose, table in everyday._OF_SOMEBODY},
    "alone": questions._ASKED_ALONE, "which": questions._ASKED_WHICH, "named": questions._ASKED_OF,
    "owed": plain._OWED, "measured": measuring._PLAIN,
}  # fmt: skip
TYPED = (
    "What's on tomorrow?", "SHOW ME MY LIST", "who is İpek Çelik", "find İstanbul Gıda", "Where is my list", "WHO OWES ME", "acme history",
    "Dana's number", "How am I doing so far?", "deals closing this MONTH", "what does İstanbul owe", "who's gone quiet", "Straße history",
)  # fmt: skip


@pytest.mark.parametrize("name", TABLES)
def test_one_look_finds_what_its_rows_find(name: str) -> None:
    table = TABLES[name]
    lines = (*(line.partition(" | ")[0] for line in DATA.read_text("utf-8").splitlines()), *TYPED)
    for line in lines:
        one_by_one = [meant for pattern, meant in table if pattern.match(line)]
        assert [meant for _, meant in table.matches(line)] == one_by_one, line


@pytest.mark.parametrize("name", TABLES)
def test_its_patterns_are_in_small_letters(name: str) -> None:
    for pattern, _ in TABLES[name]:
        bare = re.sub(r"\\[A-Z]|\(\?P<", "", pattern.pattern)
        assert bare == bare.lower(), pattern.pattern


def test_each_way_to_say_it_has_its_own_name() -> None:
    table = WholeLines("^", [(r"call (?P<who>\w+)|ring (?P<who>\w+) up", "called")], "$")
    assert [found.groupdict() for found, _ in table.matches("ring Dana up")] == [{"who": None, "who2": "Dana"}]
    assert table.meant("Call Dana") == "called"
    assert table.meant("see Dana") is None
