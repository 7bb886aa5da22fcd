"""Where a day stands in a line, and which day a line is about. A day itself is read by `bot.reading.dates`."""
