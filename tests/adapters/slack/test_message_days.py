"""A message of an earlier day that is kept as a call is a call of that day: the days in it count from there."""

from collections.abc import Iterator
from datetime import UTC, datetime

import pytest

from tests.slack.faults import refused
from tests.slack.model import Shown
from tests.slack.serving import Office, office

TUESDAY = datetime(2026, 12, 1, 10, tzinfo=UTC)
TOLD = "Harbour Foods: Priya called, she sends the counts tomorrow"


@pytest.fixture
def place(sqlite_url, open_database) -> Iterator[Office]:
    with office(open_database(sqlite_url)) as made:
        made.bot.at = TUESDAY
        made.fake.command(made.rita, "/followthrough", "new Harbour Foods")
        yield made


def kept(place: Office, written_at: datetime, text: str = TOLD):
    """The shortcut on a message of that moment."""
    written = place.fake.say(place.sales, place.tom, text)
    written.content["ts"] = place.sales.messages[-1]["ts"] = f"{written_at.timestamp():.6f}"
    return place.fake.message_shortcut(place.rita, written, "logcall_message")


def where(place: Office, deal: str = "Harbour Foods") -> str:
    return place.fake.command(place.rita, "/whereweare", deal).ephemeral().text


def said(form: Shown) -> str:
    return str(form.content["blocks"])


def test_tomorrow_counts_from_the_day_of_the_message_and_the_form_says_so(place):
    form = kept(place, datetime(2026, 11, 25, 10, tzinfo=UTC)).modal()
    assert "Written on Wed 25 November" in said(form)
    logged = said(place.fake.submit(form).modal())
    assert "Wed 25 November" in logged
    assert "send the counts, 5 days late (due Thu 26 November" in where(place)


def test_a_question_about_the_deal_keeps_the_day(place):
    form = kept(place, datetime(2026, 11, 25, 10, tzinfo=UTC), "she sends the counts tomorrow").modal()
    new = place.fake.type_ahead(form, "deal", "Cedar").options[-1]
    asked = place.fake.submit(form, {"deal": new}).modal()
    place.fake.press(asked, "Create “Cedar”")
    assert "send the counts, 5 days late (due Thu 26 November" in where(place, "Cedar")


def test_a_message_of_today_says_nothing_of_a_day(place):
    form = kept(place, datetime(2026, 12, 1, 9, tzinfo=UTC)).modal()
    assert "Written on" not in said(form)
    place.fake.submit(form)
    assert "send the counts, Wed 2 December" in where(place)


def test_the_day_is_that_of_whoever_keeps_it(place):
    place.fake.user_change(place.rita, zone="Asia/Tokyo")
    place.bot.settle()
    form = kept(place, datetime(2026, 11, 30, 16, tzinfo=UTC)).modal()  # Tuesday in Tokyo
    assert "Written on" not in said(form)


def test_a_form_that_did_not_open_logs_it_on_its_day(place):
    place.fake.faults.script("views.open", refused("expired_trigger_id"))
    told = kept(place, datetime(2026, 11, 25, 10, tzinfo=UTC)).ephemeral()
    assert "call Wed 25 November" in place.fake.press(told, "Log it as it stands").ephemeral().text


def test_a_form_that_did_not_open_is_opened_with_its_words(place):
    place.fake.faults.script("views.open", refused("expired_trigger_id"))
    told = kept(place, datetime(2026, 11, 25, 10, tzinfo=UTC)).ephemeral()
    form = place.fake.press(told, "Open the form").modal()
    assert "sends the counts tomorrow" in str(form.content)
    assert "Written on Wed 25 November" in said(form)
