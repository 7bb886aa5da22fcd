"""Slack's renderer: every card within Slack's limits, nothing typed formatted, every button found again."""

import html
import json
import re
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from slack_sdk.models.blocks import Block
from slack_sdk.models.views import View

from adapters.cutting import cut, length
from adapters.slack.escaping import escaped
from adapters.slack.modal import errors, filled, modal, options
from adapters.slack.parts import parts
from adapters.slack.render import SMALLER, home, message, modal_card, pressed
from bot.cards import Button, Buttons, Card, Draft, Facts, Field, FieldKind, Form, Line, Rest, Table, Text, Tone
from bot.hygiene import clean
from tests.adapters.everything import asking, kinds
from tests.gallery import FORMS, GALLERY, OUR_OWN, TWICE
from tests.slack import blockkit

HOSTILE = (
    "<!channel>", "<@U1>", "<!subteam^S1>", "<#C1>", "<http://x|y>", "http://evil.test", "@here", "&amp;", "&lt;!here&gt;", "&", "<", ">",
    "*bold*", "_it_", "~no~", "`code`", "```", "> quote", ":smile:", "\u202egnp.exe", "\x00", "\r\n", "\u200b", "é", "e\u0301\u0302",
    "\U0001f468\u200d\U0001f469\u200d\U0001f467", "\U0001f44d\U0001f3fd", "\U0001f1e9\U0001f1ea", "❤\ufe0f", "Ж", "漢字", "שלום", "a" * 80, " ", "\n",
    "…", "“", "x" * 200, "y" * 5_000, "&" * 3_000, "\U0001f642" * 1_600,
)  # fmt: skip
NAMES = st.one_of(
    st.lists(st.sampled_from(HOSTILE), min_size=1, max_size=6).map("".join),
    st.lists(st.one_of(st.sampled_from(HOSTILE), st.text(max_size=20)), min_size=1, max_size=4).map("".join),
    st.text(max_size=300),
)
ENTITY = re.compile(r"&(?!amp;|lt;|gt;)|[<>]")


def normal(text: str) -> str:
    return " ".join(clean(text).split())


def shows(shown: str, name: str) -> bool:
    """The name as it is, or its beginning."""
    begins = normal(shown.rpartition("…")[0])
    parts = (begins, normal(begins.removeprefix("“")), normal(begins.removeprefix("✓ ")))
    return normal(name) in normal(shown) or ("…" in shown and any(map(normal(name).startswith, parts)))


def formatted(thing: object) -> list[str]:
    """Whatever could be read as markup: a mrkdwn object, a live element, an emoji by name."""
    if isinstance(thing, list):
        return [one for inner in thing for one in formatted(inner)]
    if not isinstance(thing, dict):
        return []
    kind = thing.get("type")
    if kind == "link" and thing["url"] == OUR_OWN:  # a Link of ours; nobody types its address
        return []
    live = {"mrkdwn", "markdown", "link", "user", "usergroup", "channel", "broadcast", "emoji", "date", "team", "color"}
    found = [kind] if kind in live or (kind == "plain_text" and thing.get("emoji") is not False) else []
    return found + [one for inner in thing.values() for one in formatted(inner)]


def judged(payload: dict) -> list[str]:
    """Our tables first, then the SDK's own validators."""
    if "type" in payload:
        View(**payload).to_dict()
        return [*blockkit.view(payload), *formatted(payload)]
    for block in Block.parse_all(payload["blocks"]):
        block.to_dict()
    return [*blockkit.message(payload), *formatted(payload), *ENTITY.findall(payload["text"])]


def commands(card: Card) -> set[str]:
    held = [held for block in card.blocks for held in (*getattr(block, "buttons", ()), *getattr(block, "more", ()))]
    return {button.command for button in held}


def found(card: Card) -> set[str]:
    return {pressed(action)[0] for action in blockkit.pressable(message(card)["blocks"])}


def many(count: int, *ends: object) -> Card:
    lines = tuple(Line(f"Deal {n}: due", say="Say it.", buttons=(Button("Done", f"done {n}"),)) for n in range(count))
    return Card("Many", (*lines, *ends), key="digest:1")


@pytest.mark.parametrize("name", GALLERY)
def test_a_card_is_drawn(name, snapshot):
    payload = message(GALLERY[name])
    assert judged(payload) == []
    assert json.dumps(payload, indent=1, ensure_ascii=False) == snapshot


@pytest.mark.parametrize("name", FORMS)
def test_a_form_is_drawn(name, snapshot):
    payload = modal(FORMS[name], note=GALLERY["texts"])
    assert judged(payload) == []
    assert json.dumps(payload, indent=1, ensure_ascii=False) == snapshot


def test_a_window_says_nothing_above_its_fields_that_they_ask():
    above = "".join(blockkit.texts(modal(FORMS["call"], note=TWICE)["blocks"][:1]))
    assert above == "Deal: Acme"


@pytest.mark.parametrize("name", GALLERY)
def test_a_card_stands_in_a_window_too(name):
    assert judged(modal_card(GALLERY[name], title=name)) == []
    assert judged(home([GALLERY[name], GALLERY["digest"]])) == []


def test_home_holds_every_card_and_each_brings_its_own_key_back(snapshot):
    view = home(list(GALLERY.values()))
    assert judged(view) == []
    assert {pressed(action)[1] for action in blockkit.pressable(view["blocks"])} == {"", "digest:7", "followups"}
    assert judged(home([])) == []
    assert judged(home([GALLERY["digest"]] * 200)) == []


@pytest.mark.parametrize("name", sorted(set(GALLERY) - {"many"}))
def test_every_button_is_found_again_with_its_card(name):
    card = GALLERY[name]
    assert found(card) == commands(card)
    assert {pressed(action)[1] for action in blockkit.pressable(message(card)["blocks"])} <= {card.key}


def test_of_a_list_of_thousands_each_line_is_counted_and_few_are_drawn():
    many = 5_000
    table = Table(("Who", "What"), tuple((f"Firm{n:04}", "plan") for n in range(many)))
    card = Card("Open deals", (table,), rest=Rest("deals from"))
    for payload in (message(card), modal_card(card, title="Deals")):
        told = " ".join(blockkit.texts(payload["blocks"]))
        shown = len(re.findall(r"Firm\d{4}", told))
        assert 0 < shown < many
        assert f"{many - shown:,} more" in told or f"{many - shown} more" in told
        assert f"deals from {shown + 1}" in str(payload["blocks"])
        assert f"Firm{shown - 1:04}" in told
    assert len({id(part.blocks) for part in parts(card)}) < many / 4


@settings(deadline=None)
@given(st.lists(NAMES, min_size=3, max_size=3))
def test_hostile_names_are_shown_as_text_in_every_kind_of_card(names):
    """300 names; 6,000 with `--hypothesis-profile=release`."""
    for name in names:
        for card in kinds(name):
            payload = message(card)
            assert judged(payload) == []
            assert found(card) == commands(card)
            if normal(name):
                assert any(shows(text, name) for text in blockkit.texts(payload["blocks"]))
        assert judged(home(kinds(name))) == []
        assert judged(modal(asking(name), note=Card(name, (Text(name),)))) == []


@settings(deadline=None)
@given(NAMES, st.integers(5, 400))
def test_escaped_text_reads_back_as_its_beginning(name, longest):
    shown = escaped(name, longest)
    assert length(shown) <= longest
    assert not ENTITY.search(shown)
    back = html.unescape(shown)
    assert back == clean(name) or (back.endswith("…") and clean(name).startswith(back[:-1]))


@pytest.mark.parametrize(
    ("text", "longest", "shown"),
    [
        ("Acme", 4, "Acme"), ("Acmes", 4, "Acm…"), ("ab👍🏽cd", 5, "ab…"), ("a👨‍👩‍👧b", 6, "a…"), ("🇩🇪🇫🇷", 7, "🇩🇪…"), ("ae\u0301\u0302b", 4, "a…"),
        ("x" + "\u0301" * 90, 60, "x" + "\u0301" * 58 + "…"), ("🙂🙂", 3, "🙂…"), ("ab", 1, "…"),
    ],
)  # fmt: skip
def test_a_cut_tears_no_character_apart(text, longest, shown):
    assert cut(text, longest) == shown


def test_a_list_of_thousands_says_how_many_are_missing_and_keeps_its_last_buttons():
    payload = message(many(5_000, Text("4,990 more can wait."), Buttons((Button("Show all", "followups all"),))))
    assert judged(payload) == []
    told = " ".join(blockkit.texts(payload["blocks"]))
    shown = len(re.findall(r"Deal \d+: due", told))
    assert shown > 10
    assert f"and {5_000 - shown} more" in told
    assert "Deal 0: due" in told
    assert "followups all" in {pressed(action)[0] for action in blockkit.pressable(payload["blocks"])}


def test_the_second_try_is_half_as_long():
    payload = message(many(60), SMALLER)
    assert len(payload["blocks"]) <= 20
    assert "more" in " ".join(blockkit.texts(payload["blocks"]))


@pytest.mark.parametrize(
    "block",
    [Facts((("a" * 90, "b" * 900),) * 400), Table(("Who", "What"), (("a" * 90, "b" * 900),) * 400), Draft("Email", "x" * 9_000),
     Buttons(tuple(Button(f"Deal {n}", f"log {n}") for n in range(2_000))), Line("x", say="y" * 9_000)],
    ids=lambda block: type(block).__name__,
)  # fmt: skip
def test_a_card_far_too_long_is_cut(block):
    card = Card("t" * 9_000, (block,) * 10)
    assert judged(message(card)) == []
    assert judged(home([card] * 3)) == []
    assert judged(modal_card(card, title="t" * 90)) == []


def test_a_digest_of_ten_long_lines_is_shown_whole():
    more = tuple(Button(f"Something to choose, {n}", f"later {n} in 3 days") for n in range(12))
    press = (Button("Words", "words 1"), Button("Done", "done 1", primary=True))
    lines = tuple(Line(f"{n} " + "w" * 140, say="s" * 200, buttons=press, more=more) for n in range(10))
    card = Card(
        "Tue 10 March.",
        (Text("Late today.", Tone.quiet), Text("You promised", Tone.strong), *lines, Buttons(press)),
        "digest:1",
    )
    told = list(blockkit.texts(message(card)["blocks"]))
    assert sum(text.startswith(tuple(f"{n} w" for n in range(10))) for text in told) == 10


def test_no_command_is_lost_however_long():
    long, longer, longest = "log " + "a" * 200, "log " + "b" * 1_990, "log " + "c" * 3_000
    card = Card(
        "",
        (
            Line(
                "x",
                buttons=(Button("One", longest),),
                more=(Button("Two", long), Button("Three", longer), Button("Four", "undo")),
            ),
        ),
    )
    payload = message(card)
    assert judged(payload) == []
    assert {"undo", long, longer[:1_994]} == {command[:1_994] for command in found(card)}
    assert longest in list(blockkit.texts(payload["blocks"]))


def test_a_menu_of_more_than_five_stays_a_menu():
    more = tuple(Button(f"Choice {n}", f"later {n}") for n in range(11))
    types = [
        block["elements"][0]["type"]
        for block in message(Card("", (Line("x", more=more), Line("y", more=more[:5]))))["blocks"][1::2]
    ]
    assert types == ["static_select", "overflow"]


def test_a_changed_line_gets_another_id_and_an_unchanged_one_keeps_its_own():
    before, after = many(3), many(3)
    after = replace(
        after, blocks=(Line("Deal 0: done", buttons=(Button("Undo", "undo 1"),), settled=True), *after.blocks[1:])
    )
    ids = [[block["block_id"] for block in message(card)["blocks"] if "block_id" in block] for card in (before, after)]
    assert ids[0][0] != ids[1][0]
    assert ids[0][1:] == ids[1][1:]


def test_a_filled_form_is_read_back():
    view = modal(FORMS["call"], note=GALLERY["digest"])
    state = {
        "values": {
            "deal": {"field": {"type": "external_select", "selected_option": {"value": "Acme, 40 seats"}}},
            "said": {"field": {"type": "plain_text_input", "value": None}},
            "how": {"field": {"type": "static_select", "selected_option": None}},
            "e3b0-0:digest:7": {"command-2": {"type": "static_select", "selected_option": {"value": "undo"}}},
        }
    }
    fields = (("deal", "Acme, 40 seats"), ("said", ""), ("how", ""))
    assert filled(state, view["private_metadata"]) == ("logcall", "form:1", fields)


def test_a_form_without_a_key_takes_the_token():
    assert filled({}, modal(replace(FORMS["call"], key=""), token="t1")["private_metadata"])[1] == "t1"
    assert filled({}, modal(FORMS["call"], token="t1")["private_metadata"])[1] == "form:1"


def test_what_is_wrong_stands_beside_its_field():
    assert errors(FORMS["call"]) == {"when": "“31/2” is not a day in the calendar."}


def test_a_value_that_no_choice_has_is_kept_for_typing():
    fields = tuple(
        Field("x", "X", kind, "v" * 200, options=(("a", "A"),)) for kind in (FieldKind.choice, FieldKind.deal)
    )
    for field in fields:
        element = modal(Form("settings", "S", (field,)))["blocks"][0]["element"]
        assert (element["type"], element["initial_value"]) == ("plain_text_input", "v" * 200)


def test_a_long_title_is_cut_after_a_word_and_told_whole_below():
    view = modal(Form("start", "Which five deals are on your mind?", (Field("names", "One a line"),)))
    assert view["title"]["text"] == "Which five deals are on…"
    assert view["blocks"][0]["text"]["text"] == "Which five deals are on your mind?"


def test_deals_are_offered_while_typing_and_so_is_a_new_name():
    offered = options([(str(n), f"Deal {n}") for n in range(300)], typed=" Acme ")["options"]
    assert len(offered) == 100
    assert offered[0] == {"text": {"type": "plain_text", "text": "Deal 0", "emoji": False}, "value": "0"}
    assert offered[-1]["value"] == "Acme"
    assert options([("Acme", "Acme")], typed="Acme")["options"] == [
        {"text": {"type": "plain_text", "text": "Acme", "emoji": False}, "value": "Acme"}
    ]
    assert options([]) == {"options": []}


def test_whose_a_deal_is_stays_in_a_label_that_is_cut():
    long = "Deutsche Fernverkehr AG Frankfurt, framework contract for the cleaning of 90 halls"
    shown = [
        one["text"]["text"] for one in options([("1", f"{long} (Tom Becker)"), ("2", f"{long} (Lena Vogt)")])["options"]
    ]
    assert [text.rpartition("…")[2] for text in shown] == [" (Tom Becker)", " (Lena Vogt)"]
    assert max(map(len, shown)) <= 75


def test_what_nobody_sees_is_offered_as_no_name_and_what_is_too_long_says_so():
    assert options([], typed="\u200b") == options([], typed="\u3164 \u2800") == {"options": []}
    (offered,) = options([], typed="Harbour Foods " * 20)["options"]
    assert offered["text"]["text"].startswith("Too long for a name. New, cut: Harbour Foods")
    assert len(offered["value"]) <= 120
    assert offered["value"].endswith("Foods Harbour")
    (offered,) = options([], typed="x" * 200)["options"]
    assert set(offered["value"]) == {"x"}
