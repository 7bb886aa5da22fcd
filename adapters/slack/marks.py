"""Slanted, bold, struck and code letters of a message, as plain words.

Behind a slash command Slack makes none of them: there each sign is what was typed.
"""

import re

# A whole word or more between two marks, as slanted, bold and struck letters are typed; "snake_case" and "2*3" have theirs inside.
_MARKS = "_*~"


def _between(mark: str) -> re.Pattern[str]:
    others = _MARKS.replace(mark, "")
    before, behind = rf"(?:^|(?<=[\s(\"'“‘{others}]))", rf"(?=$|[\s.,:;!?)\"'”’{others}])"
    return re.compile(
        rf"{before}[{mark}](?P<words>[^\s{mark}](?:[^{mark}\n]*[^\s{mark}])?)[{mark}]{behind}", re.MULTILINE
    )


_MARKED = tuple(_between(mark) for mark in "_*")
_STRUCK = _between("~")
_CODE = re.compile(r"```(?P<block>.+?)```|`(?P<words>[^`\n]+)`", re.DOTALL)


def upright(text: str) -> str:
    """A message as it reads: marks go, the words between them stay; what was struck out goes with its marks."""
    text = _CODE.sub(lambda found: (found["block"] or found["words"]).strip(), text) if "`" in text else text
    for marked in _MARKED:
        text = marked.sub(r"\g<words>", text)
    return _STRUCK.sub("", text)
