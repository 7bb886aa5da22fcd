"""Which module does a command: one module for each group of commands, each match closed."""
