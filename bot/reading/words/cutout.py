"""Where the name of a deal or a person is cut out of a line a sign stands for it, so that a rule reads "§ has left" of whoever it is."""

NAME = "§"
