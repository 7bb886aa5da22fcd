"""The operator's commands, and the one place that puts the parts together."""
