"""The sales rules, pure: no clock, no SDK, no SQL. Each rule names its source (S1-S54, H1-H53 in docs/playbook.md)."""
