"""Emoji as a platform spells them (`:rocket:`): a part of a name or of what was said, whose colons part nothing."""

import re

_SHORTCODE = re.compile(r"(?<!\w):[a-z0-9_+-]{1,60}:")
_INSIDE = re.compile(r":(?=\S)")  # of an hour, an address, or another shortcode
_HIDDEN = "\ue000"  # stands where the colon stood, in a character that nobody types


def hidden(text: str) -> str:
    """With another character for each colon that parts nothing: of a shortcode, an hour or an address."""
    if ":" not in text:
        return text
    return _INSIDE.sub(_HIDDEN, _SHORTCODE.sub(_hide, text))


def _hide(found: re.Match[str]) -> str:
    return found[0].replace(":", _HIDDEN)


def shown(text: str) -> str:
    """As it was typed."""
    return text.replace(_HIDDEN, ":")


def without_shortcodes(text: str) -> str:
    return _SHORTCODE.sub(" ", text)


def at_colon(text: str) -> tuple[str, str, str]:
    """What stands before and behind the first colon that is of no shortcode, and the colon, as `partition` gives them."""
    head, mark, rest = _SHORTCODE.sub(_hide, text).partition(":")
    return shown(head), mark, shown(rest)


def at_mark(text: str) -> tuple[str, str, str]:
    """The same at the first colon that parts something: not that of "10:30" or "https://"."""
    head, mark, rest = hidden(text).partition(":")
    return shown(head), mark, shown(rest)


def with_marks_apart(text: str) -> str:
    """A blank on both sides of each colon that parts something: "Acme : they like it"."""
    return shown(hidden(text).replace(":", " : "))


def stripped(text: str, marks: str) -> str:
    """Without these marks at both ends; the colons of a shortcode stay."""
    return shown(_SHORTCODE.sub(_hide, text).strip(marks))


def begun(text: str, marks: str) -> str:
    """The same at its beginning alone."""
    return shown(_SHORTCODE.sub(_hide, text).lstrip(marks))
