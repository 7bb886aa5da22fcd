"""Circumstances: what has befallen the person we deal with, and what is said then."""

from dataclasses import replace

import pytest

from bot.playbook.circumstances import circumstance
from tests.playbook.history import Story, day


def _told(note: str = "", said: str = "", contact: str = "Dana"):
    story = Story().touch(0, said="two mis-picks a day is two too many").touch(3)
    *before, last = story.history.touches
    return replace(story.history, touches=(*before, replace(last, note=note, said=said, contact=contact)))


NOTES = {
    "ill": (
        "Dana is in hospital", "she's in hospital", "Dana has been in hospital since Monday", "he had a stroke",
        "reception said Dana is off sick", "Dana was taken ill", "she was rushed to hospital last night", "Dana fell ill",
        "she is seriously ill", "Dana had a car accident", "she's having surgery", "Dana broke her leg", "she has cancer",
        "her husband is in hospital", "Dana's son had an accident", "she is on sick leave", "Dana's in intensive care", "her mother is very ill", "her child is in hospital",
        "Dana Reyes is unwell", "apparently Dana has covid", "she was diagnosed with MS", "called Dana; she is burnt out",
    ),
    "bereaved": (
        "Dana's mother died", "her father passed away last week", "she lost her husband", "death in the family",
        "Dana is on bereavement leave", "her dad has just died", "she has had a death in the family", "his wife died, off for now",
        "she is at her mother's funeral", "sadly Dana lost her son",
    ),
    "died": ("Dana died", "Dana has passed away", "she died last week"),
    "left": (
        "Dana has left the company", "she was laid off last week", "Dana no longer works there", "Dana left the company",
        "Dana's left the firm", "she has been made redundant", "Dana was let go", "he got fired", "she resigned", "Dana has retired",
        "Dana quit", "she is no longer with them", "Dana has left", "Dana doesn't work there any more", "she isn't with Acme anymore",
        "Dana has moved to another company", "she has a new job", "they let us know that Dana was sacked", "Dana left last month",
        "Dana got laid off", "Dana moved on", "she handed in her notice", "my contact has left", "heard Dana is no longer at Acme", "Dana's last day was Friday",
    ),
    "on leave": (
        "she is on maternity leave until September", "Dana went on maternity leave", "she's on mat leave", "he is on paternity leave",
        "Dana is on parental leave", "she had her baby", "Dana is taking a sabbatical", "Dana is on maternity",
    ),
}  # fmt: skip


@pytest.mark.parametrize(("kind", "note"), [(kind, note) for kind, notes in NOTES.items() for note in notes])
def test_what_a_log_tells_of_the_contact_is_known(kind, note):
    found = circumstance(_told(note), day(4))
    assert found is not None
    assert found.kind == kind
    assert found.who == "Dana"


@pytest.mark.parametrize(
    ("kind", "said"),
    [("ill", "I am in hospital"), ("bereaved", "my mother died on Sunday"), ("left", "I was laid off"), ("left", "I have left the company")],
)  # fmt: skip
def test_in_their_own_words_it_is_told_of_themselves(kind, said):
    found = circumstance(_told(said=said), day(4))
    assert found is not None
    assert found.kind == kind


@pytest.mark.parametrize(
    "note",
    [
        "her boss is in hospital", "the server died", "she left a message", "Dana left early", "was ill, is back now", "she is sick of the old system",
        "she might leave the company", "worried that she will be laid off", "they laid off 40 people", "the hospital is their biggest customer",
        "Dana works in a hospital", "they retired the old system", "the project is dead", "she is not ill", "if Dana leaves the company we lose it",
        "she moved on to the pilot", "she moved to a new office", "Dana is out until Monday", "Ivan was laid off", "spoke to her boss; he is in hospital",
        "she was fired up about the demo", "she let go of the old idea", "the deal was let go", "Dana left the decision to finance",
        "she has recovered from the flu", "they lost the Leeds account", "the quote passed finance", "she quit the old tool", "", "Dana is no longer worried",
        "she has a new position on this", "the number is no longer there", "the old system is no longer with us", "she is on leave until Monday", "his kid is sick", "her daughter has the flu",
    ],
)  # fmt: skip
def test_what_is_said_of_something_or_somebody_else_is_none(note):
    assert circumstance(_told(note), day(4)) is None


def test_a_conversation_with_them_ends_it():
    history = _told("Dana is in hospital")
    story = Story()
    story.history, story.acts = history, 10
    assert circumstance(story.touch(20).history, day(21)) is None


def test_a_voicemail_does_not_end_it():
    from bot.model import Outcome

    story = Story()
    story.history, story.acts = _told("Dana has left the company"), 10
    assert circumstance(story.touch(20, Outcome.left_voicemail).history, day(21)) is not None
