"""Importing in a real browser with its script switched off: every step is a plain form."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect

from tests import exports
from tests.browser.conftest import SIZES
from tests.serving import running


@pytest.fixture(params=SIZES)
def plain_page(request, browser) -> Iterator[Page]:
    width, height = SIZES[request.param]
    context = browser.new_context(java_script_enabled=False, viewport={"width": width, "height": height})
    yield context.new_page()
    context.close()


def test_a_list_is_imported_and_taken_back_without_script(plain_page, tmp_path):
    (tmp_path / "our list.csv").write_bytes(exports.pipeline(120))
    page = plain_page
    with running(tmp_path) as client:
        page.goto(f"{client.url}/?member=maria")
        page.get_by_role("link", name="Import a file").click()
        page.get_by_label("A CSV file").set_input_files(tmp_path / "our list.csv")
        page.get_by_role("button", name="Show what would happen").click()
        expect(page.get_by_label("Title: what it is about")).to_have_value("product")
        page.get_by_role("button", name="Show what would happen").click()
        expect(page.locator("main")).to_contain_text("120 created")
        page.get_by_label("Whose are the rows").select_option("Omar Haddad")
        page.get_by_role("button", name="Import", exact=True).click()
        expect(page.locator("main")).to_contain_text("What happened", timeout=20_000)
        expect(page.locator("main")).to_contain_text("go to Omar Haddad")
        assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
        page.get_by_role("button", name="Take it all back").click()
        expect(page.locator("#talk")).to_contain_text("Taken back: imported 120 deals from our list.csv")
