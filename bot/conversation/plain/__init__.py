"""Plain lines: what a member tells or asks without a command, understood by the deals and promises that are there."""
