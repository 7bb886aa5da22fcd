"""Between members: who hands over whose deals to whom, and who covers for whom, exactly; and that a cover ends by itself."""

from datetime import UTC, datetime, timedelta
from itertools import product

import pytest

from bot.cards import Buttons
from bot.model import Address
from tests.rights.test_rights import HERE, World, _word, text_of
from tests.statements import asked_by


@pytest.fixture
def world(sqlite_url, open_database):
    return World(open_database(sqlite_url))


# Of one's own to a colleague of the same team; who leads both; an admin. Ada leads Cleo, Maria leads Tom and Lena, Zoe Ben.
TEAMS = ({"Maria", "Tom", "Lena"}, {"Zoe", "Ben"}, {"Ada", "Cleo"})


def may_give(who: str, owner: str, to: str) -> bool:
    led = {"Maria": TEAMS[0], "Zoe": TEAMS[1], "Ada": TEAMS[2]}.get(who, {who})
    own = who == owner and any({owner, to} <= team for team in TEAMS)
    return (who in {"Ada", "Abe"} and who != to) or own or {owner, to} <= led


def test_who_gives_whose_deals_to_whom(world):
    """Every member, owner and receiver; a book and, where the giver sees it, a deal; nothing of it where they may not."""
    for owner in ("Tom", "Maria", "Ben", "Cleo", "Abe"):
        world.deal_of(owner)
    for who, owner, to in product(
        (*HERE, "Rik"), ("Tom", "Maria", "Ben", "Cleo", "Abe"), ("Lena", "Zoe", "Cleo", "Tom", "Abe")
    ):
        if owner == to:
            continue
        line = f"book {world.ids[owner]} to {world.ids[to]} now"
        answer = text_of(world.say(who, line))
        moved = "with both sides' promises" in answer
        assert moved == (who != "Rik" and may_give(who, owner, to)), f"{who}: {owner} to {to}: {answer}"
        if moved:
            world.say(who, "undo")


@pytest.mark.parametrize("who", ["Tom", "Ben", "Zoe", "Abe", "Rik"])
def test_a_preview_tells_no_word_of_a_deal_that_one_does_not_see(world, who):
    theirs = world.deal_of("Lena")
    for how in ("", " choose", " now"):
        answer = text_of(world.say(who, f"book {world.ids['Lena']} to {world.ids['Tom']}{how}"))
        assert not [word for word in (*theirs.words, str(theirs.numbers["name"])) if word in answer], answer


def test_a_single_deal_stays_in_the_team(world):
    theirs = world.deal_of("Tom")
    answer = text_of(world.say("Tom", f"deal give {theirs.numbers['deal']} to Ben"))
    assert (
        answer
        == "Ben is not in one team with you. Ada Test or Abe Test can, with all of Tom's deals: give Tom's deals to Ben"
    )
    assert "is Lena's now" in text_of(world.say("Tom", f"deal give {theirs.numbers['deal']} to Lena"))


def test_a_book_goes_whole_by_one_act_and_comes_back_by_one_undo(world):
    for _ in range(3):
        world.deal_of("Tom")
    before = world.everything()
    assert "Tom's three deals would go to Lena" in text_of(world.say("Maria", "give Tom's deals to Lena"))
    assert world.everything() == before
    assert "Tom's three deals are Lena's now" in text_of(
        world.say("Maria", f"book {world.ids['Tom']} to {world.ids['Lena']} now")
    )
    owners = {history.deal.owner_id for history in world.everything()[0][0].values()}
    assert owners == {world.ids["Lena"]}
    world.say("Maria", "undo")
    assert world.everything() == before


def test_a_book_of_twenty_takes_as_many_statements_as_one_of_two(world):
    def given(owner: str, number: int) -> int:
        world.say(owner, "start " + "; ".join(_word(owner, n) for n in range(number)))
        lines = (f"book {world.ids[owner]} to {world.ids['Maria']}{how}" for how in ("", " choose", " now"))
        return sum(len(asked_by(world.database, lambda line=line: world.say(owner, line))) for line in lines)

    assert given("Tom", 2) == given("Lena", 20)


# Covering.

TUESDAY = "2026-03-17"


def may_cover(who: str, owner: str, by: str) -> bool:
    """Said by the one who is away, by who leads both, or by an admin."""
    if owner == by:
        return False
    return may_give(who, owner, by)


def test_who_lets_whom_cover_for_whom(world):
    for who, owner, by in product((*HERE, "Rik"), ("Tom", "Maria", "Ben"), ("Lena", "Zoe", "Tom")):
        if owner == by or (who == by and not may_cover(who, owner, by)):
            continue  # an offer: below
        world.say(who, f"cover {world.ids[owner]} by {world.ids[by]} until {TUESDAY}")
        covering = world.store("Tom", lambda store, o=owner: store.covers.covering(world.ids[o], world.app.clock()))
        assert (world.ids[by] in covering) == (who != "Rik" and may_cover(who, owner, by)), f"{who}: {by} for {owner}"
        if covering:
            world.say(who, "undo")


def test_nobody_lets_themselves_in_and_one_press_of_who_leads_does(world):
    theirs = world.deal_of("Tom")
    line = f"where {theirs.numbers['deal']}"
    place = Address("local", "page", "Maria")
    world.database.write(world.organisations["Maria"], lambda store: store.identities.add(world.ids["Maria"], place))
    assert "is asked" in text_of(world.say("Lena", f"cover {world.ids['Tom']} until {TUESDAY}"))
    assert "no deal of yours" in text_of(world.say("Lena", line))
    assert world.store(
        "Maria",
        lambda store: store.outbox.holds(world.ids["Maria"], f"cover:{world.ids['Tom']}:{world.ids['Lena']}:{TUESDAY}"),
    )
    world.say("Maria", f"cover {world.ids['Tom']} by {world.ids['Lena']} until {TUESDAY}")
    assert "zqsaid" in text_of(world.say("Lena", line))


def test_a_cover_ends_by_itself_and_then_a_button_answers_as_for_a_missing_deal(world):
    theirs = world.deal_of("Tom")
    deal, promise = theirs.numbers["deal"], theirs.numbers["promise"]
    world.say("Tom", f"cover me by {world.ids['Lena']} until {TUESDAY}")
    assert "zqsaid" in text_of(world.say("Lena", f"where {deal}"))
    assert "voicemail left" in text_of(world.say("Lena", f"done {deal} voicemail"))
    act = world.store("Lena", lambda store: store.acts.last_of(world.ids["Lena"]))
    assert (act.member_id, act.summary.endswith(", for Tom")) == (world.ids["Lena"], True)
    clock = world.app.clock
    clock.at = datetime(2026, 3, 16, 23, 59, tzinfo=UTC)
    assert "zqsaid" in text_of(world.say("Lena", f"where {deal}"))
    clock.at += timedelta(minutes=1)  # midnight where Tom is
    before = world.everything()
    for line in ("where {0}", "words {0}", "done {0} no answer", "log {0}", "pack {0}", "later {0} next week"):
        assert text_of(world.say("Lena", line.format(deal))) == text_of(world.say("Lena", line.format(99_999))), line
    assert text_of(world.say("Lena", f"promise kept {promise}")).startswith("That is no deal of yours.")
    assert "Nothing that you can take back" in text_of(world.say("Lena", f"undo {act.id}"))
    assert world.everything()[0] == before[0]
    assert "Lena: " in text_of(world.say("Tom", "while I was away"))


def test_who_covers_gets_nothing_that_leads(world):
    """No handing on, no undo of what the other did, no figures of theirs, no cover for a third."""
    theirs = world.deal_of("Tom")
    world.say("Tom", f"cover me by {world.ids['Lena']} until {TUESDAY}")
    assert "You cover for Tom" in text_of(world.say("Lena", f"deal give {theirs.numbers['deal']} to Maria"))
    assert "not yours to hand over" in text_of(world.say("Lena", f"book {world.ids['Tom']} to {world.ids['Lena']} now"))
    assert "Nothing that you can take back" in text_of(world.say("Lena", f"undo {theirs.numbers['act']}"))
    assert "can say who covers" in text_of(
        world.say("Lena", f"cover {world.ids['Tom']} by {world.ids['Maria']} until {TUESDAY}")
    )


def test_typing_finds_the_deals_of_whom_one_covers_only_meanwhile(world):
    theirs = world.deal_of("Tom")
    name = str(theirs.numbers["name"])

    def found() -> list[str]:
        return [one.company for one in world.app.search_deals(world.organisations["Lena"], world.ids["Lena"], name[:6])]

    assert found() == []
    world.say("Tom", f"cover me by {world.ids['Lena']} until {TUESDAY}")
    assert found() == [name]
    world.app.clock.at = datetime(2026, 3, 17, 1, tzinfo=UTC)
    assert found() == []


# Who has left.


def leave(world: World, who: str) -> None:
    place = Address("local", "local", who)
    world.database.write(
        world.organisations[who], lambda store: store.identities.leave(place, "left", world.app.clock())
    )


def test_who_leads_hands_over_what_somebody_who_left_had(world):
    for _ in range(2):
        world.deal_of("Tom")
    leave(world, "Tom")
    left = world.store("Maria", lambda store: store.books.left(datetime(2026, 1, 1, tzinfo=UTC)))
    assert [(one.member_id, one.open) for one in left] == [(world.ids["Tom"], 2)]
    assert "Who gets Tom's two deals?" in text_of(world.say("Maria", f"book {world.ids['Tom']}"))
    offered = [
        b.label
        for block in world.say("Maria", f"book {world.ids['Tom']}").card.blocks
        if isinstance(block, Buttons)
        for b in block.buttons
    ]
    assert offered == ["Maria Test", "Lena Test"]
    world.say("Maria", f"book {world.ids['Tom']} to {world.ids['Lena']} now")
    assert world.store("Maria", lambda store: store.books.left(datetime(2026, 1, 1, tzinfo=UTC))) == ()
