"""Transcripts: what is typed, pressed and filled in, and what the bot answers, as a sales lead would read it.

at Tue 2026-03-10 09:00          the clock, in Tom's zone (Europe/London)
Tom> where are we on Acme?       typed
  > a second line                of the same text
Tom presses Done on Acme         a button of the newest card that has it, on the line that names Acme
Tom keeps the message Acme: fine a message in a chat, to be kept as a call
Tom fills in                     the form of the last reply
  deal = Acme
  deals = Acme; Borealis         tick boxes, by how their labels begin; nothing ticks none
* Tom is an admin                by the operator's word
* Acme is in the stage Proposal  by the next import
* morning                        the clock moves on to the next digest of everybody; what arrives is shown
  | the answer, line by line; buttons as [Label]
# arrow 7: due -> touched (Acme)   the next line moves that deal so; the number is its row in docs/playbook.md
# back 7: (Acme)                   the next line takes that back
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from bot.cards import Button, Buttons, Card, Field, FieldKind, Form, Line, Message, plain_text
from bot.model import Role
from bot.store import Store
from tests.conformance.stages import Stage

TRANSCRIPTS = sorted(Path(__file__).parent.glob("*.txt"))
ZONE = ZoneInfo("Europe/London")


@dataclass
class Step:
    action: str
    expected: list[str] = field(default_factory=list)
    fields: list[tuple[str, str]] = field(default_factory=list)
    marks: list[str] = field(default_factory=list)  # "# arrow 7: due -> touched (Acme)", see test_arrows.py


def begins_at(path: Path) -> datetime:
    """The moment at which the transcript sets the clock first."""
    return _moment(next(step.action for step in steps_of(path) if step.action.startswith("at ")))


def _moment(action: str) -> datetime:
    return datetime.strptime(action.split(" ", 2)[2], "%Y-%m-%d %H:%M").replace(tzinfo=ZONE)


def steps_of(path: Path) -> list[Step]:
    return steps_in(path.read_text(encoding="utf-8"))


def steps_in(script: str) -> list[Step]:
    steps: list[Step] = []
    marks: list[str] = []
    for raw in script.splitlines():
        if raw.startswith("  | ") or raw == "  |":
            steps[-1].expected.append(raw[4:])
        elif raw.startswith("  > "):
            steps[-1].action += f"\n{raw[4:]}"
        elif raw.startswith("  ") and " =" in raw:
            name, _, value = f"{raw.strip()} ".partition(" = ")
            steps[-1].fields.append((name, value.strip()))
        elif raw.startswith(("# arrow ", "# back ")):
            marks.append(raw)
        elif raw.strip() and not raw.startswith("#"):
            steps.append(Step(raw.strip(), marks=marks))
            marks = []
    return steps


def shown(card: Card) -> list[str]:
    """The card as plain text, buttons by their label alone."""
    text = re.sub(r"\[([^\]:]+): [^\]]*\]", r"[\1]", plain_text(_labels_only(card)))
    return [line.rstrip() for line in text.splitlines() if line.strip()]


def _labels_only(card: Card) -> Card:
    """What stands behind "…" is left out, so that a transcript stays readable."""
    return replace(card, blocks=tuple(replace(b, more=()) if isinstance(b, Line) else b for b in card.blocks))


def filled_in(field: Field) -> str:
    """What stands in a field; of tick boxes each, ticked or not."""
    if field.kind is not FieldKind.several:
        return field.value
    return "; ".join(f"[{'x' if value in field.ticked else ' '}] {label}" for value, label in field.options)


class Play:
    """One performance of a transcript on one stage."""

    def __init__(self, stage: Stage) -> None:
        self.stage = stage
        self.cards: dict[str, list[Card]] = {}
        self.form: Form | None = None

    def perform(self, step: Step) -> list[str]:
        action = step.action
        if action.startswith("at "):
            self.stage.move_clock(_moment(action))
            return []
        if action == "* morning":
            return self._morning()
        if action.startswith("* ") and action.endswith(" is an admin"):
            return self._made_admin(action.split()[1])
        staged = re.fullmatch(r"\* (.+) is in the stage (.+)", action)
        if staged:
            return self._put_in_stage(*staged.groups())
        if action.split(">")[0].isalpha():
            name, _, line = action.partition(">")
            return self._say(name, Message(0, 0, line.strip()))
        name, _, what = action.partition(" ")
        if what == "fills in":
            assert self.form is not None, "no form is open"
            fields = tuple((field, self._ticked(field, value)) for field, value in step.fields)
            return self._say(name, Message(0, 0, self.form.command, fields, key=self.form.key))
        if what.startswith("keeps the message "):  # the menu beside a message in a chat
            return self._say(name, Message(0, 0, "logcall", (("line", what.removeprefix("keeps the message ")),)))
        assert what.startswith("presses "), f"not understood: {action}"
        button, key = self._button(name, what.removeprefix("presses "))
        return self._say(name, Message(0, 0, button.command, pressed_on=key))

    def _ticked(self, name: str, value: str) -> str:
        """The values of the tick boxes whose labels are named; of any other field what was filled in."""
        field = next((field for field in self.form.fields if field.name == name), None) if self.form else None
        if field is None or field.kind is not FieldKind.several:
            return value
        wanted = [part.strip() for part in value.split(";") if part.strip()]
        found = [next(option for option, label in field.options if label.startswith(one)) for one in wanted]
        return ",".join(found)

    def _made_admin(self, name: str) -> list[str]:
        stage = self.stage
        stage.database.write(
            stage.organisation_id,
            lambda store: store.members.overrule(stage.members[name], role=Role.admin.value),
        )
        return []

    def _put_in_stage(self, company: str, stage_name: str) -> list[str]:
        stage = self.stage
        at = stage.now()

        def write(store: Store) -> None:
            (deal,) = (d for d in store.deals.named(frozenset(stage.members.values())) if d.company == company)
            act = store.acts.begin(deal.owner_id, at, "imported")
            store.deals.change(act, deal.id, stage=stage_name)
            store.refresh([deal.id], at.astimezone(ZONE).date())

        stage.database.write(stage.organisation_id, write)
        return []

    def _say(self, name: str, message: Message) -> list[str]:
        stage = self.stage
        reply = stage.answer(replace(message, organisation_id=stage.organisation_id, member_id=stage.members[name]))
        self.form = reply.form
        self.cards.setdefault(name, []).append(reply.card)
        lines = shown(reply.card)
        if reply.form:
            lines += [
                f"({field.label}) {filled_in(field)}{f' ! {field.error}' if field.error else ''}".rstrip()
                for field in reply.form.fields
            ]
        if reply.file:
            lines += [f"(file {reply.file.name})", *reply.file.text.lstrip("\ufeff").split("\r\n")[:-1]]
        return lines

    def _button(self, name: str, what: str) -> tuple[Button, str]:
        """ "Go on with it on Nordic": each "on" may end the label."""
        splits = [(what, ""), *((what[: m.start()], what[m.end() :]) for m in re.finditer(" on ", what))]
        for label, on in reversed(splits):
            found = self._shown_button(name, label, on)
            if found:
                return found
        raise AssertionError(f"{name} sees no button: {what!r}")

    def _shown_button(self, name: str, label: str, on: str) -> tuple[Button, str] | None:
        for card in reversed(self.cards.get(name, [])):
            for block in card.blocks:
                if isinstance(block, Line) and on in block.text:
                    buttons = (*block.buttons, *block.more)
                elif isinstance(block, Buttons) and not on:
                    buttons = block.buttons
                else:
                    continue
                for button in buttons:
                    if button.label == label:
                        return button, card.key
        return None

    def _morning(self) -> list[str]:
        stage = self.stage
        before = {name: len(stage.inbox(id_)) for name, id_ in stage.members.items()}
        stage.move_clock(stage.next_digest_at() + timedelta(minutes=1))
        lines = []
        for name, id_ in stage.members.items():
            for card in stage.inbox(id_)[before[name] :]:
                self.cards.setdefault(name, []).append(card)
                lines += [f"[DM to {name}]", *shown(card)]
        return lines or ["(no message to anybody)"]


def played(path: Path, stage: Stage) -> Iterator[tuple[Step, list[str]]]:
    play = Play(stage)
    for step in steps_of(path):
        yield step, play.perform(step)


def rewrite(path: Path, stage: Stage) -> None:
    """Writes down what the bot answers now. For authors: read every line of it before you commit."""
    play = Play(stage)
    answers = [play.perform(step) for step in steps_of(path)]
    lines = [raw for raw in path.read_text(encoding="utf-8").splitlines() if not raw.startswith("  |")]
    result: list[str] = []
    index = -1
    pending: list[str] = []
    for raw in lines:
        is_step = bool(raw.strip()) and not raw.startswith(("#", "  "))
        if not raw.startswith("  "):
            result += pending
            pending = []
        result.append(raw)
        if is_step:
            index += 1
            pending = [f"  | {line}" for line in answers[index]]
    path.write_text("\n".join([*result, *pending]).rstrip() + "\n", encoding="utf-8")
