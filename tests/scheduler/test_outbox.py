"""Sending: each refusal has its right end, and nothing uncertain is sent twice blindly."""

import asyncio
import json
from datetime import timedelta

import pytest
from sqlalchemy import select

from bot.cards import Card
from bot.model import Address, Identity, Reach, Role
from bot.store.tables import outbox
from bot.wire import as_json
from scheduler import patience
from scheduler.fates import DeliveryError, Fate
from scheduler.outbox import send_due
from tests.settled import settled
from tests.statements import asked_by
from tests.team import Team

CARD = json.dumps(as_json(Card("Good morning")))


@pytest.fixture
@settled
def team(database) -> Team:
    made = Team(database)
    tom = made.member("Tom").id
    made.database.write(made.organisation_id, lambda store: store.outbox.put(tom, "digest", "x", CARD, made.clock()))
    return made


def _send(team: Team, deliver) -> int:
    return asyncio.run(send_due(team.database, {"local": deliver}, team.clock))


def _row(team: Team):
    return team.database.operate(lambda operator: operator.connection.execute(select(outbox)).one())


def _rows(team: Team) -> dict[str, tuple[str, str]]:
    rows = team.database.operate(lambda operator: operator.connection.execute(select(outbox)).all())
    return {row.key: (row.state, row.error) for row in rows}


def _put(team: Team, name: str, *keys: str, card: str = CARD) -> None:
    who = team.member(name).id
    for key in keys:
        team.database.write(
            team.organisation_id, lambda store, key=key: store.outbox.put(who, "digest", key, card, team.clock())
        )


def _elsewhere(team: Team) -> None:
    """Zoe, in a workspace of her own."""

    def write(store):
        store.identities.add(store.members.add("Zoe Ray", Role.rep, "UTC"), Address("local", "elsewhere", "9"))

    team.database.write(team.organisation_id, write)


def _refusing(error: Exception, calls: list[str]):
    async def deliver(_parcel, card) -> str:
        calls.append(card.title)
        raise error

    return deliver


def test_a_message_arrives_once(team):
    calls: list[str] = []

    async def deliver(parcel, card) -> str:
        calls.append(f"{parcel.address.platform} {card.title}")
        return "ref 1"

    assert _send(team, deliver) == 1
    assert _send(team, deliver) == 0
    assert calls == ["local Good morning"]
    assert (_row(team).state, _row(team).provider_ref) == ("sent", "ref 1")


def test_what_was_surely_not_sent_is_tried_again_later_and_not_before(team):
    calls: list[str] = []
    refusing = _refusing(DeliveryError(Fate.not_sent, "refused", retry_after=timedelta(seconds=30)), calls)
    assert _send(team, refusing) == 0
    assert _send(team, refusing) == 0
    assert len(calls) == 1
    team.forward(seconds=31)
    _send(team, refusing)
    assert len(calls) == 2
    assert _row(team).state == "pending"


def test_after_eight_tries_it_is_put_aside_with_its_reason(team):
    calls: list[str] = []
    for _ in range(12):
        _send(team, _refusing(DeliveryError(Fate.not_sent, "still closed"), calls))
        team.forward(hours=2)
    assert len(calls) == 8
    assert (_row(team).state, _row(team).error) == ("dead", "still closed")


@pytest.mark.parametrize(("fate", "state"), [(Fate.permanent, "dead"), (Fate.stopped, "stopped")])
def test_a_final_refusal_is_never_repeated(team, fate, state):
    calls: list[str] = []
    for _ in range(3):
        _send(team, _refusing(DeliveryError(fate, "gone"), calls))
        team.forward(hours=2)
    assert len(calls) == 1
    assert _row(team).state == state


def test_who_cannot_be_reached_is_marked_with_the_reason_until_a_message_arrives(team):
    async def arrives(_parcel, _card) -> str:
        return "ref"

    def tom() -> Identity:
        who = team.member("Tom").id
        return team.database.read(team.organisation_id, lambda store: store.identities.of(who))[0]

    _send(team, _refusing(DeliveryError(Fate.permanent, "cannot_dm_bot"), []))
    assert (tom().reach, tom().why) == (Reach.unreachable, "cannot_dm_bot")
    team.database.write(
        team.organisation_id, lambda store: store.outbox.put(team.member("Tom").id, "digest", "y", CARD, team.clock())
    )
    assert _send(team, arrives) == 1
    assert (tom().reach, tom().why) == (Reach.fine, "")


def test_an_uncertain_try_comes_back_after_a_minute_and_says_since_when(team):
    """So that the adapter can look whether it arrived before anything is sent a second time."""
    seen: list[tuple[bool, object]] = []
    first_try = team.clock()

    async def unsure(parcel, _card) -> str:
        seen.append((parcel.uncertain, parcel.tried_at))
        if len(seen) == 1:
            raise DeliveryError(Fate.uncertain, "connection lost")
        return "found"

    _send(team, unsure)
    assert _row(team).state == "uncertain"
    team.forward(seconds=59)
    assert _send(team, unsure) == 0
    team.forward(seconds=1)
    assert _send(team, unsure) == 1
    assert [uncertain for uncertain, _ in seen] == [False, True]
    assert seen[1][1] == first_try


def test_waiting_for_the_platforms_own_wish_is_no_attempt(team):
    calls: list[str] = []
    for _ in range(20):
        _send(team, _refusing(DeliveryError(Fate.not_sent, "ratelimited", timedelta(seconds=30)), calls))
        team.forward(seconds=31)
    assert len(calls) == 20
    assert (_row(team).state, _row(team).attempts) == ("pending", 0)


def test_one_workspace_does_not_wait_for_another(team):
    """A workspace whose platform is slow holds up nobody else's morning."""
    order: list[str] = []
    _elsewhere(team)
    _put(team, "Zoe", "z")
    let_go = asyncio.Event()

    async def deliver(parcel, _card) -> str:
        if parcel.address.workspace == "elsewhere":
            let_go.set()
        else:
            await let_go.wait()
        order.append(parcel.address.workspace)
        return "ref"

    assert _send(team, deliver) == 2
    assert order[0] == "elsewhere"


def test_a_workspace_with_a_long_queue_holds_up_no_other(team):
    """More than is claimed at once waits in one workspace, and has waited longer than what waits in another."""
    _elsewhere(team)
    _put(team, "Tom", *(f"parcel {number}" for number in range(120)))
    team.forward(seconds=1)
    _put(team, "Zoe", "z")
    let_go = asyncio.Event()

    async def deliver(parcel, _card) -> str:
        if parcel.address.workspace == "elsewhere":
            let_go.set()
        elif not let_go.is_set():
            async with asyncio.timeout(2):
                await let_go.wait()
        return "ref"

    assert _send(team, deliver) == 122


def test_no_answer_in_time_is_uncertain(team, monkeypatch):
    monkeypatch.setattr(patience, "DEADLINE_SECONDS", 0.05)

    async def hanging(_parcel, _card) -> str:
        await asyncio.Event().wait()
        return ""

    assert _send(team, hanging) == 0
    assert _row(team).state == "uncertain"


def test_what_stays_uncertain_is_called_unknown_in_the_end(team):
    for _ in range(12):
        _send(team, _refusing(DeliveryError(Fate.uncertain, "no answer"), []))
        team.forward(hours=2)
    assert (_row(team).state, _row(team).attempts) == ("unknown", patience.MOST_ATTEMPTS)


def test_a_platform_that_is_gone_stops_its_messages(team):
    assert asyncio.run(send_due(team.database, {}, team.clock)) == 0
    assert _row(team).state == "stopped"


def test_an_unknown_error_holds_up_nobody_behind_it_and_is_uncertain(team):
    """What broke may have come after the platform took it: it is looked for, and unknown in the end."""
    _put(team, "Tom", "behind 1", "behind 2")
    calls: list[str] = []

    async def poisoned(parcel, card) -> str:
        calls.append(parcel.key)
        if parcel.key == "x":
            raise ValueError(card.title)
        return "ref"

    assert _send(team, poisoned) == 2
    assert calls == ["x", "behind 1", "behind 2"]
    assert _rows(team) == {
        "x": ("uncertain", "unexpected ValueError"), "behind 1": ("sent", ""), "behind 2": ("sent", "")
    }  # fmt: skip
    for _ in range(12):
        team.forward(hours=2)
        _send(team, poisoned)
    assert _rows(team)["x"] == ("unknown", "unexpected ValueError")
    assert calls.count("x") == patience.MOST_ATTEMPTS


@pytest.mark.parametrize("unreadable", ["{not json", "[]", '{"title": 3}', '{"blocks": [{"kind": "hologram"}]}'])
def test_a_card_that_cannot_be_read_is_put_aside_without_a_try(team, unreadable):
    _put(team, "Tom", "bad", card=unreadable)
    _put(team, "Tom", "behind")
    calls: list[str] = []

    async def deliver(parcel, _card) -> str:
        calls.append(parcel.key)
        return "ref"

    assert _send(team, deliver) == 2
    assert calls == ["x", "behind"]
    assert _rows(team)["bad"] == ("dead", "unreadable card")


def test_a_fault_in_one_workspace_lets_the_others_finish(team):
    """A delivery that breaks at once must not leave a slower one behind, unfinished."""
    _elsewhere(team)
    _put(team, "Zoe", "z")

    async def deliver(parcel, _card) -> str:
        if parcel.address.workspace == "local":
            raise KeyError("bug")
        await asyncio.sleep(0.05)
        return "ref"

    assert _send(team, deliver) == 1


def test_a_refusal_in_odd_characters_is_stored_as_well(team):
    _send(team, _refusing(DeliveryError(Fate.permanent, "go\x00ne"), []))
    assert (_row(team).state, _row(team).error) == ("dead", "gone")


def test_two_senders_and_a_slow_platform_deliver_each_message_once(postgres_url, open_database):
    """Twelve calls of 19 seconds outlast one lease; a second process asks for work at the end of each of them."""
    team = Team(open_database(postgres_url))
    elsewhere = open_database(postgres_url)
    keys = [f"parcel {number:02}" for number in range(12)]
    _put(team, "Tom", *keys)
    calls: list[str] = []

    async def quick(parcel, _card) -> str:
        calls.append(parcel.key)
        return "ref"

    async def slow(parcel, _card) -> str:
        calls.append(parcel.key)
        team.forward(seconds=19)
        await send_due(elsewhere, {"local": quick}, team.clock)
        return "ref"

    _send(team, slow)
    assert sorted(calls) == keys
    assert {state for state, _ in _rows(team).values()} == {"sent"}


def test_who_has_lost_the_lease_changes_nothing_any_more(team):
    """A sender that slept through its lease must not call back what another has sent."""
    claim = lambda: team.database.operate(lambda operator: operator.claim(team.clock(), patience.LEASE))[0]  # noqa: E731
    first = claim()
    team.forward(seconds=91)
    second = claim()
    team.database.operate(lambda operator: operator.settle(first, "pending", team.clock(), retry_at=team.clock()))
    assert _row(team).state == "sending"
    assert (
        team.database.operate(lambda operator: operator.hold(first, team.clock() + patience.LEASE, team.clock()))
        is None
    )
    assert (
        team.database.operate(lambda operator: operator.hold(second, team.clock() + patience.LEASE, team.clock()))
        is not None
    )


def test_the_lease_is_longer_than_a_call_may_take():
    assert patience.DEADLINE_SECONDS < patience.LOOK_BACK.total_seconds() < patience.LEASE.total_seconds()


@pytest.mark.parametrize("fate", [Fate.permanent, Fate.refused, Fate.stopped])
def test_what_may_have_arrived_is_never_called_undelivered(team, fate):
    """Refused at the second try says nothing of the first."""
    _send(team, _refusing(DeliveryError(Fate.uncertain, "connection lost"), []))
    team.forward(seconds=61)
    _send(team, _refusing(DeliveryError(fate, "gone"), []))
    assert (_row(team).state, _row(team).error) == ("unknown", "gone")


def test_a_look_back_that_is_never_answered_ends_as_unknown(team):
    _send(team, _refusing(DeliveryError(Fate.uncertain, "connection lost"), []))
    for _ in range(12):
        team.forward(hours=2)
        _send(team, _refusing(DeliveryError(Fate.not_sent, "not_connected"), []))
    assert _row(team).state == "unknown"


def test_a_workspace_that_goes_leaves_its_messages_stopped_or_unknown(team):
    _put(team, "Tom", "later")
    calls: list[str] = []

    async def unsure_once(parcel, _card) -> str:
        calls.append(parcel.key)
        raise DeliveryError(Fate.uncertain if len(calls) == 1 else Fate.not_sent, "no answer")

    _send(team, unsure_once)
    team.database.operate(lambda operator: operator.workspaces.stop("local", "local", team.clock()))
    assert {key: state for key, (state, _) in _rows(team).items()} == {"x": "unknown", "later": "stopped"}


@pytest.mark.parametrize("many", [1, 30])
def test_however_many_lists_wait_in_a_workspace_that_goes_they_find_another_place_at_once(team, many):
    tom = team.member("Tom").id
    team.database.write(
        team.organisation_id, lambda store: store.identities.add(tom, Address("local", "elsewhere", "7"))
    )
    _put(team, "Tom", *map(str, range(1, many)))
    team.database.operate(
        lambda o: o.workspaces.connect(team.organisation_id, "local", "local", "", "", "", team.clock())
    )
    asked = asked_by(
        team.database,
        lambda: team.database.operate(lambda o: o.workspaces.stop("local", "local", team.clock())),
    )
    found = team.database.operate(lambda operator: operator.connection.execute(select(outbox)).all())
    assert {(row.state, row.workspace, row.user) for row in found} == {("pending", "elsewhere", "7")}
    assert len(found) == many
    assert len(asked) < 15


def test_what_a_dead_worker_had_claimed_and_not_begun_is_no_doubt_and_no_attempt(team):
    """Else ninety-nine of a hundred would be called sent again in Teams, and a bot that cannot start would use up their tries."""
    _put(team, "Tom", "behind")
    seen: list[tuple[str, bool, int]] = []

    async def deliver(parcel, _card) -> str:
        seen.append((parcel.key, parcel.uncertain, parcel.attempts))
        return "ref"

    held, _ = team.database.operate(lambda operator: operator.claim(team.clock(), patience.LEASE))
    until = team.clock() + patience.LEASE
    team.database.operate(lambda operator: operator.hold(held, until, team.clock()))  # and here it is killed
    team.forward(seconds=91)
    assert _send(team, deliver) == 2
    assert seen == [("x", True, 2), ("behind", False, 1)]


def test_a_platform_that_asks_to_wait_for_no_time_ends_nothing(team):
    for _ in range(7):
        _send(team, _refusing(DeliveryError(Fate.not_sent, "closed"), []))
        team.forward(hours=2)
    _send(team, _refusing(DeliveryError(Fate.not_sent, "ratelimited", timedelta(0)), []))
    assert (_row(team).state, _row(team).attempts) == ("pending", 7)


def _connected(team: Team) -> None:
    """The team's workspace is on record, so that workers have it one at a time."""
    told = (team.organisation_id, "local", "local", "Local", "", "", team.clock())
    team.database.operate(lambda operator: operator.workspaces.connect(*told))


def test_a_slow_queue_keeps_its_workspace_longer_than_one_lease(postgres_url, open_database):
    """Twelve calls of 19 seconds: another worker asks at the end of each, and gets nothing before the last."""
    team, elsewhere = Team(open_database(postgres_url)), open_database(postgres_url)
    _connected(team)
    _put(team, "Tom", *(f"parcel {number:02}" for number in range(12)))
    got: list[int] = []

    async def quick(_parcel, _card) -> str:
        return "ref"

    async def slow(_parcel, _card) -> str:
        team.forward(seconds=19)
        got.append(await send_due(elsewhere, {"local": quick}, team.clock))
        return "ref"

    assert _send(team, slow) == 12
    assert got == [0] * 12


def test_who_slept_through_the_lease_of_its_workspace_sends_no_more_there(postgres_url, open_database):
    """Also nothing that the other has not taken yet: it would be sent beside the other's pace."""
    team, elsewhere = Team(open_database(postgres_url)), open_database(postgres_url)
    _connected(team)
    _put(team, "Tom", "a", "b")
    claim = lambda database, most: database.operate(lambda o: o.claim(team.clock(), patience.LEASE, most))  # noqa: E731
    first, second = claim(team.database, 100)
    assert claim(elsewhere, 100) == []
    team.forward(seconds=91)
    assert [parcel.id for parcel in claim(elsewhere, 1)] == [first.id]
    until = team.clock() + patience.LEASE
    assert team.database.operate(lambda operator: operator.hold(second, until, team.clock())) is None


def test_one_process_asks_for_no_workspace(sqlite_url, open_database):
    """SQLite has no other worker: not one statement more."""
    team = Team(open_database(sqlite_url))
    _connected(team)
    _put(team, "Tom", "a")

    async def arrives(_parcel, _card) -> str:
        return "ref"

    asked = asked_by(team.database, lambda: _send(team, arrives))
    assert [statement for statement, _ in asked if "workspaces" in statement] == []


def test_a_workspace_costs_no_statement_a_message(postgres_url, open_database):
    team = Team(open_database(postgres_url))
    _connected(team)
    _put(team, "Tom", *(f"parcel {number}" for number in range(20)))

    async def arrives(_parcel, _card) -> str:
        return "ref"

    asked = asked_by(team.database, lambda: _send(team, arrives))
    assert [s.split()[0] for s, _ in asked if s.startswith("UPDATE workspaces")] == ["UPDATE"] * 2  # taken, and left
