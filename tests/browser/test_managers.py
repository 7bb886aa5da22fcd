"""What a manager asks, as the page shows it at a desk and on a phone: nothing is cut off, and each line leads on."""

from itertools import pairwise

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import SIZES
from tests.browser.test_day import last, type_line
from tests.serving import running

ASKED = {
    "rep": ("how is Tom doing?", "Tom Becker, "),
    "team": ("where is my team?", "Your team"),
    "week": ("what happened last week?", "Your team, last week: "),
}


@pytest.mark.parametrize("size", SIZES)
def test_each_view_stands_whole_on_the_page(tmp_path, visit, size):
    with running(tmp_path) as client:
        page = visit(f"{client.url}/?member=maria", size)
        for name, (line, title) in ASKED.items():
            type_line(page, line)
            expect(last(page)).to_contain_text(title)
            expect(last(page)).to_contain_text("We owe" if name != "week" else "We owed")
            assert page.evaluate("document.documentElement.scrollWidth") == SIZES[size][0]
        last(page).get_by_role("button", name="Open deal").first.click()
        expect(last(page)).to_contain_text("Visible to")


@pytest.mark.parametrize(("size", "scheme"), [("desktop", "light"), ("phone", "dark")])
def test_charts_are_read_on_a_desk_and_a_phone(tmp_path, visit, size, scheme):
    """No label runs into its bar, no number out of the card, and the numbers are read out in words."""
    with running(tmp_path) as client:
        page = visit(f"{client.url}/?member=maria", size, scheme)
        type_line(page, "chart team 365 days")
        expect(last(page)).to_contain_text("Promises that fell due")
        rows = (
            last(page)
            .locator("svg g")
            .evaluate_all(
                "rows => rows.map(row => [...row.children].map(one => one.getBoundingClientRect()).map(box => [box.left, box.right]))"
            )
        )
        card = last(page).bounding_box()
        assert len(rows) > 10
        for row in rows:
            assert all(before[1] <= after[0] + 0.5 for before, after in pairwise(row)), row
            assert row[-1][1] < card["x"] + card["width"]
        expect(last(page).get_by_role("img", name="Promises that fell due. Customers: kept in time")).to_be_visible()
