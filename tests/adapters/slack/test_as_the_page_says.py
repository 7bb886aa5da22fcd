"""docs/slack.md, done as it is written: the first line that a reader types, on any day of a week, and two workspaces of one company."""

import re
from datetime import UTC, datetime, timedelta

import pytest

from adapters.cli.roles import NotDone, expected
from bot.store import Database
from tests.serving import ROOT
from tests.slack.fake import FakeSlack
from tests.slack.installing import installing
from tests.slack.model import User
from tests.slack.serving import office

PAGE = (ROOT / "docs" / "slack.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("day", range(16, 23))  # Monday to Sunday
def test_the_line_of_the_page_brings_a_list_on_the_next_working_day(sqlite_url, open_database, day):
    (line,) = re.findall(r"Type `/logcall (Acme: [^`]+)`", PAGE)
    with office(open_database(sqlite_url)) as place:
        place.bot.at = datetime(2026, 3, day, 14, tzinfo=UTC)
        asked = place.fake.command(place.rita, "/logcall", line).ephemeral()
        assert "A new one?" in asked.text
        told = place.fake.press(asked, "Create “Acme”").ephemeral().text
        expected_on = place.bot.at + timedelta(days={20: 3, 21: 2}.get(day, 1))
        assert f"Back on your list: {expected_on:%a} {expected_on.day} March" in told
        place.bot.at = expected_on.replace(hour=8, minute=31)
        assert place.bot.tick() == 1
        assert "send the case study" in place.fake.messages(place.rita)[-1]["text"]


def typed(fake: FakeSlack, user: User, line: str) -> str:
    return fake.command(user, "/followthrough", line).ephemeral().text


def rita(fake, workspace):
    return fake.add_user(workspace, "rita", real_name="Rita Moss", email="r@acme.test")


def organisations(database: Database) -> list[str]:
    return [one.name for one in database.operate(lambda operator: operator.organisations())]


def test_a_further_workspace_that_was_named_before_it_came_is_of_one_company_with_the_first(sqlite_url, open_database):
    database = open_database(sqlite_url)
    with installing(database) as (fake, bot, url):
        europe, america = fake.add_workspace("Acme EU"), fake.add_workspace("Acme US")
        here, there = (rita(fake, one) for one in (europe, america))
        fake.install(here, f"{url}/slack/install")
        (acme,) = database.operate(lambda operator: operator.organisations())
        assert expected(database, acme, "slack", america.id, bot.at).endswith("its people join Acme EU.")
        with pytest.raises(NotDone, match="is awaited already: its people join Acme EU"):
            expected(database, acme, "slack", america.id, bot.at)
        fake.install(there, f"{url}/slack/install")
        typed(fake, here, "new Globex")
        assert "Globex" in typed(fake, there, "deals")
        with pytest.raises(NotDone, match="is connected already: its people are in Acme EU"):
            expected(database, acme, "slack", america.id, bot.at)


def test_one_that_was_not_is_a_company_of_its_own_and_everybody_is_told_what_that_means(sqlite_url, open_database):
    database = open_database(sqlite_url)
    with installing(database) as (fake, bot, url):
        europe, america = fake.add_workspace("Acme EU"), fake.add_workspace("Acme US")
        here, there = (rita(fake, one) for one in (europe, america))
        for installer in (here, there):
            fake.install(installer, f"{url}/slack/install")
        assert organisations(database) == ["Acme EU", "Acme US"]
        found = re.search(r"link (\w{4} \w{4})", typed(fake, here, "link"))
        assert found
        of_another = typed(fake, there, f"link {found[1]}")
        assert "It joins only places of one company" in of_another
        assert of_another == typed(fake, there, "link ABCD EFGH"), "it tells nothing of another company"
        first, _ = database.operate(lambda operator: operator.organisations())
        with pytest.raises(NotDone, match="is 2 Acme US, an organisation of its own since it connected"):
            expected(database, first, "slack", america.id, bot.at)
