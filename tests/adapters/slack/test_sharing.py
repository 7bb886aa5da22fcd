"""What is shown once is tried again where it was not shown."""

import asyncio
from typing import Any

import pytest

from adapters.slack.calls import Refused, Uncertain
from adapters.slack.inbound import Place, Said, Surface
from adapters.slack.sharing import Sharing
from bot.cards import Card, Reply
from tests.team import Team

SAID = Said(Place("T1", "U1", Surface.mention, "C1", message="1.2"), "prep Acme", "Ev1")


class Posting:
    """Fails at first, and counts what it was given."""

    def __init__(self, error: Exception) -> None:
        self.errors, self.shown, self.whispered = [error], 0, 0

    async def post(self, *_given: Any) -> None:
        self.shown += 1
        if self.errors:
            raise self.errors.pop()

    async def whisper(self, *_given: Any) -> None:
        self.whispered += 1


def twice(database, error: Exception, way: str) -> Posting:
    posting = Posting(error)
    sharing: Any = Sharing(Team(database).app, posting)  # type: ignore[arg-type]

    async def both() -> None:
        with pytest.raises(type(error)):
            await getattr(sharing, way)(None, SAID, Reply(Card("Acme")))
        for _ in range(2):
            await getattr(sharing, way)(None, SAID, Reply(Card("Acme")))

    asyncio.run(both())
    return posting


@pytest.mark.parametrize("error", [Refused("channel_not_found"), TimeoutError(), RuntimeError("lost")])
def test_the_answer_to_a_mention_is_tried_again_after_any_failure_and_told_once(database, error):
    assert twice(database, error, "tell").shown == 2


@pytest.mark.parametrize(
    ("error", "shown", "whispered"), [(Refused("channel_not_found"), 2, 1), (Uncertain("status 500"), 1, 3)]
)
def test_what_everybody_reads_is_tried_again_only_where_it_is_surely_not_there(database, error, shown, whispered):
    posting = twice(database, error, "share")
    assert (posting.shown, posting.whispered) == (shown, whispered)
