"""With a name goes what stands beside it: where they are written to and rung at, and what they said, wherever it was said again."""

import json

import pytest

from bot.app import App, system_clock
from bot.cards import Message
from bot.reading.naming.quoted import Words
from bot.reading.naming.reachable import may_reach, telephones_in
from bot.reading.naming.subjects import Finder
from bot.store import Database
from tests.adapters.cli.operator import run
from tests.team import Team

PAT = (
    "new Winslow Dairy, vans",
    'logcall Winslow Dairy: Pat said "our board meets in May, ask me then", mail pat.moss@winslow.example or call 0161 496 0123, I send Fri',
)
DANA = (
    "new Tamar, bikes",
    "deal contact Tamar: Dana Reyes",
    'logcall Tamar: Dana Reyes said "call me on 0161 496 0555", mail d.r77@tamar.example, she sends the plan Fri',
    "where Tamar",
)


@pytest.fixture
def team(database) -> Team:
    return Team(database)


def _say(team: Team, *lines: str) -> None:
    for number, line in enumerate(lines):
        team.say("Tom", line, key=f"{line[:9]}{number}")


def _held(team: Team, *words: str) -> list[tuple[str, str]]:
    def read(store) -> list[tuple[str, str]]:
        sheets = [
            (sheet.name, json.dumps([*sheet.rows], default=str, ensure_ascii=False))
            for sheet in store.everything.sheets()
        ]
        return [(name, word) for name, text in sheets for word in words if word.lower() in text.lower()]

    return team.database.read(team.organisation_id, read)


def _erase(team: Team, said: str, *at: str):
    return team.database.write(
        team.organisation_id, lambda store: store.erase(store.subjects.person(said, at), team.clock())
    )


def test_of_a_contact_with_one_name(team):
    _say(team, *PAT)
    words = ("pat.moss", "496 0123", "board meets")
    assert {word for _, word in _held(team, *words)} == {*words}
    _erase(team, "Pat")
    assert _held(team, *words) == []


def test_of_a_contact_with_a_full_name_in_what_the_bot_answered_too(team):
    _say(team, *DANA)
    words = ("0161 496 0555", "d.r77", "call me on")
    assert ("inbound", "call me on") in _held(team, *words)
    _erase(team, "Dana Reyes", "Tamar")
    assert _held(team, *words) == []
    assert _held(team, "Tamar")


def test_in_lists_that_were_sent(team):
    _say(team, *DANA)
    team.forward(days=4)
    team.tick()
    assert ("outbox", "call me on") in _held(team, "call me on") or _held(team, "0161 496 0555")
    _erase(team, "Dana Reyes")
    assert _held(team, "call me on", "0161 496 0555") == []


def test_what_is_another_persons_stays_and_is_told(team):
    _say(
        team, *DANA[:2], "deal contact Tamar: Ugo Serra",
        "logcall Tamar: Dana Reyes wants it in blue, Ugo is at ugo@tamar.example or 0161 496 0777", "new Bolt, wings",
        'logcall Bolt: Ines said "call me on 0161 496 0888 in May", ring 0161 496 0999',
    )  # fmt: skip
    done = _erase(team, "Dana Reyes")
    assert {word for _, word in _held(team, "ugo@tamar.example", "496 0777", "496 0888", "496 0999")} == {
        "ugo@tamar.example", "496 0777", "496 0888", "496 0999",
    }  # fmt: skip
    assert [(one.table, one.deal_id) for one in done.unsure] == [("touches", 1)]


def test_an_address_that_somebody_else_at_another_customer_has_stays_there(team):
    bolt = "Ines Wolf wants wings, write to iwolf@bolt.example"
    _say(
        team, *DANA[:2], "logcall Tamar: Dana Reyes got our name from iwolf@bolt.example", "new Bolt, wings",
        f"logcall Bolt: {bolt}", "logcall Tamar: Dana Reyes is at dana.reyes@tamar.example",
    )  # fmt: skip
    _erase(team, "Dana Reyes")
    assert {word for _, word in _held(team, "iwolf@bolt.example", "dana.reyes@")} == {"iwolf@bolt.example"}


def test_what_somebody_else_said_too_is_theirs(team):
    _say(
        team, *DANA[:2], "deal contact Tamar: Ugo Serra", 'logcall Tamar: Dana Reyes said "no budget this year at all"',
        'logcall Tamar: Ugo Serra said "no budget this year at all"',
    )  # fmt: skip
    _erase(team, "Dana Reyes")
    touches = team.database.read(1, lambda store: store.history.of(1).touches)
    assert [(touch.contact, touch.said) for touch in touches] == [("", ""), ("Ugo Serra", "no budget this year at all")]


def test_a_colleagues_address_is_not_theirs(team):
    _say(
        team,
        *DANA[:2],
        "logcall Tamar: Dana Reyes sends lena@northlight.example the list by Friday, her own is dr@tamar.example",
    )
    done = _erase(team, "Dana Reyes")
    assert {word for _, word in _held(team, "lena@northlight", "dr@tamar")} == {"lena@northlight"}
    assert done.unsure == (), "everybody knows whose that is"


def test_a_companys_address_is_nobodys_and_is_looked_at(team):
    _say(team, *DANA[:2], "logcall Tamar: Dana Reyes sends the list from info@tamar.example by Friday")
    assert [one.table for one in _erase(team, "Dana Reyes").unsure] == ["commitments"]
    assert _held(team, "info@tamar.example")


def test_a_figure_in_a_note_of_theirs_stays_with_other_customers(team):
    _say(
        team, *DANA[:2], "logcall Tamar: Dana Reyes says call 250000", "new Bolt, wings",
        "logcall Bolt: Ines wants 250000 screws",
    )  # fmt: skip
    _erase(team, "Dana Reyes")
    assert "touches" in {name for name, _ in _held(team, "250000 screws")}


def test_the_operator_is_told_which_notes_to_look_at(team, tmp_path):
    _say(team, *DANA[:2], "logcall Tamar: Dana Reyes wants blue, Tom has the number 0161 496 0777")
    team.database.close()
    settings = {"FOLLOWTHROUGH_DATABASE_URL": team.database.url, "FOLLOWTHROUGH_ERASURES": str(tmp_path / "list")}
    preview = run(tmp_path, "erase", "--subject", "Dana Reyes", **settings)
    assert (
        "These notes hold an address or a number, and nothing tells whose it is: touches 1 (deal 1)." in preview.stdout
    )
    run(tmp_path, "erase", "--subject", "Dana Reyes", "--yes", **settings)
    assert run(tmp_path, "erase", "--subject", "0161 496 0777", "--yes", **settings).returncode == 0
    assert run(tmp_path, "export", "--subject", "0161 496 0777", **settings).returncode == 1


def test_of_somebody_known_by_an_address_alone_the_words_stay_and_the_note_is_told(team, tmp_path):
    _say(team, "new Tamar, bikes", 'logcall Tamar: carla@tamar.example said "our board meets in May"')
    team.database.close()
    settings = {"FOLLOWTHROUGH_DATABASE_URL": team.database.url, "FOLLOWTHROUGH_ERASURES": str(tmp_path / "list")}
    for more in ((), ("--yes",)):
        told = run(tmp_path, "erase", "--subject", "carla@tamar.example", *more, **settings)
        assert "so what else stands in these notes is kept: touches 1 (deal 1)." in told.stdout, told.stderr
        assert "COMPANY: Ghost Writer” (any name that nobody bears does)" in told.stdout
    database = Database(settings["FOLLOWTHROUGH_DATABASE_URL"])
    assert _kept(database, "carla@", "board meets") == {"board meets"}
    App(database, system_clock).answer(Message(1, 2, "deal contact Tamar: Ghost Writer"))
    database.close()
    told = run(tmp_path, "erase", "--subject", "Ghost Writer", "--yes", **settings)
    assert (told.returncode, "They are no contact" in told.stdout) == (0, False)
    database = Database(settings["FOLLOWTHROUGH_DATABASE_URL"])
    assert _kept(database, "carla", "board meets") == set()
    database.close()


def _kept(database: Database, *words: str) -> set[str]:
    rows = database.read(1, lambda s: json.dumps([[*map(dict, x.rows)] for x in s.everything.sheets()], default=str))
    return {word for word in words if word in rows.lower()}


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("call 0161 496 0123", ["1614960123"]), ("+44 161 496 0123", ["441614960123"]), ("on (0161) 4960123", ["1614960123"]),
        ("ring her on her mobile 555 0142", ["5550142"]), ("direct line: 555-0142", ["5550142"]), ("555-010-2288", ["5550102288"]),
        ("07700900123", ["7700900123"]), ("call them re 250000 units", []), ("due 05.03.2026", []), ("2026-03-12", []),
        ("100-2000 seats at 250.000", []), ("order 20260312", []), ("€ 1250000", []), ("call at 10:30", []),
    ],
)  # fmt: skip
def test_a_telephone_is_known_by_how_it_is_written(text, numbers):
    assert [*telephones_in(text)] == numbers


@pytest.mark.parametrize(
    ("text", "may"),
    [
        ("5550142", True), ("496 0123 4", True), ("x@y.example", True), ("12/03/2026", False), ("2026-03-12", False), ("€1250000", False),
        ("1250000 eur", False), ("250 units", False), ("", False),
    ],
)  # fmt: skip
def test_what_may_be_one_is_looked_at(text, may):
    assert may_reach(text) is may


def test_their_words_go_in_full_and_shortened_and_nobody_elses():
    words = Words(frozenset({"In May", "we cannot sign before the board has met"}))
    assert words.without('you: “in May”, she: "In May", in May') == 'you: “[erased]”, she: "[erased]", in May'
    assert words.without("because We cannot sign before the board has met.") == "because [erased]."
    assert words.without("“we cannot sign before …” or “we …”") == "“[erased]” or “we …”"
    assert Words().without("“in May”") == "“in May”"
    quote = {"type": "quote", "text": "no", "by": "Dana, Thu 5 March"}
    assert words.block_without(quote, Finder(parts=("dana",)))["text"] == "[erased]"
    assert words.block_without(quote, Finder(parts=("omar",))) == quote
    assert words.block_without({"type": "text", "text": "in May"}, Finder())["text"] == "in May"


def test_where_the_deal_has_another_contact_an_invented_name_takes_nobodys_words(team):
    _say(team, *DANA[:2], 'logcall Tamar: carla@tamar.example said "our board meets in May"')
    _erase(team, "carla@tamar.example")
    _say(team, "deal contact Tamar: Ghost Writer")
    _erase(team, "Ghost Writer")
    assert {word for _, word in _held(team, "board meets", "Ghost", "carla@")} == {"board meets"}
