"""One's own company on the trial page: whoever writes there is seen there, and has their list there."""

from datetime import UTC, datetime

import pytest

from adapters.local import deliver
from adapters.local.clock import MovableClock
from adapters.local.page import Page
from adapters.local.sample import PLATFORM
from bot.app import App
from bot.conversation.mornings import plan_anew
from bot.model import Address, Role
from scheduler.ticker import Ticker
from tests.serving import Client, serving

START = datetime(2026, 3, 12, 14, tzinfo=UTC)


def _people(store) -> int:
    """As `begin` and `team FILE` leave them: the admin is on the page, the rest is named by an e-mail alone."""
    admin = store.members.add("Ada Ames", Role.admin, "Europe/London", email="ada@dentnord.example")
    store.identities.add(admin, Address(PLATFORM, PLATFORM, str(admin)))
    lead = store.members.add("Ingrid Holt", Role.manager, "Europe/London", email="ingrid@dentnord.example")
    rob = store.members.add(
        "Rob Ashby", Role.rep, "Europe/London", manager_id=lead, email="rob@dentnord.example", country="DE"
    )
    for member_id in (admin, lead, rob):
        plan_anew(store, member_id, START)
    return store.organisation_id


@pytest.fixture
def page(sqlite_url, open_database):
    database = open_database(sqlite_url)
    organisation_id = database.begin("Dentnord", _people)
    clock = MovableClock(database, lambda: START)
    app = App(database, clock)
    ticker = Ticker(database, clock, {PLATFORM: deliver.deliver})
    with serving(Page(app, clock, ticker, organisation_id).routes(), database) as url:
        yield Client(url)


def say(page: Client, member: str, text: str) -> str:
    status, answer = page.post("/local/message", {"member": member, "text": text})
    assert status == 200, answer
    return str(answer["card"])


def next_morning(page: Client, member: str) -> dict:
    status, answer = page.post("/local/clock", {"member": member, "to": "next morning"})
    assert status == 200, answer
    return answer


def test_who_writes_on_the_page_has_their_list_there(page):
    assert "Rob Ashby, rep of Ingrid. Not seen yet" in say(page, "Ada", "people")
    say(page, "Rob", "new deal with Chi Dental, Otto Braun")
    say(page, "Rob", "logcall Chi: I send the quote by Fri")
    told = next_morning(page, "Rob")
    assert "send the quote" in str(told["dms"][-1]["card"])
    assert "Rob Ashby, rep of Ingrid" in say(page, "Ada", "people")
    assert "Rob Ashby, rep of Ingrid. Not seen yet" not in say(page, "Ada", "people")
    assert "Ingrid Holt, manager. Not seen yet" in say(page, "Ada", "people"), "nobody wrote as Ingrid"
    assert "no messages here" not in say(page, "Ada", "rob covers ada until wed")


def test_what_the_team_file_said_of_them_stays(page):
    say(page, "Rob", "hello")
    assert "DE" in say(page, "Rob", "settings")
    assert "London" in say(page, "Rob", "status")


def test_the_page_says_why_no_list_came(page):
    assert next_morning(page, "Ada")["why_no_list"].startswith("A clear morning")
    say(page, "Rob", "new deal with Chi Dental")
    say(page, "Rob", "pause until 1 june")
    assert "No list was sent: you paused it." in next_morning(page, "Rob")["why_no_list"]


def test_nothing_due_is_not_said_where_nothing_could_be_sent(sqlite_url, page):
    say(page, "Rob", "new deal with Chi Dental")
    say(page, "Rob", "deal give Chi to Ingrid")
    say(page, "Rob", "hello")
    for _ in range(6):
        told = next_morning(page, "Ingrid")
    assert "No list could be sent to you" in told["why_no_list"]
    say(page, "Ingrid", "hello")
    assert next_morning(page, "Ingrid")["dms"]
