"""Who else recorded a deal: their first names stand in its history, so that no words claim another's call as one's own."""

from collections.abc import Callable, Mapping
from dataclasses import replace

from bot.model import History, first_name


def with_colleagues(history: History, reader_id: int, names: Callable[[], Mapping[int, str]]) -> History:
    """The history as `reader_id` reads it; `names` is asked only when somebody else recorded some of it."""
    recorded = {one.member_id for made in (history.touches, history.commitments, history.decisions) for one in made}
    others = recorded - {0, reader_id}
    if not others:
        return history
    known = names()
    return replace(history, colleagues={id_: first_name(known.get(id_, ""), "a colleague") for id_ in sorted(others)})
