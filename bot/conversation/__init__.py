"""Command to effects and Reply. One module a job; each works inside one transaction and reads no clock."""
