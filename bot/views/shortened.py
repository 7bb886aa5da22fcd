"""What is said where a platform cannot show a whole card or form: how much is missing, and how to do it all the same."""

from bot.views.naming import counted

MORE = "More"  # the label of a menu with further actions
NOTHING = "Nothing to show."

# Where a platform has fewer buttons than a card: the line is picked first, then what to do with it.
WHICH_ONE = "Which one?"
WHAT_ABOUT_IT = "What about it?"
WHAT_NEXT = "Anything else?"
CHOOSE_A_LINE = "Choose a line"
CHOOSE_WHAT = "Choose what to do"
THE_WHOLE_CARD = "None of them: the whole list"
DO_IT = "Do it"
CHOOSE_FIRST = "Please choose first what to do."
OR_A_NEW_NAME = "Or a new name"
PLEASE_FILL_IN = "Please fill this in."
NOT_FOR_THIS_ONE = "That cannot be done with this one. Please choose something else."


def and_more(count: int) -> str:
    """Under a list that was cut."""
    return f"and {counted(count)} more"


def show_next(missing: int, shown: int) -> str:
    """The way to those: about as many come at once as were shown."""
    return f"Show the next {min(missing, shown)}"


def type_it(label: str) -> str:
    """A button whose command is too long for the platform; the command stands below it."""
    return f"{label}: copy this and send it to me."
