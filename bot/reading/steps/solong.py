"""So long with somebody is a talk: with a day to come it is the next one, otherwise it is what the line tells of."""

import re

from bot.reading.words.speech import NAME

_LONG = (
    r"(?:(?:\d{1,3}|half\s+an?|an|one|a)[\s-]*(?:min(?:ute)?s?|hrs?|hours?)|half\s+hour)(?=\s+(?:w/\s*|with\s+|w\s+)\w)"
)
_LEAD = r"(?:(?:(?:and|but|then|so|got|have|booked)\s+)*)"
_WITH = re.compile(rf"^{_LEAD}{_LONG}", re.IGNORECASE)
_TALKED = re.compile(rf"^{_LEAD}(?:{NAME}\s+)?(?:(?:had|spent|did)\s+)?{_LONG}", re.IGNORECASE)


def spoken_for(clause: str) -> str:
    """ "20 min w/ Ruth Mon 11:30" is a call; as long as it was, so that every day stands where it stood."""
    return _WITH.sub(lambda found: f"{'call':<{len(found[0])}}", clause)


def is_so_long(clause: str) -> bool:
    """ "45 min w/ Dana today": nobody promises anything."""
    return bool(_TALKED.match(clause))
