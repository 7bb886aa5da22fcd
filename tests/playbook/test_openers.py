"""Openers: the acceptance test of every sentence we put into a rep's mouth."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.model import Outcome, Policy, Side, TurnKind
from bot.playbook.cliches import hits
from bot.playbook.deciding import definitive
from bot.playbook.drafts import email, phone, voicemail
from bot.playbook.openers import opener
from bot.playbook.opening import MAX_WORDS
from bot.playbook.thanks import thank_you
from bot.playbook.wording import Speaker
from tests.playbook.history import Story, day
from tests.team import Team

POLICY = Policy()
TOM = Speaker("Tom Becker", "Northlight", "555 0142")
VM, EMAIL = Outcome.left_voicemail, Outcome.email


def _spoken() -> Story:
    return Story().touch(0, said="two mis-picks a day is two too many")


SITUATIONS = {
    "their words": (_spoken(), 8),
    "their promise": (_spoken().promise(0, Side.theirs, "get Ivan's night counts", 4), 7),
    "their promise alone": (Story().touch(0).promise(0, Side.theirs, "check with her CFO", 4), 7),
    "something new": (_spoken().promise(0, Side.ours, "send the Leeds figures", 3).turn(3, TurnKind.kept), 8),
    "new beside theirs": (
        _spoken().promise(0, Side.theirs, "get the night counts", 4).promise(0, Side.ours, "send the Leeds figures", 3)
        .turn(3, TurnKind.kept), 8,
    ),
    "an agreed call": (_spoken().step(0, 8), 8),
    "only a topic": (Story().touch(0), 8),
    "quiet": (_spoken().touch(7, VM).touch(14, EMAIL), 28),
    "definitive": (_spoken().touch(7, VM).touch(14, EMAIL).touch(28, VM), 35),
}  # fmt: skip


@pytest.mark.rule("S36")
@pytest.mark.rule("S45")
@pytest.mark.rule("H27")
@pytest.mark.rule("H28")
@pytest.mark.rule("H26")
@pytest.mark.rule("S44")
@pytest.mark.parametrize("name", SITUATIONS)
def test_every_sentence_rests_on_facts_is_short_clean_and_ends_with_a_question(name):
    story, today = SITUATIONS[name]
    made = opener(story.history, POLICY, day(today))
    assert made is not None
    assert len(made.text.split()) <= MAX_WORDS
    assert made.text.endswith("?")
    assert not hits(made.text)
    assert made.facts
    assert all(fact in made.text for fact in made.facts)


@pytest.mark.rule("S10")
@pytest.mark.parametrize("story", [Story(), Story(title="").touch(0), Story().touch(0, Outcome.no_answer)])
def test_no_fact_no_opener(story):
    assert opener(story.history, POLICY, day(5)) is None


@pytest.mark.rule("H22")
def test_the_same_person_does_not_hear_the_same_sentence_twice():
    story = _spoken()
    said = []
    for n in range(1, 4):
        said.append(opener(story.history, POLICY, day(7 * n)).text)
        story.touch(7 * n)
    assert said[0] != said[1] != said[2]


def test_words_about_money_or_a_boss_stay_out_of_the_opener():
    story = Story().touch(0, said="my boss says the budget is gone")
    made = opener(story.history, POLICY, day(8))
    assert "boss" not in made.text
    assert "40 seats" in made.text


def test_shorthand_that_cannot_be_said_is_not_said():
    story = Story(title="").touch(0).promise(0, Side.theirs, "chk w/ fin v2b", 4)
    assert opener(story.history, POLICY, day(7)) is None


CHANNELS = {"phone": (phone, 60), "voicemail": (voicemail, 75), "email": (email, 125), "definitive": (definitive, 90)}


@pytest.mark.rule("S46")
@pytest.mark.rule("S43")
@pytest.mark.rule("H34")
@pytest.mark.rule("S40")
@pytest.mark.rule("H40")
@pytest.mark.parametrize("channel", CHANNELS)
@pytest.mark.parametrize("name", SITUATIONS)
def test_every_text_keeps_its_length_and_is_clean(channel, name):
    make, longest = CHANNELS[channel]
    story, today = SITUATIONS[name]
    words = make(story.history, TOM, day(today))
    assert len(words.text.split()) <= longest
    assert not [hit for hit in hits(words.text) if hit.cliche.blocks]
    assert len(words.subject.split()) <= 4
    assert "?" in words.text


@pytest.mark.rule("H41")
@pytest.mark.rule("H42")
@pytest.mark.rule("H44")
@pytest.mark.rule("H45")
@pytest.mark.rule("H47")
def test_the_definitive_message_offers_an_easy_no_and_claims_no_hold():
    text = definitive(SITUATIONS["definitive"][0].history, TOM, day(35)).text
    assert "or no" in text
    assert "Any answer is fine" in text
    assert "reserved" not in text
    assert "hold" not in text


@pytest.mark.rule("H10")
@pytest.mark.rule("H11")
@pytest.mark.rule("H1")
@pytest.mark.rule("H9")
def test_thanks_and_receipt_are_one_text_with_both_sides_promises():
    story = _spoken()
    act = story.history.touches[0].act_id
    story.promise(0, Side.theirs, "get her night counts", 4).promise(0, Side.ours, "send the Leeds figures", 7)
    from dataclasses import replace

    promises = tuple(replace(promise, act_id=act) for promise in story.history.commitments)
    text = thank_you(replace(story.history, commitments=promises), TOM, day(0)).text
    assert "you were going to get your night counts by Friday 6 March" in text
    assert "I will send the Leeds figures by Monday 9 March" in text
    assert text.startswith("Dana, thank you")


_events = st.lists(
    st.tuples(st.sampled_from(["talk", "vm", "none", "theirs", "ours", "kept", "step"]), st.integers(0, 9)), max_size=12
)


@pytest.mark.rule("H5")
@given(_events, st.text(max_size=60), st.integers(0, 200))
def test_whatever_happened_an_opener_passes_the_wall(events, said, today):
    """Hostile or odd words of theirs never break a sentence, its length or the wall."""
    story, now = Story(), 0
    for what, days in events:
        now += days
        match what:
            case "talk":
                story.touch(now, said=said)
            case "vm":
                story.touch(now, VM)
            case "none":
                story.touch(now, Outcome.no_answer)
            case "theirs":
                story.promise(now, Side.theirs, "check with finance", now + days)
            case "ours":
                story.promise(now, Side.ours, "send the case study", now + days)
            case "kept" if story.history.commitments and not story.history.commitments[-1].turns:
                story.turn(now, TurnKind.kept)
            case "step":
                story.step(now, now + days)
    made = opener(story.history, POLICY, day(now + today))
    if made:
        assert len(made.text.split()) <= MAX_WORDS
        assert not [hit for hit in hits(made.text) if hit.cliche.blocks]
        assert made.facts


def test_the_thank_you_goes_through_the_wall_like_every_other_text(database):
    team = Team(database)
    team.text("Tom", "new Acme, 40 seats")
    said = team.text(
        "Tom", "logcall Acme: Dana will touch base with finance by Fri, I will circle back with pricing tomorrow"
    )
    assert "They will: touch base with finance, Fri 13 March" in said
    assert "To send" not in said
    plain = team.text("Tom", "logcall Acme: Dana will check with finance by Fri, I will send the case study tomorrow")
    assert "I will send the case study by Friday 13 March" in plain
