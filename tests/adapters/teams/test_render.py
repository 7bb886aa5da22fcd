"""Teams' renderer: every card within Teams' limits, nothing typed formatted, every button found again."""

import json
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from adapters.teams.forms import found as found_deals
from adapters.teams.pressing import Pressed, pressed
from adapters.teams.render import attachment, form, text
from bot.cards import Button, Buttons, Card, Draft, Facts, Field, FieldKind, Form, Line, Quote, Table, Text, Tone
from bot.hygiene import clean
from tests.adapters.everything import asking, kinds
from tests.gallery import FORMS, TWICE
from tests.gallery import GALLERY as SHARED
from tests.teams.cards import buttons, plain, presses, problems, texts
from tests.teams.drawing import canvas
from tests.teams.judging import schema_problems


def morning(count: int, *ends: object, key: str = "digest:1") -> Card:
    """A digest as it really is: words and done beside each line, a dozen further choices behind "…"."""
    more = (
        "We talked",
        "They got in touch",
        "Left voicemail",
        "No answer",
        "Sent an email",
        "Prep",
        "Where are we?",
        "Let go",
    )
    lines = tuple(
        Line(
            f"Deal {n}, Dana: last spoke Tue 17 February", say="Dana, what would you want answered?",
            buttons=(Button("Words", f"words {n}"), Button("Done", f"done {n}", f"Deal {n}, Dana", primary=True)),
            more=(*(Button(label, f"act {n} {label.lower()}") for label in more), *(Button(day, f"later {n} {day}") for day in ("tomorrow", "in 3 days", "in 1 week"))),
        )
        for n in range(count)
    )  # fmt: skip
    return Card("Tue 10 March.", (Text("Time to talk", Tone.strong), *lines, *ends), key)


GALLERY = {
    **SHARED,
    "one line": morning(1),
    "two lines": morning(2),
    "morning": morning(5, Buttons((Button("Show all", "followups all"),))),
    "days": Card("When?", (Buttons(tuple(Button(f"Day {n}", f"next 1 day {n}") for n in range(9))),)),
}
DEALS = tuple((f"Deal {n}", "40 seats") for n in range(20))
ALL_FORMS = {
    **FORMS,
    "many deals": Form("logcall", "Log a call", (Field("deal", "Who?", FieldKind.deal, "New Co", required=True, options=DEALS),)),
    "no deals": Form("logcall", "Log a call", (Field("deal", "Who?", FieldKind.deal, required=True),)),
}  # fmt: skip
HOSTILE = (
    "<at>Tom</at>", "[click](http://evil.test)", "![x](http://evil.test/x.png)", "http://evil.test", "<https://evil.test>", "a@b.test", "&lt;at&gt;",
    "&amp;", "<", ">", "**bold**", "_it_", "__b__", "~~no~~", "`code`", "```", "> quote", "# head", "- item", "1. item", "1) item", "+ item", "---",
    "===", "| a | b |", "\\", "\\*", "\\\\", "{{DATE(2026-03-10T10:00:00Z,SHORT)}}", "{{{", "${x}", "<script>alert(1)</script>", "<br>", "\u202egnp.exe", "\x00",
    "\r\n", "\n\n", "\t", "\u200b", "e\u0301\u0302", "\U0001f468\u200d\U0001f469\u200d\U0001f467", "\U0001f1e9\U0001f1ea", "Ж", "漢字", "שלום", "a" * 80, " ",
    "…", "“", '"', "x" * 200, "y" * 5_000, "&" * 3_000, "\U0001f642" * 1_600, '"' * 4_000,
)  # fmt: skip
NAMES = st.one_of(
    st.lists(st.sampled_from(HOSTILE), min_size=1, max_size=6).map("".join),
    st.lists(st.one_of(st.sampled_from(HOSTILE), st.text(max_size=20)), min_size=1, max_size=4).map("".join),
    st.text(max_size=300),
)


def commands(card: Card) -> set[str]:
    held = [held for block in card.blocks for held in (*getattr(block, "buttons", ()), *getattr(block, "more", ()))]
    return {button.command for button in held}


def found(card: Card) -> set[str]:
    return {pressed(data).command for data in presses(attachment(card)["content"])} - {""}


def told(card: Card) -> str:
    return "\n".join(texts(attachment(card)["content"]))


@pytest.mark.parametrize("name", GALLERY)
def test_a_card_is_drawn(name, snapshot):
    drawn = attachment(GALLERY[name])
    assert problems(drawn) == []
    assert json.dumps(drawn["content"], indent=1, ensure_ascii=False) == snapshot


@pytest.mark.parametrize("name", ALL_FORMS)
def test_a_form_is_drawn(name, snapshot):
    drawn = form(ALL_FORMS[name], note=GALLERY["texts"])
    assert problems(drawn) == []
    assert json.dumps(drawn["content"], indent=1, ensure_ascii=False) == snapshot


def test_a_form_says_nothing_above_its_fields_that_they_ask():
    drawn = texts(form(FORMS["call"], TWICE)["content"])
    assert drawn.count("Log a call") == 1
    assert not any("31/2" in text and "By when" in text for text in drawn)
    assert any("Acme" in text for text in drawn)


def everything() -> dict[str, dict]:
    drawn = {name: attachment(card)["content"] for name, card in GALLERY.items()}
    drawn |= {f"form {name}": form(one, GALLERY["digest"])["content"] for name, one in ALL_FORMS.items()}
    drawn |= {f"dialog {name}": form(one, in_dialog=True)["content"] for name, one in ALL_FORMS.items()}
    return drawn


def test_microsofts_schema_takes_every_card_and_form():
    drawn = everything()
    wrong = {**drawn["digest"], "body": [{"type": "TextBlok", "text": "x"}]}
    *right, refused = schema_problems("adaptive-card-1.5.0.json", *map(plain, drawn.values()), wrong)
    assert dict(zip(drawn, right, strict=True)) == {name: [] for name in drawn}
    assert refused


def without_query(thing):
    """Teams takes `choices.data` in a card of 1.5; the renderer calls it 1.6."""
    if isinstance(thing, dict):
        return {name: without_query(value) for name, value in thing.items() if name != "choices.data"}
    return [without_query(one) for one in thing] if isinstance(thing, list) else thing


def test_microsofts_renderer_draws_every_card_without_a_complaint_on_desk_and_phone():
    hostile = {
        f"{number} {part}": attachment(card)["content"]
        for number, part in enumerate(HOSTILE)
        for card in (Card(part, (Text(part), Text(part, Tone.strong), Line(part))),)
    }
    with canvas() as drawing:
        for name, content in without_query({**everything(), **hostile}).items():
            for width in (600, 320):
                drawn = drawing.draw(content, width)
                assert (name, drawn["events"], drawn["links"], drawn["marked"]) == (name, [], 0, 0)
                assert (name, width, drawn["wide"]) == (name, width, False)


def test_what_is_typed_is_read_exactly_as_it_was_typed():
    with canvas() as drawing:
        for part in (one for one in HOSTILE if len(one) < 400):
            drawing.draw(attachment(Card(f"head {part} end", (Text(f"text {part} end"),)))["content"])
            seen = drawing.page.locator("#card").inner_text()
            assert once(seen) == once(f"head {part} end text {part} end"), part


def once(text: str) -> str:
    """Without what no eye sees: the mark that keeps a date from being computed, and white space."""
    return " ".join(clean(text).replace("\u200b", "").split())


def test_pressing_done_in_the_renderer_sends_the_command():
    with canvas() as drawing:
        drawing.draw(attachment(GALLERY["digest"], token="t1")["content"])
        fired = drawing.press("Done")
        assert [pressed(one["data"]) for one in fired] == [Pressed("promise kept 4", "digest:7", token="t1")]


def test_a_line_is_picked_in_the_renderer_before_anything_is_sent():
    with canvas() as drawing:
        drawing.draw(attachment(morning(9))["content"])
        assert drawing.press("Words") == []
        drawing.page.get_by_label("Which one?").select_option("Deal 4, Dana: last spoke Tue 17 February")
        drawing.page.get_by_label("What about it?").select_option("in 3 days")
        drawing.press("Words")
        fired = drawing.press("Do it")
        assert [pressed(one["data"]).command for one in fired] == ["words 4", "later 4 in 3 days"]


def test_a_form_is_filled_in_in_the_renderer_and_read_back():
    with canvas() as drawing:
        drawing.draw(form(FORMS["call"], GALLERY["digest"])["content"])
        drawing.page.get_by_label("Who was it?").select_option("Acme: 40 seats")
        drawing.page.get_by_label("By when?").fill("Friday")
        fired = drawing.press("Save")
        sent = pressed(fired[0]["data"])
    assert (sent.command, sent.key) == ("logcall", "form:1")
    assert sent.fields
    assert {**sent.fields, "said": ""} == {"deal": "Acme", "said": "", "when": "Friday", "how": "b"}
    assert "**bold**" in sent.fields["said"]


@pytest.mark.parametrize("name", sorted(set(GALLERY) - {"many"}))
def test_every_button_is_found_again_with_its_card(name):
    card = GALLERY[name]
    assert found(card) == commands(card)
    assert {pressed(data).key for data in presses(attachment(card)["content"])} <= {card.key}


@settings(deadline=None)
@given(st.lists(NAMES, min_size=3, max_size=3))
def test_hostile_names_are_shown_as_text_in_every_kind_of_card(names):
    """300 names; 6,000 with `--hypothesis-profile=release`."""
    for name in names:
        for card in kinds(name):
            assert problems(attachment(card)) == []
            assert found(card) == commands(card)
            assert not set("<>") & set(text(card))
        assert problems(form(asking(name), note=Card(name, (Text(name),)))) == []


@pytest.mark.parametrize("count", [1, 2, 3, 5, 8, 10])
def test_a_morning_is_shown_whole_and_every_choice_is_there(count):
    card = morning(count, Buttons((Button("Show all", "followups all"), Button("Look at them", "resume"))))
    assert problems(attachment(card)) == []
    assert found(card) == commands(card)
    assert sum(f"Deal {n}, Dana" in told(card) for n in range(count)) == count


def test_a_digest_of_ten_long_lines_is_shown_whole():
    long = morning(10)
    lines = [
        replace(b, text=f"{n} {'w' * 140}", say="s" * 160)
        for n, b in enumerate(b for b in long.blocks if isinstance(b, Line))
    ]
    card = replace(long, blocks=(Text("Late today.", Tone.quiet), Text("You promised", Tone.strong), *lines))
    assert problems(attachment(card)) == []
    assert all(f"• {n} w" in told(card) for n in range(10))
    assert found(card) == commands(card)


def test_with_few_lines_each_has_its_own_buttons():
    titles = [button["title"] for button in buttons(attachment(morning(2))["content"])]
    assert titles == ["Words", "Done", "Words", "Done", "Do it"]
    titles = [button["title"] for button in buttons(attachment(morning(5))["content"])]
    assert titles == ["Done"] * 5 + ["Do it"]


def test_the_one_most_pressing_of_many_lines_has_its_own_buttons():
    asks = Line(
        "Tom asks for your help",
        buttons=(Button("Open deal", "where 1", primary=True), Button("Answer Tom", "answer help 1")),
    )
    late = tuple(Line(f"deal {n}", buttons=(Button("Open deal", f"where {n}"),)) for n in range(2, 10))
    drawn = attachment(Card("Your team", (asks, *late, Buttons((Button("The whole team", "team"),)))))["content"]
    assert {"Open deal", "Answer Tom", "The whole team"} <= {button["title"] for button in buttons(drawn)}


def test_with_many_lines_the_line_is_picked_and_what_fits_most_of_them_is_a_button():
    titles = [button["title"] for button in buttons(attachment(morning(9))["content"])]
    assert titles == ["Words", "Done", "Do it"]


def test_lines_that_begin_alike_are_told_apart():
    lines = tuple(
        Line(
            "Acme, Dana: " + "last spoke " * 9 + str(n),
            more=(Button("Words", f"words {n}"), Button("Done", f"done {n}")),
        )
        for n in range(9)
    )
    assert problems(attachment(Card("", lines))) == []
    names = [choice["title"] for choice in attachment(Card("", lines))["content"]["body"][-1]["items"][0]["choices"]]
    assert names[:2] == [
        "Acme, Dana: last spoke last spoke last spoke last…",
        "Acme, Dana: last spoke last spoke last spoke last… (2)",
    ]


def test_a_choice_that_the_line_does_not_have_is_answered_with_words():
    card = Card(
        "",
        (
            *morning(7).blocks,
            *(Line(f"Promise {n}", more=(Button("Will not happen", f"broken {n}"),)) for n in range(7)),
        ),
        "digest:1",
    )
    answers = {
        (found.command == "", found.problem != "") for found in map(pressed, presses(attachment(card)["content"]))
    }
    assert answers == {(True, True), (False, False)}
    assert found(card) == commands(card)
    assert pressed({"kind": "choose", "which": "1"}).problem == "Please choose first what to do."


def test_a_list_of_thousands_says_how_many_are_missing_and_keeps_its_last_buttons():
    card = Card(
        "Many", (*morning(5_000).blocks, Text("4,990 more can wait."), Buttons((Button("Show all", "followups all"),)))
    )
    assert problems(attachment(card)) == []
    said = told(card)
    shown = sum(f"• Deal {n}, Dana" in said for n in range(100))
    assert shown >= 10
    assert f"and {5_000 - shown} more" in said
    assert "followups all" in found(card)


@pytest.mark.parametrize(
    "block",
    [Facts((("a" * 90, "b" * 900),) * 400), Table(("Who", "What"), (("a" * 90, "b" * 900),) * 400), Draft("Email", "x" * 9_000), Draft("Email", "x\n" * 9_000),
     Buttons(tuple(Button(f"Deal {n}", f"log {n}") for n in range(2_000))), Line("x", say="y" * 9_000), Quote("“" * 9_000, "\\" * 9_000)],
    ids=lambda block: type(block).__name__,
)  # fmt: skip
def test_a_card_far_too_long_is_cut(block):
    card = Card("t" * 9_000, (block,) * 10)
    assert problems(attachment(card)) == []
    assert problems(form(FORMS["call"], card)) == []


def test_no_command_is_lost_however_long():
    long, longest = "log " + "a" * 490, "log " + "c" * 3_000
    card = Card(
        "", (Line("x", buttons=(Button("One", longest),), more=(Button("Two", long), Button("Three", "undo"))),)
    )
    assert problems(attachment(card)) == []
    assert found(card) == {long, "undo"}
    assert longest in told(card)


def test_beside_a_form_what_is_left_over_is_typed():
    note = Card("Which one?", (Buttons(tuple(Button(f"Deal {n}", f"log {n}") for n in range(9))),))
    drawn = form(FORMS["call"], note)
    assert problems(drawn) == []
    there = {pressed(data).command for data in presses(drawn["content"])} | set(texts(drawn["content"]))
    assert {f"log {n}" for n in range(9)} <= there


def test_a_form_too_long_for_a_card_keeps_its_fields():
    fields = tuple(Field(f"f{n}", f"Field {n}", FieldKind.paragraph, "“" * 4_000) for n in range(6))
    drawn = form(Form("logcall", "Log", fields), Card("", (Text("x" * 3_000),)))
    assert problems(drawn) == []
    assert {one["id"] for one in drawn["content"]["body"] if "id" in one} == {f"field_f{n}" for n in range(6)}


def test_in_a_dialog_there_is_nothing_but_submit():
    kinds = {button["type"] for button in buttons(form(FORMS["call"], GALLERY["digest"], in_dialog=True)["content"])}
    assert kinds == {"Action.Submit"}


def test_a_form_without_a_key_takes_the_token():
    keys = [
        pressed(buttons(form(replace(FORMS["call"], key=key), token="t1")["content"])[-1]["data"]).key
        for key in ("", "form:1")
    ]
    assert keys == ["t1", "form:1"]


def test_many_deals_are_searched_while_typing_and_a_new_name_has_its_own_line():
    deal, new, *_ = form(ALL_FORMS["many deals"])["content"]["body"][1:]
    assert deal["choices.data"] == {"type": "Data.Query", "dataset": "deals"}
    assert (deal["style"], len(deal["choices"]), new["value"]) == ("filtered", 20, "New Co")
    sent = {**buttons(form(ALL_FORMS["many deals"])["content"])[0]["data"], "field_deal": "Deal 3"}
    assert pressed(sent).fields == {"deal": "Deal 3"}
    assert pressed({**sent, "field_deal_new": " Newer Co "}).fields == {"deal": "Newer Co"}


def test_deals_are_found_for_what_was_typed_so_far():
    results = found_deals([(name, f"{name}: {about}") for name, about in DEALS], " Acme ")["value"]["results"]
    assert len(results) == 15
    assert (results[0], results[-1]) == (
        {"title": "Deal 0: 40 seats", "value": "Deal 0"},
        {"title": "New: Acme", "value": "New: Acme"},
    )
    assert found_deals([])["value"]["results"] == []


ANYTHING = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(("0", "1", "x")), inner, max_size=3),
    max_leaves=8,
)  # fmt: skip


@given(st.dictionaries(st.sampled_from(("kind", "command", "card", "key", "token", "names", "rows", "between", "which", "what", "only", "chosen", "field_x")), ANYTHING),
       st.sampled_from(("press", "form", "choose", None)))  # fmt: skip
def test_anything_may_come_back(data, kind):
    sent = pressed({**data, "kind": kind} if kind else data)
    assert isinstance(sent.command, str)
    assert all(isinstance(value, str) for value in (sent.fields or {}).values())


def test_no_button_carries_what_microsofts_renderer_takes_for_its_own():
    """It has a property `key` of every object, and breaks on a button that has one; a card from before is still read."""
    for card in GALLERY.values():
        assert [
            data for data in presses(attachment(card)["content"]) if {"key", "id", "msTeams", "msteams"} & {*data}
        ] == []
    assert pressed({"kind": "press", "command": "undo 1", "key": "digest:7"}).key == "digest:7"


def test_a_notification_says_the_card_without_its_buttons():
    assert text(GALLERY["digest"]).splitlines()[:3] == [
        "Tue 10 March. Two today.",
        "You promised",
        "• Fenwick, Omar: revised price, 1 day late",
    ]
    assert "[" not in text(GALLERY["buttons"])
    assert text(Card()) == "Nothing to show."
    assert len(text(GALLERY["long"])) <= 500
