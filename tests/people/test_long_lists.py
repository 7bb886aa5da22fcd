"""Lists that a platform cuts go on: who is in, who leads whom, a large team and all its lines. Once each, none left out."""

import re

import pytest

from adapters.slack.render import message as in_slack
from adapters.slack.render import pressed
from adapters.teams.messages import message as in_teams
from bot.cards import Card, FieldKind, Reply
from bot.model import Role
from tests.slack import blockkit
from tests.team import Team

ONE_DATABASE = True
MANY = 60


@pytest.fixture
def large(team) -> Team:
    """Maria leads sixty more reps, each with a deal of which nobody knows."""
    maria = team.member("Maria").id

    def add(store) -> list[int]:
        return [store.members.add(f"Rep{n:02} Moe", Role.rep, "UTC", manager_id=maria) for n in range(MANY)]

    ids = team.database.write(team.organisation_id, add)
    for n, id_ in enumerate(ids[:30]):
        team.say("Lena", f"new Firm{n:02} Works")
        team.say("Lena", f"done Firm{n:02} voicemail")
        team.say("Maria", f"deal give Firm{n:02} to {id_}")
    return team


def of_slack(card: Card) -> tuple[str, str]:
    drawn = in_slack(card)
    assert blockkit.message(drawn) == []
    commands = [pressed(action)[0] for action in blockkit.pressable(drawn["blocks"])]
    return str(drawn["blocks"]), next((c for c in commands if " from " in c), "")


def of_teams(card: Card) -> tuple[str, str]:
    drawn = in_teams(Reply(card), token="t")
    goes_on = re.search(r"'([^']* from \d+)'", str(drawn))
    return str(drawn["attachments"]), goes_on[1] if goes_on else ""


def all_pages(team: Team, who: str, asked: str, shown) -> list[str]:
    pages, line = [], asked
    for _ in range(40):
        text, line = shown(team.say(who, line).card)
        pages.append(text)
        if not line:
            return pages
    raise AssertionError("it has no end")


@pytest.mark.parametrize("shown", [of_slack, of_teams])
@pytest.mark.parametrize(("who", "asked"), [("Ana", "people"), ("Ana", "team"), ("Maria", "team"), ("Maria", "where is my team?"), ("Maria", "where all team")])  # fmt: skip
def test_everybody_is_seen_once(large, shown, who, asked):
    text = "".join(all_pages(large, who, asked, shown))
    for n in range(MANY):
        assert f"Rep{n:02} Moe" in text
    assert len(re.findall(r"Rep07 Moe(?:, rep|: )", text)) >= 1


@pytest.mark.parametrize("shown", [of_slack, of_teams])
@pytest.mark.parametrize("asked", ["where all team", "monday all"])
def test_every_line_of_a_team_is_reached(large, shown, asked):
    text = "".join(all_pages(large, "Maria", asked, shown))
    for n in range(30):
        assert f"Firm{n:02} Works" in text, n


def test_the_buttons_of_a_team_lead_on(large):
    whole = next(
        b.command
        for block in large.say("Maria", "where is my team?").card.blocks
        for b in getattr(block, "buttons", ())
        if b.label == "Show every line"
    )
    assert whole == "where all team"
    assert of_slack(large.say("Maria", whole).card)[1].startswith("where all team from ")


@pytest.mark.parametrize("asked", ["people from 900", "team from 900", "where all team from 900"])
def test_behind_the_last_line_is_nothing_and_the_ways_on_stay(large, asked):
    who = "Maria" if "where" in asked else "Ana"
    told = large.text(who, asked)
    assert "Those were all." in told
    assert "Rep0" not in told


@pytest.mark.parametrize(
    "line", ["people from Acme liked it", "team from Acme wants a demo", "where team from Acme", "people from"]
)
def test_words_that_name_no_line_are_no_page(team, line):
    assert "Who is in" not in team.text("Ana", line)
    assert "Who leads whom" not in team.text("Ana", line)


def test_of_many_leaders_it_is_said_that_some_are_left_out(team):
    def add(store) -> None:
        for n in range(120):
            store.members.add(f"Lead{n:03} Berg", Role.manager, "UTC")

    team.database.write(team.organisation_id, add)
    form = team.say("Ana", "make Tom").form
    field = form.fields[1]
    assert field.kind is FieldKind.choice
    assert len(field.options) == 100
    assert field.options[1][1] == "Maria Keane"  # who leads them now
    assert field.hint == "The first 99 of 122. Another: make 2 a rep of NAME"
    assert team.say("Tom", "team").form is None


def test_few_leaders_need_no_hint(team):
    assert team.say("Ana", "make Tom").form.fields[1].hint == ""


def test_a_name_that_many_deals_have_says_that_more_fit(team):
    for n in range(9):
        team.say("Tom", f"new Company {n}, plan {n}")
    told = team.text("Tom", "where company")
    assert "Which one is “company”?" in told
    assert "More fit than these six: type more of the name, or whom you know there." in told
    for n in range(9):
        team.say("Lena", f"new Firma {n}") if n < 3 else None
    assert "More fit" not in team.text("Lena", "where firma")


def test_more_colleagues_than_buttons_are_told(large):
    large.say("Tom", "new Quill")
    assert "Who gets Quill? For one of the other 55 type: deal give Quill to NAME" in large.text(
        "Tom", "deal give Quill"
    )
