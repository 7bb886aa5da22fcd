"""What Slack tells of somebody, once: whose address it does not call confirmed is nobody else, and their dates are read as they read them."""

from collections.abc import Iterator

import pytest
from sqlalchemy import func, select

from adapters.cli.roles import made_admin
from bot.model import Address, Member, Profile, Role
from bot.store.tables import audit
from tests.slack.serving import Office, office

ANSWERS = [(True, True), (False, False), (None, False), ("false", False)]  # what Slack says, and whether that is a yes


@pytest.fixture
def place(sqlite_url, open_database) -> Iterator[Office]:
    with office(open_database(sqlite_url)) as made:
        made.fake.command(made.rita, "/followups")
        yield made


def in_teams(place: Office) -> Member:
    """Whoever has Tom's address there."""
    there = Address("teams", "tenant", "29:tom")
    told = Profile("T. Becker", "Europe/London", email=place.tom.email)
    return place.bot.app.join(place.bot.organisation(place.acme.id), there, told)


@pytest.mark.parametrize(("said", "is_one"), ANSWERS)
def test_an_address_joins_two_platforms_only_where_slack_calls_it_confirmed(place, said, is_one):
    known = in_teams(place)
    place.tom.is_email_confirmed = said
    place.fake.command(place.tom, "/followups")
    assert (place.bot.member(place.tom).id == known.id) == is_one


@pytest.mark.parametrize(("said", "is_one"), ANSWERS)
def test_nor_makes_it_anybody_the_admin_who_is_awaited(place, said, is_one):
    made_admin(place.bot.database, place.tom.email, "")
    place.tom.is_email_confirmed = said
    place.fake.command(place.tom, "/followups")
    assert (place.bot.member(place.tom).role is Role.admin) == is_one


@pytest.mark.parametrize("said", [False, None])
def test_a_change_that_slack_tells_of_gives_no_address_either(place, said):
    known = in_teams(place)
    place.tom.is_email_confirmed = said
    place.fake.command(place.tom, "/followups")
    place.fake.user_change(place.tom, real_name="Tom R Becker")
    place.bot.settle()
    tom = place.bot.member(place.tom)
    assert (tom.name, tom.email, tom.id == known.id) == ("Tom R Becker", "", False)


@pytest.mark.parametrize(
    ("locale", "written"), [("en-US", "Thu March 12"), ("en-GB", "Thu 12 March"), ("de-AT", "Thu 12 March")]
)
def test_the_locale_that_slack_is_asked_for_is_theirs(place, locale, written):
    place.tom.locale = locale
    place.fake.command(place.tom, "/followthrough", "new Globex")
    kept = place.fake.command(place.tom, "/logcall", "Globex: they like it").ephemeral()
    assert place.bot.member(place.tom).locale == locale
    assert written in kept.text
    (asked,) = [call for call in place.fake.calls("users.info") if call.arguments["user"] == place.tom.id]
    assert asked.arguments["include_locale"] in {True, "true", "1"}


def test_that_somebody_has_left_is_on_record_once_however_often_it_is_told(place):
    place.fake.command(place.tom, "/followups")
    for how in ({"times": 3}, {"times": 3, "parallel": True}):
        place.fake.user_change(place.tom, deleted=True, **how)
    place.bot.settle()
    left = select(func.count()).select_from(audit).where(audit.c.action == "leave")
    assert place.bot.database.operate(lambda operator: operator.connection.execute(left).scalar_one()) == 1
