"""The small rules that a day, a period or an hour is read by, one family of words a module. `bot.reading.dates` is the door to them."""
