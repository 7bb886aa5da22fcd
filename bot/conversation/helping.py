"""A rep asks for help on a deal: whoever leads them reads it in their next list, and takes it up by a press (voice.md 3)."""

from bot.cards import Button, Reply
from bot.commands.deals import AnswerHelp, Helped, HelpMe
from bot.conversation.exchange import Exchange
from bot.conversation.finding import find_deal
from bot.model import Deal, DecisionKind, first_name
from bot.playbook.helping import help_wanted, was_asked
from bot.playbook.standing import is_open
from bot.views.asking import note
from bot.views.helping import answer_form
from bot.views.naming import OPEN_DEAL, shortened
from bot.views.touching import settled

_LONGEST, _SHOWN = 2_000, 140


def help_me(exchange: Exchange, command: HelpMe) -> Reply:
    deal = find_deal(exchange, command.who, lambda id_: f"help me on {id_}: {command.why}".rstrip(": "))
    if isinstance(deal, Reply):
        return deal
    return _refused(exchange, deal) or _ask(exchange, deal, shortened(" ".join(command.why.split()), _LONGEST))


def _refused(exchange: Exchange, deal: Deal) -> Reply | None:
    if deal.owner_id != exchange.member.id:
        owner = first_name(exchange.names.get(deal.owner_id, ""), "somebody")
        return note(f"{deal.label} is {owner}'s: {owner} asks for help there.", Button(OPEN_DEAL, f"where {deal.id}"))
    if exchange.manager_of(exchange.member) is None:
        return note(
            f"Nobody leads you here: nobody would read about {deal.label}. An admin types: make Tom a rep of Maria"
        )
    history = exchange.history(deal.id)
    now = exchange.standing(history)
    if not is_open(now.state):
        return note(f"{deal.label} is closed: {now.why}.", Button("Reopen", f"reopen {deal.id}"))
    return None


def _ask(exchange: Exchange, deal: Deal, why: str) -> Reply:
    """Asked again, the newer words count: one line a deal."""
    told = f", “{shortened(why, _SHOWN)}”" if why else ""
    act_id = exchange.act(f"{deal.label}: asked for help{told}")
    if help_wanted(exchange.history(deal.id)):
        _decide(exchange, deal, act_id, DecisionKind.helped, "")
    _decide(exchange, deal, act_id, DecisionKind.help_wanted, why)
    leader = exchange.manager_of(exchange.member)
    who = leader.first_name if leader else "Whoever leads you"
    then = (
        f"{who} reads it in the next list, and you hear when it is taken up. Not needed any more: helped {deal.label}"
    )
    return settled(f"{deal.label}: asked for help{told}", act_id, then=then)


def answer(exchange: Exchange, command: AnswerHelp) -> Reply:
    """What was asked, and a form for the words."""
    deal = find_deal(exchange, command.who, lambda id_: f"answer help {id_}")
    if isinstance(deal, Reply):
        return deal
    asked = help_wanted(exchange.history(deal.id))
    if not asked:
        return _nobody_waits(deal)
    return Reply(*answer_form(deal, _owner(exchange, deal), asked.reason))


def helped(exchange: Exchange, command: Helped) -> Reply:
    """It was taken up, or the rep needs none any more."""
    deal = find_deal(exchange, command.who, lambda id_: f"helped {id_}: {command.answer}".rstrip(": "))
    if isinstance(deal, Reply):
        return deal
    is_own = deal.owner_id == exchange.member.id
    history = exchange.history(deal.id)
    is_further = bool(command.answer) and not is_own and was_asked(history)  # somebody was faster; no word is lost
    if not (help_wanted(history) or is_further):
        return _nobody_waits(deal)
    words = shortened(" ".join(command.answer.split()), _LONGEST)
    act_id = exchange.act(f"{deal.label}: {'no help needed any more' if is_own else 'help taken up'}")
    _decide(exchange, deal, act_id, DecisionKind.helped, words)
    if is_own:
        return settled(f"{deal.label}: no help needed any more", act_id)
    told = f"{deal.label}: taken up{f', “{shortened(words, _SHOWN)}”' if words else ''}"
    return settled(told, act_id, then=f"{_owner(exchange, deal)} reads that in the next list.")


def _nobody_waits(deal: Deal) -> Reply:
    return note(f"Nobody waits for help on {deal.label}.", Button(OPEN_DEAL, f"where {deal.id}"))


def _owner(exchange: Exchange, deal: Deal) -> str:
    return first_name(exchange.names.get(deal.owner_id, ""), "the owner")


def _decide(exchange: Exchange, deal: Deal, act_id: int, kind: DecisionKind, why: str) -> None:
    exchange.store.history.add_decision(act_id, deal.id, exchange.member.id, exchange.today, kind, reason=why)
