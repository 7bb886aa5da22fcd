"""Every kind of card, and a form of every kind of field, that speak of one name: whatever it is, it has to be shown."""

from bot.cards import (
    Button,
    Buttons,
    Card,
    Chart,
    Draft,
    Facts,
    Field,
    FieldKind,
    Form,
    Line,
    Link,
    Quote,
    Series,
    Table,
    Text,
    Tone,
)
from tests.gallery import OUR_OWN


def kinds(name: str) -> list[Card]:
    """Every kind of block, holding that name wherever a text can stand."""
    press = (Button(name, "done 1", name), Button("Done", "done 2", name, primary=True))
    more = tuple(Button(f"{number} {name}", f"later {number}") for number in range(12))
    return [
        Card(name), Card(name, (Text(name),)), Card("", (Text(name, Tone.strong),)), Card("", (Text(name, Tone.quiet),)),
        Card("", (Quote(name),)), Card("", (Quote("yes", by=name),)), Card("", (Facts(((name, name),)),)), Card("", (Draft(name, name, name),)),
        Card("", (Line(name),)), Card("", (Line(name, say=name, settled=True),)), Card("", (Line(name, buttons=press[:1]),)),
        Card("", (Line(name, buttons=press, more=more),)), Card("", (Line(name, say=name, more=more[:5]),)), Card("", (Buttons(press),)),
        Card("", (Chart(name, (name, f"{name}2"), (Series(name, (1, 2.5)), Series(f"{name}2", (0, 0))), name),)), Card("", (Chart(name, (name,), (Series(name, (3,)),)),)),
        Card("", (Link(name, OUR_OWN),)),
        Card("", (Table(("Who", name), ((name, name),)),)), Card("", (Line(name, buttons=press, more=more), Line(name, more=more))),
    ]  # fmt: skip


def asking(name: str) -> Form:
    choices = tuple((f"{number}{name}", name) for number in range(3))
    boxes = tuple((f"{number}", name) for number in range(23))
    fields = (
        Field("a", name, FieldKind.deal, name, name, required=True, options=choices, error=name),
        Field("b", name, FieldKind.paragraph, name, name),
        Field("c", name, FieldKind.line, name, name),
        Field("d", name, FieldKind.choice, name, name, options=choices),
        Field("e", name, FieldKind.choice, choices[0][0], name, options=choices),
        Field("f", name, FieldKind.several, "1,2", name, options=boxes, error=name),
    )
    return Form(f"logcall {name}", name, fields, submit=name, key="form:1")
