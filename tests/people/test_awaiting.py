"""Roles before anybody has written: said once in a file, taken up by whoever comes with that e-mail, verified."""

import io
from datetime import UTC, datetime, timedelta

import pytest

from adapters.cli.morning_findings import of_mornings
from bot.cards import plain_text
from bot.conversation.exchange import Exchange
from bot.conversation.teaming import apply, planned
from bot.model import Address, Profile, Role
from bot.reading.spreadsheets.team import team_rows
from bot.reading.spreadsheets.text import opened
from tests.team import Team

FILE = """Name,Email,Manager,Role,Zone,Country
Ines Roy,ines@northlight.example,maria@northlight.example,manager,Paris,
,max.orth@northlight.example,ines@northlight.example,rep,,DE
"""
ZOE = Profile("Inès Roy", "Europe/Lisbon", "fr-FR", "Ines@Northlight.example")


def prepare(team: Team, text: str = FILE, *, dry_run: bool = False) -> tuple[list[str], int | None]:
    rows = list(team_rows(opened(io.BytesIO(text.encode()))))

    def work(store):
        by = store.members.one(team.member("Ana").id)
        plan = planned(store.members.all(), rows, by, store.identities.there())
        return [f"{one.number} {one.what}" for one in plan.told], None if dry_run else apply(
            Exchange(store, by, team.clock()), plan
        )

    return team.database.write(team.organisation_id, work)


def waiting(team: Team, name: str) -> list[str]:
    """What is queued for them, or was."""
    id_ = team.member(name).id
    asked = "SELECT kind FROM outbox WHERE member_id = %d"
    return team.database.survey(lambda o: [row[0] for row in o.connection.exec_driver_sql(asked % id_)])


def test_a_file_names_who_has_not_written_yet_and_each_row_says_so(team):
    lines, _ = prepare(team, dry_run=True)
    assert lines == [
        "2 Ines Roy is a manager, led by Maria, as soon as ines@northlight.example writes to me",
        "3 max.orth is a rep, led by Ines, as soon as max.orth@northlight.example writes to me",
    ]
    assert "Ines" not in team.text("Ana", "people")
    assert prepare(team)[0] == lines
    ines, max_ = team.member("Ines"), team.member("max.orth")
    assert (ines.role, ines.zone, ines.country) == (Role.manager, "Europe/Paris", "FR")
    assert (max_.manager_id, max_.zone, max_.country) == (ines.id, "Europe/Oslo", "DE"), "as the admin's own zone"
    assert [line.endswith(" already") for line in prepare(team)[0]] == [True, True]
    assert "Ines Roy, manager. Not seen yet" in team.text("Ana", "people")
    assert "Tom Becker, rep of Maria\n" in team.text("Ana", "people")


def test_whoever_comes_with_that_address_is_so_and_is_told_who_sees_what(team):
    prepare(team)
    ines = team.member("Ines").id
    came = team.app.join(team.organisation_id, Address("local", "local", "ines"), ZOE)
    assert (came.id, came.role, came.manager_id) == (ines, Role.manager, team.member("Maria").id)
    assert (came.name, came.zone, came.country, came.locale) == ("Inès Roy", "Europe/Lisbon", "PT", "fr-FR")
    team.tick()
    assert "You see the deals of your reps" in plain_text(team.inbox("Inès")[0])
    came = team.app.join(
        team.organisation_id,
        Address("local", "local", "max"),
        Profile("Max Orth", "Europe/Vienna", email="max.orth@northlight.example"),
    )
    assert (came.country, came.manager_id) == ("DE", ines), "the country was said, so it stays"
    team.tick()
    assert "Inès" in plain_text(team.inbox("Max")[0])
    assert "Not seen yet" not in team.text("Ana", "people")
    team.app.join(team.organisation_id, Address("local", "elsewhere", "ines"), ZOE)
    assert waiting(team, "Inès") == ["welcome"], "one hello is enough"


def test_an_address_that_nobody_has_verified_joins_nobody(team):
    """A platform's unconfirmed address is left out of the profile by its adapter; the same name is no proof."""
    prepare(team)
    came = team.app.join(team.organisation_id, Address("slack", "T1", "U1"), Profile("Ines Roy", "Europe/Paris"))
    assert (came.role, came.manager_id) == (Role.rep, None)
    assert came.id != team.member("Ines").id


def test_who_is_not_there_gets_no_list_and_nothing_waits_for_them(team):
    prepare(team)
    team.say("Maria", "new Zebra, stripes")
    team.say("Maria", "log Zebra voicemail")
    team.say("Maria", "deal give Zebra to Max.orth")
    team.until(datetime(2026, 3, 20, 14, tzinfo=UTC))
    assert (waiting(team, "Ines"), waiting(team, "max.orth")) == ([], [])
    found = team.database.survey(lambda o: {one.about: one for one in of_mornings(o, team.clock())})
    assert found["people"].state == "OK"
    assert found["people"].what == "a message gets to everybody who has written; 2 are not seen yet"
    came = team.app.join(team.organisation_id, Address("local", "local", "ines"), ZOE)
    assert team.clock() < came.next_digest_at < team.clock() + timedelta(days=4)


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        ("Zoe Ray,zoe@ray.example,Maria Keane,rep,Mars,", "2 refused: “Mars” is no time zone that I know"),
        ("Zoe Ray,zoe@ray.example,Maria Keane,rep,,Mars", "2 refused: “Mars” is no country whose holidays I know"),
        ("Zoe Ray,zoe@ray,Maria Keane,rep,,", "2 refused: “zoe@ray” is no e-mail address"),
        ("Zoe Ray,zoe@ray.example,,inactive,,", "2 refused: nobody has seen them yet"),
        ("Ana Lund,zoe@ray.example,,rep,,", "2 refused: Ana Lund is here already, without an e-mail address"),
        ("Zoe Ray,zoe@ray.example,Tom Becker,rep,,", "2 refused: Tom Becker leads nobody"),
        ("Zoe Ray,zoe@ray.example,Yan,rep,,", "2 refused: nobody here is called “Yan”"),
        ("Zoe Ray,zoe@ray.example,zoe@ray.example,manager,,", "2 refused: Zoe Ray is in Zoe Ray's own team"),
    ],
)
def test_a_refused_row_makes_nobody(team, rows, said):
    before = team.app.members(team.organisation_id)
    (line,), _ = prepare(team, f"Name,Email,Manager,Role,Zone,Country\n{rows}\n")
    assert line.startswith(said)
    assert team.app.members(team.organisation_id) == before


def test_whoever_rests_on_a_refused_row_is_refused_too(team):
    lines, _ = prepare(team, FILE.replace("Paris", "Mars"))
    assert lines[1] == "3 refused: Ines Roy leads nobody: make them a manager in another row"
    assert len(team.app.members(team.organisation_id)) == 5


def test_taken_back_they_are_as_whoever_comes_by_themselves(team):
    _, act = prepare(team)
    assert "Taken back: set who leads whom" in team.text("Ana", f"undo {act}")
    came = team.app.join(team.organisation_id, Address("slack", "T1", "U1"), ZOE)
    assert (came.name, came.role, came.manager_id) == ("Inès Roy", Role.rep, None)
    assert team.recompute() == 0


def test_an_admin_whom_nobody_has_seen_is_not_the_last_one(team):
    rows = "Name,Email,Manager,Role\n,zoe@ray.example,,admin\nAna Lund,,,rep\n"
    lines, _ = prepare(team, rows)
    assert lines[0].startswith("2 zoe is an admin")
    assert lines[1].startswith("3 refused: Ana Lund is the only admin")
    assert "Ana Lund is the only admin" in team.text("Ana", "make Ana a rep"), "written to the database, not yet here"
    team.app.join(
        team.organisation_id, Address("slack", "T1", "U1"), Profile("Zoe", "Europe/Oslo", email="zoe@ray.example")
    )
    assert "Ana Lund is a rep" in team.text("Ana", "make Ana a rep")


def test_somebody_who_was_here_without_an_address_is_who_was_named_by_it(team):
    """Not two members of one address: their own deals, and what the admin said of them."""
    there = Address("teams", "T1", "29:x")
    here = team.app.join(team.organisation_id, there, Profile("I. Roy", "Europe/Paris"))
    prepare(team)
    team.say("Maria", "new Zebra, stripes")
    team.say("Maria", "deal give Zebra to Ines")
    came = team.app.join(team.organisation_id, there, ZOE)
    assert (came.id, came.role, came.manager_id) == (here.id, Role.manager, team.member("Maria").id)
    assert came.email == ZOE.email
    assert [one.name for one in team.app.members(team.organisation_id) if one.email.lower() == ZOE.email.lower()] == [
        "I. Roy"
    ]
    assert team.member("max.orth").manager_id == here.id
    owner = team.database.read(team.organisation_id, lambda s: [d.company for d in s.deals.named(frozenset({here.id}))])
    assert owner == ["Zebra"]
    assert team.recompute() == 0


def test_a_country_that_the_file_names_stays_also_where_it_is_the_zones_own(team):
    rows = "Name,Email,Role,Zone,Country\nUdo Normal,udo@ray.example,rep,Berlin,DE\n"
    prepare(team, rows)
    came = team.app.join(
        team.organisation_id, Address("slack", "T1", "U9"), Profile("Udo", "Europe/London", email="udo@ray.example")
    )
    assert (came.zone, came.country) == ("Europe/London", "DE")
    assert team.recompute() == 0


def test_and_where_the_platform_told_their_address_later(team):
    prepare(team, "Name,Email,Role,Zone,Country\nUdo Normal,udo@ray.example,rep,,DE\n")
    there = Address("slack", "T1", "U9")
    assert team.app.join(team.organisation_id, there, Profile("", "")).country == ""
    told = Profile("Udo", "Europe/London", email="udo@ray.example")
    assert team.app.join(team.organisation_id, there, told).country == "DE"


def test_whose_zone_is_told_later_has_its_holidays_then_and_a_journey_changes_none(team):
    there = Address("slack", "T1", "U9")
    came = team.app.join(team.organisation_id, there, Profile("", ""))
    assert (came.zone, came.country) == ("UTC", "")
    for zone in ("Europe/Lisbon", "Europe/Madrid"):
        team.app.describe(team.organisation_id, there, Profile("Udo", zone), gone=False)
    assert team.member("Udo").country == "PT"
