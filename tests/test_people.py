"""Who is who: roles by an admin's word, one person on two platforms, and nobody by guesswork."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest

from adapters.cli.roles import made_admin
from bot.cards import Buttons, Message, plain_text
from bot.conversation import joining
from bot.model import Address, Member, Profile, Reach, Role
from tests.statements import statements
from tests.team import Team


@pytest.fixture
def team(database) -> Team:
    made = Team(database)
    ana = made.database.write(
        made.organisation_id, lambda store: store.members.add("Ana Lund", Role.admin, "Europe/Oslo")
    )
    made.database.write(made.organisation_id, lambda store: store.identities.add(ana, Address("local", "local", "ana")))
    return made


def test_an_admin_makes_a_manager_and_gives_her_a_rep(team):
    assert "Lena Vogt is a manager." in team.text("Ana", "make Lena a manager")
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
    assert "Lena Vogt is a manager." in team.text("Ana", "make Lena a manager")
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
        ("Ana", "make Maria a manager", "already"),
        ("Ana", "make", "Type it like this: make Tom a rep of Maria"),
    ],
)
def test_what_cannot_be_done_says_what_to_do(team, who, line, said):
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


def test_whom_the_operator_awaits_as_an_admin_is_one_in_that_organisation_only(team):
    other = team.database.operate(lambda operator: operator.create_organisation("Southlight"))
    made_admin(team.database, "Zoe@ray.example", "Southlight")
    profile = Profile("Zoe Ray", "America/Chicago", email="zoe@ray.example")
    assert team.app.join(team.organisation_id, THERE, profile).role is Role.rep
    assert team.app.join(other, THERE, profile).role is Role.admin
    assert "No organisation is called “Eastlight”" in made_admin(team.database, "zoe@ray.example", "Eastlight")


def test_an_awaited_admin_is_awaited_still_when_joining_fails(team):
    made_admin(team.database, "zoe@ray.example", "")
    profile = Profile("Zoe Ray", "America/Chicago", email="zoe@ray.example")
    with pytest.raises(RuntimeError):
        team.database.write(team.organisation_id, lambda store: _fails_after(store, profile, team.clock()))
    assert team.app.join(team.organisation_id, THERE, profile).role is Role.admin


def _fails_after(store, profile, now):
    joining.joined(store, THERE, profile, now, is_installer=False)
    raise RuntimeError


def test_people_are_read_by_as_many_statements_however_many_they_are(team):
    few = statements(team, "Maria", "people")
    for number in range(5):
        place = Address("slack", "T1", f"U{number}")
        team.app.join(team.organisation_id, place, Profile(f"Zoe{number} Ray", "UTC"))
    assert statements(team, "Maria", "people") == few


def test_people_says_who_cannot_be_reached_and_why(team):
    tom = team.member("Tom").id
    place = Address("local", "local", str(tom))
    team.database.write(team.organisation_id, lambda s: s.identities.mark(place, Reach.unreachable, "cannot_dm_bot"))
    assert "Tom Becker, rep of Maria. No message gets through in this page (cannot_dm_bot)" in team.text(
        "Maria", "people"
    )


THERE = Address("slack", "T1", "U1")


def test_somebody_new_is_a_rep_whom_nobody_leads(team):
    joined = team.app.join(team.organisation_id, THERE, Profile("Zoe Ray", "America/Chicago", "en-US"))
    assert (joined.role, joined.manager_id, joined.zone) == (Role.rep, None, "America/Chicago")
    assert team.app.member_at(team.organisation_id, THERE) == joined


def test_a_verified_email_makes_one_member_of_two_identities(team):
    joined = team.app.join(
        team.organisation_id, THERE, Profile("T. Becker", "Europe/London", email="TOM@northlight.example")
    )
    assert joined.id == team.member("Tom").id


def test_the_same_name_alone_joins_nobody(team):
    joined = team.app.join(team.organisation_id, THERE, Profile("Tom Becker", "Europe/London"))
    assert joined.id != team.member("Tom").id


def joins(team: Team, stays: str, member_id: int, code: str = "") -> str:
    """What the member at THERE is told who joins the one that stays."""
    code = code or team.text(stays, "link").split("link ")[1].split("\n")[0]
    reply = team.app.answer(Message(team.organisation_id, member_id, f"link {code}", address=THERE))
    button = next(block for block in reply.card.blocks if isinstance(block, Buttons)).buttons[0]
    return plain_text(team.app.answer(Message(team.organisation_id, member_id, button.command, address=THERE)).card)


def test_who_is_joined_keeps_the_stronger_role_the_manager_and_the_reps_of_both(team):
    zoe = team.app.join(team.organisation_id, THERE, Profile("Zoe Ray", "America/Chicago"))
    team.text("Ana", "make Zoe a manager of Maria")
    team.text("Ana", "make Omar a rep of Zoe")
    team.text("Ana", "make Lena a rep of Zoe")
    team.text("Ana", "make Lena a manager")
    assert "Along came Omar Haddad, whom you lead; and your rights as manager." in joins(team, "Tom", zoe.id)
    tom = team.member("Tom")
    assert (tom.role, tom.manager_id) == (Role.manager, team.member("Maria").id)
    assert team.member("Omar").manager_id == tom.id
    assert "Zoe Ray" not in {member.name for member in team.app.members(team.organisation_id)}
    assert team.recompute() == 0


def test_the_last_admin_stays_one_when_joined_to_a_rep(team):
    ana = team.member("Ana").id
    team.database.write(team.organisation_id, lambda store: store.identities.add(ana, THERE))
    team.text("Ana", "make Tom a rep of Ana")
    joins(team, "Tom", ana)
    tom = team.member("Tom")
    assert (tom.role, tom.manager_id) == (Role.admin, None)
    everywhere = team.database.read(team.organisation_id, lambda store: store.identities.of(ana))
    assert everywhere == ()
    assert "Lena Vogt is a manager." in team.text("Tom", "make Lena a manager")


def test_two_joined_accounts_stay_one(team):
    zoe = team.app.join(team.organisation_id, THERE, Profile("Zoe Ray", "America/Chicago"))
    team.app.answer(Message(team.organisation_id, zoe.id, "new Zebra, stripes", address=THERE))
    joins(team, "Tom", zoe.id)
    act = team.database.read(team.organisation_id, lambda store: store.acts.last_of(team.member("Tom").id))
    for who in ("Maria", "Tom", "Ana"):
        assert "Taken back" not in team.text(who, f"undo {act.id}")
    assert team.text("Tom", "undo").startswith("Two accounts that were joined stay one.")


def test_a_code_of_who_has_gone_joins_nobody(team):
    zoe = team.app.join(team.organisation_id, THERE, Profile("Zoe Ray", "America/Chicago"))
    code = team.text("Zoe", "link").split("link ")[1].split("\n")[0]
    joins(team, "Tom", zoe.id)
    assert "used up" in team.text("Lena", f"link {code}")


def test_a_link_code_makes_two_identities_one_member_and_works_once(team):
    zoe = team.app.join(team.organisation_id, THERE, Profile("Zoe Ray", "America/Chicago"))
    team.app.answer(Message(team.organisation_id, zoe.id, "new Zebra, stripes", address=THERE))
    said = team.text("Tom", "link")
    code = said.split("link ")[1].split("\n")[0]
    asked = team.app.answer(Message(team.organisation_id, zoe.id, f"link {code}", address=THERE))
    assert "You become Tom Becker here, with 1 deal of yours. This cannot be undone." in plain_text(asked.card)
    assert team.app.member_at(team.organisation_id, THERE).id == zoe.id
    answer = joins(team, "Tom", zoe.id, code)
    assert answer == "You are Tom Becker here too: one list, the same deals. Along came 1 deal of yours."
    assert team.app.member_at(team.organisation_id, THERE).id == team.member("Tom").id
    assert "Nobody knows" in team.text("Tom", "where are we on Zebra?")
    again = team.app.answer(Message(team.organisation_id, team.member("Lena").id, f"link {code}", address=THERE))
    assert "used up" in plain_text(again.card)


def test_with_the_account_comes_what_was_typed_there_and_who_went_is_nobody_any_more(team):
    zoe = team.app.join(team.organisation_id, THERE, Profile("Zoe Ray", "America/Chicago"))
    for line in ("logcall Zenith: left vm", "away from 3 August until 17 August", "new Zebra, stripes"):
        team.app.answer(Message(team.organisation_id, zoe.id, line, address=THERE))
    number = team.database.read(team.organisation_id, lambda store: store.acts.last_of(zoe.id)).id
    code = team.text("Tom", "link").split("link ")[1].split("\n")[0]
    joins(team, "Tom", zoe.id, code)
    assert "Zenith: left vm" in team.text("Tom", "resume")
    assert "from Mon 3 August" in team.text("Tom", "status")
    assert "Zoe" not in team.text("Ana", "people")
    assert "Nobody here is called" in team.text("Ana", "make Zoe a manager")
    assert "Taken back: created the deal Zebra" in team.text("Tom", f"undo {number}")


def test_a_code_that_two_bring_at_once_joins_one_of_them(team):
    places = [Address("slack", "T1", f"U{n}") for n in range(4)]
    new = [team.app.join(team.organisation_id, place, Profile(f"Zoe{n} Ray", "UTC")) for n, place in enumerate(places)]
    code = team.text("Tom", "link").split("link ")[1].split("\n")[0]
    together = Barrier(len(new))

    def bring(member: Member, place: Address) -> str:
        together.wait()
        said = Message(team.organisation_id, member.id, f"link yes {code}", address=place)
        return plain_text(team.app.answer(said).card)

    with ThreadPoolExecutor(len(new)) as pool:
        answers = list(pool.map(bring, new, places))
    assert sorted("You are Tom Becker here too" in answer for answer in answers) == [False, False, False, True]


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


def test_a_link_code_ends_after_a_quarter_of_an_hour(team):
    code = team.text("Tom", "link").split("link ")[1].split("\n")[0]
    team.forward(minutes=16)
    zoe = team.app.join(team.organisation_id, THERE, Profile("Zoe Ray", "America/Chicago"))
    assert "too old" in plain_text(
        team.app.answer(Message(team.organisation_id, zoe.id, f"link {code}", address=THERE)).card
    )


def test_an_answer_is_shared_by_who_may_see_it_and_bears_their_name(team):
    team.text("Tom", "new Acme, 40 seats")
    private = team.say("Tom", "where are we on Acme?")
    assert (private.share, private.is_shared) == ("share where 1", False)
    shared = team.say("Tom", private.share)
    assert shared.is_shared
    assert "Shared by Tom Becker." in plain_text(shared.card)
    assert not team.say("Lena", private.share).is_shared
    assert not team.say("Tom", "share new Zebra").is_shared
    assert "No deal" in team.text("Tom", "where are we on Zebra?")


def test_home_has_the_list_the_week_the_settings_and_for_a_manager_the_team(team):
    team.text("Tom", "new Acme, 40 seats")
    team.text("Tom", 'logcall Acme: Dana said "we like it", I send the plan tomorrow')
    team.forward(days=5)
    tom = team.app.home(team.organisation_id, team.member("Tom").id)
    assert [card.title for card in tom] == ["Tue 17 March. One today.", "Until Tue 31 March", "Your list"]
    maria = team.app.home(team.organisation_id, team.member("Maria").id)
    assert maria[-1].title == "Your team"
    assert "Tom Becker: 1 open, 1 due today, 1 of our promises late" in plain_text(maria[-1])
    assert "Acme" not in plain_text(maria[-1])


@pytest.mark.parametrize("blank", ["", "   ", "\x00\x07", "\u200b\u200d", "\u3164", "\u202e \ue000"])
def test_a_name_that_shows_nothing_gives_way_to_the_e_mail_or_the_platforms_own(team, blank):
    joined = team.app.join(team.organisation_id, THERE, Profile(blank, "UTC", email="zoe.ray@northlight.example"))
    assert joined.name == "zoe.ray"
    nameless = team.app.join(team.organisation_id, Address("slack", "T1", "U2"), Profile(blank, "UTC"))
    assert nameless.name == "U2"


def test_a_name_that_goes_blank_later_stays_what_it_was_and_others_are_cleaned(team):
    team.app.join(team.organisation_id, THERE, Profile("  Zoe\x00 \n Ray ", "UTC"))
    team.app.describe(team.organisation_id, THERE, Profile("\x00 \u200b", "UTC"), gone=False)
    assert team.app.member_at(team.organisation_id, THERE).name == "Zoe Ray"


@pytest.mark.parametrize(
    ("name", "email", "called"),
    [("Zoe Ray", "z@x.example", "Zoe"), ("  ", "z@x.example", "z@x.example"), ("", " ", "there"), ("Zoe", "", "Zoe")],
)
def test_everybody_is_called_something(name, email, called):
    assert Member(1, 1, name, Role.rep, None, "UTC", email=email).first_name == called


def test_a_nameless_member_stops_no_command_of_the_others(team):
    """People who came in before names were cleaned are still there."""
    lena = team.member("Lena").id
    team.say("Lena", "new Zebra, stripes")
    team.database.write(team.organisation_id, lambda store: store.members.describe(lena, name=""))
    for line in (
        "people",
        "team",
        "deals all",
        "deals Tom",
        "deal give Zebra to Tom",
        "where are we on Zebra?",
        "help",
    ):
        assert "went wrong" not in team.text("Maria", line), line
