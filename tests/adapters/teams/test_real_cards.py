"""What the trial team is really answered, drawn for Teams: nothing is cut, every command is there, a phone shows it."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest

from adapters.local.sample import seed
from adapters.teams.pressing import pressed
from adapters.teams.render import attachment, form
from bot.app import App
from bot.cards import Message, Reply
from bot.store import Database
from tests.teams.cards import presses, problems, texts
from tests.teams.drawing import canvas

NOW = datetime(2026, 11, 27, 8, 30, tzinfo=UTC)
ASKED = (
    "followups", "where Harbour Foods", "words 1", "prep Harbour Foods", "help", "deals", "upcoming", "owed", "nurture", "settings", "status", "people",
    "logcall", "logcall Acme: she checks with finance by Fri", "does it work?", "deal Harbour Foods", "wall", "shelf", "undo", "does this exist", "settings policy",
)  # fmt: skip
SIZES = {"desktop": 600, "phone": 320}


@pytest.fixture(scope="module")
def app(tmp_path_factory: pytest.TempPathFactory) -> Iterator[App]:
    database = Database(f"sqlite:///{tmp_path_factory.mktemp('teams') / 'bot.sqlite3'}")
    database.migrate()
    seed(database, NOW - timedelta(hours=12))
    yield App(database, lambda: NOW)
    database.close()


def said(app: App, name: str, text: str) -> Reply:
    member = next(member for member in app.members(1) if member.name.startswith(name))
    return app.answer(Message(1, member.id, text))


@pytest.mark.parametrize("name", ["Tom", "Maria", "Lena", "Omar"])
def test_every_answer_fits_a_card_whole(app, name):
    for text in ASKED:
        reply = said(app, name, text)
        drawn = attachment(reply.card)
        assert problems(drawn) == [], text
        held = {
            button.command
            for block in reply.card.blocks
            for button in (*getattr(block, "buttons", ()), *getattr(block, "more", ()))
        }
        there = {pressed(data).command for data in presses(drawn["content"])} | set(texts(drawn["content"]))
        assert held - there == set(), text
        if reply.form:
            assert problems(form(reply.form, reply.card)) == [], text


def test_the_cards_of_the_handbook_are_drawn_on_desk_and_phone(app):
    shown = {
        "digest": attachment(said(app, "Tom", "followups").card),
        "where": attachment(said(app, "Tom", "where Harbour Foods").card),
        "form": form(said(app, "Tom", "logcall").form, said(app, "Tom", "logcall").card),
    }
    with canvas() as drawing:
        for drawn in shown.values():
            for width in SIZES.values():
                told = drawing.draw(drawn["content"], width)
                assert (told["events"], told["wide"]) == ([], False)
