"""The trial page and the admin page, as a browser shows them: each message stands whole between header and text box."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Browser, Locator, Page, expect

from adapters.local import render
from adapters.local.render import reply_html
from bot.cards import Reply
from tests.browser.conftest import SIZES
from tests.pictures.drawing import keep, opened
from tests.pictures.office import Office

CALLED = {
    "Who was it?": "Harbour Foods",
    "Where do things stand": "Ivan is back, you get the counts next week",
    "What will they do": "send the night counts by 31/2",
}
FILLED = dict(zip(("deal", "said", "theirs"), CALLED.values(), strict=True))  # the same, as a form names its fields
STYLE = Path(render.__file__).parent / "static" / "page.css"
TALL = 4000  # pixels: a whole card
_WALL = (
    "wall ban deep dive",
    "wall opener {their name}, {when} you said {said}; what has changed since?",
    "wall sells dates",
)


@dataclass(frozen=True)
class OnPage:
    """What one asks, and sees. `alone`: the answer's card, without the page around it."""

    who: str
    asked: str = ""
    size: str = "desktop"
    scheme: str = "light"
    alone: bool = False


FRIDAY = {
    "digest-desktop": OnPage("Tom"),
    "digest-phone": OnPage("Tom", size="phone"),
    "dark-desktop": OnPage("Tom", scheme="dark"),
    "day-where-phone": OnPage("Tom", "where are we on Harbour Foods?", size="phone"),
    "managers-rep-desktop": OnPage("Maria", "how is Tom doing?", alone=True),
    "managers-week-desktop": OnPage("Maria", "what happened last week?", alone=True),
    "managers-deal-desktop": OnPage("Maria", "where are we on Harbour Foods?", alone=True),
    "managers-team-phone": OnPage("Maria", "where is my team?", size="phone", alone=True),
    "managers-charts-desktop": OnPage("Maria", "chart team 365 days", alone=True),
    "managers-charts-phone": OnPage("Maria", "chart team 365 days", size="phone", scheme="dark", alone=True),
}
MONDAY = {"monday-desktop": OnPage("Maria"), "monday-phone": OnPage("Maria", size="phone")}


def draw(browser: Browser, office: Office, folder: Path, name: str, wanted: OnPage) -> None:
    with _shown(browser, office, wanted.who, wanted.size, wanted.scheme) as page:
        said = page.locator("#talk > li.bot")
        if wanted.asked:
            _ask(page, wanted.asked)
        if wanted.alone:
            page.set_viewport_size({"width": SIZES[wanted.size][0], "height": TALL})
            keep(page, said.last.screenshot, folder / f"{name}.png")
        else:
            _keep_whole(page, said.last, folder / f"{name}.png")


def form(browser: Browser, office: Office, folder: Path, name: str) -> None:
    """Filled in with a day that no calendar has, and refused."""
    with _shown(browser, office, "Tom") as page:
        page.get_by_role("navigation").get_by_role("button", name="Log a call").click()
        for label, text in CALLED.items():
            page.get_by_label(label).fill(text)
        page.get_by_role("button", name="Keep it").click()
        expect(page.locator(".error")).to_contain_text("not a day in the calendar")
        page.evaluate("document.activeElement.blur()")
        _keep_whole(page, page.locator("#talk > li.bot").last, folder / f"{name}.png")


def figures(browser: Browser, office: Office, folder: Path, name: str) -> None:
    """What would come of a shorter list, before it is saved."""
    with _admin_page(browser, office) as page:
        page.get_by_label("Next call after a talk").fill("14 days")
        page.get_by_label("Lines on a morning list, at most").fill("8 lines")
        page.get_by_role("button", name="What would it do?").click()
        expect(page.get_by_role("status")).to_contain_text("Not saved yet")
        keep(page, lambda: page.screenshot(full_page=True), folder / f"{name}.png")


def words(browser: Browser, office: Office, folder: Path, name: str) -> None:
    for line in _WALL:
        office.say("Maria", line)
    with _admin_page(browser, office, "phone", "dark") as page:
        page.get_by_role("navigation", name="Settings").get_by_role("link", name="Words").click()
        expect(page.get_by_role("heading", level=1, name="Words")).to_be_visible()
        keep(page, lambda: page.screenshot(full_page=True), folder / f"{name}.png")


def laid(page: Page, reply: Reply, size: str) -> None:
    """An answer alone on a sheet of that size, dressed as the page dresses it."""
    card, form = reply_html(reply)
    page.set_viewport_size(dict(zip(("width", "height"), SIZES[size], strict=True)))
    page.set_content(
        f'<!doctype html><html lang="en"><meta name="color-scheme" content="light dark"><style>{STYLE.read_text(encoding="utf-8")}'
        f'</style><body><main><ol id="talk"><li class="bot">{card}{form}</li></ol></main>'
    )


def draw_replies(browser: Browser, told: Mapping[str, tuple[str, Reply]], folder: Path) -> None:
    """Each at its size."""
    page = opened(browser, *SIZES["desktop"])
    for name, (size, reply) in told.items():
        laid(page, reply, size)
        keep(page, page.locator("main").screenshot, folder / f"{name}.png")
    page.close()


BESIDE: dict[str, Callable[[Browser, Office, Path, str], None]] = {
    "form-desktop": form,
    "admin-preview-desktop": figures,
    "admin-words-phone": words,
}


@contextmanager
def _shown(browser: Browser, office: Office, who: str, size: str = "desktop", scheme: str = "light") -> Iterator[Page]:
    page = opened(browser, *SIZES[size], scheme)
    page.goto(f"{office.client.url}/?member={who.lower()}")
    expect(page.locator("html.js")).to_be_attached()
    yield page
    page.close()


@contextmanager
def _admin_page(browser: Browser, office: Office, size: str = "desktop", scheme: str = "light") -> Iterator[Page]:
    office.make_admin("Maria")
    with _shown(browser, office, "Maria", size, scheme) as page:
        _ask(page, "admin page")
        page.locator("#talk > li.bot").last.get_by_role("link", name="Open the admin page").click()
        page.get_by_role("button", name="Go in as Maria").click()
        expect(page.get_by_role("heading", level=1, name="Figures")).to_be_visible()
        yield page


def _ask(page: Page, text: str) -> None:
    said = page.locator("#talk > li.bot")
    before = said.count()
    page.get_by_role("combobox", name="What happened").fill(text)
    page.get_by_role("button", name="Send", exact=True).click()
    expect(said).to_have_count(before + 1)
    page.evaluate("document.activeElement.blur()")


def _keep_whole(page: Page, message: Locator, path: Path) -> None:
    """As high as the message needs; what came before it lies under the header, as on any screen."""
    width = page.evaluate("innerWidth")
    height = message.evaluate(
        """message => ['header', 'footer'].reduce((sum, name) => sum + document.querySelector(name).offsetHeight,
            message.offsetHeight + 2 * 14)"""
    )
    page.set_viewport_size({"width": width, "height": height})
    message.evaluate(
        """message => scrollBy(0, message.getBoundingClientRect().top - document.querySelector('header').offsetHeight - 14)"""
    )
    keep(page, page.screenshot, path)
