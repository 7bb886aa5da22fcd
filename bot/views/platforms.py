"""What only a chat platform needs to say: a form that has to be opened, and somebody who is no member."""

import re
from dataclasses import replace

from bot.cards import Block, Button, Buttons, Card, Form, Text, Tone
from bot.model import first_name
from bot.views.asking import IMPORTING, NAME_DEALS
from bot.views.company import for_the_admin

_TYPE = re.compile(r"\btype\b", re.IGNORECASE)
_QUOTED = re.compile(r"“[^”]*”")  # what somebody typed, in a sentence of ours


def open_form(form: Form, command: str) -> Card:
    """Words were typed where no form can open by itself."""
    told = f"Press to fill it in{_or_type(form.typed)}"
    return Card("", (Text(told), Buttons((Button(form.title, command, primary=True),))))


def _or_type(line: str) -> str:
    return f", or type it in one line: {line}" if line else "."


def form_did_not_open(command: str, line: str = "", *, typed: str = "") -> Card:
    """The platform was too slow for its own form (C15): nothing is lost. `typed`: one line that does the same.

    `line`: what should have stood in it, which `typed` logs, since it is kept already."""
    told = f"The form did not open in time. Press to try again{_or_type(typed)}"
    opening = Button("Open the form", f"{typed} elsewhere" if line else command, primary=not line)
    if not line:
        return Card("", (Text(told), Buttons((opening,))))
    kept = Button("Log it as it stands", typed, primary=True)
    return Card(
        "", (Text("The form did not open in time. What should have stood in it:"), Text(line), Buttons((kept, opening)))
    )


def outsider() -> Card:
    return Card(
        "", (Text("I work for the members of this workspace. Guests and other companies' people I cannot answer."),)
    )


def _says(text: str) -> Card:
    return Card("", (Text(text),))


def edit_not_read() -> Card:
    """An edit would change what was kept, perhaps days later and meant for somebody else."""
    told = (
        "You have changed a message. I read each one once, as it was first sent, so what I kept of it stands as it was."
        " To put it right, write to me: “no, Tuesday” for a wrong day, or undo and then the line once more."
    )
    return Card("", (Text(told), Buttons((Button("Undo the last thing", "undo"),))))


_NO_FILES = "I have no right to open files here."


def file_not_read() -> Card:
    told = f"{_NO_FILES} {IMPORTING}. What it says of a call, paste as text: logcall Acme: what they said"
    return Card("", (Text(told), Buttons((NAME_DEALS, Button("Log a call", "logcall")))))


def without_its_file(card: Card) -> Card:
    """The answer to the words beside it."""
    return replace(card, blocks=(*card.blocks, Text(f"{_NO_FILES} I have read the text beside it.", Tone.quiet)))


def try_again(kept: str = "") -> Card:
    """The platform did not say who somebody is, or whether they are in a group. `kept`: what they typed, a press away."""
    card = _says("I could not look up who you are just now. Please try that again in a minute.")
    if not kept:
        return card
    typed = Text(f"You typed: {kept}", Tone.quiet)
    return replace(card, blocks=(*card.blocks, typed, Buttons((Button("Try again", kept, primary=True),))))


def answered_alone(*, shareable: bool) -> Card:
    """In a group, where everybody reads along."""
    more = " From there you can share it here." if shareable else ""
    return _says(f"I have answered you in our own chat.{more}")


def not_alone_yet() -> Card:
    return _says(
        "I answer about deals in a chat of our own. Add me for yourself (Apps, Followthrough, Add), then ask again."
    )


def perhaps_shared() -> Card:
    return Card(
        "", (Text("The platform does not say whether that was shared. If it is not there, ask me there once more."),)
    )


def shared_already() -> Card:
    return Card(
        "",
        (Text("You have pressed that already. If it is not there, or for how it stands now, ask me there once more."),),
    )


def ask_again() -> Card:
    """What was to be shared: the card names no group, or they are not in it any more."""
    return _says("Ask me once more where they should see it, then press Share here.")


def nothing_there() -> str:
    """A card of an older time, or none of ours."""
    return "Nothing can be done from this card any more. Type help to see what you can do."


def went_wrong() -> str:
    return "Something went wrong on our side. Please try again; nothing is done twice."


def sent_again(card: Card) -> Card:
    """It may have arrived before, and nobody can look: it says so, and its buttons act once."""
    return replace(card, blocks=(Text("Sent again: it was not sure that this had arrived.", Tone.quiet), *card.blocks))


def not_connected() -> Card:
    """The workspace has no token that the bot could use: it was taken away, or never came."""
    return _says(
        "I am not connected to this workspace just now, so I could not keep that. Nothing from before is lost. Please tell whoever"
        " looks after Followthrough at your company: installing me here again brings me back."
    )


def locked_out() -> Card:
    """The workspace has a token, which this process cannot open. To install the app again could seal a new one under its old key."""
    return _says(
        "I am locked out of this workspace just now, so I could not keep that. Nothing from before is lost. Please tell whoever"
        " looks after Followthrough at your company that it has to be started again."
    )


WINDOW = "Followthrough"  # over an answer in a window of its own


def installed(platform: str) -> Card:
    return Card(
        f"Followthrough is in {platform}",
        (Text(f"Go back to {platform}: the first message, with what to do next, is waiting for you there."),),
    )


def not_installed() -> Card:
    return Card(
        "Nothing was installed", (Text("You said no, and nothing was changed. The link works again at any time."),)
    )


def install_link_is_old() -> Card:
    return Card(
        "Please start again",
        (
            Text(
                "This link was used already, is older than ten minutes, or was opened in another browser. Open /slack/install again."
            ),
        ),
    )


def one_workspace_at_a_time() -> Card:
    return Card(
        "Not installed",
        (
            Text(
                "I am installed for one workspace at a time, not for a whole organisation. Open /slack/install again and choose a workspace."
            ),
        ),
    )


def install_not_confirmed() -> Card:
    return Card(
        "Not installed yet", (Text("Slack did not confirm the installation. Open /slack/install and try once more."),)
    )


def admin_welcome(name: str, company: str) -> Card:
    """The first message to whoever connected the workspace: three steps to the first morning. `company`: as it is said."""
    steps = (
        "Say who leads whom: make Tom a rep of Maria. Everybody who writes to me is in; people shows them.",
        "Bring your deals: whoever runs me on your server types followthrough import FILE there, with an export of Salesforce, HubSpot or Pipedrive. Without one each rep types start.",
        "Each rep gets one list on a morning when something is due. Try it yourself: logcall Acme: what they said",
    )
    buttons = Buttons((Button("Who is in?", "people", primary=True), Button("Help", "help")))
    return Card(
        f"Welcome, {first_name(name, 'there')}",
        (
            *(Text(f"{number}. {step}") for number, step in enumerate(steps, 1)),
            Text(for_the_admin(company), Tone.quiet),
            buttons,
        ),
    )


# What a workspace's admin reads before installing, and a member while typing.
ABOUT = {
    "name": "Followthrough",
    "description": "What was said, who promised what, and what is due today",
    "long_description": (
        "After a call you keep what the prospect said, in their own words, what they promised and what you promised, by when."
        " On a working morning when something is due you get one list: what, why, and a sentence that continues your last conversation."
        " Ask where you are on a deal at any time, and get dated facts. It reads no channels, writes to no prospect, and"
        " answers you privately unless you share an answer yourself."
    ),
}
COMMAND_WORDS = {
    "/logcall": ("Keep a call: in one line, or by a form", "Acme: sent pricing, she checks with finance by Fri"),
    "/followups": ("What is due today, and what to say", ""),
    "/whereweare": ("Where you are on a deal, with dates", "Acme"),
    "/prep": ("Before a call: their words, who owes what, what to ask", "Acme"),
    "/followthrough": ("Everything else: undo, upcoming, settings, help", "help"),
}
SHORTCUT_WORDS = {
    "logcall_message": ("Log this as a call", "Keep this message as what happened on a call"),
    "logcall_global": ("Log a call", "Keep what they said and who does what"),
}

# What Teams shows when somebody begins to type: what is picked is sent as it stands, or with a name behind it.
TEAMS_MENU = {
    "followups": "What is due today, and what to say",
    "logcall": "Keep a call: opens a form, or in one line: logcall Acme: what they said",
    "where are we on": "Where you are on a deal, with dates: where are we on Acme",
    "prep": "Before a call: their words, who owes what, what to ask: prep Acme",
    "words": "What to say: phone, voicemail, email: words Acme",
    "deals": "Your open deals, and the last contact with each",
    "upcoming": "Your next two weeks",
    "undo": "Takes back the last thing you did",
    "settings": "When your list comes, your working days, and more",
    "help": "Everything you can type",
}
TEAMS_TOGETHER = {
    "where are we on": "Where you are on a deal: only you see it, until you share it",
    "logcall": "Keep a call: in one line, or by a form",
    "help": "Everything you can type",
}
TEAMS_SEARCH = (
    "Find a deal",
    "Where you are on a deal, to put into your message",
    "Deal",
    "A company, a deal or a contact",
)


def from_a_channel(card: Card, start: str) -> Card:
    """The card; where it says what to type, also that this reaches the bot from a channel only behind its command or its name."""
    if not any(map(_says_to_type, card.blocks)):
        return card
    said = f"From here, begin it with {start}; in our own chat, type it as it stands."
    return replace(card, blocks=(*card.blocks, Text(said, Tone.quiet)))


def _says_to_type(block: Block) -> bool:
    """In our own words: "blood type kits" in a note says nothing of the kind."""
    if not isinstance(block, Text) or block.tone is Tone.noted:
        return False
    return block.tone is Tone.typed or bool(_TYPE.search(_QUOTED.sub("", block.text)))
