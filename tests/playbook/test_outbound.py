"""A text of the rep's own: what it has and what it lacks."""

import pytest

from bot.playbook.asking import about_new
from bot.playbook.outbound import ends_well, names_theirs
from tests.team import Team


@pytest.mark.parametrize(
    ("text", "theirs", "ends"),
    [
        ("Erik, you mentioned budget sign off end of month - shall we pencil in tues 31 march?", True, True),
        ("Hi Dana, we have a new brochure.", False, False),
        ("Dana, your pickers share a login. Tom", True, False),
        ("I call on Thursday at ten.\n\nTom", False, True),
    ],
)
def test_what_it_has(text, theirs, ends):
    assert (names_theirs(text, None), ends_well(text)) == (theirs, ends)


def test_check_says_only_what_is_lacking_and_never_who_wrote_the_rule(database):
    team = Team(database)
    team.text("Tom", "new Brightwater")
    checked = team.text("Tom", "check brightwater: Hi Dave, just checking in, hope this email finds you well")
    assert "Begin the text with the deal" not in checked
    assert "Nothing that Brightwater said or promised is on record yet" in checked
    assert "Heady" not in checked
    fine = team.text("Tom", "check brightwater: Dave, you said budget is set; shall we talk on Tuesday?")
    assert "it can go" in fine


def test_samples_have_no_parts():
    assert "part" not in " ".join(about_new("the samples"))
    assert about_new("the samples")[0].endswith("about them?")
    assert "part" in about_new("the case study")[0]
