"""Nothing is left out: every kind of command is in a transcript, in `help`, in docs/commands.md and in the ways."""

import re
from collections import defaultdict
from pathlib import Path
from typing import get_args

import pytest

from bot.cards import Buttons, Card, Line, plain_text
from bot.commands import (
    HELP,
    AboutCalls,
    AboutDeals,
    AboutHouse,
    AboutLists,
    AboutMe,
    AboutPeople,
    AboutPolicy,
    Nonsense,
    command_from,
)
from bot.conversation.answering import READING
from bot.store import Database
from tests.conformance.stages import core_stage
from tests.conformance.ways import WAYS
from tests.conversations.script import TRANSCRIPTS, Play, begins_at, steps_in, steps_of

KINDS = {
    k.__name__: k
    for about in (AboutCalls, AboutDeals, AboutHouse, AboutLists, AboutMe, AboutPeople, AboutPolicy)
    for k in get_args(about)
}
DOCUMENTED = (Path(__file__).parents[2] / "docs" / "commands.md").read_text(encoding="utf-8").split("## For the op")[0]
# In help and in the page these stand under another name: a form, a button, several lines, a greeting, the list with the team behind it.
UNDER_ANOTHER_NAME = {
    "Attention",
    "OpenLog",
    "LogForm",
    "LogLines",
    "Resume",
    "Again",
    "Hello",
    "LogMessage",
    "SaveFigures",
    "Part",
}


class Ear:
    """A stage that remembers which kinds of command were answered, and which buttons and forms were offered."""

    def __init__(self, stage) -> None:
        self.stage = stage
        self.answered: set[str] = set()
        self.offered: dict[str, str] = {}
        self.cards: list[Card] = []

    def __getattr__(self, name):
        return getattr(self.stage, name)

    def answer(self, message):
        fields = dict(message.fields) if message.fields is not None else None
        self.answered.add(type(command_from(message.text, fields)).__name__)
        reply = self.stage.answer(message)
        self.cards.append(reply.card)
        lines = [*buttons_of(reply.card), *([reply.form.command] if reply.form else [])]
        self.offered |= {type(command_from(line)).__name__: line for line in lines}
        if reply.form:
            filled = dict.fromkeys((field.name for field in reply.form.fields), "x")
            self.offered |= {type(command_from(reply.form.command, filled)).__name__: f"form {reply.form.command}"}
        return reply


def buttons_of(card: Card) -> list[str]:
    held = [block.buttons for block in card.blocks if isinstance(block, Buttons)]
    held += [(*block.buttons, *block.more) for block in card.blocks if isinstance(block, Line)]
    return [button.command for buttons in held for button in buttons]


@pytest.fixture(scope="module")
def heard(tmp_path_factory, migrated_sqlite):
    """Every transcript, played once: {kind: names of the transcripts}, {kind: a button or form of it}, [(transcript, card)]."""
    reached, offered, cards = defaultdict(set), {}, []
    for path in TRANSCRIPTS:
        copy = tmp_path_factory.mktemp(path.stem) / "copy.sqlite3"
        copy.write_bytes(migrated_sqlite.read_bytes())
        database = Database(f"sqlite:///{copy}")
        with core_stage(database, begins_at(path)) as stage:
            ear = Ear(stage)
            play = Play(ear)
            for step in steps_of(path):
                play.perform(step)
        database.close()
        offered |= ear.offered
        cards += [(path.stem, card) for card in ear.cards]
        for kind in ear.answered:
            reached[kind].add(path.stem)
    return reached, offered, cards


def test_there_are_at_least_thirty_transcripts_and_each_says_what_it_shows():
    assert len(TRANSCRIPTS) >= 30
    assert [path.name for path in TRANSCRIPTS if not path.read_text(encoding="utf-8").startswith("# ")] == []


def test_every_kind_of_command_is_in_a_transcript(heard):
    reached, _, _ = heard
    assert sorted(set(KINDS) - set(reached)) == []
    assert "Nonsense" in reached


def test_every_kind_of_command_is_in_help_and_in_the_page():
    in_help = {type(command_from(row.example)).__name__ for row in HELP.values()}
    documented = {type(command_from(line)).__name__ for line in re.findall(r"`([^`]+)`", DOCUMENTED)}
    assert sorted(set(KINDS) - in_help - UNDER_ANOTHER_NAME) == []
    assert sorted(set(KINDS) - documented - UNDER_ANOTHER_NAME) == []


def test_every_button_and_form_that_changes_something_is_a_row_of_the_ways(heard):
    _, offered, _ = heard
    changing = {kind for kind in offered if kind in KINDS and not issubclass(KINDS[kind], READING)}
    opens_a_form = {"OpenLog"}
    rows = set()
    for ways in WAYS.values():
        for way in (ways.typed, *ways.pressed, *ways.filled):
            rows |= {type(command_from(step.action.partition(">")[2].strip())).__name__ for step in steps_in(way)}
    reached = rows | {"LogForm", "LogMessage", "Resume"}  # submitted and pressed only
    assert {kind: offered[kind] for kind in changing - opens_a_form - reached} == {}


# What no sentence of ours may look like: a hole where a word should be, code that leaked, a date for machines.
_BROKEN = re.compile(
    r"  \S|\bNone\b(?! agreed| of| yet)|\bTrue\b|\bFalse\b|[{}<>]|\(\)|“”|\s[,;:.?!](?:\s|$)|[,;:] ?[.?!,;:]|\.\.(?!\.)|\d{4}-\d{2}-\d{2}|_"
)


def test_every_card_reads_well_as_plain_text_alone(heard):
    """A screen reader and a terminal get nothing else: it has words, whole sentences, and each button with its command."""
    _, _, cards = heard
    broken = []
    for transcript, card in cards:
        if transcript == "hostile":  # names that are made to look like that
            continue
        whole = plain_text(card)
        for button in buttons_of(card):
            assert f": {button}]" in whole, (transcript, whole)
        assert card.title or card.blocks, transcript
        for line in re.sub(r"\[[^\]]*: [^\]]*\]", "", whole).splitlines():
            words = re.sub(r"“[^”]*”", "“…”", line.strip().removeprefix("> "))
            if _BROKEN.search(words) and words.strip():
                broken.append(f"{transcript}: {line}")
    assert not broken, "\n".join(broken)


def test_every_button_that_was_offered_is_a_command(heard):
    _, offered, _ = heard
    assert Nonsense.__name__ not in offered, offered.get("Nonsense")
