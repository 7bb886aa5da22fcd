"""Days as people write and say them: promises get weekday and date, memories get "last Tuesday"."""

from datetime import date, timedelta

WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
FULL_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
_RECENT_DAYS = 21  # after that a weekday means nothing to the other side


def written(day: date, today: date | None = None) -> str:
    """ "Fri 13 March", with the year when it is not `today`'s."""
    year = f" {day.year}" if today is None or day.year != today.year else ""
    return f"{WEEKDAYS[day.weekday()]} {day.day} {MONTHS[day.month - 1]}{year}"


def promised(day: date, today: date) -> str:
    """A date as one says it to the person who will keep it: "Friday 13 March"."""
    year = f" {day.year}" if day.year != today.year else ""
    return f"{FULL_WEEKDAYS[day.weekday()]} {day.day} {MONTHS[day.month - 1]}{year}"


def near(day: date, today: date) -> str:
    """A deadline on a list: "today", "tomorrow", "due Fri", "2 days late", "due Fri 20 March"."""
    away = (day - today).days
    if away < 0:
        return f"{-away} day{'s' if away < -1 else ''} late"
    if away <= 1:
        return ("today", "tomorrow")[away]
    return f"due {WEEKDAYS[day.weekday()]}" if away < 7 else f"due {written(day, today)}"  # noqa: PLR2004 - a week


def spoken(day: date, today: date) -> str:
    """When something was said, as one says it: "yesterday", "on Monday", "last Tuesday", "in February"."""
    ago = (today - day).days
    if ago <= 1:
        return "today" if ago <= 0 else "yesterday"
    monday = today - timedelta(days=today.weekday())
    if day >= monday:
        return f"on {FULL_WEEKDAYS[day.weekday()]}"
    if day >= monday - timedelta(days=7):
        return f"last {FULL_WEEKDAYS[day.weekday()]}"
    if ago <= _RECENT_DAYS:
        return f"on {day.day} {MONTHS[day.month - 1]}"
    if day.year == today.year or ago < 300:  # noqa: PLR2004 - within a year the month is clear
        return f"in {MONTHS[day.month - 1]}"
    return f"in {MONTHS[day.month - 1]} {day.year}"
