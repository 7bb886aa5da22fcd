"""What is said where a platform cannot show a whole card or form: how much is missing, and how to do it all the same."""

from bot.views.naming import counted

MORE = "More"  # the label of a menu with further actions
NOTHING = "Nothing to show."


def and_more(count: int) -> str:
    """Under a list that was cut."""
    return f"and {counted(count)} more"


def type_it(label: str) -> str:
    """A button whose command is too long for the platform; the command stands below it."""
    return f"{label}: copy this and send it to me."
