"""Questions that fit the thing they have: a paper has parts, samples have none; what is talked over has no "both"."""

import re

from bot.playbook.facts import Facts, thing_in

_PAPER = re.compile(
    r"\b(?:study|figures|deck|proposal|plan|report|presentation|contract|agreement|terms|quote|quotation|offer|guide|sheet|paper"
    r"|document|documents|brochure|catalogue|specification|spec|numbers|results|draft|scope|schedule)\b",
    re.IGNORECASE,
)
_TALKED_OVER = re.compile(
    r"^(?=(?:talk|speak|check|discuss|ask|run|consult|agree|decide|show)\b)(?:.*?\b(?:with|to|past|ask) (?P<who>(?:your|the) [\w-]+|[A-Z][\w'-]+)(?=$|[,;]))?",
)


def about_new(thing: str) -> tuple[str, str]:
    """What to ask about what we sent them."""
    if _PAPER.search(thing):
        return "Which part should we start with?", "Which part of it matters most to you?"
    it = "them" if is_several(thing) else "it"
    return f"What would you like to know about {it}?", f"What would have to be right about {it}?"


def is_several(thing: str) -> bool:
    head = re.split(r"\s+(?:of|for|from|on|in|with|to|about)\s+", thing)[0]
    return head.endswith("s") and not head.endswith("ss")


def did_they_look(facts: Facts, *, short: bool = False) -> str:
    """`short`: right behind their promise. When what they took on is to talk something over, and we have sent something since; else empty."""
    talked = _TALKED_OVER.match(facts.their_phrase)
    if not talked or facts.their_by or not facts.new or thing_in(facts.their_phrase):
        return ""
    it = "them" if is_several(facts.new) else "it"
    who = talked["who"] or ""
    if short:
        return f"Have {'they' if who and is_several(who) else 'you both' if who else 'you all'} seen {it}?"
    if who.startswith(("your ", "the ")) and is_several(who):
        return f"Did {who} get to look at {it}?"
    return f"Did you and {who} get to look at {it}?" if who else f"Did you get to look at {it} together?"
