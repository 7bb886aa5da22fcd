"""Whether 3/4 is the third of April or the fourth of March: the order of whoever typed it, as CLDR knows it."""

import pytest

from bot.cards import plain_text
from bot.days import is_day_first
from tests.team import Team


@pytest.mark.parametrize("locale", ["en-US", "en-PH", "es-PR", "ja-JP", "zh-CN", "zh-TW", "ko-KR", "hu-HU", "lt-LT"])
def test_month_first(locale):
    assert not is_day_first(locale)


@pytest.mark.parametrize(
    "locale",
    [
        "en-GB",
        "en-AU",
        "en-CA",
        "en-ZA",
        "de-DE",
        "fr-FR",
        "fr-CA",
        "sv-SE",
        "es-LA",
        "pt-BR",
        "mt-MT",
        "sn-ZW",
        "",
        "x",
    ],
)
def test_day_first_also_where_a_year_comes_first_or_nobody_says(locale):
    assert is_day_first(locale)


@pytest.mark.parametrize(
    ("locale", "typed", "said"),
    [
        ("ja-JP", "5/4", "sign, Mon May 4"),
        ("en-GB", "4/5", "sign, Mon 4 May"),
        ("ja-JP", "4/5", "[Sun April 5: promise by 1 2026-04-05] [Mon May 4: promise by 1 2026-05-04]"),
        ("en-GB", "5/4", "[Sun 5 April: promise by 1 2026-04-05] [Mon 4 May: promise by 1 2026-05-04]"),
    ],
)
def test_a_weekday_in_the_order_of_who_typed_it_is_taken_and_else_it_is_asked(
    sqlite_url, open_database, locale, typed, said
):
    team = Team(open_database(sqlite_url))
    tom = team.member("Tom")
    team.database.write(
        team.organisation_id,
        lambda store: store.members.change(store.acts.begin(tom.id, team.clock(), "locale"), tom.id, locale=locale),
    )
    team.say("Tom", "new Quill")
    assert said in plain_text(team.say("Tom", f"logcall Quill: they sign by {typed}").card)
