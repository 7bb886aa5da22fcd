"""What may have happened in a call, become of a promise, or been decided: the closed lists of what is recorded."""

from enum import StrEnum


class Outcome(StrEnum):
    """What happened (playbook section 3)."""

    connected = "connected"
    left_voicemail = "left_voicemail"
    left_message = "left_message"
    no_answer = "no_answer"
    busy = "busy"
    wrong_number = "wrong_number"
    no_show = "no_show"
    email = "email"
    meeting = "meeting"


class Result(StrEnum):
    """What it achieved (playbook section 2)."""

    order = "order"
    advance = "advance"
    continuation = "continuation"
    no_sale = "no_sale"
    attempt = "attempt"
    none = "none"


class Side(StrEnum):
    """Who owes it: the prospect or us."""

    theirs = "theirs"
    ours = "ours"


class CommitmentState(StrEnum):
    open = "open"
    kept = "kept"
    broken = "broken"
    withdrawn = "withdrawn"


class TurnKind(StrEnum):
    """What became of a commitment."""

    kept = "kept"
    moved = "moved"
    corrected = "corrected"  # the day was read or typed wrongly: no move
    excused = "excused"  # they are away: the date waits for them, and that is no slip
    broken = "broken"
    withdrawn = "withdrawn"


class DecisionKind(StrEnum):
    """What a member decided about a deal."""

    later = "later"  # not before until_on
    wakes = "wakes"  # imported, and nobody spoke with them here yet: comes up on until_on (voice.md 2)
    keep = "keep"  # the chase goes on because of `reason`, until until_on
    absent = "absent"  # the prospect is away, back on until_on
    leaves = "leaves"  # beside an absence to come: until until_on they are still there
    heard_nothing = "heard_nothing"  # asked whether they were heard from: they were not
    no_next_step = "no_next_step"  # asked for a next step; none was agreed
    beside = "beside"  # the step `reason` on until_on holds beside what the same act put down or called off
    qualified = "qualified"  # the rep says that it is a true prospect
    let_go = "let_go"
    window = "window"  # beside a let-go: from until_on they may buy, `reason` is their words for it (H31, H50)
    reserved = "reserved"  # `reason` is really kept for them until until_on (H42)
    came_up = "came_up"  # `reason` is a question for them, open until it was asked (H12)
    asked = "asked"
    help_wanted = "help_wanted"  # the owner asks who leads them for help; `reason` in a few words
    helped = "helped"  # it was taken up, or is not needed any more
    do_not_contact = "do_not_contact"  # they asked for it: final, for everyone
    handed_over = "handed_over"  # `reason` is who had it before
    misnamed = "misnamed"  # `reason` is a wrong name of what was recorded before, and the right one
    won = "won"
    lost = "lost"
    reopened = "reopened"
