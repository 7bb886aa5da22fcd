"""Monday's list says where four weeks went, once, and to whom it belongs."""

from datetime import UTC, datetime

import pytest

from bot.cards import plain_text
from tests.team import Team

ONE_DATABASE = True

TOPICS = (
    "price", "seats", "terms", "support", "training", "dates", "roles", "safety", "floors", "doors", "ramps", "racks",
    "labels", "trays", "belts", "gates", "lamps", "tiles", "pumps", "forks",
)  # fmt: skip


@pytest.mark.rule("H15")
def test_a_whale_is_in_mondays_list_and_in_no_other(database):
    team = Team(database)  # Thu 12 March 2026
    for company in ("Small", "Tiny", "Northwind"):
        team.say("Tom", f"new {company}")
    _talks(team, "Tom", "Small", 2)
    _owes(team, "Tom", "Small")
    _talks(team, "Tom", "Tiny", 3)
    _talks(team, "Tom", "Northwind", 18)
    team.clock.at = team.clock.at.replace(hour=8, minute=30)
    told = {}
    for _ in range(12):
        team.forward(days=1)
        team.tick()
        for card in team.inbox("Tom"):
            told.setdefault(card.title, plain_text(card))
    lists = {title: text for title, text in told.items() if "work you logged in the last four weeks" in text}
    assert lists
    assert all(title.startswith("Mon ") for title in lists), lists
    assert "Of the work you logged in the last four weeks, 75% went to Northwind (18 touches, 4 h 30 min)." in next(
        iter(lists.values())
    )


def test_no_colleague_hears_of_it_and_who_leads_them_does_on_their_monday(database):
    team = Team(database)
    team.say("Tom", "new Northwind")
    _talks(team, "Tom", "Northwind", 20)
    team.say("Tom", "new Small")
    _owes(team, "Tom", "Small")
    team.clock.at = team.clock.at.replace(hour=8, minute=30)
    for _ in range(6):
        team.forward(days=1)
        team.tick()
    for name in ("Omar", "Lena"):
        assert "four weeks" not in "".join(plain_text(card) for card in team.inbox(name))
    assert "of Tom's four weeks went to Northwind" in "".join(plain_text(card) for card in team.inbox("Maria"))


def _talks(team, name, company, count):
    for topic in TOPICS[:count]:
        team.say(name, f"logcall {company}: talked about {topic}")


def _owes(team, name, company):
    """Something due on Monday, so that there is a list on which the line may stand."""
    team.say(name, f"logcall {company}: I send pricing Mon")


def _told_on_monday(team, name):
    team.until(datetime(2026, 3, 16, 9, tzinfo=UTC))
    return "".join(line for card in team.inbox(name) for line in plain_text(card).splitlines() if "four weeks" in line)


@pytest.mark.rule("H14")
def test_work_on_a_deal_that_has_ended_counts_and_a_colleagues_does_not(database):
    team = Team(database)
    for company in ("Small", "Tiny", "Northwind"):
        team.say("Tom", f"new {company}")
    _talks(team, "Tom", "Northwind", 16)
    _talks(team, "Tom", "Small", 3)
    _owes(team, "Tom", "Small")
    _talks(team, "Maria", "Small", 6)
    _talks(team, "Tom", "Tiny", 4)
    team.say("Tom", "lost Northwind: no need")
    assert "in the last four weeks, 67% went to Northwind (16 touches, 4 h)." in _told_on_monday(team, "Tom")


def test_a_deal_that_is_a_colleagues_now_is_counted_and_not_named(database):
    team = Team(database)
    for company in ("Small", "Tiny", "Northwind"):
        team.say("Tom", f"new {company}")
        _talks(team, "Tom", company, 16 if company == "Northwind" else 4)
    team.say("Tom", "next Small Mon")
    team.say("Tom", "deal give Northwind to Omar")
    told = _told_on_monday(team, "Tom")
    assert "67% went to a deal that is with a colleague now (16 touches, 4 h)." in told
    assert _told_on_monday(team, "Omar") == ""


def test_a_week_of_sunday_to_thursday_begins_on_sunday(database):
    team = Team(database)
    team.say("Tom", "settings working days Sunday to Thursday")
    for company in ("Small", "Northwind"):
        team.say("Tom", f"new {company}")
        _talks(team, "Tom", company, 18 if company == "Northwind" else 2)
    team.say("Tom", "next Small Sun 15 March")
    for day in (15, 16):
        team.until(datetime(2026, 3, day, 9, tzinfo=UTC))
    told = [card.title for card in team.inbox("Tom") if "four weeks" in plain_text(card)]
    assert [title.split(".")[0] for title in told] == ["Sun 15 March"]


@pytest.mark.parametrize("is_due", [True, False])
def test_a_clear_day_and_a_few_touches_say_nothing_of_it(database, is_due):
    team = Team(database)
    for company in ("Small", "Northwind"):
        team.say("Tom", f"new {company}")
        _talks(team, "Tom", company, 2 if company == "Small" else 4 if is_due else 18)
    if is_due:
        _owes(team, "Tom", "Small")
    assert _told_on_monday(team, "Tom") == ""
