"""Cards and forms as HTML. Pure and total: a new kind of block does not type-check until it is drawn here.

Everything is escaped (markupsafe); every button works without a script, as a submit of the card's own form.
"""

import base64
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from markupsafe import Markup, escape

from adapters.local.charts import chart_html
from bot.cards import (
    Block,
    Button,
    Buttons,
    Card,
    Chart,
    Draft,
    Facts,
    Field,
    FieldKind,
    File,
    Form,
    Line,
    Link,
    Quote,
    Reply,
    Table,
    Text,
    Tone,
    beside,
)
from bot.views.prep import PREP_KEY

POST_TO = "/local/message"
_PRINT = Markup('<p class="paper"><button type="button" class="print">Print</button></p>')  # done by the page's script


@dataclass(frozen=True)
class Posting:
    """Where buttons and forms are posted, and what goes with each."""

    to: str = POST_TO
    hidden: tuple[tuple[str, str], ...] = ()


def by_member(member: str) -> Posting:
    """As the trial page does it: nobody signs in there."""
    return Posting(hidden=(("member", member),))


def card_html(card: Card, member: str = "", *, posting: Posting | None = None) -> Markup:
    """One card as a form whose buttons submit their command; `member` is who presses."""
    posting = posting or by_member(member)
    title = Markup("<h3>{}</h3>").format(card.title) if card.title else Markup("")
    hidden = _all_hidden(posting) + _hidden("pressed_on", card.key)
    return Markup(
        '<form class="card" method="post" action="{to}" data-key="{key}" aria-label="{label}">{hidden}{title}{body}{extra}</form>'
    ).format(
        extra=_PRINT if card.key.startswith(PREP_KEY) else "", to=posting.to, key=card.key, label=card.title or "Answer", hidden=hidden, title=title, body=_join(_blocks(card.blocks))
    )  # fmt: skip


def reply_html(reply: Reply, member: str = "") -> tuple[Markup, Markup]:
    """The card and the form of an answer; what the form says by itself needs no card."""
    if not reply.form:
        return card_html(reply.card, member), Markup("")
    said = beside(reply.form, reply.card)
    return card_html(said, member) if said.title or said.blocks else Markup(""), form_html(reply.form, member)


def form_html(form: Form, member: str = "", *, posting: Posting | None = None) -> Markup:
    """A form to fill in, each error beside its field and read out with it."""
    posting = posting or by_member(member)
    hidden = _all_hidden(posting) + _hidden("form", form.command) + _hidden("key", form.key)
    return Markup(
        '<form class="ask" method="post" action="{to}" aria-label="{title}" novalidate>{hidden}<h3>{title}</h3>{fields}'
        '<div class="buttons"><button class="primary" type="submit">{submit}</button></div></form>'
    ).format(
        to=posting.to, title=form.title, hidden=hidden, submit=form.submit,
        fields=_join(_field(field, form.key) for field in form.fields),
    )  # fmt: skip


def _blocks(blocks: Iterable[Block]) -> Iterator[Markup]:
    """Neighbouring lines become one list."""
    for is_list, group in groupby(blocks, key=lambda block: isinstance(block, Line)):
        drawn = _join(_block(block) for block in group)
        yield Markup('<ul class="lines">{}</ul>').format(drawn) if is_list else drawn


def _block(block: Block) -> Markup:
    match block:
        case Text(text=text, tone=tone):
            return _text(text, tone)
        case Link(label=label, url=url):
            return Markup('<p><a class="link" href="{}" rel="noreferrer">{}</a></p>').format(url, label)
        case Quote(text=text, by=by):
            cite = Markup("<cite>{}</cite>").format(by) if by else Markup("")
            return Markup("<blockquote><p>“{}”</p>{}</blockquote>").format(text, cite)
        case Facts(pairs=pairs):
            rows = _join(
                Markup("<dt>{}</dt><dd>{}</dd>").format(f"{name}:" if name else "", value) for name, value in pairs
            )
            return Markup("<dl>{}</dl>").format(rows)
        case Draft(label=label, subject=subject, text=text):
            return _draft(label, subject, text)
        case Line():
            return _line(block)
        case Table(columns=columns, rows=rows):
            return _table(columns, rows)
        case Chart():
            return chart_html(block)
        case Buttons(buttons=buttons):
            return Markup('<div class="buttons">{}</div>').format(_join(map(_button, buttons)))


def _text(text: str, tone: Tone) -> Markup:
    match tone:
        case Tone.plain | Tone.typed | Tone.noted:
            return Markup("<p>{}</p>").format(text)
        case Tone.strong:
            return Markup("<h4>{}</h4>").format(text)
        case Tone.quiet:
            return Markup('<p class="quiet">{}</p>').format(text)


def _draft(label: str, subject: str, text: str) -> Markup:
    about = Markup('<p class="subject"><span>Subject</span> {}</p>').format(subject) if subject else Markup("")
    return Markup(
        '<details class="draft" open><summary>{label}</summary>{about}<pre>{text}</pre>'
        '<button type="button" class="copy" aria-label="Copy: {label}">Copy</button></details>'
    ).format(label=label, about=about, text=text)


def _line(line: Line) -> Markup:
    mark = (
        Markup('<span class="tick" aria-hidden="true">✓</span><span class="aside">Done: </span>')
        if line.settled
        else ""
    )
    say = Markup('<p class="say">{}</p>').format(line.say) if line.say else ""
    row = Markup('<div class="buttons">{}</div>').format(_row(line)) if line.buttons or line.more else ""
    kind = "settled" if line.settled else ""
    return Markup('<li class="{}"><p class="what">{}{}</p>{}{}</li>').format(kind, mark, line.text, say, row)


_FEW = 3  # columns that stand beside each other on a phone
_SHORT = 16  # characters: a date, a figure; it is not broken into two lines


def _cell(column: str, text: str) -> Markup:
    """On a phone the cells of a wide table stand below each other, each behind its column's name."""
    kind = "short" if len(text) <= _SHORT else ""
    return Markup('<td class="{}" data-column="{}">{}</td>').format(kind, column, text)


def _table(columns: Sequence[str], rows: Iterable[Sequence[str]]) -> Markup:
    head = _join(Markup('<th scope="col">{}</th>').format(name) for name in columns)
    body = _join(
        Markup('<tr><th scope="row">{}</th>{}</tr>').format(row[0], _join(map(_cell, columns[1:], row[1:])))
        for row in rows
    )
    kind = "few" if len(columns) <= _FEW else ""
    return Markup('<table class="{}"><thead><tr>{}</tr></thead><tbody>{}</tbody></table>').format(kind, head, body)


def file_html(file: File) -> Markup:
    """A link that keeps the file; its content is in the link, so that nothing has to be stored for it."""
    content = base64.b64encode(file.text.encode("utf-8")).decode("ascii")
    return Markup('<p class="file"><a download="{}" href="data:{};charset=utf-8;base64,{}">Keep {}</a></p>').format(
        file.name, file.media_type, content, file.name
    )


def _row(line: Line) -> Markup:
    """The “…” stays beside the last button, and is never alone on a line."""
    pressed = [*map(_button, line.buttons)]
    if not (pressed and line.more):
        return _join([*pressed, *([_more(line)] if line.more else [])])
    return _join([*pressed[:-1], Markup('<span class="last">{}{}</span>').format(pressed[-1], _more(line))])


def _more(line: Line) -> Markup:
    return Markup(
        '<details class="more"><summary aria-label="More for {about}">…</summary><div class="menu">{buttons}</div></details>'
    ).format(about=line.text, buttons=_join(map(_button, line.more)))


def _button(button: Button) -> Markup:
    name = f"{button.label}: {button.about}" if button.about else button.label
    return Markup(
        '<button type="submit" name="command" value="{command}" class="{kind}" aria-label="{name}">{label}</button>'
    ).format(command=button.command, kind="primary" if button.primary else "", name=name, label=button.label)


def _field(field: Field, key: str) -> Markup:
    name = f"{field.name}-{key.replace(':', '-')}"
    error = Markup('<p class="error" id="{}-error">{}</p>').format(name, field.error) if field.error else Markup("")
    described = Markup(' aria-describedby="{0}-error" aria-invalid="true"').format(name) if field.error else Markup("")
    required = Markup(" required") if field.required else Markup("")
    is_open = not field.required and field.kind is not FieldKind.choice
    optional = Markup(' <span class="quiet">optional</span>') if is_open else ""
    if field.kind is FieldKind.several:  # a group of boxes, each with a label of its own
        said = Markup("<legend>{}</legend>").format(field.label)
        boxes = _control(field, name, Markup())
        return Markup('<fieldset class="field" id="{}"{}>{}{}{}</fieldset>').format(name, described, said, boxes, error)
    label = Markup('<label for="{}">{}{}</label>').format(name, field.label, optional)
    attributes = Markup('id="{0}" name="{1}"{2}{3}').format(name, field.name, described, required)
    return Markup('<div class="field">{}{}{}</div>').format(label, _control(field, name, attributes), error)


def _control(field: Field, name: str, attributes: Markup) -> Markup:
    hint = field.hint
    match field.kind:
        case FieldKind.line:
            return Markup('<input type="text" {} value="{}" placeholder="{}">').format(attributes, field.value, hint)
        case FieldKind.paragraph:
            return Markup('<textarea rows="2" {} placeholder="{}">\n{}</textarea>').format(
                attributes, hint, field.value
            )
        case FieldKind.choice:
            return Markup("<select {}>{}</select>").format(attributes, _options(field, selected=True))
        case FieldKind.several:
            return Markup('<div class="boxes">{}</div>').format(_join(_box(field, *option) for option in field.options))
        case FieldKind.deal:
            listed = Markup('<datalist id="{}-options">{}</datalist>').format(name, _options(field, selected=False))
            box = Markup('<input type="text" autocomplete="off" list="{}-options" {} value="{}" placeholder="{}">')
            return box.format(name, attributes, field.value, hint) + listed


def _box(field: Field, value: str, label: str) -> Markup:
    ticked = Markup(" checked") if value in field.ticked else ""
    return Markup('<label><input type="checkbox" name="{}" value="{}"{}><span>{}</span></label>').format(
        field.name, value, ticked, label
    )


def _options(field: Field, *, selected: bool) -> Markup:
    return _join(
        Markup('<option value="{}"{}>{}</option>').format(
            value, Markup(" selected") if selected and value == field.value else "", label
        )
        for value, label in field.options
    )


def _all_hidden(posting: Posting) -> Markup:
    return _join(_hidden(name, value) for name, value in posting.hidden)


def _hidden(name: str, value: str) -> Markup:
    return Markup('<input type="hidden" name="{}" value="{}">').format(name, value)


def _join(parts: Iterable[Markup]) -> Markup:
    return Markup("").join(escape(part) for part in parts)
