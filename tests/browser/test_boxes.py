"""Tick boxes on the page: a book of which one deal stays, and several deals put off by one form."""

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import SIZES
from tests.browser.test_day import last, type_line
from tests.serving import running


@pytest.mark.parametrize("size", SIZES)
def test_a_book_is_shown_and_one_deal_of_it_stays(tmp_path, visit, size):
    with running(tmp_path) as client:
        page = visit(f"{client.url}/?member=tom", size)
        type_line(page, "give everything to Lena")
        expect(last(page)).to_contain_text("Nothing is changed yet")
        last(page).get_by_role("button", name="Choose which").click()
        boxes = page.get_by_role("group", name="Open deals").get_by_role("checkbox")
        expect(boxes.first).to_be_checked()
        boxes.first.uncheck()
        assert page.evaluate("document.documentElement.scrollWidth") == SIZES[size][0]
        count = boxes.count()
        page.get_by_role("button", name="Hand over", exact=True).click()
        expect(last(page)).to_contain_text("are Lena's now")
        assert count > 1
        type_line(page, "deals")
        expect(last(page)).to_contain_text("Your open deals: 1")


@pytest.mark.parametrize("size", SIZES)
def test_several_are_put_off_at_once(tmp_path, visit, size):
    with running(tmp_path) as client:
        page = visit(f"{client.url}/?member=tom", size)
        type_line(page, "followups")
        last(page).get_by_role("button", name="Several at once").click()
        boxes = page.get_by_role("group", name="Put these off").get_by_role("checkbox")
        boxes.nth(0).check()
        boxes.nth(1).check()
        page.get_by_role("button", name="Do it").click()
        expect(last(page)).to_contain_text("Put off")
        expect(last(page)).to_contain_text(" and ")
