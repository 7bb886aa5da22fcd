"""What people do with the bot in Microsoft's own client: seen in the chat, and in what is answered afterwards."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from playwright.sync_api import expect

from tests.teams.playground.chatting import PATIENCE, choose, field, press
from tests.teams.playground.playing import CHANNEL, GROUP, PERSONAL

FULL = "Full width control is not supported yet"  # the Playground's own words


def test_whoever_adds_it_is_welcomed_once(office, pictures):
    """The first of all as the admin; opening the page anew adds it once more, and says nothing."""
    expect(office.rita.heard.first).to_contain_text("Welcome, Rita")
    expect(office.rita.heard.first).to_contain_text("make Tom a rep of Maria")
    expect(office.tom.heard.first).to_contain_text("Hello Tom.")
    expect(office.tom.heard.first).to_contain_text("Nobody else sees what you log.")
    office.rita.picture(office.rita.heard.first, pictures / "teams-playground-welcome.png")
    for chat in (office.rita, office.tom):
        chat.reload()
        office.tick()
        chat.ask("help", "What I can do")
        expect(chat.heard).to_have_count(1)
    assert [row["n"] for row in office.rows("SELECT count(*) n FROM outbox WHERE kind = 'welcome'")] == [2]


def test_a_call_is_logged_by_the_form_in_the_card(office, pictures):
    office.rita.log("Alder Foods", "Ann is in")
    form = office.rita.ask("logcall", "Log a call")
    expect(field(form, "Or a new name")).to_be_visible()
    field(form, "Where do things stand").fill("We move in May")
    field(form, "What will they do").fill("send the floor plan by 31/2")
    field(form, "What will you do").fill("send the offer tomorrow")
    office.rita.picture(form, pictures / "teams-playground-form.png")
    press(form, "Keep it")

    # Nobody was named, and one of the days is none: it says so beside the field, and everything that was typed stands.
    expect(form).to_contain_text("Who was it?")
    expect(form).to_contain_text("not a day in the calendar")
    expect(field(form, "Where do things stand")).to_have_value("We move in May")
    expect(field(form, "What will they do")).to_have_value("send the floor plan by 31/2")
    expect(field(form, "What will you do")).to_have_value("send the offer tomorrow")

    field(form, "Or a new name").fill("Birch Kitchens")
    field(form, "What will they do").fill("send the floor plan by Friday")
    press(form, "Keep it")
    expect(form).to_contain_text("Logged: Birch Kitchens")  # where the form stood
    expect(form.get_by_role("textbox")).to_have_count(0)
    office.rita.picture(form, pictures / "teams-playground-receipt.png")
    office.rita.ask("where are we on Birch Kitchens?", "“We move in May”", "send the floor plan", "send the offer")
    assert _touches(office, "Birch Kitchens") == ["We move in May"]


def test_a_deal_is_chosen_in_the_form_and_a_second_press_changes_nothing(office):
    office.rita.log("Cedar Bank", "Carl is in")
    form = office.rita.ask("logcall", "Log a call")
    choose(form, "Who was it?", "Cedar Bank")
    field(form, "Where do things stand").fill("The board has it")
    form.get_by_role("button", name="Keep it").dblclick()
    expect(form).to_contain_text("Logged: Cedar Bank")
    office.rita.ask("where are we on Cedar Bank?", "“The board has it”")
    assert _touches(office, "Cedar Bank").count("The board has it") == 1


def test_a_call_is_logged_in_the_window_of_the_message_extension(office, pictures):
    office.rita.log("Dove Travel", "Dora is in")
    window = office.rita.extend()
    field(window, "Or a new name").fill("Elm Logistics")
    field(window, "Where do things stand").fill("Two depots, one contract")
    field(window, "What will you do").fill("send the plan by 31/2")
    press(window, "Keep it")
    expect(window).to_contain_text("not a day in the calendar", timeout=PATIENCE)
    expect(field(window, "Or a new name")).to_have_value("Elm Logistics")
    expect(field(window, "Where do things stand")).to_have_value("Two depots, one contract")
    field(window, "What will you do").fill("send the plan tomorrow")
    press(window, "Keep it")
    expect(window).to_contain_text("Logged: Elm Logistics", timeout=PATIENCE)
    window.get_by_role("button", name="Close").click()
    expect(window).to_have_count(0)
    office.rita.ask("where are we on Elm Logistics?", "“Two depots, one contract”", "send the plan")
    assert _touches(office, "Elm Logistics") == ["Two depots, one contract"]


@pytest.mark.parametrize("word", ["logcall", "/logcall", "Log Call"])
def test_a_typed_line_is_a_call(office, word):
    deal = f"Fir {word.strip('/').replace(' ', 'ner').title()}{len(word)}"
    office.rita.ask(f'{word} {deal}: Finn said "the trial runs", he checks by Friday', f"No deal of yours is called “{deal}”")
    press(office.rita.heard.last, f"Create “{deal}”")
    office.rita.hear(f"Logged: {deal}, Finn")
    office.rita.ask(f"where are we on {deal}?", "“the trial runs”")


@pytest.mark.parametrize(("place", "deal"), [(GROUP, "Gorse Mill"), (CHANNEL, "Heath Farm")])
def test_asked_among_others_it_answers_alone_until_it_is_shared(office, place, deal):
    office.rita.log(deal, 'Gail said "after the harvest"')
    office.rita.open(place)
    office.rita.mention(f"where are we on {deal}?")
    told = office.rita.hear("I have answered you in our own chat")
    expect(told).not_to_contain_text("harvest")
    office.rita.open(PERSONAL)
    answer = office.rita.hear(deal, "“after the harvest”")
    press(answer, "Share here")
    office.rita.open(place)
    office.rita.hear(deal, "“after the harvest”", "Shared by Rita Moss")
    office.rita.open(PERSONAL)


@pytest.mark.parametrize("word", ["help", "HELP", "/Help", "hELP me"])
def test_help_in_any_casing(office, word):
    before = office.tom.heard.count()
    office.tom.say(word)
    expect(office.tom.heard).to_have_count(before + 1, timeout=PATIENCE)
    office.tom.hear("What I can do")


def test_a_mention_is_no_part_of_what_is_said(office):
    before = office.tom.heard.count()
    office.tom.open(GROUP)
    office.tom.mention("HeLp")
    office.tom.hear("I have answered you in our own chat")
    office.tom.open(PERSONAL)
    expect(office.tom.heard).to_have_count(before + 1, timeout=PATIENCE)
    office.tom.hear("What I can do")


def test_the_morning_list_comes_by_itself_at_each_ones_own_hour_and_changes_when_pressed(office, pictures):
    office.rita.log("Ivy Hotels", 'Ines said "the pumps are fine", she asks finance by Monday, I send the case study tomorrow')
    office.tom.log("Juniper Parks", "Jo is in, I send the map tomorrow")
    heard_by_tom = office.tom.heard.count()
    office.go_to(_tomorrow(office, 8, 30, "Europe/London"))
    digest = office.rita.hear("You promised", "Ivy Hotels, Ines: send the case study, today")
    office.rita.picture(digest, pictures / "teams-playground-digest.png")
    assert office.tom.heard.count() == heard_by_tom, "it is night in New York"

    line = digest.get_by_title("Done: Ivy Hotels, Ines, send the case study")
    line.click()
    expect(digest).to_contain_text("✓")
    office.rita.ask("where are we on Ivy Hotels?", "kept")

    office.go_to(_tomorrow(office, 8, 30, "America/New_York"))
    office.tom.hear("You promised", "Juniper Parks", "send the map, today")
    states = office.rows("SELECT state FROM digests d JOIN members m ON m.id = d.member_id WHERE m.email LIKE '%@acme.example'")
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


def _touches(office, deal):
    query = "SELECT t.said FROM touches t JOIN deals d ON d.id = t.deal_id WHERE d.company = ? OR d.title = ? ORDER BY t.id"
    return [row["said"] for row in office.rows(query, deal, deal)]


def _tomorrow(office, hour, minute, zone):
    """That time of the day after the one on which this module began, which is a Wednesday."""
    there = office.now().astimezone(ZoneInfo(zone))
    day = there + timedelta(days=1 if there.weekday() == 1 else 0)
    return datetime(day.year, day.month, day.day, hour, minute, tzinfo=ZoneInfo(zone))
