"""Charts of the work: one's own first, a team's from three reps on, and always the numbers in words."""

from datetime import date
from itertools import pairwise

import pytest

from adapters.bars import bars
from adapters.local.charts import chart_html
from adapters.slack.charts import MOST
from adapters.slack.render import has_own_charts, home, message, modal_card
from adapters.teams.charts import drawn as teams_chart
from bot.cards import Card, Chart, Series, numbers_told, plain_text
from bot.commands import Nonsense, command_from
from bot.commands.measuring import Charts, OfWhom
from bot.playbook.given_back import GivenBack
from bot.playbook.measures import Drawn, Kept, Measures, Touched
from bot.views.charts import Asked, Reader, charts_card
from tests.slack import blockkit
from tests.statements import statements
from tests.team import Team

PROMISES = Chart("Promises", ("Kept in time", "Not kept"), (Series("They", (9, 1)), Series("We", (4, 0))))
HOURS = Chart("Hours that ended deals had taken", ("Let go", "Customer said no"), (Series("", (3.5, 0)),))


@pytest.fixture
def team(database) -> Team:
    return Team(database)  # Thu 12 March 2026


@pytest.mark.parametrize(("typed", "command"), [
    ("chart", Charts()), ("charts", Charts()), ("chart team", Charts(OfWhom.team)), ("chart promises", Charts(drawn=Drawn.promises)),
    ("show me a chart of promises", Charts(drawn=Drawn.promises)), ("Show me the team chart?", Charts(OfWhom.team)),
    ("promises kept both ways as a chart", Charts(drawn=Drawn.promises)), ("draw me a graph of touches per advance", Charts(drawn=Drawn.touches)),
    ("chart of deals let go and won back", Charts(drawn=Drawn.deals)), ("chart team hours, last 30 days", Charts(OfWhom.team, 30, Drawn.hours)),
    ("chart hours returned for my team last month", Charts(OfWhom.team, 30, Drawn.hours)), ("chart mine promises 365 days", Charts(OfWhom.mine, 365, Drawn.promises)),
])  # fmt: skip
def test_a_chart_is_asked_for_in_everyday_words(typed, command):
    assert command_from(typed) == command


@pytest.mark.parametrize("typed", ["chart on mars", "Chart Industries said yes", "Acme as a chart"])
def test_what_is_no_chart_stays_what_it_was(typed):
    assert isinstance(command_from(typed), Nonsense)


def test_the_numbers_stand_in_words_and_in_bars():
    assert numbers_told(PROMISES) == ["They: kept in time 9, not kept 1", "We: kept in time 4, not kept 0"]
    assert numbers_told(HOURS) == ["Let go 3.5, customer said no 0"]
    assert bars(PROMISES) == [
        "They", "Kept in time 9 ▇▇▇▇▇▇▇▇▇▇▇▇", "Not kept     1 ▇", "We", "Kept in time 4 ▇▇▇▇▇", "Not kept     0",
    ]  # fmt: skip


def test_slack_draws_two_charts_in_a_message_and_the_others_as_bars():
    card = Card("Charts", (PROMISES, HOURS, PROMISES))
    drawn = message(card, own_charts=MOST)
    assert [block["type"] for block in drawn["blocks"]].count("data_visualization") == MOST
    assert blockkit.problems(drawn) == []
    shown = "\n".join(blockkit.texts(drawn["blocks"]))
    assert shown.count("kept in time 9") == 1
    assert "Kept in time 9 ▇" in shown
    for other in (message(card), home([card]), modal_card(card, title="Charts")):
        assert not has_own_charts(other)
        assert blockkit.problems(other) == []


def test_both_sides_stand_on_one_scale_in_teams_and_each_number_once():
    pictured, *more = [part for part in teams_chart(PROMISES) if part["type"].startswith("Chart.")]
    assert more == [], "a second picture has a scale of its own"
    assert [(point["x"], point["y"]) for point in pictured["data"]] == [
        ("They: kept in time", 9), ("They: not kept", 1), ("We: kept in time", 4), ("We: not kept", 0),
    ]  # fmt: skip
    assert "kept in time 9" not in str(teams_chart(PROMISES))
    assert str(chart_html(PROMISES)).count("kept in time 9") == 2, "read out and described, and no line below it"


def test_a_label_too_long_for_slack_is_drawn_as_bars():
    assert not has_own_charts(message(Card("", (Chart("x", ("a" * 21,), (Series("", (1,)),)),)), own_charts=MOST))


def test_slack_shows_whose_the_bars_are_as_a_heading():
    parts = [part for block in message(Card("", (PROMISES,)))["blocks"] for part in block["elements"]]
    bold = [one["text"] for part in parts for one in part["elements"] if one.get("style") == {"bold": True}]
    assert bold == ["Promises\nThey", "We"], "in a section each they would stand in one line"
    kinds = [part["type"] for part in parts]
    assert all(pair != ("rich_text_section",) * 2 for pair in pairwise(kinds))
    assert "They" not in "".join(blockkit.texts([part for part in parts if part["type"] == "rich_text_preformatted"]))


def test_with_whom_ours_are_late_is_named_as_well():
    found = Measures(
        theirs=Kept(due=14, still_open=10, late_with={1: 4, 2: 6}),
        ours=Kept(due=9, still_open=3, late_with={1: 1, 2: 2}),
    )
    asked = Asked(Drawn.everything, 90, date(2026, 3, 12), is_team=True)
    told = plain_text(charts_card(found, GivenBack(), asked, Reader(leads=True, names={1: "Lena", 2: "Tom"})))
    assert (
        "are late: Lena 4, Tom 6. 3 of ours are late too: Lena 1, Tom 2. Press “What is late?”: ours first; open one to ask its rep."
        in told
    )
    assert "one that was put off in time counts on its new day" in told


@pytest.mark.rule("S33")
def test_a_team_is_drawn_from_three_reps_on(team):
    for name, deal in (("Tom", "Acme"), ("Lena", "Brio"), ("Maria", "Dova")):
        team.say(name, f"new {deal}")
        team.say(name, f"logcall {deal}: she sends the plan by Fri, I send pricing tomorrow")
    team.forward(days=4)
    assert "A team is drawn from three reps on" in team.text("Maria", "chart team"), "her own work makes no third rep"
    team.say("Omar", "new Cato")
    team.say("Omar", "logcall Cato: talked to Otto")
    drawn = team.text("Maria", "chart team")
    assert "Customers kept 0 of 2; two are late and still open." in drawn
    assert "We kept" not in drawn, "two reps promised: each would read the other's"
    assert "drawn from three reps on who promised" in drawn
    assert (
        "All 2 of the customers' promises that fell due are late: Lena 1, Tom 1. Press “What is late?”: open one to ask its rep."
        in drawn
    )
    assert [name for name in ("Acme", "Brio", "Maria") if name in drawn] == []
    own = team.text("Tom", "chart")
    assert "We: late and open 1" in own, "one's own first"
    assert "Your one promise that fell due is late. Do that first." in own
    assert "a team is shown to whoever leads it" in team.text("Tom", "chart team")


def test_what_is_late_in_a_chart_is_late_in_the_team_view_and_in_the_list(team):
    for name, deal in (("Tom", "Acme"), ("Lena", "Brio"), ("Omar", "Cato"), ("Omar", "Dova"), ("Maria", "Fenn")):
        team.say(name, f"new {deal}")
        team.say(name, f"logcall {deal}: she sends the plan by Fri, I send pricing tomorrow")
    team.forward(days=4)
    team.say("Tom", "they moved Acme plan to 30 March")
    team.say("Omar", "let go Dova: no answer")
    drawn, whole = team.text("Maria", "chart team"), team.text("Maria", "where is my team?")
    assert "Customers: late and open 2, missed and moved 1, not kept 1" in drawn
    assert "We: late and open 3, missed and moved 0, not kept 1" in drawn
    assert "They owe: 3, 2 of them late" in whole
    assert "We owe: 3, all of them late" in whole
    ours, theirs = team.text("Maria", "late").split("They promised")
    assert theirs.count("late (due Fri 13 March)") == 1 + 2, "her own deal is in the list alone"
    assert ours.count("late (due Fri 13 March)") == 1 + 3


def test_a_chart_says_its_day_and_since_when_there_is_anything_to_draw(team):
    team.say("Tom", "new Acme")
    team.say("Tom", "logcall Acme: talked to Dana")
    team.forward(days=31)
    assert "Your own work in charts, Sun 12 April: since Thu 12 March" in team.text("Tom", "chart 365 days")
    team.say("Tom", "logcall Acme: talked to Dana")
    assert "Your own work in charts, Sun 12 April: the last 30 days" in team.text("Tom", "chart 30 days")


@pytest.mark.rule("H51", "H52")
def test_what_ends_gives_its_time_back_until_it_is_on_again(team):
    team.say("Tom", "new Acme")
    team.say("Tom", "logcall Acme: talked to Dana")
    team.say("Tom", "new Brio")
    team.say("Tom", "logcall Brio: talked to Otto")
    team.say("Tom", "let go Acme: no answer")
    team.say("Tom", "lost Brio: too dear")
    assert "Let go 15, customer said no 15" in team.text("Tom", "chart hours")
    assert "Won 0, lost 1, let go 1, won back 0" in team.text("Tom", "chart deals")
    assert "Deals that ended\nLost 1, let go 1." in team.text("Tom", "chart"), "in a line, beside the others"
    team.forward(days=1)
    team.say("Tom", "reply Acme: we want it after all")
    assert "The deals where the customer said no had taken 15 minutes." in team.text("Tom", "chart hours")
    team.say("Tom", "won Acme")
    assert "Won 1, lost 1, let go 1, won back 1, signed since then 1" in team.text("Tom", "chart deals")
    team.say("Tom", "reopen Brio")
    assert "won back 1" in team.text("Tom", "chart deals"), "a no that was reopened was never let go"


@pytest.mark.rule("H47")
def test_a_no_after_a_let_go_brings_nothing_back(team):
    team.say("Tom", "new Acme")
    team.say("Tom", "let go Acme: no answer")
    team.forward(days=1)
    team.say("Tom", "reply Acme: we went with somebody else")
    team.say("Tom", "lost Acme: somebody else")
    assert "Won 0, lost 1, let go 1, won back 0" in team.text("Tom", "chart deals")


def test_how_many_touches_an_advance_takes_is_said_from_twenty_on():
    for touches, told in ((19, ""), (20, "About 4 calls or messages for each promise of theirs.")):
        found = Measures(touched=Touched(touches, 9, 5))
        card = charts_card(found, GivenBack(), Asked(Drawn.touches, 90, date(2026, 3, 12)), Reader())
        assert ("promise of theirs." in plain_text(card)) is bool(told)
        assert told in plain_text(card)


def test_a_chart_takes_as_many_statements_for_many_deals_as_for_few(team):
    counts = []
    for number in range(2):
        for name in ("Tom", "Lena", "Omar"):
            team.say(name, f"new Deal{name}{number}")
            team.say(name, f"logcall Deal{name}{number}: she sends the plan by Fri")
        counts.append(statements(team, "Maria", "chart team"))
    assert counts[0] == counts[1]
