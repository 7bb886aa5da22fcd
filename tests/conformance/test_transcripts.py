"""Every transcript is what the bot says, on every stage.

`TRIAL_REWRITE=1 pytest tests/conformance -k "core-sqlite and NAME"` writes down what it says now.
"""

import os

import pytest

from tests.conversations.script import TRANSCRIPTS, played, rewrite
from tests.kept import nothing_kept_for_one_time


@pytest.mark.parametrize("path", TRANSCRIPTS, ids=[path.stem for path in TRANSCRIPTS])
def test_a_transcript_is_what_the_bot_says(path, stage, request):
    if os.environ.get("TRIAL_REWRITE") == "1" and "core-sqlite" in request.node.name:
        rewrite(path, stage)
        pytest.fail("rewritten: read it, then run without TRIAL_REWRITE")
    with nothing_kept_for_one_time():
        for step, said in played(path, stage):
            assert said == step.expected, f"{path.name}: {step.action}"
