"""Whoever was erased is erased again in a copy from before, whatever they, their company or their number was called in it."""

import json
import re
from pathlib import Path

import pytest

from adapters.cli.erasures import Erasures, erased_again
from adapters.cli.opening import Refusal
from adapters.cli.subjects import named
from bot.model import Role
from bot.reading.naming.subjects import addresses_in, numbers_in
from bot.store import WITHDRAW, Database, back_up
from tests.adapters.cli.operator import run
from tests.privacy.test_erasing import NOW
from tests.team import Team

NAME, PHONE = "Quillon Marsh", "555 019 2277"
_NUMBER = re.compile(r"019\W?2277")  # four digits alone stand in some digest by chance


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
    assert not _NUMBER.search(place.held())


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
    assert not _NUMBER.search(place.held())
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
    assert not _NUMBER.search(place.held())


def test_what_they_are_rung_at_and_written_to_goes_where_their_name_is_not_yet(place):
    place.say("new Acme, seats", "logcall Acme: rang 555-019-2277, wrote to q.marsh77@acme.example")
    place.say(f"deal contact Acme: {NAME}, {PHONE}")
    place.listed(NAME)
    place.write(
        lambda store: store.erasing.connection.exec_driver_sql("DELETE FROM contacts")
    )  # before they were a contact
    assert place.put_back() == 1
    note = place.held()
    assert not _NUMBER.search(note)
    assert "marsh77" not in note


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


@pytest.mark.parametrize("said", ["-", "…", "()"])
def test_what_has_no_letter_names_nobody(place, said):
    place.write(lambda store: store.members.overrule(place.team.member("Lena").id, name="🦊", role=Role.inactive.value))
    with pytest.raises(Refusal, match="names nobody"):
        place.write(lambda store: named(store, said, (), everywhere=False))
    assert place.write(lambda store: store.subjects.colleagues(said)) == []
    assert len(place.write(lambda store: store.subjects.colleagues("🦊"))) == 1, "an emoji is a name"


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
    gone = (re.escape(lena.name), re.escape(lena.email)) if case == "member" else (_NUMBER.pattern,)
    assert [word for word in gone if re.search(word.encode(), held)] == []
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
