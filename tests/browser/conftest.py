"""A real browser: Debian's Chromium, driven by Playwright. Missing, it fails in CI and skips elsewhere, saying so."""

import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

AXE = Path(__file__).parent / "node_modules" / "axe-core" / "axe.min.js"
CHROMIUM = next(
    (
        path
        for path in ("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome")
        if Path(path).exists()
    ),
    "",
)
ARGUMENTS = [
    "--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-sync",
    "--no-first-run",
]  # fmt: skip
NOWHERE_ELSE = "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1"  # a page would fetch fonts
SIZES = {"desktop": (1280, 860), "phone": (390, 844)}


@pytest.fixture(scope="module")  # Playwright holds an event loop while it runs; other modules need their own
def browser() -> Iterator[Browser]:
    if not CHROMIUM:
        if os.environ.get("CI"):
            pytest.fail("Chromium is missing: .ci/run installs it")
        pytest.skip("install Chromium to run the browser tests (apt-get install chromium)")
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        yield opened
        opened.close()


@pytest.fixture
def visit(browser: Browser) -> Iterator[Callable[..., Page]]:
    """Opens a page at a size; any error in its script or console fails the test."""
    errors: list[str] = []
    pages: list[Page] = []

    def open_page(url: str, size: str = "desktop", scheme: str = "light") -> Page:
        width, height = SIZES[size]
        page = browser.new_page(viewport={"width": width, "height": height}, color_scheme=scheme)
        page.on("pageerror", lambda error: errors.append(str(error)))
        page.on("console", lambda message: errors.append(message.text) if message.type == "error" else None)
        page.set_default_timeout(8000)
        page.goto(url)
        pages.append(page)
        return page

    yield open_page
    for page in pages:
        page.close()
    # A page that is still open asks for news of a server that has ended with its test.
    assert [error for error in errors if "ERR_CONNECTION_REFUSED" not in error] == []


@pytest.fixture(scope="module")
def axe() -> str:
    if not AXE.exists():
        told = "axe-core is missing: run `npm ci --prefix tests/browser`"
        if os.environ.get("CI"):
            pytest.fail(told)
        pytest.skip(told)
    return AXE.read_text(encoding="utf-8")


def serious(page: Page, axe: str) -> list[str]:
    page.evaluate(axe)
    run = "axe.run(document, {resultTypes: ['violations']}).then(r => r.violations)"
    return [
        f"{one['id']} ({one['impact']}): {one['nodes'][0]['html'][:120]} x{len(one['nodes'])}"
        for one in page.evaluate(run)
        if one["impact"] in {"serious", "critical"}
    ]
