"""Slack: verified, translated into Messages, rendered as Block Kit, delivered once. It holds no wording."""
