"""The bot as workspaces install it, by OAuth, with tokens that are sealed at rest and, where it is asked for, renewed."""

import socket
from collections.abc import Iterator
from contextlib import contextmanager

from adapters.slack.settings import SlackSettings
from bot.store import Database
from tests.canary import CANARY
from tests.slack.blockkit import problems
from tests.slack.fake import FakeSlack
from tests.slack.serving import Bot, running_bot

SECRET_KEY = CANARY * 3


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextmanager
def installing(
    database: Database, *, rotates: bool = False, public_url: str = ""
) -> Iterator[tuple[FakeSlack, Bot, str]]:
    with FakeSlack(checker=problems, rotates=rotates) as fake:
        port = free_port()
        url = f"http://127.0.0.1:{port}"
        settings = SlackSettings(
            signing_secret=fake.app.signing_secret, client_id=fake.app.client_id, client_secret=fake.app.client_secret,
            api_url=fake.api_url, authorize_url=fake.authorize_url, public_url=public_url or url, secret_key=SECRET_KEY,
        )  # fmt: skip
        with running_bot(database, fake, settings, port=port) as bot:
            yield fake, bot, url
