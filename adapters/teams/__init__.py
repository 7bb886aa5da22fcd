"""Microsoft Teams: verified, translated into Messages, rendered as Adaptive Cards, delivered. It holds no wording."""
