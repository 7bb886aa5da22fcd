"""Slack: verified, translated, answered, drawn and delivered. Nothing here decides what is said."""
