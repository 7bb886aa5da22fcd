"""What is said when a deal ends: why it was lost, and what stands in the way of going on."""

import re
from collections.abc import Callable, Sequence
from datetime import date

from bot.cards import Button, Buttons, Card, Field, Form, Reply, Text, Tone
from bot.days import written
from bot.model import Deal
from bot.views.asking import note
from bot.views.naming import OPEN_DEAL, shortened

Retry = Callable[[str], str]
_SILENCE = re.compile(
    r"\b(?:quiet|silent|silence|dark|no (?:answer|reply|response)|ghost\w*|nothing|no decision)\b", re.IGNORECASE
)
_REASONS = ("Too dear", "No need", "Chose another", "Bad time", "No decision")


def why_lost(deal: Deal) -> Reply:
    """One press is enough; any other reason is typed."""
    buttons = [Button(reason, f"lost {deal.id} {reason.lower()}") for reason in _REASONS]
    return note(f"Why did {deal.label} say no?", *buttons, Button("They did not say", f"lost {deal.id} not said"))


def whose_reason(deal: Deal, text: str) -> Reply:
    """Behind that question: a line whose heading may be another company closes nothing unasked."""
    yes = Button("Yes, that is why", f"lost {deal.id}: {text}", primary=True)
    other = Button("No, another company", f"logcall {text}")
    return note(f"Is that why {deal.label} said no, or is it about another company? “{shortened(text)}”", yes, other)


def relief(why: str) -> str:
    """Silence is no clear no."""
    return "That frees time for the others." if _SILENCE.search(why) else "A clear no frees time for the others."


def why_keep(deal: Deal, until: str, why: str = "", wrong: str = "") -> Reply:
    """Two fields: a reason, and a day that may stay empty and is then asked; `wrong` is said of it."""
    fields = (
        Field("why", f"What speaks for {deal.label}?", value=why, hint="the new CFO starts", required=True),
        Field("until", "Until when?", value=until, hint="3 April", error=wrong),
    )
    typed = f"keep {deal.label} because the new CFO starts until 3 April"
    form = Form(f"keep {deal.id}", f"Keep {deal.label}", fields, submit="Keep it", typed=typed)
    return Reply(
        Card("", (Text(f"It stays on your list for a reason. Or type: keep {deal.label} because … until …"),)), form
    )


def until_when(deal: Deal, why: str, days: Sequence[Button]) -> Reply:
    typed = f"Another day goes behind the reason: keep {deal.label} because {shortened(why)} until Fri"
    return Reply(Card("", (Text("Until when?"), Buttons(tuple(days)), Text(typed, Tone.quiet))))


def asked_for_silence(deal: Deal, why: str) -> Reply:
    """They asked not to be contacted; only their own word changes that."""
    return note(f"{deal.label}: {why}. Nothing is suggested for them any more.", they_came_back(deal))


def sent_already(deal: Deal, on: date, today: date) -> Reply:
    """The yes-or-no message goes out once in a silence."""
    buttons = (
        Button("Let go", f"let go {deal.id}", about=deal.label, primary=True),
        Button("Keep, because …", f"keep {deal.id}", about=deal.label),
    )
    return note(f"{deal.label}: the yes-or-no message went out on {written(on, today)}. Once is enough.", *buttons)


def nothing_to_chase(deal: Deal, why: str) -> Reply:
    """No words are proposed for a deal that is over."""
    buttons = (Button(OPEN_DEAL, f"where {deal.id}"), Button("Reopen", f"reopen {deal.id}"))
    return note(f"{deal.label}: {why}. There is nothing to chase.", *buttons)


def asleep(deal: Deal, why: str) -> Reply:
    """No chase is proposed for a deal that was let go: one new thing may go out, when there is one (H49)."""
    buttons = (Button(OPEN_DEAL, f"where {deal.id}"), Button("Reopen", f"reopen {deal.id}"))
    return note(
        f"{deal.label}: {why}. It sleeps, so there is nothing to say. When there is something new for them: "
        "shelf case: how Harbour cut mis-picks by a third", *buttons,
    )  # fmt: skip


def they_came_back(deal: Deal) -> Button:
    return Button("They came back themselves", f"reopen {deal.id} they agreed")
