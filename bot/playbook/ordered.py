"""An order keeps what they promised towards it: to sign, to order, to decide, to send the PO or the contract back.

What else they took on, and all that we promised, stays open.
"""

import re
from collections.abc import Iterable

from bot.model import Commitment

_BUY = frozenset("order reorder buy purchase renew commit".split())
_SIGN = frozenset("sign signs signed countersign countersigned e-sign esign signature signatures docusign".split())
_THE_ORDER = frozenset("order po purchase contract agreement paperwork decision answer go-ahead ahead yes deal".split())
_ABOUT_IT = frozenset(
    "formal final written firm copy number form raised issued released approved through back over in green light go quote offer proposal no".split()
)
_AGREE = frozenset("decide approve accept confirm finalise finalize agree".split())
_ANOTHER = frozenset("nda ndas confidentiality sample samples trial pilot survey minutes parts lunch waiver".split())
_SMALL = frozenset(
    "the a an our my your their his her to of for with on at by out me us him it you we them this that or and whether be get".split()
)


def kept_by_an_order(theirs: Iterable[Commitment]) -> tuple[Commitment, ...]:
    """Of their open promises those that are done once they have ordered."""
    return tuple(promise for promise in theirs if _is_the_order(promise.text))


def _is_the_order(text: str) -> bool:
    words = re.findall(r"[a-z][\w'’-]*", text.casefold())
    verb, named = "".join(words[:1]), frozenset(words[1:]) - _SMALL
    if named & _ANOTHER:
        return False
    if verb in _BUY or _SIGN & {verb, *named}:
        return True
    is_of_it = named <= _THE_ORDER | _ABOUT_IT
    return is_of_it and (verb in _AGREE or bool(named & _THE_ORDER))
