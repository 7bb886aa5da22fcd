"""One of every kind of card and form that the product makes, asked of the sample team: nothing is written by hand.

They are asked in this order: what only looks comes first, what changes the team after it.
"""

from bot.cards import Reply
from tests.pictures.office import Office, go_on_to_monday
from tests.pictures.on_page import FILLED

ASKED: dict[str, tuple[str, str]] = {
    # what is due, and how it stands
    "list": ("Tom", "followups"),
    "list-of-rep": ("Maria", "followups Tom"),
    "where": ("Tom", "where Harbour Foods"),
    "where-then": ("Tom", "where were we on Harbour Foods on 1 November?"),
    "said": ("Tom", "what did Priya say?"),
    "prep": ("Tom", "prep Harbour Foods"),
    "words": ("Tom", "words Corvid Games"),
    "check": ("Tom", "check Harbour Foods: Hi Priya, just checking in to touch base, any update?"),
    "why": ("Tom", "why is Ostrava Steel on my list?"),
    "why-button": ("Tom", "why 1"),
    "upcoming": ("Tom", "upcoming"),
    "owed": ("Tom", "owed"),
    "no-next-step": ("Tom", "who has no next step?"),
    "deals": ("Tom", "deals"),
    "deals-file": ("Tom", "deals export"),
    "deal": ("Tom", "deal Harbour Foods"),
    "who-sees": ("Tom", "who can see Harbour Foods"),
    "nurture": ("Lena", "nurture"),
    # oneself
    "hello": ("Tom", "hello"),
    "help": ("Tom", "help"),
    "help-deals": ("Tom", "help deals"),
    "settings": ("Tom", "settings"),
    "figures": ("Tom", "settings policy"),
    "figures-form": ("Maria", "settings policy change"),
    "figures-tried": ("Maria", "settings policy gap 5 days"),
    "status": ("Tom", "status"),
    "measures": ("Tom", "does it work?"),
    "charts": ("Tom", "chart"),
    "coach": ("Tom", "coach me"),
    "start": ("Tom", "start"),
    "several": ("Tom", "several"),
    # who leads others
    "team": ("Maria", "where is my team?"),
    "team-whole": ("Maria", "where all team"),
    "rep": ("Maria", "how is Tom doing?"),
    "week": ("Maria", "what happened last week?"),
    "asked-of": ("Maria", "later 7"),
    "monday-whole": ("Maria", "monday all"),
    "measures-team": ("Maria", "does it work team"),
    "people": ("Maria", "people"),
    "tree": ("Maria", "team"),
    "change-member": ("Maria", "make Tom"),
    "holidays": ("Maria", "holidays"),
    "undelivered": ("Maria", "undelivered"),
    "admin-link": ("Maria", "admin page"),
    "link": ("Tom", "link"),
    # doubts, refusals and mistakes
    "not-understood": ("Tom", "mumble jumble grumble"),
    "slip": ("Tom", "folowups"),
    "nobody-there": ("Tom", "where Zebra Crossing Ltd"),
    "which-deal": ("Tom", "logcall: she likes it"),
    "not-a-day": ("Tom", 'Harbour Foods: Priya said "we like it", she sends the counts by 31/2'),
    "not-allowed": ("Tom", "make Lena a manager"),
    "would-keep": ("Tom", "harber foods: she likes it"),
    "unknown-company": ("Tom", "logcall Acme Rockets: Dana said yes, sends the form Friday"),
    # what changes the team
    "logged": ("Tom", 'logcall Ostrava Steel: Petr said "line two stopped again", he sends the stop times by Wed, I send a plan Thu'),
    "logged-doubt": ("Tom", "logcall Larkfield Vets: Bea sends the diary by 3/4"),
    "pasted": ("Tom", "logcall Brightwell Library: Lena likes the chairs\nGreyfriars School: voicemail\nNobody Ltd: called"),
    "touched": ("Tom", "done Winslow Dairy voicemail"),
    "put-off": ("Tom", "later Corvid Games next week"),
    "why-lost": ("Tom", "lost Tamar Boats"),
    "lost": ("Tom", "lost Tamar Boats: too dear"),
    "undone": ("Tom", "undo"),
    "drafts": ("Tom", "drafts"),
    "book": ("Tom", "give everything to Lena"),
    "book-form": ("Tom", "book 2 to 3 choose"),
    "away": ("Tom", "away until Thursday, Lena covers me"),
    "wall": ("Maria", "wall ban deep dive"),
    "walls": ("Maria", "wall"),
    "shelf": ("Maria", "shelf"),
    "shelved": ("Maria", "shelf case study: how Harbour cut mis-picks by a third"),
}  # fmt: skip


def of(office: Office) -> dict[str, Reply]:
    """By name; on the way it becomes Monday."""
    office.make_admin("Maria")
    seen = {name: office.ask(who, line) for name, (who, line) in ASKED.items()}
    seen["call-form"] = office.ask("Tom", "logcall")
    seen["call-refused"] = office.ask("Tom", "logcall", **FILLED)
    go_on_to_monday(office)
    return seen | {f"arrived-{who.lower()}": Reply(office.arrived(who)) for who in ("Tom", "Lena", "Omar", "Maria")}
