"""The admin page in words: what its parts are called, its forms, its link, and what did not arrive."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from bot.cards import Block, Card, Field, FieldKind, Form, Line, Link, Text, Tone
from bot.days import written
from bot.model import Identity, Member, Novelty, Trade
from bot.views.holidays import city
from bot.views.naming import counted, platform_name
from bot.views.people import troubles
from bot.views.refusals import with_meaning

NOT_SERVED = (
    "The admin page is not set up here. Whoever runs the bot finds how under “The admin page” in docs/operations.md. "
    "Until then each of its settings is a command: settings policy, shelf, wall, holidays, people, team, undelivered."
)
NO_ENTRY = "You are not signed in"
HOW_TO_ENTER = (
    "A link works once, for ten minutes, for the admin who asked for it; who is signed in and does nothing for half an hour "
    "is signed out. Type admin page to the bot for a new link."
)
NOT_FROM_HERE = "That did not come from this page as you have it open. Nothing was changed; open the page anew."
SIGNED_OUT, COME_BACK = "You are signed out", "Type admin page to the bot to come back."
OOPS, ONCE_MORE = "Something went wrong on our side", "Nothing may have been changed. Look at the page again."
NOT_HERE = "That is nothing for this page. Type it to the bot."
_KINDS = {
    "digest": "morning list",
    "welcome": "first hello",
    "cover": "question about covering",
    "joined": "word of a used link code",
}


class Part(StrEnum):
    """A part of the page: its name in the address."""

    figures = "figures"
    shelf = "shelf"
    words = "words"
    holidays = "holidays"
    people = "people"
    messages = "messages"


TITLES = {
    Part.figures: "Figures",
    Part.shelf: "Shelf",
    Part.words: "Words",
    Part.holidays: "Holidays",
    Part.people: "People",
    Part.messages: "Messages",
}
LEADS = {
    Part.figures: "What is behind everybody's list. You see what would come of a change before it is saved.",
    Part.shelf: "What is new, and proposed once for each deal that has nothing newer.",
    Part.words: "Phrases that no text of ours holds, openers of your own, and what you sell.",
    Part.holidays: "On the public holidays of their country nobody gets a list.",
    Part.people: "What everybody is, and who leads whom.",
    Part.messages: "What did not arrive in the last 30 days, and whom no message reaches. Never what it says.",
}


@dataclass(frozen=True)
class Undelivered:
    """A message that did not arrive: what it was, for whom, when, why."""

    name: str
    kind: str
    platform: str
    on: date
    unknown: bool
    why: str


def link_card(url: str, minutes: int) -> Card:
    how = f"Open it within {minutes} minutes. It works once, and for you alone: never pass it on."
    return Card("Your settings page", (Link("Open the admin page", url), Text(how, Tone.quiet)))


def undelivered_card(lost: Sequence[Undelivered], unreached: Sequence[Line], days: int, today: date) -> Card:
    """The newest first, then whom no message reaches."""
    blocks: list[Block] = [Line(_lost(one, today)) for one in lost]
    blocks = blocks or [Text(f"Every message of the last {days} days arrived, or is on its way.")]
    told = unreached or (Text("Everybody can be reached."),)
    title = f"Not delivered in the last {days} days: {counted(len(lost))}"
    return Card(title, (*blocks, Text("Whom no message reaches", Tone.strong), *told))


def _lost(one: Undelivered, today: date) -> str:
    kind = _KINDS.get(one.kind, "message")
    became = "may have arrived; nobody can tell" if one.unknown else "did not arrive"
    why = f" ({with_meaning(one.why[:80])})" if one.why else ""
    return f"{one.name}: {kind} of {written(one.on, today)} in {platform_name(one.platform)} {became}{why}"


def unreached(members: Sequence[Member], where: Mapping[int, Sequence[Identity]]) -> list[Line]:
    """Whom no message reaches on some platform, and what to do."""
    lines = []
    for member in members:
        told = troubles(where.get(member.id, ()))
        lines += [Line(f"{member.name}. {'; '.join(told)}")] if told else []
    return lines


def shelf_form() -> Form:
    kinds = tuple((f"{kind.value}:", kind.value) for kind in Novelty)
    fields = (
        Field("kind", "What is it?", FieldKind.choice, f"{Novelty.case.value}:", required=True, options=kinds),
        Field("text", "In twelve words at most, with from and until a day if it has any", required=True,
              hint="how Harbour cut mis-picks by a third"),
    )  # fmt: skip
    return Form(
        "shelf",
        "Put a new thing on the shelf",
        fields,
        submit="Put it there",
        typed="shelf case: how Harbour cut mis-picks by a third",
    )


def ban_form() -> Form:
    field = Field("phrase", "A phrase that no text shall hold", required=True, hint="deep dive")
    return Form("wall ban", "Ban a phrase", (field,), submit="Ban it", typed="wall ban deep dive")


def opener_form() -> Form:
    hint = "{their name}, {when} you said {said}; what has changed since?"
    field = Field("pattern", "A question, with facts in its places", FieldKind.paragraph, required=True, hint=hint)
    return Form("wall opener", "Write an opener", (field,), submit="Use it")


def sells_form(now: Trade | None) -> Form:
    options = tuple((one, "anything" if one == "none" else one) for one in (*(trade.value for trade in Trade), "none"))
    field = Field("trade", "Texts say that something is kept in words that fit", FieldKind.choice,
                  now.value if now else "none", required=True, options=options)  # fmt: skip
    return Form("wall sells", "What your team sells", (field,), typed="wall sells seats")


def holidays_form(members: Sequence[Member]) -> Form:
    zones = sorted({member.zone for member in members})
    by_name = sorted(members, key=lambda one: one.name.casefold())
    options = (
        *((zone, f"Everybody in {city(zone)}") for zone in zones),
        *((str(one.id), one.name) for one in by_name),
    )
    fields = (
        Field("who", "For whom?", FieldKind.choice, zones[0] if zones else "", required=True, options=options),
        Field("country", "The public holidays of", required=True, hint="DE, GB-ENG, US; none"),
    )
    return Form("holidays", "Change whose holidays apply", fields, typed="holidays Tom: DE")
