"""People who talk to the bot all the time, while a test breaks something; then what was answered is looked for."""

import contextlib
import itertools
import logging
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field

import structlog
from sqlalchemy import select

from bot.cards import plain_text
from bot.store.tables import touches
from tests.team import Team

TALKERS = 4


@dataclass
class Talk:
    """`answered`: words in what was logged, and told so. `failed`: what was said instead, or raised."""

    answered: list[str] = field(default_factory=list)
    failed: list[str] = field(default_factory=list)
    ended: threading.Event = field(default_factory=threading.Event)

    def go_on(self, more: int, seconds: float = 60) -> None:
        """Until that many are answered since, so that what comes next hits the middle of other work."""
        wanted = len(self.answered) + more
        for _ in range(int(seconds * 100)):
            if len(self.answered) >= wanted:
                return
            self.ended.wait(0.01)
        raise AssertionError(f"nobody is answered any more: {self.failed[-3:]}")

    def check(self, team: Team) -> None:
        """Nothing that was answered is lost, and nothing at all is there twice."""
        rows = team.database.read(team.organisation_id, lambda s: s.connection.execute(select(touches.c.said)).all())
        said = [row.said for row in rows]
        assert [word for word in self.answered if word not in said] == [], "lost"
        assert sorted(said) == sorted(set(said)), "doubled"


@contextlib.contextmanager
def talking(team: Team) -> Iterator[Talk]:
    """Tom logs calls with Acme, from several devices at once."""
    talk = Talk()
    structlog.configure(wrapper_class=structlog.make_filtering_bound_logger(logging.CRITICAL))  # failures are expected
    threads = [threading.Thread(target=_talk, args=(team, talk, number)) for number in range(TALKERS)]
    for thread in threads:
        thread.start()
    try:
        yield talk
    finally:
        talk.ended.set()
        for thread in threads:
            thread.join()
        structlog.reset_defaults()


def _talk(team: Team, talk: Talk, number: int) -> None:
    for turn in itertools.count():
        if talk.ended.is_set():
            return
        word = f"word-{number}-{turn}"
        try:
            text = plain_text(team.say("Tom", f"logcall Acme: Dana said “{word}”", key=word).card)
        except Exception as error:  # noqa: BLE001 - not answered: nothing was promised
            text = repr(error)
            talk.ended.wait(0.05)
        if text.startswith("Logged"):
            talk.answered.append(word)
        else:
            talk.failed.append(text)
