"""What comes of a handover and of a cover: words never say "I" for another's promise, lists mark it, who left is asked about once."""

import re
from datetime import UTC, datetime

import pytest

from bot.cards import Line, plain_text
from bot.model import Address
from tests.team import Team

_FIRST_PERSON = re.compile(r"\bI (?:promised|said|will send|sent|told|spoke|owe)\b")
SAID = {
    "promised": 'logcall Acme: Dana said "we like it", I send the offer Mon',
    "kept": 'logcall Acme: Dana said "we like it", I send the case study today',
    "theirs": 'logcall Acme: Dana said "we like it", she checks the budget by Fri',
    "step": 'logcall Acme: Dana said "after our stock count", call Tue 10:00',
    "both": 'logcall Acme: Dana said "we like it", she checks the budget by Fri, I send the offer Mon, call Tue 10:00',
}


@pytest.fixture
def team(sqlite_url, open_database):
    return Team(open_database(sqlite_url))


@pytest.mark.rule("S21")
@pytest.mark.parametrize("how", ["give everything to Lena", "cover"])
@pytest.mark.parametrize("said", SAID)
def test_no_text_says_i_for_what_another_promised(team, said, how):
    team.say("Tom", "new Acme, 40 seats")
    team.say("Tom", SAID[said])
    if said == "kept":
        team.say("Tom", "promise kept case study")
    if how == "cover":
        team.say("Tom", "Lena covers me until 30 June")
    else:
        team.say("Tom", f"book {team.member('Tom').id} to {team.member('Lena').id} now")
    for day in (12, 13, 16, 17, 24):
        team.clock.at = datetime(2026, 3, day, 14, tzinfo=UTC)
        told = "\n".join(team.text("Lena", line) for line in ("words Acme", "followups", "prep Acme", "pack Acme"))
        assert not _FIRST_PERSON.search(told), told
        assert not re.search(r"you promised to send|You promised\n|You still owe", told), told


@pytest.mark.rule("H13")
def test_inherited_promises_stand_apart_and_are_named(team):
    team.say("Tom", "new Acme")
    team.say("Tom", SAID["promised"])
    team.say("Tom", f"book {team.member('Tom').id} to {team.member('Lena').id} now")
    team.say("Lena", "new Brio")
    team.say("Lena", 'logcall Brio: Ida said "yes", I send the sheet Mon')
    team.clock.at = datetime(2026, 3, 16, 9, tzinfo=UTC)
    told = team.text("Lena", "followups")
    assert re.search(r"You promised\n• Brio.*Tom promised\n• Acme, Dana: send the offer, today\n", told, re.DOTALL)
    assert "start with your own" in told
    for line in ("owed", "where Acme", "prep Acme", "pack Acme"):
        assert "(Tom promised it)" in team.text("Lena", line), line
    assert "Tom promised on Thu 12 March to send the offer" in team.text("Lena", "why Acme")


def test_who_left_is_asked_about_once_and_the_line_follows(team):
    tom, maria = team.member("Tom"), team.member("Maria")
    team.say("Tom", "start Acme; Brio")
    places = team.database.read(team.organisation_id, lambda store: store.identities.of(tom.id))
    for place in places or ():
        team.database.write(
            team.organisation_id, lambda store, p=place: store.identities.leave(p.address, "left", team.clock())
        )
    assert places
    team.clock.at = datetime(2026, 3, 13, 8, 31, tzinfo=UTC)
    team.tick()
    lines = [block for block in team.inbox("Maria")[-1].blocks if isinstance(block, Line)]
    assert [line.text for line in lines] == ["Tom Becker has left. Two open deals wait for somebody."]
    assert "Who gets Tom's two deals?" in plain_text(team.say("Maria", lines[0].buttons[0].command).card)
    seen = len(team.inbox("Maria"))
    team.clock.at = datetime(2026, 3, 16, 8, 31, tzinfo=UTC)
    team.tick()
    assert "has left" not in "".join(map(plain_text, team.inbox("Maria")[seen:]))
    team.say("Maria", f"book {tom.id} to {team.member('Lena').id} now")
    assert "what was open is handed over" in plain_text(team.inbox("Maria")[seen - 1])
    assert maria.id not in {
        one.member_id
        for one in team.database.read(team.organisation_id, lambda s: s.books.left(datetime(2026, 1, 1, tzinfo=UTC)))
    }


def test_who_comes_back_is_gone_no_more(team):
    place = Address("slack", "T1", "U1")
    write = lambda work: team.database.write(team.organisation_id, work)  # noqa: E731 - four lines of it
    write(lambda store: store.identities.add(team.member("Omar").id, place))
    for own in team.database.read(team.organisation_id, lambda store: store.identities.of(team.member("Omar").id)):
        write(lambda store, p=own: store.identities.leave(p.address, "left", team.clock()))
    team.say("Omar", "new Acme")
    left = lambda: team.database.read(team.organisation_id, lambda s: s.books.left(datetime(2026, 1, 1, tzinfo=UTC)))  # noqa: E731
    assert left() == () or left()[0].member_id == team.member("Omar").id
    write(lambda store: store.identities.come_back(place))
    assert left() == ()


def test_a_return_before_the_day_ends_the_cover(team):
    team.say("Tom", "new Acme")
    team.say("Tom", "away until Wed, Lena covers me")
    team.say("Lena", "done Acme voicemail")
    team.forward(days=1)
    team.say("Tom", "back")
    assert "No deal of yours" in team.text("Lena", "where Acme")
    assert "Lena: Acme: voicemail left" in team.text("Tom", "while I was away")


def test_stored_equals_recomputed_after_a_book_and_a_move(team):
    team.say("Tom", "start Acme; Brio; Cato")
    team.say("Tom", "later Acme Fri 20 March")
    team.say("Tom", "move Fri 20 March to Mon 23 March", {"touches": f"t{_id(team, 'Acme')}", "fixed": ""})
    team.say("Tom", f"book {team.member('Tom').id} to {team.member('Lena').id} now")
    assert team.recompute() == 0


def _id(team: Team, name: str) -> int:
    return team.exchange("Tom")(lambda exchange: next(one.id for one in exchange.named if one.company == name))


def test_what_was_done_for_somebody_is_theirs_to_take_back(team):
    """Also once the cover has ended; whoever covered no longer sees those deals."""
    team.say("Tom", "new Acme, 40 seats")
    team.say("Tom", 'logcall Acme: Dana said "fine", I send the offer Mon')
    team.say("Tom", "away until Tue, Lena covers me")
    number = re.search(r"undo (\d+)", str(team.say("Lena", "promise kept offer").card))[1]
    team.forward(days=1)
    team.say("Tom", "back")
    assert "Nothing that you can take back" in team.text("Omar", f"undo {number}")
    assert "theirs to take back" in team.text("Lena", "undo")
    assert "Taken back: Acme: send the offer, done" in team.text("Tom", f"undo {number}")


@pytest.fixture
def two(database) -> Team:
    """A promise of ours to one, and the talk since then is of another."""
    team = Team(database)
    team.say("Tom", "new Heron Mills")
    team.say("Tom", "new Larch & Co")
    team.say("Tom", "logcall Heron Mills: Ida Voss called, I send the samples by Fri")
    return team


@pytest.mark.parametrize(
    "before", ["logcall Larch & Co: Jo Lind called, wants it by May", "larch went for lunch, ring back at 2"]
)
@pytest.mark.parametrize("line", ["Samples have gone out", "samples sent", "sent it"])
def test_whose_it_was_is_asked_where_the_talk_is_of_another(two, before, line):
    two.forward(minutes=1)
    two.say("Tom", before)
    said = two.text("Tom", line)
    assert "Which promise is done with that?" in said
    assert "Heron Mills: you promised to send the samples" in said
    assert "log it with Larch & Co" in said


@pytest.mark.parametrize("line", ["Samples have gone out", "samples to Ida sent", "sent Heron the samples"])
def test_it_is_done_where_the_talk_is_of_that_deal_or_it_is_named(two, line):
    if "Samples" not in line:
        two.say("Tom", "logcall Larch & Co: Jo Lind called, wants it by May")
    assert "Heron Mills: send the samples, done" in two.text("Tom", line)
