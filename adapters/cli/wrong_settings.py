"""A setting that cannot be used is told in one sentence, by the name under which it was set; a value is never repeated, it may be a secret."""

from pydantic import ValidationError
from pydantic_core import ErrorDetails


class WrongSetting(ValueError):
    """A setting that cannot be used."""


class WrongFile(WrongSetting):
    """The file of settings, or the folder that it is looked for in, cannot be read. What to do stands in the sentence."""


def public_name(field: str) -> str:
    name = field.upper()
    return name if name.startswith(("SLACK_", "TEAMS_", "IDENTITY_", "FOLLOWTHROUGH_")) else f"FOLLOWTHROUGH_{name}"


def told(error: ValidationError) -> str:
    """A line for each thing to mend."""
    return "\n".join(_sentence(problem) for problem in error.errors())


def _sentence(problem: ErrorDetails) -> str:
    where = f"{public_name(str(problem['loc'][0]))}: " if problem["loc"] else ""
    return f"{where}{_in_our_words(problem).removeprefix('Value error, ')}"


def _in_our_words(problem: ErrorDetails) -> str:
    """The library's speak of inputs and parsing."""
    limits, kind = problem.get("ctx", {}), problem["type"]
    if kind.startswith("int_"):
        return "has to be a whole number"
    if kind.startswith("bool_"):
        return "has to be 1 (on) or 0 (off)"
    if kind == "greater_than_equal":
        return f"has to be {limits['ge']} or more"
    return f"has to be {limits['le']} or less" if kind == "less_than_equal" else problem["msg"]
