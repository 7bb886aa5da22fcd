"""Cards and forms as Adaptive Cards 1.5. Pure and total: too much is cut and said, and nothing typed is formatted."""

from collections.abc import Sequence

from adapters.cutting import cut
from adapters.teams.elements import actions, attached, run, title, words
from adapters.teams.escaping import Json, unmarked
from adapters.teams.fitting import fits, fitted
from adapters.teams.forms import LONGEST_INPUT, inputs
from adapters.teams.parts import elements
from adapters.teams.planning import plan, plan_beside_a_form
from adapters.teams.pressing import Mark, submit
from bot.cards import Block, Card, Draft, Form, Line, Table, beside, plain_text
from bot.views.shortened import NOTHING

_LONGEST_TITLE = 500
_LONGEST_LABEL = 200  # of a form and of the note above it
_LONGEST_SUMMARY = 500
_LONGEST_FALLBACK = 300
_VALUES = (LONGEST_INPUT, 1_000, 500, 100, 40, 12)  # characters of what was typed already, tried in this order


def attachment(card: Card, *, token: str = "", among: str = "", told: str = "") -> Json:
    """The card as a message's attachment. `token` and `among` come back with whatever is pressed on this drawing of it.

    `told`: its `text`, where that is known already."""
    mark, told = Mark(card.key, token, among=among), told or text(card)

    def draw(blocks: Sequence[Block]) -> Json:
        body = [*title(card.title, _LONGEST_TITLE, size="Large"), *elements(blocks, plan(blocks), mark)]
        return _content(body or words(run(NOTHING)), told, is_wide=_is_wide(blocks))

    return attached(fitted(card.blocks, draw, rest=card.rest))


def form(form: Form, note: Card | None = None, *, token: str = "", in_dialog: bool = False) -> Json:
    """The form in a card, `note` above its fields; `token` is its key when the form has none.

    What was typed already is cut only when even a form without a note is too long for a card."""
    above = beside(form, note or Card())
    mark = Mark(above.key, token, in_dialog)
    ends = _submit(form, token, in_dialog=in_dialog)

    def drawn(longest: int) -> Json:
        return fitted(above.blocks, lambda blocks: _asked(form, above.title, blocks, mark, longest, ends))

    *longer, shortest = _VALUES
    fitting = (one for one in map(drawn, longer) if fits(one))
    return attached(next(fitting, {}) or drawn(shortest))


def _asked(form: Form, said: str, blocks: Sequence[Block], mark: Mark, longest: int, ends: Sequence[Json]) -> Json:
    note = [*title(said, _LONGEST_LABEL, size="Default"), *elements(blocks, plan_beside_a_form(blocks), mark)]
    body = [*title(form.title, _LONGEST_LABEL, size="Large"), *note, *inputs(form.fields, longest), *ends]
    return _content(body, unmarked(form.title, _LONGEST_FALLBACK), is_wide=False)


def _submit(form: Form, token: str, *, in_dialog: bool) -> list[Json]:
    names = [field.name for field in form.fields]
    return actions([submit(form.submit, form.command, names, Mark(form.key or token, in_dialog=in_dialog))])


def text(card: Card) -> str:
    """What a notification and a screen reader say first. Never empty."""
    return unmarked(plain_text(card, with_buttons=False, longest=_LONGEST_SUMMARY), _LONGEST_SUMMARY).strip() or NOTHING


def _is_wide(blocks: Sequence[Block]) -> bool:
    return any(isinstance(block, Line | Table | Draft) for block in blocks)


def _content(body: Sequence[Json], told: str, *, is_wide: bool) -> Json:
    return {
        "$schema": "http://adaptivecards.io/schemas/adaptive-card.json",
        "type": "AdaptiveCard",
        "version": "1.5",
        "fallbackText": cut(told, _LONGEST_FALLBACK).strip() or NOTHING,
        "body": [*body],
        **({"msteams": {"width": "Full"}} if is_wide else {}),
    }
