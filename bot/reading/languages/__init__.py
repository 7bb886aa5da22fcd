"""The languages that reps drop into: one row a language, read into the English that everything else reads."""
