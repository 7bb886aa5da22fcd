"""Who is asked about somebody who left, who can cover, and which deals go when a book changes while its form is open."""

import re
from datetime import timedelta

import pytest

from bot.cards import Line, plain_text
from bot.conversation.mornings import plan_anew
from bot.model import Address, Role
from bot.views.forms import MOST_BOXES
from tests.team import Team


@pytest.fixture
def team(sqlite_url, open_database):
    return Team(open_database(sqlite_url))


@pytest.fixture
def everywhere(database):
    """On SQLite and on PostgreSQL."""
    return Team(database)


def write(team, work):
    return team.database.write(team.organisation_id, work)


def add(team, name, role, **more):
    id_ = write(team, lambda store: store.members.add(name, role, "Europe/London", **more))
    write(team, lambda store: store.identities.add(id_, Address("local", "local", name.split()[0].lower())))
    write(team, lambda store: plan_anew(store, id_, team.clock()))
    return id_


def leave(team, name):
    for place in team.database.read(team.organisation_id, lambda s: s.identities.of(team.member(name).id)):
        write(team, lambda store, at=place.address: store.identities.leave(at, "left", team.clock()))


def led_by(team, name, leader_id):
    def change(store):
        store.members.change(
            store.acts.begin(leader_id, team.clock(), "led"), team.member(name).id, manager_id=leader_id
        )

    write(team, change)


def asked(team, name):
    """What the newest list asks about who is here no more."""
    lists = team.inbox(name)
    lines = [block.text for block in lists[-1].blocks if isinstance(block, Line)] if lists else []
    return [line for line in lines if re.search(r"(?:has left|not active)", line)]


def next_morning(team):
    """It is a Thursday at first."""
    days = 3 if team.clock.at.weekday() == 4 else 1
    team.clock.at = team.clock.at.replace(hour=8, minute=31) + timedelta(days=days)
    team.tick()


TWO = "Two open deals wait for somebody."


@pytest.mark.parametrize("how", ["gone", "inactive"])
def test_where_the_leader_has_gone_as_well_the_next_one_up_is_asked(everywhere, how):
    team = everywhere
    nora = add(team, "Nora Berg", Role.manager)
    add(team, "Ana Lund", Role.admin)
    led_by(team, "Maria", nora)
    team.say("Tom", "start Acme; Brio")
    if how == "gone":
        leave(team, "Maria")
    else:
        team.say("Ana", "make Maria inactive")
    leave(team, "Tom")
    next_morning(team)
    assert asked(team, "Nora") == [f"Tom Becker has left. {TWO}"]
    assert asked(team, "Ana") == asked(team, "Maria") == []
    assert "Who gets Tom's two deals?" in team.text("Nora", f"book {team.member('Tom').id}")


def test_where_everybody_above_has_gone_an_admin_is_asked(team):
    add(team, "Ana Lund", Role.admin)
    team.say("Tom", "start Acme; Brio")
    leave(team, "Maria")
    leave(team, "Tom")
    next_morning(team)
    assert asked(team, "Ana") == [f"Tom Becker has left. {TWO}"]


def test_whose_leader_leaves_before_handing_over_is_asked_about_once_more_further_up(team):
    led_by(team, "Maria", add(team, "Nora Berg", Role.manager))
    team.say("Tom", "start Acme; Brio")
    team.say("Nora", "new Cato")
    leave(team, "Tom")
    next_morning(team)
    assert asked(team, "Maria") == [f"Tom Becker has left. {TWO}"]
    assert asked(team, "Nora") == []
    team.forward(hours=1)
    leave(team, "Maria")
    next_morning(team)
    assert asked(team, "Nora") == [f"Tom Becker has left. {TWO}"]


def test_who_was_made_inactive_is_asked_about_as_well_and_once(team):
    add(team, "Ana Lund", Role.admin)
    team.say("Tom", "start Acme; Brio")
    team.say("Ana", "make Tom inactive")
    next_morning(team)
    assert asked(team, "Maria") == [f"Tom Becker is not active here any more. {TWO}"]
    seen = len(team.inbox("Maria"))
    next_morning(team)
    assert all("not active" not in plain_text(card) for card in team.inbox("Maria")[seen:])
    team.say("Maria", f"book {team.member('Tom').id} to {team.member('Lena').id} now")
    assert "what was open is handed over" in plain_text(team.inbox("Maria")[seen - 1])


def test_who_is_active_again_before_the_list_is_not_asked_about(team):
    add(team, "Ana Lund", Role.admin)
    team.say("Tom", "start Acme; Brio")
    team.say("Ana", "make Tom inactive")
    team.say("Ana", "undo")
    next_morning(team)
    assert asked(team, "Maria") == []


@pytest.mark.parametrize("line", ["cover me by Lena until Friday", "away until Friday, Lena covers me"])
def test_nobody_covers_who_is_on_no_platform(team, line):
    team.say("Tom", "new Acme")
    leave(team, "Lena")
    told = team.text("Tom", line)
    assert "Lena gets no messages here, so nobody would see what falls due." in told
    assert "cover me by" in told
    assert "covers" not in team.text("Tom", "who can see Acme")


# A book that changes while its form is open.


def form_of(team, deals):
    for tens in range(0, deals, 10):
        team.say("Tom", "start " + "; ".join(f"Firm {number}" for number in range(tens + 1, min(tens + 10, deals) + 1)))
    reply = team.say("Tom", f"book {team.member('Tom').id} to {team.member('Lena').id} choose")
    assert reply.form
    boxes = reply.form.fields[0]
    assert len(boxes.options) == min(deals, MOST_BOXES)
    return reply.form, [value for value, _ in boxes.options]


def owned(team, name):
    return team.exchange(name)(
        lambda exchange: {one.company for one in exchange.named if one.owner_id == exchange.member.id}
    )


def test_what_was_offered_and_not_ticked_stays_however_the_book_changes(team):
    form, offered = form_of(team, 60)
    labels = dict(form.fields[0].options)
    for number in range(51, 58):
        team.say("Tom", f"lost Firm {number}: too dear")
    first, *others = offered
    for id_ in others[:7]:  # these move behind the others
        team.say("Tom", f"later {id_} Fri 18 September")
    reply = team.say("Tom", form.command, {"deals": first, "rest": "rest"})
    assert owned(team, "Lena") == {labels[first], *(f"Firm {number}" for number in range(51, 61))}, plain_text(
        reply.card
    )


def test_what_came_into_the_book_meanwhile_is_not_the_rest_that_was_shown(team):
    form, offered = form_of(team, 60)
    team.say("Tom", "new Late")
    told = team.say("Tom", form.command, {"deals": offered[0], "rest": "rest"})
    assert "Nothing is handed over yet" in plain_text(told.card)
    assert owned(team, "Lena") == set()
    again = team.say("Tom", f"book {team.member('Tom').id} to {team.member('Lena').id} choose")
    assert again.form
    team.say("Tom", again.form.command, {"deals": ",".join(offered), "rest": ""})
    assert len(owned(team, "Lena")) == MOST_BOXES
    assert "Late" in owned(team, "Tom")


def test_only_what_was_offered_goes(team):
    form, offered = form_of(team, 3)
    team.say("Tom", "new Late")
    late = team.exchange("Tom")(lambda exchange: next(one.id for one in exchange.named if one.company == "Late"))
    team.say("Tom", form.command, {"deals": ",".join([*offered, str(late)])})
    assert owned(team, "Tom") == {"Late"}


def test_a_form_that_does_not_say_what_it_offered_is_asked_anew(team):
    _, offered = form_of(team, 3)
    before = f"book {team.member('Tom').id} to {team.member('Lena').id}"
    assert "Nothing is handed over yet" in plain_text(team.say("Tom", before, {"deals": offered[0]}).card)
