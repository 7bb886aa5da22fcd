"""What is said to the bot, and what it says: a message comes in, a reply goes out, a notice has gone. None knows a platform."""

from dataclasses import dataclass
from datetime import datetime

from bot.cards.blocks import Card, Form, Rest
from bot.model import Address, Mentioned


@dataclass(frozen=True)
class File:
    """A file to keep, as text: a CSV, a calendar. `rest`: how its rows go on where they can only be copied from a message."""

    name: str
    media_type: str
    text: str
    rest: Rest | None = None


@dataclass(frozen=True)
class Reply:
    card: Card
    form: Form | None = None
    replaces: str = ""  # the key of a shown card that this one takes the place of
    file: File | None = None
    share: str = ""  # the command that gives this answer to everybody in the place where it was asked
    is_shared: bool = False  # for everybody there, because a member said so
    is_repeat: bool = False  # the same event a second time: nothing was done again
    acts: tuple[int, ...] = ()  # what was done or taken back with it: a list that stands in a chat follows
    is_refused: bool = False  # it cannot be done, and nobody has come in by it


@dataclass(frozen=True)
class Message:
    """One thing a member typed, pressed, filled in or asked."""

    organisation_id: int
    member_id: int | None  # None: whoever is known at `address`
    text: str = ""  # typed, or the command of a pressed button or form
    fields: tuple[tuple[str, str], ...] | None = None  # a filled-in form, in order
    key: str = ""  # the platform's own id of this event, or the form's key: a repeat changes nothing
    pressed_on: str = ""  # the key of the card whose button was pressed
    address: Address | None = None  # where it was said
    also: str = ""  # a second key of the same event, where a platform may repeat it under another id
    # What their workspace was connected by when it was last looked at: is that no longer so, nobody is known there. None: just now.
    connected_by: str | None = None
    written_at: datetime | None = None  # of words that are kept from a chat: when they were written
    mentioned: tuple[
        Mentioned, ...
    ] = ()  # of whom the line, an admin's, says what they are, though they are no members yet


@dataclass(frozen=True)
class Notice:
    """A direct message that was delivered, as it stands now."""

    id: int
    at: datetime
    card: Card
