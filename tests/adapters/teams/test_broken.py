"""Broken and hostile activities: each gets exactly the status it deserves, none a 5xx, and no foreign host is called.

TRIAL_BROKEN_REQUESTS says how many; `make test-release` plays ten times as many.
"""

import json
import os
import random
from collections.abc import Iterator
from copy import deepcopy
from typing import Any

import pytest

from tests.adapters.slack.test_broken import refusals
from tests.teams.serving import Office, office

ROUNDS = int(os.environ.get("TRIAL_BROKEN_REQUESTS", "2000"))
ODD: list[Any] = [
    None, True, 0, -1, 1e308, "", " ", "x" * 600, "\x00", "\ud800", "\u202e", [], [[]], {}, {"id": 1}, {"id": None}, [None], "null",
    {"a": {"b": {"c": []}}}, "<at>Followthrough</at>", "https://evil.example/", {"type": "mention"}, [{"type": "mention"}],
    [{"type": 5, "mentioned": 5, "text": 5}], [{"type": "mention", "mentioned": {"id": []}, "text": []}],
]  # fmt: skip
INVOKES = (
    "adaptiveCard/action", "task/fetch", "task/submit", "composeExtension/fetchTask", "composeExtension/submitAction",
    "composeExtension/query", "composeExtension/selectItem", "application/search", "message/submitAction", "nobody/knows", "",
)  # fmt: skip
HOSTILE_WORDS = (
    "help",
    "logcall",
    "'; DROP TABLE deals; --",
    "{{7*7}}",
    "<script>",
    "\ud800",
    "🙂" * 300,
    "where are we on \x00?",
    "",
)
VALUES: list[Any] = [
    {}, {"action": {}}, {"action": 5}, {"action": {"data": []}}, {"action": {"data": {"kind": "press", "command": "help"}}},
    {"action": {"data": {"kind": "form", "command": "logcall", "names": ["deal"], "field_deal": "Acme"}}},
    {"action": {"data": {"kind": "choose", "table": {"x": [1]}, "which": {}, "what": []}}},
    {"data": {"kind": "form", "command": "settings", "names": [5, None, "zone"], "field_zone": ["x"]}},
    {"data": {"command": "undo 999999999999999999999"}}, {"queryText": ["x"]}, {"queryText": "a", "queryOptions": 5},
    {"parameters": [{"name": "deal", "value": {}}]}, {"parameters": "x"}, {"messagePayload": {"body": {"content": "<p>Acme: <b>x"}}},
    {"messagePayload": {"body": []}}, {"deal": {"x": 1}}, {"trigger": "automatic"},
]  # fmt: skip


@pytest.fixture
def place(sqlite_url, open_database) -> Iterator[Office]:
    with office(open_database(sqlite_url)) as made:
        yield made


def test_every_broken_request_gets_its_own_status(place):
    dice = random.Random(11)
    place.rita.say("help")
    before = refusals("teams")
    made = dict.fromkeys(("body", "media", "token", "shape", "fit"), 0)
    for turn in range(ROUNDS):
        kind = dice.choice(list(made))
        made[kind] += 1
        status, wanted, sent = MAKERS[kind](place, dice)
        assert status in wanted, (turn, kind, status, wanted, sent)
    assert refusals("teams") - before >= made["token"]
    place.bot.settle()
    assert {receipt.host for receipt in place.fake.receipts} == {place.fake.url.removeprefix("http://")}
    assert min(made.values()) > 0
    assert "logcall" in place.said(place.tom, "help"), "it is well"


def broken_body(place: Office, dice: random.Random):
    whole = json.dumps(place.rita.activity("message", text="help")).encode()
    raw = dice.choice([
        whole[: dice.randrange(len(whole) - 1)], b"[]", b'"x"', b"5", b"null", b"", b"\xff\xfe", b"[" * 50_000, whole + b"}",
        b'{"type": 5}', b'{"type": ["message"]}', b"{}", b'{"typ": "message"}',
    ])  # fmt: skip
    return place.fake.post({}, raw=raw)[0], {400}, raw[:80]


def wrong_media(place: Office, dice: random.Random):
    media = dice.choice(["text/plain", "application/x-www-form-urlencoded", "text/html", "application/xml"])
    status = place.fake.post(place.rita.activity("message", text="help"), **{"Content-Type": media})[0]
    return status, {415}, media


def bad_token(place: Office, dice: random.Random):
    good = place.fake.signer.header()
    at = dice.randrange(len("Bearer "), len(good) - 2)
    other = dice.choice(
        [
            good[:at],
            good[:at] + "." + good[at:],
            good[:at] + "!" + good[at + 1 :],
            "Bearer",
            good[::-1],
            f"{good}, {good}",
        ]
    )
    return place.fake.post(place.rita.activity("message", text="help"), header=other)[0], {401}, other


NEEDED = ("from", "recipient", "conversation")
GUARDED = ("serviceUrl", "channelId", "channelData")


def wrong_shape(place: Office, dice: random.Random):
    """A part that is needed is missing or something else: 400, or 401 when it is what the token speaks for."""
    activity = an_activity(place, dice)
    name = dice.choice([*NEEDED, *GUARDED])
    if dice.random() < 0.3:
        activity.pop(name)
    else:
        activity[name] = dice.choice([odd for odd in ODD if not isinstance(odd, dict) or name != "channelData"])
    wanted = (
        {401} if name in {"serviceUrl", "channelId"} else {400} if name in {"from", "recipient"} else {200, 400, 401}
    )
    return place.fake.post(activity)[0], wanted, (name, activity.get(name))


def hostile_content(place: Office, dice: random.Random):
    """Everything that may be anything: taken, or refused as unreadable."""
    activity = an_activity(place, dice)
    activity["text"] = dice.choice(HOSTILE_WORDS)
    for _ in range(dice.randrange(3)):
        name = dice.choice(
            [
                "value",
                "entities",
                "text",
                "locale",
                "localTimezone",
                "attachments",
                "membersAdded",
                "action",
                "name",
                "id",
                "timestamp",
                "unknown",
                "replyToId",
                "textFormat",
            ]
        )
        activity[name] = deepcopy(dice.choice(ODD))
    return place.fake.post(activity)[0], {200, 400}, activity


def an_activity(place: Office, dice: random.Random) -> dict[str, Any]:
    kind = dice.choice(["message", "invoke", "conversationUpdate", "installationUpdate", "typing", "event"])
    more = (
        {"name": dice.choice(INVOKES), "value": deepcopy(dice.choice(VALUES))} if kind in {"invoke", "message"} else {}
    )
    return dice.choice([place.rita, place.tom]).activity(kind, **more)


MAKERS = {"body": broken_body, "media": wrong_media, "token": bad_token, "shape": wrong_shape, "fit": hostile_content}


def test_too_much_is_413(place):
    assert place.fake.post(place.rita.activity("message", text="x" * 1_100_000))[0] == 413
