"""What has been kept long enough goes at night, is counted, and leaves what is still needed."""

from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import func, select

from adapters.cli.findings import Finding, State
from adapters.cli.keeping_findings import of_keeping, of_tonight
from bot.store.tables import acts, commitments, deals, drafts, inbound, outbox, touches
from scheduler.purging import Keep, Purge, due
from tests.settled import settled
from tests.team import Team

FRIDAY = datetime(2026, 3, 13, 8, 31, tzinfo=UTC)


def _count(team: Team, table, *conditions) -> int:
    asked = select(func.count()).select_from(table).where(*conditions)
    return team.database.operate(lambda operator: operator.connection.execute(asked).scalar_one())


def _purged(team: Team, **keep: int) -> dict[str, int]:
    counts = Purge(team.database, Keep(**keep), team.clock).run(team.clock())
    return {what: many for what, many in counts.items() if many}


@pytest.fixture
@settled
def team(database) -> Team:
    told = Team(database)
    for number, line in enumerate((
        "new Acme, seats", 'logcall Acme: Dana said "we sign", she sends the plan by Fri', "won Acme", "new Borealis, vans",
        'logcall Borealis: Pat said "in May", I send the quote tomorrow', "logcall Sky: wants the draft", "resume 2 new",
        "logcall Moon: wants the plan",
    )):  # fmt: skip
        told.say("Tom", line, key=f"k{number}")
    told.clock.at = FRIDAY
    assert told.tick() >= 1
    return told


def test_texts_go_when_they_are_old_and_nothing_acts_twice(team):
    assert _purged(team) == {}
    team.forward(days=8)
    again = team.text("Tom", "deals")
    assert _purged(team)["replies"] >= 4
    team.say("Tom", "won Acme", key="k2")  # a press that comes a second time
    assert team.text("Tom", "deals") == again
    team.forward(days=83)
    gone = _purged(team)
    assert gone["messages"] >= 1
    assert _count(team, outbox, outbox.c.card_json.contains("Borealis")) == 0
    assert [card.title for card in team.inbox("Tom")], "what was sent is still told"


def test_a_draft_that_waits_for_whoever_typed_it_stays(team):
    team.forward(days=400)
    before = _count(team, drafts)
    assert _purged(team).get("drafts", 0) == before - _count(team, drafts) >= 1
    assert _count(team, drafts, drafts.c.settled_at.is_(None)) >= 1


def test_a_closed_deal_goes_with_all_that_is_recorded_of_it_when_that_is_set(team):
    team.forward(days=800)
    assert "closed_deals" not in _purged(team)
    assert _purged(team, closed_months=24)["closed_deals"] == 1
    assert _count(team, deals, deals.c.company == "Acme") == 0
    assert _count(team, touches, touches.c.said == "we sign") == 0
    assert _count(team, commitments, commitments.c.text.contains("plan")) == 0
    assert _count(team, acts, acts.c.summary.contains("Acme")) == 0
    assert "Borealis" in team.text("Tom", "where are we on Borealis?")
    assert team.recompute() == 0


def test_a_deal_that_somebody_wrote_of_since_stays(team):
    team.forward(days=700)
    team.say("Tom", "question Acme: do they renew?")
    team.forward(days=100)
    assert "closed_deals" not in _purged(team, closed_months=24)


def test_it_happens_once_a_night_whoever_asks(team):
    team.clock.at = FRIDAY + timedelta(days=100)
    asked = [Purge(team.database, Keep(), team.clock) for _ in range(2)]
    for each in asked:
        each.once_a_night()
    assert _count(team, inbound, inbound.c.reply_json.contains("Borealis")) == 0
    told = team.database.survey(lambda operator: of_keeping(operator, team.clock()))
    assert "answers" in told.what
    late = team.database.survey(lambda operator: of_keeping(operator, team.clock() + timedelta(days=3)))
    assert late.state != told.state


def test_what_went_is_told_until_something_else_goes(team):
    team.forward(days=40)
    _purged(team)
    at = team.clock()
    for _ in range(2):
        team.forward(days=1)
        told = _purged(team)
    assert not any(told.values())
    said = team.database.survey(lambda operator: of_keeping(operator, team.clock())).what
    assert f"nothing went; on {at:%a %Y-%m-%d} " in said
    assert "answers" in said.partition("; on")[2]


def _tonight(team: Team, **keep: int) -> Finding:
    return team.database.survey(lambda operator: of_tonight(operator, Keep(**keep), team.clock()))


@pytest.mark.parametrize("days", [0, 8, 40, 100, 800])
def test_what_is_foretold_is_what_goes(team, days):
    team.forward(days=days)
    team.say("Tom", "lost Borealis")
    for _ in range(3):
        team.database.operate(lambda operator: operator.audit_chain.extend(500))
    keep, at = Keep(closed_months=24, audit_months=2), team.clock() + timedelta(hours=17)
    told = team.database.survey(lambda operator: due(operator, keep, at))
    calls = team.database.survey(lambda operator: operator.keeping.calls_due(keep.until(at)["closed_deals"]))
    before = _count(team, touches)
    assert Purge(team.database, keep, lambda: at).run(at) == told
    assert before - _count(team, touches) == calls
    assert bool(told["closed_deals"]) is bool(calls) is (days == 800)


def test_a_figure_that_holds_for_the_first_time_is_asked_about_and_then_no_more(team):
    team.forward(days=40)
    team.say("Tom", "new Cedar, desks")  # the newest deal stays whatever its age
    assert (_tonight(team).state, "closed deals" in _tonight(team).what) == (State.ok, False)
    told = _tonight(team, closed_months=1)
    assert told.state is State.look
    assert told.what.startswith("as soon as the bot runs, ")
    assert "1 closed deal will go, and with the deals 1 call or message" in told.what
    assert told.what.endswith("for the first time by FOLLOWTHROUGH_KEEP_CLOSED_MONTHS=1")
    _purged(team, closed_months=2)
    assert _tonight(team, closed_months=1).state is State.look, "it is another figure"
    assert _tonight(team, closed_months=2).state is State.ok


def test_when_it_is_looked_for_next_is_the_turn_that_is_free(team):
    def when() -> str:
        return _tonight(team).what.partition(" will go")[0]

    team.clock.at = team.clock.at.replace(hour=1)
    assert when() == f"on {team.clock():%a %Y-%m-%d} 02:00 UTC nothing"
    team.clock.at = team.clock.at.replace(hour=9)
    assert when() == "as soon as the bot runs, nothing"
    Purge(team.database, Keep(), team.clock).once_a_night()
    assert when() == f"on {team.clock() + timedelta(days=1):%a %Y-%m-%d} 02:00 UTC nothing"
    team.forward(days=3)
    assert when() == "as soon as the bot runs, nothing"
