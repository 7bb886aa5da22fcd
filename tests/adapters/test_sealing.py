"""A sealed secret opens with its key and in its place, and is not in what is stored."""

import pytest

from adapters.sealing import CannotUnseal, Seal

KEY = "k" * 40


def test_what_was_sealed_opens_again_and_never_looks_the_same():
    seal = Seal(KEY)
    first, second = seal.close("xoxb-secret", "slack:T1"), seal.close("xoxb-secret", "slack:T1")
    assert first != second
    assert "xoxb" not in first + second
    assert seal.open(first, "slack:T1") == Seal(KEY).open(second, "slack:T1") == "xoxb-secret"


@pytest.mark.parametrize("sealed", ["", "1:", "1:%%%", "1:AAAA", "2:AAAA", "xoxb-secret"])
def test_what_is_broken_is_told_plainly(sealed):
    with pytest.raises(CannotUnseal):
        Seal(KEY).open(sealed, "slack:T1")


def test_another_key_or_another_place_opens_nothing():
    sealed = Seal(KEY).close("xoxb-secret", "slack:T1")
    for seal, place in ((Seal("j" * 40), "slack:T1"), (Seal(KEY), "slack:T2")):
        with pytest.raises(CannotUnseal):
            seal.open(sealed, place)


def test_the_key_before_opens_what_it_sealed_and_seals_nothing_more():
    old, both = Seal("j" * 40), Seal(KEY, "j" * 40)
    sealed = old.close("xoxb-secret", "slack:T1")
    assert both.open(sealed, "slack:T1") == "xoxb-secret"
    assert (both.is_current(sealed), both.is_current(both.close("x", "p")), old.is_current(sealed)) == (
        False,
        True,
        True,
    )


def test_what_was_sealed_before_keys_had_a_name_still_opens():
    sealed = Seal("j" * 40).close("xoxb-secret", "slack:T1")
    first = f"1:{sealed.rpartition(':')[2]}"
    for seal in (Seal("j" * 40), Seal(KEY, "j" * 40)):
        assert seal.open(first, "slack:T1") == "xoxb-secret"
        assert not seal.is_current(first)
