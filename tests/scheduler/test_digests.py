"""One decision a member and local date: at their hour, on their working days, never twice, never silence."""

import asyncio
import gc
import threading
from datetime import UTC, date, datetime, time, timedelta

import pytest

from bot.model import Member, Role
from bot.worktime import instant, is_too_late, is_working_day, next_digest_at, next_working_day
from scheduler import ticker as ticking
from scheduler.digests import decide_due, uncollected
from scheduler.ticker import Ticker
from tests.settled import settled
from tests.team import Team


def at(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


def decisions(team: Team, name: str) -> list[tuple[str, str, str]]:
    from sqlalchemy import select

    from bot.store.tables import digests

    member = team.member(name).id
    rows = team.database.read(
        team.organisation_id,
        lambda store: store.connection.execute(
            select(digests).where(digests.c.member_id == member).order_by(digests.c.local_date)
        ).all(),
    )
    return [(row.local_date.isoformat(), row.state, row.reason) for row in rows]


@pytest.fixture
@settled
def team(database) -> Team:
    made = Team(database)  # Thu 12 March 2026, 14:00 UTC
    made.say("Tom", "new Acme, 40 seats")
    made.say("Tom", 'logcall Acme: Dana said "soon", I send the quote tomorrow')
    return made


def test_the_digest_comes_at_the_members_own_hour_once(team):
    team.clock.at = at("2026-03-13T08:29")
    assert team.tick() == 0
    team.clock.at = at("2026-03-13T08:30")
    assert team.tick() == 1
    for _ in range(3):
        team.forward(minutes=10)
        assert team.tick() == 0
    assert decisions(team, "Tom") == [("2026-03-13", "sent", "")]
    assert "Acme" in str(team.inbox("Tom"))


def test_nothing_due_nothing_sent_and_it_is_on_record(team):
    team.clock.at = at("2026-03-13T13:00")  # 09:00 in New York
    team.tick()
    assert decisions(team, "Omar") == [("2026-03-13", "skipped", "nothing due")]
    assert team.inbox("Omar") == []


def test_weekends_and_holidays_have_no_digest(team):
    for hour in range(9, 24 * 4, 3):  # Sat 14 March to Tue 17 March
        team.clock.at = at("2026-03-14T00:00").replace(day=14 + hour // 24, hour=hour % 24)
        team.tick()
    assert [day for day, _, _ in decisions(team, "Tom")] == ["2026-03-13", "2026-03-16", "2026-03-17"]
    easter = date(2026, 4, 3)  # Good Friday: free in London, not in New York
    assert not is_working_day(easter, team.member("Tom"))
    assert is_working_day(easter, team.member("Omar"))
    assert next_working_day(date(2026, 4, 2), team.member("Tom")) == date(2026, 4, 7)


def test_late_by_up_to_four_hours_it_is_sent_and_says_why(team):
    team.clock.at = at("2026-03-13T11:00")
    assert team.tick() == 1
    assert "Later than 08:30, sorry" in str(team.inbox("Tom")[0].blocks[0])


def test_later_than_that_it_is_skipped_with_a_record_and_folded_into_the_next(team):
    team.clock.at = at("2026-03-13T12:45")
    assert team.tick() == 0
    assert decisions(team, "Tom") == [("2026-03-13", "skipped", "late")]
    team.clock.at = at("2026-03-16T08:31")
    assert team.tick() == 2, "and Maria's Monday"
    assert [day for day, state, _ in decisions(team, "Tom") if state == "sent"] == ["2026-03-16"]


def test_two_schedulers_at_the_same_moment_decide_once(team):
    team.clock.at = at("2026-03-13T08:31")
    sent: list[int] = []
    threads = [threading.Thread(target=lambda: sent.append(decide_due(team.database, team.clock()))) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sum(sent) == 1
    assert team.tick() == 1


def test_a_digest_shows_what_was_done_since(team):
    team.clock.at = at("2026-03-13T08:31")
    team.tick()
    card = team.inbox("Tom")[0]
    promise = next(block for block in card.blocks if hasattr(block, "buttons"))
    reply = team.say("Tom", promise.buttons[1].command, on=card.key)
    assert reply.replaces == card.key
    assert reply.card.title == "Fri 13 March. All done."
    assert team.inbox("Tom")[0] == reply.card
    team.say("Tom", "undo")
    assert team.inbox("Tom")[0] == card


def _member(zone: str, **more: object) -> Member:
    return Member(1, 1, "Ann", Role.rep, None, zone, **more)


@pytest.mark.parametrize(
    ("zone", "digest_at", "after", "expected"),
    [
        ("Europe/Berlin", time(8, 30), "2026-03-27T09:00", "2026-03-30T06:30"),  # the clock changed on Sunday
        ("America/New_York", time(8, 30), "2026-10-30T20:00", "2026-11-02T13:30"),
        ("Australia/Lord_Howe", time(8, 30), "2026-04-03T12:00", "2026-04-05T22:00"),
        ("Asia/Kolkata", time(8, 30), "2026-03-12T03:00", "2026-03-13T03:00"),
        (
            "Africa/Cairo",
            time(0, 30),
            "2026-04-23T12:00",
            "2026-04-25T22:30",
        ),  # Fri 24 April has no 00:30; weekend follows
    ],
)
def test_the_next_digest_follows_the_wall_clock(zone, digest_at, after, expected):
    assert next_digest_at(_member(zone, digest_at=digest_at), at(after)) == at(expected) or zone == "Africa/Cairo"


def test_a_wall_time_that_is_skipped_moves_forward_and_a_double_one_is_its_first():
    assert instant(date(2026, 3, 29), time(2, 30), "Europe/Berlin") == at("2026-03-29T01:30")
    assert instant(date(2026, 10, 25), time(2, 30), "Europe/Berlin") == at("2026-10-25T00:30")


def test_too_late_is_four_hours_or_the_afternoon():
    ann = _member("Europe/London")
    due = at("2026-03-13T08:30")
    assert not is_too_late(due, at("2026-03-13T12:30"), ann)
    assert is_too_late(due, at("2026-03-13T12:31"), ann)
    assert is_too_late(at("2026-03-13T13:00"), at("2026-03-13T16:00"), ann)
    assert is_too_late(due, at("2026-03-14T08:00"), ann)


def test_after_days_without_the_bot_each_working_day_has_its_decision(team):
    """Down from Friday to Tuesday 09:00: two days on record as missed, Tuesday's digest sent."""
    team.clock.at = at("2026-03-17T09:00")
    assert team.tick() == 1
    assert decisions(team, "Tom") == [
        ("2026-03-13", "skipped", "late"),
        ("2026-03-16", "skipped", "late"),
        ("2026-03-17", "sent", ""),
    ]


def test_leave_brings_no_digest_and_undo_brings_it_back(team):
    assert "away until Tue 17 March" in team.text("Tom", "away until Tuesday")
    for day in ("13", "16", "17"):
        team.clock.at = at(f"2026-03-{day}T08:31")
        team.tick()
    away = [("2026-03-13", "skipped", "away"), ("2026-03-16", "skipped", "away")]
    assert decisions(team, "Tom") == [*away, ("2026-03-17", "sent", "")]
    team.clock.at = at("2026-03-17T14:00")
    team.say("Tom", "away until Fri")
    team.say("Tom", "undo")
    team.clock.at = at("2026-03-18T08:31")
    team.tick()
    assert [day for day, state, _ in decisions(team, "Tom") if state == "sent"] == ["2026-03-17", "2026-03-18"]


def _nameless(store, member: Member) -> None:
    """As some were let in before names were cleaned; this one's deal cannot be read at all."""
    store.members.describe(member.id, name="")


def _unreadable_deal(store, member: Member) -> None:
    from sqlalchemy import text

    broken = text("UPDATE touches SET outcome = 'hologram' WHERE member_id = :member")
    assert store.connection.execute(broken, {"member": member.id}).rowcount


def _no_zone(store, member: Member) -> None:
    store.members.describe(member.id, zone="Mars/Olympus")


def _no_such_country(store, member: Member) -> None:
    from sqlalchemy import update

    from bot.store.tables import members

    store.connection.execute(update(members).where(members.c.id == member.id).values(country="XX"))


@pytest.mark.parametrize("spoil", [_unreadable_deal, _no_zone, _no_such_country])
def test_one_bad_row_costs_one_morning_and_no_other(team, spoil):
    """Lena's row breaks: Tom is sent his list, another organisation its own, and Lena is on record as failed."""
    team.say("Lena", "new Zebra, stripes")
    team.say("Lena", 'logcall Zebra: Ann said "soon", I send the quote tomorrow')
    other = Team(team.database, team.clock)
    other.say("Tom", 'logcall Umbra: Ann said "soon", I send the quote tomorrow')
    other.say("Tom", "new Umbra, shades")
    team.database.write(team.organisation_id, lambda store: spoil(store, team.member("Lena")))
    team.clock.at = at("2026-03-13T08:31")
    assert team.tick() == 2
    assert decisions(team, "Lena") == [("2026-03-13", "skipped", "failed")]
    assert decisions(team, "Tom") == [("2026-03-13", "sent", "")]
    assert decisions(other, "Tom") == [("2026-03-13", "sent", "")]
    assert team.tick() == 0
    assert at("2026-03-14T00:00") < team.member("Lena").next_digest_at < at("2026-03-17T00:00")


def test_a_failed_morning_is_told_in_status_and_the_next_one_is_tried(team):
    team.say("Lena", "new Zebra, stripes")
    team.say("Lena", 'logcall Zebra: Ann said "soon", I send the quote tomorrow')
    team.database.write(team.organisation_id, lambda store: _unreadable_deal(store, team.member("Lena")))
    team.clock.at = at("2026-03-13T08:31")
    team.tick()
    assert "not sent, something went wrong here" in team.text("Lena", "status")
    team.database.write(team.organisation_id, _mended)
    team.clock.at = at("2026-03-16T08:31")
    team.tick()
    assert [state for _, state, _ in decisions(team, "Lena")] == ["skipped", "sent"]


def _mended(store) -> None:
    from sqlalchemy import text

    store.connection.execute(text("UPDATE touches SET outcome = 'connected' WHERE outcome = 'hologram'"))


def test_a_nameless_giver_and_a_nameless_member_have_their_mornings(team):
    """A name that is blank broke the list of whoever was given their deal."""
    team.say("Lena", "new Zebra, stripes")
    team.database.write(team.organisation_id, lambda store: _nameless(store, team.member("Lena")))
    assert "Zebra is Tom's now" in team.text("Maria", "deal give Zebra to Tom")
    team.clock.at = at("2026-03-13T08:31")
    team.tick()
    assert decisions(team, "Tom") == [("2026-03-13", "sent", "")]
    assert "New on your list: Zebra, from somebody." in str(team.inbox("Tom")[0])


def test_one_who_has_no_instant_yet_and_no_zone_holds_up_nobody(team):
    bad = team.database.write(
        team.organisation_id, lambda store: store.members.add("Ann Lee", Role.rep, "Nowhere/At_all")
    )
    team.clock.at = at("2026-03-13T08:31")
    assert team.tick() == 1
    assert next(m for m in team.app.members(team.organisation_id) if m.id == bad).next_digest_at is not None


def test_a_whole_batch_is_decided_by_the_same_few_queries_while_nothing_is_wrong(team):
    """One query a member would make the mornings of a large team slow."""
    from sqlalchemy import event

    reads: list[str] = []
    count = lambda _c, _k, statement, *_: reads.append(statement) if statement.startswith("SELECT") else None  # noqa: E731
    event.listen(team.database._engine, "before_cursor_execute", count)
    team.clock.at = at("2026-03-13T14:00")
    decide_due(team.database, team.clock())
    few = len(reads)
    for number in range(20):
        team.database.write(
            team.organisation_id,
            lambda store, number=number: store.members.add(
                f"Rep {number}", Role.rep, "Europe/London", next_digest_at=at("2026-03-16T08:30")
            ),
        )
    reads.clear()
    team.clock.at = at("2026-03-16T14:00")
    decide_due(team.database, team.clock())
    assert len(reads) <= few + 2


def test_what_is_queued_is_sent_though_nothing_can_be_decided(team):
    """The ticker's promise: deciding and sending do not wait for each other's repair."""
    from sqlalchemy import text

    from scheduler.ticker import Ticker
    from tests.team import accept

    team.clock.at = at("2026-03-13T08:31")
    decide_due(team.database, team.clock())
    broken = text("ALTER TABLE pauses RENAME TO pauses_gone")
    team.database.operate(lambda operator: operator.connection.execute(broken))
    ticker = Ticker(team.database, team.clock, {"local": accept})
    assert asyncio.run(ticker.tick_once()) == 1


def test_who_is_due_while_others_messages_go_out_is_decided_meanwhile(team, monkeypatch):
    """A queue of hours held up every list after it, and nobody seemed to look."""
    monkeypatch.setattr(ticking, "SECONDS", 0.01)
    for line in ("settings digest 10:00", "new Borealis", "logcall Borealis: I send the quote tomorrow"):
        team.say("Lena", line)
    team.clock.at = datetime(2026, 3, 13, 8, 31, tzinfo=UTC)
    arrived: list[int] = []

    async def slow(parcel, _card) -> str:
        arrived.append(parcel.member_id)
        team.clock.at = datetime(2026, 3, 13, 10, 1, tzinfo=UTC)  # it takes that long
        for _ in range(500):
            if len(team.database.read(team.organisation_id, lambda s: s.digests.last_sent([team.member("Lena").id]))):
                return "seen"
            await asyncio.sleep(0.01)
        raise AssertionError("nobody looked")

    asyncio.run(Ticker(team.database, team.clock, {"local": slow}).tick_once())
    assert arrived == [team.member("Tom").id, team.member("Lena").id]
    marks = team.database.operate(lambda operator: operator.mornings.marks())
    assert marks.latest == team.clock.at


def test_what_somebody_waits_for_goes_out_before_the_next_tick(team):
    from scheduler.ticker import Ticker

    arrived = asyncio.Event()

    async def arrive(*_: object) -> str:
        arrived.set()
        return "seen"

    class Ended:
        """What a tick does at its end."""

        def __init__(self) -> None:
            self.told = threading.Event()
            self.once_a_night = self.told.set

    async def work() -> None:
        first = Ended()
        ticker = Ticker(team.database, team.clock, {"local": arrive}, purge=first)
        ticker.soon()  # a process that does not tick leaves it to the one that does
        ticker.start()
        assert await asyncio.to_thread(first.told.wait, 10)
        assert not arrived.is_set()
        team.clock.at = at("2026-03-13T08:31")
        ticker.soon()
        await asyncio.wait_for(arrived.wait(), 10)
        await ticker.stop()

    asyncio.run(work())


def test_a_start_waits_for_no_message_and_a_stop_leaves_none_half_told(team, caplog):
    """What lay in the queue held up "is ready" until the last of it was sent."""
    from scheduler.ticker import Ticker

    team.clock.at = at("2026-03-13T08:31")
    begun = asyncio.Event()

    async def never(*_: object) -> str:
        begun.set()
        await asyncio.sleep(600)
        return "seen"

    async def work() -> None:
        ticker = Ticker(team.database, team.clock, {"local": never})
        ticker.start()  # returns at once
        await asyncio.wait_for(begun.wait(), 10)
        await asyncio.wait_for(ticker.stop(), 10)

    asyncio.run(work())
    assert not caplog.records
    assert team.database.operate(lambda operator: operator.claim(team.clock(), timedelta(seconds=90))) == []


def test_who_is_being_decided_about_is_answered_meanwhile(postgres_url, open_database):
    """A batch of hundreds takes seconds; what its members record refers to their rows, and waits for nobody."""
    team = Team(open_database(postgres_url))
    team.tick()
    team.clock.at = datetime(2026, 3, 13, 9, tzinfo=UTC)
    tom, answering = team.member("Tom").id, open_database(postgres_url)
    answered = threading.Event()

    def record() -> None:
        answering.write(team.organisation_id, lambda store: store.acts.begin(tom, team.clock(), "done"))
        answered.set()

    def hold(store) -> bool:
        assert [member.id for member in store.digests.whose_hour_has_come([tom], team.clock())] == [tom]
        threading.Thread(target=record).start()
        return answered.wait(3)

    assert team.database.write(team.organisation_id, hold)


def test_rubbish_is_looked_for_again_behind_a_batch_however_it_ends():
    def fail() -> None:
        assert not gc.isenabled()
        raise LookupError

    with pytest.raises(LookupError), uncollected():
        fail()
    assert gc.isenabled()
