"""Deals are found while one types, however many there are: in the text box and in a form, by keyboard alone."""

from playwright.sync_api import expect

from tests.browser.test_day import last
from tests.serving import running


def test_a_deal_among_hundreds_is_completed_by_keyboard(tmp_path, visit):
    with running(tmp_path) as client:
        names = [f"Firm {number:03}" for number in range(300)]
        for start in range(0, 300, 20):
            lines = "; ".join(names[start : start + 20])
            assert client.post("/local/message", {"member": "tom", "text": f"start {lines}"})[0] == 200
        page = visit(f"{client.url}/?member=tom")
        assert "Firm 250" not in page.content()
        box = page.get_by_role("combobox", name="What happened")
        box.focus()
        page.keyboard.type("where firm 27")
        options = page.get_by_role("listbox", name="Suggestions").get_by_role("option")
        expect(options.first).to_contain_text("Firm 27")
        page.keyboard.press("ArrowDown")
        page.keyboard.press("Enter")
        page.keyboard.press("Enter")
        expect(last(page)).to_contain_text("Firm 27")
        page.get_by_role("navigation").get_by_role("button", name="Log a call").click()
        field = page.get_by_label("Who was it?")
        field.press_sequentially("firm 299")
        expect(page.locator("datalist option")).to_have_count(1)
        assert page.locator("datalist option").get_attribute("value") == "Firm 299"
