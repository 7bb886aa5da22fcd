"""Whoever was erased is erased again in a copy from before, whatever they, their company or their number was called in it."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from sqlalchemy import delete

from adapters.cli.erasures import Erasures, erased_again
from adapters.cli.opening import Refusal
from adapters.cli.subjects import named
from bot.app import App
from bot.cards import Message
from bot.model import Role
from bot.reading.subjects import addresses_in, numbers_in
from bot.store import WITHDRAW, Database, back_up
from bot.store.tables import meta
from tests.adapters.cli.operator import run
from tests.privacy.test_erasing import NOW
from tests.serving import ROOT
from tests.team import Clock, Team

NAME, PHONE = "Quillon Marsh", "555 019 2277"


class Place:
    """A database, and the list beside it. What is on the list and not erased yet makes a copy from before of it."""

    def __init__(self, database: Database, folder: Path) -> None:
        self.team, self.erasures = Team(database), Erasures(folder / "list")

    def say(self, *lines: str) -> None:
        for line in lines:
            self.team.say("Tom", line)

    def write(self, work):
        return self.team.database.write(self.team.organisation_id, work)

    def listed(self, said: str, *at: str) -> None:
        self.write(
            lambda store: self.erasures.add(
                store.organisation_id, store.traces.of(named(store, said, at, everywhere=False), said, at)
            )
        )

    def put_back(self) -> int:
        return erased_again(self.team.database, self.erasures, self.team.clock())

    def held(self) -> str:
        """All that is kept."""
        return self.write(
            lambda store: json.dumps([[s.name, *map(dict, s.rows)] for s in store.everything.sheets()], default=str)
        )


@pytest.fixture
def place(database, tmp_path) -> Place:
    return Place(database, tmp_path)


def test_whoever_is_erased_twice_is_gone_from_a_copy_between(place):
    contact = f"deal contact Acme: {NAME}, {PHONE}"
    place.say("new Acme, seats", contact)
    place.listed(NAME)
    assert place.put_back() == 1
    place.say(contact)
    assert (place.put_back(), "Quillon" in place.held()) == (0, True), (
        "named again, they are kept until they are erased again"
    )
    place.listed(NAME)
    assert place.put_back() == 1
    assert "Quillon" not in place.held()
    assert "2277" not in place.held()


def test_asked_twice_at_once_it_is_one_person(place):
    place.say("new Acme, seats", f"deal contact Acme: {NAME}")
    place.listed(NAME)
    place.listed(NAME)
    assert place.put_back() == 1


def test_a_company_that_had_another_name_is_the_same(place):
    place.say(
        "new Acme, seats", f"deal contact Acme: {NAME}, {PHONE}", "new Corvid, wings", f"deal contact Corvid: {NAME}"
    )
    place.say("rename Acme to Zenith")
    place.listed(NAME, "Zenith")
    place.say("rename Zenith to Acme")
    assert place.put_back() == 1
    assert "2277" not in place.held()
    left = place.write(lambda store: [one.company for one in store.subjects.known() if one.name == NAME])
    assert left == ["Corvid"], "at another company it is somebody else"


def test_a_former_name_that_another_company_bears_now_is_no_trace(place):
    place.say("new Acme, seats", f"deal contact Acme: {NAME}", "rename Acme to Zenith")
    place.say("new Acme, vans", f"deal contact Acme: {NAME}")
    place.listed(NAME, "Zenith")
    assert place.put_back() == 1
    assert place.write(lambda store: [one.company for one in store.subjects.known()]) == ["Acme"]


@pytest.mark.parametrize("said", ["5550192277", "555-019-2277", "(555) 019 2277"])
def test_a_telephone_is_its_digits(place, said):
    place.say("new Acme, seats", "logcall Acme: rang 555-019-2277, no answer", "logcall Acme: and 555.019.2277")
    place.listed(said)
    assert place.put_back() == 1
    assert "2277" not in place.held()


def test_what_they_are_rung_at_and_written_to_goes_where_their_name_is_not_yet(place):
    place.say("new Acme, seats", "logcall Acme: rang 555-019-2277, wrote to q.marsh77@acme.example")
    place.say(f"deal contact Acme: {NAME}, {PHONE}")
    place.listed(NAME)
    place.write(
        lambda store: store.erasing.connection.exec_driver_sql("DELETE FROM contacts")
    )  # before they were a contact
    assert place.put_back() == 1
    note = place.held()
    assert [word for word in ("2277", "marsh77") if word in note] == []


@pytest.mark.parametrize(
    ("called", "said"),
    [
        ("Dana Reyes", "Reyes, Dana"), ("Dana Reyes", "reyes dana"), ("Reyes, Dana", "Dana Reyes"),
        ("Jörg Äußerst", "ÄUSSERST, Jörg"), ("Siân O’Hara", "O'Hara, Siân"), ("Anna van der Berg", "van der Berg, Anna"),
    ],
)  # fmt: skip
def test_whoever_is_asked_for_by_the_last_name_first_is_the_contact(place, called, said):
    place.say("new Reyco, seats", f"deal contact Reyco: {called}, 030 999888", "logcall Reyco: “we are broke”")
    place.listed(said)
    place.listed(said, "Reyco")
    before = place.held()
    assert "we are broke" in before
    person = place.write(lambda store: named(store, said, (), everywhere=False))
    place.write(lambda store: store.erase(person, place.team.clock()))
    held = place.held()
    gone = ("999888", "we are broke", called.split()[0], called.split()[-1])
    assert [word for word in gone if word in held] == []


@pytest.mark.parametrize("at", [(), ("Reyco",)])
@pytest.mark.parametrize("said", ["van der Berg, Anna", "Anna van der Berg"])
@pytest.mark.parametrize("called", ["van der Berg, Anna", "Anna van der Berg"])
def test_asked_for_by_the_last_name_first_they_are_gone_from_a_copy_too(place, at, said, called):
    """However a rep, or a CRM, had written the name in it."""
    place.say("new Reyco, seats", f"deal contact Reyco: {called}, 030 999888", "logcall Reyco: “we are broke”")
    assert "we are broke" in place.held()
    place.listed(said, *at)
    assert place.put_back() == 1
    assert [word for word in ("999888", "Anna", "we are broke") if word in place.held()] == []


@pytest.mark.parametrize("said", ["-", "…", "🦊"])
def test_what_has_no_letter_names_nobody(place, said):
    place.write(lambda store: store.members.overrule(place.team.member("Lena").id, name="🦊", role=Role.inactive.value))
    with pytest.raises(Refusal, match="names nobody"):
        place.write(lambda store: named(store, said, (), everywhere=False))
    assert place.write(lambda store: store.subjects.colleagues(said)) == []


def test_an_address_is_never_turned_round(place):
    place.say("new Acme, seats", "logcall Acme: wrote to info@acme.com", "logcall Acme: see acme.com info page")
    person = place.write(lambda store: named(store, "info@acme.com", (), everywhere=False))
    place.write(lambda store: store.erase(person, place.team.clock()))
    assert [word in place.held() for word in ("info@acme.com", "see acme.com info page")] == [False, True]


def test_two_whose_names_are_each_the_other_turned_round_stay_two(place):
    """Nobody is taken for somebody who is called exactly so, here or in a copy."""
    place.say(
        "new Acme, seats", "deal contact Acme: James Martin, 030 111222", "deal contact Acme: Martin James, 030 333444"
    )
    place.listed("James Martin")
    assert place.put_back() == 1
    assert [word in place.held() for word in ("111222", "333444", "Martin James")] == [False, True, True]


@pytest.mark.parametrize("said", ["van der Berg, Anna", "Anna van der Berg"])
def test_a_name_of_three_words_goes_from_notes_elsewhere_however_it_is_asked_for(place, said):
    place.say("new Reyco, seats", "deal contact Reyco: Anna van der Berg", "new Globex, wings")
    place.say(
        "logcall Globex: Joe said “Anna van der Berg knows them”", "logcall Globex: Joe said “ask van der Berg, Anna”"
    )
    person = place.write(lambda store: store.subjects.person(said))
    place.write(lambda store: store.erase(person, place.team.clock()))
    assert [word for word in ("Anna", "van der Berg") if word in place.held()] == []


def test_a_name_is_a_trace_the_other_way_round_too(place):
    place.say("new Acme, seats", "logcall Acme: the list is for “Marsh, Quillon”")
    place.listed(NAME)
    assert place.put_back() == 1
    assert "Quillon" not in place.held()


def test_a_member_who_had_another_name_and_address_is_the_same(place):
    lena = place.team.member("Lena")
    place.say("new Bolt, wings", f"logcall Bolt: {lena.name} joined the call")
    then = {"name": lena.name, "email": lena.email, "role": Role.rep.value}
    place.write(
        lambda s: s.members.overrule(
            lena.id, name="Helena Voss", email="hv@northlight.example", role=Role.inactive.value
        )
    )
    place.listed("Helena Voss")
    place.write(lambda store: store.members.overrule(lena.id, **then))
    assert place.put_back() == 1
    held = place.held()
    assert [word for word in (lena.name, lena.email, lena.phone) if word and word in held] == []
    assert f"Former member {lena.id}" in held


def test_a_member_of_the_same_name_stays_where_one_is_erased_by_the_address(place):
    lena, tom = place.team.member("Lena"), place.team.member("Tom")
    place.write(lambda store: store.members.overrule(lena.id, name=tom.name, role=Role.inactive.value))
    place.listed(lena.email)
    assert place.put_back() == 1
    names = place.write(lambda store: store.members.names())
    assert (names[tom.id], names[lena.id]) == (tom.name, f"Former member {lena.id}")


def test_the_list_holds_hashes_alone_and_a_cut_line_spoils_no_other(place):
    place.say("new Acme, seats", f"deal contact Acme: {NAME}, {PHONE}", "logcall Acme: wrote to q.marsh77@acme.example")
    place.listed(NAME)
    with place.erasures.path.open("a") as file:
        file.write("\n1 0123")  # the disk was full
    place.listed(NAME, "Acme")
    told = place.erasures.path.read_text().lower()
    assert [word for word in ("quillon", "marsh", "2277", "acme") if word in told] == []
    assert {len(word) for line in told.splitlines()[1:] for word in line.split()[1:]} == {4, 32}
    assert len(place.erasures.of(place.team.organisation_id)) == 3


@pytest.mark.parametrize("damage", [b"\xef\xbb\xbf%s", b"x%s", b"%s".replace(b"%", b"salt 12\n%"), b"1 0123 4567\n%s"])
def test_a_list_that_is_damaged_is_said_and_nobody_is_taken_for_erased(sqlite_url, tmp_path, damage):
    """As an editor leaves it that puts a mark at the front, or a salt that was cut: no name would be found by it."""
    settings = _erased_without_its_list(sqlite_url, tmp_path)
    own = tmp_path / "test.sqlite3.erasures"
    whole = (tmp_path / "elsewhere").read_bytes()
    own.write_bytes(damage % whole)
    done = run(tmp_path, "restore", "between.backup", **settings)
    assert (done.returncode, "it is damaged): put a whole one there. Nothing was changed." in done.stderr) == (
        1,
        True,
    ), done.stderr
    (tmp_path / "between.backup").rename(tmp_path / "test.sqlite3")
    done = run(tmp_path, "restored", **settings)
    assert (done.returncode, "cannot be read (it is damaged). Nobody was erased again." in done.stdout) == (1, True)
    assert own.read_bytes() == damage % whole, "reading changes nothing"
    refused = run(tmp_path, "erase", "--subject", "Tom Becker", "--yes", **settings)
    assert (refused.returncode, "where it is lost for good: --new-list" in refused.stderr) == (1, True), refused
    begun = run(tmp_path, "erase", "--new-list", **settings)
    (aside,) = tmp_path.glob("*.damaged-*")
    assert (begun.returncode, f"The damaged one is kept as {aside}." in begun.stdout) == (0, True), begun
    assert aside.read_bytes() == damage % whole
    assert "erasures:" not in run(tmp_path, "doctor", **settings).stdout
    own.write_bytes(whole)
    assert "Erased again, as it was asked for since: 1." in run(tmp_path, "restored", **settings).stdout


def test_a_list_of_before_is_read(place):
    place.say("new Acme, seats", f"deal contact Acme: {NAME}")
    place.erasures.begin()
    old = place.erasures.hashes("quillon marsh|acme")[0]
    with place.erasures.path.open("a") as file:
        file.write(f"{place.team.organisation_id} {old}\n")
    assert place.put_back() == 1
    assert place.put_back() == 0


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("rang 020 7946-0018", "2079460018"),
        ("+44 (20) 7946 0018", "2079460018"),
        ("+44 20 7946 0018.", "442079460018"),
        ("５５５ 019 2277", "5550192277"),
    ],
)
def test_every_run_of_groups_may_be_a_telephone(text, number):
    assert number in set(numbers_in(text))


def test_what_is_no_telephone_or_address_is_none():
    assert list(numbers_in("12 or 2026, 99.5")) == []
    assert max(map(len, numbers_in("1234567 " * 50))) <= 15
    assert addresses_in("a@b, q.marsh+x@acme.co.example.") == ["q.marsh+x@acme.co.example"]


@pytest.mark.parametrize("case", ["twice", "renamed", "number", "member"])
def test_by_the_commands_too(sqlite_url, tmp_path, case):
    """As an operator does it: a copy, an erasure, and the copy put back."""
    team, settings = Team(Database(sqlite_url)), {"FOLLOWTHROUGH_DATABASE_URL": sqlite_url}
    lena, contact = team.member("Lena"), f"deal contact Acme: {NAME}, {PHONE}"
    erase = ("erase", "--yes", "--subject", {"number": "5550192277", "member": "Helena Voss"}.get(case, NAME))
    team.say("Tom", "new Acme, seats")
    team.say("Tom", "logcall Acme: rang 555-019-2277" if case == "number" else contact)
    if case == "twice":
        team.database.close()
        assert run(tmp_path, *erase, **settings).returncode == 0
        team.database = Database(sqlite_url)
        team.app = type(team.app)(team.database, team.clock)
        team.say("Tom", contact)
    back_up(sqlite_url, tmp_path / "before.backup", NOW)
    if case == "renamed":
        team.say("Tom", "new Corvid, wings")
        team.say("Tom", f"deal contact Corvid: {NAME}")
        team.say("Tom", "rename Acme to Zenith")
        erase = (*erase, "--at", "Zenith")
    if case == "member":
        named = {"name": "Helena Voss", "email": "hv@northlight.example", "role": Role.inactive.value}
        team.database.write(team.organisation_id, lambda store: store.members.overrule(lena.id, **named))
    team.database.close()
    done = run(tmp_path, *erase, **settings)
    assert done.returncode == 0, done.stderr
    back = run(tmp_path, "restore", "before.backup", **settings)
    assert "Erased again, as it was asked for since: 1." in back.stdout, back.stderr
    held = (tmp_path / "test.sqlite3").read_bytes()
    gone = (lena.name, lena.email) if case == "member" else ("2277",)
    assert [word for word in gone if word.encode() in held] == []
    assert "Erased again" not in run(tmp_path, "restored", **settings).stdout


@pytest.mark.parametrize("said", ["", "  "])
def test_nobody_named_is_no_wish_for_everything(sqlite_url, tmp_path, said):
    """As a script has it whose variable is empty."""
    Team(Database(sqlite_url)).database.close()
    settings = {"FOLLOWTHROUGH_DATABASE_URL": sqlite_url}
    done = run(tmp_path, "export", "--subject", said, "theirs", **settings)
    assert (done.returncode, "Whose?" in done.stderr, (tmp_path / "theirs").exists()) == (2, True, False)
    for more in (("--yes",), ("--yes", "--new-list"), ("--new-list",)):
        assert run(tmp_path, "erase", "--subject", said, *more, **settings).returncode == 2
    assert run(tmp_path, "erase", "--new-list", "--yes", **settings).returncode == 2
    assert not (tmp_path / "test.sqlite3.erasures").exists()


def _erased_without_its_list(sqlite_url: str, folder: Path) -> dict[str, str]:
    """Two erasures, a copy made between, and a list that stayed on another machine."""
    team, settings = Team(Database(sqlite_url)), {"FOLLOWTHROUGH_DATABASE_URL": sqlite_url}
    for name in (NAME, "Wim Dorst"):
        team.say("Tom", f"new {name.split()[0]} Works, seats")
        team.say("Tom", f"deal contact {name.split()[0]} Works: {name}")
    team.database.close()
    assert run(folder, "erase", "--yes", "--subject", NAME, **settings).returncode == 0
    back_up(sqlite_url, folder / "between.backup", NOW)
    assert run(folder, "erase", "--yes", "--subject", "Wim Dorst", **settings).returncode == 0
    (folder / "test.sqlite3.erasures").rename(folder / "elsewhere")
    return settings


def test_a_restore_without_the_list_says_that_nobody_was_erased_again(sqlite_url, tmp_path):
    settings = _erased_without_its_list(sqlite_url, tmp_path)
    done = run(tmp_path, "restore", "between.backup", **settings)
    told, code = done.stdout, done.returncode
    missing = (
        f"No list of erasures at {tmp_path}/test.sqlite3.erasures, though this database has been through 1 erasure."
    )
    assert f"{missing} Nobody was erased again. Put the list there" in told
    again = run(tmp_path, "restored", **settings)
    assert missing in again.stdout
    assert code == again.returncode == 1, "no script goes on, and starts the bot"
    doctor = " ".join(run(tmp_path, "doctor", **settings).stdout.split())
    assert "look at this erasures: no list of erasures at" in doctor
    (tmp_path / "elsewhere").rename(tmp_path / "test.sqlite3.erasures")
    done = run(tmp_path, "restored", **settings)
    assert (done.returncode, "Erased again, as it was asked for since: 1." in done.stdout) == (0, True)
    assert "erasures:" not in run(tmp_path, "doctor", **settings).stdout


def test_another_machines_list_is_told_from_ours(sqlite_url, tmp_path):
    settings = _erased_without_its_list(sqlite_url, tmp_path)
    Erasures(tmp_path / "test.sqlite3.erasures").add(1, ["somebody else"])
    told = run(tmp_path, "restored", **settings).stdout
    assert (
        "test.sqlite3.erasures lacks 2 erasures that this database has been through. Nobody was erased again." in told
    )


def test_where_nobody_was_ever_erased_it_is_said_that_there_is_no_list(sqlite_url, tmp_path):
    team, settings = Team(Database(sqlite_url)), {"FOLLOWTHROUGH_DATABASE_URL": sqlite_url}
    team.database.close()
    back_up(sqlite_url, tmp_path / "1.backup", NOW)
    for command in (("restore", "1.backup", "--send-late"), ("restored",)):
        told = run(tmp_path, *command, **settings).stdout
        assert f"There is no list of erasures at {tmp_path}/test.sqlite3.erasures. If nobody was ever erased," in told
        told = " ".join(run(tmp_path, "doctor", **settings).stdout.split())
        assert "look at this erasures: a backup was put back on " in told, "an older copy knows of no erasure"
    for says in ("goes on it.", "Nothing was changed."):
        done = run(tmp_path, "erase", "--new-list", **settings)
        assert (done.returncode, done.stdout.strip().endswith(says)) == (0, True), done.stdout
        assert "erasures:" not in run(tmp_path, "doctor", **settings).stdout
    assert (tmp_path / "test.sqlite3.erasures").stat().st_mode & 0o777 == 0o600
    assert "no list" not in run(tmp_path, "restored", **settings).stdout


def test_the_list_goes_where_the_copies_go(sqlite_url, tmp_path):
    """Also into the folder of a copy that another tool made; it is nobody else's to read."""
    settings = _erased_without_its_list(sqlite_url, tmp_path)
    (tmp_path / "elsewhere").rename(tmp_path / "test.sqlite3.erasures")
    (tmp_path / "copies").mkdir()
    (tmp_path / "copies" / "1.dump").write_text("a dump")
    for command in (("backup", "copies/1.sqlite3"), ("backup", "copies/1.dump", "--made-elsewhere")):
        (tmp_path / "copies" / "followthrough.erasures").unlink(missing_ok=True)
        done = run(tmp_path, *command, **settings)
        assert (done.returncode, "the list of who was erased until now" in done.stdout) == (0, True), done.stderr
        copied = tmp_path / "copies" / "followthrough.erasures"
        assert copied.read_bytes() == (tmp_path / "test.sqlite3.erasures").read_bytes()
        assert copied.stat().st_mode & 0o777 == 0o600
    assert sorted(one.name for one in (tmp_path / "copies").iterdir()) == [
        "1.dump",
        "1.sqlite3",
        "followthrough.erasures",
    ]


def test_a_restore_takes_the_list_beside_the_copy(sqlite_url, tmp_path):
    """On another machine, where there is none yet; and the one there stays when it is newer."""
    settings = _erased_without_its_list(sqlite_url, tmp_path)
    copies = tmp_path / "copies"
    copies.mkdir()
    (tmp_path / "between.backup").rename(copies / "1.backup")
    (tmp_path / "elsewhere").rename(copies / "followthrough.erasures")
    own = tmp_path / "test.sqlite3.erasures"
    for whole in (b"", (copies / "followthrough.erasures").read_bytes().partition(b"\n")[0]):
        own.write_bytes(whole) if whole else None
        done = run(tmp_path, "restore", "copies/1.backup", **settings)
        assert (done.returncode, "Erased again, as it was asked for since: 1." in done.stdout) == (0, True), done.stdout
        assert own.read_bytes() == (copies / "followthrough.erasures").read_bytes()
    Erasures(own).add(1, ["somebody since"])
    newer = own.read_bytes()
    assert run(tmp_path, "restore", "copies/1.backup", **settings).returncode == 0
    assert own.read_bytes() == newer


def test_nothing_is_taken_from_a_list_and_two_become_one(sqlite_url, tmp_path):
    """The list was lost, somebody was erased under a new one, and the old one turns up beside the copies."""
    settings = _erased_without_its_list(sqlite_url, tmp_path)
    copies, own = tmp_path / "copies", tmp_path / "test.sqlite3.erasures"
    copies.mkdir()
    first = (tmp_path / "elsewhere").rename(copies / "followthrough.erasures").read_bytes()
    (tmp_path / "between.backup").rename(copies / "1.backup")
    erased = ("erase", "--yes", "--subject", "Tom Becker", "--leave-deals")
    database = Database(sqlite_url)
    database.write(1, lambda store: store.members.overrule(2, role="inactive"))
    database.close()
    refused = run(tmp_path, *erased, **settings)
    assert (refused.returncode, "been through 2 erasures. Put it there first" in refused.stderr) == (1, True)
    assert run(tmp_path, *erased, "--new-list", **settings).returncode == 0
    second = own.read_bytes()
    for name in ("2.backup", "3.backup"):
        assert run(tmp_path, "backup", f"copies/{name}", **settings).returncode == 0
    both = (copies / "followthrough.erasures").read_bytes()
    assert both == first + b"\n" + second
    back = run(tmp_path, "restore", "copies/1.backup", **settings)
    assert (back.returncode, "Erased again, as it was asked for since: 2." in back.stdout) == (0, True), back.stdout
    assert {*own.read_bytes().split()} == {*both.split()}
    assert run(tmp_path, "export", "--subject", "Wim Dorst", **settings).returncode == 1
    assert "erasures:" not in run(tmp_path, "doctor", **settings).stdout


def test_two_installations_that_copy_into_one_folder_keep_their_lists_apart(sqlite_url, tmp_path):
    """A copy put back by the other's list would erase who is called alike."""
    settings = _erased_without_its_list(sqlite_url, tmp_path)
    own, copies = tmp_path / "test.sqlite3.erasures", tmp_path / "copies"
    (tmp_path / "elsewhere").rename(own)
    copies.mkdir()
    theirs = Erasures(copies / "followthrough.erasures")
    theirs.add(1, ["somebody else"])
    before = [one.read_bytes() for one in (own, theirs.path)]
    for command in ("backup", "restore"):
        done = run(tmp_path, command, "copies/1.backup", **settings)
        assert (done.returncode, "as those of two installations: neither was touched" in done.stderr) == (1, True)
        assert (copies / "1.backup").exists()
        assert [one.read_bytes() for one in (own, theirs.path)] == before
    with theirs.path.open("ab") as file:
        file.write(b"\n" + own.read_bytes())
    assert run(tmp_path, "restore", "copies/1.backup", **settings).returncode == 0, "put behind it by hand it is one"


def test_a_list_beside_a_copy_that_cannot_be_read_leaves_the_database_as_it_is(sqlite_url, tmp_path):
    settings = _erased_without_its_list(sqlite_url, tmp_path)
    (tmp_path / "followthrough.erasures").mkdir()
    held = (tmp_path / "test.sqlite3").read_bytes()
    done = run(tmp_path, "restore", "between.backup", **settings)
    assert (done.returncode, done.stderr.strip().endswith("Nothing was changed.")) == (1, True), done.stderr
    assert (tmp_path / "test.sqlite3").read_bytes() == held
    assert [*tmp_path.glob("*.before-*")] == []


def test_nor_does_one_that_cannot_be_kept(sqlite_url, tmp_path):
    settings = _erased_without_its_list(sqlite_url, tmp_path)
    (tmp_path / "elsewhere").rename(tmp_path / "followthrough.erasures")
    (tmp_path / "test.sqlite3.erasures").mkdir()
    done = run(tmp_path, "restore", "between.backup", "--send-late", **settings)
    assert (done.returncode, done.stderr.strip().endswith("Nothing was changed.")) == (1, True), done.stderr
    assert [*tmp_path.glob("*.before-*"), *tmp_path.glob("*.restoring*")] == []
    said = run(tmp_path, "restored", **settings)
    assert (said.returncode, "cannot be read (Is a directory). Nobody was erased again." in said.stdout) == (1, True)


def test_at_no_moment_of_a_restore_is_somebody_back(sqlite_url, tmp_path):
    """Who is on the list is erased in what will take the place: killed right before, the database is the one of before."""
    settings = _erased_without_its_list(sqlite_url, tmp_path)
    (tmp_path / "elsewhere").rename(tmp_path / "test.sqlite3.erasures")
    killed = (
        "import os, pathlib, datetime; from bot.store import put_back; "
        f"put_back({sqlite_url!r}, pathlib.Path('between.backup'), datetime.datetime(2026, 3, 12, tzinfo=datetime.UTC),"
        " send_late=False, ready=lambda _: os.kill(os.getpid(), 9))"
    )
    ended = subprocess.run(
        [sys.executable, "-c", killed], cwd=tmp_path, env={**os.environ, "PYTHONPATH": str(ROOT)}, check=False
    )
    assert ended.returncode == -9
    assert b"Wim Dorst" not in (tmp_path / "test.sqlite3").read_bytes()
    left = " ".join(run(tmp_path, "doctor", **settings).stdout.split())
    assert "until you delete it, with all that is in it: test.sqlite3.restoring" in left
    assert "erasures:" not in left
    assert run(tmp_path, "restore", "between.backup", **settings).returncode == 0
    assert [*tmp_path.glob("*.restoring*")] == []


def test_an_empty_list_of_ours_takes_one_that_turns_up(sqlite_url, tmp_path):
    """The hint was followed, and then the list lies beside the copies after all."""
    settings = _erased_without_its_list(sqlite_url, tmp_path)
    copies = tmp_path / "copies"
    copies.mkdir()
    (tmp_path / "between.backup").rename(tmp_path / "test.sqlite3")
    database = Database(sqlite_url)
    database.operate(lambda operator: operator.connection.execute(delete(meta).where(meta.c.key.startswith("erased:"))))
    database.close()
    assert run(tmp_path, "erase", "--new-list", **settings).returncode == 0
    assert run(tmp_path, "backup", "copies/1.backup", **settings).returncode == 0
    (tmp_path / "elsewhere").replace(copies / "followthrough.erasures")
    assert run(tmp_path, "backup", "copies/2.backup", **settings).returncode == 0
    done = run(tmp_path, "restore", "copies/2.backup", **settings)
    assert (done.returncode, "Erased again, as it was asked for since: 1." in done.stdout) == (0, True), done.stdout


def test_what_other_tools_put_back_is_asked_about_until_it_is_said(sqlite_url, tmp_path):
    settings = _erased_without_its_list(sqlite_url, tmp_path)
    (tmp_path / "elsewhere").rename(tmp_path / "test.sqlite3.erasures")
    (tmp_path / "between.backup").rename(tmp_path / "test.sqlite3")
    told = " ".join(run(tmp_path, "doctor", **settings).stdout.split())
    assert "1 erasure on the list at" in told
    assert "If other tools put a backup back, before that: followthrough restored" in told
    assert "Erased again, as it was asked for since: 1." in run(tmp_path, "restored", **settings).stdout
    assert "erasures:" not in run(tmp_path, "doctor", **settings).stdout


def test_two_lists_put_together_by_hand_are_one(tmp_path):
    """As docs/operations.md says it; of older lists the last line has no end, and the next one goes on in it."""
    lists = [Erasures(tmp_path / name) for name in ("old", "new")]
    numbers = [one.add(1, [name]) for one, name in zip(lists, ("quillon marsh|", "wim dorst|"), strict=True)]
    old, new = (one.path.read_text() for one in lists)
    for told in (f"{old}\n{new}", f"{old.rstrip()}{new}"):
        (tmp_path / "both").write_text(told)
        both = Erasures(tmp_path / "both")
        found = both.of(1)
        assert list(found) == numbers
        for number, name in zip(numbers, ("quillon marsh|", "wim dorst|"), strict=True):
            assert found[number] & {*both.hashes(name)}


def test_a_list_that_is_lost_for_good_is_asked_for_no_more(sqlite_url, tmp_path):
    settings = _erased_without_its_list(sqlite_url, tmp_path)
    (tmp_path / "elsewhere").unlink()
    database = Database(sqlite_url)
    for line in ("new Cedar, seats", "deal contact Cedar: Cleo Fenn"):
        App(database, Clock()).answer(Message(1, 2, line))
    database.close()
    erase = ("erase", "--subject", "Cleo Fenn")
    assert "where it is lost for good: --new-list" in run(tmp_path, *erase, **settings).stdout
    assert run(tmp_path, *erase, "--yes", **settings).returncode == 1
    assert run(tmp_path, *erase, "--yes", "--new-list", **settings).returncode == 0
    assert "erasures:" not in run(tmp_path, "doctor", **settings).stdout
    assert run(tmp_path, "restored", **settings).returncode == 0


def test_a_list_that_cannot_be_put_beside_a_copy_is_said(sqlite_url, tmp_path):
    settings = _erased_without_its_list(sqlite_url, tmp_path)
    (tmp_path / "elsewhere").rename(tmp_path / "test.sqlite3.erasures")
    (tmp_path / "copies" / "followthrough.erasures").mkdir(parents=True)
    done = run(tmp_path, "backup", "copies/1.backup", **settings)
    assert (done.returncode, "1.backup: " in done.stdout, "by hand" in done.stderr) == (1, True, True)


def test_what_is_to_be_deleted_is_deleted_after_a_backup_was_put_back_as_well(database):
    team = Team(database)
    at = team.clock()
    for kind in ("digest", WITHDRAW):
        database.write(team.organisation_id, lambda store, kind=kind: store.outbox.put(2, kind, kind, "{}", at))
    assert database.operate(lambda operator: operator.mornings.begin_epoch(at)) == 1
    assert database.operate(lambda operator: operator.mornings.begin_epoch(at)) == 0


def test_that_a_backup_was_put_back_is_no_look_of_a_worker(postgres_url, tmp_path, open_database):
    Team(open_database(postgres_url)).database.close()
    for _ in range(2):
        done = run(tmp_path, "restored", FOLLOWTHROUGH_DATABASE_URL=postgres_url)
        assert done.returncode == 0, done.stderr
    assert "no worker is running" in run(tmp_path, "doctor", FOLLOWTHROUGH_DATABASE_URL=postgres_url).stdout
