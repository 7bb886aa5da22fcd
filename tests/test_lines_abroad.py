"""Plans, no-shows, noes, yeses and "stop calling" in the tongues that reps drop into, through the whole conversation. Today is Thu 12 March 2026."""

import pytest

from tests.settled import settled
from tests.team import Team

ONE_DATABASE = True


@pytest.fixture
@settled
def team(database) -> Team:
    team = Team(database)
    team.say("Tom", "new deal with Bryggen Hotell, Silje Berg")
    return team


@pytest.mark.parametrize(
    ("line", "what"),
    [
        ("ik bel silje maandag", "call on Mon 16 March"), ("ik moet silje maandag bellen", "call on Mon 16 March"), ("moet silje maandag bellen", "call on Mon 16 March"),
        ("jeg skal ringe silje mandag", "call on Mon 16 March"), ("jeg ringer til silje på mandag", "call on Mon 16 March"), ("ich rufe silje am montag an", "call on Mon 16 March"),
        ("jag ska träffa silje på måndag", "meeting on Mon 16 March"), ("jeg besøger silje mandag", "meeting on Mon 16 March"), ("vi besöker silje på måndag kl 10", "meeting on Mon 16 March at 10:00"),
        ("afspraak met silje maandag 10:00", "meeting on Mon 16 March at 10:00"), ("møde med silje mandag kl 9", "meeting on Mon 16 March at 09:00"), ("termin mit silje montag 10:00", "meeting on Mon 16 March at 10:00"),
    ],
)  # fmt: skip
def test_what_is_only_planned_is_no_call(team, line, what):
    assert f"Bryggen Hotell: {what}" in team.text("Tom", line)
    assert "Last contact: none" in team.text("Tom", "where bryggen")


@pytest.mark.parametrize(
    "line", ["ik belde silje vandaag", "jeg ringte silje i går", "møde med silje gik godt", "silje belt maandag"]
)
def test_what_took_place_is_no_plan(team, line):
    assert "Bryggen Hotell: call on" not in team.logged(line)
    assert "Bryggen Hotell: meeting on" not in team.text("Tom", "where bryggen")


@pytest.mark.parametrize(
    "line",
    [
        "silje forgot our call", "silje kwam niet opdagen", "silje vergat onze afspraak", "silje is niet komen opdagen", "silje dök aldrig upp", "silje møtte ikke opp",
        "silje dukkede ikke op", "silje glemte vores aftale", "silje glömde mötet", "silje forgot about the 10am call",
    ],
)  # fmt: skip
def test_who_did_not_come(team, line):
    assert "they did not come" in team.logged(line)


@pytest.mark.parametrize("line", ["i forgot our call with silje", "silje forgot her phone", "silje forgot the callout fee", "silje glemte prisen", "jeg glemte mødet med silje", "silje vergat de offerte"])  # fmt: skip
def test_another_thing_is_forgotten(team, line):
    assert "did not come" not in team.logged(line)


@pytest.mark.parametrize(
    "line", ["vi dropper det", "vi skippar det", "vi hoppar över det", "we gaan er niet mee verder", "we doen het niet", "vi gør det ikke", "det blir ikke noe av", "het wordt helaas niks", "we laten het hierbij", "vi lar det ligge"]
)  # fmt: skip
def test_a_no_is_asked_about(team, line):
    assert "Is the deal lost" in team.logged(f"silje: {line}")


@pytest.mark.parametrize(
    "line",
    ["vi gør det ikke i dag", "vi dropper kortet innom", "we doen het niet voor vrijdag", "vi hoppar över lunchen"],
)
def test_another_day_is_no_no(team, line):
    assert "lost" not in team.logged(f"silje: {line}")


@pytest.mark.parametrize(
    "line", ["green light", "gave the green light", "gave us the go-ahead", "thumbs up from her", "wij gaan akkoord", "gaat akkoord", "prima, doen we", "vi kör", "vi kjører på", "vi slår til", "vi är med", "wir machen das", "ja, akkoord"]
)  # fmt: skip
def test_a_yes_is_asked_about(team, line):
    assert "Is that a yes to the deal?" in team.logged(f"silje: {line}")


@pytest.mark.parametrize("line", ["no green light yet", "green light for the pilot", "niet akkoord", "vi kör inte", "als we akkoord gaan", "vi kör på fredag med båten", "the green light on the machine blinks"])  # fmt: skip
def test_what_is_no_yes(team, line):
    assert "Is that a yes" not in team.logged(f"silje: {line}")


@pytest.mark.parametrize("line", ["lad være med at ringe", "hold op med at ringe", "slutt å ringe", "sluta ringa mig", "stop met bellen", "hör auf anzurufen"])  # fmt: skip
def test_they_want_no_calls(team, line):
    assert "Did they ask not to be contacted?" in team.logged(f"silje: {line}")


@pytest.mark.parametrize("line", ["slutt å ringe før 9", "stop met bellen voor 12 uur", "lad være med at sende papir"])
def test_another_hour_is_no_wish_for_silence(team, line):
    assert "not to be contacted" not in team.logged(f"silje: {line}")


@pytest.mark.parametrize(
    "line",
    ["de prijs is te hoog voor silje", "de offerte is akkoord voor silje", "de planning is te krap voor de directie"],
)
def test_how_things_are_is_no_promise(team, line):
    assert "They will" not in team.logged(f"silje: {line}")
