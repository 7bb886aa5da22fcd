"""Cards as Slack's messages, modals and Home. Pure and total: too much is cut and said, and nothing typed is formatted."""

from collections.abc import Sequence

from adapters.cutting import cut, cut_to_words, length, one_line
from adapters.slack.escaping import Json, escaped, plain
from adapters.slack.fitting import Room, fitted, needs, shares
from adapters.slack.parts import parts
from adapters.slack.pressing import keyed, pressed
from bot.cards import Card, Text, plain_text
from bot.views.shortened import NOTHING, and_more

__all__ = [
    "MESSAGE",
    "SMALLER",
    "Room",
    "blocks",
    "has_own_charts",
    "home",
    "message",
    "modal_card",
    "modal_title",
    "pressed",
]

MESSAGE = Room(40, 10_000)
SMALLER = Room(20, 5_000)  # for the one second try after msg_too_long
_VIEW = Room(90, 20_000)
_LONGEST_TITLE = 24
_CARDS = 20  # on Home


def message(card: Card, room: Room = MESSAGE, *, own_charts: int = 0) -> Json:
    """`{"text", "blocks"}` for chat.postMessage, chat.update or a response_url."""
    return {"text": _read_out(card, room), "blocks": blocks(card, room, own_charts=own_charts)}


def _read_out(card: Card, room: Room) -> str:
    """For screen readers and notifications: what can be pressed is told by the buttons themselves. It ends with a whole line."""
    told = plain_text(card, with_buttons=False, longest=room.characters).strip()
    short = cut(told, room.characters)
    lines = short.rpartition("\n")[0]
    if short != told and length(lines) > room.characters / 2:
        short = f"{lines}\n…"
    return escaped(short, room.characters) or NOTHING


def blocks(card: Card, room: Room = MESSAGE, *, own_charts: int = 0) -> list[Json]:
    return list(keyed(fitted(parts(card, own_charts=own_charts), room, card.rest), card.key, set()))


def has_own_charts(message: Json) -> bool:
    return any(block["type"] == "data_visualization" for block in message["blocks"])


def modal_card(card: Card, *, title: str) -> Json:
    """A card in a window of its own: nothing to submit, its buttons work."""
    return {"type": "modal", "callback_id": "card", "title": modal_title(title), "blocks": blocks(card, _VIEW)}


def modal_title(title: str) -> Json:
    return plain(cut_to_words(one_line(title, _LONGEST_TITLE * 4), _LONGEST_TITLE), _LONGEST_TITLE)


def home(cards: Sequence[Card]) -> Json:
    """App Home: the cards one below the other, each with its fair share of the room."""
    left = len(cards) - _CARDS
    shown = [*cards[:_CARDS], *([Card(blocks=(Text(and_more(left)),))] if left > 0 else [])] or [Card()]
    drawn = [parts(card) for card in shown]
    sizes = [needs(one) for one in drawn]
    rooms = map(
        Room,
        shares([size.blocks for size in sizes], _VIEW.blocks - len(drawn)),
        shares([size.characters for size in sizes], _VIEW.characters),
    )
    taken: set[str] = set()
    view: list[Json] = []
    for card, one, room in zip(shown, drawn, rooms, strict=True):
        view += [{"type": "divider"}] if view else []
        view += keyed(fitted(one, room, card.rest), card.key, taken)
    return {"type": "home", "blocks": view}
