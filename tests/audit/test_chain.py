"""The audit record: in the transaction of what it tells, only added to, and bound so that every change is found."""

import re
import threading
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from sqlalchemy import delete, insert, make_url, select, text, update
from sqlalchemy.exc import DBAPIError

from adapters.cli.audit_findings import of_audit
from adapters.cli.findings import State
from bot.app import system_clock
from bot.model import FORGET, KEEP, Entry, digest_of
from bot.store import Database, Right, tell_beside
from bot.store.audit import Audit
from bot.store.audit_chain import Head
from bot.store.audit_notes import forget, leave, taken
from bot.store.tables import acts, audit, audit_chain
from scheduler.chaining import chain_up
from scheduler.purging import Keep, Purge
from tests.adapters.cli.operator import run
from tests.settled import settled
from tests.statements import asked_by
from tests.team import Team

SAID = (
    "new Acme, seats",
    "logcall Acme: fine, I send the plan by Fri",
    "done Acme no answer",
    "undo",
    "settings compact",
)
TRIGGERS = [f"{table}_no_{verb}" for table in ("audit", "audit_chain") for verb in ("update", "delete")]


@pytest.fixture
@settled
def team(database) -> Team:
    made = Team(database)
    for line in SAID:
        made.text("Tom", line)
    chain_up(database)
    return made


def entries(team: Team) -> list[Entry]:
    return team.database.survey(lambda o: list(o.audit_chain.entries(None, None, team.organisation_id)))


def verdict(team: Team, chain: int | None = None):
    return team.database.survey(lambda o: o.audit_chain.check(team.organisation_id if chain is None else chain))


def tamper(team: Team, *statements) -> None:
    """As whoever owns the tables could: without the triggers."""

    def work(operator) -> None:
        _without_triggers(operator.connection)
        for statement in statements:
            operator.connection.execute(statement)

    team.database.operate(work)


def _without_triggers(connection) -> None:
    if connection.dialect.name == "sqlite":
        for trigger in TRIGGERS:
            connection.execute(text(f"DROP TRIGGER IF EXISTS {trigger}"))
    else:
        for table in ("audit", "audit_chain"):
            connection.execute(text(f"ALTER TABLE {table} DISABLE TRIGGER USER"))


def test_what_was_done_stands_there_with_who_when_and_from_where(team):
    told = [(e.action, e.source, e.member_id, e.outcome, e.what) for e in entries(team)]
    tom = team.member("Tom").id
    assert told == [
        (action, "page", tom, "done", "act") for action in ("new deal", "log line", "done", "undo", "settings")
    ]
    assert {entry.at for entry in entries(team)} == {team.clock()}
    found = verdict(team)
    assert (found.checked, found.head.number, found.problem) == (5, 5, "")
    assert chain_up(team.database) == 0


def test_everything_that_a_message_was_refused_is_told_and_how_many_more(team):
    """Also of what somebody only looked at."""
    for of, most in ((Audit.refuse, 20), (Audit.looked_at, 20)):

        def work(store, of=of) -> None:
            store.audit.speaks("page", team.member("Tom").id, team.clock(), "where")
            for number in (*range(1, 31), 30):
                of(store.audit, "deal", number)

        before = len(entries(team))
        team.database.write(team.organisation_id, work)
        told = [(entry.what, entry.which) for entry in entries(team)[before:]]
        assert told == [*(("deal", str(number)) for number in range(1, most + 1)), ("more", "10")]


def test_nothing_is_written_where_the_transaction_fails(team):
    def fail(store) -> None:
        store.acts.begin(team.member("Tom").id, team.clock(), "nothing")
        raise ValueError("broken")

    with pytest.raises(ValueError, match="broken"):
        team.database.write(team.organisation_id, fail)
    assert len(entries(team)) == len(SAID)


def test_it_is_only_added_to(team):
    statements = [
        update(audit).where(audit.c.action == "done").values(member_id=1), delete(audit), delete(audit).where(audit.c.action == "done"),
        update(audit_chain).values(hash=""), delete(audit_chain),
    ]  # fmt: skip
    if not team.database.is_sqlite:
        statements += [text("TRUNCATE audit, audit_chain")]
    for statement in statements:
        with pytest.raises(DBAPIError, match="only added to"):
            team.database.operate(lambda o, s=statement: o.connection.execute(s))
    assert verdict(team).problem == ""


def tampered(team: Team, *statements) -> str:
    """What is found behind these statements; they are taken back."""
    found: list[str] = []

    class Over(Exception):
        pass

    def work(operator) -> None:
        _without_triggers(operator.connection)
        for statement in statements:
            operator.connection.execute(statement)
        found.append(operator.audit_chain.check(team.organisation_id).problem)
        raise Over

    with pytest.raises(Over):
        team.database.operate(work)
    return found[0]


def test_whatever_is_changed_is_found(team):
    ids = [entry.id for entry in entries(team)]
    row = {"id": 90, "organisation_id": team.organisation_id, "at": team.clock(), "source": "page", "action": "won"}
    place = {
        "id": 90,
        "organisation_id": team.organisation_id,
        "chain": team.organisation_id,
        "number": 6,
        "hash": "f" * 64,
    }
    moved = ((ids[1], 90), (ids[2], ids[1]), (90, ids[2]))
    not_it = "is not what was written there: it was changed, put in, or moved."
    for statements, problem in (
        ([update(audit).where(audit.c.id == ids[2]).values(action="won")], f"entry 3 {not_it}"),
        ([update(audit).where(audit.c.id == ids[2]).values(member_id=9)], f"entry 3 {not_it}"),
        ([delete(audit).where(audit.c.id == ids[2])], "entry 3 was deleted: its place is there, and it is not."),
        ([delete(table).where(table.c.id == ids[2]) for table in (audit, audit_chain)], "entry 3 is missing, and nothing tells why."),
        ([delete(table).where(table.c.id.in_(ids[:2])) for table in (audit, audit_chain)], "entries 1 to 2 are missing, and nothing tells why."),
        ([insert(audit).values(row), insert(audit_chain).values(place)], f"entry 6 {not_it}"),
        ([update(audit_chain).where(audit_chain.c.id == one).values(id=other) for one, other in moved], f"entry 2 {not_it}"),
        ([delete(table).where(table.c.id == ids[4]) for table in (audit, audit_chain)], "it ends at entry 4, and had 5: the newest were cut off."),
        ([], ""),
    ):  # fmt: skip
        assert re.sub(r" \(\d+ in “audit --csv”\)", "", tampered(team, *statements)) == problem


def test_a_tail_that_was_cut_off_with_care_is_found_by_the_end_that_was_written_down(team):
    end = verdict(team).head
    last = entries(team)[-1].id
    tamper(
        team, delete(audit).where(audit.c.id == last), delete(audit_chain).where(audit_chain.c.id == last),
        text(f"UPDATE meta SET value = '0 ' WHERE key = 'audit.head:{team.organisation_id}'"),  # noqa: S608
    )  # fmt: skip
    assert verdict(team).problem == ""
    told = team.database.survey(lambda o: o.audit_chain.differs(team.organisation_id, end))
    assert told == "it ends at entry 4, and had 5: the newest were cut off."


def test_a_chain_that_is_gone_whole_is_missed(team):
    chain = team.organisation_id
    ids = [entry.id for entry in entries(team)]
    tamper(team, delete(audit).where(audit.c.id.in_(ids)), delete(audit_chain).where(audit_chain.c.chain == chain))
    assert chain in team.database.survey(lambda o: o.audit_chain.chains())
    assert verdict(team).problem == "it ends at entry 0, and had 5: the newest were cut off."


def test_another_entry_in_the_place_of_one_that_was_written_down_is_found(team):
    kept = Head(3, "f" * 64)
    told = team.database.survey(lambda o: o.audit_chain.differs(team.organisation_id, kept))
    assert told == "entry 3 is not the one that stood there."


def test_an_act_that_was_reworded_is_found_and_one_without_its_salt_is_nobodys_to_test(team):
    first = entries(team)[0]
    salt, summary = team.database.survey(
        lambda o: o.connection.execute(select(acts.c.salt, acts.c.summary).where(acts.c.id == int(first.which))).one()
    )
    assert first.digest == digest_of(salt, summary)
    team.database.operate(lambda o: o.connection.execute(update(acts).values(summary="won Acme")))
    assert verdict(team).problem == f"act {first.which} is worded otherwise than it was recorded."
    team.database.operate(lambda o: o.connection.execute(update(acts).values(salt="")))
    assert verdict(team).problem == ""


def test_several_threads_make_one_chain(database):
    team = Team(database)
    places = [(name, number) for name in ("Tom", "Lena", "Omar", "Maria") for number in range(5)]

    def work(name: str) -> None:
        for who, number in places:
            if who == name:
                team.text(name, f"new {name}firm{number}")
                chain_up(database)

    threads = [threading.Thread(target=work, args=[name]) for name in ("Tom", "Lena", "Omar", "Maria")]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    chain_up(database)
    found = verdict(team)
    assert (found.checked, found.problem, len(entries(team))) == (20, "", 20)
    assert team.database.survey(lambda o: o.audit_chain.waiting()) == 0


def test_what_is_old_goes_from_the_front_alone_and_an_entry_tells_so(team):
    team.forward(days=100)
    team.text("Tom", "new Borealis")
    chain_up(team.database)
    purge = Purge(team.database, Keep(audit_months=2), team.clock)
    assert purge.run(team.clock())["audit"] == 5
    chain_up(team.database)
    assert [entry.action for entry in entries(team)] == ["new deal", "forget"]
    found = verdict(team)
    assert (found.checked, found.head.number, found.problem) == (2, 7, "")
    assert (found.forgotten.number, found.forgotten.newest_on) == (5, date(2026, 3, 12))
    newest = team.database.survey(lambda o: o.audit_chain.check(team.organisation_id, last=4))
    assert newest.problem == "", "the last ones begin before what is kept"
    assert purge.run(team.clock())["audit"] == 0
    tamper(
        team, delete(audit).where(audit.c.action == "new deal"), delete(audit_chain).where(audit_chain.c.number == 6)
    )
    assert verdict(team).problem == "entry 6 is missing, and nothing tells why."


def test_a_long_record_goes_in_few_parts(team):
    """Each part is told of by an entry, and each reads what goes and nothing behind it."""
    row = {"organisation_id": team.organisation_id, "at": team.clock(), "source": "page", "action": "done"}
    team.database.operate(lambda o: o.connection.execute(insert(audit), [row] * 6_000))
    chain_up(team.database)
    team.forward(days=100)
    team.text("Tom", "new Borealis")
    chain_up(team.database)
    asked = asked_by(team.database, lambda: Purge(team.database, Keep(audit_months=2), team.clock).run(team.clock()))
    chain_up(team.database)
    assert [entry.action for entry in entries(team)] == ["new deal", "forget", "forget"]
    assert verdict(team).problem == ""
    assert len(asked) < 60


def test_what_is_told_of_later_does_not_let_what_is_younger_go(team):
    team.forward(days=30)
    team.database.operate(lambda o: o.audit_chain.forget(team.clock() - timedelta(days=29), 2, team.clock()))
    with pytest.raises(DBAPIError, match="only added to"):
        team.database.operate(lambda o: o.connection.execute(delete(audit).where(audit.c.action == "done")))
    chain_up(team.database)
    assert (verdict(team).checked, verdict(team).problem) == (4, "")


def test_what_is_younger_than_a_month_goes_by_no_entry(team):
    """Whoever may write into the record could tell anything of what they remove, and of when."""
    assert team.database.operate(lambda o: o.audit_chain.forget(team.clock(), 5, team.clock())) == 0
    team.clock.at = system_clock()
    team.text("Tom", "new Borealis")
    chain_up(team.database)
    in_years = team.clock() + timedelta(days=900)
    told = Entry(in_years, "scheduler", FORGET, what="number", which="6", organisation_id=team.organisation_id)
    team.database.operate(lambda o: o.audit.write([told]))
    with pytest.raises(DBAPIError, match="only added to"):
        team.database.operate(lambda o: o.connection.execute(delete(audit)))
    assert len(entries(team)) == len(SAID) + 2


def test_where_a_record_begins_against_the_rule_somebody_removed_entries(team):
    assert team.database.survey(of_audit).state is State.ok
    team.forward(days=100)
    team.text("Tom", "new Borealis")
    chain_up(team.database)
    team.database.operate(lambda o: o.audit_chain.forget(team.clock() - timedelta(days=61), 5, team.clock()))
    chain_up(team.database)
    assert team.database.survey(lambda o: of_audit(o, 2)).state is State.ok
    for months, why in ((0, "KEEP_AUDIT_MONTHS is 0"), (12, "as young as Thu 2026-03-12")):
        told = team.database.survey(lambda o, months=months: of_audit(o, months))
        assert told.state is State.broken
        assert "somebody removed entries up to number 5" in told.what
        assert why in told.what


def test_a_rule_that_was_changed_since_is_not_held_against_what_went_by_the_one_before(team):
    """What went is judged by the rule that was noted before it went, never by what is set today."""
    team.forward(days=100)
    team.text("Tom", "new Borealis")
    chain_up(team.database)
    Purge(team.database, Keep(audit_months=2), team.clock).run(team.clock())
    for months, state in ((2, State.ok), (12, State.look), (0, State.look)):
        assert team.database.survey(lambda o, m=months: of_audit(o, m)).state is state, "set, and not noted yet"
    team.forward(days=1)
    Purge(team.database, Keep(audit_months=12), team.clock).run(team.clock())
    Purge(team.database, Keep(audit_months=12), team.clock).run(team.clock())
    chain_up(team.database)
    told = team.database.survey(lambda o: of_audit(o, 12))
    assert (told.state, "by a rule of 2 months that the record tells; now 12 months stays" in told.what) == (
        State.look,
        True,
    )
    noted = team.database.survey(
        lambda o: [e.which for e in o.audit_chain.entries(None, None, None) if e.action == KEEP]
    )
    assert noted == ["2 2", "2 12"], "once for each change"


def test_what_goes_behind_a_rule_that_was_noted_went_against_it(team):
    Purge(team.database, Keep(audit_months=12), team.clock).run(team.clock())
    team.forward(days=100)
    team.text("Tom", "new Borealis")
    chain_up(team.database)
    team.database.operate(lambda o: o.audit_chain.forget(team.clock() - timedelta(days=29), 3, team.clock()))
    for months in (1, 12):
        told = team.database.survey(lambda o, m=months: of_audit(o, m))
        assert (told.state, "FOLLOWTHROUGH_KEEP_AUDIT_MONTHS=12 keeps" in told.what) == (State.broken, True)


def test_an_entry_that_is_no_rule_is_none(team):
    team.database.operate(lambda o: o.audit.tell(KEEP, team.clock(), what="months", which="for ever"))
    assert team.database.survey(of_audit).state is State.ok


def test_a_rule_goes_by_its_own_age_and_the_one_that_holds_is_noted_anew(team):
    Purge(team.database, Keep(audit_months=2), team.clock).run(team.clock())
    team.forward(days=100)
    for _ in range(2):
        team.text("Tom", "deals")
        team.text("Tom", f"new Borealis {_}")
        chain_up(team.database)
        Purge(team.database, Keep(audit_months=2), team.clock).run(team.clock())
    Purge(team.database, Keep(audit_months=12), team.clock).run(team.clock())
    noted = team.database.survey(
        lambda o: [e.which for e in o.audit_chain.entries(None, None, None) if e.action == KEEP]
    )
    assert noted[-2:] == ["2 2", "2 12"], "what went before is not taken to have gone by twelve"


def test_what_is_put_in_far_behind_the_newest_is_found(team):
    row = {"organisation_id": team.organisation_id, "at": team.clock(), "source": "page", "action": "won"}
    team.database.operate(lambda o: o.connection.execute(insert(audit).values(row | {"id": 30_000})))
    chain_up(team.database)
    assert team.database.survey(of_audit).state is State.ok
    team.database.operate(lambda o: o.connection.execute(insert(audit).values(row | {"id": 19_000})))
    assert chain_up(team.database) == 0
    told = team.database.survey(of_audit)
    assert (told.state, told.what) == (
        State.broken, "1 entry stands far behind the newest without a place in a chain (id 19000): somebody put that in, not the bot",
    )  # fmt: skip


def test_an_act_that_was_told_more_of_is_no_other_one_until_that_has_its_place(team):
    """As an import, which says at its end what came in."""
    maria = team.member("Maria").id
    begun = team.database.write(team.organisation_id, lambda s: s.acts.begin(maria, team.clock(), "imported"))
    chain_up(team.database)
    team.database.write(team.organisation_id, lambda s: s.acts.describe(begun, "imported 20 deals"))
    assert verdict(team).problem == ""
    chain_up(team.database)
    assert verdict(team).problem == ""
    team.database.operate(
        lambda o: o.connection.execute(update(acts).where(acts.c.id == begun).values(summary="imported 1 deal"))
    )
    assert "worded otherwise" in verdict(team).problem


def test_the_servers_own_acts_have_a_chain_of_their_own(team):
    at = datetime(2026, 3, 1, tzinfo=UTC)
    team.database.operate(lambda o: o.audit.tell("restored", at))
    team.database.operate(lambda o: o.workspaces.connect(team.organisation_id, "slack", "T1", "Ray", "", "", at))
    team.database.operate(lambda o: o.workspaces.stop("slack", "T1", at))
    chain_up(team.database)
    assert (verdict(team, 0).checked, verdict(team, 0).problem) == (1, "")
    installed = [(e.action, e.source, e.which) for e in entries(team)[-2:]]
    assert installed == [("install", "slack", "slack:T1"), ("uninstall", "slack", "slack:T1")]


def test_a_workspace_that_is_connected_already_is_no_act_and_whatever_is_new_of_it_is(team):
    """A web and a worker that start together say the same, and so does each start."""

    def connect(name: str = "Ray", sealed: str = "") -> None:
        told = (team.organisation_id, "slack", "T1", name, "{}", sealed, team.clock())
        team.database.operate(lambda o: o.workspaces.connect(*told))

    def installs() -> int:
        return len([one for one in entries(team) if one.action == "install"])

    connect()
    connect()
    assert installs() == 1
    connect(sealed="another token")
    connect(name="Ray & Sons")
    assert installs() == 3
    team.database.operate(lambda o: o.workspaces.stop("slack", "T1", team.clock()))
    threads = [threading.Thread(target=connect) for _ in range(4)]
    for one in threads:
        one.start()
    for one in threads:
        one.join()
    assert installs() == 4


def test_a_command_beside_the_bot_is_put_down_by_the_bot(team):
    told = Entry(team.clock(), "cli", "export", what="organisation", organisation_id=team.organisation_id)
    tell_beside(team.database.url, told)
    chain_up(team.database)
    chain_up(team.database)
    assert [(e.action, e.source) for e in entries(team)[-1:]] == [("export", "cli")]
    assert len(entries(team)) == len(SAID) + 1


def test_a_note_that_broke_off_holds_up_no_other(team, tmp_path):
    path = tmp_path / "bot.sqlite3"
    leave(path, Entry(team.clock(), "cli", "export", what="organisation", organisation_id=team.organisation_id))
    (tmp_path / "bot.sqlite3.audit-note-0").write_text('{"at": "2026-03', encoding="utf-8")
    assert [note.entry.action for note in taken(path)] == ["export"]
    assert (tmp_path / "bot.sqlite3.audit-bad-0").read_text("utf-8") == '{"at": "2026-03'


def test_a_note_that_is_left_while_others_are_taken_waits_for_the_next_time(team, tmp_path):
    """Between reading what was left and forgetting it somebody leaves one more."""
    path = tmp_path / "bot.sqlite3"
    told = Entry(team.clock(), "cli", "export", what="organisation", organisation_id=team.organisation_id)
    leave(path, told)
    first = taken(path)
    leave(path, replace(told, what="person"))
    forget(first)
    assert [note.entry.what for note in taken(path)] == ["person"]


def test_of_notes_that_many_leave_while_they_are_taken_none_is_lost(team, tmp_path):
    path, found = tmp_path / "bot.sqlite3", []
    told = Entry(team.clock(), "cli", "export", organisation_id=team.organisation_id)
    ended = threading.Event()

    def take() -> None:
        while not ended.is_set():
            notes = taken(path)
            found.extend(note.entry.which for note in notes)
            forget(notes)

    def write(who: int) -> None:
        for number in range(40):
            leave(path, replace(told, which=f"{who * 100 + number}"))

    taking = threading.Thread(target=take)
    writing = [threading.Thread(target=write, args=[who]) for who in range(3)]
    for thread in (taking, *writing):
        thread.start()
    for thread in writing:
        thread.join()
    ended.set()
    taking.join()
    found += [note.entry.which for note in taken(path)]
    assert sorted(map(int, found)) == [who * 100 + number for who in range(3) for number in range(40)]


def test_a_role_that_owns_nothing_cannot_change_it_and_keeps_it_all_the_same(empty_of_two):
    """As docs/operations.md sets the roles up: the one migrates, the other runs."""
    owner, url = empty_of_two
    owner.migrate()
    assert owner.survey(lambda o: o.audit_chain.right_to_change()) is Right.owns
    database = Database(url)
    try:
        database.migrate()
        team = Team(database)
        for line in SAID:
            team.text("Tom", line)
        assert chain_up(database) == 5
        assert database.survey(lambda o: o.audit_chain.right_to_change()) is Right.none
        for statement in (delete(audit), update(audit).values(action=""), delete(audit_chain), text("TRUNCATE audit")):
            with pytest.raises(DBAPIError, match="permission denied"):
                database.operate(lambda o, s=statement: o.connection.execute(s))
        team.forward(days=100)
        team.text("Tom", "new Borealis")
        chain_up(database)
        assert Purge(database, Keep(audit_months=2), team.clock).run(team.clock())["audit"] == 5
        assert verdict(team).problem == ""
        assert verdict(team).forgotten.newest_on == date(2026, 3, 12)
        told = Entry(team.clock(), "scheduler", FORGET, what="number", which="6", organisation_id=team.organisation_id)
        with pytest.raises(DBAPIError, match="by audit_forget alone"):
            database.operate(lambda o: o.audit.write([told]))
        Purge(database, Keep(audit_months=24), team.clock).run(team.clock())
        chain_up(database)
        lied = text("SELECT audit_forget(:chain, 6, '2099-01-01')")
        database.operate(lambda o: o.connection.execute(lied, {"chain": team.organisation_id}))
        assert verdict(team).forgotten.at <= system_clock()
        assert "somebody removed entries" in database.survey(lambda o: of_audit(o, 24)).what
    finally:
        database.close()


@pytest.mark.parametrize("command", [("run", "--role", "web"), ("migrate",), ("admin", "rita@acme.com")], ids=" ".join)
def test_before_the_owner_has_migrated_the_bots_role_is_told_so(empty_of_two, tmp_path, command):
    _, url = empty_of_two
    settings = {"FOLLOWTHROUGH_DATABASE_URL": url}
    done = run(tmp_path, *command, **settings)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.endswith(
        f"This role ({make_url(url).username}) may not make or change the tables. Run “followthrough migrate” as the role that"
        " owns them: docs/operations.md, part 3. Where that was done, the rights of part 2 are missing.\n"
    ), done.stderr
    told = " ".join(run(tmp_path, "doctor", **settings).stdout.split())
    assert "is empty → followthrough migrate, as the role that owns the tables: docs/operations.md, part 3" in told


def test_rights_that_a_restore_granted_again_are_seen_and_taken_back_by_the_owner(empty_of_two, tmp_path):
    """Tables that are made anew have the default privileges again, whatever the migration took."""
    owner, url = empty_of_two
    owner.migrate()
    role = make_url(url).username
    owner.operate(lambda o: o.connection.execute(text(f"GRANT UPDATE, DELETE ON audit, audit_chain TO {role}")))
    database = Database(url)
    try:
        refused = run(tmp_path, "migrate", FOLLOWTHROUGH_DATABASE_URL=url)  # nothing that the bot's own role could mend
        assert (refused.returncode, refused.stdout) == (1, "")
        assert "this role may change or delete entries of the audit record" in refused.stderr
        assert "as the role that owns the tables" in refused.stderr
        told = database.survey(of_audit)
        assert told.state is State.look
        assert "followthrough migrate" in told.todo
        owner.migrate()
        assert run(tmp_path, "migrate", FOLLOWTHROUGH_DATABASE_URL=url).stdout == "The database is up to date.\n"
        assert database.survey(of_audit).state is State.ok
    finally:
        database.close()


def test_doctor_names_a_guard_that_somebody_took_away(team):
    assert team.database.survey(of_audit).state is State.ok
    assert team.database.survey(lambda o: o.audit_chain.missing_guards()) == ()

    def without_one(operator) -> None:
        table = " ON audit" if operator.connection.dialect.name == "postgresql" else ""
        operator.connection.execute(text(f"DROP TRIGGER audit_no_update{table}"))

    team.database.operate(without_one)
    told = team.database.survey(of_audit)
    assert (told.state, told.what.endswith("but what refuses a change is gone: audit_no_update")) == (State.look, True)
