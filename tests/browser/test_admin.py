"""The admin page in a real browser: in by a link of the bot's, around it, and out; at a desk and on a phone, light and dark."""

from contextlib import contextmanager
from datetime import UTC, datetime

import pytest
from playwright.sync_api import Page, expect

from bot.app import App
from bot.cards import Message
from bot.model import Address, Reach, Role
from bot.store import Store
from bot.views.administering import TITLES, Part
from tests.browser.conftest import SIZES, serious
from tests.browser.test_day import last, type_line
from tests.serving import served

START = datetime(2026, 3, 12, 14, tzinfo=UTC)
SAID = (
    "settings policy gap 5 days instead of 7 days", "shelf case study: how Harbour cut mis-picks by a third",
    "shelf event: open day in Leeds, 14 May", "wall ban deep dive",
    "wall opener {their name}, {when} you said {said}; what has changed since?", "wall sells dates", "make Lena a manager",
)  # fmt: skip

OF_TOM = ("new Acme, 40 seats", "new Borealis, scanners", "new Corvid, night counts")


@contextmanager
def team(database):
    """Maria is the admin; some messages did not arrive."""
    with served(database, START, admin_page=True) as client:
        here = database.survey(lambda operator: operator.organisations())[0].id
        app = App(database, lambda: START)
        ids = {member.first_name: member.id for member in app.members(here)}

        def begin(store: Store) -> None:
            store.members.overrule(ids["Maria"], role=Role.admin.value)
            store.outbox.put(ids["Tom"], "digest", "k1", "{}", START)
            store.outbox.put(ids["Lena"], "cover", "k2", "{}", START)
            store.identities.mark(Address("local", "local", str(ids["Omar"])), Reach.unreachable, "403")

        database.write(here, begin)
        for name, line in (*(("Maria", line) for line in SAID), *(("Tom", line) for line in OF_TOM)):
            app.answer(Message(here, ids[name], line))
        for parcel in database.operate(lambda operator: operator.claim(START, START - START.replace(hour=13))):
            became = {"k1": "dead", "k2": "unknown"}.get(parcel.key, "sent")
            why = {"dead": "403 blocked", "unknown": "no answer"}.get(became, "")
            database.operate(lambda o, p=parcel, b=became, w=why: o.settle(p, b, START, error=w))
        yield client


def enter(page: Page) -> None:
    type_line(page, "admin page")
    last(page).get_by_role("link", name="Open the admin page").click()
    expect(page.get_by_role("heading", name="Your settings page")).to_be_visible()


@pytest.mark.parametrize(("size", "scheme"), [("desktop", "light")])
def test_an_admin_goes_in_looks_around_changes_a_figure_and_leaves(
    sqlite_url,
    open_database,
    visit,
    axe,
    size,
    scheme,
):
    with team(open_database(sqlite_url)) as client:
        page = visit(f"{client.url}/?member=maria", size, scheme)
        enter(page)
        found = {"link": serious(page, axe)}
        page.get_by_role("button", name="Go in as Maria").click()
        for part in Part:
            page.get_by_role("navigation", name="Settings").get_by_role("link", name=TITLES[part]).click()
            expect(page.get_by_role("heading", level=1, name=TITLES[part])).to_be_visible()
            assert page.url == f"{client.url}/admin/{part}"
            found[part] = serious(page, axe)
            assert page.evaluate("document.documentElement.scrollWidth") == SIZES[size][0]
        page.get_by_role("link", name="Figures").click()
        page.get_by_label("Lines on a morning list, at most").fill("8 lines")
        page.get_by_label("Their time to answer it").fill("900")
        page.get_by_role("button", name="What would it do?").click()
        expect(page.locator(".error")).to_be_visible()
        found["error"] = serious(page, axe)
        page.get_by_label("Their time to answer it").fill("8")
        page.get_by_role("button", name="What would it do?").click()
        expect(page.get_by_role("status")).to_contain_text("Not saved yet")
        found["preview"] = serious(page, axe)
        page.get_by_role("button", name="Save", exact=True).click()
        expect(page.get_by_role("status")).to_contain_text("Everybody's list follows it from now on.")
        page.get_by_role("link", name="People").click()
        page.get_by_role("button", name="Change: Tom Becker").first.click()
        expect(page.get_by_label("Who leads them?")).to_be_visible()
        found["form"] = serious(page, axe)
        page.get_by_role("button", name="Sign out").click()
        expect(page.get_by_role("heading", name="You are signed out")).to_be_visible()
        found["out"] = serious(page, axe)
    assert {name: what for name, what in found.items() if what} == {}
