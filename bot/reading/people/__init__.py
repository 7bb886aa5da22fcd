"""Persons in a line: who is introduced, who wrote, who has left, who is there instead. None needs to be known."""
