"""Which words are which rule's. A rule needs its own words: names, amounts and ratios are left alone.

`WHOLE` holds for a phrase that was typed as a date and nothing else: there "Jan" is a month and nobody's name.
"""

import re
from collections.abc import Callable

from bot.reading.datewords import LEAD, MONTH, NUMBER, PART, WEEKDAY, DateReading, Day
from bot.reading.dayrules import (
    counted,
    day_and_month,
    day_end,
    iso,
    numeric,
    ordinal,
    relative,
    weekday,
    weekday_after_next,
    weekday_of_week,
)
from bot.reading.feastrules import day_of_named_month, feast, feast_day, nth_weekday
from bot.reading.periodrules import (
    before_month,
    month_part,
    quarter,
    running,
    week_after,
    week_of,
    week_of_month,
    week_rule,
    weekend,
)  # fmt: skip

Rule = Callable[[re.Match[str], Day], DateReading | None]
Rules = tuple[tuple[re.Pattern[str], Rule], ...]


def _rule(pattern: str, rule: Rule) -> tuple[re.Pattern[str], Rule]:
    return re.compile(pattern, re.IGNORECASE), rule


_WEEK = r"(?P<which>(?:this|next|coming)\s+(?:week|wk)|(?:the\s+)?(?:week|wk) after next)"
_NAMED_MONTH = rf"(?:{MONTH}\b|(?P<which>next|this|the)\s+month\b)"
_OF_NOTHING = r"(?!\s+(?:20|(?!because|so|as|if|and|or|at|on|to|then|when|for|with|latest|instead|please)[a-z]{2,}))"  # no "Q1 report"
_NTH = r"(?P<nth>first|1st|second|2nd|third|3rd|fourth|4th|last)"
_SHORT_YEAR = r"['’]?(?:2[4-9]|3\d)(?=\s*(?:$|[,;)]|\.(?!\d)))"  # "13 Mar 27"; up to 23 it may be an hour
_FEAST = r"(?P<feast>christmas|x-?mas|new[ -]year(?:['’]?s)?|easter)(?:\s+(?:holidays?|break|time))?"
_DAY_ENDS = (
    r"eod|cob|end of (?:the )?(?:business |working )?(?:day|play|business)|close of (?:business|play)|(?<=by )cop"
    r"|cop(?=,?\s+(?:on\s+|this\s+|next\s+)*(?:mon|tue|wed|thu|fri|today|tom|tmr))"
)
_TOMORROW = r"tom+or+ow|tmrw|tmw|tmr|tmo|tomo|tomoz|2mor+ow|2moro|2mrw"

RULES: Rules = (
    _rule(LEAD + r"\b(?P<y>20\d\d)-(?P<m>\d\d)-(?P<d>\d\d)\b", iso),
    _rule(rf"{LEAD}\b(?:week of|w/c|week commencing)\s+(?:the\s+)?(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\s+(?:of\s+)?{MONTH}\b", week_of),
    _rule(
        rf"{LEAD}\b(?:{WEEKDAY}[,.]?\s+)?(?:the\s+)?(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\s+(?:of\s+)?{MONTH}\b\.?(?:,?\s+(?P<year>20\d\d|{_SHORT_YEAR}))?",
        day_and_month,
    ),
    _rule(
        rf"{LEAD}\b(?:{WEEKDAY}[,.]?\s+)?{MONTH}\.?\s+(?:the\s+)?(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\b(?![:.]\d)(?:,?\s+(?P<year>20\d\d|{_SHORT_YEAR}))?",
        day_and_month,
    ),
    _rule(
        LEAD + r"(?<![\d/.$€£])\b(?P<first>\d{1,2})(?P<mark>/)(?P<second>\d{1,2})(?:/(?P<year>\d{4}|\d{2}))?\b(?![/%])",
        numeric,
    ),
    _rule(LEAD + r"(?<![\d/.$€£])\b(?P<first>\d{1,2})(?P<mark>\.)(?P<second>\d{1,2})\.(?P<year>20\d\d|\d\d)?(?!\d)", numeric),
    _rule(rf"{LEAD}\b(?P<word>day after (?:{_TOMORROW})|today|tonight|{_TOMORROW}|yesterday)\b(?:\s+(?P<week>week|fortnight)\b(?!\s*[\d-]))?", relative),
    _rule(rf"{LEAD}\b\s*\b(?:the\s+)?{WEEKDAY}\s+after\s+next\b(?!\s+(?:week|wk|month|quarter))", weekday_after_next),
    _rule(rf"\bbefore\s+(?P<part>){MONTH}\b(?!\s*['’]s)(?!\s+\d{{1,2}}\b)(?:\s+(?P<year>20\d\d))?", before_month),
    _rule(rf"{LEAD}\b(?:{_DAY_ENDS})\b", day_end),
    _rule(rf"{LEAD}\b{WEEKDAY}[,.]?\s+(?:the\s+)?(?P<day>\d{{1,2}})(?:st|nd|rd|th)\b(?!\s+(?:of\s+)?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec))", ordinal),
    _rule(rf"{LEAD}\b(?P<modifier>next|this|coming|last|past)?\s*\b{WEEKDAY}\b(?:\s+(?P<week>week|fortnight)\b)?(?!\s*\d{{1,2}}(?:st|nd|rd|th)?\s+(?:of\s+)?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec))", weekday),
    _rule(rf"{LEAD}\b{WEEKDAY}\b,?\s+(?:of\s+|in\s+)?{_WEEK}\b", weekday_of_week),
    _rule(rf"{LEAD}\b{_WEEK},?\s+(?:on\s+)?{WEEKDAY}\b", weekday_of_week),
    _rule(rf"{LEAD}\b{_NTH}\s+{WEEKDAY}\s+(?:of|in)\s+{_NAMED_MONTH}", nth_weekday),
    _rule(rf"{LEAD}\b(?:the\s+)?(?P<day>\d{{1,2}})(?:st|nd|rd|th)\s+(?:of\s+)?(?P<which>next|this|the)\s+month\b", day_of_named_month),
    _rule(rf"{LEAD}\b(?:in|within)\s+{NUMBER}\s+(?P<unit>days?|weeks?|wks?|months?|years?|fortnights?|business days?|working days?)\b(?:['’]s?)?(?:\s+time\b)?", counted),
    _rule(rf"{LEAD}\b{NUMBER}\s+(?P<unit>days?|weeks?|wks?|months?|years?|fortnights?)\s+from (?:now|today)\b", counted),
    _rule(rf"{LEAD}\b{NUMBER}\s+(?P<unit>days?|weeks?|wks?|months?|years?|fortnights?)['’]?s?\s+time\b", counted),
    _rule(LEAD + r"\b(?:in\s+)?(?P<which>(?:this|next|coming)\s+(?:week|wk)|(?:week|wk) after next)\b(?P<part>)", week_rule),
    _rule(rf"{LEAD}\b(?:in\s+)?(?:the\s+)?(?P<part>early|beginning of|start of|mid|middle of|late|later|end of|end)[\s-]*(?:in\s+)?(?:the\s+)?{_WEEK}\b", week_rule),
    _rule(LEAD + r"\b(?P<part>eow|end of (?:the |this )?week|week[- ]end(?=\s*$))\b(?P<which>)", week_rule),
    _rule(LEAD + r"\bthe week after(?=\s*(?:$|[,.;]))", week_after),
    _rule(LEAD + r"(?:\bover\s+(?:the\s+)?)?\b(?P<which>this|next|coming)?\s*\bweekend\b", weekend),
    _rule(LEAD + r"\b(?P<which>next|this|coming)\s+(?P<unit>month|quarter|year)\b", running),
    _rule(LEAD + r"\b(?P<unit>month|quarter)\s+(?P<which>after next)\b", running),
    _rule(rf"{LEAD}\b{PART}(?P<which>next\s+|this\s+)?(?P<unit>month|quarter|year)\b(?P<next>\s+after next\b)?", running),
    _rule(LEAD + r"\b(?P<which>)(?P<part>(?P<unit>eom|eoq|eoy))\b", running),
    _rule(LEAD + r"\b(?P<which>)(?P<part>(?P<unit>month|quarter|year)[- ]end)\b", running),
    _rule(LEAD + r"\b(?P<which>next|this)\s+(?P<unit>month|quarter|year)(?P<part>[- ]end)\b", running),
    _rule(rf"{LEAD}(?:\b{PART})?(?:in\s+)?\b(?P<kind>q)(?P<quarter>[1-4])\b(?:\s+(?:of\s+)?(?P<year>20\d\d))?{_OF_NOTHING}", quarter),
    _rule(rf"{LEAD}(?:\b{PART})?(?:in\s+)?\b(?P<kind>h)(?P<quarter>[12])\b(?:\s+(?:of\s+)?(?P<year>20\d\d))?{_OF_NOTHING}", quarter),
    _rule(rf"{LEAD}\b{PART}{MONTH}\b(?:\s+(?P<year>20\d\d|{_SHORT_YEAR}))?", month_part),
    _rule(rf"{LEAD}\b(?:in\s+)?(?:the\s+)?{_NTH}\s+week\s+(?:of|in)\s+{_NAMED_MONTH}", week_of_month),
    _rule(rf"\b(?P<lead>(?:by|until|till|til|not before|not until|not til|after|in|around|since)\s+)(?P<part>){MONTH}\b(?!\s*['’]s)(?:\s+(?P<year>20\d\d))?", month_part),
    _rule(LEAD + r"(?:\bthe\s+|(?<=\bby )|(?<=\bon )|(?<=\buntil )|(?<=\btil )|(?<=\btill ))(?P<day>\d{1,2})(?:st|nd|rd|th)\b(?!\s+(?:of\s+)?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec))", ordinal),
    _rule(rf"{LEAD[:-1]}\b{_FEAST}\b(?!\s+(?:eve|day|monday|sunday))", feast),
    _rule(rf"\b(?:in|at|around|over|this|next|coming|early in)\s+(?:the\s+)?{_FEAST}\b(?!\s+(?:eve|day|monday|sunday))", feast),
    _rule(LEAD + r"\b(?P<named>(?:christmas|x-?mas) (?:eve|day)|boxing day|new[ -]year(?:['’]?s)?[ -](?:eve|day)|good friday|easter (?:sunday|monday))\b", feast_day),
)  # fmt: skip

WHOLE: Rules = (
    _rule(rf"^(?:the\s+)?{_FEAST}$", feast),
    _rule(rf"^{NUMBER}\s+(?P<unit>days?|weeks?|wks?|months?|years?|fortnights?|business days?|working days?)$", counted),
    _rule(r"^(?:a\s+)?(?P<number>)(?P<unit>fortnight)$", counted),
    _rule(rf"^(?P<part>){MONTH}\.?(?:\s+(?P<year>20\d\d))?$", month_part),
    _rule(r"^(?:the\s+)?week after$", week_after),
    _rule(r"^(?P<day>\d{1,2})(?:st|nd|rd|th)$", ordinal),
)  # fmt: skip
