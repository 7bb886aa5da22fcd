"""The sample company's weeks are played as they went by: its audit record asks nobody whether the clock was put back."""

from datetime import UTC, datetime

import pytest

from adapters.cli.audit_findings import of_audit
from adapters.cli.findings import State
from adapters.local.sample import seed

ONE_DATABASE = True  # a trial is on SQLite


@pytest.mark.parametrize(
    "now",
    [
        datetime(2026, 3, 12, 14, tzinfo=UTC),
        datetime(2026, 3, 30, 0, 30, tzinfo=UTC),  # in London the clock went forward, in New York it is yesterday
        datetime(2026, 11, 27, 9, 0, tzinfo=UTC),
        datetime(2026, 7, 5, 23, 59, tzinfo=UTC),
    ],
)
def test_a_fresh_trial_is_told_as_healthy(database, now):
    seed(database, now)
    while database.operate(lambda operator: operator.audit_chain.extend(500)):
        pass
    told = database.survey(of_audit)
    assert (told.state, "looked at, unchanged" in told.what) == (State.ok, True), told.what
