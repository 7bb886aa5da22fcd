"""What an import does to a team: who gets what, on which morning it comes up, what is never merged, and the way back."""

import io
from collections import Counter
from datetime import date

import pytest

from bot.cards import Line
from bot.conversation import imports
from bot.conversation.imports import Report, What
from bot.conversation.imports.running import PART
from bot.model import DealState, Role
from bot.reading.spreadsheets.text import opened
from tests import exports
from tests.team import Team

FIVE_A_DAY = 5


@pytest.fixture
def team(database):
    return Team(database)


def load(
    team: Team, content: bytes, who: str = "Maria", by_hand: dict[str, str] | None = None, tell=None, **how
) -> Report:
    job = job_of(team, content, who, by_hand, **how)
    return imports.import_rows(team.database, job, tell)


def job_of(team: Team, content: bytes, who: str = "Maria", by_hand: dict[str, str] | None = None, **how):
    sheet = opened(io.BytesIO(content))
    job = imports.job_for(team.database, team.member(who), "x.csv", sheet, by_hand or {}, team.clock(), **how)
    assert job
    return job


def named(team: Team) -> list:
    everybody = frozenset(member.id for member in team.app.members(team.organisation_id))
    return list(team.database.read(team.organisation_id, lambda store: store.deals.named(everybody)))


def wakes(team: Team) -> Counter:
    return team.database.read(team.organisation_id, lambda store: store.imports.waking(date(2000, 1, 1)))


def csv_of(*rows: str) -> bytes:
    return "\n".join(["ID,NAME,STAGENAME,ACCOUNT NAME,OWNERID,LASTACTIVITYDATE", *rows]).encode()


def test_open_deals_come_up_five_a_day_the_newest_contact_first_and_closed_ones_never(team):
    """From Friday 13 March, the working day after the import; Saturday and Sunday are free."""
    companies = [
        "Acme",
        "Borealis",
        "Corvid",
        "Dora",
        "Elm",
        "Fenwick",
        "Gale",
        "Harbour",
        "Ivy",
        "Juno",
        "Kite",
        "Lyra",
    ]
    rows = [f"{n},Line,Prospecting,{name},Tom Becker,2026-01-{n + 10}" for n, name in enumerate(companies)]
    report = load(team, csv_of(*rows, "90,Old,Closed Won,Gone,Tom Becker,", "91,Older,Closed Lost,Lost,Tom Becker,"))
    tom = team.member("Tom").id
    assert wakes(team) == {(tom, date(2026, 3, 13)): 5, (tom, date(2026, 3, 16)): 5, (tom, date(2026, 3, 17)): 2}
    assert (report.waking, report.first_wake_on, report.last_wake_on) == (12, date(2026, 3, 13), date(2026, 3, 17))
    team.forward(days=1)
    shown = team.text("Tom", "followups")
    assert [name for name in companies if name in shown] == companies[-5:]
    assert team.recompute() == 0


def test_days_that_an_earlier_import_has_filled_are_full(team):
    load(team, exports.salesforce(7, stages=("Prospecting",)))
    load(team, exports.salesforce(6, stages=("Prospecting",), first=100))
    days = wakes(team)
    assert sum(days.values()) == 13
    assert max(days.values()) == FIVE_A_DAY
    assert len(days) == 3


def test_an_owner_is_known_by_a_first_name_that_nobody_else_has(team):
    rows = b"Id,Name,Account Name,StageName,Owner\n1,40 seats,Acme,Prospecting,Tom\n2,Pilot,Borealis,Prospecting,Nobody Here\n"
    load(team, rows)
    assert "Acme" in team.text("Tom", "deals")
    assert "Borealis" in team.text("Maria", "deals")


def test_the_line_of_an_imported_deal_offers_no_longer_a_deal_and_one_press_ticks_it(team):
    load(team, exports.salesforce(1, stages=("Prospecting",)))
    team.forward(days=1)
    reply = team.say("Tom", "followups")
    first = next(block for block in reply.card.blocks if isinstance(block, Line))
    assert "nobody has asked yet where they stand; last contact in your CRM" in first.text
    dead = next(button for button in first.buttons if button.label == "No longer a deal")
    pressed = team.say("Tom", dead.command, on=reply.card.key)
    settled = next(block for block in pressed.card.blocks if isinstance(block, Line) and block.settled)
    assert [button.label for button in settled.buttons] == ["Undo"]
    assert "let go" in settled.text.lower()
    team.say("Tom", settled.buttons[0].command)
    team.say("Tom", f"done {dead.command.split()[2]} voicemail")
    team.forward(days=30)
    assert "Line 0" in (later := team.text("Tom", "followups")) or "Company 0" in later
    assert "No longer a deal" not in later


def test_a_deal_that_is_here_under_another_id_or_none_is_shown_and_kept_apart(team):
    team.say("Tom", "new Harbour Foods Ltd, Night scanners")
    content = csv_of(
        "1,night scanners,Prospecting,HARBOUR FOODS,Tom Becker,", "2,Other,Prospecting,Harbour Foods,Tom Becker,"
    )
    seen = imports.preview(team.database, job_of(team, content))
    assert (seen.doubled, [double.number for double in seen.doubles]) == (1, [2])
    report = load(team, content)
    assert (report.doubled, len(named(team))) == (1, 3)
    assert "look like a deal that is here" in " ".join(imports.remarks(job_of(team, content), report)).replace(
        "looks", "look"
    )
    again = load(team, content)
    assert (again.doubled, again.counts) == (0, {What.unchanged: 2})


def test_a_company_that_asked_for_silence_stays_in_peace(team):
    team.say("Tom", "new Acme, 40 seats")
    team.say("Tom", "do not contact Acme")
    report = load(team, csv_of("1,More seats,Prospecting,Acme Ltd,Lena Vogt,", "2,Seats,Prospecting,Beta,Lena Vogt,"))
    assert report.waking == 1
    states = {name.title: name.state for name in named(team)}
    assert states["More seats"] is DealState.do_not_contact
    team.forward(days=5)
    assert "Acme" not in team.text("Lena", "followups")
    assert team.recompute() == 0


def test_a_rep_imports_their_own_rows_and_a_managers_deals_stay(team):
    content = csv_of(
        "1,A,Prospecting,Acme,Tom Becker,",
        "2,B,Prospecting,Beta,Lena Vogt,",
        "3,C,Prospecting,Corvid,,",
        "4,D,Prospecting,Dora,005x,",
    )
    report = load(team, content, "Tom")
    assert [(one.number, one.note) for one in report.refused] == [
        (3, "it belongs to Lena Vogt: a manager or admin can import it")
    ]
    assert {name.owner_id for name in named(team)} == {team.member("Tom").id}
    assert report.unknown_owners == {"005x": 1}
    load(team, content, "Maria")
    foreign = load(team, csv_of("2,B new,Prospecting,Beta,,"), "Tom")
    assert foreign.refused[0].note == "somebody else has it here: a manager or admin can import it"
    assert "B new" not in {name.title for name in named(team)}


def test_a_manager_imports_for_their_team_only_and_an_admin_for_all(team):
    def add(store):
        other = store.members.add("Nora Field", Role.manager, "Europe/London")
        store.members.add("Rex Hill", Role.rep, "Europe/London", manager_id=other)
        store.members.add("Ada Root", Role.admin, "Europe/London")

    team.database.write(team.organisation_id, add)
    content = csv_of("1,A,Prospecting,Acme,Rex Hill,")
    assert load(team, content, "Maria").counts == {What.refused: 1}
    assert load(team, content, "Maria", operator=True).counts == {What.created: 1}
    assert load(team, csv_of("2,A,Prospecting,Beta,Rex Hill,"), "Ada").counts == {What.created: 1}


def test_only_what_differs_is_written_and_one_undo_takes_everything_back(team):
    content = exports.salesforce(PART + 50, owners=("Tom Becker", "Lena Vogt"))
    first = load(team, content)
    assert (first.counts, first.act_id) == ({What.created: PART + 50}, 1)
    assert load(team, content).act_id is None
    changed = content.replace(b"Closed Won", b"Engaging", 1).replace(b"Line 4,", b"Line Four,")
    second = load(team, changed)
    assert second.counts == {What.updated: 2, What.unchanged: PART + 48}
    assert "Taken back: imported 2 deals" in team.text("Maria", "undo")
    assert f"Taken back: imported {PART + 50} deals from x.csv" in team.text("Maria", "undo")
    assert named(team) == []
    assert wakes(team) == {}
    assert team.recompute() == 0
    assert load(team, content).counts == {What.created: PART + 50}
    assert sum(wakes(team).values()) == (PART + 50) // 2
    assert team.recompute() == 0


def test_what_was_logged_on_an_imported_deal_stays_when_the_import_is_taken_back(team):
    load(team, csv_of("1,Scanners,Prospecting,Harbour,Tom Becker,", "2,Coating,Prospecting,Tamar,Tom Becker,"))
    team.say("Tom", "logcall Harbour: she said “we like it”")
    assert "Harbour" in team.text("Maria", "undo 1")
    assert [name.company for name in named(team)] == ["Harbour"]
    assert team.recompute() == 0


class Stop(Exception):
    """Ends an import in the middle, as a kill would."""


def stop_after(rows: int):
    def tell(done: int, _rows: int) -> None:
        if done >= rows:
            raise Stop

    return tell


def test_an_interrupted_import_goes_on_under_the_same_act_and_on_the_same_mornings(team):
    content = exports.salesforce(2 * PART + 10, owners=("Tom Becker", "Lena Vogt"), stages=("Prospecting",))
    planned = imports.preview(team.database, job_of(team, content))
    with pytest.raises(Stop):
        load(team, content, tell=stop_after(PART))
    assert len(named(team)) == PART
    team.forward(minutes=5)
    report = load(team, content)
    assert (report.before, report.counts[What.created], report.act_id) == (PART, PART + 10, 1)
    assert (report.last_wake_on, max(wakes(team).values())) == (planned.last_wake_on, FIVE_A_DAY)
    assert f"{PART} rows were in already" in imports.remarks(job_of(team, content), report)[0]
    assert f"Taken back: imported {2 * PART + 10:,} deals" in team.text("Maria", "undo")
    assert named(team) == []
    assert team.recompute() == 0


def test_an_import_that_is_taken_back_while_it_runs_leaves_the_rest_alone(team):
    def undo(done: int, _rows: int) -> None:
        if done == PART:
            team.say("Maria", "undo")

    report = load(team, exports.salesforce(2 * PART), tell=undo)
    assert report.taken_back
    assert named(team) == []
    assert load(team, exports.salesforce(2 * PART)).counts == {What.created: 2 * PART}


def test_a_mapping_by_hand_is_remembered_for_the_same_header_row_in_its_own_organisation(team):
    content = b"Project,Customer,Rep\nScanners,Harbour,Tom Becker\nCoating,Tamar,Lena Vogt\n"
    sheet = opened(io.BytesIO(content))
    assert imports.mapping_of(team.database, team.organisation_id, sheet) == {}
    by_hand = {"title": "Project", "company": "Customer", "owner": "Rep"}
    imports.remember_mapping(team.database, team.organisation_id, sheet, {"title": "Rep"})
    imports.remember_mapping(team.database, team.organisation_id, sheet, by_hand)
    assert imports.mapping_of(team.database, team.organisation_id, sheet) == by_hand
    other = team.database.operate(lambda operator: operator.create_organisation("Other"))
    assert imports.mapping_of(team.database, other, sheet) == {}
    assert load(team, content, by_hand=by_hand).counts == {What.created: 2}
    assert load(team, content, by_hand=by_hand).counts == {What.unchanged: 2}
    edited = load(team, content.replace(b"Coating", b"Hull coating"), by_hand=by_hand)
    assert edited.counts == {What.unchanged: 1, What.created: 1}


def test_two_files_with_the_same_ids_under_different_headers_never_overwrite_each_other(team):
    load(team, b"Key,Project\n1,Scanners\n", by_hand={"id": "Key", "title": "Project"})
    load(team, b"No,Deal\n1,Coating\n", by_hand={"id": "No", "title": "Deal"})
    assert {name.title for name in named(team)} == {"Scanners", "Coating"}


def test_a_teams_list_of_8800_with_gaps_comes_in_whole(team):
    """The shape of a real list: no CRM's header, a sixth without company, odd product names, empty values and dates.

    Every row is in, or listed by its number.
    """
    content = exports.pipeline(8800) + b"cut,off\n,Anna Levy,GTX Basic,,Won,,,\nFFFF,Anna Levy,,,Won,,,\n"
    report = load(team, content, by_hand=exports.PIPELINE_MAP)
    assert (report.rows, report.counts) == (8803, {What.created: 8800, What.refused: 3})
    assert [(one.number, one.note) for one in report.refused] == [
        (8802, "it has 2 cells, the header has 8"), (8803, "it has no id, and names alone never decide"), (8804, "it has no name"),
    ]  # fmt: skip
    deals = named(team)
    assert len(deals) == 8800
    assert 1200 < sum(not deal.company for deal in deals) < 1700
    states = Counter(deal.state for deal in deals)
    assert set(states) == {DealState.won, DealState.lost, DealState.unknown}
    assert sum(wakes(team).values()) == states[DealState.unknown] == report.waking
    assert max(wakes(team).values()) == FIVE_A_DAY
