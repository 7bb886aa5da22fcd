"""A call line as data, every key always; and how many of 50 synthetic lines are read right. Thu 12 March 2026, 14:00."""

from fractions import Fraction

import pytest

from benchmarks.reading_calls import read, score, show
from bot.reading.calldata import Account, call_data
from tests.serving import ROOT

FOLDER = ROOT / "tests" / "data" / "reading"
MOST = Fraction(95, 100)
ACCOUNTS = (
    Account("Acme Manufacturing", ("Dana Reyes", "Tom Okafor"), "US", "America/New_York"),
    Account("Kestrel Logistics", ("April Stone", "Rui"), "GB", "Europe/London"),
    Account("Blue Harbor Group", ("Dana Cole",), "US", "America/Los_Angeles"),
)
KEYS = {
    "id", "account", "contacts", "outcome", "result", "said", "their", "ours", "next", "not_before", "purchase_timing",
    "amount", "note", "asks", "prompts",
}  # fmt: skip


def data(text, tz="America/New_York"):
    row = {"id": 7, "text": text, "ref": "2026-03-12T14:00:00", "tz": tz}
    return call_data(row, ACCOUNTS)


@pytest.fixture(scope="module")
def lines():
    return score(*read(FOLDER))


def test_of_fifty_lines_none_is_recorded_wrongly(lines):
    assert lines.harm == {}
    assert lines.account.of == 50


@pytest.mark.parametrize(
    ("measure", "least"), [("account", Fraction(1)), ("outcome", MOST), ("result", MOST), ("due", MOST)]
)
def test_of_fifty_lines_nearly_all_are_read(lines, measure, least):
    assert getattr(lines, measure).part >= least


def test_what_is_clear_is_hardly_ever_asked(lines):
    assert lines.needless.part <= Fraction(20, 100)


def test_the_figures_are_printed(capsys):
    show(FOLDER)
    told = capsys.readouterr().out
    assert "call lines: 50" in told
    for name in ("harm", "account", "outcome", "result", "said", "next", "due", "without dates", "needless asks"):
        assert name in told


def test_a_wrong_fact_is_counted_as_harm():
    """Else the gate above would never close."""
    want = {"account": "Kestrel Logistics", "outcome": "connected", "result": "continuation", "their": [], "ours": []}
    case = {"id": "x", "text": "acme: Dana signs by Fri", "ref": "2026-03-12T14:00:00", "tz": "UTC", "expect": want}
    found = score([case], list(ACCOUNTS))
    assert found.harm == {"x": ["account Acme Manufacturing", "dates 2026-03-13", "happy ears: advance"]}
    assert (found.account.part, found.undated.extra) == (0, 1)


@pytest.mark.parametrize("text", ["", "x", "acme", "acme: lvm", "Dana", "acme - dana signs by fri", "?", "…" * 3000])
def test_every_key_is_always_there(text):
    got = data(text)
    assert set(got) == KEYS
    assert got["id"] == 7
    assert all(isinstance(got[name], list) for name in ("contacts", "their", "ours", "asks", "prompts"))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("acme lvm", ("Acme Manufacturing", "left_voicemail", "attempt")),
        ("kestrel, no answer", ("Kestrel Logistics", "no_answer", "attempt")),
        ("spoke w/ tom okafor, she'll review the deck by fri", ("Acme Manufacturing", "connected", "advance")),
        ("acme: not interested", ("Acme Manufacturing", "connected", "no_sale")),
        ("acme: Tom replied: budget is tight", ("Acme Manufacturing", "email", "continuation")),
        ("acme note to self: bring samples", ("Acme Manufacturing", None, "none")),
        ("acme 4 vms, 3 emails since January", ("Acme Manufacturing", None, "attempt")),
        ("nobody we know, lvm", (None, "left_voicemail", "attempt")),
    ],
)
def test_whose_line_it_is_and_what_came_of_it(text, expected):
    got = data(text)
    assert (got["account"], got["outcome"], got["result"]) == expected


def test_promises_keep_their_side_their_day_and_their_hour():
    got = data("acme - dana connected. she'll review the stats by friday, i send pricing tmrw 9am")
    (theirs,), (ours,) = got["their"], got["ours"]
    assert ("stats" in theirs["text"], theirs["due"], theirs["soft"]) == (True, "2026-03-13", False)
    assert ("pricing" in ours["text"], ours["due"], ours["time"]) == (True, "2026-03-13", "09:00")


@pytest.mark.parametrize(
    ("text", "when", "time"),
    [("acme, tom: call tue 10am", "2026-03-17", "10:00"), ("kestrel - demo 20/3", "2026-03-20", None)],
)
def test_the_next_step_has_a_day(text, when, time):
    step = data(text)["next"]
    assert (step["when"], step["time"], step["agreed"]) == (when, time, True)


def test_day_and_month_stand_in_the_order_of_the_place():
    assert data("kestrel: rui sends the list by 4/5")["their"][0]["due"] == "2026-05-04"
    assert data("acme: tom sends the list by 4/5")["their"][0]["due"] == "2026-04-05"


@pytest.mark.parametrize(
    ("text", "tz", "when", "is_asked"),
    [
        ("acme: call w/ both 4/6 2pm", "America/New_York", "2026-04-06", False),
        ("next visit acme 5/4 9am", "America/Chicago", "2026-05-04", False),
        ("kestrel: demo 4/6 2pm", "Europe/London", "2026-06-04", False),
        ("kestrel: demo 4/6 2pm", "America/New_York", "2026-06-04", True),
        ("acme: call 4/6 2pm", "Europe/Berlin", "2026-04-06", True),
        ("acme: call 4/6 2pm", "UTC", "2026-04-06", True),
    ],
)
def test_day_and_month_are_asked_unless_both_sides_write_them_alike(text, tz, when, is_asked):
    got = data(text, tz=tz)
    assert (got["next"]["when"], bool(got["asks"])) == (when, is_asked)


def test_a_step_on_any_day_of_a_week_tells_until_when_and_what_does_not_suit():
    step = data("acme: walkthrough any time wk of 3/23 bar weds")["next"]
    assert (step["when"], step["until"], step["excluding"]) == ("2026-03-23", "2026-03-27", ["2026-03-25"])
    barred = data("acme: demo any day next week except mon")["next"]
    assert (barred["when"], barred["until"], barred["excluding"]) == ("2026-03-17", "2026-03-20", ["2026-03-16"])
    assert "until" not in data("acme: demo tues 10am")["next"]


@pytest.mark.parametrize(
    ("text", "opens", "ends"),
    [
        ("tom: hard no this year, maybe after the merger, H1", "2027-01-01", "2027-06-30"),
        ("dana says hard no, maybe q4", "2026-10-01", "2026-12-31"),
        ("acme, firm no, “maybe when we merge, H2”", "2026-07-01", "2026-12-31"),
    ],
)
def test_what_they_name_behind_a_no_is_when_they_may_buy(text, opens, ends):
    assert data(text)["purchase_timing"] == {"from": opens, "to": ends}


@pytest.mark.parametrize(
    "text", ["dana: maybe lunch, not next week", "tom: no rush, maybe fri", "acme: not now, sorry"]
)
def test_a_day_behind_a_no_is_no_time_to_buy(text):
    assert data(text)["purchase_timing"] is None


@pytest.mark.parametrize(
    ("text", "zone"),
    [("acme: call tue 10am", None), ("kestrel: Rui wants a call tue 10am his time", "Europe/London")],
)
def test_a_zone_is_told_where_one_was_named(text, zone):
    assert data(text)["next"]["tz"] == zone


@pytest.mark.parametrize(
    "text", ["dana says she signs fri", "called, no answer", "by april they decide", "Delta-Reyes lvm"]
)
def test_a_deal_that_is_not_sure_is_asked_and_not_taken(text):
    got = data(text)
    assert got["account"] is None
    assert got["asks"][0].startswith("Which ")


def test_two_deals_that_may_be_meant_are_named():
    assert data("dana says yes")["asks"] == ["Which one: Acme Manufacturing, Blue Harbor Group?"]


def test_a_day_that_is_missing_is_a_prompt_and_no_doubt():
    got = data("acme: tom will send the forecast")
    assert got["asks"] == []
    assert any(one.startswith("By when will they") for one in got["prompts"])


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("acme: tom, 1.2M AED deal", {"value": 1_200_000.0, "currency": "AED"}),
        ("acme: budget ~250k", {"value": 250_000.0, "currency": "USD"}),
        ("acme: 250k users", None),
    ],
)
def test_an_amount_is_a_number_with_its_currency(text, amount):
    assert data(text)["amount"] == amount


def test_their_words_are_theirs_letter_by_letter():
    assert data('Acme - Tom said "send ME the Deck  again"')["said"] == "send ME the Deck  again"
    assert data("Acme - lvm")["said"] is None


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("acme: Xerox bid 9800", None),
        ("acme: Dana says Xerox bid $9,800 for the lot", None),
        ("acme: SparkleCo quoted them 1,900", None),
        ("acme: Xerox bid 9800, we quoted 9500", 9500),
        ("acme: dana says bolt quoted 9.8k, our 10.2k is too high", 10200),
        ("acme: dana said we quoted 9.8k", 9800),
        ("acme: dana says budget is at 12k", 12000),
        ("acme: Final bid 9800", 9800),
        ("acme: our bid 9800", 9800),
        ("acme: bid 9800", 9800),
        ("acme: signed 3900 today", 3900),
        ("acme: Dana signed for 3,900 this morning", 3900),
        ("acme: signed 40 seats today", None),
        ("acme: signed 12 today", None),
    ],
)
def test_the_amount_is_ours_and_never_a_rivals(text, value):
    accounts = [Account("Acme", ("Dana Reyes",))]
    amount = call_data({"id": 1, "text": text, "ref": "2026-03-12T14:00:00", "tz": "America/New_York"}, accounts)[
        "amount"
    ]
    assert (amount or {}).get("value") == value


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Dana says no budget at Acme this year", "no budget at Acme this year"),
        ("Dana: no money at acme manufacturing before May", "no money at acme manufacturing before May"),
        ("acme: Dana says no budget this year", "no budget this year"),
    ],
)
def test_their_words_keep_the_name_of_their_firm(text, said):
    accounts = [Account("Acme Manufacturing", ("Dana Reyes",))]
    call = call_data({"id": 1, "text": text, "ref": "2026-03-12T14:00:00", "tz": "America/New_York"}, accounts)
    assert call["said"] == said
