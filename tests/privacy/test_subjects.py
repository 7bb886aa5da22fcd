"""Where a text names somebody, however it is written, and where it only looks so."""

import json
from pathlib import Path

import pytest

from adapters.cli.erasures import Erasures, erased_again
from bot.reading.naming.subjects import Finder, called, digits, rewritten
from tests.team import Team

ANN = Finder(
    ("ann-marie bos", "zoe sanchez"), ("zoe", "sanchez", "will"), (digits("+44 20 7946 0018"),), ("zoe quist",)
)


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("Zoë Sánchez rang", "[erased] rang"), ("ZOE  SANCHEZ's boss", "[erased]'s boss"), ("Sanchez, Zoe signs", "[erased] signs"),
        ("mail zoe.sanchez+x@acme.example now", "mail [erased] now"), ("to jsanchez@acme.example", "to [erased]"),
        ("Zoe Quist and zoe", "Zoe Quist and [erased]"), ("I will ask Will", "I will ask [erased]"), ("Sanchezia, zoetrope", "Sanchezia, zoetrope"),
        ("ring 44 (20) 7946-0018", "ring [erased]"), ("order 442079460018 1", "order [erased] 1"), ("9442079460018", "9442079460018"),
        ("rang 044 20 7946 0018", "rang [erased]"), ("rang +0 (44) 2079460018", "rang +[erased]"), ("nobody", "nobody"), ("", ""), ("日本 Zoë 日本", "日本 [erased] 日本"),
    ],
)  # fmt: skip
def test_a_name_is_found_as_people_write_it(text, left):
    assert ANN.without(text) == left
    assert ANN.holds(text) is (left != text)
    assert not ANN.holds(left)


def test_what_is_kept_as_json_stays_json():
    for told in (
        json.dumps({"line": "Zoë said", "n": [1, "zoe"]}),
        '{"line": "Zoë: \\"no\\""}',
        "{Zoe, no json",
        "[1]",
    ):
        left = rewritten(told, ANN.without)
        assert "zo" not in left.lower()
        if told[1] != "Z":
            assert type(json.loads(left)) is type(json.loads(told))


def test_nobody_is_found_by_nothing():
    assert Finder().without("Zoe") == "Zoe"
    assert Finder(numbers=("12",)).without("12") == "12"


def test_every_run_of_words_may_be_a_name():
    assert {"zoe sanchez", "sanchez"} <= set(called("then Zoë Sánchez, today"))
    assert "zoe sanchez" in set(called(f"{'word ' * 100} Zoë Sánchez"))


def test_a_database_that_was_never_told_goes_through_the_list_once(database, tmp_path):
    team, erasures = Team(database), Erasures(Path(tmp_path / "list"))
    assert erased_again(database, erasures, team.clock()) == 0
    team.say("Tom", "new Acme, seats")
    team.say("Tom", "deal contact Acme: Zoe Sanchez")
    for said in ("zoe sanchez", "gone long"):
        erasures.add(team.organisation_id, [f"{said}|"])
    assert erased_again(database, erasures, team.clock()) == 1
    assert "Sanchez" not in team.text("Tom", "deal Acme")
    team.say("Tom", "deal contact Acme: Zoe Sanchez")  # she is back: that is new, and hers to be asked about anew
    assert erased_again(database, erasures, team.clock()) == 0


@pytest.mark.parametrize(
    ("parts", "text"),
    [
        (("don", "reyes"), "they don't decide before May"), (("dana", "r"), "R&D has the budget"), (("de", "la", "cruz"), "el precio de la oferta"),
        (("anna", "tull"), "joanna@us.example"), (("john",), "johnson@acme.example"), (("max",), "60k max"),
    ],
)  # fmt: skip
def test_a_part_of_a_name_is_no_part_of_other_words(parts, text):
    assert Finder(parts=parts).without(text) == text


def test_where_nothing_else_is_about_them_only_what_is_written_like_a_name_is_theirs():
    anywhere = Finder(("sofia hunter",), ("sofia", "hunter")).cautious()
    assert anywhere.without("a bargain hunter, and Sofia") == "a bargain hunter, and Sofia"
    assert anywhere.without("Hunter rang; so did sofia hunter") == "[erased] rang; so did [erased]"
