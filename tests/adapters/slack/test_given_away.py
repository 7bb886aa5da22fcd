"""A form that is open in Slack while its deal is given away: what was typed in it goes on to another deal."""

from collections.abc import Iterator

import pytest

from adapters.cli.roles import made_admin
from adapters.slack.escaping import Json
from tests.slack import blockkit
from tests.slack.model import Shown
from tests.slack.serving import Office, office

WORDS = "he wants the small one"


def option(number: str, name: str) -> Json:
    """As the typeahead offers it; under load that may be late."""
    return {"text": {"type": "plain_text", "text": name, "emoji": False}, "value": number}


def words(view: Shown) -> str:
    return " ".join(blockkit.texts(view.content["blocks"]))


@pytest.fixture
def place(sqlite_url, open_database) -> Iterator[Office]:
    with office(open_database(sqlite_url)) as made:
        fake = made.fake
        uma = fake.add_user(made.acme, "uma", real_name="Uma Stone", email="uma@acme.test")
        for user in (made.tom, uma, made.rita):
            fake.command(user, "/followthrough", "hello")
        made_admin(made.bot.database, made.tom.email, "")
        fake.command(made.tom, "/followthrough", "make Rita a rep of Tom")
        for name in ("Quill", "Bolt"):
            fake.command(made.rita, "/followthrough", f"new {name}")
        yield made


@pytest.mark.parametrize("way", ["chosen in the form", "opened for it"])
def test_what_was_typed_goes_to_another_deal(place, way):
    fake, rita = place.fake, place.rita
    form = fake.command(rita, "/logcall", "Quill" if way == "opened for it" else "").modal()
    fake.command(place.tom, "/followthrough", "deal give Quill to Uma")
    values = {"said": WORDS} if way == "opened for it" else {"deal": option("1", "Quill"), "said": WORDS}
    refused = fake.submit(form, values).modal()
    assert "Quill is Uma's now: Tom handed it over." in words(refused)
    assert "What you typed is kept." in words(refused)
    assert WORDS in fake.command(rita, "/followthrough", "drafts").ephemeral().text
    again = fake.press(refused, "Put it on another deal").modal()
    assert "Logged: Bolt" in words(fake.submit(again, {"deal": option("2", "Bolt")}).modal())
    assert "Nothing is waiting" in fake.command(rita, "/followthrough", "drafts").ephemeral().text
