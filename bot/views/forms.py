"""The forms. The call form has four questions and needs only the first (feature 1)."""

from collections.abc import Mapping
from datetime import date

from bot.cards import NEW_NAME, Field, FieldKind, Form
from bot.days import written

CALL_TYPED = "logcall Acme: what they said"
CALL_FIELDS = ("deal", "said", "theirs", "ours")


def call_form(
    deals: tuple[tuple[str, str], ...],
    values: Mapping[str, str],
    errors: Mapping[str, str] | None = None,
    key: str = "",
    command: str = "logcall",
) -> Form:
    """`deals` are (name, description) suggestions; `values` what was typed already; `errors` by field name."""
    wrong = errors or {}
    fields = (
        Field(
            "deal", "Who was it?", FieldKind.deal, hint="A deal, a company or a new name", required=True, options=deals
        ),
        Field(
            "said",
            "Where do things stand, in their own words?",
            FieldKind.paragraph,
            hint="We sign once finance agrees",
        ),
        Field("theirs", "What will they do, by when?", FieldKind.paragraph, hint="check with finance by Fri"),
        Field("ours", "What will you do, by when?", FieldKind.paragraph, hint="send the case study Wed"),
    )
    filled = tuple(
        Field(f.name, f.label, f.kind, values.get(f.name, ""), f.hint, f.required, f.options, wrong.get(f.name, ""))
        for f in fields
    )
    return Form(command, "Log a call", filled, submit="Keep it", key=key, typed=CALL_TYPED)


WHICH_DEAL = "Choose the deal that it belongs to; the rest is as you typed it."
WHO_WAS_IT = {
    "deal": "Who was it? Type a deal, a company or a new name.",
    "line": "What happened? A few words are enough.",
}


def message_form(
    deals: tuple[tuple[str, str], ...], who: str, line: str, errors: Mapping[str, str], draft_id: int, key: str
) -> Form:  # fmt: skip
    """Whom a message is about, and the message itself to look over; the draft that it is has its day, and does the same."""
    fields = (
        Field("deal", "Who was it?", FieldKind.deal, who, "A deal, a company or a new name", required=True, options=deals,
              error=errors.get("deal", "")),
        Field("line", "What happened?", FieldKind.paragraph, line, "she checks with finance by Fri", required=True,
              error=errors.get("line", "")),
    )  # fmt: skip
    return Form("logcall", "Log this as a call", fields, submit="Keep it", key=key, typed=f"resume {draft_id}")


def written_before(day: date, today: date) -> str:
    """Above a message of an earlier day."""
    return (
        f"Written on {written(day, today)}: it is kept as a call of that day, and “tomorrow” in it counts from there."
    )


def another_deals(line: str) -> str:
    """Beside what happened, where a line of it begins with another deal."""
    shown = line if len(line) <= _SHOWN else f"{line[:_SHOWN].rstrip()}…"
    return (
        f"“{shown}” is about another deal. Take that line out here and log it by itself; the rest is as you typed it."
    )


_SHOWN = 40  # characters of a line that is spoken of
LONGER = "This is longer than fits here. The rest is kept with it while the “…” stands at the end; take that away to leave the rest out."
MOST_BOXES = 50  # tick boxes of one question, on every platform


def going_on(label: str) -> str:
    """Over a further group of the same question's tick boxes."""
    return f"{label}, going on"


_CUT = "Too long for a name. New, cut: "


def new_name(typed: str) -> str:
    """Offered beside the deals that fit what was typed."""
    return f"{NEW_NAME}{typed}"


def new_name_cut(beginning: str) -> str:
    """The same where what was typed is longer than a name may be."""
    return f"{_CUT}{beginning}"


def deal_chosen(label: str, value: str) -> str:
    """The value of a deal's field: what was chosen as new says so."""
    lead = next((lead for lead in (NEW_NAME, _CUT) if label.startswith(lead)), "")
    said = label.removeprefix(lead).rstrip("…").rstrip()
    return new_name(value) if lead and said and value.startswith(said) else value
