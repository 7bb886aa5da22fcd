"""Which deal a name means, and when it has to be asked."""

import pytest

from bot.reading.names import Known, match_deal

DEALS = [
    Known(1, "Harbour Foods", "night-shift scanners", ("Priya Nair",)),
    Known(2, "Acme", "40 seats", ("Dana Reyes",)),
    Known(3, "Acme", "service contract", ("Tom Okafor", "Dana Reyes")),
    Known(4, "Müller & Söhne GmbH", "pumps", ("Anke Weiß",)),
    Known(5, "", "Alquatra - 2,000 Widgets"),
    Known(6, "Harbour Hotels", "key cards"),
]

SURE = [
    ("Harbour Foods", 1), ("harbour foods", 1), ("Harbor Foods", 1), ("Acme, 40 seats", 2), ("acme service contract", 3),
    ("Muller & Sohne", 4), ("müller", 4), ("Alquatra", 5), ("Alquatra - 2,000 Widgets", 5), ("Priya", 1), ("Anke Weiß", 4),
    ("Har\u200bbour Foods", 1), ("harbour  FOODS ", 1), ("scanners", 1),
]  # fmt: skip


@pytest.mark.parametrize(("query", "deal"), SURE)
def test_a_name_is_recognised(query, deal):
    match = match_deal(query, DEALS)
    assert match.sure
    assert match.ids == (deal,)


@pytest.mark.parametrize(("query", "deals"), [("Acme", {2, 3}), ("harbour", {1, 6}), ("Dana", {2, 3})])
def test_two_that_fit_are_asked(query, deals):
    match = match_deal(query, DEALS)
    assert not match.sure
    assert set(match.ids) == deals


@pytest.mark.parametrize("query", ["Zebra", "", "   ", "\u200b", "<script>", "of", "!!!"])
def test_a_stranger_is_nobody(query):
    assert match_deal(query, DEALS).ids == ()


def test_five_thousand_deals_are_searched_at_once():
    import time

    many = [Known(n, f"Company {n} Holdings", f"deal {n}") for n in range(5000)]
    started = time.process_time()
    assert match_deal("Compny 4321 Holdings", many).ids[0] == 4321
    assert time.process_time() - started < 1.0
