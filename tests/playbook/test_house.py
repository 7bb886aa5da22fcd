"""A team's own: which new thing is brought to a deal, in which words, and what never is."""

from dataclasses import replace
from datetime import date

import pytest

from bot.model import Brought, House, HousePhrase, Novelty, Outcome, Policy, ShelfItem, Side, TurnKind
from bot.playbook.cliches import hits, is_clean
from bot.playbook.drafts import email, nurture, phone, proposed, voicemail
from bot.playbook.house import on_day
from bot.playbook.openers import openers
from bot.playbook.opening import MAX_WORDS
from bot.playbook.questions import question_for_them
from bot.playbook.wording import Speaker, sendable
from tests.playbook.history import Story, day

POLICY, TOM = Policy(), Speaker("Tom Becker", "Northlight", "555 0142")
CASE = "how Harbour cut mis-picks by a third"


def item(id_: int, text: str = CASE, kind: Novelty = Novelty.case, first: date | None = None, last: date | None = None):
    return ShelfItem(id_, id_, 1, day(0), kind, text, first, last)


def having(story: Story, *items: ShelfItem, worn: tuple[str, ...] = (), openers: tuple[str, ...] = (), on: int = 8):
    def own(texts):
        return tuple(HousePhrase(90 + number, 1, day(0), text) for number, text in enumerate(texts))

    return replace(story.history, house=on_day(House(tuple(items), own(worn), own(openers)), day(on)))


def spoken() -> Story:
    return Story().touch(0, said="two mis-picks a day is two too many")


def texts(history, on: int = 8) -> list[str]:
    """Everything that is proposed."""
    made = [sendable(make(history, TOM, day(on)), history.house.worn) for make in (phone, voicemail, email, nurture)]
    return [*(way.text for way in openers(history, POLICY, day(on))), *(words.text for words in made if words)]


@pytest.mark.rule("S10")
def test_the_newest_thing_is_brought_in_every_text_once_nothing_of_ours_is_new():
    history = having(spoken(), item(1, "a first case"), item(2))
    assert proposed(history, day(8)).id == 2
    first, *words = texts(history)
    assert f"we have a new case: {CASE}" in first
    assert all(f"We have a new case: {CASE}" in text for text in words if "Tom" in text)
    assert "a first case" not in " ".join([first, *words])


@pytest.mark.rule("S10")
def test_what_we_sent_them_ourselves_comes_before_the_shelf():
    story = spoken().promise(0, Side.ours, "send the Leeds figures", 3).turn(3, TurnKind.kept)
    history = having(story, item(1))
    assert proposed(history, day(8)) is None
    assert CASE not in " ".join(texts(history)[:-1])


@pytest.mark.rule("H13")
def test_while_we_owe_them_something_nothing_from_the_shelf_is_mentioned():
    history = having(spoken().promise(0, Side.ours, "send the Leeds figures", 3), item(1))
    assert proposed(history, day(8)) is None
    assert not any(CASE in make(history, TOM, day(8)).text for make in (phone, voicemail, email))


@pytest.mark.rule("S10")
@pytest.mark.parametrize(("first", "last", "is_there"), [
    (None, None, True), (8, 8, True), (None, 8, True), (None, 7, False), (9, None, False), (9, 20, False), (1, 7, False),
])  # fmt: skip
def test_a_thing_is_brought_in_its_days_only(first, last, is_there):
    days = [day(offset) if offset is not None else None for offset in (first, last)]
    history = having(spoken(), item(1, CASE, Novelty.case, *days))
    assert (proposed(history, day(8)) is not None) == is_there
    assert any(CASE in text for text in texts(history)) == is_there


@pytest.mark.rule("S10")
def test_never_the_same_twice_to_one_deal_unless_it_was_kept_back():
    history = having(spoken(), item(1, "a first case"), item(2))
    brought = replace(history, brought=(Brought(1, 5, day(4), 2),))
    assert proposed(brought, day(8)).id == 1
    both = replace(history, brought=(Brought(1, 5, day(4), 2), Brought(1, 6, day(5), 1)))
    assert proposed(both, day(8)) is None
    kept_back = replace(history, brought=(Brought(1, 5, day(4), 2), Brought(1, 6, day(4), 2, kept_back=True)))
    assert proposed(kept_back, day(8)).id == 2
    today = replace(history, brought=(Brought(1, 5, day(8), 2),))
    assert proposed(today, day(8)).id == 2, "the email after a voicemail brings the same"


@pytest.mark.rule("S44")
@pytest.mark.parametrize("kind", Novelty)
def test_where_we_left_off_stands_before_the_new_thing(kind):
    for story in (spoken(), Story().touch(0), spoken().promise(0, Side.theirs, "get the night counts", 4)):
        history = having(story, item(1, "an open day", kind, None, day(40)))
        first = openers(history, POLICY, day(8))[0].text
        assert "an open day" in first
        assert first.index("you" if "you" in first.split(";")[0] else "we ") < first.index("an open day")
        assert len(first.split()) <= MAX_WORDS
        assert first.endswith("?")
        assert is_clean(first)


def test_to_somebody_never_spoken_to_nothing_is_brought():
    history = having(Story().touch(0, Outcome.left_voicemail), item(1))
    assert proposed(history, day(8)) is None
    assert texts(history)[1:] == []


@pytest.mark.rule("H26")
def test_what_is_said_aloud_stays_short_with_the_longest_thing():
    long_quote = "we lose two picks on every night shift and nobody can say why it is"
    story = Story().touch(0, said=long_quote).promise(0, Side.theirs, "get the night counts from the depot in Hull", 12)
    thing = item(1, "one two three four five six seven eight nine ten eleven twelve", Novelty.price, day(0), day(30))
    history = having(story, thing)
    assert len(phone(history, TOM, day(8)).text.split()) <= 60
    assert len(voicemail(history, TOM, day(8)).text.split()) <= 75
    assert thing.text in email(history, TOM, day(8)).text
    assert len(email(history, TOM, day(8)).text.split()) <= 125


@pytest.mark.rule("H49")
def test_a_note_to_a_deal_that_was_let_go_has_the_thing_and_no_ask():
    for history in (
        having(spoken(), item(1)),
        having(Story(title="").touch(0), item(1, "an open day", Novelty.event, None, day(40))),
    ):
        words = nurture(history, TOM, day(8))
        assert history.house.shelf[0].text in words.text
        assert "?" not in words.text
        assert len(words.text.split()) <= 60
        assert hits(words.text) == ()
    assert nurture(spoken().history, TOM, day(8)) is None


@pytest.mark.rule("H23")
@pytest.mark.parametrize("text", ["how we circle back", "“just checking in” made easy", "synergy for pickers"])
def test_a_thing_in_worn_words_is_not_brought(text):
    history = having(spoken(), item(1, text), worn=("Synergy",))
    assert proposed(history, day(8)) is None


@pytest.mark.rule("H24")
def test_a_banned_phrase_is_in_no_text_and_another_one_takes_its_place():
    plain = having(spoken())
    before = texts(plain)
    assert any("before you decide" in text or "still" in text for text in before)
    for banned in ("still so", "before you decide", "next step", "you said"):
        after = texts(having(spoken(), worn=(banned,)))
        assert after
        assert not any(banned in text for text in after)
        assert banned not in question_for_them(having(spoken(), worn=(banned,)), day(8))


@pytest.mark.rule("H24")
def test_a_phrase_is_found_in_any_case_over_lines_and_as_whole_words_only():
    worn = ("low-key  synergy", "it’s")
    assert [hit.found for hit in hits("Low-Key\nSynergy here", worn) if hit.cliche.kind == "team"] == [
        "Low-Key Synergy"
    ]
    assert not is_clean("It's here", worn)
    assert is_clean("low-key paradigmatic", ("low-key paradigm",))
    assert is_clean("you said “synergy” yourself", ("synergy",)), "their own words are theirs"


@pytest.mark.rule("H30")
def test_an_own_opener_takes_its_turn_where_its_facts_are_on_record():
    pattern = "{their name}, {when} you said {said}; what has changed since?"
    heard = {text for turn in range(6) for text in texts(having(_touched(turn), openers=(pattern,)))}
    assert "Dana, on Monday 2 March you said “two mis-picks a day is two too many”; what has changed since?" in heard
    assert not any("{" in text for text in heard)
    assert not any("changed since" in text for text in texts(having(Story().touch(0), openers=(pattern,))))
    worn = having(spoken(), openers=(pattern,), worn=("changed since",))
    assert not any("changed since" in text for text in texts(worn))


def _touched(times: int) -> Story:
    story = spoken()
    for _ in range(times):
        story = story.touch(1, Outcome.no_answer)
    return story


@pytest.mark.rule("H30")
def test_what_was_told_to_a_colleague_is_not_put_as_told_to_us():
    history = replace(spoken().history, colleagues={1: "Omar"})
    own = replace(
        history, house=House(openers=(HousePhrase(1, 1, day(0), "{when} you said {said}; what has changed?"),))
    )
    assert not any("what has changed?" in way.text for way in openers(own, POLICY, day(8)))
