"""A running bot keeps Slack's secrets in its settings alone: not in its environment, which Bolt reads and every child inherits."""

import asyncio
import os
from contextlib import AsyncExitStack, suppress

import pytest

from adapters.cli.process import CannotConnect, Role, platforms, process_of
from adapters.cli.settings import Settings
from tests.slack.blockkit import problems
from tests.slack.fake import FakeSlack
from tests.slack.faults import refused

NAMES = (
    "SLACK_SIGNING_SECRET", "SLACK_BOT_TOKEN", "SLACK_CLIENT_ID", "SLACK_CLIENT_SECRET", "SLACK_API_URL",
    "SLACK_VERIFICATION_TOKEN", "slack_app_token",
)  # fmt: skip


def left_over(database, role: Role) -> list[str]:
    """Slack's names in the environment once its part of the process is open, or was refused."""

    async def opened() -> list[str]:
        async with AsyncExitStack() as parts:
            process = await process_of(Settings(), database, role, parts)
            with suppress(CannotConnect):
                await platforms(process)
            return [name for name in os.environ if name.upper().startswith("SLACK_")]

    return asyncio.run(opened())


@pytest.mark.parametrize("role", list(Role))
@pytest.mark.parametrize("is_refused", [False, True])
def test_no_secret_of_slack_stays_in_the_environment(
    sqlite_url, open_database, tmp_path, monkeypatch, role, is_refused
):
    monkeypatch.chdir(tmp_path)
    with FakeSlack(checker=problems) as fake:
        for name in NAMES:
            monkeypatch.setenv(name, "a-secret")
        monkeypatch.setenv("SLACK_API_URL", fake.api_url)
        monkeypatch.setenv("SLACK_BOT_TOKEN", fake.add_workspace().token)
        monkeypatch.setenv("slack_app_token", fake.app.app_token)
        if is_refused:
            fake.faults.always("auth.test", refused("invalid_auth"))
        assert left_over(open_database(sqlite_url), role) == []
        assert fake.calls("auth.test"), "what stood there was used"
