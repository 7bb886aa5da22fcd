"""Who somebody on a platform is: one person in two places by a verified e-mail or a code, nobody by guesswork."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest

from adapters.cli.roles import NotDone, made_admin
from bot.cards import Buttons, Message, plain_text
from bot.conversation import joining
from bot.model import Address, Member, Profile, Role
from tests.team import Team

THERE = Address("slack", "T1", "U1")


def test_whom_the_operator_awaits_as_an_admin_is_one_in_that_organisation_only(team):
    other = team.database.operate(lambda operator: operator.create_organisation("Southlight"))
    made_admin(team.database, "Zoe@ray.example", "Southlight")
    profile = Profile("Zoe Ray", "America/Chicago", email="zoe@ray.example")
    assert team.app.join(team.organisation_id, THERE, profile).role is Role.rep
    assert team.app.join(other, THERE, profile).role is Role.admin
    with pytest.raises(NotDone, match="No organisation is called “Eastlight”"):
        made_admin(team.database, "zoe@ray.example", "Eastlight")


def test_an_awaited_admin_is_awaited_still_when_joining_fails(team):
    made_admin(team.database, "zoe@ray.example", "")
    profile = Profile("Zoe Ray", "America/Chicago", email="zoe@ray.example")
    with pytest.raises(RuntimeError):
        team.database.write(team.organisation_id, lambda store: _fails_after(store, profile, team.clock()))
    assert team.app.join(team.organisation_id, THERE, profile).role is Role.admin


def _fails_after(store, profile, now):
    joining.joined(store, THERE, profile, now, is_installer=False)
    raise RuntimeError


def test_somebody_new_is_a_rep_whom_nobody_leads(team):
    joined = team.app.join(team.organisation_id, THERE, Profile("Zoe Ray", "America/Chicago", "en-US"))
    assert (joined.role, joined.manager_id, joined.zone) == (Role.rep, None, "America/Chicago")
    assert joined.country == "US", "no list on Christmas Day, until they say otherwise"
    assert team.app.member_id_at(team.organisation_id, THERE) == joined.id


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
    team.text("Ana", "make Lena a manager of nobody")
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
    assert "Lena Vogt is a manager, led by Maria." in team.text("Tom", "make Lena a manager")


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
    assert (
        "You become Tom Becker here, with 1 deal of yours. Tom is told of it, and can part the two of you again for thirty days."
        in plain_text(asked.card)
    )
    assert team.app.member_id_at(team.organisation_id, THERE) == zoe.id
    answer = joins(team, "Tom", zoe.id, code)
    assert answer.startswith("You are Tom Becker here too: one list, the same deals. Along came 1 deal of yours.")
    assert team.app.member_id_at(team.organisation_id, THERE) == team.member("Tom").id
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


def test_a_link_code_ends_after_a_quarter_of_an_hour(team):
    code = team.text("Tom", "link").split("link ")[1].split("\n")[0]
    team.forward(minutes=16)
    zoe = team.app.join(team.organisation_id, THERE, Profile("Zoe Ray", "America/Chicago"))
    assert "older than 15 minutes" in plain_text(
        team.app.answer(Message(team.organisation_id, zoe.id, f"link {code}", address=THERE)).card
    )
