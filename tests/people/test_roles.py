"""Who leads whom, by an admin's word, and taken back like anything else."""

import pytest

from bot.cards import plain_text
from bot.model import Address, Profile, Role
from tests.statements import statements


def test_an_admin_makes_a_manager_and_gives_her_a_rep(team):
    assert "Lena Vogt is a manager." in team.text("Ana", "make Lena a manager of nobody")
    assert "Omar Haddad is a rep, led by Lena." in team.text("Ana", "make Omar Haddad a rep of Lena")
    omar = team.member("Omar")
    assert (omar.role, omar.manager_id) == (Role.rep, team.member("Lena").id)
    team.text("Omar", "new Acme, 40 seats")
    assert "Nobody knows" in team.text("Lena", "where are we on Acme?")
    assert "No deal of yours" in team.text("Maria", "where are we on Acme?")


def test_a_rep_who_is_given_a_manager_is_welcomed_and_told_who_sees_what(team):
    team.text("Ana", "make Lena a manager")
    team.text("Ana", "make Omar a rep of Lena")
    team.tick()
    assert "Lena" in plain_text(team.inbox("Omar")[-1])


def test_who_is_led_by_another_is_told_so_without_a_second_hello(team):
    team.text("Ana", "make Lena a manager")
    for leader in ("Lena", "Maria"):
        team.text("Ana", f"make Omar a rep of {leader}")
        team.tick()
    hello, told = (plain_text(card) for card in team.inbox("Omar")[-2:])
    assert "Hello Omar." in hello
    assert told.startswith("Maria leads you now")
    assert "Maria sees your deals" in told
    assert "Hello" not in told


def test_the_form_says_the_same_as_the_line(team):
    form = team.say("Ana", "make Tom").form
    assert [field.name for field in form.fields] == ["role", "manager"]
    lena = team.member("Lena").id
    team.text("Ana", "make Lena a manager")
    assert "Tom Becker is a rep, led by Lena." in plain_text(
        team.say("Ana", form.command, {"role": "rep", "manager": str(lena)}).card
    )


def test_a_role_may_go_back_and_forth_on_one_day(team):
    team.text("Ana", "make Lena a manager")
    team.text("Ana", "make Lena a rep")
    assert "Lena Vogt is a manager, led by Maria." in team.text("Ana", "make Lena a manager")
    assert team.member("Lena").role is Role.manager


def test_it_is_undone_like_anything_else(team):
    team.text("Ana", "make Lena a manager")
    team.text("Ana", "make Omar a rep of Lena")
    team.text("Ana", "undo")
    assert team.member("Omar").manager_id == team.member("Maria").id
    team.text("Ana", "undo")
    assert team.member("Lena").role is Role.rep


@pytest.mark.parametrize(
    ("who", "line", "said"),
    [
        ("Tom", "make Tom a manager", "Only an admin can change that: Ana Lund."),
        ("Maria", "make Tom a rep of Maria", "Only an admin can change that"),
        ("Ana", "make Zoe a rep", "Nobody here is called “Zoe”"),
        ("Ana", "make Ana a rep", "is the only admin"),
        ("Ana", "make Tom a rep of Omar", "leads nobody yet. Managers: Maria Keane"),
        ("Ana", "make Tom a rep of {Omar}", "Omar Haddad leads nobody yet. Managers: Maria Keane"),
        ("Ana", "make Tom a rep of Omar", "For Omar to lead, first: make @Omar Haddad a manager"),
        ("Ana", "make Maria a manager", "already"),
        ("Ana", "make Tom and Lena admins of Omar", "leads nobody yet"),
        ("Ana", "make Tom, Zoe and Lena managers", "Nobody here is called “Zoe”"),
        ("Ana", "make Tom and Maria reps of Maria", "Maria Keane cannot be led by themselves"),
        ("Ana", "make Tom and Lena", "Say what they are: make Tom Becker and Lena Vogt reps of Maria"),
        ("Ana", "make", "Type it like this: make Tom a rep of Maria"),
    ],
)
def test_what_cannot_be_done_says_what_to_do(team, who, line, said):
    line = line.replace("{Omar}", str(team.member("Omar").id))  # as a mention of him comes
    assert said in team.text(who, line)
    assert team.member("Tom").role is Role.rep


def test_a_manager_who_becomes_a_rep_leads_nobody(team):
    team.text("Ana", "make Maria a rep")
    assert {team.member(name).manager_id for name in ("Tom", "Lena", "Omar")} == {None}
    team.text("Ana", "undo")
    assert team.member("Tom").manager_id == team.member("Maria").id


def test_an_admin_can_lead_too_as_in_a_small_team(team):
    assert "Omar Haddad is a rep, led by Ana." in team.text("Ana", "make Omar a rep of Ana")
    team.text("Omar", "new Acme, 40 seats")
    assert "Visible to Omar and Ana." in team.text("Ana", "where are we on Acme?")
    assert "Maria Keane is an admin." in team.text("Ana", "make Maria an admin")
    assert team.member("Tom").manager_id == team.member("Maria").id


def test_an_undo_never_takes_the_last_admin_away(team):
    team.text("Ana", "make Tom an admin")
    act = team.database.read(team.organisation_id, lambda store: store.acts.last_of(team.member("Ana").id)).id
    team.text("Tom", "make Ana a rep")
    assert team.text("Ana", f"undo {act}") == "Only an admin can change that: Tom Becker."
    team.text("Tom", "make Ana an admin")
    team.text("Ana", "make Ana a rep")
    team.text("Tom", "make Ana a manager")
    assert team.member("Tom").role is Role.admin
    assert team.text("Ana", "undo") == "Only an admin can change that: Tom Becker."


def test_an_admin_who_takes_back_what_made_the_only_admin_is_told_what_to_do_first(team):
    team.text("Ana", "make Tom an admin")
    team.text("Tom", "make Lena an admin")
    team.text("Tom", "make Ana a rep")
    act = team.database.read(team.organisation_id, lambda store: store.acts.last_of(team.member("Tom").id)).id - 1
    team.text("Lena", "make Tom a rep of Maria")
    team.text("Lena", "make Tom an admin")
    team.text("Tom", "make Tom a rep of Maria")
    assert "Only an admin can change that: Lena Vogt." in team.text("Tom", f"undo {act}")
    assert "is the only admin" in team.text("Lena", "make Lena a rep")


def test_an_undo_puts_nobody_under_a_rep(team):
    team.text("Ana", "make Lena a manager")
    act = team.database.read(team.organisation_id, lambda store: store.acts.last_of(team.member("Ana").id)).id
    team.text("Ana", "make Omar a rep of Lena")
    assert team.text("Ana", f"undo {act}").startswith(
        "Omar Haddad would be led by Lena Vogt, a rep. First make Lena Vogt a manager, or say who leads Omar Haddad"
    )
    assert team.member("Lena").role is Role.manager
    team.text("Ana", "make Omar a rep of Maria")
    assert team.text("Ana", f"undo {act}").startswith("Taken back")


def test_whoever_leads_many_becomes_a_rep_by_one_statement_each_at_most(team):
    def led(count: int) -> int:
        team.text("Ana", "make Lena a manager")
        lena = team.member("Lena").id
        for number in range(count):
            place = Address("slack", "T1", f"{count}-{number}")
            rep = team.app.join(team.organisation_id, place, Profile(f"Rep{count}x{number} Ray", "UTC"))
            team.text("Ana", f"make {rep.id} a rep of {lena}")
        return statements(team, "Ana", "make Lena a rep")

    assert led(9) - led(2) <= 7 + 1


def test_who_leads_them_stays_unless_somebody_else_is_named(team):
    maria = team.member("Maria").id
    assert "Tom Becker is a manager, led by Maria." in team.text("Ana", "make Tom a manager")
    assert team.member("Tom").manager_id == maria
    assert "Omar Haddad is a rep, led by Tom." in team.text("Ana", "make Omar a rep of Tom")
    said = team.text("Ana", "make Tom a rep")
    assert "Tom Becker is a rep, led by Maria. Omar, led by Tom before, is led by nobody: make Omar a rep of …" in said
    assert (team.member("Tom").manager_id, team.member("Omar").manager_id) == (maria, None)
    said = team.text("Ana", "make Tom a rep of nobody")
    assert "Tom Becker is a rep. Nobody leads Tom now; before: Maria." in said
    assert team.member("Tom").manager_id is None


def test_nobody_in_the_form_is_nobody(team):
    form = team.say("Ana", "make Tom").form
    assert next(field.value for field in form.fields if field.name == "manager") == str(team.member("Maria").id)
    said = plain_text(team.say("Ana", form.command, {"role": "rep", "manager": ""}).card)
    assert "Nobody leads Tom now; before: Maria." in said


def test_several_names_are_made_what_the_line_says(team):
    assert "Lena Vogt and Omar Haddad are managers, led by Maria." in team.text("Ana", "make Lena and Omar managers")
    assert "Lena Vogt, Omar Haddad and Tom Becker are reps, led by Maria" in team.text(
        "Ana", "make Lena, Omar, and Tom reps of Maria"
    )
    assert "inactive: nothing is shown" in team.text("Ana", "make Lena and Omar inactive")
    assert {team.member(name).role for name in ("Lena", "Omar")} == {Role.inactive}


def test_an_unclear_name_among_several_is_asked_about_and_the_others_stay_in_the_line(team):
    team.database.write(team.organisation_id, lambda store: store.members.add("Lena Fox", Role.rep, "UTC"))
    asked = team.say("Ana", "make Tom, Lena and Omar managers")
    assert "Two are called “Lena”. Which one?" in plain_text(asked.card)
    (command, _) = [button.command for line in asked.card.blocks for button in line.buttons]
    told = team.text("Ana", command)
    assert "Tom Becker, Lena" in told
    assert "Omar Haddad are managers" in told
