"""A prep card goes on paper alone: readable, black on white, without buttons."""

from playwright.sync_api import expect

from tests.browser.test_day import last, type_line
from tests.serving import running


def test_only_the_prep_card_is_printed(tmp_path, visit):
    with running(tmp_path) as client:
        page = visit(f"{client.url}/?member=tom", scheme="dark")
        page.evaluate("window.print = () => { window.printed = true; }")
        type_line(page, "prep Harbour Foods")
        expect(last(page)).to_contain_text("Prep: Harbour Foods")
        last(page).get_by_role("button", name="Print").click()
        assert page.evaluate("window.printed")
        page.emulate_media(media="print")
        shown = page.locator("#talk > li:visible")
        expect(shown).to_have_count(1)
        expect(page.get_by_role("button").first).not_to_be_visible()
        assert page.evaluate("getComputedStyle(document.querySelector('.printed')).color") == "rgb(0, 0, 0)"
        page.emulate_media(media="screen")
        page.evaluate("dispatchEvent(new Event('afterprint'))")
        expect(page.locator("#talk > li:visible")).not_to_have_count(1)
