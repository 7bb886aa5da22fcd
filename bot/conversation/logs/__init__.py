"""Keeping a call: typed in one line, pasted with others, filled in, made of a message, or resumed. Each ends in `record`."""
