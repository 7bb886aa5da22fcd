"""What people do with the bot in Microsoft's own client: seen in the chat, and in what is answered afterwards."""

import re
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from playwright.sync_api import expect

from tests.teams.playground.chatting import assert_filled, choose, field, fill, press
from tests.teams.playground.playing import CHANNEL, GROUP, PERSONAL


def test_whoever_adds_it_is_welcomed_once(office):
    """The first of all as the admin; opening the page anew adds it once more, and says nothing."""
    expect(office.rita.heard.first).to_contain_text("Welcome, Rita")
    expect(office.rita.heard.first).to_contain_text("make Tom a rep of Maria")
    expect(office.tom.heard.first).to_contain_text("Hello Tom.")
    expect(office.tom.heard.first).to_contain_text("Nobody else sees what you log.")
    for chat in (office.rita, office.tom):
        chat.reload()
        office.tick()
        chat.ask("help", "What I can do")
        expect(chat.heard).to_have_count(1)
    assert [row["n"] for row in office.rows("SELECT count(*) n FROM outbox WHERE kind = 'welcome'")] == [2]


def test_a_call_is_logged_by_the_form_in_the_card(office):
    office.rita.log("Alder Foods", "Ann is in")
    form = office.rita.ask("logcall", "Log a call")
    typed = {"Where do things stand": "We move in May", "What will they do": "send the floor plan by 31/2"}
    fill(form, typed)
    press(form, "Keep it")
    expect(form).to_contain_text("Type a deal, a company or a new name.")
    assert_filled(form, typed)

    choose(form, "Who was it?", "Alder Foods: Ann, last contact")
    press(form, "Keep it")
    expect(form).to_contain_text("not a day in the calendar")
    assert_filled(form, typed)
    expect(field(form, "Who was it?")).to_have_value(re.compile("^Alder Foods"))

    fill(form, {"What will they do": "send the floor plan by Friday", "What will you do": "send the offer tomorrow"})
    press(form, "Keep it")
    expect(form).to_contain_text("Logged: Alder Foods")  # where the form stood
    expect(form.get_by_role("textbox")).to_have_count(0)
    office.rita.ask("where are we on Alder Foods?", "“We move in May”", "send the floor plan", "send the offer")
    assert _said(office, "Alder Foods")[-1] == "We move in May"


def test_a_new_name_in_the_form_is_asked_about_and_a_second_press_changes_nothing(office):
    office.rita.log("Birch Kitchens", "Bea is in")
    form = office.rita.ask("logcall", "Log a call")
    fill(form, {"Or a new name": "Cedar Bank", "Where do things stand": "The board has it"})
    press(form, "Keep it")
    expect(form).to_contain_text("No deal of yours is called “Cedar Bank”")
    form.get_by_role("button", name="Create “Cedar Bank”").dblclick()
    office.rita.hear("Logged: Cedar Bank")
    office.rita.ask("where are we on Cedar Bank?", "“The board has it”")
    assert _said(office, "Cedar Bank") == ["The board has it"]


def test_a_call_is_logged_in_the_window_of_the_message_extension(office):
    office.rita.log("Dove Travel", "Dora is in")
    typed = {"Where do things stand": "Two depots, one contract", "What will you do": "send the plan by 31/2"}
    window = office.rita.extend()
    choose(window, "Who was it?", "Dove Travel")
    fill(window, typed)
    press(window, "Keep it")
    expect(window).to_contain_text("not a day in the calendar")
    assert_filled(window, typed)
    fill(window, {"What will you do": "send the plan tomorrow"})
    press(window, "Keep it")
    expect(window).to_contain_text("Logged: Dove Travel")
    press(window, "Close")
    office.rita.ask("where are we on Dove Travel?", "“Two depots, one contract”", "send the plan")
    assert _said(office, "Dove Travel")[-1] == "Two depots, one contract"


@pytest.mark.parametrize(
    ("word", "deal"), [("logcall", "Elm Logistics"), ("/logcall", "Fir Airlines"), ("Log Call", "Gum Printing")]
)
def test_a_typed_line_is_a_call(office, word, deal):
    told = f'{word} {deal}: Finn said "the trial runs", he checks by Friday'
    press(office.rita.ask(told, f"No deal of yours is called “{deal}”"), f"Create “{deal}”")
    office.rita.hear(f"Logged: {deal}, Finn")
    office.rita.ask(f"where are we on {deal}?", "“the trial runs”")


@pytest.mark.parametrize(("place", "deal"), [(GROUP, "Gorse Mill"), (CHANNEL, "Heath Farm")])
def test_asked_among_others_it_answers_alone_until_it_is_shared(office, place, deal):
    office.rita.log(deal, 'Gail said "after the harvest"')
    office.rita.open(place)
    office.rita.mention(f"where are we on {deal}?")
    office.rita.see("I have answered you in our own chat")
    expect(office.rita.page.get_by_text("“after the harvest”")).to_have_count(0)
    office.rita.open(PERSONAL)
    answer = office.rita.hear(deal, "“after the harvest”")
    press(answer, "Share here")
    office.rita.open(place)
    office.rita.see("“after the harvest”")
    office.rita.see("Shared by Rita Moss.")


@pytest.mark.parametrize("word", ["help", "HELP", "/Help", "hELP me"])
def test_help_in_any_casing(office, word):
    before = office.tom.heard.count()
    office.tom.say(word)
    expect(office.tom.heard).to_have_count(before + 1)
    office.tom.hear("What I can do")


def test_a_mention_is_no_part_of_what_is_said(office):
    before = office.tom.heard.count()
    office.tom.open(GROUP)
    office.tom.mention("HeLp")
    office.tom.see("I have answered you in our own chat")
    office.tom.open(PERSONAL)
    expect(office.tom.heard).to_have_count(before + 1)
    office.tom.hear("What I can do")


def test_the_morning_list_comes_by_itself_at_each_ones_own_hour_and_changes_when_pressed(office):
    office.rita.log(
        "Ivy Hotels", 'Ines said "the pumps are fine", she asks finance by Monday, I send the case study tomorrow'
    )
    office.tom.log("Juniper Parks", "Jo is in, I send the map tomorrow")
    heard_by_tom = office.tom.heard.count()
    office.go_to(_tomorrow(office, 8, 30, "Europe/London"))
    digest = office.rita.hear("You promised", "Ivy Hotels, Ines: send the case study, today")
    assert office.tom.heard.count() == heard_by_tom, "it is night in New York"

    line = digest.get_by_title("Done: Ivy Hotels, Ines, send the case study")
    line.click()
    expect(digest).to_contain_text("✓")
    office.rita.ask("where are we on Ivy Hotels?", "We promised: nothing open; ")

    office.go_to(_tomorrow(office, 8, 30, "America/New_York"))
    office.tom.hear("You promised", "Juniper Parks", "send the map, today")
    states = office.rows(
        "SELECT state FROM digests d JOIN members m ON m.id = d.member_id WHERE m.email LIKE '%@acme.example'"
    )
    assert [row["state"] for row in states] == ["sent", "sent"]


def test_two_people_see_what_they_may_and_each_what_the_other_did(office):
    office.tom.log("Kelp Works", 'Kim said "we want both sites"')
    office.rita.log("Larch House", 'Lars said "not before June"')
    office.rita.ask("where are we on Kelp Works?", "No deal of yours is called “Kelp Works”")
    office.tom.ask("where are we on Larch House?", "No deal of yours is called “Larch House”")
    office.tom.ask("make Tom an admin", "Rita")

    office.rita.ask("make Tom a rep of Rita", "Tom Becker is a rep, led by Rita.")
    office.tick()
    office.tom.hear("Rita")
    office.rita.ask("where are we on Kelp Works?", "“we want both sites”")
    office.rita.ask('logcall Kelp Works: Kim said "one site first", I send the plan Friday', "Logged: Kelp Works")
    office.tom.ask("where are we on Kelp Works?", "“one site first”", "send the plan")
    office.tom.ask("where are we on Larch House?", "No deal of yours is called “Larch House”")
    zones = office.rows("SELECT zone FROM members WHERE email LIKE '%@acme.example' ORDER BY id")
    assert [row["zone"] for row in zones] == ["Europe/London", "America/New_York"]


def _said(office, deal):
    query = (
        "SELECT t.said FROM touches t JOIN deals d ON d.id = t.deal_id WHERE d.company = ? OR d.title = ? ORDER BY t.id"
    )
    return [row["said"] for row in office.rows(query, deal, deal)]


def _tomorrow(office, hour, minute, zone):
    """That time of the day after the one on which this module began, which is a Wednesday."""
    there = office.now().astimezone(ZoneInfo(zone))
    day = there + timedelta(days=1 if there.weekday() == 1 else 0)
    return datetime(day.year, day.month, day.day, hour, minute, tzinfo=ZoneInfo(zone))
