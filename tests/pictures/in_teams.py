"""What is sent to Teams, drawn by Microsoft's own hands: its renderer of cards, and its Agents Playground."""

from collections.abc import Callable, Mapping
from math import ceil, floor
from pathlib import Path
from typing import Any

from aiohttp import ClientSession, web
from playwright.sync_api import Browser, Locator, Page, expect

from adapters.teams.render import attachment, form
from bot.store import Database
from bot.views.platforms import admin_welcome
from tests.pictures.drawing import keep, opened
from tests.pictures.office import Office
from tests.serving import serving
from tests.teams.drawing import canvas_on
from tests.teams.playground.chatting import PATIENCE, Chat
from tests.teams.playground.playing import RITA, playgrounds

Drawn = dict[str, Any]
DESK, PHONE = 600, 320
_WIDTH, _TALL = 1280, 3200  # pixels: each card whole
_KEPT = {
    "deal": "Harbour Foods",
    "said": "Ivan is back, you get the counts next week",
    "theirs": "send the night counts by Wed",
    "ours": "send the route plan on Tuesday",
}


def _form(office: Office) -> Drawn:
    reply = office.ask("Tom", "logcall")
    assert reply.form
    return form(reply.form, reply.card)


def _digest(office: Office) -> Drawn:
    return attachment(office.arrived("Tom"))


# By Microsoft's renderer, at that width.
CARDS: dict[str, tuple[int, Callable[[Office], Drawn]]] = {
    "teams-digest-desktop": (DESK, _digest),
    "teams-digest-phone": (PHONE, _digest),
    "teams-form-desktop": (DESK, _form),
    "teams-where-phone": (PHONE, lambda office: attachment(office.say("Tom", "where Harbour Foods"))),
}
# In the Playground.
FRIDAY: dict[str, Callable[[Office], Drawn]] = {
    "teams-rep": lambda office: attachment(office.say("Maria", "how is Tom doing?")),
    "teams-deal": lambda office: attachment(office.say("Maria", "where Harbour Foods")),
    "teams-charts": lambda office: attachment(office.say("Maria", "chart team 365 days")),
    "teams-welcome-desktop": lambda _: attachment(admin_welcome("Maria", "Northlight")),
}
MONDAY: dict[str, Callable[[Office], Drawn]] = {"teams-monday": lambda office: attachment(office.arrived("Maria"))}
BESIDE: dict[str, Callable[[Office], Drawn]] = {
    "teams-receipt-desktop": lambda office: attachment(office.ask("Tom", "logcall", **_KEPT).card)
}


def draw_cards(browser: Browser, told: Mapping[str, tuple[int, Drawn]], folder: Path) -> None:
    """Each at its width."""
    page = opened(browser, DESK)
    drawing = canvas_on(page)
    for name, (width, card) in told.items():
        seen = drawing.draw(card["content"], width)
        assert (seen["events"], seen["wide"]) == ([], False), name
        keep(page, lambda: page.screenshot(full_page=True), folder / f"{name}.png")
    page.close()


def draw_in_the_playground(browser: Browser, told: dict[str, Drawn], folder: Path, work: Path) -> None:
    """Behind it stands a bot that answers a picture's name with its card."""
    if not told:
        return
    with (
        serving(
            [web.post("/api/messages", _answering(told))], Database(f"sqlite:///{work / 'nothing.sqlite3'}")
        ) as url,
        playgrounds(url, (RITA,), work) as urls,
    ):
        page = opened(browser, _WIDTH, _TALL)
        page.set_default_timeout(PATIENCE)
        chat = Chat(page, RITA)
        chat.install(urls[0])
        for number, name in enumerate(told, 1):
            chat.say(name)
            expect(chat.heard).to_have_count(number)
            card = chat.heard.nth(number - 1).locator("[dir=ltr]").first
            keep(page, lambda card=card: _inside(page, card), folder / f"{name}.png")
        page.close()


def _inside(page: Page, card: Locator) -> bytes:
    """Its whole pixels: a line that it shares with what is around it would be grey."""
    card.scroll_into_view_if_needed()
    box = card.bounding_box()
    assert box
    left, top = ceil(box["x"]), ceil(box["y"])
    width, height = floor(box["x"] + box["width"]) - left, floor(box["y"] + box["height"]) - top
    return page.screenshot(clip={"x": left, "y": top, "width": width, "height": height})


def _answering(told: dict[str, Drawn]) -> Callable[[web.Request], Any]:
    async def messages(request: web.Request) -> web.Response:
        activity = await request.json()
        if activity["type"] == "message":
            await _reply(activity, told[activity["text"].strip()])
        return web.json_response({})

    return messages


async def _reply(activity: Drawn, card: Drawn) -> None:
    reply = {
        "type": "message", "from": activity["recipient"], "recipient": activity["from"],
        "conversation": activity["conversation"], "replyToId": activity["id"], "attachments": [card],
    }  # fmt: skip
    address = f"{activity['serviceUrl'].rstrip('/')}/v3/conversations/{activity['conversation']['id']}/activities"
    async with ClientSession() as session, session.post(address, json=reply) as response:
        response.raise_for_status()
