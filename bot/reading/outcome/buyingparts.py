"""Parts of words by which the store finds what may be about buying, before anything is read (bot.reading.outcome.buying)."""

# Without their first letter they are found at the beginning of a sentence as well, by the plainest comparison that a
# database has.
PARTS = ("ign", "rder", "uy", "urchas", "o live", "oes live", "ahead", "ontract", "tart", "greement", " po", "PO")
