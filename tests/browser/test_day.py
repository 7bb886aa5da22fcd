"""One day of the product in a real browser, on real rows: a call by form and by line, the answer, the next morning."""

import re
import shutil
from datetime import timedelta
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from bot.app import system_clock
from tests.adapters.cli.test_commands import SALESFORCE, run
from tests.browser.conftest import SIZES
from tests.serving import Client, running


def type_line(page: Page, text: str) -> None:
    page.get_by_role("combobox", name="What happened").fill(text)
    page.get_by_role("button", name="Send", exact=True).click()


def last(page: Page):
    return page.locator("#talk > li.bot").last


def until_noon(client: Client) -> None:
    """What is promised before dawn for tomorrow is not due on the next morning, which is today's."""
    noon = system_clock().replace(hour=12, minute=0)
    if noon > system_clock():
        status, _ = client.post("/local/clock", {"to": noon.isoformat()})
        assert status == 200


@pytest.fixture
def folder(tmp_path: Path, migrated_sqlite: Path) -> Path:
    (tmp_path / "data").mkdir()
    shutil.copy(migrated_sqlite, tmp_path / "data" / "followthrough.sqlite3")
    return tmp_path


@pytest.mark.parametrize("size", SIZES)
def test_a_first_day_on_imported_rows(folder, visit, size):
    done = run(folder, "import", str(SALESFORCE), "--owner", "Tom Becker")
    assert "38 created" in done.stdout
    with running(folder) as client:
        until_noon(client)
        page = visit(f"{client.url}/?member=tom", size)
        expect(last(page)).to_contain_text("Hello Tom.")

        # A call by form: the only required field first left out, then filled in.
        page.get_by_role("navigation").get_by_role("button", name="Log a call").click()
        page.get_by_label("Where do things stand").fill("We need the ROI on paper before we sign")
        page.get_by_role("button", name="Keep it").click()
        expect(page.locator(".error")).to_contain_text("Who was it?")
        who = page.get_by_label("Who was it?")
        assert who.get_attribute("aria-invalid") == "true"
        expect(page.get_by_label("Where do things stand")).to_have_value("We need the ROI on paper before we sign")
        who.fill("Acme - 600 Widgets")
        page.get_by_label("What will they do").fill("check the ROI sheet with finance in 2 days")
        page.get_by_label("What will you do").fill("send the ROI sheet tomorrow")
        page.get_by_role("button", name="Keep it").click()
        expect(last(page)).to_contain_text("Logged: Acme - 600 Widgets")
        expect(last(page)).to_contain_text("check the ROI sheet with finance")

        # A call by one line; four deals have that name, so it asks and keeps what was typed.
        type_line(
            page,
            'logcall Alquatra - 2,000 Widgets: Kim said "the trial line runs in May", I send the drawings tomorrow',
        )
        expect(last(page)).to_contain_text("Which one is “Alquatra - 2,000 Widgets”?")
        last(page).get_by_role("button", name="This one").first.click()
        expect(last(page)).to_contain_text("Logged: Alquatra - 2,000 Widgets, Kim")

        type_line(page, "where are we on Acme - 600 Widgets?")
        expect(last(page)).to_contain_text("“We need the ROI on paper before we sign”")
        expect(last(page)).to_contain_text("Your CRM says")

        # The next morning: one digest, a press that ticks the line in place, and the way back.
        page.get_by_role("button", name="Go to next morning").click()
        digest = page.locator("#talk > li[data-dm]")
        expect(digest).to_have_count(1)
        expect(digest).to_contain_text("You promised")
        expect(digest).to_contain_text("Time to talk")
        line = digest.locator("li", has_text="send the ROI sheet")
        line.get_by_role("button", name=re.compile("^Done")).click()
        expect(line).to_contain_text("✓")
        expect(digest).to_contain_text("left; start with your own")
        line.get_by_role("button", name=re.compile("^Undo")).click()
        expect(line).not_to_contain_text("✓")
        line.get_by_role("button", name=re.compile("^What to say")).click()
        expect(last(page)).to_contain_text("Words for Acme - 600 Widgets")
        assert page.evaluate("document.documentElement.scrollWidth") == SIZES[size][0]

        page.reload()  # what was decided and done is still there
        expect(page.locator("#talk > li[data-dm]")).to_contain_text("send the ROI sheet")


@pytest.mark.parametrize("size", SIZES)
def test_the_sample_team_has_a_morning_worth_reading(tmp_path, visit, size):
    with running(tmp_path) as client:
        page = visit(f"{client.url}/?member=tom", size)
        page.get_by_role("navigation").get_by_role("button", name="Log a call").click()
        page.get_by_label("Who was it?").fill("Harbour Foods")
        page.get_by_label("Where do things stand").fill("Ivan is back, you get the counts this week")
        page.get_by_label("What will they do").fill("send the night counts by 31/2")
        page.get_by_role("button", name="Keep it").click()
        expect(page.locator(".error")).to_contain_text("not a day in the calendar")
        page.get_by_role("button", name="Go to next morning").click()
        expect(page.locator("#talk > li[data-dm] .lines > li").nth(5)).to_be_visible()


def until_monday(client: Client) -> None:
    """Morning by morning, so that nobody's list is late; Lena's is an hour before Maria's, Omar's five hours after."""
    day = system_clock().replace(hour=8, minute=31, second=0)
    while True:
        day += timedelta(days=1)
        for moment in (day - timedelta(hours=1), day):
            assert client.post("/local/clock", {"to": moment.isoformat()})[0] == 200
        if day.weekday() == 0:
            return
        assert client.post("/local/clock", {"to": (day + timedelta(hours=5)).isoformat()})[0] == 200


@pytest.mark.parametrize("size", SIZES)
def test_a_manager_has_a_monday_worth_reading(tmp_path, visit, size):
    with running(tmp_path) as client:
        for text in (
            "help me on Tamar Boats: they ask for 20 percent off",
            'logcall Larkfield Vets: Bea said "we order in two weeks", she sends the diary tomorrow',
            "deal value Larkfield Vets 4,800 GBP",
        ):
            assert client.post("/local/message", {"member": "tom", "text": text})[0] == 200
        until_monday(client)
        page = visit(f"{client.url}/?member=maria", size)
        digest = page.locator("#talk > li[data-dm]").last
        expect(digest).to_contain_text("Tom asks for your help on Tamar Boats")
        expect(digest).to_contain_text("Larkfield Vets (Tom), 4,800 GBP, by ")
        expect(digest).to_contain_text("No next step")
        assert page.evaluate("document.documentElement.scrollWidth") == SIZES[size][0]


def test_the_keyboard_is_enough(tmp_path, visit):
    """Type, complete, send, and reach the first button of the answer without a mouse."""
    with running(tmp_path) as client:
        page = visit(f"{client.url}/?member=tom")
        page.get_by_role("combobox", name="What happened").focus()
        page.keyboard.type("foll")
        expect(page.get_by_role("listbox").get_by_role("option").first).to_contain_text("followups")
        page.keyboard.press("ArrowDown")
        page.keyboard.press("Enter")
        page.keyboard.press("Enter")
        expect(last(page)).to_contain_text("You promised")
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.getAttribute('aria-label')").startswith("What to say: ")
        page.keyboard.press("Enter")
        expect(last(page)).to_contain_text("Words for")


@pytest.mark.parametrize("name", ["tom", "maria", "omar"])
def test_who_one_is_stands_whole_in_the_header(tmp_path, visit, name):
    with running(tmp_path) as client:
        page = visit(f"{client.url}/?member={name}")
        shown, needed = page.locator(".who select").evaluate(
            "one => [one.offsetWidth, (one.style.maxWidth = 'none', one.offsetWidth)]"
        )
        assert shown == needed
        assert page.evaluate("document.querySelector('header').offsetHeight") < 60, "all in one line"


def test_dark_mode_is_dark(tmp_path, visit):
    with running(tmp_path) as client:
        page = visit(f"{client.url}/?member=tom", scheme="dark")
        type_line(page, "followups")
        expect(last(page)).to_contain_text("You promised")
        assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(25, 24, 22)"
