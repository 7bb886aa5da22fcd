"""The local page: everything works here with no account, on this machine only."""
