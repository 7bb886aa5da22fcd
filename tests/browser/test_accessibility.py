"""axe-core finds nothing serious on the page: light and dark, desktop and phone, in each of its states."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import serious
from tests.browser.test_day import last, type_line
from tests.serving import running


def digest(page: Page) -> None:
    page.get_by_role("button", name="Go to next morning").click()
    expect(page.locator("#talk > li[data-dm]")).to_be_visible()


def open_menu(page: Page) -> None:
    typed("followups")(page)
    last(page).locator("details.more > summary").first.click()
    expect(last(page).locator("details.more[open]")).to_be_visible()


def form_with_errors(page: Page) -> None:
    page.get_by_role("navigation").get_by_role("button", name="Log a call").click()
    page.get_by_label("What will they do").fill("send it by 31/2")
    page.get_by_role("button", name="Keep it").click()
    expect(page.locator(".error").first).to_be_visible()


def suggestions(page: Page) -> None:
    page.get_by_role("combobox", name="What happened").press_sequentially("where Har")
    expect(page.get_by_role("listbox", name="Suggestions").get_by_role("option").first).to_be_visible()


def typed(line: str) -> Callable[[Page], None]:
    def reach(page: Page) -> None:
        before = page.locator("#talk > li.bot").count()
        type_line(page, line)
        expect(page.locator("#talk > li.bot")).to_have_count(before + 1)

    return reach


STATES: dict[str, Callable[[Page], None]] = {
    "first look": lambda _: None, "digest": digest, "menu": open_menu, "form with errors": form_with_errors, "suggestions": suggestions,
    "table": typed("deals"), "help": typed("help"), "where": typed("where are we on Harbour Foods?"), "prep": typed("prep Harbour Foods"), "tick boxes": typed("several"),
    "settings": typed("settings"), "words": typed("words Harbour Foods"), "deal": typed("deal Harbour Foods"),
}  # fmt: skip


@pytest.mark.parametrize(("size", "scheme"), [("phone", "dark")])
def test_axe_finds_nothing_serious_in_any_state(tmp_path, visit, axe, size, scheme):
    with running(tmp_path) as client:
        found = {}
        for name, reach in STATES.items():
            page = visit(f"{client.url}/?member=tom", size, scheme)
            reach(page)
            page.wait_for_timeout(150)  # colours fade in
            found[name] = serious(page, axe)
            page.close()
        page = visit(f"{client.url}/local/import?member=tom", size, scheme)
        found["import"] = serious(page, axe)
    assert {name: what for name, what in found.items() if what} == {}
