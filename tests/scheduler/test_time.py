"""Time that misbehaves: travel, other hours, new zone rules, clocks that jump, backups. One decision a day, never silence."""

from contextlib import suppress
from dataclasses import replace
from datetime import date, time, timedelta

import pytest
import structlog
from sqlalchemy import text

from bot.conversation import joining
from bot.conversation.mornings import plans_by_new_rules
from bot.conversation.on_record import mornings
from bot.model import Address, Became, Profile
from bot.worktime import day_after_change, digest_day, digest_instant, instant, is_lived, next_list_at
from scheduler.digests import decide, decide_due
from scheduler.planning import ClockIsBehind, begun
from scheduler.zones import rules_version
from tests.mornings.zonefiles import Rules, read_from, write
from tests.scheduler.test_digests import _member, at, decisions
from tests.settled import settled
from tests.team import Team

ON_A_MONDAY = 2  # Tom's list, and Maria's with her Monday


@pytest.fixture
@settled
def team(database) -> Team:
    made = Team(database)  # Thu 12 March 2026, 14:00 UTC; Friday is the first day to decide about
    made.say("Tom", "new Acme, 40 seats")
    made.say("Tom", 'logcall Acme: Dana said "soon", I send the quote tomorrow')
    decide_due(database, made.clock())
    return made


def _goes_to(team: Team, zone: str, moment: str) -> None:
    _looking_until(team, moment)
    tom = Address("local", "local", str(team.member("Tom").id))
    told = Profile("", zone)
    team.database.write(team.organisation_id, lambda store: joining.changed(store, tom, told, team.clock(), gone=False))


def _looking_until(team: Team, moment: str) -> None:
    """A tick every half minute, without what would come of each."""
    team.clock.at = at(moment)
    team.database.operate(lambda operator: operator.mornings.ticked(team.clock()))
    decide_due(team.database, team.clock())


def _sent_text(team: Team) -> str:
    return str(team.inbox("Tom")[-1])


def test_a_move_far_east_before_the_hour_loses_no_day(team):
    """07:00 in London is 16:00 in Tokyo: Friday's hour has passed there, and Friday is on record all the same."""
    _goes_to(team, "Asia/Tokyo", "2026-03-13T07:00")
    assert "Mon 16 March at 08:30" in team.text("Tom", "status")
    assert team.tick() == 0
    assert decisions(team, "Tom") == [("2026-03-13", "skipped", "moved")]
    assert "its hour had passed when your clock or your hour changed" in team.text("Tom", "status")
    team.clock.at = at("2026-03-15T23:30")
    assert team.tick() == 1


def test_a_move_a_little_east_brings_the_list_at_once_and_says_why(team):
    _goes_to(team, "Europe/Moscow", "2026-03-13T08:00")
    assert "in a moment" in team.text("Tom", "status")
    assert team.tick() == 1
    assert "Later than 08:30: that hour had passed already when your clock or your hour changed." in _sent_text(team)


def test_a_move_west_after_the_list_brings_no_second_one_that_day(team):
    team.clock.at = at("2026-03-13T08:30")
    assert team.tick() == 1
    _goes_to(team, "Pacific/Honolulu", "2026-03-13T09:00")  # Thursday evening there
    for hour in range(1, 60):
        team.clock.at = at("2026-03-13T09:00") + timedelta(hours=hour)
        assert team.tick() == 0
    assert [day for day, _, _ in decisions(team, "Tom")] == ["2026-03-13"]


def test_across_the_date_line_and_back(team):
    """From Honolulu to Kiritimati it is the next day at once; the day in between is on record."""
    _goes_to(team, "Pacific/Honolulu", "2026-03-13T07:00")
    _goes_to(team, "Pacific/Kiritimati", "2026-03-13T18:00")  # Fri 08:00 in Honolulu, Sat 08:00 there
    team.tick()
    assert decisions(team, "Tom") == [("2026-03-13", "skipped", "moved")]


def test_an_earlier_hour_that_has_passed_today_is_on_record(team):
    _looking_until(team, "2026-03-13T07:00")
    team.say("Tom", "settings list 16:00")
    _looking_until(team, "2026-03-13T14:00")
    assert "Your next list: Mon 16 March at 08:30" in team.text("Tom", "settings list 08:30")
    team.tick()
    assert decisions(team, "Tom") == [("2026-03-13", "skipped", "moved")]


def test_a_later_hour_after_the_list_brings_no_second_one(team):
    team.clock.at = at("2026-03-13T08:31")
    team.tick()
    team.say("Tom", "settings list 15:00")
    team.clock.at = at("2026-03-13T15:01")
    assert team.tick() == 0


def test_a_day_that_becomes_a_working_day_has_its_decision(team):
    team.clock.at = at("2026-03-13T08:31")
    team.tick()
    team.say("Tom", "settings", {"working_days": "Mon-Sat"})
    team.clock.at = at("2026-03-14T08:31")
    team.tick()
    assert [day for day, _, _ in decisions(team, "Tom")] == ["2026-03-13", "2026-03-14"]


def test_what_was_changed_after_somebody_was_found_due_counts(team):
    """Another process, or a member's own command, between the look and the decision."""
    team.clock.at = at("2026-03-13T08:31")
    tick = team.database.operate(lambda operator: begun(operator.mornings, team.clock()))
    due = team.database.operate(lambda operator: operator.mornings.due(team.clock(), 10))
    team.say("Tom", "settings list 10:00")
    decide(team.database, due, tick, set())
    assert decisions(team, "Tom") == []
    team.clock.at = at("2026-03-13T10:00")
    assert team.tick() == 1


def test_after_a_missed_morning_the_next_list_says_so_once(team):
    team.clock.at = at("2026-03-13T13:00")
    team.tick()
    team.clock.at = at("2026-03-16T08:30")
    team.tick()
    assert "No list came on Fri 13 March, sorry" in _sent_text(team)
    team.clock.at = at("2026-03-17T08:30")
    team.tick()
    assert "No list came" not in _sent_text(team)


def test_nobody_to_send_to_is_no_sent_list(team):
    gone = text("UPDATE identities SET state = 'gone' WHERE member_id = :member")
    member = team.member("Tom").id
    team.database.operate(lambda operator: operator.connection.execute(gone, {"member": member}))
    team.clock.at = at("2026-03-13T08:30")
    assert team.tick() == 0
    assert decisions(team, "Tom") == [("2026-03-13", "skipped", "nowhere")]


# The rules of zones


def test_new_zone_rules_move_every_planned_instant_and_no_day(team, tmp_path):
    """London without summer time, from a version of the rules that came between two ticks."""
    team.clock.at = at("2026-03-27T09:00")
    team.tick()
    assert team.member("Tom").next_digest_at == at("2026-03-30T07:30")
    folder = write(tmp_path / "zones", "2026x", {"Europe/London": Rules(0, [], "GMT0")})
    before = rules_version()
    try:
        read_from(folder)
        assert rules_version() == f"2026x {before}"
        team.tick()
        assert (team.member("Tom").next_digest_on, team.member("Tom").next_digest_at) == (
            date(2026, 3, 30),
            at("2026-03-30T08:30"),
        )
        assert team.database.operate(lambda operator: operator.mornings.marks()).zones == rules_version()
    finally:
        read_from(None)
    team.tick()
    assert team.member("Tom").next_digest_at == at("2026-03-30T07:30")


def test_a_date_that_a_zone_leaves_out_has_no_digest(tmp_path):
    """As Samoa did: the zone goes to the other side of the date line, and a Friday never comes."""
    folder = write(tmp_path, "1", {"Pacific/Apia": Rules(-11, [(at("2026-05-08T11:00"), 13)], "<+13>-13")})
    try:
        read_from(folder)
        ann = _member("Pacific/Apia")
        assert is_lived(date(2026, 5, 7), ann.zone)
        assert not is_lived(date(2026, 5, 8), ann.zone)
        assert digest_day(date(2026, 5, 8), ann) == date(2026, 5, 11)
    finally:
        read_from(None)


def test_an_hour_that_is_skipped_over_midnight_stays_its_days(team):
    """In Scoresbysund 23:30 on 28 March 2026 does not exist: half past midnight is still Saturday's."""
    assert instant(date(2026, 3, 28), time(23, 30), "America/Scoresbysund") == at("2026-03-29T01:30")
    ann = replace(_member("America/Scoresbysund"), digest_at=time(23, 30), working_days=(5,))
    assert day_after_change(ann, None, at("2026-03-28T12:00")) == date(2026, 3, 28)
    assert digest_instant(date(2026, 3, 28), ann) == at("2026-03-29T01:30")


@pytest.mark.parametrize("now", ["2026-03-13T08:00", "2026-03-13T09:00"])
def test_the_next_list_is_told_over_days_off_and_over_what_is_decided(now):
    ann = replace(
        _member("Europe/London"), next_digest_on=date(2026, 3, 16), leave=((date(2026, 3, 16), date(2026, 3, 17)),)
    )
    assert next_list_at(ann, at(now)) == at("2026-03-18T08:30")


# Clocks


def test_a_clock_that_was_ahead_takes_back_what_it_had_skipped(team):
    """A day ahead for a minute: Monday was called late before it came. It comes."""
    team.clock.at = at("2026-03-13T08:30")
    team.tick()
    team.clock.at = at("2026-03-16T20:00")
    team.tick()
    assert decisions(team, "Tom")[-1] == ("2026-03-16", "skipped", "late")
    team.clock.at = at("2026-03-13T08:32")
    team.tick()
    assert [day for day, _, _ in decisions(team, "Tom")] == ["2026-03-13"]
    team.clock.at = at("2026-03-16T08:30")
    assert team.tick() == ON_A_MONDAY
    assert [state for _, state, _ in decisions(team, "Tom")] == ["sent", "sent"]


def test_years_ahead_for_a_moment_brings_no_years_of_silence(team):
    team.clock.at = at("2038-01-19T03:14")
    decide_due(team.database, team.clock())
    team.clock.at = at("2026-03-13T08:30")
    assert team.tick() == 1
    assert decisions(team, "Tom") == [("2026-03-13", "sent", "")]


def test_what_a_clock_ahead_has_sent_is_not_sent_again(team):
    team.clock.at = at("2026-03-16T08:31")
    assert team.tick() == ON_A_MONDAY
    for moment in ("2026-03-13T08:31", "2026-03-16T08:31", "2026-03-16T09:00"):
        team.clock.at = at(moment)
        team.tick()
    assert [(day, state) for day, state, _ in decisions(team, "Tom")] == [
        ("2026-03-13", "sent"),
        ("2026-03-16", "sent"),
    ]


@pytest.mark.parametrize("wrong", ["1970-01-01T00:00", "2025-06-01T00:00"])
def test_a_clock_behind_every_time_it_was_right_decides_nothing(team, wrong):
    team.clock.at = at("2026-03-13T08:30")
    team.tick()
    team.clock.at = at("2026-03-13T20:00")  # after a gap of hours the tick before is known as right
    team.tick()
    before = decisions(team, "Tom")
    with pytest.raises(ClockIsBehind):
        decide_due(team.database, at(wrong))
    assert decisions(team, "Tom") == before
    team.clock.at = at("2026-03-16T08:30")
    assert team.tick() == ON_A_MONDAY


@pytest.mark.parametrize("minutes", [10, -10, 24 * 60, -24 * 60])
def test_a_jump_and_back_leaves_one_decision_a_day(team, minutes):
    for day in ("13", "16", "17"):
        right = at(f"2026-03-{day}T08:30")
        for moment in (right, right + timedelta(minutes=minutes), right + timedelta(minutes=1)):
            team.clock.at = moment
            with suppress(ClockIsBehind):
                team.tick()
    assert [day for day, _, _ in decisions(team, "Tom")][:3] == ["2026-03-13", "2026-03-16", "2026-03-17"]
    assert len({day for day, _, _ in decisions(team, "Tom")}) == len(decisions(team, "Tom"))


def test_a_year_without_the_bot_is_on_record_day_by_day(team):
    team.clock.at = at("2026-12-31T23:00")
    decide_due(team.database, team.clock())
    told = decisions(team, "Tom")
    days = [date(2026, 3, 13) + timedelta(days=n) for n in range(294)]
    from bot.worktime import works_on

    tom = team.member("Tom")
    assert [day for day, _, _ in told] == [str(day) for day in days if works_on(day, tom)]
    assert {reason for _, _, reason in told} == {"late"}


# Backups


def test_what_was_due_before_a_backup_was_put_back_is_not_sent_again(team):
    team.clock.at = at("2026-03-13T08:00")
    member = team.member("Tom").id
    team.database.write(team.organisation_id, lambda store: store.outbox.put(member, "note", "n", "{}", team.clock()))
    team.clock.at = at("2026-03-16T10:00")
    assert team.database.operate(lambda operator: operator.mornings.begin_epoch(team.clock())) == 1
    assert team.tick() == 0
    assert decisions(team, "Tom") == [("2026-03-13", "skipped", "restored"), ("2026-03-16", "skipped", "restored")]
    team.clock.at = at("2026-03-17T08:30")
    assert team.tick() == 1


# On record


def _on_record(team: Team, day: date) -> dict[str, tuple[str, str]]:
    told = team.database.read(team.organisation_id, lambda store: mornings(store, store.members.all(), day))
    return {one.member.first_name: (one.became.value, one.reason) for one in told}


def test_what_became_of_each_morning_can_be_asked(team):
    team.say("Lena", "away until Monday")
    team.clock.at = at("2026-03-13T13:00")  # past everybody's hour, in time for New York
    decide_due(team.database, team.clock())
    assert _on_record(team, date(2026, 3, 13)) == {
        "Maria": ("skipped", "late"), "Tom": ("skipped", "late"), "Lena": ("skipped", "away"), "Omar": ("skipped", "nothing due"),
    }  # fmt: skip
    assert _on_record(team, date(2026, 3, 14))["Tom"] == ("no working day", "")
    assert _on_record(team, date(2026, 3, 16))["Tom"] == ("to come", "")
    assert "no list today: I was not running in time" in team.text("Maria", "where is my team?")


@pytest.mark.parametrize(
    ("state", "became"),
    [("pending", Became.on_its_way), ("sent", Became.sent), ("unknown", Became.unknown), ("dead", Became.undelivered)],
)
def test_a_list_that_was_decided_is_sent_only_when_it_arrived(team, state, became):
    team.clock.at = at("2026-03-13T08:30")
    decide_due(team.database, team.clock())
    told = text("UPDATE outbox SET state = :state")
    team.database.operate(lambda operator: operator.connection.execute(told, {"state": state}))
    assert _on_record(team, date(2026, 3, 13))["Tom"][0] == became.value


@pytest.mark.parametrize(
    ("state", "told"),
    [
        ("pending", "Fri 13 March: on its way"), ("sent", "Fri 13 March at 08:31"), ("unknown", "it may have come; nobody can tell"),
        ("dead", "it did not come (workspace disconnected)"), ("stopped", "it did not come (workspace disconnected)"),
    ],
)  # fmt: skip
def test_whoever_asks_reads_what_became_of_their_list(team, state, told):
    team.clock.at = at("2026-03-13T08:31")
    decide_due(team.database, team.clock())
    became = text("UPDATE outbox SET state = :state, error = 'workspace disconnected'")
    team.database.operate(lambda operator: operator.connection.execute(became, {"state": state}))
    assert told in team.text("Tom", "status")


@pytest.mark.parametrize(("why", "many"), [("inactive", 0), ("workspace disconnected", 1), ("restored", 1)])
def test_what_was_stopped_is_undelivered_unless_it_went_with_its_member(team, why, many):
    team.clock.at = at("2026-03-13T08:31")
    decide_due(team.database, team.clock())
    became = text("UPDATE outbox SET state = 'stopped', error = :why")
    team.database.operate(lambda operator: operator.connection.execute(became, {"why": why}))
    lost = team.exchange("Tom")(lambda exchange: exchange.store.outbox.lost(at("2026-03-12T00:00"), 50))
    assert [one.unknown for one in lost if one.member_id == team.member("Tom").id] == [why == "restored"] * many


def test_a_gone_message_of_a_sent_list_is_unknown(team):
    team.clock.at = at("2026-03-13T08:30")
    decide_due(team.database, team.clock())
    team.database.operate(lambda operator: operator.connection.execute(text("DELETE FROM outbox")))
    assert _on_record(team, date(2026, 3, 13))["Tom"][0] == "unknown"
    assert "today's list may not have arrived" in team.text("Maria", "where is my team?")


def test_who_cannot_be_planned_anew_is_told_and_holds_up_nobody(sqlite_url, open_database):
    team = Team(open_database(sqlite_url))
    tom, lena = (replace(team.member(name), next_digest_on=date(2026, 3, 13)) for name in ("Tom", "Lena"))
    with structlog.testing.capture_logs() as told:
        plans = [*plans_by_new_rules([replace(tom, next_digest_on=None), lena])]
    assert [plan.member_id for plan in plans] == [lena.id]
    assert [(line["event"], line["member"], line["error"]) for line in told] == [
        ("a morning could not be planned anew", tom.id, "LookupError")
    ]
