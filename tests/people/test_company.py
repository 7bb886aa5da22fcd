"""What the company is called in words to a prospect: as an admin says, and never a workspace's emoji or marks."""

import pytest

from adapters.cli.roles import called, made_admin
from bot.model import sayable
from bot.store.tables import audit
from tests.settled import settled
from tests.slack.installing import installing
from tests.team import Team


@pytest.fixture
@settled
def team(database) -> Team:
    made = Team(database)
    made_admin(database, "maria@northlight.example", "")
    made.text("Tom", "new Acme, 40 seats")
    made.text("Tom", 'logcall Acme: Dana said "we like it", she checks with finance by Mon')
    return made


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("acme-hq-internal 🚀 <!channel>", "acme-hq-internal"),
        (":rocket: Acme Labs :tada:", "Acme Labs"),
        ("👩‍💻 Acme – ✅", "Acme"),
        ("Acme™ & Sons, Inc.", "Acme™ & Sons, Inc."),
        ("Smith :: Partner", "Smith :: Partner"),
        ("3:30 Coffee", "3:30 Coffee"),
        ("株式会社アクメ", "株式会社アクメ"),
        ("🚀", ""),
        ("11111111-2222-3333-4444-555555555555x", "11111111-2222-3333-4444-555555555555x"),
    ],
)
def test_what_of_a_name_is_said(name, said):
    assert sayable(name) == said


def test_an_admin_says_it_in_chat_and_every_text_follows(team):
    assert "This is Maria Keane at " in team.text("Maria", "settings company")
    told = team.text("Maria", "settings company “Initech Ltd.”")
    assert "✓ Words to a prospect say “This is Maria Keane at Initech Ltd.” from now on." in told
    assert "Tom Becker at Initech Ltd" in team.text("Tom", "words Acme")
    assert "This is Tom Becker at Initech Ltd" in team.text("Tom", "settings company")
    actions = team.database.operate(lambda operator: operator.connection.execute(audit.select()).all())
    assert [one.member_id for one in actions if one.action == "company"] == [team.member("Maria").id]


def test_nobody_else_does(team):
    assert "Only an admin can change that: Maria Keane." in team.text("Tom", "settings company Initech")
    assert "Initech" not in team.text("Tom", "words Acme")


@pytest.mark.parametrize("name", ["🚀", "x" * 81, "<!channel>"])
def test_a_name_of_which_nothing_can_be_said_is_none(team, name):
    assert "1 to 80 characters, and letters or figures" in team.text("Maria", f"settings company {name}")
    with pytest.raises(ValueError, match="1 to 80"):
        called(team.database, team.organisation_id, name)


def test_whoever_installs_it_in_slack_reads_what_is_said_and_how_it_is_changed(sqlite_url, open_database):
    with installing(open_database(sqlite_url)) as (fake, bot, url):
        acme = fake.add_workspace("acme-hq 🚀 <!channel>")
        ana = fake.add_user(acme, "ana", real_name="Ana Ruiz")
        fake.install(ana, f"{url}/slack/install")
        bot.tick()
        (welcome,) = fake.messages(ana)
        assert "Words to a prospect say acme-hq as your company." in welcome["text"]
        assert "settings company Acme" in welcome["text"]
        told = fake.command(ana, "/followthrough", "settings company Acme Sales").ephemeral()
        assert "This is Ana Ruiz at Acme Sales" in told.text
        assert "at acme-hq" in fake.press(told, "Back to acme-hq").ephemeral().text
