"""What needs the member: what is due and late of their own, and for who leads others of the team."""

from dataclasses import replace

from bot.cards import Reply, Text, Tone
from bot.conversation.exchange import Exchange
from bot.conversation.followups import due_lines, followups
from bot.conversation.team import team


def attention(exchange: Exchange) -> Reply:
    """Their own list comes first, and is left out where it is empty and they lead others."""
    if not exchange.led - {exchange.member.id}:
        return followups(exchange)
    theirs = team(exchange, only_due=True)
    if not due_lines(exchange):
        return Reply(theirs)
    own = followups(exchange)
    return replace(
        own, card=replace(own.card, blocks=(*own.card.blocks, Text(theirs.title, Tone.strong), *theirs.blocks))
    )
