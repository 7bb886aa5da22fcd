"""Errors as they may stand in a log: where they happened and of what kind. Their own text may hold somebody's words."""


class Failure(Exception):
    """An error without its text."""


def wordless(error: Exception) -> Failure:
    """For `exc_info`: the type's name and the traceback, nothing of what the error says."""
    return Failure(type(error).__name__).with_traceback(error.__traceback__)
