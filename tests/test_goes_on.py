"""A list that a platform cuts goes on by its button, line by line, until all of it was seen: once each, and in its order."""

import re
import shutil
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest

from adapters.cli.roles import made_admin
from adapters.copying import to_copy
from adapters.cutting import length
from adapters.slack.render import message as in_slack
from adapters.slack.render import pressed
from adapters.slack.rich import LONGEST_TEXT
from adapters.teams.messages import message as in_teams
from adapters.teams.messages import with_file
from bot.cards import Card, Draft, File, Line, Reply, Rest, Text
from bot.commands import command_from
from bot.commands.lists import Followups
from bot.store import Database
from bot.views.naming import counted
from tests.slack import blockkit
from tests.team import Clock, Team

MONDAY = datetime(2026, 3, 9, 7, tzinfo=UTC)
MANY = 60


@pytest.fixture(scope="module")
def filled(migrated_sqlite, tmp_path_factory) -> tuple[Path, int]:
    """A file to copy, with that team in it."""
    path = shutil.copy(migrated_sqlite, tmp_path_factory.mktemp("filled") / "filled.sqlite3")
    with closing(Database(f"sqlite:///{path}")) as database:
        team = Team(database, Clock(MONDAY))
        for n in range(MANY):
            team.say("Tom", f"new Firm{n:02} Works, plan {n}")
            team.say("Tom", f"log Firm{n:02} Works: they like it, I send the long and winding plan number {n} today")
    return path, team.organisation_id


@pytest.fixture
def team(filled, tmp_path, open_database) -> Team:
    path, organisation_id = filled
    copied = shutil.copy(path, tmp_path / "copied.sqlite3")
    return Team(open_database(f"sqlite:///{copied}"), Clock(MONDAY), organisation_id)


def of_slack(card: Card) -> tuple[list[str], str]:
    """The firms that are shown, and the command that goes on."""
    drawn = in_slack(card)
    assert blockkit.message(drawn) == []
    commands = [pressed(action)[0] for action in blockkit.pressable(drawn["blocks"])]
    return firms(drawn["blocks"]), next((c for c in commands if " from " in c), "")


def of_teams(card: Card) -> tuple[list[str], str]:
    drawn = in_teams(Reply(card), token="t")
    goes_on = re.search(r"'([^']* from \d+)'", str(drawn))
    return firms(drawn["attachments"]), goes_on[1] if goes_on else ""


def firms(drawn: object) -> list[str]:
    """In the order of the lines, as far as they are texts."""
    return list(dict.fromkeys(text[text.index("Firm") :][:6] for text in texts(drawn) if re.search(r"Firm\d\d", text)))


def texts(thing: object) -> Iterator[str]:
    if isinstance(thing, dict):
        if isinstance(thing.get("text"), str):
            yield thing["text"]
        thing = list(thing.values())
    for inner in thing if isinstance(thing, list) else ():
        yield from texts(inner)


@pytest.mark.parametrize("shown", [of_slack, of_teams])
@pytest.mark.parametrize(
    "begins",
    [
        "followups all",
        "a morning of thirty",
        "owed",
        "owed us",
        "upcoming",
        "what's on this week?",
        "what's on on Thursday?",
        "deals",
        "deals all",
        "who has gone quiet?",
        "nurture",
    ],
)
def test_every_line_is_seen_once(team, shown, begins):
    if begins.startswith(("upcoming", "what")):
        for n in range(MANY):
            team.say("Tom", f"next Firm{n:02} demo thu")
    if begins == "nurture":
        for n in range(MANY):
            team.say("Tom", f"let go Firm{n:02} Works")
    if begins.startswith("who"):
        team.forward(days=30)
    if begins != "a morning of thirty":
        card = team.say("Tom", begins).card
    else:
        made_admin(team.database, team.member("Maria").email, "")
        team.press(team.say("Maria", "settings policy lines 30"), "Save", "Maria")
        team.forward(hours=2)
        team.tick()
        card = team.inbox("Tom")[-1]
    seen: list[str] = []
    for _ in range(30):
        lines, more = shown(card)
        seen += lines
        assert lines, "a page that shows nothing has no end"
        if not more and "label='Show all'" in str(card):  # there was room for all thirty
            seen, more = [], "followups all"
        if not more:
            break
        card = team.say("Tom", more, on=card.key).card
    assert len(seen) == len(set(seen)) == MANY


def test_a_press_on_a_part_leaves_it_that_part_with_what_was_done_ticked(team):
    part = team.say("Tom", "followups all from 21").card
    lines = [block for block in part.blocks if isinstance(block, Line)]
    assert len(lines) == MANY - 20
    done = next(button for button in lines[3].buttons if button.label.startswith("Done"))
    reply = team.say("Tom", done.command, on=part.key)
    assert reply.replaces == part.key
    after = [block for block in reply.card.blocks if isinstance(block, Line)]
    assert [line.settled for line in after[:2]] == [True, False]
    assert {line.text for line in lines} - {line.text for line in after} == {lines[3].text}


def test_a_press_on_the_whole_list_leaves_it_whole(team):
    short = team.say("Tom", "followups").card
    whole = team.say("Tom", "followups all", on=short.key)
    assert whole.replaces == short.key
    line = next(block for block in whole.card.blocks if isinstance(block, Line))
    done = next(button for button in line.buttons if button.label.startswith("Done"))
    after = team.say("Tom", done.command, on=whole.card.key).card
    assert sum(isinstance(block, Line) for block in after.blocks) == MANY


@pytest.mark.parametrize("list_of", ["followups all", "owed"])
def test_behind_the_last_line_is_nothing(team, list_of):
    card = team.say("Tom", f"{list_of} from {MANY + 1}").card
    assert [block.text for block in card.blocks if isinstance(block, Text)] == ["Those were all."]


@pytest.mark.parametrize(
    ("line", "meant"),
    [
        ("followups all from 19", Followups(everything=True, first=19)), ("followups from 19", Followups(first=19)),
        ("followups from line 19", Followups(first=19)), ("my followups from #19", None), ("due from 7", Followups(first=7)),
        ("today all from no. 7", Followups(everything=True, first=7)), ("list from 0", Followups()), ("followups", Followups()),
        ("followups all", Followups(everything=True)),
        ("followups Tom", Followups(whose="Tom")), ("followups for Tom", Followups(whose="for Tom")),
    ],
)  # fmt: skip
def test_typed_lines(line, meant):
    if meant:
        assert command_from(line) == meant


def test_the_words_for_a_screen_reader_hold_no_commands_and_end_with_a_whole_line(team):
    card = team.say("Tom", "followups all").card
    told = in_slack(card)["text"].splitlines()
    assert not [line for line in told if "promise kept" in line or "followups" in line]
    assert told[-1] in {"…", *(block.text for block in card.blocks if isinstance(block, Text))} or told[-1].startswith(
        "•"
    )
    whole = {f"• {block.text}" for block in card.blocks if isinstance(block, Line)}
    assert {line for line in told if line.startswith("• ")} <= whole


@pytest.mark.parametrize("as_copy", [lambda reply: to_copy(reply, LONGEST_TEXT, length), with_file])
@pytest.mark.parametrize("asked", ["deals export", "deals all export", "nurture export"])
def test_a_file_that_can_only_be_copied_comes_in_whole_rows_until_all_were_there(team, as_copy, asked):
    if asked.startswith("nurture"):
        for n in range(MANY):
            team.say("Tom", f"let go Firm{n:02} Works because {'their budget is spent ' * 3}")
    held = team.say("Tom", asked).file.text.lstrip("\ufeff").splitlines()[1:]
    copied: list[str] = []
    for _ in range(10):
        reply = as_copy(team.say("Tom", asked))
        copy = next(block for block in reply.card.blocks if isinstance(block, Draft))
        drawn = str(in_slack(reply.card)) + str(in_teams(reply))
        assert copy.text.splitlines()[-1].replace('"', "").replace("'", "")[:20] in drawn.replace('"', "").replace(
            "'", ""
        )
        copied += copy.text.splitlines()[1:]
        goes_on = [
            b for block in reply.card.blocks for b in getattr(block, "buttons", ()) if b.label.startswith("Show")
        ]
        if not goes_on:
            break
        left, shown = len(held) - len(copied), len(copy.text.splitlines()) - 1
        assert f"'and {counted(left)} more'" in str(reply.card.blocks)
        assert goes_on[0].label == f"Show the next {min(left, shown)}"
        asked = goes_on[0].command
    assert copied == held


def test_a_row_longer_than_the_room_is_shown_all_the_same():
    file = File("deals.csv", "text/csv", "\r\n".join(["Who", "x" * 5_000, "y", ""]), Rest("deals export from"))
    reply = to_copy(Reply(Card(), file=file), 3_000, length)
    assert [b.command for block in reply.card.blocks for b in getattr(block, "buttons", ())] == ["deals export from 2"]


def test_the_quiet_ones_are_kept_as_a_file_of_just_those(team):
    team.forward(days=30)
    team.say("Tom", "log Firm03 Works: they like it")
    card = team.say("Tom", "who has gone quiet?").card
    (keep,) = [b for block in card.blocks for b in getattr(block, "buttons", ()) if b.label == "Keep as a file"]
    told = team.say("Tom", keep.command).file.text
    assert told.count("Firm") == MANY - 1
    assert "Firm03" not in told
