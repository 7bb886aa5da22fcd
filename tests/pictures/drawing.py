"""A picture is taken once nothing moves any more: the same bytes twice. Nothing waits for a while."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

from tests.browser.conftest import ARGUMENTS, CHROMIUM, NOWHERE_ELSE

_PATIENCE = 20_000  # milliseconds
_TRIES = 50
_BETWEEN = 100  # milliseconds


@contextmanager
def browser() -> Iterator[Browser]:
    if not CHROMIUM:
        raise SystemExit("Pictures are drawn by Chromium: install it (apt-get install chromium).")
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=CHROMIUM, args=[*ARGUMENTS, NOWHERE_ELSE])
        yield opened
        opened.close()


def opened(browser: Browser, width: int, height: int = 860, scheme: str = "light") -> Page:
    page = browser.new_page(
        viewport={"width": width, "height": height}, color_scheme=scheme, reduced_motion="reduce",
        timezone_id="Europe/London", locale="en-GB",
    )  # fmt: skip
    page.set_default_timeout(_PATIENCE)
    return page


def keep(page: Page, take: Callable[[], bytes], path: Path) -> None:
    page.mouse.move(0, 0)
    page.evaluate("document.fonts.ready.then(() => {})")
    before = b""
    for _ in range(_TRIES):
        taken = take()
        if taken == before:
            path.write_bytes(taken)
            return
        before = taken
        page.wait_for_timeout(_BETWEEN)
    raise SystemExit(f"{path.name} does not stand still.")
