"""The store's promises, on SQLite and on PostgreSQL alike."""

from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from sqlalchemy import event, text

from bot.model import Address, DecisionKind, Outcome, Result, Role, Side, TurnKind
from bot.store import Database, Listed, Store

NOW = datetime(2026, 3, 12, 14, tzinfo=UTC)
TODAY = NOW.date()


@pytest.fixture
def organisation(database: Database) -> int:
    return _organisation(database, "Northlight")


def _organisation(database: Database, name: str) -> int:
    made = database.operate(lambda operator: operator.create_organisation(name))
    database.write(made, lambda store: store.members.add(f"{name} Tom", Role.rep, "Europe/London"))
    return made


def _tom(store: Store) -> int:
    return store.members.all()[0].id


def _deal(store: Store, company: str = "Acme", **more: object) -> int:
    act_id = store.acts.begin(_tom(store), NOW, f"created {company}")
    deal_id = store.deals.create(act_id, NOW, NOW.date(), company=company, owner_id=_tom(store), **more)
    store.refresh([deal_id], TODAY)
    return deal_id


def _touch(store: Store, deal_id: int, said: str = "yes", at: datetime = NOW) -> int:
    act_id = store.acts.begin(_tom(store), at, "logged a call")
    touch = (act_id, deal_id, _tom(store), at, at.date(), Outcome.connected, Result.continuation)
    store.history.add_touch(*touch, said=said)
    store.refresh([deal_id], TODAY)
    return act_id


def test_everything_recorded_comes_back_as_it_was(database, organisation):
    def record(store: Store) -> int:
        deal_id = _deal(store, title="40 seats", closes_on=date(2026, 6, 1), value="1200.50")
        act_id = _touch(store, deal_id, "“yes” <!channel> 🙂")
        store.history.add_commitment(act_id, deal_id, Side.theirs, "sign", TODAY, due_on=date(2026, 3, 20))
        promise = store.history.of(deal_id).commitments[0]
        store.history.add_turn(act_id, promise, TODAY, TurnKind.moved, due_on=date(2026, 3, 27), moved_by=Side.theirs)
        store.history.add_next_step(act_id, deal_id, TODAY, "demo", date(2026, 3, 17), at="10:00", purpose="see it")
        store.history.add_decision(act_id, deal_id, _tom(store), TODAY, DecisionKind.later, until_on=date(2026, 3, 16))
        store.history.add_contact(act_id, deal_id, "Dana Reyes", phone="555 0101")
        return deal_id

    deal_id = database.write(organisation, record)
    history = database.read(organisation, lambda store: store.history.of(deal_id))
    assert (history.deal.company, history.deal.title, history.deal.value) == ("Acme", "40 seats", "1200.50")
    assert history.deal.closes_on == date(2026, 6, 1)
    assert history.touches[0].said == "“yes” <!channel> 🙂"
    assert history.touches[0].at == NOW
    assert history.touches[0].at.utcoffset() == timedelta()
    assert history.commitments[0].due_on == date(2026, 3, 27)
    assert history.commitments[0].moves == 1
    assert history.next_steps[0].at == "10:00"
    assert history.decisions[0].until_on == date(2026, 3, 16)
    assert history.contacts[0].phone == "555 0101"


def test_an_instant_of_any_zone_is_the_same_instant_and_a_naive_one_is_refused(database, organisation):
    there = datetime(2026, 3, 12, 16, tzinfo=timezone(timedelta(hours=2)))
    act_id = database.write(organisation, lambda store: store.acts.begin(_tom(store), there, "x"))
    assert database.read(organisation, lambda store: store.acts.one(act_id)).at == NOW
    with pytest.raises(Exception, match="an instant needs a zone"):
        database.write(organisation, lambda store: store.acts.begin(_tom(store), NOW.replace(tzinfo=None), "x"))


def test_another_organisation_finds_nothing_even_by_guessed_numbers(database, organisation):
    deal_id = database.write(organisation, _deal)
    act_id = database.write(organisation, lambda store: _touch(store, deal_id))
    other = _organisation(database, "Rival")
    everybody = frozenset(range(100))

    def look(store: Store) -> list[object]:
        return [
            store.deals.one(deal_id, everybody), store.history.of(deal_id), store.acts.one(act_id),
            store.deals.named(everybody) or None, store.members.one(1), store.deals.due([1], date(2027, 1, 1)) or None,
            store.promises.one(1, everybody), store.digests.one(1),
        ]  # fmt: skip

    assert database.read(other, look) == [None] * 8
    database.write(other, lambda store: store.acts.undo(act_id, 1, NOW))
    assert database.read(organisation, lambda store: store.history.of(deal_id)).touches


def test_row_level_security_alone_keeps_organisations_apart(postgres_url, open_database):
    """Without any condition in the query, the database itself hides the others' rows."""
    database = open_database(postgres_url)
    first, second = _organisation(database, "One"), _organisation(database, "Two")
    count = text("SELECT count(*) FROM members")
    assert database.read(first, lambda store: store.connection.execute(count).scalar_one()) == 1
    assert database.read(second, lambda store: store.connection.execute(count).scalar_one()) == 1
    assert database.operate(lambda operator: operator.connection.execute(count).scalar_one()) == 2


def test_every_table_of_an_organisation_has_the_one_rule(postgres_url, open_database):
    """A later table says it as the others do: the planner is told by how it is written how many rows pass."""
    database = open_database(postgres_url)
    told = text("SELECT tablename, qual FROM pg_policies WHERE policyname = 'own_organisation'")
    rows = database.operate(lambda operator: operator.connection.execute(told).all())
    rules = {row.tablename: row.qual for row in rows}
    assert len(rules) >= 28
    assert len(set(rules.values())) == 1
    assert next(iter(rules.values())).startswith("COALESCE(")


def test_a_reference_cannot_leave_its_organisation(database, organisation):
    deal_id = database.write(organisation, _deal)
    other = _organisation(database, "Rival")
    with pytest.raises(Exception, match=r"(?i)foreign key"):
        database.write(other, lambda store: _touch(store, deal_id))


def test_undo_hides_what_the_act_made(database, organisation):
    deal_id = database.write(organisation, _deal)
    act_id = database.write(organisation, lambda store: _touch(store, deal_id))

    def undo(store: Store) -> None:
        undone = store.acts.undo(act_id, _tom(store), NOW)
        assert undone.gone | undone.others == {deal_id}
        store.refresh(sorted(undone.others), TODAY)

    database.write(organisation, undo)
    assert database.read(organisation, lambda store: store.history.of(deal_id)).touches == ()
    assert database.read(organisation, lambda store: store.acts.last_of(_tom(store))).summary == "created Acme"


def test_a_deal_outlives_the_undo_of_its_making_when_others_worked_on_it(database, organisation):
    deal_id, lonely = (database.write(organisation, lambda store, c=c: _deal(store, c)) for c in ("Acme", "Lonely"))
    made = database.read(organisation, lambda store: store.history.of(deal_id)).deal
    database.write(organisation, lambda store: _touch(store, deal_id))

    def undo_both(store: Store) -> list[tuple[int, ...]]:
        kept = []
        for act_id in (1, 2):
            undone = store.acts.undo(act_id, _tom(store), NOW)
            store.refresh(sorted(undone.others), TODAY)
            kept.append(undone.kept)
        return kept

    assert database.write(organisation, undo_both) == [(deal_id,), ()]
    assert database.read(organisation, lambda store: store.history.of(deal_id)).deal == made
    assert database.read(organisation, lambda store: store.history.of(lonely)) is None


def test_a_rename_is_undone_like_anything_else(database, organisation):
    deal_id = database.write(organisation, _deal)

    def rename(store: Store) -> int:
        act_id = store.acts.begin(_tom(store), NOW, "renamed")
        store.deals.change(act_id, deal_id, company="Acme Group")
        store.refresh([deal_id], TODAY)
        return act_id

    act_id = database.write(organisation, rename)
    assert database.read(organisation, lambda store: store.history.of(deal_id)).deal.company == "Acme Group"

    def undo(store: Store) -> None:
        store.acts.undo(act_id, _tom(store), NOW)
        store.refresh([deal_id], TODAY)

    database.write(organisation, undo)
    assert database.read(organisation, lambda store: store.history.of(deal_id)).deal.company == "Acme"


def test_a_digest_is_decided_once_for_a_member_and_a_date(database, organisation):
    def decide(store: Store) -> dict[int, int]:
        return store.digests.send([Listed(_tom(store), TODAY, NOW, "{}")], NOW)

    first = database.write(organisation, decide)
    assert first
    assert database.write(organisation, decide) == {}
    last = database.read(organisation, lambda store: store.digests.last_of(_tom(store)))
    assert first == {last.member_id: last.id}


def test_an_inbound_key_is_remembered_once(database, organisation):
    def remember(store: Store) -> None:
        store.answered.remember(["slack:Ev1"], _tom(store), NOW, None, '{"title": "done"}')

    database.write(organisation, remember)
    earlier = database.read(
        organisation, lambda store: store.answered.before(1, ("slack:Ev1", None), (None, None), NOW)
    )
    assert (earlier.at, earlier.reply_json) == (NOW, '{"title": "done"}')
    with pytest.raises(Exception, match=r"(?i)unique"):
        database.write(organisation, remember)


def test_a_parcel_is_claimed_by_one_and_comes_back_when_its_lease_ends(database, organisation):
    def queue(store: Store) -> int:
        store.identities.add(_tom(store), Address("local", "local", "1"))
        return store.outbox.put(_tom(store), "digest", "digest:1", "{}", NOW)

    assert database.write(organisation, queue) == 1
    lease = timedelta(seconds=90)
    claimed = database.operate(lambda operator: operator.claim(NOW, lease))
    assert [(parcel.key, parcel.attempts, parcel.uncertain) for parcel in claimed] == [("digest:1", 1, False)]
    assert database.operate(lambda operator: operator.claim(NOW, lease)) == []
    again = database.operate(lambda operator: operator.claim(NOW + lease, lease))
    assert [(parcel.attempts, parcel.uncertain) for parcel in again] == [(1, False)]  # nobody had begun
    assert database.operate(lambda operator: operator.hold(claimed[0], NOW + lease, NOW)) is None
    assert database.operate(lambda operator: operator.hold(again[0], NOW + 2 * lease, NOW + lease))
    again = database.operate(lambda operator: operator.claim(NOW + 2 * lease, lease))
    assert [(parcel.attempts, parcel.uncertain) for parcel in again] == [(2, True)]
    database.operate(lambda operator: operator.settle(again[0], "sent", NOW, provider_ref="r"))
    assert database.operate(lambda operator: operator.claim(NOW + 9 * lease, lease)) == []
    assert [sent.key for sent in database.read(organisation, lambda s: s.outbox.sent_to(_tom(s)))] == ["digest:1"]


def test_many_histories_cost_as_many_statements_as_one(database, organisation):
    ids = database.write(organisation, lambda store: [_deal(store, f"Deal {n}") for n in range(40)])
    for deal_id in ids[:10]:
        database.write(organisation, lambda store, deal_id=deal_id: _touch(store, deal_id))

    def statements(wanted: list[int]) -> int:
        seen: list[str] = []

        def work(store: Store) -> None:
            event.listen(store.connection, "before_cursor_execute", lambda *args: seen.append(args[2]))
            assert len(store.history.many(wanted)) == len(wanted)

        database.read(organisation, work)
        return len(seen)

    assert statements(ids) == statements(ids[:1])


def test_only_open_deals_of_the_owner_are_due(database, organisation):
    deal_id = database.write(organisation, _deal)
    database.write(organisation, lambda store: _touch(store, deal_id))
    due = lambda day: database.read(organisation, lambda store: store.deals.due([_tom(store)], day))  # noqa: E731
    assert due(date(2026, 3, 18)) == ()
    assert due(date(2026, 3, 19)) == (deal_id,)
    assert database.read(organisation, lambda store: store.deals.due([99], date(2026, 3, 19))) == ()

    def win(store: Store) -> None:
        act_id = store.acts.begin(_tom(store), NOW, "won")
        store.history.add_decision(act_id, deal_id, _tom(store), TODAY, DecisionKind.won)
        store.refresh([deal_id], TODAY)

    database.write(organisation, win)
    assert due(date(2026, 12, 19)) == ()


def test_recompute_finds_and_mends_what_was_tampered_with(database, organisation):
    deal_id = database.write(organisation, _deal)
    database.write(organisation, lambda store: _touch(store, deal_id))
    assert database.write(organisation, lambda store: store.recompute()) == 0
    tamper = text("UPDATE deals SET why = 'because', unanswered = 7")
    database.write(organisation, lambda store: store.connection.execute(tamper))
    assert database.write(organisation, lambda store: store.recompute()) == 1
    assert database.write(organisation, lambda store: store.recompute()) == 0
