"""What reps write in one word, in whole sentences and in other languages: what happened, what came of it, where they stand. Today is Wed 25 November 2026."""

from datetime import date

import pytest

from bot.model import Outcome, Result
from bot.reading.calltext import read_rest
from bot.reading.mentioned.whose import whose
from bot.reading.names import Known
from bot.reading.people.newcomers import newcomers
from bot.reading.words.money import amount_in

TODAY = date(2026, 11, 25)
PEOPLE = ("Omar Haddad", "Bea Lark")


def read(rest, people=PEOPLE):
    return read_rest("Acme", rest, TODAY, people=people)


@pytest.mark.parametrize(
    ("line", "outcome"),
    [
        ("auf den AB gesprochen", Outcome.left_voicemail), ("Mailbox besprochen, wie immer", Outcome.left_voicemail), ("Nummer besetzt", Outcome.busy),
        ("linea occupata, riprovo", Outcome.busy), ("toujours occupé", Outcome.busy), ("busy sig again", Outcome.busy),
        ("waited on zoom, she never joined", Outcome.no_show), ("omar did not dial in", Outcome.no_show), ("nobody showed up to the demo", Outcome.no_show),
        ("Omar ist nicht zum Termin erschienen", Outcome.no_show), ("no se presentó", Outcome.no_show),
        ("a tax office picked up", Outcome.wrong_number), ("falsche Nummer", Outcome.wrong_number), ("numéro non attribué", Outcome.wrong_number),
        ("turns out to be a pizzeria", Outcome.wrong_number), ("nobody there by that name", Outcome.wrong_number),
        ("Besuch bei Frau Lark, lief gut", Outcome.meeting), ("Meeting held w/ Bea, plan agreed", Outcome.meeting), ("visita da Omar", Outcome.meeting),
        ("just left his office, omar is keen", Outcome.meeting), ("rang omar, got his son, took down my number", Outcome.left_message),
        ("lvm omar.. scratch that he called right back, wants the plan", Outcome.connected), ("n/a mon, vm today", Outcome.left_voicemail),
    ],
)  # fmt: skip
def test_what_happened_is_heard_in_any_words(line, outcome):
    assert read(line).outcome is outcome


@pytest.mark.parametrize(
    ("line", "outcome"),
    [
        ("omar did not join the programme, budget", Outcome.connected), ("spoke to bea, a bank answered their tender", Outcome.connected),
        ("spoke to omar, meeting at our stand 11am", Outcome.connected), ("spoke to bea, she came from a bank", Outcome.connected),
    ],
)  # fmt: skip
def test_what_only_sounds_like_it_happened_is_a_talk(line, outcome):
    assert read(line).outcome is outcome


@pytest.mark.parametrize(
    "line", ["renewed!!", "Omar: firmato!", "docusigned this morning", "Bea renewed for 2 years", "Vertrag ist unterschrieben", "closed won", "podpisane!", "Auftrag erhalten", "contrat signé"]
)  # fmt: skip
def test_one_word_is_an_order(line):
    assert read(line).result is Result.order


@pytest.mark.parametrize("line", ["bea renewed her push for a discount", "not signed", "once signed, we start", "renewed interest from omar", "we signed"])  # fmt: skip
def test_what_is_not_bought_is_no_order(line):
    assert read(line).result is not Result.order


@pytest.mark.parametrize(
    "line",
    [
        "spoke to omar, it's a firm no", "bea polite but it was a no", "kein Bedarf mehr, Akte geschlossen", "omar: 'take me off all mailing lists'", "bea: thx but no thx",
        "hanno scelto un altro", "ya no lo necesitan", "sans suite", "haben abgelehnt", "han er ikke interessert",
    ],
)  # fmt: skip
def test_a_refusal_in_any_language_is_no_sale(line):
    assert read(line).result is Result.no_sale


@pytest.mark.parametrize(
    "line", ["bea: 'zu teuer'", "omar says it's a no-brainer", "not a no yet, bea thinks", "if it's a no we hear Fri"]
)
def test_an_objection_is_no_refusal(line):
    assert read(line).result is not Result.no_sale


@pytest.mark.parametrize(
    "line", ["bea says she'll call me", "omar keeps saying 'let me check'", "bea takes net 30 but wants 3% off", "omar will send the chart, no date", "she'll forward it once it is ready", "bea got down to business"]
)  # fmt: skip
def test_a_promise_without_a_day_that_only_calls_is_no_advance(line):
    assert read(line).result is Result.continuation


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("omar won't sign before the audit, board is nervous. i call Fri", "won't sign before the audit, board is nervous"), ("Bea: no budget this year, all frozen. dead", "no budget this year, all frozen"),
        ("omar wants 5% off. told him no", "wants 5% off"), ("bea takes net 30 but wants 3% off", "wants 3% off"), ("Bea sagt: erst im Frühjahr. ich rufe an", "erst im Frühjahr"),
        ("he said quote not on my watch unquote i call again", "not on my watch"), ("omar keeps saying 'let me think'", "let me think"), ("bea 'still no'. bye", "still no"),
        ("omar says line two is down, parts missing. i send a man Mon", "line two is down, parts missing"), ("Then omar rang me and said the board is split", "the board is split"),
    ],
)  # fmt: skip
def test_where_they_stand_is_in_their_words(line, said):
    assert read(line).said == said


@pytest.mark.parametrize(
    "line",
    [
        "i won't sign it before the audit", "we have no budget for that", "omar won't be in on Friday", "bea hasn't called back", "sent the 'easy start' package", "omar can't do Friday",
        "receptionist took my number, said try Monday", "quote and deck by fri", "the cfo won't sign", "lvm, omar won't pick up",
    ],
)  # fmt: skip
def test_what_is_ours_or_nobodys_is_not_in_their_words(line):
    assert read(line).said == ""


@pytest.mark.parametrize(("line", "person"), [("We speak again on 24 March at 11:00", False), ("moved from 19 March to 2 April", False), ("just left jan at ferro", True), ("trying jan again tomorrow", True), ("free in jan at the earliest", False)])  # fmt: skip
def test_a_month_is_a_person_only_where_one_can_stand(line, person):
    known = (Known(0, "Ferro Works", "", ("Jan Nowak", "Will March")),)
    assert bool(whose(line, known).people) is person


@pytest.mark.parametrize(("line", "who"), [("with the new buyer (sam)", "Sam"), ("her procurement lead, Gordon Pike", "Gordon Pike"), ("new assistant is Cody", "Cody"), ("the buyer (again)", "")])  # fmt: skip
def test_who_is_introduced_is_named(line, who):
    assert newcomers(line) == ((who,) if who else ())


@pytest.mark.parametrize(
    ("line", "amount"),
    [("anything > 15k needs the boss", ("", "")), ("2 units not 3, $8,400 all in", ("8400", "USD")), ("orders above 500k AED go to tender, ours is 90k AED", ("90000", "AED")), ("20 000 zloty", ("20000", "PLN"))],
)  # fmt: skip
def test_a_threshold_is_no_worth(line, amount):
    assert amount_in(line) == amount
