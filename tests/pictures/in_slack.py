"""What is sent to Slack, drawn by a renderer of its blocks (npm slack-blocks-to-jsx); its own notes are taken out."""

import json
import os
import subprocess
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser

from adapters.slack.modal import modal
from adapters.slack.render import home, message
from bot.cards import Card
from tests.pictures.drawing import keep, opened
from tests.pictures.office import FRIDAY as ON_FRIDAY
from tests.pictures.office import MONDAY as ON_MONDAY
from tests.pictures.office import Office

HERE = Path(__file__).parent
WIDTH = 704
# The renderer cannot type or look up, and says so in a form: Slack says nothing there.
OWN_NOTES = ("Requires external data source", "Please 'enter' to submit")
Drawn = dict[str, Any]


def _message(card: Card, at: datetime = ON_FRIDAY) -> Drawn:
    return {"blocks": message(card)["blocks"], "at": at.isoformat()}


def _form(office: Office) -> Drawn:
    form = office.ask("Tom", "logcall").form
    assert form
    view = modal(form)
    ends = ["Cancel", view["submit"]["text"]]
    return {"blocks": view["blocks"], "at": ON_FRIDAY.isoformat(), "title": view["title"]["text"], "ends": ends}


def _home(office: Office) -> Drawn:
    return {"blocks": home(office.home("Tom"))["blocks"], "at": ON_FRIDAY.isoformat(), "title": "Home", "ends": []}


FRIDAY: dict[str, Callable[[Office], Drawn]] = {
    "slack-digest": lambda office: _message(office.arrived("Tom")),
    "slack-where": lambda office: _message(office.say("Tom", "where Harbour Foods")),
    "slack-form": _form,
    "slack-home": _home,
    "slack-rep": lambda office: _message(office.say("Maria", "how is Tom doing?")),
    "slack-deal": lambda office: _message(office.say("Maria", "where Harbour Foods")),
    "slack-charts": lambda office: _message(office.say("Maria", "chart team 365 days")),
}
MONDAY: dict[str, Callable[[Office], Drawn]] = {
    "slack-monday": lambda office: _message(office.arrived("Maria"), ON_MONDAY),
}


def draw(browser: Browser, told: dict[str, Drawn], folder: Path, work: Path) -> None:
    page = opened(browser, WIDTH, 300)
    for name, html in _pages(told).items():
        file = work / f"{name}.html"
        file.write_text(html, encoding="utf-8")
        page.goto(file.as_uri())
        page.evaluate(_WITHOUT, list(OWN_NOTES))
        keep(page, lambda: page.screenshot(full_page=True), folder / f"{name}.png")
    page.close()


def _pages(told: dict[str, Drawn]) -> dict[str, str]:
    environment = {**os.environ, "TZ": "Europe/London"}
    done = subprocess.run(
        ["node", str(HERE / "slack.mjs")], input=json.dumps(told), capture_output=True, text=True, env=environment, check=False
    )  # fmt: skip
    if done.returncode:
        raise SystemExit(f"Slack's messages were not drawn; run `npm ci --prefix tests/pictures`.\n{done.stderr}")
    pages: dict[str, str] = json.loads(done.stdout)
    return pages


_WITHOUT = """notes => [...document.querySelectorAll('body *')]
  .filter(one => !one.children.length && notes.some(note => one.textContent.includes(note)))
  .forEach(one => one.remove())"""
