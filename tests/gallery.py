"""Named cards for every renderer: each view, the long one, the nasty one. Platforms draw all of them in their tests."""

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

OUR_OWN = "https://bot.example.com/admin"
NASTY = '<!channel> **bold** <script>alert(1)</script> & "quotes" 🙂 [link](http://x)'

GALLERY: dict[str, Card] = {
    "empty": Card(),
    "title": Card("Tue 10 March. A clear day."),
    "texts": Card("Tones", (Text("plain"), Text("You promised", Tone.strong), Text("Visible to Tom and Maria.", Tone.quiet))),
    "quote": Card("Acme", (Quote("Finance wants a second quote, then we sign.", by="Dana, Thu 5 March"), Quote("yes"))),
    "facts": Card("Acme", (Facts((("They owe", "second quote, Fri 13 March"), ("We owe", "nothing"))),)),
    "draft": Card("Words", (Draft("Email", "Priya,\n\nThe figures are in.\n\nTom", "Night-shift mis-picks"), Draft("Phone", "Priya."))),
    "digest": Card(
        "Tue 10 March. Two today.",
        (
            Text("You promised", Tone.strong),
            Line("Fenwick, Omar: revised price, 1 day late", buttons=(Button("Words", "words 1"), Button("Done", "promise kept 4", "Fenwick", primary=True)),
                 more=(Button("Will not happen", "promise broken 4"),)),
            Text("Time to talk", Tone.strong),
            Line("Corvid, Ana: quiet since Thu 12 February, 3 of 4", say="Ana, shall we fix the day for the trial line?", buttons=(Button("Done", "done 7"),)),
        ),
        key="digest:7",
    ),
    "settled": Card("All done.", (Line("Harbour Foods: send the Leeds figures, done", buttons=(Button("Undo", "undo 9"),), settled=True),), key="digest:7"),
    "buttons": Card("When do you speak next?", (Buttons((Button("Fri 13 March", "next 1 2026-03-13"), Button("None agreed", "next 1 none"))),)),
    "table": Card("Your open deals: 2", (
        Table(("Who", "What", "Last contact"), (("Acme, Dana", "40 seats", "Thu 5 March"), ("Harbour Foods", "", "none yet"))),
        Buttons((Button("Keep as a file", "deals export"),)),
    )),
    "wide": Card("Your deals that sleep: 2", (Table(("Who", "What", "Let go", "Why", "Comes back"), (
        ("Fahrrad Nord, Jan", "workshop", "Wed 14 October", "", "when they return"),
        ("Brightwell Library, Lena Moss", "reading room", "Fri 16 October", "no answer to three messages", "around September"),
    )),)),
    "link": Card("Your settings page", (Link("Open the admin page", OUR_OWN), Text("It works once.", Tone.quiet))),
    "long": Card("Long", (Text("word " * 1000), Line("x" * 5000, say="y" * 3000), Quote("z" * 5000))),
    "nasty": Card(NASTY, (Text(NASTY), Quote(NASTY, by=NASTY), Facts(((NASTY, NASTY),)), Draft(NASTY, NASTY, NASTY),
                          Line(NASTY, say=NASTY, buttons=(Button(NASTY, "done 1", NASTY),), more=(Button(NASTY, "undo"),)), Buttons((Button(NASTY, "help"),)), Chart(NASTY, (NASTY, "b"), (Series(NASTY, (1, 0)),), NASTY)), key="followups"),
    "chart": Card("Your own work in charts", (
        Chart("Promises that fell due", ("Kept in time", "Kept late", "Open and late", "Not kept"), (Series("They", (9, 2, 3, 1)), Series("We", (12, 1, 0, 0)))),
        Chart("Hours that ended deals had taken", ("Let go", "Customer said no"), (Series("", (3.5, 0)),)),
        Chart("Deals let go and won back", ("Let go", "Won back"), (Series("", (4, 1)),)),
    )),
    "many": Card("Many", tuple(Line(f"Deal {n}: due", buttons=(Button("Done", f"done {n}"),)) for n in range(60))),
}  # fmt: skip

TWICE = Card("Log a call", (Facts((("By when?", "31/2"), ("Deal", "Acme"))),))  # says again what the first form asks

FORMS: dict[str, Form] = {
    "call": Form(
        "logcall", "Log a call",
        (
            Field("deal", "Who was it?", FieldKind.deal, hint="A deal", required=True, options=(("Acme", "40 seats"),)),
            Field("said", "In their words?", FieldKind.paragraph, value=NASTY),
            Field("when", "By when?", FieldKind.line, value="31/2", error="“31/2” is not a day in the calendar."),
            Field("how", "How?", FieldKind.choice, value="b", options=(("a", "Voicemail"), ("b", "Email"))),
        ),
        key="form:1",
    ),
    "boxes": Form(
        "book 2 to 3", "Which deals go to Lena?",
        (
            Field("deals", "Open deals", FieldKind.several, "1,2,12", options=tuple((f"{n}", f"Deal {n}, {NASTY[:n]}") for n in range(1, 14))),
            Field("rest", "Beside these", FieldKind.several, options=(("rest", "The other 12"),), error="Tick one at least."),
        ),
        submit="Hand over",
        key="form:2",
    ),
}  # fmt: skip
