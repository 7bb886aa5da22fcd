"""Ten thousand organisations and a million members, in virtual time: `python -m benchmarks.scale` (docs/scale.md)."""
