"""Names that were mistyped: the shared list of noisy names, and what no slip may ever do."""

import random
import string

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from benchmarks.reading_names import OURS, TOP_1, measured, pairs
from bot.reading.names import Known, match_deal

NAMES, TYPED = pairs(OURS)
DEALS = [Known(number, name, "") for number, name in enumerate(NAMES)]
HIDDEN = ["\u200b", "\u00ad", "\ufeff", "\u2060", "\u200d"]


@pytest.fixture(scope="module")
def found():
    return measured(NAMES, TYPED)


def test_the_noisy_names_are_recognised(found):
    assert found.of == 500
    assert found.share >= TOP_1


def test_none_of_them_is_taken_for_another_without_asking(found):
    assert found.wrong == []
    assert found.sure >= 0.7 * found.of  # asking about everything is no way out


def test_a_slip_in_a_name_never_picks_another_silently():
    rng = random.Random(7)
    taken = 0
    for number, name in enumerate(NAMES):
        match = match_deal(slipped(rng, name), DEALS)
        assert not match.sure or match.ids == (number,) or match.ids[0] == number, (name, match)
        taken += match.sure
    assert taken >= 0.8 * len(NAMES)


def slipped(rng: random.Random, name: str) -> str:
    at, letter = rng.randrange(len(name)), rng.choice(string.ascii_lowercase)
    before, here, after = name[:at], name[at : at + 1], name[at + 1 :]
    return rng.choice(
        [before + after, before + letter + here + after, before + letter + after, before + after[:1] + here + after[1:]]
    )


ONES = st.sampled_from(NAMES)
FORMS = ["GmbH", "Ltd.", "Limited", "S.A.", "s.r.l.", "Inc", "B.V.", "SE", "Co.", "AG"]


@given(name=ONES, title=st.sampled_from(["seats", "pumps"]), others=st.lists(ONES, max_size=4))
@settings(max_examples=100, deadline=None)
def test_a_company_with_two_deals_always_asks(name, title, others):
    known = [
        Known(1, name, title),
        Known(2, name, "service"),
        *(Known(9 + n, other, "") for n, other in enumerate(others) if other != name),
    ]
    for typed in (name, name.upper(), f"{name}s", name[:-1] + "x"):
        match = match_deal(typed, known)
        assert not match.sure or match.ids[0] not in {1, 2}, typed
        if typed in {name, name.upper()}:
            assert {1, 2} <= {*match.ids}


@given(
    first=st.sampled_from(["Dana", "Priya", "Anke"]),
    last=st.sampled_from(["Reyes", "Nair", "Weiß"]),
    one=ONES,
    two=ONES,
)
@settings(max_examples=100, deadline=None)
def test_a_person_whom_two_deals_know_always_asks(first, last, one, two):
    known = [Known(1, f"{one} East", "", (f"{first} {last}",)), Known(2, f"{two} West", "", (f"{first} {last}",))]
    for typed in (
        first,
        f"{first} {last}",
        f"{first} {last}s",
        f"{first.lower()} {last.upper()}",
        f"{first}{first[-1]} {last}",
    ):
        match = match_deal(typed, known)
        assert not match.sure, typed


@given(
    name=st.sampled_from(["Müller & Söhne", "Ørsted Pumps", "Łódź Stal", "Crédit Agrïcole", "Harbour Foods"]),
    form=st.sampled_from(FORMS), before=st.booleans(), case=st.sampled_from([str.upper, str.lower, str.title, str]),
    mark=st.sampled_from(["", ",", ".", " -", "!"]), hidden=st.sampled_from(["", *HIDDEN]), stored=st.booleans(),
)  # fmt: skip
@settings(max_examples=200, deadline=None)
def test_case_accents_marks_and_legal_forms_hide_no_name(name, form, before, case, mark, hidden, stored):
    spelled = f"{form} {name}" if before else f"{name}{mark} {form}"
    kept, typed = (spelled, name) if stored else (name, spelled)
    match = match_deal(
        f"{hidden}{case(typed)[:3]}{hidden}{case(typed)[3:]}{mark}", [Known(1, kept, ""), Known(2, "Tamar Oil", "")]
    )
    assert match.ids == (1,)
    assert match.sure


PLAIN = [
    ("Muller & Sohne", "Müller & Söhne GmbH"), ("orsted", "Ørsted"), ("Lodz Stal", "Łódź Stal"), ("Mueller Pumps", "Müller Pumps"),
    ("Harbor Foods", "Harbour Foods"), ("Foods Harbour", "Harbour Foods"), ("SchummPLC", "Schumm PLC"), ("Acme Incorporated", "Acme Inc."),
    ("Acme Gesellschaft mit beschränkter Haftung", "Acme GmbH"), ("Veum-Carholl", "Veum-Carroll"), ("Sc,hmidt Foods", "Schmidt Foods"),
    ("things with Schumm", "Schumm"),
]  # fmt: skip


@pytest.mark.parametrize(("typed", "name"), PLAIN)
def test_it_is_taken_without_asking_when_nobody_else_is_near(typed, name):
    match = match_deal(typed, [Known(1, name, "seats"), Known(2, "Tamar Oil", "hulls")])
    assert (match.ids[:1], match.sure) == ((1,), True)


ASKED = [
    ("Hettinger LLC", ["Hettinger Inc"], "another form is another company"), ("Kehner LLC", ["Lehner LLC"], "the first letter is seldom a slip"),
    ("Broin Group", ["Brown Group", "Brownish Group"], "it may be the beginning of a longer one"), ("Fenwik", ["Fenwick Foods"], "a beginning"),
    ("Lehner and co LLC", ["Lehner LLC", "Kehner LLC"], "more was typed than the name"), ("Acme Oy", ["Acme Ltd", "Acme GmbH"], "a third form"),
]  # fmt: skip


@pytest.mark.parametrize(("typed", "names", "why"), ASKED)
def test_it_asks_and_offers_what_is_near(typed, names, why):
    match = match_deal(typed, [Known(number, name, "") for number, name in enumerate(names)])
    assert not match.sure, why
    assert 0 in match.ids, why


def test_a_mistyped_person_former_name_or_title_is_offered():
    known = [
        Known(1, "Harbour Foods", "night-shift scanners", ("Priya Nair",), ("Old Harbour Mills",)),
        Known(2, "Tamar Oil", "hulls"),
    ]
    for typed in ("Pryia Nair", "Prija", "Old Harbuor Mils", "nightshift scaners"):
        match = match_deal(typed, known)
        assert (match.ids, match.sure) == ((1,), False), typed


def test_the_likelier_deal_comes_first_among_those_that_fit_as_well():
    known = [Known(7, "Acmex", "b"), Known(3, "Acmex", "a")]
    assert match_deal("Acmey", known).ids == (7, 3)
    assert match_deal("Acmex", known).ids == (7, 3)
