"""Days of the week and months as they are typed, whole or short: one spelling for every pattern, so that neither Monica nor Fritz
nor a market is one."""

_TO_FRIDAY = r"mon|tues?|wed(?:s|nes)?|thu(?:rs?)?|fri"
_END = r"(?:days?)?(?![^\W\d_])"

WORKDAY = rf"(?:{_TO_FRIDAY}){_END}"
WEEKDAY = rf"(?:{_TO_FRIDAY}|sat(?:ur)?|sun){_END}"
MONTH = r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)(?![^\W\d_])"
