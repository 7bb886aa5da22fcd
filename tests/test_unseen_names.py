"""A name of nothing that anybody sees is no name, whichever way it is given."""

import pytest

from tests.team import Team

ONE_DATABASE = True
UNSEEN = [
    "\u200b",
    "\u3164",
    "\u2800",
    "\u00ad\u00ad",
    "\U000e0041\U000e0042",
    "\u2060\ufeff",
    "\ufe0f",
    "\u3164 \u200d",
]


@pytest.mark.parametrize("name", UNSEEN)
@pytest.mark.parametrize(
    "line",
    [
        "new {}",
        "new deal {}",
        "new {}, 40 seats",
        "start {}; {}",
        "logcall {}: they like it, she signs Fri",
        "deal rename Acme to {}",
        "{}",
    ],
)
def test_no_deal_comes_of_it(database, name, line):
    team = Team(database)
    team.say("Tom", "new Acme")
    for form in (None, {"deal": name, "said": "we like it"} if line.startswith("logcall") else None):
        reply = team.say("Tom", "logcall" if form else line.format(name, name), form)
        assert "Create" not in str(reply.card)
    assert team.exchange("Tom")(lambda exchange: [one.full_label for one in exchange.named]) == ["Acme"]


@pytest.mark.parametrize("name", UNSEEN)
def test_a_contact_of_it_is_asked_about(database, name):
    team = Team(database)
    team.say("Tom", "new Acme")
    team.say("Tom", f"deal contact Acme: {name}")
    assert team.exchange("Tom")(lambda exchange: [one.contacts for one in exchange.named]) == [()]
