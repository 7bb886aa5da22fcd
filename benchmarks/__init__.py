"""Measurements. A ratio of one run is the figure; milliseconds are printed for orientation only."""
