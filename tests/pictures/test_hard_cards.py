"""The hard cards as they are seen: on every platform nothing stands out of the width, and what was typed is read as it was typed."""

import os
import re
import shutil

import pytest

from tests.browser.conftest import CHROMIUM, SIZES
from tests.gallery import NASTY
from tests.pictures import gallery, in_slack, on_page
from tests.pictures.drawing import browser, opened
from tests.teams.drawing import canvas_on

HARD = {name: gallery.BY_HAND[name] for name in ("nasty", "long", "many", "table", "wide", "form-call", "form-boxes")}
STANDS_OUT = """() => [...document.querySelectorAll('body, body *')].filter(one => {
  const box = one.getBoundingClientRect();
  return box.width > 1 && box.right > innerWidth + 1;
}).map(one => `${one.tagName}: ${one.textContent.slice(0, 60)}`)"""
ESCAPED = re.compile(r"&(?:amp|lt|gt|quot|#\d+);|\\[*_<\[]")
AS_TYPED = 14  # times at least that the nasty card shows its text; buttons and bars may cut it
# What the renderers are given beside it, so that they format nothing.
AS_GIVEN = str.maketrans({"\u200b": None, "\u2060": None, "\u2217": "*", "\u2236": ":"})
OPENED = "document.querySelectorAll('details').forEach(one => one.open = true)"
LIVE = "[...document.querySelectorAll('body :is(a, em, i, iframe)')].map(one => one.outerHTML)"


@pytest.fixture(scope="module")
def page():
    lacking = [] if CHROMIUM else ["apt-get install chromium"]
    lacking += [] if shutil.which("node") and in_slack.RENDERER.exists() else ["npm ci --prefix tests/pictures"]
    if lacking:
        told = f"the hard cards are drawn only after: {'; '.join(lacking)}"
        pytest.fail(told) if os.environ.get("CI") else pytest.skip(told)
    with browser() as chromium:
        yield opened(chromium, *SIZES["desktop"])


def wrong(page, name):
    """What stands out of the width, is live or shown as its escape, and a nasty text that is read as something else."""
    read = " ".join(page.evaluate("document.body.innerText").translate(AS_GIVEN).split())
    is_changed = name.startswith("nasty") and read.count(NASTY) < AS_TYPED
    return [*page.evaluate(STANDS_OUT), *page.evaluate(LIVE), *ESCAPED.findall(read), *([read] if is_changed else [])]


def test_slack_shows_them_within_its_width_and_as_they_were_typed(page, tmp_path):
    page.set_viewport_size({"width": in_slack.WIDTH, "height": 300})
    for name in in_slack.shown(page, gallery.to_slack(HARD), tmp_path):
        assert (name, wrong(page, name)) == (name, [])


def test_teams_shows_them_within_a_desk_and_a_phone_and_as_they_were_typed(page):
    drawing = canvas_on(page)
    for name, (width, card) in gallery.to_teams(HARD).items():
        drawing.draw(card["content"], width)
        assert (name, wrong(page, name)) == (name, [])


def test_the_page_shows_them_within_a_desk_and_a_phone_and_as_they_were_typed(page):
    for name, (size, reply) in gallery.to_page(HARD).items():
        on_page.laid(page, reply, size)
        page.evaluate(OPENED)  # a menu that is shut has no place yet
        assert (name, wrong(page, name)) == (name, [])


def test_on_a_phone_no_word_of_a_table_is_broken_and_each_cell_is_named(page):
    on_page.laid(page, HARD["wide"], "phone")
    page.add_style_tag(content="* { overflow-wrap: normal !important }")
    assert page.evaluate(STANDS_OUT) == []
    named = "[...document.querySelectorAll('td')].map(one => getComputedStyle(one, '::before').content)"
    assert [*page.evaluate(named)][:4] == ['"What: "', '"Let go: "', '"Why: "', '"Comes back: "']
