"""A link code in Slack: stolen in one's own workspace it does nothing; used in another, its owner is told at once, and takes it back."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

import pytest

from adapters.cli.roles import expected
from bot.model import Role
from tests.slack.fake import FakeSlack
from tests.slack.installing import installing
from tests.slack.model import User
from tests.slack.serving import Bot


@dataclass
class Place:
    """Rita, the admin, and Eve in one workspace, Zoe in another of the same organisation."""

    fake: FakeSlack
    bot: Bot
    rita: User
    eve: User
    zoe: User

    def typed(self, user: User, line: str) -> str:
        return self.fake.command(user, "/followthrough", line).ephemeral().text

    def code(self) -> str:
        found = re.search(r"link (\w{4} \w{4})", self.typed(self.rita, "link"))
        assert found
        return found[1]

    def told(self, user: User) -> list[str]:
        return [m["text"] for m in self.fake.messages(user) if "Your link code was used" in m["text"]]


@pytest.fixture
def place(sqlite_url, open_database) -> Iterator[Place]:
    database = open_database(sqlite_url)
    with installing(database) as (fake, bot, url):
        europe, america = fake.add_workspace("Acme EU"), fake.add_workspace("Acme US")
        rita, eve = (
            fake.add_user(europe, name, real_name=full, email=f"{name}@acme.test")
            for name, full in (("rita", "Rita Moss"), ("eve", "Eve Mole"))
        )
        zoe = fake.add_user(america, "zoe", real_name="Zoe Ray", email="zoe@other.test")
        fake.install(rita, f"{url}/slack/install")
        (acme,) = database.operate(lambda operator: operator.organisations())
        expected(database, acme, "slack", america.id, bot.at)
        fake.install(zoe, f"{url}/slack/install")
        fake.command(eve, "/followups")
        yield Place(fake, bot, rita, eve, zoe)
        bot.settle()
        assert fake.complaints == []


def test_a_colleague_who_has_the_code_is_who_they_were(place):
    code = place.code()
    for line in (f"link {code}", f"link yes {code}", f"link {code}"):
        assert "I am Rita Moss" not in place.typed(place.eve, line)
    assert place.bot.member(place.eve).role is Role.rep
    assert place.bot.member(place.eve).name == "Eve Mole"
    place.bot.tick()
    assert place.told(place.eve) == []


def test_in_another_workspace_it_joins_and_its_owner_is_told_and_takes_it_back(place):
    asked = place.fake.command(place.zoe, "/followthrough", f"link {place.code()}").ephemeral()
    place.fake.press(asked, "I am Rita Moss")
    place.bot.settle()
    assert place.bot.member(place.zoe).id == place.bot.member(place.rita).id
    place.bot.tick()
    (told,) = place.told(place.rita)
    assert "Zoe Ray in another workspace of Slack is you from now on" in told
    assert place.told(place.zoe) == []
    notice = next(one for one in place.fake.world.shown if one.kind == "post" and one.text == told)
    place.fake.press(notice, "That was not me")
    place.bot.settle()
    assert place.bot.member(place.zoe).name == "Zoe Ray"
    assert (place.bot.member(place.zoe).role, place.bot.member(place.rita).role) == (Role.rep, Role.admin)
    assert "Only an admin" in place.typed(place.zoe, "make Eve a manager")
