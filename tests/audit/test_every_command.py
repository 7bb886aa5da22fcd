"""Every command that changes something leaves an entry under its own word; a new one without a line here is found out."""

import re
from functools import partial

import pytest

from bot.cards import Message
from bot.conversation.answering import NOTING, READING
from bot.model import DONE, PAGE, READ, REFUSED, Address, Profile
from bot.store import Database
from scheduler.chaining import chain_up
from tests.rights.lines import KINDS
from tests.rights.test_rights import World
from tests.statements import asked_by
from tests.team import Team

ONE_DATABASE = True

# What a member types before it, if anything, and the line; {deal}, {promise}, {act} and {draft} are numbers of their own.
DOES: dict[str, tuple[str, ...]] = {
    "LogLine": ("logcall {deal}: fine, talk on Monday",), "LogLines": ("logcall\n{deal}: fine\n{deal}: no answer",),
    "LogForm": ("logcall {deal}|deal={deal}|said=fine",), "LogMessage": ("logcall|deal={deal}|line=fine",), "Done": ("done {deal} no answer",),
    "Promise": ("promise kept {promise}",), "TheyReplied": ("reply {deal}: yes, on Monday",), "HeardNothing": ("heard nothing {deal}",),
    "TheyAreAway": ("{deal} is back Friday",), "Next": ("next {deal} Fri",), "Rename": ("deal rename {deal} Nova",), "Give": ("deal give {deal} to Lena",),
    "Value": ("deal value {deal} 12,000 EUR",), "SetContact": ("deal contact {deal}: Dana Reyes",), "Later": ("later {deal} next week",),
    "Keep": ("keep {deal} because of the CFO until Fri",), "AskThem": ("question {deal}: who signs?",), "WasAsked": ("question {deal}: who signs?", "question {deal} asked"),
    "HelpMe": ("help me on {deal}: the price is stuck",), "Helped": ("help me on {deal}: the price is stuck", "Maria: helped {deal}"),
    "Reserve": ("hold {deal}: the June slot until Fri",), "LetGo": ("let go {deal}",), "Won": ("won {deal} 5 EUR",), "Lost": ("lost {deal} too dear",),
    "Reopen": ("won {deal} 5 EUR", "reopen {deal} they agreed"), "DoNotContact": ("do not contact {deal}",), "Qualify": ("let go {deal}", "qualify {deal}"),
    "Undo": ("undo",), "NewDeal": ("new Zebra",), "Start": ("start Yak; Gnu",), "Away": ("away until Friday",), "Back": ("away until Friday", "back"),
    "PauseList": ("pause until Friday",), "Unpause": ("pause until Friday", "unpause"), "Settings": ("settings compact",), "CatchUp": (),
    "PutOnShelf": ("shelf case: how we did it",), "TakeFromShelf": ("shelf case: how we did it", "shelf drop {item}"),
    "Brought": (), "NotBrought": (), "Part": (), "Ban": ("Maria: wall ban deep dive",), "Allow": ("Maria: wall ban deep dive", "Maria: wall allow deep dive"),
    "OwnOpener": ("Maria: wall opener {{when}} you said {{said}}; why?",),
    "DropOpener": ("Maria: wall opener {{when}} you said {{said}}; why?", "Maria: wall drop {item}"), "Sells": ("Maria: wall sells dates",),
    "GiveBook": ("Maria: book {tom} to {lena} now",), "Cover": ("Maria: cover Tom by Lena until Friday",), "MoveDay": (), "Several": (),
    "AdminPage": ("Ada: admin page",), "Holidays": ("Ada: holidays Ben DE",),
    "Make": ("Ada: make Ben a manager",), "SaveFigures": ("Ada: settings policy gap 5 days instead of 7 days",), "Link": ("link",),
    "Company": ("Ada: settings company Initech",),
}  # fmt: skip
# What these do, they do by another command's word, or they only open a form.
BY_ANOTHER = {
    "Again": "the line that it repeats",
    "Resume": "the line that was kept",
    "LogWaiting": "the lines that were kept",
    "OpenLog": "the form's",
}
# They need a day or a list of a kind that only their own tests make; each goes the one way through Exchange.act or undo.
ELSEWHERE = {"Part", "CatchUp", "Several", "Brought", "NotBrought", "MoveDay"}


def changing() -> set[str]:
    return KINDS - {kind.__name__ for kind in READING if kind not in NOTING} - {*BY_ANOTHER} - {"Check"}


def test_every_command_that_changes_something_has_a_line():
    assert {*DOES} == changing()
    assert {kind for kind, lines in DOES.items() if not lines} == ELSEWHERE


@pytest.fixture(scope="module")
def world(tmp_path_factory, migrated_sqlite):
    path = tmp_path_factory.mktemp("audit") / "audit.sqlite3"
    path.write_bytes(migrated_sqlite.read_bytes())
    database = Database(f"sqlite:///{path}")
    made = World(database)
    made.app.admin_at = "https://bot.example.com/admin"
    yield made
    database.close()


def told(world: World) -> list[tuple[str, str, int | None]]:
    found = world.database.survey(lambda o: list(o.audit_chain.entries(None, None, None)))
    return [(entry.action, entry.outcome, entry.member_id) for entry in found]


def _newest(things) -> int:
    return max((one.id for one in things), default=0)


@pytest.mark.parametrize("kind", sorted({*DOES} - ELSEWHERE))
def test_it_leaves_an_entry(world, kind):
    theirs = world.deal_of("Tom")
    word = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", kind).lower()
    before = len(told(world))
    for line in DOES[kind]:
        who, text = re.match(r"(?:(Maria|Ada): )?(.+)", line, re.DOTALL).groups()
        item = world.store(
            "Tom", lambda s, at=line: _newest(s.house.all().openers if "wall" in at else s.house.all().shelf)
        )
        numbers = {**theirs.numbers, "tom": world.ids["Tom"], "lena": world.ids["Lena"], "item": item}
        text, *fields = text.format(**numbers).split("|")
        answer = world.say(who or "Tom", (text, dict(f.split("=", 1) for f in fields)) if fields else text)
    new = told(world)[before:]
    assert (word, DONE, world.ids[who or "Tom"]) in new, f"{line}: {answer.card}"
    if kind in {"Make", "SaveFigures", "GiveBook", "Cover", "Away", "PauseList", "Settings"}:
        world.say("Ada" if who == "Ada" else "Maria" if who else "Tom", "undo")


def test_what_is_refused_is_put_down(world):
    theirs = world.deal_of("Ben")
    for who, line, word in (
        ("Tom", "make Ben a manager", "make"), ("Tom", "settings policy gap 5 days", "try figures"), ("Tom", "settings company Initech", "company"), ("Tom", "wall ban deep dive", "ban"),
        ("Tom", "admin page", "admin page"), ("Tom", "holidays Ben DE", "holidays"), ("Tom", "undelivered", "undelivered"),
        ("Tom", f"where {theirs.numbers['deal']}", "where"), ("Tom", f"done {theirs.numbers['deal']}", "done"),
        ("Maria", f"undo {theirs.numbers['act']}", "undo"), ("Tom", f"promise kept {theirs.numbers['promise']}", "promise"),
        ("Tom", f"book {world.ids['Ben']} to {world.ids['Lena']} now", "give book"), ("Tom", f"cover {world.ids['Ben']} by Lena until Friday", "cover"),
    ):  # fmt: skip
        before = len(told(world))
        world.say(who, line)
        assert told(world)[before:] == [(word, REFUSED, world.ids[who])], line


def test_whoever_is_here_no_more_is_put_down_when_they_try(world):
    world.say("Ada", "make Cleo inactive")
    for line in ("followups", "new Firm"):
        world.say("Cleo", line)
        assert told(world)[-1][1:] == (REFUSED, world.ids["Cleo"])
    world.say("Ada", "undo")


def test_who_reads_what_another_has_is_put_down_and_of_ones_own_nothing_is(world):
    theirs = world.deal_of("Tom")
    for line in (
        f"where {theirs.numbers['deal']}",
        f"deal {theirs.numbers['deal']}",
        f"why {theirs.numbers['deal']}",
        f"where rep {world.ids['Tom']}",
        "deals Tom",
    ):
        before = len(told(world))
        world.say("Tom", line)
        assert told(world)[before:] == []
        world.say("Maria", line)
        assert [outcome for _, outcome, _ in told(world)[before:]] == [READ], line


def test_a_file_that_is_taken_away_is_put_down(world):
    world.say("Tom", "deals export")
    assert told(world)[-1] == ("deals", READ, world.ids["Tom"])


def test_from_where_it_came(database):
    team = Team(database)
    here = Address("slack", "T1", "U1")
    member = team.app.join(team.organisation_id, here, Profile("Zoe Ray", "zoe@ray.example", "UTC"), is_installer=True)
    team.app.answer(Message(team.organisation_id, None, "new Acme", address=here))
    team.database.write(team.organisation_id, lambda store: store.audit.signed_in(member.id, team.clock(), PAGE))
    team.app.describe(team.organisation_id, here, Profile("", "", ""), gone=True)
    found = team.database.survey(lambda o: list(o.audit_chain.entries(None, None, team.organisation_id)))
    assert [(e.action, e.source, e.which or e.what) for e in found] == [
        ("join", "slack", f"{member.id}"), ("made admin", "slack", f"{member.id}"), ("new deal", "slack", found[2].which),
        ("sign in", "page", f"{member.id}"), ("leave", "slack", f"{member.id}"),
    ]  # fmt: skip


def test_nothing_that_was_typed_stands_in_it(database):
    team = Team(database)
    for line in (
        "new Zqacme, zqseats", 'logcall Zqacme: Zqdana said "zqwords", she sends the zqplan by Fri, I send the zqoffer tomorrow', "zqnonsense",
        "where zqnobody", "deal contact Zqacme: Zqdana Zqreyes, 555 019 2277", "where 5550192277", "deal 555 019 2277", "make zqsomebody an admin",
        "lost Zqacme zqreason", "question Zqacme: zqwho signs?", "settings phone 555 019 2277", "shelf case: zqcase",
        "logcall Zqmoon: zqwants the draft", "resume 1 new",
    ):  # fmt: skip
        for who in ("Tom", "Maria"):
            team.say(who, line, key=f"zqkey {who} {line}")
    chain_up(database)
    rows = database.survey(
        lambda o: [dict(row._mapping) for row in o.connection.exec_driver_sql("SELECT * FROM audit")]
    )
    assert len(rows) >= 15
    # A digest is chance: sooner or later one has 555 in it.
    assert all(re.fullmatch("[0-9a-f]*", row.pop("digest")) for row in rows)
    assert not [row for row in rows if re.search("zq|555|0192277|Tom|Maria|Winslow", str(row))]
    words = {row[name] for row in rows for name in ("source", "action", "outcome", "what")}
    assert not [word for word in words if not re.fullmatch("[a-z ]*", word)]
    assert all(re.fullmatch(r"\d*|slack:\w+", row["which"]) for row in rows)


def test_a_message_costs_one_statement_more(database):
    """The record is written by one INSERT, however much was done; what reads what is one's own, or asks back, costs none."""
    team = Team(database)
    for line, costs in (
        ("start Acme; Yak; Gnu", 1),
        ("logcall Acme: fine", 1),
        ("where Acme", 0),
        ("logcall Nobody: fine", 0),
    ):
        message = Message(team.organisation_id, team.member("Tom").id, line)
        asked = asked_by(database, partial(team.app.answer, message))
        assert len([one for one, _ in asked if "audit" in one]) == costs, line
