"""What was typed in a form is never lost, though the deal that it is about went to somebody else while it was open."""

import pytest

from bot.cards import Buttons, Line, Message, plain_text
from tests.settled import settled
from tests.team import Team

WORDS = "he wants the small one"


@pytest.fixture
@settled
def team(database) -> Team:
    made = Team(database)
    for name in ("Quill", "Bolt"):
        made.say("Tom", f"new {name}")
    return made


def give_away(team: Team, to: str = "Omar") -> None:
    team.say("Maria", f"deal give Quill to {to}")


def commands(reply) -> list[str]:
    rows = [block.buttons for block in reply.card.blocks if isinstance(block, Buttons | Line)]
    return [button.command for row in rows for button in row]


@pytest.mark.parametrize(("opened", "deal"), [("logcall", "1"), ("log Quill", "Quill"), ("logcall", "Quill")])
def test_a_call_for_a_deal_that_was_given_away_meanwhile_is_kept_and_can_go_elsewhere(team, opened, deal):
    form = team.say("Tom", opened).form
    give_away(team)
    filled = {"deal": deal, "said": WORDS, "theirs": "sign by Fri", "ours": ""}
    refused = team.say("Tom", form.command, filled, key=form.key)
    assert "Quill is Omar's now: Maria handed it over." in plain_text(refused.card)
    assert "What you typed is kept." in plain_text(refused.card)
    assert team.text("Tom", "drafts").count(f"Quill; {WORDS}; sign by Fri") == 1
    again = team.press(refused, "Put it on another deal").form
    assert {one.name: one.value for one in again.fields} == {**filled, "deal": ""}
    logged = team.say("Tom", again.command, {**filled, "deal": "Bolt"}, key=again.key)
    assert "Logged: Bolt" in plain_text(logged.card)
    assert "Nothing is waiting" in team.text("Tom", "drafts")


def test_a_message_for_such_a_deal_is_kept_too(team):
    form = team.say("Tom", "logcall", {"line": f"Quill: {WORDS}"}).form
    give_away(team)
    refused = team.say("Tom", form.command, {"deal": "1", "line": WORDS}, key=form.key)
    assert "Quill is Omar's now" in plain_text(refused.card)
    assert team.text("Tom", "drafts").count(f"Quill: {WORDS}") == 1
    again = team.press(refused, "Put it on another deal").form
    assert "Logged: Bolt" in plain_text(
        team.say("Tom", again.command, {"deal": "Bolt", "line": WORDS}, key=again.key).card
    )


def test_a_line_for_such_a_deal_goes_elsewhere_as_well(team):
    give_away(team)
    again = team.press(team.say("Tom", f"logcall Quill: {WORDS}"), "Put it on another deal").form
    assert {one.name: one.value for one in again.fields} == {"deal": "", "line": WORDS}


@pytest.mark.parametrize(
    ("command", "fields"),
    [
        ("deal contact 1", {"name": "Dana Reyes", "phone": "555 0142"}),
        ("keep 1", {"why": "budget freeze", "until": "Fri"}),
        ("deal value 1", {"value": "12,000 EUR"}),
        ("helped 1", {"answer": "offer ten percent"}),
    ],
)
def test_every_form_for_such_a_deal_says_whose_it_is_and_can_be_tried_again(team, command, fields):
    give_away(team)
    refused = team.say("Tom", command, fields, key="view-1")
    assert "Quill is Omar's now: Maria handed it over." in plain_text(refused.card)
    assert "; ".join(fields.values()) in team.text("Tom", "drafts")
    assert "new Quill" in commands(refused), "by its name, not its number"
    team.say("Maria", "undo")
    if not command.startswith("helped"):
        assert "✓" in plain_text(team.press(refused, "Try it again").card)
        assert "Nothing is waiting" in team.text("Tom", "drafts")


def test_an_answer_that_nobody_waits_for_any_more_is_kept(team):
    assert "What you typed is kept." in plain_text(team.say("Maria", "helped 1", {"answer": "offer ten percent"}).card)


def test_the_same_form_sent_again_leaves_one_draft(team):
    give_away(team)
    for _ in range(2):
        team.say("Tom", "deal contact 1", {"name": "Dana Reyes", "phone": "555 0142"}, key="view-1")
    assert team.text("Tom", "drafts").count("Dana Reyes") == 1


@pytest.mark.parametrize("deal", ["77", "Mr Smith"])
def test_where_nothing_is_known_of_the_deal_what_was_typed_is_kept_and_no_name_told(team, deal):
    refused = team.say("Tom", "logcall", {"deal": deal, "said": WORDS, "theirs": "", "ours": ""})
    assert "What you typed is kept." in plain_text(refused.card)
    assert WORDS in team.text("Tom", "drafts")


def test_what_came_to_something_or_is_shown_leaves_no_draft(team):
    team.say("Tom", "deal contact 1", {"name": "Dana Reyes", "phone": "555 0142"})
    team.say("Tom", "settings", {"phone": ""})
    said = team.say("Tom", "deal value 1", {"value": "plenty"})
    assert "I can't read “plenty”" in plain_text(said.card)
    assert "Nothing is waiting" in team.text("Tom", "drafts")


def test_who_never_had_the_deal_is_not_told_whose_it_is(team):
    give_away(team)
    assert "Omar" not in team.text("Lena", "where Quill")
    assert "Omar" not in plain_text(team.say("Lena", "deal value 1", {"value": "12,000 EUR"}).card)


def test_of_two_with_one_name_only_who_had_it_is_told(team):
    give_away(team)
    tom, lena = team.member("Tom"), team.member("Lena")
    team.database.write(
        team.organisation_id,
        lambda store: store.members.change(store.acts.begin(lena.id, team.clock(), "named"), lena.id, name=tom.name),
    )
    said = team.app.answer(Message(team.organisation_id, lena.id, "where Quill"))
    assert "Omar" not in plain_text(said.card)


@pytest.mark.parametrize("until", ["31/2", "whenever", "yesterday"])
def test_a_day_that_cannot_be_is_marked_in_the_form_with_what_was_typed(team, until):
    form = team.say("Tom", "keep 1", {"why": "budget freeze", "until": until}).form
    assert [(one.name, one.value, bool(one.error)) for one in form.fields] == [
        ("why", "budget freeze", False),
        ("until", until, True),
    ]
    typed = team.say("Tom", f"keep Quill because budget freeze until {until}")
    assert typed.form is None


def test_what_waits_again_stands_there_as_it_was_typed(team):
    """ "resume 4" stood in the drafts after *Go on with it*."""
    team.say("Tom", "logcall Osprey")
    assert "logcall Osprey" in team.text("Tom", "drafts")
    team.press(team.say("Tom", "drafts"), "Go on with it")
    told = team.text("Tom", "drafts")
    assert "today 14:00: logcall Osprey" in told
    assert ": resume" not in told.split("\n")[1]
