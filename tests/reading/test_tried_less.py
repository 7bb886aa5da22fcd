"""A pattern is only tried where it can be found: whatever it finds holds the word, the mark or the place it is looked for by."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from bot.reading.calendar.daterules import NEEDS, RULES, WHOLE, rules_for
from bot.reading.calendar.datespelling import spelled
from bot.reading.dates import find_dates
from bot.reading.languages import declinedabroad
from bot.reading.outcome import declined, happened, machines, refusals, wasdone
from bot.reading.people import shorthand
from bot.reading.people.newcomers import newcomers
from bot.reading.steps import agreedto
from bot.reading.words import marks, speech
from tests.reading.test_dates import TODAY

TOLD = tuple(
    line.partition(" | ")[0]
    for name in ("told", "happenings")
    for line in Path(f"tests/data/reading/{name}.txt").read_text(encoding="utf-8").splitlines()
    if line and not line.startswith("#")
)
SMALL = (
    refusals._REFUSES_AT_ONCE, refusals._REFUSES, refusals._ABROAD, declined._OUT_AT_ONCE, declined._OUT, declined._ENDED, declined._OUSTED,
    declined._WONT_BUY, declined._NO_MORE_CALLS, declinedabroad._WONT, machines._ABROAD,
    *(pattern for pattern, _, as_typed, _ in happened._OUTCOMES if not as_typed),
)  # fmt: skip
GATES: tuple[tuple[re.Pattern[str], Callable[[str], object], str], ...] = (
    (shorthand._TO, lambda text: "2" in text, "wants me 2 send it"),
    (shorthand._FOR_TO, lambda text: "2" in text or "4" in text, "she asked 4 the deck"),
    (wasdone._SHORT, lambda text: "by" in text.lower(), "nda signed By Wei"),
    (agreedto._WITH_US, agreedto._US.search, "doing a taste test w/us"),
    (marks._ITS_DAY, lambda text: "," in text, "ring me once the audit is through, 4/13"),
    (speech._QUOTED_ALOUD, lambda text: "quote" in text.lower(), "he said Quote not urgent unquote"),
    (speech._INSIDE, lambda text: not speech._OPENING.isdisjoint(text), "she'll “talk to legal” and come back"),
    (speech._A_WORD, lambda text: not speech._OPENING.isdisjoint(text), 'he "might" sign'),
    (speech._ABOUT_THEM, lambda text: not speech._OPENING.isdisjoint(text), "Dana: “she will not decide before May”"),
    (marks._SPOKE_SO, lambda text: ":" in text, "talked to Ray: counts from him Fri"),
    (marks._WROTE, lambda text: ":" in text, "email from Sarah: their legal returns it"),
    (speech._SPLIT, lambda text: re.search(r"[\s,;.:!]", text), "sent it; he files them"),
)


@pytest.mark.parametrize("pattern", SMALL)
def test_what_is_tried_on_small_letters_holds_no_capital(pattern):
    assert not pattern.flags & re.IGNORECASE
    assert not re.search(r"(?<!\\)[A-ZÀ-ÖØ-Þ]", pattern.pattern)


@pytest.mark.parametrize(("pattern", "gate", "found"), GATES)
def test_what_a_pattern_finds_holds_what_it_is_looked_for_by(pattern, gate, found):
    assert pattern.search(found)
    assert [text for text in (found, *TOLD) if pattern.search(text) and not gate(text)] == []


def test_a_rule_of_days_finds_nothing_without_what_it_needs():
    texts = {
        words.text
        for words in map(spelled, (*TOLD, "5.12.", "2026-03-17", "2026/3/17", "by 2-15", "ring him 31st"))
        if words
    }
    for text in texts:
        there = frozenset(need for need in NEEDS if need in text or (need == "#" and re.search(r"\d", text)))
        there |= {"#th"} if re.search(r"\d(?:st|nd|rd|th)", text) else set()
        tried = {rule.pattern for whole in (False, True) for rule in rules_for(there, whole=whole)}
        untried = {rule.pattern for rule in (*RULES, *WHOLE)} - tried
        assert [pattern.pattern for pattern in untried if pattern.search(text)] == []


@pytest.mark.parametrize(
    "text", ["call him on the 31st", "Tue 26th", "2026-03-17", "2026/03/17", "31.03.", "15.04.", "by 2-15", "begin q2"]
)
def test_days_are_found_by_the_mark_that_they_need(text):
    assert len(find_dates(text, TODAY)) == 1


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("spoke to the office mgr (Tasha)", ("Tasha",)), ("the new buyer (sam) wants it", ("Sam",)), ("their COO Ted Ruiz", ("Ted Ruiz",)),
        ("their new director is Ole", ("Ole",)), ("her accountant Ruiz", ()), ("his assistant Ruth", ("Ruth",)), ("manager, Ted Ruiz", ("Ted Ruiz",)),
    ],
)  # fmt: skip
def test_who_is_told_by_a_role_is_found_in_whatever_way(text, names):
    assert newcomers(text) == names


def test_a_refusal_is_found_in_capitals_as_well():
    for clause in (
        "THEY WENT WITH ANOTHER VENDOR",
        "Dead deal",
        "KEIN BEDARF",
        "Dagegen entschieden",
        "On Ne Donne Pas Suite",
    ):
        assert refusals.refuses(clause) or declined.declines(clause, theirs=False), clause
