"""When the bot asks back or explains: never a dead end, always what to type or press next (C22, C61)."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from bot.cards import Button, Buttons, Card, Facts, Line, Reply, Text, Tone
from bot.days import written
from bot.model import Deal
from bot.views.naming import counted, shortened

A_NEW_ONE = "A new one?"
Rows = tuple[tuple[str, str], ...]  # (how to type it, what it does)


@dataclass(frozen=True)
class Candidate:
    """A deal that could be meant, told apart by company, title, owner and last contact."""

    deal_id: int
    label: str
    owner: str
    last_contact_on: date | None
    stage: str = ""
    external_id: str = ""


@dataclass(frozen=True)
class Whose:
    """Who got a deal, `by` whom (empty where it was the reader), and whether they have it still: who else does is not told."""

    to: str
    by: str
    has_it: bool = True


def which_deal(
    who: str,
    candidates: Sequence[Candidate],
    command: Callable[[str], str],
    create: str,
    today: date,
    *,
    is_cut: bool = False,
) -> Reply:
    """ "Which Acme?" with one button a deal; `command` makes the line that its button types. `is_cut`: more of them fit."""
    doubles = {c.label for c in candidates if sum(c.label == other.label for other in candidates) > 1}
    lines = tuple(
        Line(
            _told_apart(c, today, double=c.label in doubles),
            buttons=(Button("This one", command(str(c.deal_id)), c.label),),
        )
        for c in candidates
    )
    none = (Buttons((Button("None of these: a new deal", create),)),) if create else ()
    told = f"More fit than these {counted(len(lines))}: type more of the name, or whom you know there."
    more = (Text(told, Tone.quiet),) if is_cut else ()
    return Reply(Card(f"Which one is “{who}”?", (*lines, *more, *none)))


def _told_apart(candidate: Candidate, today: date, *, double: bool) -> str:
    last = f"last contact {written(candidate.last_contact_on, today)}" if candidate.last_contact_on else "no call yet"
    number = f"no. {candidate.external_id or candidate.deal_id}" if double else ""
    stage = candidate.stage if double else ""
    return ", ".join(part for part in (f"{candidate.label} ({candidate.owner})", last, stage, number) if part)


def no_such_deal(who: str, create: str) -> Reply:
    """A name that fits nothing offers to make the deal; nothing typed is lost (`create` may resume a kept draft)."""
    text = Text(f"No deal of yours is called “{who}”. If it is a colleague's, ask them first.")
    return Reply(Card(A_NEW_ONE, (text, Buttons((Button(f"Create “{who}”", create, primary=True),)))))


def not_a_name(who: str) -> Reply:
    """The rest of a sentence, or somebody nobody has on record: no deal is made of that."""
    text = f"No deal and nobody on record is called “{shortened(who)}”. Type it with the deal's name, or make the deal first: new Acme"
    return note(text, Button("My deals", "deals"))


def colleagues_now(deal: Deal, whose: Whose, create: str, elsewhere: str, *, kept: bool) -> Reply:
    """A deal that was given away is not made a second time: who has it now reads it there. `elsewhere` puts what was
    typed on another deal."""
    text = whose_it_is(deal, whose)
    if kept:
        owner = whose.to if whose.has_it else "who has it now"
        text += f" Nothing is recorded there; {owner} can do that, or give it back. What you typed is kept."
    other = (Button("Put it on another deal", elsewhere, primary=True),) if elsewhere else ()
    return note(text, *other, Button(f"Another deal called {deal.label}", create))


def whose_it_is(deal: Deal, whose: Whose) -> str:
    to, by = whose.to, whose.by
    if whose.has_it:
        given = f"{by} handed it over" if by and by != to else f"{by} has taken it over" if by else "you gave it away"
        return f"{deal.label} is {to}'s now: {given}."
    given = f"{by} has taken it over" if by == to else f"{by or 'you'} gave it to {to}"
    return f"{deal.label} is no longer yours: {given}."


def nothing_known_of(who: str, *, led: bool) -> Reply:
    """A question about a deal that is not there: no answer is made up, and nothing is made. `led`: there is a manager to ask."""
    buttons = (Button("My deals", "deals"), Button(f"Create “{who}”", f"new {who}"))
    ask = "If a colleague has it, ask them or your manager." if led else "If a colleague has it, ask them."
    return note(ask, *buttons, title=f"No deal of yours is called “{who}”")


NOT_SEEN = "That is no deal of yours. Who has it can do this, and whoever leads them."


def not_seen() -> Reply:
    """A number that is no deal of theirs, often of a button on a card that somebody shared. Not even its name is told."""
    return note(NOT_SEEN, Button("My deals", "deals"))


def same_name(label: str, deal_id: int, again: str) -> Reply:
    """A double is warned about at entry (C24); making it all the same is one press."""
    return note(
        f"There is a deal {label} already.",
        Button("Log with it", f"log {deal_id}", primary=True),
        Button("Open that one", f"where {deal_id}"),
        Button("A second deal", again),
    )


def there_already(label: str, go_on: str, again: str) -> Reply:
    """Create, pressed when a deal of that name has come to be meanwhile: what was typed goes on there, or to another."""
    return note(
        f"There is a deal {label} already. Your line is kept.",
        Button("That one", go_on, primary=True),
        Button("A second deal", again),
    )


def log_it(label: str, command: str, drop: str, keeps: str = "") -> Reply:
    """A line that reads like a call, typed without its command; `keeps` tells what would be logged."""
    buttons = Buttons((Button("Yes, log it", command, primary=True), Button("No", drop)))
    told = (Text(keeps, Tone.quiet),) if keeps else ()
    return Reply(Card("", (Text(f"Log that with {label}?"), *told, buttons)))


def already_done(at: datetime, today: date, what: str = "") -> str:
    """ "Already done by you at 09:02: logged a call with Acme. Nothing was done twice." """
    day = "" if at.date() == today else f"on {written(at.date(), today)} "
    return f"Already done by you {day}at {at:%H:%M}{f': {what}' if what else ''}. Nothing was done twice."


def done_already(summary: str, at: datetime, act_id: int, again: str) -> Reply:
    """A second press or a second sending: what was done, when, and the ways on. `again` does it once more."""
    once_more = (Button("It was another one", again),) if again else ()
    return note(already_done(at, at.date(), summary), *once_more, Button("Undo that", f"undo {act_id}"))


def note(text: str, *buttons: Button, title: str = "") -> Reply:
    """A plain sentence, with what can be pressed next."""
    return Reply(Card(title, (Text(text), Buttons(buttons)) if buttons else (Text(text),)))


def usage(word: str, example: str, meaning: str) -> Reply:
    """A command that was half right: how to type it."""
    return note(f"Type it like this: {example}", title=f"{word}: {meaning}")


def did_you_mean(text: str, line: str) -> Reply:
    """A slip of the finger in a command: the line as it was probably meant is one press away."""
    return note(f"I don't know “{shortened(text)}”. Did you mean this?", Button(shortened(line), line, primary=True))


def three_examples(text: str, rows: Rows) -> Reply:
    """Unknown words get three real examples (feature 61)."""
    shown = shortened(text)
    said = f"I don't know what to do with “{shown}”." if shown else "There was nothing to read."
    return Reply(
        Card(said, (Text("Try one of these:", Tone.typed), Facts(rows), Buttons((Button("All commands", "help"),))))
    )


IMPORTING = "A file of deals is read where the bot runs: whoever runs it types followthrough import deals.csv. A few deals are quicker by name: start Acme; Bolt; Corvid"
NAME_DEALS = Button("Name my deals", "start")


def unread(who: str) -> Reply:
    """ "Log this" under what others wrote."""
    said = "I read only what you write to me, and no thread. To keep a message as a call, open its menu and choose “Log this as a call”."
    return note(
        f"{said} Or type what happened: logcall {who or 'Acme'}: what they said",
        Button("Log a call", f"log {who}".strip()),
    )


def word_alone(text: str) -> Reply | None:
    """A word that other programs know, typed alone: what does it here; None when it is none of these."""
    match text.lower().strip(" /.!?"):
        case "cancel" | "never mind" | "nevermind" | "abort" | "exit" | "quit":
            said = "Nothing is under way: what I ask about waits for a press, and can wait for ever. undo takes back what was done."
            return note(said, Button("What waits", "drafts"), Button("Undo the last thing", "undo"))
        case "stop" | "unsubscribe" | "mute":
            said = "To have no list for a while, say until when: pause until Mon. For good: settings list off. Your days off: away until Mon."
            return note(
                said, Button("No list for a month", "pause until in 1 month"), Button("My settings", "settings")
            )
        case "import" | "upload":
            return note(IMPORTING, NAME_DEALS)
        case _:
            return None


def no_access() -> Reply:
    """To somebody who is here no more: nothing is shown, whatever they typed or pressed."""
    return note("You are not active here any more, so I show and keep nothing. An admin can change that.")


def too_long(length: int, longest: int) -> Reply:
    text = f"That is {length:,} characters; I can keep {longest:,} at once. Send it in parts, and nothing is lost."
    return note(text, title="A little shorter, please")


def help_card(rows: Rows, topic: str, others: Sequence[str]) -> Reply:
    """The commands of one topic; the others are one press away."""
    more = Buttons(
        tuple(
            Button(f"More about {other}" if other != "everyday" else "Every day", f"help {other}") for other in others
        )
    )
    if topic != "everyday":
        return Reply(Card(f"What I can do: {topic}", (Facts(rows), more)))
    intro = Text(
        "Log a call after you hang up; on a morning when something is due you get one list: what it is, and what to say.",
        Tone.typed,
    )
    buttons = Buttons((Button("Log a call", "logcall", primary=True), Button("What is due?", "followups")))
    return Reply(Card("What I can do", (intro, Facts(rows), buttons, more)))
