"""What is sent to Slack, drawn by a renderer of its blocks (npm slack-blocks-to-jsx); its own notes are taken out."""

import json
import os
import subprocess
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import datetime
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, Page

from adapters.slack.modal import modal
from adapters.slack.render import home, message
from bot.cards import Card, Form
from tests.pictures.drawing import keep, opened
from tests.pictures.office import FRIDAY as ON_FRIDAY
from tests.pictures.office import MONDAY as ON_MONDAY
from tests.pictures.office import Office

HERE = Path(__file__).parent
RENDERER = HERE / "node_modules" / "slack-blocks-to-jsx"
WIDTH = 704
# The renderer cannot type or look up, and says so in a form: Slack says nothing there.
OWN_NOTES = ("Requires external data source", "Please 'enter' to submit")
Drawn = dict[str, Any]


def message_of(card: Card, at: datetime = ON_FRIDAY) -> Drawn:
    return {"blocks": message(card)["blocks"], "at": at.isoformat()}


def window_of(form: Form, note: Card | None = None) -> Drawn:
    view = modal(form, note=note)
    ends = ["Cancel", view["submit"]["text"]]
    return {"blocks": view["blocks"], "at": ON_FRIDAY.isoformat(), "title": view["title"]["text"], "ends": ends}


def home_of(cards: Sequence[Card], at: datetime = ON_FRIDAY) -> Drawn:
    return {"blocks": home(cards)["blocks"], "at": at.isoformat(), "title": "Home", "ends": []}


def _form(office: Office) -> Drawn:
    form = office.ask("Tom", "logcall").form
    assert form
    return window_of(form)


FRIDAY: dict[str, Callable[[Office], Drawn]] = {
    "slack-digest": lambda office: message_of(office.arrived("Tom")),
    "slack-where": lambda office: message_of(office.say("Tom", "where Harbour Foods")),
    "slack-form": _form,
    "slack-home": lambda office: home_of(office.home("Tom")),
    "slack-rep": lambda office: message_of(office.say("Maria", "how is Tom doing?")),
    "slack-deal": lambda office: message_of(office.say("Maria", "where Harbour Foods")),
    "slack-charts": lambda office: message_of(office.say("Maria", "chart team 365 days")),
}
MONDAY: dict[str, Callable[[Office], Drawn]] = {
    "slack-monday": lambda office: message_of(office.arrived("Maria"), ON_MONDAY),
}


def draw(browser: Browser, told: Mapping[str, Drawn], folder: Path, work: Path) -> None:
    page = opened(browser, WIDTH, 300)
    for name in shown(page, told, work):
        keep(page, lambda: page.screenshot(full_page=True), folder / f"{name}.png")
    page.close()


def shown(page: Page, told: Mapping[str, Drawn], work: Path) -> Iterator[str]:
    """Each stands on the page while its name is given."""
    for name, html in _pages(told).items():
        file = work / f"{name}.html"
        file.write_text(html, encoding="utf-8")
        page.goto(file.as_uri())
        page.evaluate(_WITHOUT, list(OWN_NOTES))
        yield name


def _pages(told: Mapping[str, Drawn]) -> dict[str, str]:
    environment = {**os.environ, "TZ": "Europe/London"}
    done = subprocess.run(
        ["node", str(HERE / "slack.mjs")], input=json.dumps(dict(told)), capture_output=True, text=True, env=environment, check=False
    )  # fmt: skip
    if done.returncode:
        raise SystemExit(f"Slack's messages were not drawn; run `npm ci --prefix tests/pictures`.\n{done.stderr}")
    pages: dict[str, str] = json.loads(done.stdout)
    return pages


_WITHOUT = """notes => [...document.querySelectorAll('body *')]
  .filter(one => !one.children.length && notes.some(note => one.textContent.includes(note)))
  .forEach(one => one.remove())"""
