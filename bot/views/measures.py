"""What came of the work, in sentences: counts always, a share from twenty cases on, nobody ranked (S1, S50, S51, H46)."""

from collections.abc import Sequence
from datetime import date

from bot.cards import Block, Button, Buttons, Card, Line, Text, Tone
from bot.days import written
from bot.playbook.answered import Answer
from bot.playbook.coaching import CheckedPhrase, OwnCalls
from bot.playbook.first_calls import FirstCalls
from bot.playbook.measures import ENOUGH, Kept, Measures, Touched, middle, share
from bot.playbook.parts import capital
from bot.views.naming import counted, people

_SHOWN_CALLS, _SHOWN_PHRASES = 5, 5
_CALLS_FOR_A_PART = 5
_PAIR = 2
PERIODS = ((30, "The last 30 days"), (90, "The last 90 days"), (365, "The last year"))


def works_card(found: Measures, days: int, *, is_team: bool, leads: bool) -> Card:
    title = f"Does it work? {'Your team, the' if is_team else 'Your own work, the'} last {over(days)}"
    others = _others(days, is_team=is_team, leads=leads)
    if found.is_empty:
        nothing = Text("Nothing yet: log a few calls, and what came of them stands here.")
        return Card(title, (nothing, Buttons((Button("Log a call", "log"), *others))))
    parts = (
        ("What came back", _touches(found)),
        ("Conversations", _conversations(found)),
        ("The yes-or-no message", _answers(found)),
        ("Promises that fell due", [*promises_told("They", found.theirs), *promises_told("We", found.ours)]),
    )
    blocks: list[Block] = []
    for heading, sentences in parts:
        blocks += [Text(heading, Tone.strong), *map(Text, sentences)] if sentences else []
    chart = Button("As a chart", f"chart {'team' if is_team else 'mine'} {days} days")
    return Card(title, (*blocks, _small_print(found, is_team=is_team), Buttons((chart, *others))))


def _touches(found: Measures) -> list[str]:
    touched, between = found.touched, found.between_advances
    sentences = []
    if touched.touches:
        sentences.append(
            f"Of {_tried(touched)}, {_came_of(touched)}: they took something on, agreed to a meeting, or ordered."
        )
    if between:
        sentences.append(f"From one promised step to the next: {_took(between)}.")
    return sentences


def _tried(touched: Touched) -> str:
    return _number(touched.touches, "call or message", "calls and messages")


def _came_of(touched: Touched) -> str:
    answered, advanced = (
        _part(part, touched.touches) if part else "none" for part in (touched.answered, touched.advanced)
    )
    return f"{answered} brought an answer{_quoted(touched)}, and in {advanced} they promised a step"


def calls_card(found: Touched, logged: int, name: str, when: str, *, buttons: tuple[Button, ...]) -> Card:
    """What was logged, and beside it what came back: of each day on a deal once."""
    told = _number(logged, "call or message", "calls and messages")
    title = f"{name}, {when}: {told if logged else 'no call or message yet'}"
    by_day = f"Several on one day with one deal count once here: of {found.touches}, "
    what = f"{by_day if logged != found.touches else ''}{_came_of(found)}." if found.touches else ""
    came = (Text(capital(what)),) if what else ()
    return Card(title, (*came, Buttons(buttons)))


def _quoted(touched: Touched) -> str:
    """In how many answers their own words are on record: a logged conversation alone is not a word of theirs."""
    if not touched.answered:
        return ""
    if touched.answered == 1:
        return f", {'with' if touched.quoted else 'without'} words of theirs on record"
    return f", {touched.quoted or 'none'} of them with words of theirs on record"


def _conversations(found: Measures) -> list[str]:
    talks = found.talks
    sentences = []
    if talks.talks:
        stepped = _part(talks.stepped, talks.talks)
        sentences.append(
            f"{stepped} of {talks.talks} ended with a next step: something of theirs by a day, or an agreed day."
        )
    told = ((found.with_step, "First ones with a next step"), (found.without_step, "First ones without"))
    return [*sentences, *(sentence for calls, lead in told if (sentence := _of_calls(calls, lead)))]


def _of_calls(calls: FirstCalls, lead: str) -> str:
    told = []
    if calls.calls:
        told.append(f"{calls.calls}, {_quiet(calls)} went quiet later")
    if calls.days_to_decision:
        told.append(f"to their yes or no {_took(calls.days_to_decision)}")
    return f"{lead}: {'; '.join(told)}." if told else ""


def _quiet(calls: FirstCalls) -> str:
    if calls.quiet in {0, calls.calls}:
        return "none" if not calls.quiet else "which" if calls.calls == 1 else "all of which"
    return _part(calls.quiet, calls.calls)


_ANSWERS = (
    (Answer.order, "an order"),
    (Answer.no, "a no"),
    (Answer.later, "later, with a day"),
    (Answer.other, "a word that left it open"),
    (Answer.none, "no answer"),
    (Answer.waiting, "still has time"),
)


def _answers(found: Measures) -> list[str]:
    """A no is an answer, and a good one (H47)."""
    sent = sum(found.answers.values())
    if not sent:
        return []
    over = sent - found.answers.get(Answer.waiting, 0)
    answered = over - found.answers.get(Answer.none, 0)
    kinds = [f"{label}: {found.answers[kind]}" for kind, label in _ANSWERS if found.answers.get(kind)]
    of = f", {_part(answered, over)} of {over} answered" if over else ""
    return [f"Sent {_times(sent)}{of}. {capital('; '.join(kinds))}."]


def promises_told(who: str, kept: Kept) -> list[str]:
    if not kept.due:
        return []
    late = f", {counted(kept.late)} of them late" if kept.late else ""
    late = ", late" if kept.late == kept.kept == 1 else late
    still = f"; {counted(kept.still_open)} {'is' if kept.still_open == 1 else 'are'} late and still open"
    moved = f"; {counted(kept.moved)} missed and moved" if kept.moved else ""
    return [f"{who} kept {_part(kept.kept, kept.due)} of {kept.due}{late}{still if kept.still_open else ''}{moved}."]


def _small_print(found: Measures, *, is_team: bool) -> Text:
    """How it was counted, of what is shown alone."""
    first = found.with_step.calls + found.without_step.calls
    whose = (
        "Everybody together: nobody is ranked, and each reads their own alone."
        if is_team
        else "Whoever leads you reads everybody's together, without names."
    )
    told = (
        "Several tries on one day count once." if found.touched.touches else "",
        "Quiet: two in a row without an answer." if first else "",
        "Late: put down as kept after its day." if found.theirs.late or found.ours.late else "",
        f"Shares in percent come from {ENOUGH} cases on.",
        whose,
    )
    return Text(" ".join(filter(None, told)), Tone.quiet)


def _others(days: int, *, is_team: bool, leads: bool) -> tuple[Button, ...]:
    mine = "" if is_team or not leads else " mine"
    periods = [Button(label, f"does it work{mine} {length} days") for length, label in PERIODS if length != days]
    switch = [Button("My own", "does it work mine") if is_team else Button("My team", "does it work")] if leads else []
    return (*switch, *periods, *([] if is_team else [Button("Coach me", "coach me")]))


def coaching_card(
    worn: Sequence[CheckedPhrase], calls: OwnCalls, questions: Sequence[str], days: int, today: date
) -> Card:
    """Kind, and private: what to say instead, never how often one fell short."""
    blocks: list[Block] = []
    if worn:
        blocks.append(Text("Phrases in texts that you had checked", Tone.strong))
        blocks += [Line(_phrase(one), say=f"Instead: {one.instead}") for one in worn[:_SHOWN_PHRASES]]
    if calls.calls:
        blocks.append(Text("Next steps", Tone.strong))
        blocks += _calls(calls, questions, today)
    if not blocks:
        blocks.append(Text("Nothing yet: log a few calls, or have a text checked before you send it."))
        blocks.append(Buttons((Button("Log a call", "log"), Button("How to have a text checked", "help calls"))))
    blocks.append(Text("Only you see this; whoever leads you does not.", Tone.quiet))
    return Card(f"For you alone: the last {over(days)}", tuple(blocks))


def _phrase(worn: CheckedPhrase) -> str:
    return f"“{worn.found}”" if worn.days == 1 else f"“{worn.found}”, on {counted(worn.days)} days"


def _calls(calls: OwnCalls, questions: Sequence[str], today: date) -> list[Block]:
    blocks: list[Block] = [Text(told) for told in (_dated(calls), _promised(calls)) if told]
    if not calls.undated:
        return blocks
    named = list(
        dict.fromkeys(f"{history.deal.label} ({written(touch.on, today)})" for history, touch in calls.undated)
    )
    more = [f"{len(named) - _SHOWN_CALLS} more"] if len(named) > _SHOWN_CALLS else []
    blocks.append(Text(f"Left open: {people([*named[:_SHOWN_CALLS], *more])}."))
    if questions:
        lead = (
            f"{capital(counted(len(questions)))} questions that get a day"
            if len(questions) > 1
            else "A question that gets a day"
        )
        blocks += [Text(f"{lead}:"), *(Line(question) for question in questions)]
    return blocks


def _dated(calls: OwnCalls) -> str:
    """What there was; a part of the whole only of enough calls, and where it is no shortfall (S54)."""
    dated = calls.calls - len(calls.undated)
    if not dated:
        return ""
    in_part = calls.calls >= _CALLS_FOR_A_PART and dated * 2 >= calls.calls
    told = f"{_part(dated, calls.calls)} of {calls.calls}" if in_part else capital(counted(dated))
    noun = "conversation" if dated == 1 and not in_part else "conversations"
    return f"{told} {noun} ended with a next step: something of theirs by a day, or an agreed day."


def _promised(calls: OwnCalls) -> str:
    """A day of theirs is worth more than a day for our call; the share of it from twenty cases on, whatever it is."""
    if not calls.promised:
        return ""
    noun = "conversation" if calls.promised == 1 else "conversations"
    few = f"{counted(calls.promised)} {noun}"
    whole = f"{_part(calls.promised, calls.calls)} of {calls.calls} conversations" if calls.calls >= ENOUGH else few
    return f"In {whole} they took something on by a day."


def _part(part: int, whole: int) -> str:
    """ "7", "7 (35%)"; a share only where there are enough cases."""
    percent = share(part, whole)
    return f"{part}" if percent is None else f"{part} ({percent}%)"


def _took(days: Sequence[int]) -> str:
    """ "the middle one of 7 took 12 days, the longest 40"; of two there is no middle one."""
    longest = _number(days[-1], "day", "days")
    if len(days) == 1:
        return f"{longest}, in one case"
    if len(days) == _PAIR:
        return f"{longest}, in both of two cases" if days[0] == days[-1] else f"{days[0]} and {longest}, in two cases"
    return f"the middle one of {len(days)} took {_number(middle(days), 'day', 'days')}, the longest {days[-1]}"


def _number(count: int, one: str, many: str) -> str:
    return f"{count} {one if count == 1 else many}"


def _times(count: int) -> str:
    return {1: "once", 2: "twice"}.get(count, f"{count} times")


def over(days: int) -> str:
    return "year" if days == 365 else _number(days, "day", "days")  # noqa: PLR2004 - the days of a year
