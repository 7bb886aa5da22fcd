"""Search as one types (features 27): what is found, in which order, for whom, and how fast when there is much."""

import re
import time
from datetime import timedelta

import pytest

from bot.app import UnknownMember
from bot.model import Contact, Deal, Role
from bot.reading.names import found_by
from bot.store import Database, Store
from bot.store.deals import _NEW
from bot.store.seeing import WITH_LED, seen_by
from bot.store.tables import deals
from tests.settled import settled
from tests.statements import asked_by
from tests.team import Team


@pytest.fixture
@settled
def team(database):
    team = Team(database)
    for who, line in [
        ("Tom", "new Harbour Foods, night-shift scanners"), ("Tom", "new Acme, 40 seats"), ("Tom", "new Müller & Söhne GmbH, pumps"),
        ("Lena", "new Harbour Hotels, key cards"), ("Tom", "deal contact Harbour Foods: Priya Nair, 555 0142"),
        ("Tom", "deal rename Acme to Zenith, 60 seats"), ("Tom", "new Harbour Gate, cranes"), ("Tom", "lost Harbour Gate: no need"),
    ]:  # fmt: skip
        team.say(who, line)
    return team


def found(team: Team, who: str, text: str, limit: int = 20) -> list[str]:
    names = team.app.search_deals(team.organisation_id, team.member(who).id, text, limit)
    return [name.company for name in names]


@pytest.mark.parametrize(
    ("text", "companies"),
    [
        ("harb", ["Harbour Foods", "Harbour Gate"]), ("FOODS harb", ["Harbour Foods"]), ("scan", ["Harbour Foods"]), ("60", ["Zenith"]),
        ("acme", ["Zenith"]), ("priya", ["Harbour Foods"]), ("nair harb", ["Harbour Foods"]), ("muller", ["Müller & Söhne GmbH"]),
        ("söh", ["Müller & Söhne GmbH"]), ("müller &", ["Müller & Söhne GmbH"]), ("zebra", []), ("harb zebra", []), ("%", []), ("!?", []),
        ("_", []), ("har\u200bbour f", ["Harbour Foods"]), ("x" * 9000, []), ("漢" * 9000, []), ("seats " * 500, ["Zenith"]),
    ],
)  # fmt: skip
def test_every_word_is_a_part_of_a_name_a_former_name_or_a_contact(team, text, companies):
    assert found(team, "Tom", text) == companies


def test_only_deals_that_the_member_may_see_are_found(team):
    assert found(team, "Lena", "harb") == ["Harbour Hotels"]
    assert found(team, "Omar", "harb") == []
    assert found(team, "Maria", "harb") == ["Harbour Hotels", "Harbour Foods", "Harbour Gate"]


def test_the_own_come_first_then_the_newest_contact_and_the_closed_last(team):
    team.say("Maria", "new Harbour Light, lamps")
    team.say("Tom", "done Harbour Foods voicemail")
    team.forward(days=1)
    team.say("Lena", "done Harbour Hotels voicemail")
    assert found(team, "Maria", "harb") == ["Harbour Light", "Harbour Hotels", "Harbour Foods", "Harbour Gate"]
    assert found(team, "Maria", "harb", limit=2) == ["Harbour Light", "Harbour Hotels"]
    assert found(team, "Maria", "harb", limit=-1) == []


def test_an_empty_text_gives_the_own_deals_the_newest_contact_first(team):
    team.say("Tom", "done Harbour Foods voicemail")
    assert found(team, "Tom", " ")[0] == "Harbour Foods"
    assert found(team, "Tom", "")[-1] == "Harbour Gate"


def test_an_empty_text_gives_who_sells_nothing_what_their_people_have(team):
    assert {*found(team, "Maria", "")} == {*found(team, "Tom", ""), *found(team, "Lena", "")}


def test_what_is_undone_is_not_found_any_more(team):
    team.say("Tom", "deal contact Zenith: Dana Reyes")
    assert found(team, "Tom", "dana") == ["Zenith"]
    team.say("Tom", "undo")
    assert found(team, "Tom", "dana") == []


SEEN, ALL = 5_000, 8_000
A = "Acme Borealis Corvid Dunmore Everly Fenwick Garrick Halston Ivory Juniper".split()
B = "Foods Logistics Steel Labs Partners Works Energy Textiles Marine Optics".split()


def _many(team: Team, count: int, owner: str) -> None:
    """Deals as an import leaves them, with what search needs and no more."""
    owner_id, now = team.member(owner).id, team.clock()
    rows = []
    for n in range(count):
        deal = Deal(0, f"{A[n % 10]} {B[n // 10 % 10]} {n // 100}", f"{n} seats", owner_id)
        names = found_by(deal, [Contact(0, 0, f"{B[n % 7]} {A[n % 9]}son")])
        last = now.date() - timedelta(days=n % 60) if n % 3 else None
        rows.append({
            **_NEW, "owner_id": owner_id, "company": deal.company, "title": deal.title, "found_by": names,
            "state": "active", "last_contact_on": last, "created_at": now, "created_on": now.date(),
        })  # fmt: skip

    def fill(store: Store) -> None:
        act_id = store.acts.begin(owner_id, now, "import")
        store.deals.insert_many(deals, [{**row, "act_id": act_id} for row in rows])

    team.database.write(team.organisation_id, fill)


def test_five_thousand_deals_are_searched_while_one_types(database: Database):
    """Generous for a busy machine: measured, a search takes some 20 ms."""
    team = Team(database)
    _many(team, SEEN, "Tom")
    _many(team, ALL - SEEN, "Lena")
    slowest = 0.0
    for text in ("", "a", "ac", "steel cor", "cor steel 3", "everlyson", "nobody of that name", "4999 seats"):
        started = time.perf_counter()
        names = team.app.search_deals(team.organisation_id, team.member("Tom").id, text)
        slowest = max(slowest, time.perf_counter() - started)
        print(f"{text!r}: {(time.perf_counter() - started) * 1000:.0f} ms, {len(names)}")
        assert len(names) == (0 if text.startswith("nobody") else 1 if "4999" in text else 20)
    assert slowest < 0.8


def test_who_sees_few_is_counted_again_soon_after_an_import(database: Database):
    team = Team(database)
    tom = frozenset({team.member("Tom").id})

    def sees_many() -> bool:
        return database.read(team.organisation_id, lambda store: store.deals.sees_many(tom))

    assert not sees_many()
    _many(team, 3_001, "Tom")
    assert any(sees_many() for _ in range(21))
    assert sees_many()


def test_a_typing_error_finds_it_too_behind_what_fits(team):
    assert found(team, "Tom", "harbuor fods") == ["Harbour Foods"]
    assert found(team, "Tom", "Mueller") == ["Müller & Söhne GmbH"]
    assert found(team, "Lena", "harbuor fods") == []
    assert found(team, "Tom", "pryia") == ["Harbour Foods"]


def test_a_typing_error_is_found_among_thousands_and_what_was_just_recorded_as_well(database: Database):
    team = Team(database)
    _many(team, SEEN, "Tom")
    assert found(team, "Tom", "everley setel 4", 3)[0].startswith("Everly Steel 4")
    assert found(team, "Tom", "quibbelton") == []
    team.say("Tom", "new Quibbleton Wharf, cranes")
    assert (
        found(team, "Tom", "quibbleton")
        == found(team, "Tom", "quibbelton")
        == found(team, "Tom", "wharf quibbelton")
        == ["Quibbleton Wharf"]
    )
    team.say("Tom", "deal rename Quibbleton Wharf to Zanzibar Docks")
    assert found(team, "Tom", "zanzbar") == found(team, "Tom", "quibbelton") == ["Zanzibar Docks"]
    team.say("Tom", "deal contact Zanzibar Docks: Wilhelmina Yorke")
    assert found(team, "Tom", "wilhelmnia") == ["Zanzibar Docks"]
    team.say("Tom", "undo")
    assert found(team, "Tom", "wilhelmina") == found(team, "Tom", "wilhelmnia") == []
    assert found(team, "Lena", "zanzbar") == found(team, "Lena", "everly") == []
    assert found(team, "Maria", "zanzbar") == ["Zanzibar Docks"]


def test_the_own_and_newest_come_first_among_thousands(database: Database):
    team = Team(database)
    _many(team, SEEN, "Tom")
    team.say("Maria", "new Everly Steel, beams")
    assert found(team, "Maria", "everly st")[0] == "Everly Steel"
    assert len(found(team, "Maria", "e")) == 20


def test_who_leads_and_sells_nothing_is_offered_what_their_people_have_just_worked_on(database: Database):
    team = Team(database)
    _many(team, SEEN, "Tom")
    assert found(team, "Maria", "") == []
    for rep, company in (("Tom", "Harbour Foods"), ("Lena", "Northgate Cold Store")):
        team.say(rep, f"new {company}")
        team.say(rep, f"done {company} voicemail")
    assert {*found(team, "Maria", "")} == {"Harbour Foods", "Northgate Cold Store"}
    team.say("Maria", "new Everly Steel, beams")
    assert found(team, "Maria", "") == ["Everly Steel"]  # of her own there is one


def test_who_may_see_few_of_what_is_likest_finds_their_own_behind_it(sqlite_url, open_database):
    team = Team(open_database(sqlite_url))
    _many(team, 3_100, "Lena")
    _many(team, SEEN, "Tom")
    lena = team.member("Lena").id
    names = team.app.search_deals(team.organisation_id, lena, "everley setel", 20)
    assert len(names) == 20
    assert {(name.owner_id, name.company.rpartition(" ")[0]) for name in names} == {(lena, "Everly Steel")}


def test_among_thousands_three_statements_are_asked_whose_text_does_not_depend_on_how_much_is_found(database: Database):
    team = Team(database)
    _many(team, SEEN, "Tom")
    tom = team.member("Tom").id

    def asked(text: str) -> set[str]:
        asked = asked_by(database, lambda: team.app.search_deals(team.organisation_id, tom, text))
        assert len(asked) == 3
        return {statement for statement, _ in asked}

    for _ in range(
        6
    ):  # the words are read once; on PostgreSQL, what others may just be writing is looked for a few times
        team.app.search_deals(team.organisation_id, tom, "everly")
    assert asked("everly steel") == asked("everley setel 4") == asked("acme") == asked("gariston setel")


def test_a_few_ids_are_looked_up_and_not_all_that_an_owner_has_gone_through(sqlite_url, open_database):
    """As SQLite plans it: a search by the organisation alone goes through everything. By its index that begins with the
    organisation and goes on with the id, the newest id of it is one step."""
    database = open_database(sqlite_url)
    team = Team(database)
    _many(team, SEEN, "Tom")
    tom = team.member("Tom").id
    team.app.search_deals(team.organisation_id, tom, "everly")
    asked = asked_by(database, lambda: team.app.search_deals(team.organisation_id, tom, "everley setel 4"))
    with database._reader.connect() as connection:
        plans = [
            row.detail for one in asked for row in connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {one[0]}", one[1])
        ]
    ways = [plan for plan in plans if re.match("(SEARCH|SCAN) (deals|contacts|deal_changes)", plan)]
    last_ones = [way for way in ways if re.search(r"COVERING INDEX \w+_autoindex_\w+ \(organisation_id=\?\)", way)]
    assert {way.split()[1] for way in last_ones} == {"deals", "contacts", "deal_changes"}
    assert all("id=?" in way.replace("organisation_id=?", "") for way in ways if way not in last_ones)


def test_who_asks_sees_what_they_would_see_elsewhere(team):
    def seen(store: Store) -> None:
        for member in store.members.all():
            rows = store.members.ask(WITH_LED, member_id=member.id)
            assert seen_by(member.id, rows) == store.members.visible_owners(member)

    team.database.read(team.organisation_id, seen)
    with pytest.raises(UnknownMember):
        team.app.search_deals(team.organisation_id, 9_999, "harb")


def test_the_contacts_of_a_deal_are_told_in_the_order_they_came(database: Database):
    team = Team(database)
    _many(team, SEEN, "Tom")
    team.say("Tom", "new Quibbleton Wharf, cranes")
    for person in ("Zoe Adler", "Abel Young", "Mia Bell"):
        team.say("Tom", f"deal contact Quibbleton Wharf: {person}")
    (found,) = team.app.search_deals(team.organisation_id, team.member("Tom").id, "quibbelton")
    assert found.contacts == ("Zoe Adler", "Abel Young", "Mia Bell")


def to_choose(team: Team, who: str, text: str) -> list[str]:
    return [label for _, label in team.app.deals_to_choose(team.organisation_id, team.member(who).id, text)]


def test_no_two_deals_to_choose_from_look_alike(team):
    for who in ("Maria", "Tom", "Lena"):
        team.say(who, "new Quill")
    assert sorted(to_choose(team, "Maria", "quill")) == ["Quill", "Quill (Lena Vogt)", "Quill (Tom Becker)"]
    assert to_choose(team, "Tom", "quill") == ["Quill"]
    team.say("Tom", "new Quill Two")
    team.say("Tom", "deal rename Quill Two to Quill")
    assert len(set(to_choose(team, "Tom", "quill"))) == 2
    assert len(set(to_choose(team, "Maria", "quill"))) == 4


def test_two_colleagues_of_one_name_are_told_apart_where_a_deal_is_chosen(team):
    other = team.database.write(
        team.organisation_id,
        lambda store: store.members.add("Tom Becker", Role.rep, "UTC", manager_id=team.member("Maria").id),
    )
    team.say("Tom", "new Quill")
    team.say("Lena", "new Quill")
    team.say(
        "Maria",
        f"deal give {team.app.search_deals(team.organisation_id, team.member('Lena').id, 'quill')[0].id} to {other}",
    )
    shown = to_choose(team, "Maria", "quill")
    assert len(set(shown)) == 2
    assert all("Tom Becker" in label for label in shown)
