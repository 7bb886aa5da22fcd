"""The page's renderer: every card drawn, everything typed shown as text."""

import re
from html.parser import HTMLParser

import pytest

from adapters.local.render import card_html, form_html, reply_html
from bot.cards import Card, Reply
from tests.gallery import FORMS, GALLERY, NASTY, TWICE


class Seen(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.text = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)

    def handle_data(self, data: str) -> None:
        self.text += data


@pytest.mark.parametrize("name", GALLERY)
def test_a_card_is_drawn(name, snapshot):
    assert str(card_html(GALLERY[name], "2")) == snapshot


@pytest.mark.parametrize("name", FORMS)
def test_a_form_is_drawn(name, snapshot):
    assert str(form_html(FORMS[name], "2")) == snapshot


def test_what_a_form_asks_stands_in_no_card_above_it():
    card, form = reply_html(Reply(TWICE, FORMS["call"]))
    assert "Deal:" in card
    assert "By when?" not in card
    assert "By when?" in form
    assert reply_html(Reply(Card("Log a call"), FORMS["call"]))[0] == ""


def test_hostile_text_is_shown_and_never_run():
    seen = Seen()
    seen.feed(str(card_html(GALLERY["nasty"])) + str(form_html(FORMS["call"])))
    assert "script" not in seen.tags
    assert seen.text.count(NASTY) >= 10


def test_an_error_is_tied_to_its_field():
    html = str(form_html(FORMS["call"]))
    described = re.search(r'name="when" aria-describedby="([^"]+)" aria-invalid="true"', html)
    assert described
    assert f'id="{described[1]}"' in html


def test_every_control_has_a_label():
    html = str(form_html(FORMS["call"]))
    labelled = set(re.findall(r'<label for="([^"]+)"', html))
    assert labelled == set(re.findall(r'<(?:input type="text"|textarea|select)[^>]* id="([^"]+)"', html))
