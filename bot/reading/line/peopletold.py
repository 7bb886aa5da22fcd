"""What a clause tells of people: who decided, who is away by a desk's word, who has left and with whom to speak from now on."""

from dataclasses import replace

from bot.reading.grammar.others import told_by_another, told_by_desk, told_by_machine
from bot.reading.line.heard import Heard, dates_in
from bot.reading.outcome.answers import answer
from bot.reading.people.smallnames import named
from bot.reading.people.successor import StandIn, gone, phone_alone, stand_in, successor
from bot.reading.waits.absence import Away, away


def is_of_people(heard: Heard, plain: str, typed: str) -> bool:
    return (
        is_about_people(heard, plain, typed)
        or is_stand_in(heard, plain, typed)
        or is_answer(heard, plain, typed)
        or is_told_by_desk(heard, plain, typed)
    )


def is_about_people(heard: Heard, plain: str, typed: str) -> bool:
    """Whether it says who has left, or with whom to speak from now on: then that one is the contact."""
    left, new = gone(plain), successor(plain, heard.notes, has_left=bool(heard.gone))
    new = replace(new, stands_in=True) if new and heard.away and not (left or heard.gone) else new
    phone = phone_alone(plain) if heard.successor and not heard.successor.phone else ""
    if phone and heard.successor:
        new = replace(heard.successor, phone=phone)
    if new and new.stands_in and new.name.split()[0] in {name.split()[0] for name in heard.day.colleagues}:
        new = None  # one of ours
    if not (left or new):
        return False
    heard.gone, heard.successor = left or heard.gone, new or heard.successor
    heard.away = None if new and new.stands_in else heard.away
    if heard.successor:
        heard.contact = heard.successor.name
    elif heard.contact.split()[:1] == heard.gone.split()[:1]:
        heard.contact = ""
    heard.notes.append(typed)
    return True


def is_stand_in(heard: Heard, plain: str, typed: str) -> bool:
    """Who covers for one who is away is there as well, and not away; whom we deal with stays who it was."""
    there = stand_in(plain, is_away=bool(heard.away))
    if not there or there.name.split()[0] in {one.split()[0] for one in heard.day.colleagues}:
        return False
    heard.away = heard.away or _till_they_are_back(heard, there)
    if not heard.away:
        return False
    heard.others.append(there.name)
    heard.notes.append(typed)
    return True


def _till_they_are_back(heard: Heard, there: StandIn) -> Away | None:
    """ "Kees Bol covers until 14 Dec": whoever was told of before is back then."""
    absent = f"they are away {there.until}"
    found = away(absent, dates_in(absent, heard.day), (), day_first=heard.day.day_first) if there.until else None
    who = heard.actor or heard.contact
    return replace(found, who=who) if found and who.split()[:1] != there.name.split()[:1] else found


def is_answer(heard: Heard, plain: str, typed: str) -> bool:
    """What a boss or a department decided is no word of the contact's."""
    told = answer(plain)
    heard.answered += [told.who] if told else []
    if told and told.who:
        heard.notes.append(typed)
    return bool(told and told.who)


def is_told_by_desk(heard: Heard, plain: str, typed: str) -> bool:
    """ "reception says Jo is off till Monday", "autoreply: ooo till 7/1": only the absence is taken from it.

    Who tells of another's absence is there; "Jo says she is away" may be Jo."""
    who, by_another = told_by_another(plain)
    said = told_by_desk(plain) or told_by_machine(plain) or by_another
    told = named(said, heard.people) if said else ""
    absent = away(told, dates_in(told, heard.day), heard.people, day_first=heard.day.day_first) if told else None
    if not absent or (who and (not absent.who or _is_same(absent.who, who))):
        return False
    heard.away = absent
    heard.contact = heard.contact or who
    heard.notes.append(typed)
    return True


def _is_same(one: str, other: str) -> bool:
    return one.split(maxsplit=1)[0].casefold() == other.split(maxsplit=1)[0].casefold()
