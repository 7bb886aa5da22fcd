"""Cards drawn by Microsoft's own renderer (npm adaptivecards) in Chromium, dressed roughly as Teams dresses them."""

import json
import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

import pytest
from playwright.sync_api import Page, sync_playwright

from tests.browser.conftest import ARGUMENTS, CHROMIUM
from tests.teams.judging import need

_PACKAGES = ("adaptivecards", "markdown-it")
STYLE = """
body{margin:8px;background:#f5f5f5;font:14px "Segoe UI","DejaVu Sans",sans-serif}
#card{overflow-wrap:anywhere;background:#fff;border:1px solid #d1d1d1;border-radius:6px}
.ac-pushButton{border:1px solid #c7c7c7;border-radius:4px;background:#fff;padding:6px 14px;font:600 14px "Segoe UI","DejaVu Sans",sans-serif;cursor:pointer}
.ac-pushButton{box-sizing:border-box;max-width:100%}
.ac-pushButton>div{overflow:hidden;text-overflow:ellipsis}
.ac-pushButton.style-positive{background:#5b5fc7!important;color:#fff!important;border-color:#5b5fc7}
.ac-input{box-sizing:border-box;width:100%;border:1px solid #c7c7c7;border-radius:4px;padding:6px 8px;font:inherit;background:#fff}
.ac-actionSet{flex-wrap:wrap;row-gap:8px}
[role=alert]{color:#c4314b;font-size:12px}
"""
DRAW = """card => {
  const A = window.AdaptiveCards, reader = window.markdownit();
  A.AdaptiveCard.onProcessMarkdown = (text, result) => { result.outputHtml = reader.render(text); result.didProcess = true; };
  const context = new A.SerializationContext(A.Versions.v1_5), drawn = new A.AdaptiveCard();
  drawn.hostConfig = new A.HostConfig({ fontFamily: '"Segoe UI","DejaVu Sans",sans-serif', supportsInteractivity: true,
    fontSizes: { small: 12, default: 14, medium: 16, large: 18, extraLarge: 24 },
    spacing: { small: 8, default: 12, medium: 16, large: 20, extraLarge: 24, padding: 16 },
    containerStyles: { emphasis: { backgroundColor: '#f0f0f0' } },
    actions: { maxActions: 6, actionsOrientation: 'horizontal', actionAlignment: 'left', buttonSpacing: 8 },
    inputs: { label: { requiredInputs: { suffix: ' *' } } } });
  drawn.parse(card, context);
  const events = [], add = e => events.push(`${A.ValidationPhase[e.phase]} ${A.ValidationEvent[e.event]}: ${e.message}`);
  for (let number = 0; number < context.eventCount; number++) add(context.getEventAt(number));
  drawn.validateProperties().validationEvents.forEach(add);
  window.fired = [];
  drawn.onExecuteAction = action => window.fired.push({ type: action.getJsonTypeName(), data: action.data });
  const place = document.getElementById('card');
  place.replaceChildren(drawn.render());
  return { events, wide: document.documentElement.scrollWidth > window.innerWidth,
    links: place.querySelectorAll('a').length, marked: place.querySelectorAll('strong,em,b,i,ul,ol,script,img').length };
}"""


@dataclass(frozen=True)
class Canvas:
    page: Page

    def draw(self, content: dict[str, Any], width: int = 600) -> dict[str, Any]:
        """What the renderer found wrong, whether it is wider than the screen, and how many links and marks stand there."""
        self.page.set_viewport_size({"width": width, "height": 200})
        told: dict[str, Any] = self.page.evaluate(DRAW, json.loads(json.dumps(content)))
        told["events"] = [
            event for event in told["events"] if 'Unknown element type "Chart.' not in event
        ]  # Teams' own
        return told

    def press(self, name: str, number: int = 0) -> list[dict[str, Any]]:
        """What came of pressing that button, as Teams would send it on."""
        self.page.get_by_role("button", name=name).nth(number).click()
        fired: list[dict[str, Any]] = self.page.evaluate("window.fired")
        return fired


@contextmanager
def canvas() -> Iterator[Canvas]:
    need(*_PACKAGES)
    if not CHROMIUM:
        told = "install Chromium to see the cards of Teams drawn (apt-get install chromium)"
        if os.environ.get("CI"):
            pytest.fail(told)
        pytest.skip(told)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        yield canvas_on(browser.new_page())
        browser.close()


def canvas_on(page: Page) -> Canvas:
    modules = need(*_PACKAGES)
    page.set_content(f'<!doctype html><html lang="en"><style>{STYLE}</style><body><div id="card"></div></body></html>')
    page.add_script_tag(path=modules / "markdown-it" / "dist" / "markdown-it.min.js")
    page.add_script_tag(path=modules / "adaptivecards" / "dist" / "adaptivecards.min.js")
    return Canvas(page)
