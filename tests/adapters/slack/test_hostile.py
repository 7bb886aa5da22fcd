"""Names and notes made to do harm, in every text of every card that the bot has: shown as text, and within Slack's limits."""

import itertools
import os
import random
import re
from collections.abc import Callable
from dataclasses import fields, is_dataclass, replace
from typing import Any

import pytest

from adapters.slack.modal import modal
from adapters.slack.render import home, message, modal_card, pressed
from bot.cards import Card, Form
from bot.commands import HELP
from bot.store import Database
from tests.adapters.slack.test_render import ENTITY, GALLERY, HOSTILE, commands, formatted
from tests.gallery import FORMS
from tests.slack import blockkit
from tests.team import Team

COUNT = int(os.environ.get("TRIAL_HOSTILE_NAMES", "200"))  # 10,000 before a release
PARTS = 4  # so that several processes share them
NOT_SHOWN = frozenset({"command", "key", "name", "value", "kind", "tone", "url"})  # ours, or no text
PLACES = ("{name}", "{text} {name}", "{name}: {text}", "{text} “{name}”.")
DAY = (
    "logcall", "settings", "new Acme, 40 seats", "new Acme, service", "where are we on Acme", "where are we on Zebra",
    "logcall Acme, 40 seats: Dana said we like it, she checks with finance next Fri, I send the plan today", "bananas",
    "logcall Zebra: she sends it", "done Acme, 40 seats voicemail", "words Acme, 40 seats", "prep Acme, 40 seats",
    "promise kept Acme, 40 seats", "later Acme, 40 seats next Fri", "logcall Acme, service: not interested",
)  # fmt: skip
LONGEST = 6_000  # more than a note may have
SAID_ELSEWHERE = re.compile(r"\band [\w,]+ more\b")


@pytest.fixture(scope="module")
def shown(tmp_path_factory, migrated_sqlite) -> tuple[list[Card], list[Form]]:
    """The gallery, and a card of each shape and each form that a week brings; every example of `help` is in it."""
    copy = tmp_path_factory.mktemp("hostile") / "copy.sqlite3"
    copy.write_bytes(migrated_sqlite.read_bytes())
    database = Database(f"sqlite:///{copy}")
    team = Team(database)
    lines = (*DAY, *(row.example for row in HELP.values()))
    replies = [team.say(who, line) for line, who in itertools.product(lines, ("Tom", "Maria"))]
    team.forward(days=6)
    team.tick()
    cards = [*GALLERY.values(), *(reply.card for reply in replies), *team.inbox("Tom"), *team.inbox("Maria")]
    database.close()
    forms = {reply.form.title: reply.form for reply in replies if reply.form}
    return list({shape(card): card for card in cards}.values()), [*FORMS.values(), *forms.values()]


def shape(card: Card) -> frozenset[tuple[str, int, int]]:
    return frozenset(
        (type(one).__name__, len(getattr(one, "buttons", ())), len(getattr(one, "more", ()))) for one in card.blocks
    )


def holding(thing: Any, put: Callable[[str], str]) -> Any:
    """The same card or form, with something put into every text that is shown."""
    if isinstance(thing, tuple):
        return tuple(holding(one, put) for one in thing)
    if is_dataclass(thing) and not isinstance(thing, type):
        texts = [one.name for one in fields(thing) if one.name not in NOT_SHOWN]
        return replace(thing, **{text: holding(getattr(thing, text), put) for text in texts})
    return put(thing) if isinstance(thing, str) and thing else thing


def wrong(payload: dict[str, Any]) -> list[str]:
    """Of a message or a view: what breaks a limit or the layout, and whatever could be read as markup."""
    return [*blockkit.problems(payload), *formatted(payload), *ENTITY.findall(payload.get("text", ""))]


def somewhere(name: str, chance: random.Random) -> Callable[[str], str]:
    """Puts that name before, after, into or instead of a text."""
    return lambda text: chance.choice(PLACES).format(text=text, name=name)


def name_from(chance: random.Random) -> str:
    odd = [chr(chance.choice((chance.randrange(32, 0x250), chance.randrange(0x300, 0xD800)))) for _ in range(8)]
    return "".join(chance.choices([*HOSTILE, *odd], k=chance.randint(1, 6)))[:LONGEST]


@pytest.mark.parametrize("part", range(PARTS))
def test_no_card_of_the_bot_is_broken_by_what_people_type(shown, part):
    cards, forms = shown
    seed = random.SystemRandom().randrange(10**6)
    print(f"seed {seed}")
    chance = random.Random(seed)
    for turn in range(COUNT // PARTS):
        name = name_from(chance)
        put = somewhere(name, chance)
        nasty = [holding(card, put) for card in cards]
        for card in nasty:
            sent = message(card)
            assert wrong(sent) == [], name
            offered = {pressed(action)[0] for action in blockkit.pressable(sent["blocks"])}
            offered -= {command for command in offered if card.rest and command.startswith(f"{card.rest.command} ")}
            assert offered <= commands(card), name
            if offered != commands(card):
                assert any(map(SAID_ELSEWHERE.search, blockkit.texts(sent["blocks"]))), name
        assert wrong(modal_card(nasty[turn % len(nasty)], title=name)) == [], name
        assert wrong(home(nasty[turn % len(nasty) :][:3])) == [], name
        for form in forms:
            assert wrong(modal(holding(form, put), note=Card(name))) == [], name
