"""Lists of what is due, comes, is owed or is there: which module makes each. A command without a case does not type-check."""

from bot.cards import Reply
from bot.commands import AboutLists, lists
from bot.conversation import attention, catching_up, followups, of_a_list, owing, planning, which_deals
from bot.conversation.exchange import Exchange
from bot.views.spans import Span


def about_lists(exchange: Exchange, command: AboutLists) -> Reply:
    match command:
        case lists.Followups(everything=everything, whose=whose, first=first):
            if whose:
                return of_a_list.list_of(exchange, whose)
            return followups.followups(exchange, Span(everything=everything, first=first))
        case lists.Attention():
            return attention.attention(exchange)
        case lists.Upcoming():
            return planning.upcoming(exchange, command)
        case lists.Owed(whose=whose):
            return owing.owed_by(exchange, command) if whose else owing.owed(exchange, command)
        case lists.Deals():
            return planning.deals(exchange, command)
        case lists.Which():
            return which_deals.which(exchange, command)
        case lists.Nurture():
            return planning.nurture(exchange, command)
        case lists.CatchUp():
            return catching_up.catch_up(exchange)
