"""The fake Teams itself: a card that Teams would refuse, cut off or format fails the test that sent it."""

import json
import urllib.request
from collections.abc import Iterator
from typing import Any

import pytest

from adapters.teams import messages
from bot.cards import Button, Buttons, Card, Field, FieldKind, Form, Reply, Text
from tests.teams.fake import FakeTeams, Json
from tests.teams.judging import need

FORM = Form("logcall", "Log a call", (Field("line", "What happened?", FieldKind.paragraph),), "Keep it")
GOOD = messages.message(Reply(Card("Acme *signed*", (Text("1. so"), Buttons((Button("Undo", "undo"),))), "k")))


@pytest.fixture
def fake() -> Iterator[FakeTeams]:
    with FakeTeams() as made:
        yield made


def complaints(fake: FakeTeams, message: Json) -> list[str]:
    data = json.dumps(message).encode()
    request = urllib.request.Request(
        f"{fake.service_url}v3/conversations/a:1/activities", data, {"Content-Type": "application/json"}
    )
    with urllib.request.urlopen(request, timeout=10):
        return fake.complaints


def changed(name: str, value: Any, *, at: int = 0) -> Json:
    """A good message, with one thing of its card made wrong; `at` is the element of its body."""
    message = json.loads(json.dumps(GOOD))
    content = message["attachments"][0]["content"]
    (content["body"][at] if name not in content else content)[name] = value
    return message


def test_what_the_product_sends_is_well(fake):
    assert complaints(fake, GOOD) == []
    assert complaints(fake, messages.message(Reply(Card(), FORM))) == []
    fake.check(messages.dialog(Reply(Card(), FORM)))
    assert fake.complaints == []


@pytest.mark.parametrize(
    ("message", "said"),
    [
        (changed("version", "1.6"), "version 1.6"),
        (changed("isSubtle", "yes"), "isSubtle"),
        (changed("text", "*bold*"), "Markdown in"),
        (changed("text", "# big"), "Markdown in"),
        (changed("text", "1. list"), "Markdown in"),
        (changed("text", "[here](https://evil.example)"), "Markdown in"),
        (changed("actions", [GOOD["attachments"][0]["content"]["body"][2]["actions"][0]] * 7, at=2), "7 actions"),
        (changed("fallbackText", "x" * 26_000), "bytes"),
        (changed("body", []), "an empty body"),
        ({"type": "message", "text": "*hello*"}, "Markdown is read"),
        ({**GOOD, "text": "hello", "textFormat": "plain"}, "split in two"),
    ],
)
def test_what_teams_would_take_badly_is_told(fake, message, said):
    assert any(said in told for told in complaints(fake, message)), fake.complaints


@pytest.mark.parametrize("lacking", ["label", "errorMessage"])
def test_an_input_without_its_words_is_told_in_a_window_too(fake, lacking):
    answered = json.loads(json.dumps(messages.dialog(Reply(Card(), FORM))))
    body = answered["task"]["value"]["card"]["content"]["body"]
    next(one for one in body if one["type"] == "Input.Text").pop(lacking)
    fake.check(answered)
    assert any("no label" in told for told in fake.complaints)


def test_what_a_window_does_not_take_is_told(fake):
    card = GOOD["attachments"][0]
    fake.check({"task": {"type": "continue", "value": {"title": "x", "card": card}}})
    assert fake.complaints == ["in a window Teams takes Action.Submit alone"]


def test_a_card_in_place_of_another_is_looked_at(fake):
    fake.check(
        {"statusCode": 200, "type": messages.CARD, "value": changed("version", "1.6")["attachments"][0]["content"]}
    )
    assert fake.complaints == ["version 1.6"]


def test_microsofts_own_schema_is_asked_about_what_looks_new(fake):
    need("ajv", "ajv-draft-04", "ajv-formats")
    assert complaints(fake, changed("spacing", "Enormous")) == []
    assert any("Enormous" in told for told in fake.all_complaints())
    assert fake.all_complaints() == [], "asked once a run"
