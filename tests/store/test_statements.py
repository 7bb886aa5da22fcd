"""Answering takes a bounded number of statements, however many deals there are."""

from datetime import UTC, datetime, timedelta

import pytest

from bot.cards import Line
from bot.conversation.exchange import Exchange
from bot.store import Store
from scheduler.digests import decide_due
from tests.statements import asked_by, sent, statements, ways
from tests.team import Team

CALL = 'logcall Acme: Dana said "we like it", she checks the budget by Fri, I send the offer Tue'
NAMES = [f"{letter}ompany{number * 7}" for number, letter in enumerate("abcdefghijklmnopqrst")]


@pytest.fixture
def team(database) -> Team:
    return Team(database)


@pytest.mark.parametrize(
    ("line", "number"),
    [("done Acme voicemail", 12), ("done Acme", 12), (CALL, 23), ("where Acme", 6), ("words Acme", 6)],
)
def test_an_answer_takes_few_statements(team, line, number):
    team.text("Tom", "new Acme, 40 seats")
    for asking in ("where Acme", "new Globex", "done Globex voicemail"):
        team.text(
            "Tom", asking
        )  # whether it is many deals that Tom sees is counted now and then, by who writes and who reads
    anew = (
        0 if team.database.is_sqlite or line.startswith(("where", "words")) else 1
    )  # the policy, once the act has begun
    assert sent(team, "Tom", line) == number + anew


def test_what_was_read_of_a_deal_is_read_anew_once_the_message_changes_it(team):
    team.text("Tom", "new Acme, 40 seats")
    tom = team.member("Tom")

    def change(store: Store) -> None:
        exchange = Exchange(store, tom, team.clock())
        (name,) = exchange.named_by(("acme",))
        before = exchange.history(name.id)
        assert exchange.history(name.id) is before
        act_id = exchange.act("something")
        store.deals.change(act_id, name.id, company="Acme Ltd")
        store.history.add_contact(act_id, name.id, "Dana Fox")
        exchange.refresh(name.id)
        (renamed,) = exchange.named_by(("acme",))
        deal, after = exchange.deal(name.id), exchange.history(name.id)
        assert {renamed.company, deal.company, after.deal.company} == {"Acme Ltd"}
        assert exchange.people_of(deal) == ("Dana Fox",) == tuple(person.name for person in after.contacts)

    team.database.write(team.organisation_id, change)


def test_twenty_names_are_put_on_a_list_by_less_than_fifty_statements(team):
    assert statements(team, "Tom", f"start {'; '.join(NAMES)}") <= 45


def test_a_digest_of_many_ticked_lines_is_shown_by_as_many_statements_as_one_of_few(team):
    few = _shown_by(team, NAMES[:3])
    assert _shown_by(team, NAMES[3:]) == few


def _shown_by(team: Team, names: list[str]) -> int:
    """Statements for a digest on which everything was dealt with, and a third of it given away."""
    team.text("Tom", f"start {'; '.join(names)}")
    for name in names:
        team.text("Tom", f"logcall {name}: fine, I send the plan tomorrow")
    team.tick()
    team.clock.at = team.clock.at.replace(hour=9) + timedelta(
        days=1 if names[0] == NAMES[0] else 3
    )  # a Friday, a Monday
    team.tick()
    digest = next(card for card in reversed(team.inbox("Tom")) if card.key.startswith("digest:"))
    assert len([block for block in digest.blocks if isinstance(block, Line)]) >= 3
    for name in names:
        team.text("Tom", f"done {name} voicemail")
    for name in names[::3]:
        team.text("Tom", f"deal give {name} to Omar")
    return statements(team, "Tom", "followups all", on=digest.key)


def test_the_mornings_of_many_are_decided_by_as_many_statements_as_those_of_few(team):
    team.clock.at = datetime(2026, 3, 16, 14, tzinfo=UTC)  # a Monday: the two days after it begin and end no week
    team.tick()
    few = _decided_by(team, ["Tom"])
    assert _decided_by(team, ["Tom", "Lena"]) == few


def _decided_by(team: Team, names: list[str]) -> int:
    """Statements of a tick in which these members have something on their lists."""
    for name in names:
        team.text(name, f"new {name}co{len(names)}")
        team.text(name, f"logcall {name}co{len(names)}: fine, I send the plan tomorrow")
    team.clock.at = team.clock.at.replace(hour=9) + timedelta(days=1)
    asked = asked_by(team.database, lambda: decide_due(team.database, team.clock()))
    sent = [
        team.database.read(team.organisation_id, lambda s, n=name: s.digests.last_of(team.member(n).id))
        for name in names
    ]
    assert {one.state for one in sent} == {"sent"}
    return len(asked)


@pytest.mark.parametrize(("line", "number"), [("done Acme voicemail", 7), (CALL, 16), ("where Acme", 6)])
def test_an_answer_waits_for_the_server_a_few_times(team, line, number):
    """What needs nothing of one another goes together, and what is put last goes with the COMMIT (bot.store.asking)."""
    if team.database.is_sqlite:
        pytest.skip("nothing is between the bot and its file")
    team.text("Tom", "new Acme, 40 seats")
    for asking in ("where Acme", "new Globex", "done Globex voicemail"):  # as above
        team.text("Tom", asking)
    assert ways(team, "Tom", line) == number
