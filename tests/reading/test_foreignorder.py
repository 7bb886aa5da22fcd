"""Lines in Dutch, Danish, Norwegian, Swedish and German, in the order of their own words. Today is Tue 20 October 2026."""

from datetime import date

import pytest

from bot.model import Outcome, Result, Side
from bot.reading.calltext import read_rest
from bot.reading.languages.otherlanguages import in_english

TODAY = date(2026, 10, 20)


def read(line):
    return read_rest("X", line, TODAY)


@pytest.mark.parametrize(
    ("line", "side", "text", "on"),
    [
        # Dutch
        ("offerte stuur ik ma", Side.ours, "send offerte", (10, 26)), ("vrijdag stuur ik de offerte", Side.ours, "send de offerte", (10, 23)),
        ("de prijslijst mailen we uiterlijk donderdag", Side.ours, "send de prijslijst", (10, 22)), ("contract stuurt hij vrijdag", Side.theirs, "send contract", (10, 23)),
        ("morgen betaalt ze de aanbetaling", Side.theirs, "pay de aanbetaling", (10, 21)), ("hij zal de offerte vrijdag tekenen", Side.theirs, "sign de offerte", (10, 23)),
        ("ze gaan vrijdag tekenen", Side.theirs, "sign", (10, 23)), ("PO van hem vrijdag over een week", Side.theirs, "send PO", (10, 30)),
        ("wil een offerte tegen vrijdag", Side.ours, "send een offerte", (10, 23)), ("hij belt maandag terug", Side.theirs, "call", (10, 26)),
        # Danish and Norwegian
        ("tilbudet sender jeg på fredag", Side.ours, "send tilbudet", (10, 23)), ("på fredag sender han kontrakten", Side.theirs, "send kontrakten", (10, 23)),
        ("han skriver under på torsdag", Side.theirs, "sign", (10, 22)), ("skriver under på torsdag", Side.theirs, "sign", (10, 22)),
        ("betaler senest 30/10", Side.theirs, "pay", (10, 30)), ("depositumet betaler de innen fredag", Side.theirs, "pay depositumet", (10, 23)),
        ("hun skal sende ordren neste uke", Side.theirs, "send ordren", (10, 30)), ("vi beslutter oss til uka", Side.theirs, "decide", (10, 30)),
        ("han ringer om mandagen", Side.theirs, "call", (10, 26)), ("vil gerne have tilbuddet inden fredag", Side.ours, "send tilbuddet", (10, 23)),
        ("send en ordrebekræftelse så skriver jeg under i dag", Side.theirs, "sign", (10, 20)),
        # Swedish
        ("offerten skickar jag på fredag", Side.ours, "send offerten", (10, 23)), ("svarar senast ons 28/10", Side.theirs, "answer", (10, 28)),
        ("avtalet skriver hon under på torsdag", Side.theirs, "sign avtalet", (10, 22)), ("hon ska skicka avtalet på fredag", Side.theirs, "send avtalet", (10, 23)),
        ("i morgon skickar jag offerten", Side.ours, "send offerten", (10, 21)), ("vill ha offerten innan helgen", Side.ours, "send offerten", (10, 23)),
        ("hon hör av sig på fredag", Side.theirs, "get back to us", (10, 23)),
        # German
        ("Muster schicke ich am Montag", Side.ours, "send Muster", (10, 26)), ("schick ich ihr bis 6.11.", Side.ours, "send it", (11, 6)),
        ("den Vertrag unterschreibt sie bis Freitag", Side.theirs, "sign den Vertrag", (10, 23)), ("anzahlung 30% überweist er bis monatsende", Side.theirs, "pay anzahlung 30%", (10, 30)),
        ("sie wird den Vertrag bis Freitag unterschreiben", Side.theirs, "sign den Vertrag", (10, 23)), ("Freigabe gibt sie bis Mittwoch", Side.theirs, "give Freigabe", (10, 21)),
    ],
)  # fmt: skip
def test_the_verb_may_stand_before_who_acts(line, side, text, on):
    (made,) = read(line).promises
    assert (made.side, made.text, made.typed or made.raw) == (side, text, line)
    assert made.due is not None
    assert made.due.on == date(2026, *on)


@pytest.mark.parametrize(
    ("line", "on"),
    [
        ("hij stuurt het contract week 3", date(2027, 1, 22)), ("hij stuurt het contract in wk 14", date(2027, 4, 9)), ("han sender kontrakten uge 3", date(2027, 1, 22)),
        ("han sender kontrakten i uke 3", date(2027, 1, 22)), ("hon skickar avtalet v. 3", date(2027, 1, 22)), ("hon skickar avtalet vecka 3", date(2027, 1, 22)),
        ("Muster liefern wir in KW 13", date(2027, 4, 2)), ("hij betaalt over 14 dagen", date(2026, 11, 3)), ("han betaler om 14 dage", date(2026, 11, 3)),
        ("han betaler om to uker", date(2026, 11, 3)), ("hon betalar om två veckor", date(2026, 11, 3)), ("er zahlt in 14 Tagen", date(2026, 11, 3)),
        ("han sender den til uka", date(2026, 10, 30)), ("han sender tilbuddet næste uge", date(2026, 10, 30)), ("hon skickar avtalet nästa vecka", date(2026, 10, 30)),
        ("hij stuurt het contract volgende week", date(2026, 10, 30)), ("hij stuurt het contract voor het weekend", date(2026, 10, 23)), ("han sender kontrakten før helgen", date(2026, 10, 23)),
        ("hon skickar avtalet innan helgen", date(2026, 10, 23)), ("sie schickt den Vertrag vorm Wochenende", date(2026, 10, 23)), ("hij tekent eind januari", date(2027, 1, 29)),
        ("han underskriver ultimo januar", date(2027, 1, 29)), ("han signerer i slutningen af januar", date(2027, 1, 29)), ("hon betalar vid månadsskiftet", date(2026, 10, 30)),
        ("hij betaalt eind van de maand", date(2026, 10, 30)), ("han signerer d. 14.", date(2026, 11, 14)), ("sie unterschreibt am 14.", date(2026, 11, 14)), ("hij tekent de 14e", date(2026, 11, 14)),
        ("hij tekent overmorgen", date(2026, 10, 22)), ("han signerer i overmorgen", date(2026, 10, 22)), ("firma il contratto entro fine mese", date(2026, 10, 30)),
    ],
)  # fmt: skip
def test_by_when_in_five_languages(line, on):
    (made,) = read(line).promises
    assert made.due is not None
    assert made.due.on == on


@pytest.mark.parametrize(
    "line",
    [
        "de offerte ligt er", "tekent hij niet, dan stopt het", "han sender ikke kontrakten fredag", "hon skickade avtalet i fredags", "wil hij tekenen?", "wir liefern nur in Deutschland",
        "vi sender ut faktura hver måned", "check de facto rules Friday", "sender of the mail is away", "vi tar det på torsdag", "na de vakantie", "when he signs, begin week 3",
    ],
)  # fmt: skip
def test_what_is_no_promise_stays_a_note(line):
    assert not read(line).promises


@pytest.mark.parametrize("clause", ["we call de Vries Friday", "ring Anna Friday", "try again Friday", "I ring him Friday", "met Bel on Friday", "mail is down until Friday", "begin week 3 of the trial", "call u Friday", "contract: what can we do", "her van is met at the door, ma 3"])  # fmt: skip
def test_english_stays_as_it_is(clause):
    assert in_english(clause) == clause


@pytest.mark.parametrize(
    ("line", "on"),
    [
        ("bel in januari terug", date(2027, 1, 4)), ("bel terug na de kerst", date(2026, 12, 28)), ("over 2 weken terugbellen", date(2026, 11, 3)), ("bel terug in week 3", date(2027, 1, 18)),
        ("ring igen i januar", date(2027, 1, 4)), ("prøv igen efter nytår", date(2027, 1, 4)), ("ring igen efter påske", date(2027, 3, 29)), ("ring tilbake i januar", date(2027, 1, 4)),
        ("ring igen om to uker", date(2026, 11, 3)), ("ring igjen over jul", date(2026, 12, 28)), ("ring tillbaka i januari", date(2027, 1, 4)), ("ring upp igen efter jul", date(2026, 12, 28)),
        ("försök igen om två veckor", date(2026, 11, 3)), ("Anfang Januar wieder anrufen", date(2027, 1, 4)), ("nach Weihnachten wieder anrufen", date(2026, 12, 28)), ("wieder anrufen KW 47", date(2026, 11, 16)),
        ("rufen Sie nächste Woche wieder an", date(2026, 10, 26)), ("rappelez début avril, pas avant", date(2027, 4, 1)), ("volver a llamar en dos semanas", date(2026, 11, 3)),
        ("vor dezember brauchen sie nicht anzurufen", date(2026, 12, 1)), ("niet bellen voor december", date(2026, 12, 1)), ("ring ikke før desember", date(2026, 12, 1)),
        ("ikke ring før uke 3", date(2027, 1, 18)), ("ring ikke mer før mandag", date(2026, 10, 26)), ("ring inte före jul", date(2026, 12, 28)), ("inte ringa innan december", date(2026, 12, 1)),
        ("hasta el 20 de noviembre ni me llames", date(2026, 11, 20)), ("no me llames hasta enero", date(2027, 1, 1)),
    ],
)  # fmt: skip
def test_not_before_a_day(line, on):
    told = read(line)
    assert told.not_before is not None
    assert (told.not_before.on, told.result) == (on, Result.continuation)


@pytest.mark.parametrize(
    ("line", "what", "on", "at"),
    [
        ("kommt zum stapler test do 29.10. halb drei zu uns", "stapler test", (10, 29), "14:30"), ("hij komt donderdag 29/10 om 10 uur langs", "visit", (10, 29), "10:00"),
        ("kommer forbi torsdag kl 10", "visit", (10, 22), "10:00"), ("de kommer til oss torsdag kl 14", "visit", (10, 22), "14:00"), ("hon kommer till oss på torsdag kl 10", "visit", (10, 22), "10:00"),
        ("soll am 30. nochmal anrufen", "call", (10, 30), ""), ("moet vrijdag terugbellen", "call", (10, 23), ""), ("ring igen om 14 dage", "call", (11, 3), ""),
    ],
)  # fmt: skip
def test_the_next_step(line, what, on, at):
    told = read(line)
    assert told.next_step is not None
    assert (told.next_step.what, told.next_step.date.on, told.next_step.date.at) == (what, date(2026, *on), at)
    assert not told.promises


@pytest.mark.parametrize(
    ("line", "since", "back_on"),
    [
        ("op vakantie tot 3 november", None, (11, 3)), ("is er niet tot 3 november", None, (11, 3)), ("afwezig t/m 30 oktober", None, (10, 31)), ("ziek, woensdag terug", None, (10, 21)),
        ("Ik ben afwezig van 19 oktober tot 2 november", (10, 19), (11, 2)), ("på ferie til d. 14.", None, (11, 14)), ("ferie til uge 45", None, (11, 2)), ("syk, tilbake onsdag", None, (10, 21)),
        ("borte til 3/11", None, (11, 3)), ("sjuk, tillbaka på onsdag", None, (10, 21)), ("på semester till och med 30 oktober", None, (10, 31)), ("bis 27.10. im Urlaub", None, (10, 28)),
        ("Jag är på semester till 3 november, kontakta Camilla under tiden", None, (11, 3)), ("Ich bin bis 2.11. nicht im Büro", None, (11, 3)), ("kommt Mittwoch zurück", None, (10, 21)),
    ],
)  # fmt: skip
def test_who_is_away_until_when(line, since, back_on):
    told = read(line)
    assert told.away is not None
    assert (told.away.since, told.away.back_on, told.away.who) == (
        since and date(2026, *since),
        date(2026, *back_on),
        "",
    )
    assert not told.promises
    assert told.next_step is None
    assert told.contact == ""


@pytest.mark.parametrize("line", ["offerte terug naar Jan", "geld terug vrijdag", "na het weekend bel ik terug", "wil het geld terug"])  # fmt: skip
def test_nobody_is_away(line):
    assert read(line).away is None


@pytest.mark.parametrize(
    "line",
    [
        "wil niet meer gebeld worden", "bel niet meer", "haal me van de lijst", "we gaan met een ander", "ikke ring mer", "ring ikke mere", "går videre med en annen", "går videre med en anden",
        "vi har valgt en anden", "vi avstår", "ta meg av listen", "ring inte mer", "vill inte bli uppringd mer", "går vidare med en annan leverantör", "nicht mehr anrufen",
        "will nicht mehr angerufen werden", "wir haben uns anders entschieden", "streichen Sie uns vom Verteiler", "bórrenme de la lista y no llamen más", "'bórrenme de la lista y no llamen más'",
        "ne me rappelez plus", "non chiamare più",
    ],
)  # fmt: skip
def test_a_no(line):
    assert read(line).result is Result.no_sale


@pytest.mark.parametrize("line", ["belt niet meer terug", "er ruft nicht mehr an", "ring ikke mer før mandag", "rappelez plus tard", "går videre med prosjektet", "vi avstår från rabatt", "bel niet, mail liever", "vi går videre med en annen løsning fra dere"])  # fmt: skip
def test_no_no(line):
    assert read(line).result is not Result.no_sale


@pytest.mark.parametrize(
    "line",
    ["dr Weber hat unterschrieben", "Jan heeft vandaag getekend", "hij heeft de offerte getekend", "han har signert", "har skrevet under i dag", "hon har skrivit under", "bon de commande signé", "bestelling getekend"],
)  # fmt: skip
def test_an_order(line):
    assert read(line).result is Result.order


@pytest.mark.parametrize("line", ["jeg har signert NDA", "når han har signert starter vi", "akkoord op prijs", "doen we", "vi tar det"])  # fmt: skip
def test_no_order(line):
    assert read(line).result is not Result.order


@pytest.mark.parametrize("line", ["vi tar det", "det tar vi", "wij nemen het", "said 'vi tager det'"])
def test_that_they_take_it_is_asked_about(line):
    assert read(line).has_ordered


@pytest.mark.parametrize(
    ("line", "outcome"),
    [
        ("na het weekend bel ik terug", Outcome.connected), ("kom er na de kerst by terug", Outcome.connected), ("na overleg met de directie", Outcome.connected), ("wij beslissen na de kerst", Outcome.connected),
        ("na", Outcome.no_answer), ("called, n/a", Outcome.no_answer), ("na again", Outcome.no_answer), ("tried na", Outcome.no_answer), ("na x2", Outcome.no_answer),
    ],
)  # fmt: skip
def test_na_is_no_answer_alone(line, outcome):
    assert read(line).outcome is outcome


@pytest.mark.parametrize(("line", "said"), [("dice 'la semana que viene sin falta'", "la semana que viene sin falta"), ("zei: 'bel me in januari maar terug'", "bel me in januari maar terug"), ("han sa «ring igjen over jul»", "ring igjen over jul")])  # fmt: skip
def test_quoted_words_are_theirs(line, said):
    assert read(line).said == said
