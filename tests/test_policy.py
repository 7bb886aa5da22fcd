"""The figures of the policy: shown, tried out without writing, saved as an act, taken back with what it did to the deals."""

import pytest

from adapters.cli.roles import made_admin
from bot.commands import command_from
from bot.commands.policy import SaveFigures, TryFigures
from bot.model import Policy
from bot.playbook.figures import CURRENCY, FIGURES, OF_THE_STANDING
from bot.views.policy import LABELS
from tests.settled import settled
from tests.statements import statements
from tests.team import Team

SAVE = "settings policy gap 5 days instead of 7 days"
pytestmark = pytest.mark.rule("H7")


@pytest.fixture
@settled
def team(database) -> Team:
    made = Team(database)
    made_admin(database, "maria@northlight.example", "")
    made.text("Tom", "new Acme, 40 seats")
    made.text("Tom", 'logcall Acme: Dana said "we like it"')
    return made


def policy(team: Team) -> Policy:
    return team.database.read(team.organisation_id, lambda store: store.organisation.policy)


def next_on(team: Team) -> str:
    deals = team.database.read(
        team.organisation_id, lambda store: store.deals.named(frozenset({team.member("Tom").id}))
    )
    return (
        team.text("Tom", f"where {deals[0].id}")
        .split("Next: ")[1]
        .splitlines()[0]
        .split(" (")[0]
        .removeprefix("no call agreed with them yet; on the list ")
    )


def test_every_figure_that_decides_something_can_be_set():
    unread = {"stale_after_days", "day_ends_at"}
    assert {*FIGURES, CURRENCY} == {*Policy.__dataclass_fields__} - unread
    assert {*LABELS} == {*FIGURES}
    assert OF_THE_STANDING.issubset(FIGURES)


@pytest.mark.parametrize("figure", FIGURES.values(), ids=list(FIGURES))
def test_each_is_known_by_its_name(figure):
    assert command_from(f"settings policy {figure.typed} 5") == TryFigures(((figure.name, "5"),))
    assert command_from(f"settings policy {figure.name} 5") == TryFigures(((figure.name, "5"),))


def test_what_is_shown_is_saved_only_with_the_value_before():
    assert command_from("settings policy gap 5, long gap 10") == TryFigures((("min_gap", "5"), ("long_gap", "10")))
    assert command_from(SAVE) == SaveFigures((("min_gap", "5 days", "7 days"),))


def test_trying_out_writes_nothing(team):
    team.forward(days=4)  # Monday; a gap of five days ends tomorrow
    said = team.text("Maria", "settings policy weekly gap 5")
    assert (
        "Of 1 open deal in the organisation, 1 instead of 0 would be due tomorrow, Tue 17 March. Due today: 0." in said
    )
    assert policy(team).min_gap == 7
    assert next_on(team) == "Thu 19 March"


def test_a_save_moves_the_deals_and_an_undo_moves_them_back(team):
    team.text("Maria", SAVE)
    assert (policy(team).min_gap, next_on(team)) == (5, "Tue 17 March")
    assert team.recompute() == 0
    assert "by Maria, Thu 12 March; 7 days before" in team.text("Tom", "settings policy")
    assert team.text("Maria", "undo").startswith("Taken back: changed the policy: gap 5 days (7 days before)")
    assert (policy(team).min_gap, next_on(team)) == (7, "Thu 19 March")
    assert "by Maria" not in team.text("Tom", "settings policy")
    assert team.recompute() == 0


def test_an_earlier_change_is_taken_back_without_the_later_one(team):
    team.text("Maria", SAVE)
    first = team.database.read(team.organisation_id, lambda store: store.acts.last_of(team.member("Maria").id)).id
    team.text("Maria", "settings policy gap 4 days instead of 5 days, rate 60 EUR instead of none")
    team.text("Maria", f"undo {first}")
    assert (policy(team).min_gap, policy(team).hourly_rate, policy(team).currency) == (4, 60, "EUR")
    team.text("Maria", "undo")
    assert (policy(team).min_gap, policy(team).hourly_rate, policy(team).currency) == (7, 0, "")
    assert team.recompute() == 0


@pytest.mark.parametrize("figure", [figure for figure in FIGURES.values() if figure.name not in OF_THE_STANDING])
def test_figures_that_move_no_deal_really_move_none(team, figure):
    now = team.text("Maria", f"settings policy {figure.typed} {getattr(Policy(), figure.name) + 1}")
    assert "It moves no deal" in now
    save = now.split("[Save: ")[1].split("]")[0]
    team.text("Maria", save)
    assert getattr(policy(team), figure.name) == getattr(Policy(), figure.name) + 1
    assert team.recompute() == 0


def test_the_same_is_never_saved_twice(team):
    team.text("Maria", SAVE)
    assert team.text("Maria", SAVE) == "That is how it is already."
    team.text("Maria", "undo")
    assert team.text("Maria", "undo") == "There is nothing of yours to take back."


def test_an_old_button_never_overwrites_what_another_admin_changed(team):
    team.text("Maria", "make Lena an admin")
    team.text("Lena", "settings policy gap 9 days instead of 7 days")
    said = team.text("Maria", SAVE)
    assert "Meanwhile somebody changed it: “gap” is 9 days now. Nothing is saved" in said
    assert "Save: settings policy gap 5 days instead of 9 days" in said
    assert policy(team).min_gap == 9


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("settings policy gap 0", "Give a whole number, 1 to 60 days."),
        ("settings policy gap five minutes", "Give a whole number, 1 to 60 days."),
        ("settings policy gap", "7 days now"),
        ("settings policy rate lots", "a whole amount up to 10,000 and its currency"),
        ("settings policy colour blue", "No figure is called “colour blue”. They are: gap, long gap"),
        ("settings policy gap 20", "Change both at once: settings policy gap 20 days, long gap 20 days"),
        ("settings policy long gap 22", "“long gap” cannot be more than “silence”"),
        ("settings policy top three 20", "top deal 20 %, top three 20 %"),
        ("settings policy top deal 60%", "“top deal” cannot be more than “top three”"),
        ("settings policy gap one week", "That is how it is already."),
        ("settings policy gap 0 days instead of 7 days", "Give a whole number, 1 to 60 days."),
    ],
)
def test_what_cannot_be_says_what_can(team, line, said):
    assert said in team.text("Maria", line)
    assert policy(team) == Policy()


def test_an_undo_leaves_no_figures_that_do_not_go_together(team):
    team.text("Maria", "settings policy silence 30 days instead of 21 days")
    first = team.database.read(team.organisation_id, lambda store: store.acts.last_of(team.member("Maria").id)).id
    team.text("Maria", "settings policy long gap 25 days instead of 14 days")
    assert "“long gap” would be 25 days and “silence” 21 days" in team.text("Maria", f"undo {first}")
    assert policy(team).max_gap == 30


def test_who_is_no_admin_any_more_takes_nothing_back(team):
    team.text("Maria", SAVE)
    act = team.database.read(team.organisation_id, lambda store: store.acts.last_of(team.member("Maria").id)).id
    team.text("Maria", "make Lena an admin")
    team.text("Lena", "make Maria a manager")
    assert team.text("Maria", f"undo {act}") == "Only an admin can change that: Lena Vogt."
    assert policy(team).min_gap == 5


def test_trying_out_takes_as_many_statements_for_many_deals(team):
    few = statements(team, "Maria", "settings policy gap 5")
    team.text("Tom", "start Borealis; Corvid; Dunmore; Elmfield")
    assert statements(team, "Maria", "settings policy gap 5") == few
