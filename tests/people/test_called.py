"""Whom an admin means: an e-mail is the one that a platform told, never a name that somebody gave themselves."""

from bot.conversation.called import called
from bot.conversation.imports.job import member_called
from bot.model import Member, Role

EVE = Member(1, 1, "boss@n.example", Role.rep, None, "Europe/London", "eve@n.example")
ANA = Member(2, 1, "Ana Ruiz", Role.rep, None, "Europe/London", "ana@n.example")


def test_a_display_name_that_looks_like_an_e_mail_takes_nobodys_place():
    assert called("boss@n.example", [EVE, ANA]) is None
    assert member_called("boss@n.example", [EVE, ANA]) is None
    assert called("eve@n.example", [EVE, ANA]) is EVE


def test_a_name_a_first_name_a_number_and_an_e_mail_still_mean_somebody():
    assert [called(text, [EVE, ANA]) for text in ("Ana Ruiz", "@ana", "2", "ANA@n.example")] == [ANA] * 4
