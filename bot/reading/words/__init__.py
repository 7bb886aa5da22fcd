"""What was typed, before anybody asks what it means: its length, its sentences, its quoted words, its sums, its slips. Knows no days and no names."""
