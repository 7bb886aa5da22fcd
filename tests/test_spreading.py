"""Monday's list says where four weeks went, once, and to whom it belongs."""

from datetime import UTC, datetime

import pytest

from bot.cards import plain_text
from tests.team import Team


@pytest.mark.rule("H15")
def test_a_whale_is_in_mondays_list_and_in_no_other(database):
    team = Team(database)  # Thu 12 March 2026
    for company in ("Small", "Tiny", "Northwind"):
        team.say("Tom", f"new {company}")
    team.say("Tom", "logcall Small: talked about price")
    team.say("Tom", "logcall Tiny: talked about price")
    for topic in ("price", "seats", "terms", "support", "training", "dates"):
        team.say("Tom", f"logcall Northwind: talked about {topic}")
    team.clock.at = team.clock.at.replace(hour=8, minute=30)
    told = {}
    for _ in range(12):
        team.forward(days=1)
        team.tick()
        for card in team.inbox("Tom"):
            told.setdefault(card.title, plain_text(card))
    lists = {title: text for title, text in told.items() if "of your last four weeks went to" in text}
    assert lists
    assert all(title.startswith("Mon ") for title in lists), lists
    assert "75% of your last four weeks went to Northwind (6 touches, 1 h 30 min)." in next(iter(lists.values()))


def test_nobody_else_hears_of_it(database):
    team = Team(database)
    for topic in ("price", "seats", "terms", "support", "training", "dates"):
        team.say("Tom", "new Northwind")
        team.say("Tom", f"logcall Northwind: talked about {topic}")
    team.say("Tom", "new Small")
    team.say("Tom", "logcall Small: talked about price")
    team.clock.at = team.clock.at.replace(hour=8, minute=30)
    for _ in range(6):
        team.forward(days=1)
        team.tick()
    for name in ("Omar", "Lena", "Maria"):
        assert "four weeks" not in "".join(plain_text(card) for card in team.inbox(name))


def _talks(team, name, company, count):
    for topic in ("price", "seats", "terms", "support", "training", "dates")[:count]:
        team.say(name, f"logcall {company}: talked about {topic}")


def _told_on_monday(team, name):
    team.until(datetime(2026, 3, 16, 9, tzinfo=UTC))
    return "".join(line for card in team.inbox(name) for line in plain_text(card).splitlines() if "four weeks" in line)


@pytest.mark.rule("H14")
def test_work_on_a_deal_that_has_ended_counts_and_a_colleagues_does_not(database):
    team = Team(database)
    for company in ("Small", "Tiny", "Northwind"):
        team.say("Tom", f"new {company}")
    _talks(team, "Tom", "Northwind", 4)
    _talks(team, "Tom", "Small", 1)
    _talks(team, "Maria", "Small", 6)
    _talks(team, "Tom", "Tiny", 1)
    team.say("Tom", "lost Northwind: no need")
    assert "67% of your last four weeks went to Northwind (4 touches, 1 h)." in _told_on_monday(team, "Tom")


def test_a_deal_that_is_a_colleagues_now_is_counted_and_not_named(database):
    team = Team(database)
    for company in ("Small", "Tiny", "Northwind"):
        team.say("Tom", f"new {company}")
        _talks(team, "Tom", company, 4 if company == "Northwind" else 1)
    team.say("Tom", "deal give Northwind to Omar")
    told = _told_on_monday(team, "Tom")
    assert "67% of your last four weeks went to a deal that is with a colleague now (4 touches, 1 h)." in told
    assert _told_on_monday(team, "Omar") == ""


def test_a_week_of_sunday_to_thursday_begins_on_sunday(database):
    team = Team(database)
    team.say("Tom", "settings working days Sunday to Thursday")
    for company in ("Small", "Northwind"):
        team.say("Tom", f"new {company}")
        _talks(team, "Tom", company, 6 if company == "Northwind" else 1)
    for day in (15, 16):
        team.until(datetime(2026, 3, day, 9, tzinfo=UTC))
    told = [card.title for card in team.inbox("Tom") if "four weeks" in plain_text(card)]
    assert [title.split(".")[0] for title in told] == ["Sun 15 March"]
