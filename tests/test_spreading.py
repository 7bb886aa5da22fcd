"""Monday's list says where four weeks went, once, and to whom it belongs."""

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
