"""What somebody there wrote, sent or ordered is contact from them: it ends a silence, fulfils its promise, and is asked about once.

Today is Thu 12 March 2026.
"""

import pytest

from tests.settled import settled
from tests.team import Team

ONE_DATABASE = True


@pytest.fixture
@settled
def team(database):
    team = Team(database)
    for line in ("new Northwind, 40 seats", "deal contact Northwind: Sarah Lee", "done northwind voicemail"):
        team.say("Tom", line)
    team.say("Tom", "new deal with Bluepeak, Marcus Hale")
    return team


@pytest.mark.parametrize(
    "line",
    [
        "Sarah emailed: ok with 5%, order 14 seats, 42k, start 11 january", "sarah wrote back, they order 14 seats, 42k",
        "northwind emailed: we order 14 seats, 42k", "Sarah texted us: we take all 14, 42k", "logcall northwind: Sarah emailed, she orders 14 seats, 42k",
        "logcall sarah replied, they buy another 14 seats, 42k",
    ],
)  # fmt: skip
def test_what_they_wrote_is_theirs_and_an_order_asks_for_won_with_its_worth(team, line):
    said = team.text("Tom", line)
    said = team.text("Tom", "yes") if "Log that with" in said else said
    assert "they got in touch Thu 12 March" in said
    assert "Is that a yes to the deal?" in said
    assert "[Won, 42,000: won 1 42000]" in said
    assert "They will" not in said
    assert "You will" not in said
    assert "unanswered" not in team.text("Tom", "why northwind")
    assert "email Thu 12 March" not in team.text("Tom", "why northwind")
    assert "Last contact: Thu 12 March" in team.text("Tom", "where northwind")


def test_a_typed_yes_presses_won_with_its_worth(team):
    team.say("Tom", "logcall northwind: Sarah emailed, she orders 14 seats, 42k")
    assert "Northwind: won on Thu 12 March, 42,000" in team.text("Tom", "yes")


@pytest.mark.parametrize(
    "line",
    ["sarah orders 14 seats friday", "sarah will order 14 seats", "they want to order 14 seats", "if the board agrees they order 14 seats",
     "they order 2 samples", "she takes 5 days for it", "they take it to the board", "maybe they order 14 seats"],
)  # fmt: skip
def test_what_is_no_order_yet_asks_for_nothing_won(team, line):
    assert "yes to the deal" not in team.text("Tom", f"logcall northwind: {line}")


@pytest.mark.parametrize(
    "line",
    ["northwind: po came, 18.500 EUR", "logcall northwind: po came, 18.500 EUR", "logcall northwind: the po has come, 18.500 EUR",
     "logcall northwind: got their po, 18.500 EUR", "northwind: po's here, 18.500 EUR"],
)  # fmt: skip
def test_a_po_that_came_keeps_its_promise_and_asks_for_won(team, line):
    team.say("Tom", "logcall northwind: sarah will send the po by tues")
    said = team.text("Tom", line)
    said = team.text("Tom", "yes") if "Log that with" in said else said
    assert "They did: send the po" in said
    assert "Is that a yes to the deal?" in said
    assert "[Won, 18,500 EUR: won 1 18500 EUR]" in said
    assert "they got in touch Thu 12 March" in said
    assert "northwind:" not in said
    assert "They promised: nothing open" in team.text("Tom", "where northwind")


@pytest.mark.parametrize(
    "line",
    [
        "contract is in",
        "contract came by mail",
        "got the contract",
        "contract's here",
        "the contract has arrived",
        "contract received",
    ],
)
def test_whatever_came_keeps_its_promise(team, line):
    team.say("Tom", "logcall northwind: sarah will send the contract by tues")
    said = team.text("Tom", f"logcall northwind: {line}")
    assert "They did: send the contract" in said


@pytest.mark.parametrize(
    "line", ["northwind: drawings came", "drawings from northwind arrived", "northwind drawings are in"]
)
def test_a_thing_of_their_own_promise_came(team, line):
    team.say("Tom", "logcall northwind: sarah will send the drawings by tues")
    assert "send the drawings, done" in team.text("Tom", line)


@pytest.mark.parametrize(
    ("line", "worth"),
    [("was 50k, she orders 5 bays for 42k", "[Won, 42,000: won 1 42000]"), ("she orders 5 bays for 42k instead of the budgeted one, it was 50k", "[Won, 42,000: won 1 42000]"),
     ("budget is 60k, they order 14 seats, 42k", "[Won, 42,000: won 1 42000]"), ("they order 14 seats at 3k each, 42k total", "[Won: won 1]"),
     ("orders 5 rigs at 4,000 EUR each", "[Won: won 1]"), ("she orders 5 rigs, 4,000 EUR each", "[Won: won 1]"), ("they take all 14 for 3k per seat", "[Won: won 1]"),
     ("she orders 5 bays, 42k or 45k", "[Won: won 1]"), ("they order 14 seats, last quote was 42k", "[Won: won 1]"), ("they order 14 seats at $300", "[Won: won 1]")],
)  # fmt: skip
def test_the_worth_is_the_one_sum_of_the_order(team, line, worth):
    assert worth in team.text("Tom", f"logcall northwind: {line}")


@pytest.mark.parametrize(
    "line",
    ["po came, but for the wrong amount", "po came with changes", "the po came in, but unsigned", "PO received, but with the wrong date", "po came for the wrong amount", "po's here, it has two mistakes",
     "po came without the signature", "the PO is in, unsigned", "po arrived, with several conditions"],
)  # fmt: skip
def test_what_came_and_is_not_as_promised_is_asked_about_and_wins_nothing(team, line):
    team.say("Tom", "logcall northwind: sarah will send the po by tues")
    said = team.text("Tom", f"logcall northwind: {line}")
    assert "They did" not in said
    assert "Did that settle “send the po”?" in said.replace("PO", "po")
    assert "Is that a yes" not in said
    assert "won" not in team.text("Tom", "where northwind").lower()


@pytest.mark.parametrize(
    "line",
    ["orders 5 pizzas for the team on Fridays", "bought 2 tickets for the fair; she takes both", "she takes both calls with her boss", "takes 2 weeks off", "she takes two weeks off",
     "she takes 2 days of holiday", "she takes both kids to school", "she takes all the time she needs", "she takes 5 meetings a day", "he orders 2 beers", "she takes it slow"],
)  # fmt: skip
def test_what_is_private_time_or_talk_is_neither_order_nor_promise(team, line):
    said = team.text("Tom", f"logcall northwind: {line}")
    assert "yes to the deal" not in said
    assert "They will" not in said
    assert "thank you" not in said


def test_what_they_sent_or_wrote_is_no_talk(database):
    team = Team(database)
    team.say("Tom", "new deal with Phi Dental, Nora Quist")
    team.say("Tom", "logcall Phi: Nora sent the signed form")
    told = team.text("Tom", "when did I last talk to Nora?")
    assert "Never, as far as is on record: no conversation with Phi Dental. They were in touch Thu 12 March." in told
    team.say("Tom", "logcall Phi: talked to Nora, she likes it")
    assert "you spoke with Nora at Phi Dental" in team.text("Tom", "when did I last talk to Nora?")
    team.forward(days=1)
    team.say("Tom", 'logcall Phi: nora emailed: "we need it by March"')
    told = team.text("Tom", "when did I last talk to Nora?")
    assert "Thu 12 March, yesterday: you spoke with Nora" in told
    assert "They were in touch Fri 13 March." in told


@pytest.mark.parametrize(
    "line",
    ["sarah paid", "sarah paid the deposit", "logcall Northwind: deposit paid today", "northwind paid", "logcall Northwind: the po came in",
     "SMS from Sarah - paid, all good", "logcall Northwind: the 50% deposit hit our account this morning", "logcall Northwind: PO 4711 came in today",
     "the PO from Sarah came in", "Sarah mailed: please find attached our purchase order no 4711"],
)  # fmt: skip
def test_what_they_paid_and_a_po_win_nothing_unasked(team, line):
    said = team.text("Tom", line)
    said = team.text("Tom", "yes") if "Log that with" in said else said
    assert "Is that a yes to the deal?" in said
    assert "won on" not in said
    assert "won" not in team.text("Tom", "where northwind").lower()


@pytest.mark.parametrize(
    "line",
    ["northwind invoice paid", "logcall Northwind: Sarah paid the old invoice", "SMS from Sarah - invoice paid, all good",
     "sarah sent the po for the samples", "logcall Northwind: the po for the trial came in", "logcall Northwind: last month's bill is paid",
     "logcall Northwind: the PO from Sarah for the samples came in", "logcall Northwind: Sarah will send the PO on Friday", "sarah paid for lunch"],
)  # fmt: skip
def test_what_was_paid_for_something_else_asks_for_nothing_won(team, line):
    said = team.text("Tom", line)
    said = team.text("Tom", "yes") if "Log that with" in said else said
    assert "a yes to the deal" not in said
    assert "won" not in team.text("Tom", "where northwind").lower()


@pytest.mark.parametrize(
    ("promised", "line"),
    [("pays the deposit by Fri", "sarah paid"), ("pays the deposit by Fri", "logcall Northwind: deposit paid today"),
     ("pays the invoice by Fri", "northwind invoice paid"), ("pays by Fri", "northwind paid")],
)  # fmt: skip
def test_paid_ends_the_promise_to_pay(team, promised, line):
    team.say("Tom", f"logcall Northwind: Sarah {promised}")
    said = team.text("Tom", line)
    said = team.text("Tom", "yes") if "Log that with" in said else said
    assert "They did: pay" in said
    assert "They promised: nothing open" in team.text("Tom", "where northwind")


def test_of_two_to_pay_it_is_asked_which(team):
    team.say("Tom", "logcall Northwind: Sarah pays the deposit by Fri, Sarah pays the invoice by Mon")
    assert "They did" not in team.text("Tom", "logcall Northwind: Sarah paid")


@pytest.mark.parametrize(
    "line",
    [
        "northwind: june emailed, wants the price", "northwind: june wrote back, wants a demo", "northwind: Sarah replied by mail, wants a call",
        "logcall northwind: Sarah sent an email, she wants a demo",
    ],
)  # fmt: skip
def test_a_mail_of_theirs_is_no_talk_whatever_they_ask_for_in_it(team, line):
    assert "they got in touch Thu 12 March" in team.text("Tom", line)
    assert "No talk is on record" in team.text("Tom", "did I speak to northwind?")


@pytest.mark.parametrize("line", ["logcall northwind: just emailed, she is in", "logcall northwind: emailed Sarah"])
def test_a_mail_of_ours_is_no_word_of_theirs(team, line):
    assert "email Thu 12 March" in team.text("Tom", line)
