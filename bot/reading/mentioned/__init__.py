"""Which of the deals and people that we know a line speaks of. Two that could be meant always ask."""
