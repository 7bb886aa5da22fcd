"""Days of the year that have a name in the places our members sell to, by the name in small letters without blanks. See feastrules."""

from datetime import date, timedelta

from dateutil.easter import easter
from dateutil.relativedelta import SU, relativedelta

# (month, day): what every year brings on the same day
_FIXED = {
    "juneteenth": (6, 19), "stpatrickday": (3, 17), "saintpatrickday": (3, 17), "stpatricks": (3, 17), "saintpatricks": (3, 17), "paddyday": (3, 17), "groundhogday": (2, 2), "cincodemayo": (5, 5),
    "bonfirenight": (11, 5), "guyfawkesnight": (11, 5), "guyfawkesday": (11, 5), "bastilleday": (7, 14), "epiphany": (1, 6), "allsaintday": (11, 1),
    "toussaint": (11, 1), "allerheiligen": (11, 1), "burnsnight": (1, 25), "mayday": (5, 1), "armisticeday": (11, 11), "remembranceday": (11, 11),
    "earthday": (4, 22), "stnicholaday": (12, 6), "nikolaus": (12, 6), "nikolaustag": (12, 6), "heiligabend": (12, 24), "heiligerabend": (12, 24), "silvester": (12, 31),
    "neujahr": (1, 1), "reformationstag": (10, 31), "noël": (12, 25), "noel": (12, 25), "saintsylvestre": (12, 31), "stsylvestre": (12, 31), "jourdelan": (1, 1),
    "assomption": (8, 15), "ferragosto": (8, 15), "julaften": (12, 24), "luciadag": (12, 13),
}  # fmt: skip
# days from Easter Sunday
_BY_EASTER = {
    "rosenmontag": -48, "shrovetuesday": -47, "pancakeday": -47, "aschermittwoch": -46, "gründonnerstag": -3, "karfreitag": -2,
    "ostersonntag": 0, "ostermontag": 1, "ascensionday": 39, "ascension": 39, "himmelfahrt": 39, "christihimmelfahrt": 39, "whitsun": 49, "pentecost": 49,
    "pentecôte": 49, "pfingsten": 49, "pfingstsonntag": 49, "pfingstmontag": 50, "fronleichnam": 60,
}  # fmt: skip

NAMES = (
    r"juneteenth|(?:paddy['’]?s|groundhog|guy fawkes|bastille|all saints?['’]?|may|armistice|remembrance|earth|st\.? nicholas|pancake|ascension|fathers?['’]?s?) day|(?:st\.?|saint) patrick(?:['’]?s)? day|(?:(?<=by )|(?<=before )|(?<=after ))(?:st\.?|saint) patrick['’]?s(?! day)"
    r"|cinco de mayo|(?:bonfire|guy fawkes|burns) night|epiphany|toussaint|allerheiligen|nikolaus(?:tag)?|heilig(?:er )?abend|silvester|neujahr|reformationstag|no[ëe]l|(?:saint|st)[- ]sylvestre|jour de l['’]an|assomption|ferragosto|julaften|luciadag"
    r"|rosenmontag|aschermittwoch|gründonnerstag|karfreitag|oster(?:sonn|mon)tag|(?:christi )?himmelfahrt|whitsun|pentec(?:ost|ôte)|pfingst(?:en|sonntag|montag)|fronleichnam"
)
NEEDED = (
    "teenth|patrick|paddy|hog|fawkes|bastille|saint|may day|armistice|remembrance|earth|nichol|nikol|pancake|ascension|father|cinco|fire night|burns|epiph"
    "|allerh|abend|silv|sylv|neujahr|reformation|noël|noel|jour|assomp|ferrag|julaf|lucia|rosen|ascher|donnerstag|karfr|oster|himmelf|whit|pente|pfingst|fronl"
)


def days_named(year: int) -> dict[str, date]:
    sunday = easter(year)
    return {
        **{name: date(year, *on) for name, on in _FIXED.items()},
        **{name: sunday + timedelta(days=ahead) for name, ahead in _BY_EASTER.items()},
        "fatherday": date(year, 6, 1) + relativedelta(weekday=SU(3)),
    }
