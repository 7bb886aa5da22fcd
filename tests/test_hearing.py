"""A program that says more than a pipe holds is not held up by it, and a failure tells what it said last."""

import subprocess
import sys

import pytest

from tests.hearing import heard
from tests.serving import running

MUCH = "import sys; sys.stderr.write('much\\n' * 200_000 + 'the last of it\\n'); print('on', flush=True)"


@pytest.mark.timeout(60)
def test_a_program_goes_on_however_much_it_says_and_a_failure_bears_its_last_words():
    pipe = subprocess.PIPE
    with (
        pytest.raises(AssertionError) as failed,
        subprocess.Popen([sys.executable, "-c", MUCH], stdout=pipe, stderr=pipe, text=True) as program,
        heard(program.stderr),
    ):
        assert program.stdout.readline() == "off\n"
    (note,) = failed.value.__notes__
    assert note.endswith("much\nthe last of it\n")
    assert len(note.splitlines()) < 50


@pytest.mark.parametrize("anew", [False, True])
def test_a_bot_that_does_not_start_says_why(tmp_path, anew):
    wrong = {"FOLLOWTHROUGH_PORT": "no port"}
    with pytest.raises(AssertionError) as failed, running(tmp_path, anew=anew, **wrong):
        pass
    assert "FOLLOWTHROUGH_PORT" in failed.value.__notes__[0]
