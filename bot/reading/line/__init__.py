"""One call line, clause by clause: each finds the rule that reads it, and what no rule reads stays in the note."""
