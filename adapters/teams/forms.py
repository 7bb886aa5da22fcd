"""Forms as inputs in a card, or in a dialog. What is checked here is checked again by the command itself."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from adapters.cutting import cut, length
from adapters.teams.elements import picker, run, words
from adapters.teams.escaping import Json, labelled
from adapters.teams.pressing import FIELD, NEW
from bot.cards import Field, FieldKind
from bot.views.forms import new_name
from bot.views.shortened import OR_A_NEW_NAME, PLEASE_FILL_IN

DATASET = "deals"  # what Teams asks for while somebody types a deal
MOST_FOUND = 15  # results that Teams takes
_FIELDS = 20
LONGEST_INPUT = 2_000
_LONGEST_ERROR = 300
_LONGEST_LABEL = 200
_LONGEST_CHOICE = 100
_LONGEST_VALUE = 150
_CHOICES = 50


def inputs(fields: Sequence[Field], typed: int = LONGEST_INPUT) -> list[Json]:
    """`typed` is the longest that is shown of what was typed already, and of a label."""
    shortened = (
        replace(
            field,
            value=field.value if field.kind is FieldKind.several else cut(field.value, typed),
            label=cut(field.label, typed),
            hint=cut(field.hint, typed),
        )
        for field in fields[:_FIELDS]
    )
    return [element for field in shortened for element in _input(_with_short_choices(field, typed))]


def _with_short_choices(field: Field, typed: int) -> Field:
    """Many tick boxes with long names are more than a card takes; in a menu the names stay, there are fewer of them."""
    if field.kind is not FieldKind.several:
        return field
    return replace(field, options=tuple((value, cut(label or value, typed)) for value, label in field.options))


def found(names: Sequence[tuple[str, str]], typed: str = "") -> Json:
    """The answer to application/search: (value, label) pairs, the best first, then what was `typed`, as a new name."""
    new = typed.strip()
    offered = [*names[: MOST_FOUND - bool(new)], *([(new_name(new), new_name(new))] if new else [])]
    results = [{"title": title, "value": value} for value, title in _choices(offered)]
    return {"type": "application/vnd.microsoft.search.searchResponse", "value": {"results": results}}


def _input(field: Field) -> Iterator[Json]:
    """What is wrong stands right under the field."""
    match field.kind:
        case FieldKind.line | FieldKind.paragraph:
            yield _typed(field, field.name)
        case FieldKind.choice:
            yield _choice(field)
        case FieldKind.several:
            yield _boxes(field)
        case FieldKind.deal:
            yield from _deal(field)
    yield from words(run(field.error, _LONGEST_ERROR, color="Attention", weight="Bolder"), spacing="Small")


def _typed(field: Field, name: str) -> Json:
    element = {
        "type": "Input.Text", **_common(field, name), "isMultiline": field.kind is FieldKind.paragraph, "maxLength": LONGEST_INPUT,
    }  # fmt: skip
    return {**element, "value": field.value} if field.value else element


def _choice(field: Field) -> Json:
    """Without anything to choose, or with a value that none of the choices has, it is typed: nothing is lost."""
    offered = _choices(field.options)
    if not offered or (field.value and field.value not in dict(offered)):
        return _typed(field, field.name)
    chosen = {"value": field.value} if field.value else {}
    return {**picker("", "", offered), **_common(field, field.name), **chosen}


def _boxes(field: Field) -> Json:
    """Tick boxes; what is ticked comes back with commas between."""
    offered = _choices(field.options)
    ticked = ",".join(value for value, _ in offered if value in field.ticked)
    chosen = {"value": ticked} if ticked else {}
    return {
        **picker("", "", offered, style="expanded", isMultiSelect=True), **_common(field, field.name), **chosen,
    }  # fmt: skip


def _deal(field: Field) -> Iterator[Json]:
    """Found while typing when there are many; a new name has a line of its own, since no menu takes one everywhere."""
    offered = _choices([(name, f"{name}: {about}" if about else name) for name, about in field.options])
    if not offered:
        yield _typed(field, field.name)
        return
    common = {**_common(field, field.name), "isRequired": False}  # either of the two; the command checks
    query = (
        {"style": "filtered", "choices.data": {"type": "Data.Query", "dataset": DATASET}}
        if len(offered) >= MOST_FOUND
        else {}
    )
    is_known = field.value in dict(offered)
    chosen = {"value": field.value} if is_known else {}
    yield {**picker("", "", offered), **common, **query, **chosen}
    new = Field(field.name, OR_A_NEW_NAME, value="" if is_known else field.value)
    yield {**_typed(new, f"{field.name}{NEW}"), "spacing": "Small"}


def _common(field: Field, name: str) -> Json:
    return {
        "id": f"{FIELD}{name}",
        "label": labelled(field.label, _LONGEST_LABEL),
        "isRequired": field.required,
        "errorMessage": PLEASE_FILL_IN,
        **({"placeholder": labelled(field.hint, _LONGEST_LABEL)} if field.hint else {}),
    }


def _choices(offered: Sequence[tuple[str, str]]) -> list[tuple[str, str]]:
    """Each value once, under its first label; one that is too long has to be typed."""
    fitting: dict[str, str] = {}
    for value, label in offered:
        if 0 < length(value) <= _LONGEST_VALUE:
            fitting.setdefault(value, labelled(label or value, _LONGEST_CHOICE))
    return list(fitting.items())[:_CHOICES]
