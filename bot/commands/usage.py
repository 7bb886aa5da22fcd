"""The help table: each command with an example that works, and what it does in a few words."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Usage:
    """One row of `help`: how to type it, what it does."""

    example: str
    meaning: str


HELP: dict[str, Usage] = {
    "logcall": Usage(
        "logcall Acme: sent pricing, she checks with finance by Fri, I send the case study Wed",
        "keep a call: their words, both sides' promises. Alone, it opens a form",
    ),
    "followups": Usage("followups", "what is due today, and what to say"),
    "where": Usage("where are we on Acme?", "the facts, each with its date"),
    "words": Usage("words Acme", "what to say: phone, voicemail, email"),
    "done": Usage("done Acme voicemail", "you got in touch: talked, voicemail, message, email, no answer"),
    "later": Usage("later Acme next week", "not before that day"),
    "promise": Usage("promise kept Acme", "what became of a promise: kept, moved Fri, broken, dropped"),
    "reply": Usage("reply Acme: finance said yes to the budget", "they called or wrote; stops what was queued"),
    "next": Usage("next Acme Tue 10:00", "the next step you agreed on"),
    "new": Usage("new Acme, 40 seats", "a new deal"),
    "let go": Usage("let go Acme", "end the chase; the deal sleeps until they return"),
    "away": Usage("away until Tuesday", "your days off: no list until you are back"),
    "undo": Usage("undo", "takes back the last thing you did"),
    "help": Usage("help", "this list"),
}
