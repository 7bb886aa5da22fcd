"""What the organisation is called in words to a prospect."""

from bot.cards import Button, Buttons, Card, Text

_CHANGED = "An admin changes it: settings company Acme"


def said(company: str, member: str) -> str:
    if not company:
        return f"Words to a prospect say your name alone: I was not told what your company is called. {_CHANGED}"
    return f"Words to a prospect say “{_introduced(member, company)}” {_CHANGED}"


def for_the_admin(company: str) -> str:
    """Beside the first steps of whoever sets it up."""
    if not company:
        return "What is your company called? Words to a prospect say the rep's name alone until you type: settings company Acme"
    return f"Words to a prospect say {company} as your company. If it is called otherwise, type: settings company Acme"


def no_name(longest: int) -> str:
    return f"A company's name has 1 to {longest} characters, and letters or figures among them: settings company Acme"


def renamed(company: str, before: str, member: str) -> Card:
    told = Text(f"✓ Words to a prospect say “{_introduced(member, company)}” from now on.")
    back = (Buttons((Button(f"Back to {before}", f"settings company {before}"),)),) if before else ()
    return Card("", (told, *back))


def _introduced(member: str, company: str) -> str:
    return f"This is {member} at {company.removesuffix('.')}."
