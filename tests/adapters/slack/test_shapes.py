"""Signed and still not as Slack makes it: 400, or taken and left; never 500. Each part of each payload is broken in turn."""

import copy
import json
import os
import random
from collections.abc import Iterator
from typing import Any
from urllib.parse import urlencode

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.slack import events
from tests.slack.delivering import encoded
from tests.slack.faults import Fault
from tests.slack.installing import installing
from tests.slack.model import Json
from tests.slack.serving import Office, office

LEFT_OUT = object()
OTHERS = [LEFT_OUT, None, "", 7, [], {}, ["x"], {"a": 1}, True, "\0x", "x" * 5000, "\ud800"]
MOST = 120  # of each kind
MOST_MADE = int(os.environ.get("TRIAL_BROKEN_REQUESTS", "2000")) // 4
FORM = {"Content-Type": "application/x-www-form-urlencoded"}


def payloads(place: Office) -> Iterator[tuple[str, Json]]:
    """One of each kind that Slack sends."""
    fake, rita, dm = place.fake, place.rita, place.fake.world.open_dm(place.acme, place.rita.id)
    made = fake.payloads
    form = fake.command(rita, "/logcall").modal()
    view = place.acme.views[form.id]
    view["state"] = {"values": {"said": {"field": {"type": "plain_text_input", "value": "fine"}}}}
    message = fake.dm(rita, "help").post().content
    button = next(e for block in message["blocks"] for e in block.get("elements", []) if e.get("type") == "button")
    action = {**button, "block_id": "b", "action_ts": "1.5"}
    said = events.said(fake.world, place.acme, place.sales, rita, f"{place.acme.bot.mention} help")
    yield "command", made.command(rita, dm, "/followups", "x")
    yield "interactive", made.press_in_message(rita, dm, message, action, whispered=False)
    yield "interactive", made.submission(rita, view)
    yield "interactive", made.closing(rita, view, is_cleared=False)
    yield "interactive", made.suggestion(rita, view, "deal", "field", "a")
    yield "interactive", made.shortcut(rita, "logcall_global")
    yield "interactive", made.message_shortcut(rita, place.sales, said, "logcall_message")
    for event in (
        events.message_im(message | {"user": rita.id, "text": "help"}, dm), events.app_mention(said, place.sales),
        events.app_home_opened(fake.world, place.acme, rita, "home"), events.user_change(fake.world, place.acme, rita),
        {"type": "tokens_revoked", "tokens": {"oauth": ["U1"], "bot": []}}, {"type": "team_join", "user": {"id": "U1"}},
    ):  # fmt: skip
        event.pop("bot_id", None)
        yield "events", made.event(place.acme, event)


def paths(part: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    inside = part.items() if isinstance(part, dict) else enumerate(part) if isinstance(part, list) else ()
    for key, value in inside:
        if key not in {"blocks", "title", "submit", "close"}:
            yield (*path, key)
            yield from paths(value, (*path, key))


def broken(payload: Json, path: tuple[Any, ...], other: Any) -> Json:
    made = copy.deepcopy(payload)
    part = made
    for key in path[:-1]:
        part = part[key]
    if other is LEFT_OUT and isinstance(part, dict):
        part.pop(path[-1], None)
    elif other is LEFT_OUT:
        del part[path[-1]]
    else:
        part[path[-1]] = other
    return made


def test_no_part_of_a_payload_breaks_the_bot(sqlite_url, open_database):
    chance = random.Random(4)
    with office(open_database(sqlite_url)) as place:
        wrong = []
        for kind, payload in list(payloads(place)):
            tried = [(path, other) for path in paths(payload) for other in OTHERS]
            for path, other in chance.sample(tried, min(MOST, len(tried))):
                status = answered(place, kind, broken(payload, path, other))
                if status not in {200, 400, 404}:
                    wrong.append((payload.get("type", kind), path, other, status))
        place.bot.settle()
        place.fake.complaints.clear()
        assert wrong == []


# Where Bolt itself looks, whatever kind of payload it is.
ELSEWHERE = [
    "event", "view", "user", "team", "enterprise", "type", "message", "item", "authorizations", "function_data", "channel",
    "command", "payload", "interactivity", "response_urls", "is_enterprise_install", "previous_message", "bot_access_token",
]  # fmt: skip
SHAPES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.sampled_from(["", "x", "null", "\0", "\ud800", "T1"]),
    lambda inside: st.lists(inside, max_size=3) | st.dictionaries(st.sampled_from(["id", "type", "text", "value", ""]), inside, max_size=3),
    max_leaves=5,
)  # fmt: skip


def test_whatever_is_made_of_a_payload_is_answered(sqlite_url, open_database):
    """Parts of real payloads, several at once, become anything; others stand where Slack puts none."""
    with office(open_database(sqlite_url)) as place:
        real = list(payloads(place))

        @settings(max_examples=MOST_MADE, deadline=None, database=None)
        @given(st.data())
        def any_shape(chosen: st.DataObject) -> None:
            kind, made = chosen.draw(st.sampled_from(real))
            for _ in range(chosen.draw(st.integers(1, 4))):
                path = chosen.draw(
                    st.sampled_from(list(paths(made)) or [()]) | st.sampled_from([(name,) for name in ELSEWHERE])
                )
                made = broken(made, path, chosen.draw(st.just(LEFT_OUT) | SHAPES)) if path else made
            assert answered(place, kind, made) in {200, 400, 404}

        any_shape()
        place.bot.settle()
        place.fake.complaints.clear()


def test_what_was_answered_by_500_before(sqlite_url, open_database):
    """Shapes that an independent fuzzer found."""
    with office(open_database(sqlite_url)) as place:
        real = {(kind, made.get("type"), (made.get("event") or {}).get("type")): made for kind, made in payloads(place)}
        command, change = real["command", None, None], real["events", "event_callback", "user_change"]
        form = real["interactive", "view_submission", None]
        for kind, made in (
            ("command", {**command, "event": "x"}), ("events", {"type": "url_verification", "challenge": "x", "event": "x"}),
            ("events", {**change, "command": 7}), ("events", broken(change, ("event", "user", "profile"), ["x"])),
            ("events", broken(change, ("event", "user", "profile"), 7)), ("events", broken(change, ("event", "user", "tz"), {})),
            ("interactive", broken(form, ("view", "type"), LEFT_OUT)),
            ("interactive", broken(form, ("view", "private_metadata"), {"command": "logcall"})),
        ):  # fmt: skip
            assert answered(place, kind, made) in {200, 400}, made


def answered(place: Office, kind: str, made: Json) -> int:
    """The status; a form's fields are text."""
    if kind == "command":
        told = {name: value if isinstance(value, str) else json.dumps(value) for name, value in made.items()}
        body = urlencode(told, errors="replace").encode()
    else:
        body = encoded(kind, made)[0]
    how = {"Content-Type": "application/json"} if kind == "events" else FORM
    return place.fake.run(place.fake.deliveries.post(body, how)).status


@pytest.mark.parametrize("text", ["%FF%FE", "%C3%28", "a%80b", "%ED%A0%80"])
def test_a_form_that_is_no_utf_8_behind_its_signs_is_refused(sqlite_url, open_database, text):
    with office(open_database(sqlite_url)) as place:
        body = f"command=%2Flogcall&team_id={place.acme.id}&user_id={place.rita.id}&trigger_id=1&text={text}"
        assert place.fake.run(place.fake.deliveries.post(body.encode(), FORM)).status == 400
        assert place.fake.calls("users.info") == []


@pytest.mark.parametrize("team", [None, {}, [], "T1", {"id": ""}])
def test_an_installation_of_a_whole_organisation_is_answered_by_a_page(sqlite_url, open_database, team):
    with installing(open_database(sqlite_url)) as (fake, bot, url):
        acme = fake.add_workspace("Acme Sales")
        rita = fake.add_user(acme, "rita", real_name="Rita Moss")
        fake.faults.script("oauth.v2.access", without_a_team(team))
        page = fake.install(rita, f"{url}/slack/install")
        assert (page.status, "one workspace at a time" in page.text) == (400, True)
        assert bot.tick() == 0


def without_a_team(team: Any) -> Fault:
    """A fault that is none: an answer that names no team."""
    return Fault("status", answer={"ok": True, "access_token": "xoxb-1", "team": team, "is_enterprise_install": True})


def test_slacks_word_that_it_holds_events_back_is_taken(sqlite_url, open_database):
    """Fewer than one delivery of twenty answered by 200, and it would send no event at all."""
    told = {
        "type": "app_rate_limited", "token": "none", "team_id": "T1", "minute_rate_limited": 1_780_000_000, "api_app_id": "A1",
    }  # fmt: skip
    with office(open_database(sqlite_url)) as place:
        assert answered(place, "events", told) == 200
        assert answered(place, "events", {"type": "app_is_happy"}) == 400
