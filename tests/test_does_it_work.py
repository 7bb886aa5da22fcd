"""Does it work? Each reads their own, who leads reads everybody's together; coaching is the rep's alone."""

import pytest

from bot.commands import command_from
from bot.commands.measuring import CoachMe, OfWhom, Works
from tests.statements import statements
from tests.team import Team

ONE_DATABASE = True


@pytest.fixture
def team(database) -> Team:
    return Team(database)  # Thu 12 March 2026


@pytest.mark.parametrize(("typed", "command"), [
    ("does it work", Works()), ("does it work?", Works()), ("Is it working?", Works()), ("does this pay off?", Works()),
    ("how are we doing", Works()), ("what works?", Works()), ("our numbers", Works()),
    ("does it work 30 days", Works(days=30)), ("does it work last 6 weeks?", Works(days=42)),
    ("does it work in the last year", Works(days=365)), ("does it work 1 day", Works(days=7)),
    ("does it work 9999 years", Works(days=1100)),
    ("how am I doing?", Works(OfWhom.mine)), ("does it work for me", Works(OfWhom.mine)), ("my numbers", Works(OfWhom.mine)),
    ("is it working for the team, last 30 days?", Works(OfWhom.team, 30)),
    ("does it work mine 30 days", Works(OfWhom.mine, 30)), ("does it work for my team, last month", Works(OfWhom.team, 30)),
    ("coach me", CoachMe()), ("coaching", CoachMe()), ("coach me 30 days", CoachMe(30)), ("how can I do better?", CoachMe()),
])  # fmt: skip
def test_it_is_asked_in_everyday_words(typed, command):
    assert command_from(typed) == command


@pytest.mark.parametrize("typed", ["does it work on mars", "does it work with Acme", "coach me tomorrow"])
def test_what_names_no_time_is_answered_with_how_to_type_it(team, typed):
    assert "Type it like this: " in team.text("Tom", typed)


@pytest.mark.parametrize("typed", ["does it work?", "coach me"])
def test_before_the_first_call_it_says_so_and_offers_one(team, typed):
    text = team.text("Tom", typed)
    assert "Nothing yet: log a few calls" in text
    assert "[Log a call: log]" in text


@pytest.mark.rule("S1")
def test_a_rep_reads_their_own_and_who_leads_reads_the_whole_without_names(team):
    for name, deal in (("Tom", "Acme"), ("Lena", "Brio"), ("Omar", "Cato")):
        team.say(name, f"new {deal}")
        team.say(name, f"logcall {deal}: she sends the plan by Fri, I send pricing tomorrow")
    team.say("Tom", "new Dova")
    team.say("Tom", "logcall Dova: talked about seats")
    team.forward(days=7)
    team.say("Tom", "done Acme voicemail")
    own, whole = team.text("Tom", "does it work?"), team.text("Maria", "does it work?")
    assert (
        "Of 3 calls and messages, 2 brought an answer, none of them with words of theirs on record, and in 1 they promised a step"
        in own
    )
    assert "1 of 2 ended with a next step" in own
    assert "They kept 0 of 1; one is late and still open." in own
    assert (
        "Of 5 calls and messages, 4 brought an answer, none of them with words of theirs on record, and in 3 they promised a step"
        in whole
    )
    assert "We kept 0 of 3; three are late and still open." in whole
    assert [name for name in ("Tom", "Lena", "Omar", "Acme", "Brio") if name in whole] == []
    assert "Nothing yet" in team.text("Maria", "how am I doing?")
    assert "a team is shown to whoever leads it" in team.text("Tom", "does it work team")


@pytest.mark.rule("S33")
def test_whether_a_rep_keeps_their_word_is_in_a_sum_of_three_who_promised_and_in_no_smaller_one(team):
    """With one it is theirs alone, and with two each could subtract themselves: who owns a deal promised nothing yet."""
    team.say("Tom", "new Acme")
    team.say("Tom", "logcall Acme: talked to Dana, I send the quote tomorrow")
    for name, deal in (("Lena", "Brio"), ("Omar", "Cato")):
        team.say(name, f"new {deal}")
        team.say(name, f"logcall {deal}: talked to Otto")
    team.forward(days=4)
    assert "We kept 0 of 1; one is late and still open." in team.text("Tom", "does it work?")
    assert "We kept" not in team.text("Maria", "does it work?"), "Tom's alone"
    team.say("Lena", "logcall Brio: I send pricing tomorrow")
    team.say("Maria", "new Dova")
    team.say("Maria", "logcall Dova: I send pricing tomorrow")
    team.forward(days=4)
    assert "We kept" not in team.text("Maria", "does it work?"), (
        "Tom's and Lena's; her own deals are none of her team's"
    )
    team.say("Omar", "logcall Cato: I send pricing tomorrow")
    team.forward(days=4)
    assert "We kept 0 of 3; three are late and still open." in team.text("Maria", "does it work?")


@pytest.mark.rule("S33")
def test_what_a_rep_did_stays_theirs_when_the_deal_is_given_away(team):
    team.say("Tom", "new Acme")
    team.say("Tom", "logcall Acme: talked about seats, I send pricing tomorrow")
    team.say("Maria", "deal give Acme to Lena")
    team.forward(days=7)
    assert "Left open: Acme (Thu 12 March)." in team.text("Tom", "coach me")
    assert "Nothing yet" in team.text("Lena", "coach me")
    own = team.text("Tom", "does it work?")
    assert "We kept 0 of 1; one is late and still open." in own
    assert "Of 1 call or message" in own
    assert "We kept" not in team.text("Lena", "does it work?")


def test_what_was_taken_back_does_not_count_and_neither_does_what_is_long_ago(team):
    team.say("Tom", "new Acme")
    team.say("Tom", "logcall Acme: talked about seats")
    assert "Of 1 call or message, 1 brought" in team.text("Tom", "does it work?")
    team.say("Tom", "undo")
    assert "Nothing yet" in team.text("Tom", "does it work?")
    team.say("Tom", "logcall Acme: talked about prices")
    team.forward(days=40)
    assert "Nothing yet" in team.text("Tom", "does it work 30 days")
    assert "Of 1 call or message" in team.text("Tom", "does it work?")


@pytest.mark.rule("H46")
def test_the_answer_to_the_yes_or_no_message_is_counted(team):
    team.say("Tom", "new Acme")
    team.say("Tom", 'logcall Acme: Dana said "we like it"')
    for word in ("voicemail", "email", "definitive"):
        team.forward(days=14)
        team.say("Tom", f"done Acme {word}")
    assert "Sent once. Still has time: 1." in team.text("Tom", "does it work?")
    team.forward(days=1)
    team.say("Tom", "reply Acme: no thanks, we stay with what we have")
    team.say("Tom", "lost Acme: they stay with what they have")
    for who in ("Tom", "Maria"):
        assert "Sent once, 1 of 1 answered. A no: 1." in team.text(who, "does it work?")


@pytest.mark.rule("S33")
def test_worn_phrases_of_checked_texts_are_the_reps_alone_and_the_text_is_not_kept(team):
    team.say("Tom", "new Acme")
    team.say("Tom", "check Hi Dana, just checking in about the secret plan")
    team.say("Tom", "check Hi Dana, just checking in about the secret plan")
    team.forward(days=1)
    team.say("Tom", "check just checking in, touching base")
    text = team.text("Tom", "coach me")
    assert "“checking in”, on two days" in text
    assert "“touching base”\n    > Instead: " in text
    for who in ("Maria", "Lena"):
        assert "checking in" not in team.text(who, "coach me") + team.text(who, "does it work?")
    member = team.member("Tom").id
    kept = team.database.read(
        team.organisation_id, lambda store: store.drafts.settled_since(member, team.clock.at.replace(year=2025), "{")
    )
    assert len(kept) == 3
    assert "secret" not in str(kept)
    assert "checking in" not in team.text("Tom", "resume"), "it is no draft that waits"


def test_a_note_may_hold_any_words(team):
    team.say("Tom", "new Acme")
    team.say("Tom", "logcall Acme: talked, just checking in")
    assert "“checking in”" not in team.text("Tom", "coach me")


def test_it_takes_as_many_statements_for_many_deals_as_for_few(team):
    counts = []
    for names in (("Alba", "Brio"), ("Cato", "Dova", "Etna", "Fado", "Gala", "Hera")):
        for rep in ("Tom", "Lena", "Omar"):
            for name in names:
                team.say(rep, f"new {rep}{name}")
                team.say(rep, f"logcall {rep}{name}: she sends the plan by Fri")
        counts.append((statements(team, "Maria", "does it work?"), statements(team, "Tom", "coach me")))
    assert counts[0] == counts[1]
    assert max(counts[0]) < 15
